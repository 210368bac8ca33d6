"""The list of the translation desk: what waits, in which language, and of which kind of content."""

import pytest
from django.urls import reverse
from factories import (
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_quote,
    make_statement,
    make_user,
)
from translating import stale, things

pytestmark = pytest.mark.django_db


@pytest.fixture
def translator(client):
    client.force_login(make_user("translators"))
    return client


def test_only_what_waits_is_listed_the_last_changed_first(translator):
    make_film()
    film = make_film(title_kk="")
    statement = stale(make_statement(), headline_en="Other")
    page = translator.get(reverse("translation_desk", args=["kk"]))
    assert things(page) == [(statement.headline_en, 0, 1), (film.title_en, 1, 0)]


@pytest.mark.parametrize(("work", "found"), [("missing", 1), ("stale", 2), ("all", 3), ("x", 3)])
def test_the_list_is_narrowed_to_one_kind_of_work(translator, work, found):
    make_film(title_kk="")
    stale(make_film(), title_en="Other")
    stale(make_organisation(), name_en="Other")
    page = translator.get(reverse("translation_desk", args=["kk"]), {"work": work})
    assert len(things(page)) == found


def test_the_list_is_narrowed_to_one_kind_and_says_how_many_wait_of_each(translator):
    make_film(title_kk="")
    make_film(title_kk="")
    make_person(languages=["en", "ru"])
    page = translator.get(reverse("translation_desk", args=["kk"]), {"content_kind": "film"})
    assert [(words, number) for words, number, *_rest in page.context["content_kinds"]] == [
        ("All", 3),
        ("People", 1),
        ("Films", 2),
    ]
    assert len(things(page)) == 2


def test_a_thing_waits_for_its_parts(translator):
    quote = make_quote(make_statement(), languages=["en", "ru", "zh-hans"])
    page = translator.get(reverse("translation_desk", args=["kk"]))
    assert things(page) == [(quote.statement.headline_en, 1, 0)]


def test_nothing_waits_in_its_own_source_language(translator):
    make_film(languages=["kk"], source_language="kk")
    assert things(translator.get(reverse("translation_desk", args=["kk"]))) == []
    assert len(things(translator.get(reverse("translation_desk", args=["en"])))) == 1


def test_progress_counts_entries_of_each_language(translator):
    make_credit(make_film(title_kk=""))
    stale(make_quote(make_statement()), text_en="Other")
    languages = translator.get(reverse("translation_desk")).context["languages"]
    counted = {one.language.code: (one.total, one.missing, one.stale) for one in languages}
    # A film, a statement, a quote and the person of the credit, which itself has no texts.
    assert counted == {"en": (0, 0, 0), "kk": (4, 1, 1), "ru": (4, 0, 1), "zh-hans": (4, 0, 1)}


@pytest.mark.parametrize(("own", "shown"), [("en", "kk"), ("ru", "ru"), ("zh-hans", "zh-hans")])
def test_the_desk_opens_in_the_users_language_unless_that_is_the_source(client, own, shown):
    make_film()
    client.force_login(make_user("translators", language=own))
    assert client.get(reverse("translation_desk")).context["chosen"].language.code == shown


@pytest.mark.parametrize("number", [3, 30])
def test_a_list_costs_the_same_with_three_and_thirty_things(
    translator, number, django_assert_num_queries
):
    for _number in range(number):
        make_statement(["en"])
    with django_assert_num_queries(8):
        translator.get(reverse("translation_desk", args=["kk"]))
