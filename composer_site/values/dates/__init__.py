"""Dates that are not exact, as EDTF strings (https://www.loc.gov/standards/datetime/).

Plain text in the database, checked on the way in, bounded for sorting, said in four languages.
"""

from datetime import date
from functools import lru_cache
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from composer_site.values.dates.calendar_words import (
    day_in_words,
    month_in_words,
    weekday_choices,
    weekday_in_words,
)
from composer_site.values.dates.edtf_reading import read
from composer_site.values.dates.edtf_words import reading_in_words
from composer_site.values.dates.opening_hours import hours_in_words, open_days_in_words
from composer_site.values.dates.times import (
    ZONES,
    city_in_words,
    time_from_local,
    time_in_words,
    zones_in_words,
)

__all__ = [
    "ZONES",
    "UncertainDateField",
    "bounds",
    "city_in_words",
    "day_in_words",
    "edtf_in_words",
    "hours_in_words",
    "month_in_words",
    "open_days_in_words",
    "sort_date",
    "time_from_local",
    "time_in_words",
    "validate_edtf",
    "weekday_choices",
    "weekday_in_words",
    "zones_in_words",
]


def validate_edtf(value: str) -> None:
    """Raises ValidationError with one sentence; blank is the field's own affair."""
    if value:
        read(value)


class UncertainDateField(models.CharField):  # type: ignore[type-arg]  # generic in its stubs alone
    """An EDTF string of at most 40 characters; empty means that nothing is known."""

    default_validators = [validate_edtf]
    notation = _(
        "1943, 1943-06 or 1943-06-13; 1943? possibly, 1941~ about; 194X the 1940s; 2018-22 summer,"
        " 2018-41 second half of 2018; 1943/1944 from – to, 1943/.. from then on;"
        " [1942,1943] one of these years."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        defaults: dict[str, Any] = {"max_length": 40, "blank": True, "help_text": self.notation}
        super().__init__(*args, **defaults | options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("help_text", None)  # a migration need not teach the notation
        return name, path, args, options | {"blank": self.blank}


def bounds(value: str) -> tuple[date, date]:
    """The earliest and latest day it may mean; an open side is `date.min` or `date.max`.

    Raises ValidationError for what is not EDTF.
    """
    if not value:
        return date.min, date.max
    dated = read(value)
    return dated.first, dated.last


def sort_date(value: str) -> date:
    """The first day, or the last where the beginning is open; `date.max` when nothing is known."""
    first, last = bounds(value)
    return last if first == date.min else first


@lru_cache(maxsize=4096)
def edtf_in_words(value: str, language_code: str) -> str:
    """`about 1941`, `2018 ж. екінші жартысы`, `1942 или 1943 г.`; empty for empty.

    A mark on one piece (`1943-06-~13`) is said of the whole date. Raises ValidationError for what
    is not EDTF.
    """
    return reading_in_words(read(value).reading, language_code) if value else ""
