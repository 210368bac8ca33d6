"""Names that should not be there, and names that lead nowhere."""

import re
from collections.abc import Iterator

from django.db.models import Model
from django.utils.translation import gettext as _

from composer_site.desk.checks.subject import Check, Link, RejectedForm, Subject
from composer_site.desk.places import Place
from composer_site.desk.text_diff import HAN
from composer_site.publishing.translations import translatable
from composer_site.values.languages import LANGUAGES
from composer_site.values.normal_forms import normalised


def rejected_forms(subject: Subject) -> Iterator[Check]:
    for place in (*subject.places, *subject.pictures):
        texts = _texts(place)
        whole = "\n".join(texts.values())
        # A site may have thousands of forms: a glance, before each is looked for as a word.
        for form, person in subject.rejected:
            if _even(form) in whole and (links := _where(place, texts, form)):
                yield _check(place, (form, person), links)


def _check(place: Place, rejected: RejectedForm, links: list[Link]) -> Check:
    words = dict(zip(("form", "person"), rejected, strict=True))
    sentence = _("“%(form)s” is a rejected form of the name %(person)s. It stands in:") % words
    return Check(place.where, sentence, links)


def _texts(place: Place) -> dict[str, str]:
    """{column: text}, in which markup and case do not hide a name."""
    model: type[Model] = type(place.row)
    columns = (
        f"{name}_{language.suffix}"
        for name in translatable(model)
        for language in LANGUAGES.values()
    )
    return {column: _even(place.plain(column)) for column in columns}


def _where(place: Place, texts: dict[str, str], form: str) -> list[Link]:
    pattern = as_a_word(form)
    return [
        Link(place.field_in_language(column), place.link(column))
        for column, text in texts.items()
        if pattern.search(text)
    ]


def as_a_word(form: str) -> re.Pattern[str]:
    """Chinese sets no spaces between words."""
    form = re.escape(_even(form))
    return re.compile(form if re.search(f"[{HAN}]", form) else rf"(?<!\w){form}(?!\w)")


def _even(text: str) -> str:
    return " ".join(normalised("NFKC", text).casefold().split())


def without_page(subject: Subject) -> Iterator[Check]:
    """A link would lead to nothing."""
    if subject.unlinked:
        sentence = _("Without a public page at that time, so the names are plain text:")
        yield Check("", sentence, [Link(row.name, row.address) for row in subject.unlinked])
