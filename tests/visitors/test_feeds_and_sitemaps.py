"""What machines read: the Atom feed, the sitemaps and robots.txt."""

import datetime as dt
from datetime import timedelta
from xml.etree import ElementTree

import pytest
import time_machine
from factories import make_film, make_person, make_press_office, make_statement, published

from composer_site.publishing.publish import publish, withdraw
from composer_site.values.languages import LANGUAGES
from composer_site.visitors import sitemaps

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
HOUR = timedelta(hours=1)
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TAG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def tree(client, path):
    return ElementTree.fromstring(client.get(path).content)


def feed(client, language="en"):
    return tree(client, f"/{language}/press/feed/")


def entries(client, language="en"):
    return [entry.findtext(f"{ATOM}title") for entry in feed(client, language).iter(f"{ATOM}entry")]


def locations(client, path):
    return [location.text for location in tree(client, path).iter(f"{SITEMAP}loc")]


# The feed


def test_the_feed_holds_the_newest_twenty_newest_first(client):
    for day in range(1, 26):
        published(make_statement(headline_en=f"Day {day}", date=dt.date(2019, 5, day)))
    assert entries(client) == [f"Day {day}" for day in range(25, 5, -1)]


def test_each_language_has_a_feed_of_its_own(client):
    published(make_statement(headline_kk="Тұсаукесер"))
    assert entries(client, "kk") == ["Тұсаукесер"]
    assert feed(client, "zh-hans").get(TAG) == "zh-Hans"


def test_an_entry_is_dated_by_its_publication_and_not_by_its_draft(client, clock):
    statement = make_statement()
    publish(statement, by=None, at=NOON + HOUR)
    clock.move_to(NOON + 2 * HOUR)
    entry = feed(client).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}published") == "2030-05-17T13:00:00+00:00"


def test_an_entry_keeps_its_id_and_its_first_date_through_corrections(client, clock):
    statement = published(make_statement())
    before = feed(client).find(f"{ATOM}entry")
    clock.move_to(NOON + HOUR)
    published(statement)
    after = feed(client).find(f"{ATOM}entry")
    for name in ("id", "published"):
        assert after.findtext(f"{ATOM}{name}") == before.findtext(f"{ATOM}{name}")
    assert after.findtext(f"{ATOM}updated") == "2030-05-17T13:00:00+00:00"


def test_the_feed_is_as_new_as_its_newest_public_entry(client, clock):
    published(make_statement())
    make_statement()
    publish(make_statement(), by=None, at=NOON + 9 * HOUR)
    clock.move_to(NOON + HOUR)
    assert feed(client).findtext(f"{ATOM}updated") == "2030-05-17T12:00:00+00:00"


def test_an_empty_feed_does_not_change_by_being_read(client, clock):
    before = client.get("/en/press/feed/").content
    clock.move_to(NOON + HOUR)
    assert client.get("/en/press/feed/").content == before


def test_what_is_withdrawn_leaves_the_feed(client):
    statement = published(make_statement())
    withdraw(statement, by=None, reason={"en": "Wrong"}, at=NOON + HOUR)
    assert len(entries(client)) == 1
    with time_machine.travel(NOON + HOUR, tick=False):
        assert entries(client) == []


def test_a_title_with_odd_characters_leaves_the_feed_whole(client):
    make_press_office(name_en="<&>\x0b")
    published(make_statement(headline_en="Music <&> \x0c war ]]>", standfirst_en="\ufffe&amp;\x01"))
    assert entries(client) == ["Music <&>  war ]]>"]


# The sitemap


def test_the_index_names_a_file_for_each_kind_that_has_pages(client):
    published(make_film())
    published(make_statement())
    publish(make_person(), by=None, at=NOON + HOUR)
    names = [location.rpartition("/")[2] for location in locations(client, "/sitemap.xml")]
    assert names == ["sitemap-site-1.xml", "sitemap-film-1.xml", "sitemap-statement-1.xml"]


def test_every_file_of_the_index_is_there_and_holds_each_page_once(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "A_FILE", 2)
    for _ in range(5):
        published(make_statement(languages=["en"]))
    _site, *files = locations(client, "/sitemap.xml")
    pages = [page for file in files for page in locations(client, file)]
    assert (len(files), len(pages), len(set(pages))) == (3, 5, 5)


def test_a_page_has_an_entry_in_each_language_it_is_translated_to(client):
    statement = published(make_statement(languages=["en", "kk"]))
    address = f"press/{statement.slug}/"
    assert locations(client, "/sitemap-statement-1.xml") == [
        f"http://testserver/en/{address}",
        f"http://testserver/kk/{address}",
    ]


def test_an_entry_names_all_its_translations(client):
    published(make_film())
    entry = tree(client, "/sitemap-film-1.xml").find(f"{SITEMAP}url")
    tags = [link.get("hreflang") for link in entry.iter(f"{XHTML}link")]
    assert tags == [*(language.tag for language in LANGUAGES.values()), "x-default"]


def test_every_address_in_the_sitemap_is_there(client):
    for thing in (
        make_film(),
        make_person(),
        make_statement(languages=["ru"], source_language="ru"),
    ):
        published(thing)
    files = locations(client, "/sitemap.xml")
    pages = [page for file in files for page in locations(client, file)]
    assert {client.get(page).status_code for page in pages} == {200}
    assert len(pages) == 9 + len(sitemaps.LISTS) * len(LANGUAGES)


def test_what_is_withdrawn_leaves_the_sitemap(client, clock):
    withdraw(published(make_film()), by=None, reason={"en": "Wrong"}, at=NOON + HOUR)
    assert len(locations(client, "/sitemap-film-1.xml")) == 4
    clock.move_to(NOON + HOUR)
    assert locations(client, "/sitemap.xml") == ["http://testserver/sitemap-site-1.xml"]
    assert client.get("/sitemap-film-1.xml").status_code == 404


def test_a_new_address_replaces_the_old_one_in_the_sitemap(client):
    film = published(make_film(slug="before"))
    film.slug = "after"
    film.save()
    publish(film, by=None)
    with time_machine.travel(NOON + HOUR, tick=False):
        assert {"before" in page for page in locations(client, "/sitemap-film-1.xml")} == {False}


def test_the_sitemap_is_as_new_as_what_is_public(client, clock):
    film = published(make_film())
    before = client.get("/sitemap.xml").content
    film.title_en = "A draft"
    film.save()
    clock.move_to(NOON + HOUR)
    publish(film, by=None, at=NOON + 2 * HOUR)
    assert client.get("/sitemap.xml").content == before


def test_robots_are_led_to_the_sitemap_and_told_of_nothing_else(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert lines == ["User-agent: *", "Allow: /", "Sitemap: http://testserver/sitemap.xml"]


def test_the_site_section_names_lists_and_the_texts_that_there_are(client):
    published(make_press_office(privacy_en="", privacy_kk="", privacy_ru="", privacy_zh_hans=""))
    paths = [
        url.removeprefix("http://testserver") for url in locations(client, "/sitemap-site-1.xml")
    ]
    assert "/kk/press/" in paths
    assert "/zh-hans/terms/" in paths
    assert not [path for path in paths if path.endswith("/privacy/")]
