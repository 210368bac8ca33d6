"""A clock that is put right takes nothing away and opens nothing; one that was wrong locks nothing."""

import datetime as dt

import pytest
import time_machine
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.urls import reverse
from factories import make_statement, make_superuser, make_user
from timeline_scenery import HOUR, MINUTE, NOON, SECOND, headline, titles, windows

from composer_site.desk.log import translated
from composer_site.publishing.models import Edition
from composer_site.publishing.publish import cancel, publish, put_time_right, withdraw

pytestmark = pytest.mark.django_db
LATER = dt.datetime(2040, 5, 17, 12, tzinfo=dt.UTC)
REASON = {"en": "Over"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def misdated(clock):
    """Published by a clock that was ten years ahead."""
    clock.move_to(LATER)
    statement = make_statement(headline_en="Ahead of its time")
    edition = publish(statement, by=None)
    clock.move_to(NOON)
    return statement, edition


def page(client, statement):
    return client.get(f"/en/press/{statement.slug}/")


# A clock that went back a little


@pytest.mark.parametrize(("back", "status"), [(MINUTE, 200), (MINUTE + SECOND, 404)])
def test_what_was_published_stays_where_the_clock_went_back_by_up_to_a_minute(
    client, clock, back, status
):
    statement = make_statement()
    publish(statement, by=None)
    clock.move_to(NOON - back)
    assert page(client, statement).status_code == status


def test_nothing_scheduled_opens_early_because_something_else_was_published(client, clock):
    clock.move_to(NOON - HOUR)
    embargoed = make_statement()
    publish(embargoed, by=None, at=NOON - 10 * SECOND)
    clock.move_to(NOON)
    statement = make_statement()
    publish(statement, by=None)
    clock.move_to(NOON - 30 * SECOND)
    assert page(client, embargoed).status_code == 404
    clock.move_to(NOON - 10 * SECOND)
    assert [page(client, s).status_code for s in (embargoed, statement)] == [200, 200]


def test_of_several_publications_those_before_a_scheduled_start_stay(client, clock):
    first, second, embargoed = (make_statement() for _ in range(3))
    publish(embargoed, by=None, at=NOON + 20 * SECOND)
    clock.move_to(NOON + 10 * SECOND)
    publish(first, by=None)
    clock.move_to(NOON + 30 * SECOND)
    publish(second, by=None)
    clock.move_to(NOON)
    found = [page(client, s).status_code for s in (first, embargoed, second)]
    assert found == [200, 404, 404]


def test_a_withdrawal_stays_where_the_clock_went_back_a_little(client, clock):
    statement = make_statement()
    publish(statement, by=None)
    clock.move_to(NOON + 30 * SECOND)
    withdraw(statement, by=None, reason=REASON)
    clock.move_to(NOON + SECOND)
    assert page(client, statement).status_code == 410


# A clock that was wrong


@pytest.mark.parametrize(
    "act",
    [
        lambda statement, edition: publish(statement, by=None),
        lambda statement, edition: withdraw(statement, by=None, reason=REASON),
        lambda statement, edition: cancel(edition),
    ],
)
def test_what_is_dated_far_ahead_of_the_clock_is_refused_with_a_sentence(misdated, act):
    with pytest.raises(ValidationError, match="dated later than this server’s clock"):
        act(*misdated)


def test_another_thing_is_published_all_the_same(misdated):
    publish(make_statement(headline_en="Another"), by=None)
    assert titles(NOON) == ["Another"]


def test_a_date_put_right_makes_it_public_now_and_keeps_the_old_date(misdated):
    statement, false = misdated
    edition = put_time_right(false)
    assert (edition.starts_at, edition.published_at, edition.misdated_at) == (NOON, NOON, LATER)
    assert titles(NOON) == ["Ahead of its time"]
    publish(headline(statement, "As ever"), by=None)
    assert titles(NOON + SECOND) == ["As ever"]


def test_what_was_scheduled_by_a_wrong_clock_keeps_its_time(clock):
    clock.move_to(LATER)
    edition = publish(make_statement(), by=None, at=LATER + HOUR)
    clock.move_to(NOON)
    edition = put_time_right(edition)
    assert (edition.published_at, edition.starts_at) == (NOON, LATER + HOUR)


def test_two_acts_of_a_wrong_clock_keep_their_order(misdated, clock):
    statement, first = misdated
    clock.move_to(LATER + HOUR)
    second = publish(headline(statement, "Second"), by=None)
    clock.move_to(NOON)
    for edition in (first, second):
        put_time_right(edition)
    assert [number for number, _start, _end in windows(statement)] == [1, 2]
    assert titles(NOON + SECOND) == ["Second"]


def test_a_withdrawal_is_not_dated_before_what_it_withdraws(misdated, clock):
    statement, _first = misdated
    clock.move_to(LATER + HOUR)
    withdrawal = withdraw(statement, by=None, reason=REASON)
    clock.move_to(NOON)
    with pytest.raises(ValidationError, match="Put that right first"):
        put_time_right(withdrawal)


def test_what_is_not_dated_ahead_is_not_dated_anew():
    edition = publish(make_statement(), by=None)
    with pytest.raises(ValidationError, match="nothing to put right"):
        put_time_right(edition)


# Who is told, and who may


def test_the_probe_says_clock_and_that_the_site_serves(client, misdated):
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"clock\n")


def test_an_administrator_puts_a_date_right_and_the_log_keeps_it(client, misdated):
    _statement, edition = misdated
    client.force_login(make_superuser())
    client.post(reverse("clock"), {"edition": [edition.pk]})
    edition.refresh_from_db()
    assert edition.starts_at == NOON
    said = [entry.get_change_message() for entry in translated(LogEntry.objects.all())]
    assert said == ["Dated edition 1 to now: a wrong clock had said 17 May 2040, 12:00 (UTC)."]


def test_the_page_of_the_clock_lists_what_is_dated_ahead(client, misdated):
    client.force_login(make_superuser())
    assert "Ahead of its time" in client.get(reverse("clock")).text


def test_the_first_page_leads_an_administrator_to_it(client, misdated):
    client.force_login(make_superuser())
    assert f'href="{reverse("clock")}"' in client.get(reverse("admin:index")).text


def test_the_first_page_says_nothing_of_a_clock_that_is_right(client):
    publish(make_statement(), by=None)
    client.force_login(make_superuser())
    assert reverse("clock") not in client.get(reverse("admin:index")).text


@pytest.mark.parametrize("group", ["publishers", "editors", None])
def test_nobody_else_puts_a_date_right(client, misdated, group):
    client.force_login(make_user(group))
    assert client.post(reverse("clock"), {"edition": [misdated[1].pk]}).status_code == 403
    assert Edition.objects.get().starts_at == LATER


# The day of an act


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", "18 May 2030"), ("Asia/Almaty", "18 May 2030"), ("America/New_York", "17 May 2030")],
)
def test_a_withdrawal_for_now_is_dated_where_it_was_meant_else_in_the_office(
    client, clock, zone, day
):
    statement = make_statement()
    publish(statement, by=None)
    clock.move_to(dt.datetime(2030, 5, 17, 19, 13, tzinfo=dt.UTC))  # 00:13 in Almaty
    withdraw(statement, by=None, reason=REASON, zone=zone)
    assert f">{day}</time>" in page(client, statement).text


def test_a_withdrawal_that_was_scheduled_in_utc_is_dated_in_utc(client, clock):
    statement = make_statement()
    publish(statement, by=None)
    at = dt.datetime(2030, 5, 17, 19, 13, tzinfo=dt.UTC)
    withdraw(statement, by=None, reason=REASON, at=at, zone="UTC")
    clock.move_to(at)
    assert ">17 May 2030</time>" in page(client, statement).text
