"""Whoever lacks the right to a row is answered, byte for byte, as if its key had none."""

import datetime as dt

import pytest
import time_machine
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from factories import make_user, published
from leaks import addresses, answer, parameters, patterns
from roles import MAKERS

from composer_site.desk.keys import KeyGuard
from composer_site.publishing.models import Edition
from composer_site.publishing.working_copy import Publishable

pytestmark = pytest.mark.django_db

NOW = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
# By converter, or by name. A number is one of an edition.
NO_ROW = dict.fromkeys(("path", "int", "str"), 987654321) | {"number": 99, "token": "0" * 40}
NO_KEYS = {"language": "kk", "code": "kk", "name": "original.jpg", "file_name": "public.pdf"}
NO_KEYS |= dict.fromkeys(("time", "visited", "app_label", "url"))
# To publish, withdraw and see editions, of people alone.
SOME_RIGHTS = ["people", "publishing"]


@pytest.fixture
def rows():
    """One of each model of the admin; of a publishable, with an edition that is scheduled."""
    with time_machine.travel(NOW, tick=False):
        rows = [make() for make in MAKERS.values()]
        for thing in rows:
            if isinstance(thing, Publishable):
                published(thing, at=NOW + dt.timedelta(days=1))
        yield [*rows, Edition.objects.first(), Group.objects.first(), make_user()]


def named(row):
    """The parameters of an address that names it."""
    return {
        **NO_KEYS,
        **dict.fromkeys(("path", "int", "str"), row.pk),
        "token": getattr(row, "token", NO_ROW["token"]),
        "number": 1,
        "content_kind": getattr(row, "content_kind", row._meta.model_name),
        "content_type_id": ContentType.objects.get_for_model(row).pk,
    }


def doors(rows):
    """(surface, route, row) of what names rows by their keys: those of its model, or of any."""
    for surface, route in patterns():
        names = {name for _converter, name in parameters(route)}
        if route.startswith("admin/") and names - NO_KEYS.keys():
            own = [
                table for table in map(table_of, admin.site._registry) if route.startswith(table)
            ]
            yield from ((surface, route, row) for row in rows if own in ([], [table_of(row)]))


def table_of(model):
    return f"admin/{model._meta.app_label}/{model._meta.model_name}/"


def telling(client, rows, rights=()):
    """Surfaces that tell rows from none, those of the apps in `rights` aside."""
    return {
        surface
        for surface, route, row in doors(rows)
        for method in ("GET", "POST")
        if row._meta.app_label not in rights
        and said(client, method, route, named(row))
        != said(client, method, route, named(row) | NO_ROW)
    }


def said(client, method, route, values):
    [path] = addresses(route, {name: [value] for name, value in values.items()})
    return answer(client, method, path).replace(path, "")


@pytest.mark.parametrize("rights", [[], SOME_RIGHTS])
def test_no_address_tells_whether_there_is_a_row(client, rows, rights):
    user = make_user()
    user.user_permissions.set(Permission.objects.filter(content_type__app_label__in=rights))
    client.force_login(user)
    assert telling(client, rows, rights) == set()


def test_one_row_of_each_model_of_the_admin_is_asked_for(rows):
    assert {type(row) for row in rows} == admin.site._registry.keys()


# Control of the harness itself


@pytest.mark.urls("doors_left_open")
def test_doors_that_were_left_open_are_noticed(client, rows, monkeypatch):
    """Django's own: to the address of any row, and to the history of a film."""
    client.force_login(make_user())
    monkeypatch.delattr(KeyGuard, "history_view")
    assert telling(client, rows[:1]) == {"left_open", "admin:films_film_history"}
