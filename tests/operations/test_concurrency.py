"""Two publications at the same time: both happen, one after the other, and nothing is lost."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from factories import make_film, make_statement

import composer_site.publishing.publish as acts
from composer_site.desk.publish.plans import NotTogether, Plan, Proposal, carry_out_together
from composer_site.publishing import timeline
from composer_site.publishing.models import Edition, Page

pytestmark = pytest.mark.django_db(transaction=True)

HOUR = dt.timedelta(hours=1)


def at_once(*acts_to_do):
    """The outcome of each, done in threads with a database connection of their own."""

    def do(act):
        try:
            return act()
        except (acts.ValidationError, NotTogether, DatabaseError) as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts_to_do)) as pool:
        return list(pool.map(do, acts_to_do))


@pytest.fixture(autouse=True)
def both_in_the_middle(monkeypatch):
    """Halfway through, an act waits a little for the other to come as far: the lock prevents it."""
    meeting, capture = threading.Barrier(2), acts.snapshot.capture

    def wait_then_capture(whole):
        with suppress(threading.BrokenBarrierError):
            meeting.wait(timeout=0.5)
        return capture(whole)

    monkeypatch.setattr(acts.snapshot, "capture", wait_then_capture)


def publish(thing, **options):
    return lambda: acts.publish(thing, by=None, **options)


def assert_in_order(thing, count):
    editions = list(Edition.objects.filter(uid=thing.uid).order_by("starts_at"))
    assert [edition.number for edition in editions] == list(range(1, count + 1))
    following = [edition.starts_at for edition in editions[1:]] + [None]
    assert [edition.ends_at for edition in editions] == following


def test_two_publications_of_one_thing_follow_each_other():
    statement = make_statement()
    outcomes = at_once(publish(statement, note="one"), publish(statement, note="other"))
    assert {outcome.note for outcome in outcomes} == {"one", "other"}
    assert_in_order(statement, 2)


def test_two_publications_for_one_time_leave_the_first_and_refuse_the_other():
    statement = make_statement()
    later = timezone.now() + HOUR
    outcomes = at_once(publish(statement, at=later), publish(statement, at=later))
    refused = [outcome for outcome in outcomes if isinstance(outcome, acts.ValidationError)]
    assert len(refused) == 1
    assert_in_order(statement, 1)


def test_a_publication_and_a_withdrawal_follow_each_other():
    statement = make_statement()
    acts.publish(statement, by=None)
    outcomes = at_once(
        publish(statement), lambda: acts.withdraw(statement, by=None, reason={"en": "Wrong"})
    )
    assert {outcome.kind for outcome in outcomes} == {"publication", "withdrawal"}
    assert_in_order(statement, 3)


def test_two_cancellations_of_one_edition_happen_once():
    statement = make_statement()
    acts.publish(statement, by=None)
    scheduled = acts.publish(statement, by=None, at=timezone.now() + HOUR)
    outcomes = at_once(lambda: acts.cancel(scheduled), lambda: acts.cancel(scheduled))
    assert sum(isinstance(outcome, acts.ValidationError) for outcome in outcomes) == 1
    assert_in_order(statement, 1)


def test_two_things_published_at_once_are_both_public():
    film, statement = make_film(), make_statement()
    at_once(publish(film), publish(statement))
    public = Page.objects.public(timezone.now()).filter(language="kk")
    assert {page.uid for page in public} == {film.uid, statement.uid}


def test_of_two_selections_with_a_thing_in_common_one_is_published_whole():
    film, statement, other = make_film(), make_statement(), make_statement()
    plans = {
        thing: (Plan(Proposal.of(thing).approval_digest, None), thing)
        for thing in (statement, other)
    }
    shared = [(Plan(Proposal.of(film).approval_digest, None), film)]
    outcomes = at_once(
        lambda: carry_out_together([plans[statement], *shared], None),
        lambda: carry_out_together([plans[other], *shared], None),
    )
    assert {type(outcome) for outcome in outcomes} == {list, NotTogether}
    assert_in_order(film, 1)
    assert Edition.objects.count() == 2
    assert len(set(Edition.objects.values_list("starts_at"))) == 1


def test_without_the_lock_one_of_two_publications_is_lost(monkeypatch):
    """The tests above could fail: this is how they would."""
    monkeypatch.setattr(timeline, "publishing_lock", nullcontext)
    statement = make_statement()
    outcomes = at_once(publish(statement), publish(statement))
    assert any(isinstance(outcome, DatabaseError) for outcome in outcomes)
