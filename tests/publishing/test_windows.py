"""A state machine over publish, schedule, withdraw, cancel, move and time: windows tile, the past
stays, and nothing opens before the time that was told last.

The last tests break the acts one by one and show that the machine notices each.
"""

import datetime as dt
from datetime import timedelta

import pytest
import time_machine
from broken_windows import BROKEN
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from factories import make_quote, make_statement
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import composer_site.publishing.publish as acts
from composer_site.desk.publish.answers import Answer
from composer_site.desk.publish.plans import Plan, Proposal, carry_out
from composer_site.publishing.models import Edition, Excerpt, Page

START = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
TICK = timedelta(microseconds=1)
minutes = st.integers(1, 9).map(lambda number: timedelta(minutes=number))


def public(uid, at):
    """The headlines that visitors see of it: none, one, or (never) more."""
    pages = Page.objects.public(at).filter(uid=uid, language="ru")
    return list(pages.values_list("title", flat=True))


def instants(uid):
    """Every instant at which something could change, and those beside it."""
    windows = Edition.objects.filter(uid=uid).values_list("starts_at", "ends_at")
    edges = {edge for window in windows for edge in window if edge}
    return sorted({edge + beside for edge in edges for beside in (-TICK, 0 * TICK, TICK)})


def timeline(uid):
    return {at: public(uid, at) for at in instants(uid)}


class Windows(RuleBasedStateMachine):
    @initialize(scheduled=st.lists(minutes, max_size=2, unique=True))
    def begin(self, scheduled):
        """With something to move, cancel or answer for, so that few steps come to much."""
        self.clock = time_machine.travel(START, tick=False)
        self.traveller = self.clock.start()
        self.now, self.names, self.past = START, 0, {}
        # What should be: {start: headline, or None for a withdrawal}, of what was not cancelled.
        self.expected = {}
        self.numbers = {}  # {number: digest}, of every edition there ever was
        self.statement = make_statement()
        make_quote(self.statement)
        self.uid = self.statement.uid
        for ahead in scheduled:
            self.publish(self.now + ahead)

    def teardown(self):
        if hasattr(self, "clock"):
            self.clock.stop()

    def should_be_public(self, at):
        starts = [start for start in self.expected if start <= at]
        headline = self.expected[max(starts)] if starts else None
        return [headline] if headline else []

    def present(self):
        """What was published within one instant lies a little ahead of the clock."""
        acts = Edition.objects.filter(uid=self.uid).values_list("published_at", flat=True)
        return max([self.now, *acts])

    def first_free_instant(self):
        return next(at for n in range(99) if (at := self.now + n * TICK) not in self.expected)

    def save(self):
        """What the working copy is called from now on; visitors read it once it is published."""
        self.names += 1
        headline = f"Headline {self.names}"
        type(self.statement).objects.filter(pk=self.statement.pk).update(headline_ru=headline)
        return headline

    def publish(self, at):
        headline = self.save()
        self.expected[acts.publish(self.statement, by=None, at=at).starts_at] = headline

    def withdraw(self, at):
        edition = acts.withdraw(self.statement, by=None, reason={"ru": "Ошибка"}, at=at)
        self.expected[edition.starts_at] = None

    @rule()
    def publish_now(self):
        self.publish(None)

    @rule(ahead=minutes)
    def schedule(self, ahead):
        before = timeline(self.uid)
        try:
            self.publish(self.now + ahead)
        except ValidationError:
            assert self.now + ahead in self.expected
        after = {at: public(self.uid, at) for at in before}
        for at in before:
            assert after[at] == before[at] or at >= self.now + ahead

    @rule(ahead=st.none() | minutes)
    def withdraw_it(self, ahead):
        start = self.now + ahead if ahead else self.first_free_instant()
        was_public = self.should_be_public(start - TICK)
        try:
            self.withdraw(ahead and start)
        except ValidationError:
            left_alone = not self.is_sound(self.expected | {start: None})
            assert not was_public or start in self.expected or left_alone
        else:
            assert was_public

    @precondition(lambda self: self.expected)
    @rule(pick=st.randoms(use_true_random=False))
    def cancel_one(self, pick):
        start = pick.choice(sorted(self.expected))
        edition = Edition.objects.get(uid=self.uid, starts_at=start)
        try:
            acts.cancel(edition)
        except ValidationError:
            assert start <= self.present() or self.leaves_a_tombstone_alone(start)
        else:
            assert start > self.present()
            del self.expected[start]

    def leaves_a_tombstone_alone(self, start):
        left = {at: headline for at, headline in self.expected.items() if at != start}
        return not self.is_sound(left)

    def is_sound(self, expected):
        """Each withdrawal that is scheduled has something to withdraw."""
        before = None
        for at in sorted(expected):
            if expected[at] is None and before is None and at > self.present():
                return False
            before = expected[at]
        return True

    def ahead(self):
        return sorted(start for start in self.expected if start > self.present())

    @precondition(lambda self: self.expected and self.ahead())
    @rule(pick=st.randoms(use_true_random=False), to=minutes)
    def move_one(self, pick, to):
        start, to = pick.choice(self.ahead()), self.now + to
        edition = Edition.objects.get(uid=self.uid, starts_at=start)
        self.save()  # which is not what the edition holds
        moved = {at: h for at, h in self.expected.items() if at != start}
        moved |= {to: self.expected[start]}
        try:
            acts.move(edition, at=to, zone="UTC")
        except ValidationError:
            assert to in self.expected or not self.is_sound(moved)
        else:
            assert to not in self.expected
            assert self.is_sound(moved)
            self.expected = moved

    @precondition(lambda self: self.expected and self.ahead())
    @rule(
        pick=st.randoms(use_true_random=False),
        at=st.none() | minutes,
        to=st.integers(10, 40).map(lambda seconds: timedelta(seconds=seconds)),
    )
    def publish_with_an_answer(self, pick, at, to):
        """About each edition that is scheduled; where one is left out, nothing happens at all."""
        at = at and self.now + at
        headline, scheduled = self.save(), Edition.objects.scheduled(self.now).filter(uid=self.uid)
        said, wanted = {}, dict(self.expected)
        for number, edition in enumerate(scheduled, 1):
            kind = pick.choice(["keep", "cancel", "move", "forgotten"])
            moved_to = edition.starts_at + number * to
            if kind != "forgotten":
                said[edition.pk] = Answer(kind, moved_to if kind == "move" else None)
            held = wanted[edition.starts_at]
            if kind in ("cancel", "move"):
                del wanted[edition.starts_at]
            if kind == "move":
                wanted[moved_to] = held
        is_answered = len(said) == len(scheduled)
        try:
            self.statement = type(self.statement).objects.get(pk=self.statement.pk)
            approval_digest = Proposal.of(self.statement).approval_digest
            edition = carry_out(Plan(approval_digest, at, answers=said), self.statement, None)
        except ValidationError:
            complete = wanted | {at or self.first_free_instant(): headline}
            clashes = at in wanted or len(wanted) < len(self.expected)
            assert not is_answered or clashes or not self.is_sound(complete)
        else:
            assert is_answered
            self.expected = wanted | {edition.starts_at: headline}

    @rule(passed=minutes)
    def time_passes(self, passed):
        self.now += passed
        self.traveller.move_to(self.now)

    @precondition(lambda self: any(start > self.now for start in self.expected))
    @rule(beside=st.sampled_from([-TICK, 0 * TICK, TICK]))
    def time_passes_to_a_start(self, beside):
        self.now = max(self.now, min(s for s in self.expected if s > self.now) + beside)
        self.traveller.move_to(self.now)

    @invariant()
    def visitors_see_what_they_should_at_every_instant_and_the_past_never_changes(self):
        """Each instant is asked once: the queries are most of the time that this takes."""
        seen = {at: public(self.uid, at) for at in {*self.past, self.now - TICK}}
        seen |= {at: public(self.uid, at) for at in instants(self.uid) if at not in seen}
        for at in instants(self.uid):
            assert seen[at] == self.should_be_public(at)
        for at, before in self.past.items():
            assert seen[at] == before
        self.past |= {at: titles for at, titles in seen.items() if at < self.now}

    @invariant()
    def windows_tile(self):
        windows = list(
            Edition.objects.filter(uid=self.uid)
            .order_by("starts_at")
            .values_list("starts_at", "ends_at")
        )
        following = [start for start, _end in windows[1:]] + [None]
        assert [end for _start, end in windows] == following[: len(windows)]
        assert [start for start, _end in windows] == sorted(self.expected)

    @invariant()
    def pages_have_the_windows_of_their_editions(self):
        pages = Page.objects.filter(uid=self.uid).select_related("edition")
        assert pages.count() == 4 * len(self.expected)
        for page in pages:
            edition = page.edition
            assert (page.starts_at, page.ends_at) == (edition.starts_at, edition.ends_at)

    @invariant()
    def excerpts_have_the_windows_of_their_pages(self):
        excerpts = Excerpt.objects.filter(page__uid=self.uid).select_related("page")
        assert excerpts.count() == 4 * sum(bool(headline) for headline in self.expected.values())
        for excerpt in excerpts:
            page = excerpt.page
            assert (excerpt.starts_at, excerpt.ends_at) == (page.starts_at, page.ends_at)

    @invariant()
    def no_number_is_used_twice(self):
        for number, digest in Edition.objects.filter(uid=self.uid).values_list("number", "digest"):
            assert self.numbers.setdefault(number, digest) == digest

    @invariant()
    def numbers_rise_with_the_publications(self):
        editions = Edition.objects.filter(uid=self.uid).order_by("number")
        instants_of_publication = [edition.published_at for edition in editions]
        assert instants_of_publication == sorted(instants_of_publication)

    @invariant()
    def a_tombstone_stands_where_something_stood(self):
        first = Edition.objects.filter(uid=self.uid).order_by("starts_at").first()
        assert first is None or first.kind == Edition.Kind.PUBLICATION
        assert self.is_sound(self.expected)


def run(**options):
    run_state_machine_as_test(
        Windows,
        settings=settings(
            deadline=None,
            database=None,
            derandomize=True,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            **options,
        ),
    )


@pytest.mark.django_db
def test_windows_hold_whatever_happens():
    run(max_examples=40, stateful_step_count=12)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("place", "name", "broken"), BROKEN, ids=lambda v: getattr(v, "__name__", v)
)
def test_the_machine_notices(monkeypatch, place, name, broken):
    monkeypatch.setattr(place, name, broken)
    with pytest.raises((AssertionError, IntegrityError)):
        run(max_examples=60, stateful_step_count=12, phases=[Phase.generate])
