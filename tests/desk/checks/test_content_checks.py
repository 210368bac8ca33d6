"""What a publication would go out without: each check fires where it should, and only there."""

import datetime as dt

import pytest
from checking import addresses, change, checks, kinds, reject
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from factories import (
    make_credit,
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_quote,
    make_statement,
    make_user,
    published,
)
from small_demo import load_small_demo

from composer_site import demo
from composer_site.desk.checks.review import review
from composer_site.desk.checks.subject import subjects
from composer_site.publishing.publish import build, publish
from films.models import Film
from people.models import Organisation, Person
from press.models import PressOffice, Statement

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def test_of_a_whole_thing_nothing_is_missing():
    speaker, picture = published(make_person()), make_picture(rights="own")
    statement = make_statement(picture=picture, people=[speaker])
    make_quote(statement, speaker=speaker, approved_on=dt.date(2019, 5, 1))
    assert checks(statement) == []


# Languages


def test_each_text_that_a_language_lacks_is_named():
    statement = make_statement(headline_ru="", standfirst_en="News", standfirst_kk="Жаңалық")
    assert checks(statement) == [
        (
            "Languages",
            "Headline",
            "A main text: without it, the page does not count as a translation. It is missing in:",
            ["Русский"],
        ),
        ("Languages", "Standfirst", "Missing in:", ["Русский", "简体中文"]),
    ]


def test_a_text_that_the_source_lacks_is_missing_nowhere():
    assert checks(make_statement(standfirst_kk="Жаңалық")) == []


def test_a_gap_of_a_part_in_the_form_leads_to_its_row():
    statement = make_statement()
    make_quote(statement, approved_on=dt.date(2019, 5, 1))
    make_quote(statement, approved_on=dt.date(2019, 5, 1), text_zh_hans="")
    assert addresses(statement) == [change(statement, "id_quotes-1-text_zh_hans")]


def test_a_gap_of_a_part_with_a_list_of_its_own_leads_to_its_own_form():
    film = make_film()
    credit = make_credit(film, published(make_person()), character_en="Composer")
    columns = ["character_kk", "character_ru", "character_zh_hans"]
    assert addresses(film) == [change(credit, f"id_{column}") for column in columns]


def test_a_person_whom_a_language_does_not_name_has_no_translation():
    person = make_person()
    person.names.update(preferred_for=["en", "kk"])
    sentence = (
        "No name is preferred in: Русский, 简体中文. "
        "Without one, the page does not count as a translation."
    )
    assert checks(person) == [("To be settled", "", sentence, ["Fix"])]
    assert addresses(person) == [change(person, "names-group")]


# Pictures


def test_a_picture_lacks_words_language_by_language():
    statement = make_statement(picture=make_picture(name="Set", alt_ru="", credit_kk=""))
    assert checks(statement) == [
        ("Words of pictures", "Picture “Set”, Text alternative", "Missing in:", ["Русский"]),
        ("Words of pictures", "Picture “Set”, Credit", "Missing in:", ["Қазақша"]),
    ]


def test_the_words_of_a_picture_are_mended_in_its_own_form():
    picture = make_picture(alt_ru="")
    assert addresses(make_statement(picture=picture)) == [change(picture, "id_alt_ru")]


def test_a_caption_is_there_in_every_language_or_in_none():
    picture = make_picture(caption_en="The set")
    [(_kind, _where, _sentence, languages)] = checks(make_statement(picture=picture))
    assert languages == ["Қазақша", "Русский", "简体中文"]


@pytest.mark.parametrize(
    ("days", "sentence"),
    [
        (-1, "Its licence ends before the publication"),
        (0, "Its licence ends before the publication"),
        (30, "Its licence ends within 30 days after the publication"),
    ],
)
def test_a_licence_that_ends_soon_is_said(days, sentence):
    start = timezone.now() + 100 * DAY
    statement = make_statement(picture=make_picture(usable_until=start + days * DAY))
    [(kind, _where, said, _links)] = checks(statement, at=start)
    assert kind == "Rights to pictures"
    assert said.startswith(sentence)


@pytest.mark.parametrize("days", [31, 1000])
def test_a_licence_that_ends_later_is_not(days):
    start = timezone.now() + 100 * DAY
    statement = make_statement(picture=make_picture(usable_until=start + days * DAY))
    assert checks(statement, at=start) == []


@pytest.mark.parametrize(
    ("rights", "found"),
    [("licensed", {"Rights to pictures"}), ("press", set()), ("own", set())],
)
def test_a_picture_that_the_press_may_not_print_is_said(rights, found):
    assert kinds(make_statement(picture=make_picture(rights=rights))) == found


# Quotes


def test_a_quote_that_its_speaker_has_not_approved():
    statement = make_statement()
    make_quote(statement)
    said = ("To be settled", "Quote 1", "Its speaker has not approved it.", ["Fix"])
    assert checks(statement) == [said]
    assert addresses(statement) == [change(statement, "id_quotes-0-approved_on")]


# What is named without a link


def test_who_has_no_public_page_is_named_with_a_link_to_the_form():
    there, missing = published(make_person("Xian Xinghai")), make_person("Hu Jun")
    statement = make_statement(people=[there, missing])
    sentence = "Without a public page at that time, so the names are plain text:"
    assert checks(statement) == [("Named without a link", "", sentence, ["Hu Jun"])]
    assert addresses(statement) == [change(missing, "").removesuffix("#")]


def test_films_and_organisations_without_a_page_are_named_too():
    film, organisation = make_film(title_en="The Composer"), make_organisation(name_en="Studio")
    statement = make_statement(films=[film])
    statement.issuers.add(organisation)
    [(_kind, _where, _sentence, names)] = checks(statement)
    assert set(names) == {"The Composer", "Studio"}


def test_a_page_that_starts_before_the_publication_is_there_then():
    person, start = make_person(), timezone.now() + 2 * DAY
    publish(person, by=None, at=start - DAY)
    statement = make_statement(people=[person])
    assert checks(statement, at=start) == []
    assert kinds(statement) == {"Named without a link"}


def test_what_is_published_together_is_there_together():
    film, other = make_film(), make_film()
    proposed = {film: build(film), other: build(other)}
    assert [review(subject) for subject in subjects(proposed, timezone.now())] == [[], []]


# The page


def page(thing):
    name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_checks"
    return reverse(name, args=[thing.pk])


@pytest.mark.parametrize(
    ("group", "status"),
    [("publishers", 200), ("editors", 200), ("translators", 200), (None, 403)],
)
def test_the_checks_are_for_all_who_may_see_the_thing(client, group, status):
    client.force_login(make_user(group))
    assert client.get(page(make_statement())).status_code == status


def test_the_page_of_a_broken_thing_says_what_is_broken(client):
    client.force_login(make_user("editors"))
    statement = make_statement()
    Statement.objects.update(headline_en="")
    assert "#id_headline_en" in client.get(page(statement)).text


@pytest.mark.parametrize("count", [3, 30])
def test_the_checks_cost_the_same_with_many_parts(count):
    film = make_film(poster=make_picture(), hero=make_picture())
    for _ in range(count):
        make_credit(film, character_en="X")
        reject("Sinn Sing Hol")
    film = Film.objects.get(pk=film.pk)
    documents = build(film)
    with CaptureQueriesContext(connection) as captured:
        found = review(next(subjects({film: documents}, timezone.now())))
    assert len(found[0].checks) == count
    # Pictures; public pages; people without one; rejected forms and the names of their people.
    assert len(captured) == 5


# The demonstration

# Quotes of a television report, which nobody approved; people of whom nothing but a credit is known.
KNOWN_TO_BE_MISSING = {"To be settled", "Named without a link"}


@pytest.fixture
def checks_of_the_demo(tmp_path):
    load_small_demo(tmp_path)
    content_kinds = (Film, Person, Organisation, Statement, PressOffice)
    return [
        (thing, check)
        for content_kind in content_kinds
        for thing in content_kind.objects.all()
        for check in checks(thing)
    ]


def test_the_demonstration_has_only_what_is_known_to_be_missing(checks_of_the_demo):
    others = [check for _thing, check in checks_of_the_demo if check[0] not in KNOWN_TO_BE_MISSING]
    assert others == []
    named = {
        name for _thing, check in checks_of_the_demo if "link" in check[0] for name in check[3]
    }
    assert named == {str(person) for person in Person.objects.filter(slug__in=demo.NAMED_ONLY)}
    settled = {(type(t), c[2]) for t, c in checks_of_the_demo if c[0] == "To be settled"}
    assert settled == {(Statement, "Its speaker has not approved it.")}
