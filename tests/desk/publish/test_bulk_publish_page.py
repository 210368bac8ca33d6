"""The page of a selection to be published: what it says of each, what leads to it, and who may."""

import pytest
from django.contrib.auth.models import Permission
from factories import make_film, make_person, make_quote, make_statement, make_user, published
from forms_of_bulk_publication import address, list_of, marks
from forms_of_publication import ahead

from composer_site.desk.publish import bulk
from composer_site.desk.publish.plans import Proposal
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import withdraw
from press.models import Statement

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    user = make_user("publishers", time_zone="Asia/Almaty")
    client.force_login(user)
    return user


@pytest.fixture
def three(publisher):
    return [make_statement() for _ in range(3)]


def act(client, model, keys, **data):
    data = {"action": "publish_together", "_selected_action": keys} | data
    return client.post(list_of(model), data)


# The page


def test_the_page_says_of_each_what_would_change(client, three):
    published(three[0])
    published(three[1])
    three[1].headline_en, three[1].place_kk = "Mended", "Алматы"
    three[1].save()
    changes = [row.change for row in client.get(address(three)).context["rows"]]
    assert changes == [
        "No text changes, compared with edition 1.",
        "2 texts change, compared with edition 1.",
        "This is its first publication: all of it becomes public.",
    ]


def test_what_was_withdrawn_is_said_to_come_back(client, three):
    withdraw(published(three[0]), by=None, reason={"en": "Wrong"})
    [row, *_others] = client.get(address(three)).context["rows"]
    back = "It is withdrawn, and becomes public again. No text changes, compared with edition 1."
    assert row.change == back


def test_what_was_left_out_can_be_ticked_again(client, three):
    left = {"thing": [three[0].pk], "_check": "1"} | ahead()
    rows = client.post(address(three), marks(client, three) | left).context["rows"]
    assert [row.is_ticked for row in rows] == [True, False, False]
    digests = {f"approval_digest-{row.thing.pk}": row.approval_digest for row in rows}
    client.post(address(three), digests | ahead(thing=[thing.pk for thing in three]))
    assert Edition.objects.count() == 3


def test_the_page_says_of_each_what_is_missing(client, three):
    make_quote(three[0])
    rows = client.get(address(three)).context["rows"]
    assert [row.number_of_checks for row in rows] == [1, 0, 0]


def test_what_is_published_together_is_no_missing_page(client, publisher):
    people = [make_person(), make_person()]
    films = [make_film(), make_film()]
    for film, person in zip(films, people, strict=True):
        film.credits.create(person=person, department="cast", role="actor")
    rows = client.get(address(films)).context["rows"]
    assert [row.number_of_checks for row in rows] == [1, 1]


# The selection


def test_the_action_leads_to_a_page_whose_address_holds_the_selection(client, three):
    response = act(client, Statement, [three[2].pk, three[0].pk])
    rows = client.get(response["Location"]).context["rows"]
    assert {row.thing.pk for row in rows} == {three[0].pk, three[2].pk}


def test_select_all_takes_what_the_other_pages_of_a_filtered_list_hold(client, publisher):
    for _ in range(60):
        make_statement(kind="announcement")
    other = make_statement(kind="press_release")
    data = {
        "action": "publish_together",
        "_selected_action": [Statement.objects.first().pk],
        "select_across": "1",
    }
    response = client.post(f"{list_of(Statement)}?kind__exact=announcement", data)
    things = [row.thing for row in client.get(response["Location"]).context["rows"]]
    assert len(things) == 60
    assert other not in things


def test_more_than_serve_are_refused_in_the_list(client, three, monkeypatch):
    monkeypatch.setattr(bulk, "MAX_THINGS", 2)
    response = act(client, Statement, [thing.pk for thing in three])
    assert response["Location"] == list_of(Statement)
    assert "At most 2 things are published together." in client.get(response["Location"]).text


def test_more_than_serve_are_refused_by_the_address_too(client, three, monkeypatch):
    monkeypatch.setattr(bulk, "MAX_THINGS", 2)
    assert client.get(address(three))["Location"] == list_of(Statement)


@pytest.mark.parametrize("keys", ["", "999999", "abc,-1,٣", "9" * 30])
def test_an_address_without_a_selection_leads_back_to_the_list(client, publisher, keys):
    response = client.get(f"{list_of(Statement, 'publish_together')}?things={keys}")
    assert response["Location"] == list_of(Statement)


# Rights


@pytest.mark.parametrize("group", ["editors", "translators", None])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_reaches_the_page(client, group, method):
    things = [make_statement(), make_statement()]
    client.force_login(make_user(group))
    data = {"thing": [t.pk for t in things], "when": "now", "zone": "UTC"}
    data |= {f"approval_digest-{thing.pk}": Proposal.of(thing).approval_digest for thing in things}
    assert getattr(client, method)(address(things), data).status_code == 403
    assert not Edition.objects.exists()


@pytest.mark.parametrize(("group", "offered"), [("publishers", True), ("editors", False)])
def test_the_action_is_offered_to_those_who_may_publish(client, group, offered):
    things = [make_statement(), make_statement()]
    client.force_login(make_user(group))
    assert ('value="publish_together"' in client.get(list_of(Statement)).text) is offered
    leads_on = "publish-together" in act(client, Statement, [things[0].pk]).headers["Location"]
    assert leads_on is offered


def test_who_may_publish_but_not_see_statements_sees_none(client):
    user = make_user()
    rights = Permission.objects.filter(codename__in=["publish_edition", "view_film"])
    user.user_permissions.add(*rights)
    client.force_login(user)
    assert client.get(address([make_statement()])).status_code == 403
