"""What a document says, field by field, in words that staff read: the ground of comparisons."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from composer_site.desk.differences import Fact, Item
from composer_site.desk.field_words import (
    field_of,
    in_words,
    part_model,
    readable,
    verbose_name,
)
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.documents import PICTURE, Document
from composer_site.values.languages import LANGUAGES, Language, stands_in

# Derived from what is compared, or shape and not content.
DERIVED = {"schema", "summary", "is_translation", "sort_at", "sort_key", "facet", "titles", "card"}
# What stands in the card alone.
OF_CARD = ("notice", "contacts")
HIDDEN = {"id", "uid", "noun", "relation"}
TEXT_KEYS = {"text", "html", "lang"}
OTHER_NAMES = {"lang": "tag", "described": "speaker_described", "holder": "person"}
LABELS = {
    "title": pgettext_lazy("of a page", "title"),
    "alt": gettext_lazy("text alternative"),
    "caption": gettext_lazy("caption"),
    "credit": pgettext_lazy("of a picture", "credit"),
    "reason": gettext_lazy("reason"),
    "replacement": gettext_lazy("replacement"),
}


def facts(content_kind: str, code: str, document: Document | None) -> dict[str, Fact]:
    """{key: fact} in the order of the document. A text that stands in for another is none."""
    if not document:
        return {}
    reader = Reader(KINDS[content_kind].model_class, LANGUAGES[code])
    return dict(reader.of(document))


@dataclass(frozen=True)
class Reader:
    model: type[models.Model]
    language: Language

    def of(self, document: Document) -> Iterator[tuple[str, Fact]]:
        card = {key: document["card"][key] for key in OF_CARD if key in document.get("card", {})}
        for key, value in (document | card).items():
            if key not in DERIVED or key in card:
                yield from self._facts(key, value)

    def _facts(self, key: str, value: object) -> Iterator[tuple[str, Fact]]:
        if isinstance(value, list):
            yield from self._list(key, value)
        elif not isinstance(value, dict) or value.keys() <= TEXT_KEYS or "uid" in value:
            yield from self._single(key, value)
        else:
            for name, inner in value.items():
                yield from self._facts(f"{key}.{name}", inner)

    def _single(self, key: str, value: object) -> Iterator[tuple[str, Fact]]:
        if isinstance(value, dict) and value.get("noun") == PICTURE:
            yield key, Fact(self.label(key), value["token"], picture=value)
            for name in ("alt", "caption", "credit"):
                yield from self._single(f"{key}.{name}", value[name])
        elif not _stands_in(value, self.language):
            yield key, Fact(self.label(key), value_in_words(self.model, key, value), _exact(value))

    def _list(self, key: str, value: list[Any]) -> Iterator[tuple[str, Fact]]:
        if any(isinstance(item, dict) and item.keys() & {"html", "quote"} for item in value):
            yield from self._body(key, value)
        elif all(isinstance(item, dict) for item in value):
            part = part_model(self.model, key)
            yield key, Fact(self.label(key), _items(part, value))
        else:
            yield key, Fact(self.label(key), self._codes(key, value))

    def _body(self, key: str, blocks: list[Any]) -> Iterator[tuple[str, Fact]]:
        """A text with quotes placed in it: the text, with their places, and the quotes."""
        quotes = [block["quote"] for block in blocks if "quote" in block]
        numbers = iter(range(1, len(quotes) + 1))
        own = [block for block in blocks if not _stands_in(block, self.language)]
        pieces = [block.get("html") or f"<p>[quote {next(numbers)}]</p>" for block in own]
        exact = "".join(pieces)
        yield key, Fact(self.label(key), readable(exact), exact)
        yield "quotes", Fact(self.label("quotes"), _items(part_model(self.model, "quotes"), quotes))

    def _codes(self, key: str, values: list[Any]) -> Any:
        field = field_of(self.model, key)
        if isinstance(field, models.ManyToManyField):
            return _rows(field.related_model, values)
        return ", ".join(value_in_words(self.model, key, value) for value in values)

    def label(self, key: str) -> str:
        """The words of the form for `born.place`: of `born_place`, `place` or `born`."""
        names = _candidates(key)
        candidates = (*(verbose_name(self.model, name) for name in names), *map(LABELS.get, names))
        words = next(filter(None, candidates), key.split(".")[-1].replace("_", " "))
        return capfirst(str(words))


def _candidates(key: str) -> tuple[str, ...]:
    if key == "title":
        return "title", "headline", "name"
    first, last = key.split(".")[0], key.split(".")[-1]
    if last in LABELS and first != last:
        return (last,)
    return f"{first}_{last}", last, first


def _stands_in(value: object, language: Language) -> bool:
    return isinstance(value, dict) and "lang" in value and stands_in(value["lang"], language)


def _exact(value: object) -> Any:
    return value.get("html") if isinstance(value, dict) else None


def value_in_words(model: type[models.Model] | None, key: str, value: object) -> str:
    """A value in words: a text as it is, codes and dates in the language of whoever reads."""
    if value is None or value in ("", [], {}):
        return ""
    if isinstance(value, bool):
        return _("Yes") if value else ""
    if isinstance(value, dict):
        return _say_dict(model, value)
    if isinstance(value, list):
        return ", ".join(value_in_words(model, key, item) for item in value)
    return _say_plain(model, key, value)


def _say_dict(model: type[models.Model] | None, value: Document) -> str:
    if value.keys() <= TEXT_KEYS:
        return readable(value["html"]) if "html" in value else value["text"]
    if "uid" in value:
        return value_in_words(None, "", value.get("name"))
    return " · ".join(filter(None, (value_in_words(model, key, value[key]) for key in value)))


def _say_plain(model: type[models.Model] | None, key: str, value: Any) -> str:
    names = [*_candidates(key), OTHER_NAMES.get(key, key)]
    field = next(filter(None, (field_of(model, name) for name in names)), None)
    return in_words(field, value)


def _items(part: type[models.Model] | None, rows: list[Document]) -> tuple[Item, ...]:
    seen: dict[str, int] = {}
    return tuple(Item(_once(_key(row), seen), _said(part, row)) for row in rows)


def _once(key: str, seen: dict[str, int]) -> str:
    seen[key] = seen.get(key, 0) + 1
    return f"{key} {seen[key]}"


def _key(row: Document) -> str:
    """What stays the same while the rest of it is edited."""
    if own := row.get("id") or row.get("uid"):
        return str(own)
    holder = row.get("holder") or {}
    named = [holder.get("uid"), row.get("role"), row.get("territory"), row.get("kind")]
    return " ".join(str(value) for value in (*named, row.get("lang")) if value)


def _said(part: type[models.Model] | None, row: Document) -> str:
    if "uid" in row:
        return value_in_words(None, "", row.get("name"))
    said = (_labelled(part, key, row[key]) for key in row if key not in HIDDEN)
    return " · ".join(filter(None, said))


def _labelled(part: type[models.Model] | None, key: str, value: object) -> str:
    """A tick says nothing without the words beside its box."""
    if isinstance(value, bool):
        return str(verbose_name(part, key) or key) if value else ""
    return value_in_words(part, key, value)


def _rows(model: Any, uids: list[str]) -> tuple[Item, ...]:
    """What a document names by uid alone, in the words of today's working copy."""
    rows = {str(row.uid): str(row) for row in model._default_manager.filter(uid__in=uids)}
    return tuple(Item(uid, rows.get(uid, _("(no longer exists)"))) for uid in uids)
