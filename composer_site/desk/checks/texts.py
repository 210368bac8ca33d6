"""Texts that a language lacks, and what the rows say of themselves."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from composer_site.desk.addresses import translation_address
from composer_site.desk.checks.subject import Check, Link, Subject
from composer_site.desk.places import Place
from composer_site.publishing.translations import Text


def untranslated(subject: Subject) -> Iterator[Check]:
    """Text by text, the main ones first: without them a page is no translation."""
    gaps = [(place, *gap) for place in subject.places for gap in missing(place)]
    for main in (True, False):
        for place, name, texts in gaps:
            if (name in place.row.main_texts) is main:
                label = place.label(texts[0].column)
                yield Check(label, _sentence(main), links(place, texts))


def missing(place: Place) -> Iterator[tuple[str, list[Text]]]:
    """(name, its gaps) of each text that the source has and another language lacks."""
    gaps = defaultdict(list)
    for text in place.row.texts():
        if not text.target:
            gaps[text.name].append(text)
    yield from gaps.items()


def links(place: Place, texts: list[Text]) -> list[Link]:
    return [Link(text.language.name, place.link(text.column), text.language) for text in texts]


def _sentence(main: bool) -> str:
    if main:
        return _(
            "A main text: without it, the page does not count as a translation. It is missing in:"
        )
    return _("Missing in:")


def said_by_rows(subject: Subject) -> Iterator[Check]:
    """What a row says of its own columns: a quote that its speaker has not approved."""
    for place in subject.places:
        for column, sentence in place.row.warnings_before_publication().items():
            yield Check(place.where, sentence, [Link(_("Fix"), place.link(column))])


def outdated(subject: Subject) -> Iterator[Check]:
    """Translations of an older source; each link leads to the desk, which shows what changed."""
    content_kind, pk = subject.whole.content_kind, subject.whole.pk
    for place, texts in stale_texts(subject.places):
        links = [
            Link(
                text.language.name,
                translation_address(text.language, content_kind, pk),
                text.language,
            )
            for text in texts
        ]
        sentence = _("The source was changed after it was translated into:")
        yield Check(place.label(texts[0].column), sentence, links)


def stale_texts(places: Iterable[Place]) -> Iterator[tuple[Place, list[Text]]]:
    """(place, its stale translations) of each text that has any."""
    for place in places:
        stale = [text for text in place.row.texts() if place.row.is_stale(text)]
        for _name, texts in groupby(stale, key=lambda text: text.name):
            yield place, list(texts)
