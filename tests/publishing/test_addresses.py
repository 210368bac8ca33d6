"""Addresses nobody should ask for, asked for: 404, 400 or 405, and never 500."""

from itertools import product

import pytest
from factories import make_film, make_picture, make_statement, published

from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db

METHODS = ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "OPTIONS", "FOO"]
LONG = "a" * 10_000
DIGITS = "9" * 20


def asked(client, path, method="GET", **headers):
    """The status; the path reaches the site as it stands, percent-encoded bytes decoded."""
    return client.generic(method, path, headers=headers).status_code


@pytest.mark.parametrize(
    "path",
    ["/EN/", "/zh/", "/zh-Hans/", "/zh_hans/", "/zz/", "/en-us/", "/kk-KZ/", "/%00/", "/e%6E%00/"],
)
def test_a_language_that_is_not_ours_is_not_found(client, path):
    assert asked(client, path) == 404


@pytest.mark.parametrize("section", ["films", "people", "organisations", "press"])
@pytest.mark.parametrize(
    "slug",
    [LONG, "a%00b", "%00", "%FF%FE", "%2e%2e", "..%2f..%2fetc", "д", "٣", "a b", "'--", "{{7*7}}"],
)
def test_an_odd_slug_is_not_found(client, section, slug):
    assert asked(client, f"/en/{section}/{slug}/") == 404


@pytest.mark.parametrize(
    "number", ["0", "-1", "2", DIGITS, "9" * 5000, "٣", "1.0", "1e3", "%00", LONG]
)
def test_a_page_number_that_is_none_is_not_found(client, number):
    published(make_statement())
    assert asked(client, f"/en/press/page/{number}/") == 404


def test_a_page_has_one_number(client):
    for _ in range(21):
        published(make_statement())
    assert asked(client, "/en/press/page/2/") == 200
    assert asked(client, "/en/press/page/02/") == 404
    assert asked(client, "/en/press/page/1/") == 301


@pytest.mark.parametrize(
    "content_kind", ["film", "person", "press_office", "", "%00", LONG, "film-1", "Film"]
)
@pytest.mark.parametrize("number", ["0", "2", "-1", DIGITS, "9" * 5000, "%00"])
def test_a_section_of_the_sitemap_that_is_none_is_not_found(client, content_kind, number):
    published(make_film())
    assert asked(client, f"/sitemap-{content_kind}-{number}.xml") == 404


@pytest.mark.parametrize("token", ["0" * 40, "0" * 39, "G" * 40, "%00", LONG, "..", "٣" * 40])
@pytest.mark.parametrize("name", ["original.jpg", "480.webp", "%00", "..%2f..%2fdb.sqlite3", LONG])
def test_a_picture_that_is_none_is_not_found(client, token, name):
    assert asked(client, f"/pictures/{token}/{name}") == 404


@pytest.mark.parametrize(
    "name", ["1.webp", "9999.webp", "٤٨٠.webp", "original.png", "original.jpg.partial"]
)
def test_a_size_that_was_not_made_is_not_found(client, name):
    picture = make_picture()
    published(make_film(poster=picture))
    assert asked(client, f"/pictures/{picture.token}/{name}") == 404


def every_kind_of_address():
    picture = make_picture()
    statement, film = published(make_statement()), published(make_film(poster=picture))
    return [
        "/",
        "/en/",
        f"/kk/films/{film.slug}/",
        f"/ru/press/{statement.slug}/",
        "/zh-hans/press/feed/",
        f"/pictures/{picture.token}/original.jpg",
        "/sitemap.xml",
        "/sitemap-film-1.xml",
        "/robots.txt",
        "/livez",
        "/en/nothing/",
    ]


@pytest.mark.parametrize("method", METHODS)
def test_visitors_read_and_do_nothing_else(client, method):
    client.handler.enforce_csrf_checks = True
    statuses = {path: asked(client, path, method) for path in every_kind_of_address()}
    assert set(statuses.values()) == {405}


def test_a_refusal_names_what_is_allowed(client):
    response = client.post("/en/")
    assert response["Allow"] == "GET, HEAD"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%00", 404),
        ("/en/%0d%0aSet-Cookie:x=1/", 404),
        ("/en/press/?page=%00", 200),
        (f"/en/?{LONG}=1", 200),
    ],
)
def test_control_characters_and_long_queries_are_no_error(client, path, status):
    response = client.get(path)
    assert response.status_code == status
    assert not response.has_header("Set-Cookie")


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Language": "x" * 8000},
        {"Accept-Language": ",".join(f"a{n}-b;q=0.{n}" for n in range(1000))},
        {"Accept-Language": "\x00"},
        {"If-None-Match": '"' * 500},
        {"If-Modified-Since": "yesterday"},
        {"If-Unmodified-Since": "Thu, 99 Foo 9999"},
        {"Range": "bytes=9-1"},
        {"Cookie": "session=\x00; =; ;;;"},
    ],
)
def test_odd_headers_are_no_error(client, headers):
    assert {
        asked(client, path, **headers) for path in ("/en/", "/sitemap.xml", "/en/press/feed/")
    } == {200}


def test_an_address_without_its_last_slash_leads_to_the_one_with_it(client):
    paths = [f"/{code}/{section}" for code, section in product(LANGUAGES, ["films", "press"])]
    assert [client.get(path)["Location"] for path in paths] == [f"{path}/" for path in paths]


@pytest.mark.parametrize("path", ["*", "en", "example.org:443"])
def test_what_does_not_begin_with_a_slash_is_no_address(client, path):
    assert client.generic("GET", path).status_code == 404
