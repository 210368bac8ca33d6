"""How many queries each kind of public page asks: the same with 3 and with 30 of everything."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from factories import (
    make_attachment,
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
    make_statement,
    published,
)

from composer_site.library.models import Picture
from composer_site.publishing.publish import withdraw

pytestmark = pytest.mark.django_db


def make_site(count):
    """`count` of each kind of content; the first film and each statement are related to all of them."""
    people = [published(make_person(portrait=make_picture())) for _ in range(count)]
    organisations = [published(make_organisation(logo=make_picture())) for _ in range(count)]
    films = [make_related_film(people, organisations)]
    films += [make_related_film(people[:1], organisations[:1]) for _ in range(count - 1)]
    for film in films:
        published(film)
    office = make_press_office(featured_film=films[0])
    contacts = [make_contact(office) for _ in range(count)]
    published(office)
    for _ in range(count):
        statement = make_statement(films=films, people=people, picture=make_picture())
        statement.issuers.set(organisations)
        statement.contacts.set(contacts)
        make_quote(statement, speaker=people[0], spoken_in="kk")
        make_correction(statement)
        make_attachment(statement)
        published(statement)
    return films[0], people[0], organisations[0], statement


def make_related_film(people, organisations):
    film = make_film(poster=make_picture(), hero=make_picture(), year=2019)
    for person, organisation in zip(people, organisations, strict=True):
        make_credit(film, person, portrays=person)
        film.credits.create(organisation=organisation, department="companies", role="distributor")
        make_release(film)
        make_everything_of(film)
    return film


def make_gone():
    statement = published(make_statement(slug="gone"))
    withdraw(statement, by=None, reason={"en": "Wrong"})


def make_moved():
    statement = published(make_statement(slug="before"))
    statement.slug = "after"
    statement.save()
    published(statement)


def queries(client, path):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(path).getvalue()
    return len(captured)


EXPECTED = {
    "/": 2,
    "/kk/": 6,
    "/kk/films/": 5,
    "/kk/films/page/2/": 5,
    "/kk/films/{film}/": 5,
    "/kk/films/{film}/names/": 6,
    "/kk/films/{film}/names.csv": 5,
    "/kk/people/": 5,
    "/kk/people/page/2/": 5,
    "/kk/people/{person}/": 7,
    "/kk/organisations/": 5,
    "/kk/organisations/page/2/": 5,
    "/kk/organisations/{organisation}/": 7,
    "/kk/press/": 7,
    "/kk/press/page/2/": 7,
    "/kk/press/?film={film}&year=2019&kind=press-release": 7,
    "/kk/press/quotes/": 8,
    "/kk/press/quotes/page/2/": 8,
    "/kk/press/quotes/?film={film}&speaker=person-{person}&said=kk": 8,
    "/kk/press/quotes/{quote}/": 4,
    "/kk/press/corrections/": 6,
    "/kk/press/corrections/feed/": 5,
    "/kk/press/{statement}/": 4,
    "/kk/press/feed/": 5,
    "/kk/press/gone/": 6,
    "/kk/press/before/": 4,
    "/kk/press/nothing/": 6,
    "/kk/contacts/": 4,
    "/kk/about/": 4,
    "/sitemap.xml": 3,
    "/sitemap-statement-1.xml": 3,
    "/sitemap-site-1.xml": 3,
    "/pictures/{token}/64.webp": 2,
    "/files/{file}/{statement}.pdf": 3,
    "/robots.txt": 2,
    "/nothing": 3,
}


@pytest.mark.parametrize("count", [3, 30])
def test_each_kind_of_page_asks_as_many_queries_however_much_there_is(client, count, monkeypatch):
    monkeypatch.setattr("composer_site.visitors.lists.PAGE_SIZE", count // 2)
    monkeypatch.setattr("people.views.TIMES", 1)
    film, person, organisation, statement = make_site(count)
    make_gone()
    make_moved()
    names = {
        "film": film.slug,
        "person": person.slug,
        "organisation": organisation.slug,
        "statement": statement.slug,
        "token": film.poster.token,
        "quote": statement.quotes.get().uid,
        "file": statement.attachments.get().file.token,
    }
    client.get("/kk/")
    assert {path: queries(client, path.format(**names)) for path in EXPECTED} == EXPECTED


def test_who_has_a_picture_already_costs_two_queries(client):
    picture = make_picture()
    published(make_film(poster=picture))
    path = f"/pictures/{picture.token}/64.webp"
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path, headers={"If-None-Match": f'"{picture.token}-64.webp"'})
    assert (response.status_code, len(captured)) == (304, 2)


def test_a_page_asks_for_its_own_pictures_and_one_next_end(client):
    film, others = published(make_film(poster=make_picture())), [make_picture() for _ in range(3)]
    ends = [timezone.now() + dt.timedelta(days=day) for day in (2, 1, 3)]
    for picture, end in zip(others, ends, strict=True):
        Picture.objects.filter(pk=picture.pk).update(usable_until=end)
    visit = client.get(f"/en/films/{film.slug}/").context["visit"]
    assert set(visit.files._found) == {film.poster.token, others[1].token}
    assert visit.next_transition() == ends[1]


def test_no_page_asks_more_than_eight():
    assert max(EXPECTED.values()) <= 8
