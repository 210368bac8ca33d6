"""What was read from an EDTF string, in the words of one of the four languages."""

from datetime import date

from composer_site.values.dates.calendar_words import (
    Precision,
    day_in_words,
    month_in_words,
    month_of_a_date,
    span_in_words,
)
from composer_site.values.dates.edtf_reading import Part, Reading, Several, Span
from composer_site.values.dates.phrases import (
    KAZAKH_FROM_MONTH,
    KAZAKH_UNTIL_MONTH,
    PHRASES,
    Phrases,
)

TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C")
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def reading_in_words(reading: Reading, code: str) -> str:
    match reading:
        case Part():
            return _part(reading, code)
        case Span():
            return _span(reading, code)
        case Several(items=(Span() as span,)):
            return _span(span, code) if reading.every else _within(span, code)
        case Several():
            return _list(reading, code)


def _part(part: Part, code: str) -> str:
    phrases = PHRASES[code]
    plain = _plain(part, code)
    if part.qualifier in ("", "?"):
        return phrases.possibly.format(plain) if part.qualifier else plain
    about = _about(part, plain, code)
    return about if part.qualifier == "~" else phrases.possibly_about.format(about)


def _about(part: Part, plain: str, code: str) -> str:
    phrases = PHRASES[code]
    if not _is_simple(part):
        return phrases.about_other.format(plain)
    return phrases.about.format(_genitive(part, plain, code))


def _genitive(part: Part, plain: str, code: str) -> str:
    """Russian: около июня 1941 г. Years and days have that form already."""
    if code != "ru" or not part.month or part.day:
        return plain
    month = month_of_a_date(_first_day(part), code)
    return f"{month} {PHRASES[code].year.format(_year(part))}"


def _is_simple(part: Part) -> bool:
    """A year, a month or a day with nothing missing."""
    return "X" not in part.year + part.month + part.day and not _season(part)


def _season(part: Part) -> int:
    number = int(part.month) if part.month.isdigit() else 0
    return number if number > 12 else 0


def _year(part: Part) -> int:
    return int(part.year.replace("X", "0"))


def _first_day(part: Part) -> date:
    month, day = (int(text) if text.isdigit() else 1 for text in (part.month, part.day))
    return date(_year(part), month, day)


def _plain(part: Part, code: str) -> str:
    """The part without its qualifier."""
    if "X" in part.year:
        return _decades(part, code)
    if number := _season(part):
        return _season_in_words(part, number, code)
    if part.day.isdigit():
        return day_in_words(_first_day(part), code)
    return _with_unknown(part, code)


def _with_unknown(part: Part, code: str) -> str:
    phrases = PHRASES[code]
    if part.month.isdigit():
        month = month_in_words(_first_day(part), code)
        return phrases.day_unknown.format(month) if part.day else month
    year = phrases.year.format(_year(part))
    if not part.month:
        return year
    return (phrases.both_unknown if part.day else phrases.month_unknown).format(year)


def _season_in_words(part: Part, number: int, code: str) -> str:
    phrases, year = PHRASES[code], _year(part)
    if number <= 24:
        return phrases.seasons[number - 21].format(year)
    if number <= 32:
        half_globe, season = divmod(number - 25, 4)
        return phrases.hemispheres[half_globe].format(phrases.seasons[season].format(year))
    if number <= 36:
        return phrases.quarters[number - 33].format(year)
    if number <= 39:
        first = 4 * (number - 37) + 1
        return span_in_words(date(year, first, 1), date(year, first + 3, 1), "month", code)
    return phrases.halves[number - 40].format(year)


def _decades(part: Part, code: str) -> str:
    phrases, year, digits = PHRASES[code], _year(part), part.year.count("X")
    century = year // 100 + 1
    if digits == 1:
        pattern = phrases.decade if year % 100 else phrases.decade_of_noughts
        return pattern.format(year=year, last=year + 9, century=century, tens=year % 100)
    if digits == 2:
        return phrases.century.format(
            century=century, ordinal=_ordinal(century), roman=_roman(century)
        )
    return _within(Span(Part(str(year)), Part(str(year + 999))), code)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}" + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _roman(number: int) -> str:
    return TENS[number // 10] + ONES[number % 10]


def _within(span: Span, code: str) -> str:
    phrases = PHRASES[code]
    if span.start and span.end:
        start, end = _part(span.start, code), _part(span.end, code)
        return phrases.within.format(start=start, end=end, span=_span(span, code))
    if span.start:
        return phrases.or_later.format(_part(span.start, code))
    return phrases.or_earlier.format(_part(span.end, code)) if span.end else ""


def _span(span: Span, code: str) -> str:
    if span.start and span.end:
        return _closed(span.start, span.end, code)
    phrases = PHRASES[code]
    if span.start:
        return _if_unknown(span, phrases.end_unknown, _since(span.start, code))
    return _if_unknown(span, phrases.start_unknown, _until(span.end, code)) if span.end else ""


def _if_unknown(span: Span, pattern: str, said: str) -> str:
    return pattern.format(said) if span.unknown else said


def _closed(start: Part, end: Part, code: str) -> str:
    phrases = PHRASES[code]
    if start == end:
        return _part(start, code)
    if not (_is_bare(start) and _is_bare(end)) or _length(start) != _length(end):
        return phrases.span.format(_part(start, code), _part(end, code))
    if not start.month:
        return phrases.years_span.format(_year(start), _year(end))
    precision: Precision = "day" if start.day else "month"
    return span_in_words(_first_day(start), _first_day(end), precision, code)


def _is_bare(part: Part) -> bool:
    return _is_simple(part) and not part.qualifier


def _length(part: Part) -> int:
    return 1 + bool(part.month) + bool(part.day)


def _since(part: Part, code: str) -> str:
    phrases, plain = PHRASES[code], _plain(part, code)
    if not _is_bare(part):
        return phrases.since_other.format(_part(part, code))
    if code == "kk":
        return phrases.since.format(_kazakh(part, "жылдан", KAZAKH_FROM_MONTH))
    return phrases.since.format(_genitive(part, plain, code))


def _until(part: Part, code: str) -> str:
    phrases = PHRASES[code]
    if not _is_bare(part):
        return phrases.until_other.format(_part(part, code))
    if code == "kk":
        return phrases.until.format(_kazakh(part, "жылға", KAZAKH_UNTIL_MONTH))
    return phrases.until.format(_plain(part, code))


def _kazakh(part: Part, year_ending: str, months: tuple[str, ...]) -> str:
    """`1943 жылдан`, `1943 жылғы маусымнан`, `1943 жылғы 13 маусымнан`."""
    if not part.month:
        return f"{_year(part)} {year_ending}"
    day = f"{int(part.day)} " if part.day else ""
    return f"{_year(part)} жылғы {day}{months[int(part.month) - 1]}"


def _list(several: Several, code: str) -> str:
    """`1942, 1943 or 1944`."""
    phrases = PHRASES[code]
    parts = [item for item in several.items if isinstance(item, Part)]
    last = phrases.both if several.every else phrases.either
    if not phrases.bare_years or any(part.month or not _is_bare(part) for part in parts):
        return _join([_part(part, code) for part in parts], phrases, last)
    years = _join([str(_year(part)) for part in parts], phrases, last)
    return (phrases.years if several.every else phrases.year).format(years)


def _join(said: list[str], phrases: Phrases, last: str) -> str:
    *others, final = said
    return phrases.comma.join(others) + last + final if others else final
