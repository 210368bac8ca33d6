"""Times in the words of the member of staff who reads them."""

import datetime as dt

from babel.dates import format_timedelta
from django.utils import timezone

from composer_site.values.dates import time_in_words, zones_in_words
from composer_site.values.dates.calendar_words import LOCALES
from composer_site.values.dates.times import zone_names
from composer_site.values.languages import current


def own_zone(default: str = "UTC") -> str:
    """The zone that the member of staff chose, where the list of zones has it."""
    name = timezone.get_current_timezone_name()
    return name if name in zone_names() else default


def on_own_clock(time: dt.datetime) -> str:
    return time_in_words(time, own_zone(), current().code)


def on_three_clocks(time: dt.datetime) -> list[str]:
    """Of Almaty, Beijing and UTC."""
    return zones_in_words(time, current().code)


def from_now(time: dt.datetime) -> str:
    """`in 30 hours`, `3 days ago`: the largest unit of which there are two."""
    away, locale = time - timezone.now(), LOCALES[current().code]
    return format_timedelta(away, add_direction=True, locale=locale, threshold=2)
