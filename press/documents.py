"""From the working copies of the press office to what visitors read."""

import re
from itertools import chain, count
from typing import Any

from composer_site.publishing.documents import Document, Reading, reference
from composer_site.values.languages import LANGUAGES
from composer_site.values.richtext import clean_html, plain_text

STATEMENT_SCHEMA = 3
OFFICE_SCHEMA = 2
PLAIN_TEXTS = ("about", "terms", "privacy", "accessibility", "imprint")
QUOTE, CORRECTION = "quote", "correction"
# Of a contact whose hours are not given, and of those of the first shape.
CLOSED: Document = {"open_days": [], "opens_at": "", "closes_at": ""}
# Keys of a quote that the second and the third shape of a statement brought.
LATER_OF_QUOTE: Document = {"original": None, "speaker_organisation": None}
QUOTE_PLACE = re.compile(r"<p>\s*\[quote (\d{1,4})\]\s*</p>")


def statement_document(statement: Any, code: str) -> Document:
    reading = Reading.in_language(code)
    title, summary = reading.text(statement, "headline"), _summary(statement, reading)
    picture = statement.picture.document(reading) if statement.picture else None
    dateline = {"place": reading.text(statement, "place"), "date": statement.dated}
    return {
        "title": title,
        "summary": summary,
        "is_translation": reading.translates(statement),
        "sort_at": statement.date.isoformat(),
        "facet": statement.kind,
        "card": {
            "title": title,
            "summary": summary,
            "picture": picture,
            "kind": statement.kind,
            "corrected": _last_corrected(statement),
            **dateline,
        },
        "kind": statement.kind,
        "dateline": dateline,
        "standfirst": reading.text(statement, "standfirst"),
        "corrections": [_correction(row, reading) for row in statement.corrections.all()],
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
        "attachments": _attachments(statement, reading),
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
    for index, piece in enumerate(_pieces(body.get("html", ""))):
        if index % 2 == 0:
            blocks += [{"html": piece, "lang": body.get("lang")}] if piece else []
        elif 0 < int(piece) <= len(quotes) and int(piece) not in placed:
            placed.add(int(piece))
            blocks.append({"quote": quotes[int(piece) - 1]})
    left = [quote for number, quote in enumerate(quotes, 1) if number not in placed]
    return blocks + [{"quote": quote} for quote in left]


def _pieces(body: str) -> list[str]:
    """Rich text, and between two of its pieces the number of a quote. A place in the middle of a list
    would leave both halves of it without an end."""
    first, *others = QUOTE_PLACE.split(body)
    if not others:
        return [body]
    return [
        clean_html(first),
        *(text if n % 2 == 0 else clean_html(text) for n, text in enumerate(others)),
    ]


def _correction(correction: Any, reading: Reading) -> Document:
    return {
        "id": str(correction.uid),
        "kind": correction.kind,
        "date": correction.date.isoformat(),
        "said": reading.text(correction, "said"),
        "says": reading.text(correction, "says"),
    }


def _last_corrected(statement: Any) -> str:
    return max((row.date.isoformat() for row in statement.corrections.all()), default="")


def _attachments(statement: Any, reading: Reading) -> list[Document]:
    """Each with the name that it is saved under: `the-address-kk.pdf`, `the-address-kk-2.pdf`."""
    documents, taken = [], set()
    for row in statement.attachments.all():
        stem = "-".join(filter(None, [statement.slug, row.language.lower()]))
        names = chain([stem], (f"{stem}-{number}" for number in count(2)))
        name = next(name for name in names if name not in taken)
        taken.add(name)
        documents.append(_attachment(row, reading, f"{name}.pdf"))
    return documents


def _attachment(attachment: Any, reading: Reading, file_name: str) -> Document:
    return {
        "file": attachment.file.document(file_name),
        "title": reading.text(attachment, "title"),
        "language": attachment.language,
    }


def _quote(quote: Any, reading: Reading) -> Document:
    text = reading.text(quote, "text")
    return {
        "id": str(quote.uid),
        "text": text,
        "original": _original(quote, text),
        **_speakers(quote, reading),
        "described": reading.text(quote, "speaker_described"),
        "spoken_in": quote.spoken_in,
        "wording": quote.wording,
        "source": {"title": quote.source_title, "link": quote.source_link},
    }


def _original(quote: Any, text: Document | None) -> Document | None:
    """The words in the language they were said in, where that is another and we have them."""
    said_in = (quote.spoken_in or "").split("-")[0]
    for language in LANGUAGES.values():
        own = getattr(quote, f"text_{language.suffix}")
        if own and language.tag.split("-")[0] == said_in and text and text["lang"] != language.tag:
            return {"text": own, "lang": language.tag}
    return None


def statement_excerpts(statement: Document) -> list[Document]:
    """What the quote bank and the feed of corrections show of a statement, by itself."""
    quotes = [block["quote"] for block in statement["body"] if "quote" in block]
    rows = [_quote_excerpt(quote) for quote in quotes if quote["text"]]
    return rows + [_correction_excerpt(row) for row in statement["corrections"]]


def _quote_excerpt(quote: Document) -> Document:
    speaker = quote["speaker"]
    return {
        "name": QUOTE,
        "uid": quote["id"],
        "subject": speaker["uid"] if speaker else None,
        "spoken_in": quote["spoken_in"],
        "sort_at": None,
        "card": quote,
    }


def _correction_excerpt(correction: Document) -> Document:
    return {
        "name": CORRECTION,
        "uid": correction["id"],
        "sort_at": correction["date"],
        "card": correction,
    }


def _speakers(quote: Any, reading: Reading) -> Document:
    """Who spoke; and for which organisation, where a person did."""
    body = quote.speaker_organisation
    organisation = _organisation(body, reading, "speaker") if body else None
    if quote.speaker is None:
        return {"speaker": organisation, "speaker_organisation": None}
    person = _person(quote.speaker, reading, "speaker")
    return {"speaker": person, "speaker_organisation": organisation}


def _person(person: Any, reading: Reading, relation: str) -> Document:
    return reference("person", person, relation, person.name_in(reading.language.code))


def _organisation(organisation: Any, reading: Reading, relation: str) -> Document:
    name = reading.text(organisation, "name")
    return reference("organisation", organisation, relation, name)


def press_office_document(office: Any, code: str) -> Document:
    """Its card stands on every page: the site's name, the notice, the film, the contacts."""
    reading = Reading.in_language(code)
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
        "open_days": contact.open_days,
        "opens_at": _clock(contact.opens_at),
        "closes_at": _clock(contact.closes_at),
        "hours": reading.text(contact, "hours"),
        "zone": contact.zone,
        "email": contact.email,
        "telephone": contact.telephone,
    }


def _clock(time: Any) -> str:
    return time.strftime("%H:%M") if time else ""


def lift_statement(document: Document) -> Document:
    """Today's shape of a stored document."""
    if document["schema"] < STATEMENT_SCHEMA:
        body = [_lift_block(block) for block in document["body"]]
        return {"corrections": [], "attachments": [], **document, "body": body}
    return document


def _lift_block(block: Document) -> Document:
    return {"quote": {**LATER_OF_QUOTE, **block["quote"]}} if "quote" in block else block


def lift_office(document: Document) -> Document:
    """Today's shape of a stored document."""
    if document["schema"] == 1:
        contacts = [{**CLOSED, **contact} for contact in document["card"]["contacts"]]
        return {**document, "card": {**document["card"], "contacts": contacts}}
    return document
