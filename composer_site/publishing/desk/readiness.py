"""What stands in the way of a release, and what it would go out without."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from translated_fields import show_language_code

from composer_site.languages import LANGUAGES, Language
from composer_site.publishing.desk.comparison import Documents
from composer_site.publishing.desk.facts import field_of
from composer_site.publishing.documents import PICTURE, Document, references
from composer_site.publishing.models import Page
from composer_site.publishing.working_copy import Part, Publishable


@dataclass(frozen=True)
class Blocker:
    """`anchor` is the id of the field in the change form."""

    where: str
    sentence: str
    anchor: str


def blockers(whole: Publishable) -> list[Blocker]:
    """Everything that full_clean refuses, of the thing and of its parts."""
    with show_language_code(True):
        found = list(_of_row(whole, "", "id_"))
        for name in whole.noun.parts:
            for index, part in enumerate(getattr(whole, name).all()):
                where = f"{capfirst(part._meta.verbose_name)} {index + 1}"
                found += _of_row(part, where, f"id_{name}-{index}-")
    return found


def _of_row(row: Any, where: str, prefix: str) -> Iterator[Blocker]:
    try:
        row.clean_stored() if isinstance(row, Part) else row.full_clean()
    except ValidationError as error:
        for name, sentences in error.message_dict.items():
            field = field_of(type(row), name)
            label = capfirst(str(field.verbose_name)) if field else ""
            place = ", ".join(filter(None, (where, label)))
            anchor = "" if name == NON_FIELD_ERRORS else f"{prefix}{name}"
            yield from (Blocker(place, sentence, anchor) for sentence in sentences)


def warnings(whole: Publishable, documents: Documents) -> list[str]:
    """What is missing and does not stop a release, one sentence each."""
    return [
        *_untranslated(documents, LANGUAGES[whole.source_language]),
        *_pictures(documents),
        *_names_without_page(documents),
        *whole.release_warnings(),
    ]


def _untranslated(documents: Documents, source: Language) -> Iterator[str]:
    for code, document in documents.items():
        if not document.get("is_translation"):
            yield _(
                "%(language)s: not all of the main texts are there. Where one is missing, "
                "visitors read it in %(source)s."
            ) % {"language": LANGUAGES[code].name, "source": source.name}


def _pictures(documents: Documents) -> Iterator[str]:
    missing = defaultdict(list)
    for code, document in documents.items():
        for picture in _pictures_of(document):
            for name in ("alt", "credit"):
                text = picture.get(name)
                if not text or text["lang"] != LANGUAGES[code].tag:
                    missing[name].append(LANGUAGES[code].name)
    sentences = {
        "alt": _("A picture has no text alternative in: %s."),
        "credit": _("A picture has no credit in: %s."),
    }
    for name, sentence in sentences.items():
        if languages := dict.fromkeys(missing[name]):
            yield sentence % ", ".join(languages)


def _pictures_of(document: Document) -> list[Document]:
    return [reference for reference in references(document) if reference["noun"] == PICTURE]


def _names_without_page(documents: Documents) -> Iterator[str]:
    named = {
        reference["uid"]: (reference["name"] or {}).get("text", "")
        for reference in references(list(reversed(documents.values())))
        if reference["noun"] != PICTURE
    }
    public = Page.objects.public(timezone.now()).filter(uid__in=named).values_list("uid", flat=True)
    linked = {str(uid) for uid in public}
    names = [name for uid, name in named.items() if uid not in linked]
    if names:
        yield _("Named without a link, having no public page: %s.") % ", ".join(names)
