"""The page that moves scheduled editions: who may, what it asks, and that it is all or nothing."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from factories import make_film, make_statement, make_user, published
from forms_of_bulk_publication import list_of
from forms_of_publication import address as address_of
from forms_of_publication import answer

from composer_site.desk.addresses import move_address
from composer_site.desk.log import translated
from composer_site.desk.publish.answer_forms import mark_of
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import cancel, move, publish, withdraw
from press.models import Statement

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
START = dt.datetime(2098, 12, 2, 4, tzinfo=dt.UTC)
TO = dt.datetime(2098, 12, 3, 4, tzinfo=dt.UTC)
LATER = {"date": "2098-12-03", "time": "09:00", "zone": "Asia/Almaty"}


@pytest.fixture
def publisher(client):
    user = make_user("publishers", time_zone="Asia/Almaty")
    client.force_login(user)
    return user


def scheduled(thing, at=START):
    return publish(thing, by=None, at=at)


def post(client, editions, ticked=None, **data):
    marks = {"edition": [mark_of(e) for e in (editions if ticked is None else ticked)]}
    return client.post(move_address([e.pk for e in editions]), marks | LATER | data)


def starts(*things):
    editions = Edition.objects.filter(uid__in=[thing.uid for thing in things])
    return sorted(editions.values_list("number", "starts_at"))


def test_one_edition_moves_in_place(client, publisher):
    statement = make_statement()
    response = post(client, [scheduled(statement)])
    assert starts(statement) == [(1, TO)]
    assert response["Location"] == address_of(statement, "editions")


def test_all_that_start_together_move_together(client, publisher):
    things = [make_statement(), make_statement(), make_film()]
    response = post(client, [scheduled(thing) for thing in things])
    assert starts(*things) == [(1, TO)] * 3
    assert response["Location"] == reverse("site_ahead")


def test_what_is_not_ticked_stays(client, publisher):
    first, second = make_statement(), make_statement()
    editions = [scheduled(first), scheduled(second)]
    post(client, editions, ticked=editions[:1])
    assert (starts(first), starts(second)) == ([(1, TO)], [(1, START)])


def test_one_that_cannot_move_keeps_all_where_they_are(client, publisher):
    free, taken = make_statement(), make_statement()
    editions = [scheduled(free), scheduled(taken)]
    scheduled(taken, TO)
    response = post(client, editions)
    assert "already starts at this time" in response.text
    assert "Nothing was moved: 1 of them cannot be." in response.text
    assert starts(free) == [(1, START)]


def test_moving_past_another_edition_asks_what_becomes_of_that(client, publisher):
    statement = make_statement()
    edition, passed = scheduled(statement), scheduled(statement, START + DAY / 2)
    response = post(client, [edition])
    assert "Say what becomes of it." in response.text
    assert starts(statement) == [(1, START), (2, passed.starts_at)]


@pytest.mark.parametrize(
    ("kind", "left"),
    [("keep", [(1, TO), (2, START + DAY / 2)]), ("cancel", [(1, TO)])],
)
def test_what_becomes_of_the_other_is_carried_out(client, publisher, kind, left):
    statement = make_statement()
    edition, passed = scheduled(statement), scheduled(statement, START + DAY / 2)
    post(client, [edition], **answer(passed, kind))
    assert starts(statement) == left


def test_what_is_said_afterwards_is_all_that_is_then_scheduled(client, publisher):
    statement = make_statement(headline_en="Embargoed")
    edition, passed = scheduled(statement), scheduled(statement, START + DAY / 2)
    path = move_address([edition.pk])
    fields = {"edition": [mark_of(edition)]} | LATER | answer(passed, "keep")
    (message,) = client.post(path, fields, follow=True).context["messages"]
    assert "Embargoed: Edition 2 will be public: 2 December 2098, 21:00 (Almaty" in str(message)
    assert "Embargoed: Edition 1 will be public: 3 December 2098, 09:00 (Almaty" in str(message)


def test_the_log_says_from_when_to_when(client, publisher):
    post(client, [scheduled(make_statement())])
    said = [entry.get_change_message() for entry in translated(LogEntry.objects.all())]
    assert said == [
        "Moved edition 1 from 2 December 2098, 04:00 (UTC) to 3 December 2098, 09:00 (Almaty, UTC+5)."
    ]


@pytest.mark.parametrize(
    "meanwhile", [cancel, lambda edition: move(edition, at=START + 9 * DAY, zone="UTC")]
)
def test_what_a_colleague_moved_or_cancelled_meanwhile_is_looked_at_once_more(
    client, publisher, meanwhile
):
    statement, other = make_statement(), make_statement()
    editions = [scheduled(statement), scheduled(other)]
    meanwhile(editions[0])
    response = post(client, editions)
    assert "Look once more." in response.text
    assert starts(other) == [(1, START)]


def test_a_time_that_has_passed_is_refused_at_its_field(client, publisher):
    response = post(client, [scheduled(make_statement())], date="2001-01-01")
    assert "This time has passed." in str(response.context["form"].errors["date"])


def test_nothing_ticked_moves_nothing(client, publisher):
    response = post(client, [scheduled(make_statement())], ticked=[])
    assert "Tick what you want to move." in response.text


def test_what_has_started_is_no_longer_there_to_move(client, publisher):
    statement = published(make_statement())
    response = client.get(move_address([Edition.objects.get().pk]), follow=True)
    assert "Nothing of this is scheduled any more." in response.text
    assert len(starts(statement)) == 1


# Who may


@pytest.mark.parametrize("group", ["editors", "translators", None])
def test_who_neither_publishes_nor_withdraws_moves_nothing(client, group):
    statement = make_statement()
    edition = scheduled(statement)
    client.force_login(make_user(group))
    assert post(client, [edition]).status_code == 403
    assert starts(statement) == [(1, START)]


@pytest.mark.parametrize(
    ("lost", "kinds"), [("withdraw_edition", ["publication"]), ("publish_edition", ["withdrawal"])]
)
def test_each_kind_is_moved_by_who_holds_the_right_of_its_act(client, publisher, lost, kinds):
    publisher.groups.get().permissions.remove(Permission.objects.get(codename=lost))
    statement = make_statement()
    editions = [
        scheduled(statement),
        withdraw(statement, by=None, reason={"en": "Over"}, at=START + 3 * DAY),
    ]
    rows = client.get(move_address([e.pk for e in editions])).context["rows"]
    assert [row.edition.kind for row in rows] == kinds


# The ways to it


def test_it_is_reached_from_the_editions_of_a_thing(client, publisher):
    statement = make_statement()
    path = move_address([scheduled(statement).pk])
    assert f'href="{path}"' in client.get(address_of(statement, "editions")).text


def test_it_is_reached_from_the_site_ahead_with_all_that_start_together(client, publisher):
    editions = [scheduled(make_statement()), scheduled(make_film())]
    path = move_address([edition.pk for edition in editions])
    assert f'href="{path}"' in client.get(reverse("site_ahead")).text


def test_the_site_ahead_offers_no_move_to_an_editor(client):
    scheduled(make_statement())
    client.force_login(make_user("editors"))
    assert reverse("move_editions") not in client.get(reverse("site_ahead")).text


def test_it_is_reached_from_the_list_with_what_is_scheduled_of_what_is_ticked(client, publisher):
    things = [published(make_statement()), make_statement()]
    edition = scheduled(things[1])
    ticked = {"action": "move_scheduled", "_selected_action": [thing.pk for thing in things]}
    response = client.post(list_of(Statement), ticked)
    assert response["Location"] == move_address([edition.pk])


def test_it_is_reached_from_the_list_of_editions(client, publisher):
    edition = scheduled(make_statement())
    ticked = {"action": "move_scheduled", "_selected_action": [edition.pk]}
    response = client.post(list_of(Edition), ticked)
    assert response["Location"] == move_address([edition.pk])


def test_a_selection_of_which_nothing_is_scheduled_says_so(client, publisher):
    ticked = {"action": "move_scheduled", "_selected_action": [published(make_statement()).pk]}
    response = client.post(list_of(Statement), ticked, follow=True)
    assert "Nothing of what you ticked is scheduled." in response.text


def test_an_act_ahead_is_logged_as_scheduled(client, publisher):
    statement = make_statement()
    approval_digest = client.get(address_of(statement)).context["proposal"].approval_digest
    client.post(
        address_of(statement), {"approval_digest": approval_digest, "when": "ahead"} | LATER
    )
    said = [entry.get_change_message() for entry in translated(LogEntry.objects.all())]
    assert said == ["Scheduled for 3 December 2098, 09:00 (Almaty, UTC+5), as edition 1."]
    assert Edition.objects.get().starts_at > timezone.now()
