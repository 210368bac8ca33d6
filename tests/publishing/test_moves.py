"""What moving a scheduled edition promises: the same edition at another time, and nothing else."""

import datetime as dt

import pytest
import time_machine
from django.core.exceptions import ValidationError
from factories import make_credit, make_film, make_person, make_quote, make_statement
from timeline_scenery import HOUR, NOON, SECOND, headline, published_twice, titles, windows

from composer_site.publishing.models import Edition, Excerpt, Mention, Page
from composer_site.publishing.publish import cancel, move, publish, withdraw

pytestmark = pytest.mark.django_db
REASON = {"en": "It named a wrong day."}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def scheduled(thing):
    return Edition.objects.filter(uid=thing.uid).order_by("starts_at").last()


@pytest.mark.parametrize("to", [NOON + HOUR / 2, NOON + 3 * HOUR])
def test_an_embargo_that_moves_opens_at_its_new_time_and_not_before(to):
    statement = make_statement(headline_en="Embargoed")
    move(publish(statement, by=None, at=NOON + HOUR), at=to, zone="UTC")
    assert titles(to - SECOND) == []
    assert titles(to) == ["Embargoed"]


def test_what_moves_is_the_edition_and_not_todays_working_copy():
    statement = make_statement(headline_en="Approved")
    edition = publish(statement, by=None, at=NOON + HOUR)
    headline(statement, "Saved since")
    moved = move(edition, at=NOON + 2 * HOUR, zone="Asia/Almaty")
    same = ("pk", "number", "digest", "version", "published_at")
    assert [getattr(moved, n) for n in same] == [getattr(edition, n) for n in same]
    assert moved.zone == "Asia/Almaty"
    assert titles(NOON + 2 * HOUR) == ["Approved"]


def test_what_was_public_lasts_until_the_new_time():
    statement = published_twice(NOON + HOUR)
    move(scheduled(statement), at=NOON + 3 * HOUR, zone="UTC")
    assert windows(statement) == [(1, NOON, NOON + 3 * HOUR), (2, NOON + 3 * HOUR, None)]


def test_moving_past_another_edition_changes_their_order():
    statement = published_twice(NOON + HOUR)
    publish(headline(statement, "Third"), by=None, at=NOON + 2 * HOUR)
    move(Edition.objects.get(number=2), at=NOON + 3 * HOUR, zone="UTC")
    assert [number for number, _start, _end in windows(statement)] == [1, 3, 2]
    assert titles(NOON + 3 * HOUR) == ["Second"]


def test_a_scheduled_withdrawal_moves_too():
    statement = make_statement()
    publish(statement, by=None)
    move(
        withdraw(statement, by=None, reason=REASON, at=NOON + HOUR),
        at=NOON + 2 * HOUR,
        zone="UTC",
    )
    assert len(titles(NOON + 2 * HOUR - SECOND)) == 1
    assert titles(NOON + 2 * HOUR) == []
    assert Page.objects.withdrawn(NOON + 2 * HOUR).count() == 4


def test_what_is_sorted_by_the_start_of_an_edition_moves_with_it():
    film, person = make_film(year=None), make_person()
    make_credit(film, person)
    edition = publish(film, by=None, at=NOON + HOUR)
    move(edition, at=NOON + 2 * HOUR, zone="UTC")
    sorted_at = Page.objects.filter(uid=film.uid).values_list("sort_at", flat=True)
    mentioned = Mention.objects.filter(edition=edition).values_list("sort_at", flat=True)
    assert set(sorted_at) == {NOON + 2 * HOUR} == set(mentioned)


def test_what_is_sorted_by_a_day_of_its_own_keeps_it():
    """Though that day, at the noon of UTC, is the very instant at which it was scheduled."""
    statement = make_statement(date=(NOON + dt.timedelta(days=1)).date())
    make_quote(statement)
    edition = publish(statement, by=None, at=NOON + dt.timedelta(days=1))
    move(edition, at=NOON + dt.timedelta(days=3), zone="UTC")
    for rows in (Page.objects.all(), Excerpt.objects.all()):
        assert set(rows.values_list("sort_at", flat=True)) == {NOON + dt.timedelta(days=1)}


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        (NOON, "This time has passed"),
        (NOON + HOUR, "It starts at this time already"),
        (NOON + 2 * HOUR, "already starts at this time"),
        (dt.datetime(2100, 1, 1, tzinfo=dt.UTC), "before the year 2100"),
    ],
)
def test_a_time_that_does_not_serve_is_refused_and_nothing_moves(to, sentence):
    statement = published_twice(NOON + HOUR)
    publish(statement, by=None, at=NOON + 2 * HOUR)
    before = windows(statement)
    with pytest.raises(ValidationError, match=sentence):
        move(Edition.objects.get(number=2), at=to, zone="UTC")
    assert windows(statement) == before


def test_a_move_that_leaves_a_withdrawal_with_nothing_before_it_is_refused():
    statement = make_statement()
    edition = publish(statement, by=None, at=NOON + HOUR)
    withdraw(statement, by=None, reason=REASON, at=NOON + 2 * HOUR)
    with pytest.raises(ValidationError, match="nothing to withdraw"):
        move(edition, at=NOON + 3 * HOUR, zone="UTC")
    assert titles(NOON + HOUR) != []


def test_a_withdrawal_does_not_move_to_where_nothing_is_public():
    statement = make_statement()
    publish(statement, by=None, at=NOON + 2 * HOUR)
    withdrawal = withdraw(statement, by=None, reason=REASON, at=NOON + 3 * HOUR)
    with pytest.raises(ValidationError, match="nothing to withdraw"):
        move(withdrawal, at=NOON + HOUR, zone="UTC")


def test_what_has_started_does_not_move(clock):
    statement = published_twice(NOON + HOUR)
    clock.move_to(NOON + HOUR)
    with pytest.raises(ValidationError, match="already started"):
        move(scheduled(statement), at=NOON + 3 * HOUR, zone="UTC")


def test_what_was_cancelled_does_not_move():
    statement = published_twice(NOON + HOUR)
    edition = scheduled(statement)
    cancel(edition)
    with pytest.raises(ValidationError, match="cancelled already"):
        move(edition, at=NOON + 3 * HOUR, zone="UTC")


def test_the_number_of_a_cancelled_edition_is_never_used_again():
    statement = published_twice(NOON + HOUR)
    cancel(scheduled(statement))
    assert publish(statement, by=None).number == 3
