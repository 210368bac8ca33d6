"""Invented statements in any number, to see how the site does with many: number n is always the same.

Each says in its headline, its standfirst and its notes that it is an example.
"""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import transaction

from composer_site.demo.words import EVENTS, NOTE, PLACES, QUOTES, SPEAKERS, STANDFIRST
from composer_site.library.models import Picture
from composer_site.publishing.publish import publish
from composer_site.values.languages import LANGUAGES
from films.models import Film
from people.models import Organisation, Person
from press.models import Contact, Quote, Statement

NAMESPACE = uuid.UUID("5d8f1c1e-6f0b-4b53-9a0e-0c1905061300")
FIRST_DAY = dt.date(2017, 6, 9)
DAYS = 3400
SUFFIXES = [language.suffix for language in LANGUAGES.values()]
PICTURES = ("suitcase-and-violin", "alatau-opera", "yellow-river", "train", "choir", "letter")
PEOPLE = ("xian-xinghai", "bakhytzhan-baikadamov")
KINDS = ("announcement", "press-release", "media-alert")
SPOKEN_IN = {"Asia/Almaty": ("kk", "ru"), "Asia/Shanghai": ("zh",)}

Texts = dict[str, str]
T = TypeVar("T")


@dataclass(frozen=True)
class Surroundings:
    """The rows of the demonstration that the statements refer to, fetched once for all of them."""

    film: Film
    people: list[Person]
    issuer: Organisation
    contacts: list[Contact]
    pictures: list[Picture]

    @classmethod
    def fetch(cls) -> "Surroundings":
        return cls(
            film=Film.objects.get(slug="the-composer"),
            people=[Person.objects.get(slug=slug) for slug in PEOPLE],
            issuer=Organisation.objects.get(slug="demonstration-press-desk"),
            contacts=list(Contact.objects.all()),
            pictures=[Picture.objects.get(name=name) for name in PICTURES],
        )


def slug(number: int) -> str:
    return f"example-{number:05}"


def missing(count: int) -> list[int]:
    slugs = Statement.objects.filter(slug__startswith="example-").values_list("slug", flat=True)
    present = set(slugs)
    return [number for number in range(1, count + 1) if slug(number) not in present]


def add(number: int, around: Surroundings) -> None:
    with transaction.atomic():
        statement = make(number, around)
        statement.save()
        relate(statement, number, around)
        if number % 3 == 0:
            make_quote(statement, number).save()
        publish(statement, by=None)


def make(number: int, around: Surroundings) -> Statement:
    event, place = pick(EVENTS, number), pick(PLACES, number)
    return Statement(
        uid=uuid.uuid5(NAMESPACE, slug(number)),
        slug=slug(number),
        kind=pick(KINDS, number),
        # 37 and the number of days have no common factor: no day comes twice among the first 3400.
        date=FIRST_DAY + dt.timedelta(days=number * 37 % DAYS),
        picture=pick(around.pictures, number),
        **columns("headline", event["headline"], place, number),
        **columns("standfirst", STANDFIRST, place, number),
        **{f"place_{language}": place[language][0] for language in SUFFIXES},
        **columns("body", body(event, number), place, number),
        **columns("notes", NOTE, place, number),
    )


def pick(choices: Sequence[T], number: int) -> T:
    return choices[number % len(choices)]


def columns(name: str, texts: Texts, place: dict[str, Any], number: int) -> Texts:
    """{column: text}; `{in_place}` is the place as each language says "in Almaty"."""
    return {
        f"{name}_{language}": texts[language].format(
            place=place[language][0], in_place=place[language][1], number=number
        )
        for language in SUFFIXES
    }


def body(event: dict[str, Texts], number: int) -> Texts:
    quote = "<p>[quote 1]</p>" if number % 3 == 0 else ""
    return {
        language: f"<p>{event['first'][language]}</p>{quote}<p>{event['second'][language]}</p>"
        for language in SUFFIXES
    }


def relate(statement: Statement, number: int, around: Surroundings) -> None:
    statement.films.add(around.film)
    statement.people.add(pick(around.people, number))
    statement.issuers.add(around.issuer)
    statement.contacts.add(*around.contacts)


def make_quote(statement: Statement, number: int) -> Quote:
    place, turn = pick(PLACES, number), number // 3
    return Quote(
        uid=uuid.uuid5(statement.uid, "quote"),
        statement=statement,
        position=1,
        spoken_in=pick(SPOKEN_IN[place["zone"]], turn),
        wording=Quote.Wording.PARAPHRASED,
        **columns("text", pick(QUOTES, turn), place, number),
        **columns("speaker_described", pick(SPEAKERS, turn), place, number),
    )
