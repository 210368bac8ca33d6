"""Groups, their rights, and the admin in each member's own language and time."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from composer_site.staff.models import GrantedRight, User
from composer_site.staff.rights import CONTENT
from composer_site.values.dates.times import zone_names

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(client):
    member = User.objects.create_user("aigul", is_staff=True, language="kk")
    client.force_login(member)
    return member


def rights(group):
    permissions = Permission.objects.filter(group__name=group)
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


def content_rights(*actions):
    content = Permission.objects.filter(content_type__app_label__in=CONTENT)
    names = {f"{p.content_type.app_label}.{p.codename}" for p in content}
    return {name for name in names if name.split(".")[1].split("_")[0] in actions}


def test_translators_may_change_content_and_publish_nothing():
    more = {"publishing.view_edition", "publishing.see_ahead"}
    assert rights("translators") == content_rights("view", "change") | more


def test_editors_write_the_source_and_publish_nothing():
    expected = content_rights("view", "add", "change", "delete")
    more = {"publishing.view_edition", "publishing.see_ahead", "publishing.write_source"}
    assert rights("editors") == expected | more


def test_publishers_are_editors_who_publish_and_withdraw():
    more = {"publishing.publish_edition", "publishing.withdraw_edition"}
    assert rights("publishers") == rights("editors") | more


def test_what_an_administrator_took_away_stays_away():
    right = Permission.objects.get(codename="write_source")
    Group.objects.get(name="editors").permissions.remove(right)
    call_command("migrate", verbosity=0)
    assert "publishing.write_source" not in rights("editors")


def test_what_an_administrator_gave_stays():
    right = Permission.objects.get(codename="add_user")
    Group.objects.get(name="editors").permissions.add(right)
    call_command("migrate", verbosity=0)
    assert "staff.add_user" in rights("editors")


def test_a_deleted_group_does_not_come_back():
    Group.objects.get(name="translators").delete()
    call_command("migrate", verbosity=0)
    assert not Group.objects.filter(name="translators").exists()


def test_a_right_that_is_new_is_granted_at_the_next_migrate():
    GrantedRight.objects.filter(group="editors", right="publishing.write_source").delete()
    right = Permission.objects.get(codename="write_source")
    Group.objects.get(name="editors").permissions.remove(right)
    call_command("migrate", verbosity=0)
    assert "publishing.write_source" in rights("editors")


@pytest.mark.parametrize("group", ["translators", "editors", "publishers"])
def test_no_group_may_touch_accounts(group):
    assert {right.split(".")[0] for right in rights(group)} <= {*CONTENT, "publishing"}


def test_each_member_sees_the_admin_in_their_own_language(client, member):
    response = client.get(reverse("admin:index"), headers={"Accept-Language": "ru"})
    assert response["Content-Language"] == "kk"
    assert '<html lang="kk"' in response.text


def test_before_sign_in_the_browser_decides(client):
    response = client.get(reverse("admin:login"), headers={"Accept-Language": "zh-CN,en;q=0.5"})
    assert response["Content-Language"] == "zh-hans"
    assert "Accept-Language" in response["Vary"]


def test_language_and_zone_do_not_outlive_the_request(client, member):
    before = translation.get_language(), timezone.get_current_timezone_name()
    client.get(reverse("admin:index"))
    assert (translation.get_language(), timezone.get_current_timezone_name()) == before


def test_a_member_chooses_language_and_zone(client, member):
    page = client.get(reverse("admin:staff_preferences"))
    data = {"language": "ru", "time_zone": "Asia/Shanghai"}
    response = client.post(reverse("admin:staff_preferences"), data)
    member.refresh_from_db()
    assert page.status_code == 200
    assert response["Location"] == reverse("admin:index")
    assert (member.language, member.time_zone) == ("ru", "Asia/Shanghai")


@pytest.mark.parametrize(
    "data",
    [
        {"language": "zz", "time_zone": "Asia/Almaty"},
        {"language": "kk", "time_zone": "Asia/Almatty"},
        {"language": "kk", "time_zone": "US/Eastern"},
        {"language": "kk", "time_zone": "../../etc/passwd"},
        {},
    ],
)
def test_a_choice_that_does_not_exist_is_refused(client, member, data):
    assert client.post(reverse("admin:staff_preferences"), data).status_code == 200
    member.refresh_from_db()
    assert (member.language, member.time_zone) == ("kk", "Asia/Almaty")


def test_the_zones_offered_are_those_that_the_desk_speaks_in(client, member):
    form = client.get(reverse("admin:staff_preferences")).context["form"]
    assert [name for name, _words in form.fields["time_zone"].choices] == list(zone_names())


@pytest.mark.parametrize(
    ("stored", "kept"),
    [("Europe/Paris", "Europe/Paris"), ("US/Eastern", "Asia/Almaty"), ("", "Asia/Almaty")],
)
def test_a_stored_zone_outside_the_list_becomes_the_usual_one(member, stored, kept):
    User.objects.update(time_zone=stored)
    migration = import_module("composer_site.staff.migrations.0003_zones_of_the_list")
    migration.choose_from_the_list(apps, connection.schema_editor())
    member.refresh_from_db()
    assert member.time_zone == kept


def test_choosing_changes_nothing_else_in_the_row(client, member):
    data = {"language": "ru", "time_zone": "Asia/Almaty", "is_superuser": "on", "username": "root"}
    client.post(reverse("admin:staff_preferences"), data)
    member.refresh_from_db()
    assert (member.is_superuser, member.username) == (False, "aigul")


def test_a_zone_that_is_no_longer_known_shows_the_site_zone(client, member):
    User.objects.update(time_zone="Asia/Almatty")
    assert client.get(reverse("admin:index")).status_code == 200


def test_strangers_are_sent_to_the_sign_in(db):
    response = Client().get(reverse("admin:staff_preferences"))
    assert response["Location"].startswith(reverse("admin:login"))


def test_every_admin_page_links_to_the_choice(client, member):
    address = reverse("admin:staff_preferences")
    assert f'href="{address}"' in client.get(reverse("admin:index")).text


def test_an_administrator_sees_everyones_role(admin_client):
    member = User.objects.create_user("dina")
    member.groups.add(Group.objects.get(name="editors"))
    text = admin_client.get(reverse("admin:staff_user_changelist")).text
    assert "editors" in text
    assert "administrator" in text
