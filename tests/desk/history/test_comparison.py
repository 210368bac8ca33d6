import datetime as dt

import pytest
from factories import (
    in_all,
    make_contact,
    make_credit,
    make_film,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_release,
    make_screening,
    make_statement,
)

from composer_site.desk.history.comparison import changes, compare
from composer_site.desk.text_diff import marked, marked_line, pieces
from composer_site.publishing.publish import build
from composer_site.values.languages import LANGUAGES

pytestmark = pytest.mark.django_db


def after(thing, act):
    """(what `act` changes in every language, what it changes in each language alone)."""
    old = build(type(thing).objects.get(pk=thing.pk))
    act(thing)
    comparison = compare(thing.content_kind, old, build(type(thing).objects.get(pk=thing.pk)))
    shared = {change.label: change.html for change in comparison.shared}
    each = {
        part.language.code: {change.label: change.html for change in part.changes}
        for part in comparison.languages
    }
    return shared, {code: labels for code, labels in each.items() if labels}


def change(**columns):
    def act(thing):
        for name, value in columns.items():
            setattr(thing, name, value)
        thing.save()

    return act


@pytest.mark.parametrize(
    ("old", "new", "html"),
    [
        ("on 17 May", "on 18 May", "on <del>17</del><ins>18</ins> May"),
        ("a b", "a b c", "a b<ins> c</ins>"),
        ("哈萨克音乐家", "哈萨克作曲家", "哈萨克<del>音乐</del><ins>作曲</ins>家"),
        ("құрметті", "құрметті достар", "құрметті<ins> достар</ins>"),
        ("“Amangeldy”", "«Amangeldy»", "<del>“</del><ins>«</ins>Amangeldy<del>”</del><ins>»</ins>"),
        ("", "new", "<ins>new</ins>"),
        ("old", "", "<del>old</del>"),
        ("<b>", "<i>", "&lt;<del>b</del><ins>i</ins>&gt;"),
    ],
)
def test_words_are_marked_and_chinese_by_character(old, new, html):
    assert marked_line(old, new) == html


def test_texts_that_share_next_to_nothing_stand_one_after_the_other():
    assert list(pieces("One quite different", "And now for another")) == [
        ("del", "One quite different"),
        ("", " "),
        ("ins", "And now for another"),
    ]


def test_paragraphs_that_stay_are_left_out():
    assert (
        marked("a\n\nb\n\nc", "a\n\nx\n\nc") == "<p>…</p><p><del>b</del> <ins>x</ins></p><p>…</p>"
    )


def test_ten_thousand_words_are_compared_at_once():
    old, new = "слово " * 10_000, "другое " * 10_000
    assert marked(old, new).count("<del>") == 1


def test_nothing_differs_from_itself():
    assert not compare("film", *[build(make_film())] * 2)


def test_a_text_changes_in_its_own_language_only():
    film = make_film()
    shared, each = after(film, change(title_kk="Композитор (kk)"))
    assert (shared, list(each)) == ({}, ["kk"])
    assert list(each["kk"]) == ["Title"]


def test_a_text_that_stands_in_is_no_change_of_the_other_language():
    film = make_film(languages=["en"])
    shared, each = after(film, change(title_en="Another title"))
    assert (shared, list(each)) == ({}, ["en"])


def test_a_first_translation_is_wholly_new():
    film = make_film(languages=["en"])
    _shared, each = after(film, change(title_ru="Композитор"))
    assert each == {"ru": {"Title": "<p><ins>Композитор</ins></p>"}}


def test_facts_are_said_in_words_once_for_all_languages():
    film = make_film(year=2018, countries=["KZ"], status="shooting")
    shared, each = after(film, change(year=2019, countries=["KZ", "CN"], status="released"))
    assert shared == {
        "Production status": "<p><del>shooting</del> <ins>released</ins></p>",
        "Year": "<p><del>2018</del> <ins>2019</ins></p>",
        "Countries": "<p>Kazakhstan<ins>, China</ins></p>",
    }
    assert each == {}


def test_what_the_site_keeps_for_itself_is_no_change():
    """The kind once more, for the filters of the press room."""
    shared, _each = after(make_statement(kind="press-release"), change(kind="announcement"))
    assert list(shared) == ["Kind"]


def test_uncertain_dates_are_said_in_words():
    person = make_person(born="1905~")
    shared, _each = after(person, change(born="1905-06-13"))
    assert shared == {"Born": "<p><del>about</del><ins>13 June</ins> 1905</p>"}


def test_a_picture_is_shown_before_and_after():
    film = make_film(poster=make_picture())
    shared, _each = after(film, change(poster=make_picture()))
    assert shared["Poster"].count("<img ") == 2
    assert 'alt="before"' in shared["Poster"]


def test_another_text_alternative_is_a_change_of_its_language():
    picture = make_picture()
    film = make_film(poster=picture)
    _shared, each = after(film, lambda _film: change(alt_ru="Иначе")(picture))
    assert list(each) == ["ru"]
    assert list(each["ru"]) == ["Text alternative"]


def test_credits_are_added_removed_and_moved_by_item():
    film = make_film()
    credits = [make_credit(film, make_person(name)) for name in ("A", "B", "C", "E")]
    for position, credit in enumerate(credits):
        change(position=position)(credit)
    first, second = credits[:2]

    def act(film):
        second.delete()
        change(position=9)(first)
        new = make_credit(film, make_person("D"))
        change(position=10)(new)

    shared, _each = after(film, act)
    assert shared["Credits"] == (
        "<ul><li><b>Moved:</b> Cast · Actor · A</li>"
        "<li><b>Added:</b> <ins>Cast · Actor · D</ins></li>"
        "<li><b>Removed:</b> <del>Cast · Actor · B</del></li></ul>"
    )


def test_a_change_within_a_credit_is_marked_in_it():
    film = make_film()
    credit = make_credit(film, make_person("Hu Jun"))
    shared, _each = after(film, lambda _film: change(credited_as="Jun Hu")(credit))
    assert shared["Credits"] == (
        "<ul><li><b>Changed:</b> Cast · Actor · Hu Jun<ins> · Jun Hu</ins></li></ul>"
    )


def test_releases_are_said_with_country_and_date():
    film = make_film()
    shared, _each = after(film, make_release)
    assert "China · cinemas · 17 May 2019" in shared["Releases"]


def test_the_hour_of_a_screening_is_said_on_the_clock_of_whoever_reads():
    """A time is a date of Django's too."""
    hours = [dt.datetime(2019, 4, 13, hour, tzinfo=dt.UTC) for hour in (10, 11)]
    screening = make_screening(make_film(), starts_at=hours[0])

    def later(film):
        film.screenings.update(starts_at=hours[1])

    _shared, each = after(screening.film, later)
    said = each["en"]["Screenings and awards"]
    assert "13 April 2019, <del>16</del><ins>17</ins>:00 (Almaty, UTC+6)" in said


def test_quotes_are_compared_apart_from_the_text_they_stand_in():
    statement = make_statement(body_en="<p>One</p><p>[quote 1]</p><p>Two</p>")
    quote = make_quote(statement, text_en="He never forgot Almaty.")
    _shared, each = after(statement, lambda _s: change(text_en="He always loved Almaty.")(quote))
    assert list(each) == ["en"]
    assert "He <del>never</del><ins>always</ins> <del>forgot</del>" in each["en"]["Quotes"]


def test_a_quote_that_moves_in_the_text_changes_the_text():
    statement = make_statement(body_en="<p>One</p><p>[quote 1]</p><p>Two</p>")
    make_quote(statement)
    moved = "<p>One</p><p>Two</p><p>[quote 1]</p>"
    _shared, each = after(statement, change(body_en=moved))
    assert list(each["en"]) == ["Text"]
    assert "<ins>" in each["en"]["Text"]


def test_where_a_link_leads_is_part_of_the_text():
    link = '<p><a href="https://example.com/{}">See</a></p>'
    statement = make_statement(body_en=link.format("a"))
    _shared, each = after(statement, change(body_en=link.format("b")))
    assert each["en"]["Text"] == "<p>See [https://example.com/<del>a</del><ins>b</ins>]</p>"


def test_formatting_alone_is_said_to_be_formatting():
    statement = make_statement(body_en="<p>News</p>")
    _shared, each = after(statement, change(body_en="<p><strong>News</strong></p>"))
    assert each == {"en": {"Text": "<p>Only its formatting changed.</p>"}}


def test_relations_are_compared_by_name():
    statement, film = make_statement(), make_film(**in_all("title", "The Composer", ["en"]))
    _shared, each = after(statement, lambda s: s.films.add(film))
    assert each["en"]["Films it is about"].count("The Composer (en)") == 1


def test_contacts_of_a_statement_are_named_though_it_holds_only_their_uids():
    contact = make_contact(make_press_office(), name_en="Aigul")
    shared, _each = after(make_statement(), lambda s: s.contacts.add(contact))
    assert "Aigul" in shared["Contacts"]


def test_contacts_and_notice_of_the_press_office_are_compared():
    office = make_press_office()
    contact = make_contact(office)

    def act(office):
        change(notice_en="Closed on Monday")(office)
        change(telephone="+7 727 000 00 00")(contact)

    _shared, each = after(office, act)
    assert set(each["en"]) == {"Notice", "Contacts"}


def test_names_are_compared_and_ticks_are_said_by_their_label():
    person = make_person("Xian Xinghai")
    name = person.names.get()
    shared, _each = after(person, lambda _p: change(family="Xian", family_first=True)(name))
    assert "<ins> · Xian · family name first</ins>" in shared["Names"]


def test_what_staff_typed_is_never_markup():
    film = make_film(title_en="x")
    _shared, each = after(film, change(title_en="<script>alert(1)</script>"))
    assert "<script" not in each["en"]["Title"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_an_older_document_all_of_it_is_new(code):
    film = make_film()
    found = changes("film", code, None, build(film)[code])
    assert [change.label for change in found] == ["Title", "Synopsis", "Production status"]


def test_of_a_very_long_text_only_what_lies_between_the_same_is_marked():
    same = "a\n" * 3000
    assert marked(f"{same}b\n{same}", f"{same}c\n{same}") == (
        "<p>…</p><p><del>b</del> <ins>c</ins></p><p>…</p>"
    )
