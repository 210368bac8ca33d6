"""What a publication promises, rule by rule."""

import datetime as dt
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone
from factories import make_quote, make_statement, make_user
from timeline_scenery import HOUR, MINUTE, NOON, SECOND, headline, published_twice, titles, windows

from composer_site.publishing.documents import digest
from composer_site.publishing.models import Page
from composer_site.publishing.publish import Changed, build, cancel, publish
from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_saving_publishes_nothing():
    headline(make_statement(), "Saved")
    assert titles(NOON + HOUR) == []


def test_a_publication_starts_now_in_every_language():
    publish(make_statement(), by=None)
    pages = Page.objects.public(NOON)
    assert {page.language for page in pages} == set(LANGUAGES)
    assert titles(NOON - SECOND) == []


def test_a_later_draft_shows_nothing_of_itself():
    statement = make_statement(headline_en="Published")
    publish(statement, by=None)
    headline(statement, "Draft")
    assert titles(NOON) == ["Published"]


def test_an_edition_records_who_when_and_why():
    publisher = make_user("publishers")
    edition = publish(make_statement(), by=publisher, note="A new date", zone="Asia/Almaty")
    edition.refresh_from_db()
    assert (edition.published_by, edition.published_at) == (publisher, NOON)
    assert (edition.number, edition.note, edition.zone) == (1, "A new date", "Asia/Almaty")


def test_editions_are_numbered_in_the_order_of_their_publication():
    statement = published_twice(NOON + 2 * HOUR)
    third = publish(statement, by=None, at=NOON + HOUR)
    assert third.number == 3


def test_a_scheduled_edition_starts_at_its_second_and_the_old_one_ends_there():
    published_twice(NOON + HOUR)
    assert titles(NOON + HOUR - SECOND) == ["First"]
    assert titles(NOON + HOUR) == ["Second"]


def test_a_first_edition_that_is_scheduled_hides_until_it_starts():
    publish(make_statement(headline_en="Embargoed"), by=None, at=NOON + HOUR)
    assert titles(NOON + HOUR - SECOND) == []
    assert titles(NOON + HOUR) == ["Embargoed"]


def test_a_publication_before_a_scheduled_one_lasts_until_that_starts():
    statement = published_twice(NOON + 2 * HOUR)
    publish(headline(statement, "Between"), by=None, at=NOON + HOUR)
    assert windows(statement) == [
        (1, NOON, NOON + HOUR),
        (3, NOON + HOUR, NOON + 2 * HOUR),
        (2, NOON + 2 * HOUR, None),
    ]


@pytest.mark.parametrize(
    ("time", "sentence"),
    [
        (NOON, "This time has passed. Choose a later one, or publish now."),
        (NOON - SECOND, "This time has passed. Choose a later one, or publish now."),
        (dt.datetime(2100, 1, 1, tzinfo=dt.UTC), "Choose a time before the year 2100."),
        (
            NOON + HOUR,
            "Another edition already starts at this time. Move or cancel it first.",
        ),
    ],
)
def test_a_time_that_does_not_serve_is_refused_with_a_sentence(time, sentence):
    statement = published_twice(NOON + HOUR)
    with pytest.raises(ValidationError) as refusal:
        publish(statement, by=None, at=time)
    assert refusal.value.messages == [sentence]
    assert len(windows(statement)) == 2


def test_the_last_second_before_2100_is_accepted():
    last = dt.datetime(2099, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
    assert publish(make_statement(), by=None, at=last).starts_at == last


def test_two_publications_in_one_instant_follow_each_other():
    statement = make_statement()
    first, second = publish(statement, by=None), publish(statement, by=None)
    first.refresh_from_db()
    assert first.ends_at == second.starts_at == NOON + timedelta(microseconds=1)


def test_a_publication_when_the_clock_went_back_follows_the_last_one(clock):
    statement = make_statement(headline_en="First")
    publish(statement, by=None)
    clock.move_to(NOON - MINUTE)
    second = publish(headline(statement, "Second"), by=None)
    assert second.starts_at > NOON
    assert titles(NOON) == ["First"]


def test_a_time_that_was_reached_before_the_clock_went_back_is_refused(clock):
    statement = make_statement()
    publish(statement, by=None)
    clock.move_to(NOON - MINUTE)
    with pytest.raises(ValidationError):
        publish(statement, by=None, at=NOON - MINUTE / 2)


def test_what_started_before_the_clock_went_back_cannot_be_cancelled(clock):
    edition = publish(make_statement(), by=None)
    clock.move_to(NOON - HOUR)
    with pytest.raises(ValidationError):
        cancel(edition)


def test_what_would_be_published_must_be_what_was_approved():
    statement = make_statement()
    approved = digest(build(statement))
    headline(statement, "Changed since")
    with pytest.raises(Changed):
        publish(statement, by=None, approved=approved)
    assert titles(NOON) == []


def test_what_was_approved_is_published_under_its_digest():
    statement = make_statement()
    approved = digest(build(statement))
    assert publish(statement, by=None, approved=approved).digest == approved


def test_the_row_in_the_database_is_published_and_not_the_one_in_memory():
    statement = make_statement(headline_en="Saved")
    statement.headline_en = "Only in memory"
    publish(statement, by=None)
    assert titles(NOON) == ["Saved"]


def test_a_text_missing_in_its_source_language_is_refused():
    statement = make_statement()
    type(statement).objects.filter(pk=statement.pk).update(headline_en="")
    with pytest.raises(ValidationError) as refusal:
        publish(statement, by=None)
    assert list(refusal.value.message_dict) == ["headline_en"]


def test_a_part_that_is_not_valid_is_refused():
    statement = make_statement()
    quote = make_quote(statement)
    type(quote).objects.filter(pk=quote.pk).update(text_en="")
    with pytest.raises(ValidationError):
        publish(statement, by=None)


def test_the_clock_of_the_database_keeps_microseconds():
    edition = publish(make_statement(), by=None, at=NOON + timedelta(microseconds=7))
    edition.refresh_from_db()
    assert edition.starts_at == NOON + timedelta(microseconds=7)
    assert not edition.started(timezone.now())
