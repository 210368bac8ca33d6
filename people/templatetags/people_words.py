"""People and organisations in the reader's words, and their JSON-LD."""

import re
from typing import Any

from django import template

from composer_site.identifiers import identifier_name, identifier_url
from composer_site.publishing.documents import Document
from composer_site.templatetags.structured import thing
from composer_site.templatetags.words import label
from people.vocabulary import NameKind, NameTag, OrganisationKind

register = template.Library()

# Readers of JSON-LD know days, months and years, and no doubt about them.
CERTAIN = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@register.filter
def name_kind(value: str) -> str:
    return label(NameKind, value)


@register.filter
def name_tag(value: str) -> str:
    return label(NameTag, value)


@register.filter
def organisation_kind(value: str) -> str:
    return label(OrganisationKind, value)


@register.filter
def person_identifiers(identifiers: dict[str, str]) -> list[tuple[str, str]]:
    """[(register, address)]"""
    return [
        (identifier_name(kind, number), identifier_url(kind, number))
        for kind, number in identifiers.items()
    ]


@register.simple_tag(takes_context=True)
def person_data(context: Any) -> Document:
    person = context["document"]
    return thing(
        context,
        "Person",
        alternateName=_other_names(person),
        jobTitle=(person["occupation"] or {}).get("text"),
        birthDate=_certain(person["born"]["date"]),
        deathDate=_certain(person["died"]["date"]),
        sameAs=[address for _name, address in person_identifiers(person["identifiers"])],
    )


def _other_names(person: Document) -> list[str]:
    names = dict.fromkeys(name["text"] for name in person["names"])
    return [name for name in names if name != person["title"]["text"]]


def _certain(date: str) -> str | None:
    return date if CERTAIN.fullmatch(date or "") else None


@register.simple_tag(takes_context=True)
def organisation_data(context: Any) -> Document:
    website = context["document"]["website"]
    return thing(context, "Organization", sameAs=[website] if website else [])
