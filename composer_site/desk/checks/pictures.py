"""What a picture lacks: words in each language, and the right to be shown."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from composer_site.desk.checks.subject import Check, Link, Subject
from composer_site.desk.clocks import on_own_clock
from composer_site.desk.places import Place
from composer_site.publishing.stored_files import Rights
from composer_site.publishing.translations import translatable
from composer_site.values.languages import LANGUAGES

SOON = dt.timedelta(days=30)


def without_words(subject: Subject) -> Iterator[Check]:
    """Alt text and credit in every language; a caption in every language or in none."""
    for place in subject.pictures:
        model: Any = type(place.row)
        for name in translatable(model):
            columns = {code: f"{name}_{language.suffix}" for code, language in LANGUAGES.items()}
            empty = [code for code in columns if not getattr(place.row, columns[code])]
            if empty and (name in model.main_texts or len(empty) < len(columns)):
                links = [
                    Link(LANGUAGES[code].name, place.link(columns[code]), LANGUAGES[code])
                    for code in empty
                ]
                yield Check(place.label(columns["en"]), _("Missing in:"), links)


def rights(subject: Subject) -> Iterator[Check]:
    for place in subject.pictures:
        until = place.row.usable_until
        if until and until <= subject.at + SOON:
            yield Check(place.where, _ending(until, subject.at), [_mend(place, "usable_until_0")])
        if place.row.rights == Rights.LICENSED:
            sentence = _("It is licensed to us, and not cleared for the press.")
            yield Check(place.where, sentence, [_mend(place, "rights")])


def _ending(until: dt.datetime, at: dt.datetime) -> str:
    time = on_own_clock(until)
    if until <= at:
        return _("Its licence ends before the publication, so no page will show it: %s.") % time
    return _("Its licence ends within 30 days after the publication: %s.") % time


def _mend(place: Place, column: str) -> Link:
    return Link(_("Fix"), place.link(column))
