"""From the working copy of a film to what visitors read: `film_document` is the only way."""

from typing import Any

from composer_site.dates import sort_date
from composer_site.languages import LANGUAGES
from composer_site.publishing.documents import Document, Reading, reference
from composer_site.sorting import sort_key

SCHEMA = 1
TEXTS = (
    "tagline",
    "logline",
    "synopsis_short",
    "synopsis",
    "synopsis_long",
    "production_notes",
)
FACTS = (
    "status",
    "year",
    "countries",
    "spoken_languages",
    "genres",
    "running_time",
    "aspect_ratio",
    "sound",
    "colour",
    "shooting_format",
)
IDENTIFIERS = ("imdb", "tmdb", "wikidata", "eidr", "isan")


def film_document(film: Any, code: str) -> Document:
    """Codes stay codes and dates stay EDTF: the template says them in the page's language."""
    reading = Reading.of(film, code)
    title, summary = reading.text(film, "title"), _summary(film, reading)
    poster = film.poster.document(reading) if film.poster else None
    hero = film.hero.document(reading) if film.hero else None
    card = {"title": title, "summary": summary, "picture": poster, "hero": hero, "year": film.year}
    return {
        "title": title,
        "summary": summary,
        "is_translation": reading.translates(film),
        "sort_key": sort_key(title["text"], code) if title else "",
        "sort_at": f"{film.year}-01-01" if film.year else None,
        "card": card,
        "titles": _titles(film),
        **{name: reading.text(film, name) for name in TEXTS},
        "directors_statement": reading.html(film, "directors_statement"),
        **{name: getattr(film, name) for name in FACTS},
        "identifiers": {name: getattr(film, name) for name in IDENTIFIERS if getattr(film, name)},
        "poster": poster,
        "hero": hero,
        "credits": _credits(film, reading),
        "releases": [_release(release, reading) for release in _by_date(film.releases.all())],
    }


def _summary(film: Any, reading: Reading) -> Document | None:
    return reading.text(film, "logline") or reading.text(film, "synopsis_short")


def _titles(film: Any) -> list[Document]:
    """The title in each language that has one: a film is asked for by any of them."""
    titles = [
        (language, getattr(film, f"title_{language.suffix}")) for language in LANGUAGES.values()
    ]
    return [{"text": title, "lang": language.tag} for language, title in titles if title]


def _credits(film: Any, reading: Reading) -> list[Document]:
    return [_credit(credit, reading) for credit in film.credits.all()]


def _credit(credit: Any, reading: Reading) -> Document:
    return {
        "department": credit.department,
        "role": credit.role,
        "holder": _holder(credit, reading),
        "credited_as": credit.credited_as,
        "character": reading.text(credit, "character"),
        "portrays": _person(credit.portrays, reading, "portrayed") if credit.portrays else None,
        "mark": credit.mark,
    }


def _holder(credit: Any, reading: Reading) -> Document:
    if credit.person:
        return _person(credit.person, reading, "credit")
    name = reading.text(credit.organisation, "name")
    return reference("organisation", credit.organisation, "credit", name)


def _person(person: Any, reading: Reading, relation: str) -> Document:
    return reference("person", person, relation, person.name_in(reading.language.code))


def _by_date(releases: Any) -> list[Any]:
    return sorted(releases, key=lambda release: (sort_date(release.date), release.position))


def _release(release: Any, reading: Reading) -> Document:
    return {
        "territory": release.territory,
        "kind": release.kind,
        "date": release.date,
        "note": reading.text(release, "note"),
        "distributor": release.distributor,
        "certificate": release.certificate,
    }


def lift(document: Document) -> Document:
    """Today's shape of a stored document. There has been one so far: `document["schema"] == 1`."""
    return document
