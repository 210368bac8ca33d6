"""People and organisations in the reader's words."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.publishing.documents import Document
from composer_site.values.identifiers import identifier_name, identifier_url
from composer_site.values.languages import LANGUAGES, current
from composer_site.values.sorting import initial
from composer_site.visitors.templatetags.words import label, listed
from people.vocabulary import NameKind, NameTag, OrganisationKind, WorkKind

register = template.Library()

PORTRAYED = "portrayed"
# The ways in which statements mention somebody, the strongest first.
HEADINGS = {
    "issuer": lambda: _("Statements issued"),
    "speaker": lambda: _("Quoted in"),
    "about": lambda: _("Mentioned in"),
}
RELATIONS = list(HEADINGS)


@register.filter
def name_kind(value: str) -> str:
    return label(NameKind, value)


@register.filter
def name_tag(value: str) -> str:
    return label(NameTag, value)


@register.filter
def site_languages(codes: list[str]) -> str:
    """Each by the name it has for itself."""
    return listed([LANGUAGES[code].name for code in codes if code in LANGUAGES])


@register.filter
def organisation_kind(value: str) -> str:
    return label(OrganisationKind, value)


@register.filter
def work_kind(value: str) -> str:
    return label(WorkKind, value)


@register.filter
def with_family(name: Document) -> str | SafeString:
    """The name as it is printed, with the family name marked where it begins or ends the name."""
    text, family = name["text"], name["family"]
    at = 0 if name["family_first"] else len(text) - len(family)
    if not family or not text.startswith(family, at):
        return text
    marked = format_html('<span class="family">{}</span>', family)
    return format_html("{}{}{}", text[:at], marked, text[at + len(family) :])


@register.filter
def as_makers(films: Iterable[Any]) -> list[Any]:
    """Of pages that mention somebody, those of films on which they worked."""
    return [film for film in films if set(film.relations.split()) - {PORTRAYED}]


@register.filter
def as_portrayed(films: Iterable[Any]) -> list[Any]:
    return [film for film in films if PORTRAYED in film.relations.split()]


@register.filter
def by_relation(statements: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """[(relation, statements)], each statement once: by the strongest way in which it mentions."""
    groups: dict[str, list[Any]] = {relation: [] for relation in RELATIONS}
    for statement in statements:
        found = statement.relations.split()
        strongest = next((relation for relation in RELATIONS if relation in found), "about")
        groups[strongest].append(statement)
    return [(relation, group) for relation, group in groups.items() if group]


@register.filter
def by_letter(pages: Iterable[Any], letters: dict[str, int]) -> list[tuple[str, int, list[Any]]]:
    """[(letter, its place among all letters, pages)]; a list without letters is one group."""
    if not letters:
        return [("", 0, list(pages))]
    groups, places = groupby(pages, letter_of), {letter: i for i, letter in enumerate(letters, 1)}
    return [(letter, places[letter], list(group)) for letter, group in groups]


def letter_of(page: Any) -> str:
    return initial(page.sort_key, current().code)


@register.filter
def relation_heading(relation: str) -> str:
    return HEADINGS[relation]()


@register.filter
def person_identifiers(identifiers: dict[str, str]) -> list[tuple[str, str]]:
    """[(register, address)]"""
    return [
        (identifier_name(kind, number), identifier_url(kind, number))
        for kind, number in identifiers.items()
    ]
