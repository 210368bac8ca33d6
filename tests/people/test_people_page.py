"""What a person's and an organisation's page show, and what they keep to themselves."""

import pytest
from factories import (
    make_claim,
    make_credit,
    make_everything_about,
    make_film,
    make_organisation,
    make_person,
    make_quote,
    make_statement,
    published,
)

from composer_site.publishing.models import Page
from composer_site.values.search_tokens import tokens
from people.models import PersonClaim, PersonName, Work

pytestmark = pytest.mark.django_db


def text_of(client, thing, code="en", content_kind="people"):
    return client.get(f"/{code}/{content_kind}/{thing.slug}/").text


def section(html, name):
    """The inside of a section, by the id of its heading."""
    _before, found, rest = html.partition(f'<section aria-labelledby="{name}">')
    return found and rest.partition("</section>")[0]


def add_name(person, value, **columns):
    columns = {"tag": "en", "kind": "alias", "position": 5} | columns
    return PersonName.objects.create(person=person, value=value, **columns)


def test_each_name_says_its_script_its_kind_and_the_family_name(client):
    person = make_person("Nobody")
    add_name(person, "冼星海", tag="zh-Hans", kind="native", family="冼", family_first=True)
    names = section(text_of(client, published(person)), "names")
    assert '<span class="name" lang="zh-Hans"><span class="family">冼</span>星海</span>' in names
    assert "Chinese, simplified" in names
    assert "family name first:" in names


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "Uyghur, Arabic script"),
        ("kk", "ұйғыр, араб жазуы"),
        ("ru", "уйгурский, арабская графика"),
        ("zh-hans", "维吾尔文（阿拉伯字母）"),
    ],
)
def test_a_name_in_arabic_letters_runs_from_right_to_left(client, code, words):
    person = make_person("Nobody")
    PersonName(person=person, value="شىرزات", tag="ug-Arab").full_clean()
    add_name(person, "شىرزات", tag="ug-Arab", family="شىرزات")
    names = section(text_of(client, published(person), code), "names")
    assert '<span class="name" lang="ug-Arab" dir="rtl">' in names
    assert words in names


@pytest.mark.parametrize(
    ("columns", "marked"),
    [
        ({"family": "Aitzhanov"}, 'Berik <span class="family">Aitzhanov</span>'),
        ({"family": "Berik", "family_first": True}, '<span class="family">Berik</span> Aitzhanov'),
        ({"family": "Berik"}, "Berik Aitzhanov"),
        ({}, "Berik Aitzhanov"),
    ],
)
def test_the_family_name_is_marked_where_it_begins_or_ends_the_name(client, columns, marked):
    person = make_person()
    add_name(person, "Berik Aitzhanov", **columns)
    names = section(text_of(client, published(person)), "names")
    assert f'<span class="name" lang="en">{marked}</span>' in names


def test_a_rejected_form_is_nowhere_on_the_page_of_who_bears_it(client):
    person = make_person()
    add_name(person, "Sinn Sing Hol", kind="rejected")
    film = make_film()
    make_credit(film, published(person))
    published(film)
    statement = published(make_statement(people=[person]))
    paths = ["", "people/", f"people/{person.slug}/", f"films/{film.slug}/", "press/feed/"]
    pages = [client.get(f"/en/{path}") for path in [*paths, f"press/{statement.slug}/"]]
    assert {(page.status_code, "Sing Hol" in page.text) for page in pages} == {(200, False)}


def test_a_rejected_form_is_searched(client):
    person = make_person()
    add_name(person, "Sinn Sing Hol", kind="rejected")
    page = Page.objects.get(uid=published(person).uid, language="zh-hans")
    assert set(tokens("Sinn Sing Hol").split()) <= set(page.tokens.split())


def test_a_rejected_form_in_another_language_does_not_pass_for_an_untranslated_text(client):
    person = make_person()
    add_name(person, "Си Си Хань", tag="ru", kind="rejected")
    assert "have not been translated" not in text_of(client, published(person))


def test_an_uncertain_life_is_said_in_words(client):
    person = published(make_person(born="[1905-06-13,1905-06-23]", died="1945~"))
    html = text_of(client, person)
    assert "13 June 1905 or 23 June 1905" in html
    assert "about 1945" in html


def test_works_stand_in_the_order_of_their_dates(client):
    person = make_person()
    for date in ("1943~", "", "1939", "[1940,1941]"):
        Work.objects.create(person=person, date=date, title_en=f"Work of {date or 'no date'}")
    works = section(text_of(client, published(person)), "works")
    titles = [line.strip() for line in works.splitlines() if "Work of" in line]
    assert titles == [
        "Work of 1939",
        "Work of [1940,1941]",
        "Work of 1943~",
        "Work of no date",
    ]


def test_a_work_has_its_original_title_in_its_own_language(client):
    works = section(text_of(client, published(make_everything_about(make_person()))), "works")
    assert '<span class="original-title" lang="zh">黄河大合唱</span>' in works
    assert "Cantata" in works


def test_what_sources_dispute_and_what_is_not_known_are_said(client):
    person = make_person(not_known_en="Where he lived.\nWhom he met.")
    make_claim(PersonClaim, person=person, outlet="One", says_en="In 1942")
    make_claim(PersonClaim, person=person, outlet="Two", says_en="In 1943")
    html = text_of(client, published(person))
    assert "Disputed" in section(html, "sources")
    assert section(html, "not-known").count("<li>") == 2


def test_films_made_and_films_about_somebody_stand_apart(client):
    person = published(make_person())
    both, portrayed = make_film(title_en="Made and in it"), make_film(title_en="In it")
    make_credit(both, person, portrays=person)
    make_credit(portrayed, portrays=person)
    for film in (both, portrayed):
        published(film)
    html = text_of(client, person)
    made, shown = section(html, "films"), section(html, "portrayed")
    titles = ("Made and in it", "In it")
    assert [title in made for title in titles] == [True, False]
    assert [title in shown for title in titles] == [True, True]


def test_statements_that_quote_somebody_stand_apart_from_those_that_mention_them(client):
    person = published(make_person())
    quoting = make_statement(headline_en="With words of theirs", people=[person])
    make_quote(quoting, speaker=person, text_en="We began in winter.")
    for statement in (quoting, make_statement(headline_en="About them", people=[person])):
        published(statement)
    html = text_of(client, person)
    assert "With words of theirs" in section(html, "statements-speaker")
    assert "With words of theirs" not in section(html, "statements-about")
    assert "About them" in section(html, "statements-about")
    assert "We began in winter." in section(html, "quotes")


def test_all_films_of_somebody_are_listed_and_six_statements(client):
    person = published(make_person())
    for number in range(8):
        film = make_film(title_en=f"Film no. {number}")
        make_credit(film, person)
        published(film)
        published(make_statement(people=[person]))
    html = text_of(client, person)
    assert section(html, "films").count('class="film-title"') == 8
    assert section(html, "statements-about").count('class="entry-title"') == 6


def test_an_organisation_shows_what_it_issued(client):
    organisation = published(make_organisation(kind="ministry", country="KZ"))
    statement = make_statement(headline_en="News of the ministry")
    statement.issuers.add(organisation)
    published(statement)
    html = text_of(client, organisation, content_kind="organisations")
    assert "News of the ministry" in section(html, "statements-issuer")
    assert "Ministry" in html
    assert "Kazakhstan" in html


def test_organisations_are_listed_in_the_order_of_each_language(client):
    for name in ("Өркен", "Оқу", "Әлем", "Абай"):
        published(make_organisation(name_kk=name, kind="studio", country="KZ"))
    html = client.get("/kk/organisations/").text
    found = sorted(("Өркен", "Оқу", "Әлем", "Абай"), key=html.index)
    assert found == ["Абай", "Әлем", "Оқу", "Өркен"]


def test_without_organisations_the_list_says_so(client):
    assert "No organisation has been introduced yet." in client.get("/en/organisations/").text


def test_a_short_list_has_no_letters_and_a_long_one_has(client):
    for letter in "BA":
        published(make_person(f"{letter} Person"))
    assert 'class="letters"' not in client.get("/en/people/").text
    for number in range(23):
        published(make_person(f"C Person {number:02}"))
    html = client.get("/en/people/").text
    assert [line.strip() for line in html.splitlines() if "letter-" in line and "<h2" in line] == [
        f'<h2 class="letter" id="letter-{number}">{letter}</h2>'
        for number, letter in enumerate("ABC", 1)
    ]
