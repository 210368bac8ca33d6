"""In the admin, nobody sees what is not public but those with the right to see it.

The last test is the control of the harness: an administrator meets every canary, on every surface.
"""

import re
from itertools import product
from urllib.parse import urlencode

import pytest
import time_machine
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from factories import make_superuser, make_user
from leaks import SAME_FOR_ALL, Walk, addresses, patterns
from unreleased import SECOND, T, make_site

from composer_site.library.models import Pdf, Picture
from composer_site.publishing.models import Page
from composer_site.publishing.nouns import NOUNS

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    """All that is secret waits at the translation desk too."""
    site = make_site()
    for thing in site.things:
        type(thing).objects.filter(pk=thing.pk).update(stale_in="kk")
    return site


@pytest.fixture
def walk(client, site):
    with time_machine.travel(T - SECOND, tick=False):
        yield Walk(client, list(site.canaries.values()))


DESK = {name: noun.model for name, noun in NOUNS.items()} | {"picture": "library.Picture"}
APPS = ["auth", "staff", "publishing", "library", "people", "films", "press"]


def newest(label):
    """Of rows that exist: PostgreSQL does not count from 1 again in every test."""
    return apps.get_model(label)._default_manager.order_by("-pk").values_list("pk", flat=True)


def candidates_of(route):
    """Of the translation desk, every noun with rows of its own."""
    candidates = admin_candidates(route)
    if "<slug:noun>" not in route:
        return [candidates]
    return [candidates | {"noun": [noun], "pk": newest(label)[:8]} for noun, label in DESK.items()]


def admin_candidates(route):
    """Rows of the route's own model, secret ones among them."""
    named = re.match(rf"admin/({'|'.join(APPS)})/(\w+)/", route)
    ids = newest(".".join(named.groups()))[:4] if named else []
    content_types = ContentType.objects.filter(app_label__in=["films", "people", "press"])
    return SAME_FOR_ALL | {
        "object_id": ids or [1],
        "id": ids or [1],
        "content_type_id": content_types.values_list("pk", flat=True),
        "code": ["en", "zh-hans"],
        "token": [
            *Picture.objects.values_list("token", flat=True)[:6],
            *Pdf.objects.values_list("token", flat=True)[:4],
        ],
        "app_label": APPS,
        "url": ["nothing/"],
        "moment": [f"{T:%Y%m%dT%H%M%SZ}"],
        "visited": ["kk/press/", "en/press/going/", "sitemap-statement-1.xml", *secret_paths()],
    }


def secret_paths():
    """Of the public site, from T on."""
    pages = Page.objects.filter(starts_at=T, language="en", noun="statement", kind="release")
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


# Control of the harness itself


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
