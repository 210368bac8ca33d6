"""Staff see the whole site as visitors will, or did, at a time."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from factories import (
    make_film,
    make_picture,
    make_press_office,
    make_statement,
    make_user,
    published,
)
from travelling import NOW, SECOND, T, embargoed, then

from composer_site.publishing.publish import publish, withdraw
from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def translator(client):
    """The least of those who have the right."""
    user = make_user("translators", language="ru")
    client.force_login(user)
    return user


def status(client, path, **options):
    """Of a file too, read to its end."""
    response = client.get(path, **options)
    response.getvalue()
    return response.status_code


def main_part(response):
    """The page without the band above it."""
    before, _aside, rest = response.text.partition("<aside")
    return before + rest.partition("</aside>")[2]


# What is seen


@pytest.mark.parametrize(("beside", "status"), [(-SECOND, 404), (0 * SECOND, 200), (SECOND, 200)])
def test_an_embargoed_statement_is_there_from_its_second_on(client, translator, beside, status):
    statement = embargoed()
    assert client.get(then(f"/en/press/{statement.slug}/", T + beside)).status_code == status
    listed = statement.headline_en in main_part(client.get(then("/en/press/", T + beside)))
    assert listed is (status == 200)


def test_visitors_see_nothing_of_it(client, translator):
    statement = embargoed()
    client.get(then(f"/en/press/{statement.slug}/"))
    assert client.get(f"/en/press/{statement.slug}/").status_code == 404


def test_an_edition_that_starts_between_two_seconds_is_seen_at_the_second_after(client, translator):
    statement = embargoed(T + timedelta(microseconds=1))
    assert client.get(then(f"/en/press/{statement.slug}/")).status_code == 404
    time = re.search(r"/admin/at/\w+/ru/", client.get(reverse("site_ahead")).text)[0]
    assert time == then("/ru/", T + SECOND)
    assert client.get(f"{time}press/{statement.slug}/").status_code == 200


def test_a_draft_is_never_there(client, translator):
    statement = published(make_statement(headline_en="Published"))
    statement.headline_en = "A draft"
    statement.save()
    draft = make_statement()
    assert "<h1>Published</h1>" in client.get(then(f"/en/press/{statement.slug}/")).text
    assert client.get(then(f"/en/press/{draft.slug}/")).status_code == 404


def test_the_past_is_shown_as_it_was(client, translator, clock):
    statement = published(make_statement(headline_en="As it was"))
    clock.move_to(NOW + timedelta(hours=1))
    statement.headline_en = "As it is"
    statement.save()
    publish(statement, by=None)
    assert "<h1>As it was</h1>" in client.get(then(f"/en/press/{statement.slug}/", NOW)).text


def test_a_withdrawal_ahead_is_a_tombstone_from_its_time_on(client, translator):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "The date was wrong."}, at=T)
    path = f"/en/press/{statement.slug}/"
    response = client.get(then(path))
    assert (response.status_code, "The date was wrong." in response.text) == (410, True)
    assert client.get(then(path, T - SECOND)).status_code == 200


def test_a_page_is_as_visitors_see_it_but_for_its_addresses_and_the_band(client, translator, clock):
    film = make_film(poster=make_picture())
    publish(film, by=None, at=T)
    path = f"/kk/films/{film.slug}/"
    seen = main_part(client.get(then(path))).replace(then(""), "")
    client.logout()
    clock.move_to(T)
    body = re.compile(r"<body.*?(?=<p class=\"wrap printed-address|</footer>)", re.DOTALL)
    found = [" ".join(body.search(text)[0].split()) for text in (seen, client.get(path).text)]
    assert found[0] == found[1]


# Everything that a page leads to stays at that time


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_link_of_a_page_stays_at_that_time(client, translator, code):
    make_press_office()
    statement = embargoed(
        films=[published(make_film(poster=make_picture()))],
        body_en='<p>See <a href="/en/films/">the films</a>.</p>',
        languages=["en"],
    )
    page = main_part(client.get(then(f"/{code}/press/{statement.slug}/")))
    links = set(re.findall(r'(?:href|src)="(/[^"]*)"', page)) | set(
        re.findall(r"(?:srcset=\"|, )(/\S+)", page)
    )
    own = {link for link in links if not link.startswith("/static/")}
    assert then("/en/films/") in own
    assert {link for link in own if not link.startswith(then("/"))} == set()


def test_following_links_for_long_never_leaves_the_time(client, translator):
    published(make_press_office())
    embargoed(films=[published(make_film(poster=make_picture()))])
    waiting, seen = [then("/")], {}
    while waiting:
        path = waiting.pop()
        if path not in seen:
            response = client.get(path)
            seen[path] = response.status_code
            body = response.getvalue().decode("utf-8", "replace")
            page = body.partition("<aside")[0] + body.partition("</aside>")[2]
            text = f' "{response.get("Location", "")}" ' + (page or body)
            waiting += re.findall(r"(?:http://testserver|[\"\s])(/admin/[^\"\s<>,?]*)", text)
    assert set(seen.values()) == {200, 302}
    assert {path for path in seen if not path.startswith(then("/"))} == set()
    assert {then("/zh-hans/press/feed/"), then("/kk/people/")} <= seen.keys()


def test_feeds_and_sitemaps_travel_too(client, translator):
    statement = embargoed()
    path = then(f"/ru/press/{statement.slug}/")
    feed, sitemap = (
        client.get(then("/ru/press/feed/")),
        client.get(then("/sitemap-statement-1.xml")),
    )
    assert f"http://testserver{path}" in feed.text
    assert f"http://testserver{path}" in sitemap.text


def test_an_old_address_leads_to_the_one_that_will_stand(client, translator):
    statement = published(make_statement(slug="before"))
    statement.slug = "after"
    statement.save()
    publish(statement, by=None, at=T)
    response = client.get(then("/en/press/before/"))
    assert (response.status_code, response["Location"]) == (301, then("/en/press/after/"))
    assert client.get(then("/en/press/before/", T - SECOND)).status_code == 200


def test_an_address_without_its_slash_leads_to_the_page(client, translator):
    assert client.get(then("/en/press"))["Location"] == then("/en/press/")
    assert client.get(then("").removesuffix("/"))["Location"] == then("/")


def test_the_root_leads_to_the_language_of_the_member_of_staff(client, translator):
    assert client.get(then("/"))["Location"] == then("/ru/")


def test_what_is_not_there_is_answered_by_the_sites_own_page(client, translator):
    response = client.get(then("/kk/nothing/"))
    assert response.status_code == 404
    assert f'<a href="{then("/kk/press/")}">' in response.text
    assert "preview-banner" in response.text


# Pictures


def test_pictures_of_what_is_scheduled_are_served_there_and_nowhere_else(client, translator):
    picture = make_picture()
    publish(make_film(poster=picture), by=None, at=T)
    path = f"/pictures/{picture.token}/original.jpg"
    addresses = (then(path), then(path, T - SECOND), path)
    assert [status(client, address) for address in addresses] == [200, 404, 404]


def test_a_licence_that_ends_ends_there_too(client, translator):
    picture = make_picture(usable_until=T)
    published(make_film(poster=picture))
    path = f"/pictures/{picture.token}/original.jpg"
    assert [status(client, then(path, at)) for at in (T - SECOND, T)] == [200, 404]
