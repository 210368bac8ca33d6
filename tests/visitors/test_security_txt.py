"""Whom to tell of a security hole: /.well-known/security.txt, where the site knows it."""

import datetime as dt

import pytest
import time_machine

pytestmark = pytest.mark.django_db
PATH = "/.well-known/security.txt"


def test_without_a_contact_there_is_none(client, settings):
    settings.SECURITY_CONTACT = ""
    assert client.get(PATH).status_code == 404


@time_machine.travel(dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC), tick=False)
def test_the_contact_is_told_until_when_and_in_which_languages(client, settings):
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    response = client.get(PATH)
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "Contact: mailto:security@example.org",
        "Expires: 2030-08-15T00:00:00Z",
        "Preferred-Languages: en, kk, ru, zh-Hans",
        f"Canonical: http://testserver{PATH}",
    ]
