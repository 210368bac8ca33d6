"""The quote bank and the press room are narrowed by what occurs, and by nothing else."""

import datetime as dt
import re

import pytest
from factories import (
    in_all,
    make_film,
    make_organisation,
    make_person,
    make_quote,
    make_statement,
    published,
)

from composer_site.publishing.publish import publish, withdraw

pytestmark = pytest.mark.django_db
AHEAD = dt.datetime(2090, 1, 1, tzinfo=dt.UTC)


def quote_of(words, films=(), date=dt.date(2019, 5, 17), **columns):
    statement = make_statement(films=films, date=date)
    make_quote(statement, **in_all("text", words), **columns)
    return published(statement)


def options(page):
    """{filter: values that it offers}."""
    selects = re.findall(r'<select id="filter-(\w+)".*?</select>', page, re.DOTALL)
    bodies = re.findall(r"<select.*?</select>", page, re.DOTALL)
    values = [re.findall(r'<option value="([^"]+)"', body) for body in bodies]
    return dict(zip(selects, values, strict=True))


def quotes_on(page):
    return re.findall(r"<p>(\w+) \(en\)</p>", page)


@pytest.fixture
def bank():
    """Three quotes: of a person, of an organisation, of somebody without a page."""
    people = [published(make_person("Hu Jun", slug="hu-jun")), make_person("Nobody yet")]
    studio = published(make_organisation(slug="studio"))
    films = [published(make_film(slug=slug)) for slug in ("first", "second")]
    quote_of("One", films[:1], speaker=people[0], spoken_in="zh", date=dt.date(2019, 1, 1))
    quote_of("Two", films, speaker_organisation=studio, spoken_in="kk", date=dt.date(2018, 1, 1))
    quote_of("Three", speaker=people[1], date=dt.date(2017, 1, 1))


def test_the_newest_quote_comes_first(client, bank):
    assert quotes_on(client.get("/en/press/quotes/").text) == ["One", "Two", "Three"]


def test_only_what_occurs_is_offered(client, bank):
    published(make_person(slug="silent"))
    published(make_film(slug="third"))
    assert options(client.get("/en/press/quotes/").text) == {
        "speaker": ["person-hu-jun", "organisation-studio"],
        "film": ["first", "second"],
        "said": ["zh", "kk"],
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?speaker=person-hu-jun", ["One"]),
        ("?speaker=organisation-studio&said=kk", ["Two"]),
        ("?film=first", ["One", "Two"]),
        ("?film=second&said=zh", []),
        ("?film=&said=&speaker=", ["One", "Two", "Three"]),
        ("?utm_source=mail", ["One", "Two", "Three"]),
    ],
)
def test_quotes_are_narrowed_by_speaker_film_and_language(client, bank, query, found):
    page = client.get(f"/en/press/quotes/{query}").text
    assert quotes_on(page) == found
    words = f"{len(found)} quote{'' if len(found) == 1 else 's'}" if found else "Nothing matches"
    assert words in " ".join(page.split())


def test_a_speaker_s_page_leads_to_all_of_their_quotes(client):
    speaker = published(make_person(slug="hu-jun"))
    for number in range(7):
        quote_of(f"Quote{number}", speaker=speaker)
    page = client.get("/en/people/hu-jun/").text
    link = re.search(r'href="(/en/press/quotes/\?[^"]+)"', page)[1]
    assert len(quotes_on(client.get(link).text)) == 7


@pytest.mark.parametrize(
    "query", ["speaker=person-nobody", "film=third", "said=de", "said=zh%00", "film=first'"]
)
def test_a_value_that_is_not_offered_is_not_found(client, bank, query):
    assert client.get(f"/en/press/quotes/?{query}").status_code == 404


def test_what_was_chosen_stays_chosen_in_another_language_and_on_the_next_page(
    client, bank, monkeypatch
):
    monkeypatch.setattr("composer_site.visitors.lists.PAGE_SIZE", 1)
    page = client.get("/en/press/quotes/?film=first").text
    assert 'href="/kk/press/quotes/?film=first"' in page
    assert 'href="/en/press/quotes/page/2/?film=first"' in page
    assert '<option value="first" selected>' in page


def test_a_narrowed_list_is_not_for_search_engines(client, bank):
    assert "noindex" in client.get("/en/press/quotes/?film=first").text
    assert "noindex" not in client.get("/en/press/quotes/").text


def test_the_first_page_has_one_address(client, bank):
    response = client.get("/en/press/quotes/page/1/?film=first")
    assert (response.status_code, response["Location"]) == (301, "/en/press/quotes/?film=first")


def test_each_quote_is_there_to_be_copied(client, bank):
    assert client.get("/en/press/quotes/").text.count('class="copy-text"') == 3


def test_an_empty_bank_says_so(client):
    page = client.get("/en/press/quotes/").text
    assert "Nobody has been quoted yet." in page
    assert options(page) == {}


def test_a_scheduled_quote_changes_nothing_yet(client, bank):
    before = client.get("/en/press/quotes/").text
    statement = make_statement()
    make_quote(statement, spoken_in="de")
    publish(statement, by=None, at=AHEAD)
    assert client.get("/en/press/quotes/").text == before


def test_a_withdrawn_quote_is_out_of_the_bank(client):
    statement = quote_of("One")
    withdraw(statement, by=None, reason={"en": "Wrong"})
    assert quotes_on(client.get("/en/press/quotes/").text) == []


def test_a_changed_quote_stands_in_the_bank_once(client):
    statement = quote_of("One")
    statement.quotes.update(**in_all("text", "Other"))
    publish(statement, by=None)
    assert quotes_on(client.get("/en/press/quotes/").text) == ["Other"]


# The press room


@pytest.fixture
def room():
    film = published(make_film(slug="first"))
    other = published(make_film(slug="second"))
    published(make_statement(kind="statement", date=dt.date(2019, 12, 31), films=[film]))
    published(make_statement(kind="announcement", date=dt.date(2019, 1, 1), films=[film, other]))
    published(make_statement(kind="announcement", date=dt.date(2018, 1, 1)))


def test_the_room_offers_kinds_films_and_years_that_occur(client, room):
    make_statement(kind="media-alert", date=dt.date(2011, 1, 1))
    assert options(client.get("/en/press/").text) == {
        "kind": ["statement", "announcement"],
        "film": ["first", "second"],
        "year": ["2019", "2018"],
    }


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("?kind=announcement", "2 press releases"),
        ("?year=2019", "2 press releases"),
        ("?film=first&kind=announcement", "1 press release"),
        ("?film=second&year=2018", "Nothing matches all of these filters."),
    ],
)
def test_the_room_is_narrowed_and_counts_what_is_left(client, room, query, count):
    page = client.get(f"/en/press/{query}").text
    assert count in " ".join(page.split())


@pytest.mark.parametrize("year", ["0001", "9999"])
def test_the_room_is_narrowed_to_either_end_of_the_calendar(client, year):
    published(make_statement())
    published(make_statement(date=dt.date(int(year), 12, 31)))
    assert "1 press release" in client.get(f"/en/press/?year={year}").text


def test_a_film_s_page_leads_to_all_that_was_published_about_it(client):
    film = published(make_film(slug="first"))
    for _statement in range(7):
        published(make_statement(films=[film]))
    link = re.search(r'href="(/en/press/\?[^"]+)"', client.get("/en/films/first/").text)[1]
    assert "7 press releases" in client.get(link).text


@pytest.mark.parametrize("query", ["kind=media-alert", "kind=x", "year=2017", "year=99999"])
def test_the_room_knows_no_other_choice(client, room, query):
    assert client.get(f"/en/press/?{query}").status_code == 404


def test_one_choice_alone_is_not_offered(client):
    published(make_statement())
    assert options(client.get("/en/press/").text) == {}


def test_one_speaker_with_a_page_is_a_choice_among_those_who_are_described(client):
    statement = make_statement()
    make_quote(statement)
    make_quote(statement, speaker=published(make_person(slug="hu-jun")))
    published(statement)
    assert "person-hu-jun" in options(client.get("/en/press/quotes/").text)["speaker"]
