"""Days and months in words, as CLDR says them in each of the four languages."""

from datetime import date, datetime
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, parse_pattern

from composer_site.values.languages import LANGUAGES, current

LOCALES = {code: Locale.parse(language.cldr) for code, language in LANGUAGES.items()}
LOCALES["en"] = Locale.parse("en_GB")  # the day before the month: 17 May 2019

Precision = Literal["month", "day"]
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SKELETONS = {"month": "yMMMM", "day": "yMMMd"}


def day_in_words(day: date, language_code: str) -> str:
    """`17 May 2019`, `2019 ж. 17 мамыр`, `17 мая 2019 г.`, `2019年5月17日`.

    Before ж. and г. stands CLDR's narrow no-break space, U+202F.
    """
    return format_date(day, "long", locale=LOCALES[language_code])


def month_in_words(day: date, language_code: str) -> str:
    """The month that the day lies in: `May 2019`, `2019 ж. мамыр`, `май 2019 г.`, `2019年5月`."""
    time = datetime(day.year, day.month, day.day)
    return format_skeleton("yMMMM", time, locale=LOCALES[language_code])


def month_of_a_date(day: date, language_code: str) -> str:
    """The month as it stands after a day's number: `мая`, where alone it would be `май`."""
    return format_date(day, "MMMM", locale=LOCALES[language_code])


def weekday_in_words(code: str, language_code: str, width: Literal["wide", "abbreviated"]) -> str:
    """`mon` … `sun` as CLDR says them: `Monday` or `Mon`."""
    names = LOCALES[language_code].days["stand-alone"]
    return str(names[width if width in names else "wide"][WEEKDAYS.index(code)])


def weekday_choices() -> list[tuple[str, str]]:
    return [(code, weekday_in_words(code, current().code, "wide")) for code in WEEKDAYS]


def span_in_words(first: date, last: date, precision: Precision, language_code: str) -> str:
    """`17–20 May 2019`, `17 мая – 20 июля 2019 г.`; the two must differ in that precision."""
    locale = LOCALES[language_code]
    patterns = locale.interval_formats[SKELETONS[precision]][_greatest_difference(first, last)]
    # CLDR has the pattern for days with short months only.
    halves = [p if "MMMM" in p or "L" in p else p.replace("MMM", "MMMM") for p in patterns]
    in_words = [
        parse_pattern(h).apply(d, locale) for h, d in zip(halves, (first, last), strict=True)
    ]
    return "".join(in_words).replace("\u2009", " ")  # lines may break there


def _greatest_difference(first: date, last: date) -> str:
    if first.year != last.year:
        return "y"
    return "M" if first.month != last.month else "d"


def day_of_a_year_in_words(month: int, day: int, language_code: str) -> str:
    """`17 May`, `17 мамыр`, `17 мая`, `5月17日`."""
    leap_year = datetime(2000, month, day)
    return format_skeleton("MMMMd", leap_year, locale=LOCALES[language_code])
