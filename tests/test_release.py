"""What release, withdraw and cancel promise, rule by rule."""

import datetime as dt
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone
from factories import (
    make_contact,
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_release,
    make_statement,
    make_user,
)

from composer_site.languages import LANGUAGES
from composer_site.publishing.documents import digest
from composer_site.publishing.models import Address, Edition, Mention, Page
from composer_site.publishing.nouns import NOUNS
from composer_site.publishing.release import Changed, build, cancel, release, withdraw

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
REASON = {"en": "It named a wrong day."}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def titles(at, language="en"):
    return [page.title for page in Page.objects.public(at).filter(language=language)]


def headline(statement, text):
    """Saved, not released."""
    statement.headline_en = text
    statement.save()
    return statement


def released_twice(second_at):
    statement = make_statement(headline_en="First")
    release(statement, by=None)
    release(headline(statement, "Second"), by=None, at=second_at)
    return statement


def windows(thing):
    editions = Edition.objects.filter(uid=thing.uid).order_by("starts_at")
    return list(editions.values_list("number", "starts_at", "ends_at"))


def test_saving_publishes_nothing():
    headline(make_statement(), "Saved")
    assert titles(NOON + HOUR) == []


def test_a_release_starts_now_in_every_language():
    release(make_statement(), by=None)
    pages = Page.objects.public(NOON)
    assert {page.language for page in pages} == set(LANGUAGES)
    assert titles(NOON - SECOND) == []


def test_a_later_draft_shows_nothing_of_itself():
    statement = make_statement(headline_en="Released")
    release(statement, by=None)
    headline(statement, "Draft")
    assert titles(NOON) == ["Released"]


def test_an_edition_records_who_when_and_why():
    publisher = make_user("publishers")
    edition = release(make_statement(), by=publisher, note="A new date", zone="Asia/Almaty")
    edition.refresh_from_db()
    assert (edition.released_by, edition.released_at) == (publisher, NOON)
    assert (edition.number, edition.note, edition.zone) == (1, "A new date", "Asia/Almaty")


def test_editions_are_numbered_in_the_order_of_their_release():
    statement = released_twice(NOON + 2 * HOUR)
    third = release(statement, by=None, at=NOON + HOUR)
    assert third.number == 3


def test_a_scheduled_edition_starts_at_its_second_and_the_old_one_ends_there():
    released_twice(NOON + HOUR)
    assert titles(NOON + HOUR - SECOND) == ["First"]
    assert titles(NOON + HOUR) == ["Second"]


def test_a_first_edition_that_is_scheduled_hides_until_it_starts():
    release(make_statement(headline_en="Embargoed"), by=None, at=NOON + HOUR)
    assert titles(NOON + HOUR - SECOND) == []
    assert titles(NOON + HOUR) == ["Embargoed"]


def test_a_release_before_a_scheduled_one_lasts_until_that_starts():
    statement = released_twice(NOON + 2 * HOUR)
    release(headline(statement, "Between"), by=None, at=NOON + HOUR)
    assert windows(statement) == [
        (1, NOON, NOON + HOUR),
        (3, NOON + HOUR, NOON + 2 * HOUR),
        (2, NOON + 2 * HOUR, None),
    ]


@pytest.mark.parametrize(
    ("moment", "sentence"),
    [
        (NOON, "This moment has passed. Choose one ahead, or release now."),
        (NOON - SECOND, "This moment has passed. Choose one ahead, or release now."),
        (dt.datetime(2100, 1, 1, tzinfo=dt.UTC), "Choose a moment before the year 2100."),
        (
            NOON + HOUR,
            "Another edition already starts at this moment. Cancel it first.",
        ),
    ],
)
def test_a_moment_that_does_not_serve_is_refused_with_a_sentence(moment, sentence):
    statement = released_twice(NOON + HOUR)
    with pytest.raises(ValidationError) as refusal:
        release(statement, by=None, at=moment)
    assert refusal.value.messages == [sentence]
    assert len(windows(statement)) == 2


def test_the_last_second_before_2100_is_accepted():
    last = dt.datetime(2099, 12, 31, 23, 59, 59, tzinfo=dt.UTC)
    assert release(make_statement(), by=None, at=last).starts_at == last


def test_two_releases_in_one_instant_follow_each_other():
    statement = make_statement()
    first, second = release(statement, by=None), release(statement, by=None)
    first.refresh_from_db()
    assert first.ends_at == second.starts_at == NOON + timedelta(microseconds=1)


def test_a_release_when_the_clock_went_back_follows_the_last_one(clock):
    statement = make_statement(headline_en="First")
    release(statement, by=None)
    clock.move_to(NOON - HOUR)
    second = release(headline(statement, "Second"), by=None)
    assert second.starts_at > NOON
    assert titles(NOON) == ["First"]


def test_a_moment_that_was_reached_before_the_clock_went_back_is_refused(clock):
    statement = make_statement()
    release(statement, by=None)
    clock.move_to(NOON - HOUR)
    with pytest.raises(ValidationError):
        release(statement, by=None, at=NOON - HOUR / 2)


def test_what_started_before_the_clock_went_back_cannot_be_cancelled(clock):
    edition = release(make_statement(), by=None)
    clock.move_to(NOON - HOUR)
    with pytest.raises(ValidationError):
        cancel(edition)


def test_what_would_be_released_must_be_what_was_approved():
    statement = make_statement()
    approved = digest(build(statement))
    headline(statement, "Changed since")
    with pytest.raises(Changed):
        release(statement, by=None, approved=approved)
    assert titles(NOON) == []


def test_what_was_approved_is_released_under_its_digest():
    statement = make_statement()
    approved = digest(build(statement))
    assert release(statement, by=None, approved=approved).digest == approved


def test_the_row_in_the_database_is_released_and_not_the_one_in_memory():
    statement = make_statement(headline_en="Saved")
    statement.headline_en = "Only in memory"
    release(statement, by=None)
    assert titles(NOON) == ["Saved"]


def test_a_text_missing_in_its_source_language_is_refused():
    statement = make_statement()
    type(statement).objects.filter(pk=statement.pk).update(headline_en="")
    with pytest.raises(ValidationError) as refusal:
        release(statement, by=None)
    assert list(refusal.value.message_dict) == ["headline_en"]


def test_a_part_that_is_not_valid_is_refused():
    statement = make_statement()
    quote = make_quote(statement)
    type(quote).objects.filter(pk=quote.pk).update(text_en="")
    with pytest.raises(ValidationError):
        release(statement, by=None)


# Withdrawal


def withdrawn_statement():
    statement = make_statement(headline_en="Wrong")
    release(statement, by=None)
    withdraw(statement, by=None, reason=REASON, at=NOON + HOUR)
    return statement


def test_a_withdrawal_takes_the_page_away_from_its_moment_on():
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
    assert refusal.value.messages == ["Nothing of it is public at that moment."]
    assert not Edition.objects.exists()


def test_what_is_withdrawn_cannot_be_withdrawn_again(clock):
    statement = withdrawn_statement()
    clock.move_to(NOON + 2 * HOUR)
    with pytest.raises(ValidationError):
        withdraw(statement, by=None, reason=REASON)
    assert len(windows(statement)) == 2


def test_a_release_after_a_withdrawal_brings_it_back(clock):
    statement = withdrawn_statement()
    clock.move_to(NOON + 2 * HOUR)
    release(headline(statement, "Right"), by=None)
    assert titles(NOON + 2 * HOUR) == ["Right"]
    assert not Page.objects.withdrawn(NOON + 2 * HOUR).exists()


# Cancelling


def test_cancelling_gives_the_window_back():
    statement = released_twice(NOON + HOUR)
    cancel(Edition.objects.get(number=2))
    assert windows(statement) == [(1, NOON, None)]
    assert titles(NOON + 2 * HOUR) == ["First"]


def test_cancelling_one_between_two_gives_its_window_to_the_one_before():
    statement = released_twice(NOON + 2 * HOUR)
    cancel(release(statement, by=None, at=NOON + HOUR))
    assert windows(statement) == [(1, NOON, NOON + 2 * HOUR), (2, NOON + 2 * HOUR, None)]


def test_what_has_started_cannot_be_cancelled(clock):
    statement = released_twice(NOON + HOUR)
    clock.move_to(NOON + HOUR)
    with pytest.raises(ValidationError) as refusal:
        cancel(Edition.objects.get(number=2))
    assert refusal.value.messages == ["It has already started. Withdraw it instead."]
    assert len(windows(statement)) == 2


def test_a_withdrawal_is_not_left_alone_with_nothing_to_withdraw():
    statement = make_statement()
    edition = release(statement, by=None, at=NOON + HOUR)
    withdraw(statement, by=None, reason=REASON, at=NOON + 2 * HOUR)
    with pytest.raises(ValidationError):
        cancel(edition)
    assert len(windows(statement)) == 2


def test_cancelling_a_withdrawal_leaves_the_page_public():
    statement = withdrawn_statement()
    cancel(Edition.objects.get(uid=statement.uid, kind="withdrawal"))
    assert titles(NOON + 2 * HOUR) == ["Wrong"]


# Addresses


def test_an_address_once_released_belongs_to_its_page_for_ever():
    statement = make_statement(slug="premiere")
    release(statement, by=None)
    statement.slug = "the-premiere"
    statement.save()
    with pytest.raises(ValidationError) as refusal:
        release(make_statement(slug="premiere"), by=None)
    assert list(refusal.value.message_dict) == ["slug"]


def test_an_address_that_was_only_scheduled_is_free_again_once_that_is_cancelled():
    cancel(release(make_statement(slug="premiere"), by=None, at=NOON + HOUR))
    assert not Address.objects.exists()


@pytest.mark.parametrize("slug", ["premiere", "the-premiere"])
def test_an_address_of_another_edition_stays_when_one_is_cancelled(slug):
    statement = make_statement(slug="premiere")
    release(statement, by=None)
    statement.slug = slug
    statement.save()
    cancel(release(statement, by=None, at=NOON + HOUR))
    assert [address.slug for address in Address.objects.all()] == ["premiere"]


def test_two_nouns_may_have_the_same_address():
    release(make_statement(slug="the-composer"), by=None)
    release(make_film(slug="the-composer"), by=None)
    assert Address.objects.filter(slug="the-composer").count() == 2


# What is written


def test_pages_repeat_the_window_of_their_edition():
    released_twice(NOON + HOUR)
    for page in Page.objects.select_related("edition"):
        assert page.starts_at == page.edition.starts_at
        assert page.ends_at == page.edition.ends_at


def test_a_page_says_in_which_languages_its_texts_exist():
    release(make_statement(languages=["en", "ru"]), by=None)
    page = Page.objects.get(language="kk")
    assert page.languages == ["en", "ru"]
    assert not page.is_translation
    assert page.document["title"]["lang"] == "en"


def test_mentions_hold_each_thing_once_with_all_its_relations():
    person, film = make_person(), make_film()
    make_credit(film, person)
    make_credit(film, person, portrays=person)
    edition = release(film, by=None)
    mention = Mention.objects.get(edition=edition)
    assert (mention.uid, mention.relations) == (person.uid, "actor portrayed")


def test_a_picture_is_mentioned_so_that_its_gate_opens():
    picture = make_picture()
    edition = release(make_film(poster=picture), by=None)
    assert Mention.objects.get(edition=edition).uid == picture.uid


def test_a_control_character_in_a_text_reaches_no_page():
    release(make_statement(headline_en="Pre\x0bmiere\uffff"), by=None)
    assert titles(NOON) == ["Premiere"]


def test_no_text_turns_round_what_follows_it():
    statement = make_statement(headline_en="Pre\u202emi\u2066ere")
    release(statement, by=None)
    assert titles(NOON) == ["Premiere"]
    withdraw(statement, by=None, reason={"en": "With\u202edrawn"})
    tombstone = Page.objects.get(kind="withdrawal", language="en")
    assert tombstone.document["reason"]["text"] == "Withdrawn"


def test_titles_as_long_as_they_may_be_are_released():
    release(
        make_film(**{f"title_{lang.suffix}": "Ж" * 200 for lang in LANGUAGES.values()}), by=None
    )
    assert titles(NOON, "zh-hans") == ["Ж" * 200]


def full_film():
    film = make_film(poster=make_picture(), hero=make_picture(), year=2019)
    make_credit(film)
    make_release(film)
    return film


def full_office():
    office = make_press_office(featured_film=make_film())
    make_contact(office)
    return office


def full_statement():
    statement = make_statement(films=[make_film()], people=[make_person()], picture=make_picture())
    make_quote(statement)
    make_quote(statement, speaker=make_person())
    statement.issuers.set([make_organisation()])
    return statement


FULL = {
    "film": full_film,
    "person": lambda: make_person(portrait=make_picture(), born="1905-06-13"),
    "organisation": lambda: make_organisation(logo=make_picture()),
    "statement": full_statement,
    "press_office": full_office,
}


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_noun_is_released_in_each_language_with_its_schema(noun, language):
    thing = FULL[noun]()
    release(thing, by=None)
    page = Page.objects.public(NOON).get(uid=thing.uid, language=language)
    assert page.document["schema"] == NOUNS[noun].schema
    assert page.document["title"]["text"] == page.title


def test_the_clock_of_the_database_keeps_microseconds():
    edition = release(make_statement(), by=None, at=NOON + timedelta(microseconds=7))
    edition.refresh_from_db()
    assert edition.starts_at == NOON + timedelta(microseconds=7)
    assert not edition.started(timezone.now())
