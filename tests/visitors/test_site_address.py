"""What others follow begins with the site's own address, whatever host of ours a request named."""

import pytest
from django.test import Client
from factories import (
    make_correction,
    make_film,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_statement,
    published,
)

pytestmark = pytest.mark.django_db

SITE = "https://press.example"
OTHER = "www.other.example"
PRINTING = [
    *("/en/", "/en/nope/", "/en/films/", "/en/films/film/", "/en/films/film/names/"),
    *("/en/people/person/", "/en/press/", "/en/press/news/", "/en/press/quotes/"),
    *("/en/press/feed/", "/en/press/corrections/feed/", "/en/contacts/", "/robots.txt"),
    *("/sitemap.xml", "/sitemap-site-1.xml", "/sitemap-statement-1.xml"),
]


@pytest.fixture
def asked(settings):
    """{path: answer} to a visitor who came by another host."""
    settings.SITE_URL, settings.ALLOWED_HOSTS = SITE, ["press.example", OTHER]
    film = published(make_film(slug="film", poster=make_picture()))
    published(make_press_office())
    published(make_person(slug="person"))
    statement = make_statement(slug="news", films=[film])
    make_quote(statement)
    make_correction(statement)
    published(statement)
    visitor = Client(SERVER_NAME=OTHER)
    return {path: visitor.get(path, {"page": 1} if "feed" in path else {}) for path in PRINTING}


def test_pages_feeds_and_sitemaps_print_the_sites_address_alone(asked):
    answers = {path: f"{answer.headers} {answer.text}" for path, answer in asked.items()}
    assert {path for path, text in answers.items() if OTHER in text} == set()
    assert {path for path, text in answers.items() if f"{SITE}/" not in text} == set()


def test_a_feed_is_itself_without_what_was_asked_of_it(asked):
    assert f'href="{SITE}/en/press/feed/" rel="self"' in asked["/en/press/feed/"].text
