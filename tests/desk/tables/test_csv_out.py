"""CSV out of the admin: whole, safe in a spreadsheet, and back again it changes nothing."""

import pytest
from csv_files import LISTS, exported, look, outcomes, rows_in, token_in
from django.db import connection
from django.test.utils import CaptureQueriesContext
from factories import (
    make_credit,
    make_everything_about,
    make_film,
    make_organisation,
    make_person,
    make_release,
    make_user,
)

from composer_site.desk.tables.plan import Plan
from composer_site.values.spreadsheets import read
from films.models import Credit
from films.tables import CREDITS
from people.models import Person
from people.tables import NAMES

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("editors")
    client.force_login(user)
    return user


def make_all():
    person = make_everything_about(
        make_person(
            "=Xian",
            slug="xian",
            born="1905~",
            not_known_kk="Қай\r\nжерде",
            occupation_en="+1 composer",
        )
    )
    film = make_film(slug="the-composer")
    make_credit(film, person, portrays=person, character_zh_hans="冼, “星海”", credited_as="-X")
    film.credits.create(
        organisation=make_organisation(), department="companies", role="distributor", mark="with"
    )
    make_release(film, note_ru="Первая\nстрока")
    return person, film


@pytest.mark.parametrize("table", LISTS)
def test_importing_an_export_changes_nothing(client, editor, table):
    make_all()
    content = exported(client, table)
    response = look(client, table, content)
    assert set(outcomes(response).values()) == {"unchanged"}
    assert token_in(response) is None
    assert len(rows_in(content)) == response.context["plan"].counts[2][1]


def test_an_export_is_safe_in_a_spreadsheet(client, editor):
    make_all()
    [row] = rows_in(exported(client, "people"))
    assert [row["occupation_en"], row["born"]] == ["'+1 composer", "1905~"]
    assert rows_in(exported(client, "names"))[0]["value"] == "'=Xian"


def test_an_export_holds_what_the_list_is_narrowed_to(client, editor):
    one, other = make_credit(make_film(slug="one")), make_credit(make_film(slug="other"))
    query = f"?film__id__exact={other.film.pk}"
    assert [row["film"] for row in rows_in(exported(client, "credits", query))] == ["other"]
    assert len(rows_in(exported(client, "credits"))) == len([one, other])


def test_an_export_of_a_selection_holds_what_is_ticked(client, editor):
    ticked, _other = make_person(slug="ticked"), make_person(slug="other")
    data = {"action": "export_names", "_selected_action": [ticked.pk]}
    rows = rows_in(client.post(LISTS["people"], data).getvalue())
    assert [row["person"] for row in rows] == ["ticked"]


@pytest.mark.parametrize("count", [3, 30])
def test_the_rows_of_an_export_ask_as_many_queries_however_many(django_assert_num_queries, count):
    film = make_film()
    for _ in range(count):
        make_credit(film, portrays=make_person())
    with django_assert_num_queries(4):
        assert len(list(CREDITS.written(CREDITS.rows(Credit.objects.all())))) == count + 1
    with django_assert_num_queries(2):
        assert len(list(NAMES.written(NAMES.rows(Person.objects.all())))) == 2 * count + 1


def test_looking_at_an_export_costs_the_same_however_much_there_is(client, editor):
    film, counts = make_film(), []
    for more in (3, 27):
        for _ in range(more):
            make_credit(film)
        rows = read(exported(client, "credits"))
        with CaptureQueriesContext(connection) as captured:
            Plan(CREDITS, rows)
        counts.append(len(captured))
    assert counts == [LOOKED_UP, LOOKED_UP]


# The credits with their films and people, the last places; and by their addresses films, people,
# organisations and those who are portrayed.
LOOKED_UP = 8
