"""A change is there at its second, and no cache on the way keeps the old page longer."""

import datetime as dt
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from factories import make_film, make_picture, make_press_office, make_statement, published

from composer_site.library.models import Picture
from composer_site.publishing.publish import publish, withdraw

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def lists():
    names = ("home", "films:list", "people:list", "press:room", "press:feed", "office:contacts")
    return [*(reverse(name, args=["kk"]) for name in names), "/", "/sitemap.xml", "/robots.txt"]


def detail(thing, language="en"):
    content_kinds = {"film": "films:detail", "statement": "press:detail"}
    return reverse(content_kinds[thing.content_kind], args=[language, thing.slug])


def edited_and_scheduled(at):
    statement = published(make_statement(headline_en="The old one"))
    statement.headline_en = "The new one"
    statement.save()
    publish(statement, by=None, at=at)
    return statement


def test_a_scheduled_edition_replaces_the_old_one_at_its_second(client, clock):
    address = detail(edited_and_scheduled(NOON + HOUR))
    clock.move_to(NOON + HOUR - SECOND)
    assert b"The old one" in client.get(address).content
    clock.move_to(NOON + HOUR)
    page = client.get(address).content
    assert b"The new one" in page
    assert b"The old one" not in page


def test_a_page_fetched_a_second_before_a_change_says_so(client, clock):
    address = detail(edited_and_scheduled(NOON + HOUR))
    clock.move_to(NOON + HOUR - SECOND)
    assert client.get(address)["Cache-Control"] == "public, max-age=1"


def test_half_a_second_before_a_change_nothing_may_be_kept(client, clock):
    address = detail(edited_and_scheduled(NOON + HOUR))
    clock.move_to(NOON + HOUR - SECOND / 2)
    assert client.get(address)["Cache-Control"] == "public, max-age=0"


def test_far_from_any_change_a_page_is_kept_for_a_minute(client):
    address = detail(edited_and_scheduled(NOON + HOUR))
    assert client.get(address)["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("path", lists())
def test_lists_feeds_and_sitemaps_are_bounded_by_the_next_change(client, clock, path):
    edited_and_scheduled(NOON + HOUR)
    clock.move_to(NOON + HOUR - 7 * SECOND)
    assert client.get(path)["Cache-Control"] == "public, max-age=7"


def test_a_404_is_bounded_by_the_publication_that_fills_it(client, clock):
    statement = make_statement()
    publish(statement, by=None, at=NOON + HOUR)
    clock.move_to(NOON + HOUR - SECOND)
    response = client.get(detail(statement))
    assert (response.status_code, response["Cache-Control"]) == (404, "public, max-age=1")


def test_a_410_is_bounded_by_the_publication_that_brings_the_page_back(client, clock):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Wrong"}, at=NOON + SECOND)
    publish(statement, by=None, at=NOON + HOUR)
    clock.move_to(NOON + HOUR - SECOND)
    response = client.get(detail(statement))
    assert (response.status_code, response["Cache-Control"]) == (410, "public, max-age=1")


def test_an_old_address_is_bounded_too(client, clock):
    statement = published(make_statement(slug="before"))
    address = detail(statement)
    statement.slug = "after"
    statement.save()
    publish(statement, by=None, at=NOON + SECOND)
    publish(statement, by=None, at=NOON + HOUR)
    clock.move_to(NOON + HOUR - SECOND)
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (301, "public, max-age=1")
    assert response["Location"] == detail(statement)


def test_a_withdrawal_ahead_bounds_what_it_takes_away(client, clock):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Wrong"}, at=NOON + HOUR)
    clock.move_to(NOON + HOUR - SECOND)
    assert client.get(detail(statement))["Cache-Control"] == "public, max-age=1"
    clock.move_to(NOON + HOUR)
    assert client.get(detail(statement)).status_code == 410


# Pictures


def film_with_licensed_poster(until):
    picture = make_picture()
    film = published(make_film(poster=picture))
    Picture.objects.filter(pk=picture.pk).update(usable_until=until)
    return film, reverse("library:picture", args=[picture.token, "original.jpg"])


def test_a_licence_ends_at_its_second(client, clock):
    film, address = film_with_licensed_poster(NOON + HOUR)
    clock.move_to(NOON + HOUR - SECOND)
    response = client.get(address)
    assert (response.status_code, response["Cache-Control"]) == (200, "public, max-age=1")
    response.getvalue()
    clock.move_to(NOON + HOUR)
    assert client.get(address).status_code == 404
    assert b"/pictures/" not in client.get(detail(film)).content


def test_the_end_of_a_licence_bounds_the_pages_that_show_the_picture(client, clock):
    film, _address = film_with_licensed_poster(NOON + HOUR)
    clock.move_to(NOON + HOUR - SECOND)
    response = client.get(detail(film))
    assert b"/pictures/" in response.content
    assert response["Cache-Control"] == "public, max-age=1"


# Asking again


def test_who_has_the_page_gets_304(client):
    address = detail(published(make_statement()))
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == first["Cache-Control"]


@pytest.mark.parametrize("path", lists()[:6])
def test_every_list_has_an_etag_that_answers_304(client, path):
    published(make_statement())
    tag = client.get(path)["ETag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_after_a_change_the_tag_is_another_one(client, clock):
    address = detail(edited_and_scheduled(NOON + HOUR))
    tag = client.get(address)["ETag"]
    clock.move_to(NOON + HOUR)
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_saving_a_draft_changes_no_tag(client):
    statement = published(make_statement())
    paths = [detail(statement), *lists()[:6], "/sitemap.xml", "/sitemap-statement-1.xml"]
    before = [client.get(path)["ETag"] for path in paths]
    statement.headline_en = "A draft"
    statement.save()
    assert [client.get(path)["ETag"] for path in paths] == before


def test_a_picture_answers_304_as_long_as_it_is_shown(client, clock):
    _film, address = film_with_licensed_poster(NOON + HOUR)
    response = client.get(address)
    response.getvalue()
    known = {"If-None-Match": response["ETag"]}
    assert client.get(address, headers=known).status_code == 304
    clock.move_to(NOON + HOUR)
    assert client.get(address, headers=known).status_code == 404


def test_head_says_what_get_says(client):
    address = detail(published(make_statement()))
    got, headed = client.get(address).headers, client.head(address).headers
    own = {"X-Request-ID", "Content-Length"}
    assert {name: got[name] for name in got if name not in own} == {
        name: headed[name] for name in headed if name not in own
    }


# What an answer depends on


@pytest.mark.parametrize("path", [*lists(), "/nothing", "/en/nothing/"])
def test_public_answers_know_no_cookie(client, path):
    make_press_office()
    client.cookies["django_language"] = "ru"
    client.cookies["session"] = "x"
    response = client.get(path)
    assert response.cookies == {}
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("", "en"),
        ("kk-KZ,ru;q=0.8", "kk"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-hans"),
        ("zh", "zh-hans"),
        ("de, ru;q=0.5, en;q=0.4", "ru"),
        ("*", "en"),
        ("\x00,;;q=nan" + "x" * 9000, "en"),
    ],
)
def test_the_root_leads_to_the_language_asked_for(client, accepted, code):
    response = client.get("/", headers={"Accept-Language": accepted})
    assert (response.status_code, response["Location"]) == (302, f"/{code}/")
    assert response["Vary"] == "Accept-Language"


def test_the_root_does_not_listen_to_a_cookie(client):
    client.cookies["django_language"] = "ru"
    response = client.get("/", headers={"Accept-Language": "kk"})
    assert response["Location"] == "/kk/"


def test_what_has_no_language_in_its_address_varies_by_the_language_asked_for(client):
    russian = client.get("/nothing", headers={"Accept-Language": "ru"})
    assert 'lang="ru"' in russian.content.decode()
    assert russian["Vary"] == "Accept-Language"


@pytest.mark.parametrize("path", lists()[:6])
def test_what_has_a_language_in_its_address_varies_by_nothing(client, path):
    assert "Vary" not in client.get(path)


def test_the_nearest_of_several_changes_counts(client, clock):
    edited_and_scheduled(NOON + 2 * HOUR)
    edited_and_scheduled(NOON + HOUR)
    clock.move_to(NOON + HOUR - SECOND)
    assert client.get("/en/")["Cache-Control"] == "public, max-age=1"


# Addresses


def test_an_address_that_is_not_public_yet_leads_nowhere(client):
    statement = published(make_statement(slug="premiere"))
    statement.slug = "premiere-in-almaty"
    statement.save()
    publish(statement, by=None, at=NOON + HOUR)
    assert client.get(detail(statement)).status_code == 404
    assert client.get(detail(statement).replace("-in-almaty", "")).status_code == 200


def test_an_address_that_was_never_public_is_not_gone_either(client, clock):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Wrong"})
    statement.slug = "premiere-in-almaty"
    statement.save()
    publish(statement, by=None, at=NOON + HOUR)
    assert client.get(detail(statement)).status_code == 404
