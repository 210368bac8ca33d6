"""A row that goes between reading and using it is not found, or a sentence says so: nothing breaks."""

import datetime as dt
from itertools import count

import pytest
from django.db import connection, transaction
from django.urls import reverse
from factories import (
    make_quote,
    make_statement,
    make_superuser,
    published,
)
from forms_of_the_admin import address, fields_of

from composer_site.publishing.models import Edition

pytestmark = pytest.mark.django_db

AHEAD = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
ANSWERS = {200, 302, 404}


class Going:
    """The rows go just before a page reads for the `number`th time, counted from one."""

    def __init__(self, rows, number):
        self.rows, self.number, self.reads = rows, number, 0

    def __call__(self, execute, sql, *args):
        self.reads += sql.startswith("SELECT")
        if self.reads == self.number and self.rows:
            going, self.rows = self.rows, []
            for rows in going:
                rows.delete()
        return execute(sql, *args)


def statuses(ask, rows):
    """What `ask` is answered with, tried once for each time that it reads."""
    found = set()
    for number in count(1):
        going = Going(rows, number)
        with transaction.atomic(), connection.execute_wrapper(going):
            found.add(ask().status_code)
            transaction.set_rollback(True)
        if going.rows:
            return found


@pytest.fixture
def staff(client):
    client.force_login(make_superuser())
    return client


def rows_of(thing):
    editions = Edition.objects.filter(uid=getattr(thing, "uid", None))
    return [editions, type(thing)._default_manager.filter(pk=thing.pk)]


def make_news():
    statement = make_statement()
    make_quote(statement)
    return statement


@pytest.mark.parametrize("view", ["change", "delete"])
def test_a_page_of_a_row(staff, view):
    row = make_news()
    assert statuses(lambda: staff.get(address(row, view)), rows_of(row)) <= ANSWERS


@pytest.mark.parametrize("view", ["editions", "publish", "withdraw"])
def test_a_page_about_its_editions(staff, view):
    row = published(make_news(), at=AHEAD)
    assert statuses(lambda: staff.get(address(row, view)), rows_of(row)) <= ANSWERS


@pytest.mark.parametrize(
    ("view", "args"), [("edition", [1, "kk"]), ("restore", [1]), ("cancel", [1])]
)
def test_a_page_of_one_edition(staff, view, args):
    row = published(make_news(), at=AHEAD)
    path = reverse(f"admin:press_statement_{view}", args=[row.pk, *args])
    assert statuses(lambda: staff.get(path), rows_of(row)) <= ANSWERS
    assert statuses(lambda: staff.post(path), rows_of(row)) <= ANSWERS


@pytest.mark.parametrize("path", ["/admin/", "/admin/desk/kk/", "/admin/ahead/", "/en/"])
def test_a_page_of_many(staff, path):
    rows = [make_news(), published(make_news()), published(make_news(), at=AHEAD)]
    gone = [going for row in rows for going in rows_of(row)]
    assert statuses(lambda: staff.get(path), gone) <= ANSWERS


def test_the_translation_desk(staff):
    row = make_news()
    path = reverse("translation_desk_thing", args=["kk", "statement", row.pk])
    assert statuses(lambda: staff.get(path), rows_of(row)) <= ANSWERS
    assert statuses(lambda: staff.post(path, {"x": "y"}), rows_of(row)) <= ANSWERS


@pytest.mark.parametrize("further", [{}, {"_preview": "en"}])
def test_a_save(staff, further):
    row = make_news()
    sent = fields_of(staff.get(address(row)), row) | further
    assert statuses(lambda: staff.post(address(row), sent), rows_of(row)) <= ANSWERS


def test_a_publication(staff):
    row = make_news()
    approval_digest = staff.get(address(row, "publish")).context["proposal"].approval_digest
    sent = {"approval_digest": approval_digest, "when": "now", "zone": "UTC"}
    assert statuses(lambda: staff.post(address(row, "publish"), sent), rows_of(row)) <= ANSWERS


def test_a_page_for_visitors(client):
    row = published(make_news())
    assert statuses(lambda: client.get(f"/en/press/{row.slug}/"), rows_of(row)) == {200, 404}
