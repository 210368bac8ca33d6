"""From the working copy of a person or an organisation to what visitors read."""

from typing import Any

from composer_site.publishing.documents import Document, Reading
from composer_site.sources.topics import topics
from composer_site.values.dates import sort_date
from composer_site.values.sorting import sort_key
from people.vocabulary import NameKind

PERSON_SCHEMA = 2
ORGANISATION_SCHEMA = 2


def person_document(person: Any, code: str) -> Document:
    reading = Reading.in_language(code)
    name, occupation = person.name_in(code), reading.text(person, "occupation")
    return {
        "title": name,
        "summary": occupation,
        "is_translation": reading.translates(person) and _has_name(person, code),
        "sort_key": name_key(person, code),
        "sort_at": sort_date(person.born).isoformat() if person.born else None,
        "card": {"title": name, "summary": occupation, "picture": _portrait(person, reading)},
        "names": _names(person, rejected=False),
        "rejected_names": _names(person, rejected=True),
        "occupation": occupation,
        "biography": reading.html(person, "biography"),
        "portrait": _portrait(person, reading),
        "born": {"date": person.born, "place": reading.text(person, "born_place")},
        "died": {"date": person.died, "place": reading.text(person, "died_place")},
        "identifiers": {
            kind: getattr(person, kind)
            for kind in ("imdb", "wikidata", "viaf")
            if getattr(person, kind)
        },
        "works": [_work(work, reading) for work in _by_date(person.works.all())],
        "claims": topics(person.claims.all(), reading),
        "not_known": reading.text(person, "not_known"),
    }


def _portrait(person: Any, reading: Reading) -> Document | None:
    return person.portrait.document(reading) if person.portrait else None


def _has_name(person: Any, code: str) -> bool:
    return any(code in name.preferred_for for name in person.names.all())


def _names(person: Any, *, rejected: bool) -> list[Document]:
    """Rejected forms are searched for, and shown on the names sheet alone."""
    names = person.names.all()
    return [_name(name) for name in names if (name.kind == NameKind.REJECTED) is rejected]


def _name(name: Any) -> Document:
    return {
        "text": name.value,
        "lang": name.tag,
        "kind": name.kind,
        "family": name.family,
        "given": name.given,
        "family_first": name.family_first,
        "preferred_for": name.preferred_for,
    }


def _by_date(works: Any) -> list[Any]:
    return sorted(works, key=lambda work: (sort_date(work.date), work.position))


def _work(work: Any, reading: Reading) -> Document:
    original = {"text": work.original_title, "lang": work.original_language or "und"}
    return {
        "title": reading.text(work, "title"),
        "original_title": original if work.original_title else None,
        "kind": work.kind,
        "date": work.date,
        "place": reading.text(work, "place"),
        "note": reading.text(work, "note"),
    }


def name_key(person: Any, code: str) -> str:
    name = person.name_for(code)
    return sort_key(name.sort_as or name.value, code) if name else person.slug


def organisation_document(organisation: Any, code: str) -> Document:
    reading = Reading.in_language(code)
    name, about = reading.text(organisation, "name"), reading.text(organisation, "boilerplate")
    logo = organisation.logo.document(reading) if organisation.logo else None
    return {
        "title": name,
        "summary": about,
        "is_translation": reading.translates(organisation),
        "sort_key": sort_key(name["text"], code) if name else "",
        "card": {
            "title": name,
            "summary": about,
            "picture": logo,
            "kind": organisation.kind,
            "country": organisation.country,
        },
        "kind": organisation.kind,
        "country": organisation.country,
        "logo": logo,
        "website": organisation.website,
        "boilerplate": about,
    }


def lift_person(document: Document) -> Document:
    """Today's shape of a stored document."""
    if document["schema"] == 1:
        names = [{"given": "", "preferred_for": [], **name} for name in document["names"]]
        lists = {"rejected_names": [], "works": [], "claims": []}
        return {**document, **lists, "names": names, "not_known": None}
    return document


def lift_organisation(document: Document) -> Document:
    """Today's shape of a stored document."""
    if document["schema"] == 1:
        kind = {"kind": document["kind"], "country": document["country"]}
        return {**document, "card": document["card"] | kind}
    return document
