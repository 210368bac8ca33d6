"""What stands in the cells of a table, for each kind of column of a model.

A cell is text: a code and not its words, a slug and not a row, `yes` or `no`. On the way in a code may
also be given by its words in any of the four languages.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from composer_site.desk.field_words import label_with_language
from composer_site.values.codes import CodeField, CodesField
from composer_site.values.languages import LANGUAGES

YES, NO = "yes", "no"
TRUTHS = {YES: True, "true": True, "1": True, "да": True, "иә": True, "是": True}
UNTRUTHS = {
    NO: False,
    "false": False,
    "0": False,
    "нет": False,
    "жоқ": False,
    "否": False,
    "": False,
}


def normal(text: str) -> str:
    """Spreadsheets end lines in their own way, and forms strip what is around a text."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


class Column:
    """Plain text. `read` raises ValidationError with a sentence about its own cell."""

    notation: str | Promise = gettext_lazy("text")

    def __init__(self, field: Any) -> None:
        self.field, self.name = field, field.name

    @property
    def words(self) -> str:
        """What the forms call it, with the language that a text is in."""
        return label_with_language(self.field)

    def written(self, row: models.Model) -> str:
        return str(getattr(row, self.field.attname) or "")

    def read(self, cell: str) -> Any:
        return cell

    def prepare(self, cells: Iterable[str]) -> None:
        """Look up what all of them name at once."""


class NumberColumn(Column):
    notation = gettext_lazy("a number")

    def written(self, row: models.Model) -> str:
        value = getattr(row, self.name)
        return "" if value is None else str(value)

    def read(self, cell: str) -> int:
        if not cell.isascii() or not cell.isdigit() or len(cell) > 9:
            raise ValidationError(_("“%s” is not a number.") % cell[:40])
        return int(cell)


class TruthColumn(Column):
    notation = gettext_lazy("yes or no")

    def written(self, row: models.Model) -> str:
        return YES if getattr(row, self.name) else NO

    def read(self, cell: str) -> bool:
        known = TRUTHS | UNTRUTHS
        if cell.casefold() not in known:
            raise ValidationError(_("“%s” is neither yes nor no.") % cell[:40])
        return known[cell.casefold()]


class CodeColumn(Column):
    notation = gettext_lazy("a code, or its words in any of the four languages")

    @cached_property
    def codes(self) -> dict[str, str]:
        """{code or words: code}, without words that say two things; a code always is itself."""
        meant: dict[str, set[str]] = defaultdict(set)
        for language in LANGUAGES:
            with translation.override(language):
                for code, words in self._choices():
                    meant[str(words).casefold()].add(code)
        clear = {words: next(iter(codes)) for words, codes in meant.items() if len(codes) == 1}
        return clear | {str(code).casefold(): code for code, _words in self._choices()}

    def _choices(self) -> list[tuple[str, Any]]:
        source: Any = getattr(self.field, "code_choices", None) or self.field.choices
        return [choice for choice in (source() if callable(source) else source) if choice[0]]

    def read(self, cell: str) -> Any:
        return self._code(cell) if cell else ""

    def _code(self, cell: str) -> str:
        if cell.casefold() not in self.codes:
            raise ValidationError(_("“%s” is none of the codes that may stand here.") % cell[:40])
        return self.codes[cell.casefold()]


class CodesColumn(CodeColumn):
    notation = gettext_lazy("codes with a comma between them")

    def written(self, row: models.Model) -> str:
        return ", ".join(getattr(row, self.name))

    def read(self, cell: str) -> list[str]:
        parts = cell.replace("、", ",").replace(";", ",").split(",")
        return list(dict.fromkeys(self._code(part.strip()) for part in parts if part.strip()))


class ReferenceColumn(Column):
    """Another thing by its slug."""

    notation = gettext_lazy("the last part of an address")

    def prepare(self, cells: Iterable[str]) -> None:
        rows = self.field.related_model._default_manager.filter(slug__in=set(cells))
        self.rows = {row.slug: row for row in rows}

    def written(self, row: models.Model) -> str:
        other = getattr(row, self.name) if getattr(row, self.field.attname) else None
        return other.slug if other else ""

    def read(self, cell: str) -> Any:
        if not cell:
            return None
        if cell not in self.rows:
            raise ValidationError(_("There is nothing with the address “%s”.") % cell[:80])
        return self.rows[cell]


KINDS: tuple[tuple[Callable[[Any], bool], type[Column]], ...] = (
    (lambda field: field.is_relation, ReferenceColumn),
    (lambda field: isinstance(field, CodesField), CodesColumn),
    (lambda field: isinstance(field, CodeField) or bool(field.choices), CodeColumn),
    (lambda field: isinstance(field, models.BooleanField), TruthColumn),
    (lambda field: isinstance(field, models.IntegerField | models.AutoField), NumberColumn),
)


def column_of(field: models.Field) -> Column:
    return next((kind for fits, kind in KINDS if fits(field)), Column)(field)
