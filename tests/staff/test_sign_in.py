"""Signing in: alike for every name, sessions that end when they should, and passwords."""

import pytest
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.hashers import get_hasher
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from signing_in import PASSWORD, change_password, errors, make_member, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    return make_member()


def test_inactive_and_non_staff_members_are_answered_alike(client, member):
    make_member("left", is_active=False)
    make_member("guest", is_staff=False)
    wrong = errors(sign_in(client))
    assert errors(sign_in(client, "left", PASSWORD)) == wrong
    assert errors(sign_in(client, "guest", PASSWORD)) == wrong


def test_session_key_changes_at_sign_in(client, member):
    session = client.session
    session["planted"] = "by another"
    session.save()
    planted = session.session_key
    client.cookies["session"] = planted
    sign_in(client, password=PASSWORD)
    assert client.session[SESSION_KEY] == str(member.pk)
    assert client.session.session_key != planted


def test_signing_out_kills_the_session_on_the_server(client, member):
    client.force_login(member)
    stolen = client.cookies["session"].value
    client.post(reverse("admin:logout"))
    client.cookies["session"] = stolen
    assert client.get(reverse("admin:index")).status_code == 302


def test_changing_the_password_ends_other_sessions_and_keeps_this_one(client, member):
    client.force_login(member)
    other = Client()
    other.force_login(member)
    assert change_password(client).status_code == 302
    assert client.get(reverse("admin:index")).status_code == 200
    assert other.get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize("password", ["short one", "password1234", "baikadamova1", "123456789012"])
def test_weak_passwords_are_refused(client, member, password):
    client.force_login(member)
    assert change_password(client, new=password).status_code == 200
    member.refresh_from_db()
    assert member.check_password(PASSWORD)


@pytest.mark.parametrize(
    "password", ["алматы қаласында жаздым", " x" * 40, "在黄河边唱的一首歌曲是什么"]
)
def test_long_passwords_in_any_script_are_kept_whole(client, member, password):
    client.force_login(member)
    assert change_password(client, new=password).status_code == 302
    member.refresh_from_db()
    assert member.check_password(password)
    assert not member.check_password(password.strip()[:-1])


def test_passwords_are_stored_with_argon2():
    from composer_site import settings as file

    assert file.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
    assert get_hasher("default").algorithm == "md5"  # in tests alone, where speed counts


def test_set_password_prints_a_new_one_once_and_ends_sessions(client, member, capsys):
    client.force_login(member)
    call_command("set_password", "aigul")
    password = capsys.readouterr().out.split()[-1]
    member.refresh_from_db()
    assert member.check_password(password)
    assert client.get(reverse("admin:index")).status_code == 302


def test_set_password_names_the_unknown_member():
    with pytest.raises(CommandError, match="There is no member of staff named 'nobody'"):
        call_command("set_password", "nobody")


def test_sign_in_does_not_lead_to_another_site(client, member):
    data = {"username": "aigul", "password": PASSWORD}
    for target in ("//evil.example", "https://evil.example", "javascript:alert(1)", "\\\\evil"):
        response = Client().post(reverse("admin:login"), data | {"next": target})
        assert response["Location"] == reverse("admin:index")


def test_signing_in_with_a_browser_breaks_no_rule_of_the_page(live_server, page, member):
    messages = []
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Username").fill("aigul")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("link", name="Language and time").click()
    page.get_by_label("Admin language").select_option("kk")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(f"{live_server.url}/admin/")
    assert page.locator("html").get_attribute("lang") == "kk"
    assert messages == []
