"""Whoever changes a part locks its whole first, so that no two wait for each other."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from factories import make_credit, make_film, make_user
from forms_of_the_admin import address, open_form, save_well

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]


@pytest.fixture
def staff(client):
    client.force_login(make_user("publishers"))
    return client


@pytest.fixture
def film():
    film = make_film()
    for position in (1, 2):
        make_credit(film, position=position)
    return film


def tables_locked(act):
    """By SELECT … FOR UPDATE, UPDATE or DELETE, each where it is locked first."""
    with CaptureQueriesContext(connection) as captured:
        act()
    found = []
    for query in captured:
        if (table := locked_by(query["sql"])) and table not in found:
            found.append(table)
    return [table for table in found if table.startswith("films_")]


def locked_by(sql):
    kind = sql.split(maxsplit=1)[0]
    if kind == "SELECT" and "FOR UPDATE" in sql:
        return re.search(r' FROM "(\w+)"', sql)[1]
    changed = re.match(r'(?:UPDATE|DELETE FROM) "(\w+)"', sql)
    return changed and changed[1]


IN_ORDER = ["films_film", "films_credit"]


def test_saving_the_form_of_a_credit_locks_its_film_first(staff, film):
    credit = film.credits.first()
    form = open_form(staff, credit) | {"credited_as": "Х. Ху"}
    assert tables_locked(lambda: save_well(staff, credit, form)) == IN_ORDER


def test_deleting_a_credit_locks_its_film_first(staff, film):
    delete = address(film.credits.first(), "delete")
    assert tables_locked(lambda: staff.post(delete, {"post": "yes"})) == IN_ORDER


def test_moving_a_credit_locks_its_film_first(staff, film):
    wish = {"key": film.credits.last().pk, "to": 1}
    assert tables_locked(lambda: post(staff, "move", wish)) == IN_ORDER


def test_ordering_credits_locks_their_film_first(staff, film):
    keys = [credit.pk for credit in film.credits.all()]
    assert tables_locked(lambda: post(staff, "order", keys[::-1])) == IN_ORDER


def post(staff, act, wish):
    address = reverse(f"admin:films_credit_{act}")
    assert staff.post(address, wish, content_type="application/json").status_code == 200
