"""Lists of films, people and organisations stand on several pages, as the press room does."""

import functools
import operator

import pytest
from factories import make_film, make_organisation, make_person, published

from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db
MAKERS = {"films": make_film, "people": make_person, "organisations": make_organisation}


@pytest.fixture(autouse=True)
def two_a_page(monkeypatch):
    monkeypatch.setattr("composer_site.visitors.lists.PAGE_SIZE", 2)
    monkeypatch.setattr("people.views.TIMES", 1)


@pytest.fixture(params=MAKERS)
def address(request):
    """Of a list of five."""
    for number in range(5):
        published(MAKERS[request.param](slug=f"row-{number}"))
    return f"/en/{request.param}/"


def words(response):
    return " ".join(response.text.split())


def rows(response, address):
    return [n for n in range(5) if f'href="{address}row-{n}/"' in response.text]


def test_each_thing_stands_on_one_page(client, address):
    pages = [client.get(address + end) for end in ("", "page/2/", "page/3/")]
    found = [rows(page, address) for page in pages]
    assert sorted(functools.reduce(operator.iadd, found, [])) == list(range(5))
    assert [len(page) for page in found] == [2, 2, 1]


@pytest.mark.parametrize("number", ["0", "4", "02", "-1", "x"])
def test_a_page_that_is_none_is_not_found(client, address, number):
    assert client.get(f"{address}page/{number}/").status_code == 404


def test_the_first_page_has_one_address(client, address):
    response = client.get(f"{address}page/1/")
    assert (response.status_code, response["Location"]) == (301, address)


def test_a_page_leads_to_the_one_before_and_after(client, address):
    middle = words(client.get(f"{address}page/2/"))
    assert f'rel="prev" href="{address}"' in middle
    assert f'rel="next" href="{address}page/3/"' in middle


def test_a_page_is_canonical_by_its_own_number(client, address):
    text = client.get(f"{address}page/2/").text
    assert f'<link rel="canonical" href="http://testserver{address}page/2/">' in text


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_steps_of_names_are_said_in_each_language(client, code):
    for number in range(3):
        published(make_person(slug=f"row-{number}"))
    said = {"en": "Next page", "kk": "Келесі бет", "ru": "Следующая страница", "zh-hans": "下一页"}
    assert f"{said[code]}</a>" in client.get(f"/{code}/people/").text


def test_letters_lead_to_the_page_on_which_they_begin(client, monkeypatch):
    monkeypatch.setattr("people.views.A_SHORT_LIST", 2)
    for name in ("Abai", "Bo", "Bai", "Cai", "Dan"):
        published(make_person(name))
    first, second = client.get("/en/people/").text, client.get("/en/people/page/2/").text
    assert all(
        f'<a href="{href}">' in first
        for href in ("#letter-1", "#letter-2", "/en/people/page/2/#letter-3")
    )
    assert '<a href="/en/people/#letter-2">B</a>' in second
    assert '<h2 class="letter" id="letter-2">B</h2>' in first
    assert '<h2 class="letter" id="letter-2">B</h2>' in second


def test_the_sitemap_names_a_list_once(client, address):
    text = client.get("/sitemap-site-1.xml").text
    assert text.count(f"<loc>http://testserver{address}</loc>") == 1
    assert "/page/" not in text
