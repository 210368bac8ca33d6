"""Codes and dates in the words of the reader's language."""

import datetime as dt
import re

from babel.units import format_unit
from django import template
from django.db.models import Choices
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from composer_site.values.codes import country_name, spoken_language_name
from composer_site.values.dates import city_in_words, day_in_words, edtf_in_words
from composer_site.values.languages import LANGUAGES, current

register = template.Library()

# What machines take as a date: a year, a month or a day. EDTF writes seasons and halves as months
# that no calendar has.
MACHINE_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")

TEXTS = {
    "about": lambda: _("About"),
    "terms": lambda: _("Terms of use"),
    "privacy": lambda: _("Privacy"),
    "accessibility": lambda: _("Accessibility"),
    "imprint": lambda: _("Imprint"),
}
COMMA = {"zh-hans": "、"}


def label(choices: type[Choices], value: str) -> str:
    """An old edition may hold a code that was since dropped: it is said as it is."""
    try:
        return str(choices(value).label)
    except ValueError:
        return value


@register.filter
def country(code: str) -> str:
    return country_name(code, current().code)


@register.filter
def spoken_language(tag: str) -> str:
    return spoken_language_name(tag, current().code)


@register.filter
def countries(codes: list[str]) -> str:
    return listed([country(code) for code in codes])


@register.filter
def spoken_languages(tags: list[str]) -> str:
    return listed([spoken_language(tag) for tag in tags])


@register.filter
def listed(words: list[str]) -> str:
    return COMMA.get(current().code, ", ").join(words)


@register.filter
def edtf(value: str) -> str:
    return edtf_in_words(value, current().code) if value else ""


@register.simple_tag
def machine_date(value: str) -> str:
    """The attribute of a `time` element, where a machine can read the date."""
    return format_html(' datetime="{}"', value) if MACHINE_DATE.fullmatch(value) else ""


@register.filter
def day(value: dt.date) -> str:
    return day_in_words(value, current().code)


@register.filter
def city(zone: str) -> str:
    return city_in_words(zone, current().code)


@register.filter
def minutes(number: int) -> str:
    return ngettext("%(number)d minute", "%(number)d minutes", number) % {"number": number}


@register.filter
def file_size(number: int) -> str:
    """Of so many bytes: `840 kB`, `1.2 MB`; a thousand is a thousand, as on a telephone's screen."""
    code = LANGUAGES[current().code].cldr
    if number < 1_000_000:
        return format_unit(max(1, round(number / 1000)), "digital-kilobyte", "short", locale=code)
    size = format_unit(round(number / 1_000_000, 1), "digital-megabyte", "short", locale=code)
    return size.replace("M\u0411", "\u041c\u0411")  # CLDR's Kazakh has a Latin M


@register.filter
def text_title(name: str) -> str:
    """The heading of one of the press office's plain texts."""
    return TEXTS[name]()
