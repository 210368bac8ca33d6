"""When an office is open, as each language says days of the week and hours."""

from collections.abc import Iterable
from itertools import groupby

from django.utils.translation import gettext as _

from composer_site.values.dates.calendar_words import WEEKDAYS, weekday_in_words

BETWEEN = {"zh-hans": "至"}
COMMA = {"zh-hans": "、"}


def open_days_in_words(codes: Iterable[str], language_code: str) -> str:
    """`Mon–Fri`, `Mon, Wed–Fri`, `周一至周五`; two neighbours are no range."""
    known = set(codes) & set(WEEKDAYS)
    if len(known) == len(WEEKDAYS):
        return _("Every day")
    ranges = [_range(run, language_code) for run in _runs(known)]
    return COMMA.get(language_code, ", ").join(ranges)


def _runs(codes: set[str]) -> list[list[str]]:
    """Days that follow each other, together; a week begins on Monday."""
    numbers = [number for number, code in enumerate(WEEKDAYS) if code in codes]
    grouped = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    return [[WEEKDAYS[number] for _place, number in run] for _key, run in grouped]


def _range(run: list[str], language_code: str) -> str:
    names = [weekday_in_words(code, language_code, "abbreviated") for code in run]
    if len(names) < 3:
        return COMMA.get(language_code, ", ").join(names)
    return BETWEEN.get(language_code, "–").join([names[0], names[-1]])


def hours_in_words(opens_at: str, closes_at: str) -> str:
    """`9:00–18:00` of `09:00` and `18:00`: all four languages write the clock of a day so."""
    return f"{opens_at.removeprefix('0')}–{closes_at.removeprefix('0')}" if opens_at else ""
