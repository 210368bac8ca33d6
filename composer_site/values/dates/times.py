"""Times and the clocks they are read from: a zone has a name, and an hour there may not exist."""

import zoneinfo
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from babel.core import get_global
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from composer_site.values.dates.calendar_words import LOCALES, day_in_words
from composer_site.values.dates.phrases import CITIES
from composer_site.values.languages import current

AREAS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@cache
def zone_names() -> tuple[str, ...]:
    """The production's own zones, then every other by name."""
    others = {name for name in zoneinfo.available_timezones() if name.startswith(AREAS)}
    return (*CITIES, *sorted(others - set(CITIES)))


def ZONES() -> list[tuple[str, str]]:
    """Choices for a model field. Called, not listed: no migration may freeze the world's zones."""
    code = current().code
    return [(name, CITIES[name][code] if name in CITIES else name) for name in zone_names()]


def time_from_local(local: datetime, zone_name: str) -> datetime:
    """What a clock in the zone shows, as an aware datetime in that zone.

    Raises ValidationError for an unknown zone, an hour that summer time skips, and one that it
    repeats: an embargo must not be an hour off, so we ask rather than guess.
    """
    zone = _zone(zone_name)
    naive = local.replace(tzinfo=None, fold=0)
    time = naive.replace(tzinfo=zone)
    if _offset(time) != _offset(time.replace(fold=1)):
        raise _not_one_time(naive, time, zone_name)
    return time


def _zone(zone_name: str) -> ZoneInfo:
    if zone_name not in zone_names():
        message = _("“%(zone)s” is not a time zone: choose one from the list, such as Asia/Almaty.")
        raise ValidationError(message, code="unknown_zone", params={"zone": zone_name})
    return ZoneInfo(zone_name)


def _offset(time: datetime) -> timedelta:
    return time.utcoffset() or timedelta()


def _not_one_time(naive: datetime, time: datetime, zone_name: str) -> ValidationError:
    back = time.astimezone(UTC).astimezone(time.tzinfo).replace(tzinfo=None, fold=0)
    params = {"hour": f"{naive:%Y-%m-%d %H:%M}", "zone": zone_name}
    if back == naive:
        message = _(
            "%(hour)s comes twice in %(zone)s, where the clocks go back in that night:"
            " choose an hour before or after, or give the time in UTC."
        )
        return ValidationError(message, code="ambiguous_hour", params=params)
    message = _(
        "%(hour)s does not exist in %(zone)s, where the clocks go forward in that night:"
        " choose an hour before or after."
    )
    return ValidationError(message, code="missing_hour", params=params)


def city_in_words(zone_name: str, language_code: str) -> str:
    """The city whose clock it is: `Almaty`, `Пекин`, `柏林`."""
    if zone_name in CITIES:
        return CITIES[zone_name][language_code]
    locale = LOCALES[language_code]
    # CLDR keeps the name that a zone was born with: Calcutta for Kolkata.
    for name in (*_older_names().get(zone_name, ()), zone_name):
        if city := locale.time_zones.get(name, {}).get("city"):
            return str(city)
    return zone_name.rpartition("/")[2].replace("_", " ")


@cache
def _older_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for old, new in get_global("zone_aliases").items():
        names.setdefault(new, []).append(old)
    return names


def time_in_words(time: datetime, zone_name: str, language_code: str) -> str:
    """`17 May 2019, 19:00 (Almaty, UTC+5)`: what that city's clock shows at the time.

    Raises ValueError for a naive datetime, ValidationError for an unknown zone.
    """
    if time.tzinfo is None:
        raise ValueError("time_in_words needs an aware datetime")
    local = time.astimezone(_zone(zone_name))
    city = city_in_words(zone_name, language_code)
    clock = city if zone_name == "UTC" else f"{city}, {_offset_in_words(local)}"
    day, hour = day_in_words(local.date(), language_code), f"{local:%H:%M}"
    if language_code == "zh-hans":
        return f"{day} {hour}（{clock.replace(', ', '，')}）"
    return f"{day}, {hour} ({clock})"


def _offset_in_words(local: datetime) -> str:
    minutes = round(_offset(local).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def zones_in_words(time: datetime, language_code: str) -> list[str]:
    """The same time on the clocks of Almaty, Beijing and UTC."""
    return [time_in_words(time, zone_name, language_code) for zone_name in CITIES]
