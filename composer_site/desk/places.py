"""Where each row of a thing is edited: the form it stands in, and the ids of its fields there."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.db.models import ForeignObjectRel
from django.utils.text import capfirst

from composer_site.desk.addresses import change_url
from composer_site.desk.field_words import field_of, label, label_with_language
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.working_copy import Publishable
from composer_site.values.richtext import RichTextField, plain_text


@dataclass(frozen=True)
class Place:
    """`where` says which row it is, and is empty for the thing itself."""

    row: Any
    where: str
    address: str
    prefix: str = "id_"

    def link(self, column: str) -> str:
        """To the field itself; the language tabs open the one that it is in."""
        if column == NON_FIELD_ERRORS:
            return self.address
        if isinstance(field_of(type(self.row), column), ForeignObjectRel):
            return f"{self.address}#{column}-group"
        return f"{self.address}#{self.prefix}{column}"

    def label(self, column: str) -> str:
        field = field_of(type(self.row), column)
        words = label(field) if field else ""
        return ", ".join(filter(None, (self.where, words)))

    def field_in_language(self, column: str) -> str:
        return label_with_language(field_of(type(self.row), column))

    def plain(self, column: str) -> str:
        """What a reader sees of a text."""
        value = getattr(self.row, column)
        is_rich = isinstance(field_of(type(self.row), column), RichTextField)
        return plain_text(value) if is_rich else value


def places(whole: Publishable) -> Iterator[Place]:
    """The thing and each of its parts, in the order that their models are written in."""
    address = change_url(whole)
    yield Place(whole, "", address)
    for name in KINDS[whole.content_kind].parts:
        for index, part in enumerate(getattr(whole, name).all()):
            yield _place(part, name, index, address)


def _place(part: models.Model, name: str, index: int, address: str) -> Place:
    """In the form of the whole; or in its own, where there are too many for that."""
    where = f"{capfirst(part._meta.verbose_name)} {index + 1}"
    if admin.site.is_registered(type(part)):
        return Place(part, where, change_url(part))
    return Place(part, where, address, f"id_{name}-{index}-")
