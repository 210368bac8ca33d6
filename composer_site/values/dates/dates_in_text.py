"""Which years and days a text names, in each of the four languages: to be compared with another's.

Decades (“1940s”, “40-е годы”) are no years: languages say them too differently.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from composer_site.values.dates.calendar_words import LOCALES
from composer_site.values.normal_forms import normalised

DAY = r"(?<![\d.:])\d{1,2}(?!\d)"
YEAR = re.compile(
    r"(?<!\d)(?<!\d[.,:])(1[0-9]{3}|20[0-9]{2})(?![\d%])(?![.,:]\d)(?!s\b|-?(?:е|х)\b|\s?-?(?:шы\s)?жылдар|年代)"
)
YEAR_FIRST = re.compile(r"(?<!\d)\d{4}[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
DAY_FIRST = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(?:19|20)\d{2}(?!\d)")
# “5月17日至19日”: the days up to the next month or year.
CHINESE = re.compile(
    r"(?<!\d)(\d{1,2})\s?月\s?((?:\d{1,2}(?!\d|\s?月)\s?[日号]?\s?[、至到和及~—–-]{0,2}\s?)+)"
)
NUMBER = re.compile(r"\d{1,2}")
# What stands between two days of one month: “17–19 May”, “9 and 13 May”.
BETWEEN = {"en": "and|to", "ru": "и|по", "kk": "және|мен|пен|бен"}
# What may follow a month's stem. Kazakh takes many endings; nothing else of it looks like a month.
ENDING = {"en": "", "ru": "(?:а|е|у|ом|я|ь|ю|ем|й)?", "kk": r"\w*"}
# “May 17, 2019” and “мамырдың 17-сінде”, but neither “in May 20 people” nor “в мае 20 человек”.
AFTER = {"en": r"(?:st|nd|rd|th)?(?=[.,;:)](?!\d)|\s\d{4}|$)", "kk": r"(?=-)", "ru": r"(?!)"}

# Of days before one month; of a longer row the last. Of a row without an end, each number would be
# tried as the first of all that follow it, for each month.
MOST_TOGETHER = 9

Day = tuple[int, int]  # month, day


@dataclass(frozen=True)
class Dates:
    """How often a text names each."""

    years: Counter[int]
    days: Counter[Day]


def dates_in_text(text: str, language_code: str) -> Dates:
    """Of plain text."""
    text = normalised("NFKC", text)
    days = [*_numeric(text), *_worded(text, language_code)]
    real = ((month, day) for month, day in days if 1 <= month <= 12 and 1 <= day <= 31)
    return Dates(Counter(map(int, YEAR.findall(text))), Counter(real))


def _numeric(text: str) -> Iterator[Day]:
    yield from ((int(month), int(day)) for month, day in YEAR_FIRST.findall(text))
    yield from ((int(month), int(day)) for day, month in DAY_FIRST.findall(text))


def _worded(text: str, code: str) -> list[Day]:
    if code not in BETWEEN:
        return _chinese(text)
    return [
        (month, int(day))
        for pattern, month in _patterns(code)
        for match in pattern.finditer(text)
        for day in NUMBER.findall(match[1] or match[2])
    ]


def _chinese(text: str) -> list[Day]:
    return [
        (int(month), int(day))
        for month, days in CHINESE.findall(text)
        if re.search("[日号]", days)
        for day in NUMBER.findall(days)
    ]


@cache
def _patterns(code: str) -> list[tuple[re.Pattern[str], int]]:
    """The days before a month's name, or the one after it."""
    between = rf"\s?(?:[-–—,]|{BETWEEN[code]})\s?"
    days = rf"({DAY}(?:-?(?:st|nd|rd|th|го|е))?(?:{between}{DAY}){{0,{MOST_TOGETHER}}})"
    # English alone writes them large: “5 May”, and “section 5 may”.
    case = re.RegexFlag(0) if code == "en" else re.IGNORECASE
    return [
        (re.compile(rf"{days}(?:\s?-|\s+of)?\s?{name}|{name}\s({DAY}){AFTER[code]}", case), month)
        for month, name in _months(code).items()
    ]


def _months(code: str) -> dict[int, str]:
    """{1: a pattern}, from the names that CLDR has: after a day's number, alone, and short."""
    months = LOCALES[code].months
    forms, alone = months["format"]["wide"], months["stand-alone"]["wide"]
    short = months["format"]["abbreviated"]
    stems = {month: _stem(code, forms[month], alone[month]) for month in forms}
    return {
        month: rf"\b(?:{stem}{ENDING[code]}|{re.escape(short[month])})(?!\w)"
        for month, stem in stems.items()
    }


def _stem(code: str, form: str, alone: str) -> str:
    """Without the ending that its cases change: января, январь; қыркүйек, қыркүйегінде."""
    if code == "kk":
        return re.sub("к$", "[кг]", alone)
    common = len(alone) if form.startswith(alone) else len(alone) - 1
    return alone[:common]
