"""Who may do what in the admin, by address and by forged POST. (Translators have tests of their own.)"""

import datetime as dt
import json

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from factories import make_contact, make_film, make_picture, make_press_office, make_user, published
from forms_of_the_admin import add_address, address, open_form
from roles import MAKERS, ROLES, browser_of

from composer_site.publishing.working_copy import Publishable

pytestmark = pytest.mark.django_db

AHEAD = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
STAFF = (302, 403, 200, 200, 200)
WRITERS = (302, 403, 403, 200, 200)
PUBLISHERS = (302, 403, 403, 403, 200)
NOT_THAT_WAY = (302, 405, 405, 405, 405)
# View → status for each of the ROLES, when asked and when a form is forged.
STATUS = {
    "list": {"GET": STAFF, "POST": STAFF},
    "add": {"GET": WRITERS, "POST": WRITERS},
    "change": {"GET": STAFF, "POST": STAFF},
    "history": {"GET": STAFF, "POST": STAFF},
    "csv": {"GET": STAFF, "POST": STAFF},
    "export": {"GET": STAFF, "POST": (302, 403, 405, 405, 405)},
    "import": {"GET": WRITERS, "POST": WRITERS},
    "order": {"GET": NOT_THAT_WAY, "POST": WRITERS},
    "move": {"GET": NOT_THAT_WAY, "POST": WRITERS},
    "delete": {"GET": WRITERS, "POST": (302, 403, 403, 302, 302)},
    # Of what has an edition, which is scheduled.
    "checks": {"GET": STAFF, "POST": STAFF},
    "editions": {"GET": STAFF, "POST": STAFF},
    "comparison": {"GET": STAFF, "POST": STAFF},
    "edition": {"GET": STAFF, "POST": STAFF},
    "saved": {"GET": STAFF, "POST": STAFF},
    "restore": {"GET": WRITERS, "POST": WRITERS},
    "publish": {"GET": PUBLISHERS, "POST": PUBLISHERS},
    "withdraw": {"GET": PUBLISHERS, "POST": PUBLISHERS},
    "publish_together": {"GET": (302, 403, 403, 403, 302), "POST": (302, 403, 403, 403, 302)},
    "cancel": {"GET": PUBLISHERS, "POST": (302, 403, 403, 403, 302)},
    # Of the whole site.
    "site_ahead": {"GET": STAFF, "POST": NOT_THAT_WAY},
    "travel": {"GET": STAFF, "POST": NOT_THAT_WAY},
    "translation_desk": {"GET": STAFF, "POST": NOT_THAT_WAY},
    "translation_desk_thing": {"GET": STAFF, "POST": (302, 403, 302, 302, 302)},
}
# There is one press office: its list leads to its form, and no second one is added.
EXCEPTIONS = {
    ("press.PressOffice", "list"): {200: 302},
    ("press.PressOffice", "add"): {200: 403},
}
each_role = pytest.mark.parametrize("role", ROLES)
each_method = pytest.mark.parametrize("method", ["GET", "POST"])


def views_of(row):
    """(view, address, what is posted there); the one that ends the row comes last."""
    yield "list", add_address(type(row), "changelist"), {}
    yield "add", add_address(type(row)), {}
    yield "change", address(row), {}
    yield "history", address(row, "history"), {}
    yield from csv_views(row)
    if hasattr(desk_of(row), "reorder"):
        yield "order", add_address(type(row), "order"), json.dumps([row.pk])
        yield "move", add_address(type(row), "move"), json.dumps({"key": row.pk, "to": 1})
    yield "delete", address(row, "delete"), {"post": "yes"}


def csv_views(row):
    for table in desk_of(row).tables:
        yield "csv", add_address(type(row), "csv"), {}
        yield "export", add_address(type(row), f"export_{table.name}"), {}
        yield "import", add_address(type(row), f"import_{table.name}"), {}


def desk_of(row):
    return admin.site.get_model_admin(type(row))


def views_of_editions(row):
    desk = desk_of(row)
    for view in ("checks", "editions", "publish", "withdraw"):
        yield view, desk.address(view, row), {}
    yield "comparison", f"{desk.address('comparison', row)}?old=1", {}
    yield "edition", desk.address("edition", row, 1, "kk"), {}
    yield "saved", desk.address("saved", row, "kk"), {}
    yield "restore", desk.address("restore", row, 1), {}
    yield "publish_together", desk.list_address("publish_together"), {}
    yield "cancel", desk.address("cancel", row, 1), {}


def views_of_the_site(film):
    yield "site_ahead", reverse("site_ahead"), {}
    yield "travel", reverse("travel", args=[AHEAD, "kk/"]), {}
    yield "translation_desk", reverse("translation_desk"), {}
    yield (
        "translation_desk_thing",
        reverse("translation_desk_thing", args=["kk", "film", film.pk]),
        {},
    )


def answers(role, method, views):
    browser = browser_of(role)
    return [(view, ask(browser, method, url, data).status_code) for view, url, data in views]


def ask(browser, method, url, data):
    if method == "GET":
        return browser.get(url)
    as_json = ["application/json"] if isinstance(data, str) else []
    return browser.post(url, data, *as_json)


def expected(label, role, method, views):
    for view, *_rest in views:
        status = STATUS[view][method][ROLES.index(role)]
        yield view, EXCEPTIONS.get((label, view), {}).get(status, status)


@pytest.mark.parametrize("label", MAKERS)
@each_role
@each_method
def test_each_role_gets_exactly_its_status(label, role, method):
    views = list(views_of(MAKERS[label]()))
    assert answers(role, method, views) == list(expected(label, role, method, views))


@pytest.mark.parametrize("label", [n for n in MAKERS if issubclass(apps.get_model(n), Publishable)])
@each_role
@each_method
def test_each_role_gets_exactly_its_status_of_editions(label, role, method):
    views = list(views_of_editions(published(MAKERS[label](), at=AHEAD)))
    assert answers(role, method, views) == list(expected(label, role, method, views))


@each_role
@each_method
def test_each_role_gets_exactly_its_status_of_the_whole_site(role, method):
    views = list(views_of_the_site(make_film()))
    assert answers(role, method, views) == list(expected("", role, method, views))


def test_every_model_of_the_press_office_is_in_the_table():
    own = {"films", "people", "press", "library"}
    registered = {
        model._meta.label
        for model in apps.get_models()
        if model._meta.app_label in own and admin_has(model)
    }
    assert registered == set(MAKERS)


def admin_has(model):
    return admin.site.is_registered(model)


def test_who_leaves_a_group_loses_its_rights_at_once():
    user, browser = make_user("editors"), Client()
    browser.force_login(user)
    film = make_film()
    assert browser.get(address(film)).status_code == 200
    user.groups.clear()
    assert browser.get(address(film)).status_code == 403


def test_a_stored_picture_is_shown_to_those_who_may_see_pictures():
    picture = make_picture()
    url = reverse("admin:library_picture_file", args=[picture.token, "original.jpg"])
    shown = browser_of("translators").get(url)
    assert shown.status_code == 200
    assert b"".join(shown).startswith(b"\xff\xd8")
    assert {"private", "no-store"} <= set(shown["Cache-Control"].split(", "))
    assert browser_of("nobody").get(url).status_code == 403
    assert browser_of("stranger").get(url).status_code == 302


def test_contacts_are_written_in_the_press_office_alone():
    office = make_press_office()
    make_contact(office)
    assert browser_of("editors").get("/admin/press/contact/").status_code == 404
    assert "contacts-0-email" in open_form(browser_of("editors"), office)


def test_groups_are_three():
    assert set(Group.objects.values_list("name", flat=True)) == {
        "editors",
        "translators",
        "publishers",
    }
