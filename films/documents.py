"""From the working copy of a film to what visitors read: `film_document` is the only way."""

import datetime as dt
from decimal import Decimal
from typing import Any

from composer_site.publishing.documents import Document, Reading, reference
from composer_site.sources.topics import first_text, topics
from composer_site.values.dates import sort_date
from composer_site.values.languages import LANGUAGES
from composer_site.values.sorting import sort_key

SCHEMA = 2
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
    reading = Reading.in_language(code)
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
        "alternative_titles": [_title(row, reading) for row in film.alternative_titles.all()],
        "screenings": [_screening(row, reading) for row in _by_date(film.screenings.all())],
        "locations": [_location(row, reading) for row in film.locations.all()],
        "milestones": [_milestone(row, reading) for row in _by_date(film.milestones.all())],
        "stills": [_still(row, reading) for row in film.stills.all()],
        "trailers": [_trailer(row, reading) for row in film.trailers.all()],
        "reviews": [_review(row, reading) for row in film.reviews.all()],
        "claims": _claims(film, reading),
        "not_known": reading.text(film, "not_known"),
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
        return _person(credit.person, reading, credit.role)
    name = reading.text(credit.organisation, "name")
    return reference("organisation", credit.organisation, credit.role, name)


def _person(person: Any, reading: Reading, relation: str) -> Document:
    return reference("person", person, relation, person.name_in(reading.language.code))


def _by_date(rows: Any) -> list[Any]:
    return sorted(rows, key=lambda row: (sort_date(_day(row)), row.position))


def _day(row: Any) -> str:
    """In EDTF; of a screening whose hour is known, the day in its own zone."""
    time = getattr(row, "local_start", None)
    return time.date().isoformat() if time else row.date


def _release(release: Any, reading: Reading) -> Document:
    return {
        "territory": release.territory,
        "kind": release.kind,
        "date": release.date,
        "note": reading.text(release, "note"),
        "distributor": release.distributor,
        "certificate": release.certificate,
    }


def _title(title: Any, reading: Reading) -> Document:
    return {
        "name": {"text": title.text, "lang": title.language or "und"},
        "kind": title.kind,
        "note": reading.text(title, "note"),
    }


def _screening(screening: Any, reading: Reading) -> Document:
    """`date` is always there; `starts_at` (ISO, UTC) and `zone` where the hour is known."""
    time = screening.starts_at
    texts = ("event", "section", "venue", "award", "note")
    return {
        "id": str(screening.uid),
        "kind": screening.kind,
        "date": _day(screening),
        "starts_at": time.astimezone(dt.UTC).isoformat() if time else None,
        "zone": screening.zone if time else "",
        "country": screening.country,
        "result": screening.result,
        "link": screening.link,
        **{name: reading.text(screening, name) for name in texts},
    }


def _location(location: Any, reading: Reading) -> Document:
    known = location.latitude is not None
    return {
        "place": reading.text(location, "place"),
        "country": location.country,
        "kind": location.kind,
        "latitude": _degrees(location.latitude) if known else "",
        "longitude": _degrees(location.longitude) if known else "",
        "date": location.date,
        "note": reading.text(location, "note"),
    }


def _degrees(value: Decimal | str) -> str:
    """As maps read them, `50` and never `5E+1`."""
    return f"{Decimal(value).normalize():f}"


def _milestone(milestone: Any, reading: Reading) -> Document:
    texts = {name: reading.text(milestone, name) for name in ("headline", "text")}
    return {"date": milestone.date, **texts}


def _still(still: Any, reading: Reading) -> Document:
    return {"kind": still.kind, "picture": still.picture.document(reading)}


def _trailer(trailer: Any, reading: Reading) -> Document:
    return {
        "title": reading.text(trailer, "title"),
        "language": trailer.language,
        "subtitles": trailer.subtitles,
        "links": trailer.addresses,
        "date": trailer.date.isoformat() if trailer.date else "",
        "picture": trailer.picture.document(reading) if trailer.picture else None,
    }


def _review(review: Any, reading: Reading) -> Document:
    plain = ("outlet", "author", "language", "rating", "date", "link")
    return {
        "id": str(review.uid),
        "extract": reading.text(review, "extract"),
        **{name: getattr(review, name) for name in plain},
    }


def _claims(film: Any, reading: Reading) -> list[Document]:
    """Topics with their versions, and what the film shows where it shows any of it."""
    rows = list(film.claims.all())
    found = topics(rows, reading)
    for topic in found:
        of_topic = [row for row in rows if row.topic == topic["topic"]]
        topic["film_shows"] = first_text(of_topic, "film_shows", reading)
    return found


# Keys that the second shape brought, as they are where there is nothing.
LISTS_OF_2 = (
    "alternative_titles",
    "screenings",
    "locations",
    "milestones",
    "stills",
    "trailers",
    "reviews",
    "claims",
)


def lift(document: Document) -> Document:
    """Today's shape of a stored document."""
    if document["schema"] == 1:
        return {**document, **{name: [] for name in LISTS_OF_2}, "not_known": None}
    return {**document, "locations": [_with_degrees(place) for place in document["locations"]]}


def _with_degrees(place: Document) -> Document:
    """Round degrees were stored as `5E+1` once."""
    known = {name: place[name] for name in ("latitude", "longitude") if place[name]}
    return {**place, **{name: _degrees(value) for name, value in known.items()}}
