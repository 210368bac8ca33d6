"""What visitors see of a page beside its texts: links, languages, pictures, heads."""

import datetime as dt
import json
import re

import pytest
from django.utils import timezone
from factories import (
    in_all,
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_statement,
    published,
)

from composer_site.publishing.publish import withdraw
from composer_site.values.languages import LANGUAGES
from composer_site.visitors.views import server_error

pytestmark = pytest.mark.django_db


def page(client, path):
    return client.get(path).content.decode()


def hreflangs(html):
    return re.findall(r'<link rel="alternate" hreflang="([^"]+)"', html)


def json_ld(html):
    return json.loads(re.search(r'ld\+json">(.*?)</script>', html).group(1))


@pytest.mark.parametrize("path", ["", "films/", "people/", "press/", "contacts/"])
def test_an_empty_site_has_its_pages(client, path):
    html = page(client, f"/en/{path}")
    assert html.count("<h1") == 1


def test_a_credit_links_to_who_is_public_and_names_who_is_not(client):
    film = make_film(slug="film")
    make_credit(film, published(make_person("Public", slug="public")))
    make_credit(film, make_person("Private", slug="private"))
    published(film)
    html = page(client, "/en/films/film/")
    assert '<a href="/en/people/public/">Public</a>' in html
    assert "Private" in html
    assert "/people/private/" not in html


def test_a_character_with_the_name_of_whom_it_portrays_is_named_once(client):
    person = published(make_person("Xian Xinghai", slug="xian-xinghai"))
    film = make_film(slug="film")
    make_credit(film, portrays=person, character_en="Xian Xinghai")
    html = page(client, f"/en/films/{published(film).slug}/")
    assert html.count(">Xian Xinghai<") == 1


def test_the_language_menu_keeps_the_page(client):
    published(make_film(slug="film"))
    html = page(client, "/kk/films/film/")
    links = re.findall(r'<a href="([^"]+)"\s+hreflang="([^"]+)"', html)
    assert links[:4] == [
        (f"/{code}/films/film/", language.tag) for code, language in LANGUAGES.items()
    ]


def test_alternates_are_the_real_translations(client):
    published(make_film(slug="film", languages=["en", "ru"]))
    assert hreflangs(page(client, "/en/films/film/")) == ["en", "ru", "x-default"]


def test_a_page_without_translation_points_to_its_source(client):
    published(make_film(slug="film", languages=["ru"], source_language="ru"))
    html = page(client, "/kk/films/film/")
    assert '<link rel="canonical" href="http://testserver/ru/films/film/">' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_text_that_stands_in_says_its_language(client):
    published(make_film(slug="film", languages=["en"]))
    html = page(client, "/kk/films/film/")
    assert re.search(r'<h1>\s*<span lang="en">', html)
    assert 'class="notice"' in html


def test_a_translated_page_has_no_notice(client):
    published(make_film(slug="film"))
    assert 'class="notice"' not in page(client, "/kk/films/film/")


def test_a_picture_is_shown_with_its_credit_in_its_widths(client):
    picture = make_picture(size=(600, 900))
    published(make_film(slug="film", poster=picture))
    html = page(client, "/en/films/film/")
    assert f'srcset="/pictures/{picture.token}/480.webp 480w, ' in html
    assert "Us (en)" in html


def test_a_picture_whose_licence_has_ended_is_not_named(client):
    picture = make_picture(usable_until=timezone.now() - dt.timedelta(seconds=1))
    published(make_film(slug="film", poster=picture))
    assert picture.token not in page(client, "/en/films/film/")


def test_a_quote_says_what_is_known_of_its_wording(client):
    statement = make_statement(slug="news")
    make_quote(statement, spoken_in="kk", wording="paraphrased")
    published(statement)
    html = page(client, "/en/press/news/")
    known = re.search(r'<p class="wording">(.*?)</p>', html, re.DOTALL).group(1)
    words = [" ".join(span.split()) for span in re.findall(r"<span>(.*?)</span>", known, re.DOTALL)]
    assert words == ["Paraphrased", "Said in: Kazakh", "Translated"]


def test_a_quote_in_the_language_it_was_said_in_is_not_translated(client):
    statement = make_statement(slug="news")
    make_quote(statement, spoken_in="en")
    published(statement)
    assert "Translated" not in page(client, "/en/press/news/")


def test_an_issuer_is_described_as_it_is_now(client):
    issuer = published(make_organisation(**in_all("boilerplate", "A studio")))
    statement = make_statement(slug="news")
    statement.issuers.add(issuer)
    published(statement)
    assert "A studio (en)" in page(client, "/en/press/news/")


def test_a_withdrawn_page_gives_reason_and_replacement(client):
    old, new = published(make_statement(slug="old")), published(make_statement(slug="newer"))
    withdraw(old, by=None, reason={"en": "It was an error."}, replacement=new)
    response = client.get("/en/press/old/")
    assert response.status_code == 410
    assert "It was an error." in response.content.decode()
    assert 'href="/en/press/newer/"' in response.content.decode()


def test_a_page_not_found_offers_the_home_page_in_each_language(client):
    response = client.get("/en/films/nothing/")
    homes = re.findall(r'<a href="(/[\w-]+/)"\s+hreflang', response.content.decode())
    assert homes[:4] == [f"/{code}/" for code in LANGUAGES]


def test_json_ld_cannot_end_its_element(client):
    hostile = in_all("headline", "</script><script>alert(1)</script>&")
    published(make_statement(slug="news", **hostile))
    html = page(client, "/en/press/news/")
    assert "<script>alert" not in html
    assert json_ld(html)["headline"].startswith("</script><script>alert(1)</script>&")


def test_json_ld_of_a_film_names_its_actors(client):
    film = make_film(slug="film")
    make_credit(film, published(make_person("Hu Jun", slug="hu-jun")))
    actors = json_ld(page(client, f"/en/films/{published(film).slug}/"))["actor"]
    url = "http://testserver/en/people/hu-jun/"
    assert actors == [{"@type": "Person", "name": "Hu Jun", "url": url}]


def test_the_press_room_turns_its_pages(client):
    for _number in range(21):
        published(make_statement())
    assert 'rel="next" href="/en/press/page/2/"' in " ".join(page(client, "/en/press/").split())
    assert 'rel="prev" href="/en/press/"' in " ".join(page(client, "/en/press/page/2/").split())


def test_the_notice_stands_at_the_foot_of_every_page(client):
    published(make_press_office(**in_all("notice", "Demonstration")))
    assert "Demonstration (ru)" in page(client, "/ru/films/")


def test_the_page_for_errors_needs_no_context():
    assert server_error(None).content.decode().count("<p lang=") == 3
