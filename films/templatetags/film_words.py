"""Films in the reader's words, and their JSON-LD."""

from itertools import groupby
from typing import Any

from django import template

from composer_site.identifiers import identifier_name, identifier_url
from composer_site.publishing.documents import Document
from composer_site.templatetags.structured import named, thing
from composer_site.templatetags.words import country, label, listed
from films.vocabulary import Colour, Department, Genre, Mark, ReleaseKind, Role, Status

register = template.Library()

DIRECTORS = (Role.DIRECTOR,)
ACTORS = (Role.ACTOR, Role.VOICE)
COMPANIES = (Role.PRODUCTION_COMPANY, Role.CO_PRODUCTION_COMPANY)


@register.filter
def role(value: str) -> str:
    return label(Role, value)


@register.filter
def genres(values: list[str]) -> str:
    return listed([label(Genre, value) for value in values])


@register.filter
def status(value: str) -> str:
    return label(Status, value)


@register.filter
def release_kind(value: str) -> str:
    return label(ReleaseKind, value)


@register.filter
def mark(value: str) -> str:
    return label(Mark, value)


@register.filter
def colour(value: str) -> str:
    return label(Colour, value)


@register.filter
def cast(credits: list[Document]) -> list[Document]:
    return [credit for credit in credits if credit["department"] == Department.CAST]


@register.filter
def plays_by_name(credit: Document) -> bool:
    """The character is a historical person and bears that name: it need be said once only."""
    portrayed = (credit["portrays"] or {}).get("name")
    if not portrayed:
        return False
    return not credit["character"] or credit["character"]["text"] == portrayed["text"]


@register.filter
def crew(credits: list[Document]) -> list[tuple[str, list[Document]]]:
    """[(role, credits)] of all but the cast, in the order of the credits."""
    others = [credit for credit in credits if credit["department"] != Department.CAST]
    return [(name, list(group)) for name, group in groupby(others, lambda one: one["role"])]


@register.filter
def other_titles(titles: list[Document], title: Document) -> list[Document]:
    """The title in other languages, each spelling once."""
    unique = {other["text"]: other for other in reversed(titles) if other["text"] != title["text"]}
    return list(reversed(unique.values()))


@register.filter
def film_identifiers(identifiers: dict[str, str]) -> list[tuple[str, str, str]]:
    """[(register, number, address or nothing)]"""
    return [
        (identifier_name(kind, number), number, identifier_url(kind, number))
        for kind, number in identifiers.items()
    ]


@register.simple_tag(takes_context=True)
def movie(context: Any) -> Document:
    film = context["document"]
    return thing(
        context,
        "Movie",
        alternateName=[title["text"] for title in other_titles(film["titles"], film["title"])],
        dateCreated=str(film["year"]) if film["year"] else None,
        duration=f"PT{film['running_time']}M" if film["running_time"] else None,
        genre=[label(Genre, value) for value in film["genres"]],
        countryOfOrigin=[{"@type": "Country", "name": country(code)} for code in film["countries"]],
        director=_holders(context, DIRECTORS),
        actor=_holders(context, ACTORS),
        productionCompany=_holders(context, COMPANIES),
        sameAs=[address for *_rest, address in film_identifiers(film["identifiers"])],
    )


def _holders(context: Any, roles: tuple[Role, ...]) -> list[Document]:
    credits = [credit for credit in context["document"]["credits"] if credit["role"] in roles]
    return [_holder(context, credit["holder"]) for credit in credits]


def _holder(context: Any, reference: Document) -> Document:
    kind = "Person" if reference["noun"] == "person" else "Organization"
    return named(context, kind, reference)
