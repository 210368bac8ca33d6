"""What a record of a row and its parts says, field by field: the ground of edit conflicts.

A record is what Django's serializer writes, the row first, as an edition keeps it too.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from composer_site.desk.differences import Fact, Item
from composer_site.desk.field_words import in_words, label, language_of, readable
from composer_site.values.richtext import RichTextField

Entry = dict[str, Any]
Record = list[Entry]
Key = tuple[str, Any]


def by_key(record: Record) -> dict[Key, Entry]:
    return {key_of(entry): entry for entry in record}


def key_of(entry: Entry) -> Key:
    return entry["model"], entry["pk"]


def facts(record: Record, other: Record) -> dict[tuple[Any, ...], Fact]:
    """What `record` says where the other says something else. A part that stands in one of them
    alone is one fact."""
    there, whole = by_key(other), key_of(record[0])
    return {
        key: fact
        for own, entry in by_key(record).items()
        for key, fact in _of_entry(entry, there.get(own), is_part=own != whole)
    }


def _of_entry(
    entry: Entry, other: Entry | None, *, is_part: bool
) -> Iterator[tuple[tuple[Any, ...], Fact]]:
    model, key = apps.get_model(entry["model"]), key_of(entry)
    if other is None:
        yield key, Fact(_name(model, entry), None, is_row=True)
        return
    now, then = entry["fields"], other["fields"]
    fields = (*model._meta.concrete_fields, *model._meta.many_to_many)
    changed = [field for field in fields if now.get(field.name) != then.get(field.name)]
    part = _name(model, entry) if is_part and changed else ""
    for field in changed:
        value = now.get(field.name)
        words = stored_in_words(field, value)
        yield (*key, field.name), Fact(label(field), words, value, None, part, language_of(field))


def _name(model: type[models.Model], entry: Entry) -> str:
    row = next(serializers.deserialize("python", [entry], ignorenonexistent=True)).object
    return _("%(kind)s “%(name)s”") % {"kind": capfirst(str(model._meta.verbose_name)), "name": row}


def stored_in_words(field: Any, value: Any) -> str | tuple[Item, ...]:
    """A stored value in words; of a relation to many, each row that it leads to."""
    if isinstance(field, models.ManyToManyField):
        return tuple(Item(str(key), words) for key, words in _rows(field, value or ()))
    if isinstance(field, models.ForeignKey) and value is not None:
        return ", ".join(words for _key, words in _rows(field, [value]))
    return readable(value or "") if isinstance(field, RichTextField) else in_words(field, value)


def _rows(field: Any, keys: Iterable[Any]) -> Iterator[tuple[Any, str]]:
    found = field.related_model._default_manager.in_bulk(list(keys))
    return ((key, str(found.get(key, key))) for key in keys)
