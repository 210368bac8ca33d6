"""From an EDTF string to what our languages can say: a part of the calendar, a span, or several.

The `edtf` package parses (never its model field, which unpickles what the database holds), but for
the plainest dates, which are nearly all of them: its grammar takes milliseconds for each.
"""

import re
import warnings
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from time import struct_time
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

with warnings.catch_warnings():
    # With warnings switched on, pyparsing comments on edtf's grammar while it is being built.
    warnings.simplefilter("ignore")
    from edtf.parser import parser_classes as tree
    from edtf.parser.grammar import parse_edtf

# Without Y, E, S and T: Y1E99 keeps the parser busy for ever, and times are no dates.
ALPHABET = re.compile(r"[0-9X?~%/.,\[\]{}-]{1,40}")
PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([?~%]?)")


@dataclass(frozen=True)
class Part:
    """`month` is 01–12, XX, 21–41 (season, quarter, half) or empty; `qualifier` ?, ~, % or empty."""

    year: str
    month: str = ""
    day: str = ""
    qualifier: str = ""


@dataclass(frozen=True)
class Span:
    """None is an open side, and `unknown` says that it has an end which nobody knows."""

    start: Part | None
    end: Part | None
    unknown: bool = False


@dataclass(frozen=True)
class Several:
    """One or more parts, or one span; `every` of them, or one of them."""

    items: tuple[Part | Span, ...]
    every: bool


Reading = Part | Span | Several


@dataclass(frozen=True)
class Dated:
    """A reading with its earliest and latest day; an open side reaches to the calendar's end."""

    reading: Reading
    first: date
    last: date


@lru_cache(maxsize=4096)
def read(value: str) -> Dated:
    """Raises ValidationError, with one sentence that says what is wrong and what was expected."""
    return read_plainly(value) or read_by_grammar(value)


def read_plainly(value: str) -> Dated | None:
    """A day, month or year of the calendar, perhaps with a mark; None leaves it to the grammar."""
    if plain := PLAIN.fullmatch(value):
        part = Part(*plain.groups(""))
        with suppress(ValueError):  # seasons, and days that no calendar has
            first = date(int(part.year), int(part.month or 1), int(part.day or 1))
            return Dated(part, first, _last_day(part, first))
    return None


def _last_day(part: Part, first: date) -> date:
    if part.day:
        return first
    last = first if part.month else first.replace(month=12)
    return last.replace(day=monthrange(last.year, last.month)[1])


def read_by_grammar(value: str) -> Dated:
    node = _parse(value)
    try:
        reading = _reading(node)
        dated = Dated(reading, *_bounds(node, reading))
    except ValueError as error:
        raise _refusal(NOT_IN_CALENDAR, "calendar", value) from error
    except NotImplementedError as error:
        raise _refusal(NO_WORDS, "unsupported", value) from error
    if dated.first > dated.last:
        raise _refusal(BACKWARDS, "order", value)
    return dated


NOT_A_DATE = _(
    "“%(value)s” is not a date in this notation: write a year, month or day as 1943, 1943-06 or"
    " 1943-06-13, with ~ after it for “about” and ? for “possibly”, for example 1941~."
)
NOT_IN_CALENDAR = _(
    "“%(value)s” names a day or year that no calendar from the year 1 to 9999 has:"
    " check it, for example 2020-02-29."
)
NO_WORDS = _(
    "“%(value)s” is a notation that this site cannot put into words: write a simpler one,"
    " for example 194X, 1942-11-XX, 1943/1944 or [1942,1943]."
)
BACKWARDS = _("“%(value)s” ends before it begins: write the earlier date first, as in 1943/1944.")


def _refusal(message: Any, code: str, value: str) -> ValidationError:
    return ValidationError(message, code=code, params={"value": value[:40]})


def _parse(value: str) -> Any:
    if not ALPHABET.fullmatch(value):
        raise _refusal(NOT_A_DATE, "notation", value)
    try:
        return parse_edtf(value)
    except Exception as error:
        # The parser has a word for most refusals, and trips over its own feet at some ("../").
        raise _refusal(NOT_A_DATE, "notation", value) from error


def _bounds(node: tree.EDTFObject, reading: Reading) -> tuple[date, date]:
    first, last = _day(node.lower_strict(), date.min), _day(node.upper_strict(), date.max)
    if isinstance(reading, Span):
        # The parser guesses ten years for a side that is unknown; we do not.
        return first if reading.start else date.min, last if reading.end else date.max
    return first, last


def _day(time: struct_time | float, if_open: date) -> date:
    return date(*time[:3]) if isinstance(time, struct_time) else if_open


def _reading(node: tree.EDTFObject) -> Reading:
    match node:
        case tree.OneOfASet() | tree.MultipleDates():
            return _several(node)
        case tree.Interval():
            return _span(node)
        case _:
            return _part(node)


def _several(node: tree.OneOfASet | tree.MultipleDates) -> Several:
    items = tuple(_item(item) for item in node.objects)
    if len(items) > 1 and not all(isinstance(item, Part) for item in items):
        raise NotImplementedError("a list of both dates and spans")
    return Several(items, every=isinstance(node, tree.MultipleDates))


def _item(node: tree.EDTFObject) -> Part | Span:
    return _span(node) if isinstance(node, tree.Interval) else _part(node)


def _span(node: tree.Interval) -> Span:
    start, end = _side(node.lower), _side(node.upper)
    if start is None and end is None:
        raise NotImplementedError("open on both sides")
    return Span(start, end, unknown=any(_is_unknown(side) for side in (node.lower, node.upper)))


def _side(node: tree.EDTFObject) -> Part | None:
    return None if isinstance(node, tree.UnspecifiedIntervalSection) else _part(node)


def _is_unknown(node: tree.EDTFObject) -> bool:
    return isinstance(node, tree.UnspecifiedIntervalSection) and node.is_unknown


def _part(node: tree.EDTFObject) -> Part:
    """Raises ValueError for 2019-02-29, which the grammar lets through."""
    match node:
        case tree.UncertainOrApproximate():
            return replace(_part(node.date), qualifier=str(node.ua or ""))
        case tree.PartialUnspecified():
            raise NotImplementedError("digits missing in the middle")
        case tree.PartialUncertainOrApproximate():
            part = Part(node.year, node.month or "", node.day or "", _strongest(node))
        case tree.Unspecified():
            part = Part(node.year, node.month or "", node.day or "", str(node.ua or ""))
        case tree.Date():
            part = Part(*str(node).split("-"))
        case _:
            raise NotImplementedError(type(node).__name__)
    return _in_calendar(part)


def _strongest(node: tree.EDTFObject) -> str:
    """A mark on one piece of a date is said of the whole."""
    if node.is_uncertain_and_approximate or (node.is_uncertain and node.is_approximate):
        return "%"
    return "?" if node.is_uncertain else "~"


def _in_calendar(part: Part) -> Part:
    if part.day.isdigit() and part.month.isdigit():
        date(int(part.year), int(part.month), int(part.day))
    return part
