"""Dates that a translation says otherwise than the source."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from composer_site.desk.checks.subject import Check, Link, Subject
from composer_site.desk.places import Place
from composer_site.publishing.translations import Text
from composer_site.values.dates.calendar_words import day_of_a_year_in_words
from composer_site.values.dates.dates_in_text import Dates, dates_in_text
from composer_site.values.languages import LANGUAGES, current


def other_dates(subject: Subject) -> Iterator[Check]:
    for place in (*subject.places, *subject.pictures):
        source = place.row.language_of_source()
        for text in place.row.texts():
            if text.target and (sentence := _compared(place, source, text)):
                links = [Link(text.language.name, place.link(text.column), text.language)]
                yield Check(place.label(text.column), sentence, links)


def _compared(place: Place, source: str, text: Text) -> str:
    column = f"{text.name}_{LANGUAGES[source].suffix}"
    stated = dates_in_text(place.plain(column), source)
    translated = dates_in_text(place.plain(text.column), text.language.code)
    lost = in_words(_lost(stated, translated))
    other = in_words(_instead(stated, translated))
    if lost and other:
        return _("The source says %(lost)s, this text %(other)s:") % {"lost": lost, "other": other}
    if lost:
        return _("The source says %s, this text does not:") % lost
    return _("This text says %s, the source does not:") % other if other else ""


def _lost(stated: Dates, translated: Dates) -> Dates:
    return Dates(_only_in(stated.years, translated.years), _only_in(stated.days, translated.days))


def _instead(stated: Dates, translated: Dates) -> Dates:
    """A date more may be another wording: “a day later” has become “11 June”. Where a text names
    no more than the source does, another one stands in the place of one."""
    years = _only_in(translated.years, stated.years)
    days = _only_in(translated.days, stated.days)
    return Dates(
        years if translated.years.total() <= stated.years.total() else Counter(),
        days if translated.days.total() <= stated.days.total() else Counter(),
    )


def _only_in(one: Counter[Any], other: Counter[Any]) -> Counter[Any]:
    return Counter({date: number for date, number in one.items() if date not in other})


def in_words(dates: Dates) -> str:
    code = current().code
    days = [day_of_a_year_in_words(month, day, code) for month, day in sorted(dates.days)]
    return ", ".join([*days, *map(str, sorted(dates.years))])
