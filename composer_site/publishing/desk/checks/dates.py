"""Dates of the source that a translation does not name."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from composer_site.dates.calendar_words import day_of_a_year_in_words
from composer_site.dates.dates_in_text import Dates, dates_in_text
from composer_site.languages import LANGUAGES, current
from composer_site.publishing.desk.checks.subject import Check, Link, Subject
from composer_site.publishing.desk.places import Place
from composer_site.publishing.translations import Text


def other_dates(subject: Subject) -> Iterator[Check]:
    """A date more in a translation says nothing: “a day later” may have become “11 June”."""
    for place in (*subject.places, *subject.pictures):
        source = place.row.language_of_source()
        for text in place.row.texts():
            if text.target and (check := _compared(place, source, text)):
                yield check


def _compared(place: Place, source: str, text: Text) -> Check | None:
    column = f"{text.name}_{LANGUAGES[source].suffix}"
    said = dates_in_text(place.plain(column), source)
    translated = dates_in_text(place.plain(text.column), text.language.code)
    if not (lost := said - translated):
        return None
    words = {"lost": in_words(lost), "other": in_words(translated - said)}
    sentence = _("The source says %(lost)s, this text does not:")
    if words["other"]:
        sentence = _("The source says %(lost)s, this text %(other)s:")
    links = [Link(text.language.name, place.link(text.column), text.language)]
    return Check(place.label(text.column), sentence % words, links)


def in_words(dates: Dates) -> str:
    code = current().code
    days = [day_of_a_year_in_words(month, day, code) for month, day in sorted(dates.days)]
    return ", ".join([*days, *map(str, sorted(dates.years))])
