"""In the admin, nobody sees what is not public but those with the right to see it.

The last tests are the controls of the harness: a door that asks for no right is noticed, and an
administrator meets every canary, on every surface.
"""

import re
from functools import reduce
from itertools import product
from operator import or_
from urllib.parse import urlencode

import pytest
import time_machine
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q, TextField
from factories import make_superuser, make_user
from leaks import SAME_FOR_ALL, Walk, addresses, parameters, patterns
from unpublished import MAKE, SECOND, T, make_site

from composer_site.library.models import Pdf, Picture
from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def site(shared_rows):
    """All that is secret waits at the translation desk too."""
    site = make_site()
    for thing in site.things:
        type(thing).objects.filter(pk=thing.pk).update(stale_in="kk")
    return site


@pytest.fixture
def walk(client, site):
    with time_machine.travel(T - SECOND, tick=False):
        yield Walk(client, list(site.canaries.values()))


DESK = {content_kind.model: name for name, content_kind in KINDS.items()} | {
    "library.Picture": "picture"
}
APPS = ["auth", "staff", "publishing", "library", "people", "films", "press"]


def candidates_of(route):
    """Of every model that a row at the route can be of: of an unknown route, that is any."""
    same, known = same_for_all(), re.match(rf"admin/({'|'.join(APPS)})/(\w+)/", route)
    if all(name in same for _converter, name in parameters(route)):
        return [same]
    if known:
        return [same | naming(apps.get_model(*known.groups()), most=4)]
    if "<slug:content_kind>" in route:
        return [same | naming(apps.get_model(label), most=4) for label in DESK]
    return [same | naming(model, most=None) for model in apps.get_models()]


def same_for_all():
    """Candidates for what names no row by its key."""
    return SAME_FOR_ALL | {
        "code": ["en", "zh-hans"],
        "token": [
            *Picture.objects.values_list("token", flat=True)[:6],
            *Pdf.objects.values_list("token", flat=True)[:4],
        ],
        "app_label": APPS,
        "url": ["nothing/"],
        "time": [f"{T:%Y%m%dT%H%M%SZ}"],
        "visited": ["kk/press/", "en/press/going/", "sitemap-statement-1.xml", *secret_paths()],
    }


def naming(model, most):
    """Candidates for what names a row, by converter, and the kind of row, by name."""
    keys = list(secret(model).values_list("pk", flat=True)[:most])
    content_type = ContentType.objects.get_for_model(model)
    kind = {"content_kind": [DESK.get(model._meta.label)], "content_type_id": [content_type.pk]}
    return kind | dict.fromkeys(["int", "str", "path"], keys)


def secret(model):
    """Rows in whose own columns is a canary, or all where there are none; the newest first."""
    fields = [f for f in model._meta.concrete_fields if isinstance(f, CharField | TextField)]
    canaries = [Q(**{f"{field.name}__contains": "zq"}) for field in fields]
    rows = model._default_manager.order_by("-pk")
    held = rows.filter(reduce(or_, canaries, Q(pk=None)))
    return held if held.exists() else rows


def secret_paths():
    """Of the public site, from T on."""
    pages = Page.objects.filter(
        starts_at=T, language="en", content_kind="statement", kind="publication"
    )
    return [f"en/press/{slug}/" for slug in pages.values_list("slug", flat=True)]


def walk_admin(walk, method):
    for name, route in patterns():
        if route.startswith("admin/") and name not in NOT_WALKED:
            for candidates in candidates_of(route):
                for path, query in product(addresses(route, candidates), queries(name)):
                    walk.ask(path + query, method)


def queries(name):
    """Without a question, an autocomplete finds nothing. A canary begins with `zq`."""
    if name == "admin:autocomplete":
        return [f"?{urlencode(asked)}" for asked in autocompletes()]
    return ["", "?q=zq"] if name.endswith("_changelist") else [""]


def autocompletes():
    for of_model in admin.site._registry.values():
        for one in (of_model, *of_model.inlines):
            for name in one.autocomplete_fields:
                yield {
                    "app_label": one.model._meta.app_label,
                    "model_name": one.model._meta.model_name,
                    "field_name": name,
                    "term": "zq",
                }


# The first ends the session that walks, the second is a catalogue of words.
NOT_WALKED = {"admin:logout", "admin:jsi18n"}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_admin_shows_a_stranger_nothing(walk, site, method):
    walk_admin(walk, method)
    assert dict(walk.found) == {}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_admin_shows_staff_without_a_group_nothing(walk, site, client, method):
    client.force_login(make_user())
    walk_admin(walk, method)
    assert dict(walk.found) == {}


def test_the_admin_shows_who_may_see_people_no_more_than_people(walk, site, client):
    reader = make_user()
    reader.user_permissions.add(Permission.objects.get(codename="view_person"))
    client.force_login(reader)
    walk_admin(walk, "GET")
    # Their working copies, of which one is as it was scheduled, and no edition.
    assert walk.found.keys() == {
        "person, draft",
        "person, scheduled",
        "person, draft of a public one",
    }


def test_who_may_see_ahead_meets_what_is_scheduled_and_no_draft(walk, site, client):
    ahead = make_user()
    ahead.user_permissions.add(Permission.objects.get(codename="see_ahead"))
    client.force_login(ahead)
    walk_admin(walk, "GET")
    scheduled = {where for where in site.canaries if "draft" not in where and where != "staff"}
    assert walk.found.keys() == scheduled


# Controls of the harness itself


@pytest.mark.urls("doors_left_open")
def test_a_door_that_was_left_open_is_noticed(walk, site, client):
    """Django's own, from a row of any type to its address. Of all types, pages have one."""
    client.force_login(make_user())
    [route] = [route for name, route in patterns() if name == "left_open"]
    pages = ContentType.objects.get_for_model(Page)
    [candidates] = [c for c in candidates_of(route) if c["content_type_id"] == [pages.pk]]
    for path in addresses(route, candidates):
        walk.ask(path)
    ahead = {
        f"{content_kind}, {state}"
        for content_kind in MAKE
        for state in ("scheduled", "changed at T")
    }
    assert walk.found.keys() == ahead


def test_an_administrator_meets_every_draft_on_every_surface(walk, site, client):
    """The walk through the admin would have seen what the others must not see."""
    client.force_login(make_superuser())
    walk_admin(walk, "GET")
    assert walk.found.keys() == site.canaries.keys()
    red = set().union(*walk.found.values())
    assert (TELLING | exports()) - red == set()


TELLING = {"admin:index", "admin:autocomplete", "translation_desk", "translation_desk_thing"}


def exports():
    return {name for name, _route in patterns() if re.search(r"_export_\w+$", name)}
