"""The first page of the admin says what there is to do, to each member of staff what is theirs."""

import datetime as dt
import re
from html import unescape

import pytest
import time_machine
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from factories import (
    make_contact,
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_statement,
    make_superuser,
    make_user,
    published,
)

from composer_site.desk.dashboard.first_page import Desk
from composer_site.desk.lists.publication_status import PublicationStatus
from composer_site.desk.log import changed, record
from composer_site.desk.naming import named_things
from composer_site.publishing.publish import withdraw
from composer_site.values.languages import LANGUAGES
from films.models import Film
from people.models import Person, PersonName
from press.models import Statement

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2030, 5, 17, 12, tzinfo=dt.UTC)
AHEAD = NOW + dt.timedelta(hours=30)
INDEX = "/admin/"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def sign_in(client, user):
    client.force_login(user)
    return user


@pytest.fixture
def publisher(client):
    return sign_in(client, make_user("publishers"))


def board(client) -> Desk:
    return client.get(INDEX).context["desk"]


def text_of(client):
    return unescape(re.sub(r"\s+", " ", client.get(INDEX).text))


def make_everything(count):
    """`count` of each kind in each state, with a log of it."""
    user = make_user("editors")
    for _ in range(count):
        film = make_film(poster=make_picture())
        make_credit(film, make_person(portrait=make_picture(alt_ru="")))
        make_quote(make_statement(languages=["en"]))
        published(make_organisation(), at=AHEAD)
        changed = published(make_statement(films=[film]))
        changed.save()
        rows = [film, changed]
        LogEntry.objects.log_actions(user.pk, rows, CHANGE, [{"changed": {"fields": ["Headline"]}}])
    make_contact(make_press_office())


@pytest.mark.parametrize("count", [3, 30])
def test_it_asks_as_many_queries_however_much_there_is(
    client, publisher, count, django_assert_num_queries
):
    make_everything(count)
    with django_assert_num_queries(13):
        client.get(INDEX)


# What there is


def test_it_counts_each_kind_in_each_state_and_each_number_leads_to_its_list(client, publisher):
    make_everything(3)
    withdraw(published(make_film()), by=None, reason={"en": "Wrong"})
    for admin in board(client).things[:-1]:  # the list of the one press office is its form
        for state in PublicationStatus:
            number, url = board(client).number(admin.model, state)
            if number:
                assert client.get(url, follow=True).context["cl"].result_count == number
    found = {s: board(client).number(Statement, s)[0] for s in PublicationStatus}
    assert found == {"live": 3, "scheduled": 0, "changed": 3, "never": 3, "withdrawn": 0}


def test_what_is_scheduled_is_said_with_its_countdown_and_three_clocks(client, publisher):
    film = published(make_film(title_en="The Composer"), at=AHEAD)
    (coming,) = board(client).coming()
    assert (coming["name"], coming["away"]) == ("The Composer", "in 30 hours")
    assert [words.partition(", ")[2] for words in coming["clocks"]] == [
        "23:00 (Almaty, UTC+5)",
        "02:00 (Beijing, UTC+8)",
        "18:00 (UTC)",
    ]
    assert coming["url"] == reverse("admin:films_film_editions", args=[film.pk])


def test_a_withdrawal_ahead_is_called_one(client, publisher):
    withdraw(published(make_film()), by=None, reason={"en": "Over"}, at=AHEAD)
    assert [coming["withdraws"] for coming in board(client).coming()] == [True]


def test_the_earliest_come_first_and_eight_at_most(client, publisher):
    for hours in range(12, 1, -1):
        published(make_film(), at=NOW + dt.timedelta(hours=hours))
    assert [one["edition"].starts_at.hour for one in board(client).coming()] == list(range(14, 22))
    assert [number for _opts, number, _url in board(client).all_scheduled()] == [11]


def test_what_waits_is_listed_with_what_was_saved_last_first(client, publisher, clock):
    films = [published(make_film()) for _ in range(10)]
    for film in films:
        clock.shift(60)
        film.save()
    names = [one["name"] for one in board(client).changed()]
    assert names == [film.title_en for film in reversed(films[2:])]


def test_what_was_never_published_waits_and_what_is_scheduled_does_not(client, publisher):
    make_film(title_en="Draft")
    published(make_film(title_en="Soon"), at=AHEAD)
    assert [one["name"] for one in board(client).never()] == ["Draft"]


def test_changes_are_said_in_the_language_of_the_reader(client):
    sign_in(client, make_user("publishers", language="ru"))
    film = make_film(title_ru="Композитор")
    who = make_user("editors", first_name="Айгүл", last_name="Серікова")
    record(who, [film], [changed(film, ["title_kk"])])
    with translation.override("ru"):
        (entry,) = board(client).lately()
    assert (entry["who"], entry["name"], entry["said"]) == (
        "Айгүл Серікова",
        "Композитор",
        "Изменено: Название (Қазақша).",
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_database_calls_things_as_they_call_themselves(client, publisher, code):
    person = make_person("Xian Xinghai")
    for value, extra in (
        ("Sinn Sing Hol", {"kind": "rejected"}),
        ("Сянь Синхай", {"preferred_for": ["ru", "kk"]}),
        ("冼星海", {"kind": "credit", "preferred_for": ["zh-hans"]}),
    ):
        PersonName.objects.create(person=person, value=value, tag="en", **extra)
    make_film(title_kk="", source_language="ru")
    Person.objects.create(slug="nameless"), make_organisation(), make_statement()
    make_press_office(name_zh_hans="")
    type(publisher).objects.update(language=code)
    desk = board(client)
    everything = {admin.model.content_kind: admin.model.objects.all() for admin in desk.things}
    found = named_things(desk.things, LANGUAGES[code], dict.fromkeys(everything, Q()))
    with translation.override(code):
        expected = {
            (content_kind, row.pk): str(row)
            for content_kind, rows in everything.items()
            for row in rows
        }
    assert {(row.content_kind, row.pk): row.name for row in found} == expected


# Languages and pictures


def gaps(client, code):
    """{(words, model): (how many, what their list shows)}"""
    (gaps,) = (gaps for one, gaps in board(client).languages if one.language.code == code)
    return {
        (str(words), opts.model_name): (number, client.get(url).context["cl"].result_count)
        for words, lists in gaps
        for opts, number, url in lists
    }


def test_it_says_what_a_language_lacks_and_the_lists_show_as_many(client, publisher):
    make_statement(languages=["en", "ru"])
    make_quote(make_statement(), languages=["en"])
    stale = make_film()
    stale.title_en = "A new title"
    stale.save()
    make_picture(alt_kk="")
    assert gaps(client, "kk") == {
        ("Missing texts", "statement"): (2, 2),
        ("Missing texts", "picture"): (1, 1),
        ("Outdated texts", "film"): (1, 1),
    }
    assert gaps(client, "ru") == {
        ("Missing texts", "statement"): (1, 1),
        ("Outdated texts", "film"): (1, 1),
    }


def test_a_language_is_as_far_as_the_translation_desk_says(client, publisher):
    make_quote(make_statement(languages=["en", "ru"]), languages=["en"])
    make_film(title_kk="", source_language="ru"), make_statement(), make_picture(alt_kk="")
    stale = make_film()
    stale.title_en = "A new title"
    stale.save()
    first_page, desk = (client.get(reverse(name)) for name in ("admin:index", "translation_desk"))
    said = [one for one in desk.context["languages"] if one.total]
    assert [one for one, _gaps in first_page.context["desk"].languages] == said
    assert len(said) == 4
    assert sentences(first_page) == sentences(desk)


def sentences(page):
    """“5 of 7 entries are up to date, 1 outdated, 1 with gaps” of each language."""
    return [words.strip() for words in re.findall(r"\d+ of \d+ entr[^<]+", page.text)]


def test_pictures_without_words_are_shown_with_what_each_language_lacks(client, publisher):
    make_picture()
    bare = make_picture(alt_kk="", credit_kk="", credit_zh_hans="", name="Bare")
    ((_template, section),) = board(client).sections()
    assert [one.picture for one in section.few()] == [bare]
    lists = {one.code: (n, client.get(url)) for one, n, url in section.by_language()}
    assert {code: n for code, (n, _page) in lists.items()} == {"kk": 1, "zh-hans": 1}
    assert [page.context["cl"].result_count for _n, page in lists.values()] == [1, 1]


# Rights


def grant(user, *codenames):
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))


def test_staff_without_a_group_see_a_friendly_page_and_nothing_else(client):
    sign_in(client, make_user())
    make_everything(1)
    text = text_of(client)
    assert "You belong to no group yet" in text
    assert not re.search(r"Film \d|Statement \d|Person \d|Picture \d", text)
    assert not re.search(r'href="/admin/(films|people|press|library|publishing)/', text)


def test_who_may_see_one_kind_sees_nothing_of_the_others(client):
    user = sign_in(client, make_user())
    grant(user, "view_film", "view_edition")
    make_everything(2)
    published(make_film(title_en="Seen"), at=AHEAD)
    text = text_of(client)
    assert "Seen" in text
    assert not re.search(r"Statement \d|Person \d|Organisation \d|Picture \d", text)
    assert {entry["content_kind"] for entry in board(client).lately()} == {"film"}


def test_what_is_scheduled_is_for_those_who_may_see_editions(client):
    user = sign_in(client, make_user())
    published(make_film(title_en="Secret moment"), at=AHEAD)
    grant(user, "view_film")
    assert "Secret moment" not in text_of(client)
    grant(user, "view_film", "view_edition")
    assert "Secret moment" in text_of(client)


@pytest.mark.parametrize(
    ("group", "writes", "may_publish"),
    [("translators", False, False), ("editors", True, False), ("publishers", True, True)],
)
def test_it_offers_what_each_group_may_do(client, group, writes, may_publish):
    sign_in(client, make_user(group))
    film = make_film()
    text = text_of(client)
    assert (f'href="{reverse("admin:films_film_add")}"' in text) is writes
    assert (f'href="{reverse("admin:films_film_publish", args=[film.pk])}"' in text) is may_publish


@pytest.mark.parametrize(("group", "sees"), [(None, False), ("publishers", True)])
def test_the_site_ahead_is_offered_to_those_who_may_see_it(client, group, sees):
    user = sign_in(client, make_user(group))
    assert user.has_perm("publishing.see_ahead") is sees
    assert (reverse("site_ahead") in text_of(client)) is sees


def test_the_lists_of_every_model_stay_within_reach(client):
    sign_in(client, make_superuser())
    text = text_of(client)
    for name in ("films_credit", "library_picture", "publishing_edition", "auth_group"):
        assert f'href="{reverse(f"admin:{name}_changelist")}"' in text


def test_an_empty_site_says_so_kindly(client, publisher):
    text = text_of(client)
    for sentence in ("Nothing is scheduled.", "Nobody has saved anything yet."):
        assert sentence in text
    assert Film.objects.count() == 0
