"""Writing in the admin: lists, forms in four languages, and what is refused."""

import datetime as dt
import re

import pytest
from factories import (
    in_all,
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
    published,
)
from forms_of_the_admin import add_address, address, errors, fields_of, open_form, save, save_well

from composer_site.publishing.publish import withdraw
from films.models import Credit, Film
from people.models import Person, PersonName
from press.models import PressOffice, Statement

pytestmark = pytest.mark.django_db
SOURCE = "Fill this in: it is the source language, which the others translate."


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


def add(client, model, **fields):
    blank = fields_of(client.get(add_address(model)), model)
    return client.post(add_address(model), blank | fields)


# Lists


def full_film():
    film = published(make_film(poster=make_picture()))
    make_credit(film)


def full_statement():
    statement = make_statement(picture=make_picture(), films=[make_film()], people=[make_person()])
    make_quote(statement)
    published(statement)


LISTS = {
    Film: (full_film, 8),
    Credit: (lambda: make_credit(make_film()), 12),
    Person: (lambda: make_person(portrait=make_picture()), 11),
    Statement: (full_statement, 11),
}


@pytest.mark.parametrize("model", LISTS)
def test_a_list_costs_the_same_with_three_and_thirty_rows(editor, model, django_assert_num_queries):
    make, queries = LISTS[model]
    for total in (3, 30):
        while model.objects.count() < total:
            make()
        with django_assert_num_queries(queries):
            editor.get(add_address(model, "changelist"))


def row_of(client, thing):
    text = client.get(add_address(thing, "changelist")).text
    return next(
        row for row in re.findall(r"<tr>.*?</tr>", text, re.DOTALL) if f"/{thing.pk}/" in row
    )


def marks(row):
    return re.findall(r'class="mark mark-([a-z]+)"', row)


def test_a_list_says_where_each_row_stands(editor):
    ahead = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
    changed, gone = published(make_statement()), published(make_statement())
    changed.save()
    withdraw(gone, by=None, reason={"en": "Wrong"})
    expected = {
        make_statement(): ["never"],
        published(make_statement()): ["live"],
        changed: ["live", "changed"],
        gone: ["withdrawn"],
        published(make_statement(), at=ahead): ["scheduled"],
    }
    assert {row: marks(row_of(editor, row)) for row in expected} == expected


def test_a_list_says_which_languages_are_whole(editor):
    row = row_of(editor, make_statement(languages=["en"], headline_kk="Тек тақырып"))
    found = re.findall(r'class="language-mark (\w+)" lang="([\w-]+)"', row)
    assert found == [("complete", "en"), ("begun", "kk"), ("missing", "ru"), ("missing", "zh-Hans")]


@pytest.mark.parametrize(
    "words", ["Сянь", "сянь", "синхай сянь", "СИНХАЙ", "冼星", "xinghai", "xian-x"]
)
def test_people_are_found_by_any_of_their_names_in_any_case(editor, words):
    person = make_person("Xian Xinghai", slug="xian-xinghai")
    for value, tag in (("Сянь Синхай", "ru"), ("冼星海", "zh-Hans")):
        PersonName.objects.create(person=person, value=value, tag=tag)
    make_person("Somebody Else")
    page = editor.get(add_address(Person, "changelist"), {"q": words})
    assert [row.pk for row in page.context["cl"].result_list] == [person.pk]


@pytest.mark.parametrize(("words", "found"), [('"', 1), ("'", 1), ("%", 0), ("\\", 0), ("\x00", 1)])
def test_what_is_no_word_narrows_nothing_or_is_looked_for_as_it_is(editor, words, found):
    make_person("Somebody")
    page = editor.get(add_address(Person, "changelist"), {"q": words})
    assert page.context["cl"].result_count == found


def test_a_search_longer_than_any_name_is_answered(editor):
    page = editor.get(add_address(Person, "changelist"), {"q": "x" * 5000})
    assert page.status_code == 200


# Forms in four languages


def test_every_input_of_a_language_says_which(editor):
    text = editor.get(address(make_statement())).text
    inputs = re.findall(r"<(?:input|textarea)[^>]*name=\"\w+_(?:en|kk|ru|zh_hans)\"[^>]*>", text)
    by_name = {
        re.search(r'name="\w+?_(en|kk|ru|zh_hans)"', one)[1]: re.search(r'lang="([\w-]+)"', one)[1]
        for one in inputs
    }
    assert by_name == {"en": "en", "kk": "kk", "ru": "ru", "zh_hans": "zh-Hans"}


def test_the_groups_say_how_many_texts_are_filled(editor):
    text = editor.get(address(make_statement(languages=["en"], headline_kk="Тақырып"))).text
    counts = re.findall(r'lang="([\w-]+)">[^<]+</span> <span class="filled"[^>]*>(\d/\d)<', text)
    assert counts == [("en", "2/5"), ("kk", "1/5"), ("ru", "0/5"), ("zh-Hans", "0/5")]


def test_a_new_film_needs_its_source_texts_only(editor):
    response = add(
        editor, Film, slug="first", source_language="kk", title_kk="Ән", synopsis_kk="Оқиға"
    )
    assert response.status_code == 302, errors(response)
    assert str(Film.objects.get()) == "Ән"


def test_a_missing_source_text_is_asked_for_at_its_field_and_nothing_is_lost(editor):
    response = add(editor, Film, slug="first", source_language="kk", title_kk="Ән", title_en="Song")
    assert errors(response) == {"synopsis_kk": [SOURCE]}
    assert fields_of(response, Film)["title_en"] == ["Song"]


@pytest.mark.parametrize(
    ("model", "fields", "field"),
    [
        (Film, {"slug": "feed"}, "slug"),
        (Film, {"slug": "Фильм"}, "slug"),
        (Film, {"slug": "taken"}, "slug"),
        (Film, {"slug": "once-public"}, "slug"),
        (Film, {"year": "1700"}, "year"),
        (Film, {"running_time": "-5"}, "running_time"),
        (Film, {"imdb": "tt12"}, "imdb"),
        (Film, {"eidr": "10.5240/7791-8534-2C23-9030-8610-A"}, "eidr"),
        (Film, {"isan": "0000-0000-0000-0000-X"}, "isan"),
        (Film, {"countries": ["XX"]}, "countries"),
        (Film, {"poster": "999999"}, "poster"),
        (Person, {"born": "31 June"}, "born"),
        (Person, {"born": "1945", "died": "1905"}, "died"),
        (Person, {"wikidata": "X1"}, "wikidata"),
        (Statement, {"date": "2019-02-30"}, "date"),
        (Statement, {"date": ""}, "date"),
        (Statement, {"kind": "rumour"}, "kind"),
    ],
)
def test_bad_input_gets_one_sentence_at_its_field(editor, model, fields, field):
    old = published(make_film(slug="once-public"))
    old.slug = "moved-on"
    old.save()
    make_film(slug="taken")
    texts = in_all("title", "T") | in_all("synopsis", "S") | in_all("biography", "<p>B</p>")
    texts |= in_all("headline", "H") | in_all("body", "<p>B</p>") | {"date": "2019-05-17"}
    before = model.objects.count()
    response = add(editor, model, **{"slug": "first", **texts} | fields)
    assert {name: len(said) for name, said in errors(response).items()} == {field: 1}
    assert model.objects.count() == before


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"quotes-0-text_en": "Words"}, "A quote needs its speaker"),
        ({"quotes-0-speaker_described_en": "A daughter"}, SOURCE),
    ],
)
def test_a_quote_without_speaker_or_words_is_refused_in_its_row(editor, fields, sentence):
    statement = make_statement()
    row = {"quotes-TOTAL_FORMS": "1", "quotes-0-wording": "verbatim"}
    response = save(editor, statement, open_form(editor, statement) | row | fields)
    assert response.status_code == 200
    (said,) = errors(response)["quotes"]
    assert sum(map(len, said.values())) == 1
    assert sentence in str(said)
    kept = fields_of(response, statement)
    assert {name: kept[name] for name in fields} == {name: [fields[name]] for name in fields}


def test_a_credit_names_a_person_or_an_organisation(editor):
    film, person, house = make_film(), make_person(), make_organisation()
    fields = {"film": film.pk, "department": "cast", "role": "actor"}
    for holders in ({}, {"person": person.pk, "organisation": house.pk}):
        response = add(editor, Credit, **fields | holders)
        assert errors(response) == {
            "__all__": ["A credit names a person or an organisation: choose one."]
        }
    assert add(editor, Credit, **fields, person=person.pk).status_code == 302


def test_rich_text_is_stored_clean(editor):
    film = make_film()
    dirty = '<p onclick="x()">A<script>alert(1)</script> <a href="javascript:x()">b</a></p>'
    save_well(editor, film, open_form(editor, film) | {"directors_statement_en": dirty})
    film.refresh_from_db()
    assert film.directors_statement_en == "<p>A b</p>"


def test_parts_keep_the_order_given_by_hand(editor):
    film = make_film()
    for place, territory in enumerate(("CN", "KZ", "RU"), 1):
        make_release(film, territory=territory, position=place)
    order = {"releases-0-position": "3", "releases-1-position": "1", "releases-2-position": "2"}
    save_well(editor, film, open_form(editor, film) | order)
    assert list(film.releases.values_list("territory", flat=True)) == ["KZ", "RU", "CN"]


def test_rich_text_media_carry_the_nonce_of_the_answer(editor):
    response = editor.get(address(make_film()))
    (nonce,) = re.findall(r'<script type="importmap" nonce="([^"]+)">', response.text)
    assert f"'nonce-{nonce}'" in response["Content-Security-Policy"]


# The press office


def test_the_list_of_the_press_office_is_its_form(editor):
    office = make_press_office()
    response = editor.get(add_address(PressOffice, "changelist"))
    assert response["Location"] == address(office)


def test_the_first_press_office_can_be_added(editor):
    texts = in_all("name", "N") | in_all("about", "<p>A</p>")
    assert add(editor, PressOffice, slug="press-office", **texts).status_code == 302


def test_a_contact_without_a_way_to_reach_it_is_refused(editor):
    office = make_press_office()
    make_contact(office)
    response = save(editor, office, open_form(editor, office) | {"contacts-0-email": ""})
    assert "Give an e-mail address or a telephone number." in str(errors(response)["contacts"])


def test_the_line_ends_of_a_browser_change_no_text(editor):
    film = make_film(synopsis_en="One.\n\nTwo.")
    save_well(editor, film, open_form(editor, film) | {"synopsis_en": ["One.\r\n\r\nTwo."]})
    film.refresh_from_db()
    assert film.synopsis_en == "One.\n\nTwo."
