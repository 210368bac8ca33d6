"""A film's JSON-LD (https://schema.org/Movie): what its page says, and nothing besides."""

from collections.abc import Iterable
from typing import Any

from django import template

from composer_site.publishing.documents import Document
from composer_site.visitors.templatetags.json_ld import thing, thing_named
from composer_site.visitors.templatetags.links import name_of
from composer_site.visitors.templatetags.pictures import largest_url
from composer_site.visitors.templatetags.words import MACHINE_DATE, country, label
from films.templatetags.film_words import film_identifiers, other_titles
from films.vocabulary import PERFORMERS, Genre, ReleaseKind, Result, Role

register = template.Library()

COMPANIES = (Role.PRODUCTION_COMPANY, Role.CO_PRODUCTION_COMPANY)
PRODUCERS = (Role.PRODUCER, Role.EXECUTIVE_PRODUCER, Role.CO_PRODUCER)


@register.simple_tag(takes_context=True)
def movie(context: Any) -> Document:
    film = context["document"]
    return thing(
        context,
        "Movie",
        alternateName=_other_names(film),
        dateCreated=str(film["year"]) if film["year"] else None,
        datePublished=_published(film),
        duration=f"PT{film['running_time']}M" if film["running_time"] else None,
        genre=[label(Genre, value) for value in film["genres"]],
        inLanguage=film["spoken_languages"],
        countryOfOrigin=[_country(code) for code in film["countries"]],
        director=_holders(context, (Role.DIRECTOR,)),
        author=_holders(context, (Role.SCREENPLAY,)),
        producer=_holders(context, PRODUCERS),
        musicBy=_holders(context, (Role.COMPOSER,)),
        actor=_cast(context),
        productionCompany=_holders(context, COMPANIES),
        award=list(_awards(film)),
        releasedEvent=list(_releases(film)),
        trailer=[_trailer(context, trailer) for trailer in film["trailers"]],
        sameAs=[address for *_rest, address in film_identifiers(film["identifiers"])],
    )


def _other_names(film: Document) -> list[str]:
    names = [title["text"] for title in other_titles(film["titles"], film["title"])]
    names += [row["name"]["text"] for row in film["alternative_titles"]]
    return [name for name in dict.fromkeys(names) if name != film["title"]["text"]]


def _country(code: str) -> Document:
    return {"@type": "Country", "name": country(code)}


def _dated(film: Document) -> Iterable[Document]:
    """Releases that took place, or will, on a date that is certain."""
    for release in film["releases"]:
        if release["kind"] != ReleaseKind.PLANNED and MACHINE_DATE.fullmatch(release["date"]):
            yield release


def _published(film: Document) -> str | None:
    return min((release["date"] for release in _dated(film)), default=None)


def _releases(film: Document) -> Iterable[Document]:
    for release in _dated(film):
        code = release["territory"]
        place = _country(code) if code else None
        yield {"@type": "PublicationEvent", "startDate": release["date"], "location": place}


def _awards(film: Document) -> Iterable[str]:
    for screening in film["screenings"]:
        if screening["result"] == Result.WON and screening["award"]:
            event = (screening["event"] or {}).get("text", "")
            for award in screening["award"]["text"].splitlines():
                yield f"{event}: {award}" if event else award


def _with_roles(film: Document, roles: tuple[Role, ...]) -> Iterable[Document]:
    return (credit for credit in film["credits"] if credit["role"] in roles)


def _holders(context: Any, roles: tuple[Role, ...]) -> list[Document]:
    return [_holder(context, credit) for credit in _with_roles(context["document"], roles)]


def _holder(context: Any, credit: Document) -> Document:
    reference = credit["holder"]
    kind = "Person" if reference["noun"] == "person" else "Organization"
    return thing_named(context, kind, reference)


def _cast(context: Any) -> list[Document]:
    return [_actor(context, credit) for credit in _with_roles(context["document"], PERFORMERS)]


def _actor(context: Any, credit: Document) -> Document:
    actor, character = _holder(context, credit), _character(context, credit)
    if not character:
        return actor
    return {"@type": "PerformanceRole", "actor": actor, "characterName": character["text"]}


def _character(context: Any, credit: Document) -> Document | None:
    """A historical person without another word bears his or her own name."""
    portrayed = credit["portrays"]
    return credit["character"] or (name_of(context, portrayed) if portrayed else None)


def _trailer(context: Any, trailer: Document) -> Document:
    picture = trailer["picture"]
    return {
        "@type": "VideoObject",
        "name": (trailer["title"] or {}).get("text"),
        "url": trailer["links"][0],
        "thumbnailUrl": largest_url(context, picture),
        "uploadDate": trailer["date"],
        "inLanguage": trailer["language"],
    }
