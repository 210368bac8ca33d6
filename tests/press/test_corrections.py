"""What a statement said, and what it says now: above it, on a page of its own, and in a feed."""

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest
import time_machine
from factories import in_all, make_correction, make_press_office, make_statement, published

from composer_site.publishing.publish import publish, withdraw
from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
NOON = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)


def corrected(**columns):
    correction = make_correction(make_statement(slug="news"), **columns)
    return published(correction.statement).corrections.get()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_correction_stands_above_the_text_in_each_language(client, code):
    correction = corrected()
    page = client.get(f"/{code}/press/news/").text
    places = [page.find(words) for words in (f"correction-{correction.uid}", f"Hol ({code})")]
    places += [page.find(f"Hoi ({code})"), page.find("<p>News")]
    assert places == sorted(places)
    assert -1 not in places


def test_its_date_is_said_in_words(client):
    corrected(kind="clarification", date=dt.date(2019, 5, 20))
    page = client.get("/en/press/news/").text
    assert '<time datetime="2019-05-20">20 May 2019</time>' in page
    assert "Clarification" in page


def test_lists_mark_a_corrected_statement(client):
    corrected()
    assert client.get("/en/press/").text.count("Corrected") == 1


def test_lists_do_not_mark_another(client):
    published(make_statement())
    assert "Corrected" not in client.get("/en/press/").text


def test_the_page_of_corrections_lists_the_newest_first_and_leads_to_each(client):
    for day in (1, 3, 2):
        correction = make_correction(make_statement(), date=dt.date(2019, 5, day))
        published(correction.statement)
    page = client.get("/en/press/corrections/").text
    assert re.findall(r'datetime="2019-05-0(\d)"', page) == ["3", "2", "1"]
    assert f"{correction.statement.slug}/#correction-{correction.uid}" in page


def test_without_any_it_says_so(client):
    assert "Nothing has had to be corrected." in client.get("/en/press/corrections/").text


def test_a_correction_goes_with_its_statement(client):
    correction = corrected()
    withdraw(correction.statement, by=None, reason={"en": "Wrong"})
    assert "Hoi" not in client.get("/en/press/corrections/").text


def entries(client, code="en"):
    feed = ET.fromstring(client.get(f"/{code}/press/corrections/feed/").content)
    return feed.findall("a:entry", ATOM)


def test_the_feed_dates_a_correction_by_when_it_became_public(client):
    with time_machine.travel(NOON, tick=False) as clock:
        correction = corrected()
        clock.shift(3600)
        publish(correction.statement, by=None)
        (entry,) = entries(client)
    assert entry.find("a:published", ATOM).text == "2030-05-17T12:00:00+00:00"
    assert entry.find("a:id", ATOM).text == f"urn:uuid:{correction.uid}"


def test_the_feed_says_what_was_corrected_in_its_language(client):
    make_press_office()
    correction = make_correction(make_statement(slug="news", **in_all("headline", "News")))
    published(correction.statement)
    (entry,) = entries(client, "kk")
    assert entry.find("a:title", ATOM).text.endswith(": News (kk)")
    assert entry.find("a:summary", ATOM).text == "Hoi (kk)"
    assert entry.find("a:link", ATOM).get("href").endswith(f"news/#correction-{correction.uid}")


def test_every_page_names_the_feed(client):
    page = client.get("/ru/").text
    assert 'href="/ru/press/corrections/feed/"' in page
