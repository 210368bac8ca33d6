"""What withdraw and cancel promise, rule by rule."""

import pytest
import time_machine
from django.core.exceptions import ValidationError
from factories import make_statement
from timeline_scenery import HOUR, NOON, SECOND, headline, published_twice, titles, windows

from composer_site.publishing.models import Edition, Page
from composer_site.publishing.publish import cancel, publish, withdraw
from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db
REASON = {"en": "It named a wrong day."}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


# Withdrawal


def withdrawn_statement():
    statement = make_statement(headline_en="Wrong")
    publish(statement, by=None)
    withdraw(statement, by=None, reason=REASON, at=NOON + HOUR)
    return statement


def test_a_withdrawal_takes_the_page_away_from_its_time_on():
    withdrawn_statement()
    assert titles(NOON + HOUR - SECOND) == ["Wrong"]
    assert titles(NOON + HOUR) == []


def test_a_withdrawal_leaves_a_tombstone_in_every_language():
    withdrawn_statement()
    assert Page.objects.withdrawn(NOON + HOUR).count() == len(LANGUAGES)
    assert not Page.objects.withdrawn(NOON + HOUR - SECOND).exists()


def test_a_reason_in_one_language_stands_in_for_the_others():
    withdrawn_statement()
    tombstone = Page.objects.withdrawn(NOON + HOUR).get(language="kk")
    assert tombstone.document["reason"] == {"text": REASON["en"], "lang": "en"}


def test_a_tombstone_repeats_nothing_of_what_was_withdrawn():
    withdrawn_statement()
    tombstone = Page.objects.withdrawn(NOON + HOUR).get(language="en")
    assert (tombstone.title, tombstone.summary, tombstone.card) == ("", "", {})


def test_nothing_public_nothing_to_withdraw():
    statement = make_statement()
    with pytest.raises(ValidationError) as refusal:
        withdraw(statement, by=None, reason=REASON)
    assert refusal.value.messages == ["Nothing of it is public at that time."]
    assert not Edition.objects.exists()


def test_what_is_withdrawn_cannot_be_withdrawn_again(clock):
    statement = withdrawn_statement()
    clock.move_to(NOON + 2 * HOUR)
    with pytest.raises(ValidationError):
        withdraw(statement, by=None, reason=REASON)
    assert len(windows(statement)) == 2


def test_a_publication_after_a_withdrawal_brings_it_back(clock):
    statement = withdrawn_statement()
    clock.move_to(NOON + 2 * HOUR)
    publish(headline(statement, "Right"), by=None)
    assert titles(NOON + 2 * HOUR) == ["Right"]
    assert not Page.objects.withdrawn(NOON + 2 * HOUR).exists()


# Cancelling


def test_cancelling_gives_the_window_back():
    statement = published_twice(NOON + HOUR)
    cancel(Edition.objects.get(number=2))
    assert windows(statement) == [(1, NOON, None)]
    assert titles(NOON + 2 * HOUR) == ["First"]


def test_cancelling_one_between_two_gives_its_window_to_the_one_before():
    statement = published_twice(NOON + 2 * HOUR)
    cancel(publish(statement, by=None, at=NOON + HOUR))
    assert windows(statement) == [(1, NOON, NOON + 2 * HOUR), (2, NOON + 2 * HOUR, None)]


def test_what_has_started_cannot_be_cancelled(clock):
    statement = published_twice(NOON + HOUR)
    clock.move_to(NOON + HOUR)
    with pytest.raises(ValidationError) as refusal:
        cancel(Edition.objects.get(number=2))
    assert refusal.value.messages == ["It has already started. Withdraw it instead."]
    assert len(windows(statement)) == 2


def test_a_withdrawal_is_not_left_alone_with_nothing_to_withdraw():
    statement = make_statement()
    edition = publish(statement, by=None, at=NOON + HOUR)
    withdraw(statement, by=None, reason=REASON, at=NOON + 2 * HOUR)
    with pytest.raises(ValidationError):
        cancel(edition)
    assert len(windows(statement)) == 2


def test_cancelling_a_withdrawal_leaves_the_page_public():
    statement = withdrawn_statement()
    cancel(Edition.objects.get(uid=statement.uid, kind="withdrawal"))
    assert titles(NOON + 2 * HOUR) == ["Wrong"]
