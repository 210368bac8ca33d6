"""What a file would do to the working copy: row by row, and nothing of it done yet."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.db.models import Max, Q, QuerySet, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from composer_site.desk.forms.autocomplete_widgets import is_key
from composer_site.desk.tables.columns import Column, normal
from composer_site.desk.tables.table import Table
from composer_site.publishing.documents import canonical
from composer_site.values.spreadsheets import Unreadable

Cells = dict[str, str]


class Outcome(TextChoices):
    NEW = "new", pgettext_lazy("row of a file", "new")
    CHANGED = "changed", pgettext_lazy("row of a file", "changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of a file", "unchanged")
    REFUSED = "refused", pgettext_lazy("row of a file", "error")


@dataclass
class Line:
    """One row of the file. `number` is the spreadsheet's, the headings being row 1.

    `changes` are (column, before, after), `problems` (column or nothing, sentence).
    """

    number: int
    cells: Cells
    row: Any = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)

    @property
    def outcome(self) -> Outcome:
        if self.problems:
            return Outcome.REFUSED
        if self.row.pk is None:
            return Outcome.NEW
        return Outcome.CHANGED if self.changes else Outcome.UNCHANGED

    @property
    def called(self) -> str:
        return str(self.row or "") if self.row and self.row.pk else ""


class Plan:
    """Raises Unreadable where the headings are not this table's.

    A plan that will be carried out `locks` what it changes, and is made in a transaction.
    """

    def __init__(self, table: Table, sheet: Sequence[Sequence[str]], locks: bool = False) -> None:
        self.table, self.locks = table, locks
        headings = [heading.strip() for heading in sheet[0]] if sheet else []
        self.columns = _known(table, headings)
        self.ours = table.fresh_columns().keys()
        self.lines = _lines(headings, sheet[1:])
        for name, column in self.columns.items():
            column.prepare(line.cells[name] for line in self.lines if not line.problems)
        self._read_all()

    @cached_property
    def digest(self) -> str:
        """Of all that it would do and of what it would do it to: what was seen is what is done."""
        said = [(li.number, li.cells, li.outcome, li.changes, li.problems) for li in self.lines]
        return hashlib.sha256(canonical(said).encode()).hexdigest()

    @property
    def counts(self) -> list[tuple[Outcome, int]]:
        found = Counter(line.outcome for line in self.lines)
        return [(outcome, found[outcome]) for outcome in Outcome]

    @property
    def report(self) -> list[Line]:
        """What must be mended stands first."""
        return sorted(self.lines, key=lambda line: not line.problems)

    @property
    def is_refused(self) -> bool:
        return any(line.problems for line in self.lines)

    @property
    def to_save(self) -> list[Line]:
        return [line for line in self.lines if line.outcome in (Outcome.NEW, Outcome.CHANGED)]

    def _read_all(self) -> None:
        rows, seen = self._stored(), Counter[str]()
        places = self._last_places() if self.table.whole else {}
        for line in self.lines:
            key = line.cells.get(self.table.key, "")
            seen[key] += bool(key)
            if seen[key] > 1:
                line.problems.append((self.table.key, _("The same row stands in the file twice.")))
            if not line.problems:
                self._read(line, rows, places)

    def _stored(self) -> dict[str, Any]:
        key = self.table.key
        wanted = {line.cells.get(key, "") for line in self.lines}
        if key == "id":
            wanted = {value for value in wanted if is_key(value)}
        found = self.table.model._default_manager.filter(**{f"{key}__in": wanted})
        if self.locks and self.table.whole:
            self._lock_wholes(found)
        rows = found.prefetch_related(*self.table.references())
        return {
            str(getattr(row, key)): row
            for row in (rows.select_for_update() if self.locks else rows)
        }

    def _lock_wholes(self, parts: QuerySet[Any]) -> None:
        """Those of rows that are there, and those that new rows name. A form of the admin locks the
        whole first: so do we, and nobody saves beside us."""
        whole = self.table.whole
        model: Any = self.table.model._meta.get_field(whole).related_model
        named = {line.cells.get(whole, "") for line in self.lines}
        meant = Q(pk__in=parts.order_by().values(whole)) | Q(slug__in=named)
        list(model._default_manager.filter(meant).order_by("pk").select_for_update().values("pk"))

    def _last_places(self) -> dict[int, int]:
        whole = self.table.whole
        rows = self.table.model._default_manager.order_by().values_list(f"{whole}_id")
        return dict(rows.annotate(Max("position")))

    def _read(self, line: Line, rows: dict[str, Any], places: dict[int, int]) -> None:
        key = line.cells.get(self.table.key, "")
        line.row = rows.get(key)
        if line.row is None and self.table.whole and key:
            line.problems.append(
                (self.table.key, _("No row has this number. Leave it empty for a new one."))
            )
            return
        line.row = line.row or self.table.model()
        for name, column in self.columns.items():
            if name != "id":
                self._set(line, name, column)
        if not line.problems and (line.row.pk is None or line.changes):
            self._complete(line, places)

    def _set(self, line: Line, name: str, column: Column) -> None:
        before, cell = column.written(line.row), line.cells[name]
        if cell == (normal(before) if line.row.pk else ""):
            return  # what a new row leaves empty keeps its default
        try:
            value = column.read(cell)
        except ValidationError as error:
            line.problems.append((name, error.messages[0]))
            return
        if name == self.table.whole and line.row.pk:
            line.problems.append((name, _("A row stays where it belongs: “%s”.") % before))
            return
        setattr(line.row, name, value)
        after = column.written(line.row)
        if normal(after) != normal(before):
            line.changes.append((name, before, after))

    def _complete(self, line: Line, places: dict[int, int]) -> None:
        """A new part stands last in its whole, unless it says where.

        What is wrong in a column that no file holds is for those who can mend it: saving is not
        publishing, and a publication looks at every column again.
        """
        row, whole = line.row, self.table.whole
        if whole and getattr(row, f"{whole}_id") is None:
            line.problems.append((whole, _("Say what this row belongs to.")))
            return
        if whole and row.pk is None and not line.cells.get("position"):
            key = getattr(row, f"{whole}_id")
            row.position = places[key] = places.get(key, 0) + 1
        line.problems += [
            (name, sentence) for name, sentence in _problems(row) if not name or name in self.ours
        ]


def _problems(row: models.Model) -> list[tuple[str, str]]:
    """What its own checks say of a row, by column."""
    try:
        if hasattr(row, "clean_stored"):
            row.clean_stored()
            row.validate_constraints()
        else:
            row.full_clean()
    except ValidationError as error:
        said = error.message_dict.items()
        return [(name.replace(NON_FIELD_ERRORS, ""), each) for name, of in said for each in of]
    return []


def _known(table: Table, headings: Sequence[str]) -> dict[str, Column]:
    columns = table.fresh_columns()
    unknown = [heading for heading in headings if heading not in columns]
    if unknown:
        raise Unreadable(
            _("No such column: %s. Take it out, or see below what it is called.")
            % ", ".join(unknown)[:300]
        )
    if len(set(headings)) < len(headings):
        raise Unreadable(_("A column stands in the file twice."))
    if table.key not in headings:
        raise Unreadable(_("The column “%s” is missing: it says which row is meant.") % table.key)
    return {heading: columns[heading] for heading in headings}


def _lines(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Line]:
    return [
        _line(number, headings, row)
        for number, row in enumerate(rows, 2)
        if any(cell.strip() for cell in row)
    ]


def _line(number: int, headings: Sequence[str], row: Sequence[str]) -> Line:
    line = Line(number, dict(zip(headings, (normal(cell) for cell in row), strict=False)))
    if len(row) != len(headings):
        words = {"cells": len(row), "columns": len(headings)}
        sentence = _("This row has %(cells)d cells, and the first row %(columns)d.") % words
        line.problems.append(("", sentence))
    return line
