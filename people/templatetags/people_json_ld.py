"""The JSON-LD of a person (https://schema.org/Person) and of an organisation."""

from typing import Any

from django import template

from composer_site.publishing.documents import Document
from composer_site.visitors.templatetags.json_ld import thing
from composer_site.visitors.templatetags.words import MACHINE_DATE
from people.templatetags.people_words import person_identifiers

register = template.Library()


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
    return date if MACHINE_DATE.fullmatch(date or "") else None


@register.simple_tag(takes_context=True)
def organisation_data(context: Any) -> Document:
    website = context["document"]["website"]
    return thing(context, "Organization", sameAs=[website] if website else [])
