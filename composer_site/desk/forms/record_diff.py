"""What differs between two records of a row and its parts, field by field, for people to read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db import models
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from composer_site.desk.document_fields import choices_of, language_of, readable
from composer_site.desk.text_diff import marked
from composer_site.values.languages import Language
from composer_site.values.richtext import RichTextField

Entry = dict[str, Any]
Record = list[Entry]
Key = tuple[str, Any]


@dataclass(frozen=True)
class Difference:
    """`part` names the part it is in, and is empty for the row itself."""

    part: str
    label: str
    language: Language | None
    html: SafeString | str


def by_key(record: Record) -> dict[Key, Entry]:
    return {(entry["model"], entry["pk"]): entry for entry in record}


def changes(old: Record, new: Record) -> list[Difference]:
    before, after = by_key(old), by_key(new)
    whole = (new[0]["model"], new[0]["pk"])
    return [
        difference
        for key in {**before, **after}
        for difference in of_entry(before.get(key), after.get(key), is_part=key != whole)
    ]


def of_entry(old: Entry | None, new: Entry | None, *, is_part: bool) -> Iterator[Difference]:
    model = apps.get_model((new or old or {})["model"])
    part = name(model, new or old or {}) if is_part else ""
    if old is None or new is None:
        yield Difference(part, "", None, _("added") if old is None else _("removed"))
        return
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        before, after = old["fields"].get(field.name), new["fields"].get(field.name)
        if before != after:
            html = marked(say(field, before), say(field, after)) or _(
                "Only its formatting changed."
            )
            label = capfirst(str(field.verbose_name))
            yield Difference(part, label, language_of(field), html)


def name(model: type[models.Model], entry: Entry) -> str:
    row = next(serializers.deserialize("python", [entry], ignorenonexistent=True)).object
    return _("%(kind)s “%(name)s”") % {"kind": capfirst(str(model._meta.verbose_name)), "name": row}


def say(field: models.Field, value: Any) -> str:
    """A stored value in words."""
    if value in (None, "", []):
        return ""
    if isinstance(field, models.ForeignKey | models.ManyToManyField):
        return rows(field.related_model, value if isinstance(value, list) else [value])
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(field, RichTextField):
        return readable(value)
    choices = choices_of(field)
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(choices.get(one, one)) for one in values)


def rows(model: type[models.Model], keys: list[Any]) -> str:
    found = model._default_manager.in_bulk(keys)
    return ", ".join(str(found.get(key, key)) for key in keys)
