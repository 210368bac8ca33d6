"""Naming a secret is answered, byte for byte, as naming what never was."""

from itertools import product

import pytest
import time_machine
from leaks import told_apart
from unpublished import SECOND, T, make_site, secret_tokens

from composer_site.library.models import Pdf, Picture

pytestmark = pytest.mark.django_db

DETAILS = ("films", "people", "organisations", "press")
ODD_PATHS = [
    "/{language}/{section}/{{}}/",
    "/{language}/{section}/{{}}",
    "/{language}//{section}/{{}}/",
    "/{language}/./{section}/{{}}/",
    "/%6Bk/{section}/{{}}%2F",
    "/{language}/{section}/{{}}/?preview=1&format=json&_method=GET",
    "/{language}/{section}/{{}}/?at=2031-01-01&page=2&edition=2",
    "/{language}/{section}/{{}}.json",
    "/{language}/{section}/{{}}/print/",
    "/{language}/{section}/feed/{{}}/",
    "/{section}/{{}}/",
]
ODD_HEADERS = [
    {},
    {"X-HTTP-Method-Override": "GET"},
    {"X-Original-URL": "/en/", "X-Forwarded-Host": "example.com"},
    {"If-None-Match": "*", "If-Modified-Since": "Thu, 01 Jan 2032 00:00:00 GMT"},
    {"Accept": "application/json", "Accept-Language": "kk"},
    {"Range": "bytes=0-10", "Cookie": "session=zq; django_language=ru"},
]


@pytest.fixture
def clock():
    with time_machine.travel(T - SECOND, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def site(shared_rows):
    return make_site()


def secret_slugs(site):
    return [canary.word for canary in site.canaries.values()]


@pytest.mark.parametrize("path", ODD_PATHS)
def test_a_secret_address_is_answered_as_one_that_never_was(client, clock, site, path):
    for section in DETAILS:
        template = path.format(language="kk", section=section)
        assert told_apart(client, secret_slugs(site), "GET", template) == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS", "PUT", "PROPFIND"])
def test_no_header_and_no_method_opens_a_secret_address(client, clock, site, method):
    slugs = secret_slugs(site)
    for headers in ODD_HEADERS:
        assert told_apart(client, slugs, method, "/en/press/{}/", headers=headers) == []


BY = pytest.mark.parametrize("files_by", ["", "x-accel-redirect"])


@BY
def test_a_file_that_is_not_shown_yet_is_answered_as_none(client, clock, site, settings, files_by):
    settings.FILES_BY = files_by
    names = ["public.pdf", *(f"{slug}.pdf" for slug in secret_slugs(site))]
    tokens = secret_tokens(site, Pdf)
    for name, method in product(names, ["GET", "HEAD"]):
        assert told_apart(client, tokens, method, f"/files/{{}}/{name}") == []


def test_a_quote_that_is_not_public_yet_is_answered_as_none(client, clock, site):
    secret = [other for c in site.canaries.values() for other in c.others if other.count("-") == 4]
    assert secret
    for method in ("GET", "HEAD"):
        assert told_apart(client, secret, method, "/kk/press/quotes/{}/") == []


def test_a_filter_by_a_secret_is_answered_as_one_by_what_never_was(client, clock, site):
    for template in ("/en/press/?film={}", "/en/press/quotes/?speaker=person-{}"):
        assert told_apart(client, secret_slugs(site), "GET", template) == []


@BY
def test_a_picture_not_shown_yet_is_answered_as_none(client, clock, site, settings, files_by):
    settings.FILES_BY = files_by
    tokens = secret_tokens(site, Picture)
    names = ["original.jpg", "64.webp", "480.webp"]
    for name, method in product(names, ["GET", "HEAD"]):
        assert told_apart(client, tokens, method, f"/pictures/{{}}/{name}") == []
