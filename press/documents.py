"""From the working copies of the press office to what visitors read."""

import re
from typing import Any

from composer_site.publishing.documents import Document, Reading, reference
from composer_site.richtext import plain_text

SCHEMA = 1
PLAIN_TEXTS = ("about", "terms", "privacy", "accessibility", "imprint")
QUOTE_PLACE = re.compile(r"<p>\s*\[quote (\d{1,4})\]\s*</p>")


def statement_document(statement: Any, code: str) -> Document:
    reading = Reading.of(statement, code)
    title, summary = reading.text(statement, "headline"), _summary(statement, reading)
    picture = statement.picture.document(reading) if statement.picture else None
    dateline = {"place": reading.text(statement, "place"), "date": statement.dated}
    return {
        "title": title,
        "summary": summary,
        "is_translation": reading.translates(statement),
        "sort_at": statement.date.isoformat(),
        "card": {
            "title": title,
            "summary": summary,
            "picture": picture,
            "kind": statement.kind,
            **dateline,
        },
        "kind": statement.kind,
        "dateline": dateline,
        "standfirst": reading.text(statement, "standfirst"),
        "body": _body(statement, reading),
        "notes": reading.html(statement, "notes"),
        "picture": picture,
        "issuers": [_organisation(row, reading, "issuer") for row in statement.issuers.all()],
        "films": [
            reference("film", film, "about", reading.text(film, "title"))
            for film in statement.films.all()
        ],
        "people": [_person(person, reading, "about") for person in statement.people.all()],
        "contacts": [str(contact.uid) for contact in statement.contacts.all()],
    }


def _summary(statement: Any, reading: Reading) -> Document | None:
    if standfirst := reading.text(statement, "standfirst"):
        return standfirst
    body = reading.html(statement, "body")
    return body and {"text": plain_text(body["html"])[:300], "lang": body["lang"]}


def _body(statement: Any, reading: Reading) -> list[Document]:
    """Blocks in reading order: `{"html": …, "lang": …}` or `{"quote": …}`; each quote once."""
    quotes = [_quote(quote, reading) for quote in statement.quotes.all()]
    body, placed, blocks = reading.html(statement, "body") or {}, set(), []
    for index, piece in enumerate(QUOTE_PLACE.split(body.get("html", ""))):
        if index % 2 == 0:
            blocks += [{"html": piece, "lang": body.get("lang")}] if piece.strip() else []
        elif 0 < int(piece) <= len(quotes) and int(piece) not in placed:
            placed.add(int(piece))
            blocks.append({"quote": quotes[int(piece) - 1]})
    left = [quote for number, quote in enumerate(quotes, 1) if number not in placed]
    return blocks + [{"quote": quote} for quote in left]


def _quote(quote: Any, reading: Reading) -> Document:
    return {
        "id": str(quote.uid),
        "text": reading.text(quote, "text"),
        "speaker": _speaker(quote, reading),
        "described": reading.text(quote, "speaker_described"),
        "spoken_in": quote.spoken_in,
        "wording": quote.wording,
        "source": {"title": quote.source_title, "link": quote.source_link},
    }


def _speaker(quote: Any, reading: Reading) -> Document | None:
    if quote.speaker:
        return _person(quote.speaker, reading, "speaker")
    if quote.speaker_organisation:
        return _organisation(quote.speaker_organisation, reading, "speaker")
    return None


def _person(person: Any, reading: Reading, relation: str) -> Document:
    return reference("person", person, relation, person.name_in(reading.language.code))


def _organisation(organisation: Any, reading: Reading, relation: str) -> Document:
    name = reading.text(organisation, "name")
    return reference("organisation", organisation, relation, name)


def press_office_document(office: Any, code: str) -> Document:
    """Its card stands on every page: the site's name, the notice, the film, the contacts."""
    reading = Reading.of(office, code)
    name = reading.text(office, "name")
    return {
        "title": name,
        "summary": None,
        "is_translation": reading.translates(office),
        "card": {
            "title": name,
            "notice": reading.text(office, "notice"),
            "contacts": [_contact(contact, reading) for contact in office.contacts.all()],
            "texts": [text for text in PLAIN_TEXTS if reading.html(office, text)],
        },
        "featured_film": _featured(office, reading),
        **{text: reading.html(office, text) for text in PLAIN_TEXTS},
    }


def _featured(office: Any, reading: Reading) -> Document | None:
    film = office.featured_film
    return film and reference("film", film, "featured", reading.text(film, "title"))


def _contact(contact: Any, reading: Reading) -> Document:
    return {
        "id": str(contact.uid),
        "role": reading.text(contact, "role"),
        "name": reading.text(contact, "name"),
        "languages_spoken": contact.languages_spoken,
        "territories": contact.territories,
        "hours": reading.text(contact, "hours"),
        "zone": contact.zone,
        "email": contact.email,
        "telephone": contact.telephone,
    }


def lift(document: Document) -> Document:
    """Today's shape of a stored document. There has been one so far: `document["schema"] == 1`."""
    return document
