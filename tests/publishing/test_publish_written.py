"""What a publication writes: addresses, pages, mentions and texts."""

import pytest
from django.core.exceptions import ValidationError
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
)
from timeline_scenery import HOUR, NOON, published_twice, titles

from composer_site.publishing.content_kinds import KINDS
from composer_site.publishing.models import Address, Mention, Page
from composer_site.publishing.publish import cancel, publish, withdraw
from composer_site.values.languages import LANGUAGES
from films.models import Credit, Film
from films.vocabulary import ROLES_OF

pytestmark = [pytest.mark.django_db, pytest.mark.time_machine(NOON, tick=False)]


# Addresses


def test_an_address_once_published_belongs_to_its_page_for_ever():
    statement = make_statement(slug="premiere")
    publish(statement, by=None)
    statement.slug = "the-premiere"
    statement.save()
    with pytest.raises(ValidationError) as refusal:
        publish(make_statement(slug="premiere"), by=None)
    assert list(refusal.value.message_dict) == ["slug"]


def test_an_address_that_was_only_scheduled_is_free_again_once_that_is_cancelled():
    cancel(publish(make_statement(slug="premiere"), by=None, at=NOON + HOUR))
    assert not Address.objects.exists()


@pytest.mark.parametrize("slug", ["premiere", "the-premiere"])
def test_an_address_of_another_edition_stays_when_one_is_cancelled(slug):
    statement = make_statement(slug="premiere")
    publish(statement, by=None)
    statement.slug = slug
    statement.save()
    cancel(publish(statement, by=None, at=NOON + HOUR))
    assert [address.slug for address in Address.objects.all()] == ["premiere"]


def test_two_kinds_may_have_the_same_address():
    publish(make_statement(slug="the-composer"), by=None)
    publish(make_film(slug="the-composer"), by=None)
    assert Address.objects.filter(slug="the-composer").count() == 2


# What is written


def test_pages_repeat_the_window_of_their_edition():
    published_twice(NOON + HOUR)
    for page in Page.objects.select_related("edition"):
        assert page.starts_at == page.edition.starts_at
        assert page.ends_at == page.edition.ends_at


def test_a_page_says_in_which_languages_its_texts_exist():
    publish(make_statement(languages=["en", "ru"]), by=None)
    page = Page.objects.get(language="kk")
    assert page.languages == ["en", "ru"]
    assert not page.is_translation
    assert page.document["title"]["lang"] == "en"


def test_mentions_hold_each_thing_once_with_all_its_relations():
    person, film = make_person(), make_film()
    make_credit(film, person)
    make_credit(film, person, portrays=person)
    edition = publish(film, by=None)
    mention = Mention.objects.get(edition=edition)
    assert (mention.uid, mention.relations) == (person.uid, "actor portrayed")


def test_a_picture_is_mentioned_so_that_its_gate_opens():
    picture = make_picture()
    edition = publish(make_film(poster=picture), by=None)
    assert Mention.objects.get(edition=edition).uid == picture.uid


def test_a_control_character_in_a_text_reaches_no_page():
    publish(make_statement(headline_en="Pre\x0bmiere\uffff"), by=None)
    assert titles(NOON) == ["Premiere"]


def test_no_text_turns_round_what_follows_it():
    statement = make_statement(headline_en="Pre\u202emi\u2066ere")
    publish(statement, by=None)
    assert titles(NOON) == ["Premiere"]
    withdraw(statement, by=None, reason={"en": "With\u202edrawn"})
    tombstone = Page.objects.get(kind="withdrawal", language="en")
    assert tombstone.document["reason"]["text"] == "Withdrawn"


def test_titles_as_long_as_they_may_be_are_published():
    publish(
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


@pytest.mark.parametrize("content_kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_is_published_in_each_language_with_its_schema(content_kind, language):
    thing = FULL[content_kind]()
    publish(thing, by=None)
    page = Page.objects.public(NOON).get(uid=thing.uid, language=language)
    assert page.document["schema"] == KINDS[content_kind].schema
    assert page.document["title"]["text"] == page.title


# What is joined in a column


def test_who_did_everything_on_a_film_is_mentioned_with_all_of_it():
    film, person = make_film(), make_person()
    pairs = [(department, role) for department, roles in ROLES_OF.items() for role in roles]
    for department, role in pairs:
        make_credit(film, person, department=department, role=role)
    publish(film, by=None)
    relations = Mention.objects.get(uid=person.uid).relations
    assert set(relations.split()) == {role for _department, role in pairs}
    assert (len(relations) > 500, Mention._meta.get_field("relations").max_length) == (True, None)


@pytest.mark.parametrize(
    ("model", "column"), [(Page, "translations"), (Film, "missing_in"), (Credit, "stale_in")]
)
def test_all_languages_have_room_in_a_column_of_them(model, column):
    assert len(" ".join(LANGUAGES)) <= model._meta.get_field(column).max_length
