"""The lists of staff: narrowed by state and language, and by what a press office looks for."""

import datetime as dt
import re

import pytest
from factories import (
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_quote,
    make_statement,
    make_user,
    published,
)
from forms_of_the_admin import add_address

from composer_site.desk.lists.publication_status import PublicationStatus
from composer_site.desk.lists.states import state_of
from composer_site.publishing.publish import publish, withdraw
from films.models import Credit
from people.models import Person
from press.models import Statement

pytestmark = pytest.mark.django_db
AHEAD = dt.datetime(2098, 1, 1, tzinfo=dt.UTC)
LATER = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


@pytest.fixture
def shown(editor):
    """The rows of a list that is narrowed."""

    def narrowed(model, **by):
        page = editor.get(add_address(model, "changelist"), by)
        return set(page.context["cl"].result_list)

    return narrowed


def in_every_state():
    """Statements: never published, public, changed, withdrawn, coming, to be withdrawn, returning."""
    rows = [make_statement() for _ in range(7)]
    for row in rows[1:4]:
        published(row)
    rows[2].save()
    withdraw(rows[3], by=None, reason={"en": "Wrong"})
    published(rows[4], at=AHEAD)
    withdraw(published(rows[5]), by=None, reason={"en": "Over"}, at=AHEAD)
    withdraw(published(rows[6]), by=None, reason={"en": "Wrong"})
    rows[6].save()
    publish(rows[6], by=None, at=LATER)
    rows[6].save()
    return rows


@pytest.mark.parametrize("state", PublicationStatus.values)
def test_a_list_by_state_shows_what_the_marks_of_its_rows_say(shown, state):
    rows = in_every_state()
    states = state_of(Statement.objects.all())
    expected = {row for row in rows if state in dict(states[row.uid].marks())}
    assert expected
    assert shown(Statement, state=state) == expected


@pytest.mark.parametrize(
    "make", [make_film, make_person, make_organisation, make_statement, make_picture]
)
def test_every_list_is_narrowed_to_what_a_language_lacks(shown, make):
    text = {make_picture: "caption_en", make_person: "occupation_en"}.get(make)
    whole, begun = make(), make(**{text or "place_en": "Only in English"}) if text else None
    if begun is None:
        begun = make(languages=["en", "kk"])
    assert shown(type(whole), missing_in="ru") == {begun}


def test_a_part_without_a_translation_counts_as_its_wholes(shown):
    statement, _other = make_statement(), make_statement()
    make_quote(statement, languages=["en", "ru"])
    assert shown(Statement, missing_in="kk") == {statement}
    assert shown(Statement, missing_in="ru") == set()


def test_a_list_is_narrowed_to_translations_of_an_older_source(shown):
    statement, _other = make_statement(), make_statement()
    statement.headline_en = "A new headline"
    statement.headline_kk = "Жаңа тақырып"
    statement.save()
    assert shown(Statement, stale_in="ru") == {statement}
    assert shown(Statement, stale_in="kk") == set()


def test_statements_are_narrowed_by_film_and_by_year(shown):
    film = make_film()
    statement = make_statement(films=[film], date=dt.date(2018, 6, 1))
    make_statement(films=[film]), make_statement(films=[make_film()])
    assert shown(Statement, films__id__exact=film.pk, date__year=2018) == {statement}


def test_credits_are_narrowed_by_the_roles_that_there_are(editor, shown):
    film = make_film()
    actor = make_credit(film)
    other = make_credit(film)
    type(other).objects.filter(pk=other.pk).update(role="composer", department="music")
    text = editor.get(add_address(Credit, "changelist")).text
    assert shown(Credit, role__exact="actor") == {actor}
    assert 'href="?role__exact=composer"' in text
    assert 'href="?role__exact=editor"' not in text


def test_a_list_says_by_what_it_is_narrowed_and_how_to_undo_it(editor):
    page = editor.get(add_address(Statement, "changelist"), {"state": "never", "kind__exact": "x"})
    narrowed = page.context["cl"].narrowed_by()
    assert [(str(title), chosen, without) for title, chosen, without in narrowed] == [
        ("state", "never published", "?kind__exact=x")
    ]


@pytest.mark.parametrize(
    ("query", "group", "sentence"),
    [
        ({}, "editors", "Write the first"),
        ({}, "translators", "There is nothing here yet."),
        ({"q": "nothing"}, "editors", "Nothing here matches what you are looking for."),
        ({"state": "live"}, "editors", "Show all"),
    ],
)
def test_an_empty_list_says_what_to_do(client, query, group, sentence):
    client.force_login(make_user(group))
    assert sentence in client.get(add_address(Statement, "changelist"), query).text


@pytest.mark.parametrize("query", ["state=x", "missing_in=xx", "stale_in=%25", "content_kind=film"])
def test_a_state_or_language_that_does_not_exist_narrows_nothing(editor, query):
    make_statement()
    page = editor.get(add_address(Statement, "changelist") + f"?{query}", follow=True)
    assert page.context["cl"].result_count == 1


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", ["Абай", "Әуезов", "Қажым", "Лев", "Яков"]),
        ("en", ["Baikadamov", "Jambyl", "Xian", "Zoë"]),
    ],
)
def test_people_stand_in_the_order_of_the_readers_letters(client, language, expected):
    client.force_login(make_user("editors", language=language))
    for name in reversed(expected):
        make_person(name)
    page = client.get(add_address(Person, "changelist"))
    assert [str(person.names.get()) for person in page.context["cl"].result_list] == expected


# Editions


def editions(client, **by):
    return client.get("/admin/publishing/edition/", by)


def test_editions_name_what_they_are_of_in_the_language_of_the_reader(client):
    client.force_login(make_user("editors", language="ru"))
    film = published(make_film(title_ru="Композитор"))
    address = f"/admin/films/film/{film.pk}/editions/"
    assert f'<a href="{address}">Композитор</a>' in editions(client).text


def test_editions_are_narrowed_to_a_kind_of_thing_by_its_name(editor):
    film, _other = published(make_film()), published(make_statement())
    page = editions(editor, content_kind="film")
    assert [edition.uid for edition in page.context["cl"].result_list] == [film.uid]
    assert re.search(r'href="\?content_kind=press_office"\s*>Press office</a>', page.text)


def test_editions_are_found_by_title(editor):
    film, _other = published(make_film(title_kk="Ән")), published(make_film())
    page = editions(editor, q="ән")
    assert [edition.uid for edition in page.context["cl"].result_list] == [film.uid]


@pytest.mark.parametrize("count", [3, 30])
def test_editions_cost_the_same_however_many(editor, count, django_assert_num_queries):
    for _ in range(count):
        published(make_film()), published(make_person())
    with django_assert_num_queries(10):
        editions(editor)


# What a row shows


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (make_film, "poster"),
        (make_person, "portrait"),
        (make_organisation, "logo"),
        (make_statement, "picture"),
    ],
)
def test_a_row_shows_its_picture(editor, make, name):
    thing = make(**{name: make_picture()})
    assert 'class="thumbnail"' in editor.get(add_address(thing, "changelist")).text


# What narrows a list


def test_a_list_that_nothing_narrows_offers_not_to_show_all(editor):
    make_statement()
    assert "Show all" not in editor.get(add_address(Statement, "changelist")).text


def test_a_list_that_is_narrowed_says_how_many_it_shows(editor):
    make_statement()
    page = editor.get(add_address(Statement, "changelist"), {"state": "never"})
    assert "1 result (" in page.text


def test_filters_stand_before_the_rows_and_name_what_is_chosen(editor):
    make_statement()
    text = editor.get(add_address(Statement, "changelist"), {"state": "never"}).text
    filters, rows = text.index('class="list-filters"'), text.index('id="result_list"')
    assert filters < text.index('aria-current="true">never published') < rows
