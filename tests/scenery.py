"""One of every kind of content, published: what a browser looks at."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from factories import (
    in_all,
    make_attachment,
    make_claim,
    make_contact,
    make_correction,
    make_credit,
    make_everything_of,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_release,
    make_screening,
    make_statement,
    published,
)

from composer_site.publishing.publish import withdraw
from composer_site.values.languages import LANGUAGES
from films.models import Film, FilmClaim, Still
from people.models import Organisation, Person, PersonName
from press.models import Statement

NAMES = {
    "en": ("Xian Xinghai", "zh-Latn-pinyin"),
    "kk": ("Сянь Синхай", "kk"),
    "ru": ("Си Синхай", "ru"),
    "zh-hans": ("冼星海", "zh-Hans"),
}
LONG = "A story of two composers, of a war and of a song that one of them wrote for the other. " * 6
BODY = "<p>News of the film.</p><p>[quote 1]</p><ul><li>One</li></ul><h2>And more</h2><p>Text</p>"


@dataclass
class Scenery:
    film: Film
    person: Person
    organisation: Organisation
    statement: Statement
    untranslated: Statement
    withdrawn: Statement


@transaction.atomic
def make_scenery(statements=41):
    """The press room lists so many statements, counting the two that have pages of their own."""
    person, organisation = composer(), studio()
    film = film_about(person, organisation)
    contact = press_office(film)
    about = {"films": [film], "people": [person]}
    statement = make_statement(
        **about,
        **in_all("headline", "A statement"),
        **in_all("standfirst", "What is new, in a sentence or two."),
        **in_all("place", "Almaty"),
        **in_all("body", BODY),
        **in_all("notes", "<p>Notes</p>"),
        picture=make_picture((960, 640)),
    )
    statement.issuers.add(organisation)
    statement.contacts.add(contact)
    make_quote(statement, speaker=person, spoken_in="zh", wording="paraphrased")
    make_quote(statement, spoken_in="kk", source_title="A newspaper", source_link="https://x.kz/")
    make_correction(statement)
    make_attachment(statement, language="kk")
    without_kazakh = [code for code in LANGUAGES if code != "kk"]
    untranslated = make_statement(without_kazakh, **in_all("headline", "New", without_kazakh))
    older = in_all("headline", "Older news") | {"date": dt.date(2018, 1, 9), "kind": "statement"}
    rest = [make_statement(**older) for _ in range(statements - 2)]
    withdrawn = make_statement()
    for thing in (*rest, untranslated, withdrawn, statement):
        published(thing)
    withdraw(withdrawn, by=None, reason={code: f"It was wrong ({code})" for code in LANGUAGES})
    return Scenery(film, person, organisation, statement, untranslated, withdrawn)


def composer():
    person = make_person(
        born="1905-06-13",
        died="1945~",
        portrait=make_picture((600, 800)),
        wikidata="Q708584",
        **in_all("occupation", "Composer"),
        **in_all("biography", f"<p>{LONG}</p>"),
        **in_all("born_place", "Macau"),
    )
    person.names.all().delete()
    for position, (code, (value, tag)) in enumerate(NAMES.items()):
        PersonName.objects.create(
            person=person, value=value, tag=tag, preferred_for=[code], position=position
        )
    return published(person)


def studio():
    return published(
        make_organisation(
            kind="studio",
            country="KZ",
            logo=make_picture((400, 400)),
            website="https://studio.kz/",
            **in_all("name", "Studio"),
            **in_all("boilerplate", LONG),
        )
    )


def film_about(person, organisation):
    film = make_film(
        status="released",
        year=2019,
        countries=["KZ", "CN"],
        spoken_languages=["kk", "zh"],
        genres=["drama"],
        running_time=120,
        poster=make_picture((600, 900)),
        hero=make_picture((1600, 900)),
        **in_all("title", "The Composer"),
        **in_all("tagline", "A song goes a long way"),
        **in_all("logline", "A composer far from home."),
        **in_all("synopsis", LONG),
        **in_all("synopsis_long", LONG * 2),
        **in_all("directors_statement", f"<p>{LONG}</p>"),
        **in_all("production_notes", LONG),
        **in_all("synopsis_short", "A story of two composers."),
        **in_all("not_known", "Who wrote the music\nWho held the camera"),
    )
    make_credit(
        film, published(make_person("Hu Jun")), portrays=person, **in_all("character", "Xian")
    )
    make_credit(film, make_person("Nobody yet"), mark="with", credited_as="N. Y.")
    film.credits.create(
        organisation=organisation, department="production", role="production-company"
    )
    make_release(film, distributor="A distributor", certificate="12+", **in_all("note", "A note"))
    make_release(film, territory="KZ", date="2019-09~")
    make_everything_of(film)
    make_screening(film, starts_at=dt.datetime(2019, 4, 13, 11, 30, tzinfo=dt.UTC))
    make_claim(FilmClaim, film=film, topic="title", **in_all("says", "It is called so"))
    make_claim(FilmClaim, film=film, topic="title", **in_all("says", "It is called otherwise"))
    long = in_all("heading", "Продолжительность") | in_all("says", "103 minutes")
    make_claim(FilmClaim, film=film, topic="length", **long)
    Still.objects.create(film=film, picture=make_picture((600, 900)), kind="poster")
    return published(film)


def press_office(film):
    texts = {
        f"{name}_{language.suffix}": f"<p>{name.title()} ({code})</p><h2>More</h2><p>{LONG}</p>"
        for name in ("about", "terms", "privacy", "accessibility", "imprint")
        for code, language in LANGUAGES.items()
    }
    office = make_press_office(featured_film=film, **texts, **in_all("notice", "A notice."))
    contact = make_contact(
        office,
        telephone="+7 727 000 00 00",
        languages_spoken=["kk", "ru"],
        territories=["KZ", "CN"],
        open_days=["mon", "tue", "wed", "thu", "fri"],
        opens_at=dt.time(9),
        closes_at=dt.time(18),
        **in_all("name", "Aigul"),
        **in_all("hours", "and at night in urgent cases"),
    )
    published(office)
    return contact
