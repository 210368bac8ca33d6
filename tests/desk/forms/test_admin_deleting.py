"""What was ever published is withdrawn and not deleted, and what others name is kept."""

import datetime as dt

import pytest
from factories import make_credit, make_film, make_release, make_statement, make_user, published
from forms_of_the_admin import add_address, address, open_form, save_well

from composer_site.publishing.publish import withdraw
from people.models import Person
from press.models import Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


def scheduled(statement):
    return published(statement, at=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))


def withdrawn(statement):
    withdraw(published(statement), by=None, reason={"en": "Wrong"})
    return statement


@pytest.mark.parametrize("make", [published, scheduled, withdrawn])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_has_an_edition_is_not_deleted_but_led_to_its_withdrawal(editor, make, method):
    statement = make(make_statement())
    response = getattr(editor, method)(address(statement, "delete"), {"post": "yes"})
    assert response.status_code == 409
    assert "it can be withdrawn, but not deleted" in response.text
    assert f'href="/admin/press/statement/{statement.pk}/withdraw/"' in response.text
    assert Statement.objects.count() == 1


def test_the_action_on_many_refuses_them_too(editor):
    public, draft = published(make_statement()), make_statement()
    data = {"action": "delete_selected", "_selected_action": [public.pk, draft.pk], "post": "yes"}
    response = editor.post(add_address(Statement, "changelist"), data)
    assert "has a public edition, so it can only be withdrawn" in response.text
    assert Statement.objects.count() == 2


def test_what_was_never_published_is_deleted(editor):
    statement = make_statement()
    assert editor.post(address(statement, "delete"), {"post": "yes"}).status_code == 302
    assert Statement.objects.count() == 0


def test_a_person_in_the_credits_is_kept_and_the_page_says_where(editor):
    credit = make_credit(make_film())
    response = editor.post(address(credit.person, "delete"), {"post": "yes"})
    assert (response.status_code, Person.objects.count()) == (200, 1)
    assert str(credit) in response.text


def test_a_part_of_a_published_whole_may_be_deleted(editor):
    film = make_film()
    make_release(film)
    published(film)
    save_well(editor, film, open_form(editor, film) | {"releases-0-DELETE": "on"})
    assert film.releases.count() == 0
