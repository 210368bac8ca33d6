"""Two editors of one page lose nothing: the second sees what the first changed, then saves."""

import pytest
from django.test import Client
from factories import (
    make_credit,
    make_film,
    make_person,
    make_picture,
    make_press_office,
    make_quote,
    make_release,
    make_statement,
    make_user,
)
from forms_of_the_admin import fields_of, open_form, save, save_well

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """Two editors at work, each in a browser of their own."""
    first, second = Client(), Client()
    for browser, name in ((first, "Aigul"), (second, "Bolat")):
        browser.force_login(make_user("editors", first_name=name, last_name="Editor"))
    return first, second


def refused(response):
    assert response.status_code == 200
    (error,) = response.context["adminform"].form.non_field_errors()
    return error


def test_second_save_is_refused_and_says_what_changed(two):
    aigul, bolat = two
    film = make_film(title_en="Old")
    theirs, mine = (open_form(browser, film) for browser in two)
    save_well(aigul, film, theirs | {"title_en": "New"})
    error = refused(save(bolat, film, mine | {"tagline_en": "Mine"}))
    film.refresh_from_db()
    assert "<del>Old</del> <ins>New</ins>" in error
    assert 'Title (<span lang="en">English</span>)' in error
    assert "editors-" in error
    assert (film.title_en, film.tagline_en) == ("New", "")


def test_second_save_goes_through_and_loses_nothing(two):
    aigul, bolat = two
    film = make_film(title_en="Old", year=2018)
    theirs, mine = (open_form(browser, film) for browser in two)
    save_well(aigul, film, theirs | {"title_en": "New", "year": "2019"})
    response = save(bolat, film, mine | {"tagline_en": "Mine"})
    save_well(bolat, film, fields_of(response, film))
    film.refresh_from_db()
    assert (film.title_en, film.year, film.tagline_en) == ("New", 2019, "Mine")


def test_own_text_is_kept_where_both_wrote(two):
    aigul, bolat = two
    film = make_film(title_en="Old")
    theirs, mine = (open_form(browser, film) for browser in two)
    save_well(aigul, film, theirs | {"title_en": "Theirs"})
    response = save(bolat, film, mine | {"title_en": "Mine"})
    assert "<del>Old</del> <ins>Theirs</ins>" in refused(response)
    assert fields_of(response, film)["title_en"] == ["Mine"]


def test_many_related_rows_are_merged(two):
    aigul, bolat = two
    films, statement = [make_film(), make_film()], make_statement()
    theirs, mine = (open_form(browser, statement) for browser in two)
    save_well(aigul, statement, theirs | {"films": [film.pk for film in films]})
    response = save(bolat, statement, mine | {"headline_en": "Mine"})
    assert str(films[0]) in refused(response)
    save_well(bolat, statement, fields_of(response, statement))
    assert statement.films.count() == 2


def test_a_change_of_a_part_is_shown_and_kept(two):
    aigul, bolat = two
    quote = make_quote(make_statement(), text_en="Old")
    theirs, mine = (open_form(browser, quote.statement) for browser in two)
    save_well(aigul, quote.statement, theirs | {"quotes-0-text_en": "New"})
    response = save(bolat, quote.statement, mine | {"quotes-0-text_kk": "Менің"})
    assert "<del>Old</del> <ins>New</ins>" in refused(response)
    save_well(bolat, quote.statement, fields_of(response, quote.statement))
    quote.refresh_from_db()
    assert (quote.text_en, quote.text_kk) == ("New", "Менің")


def test_parts_that_both_added_are_all_there(two):
    aigul, bolat = two
    film = make_film()
    theirs, mine = (open_form(browser, film) for browser in two)
    save_well(aigul, film, theirs | new_release("CN"))
    response = save(bolat, film, mine | new_release("KZ"))
    assert "added" in refused(response)
    save_well(bolat, film, fields_of(response, film))
    assert sorted(film.releases.values_list("territory", flat=True)) == ["CN", "KZ"]


def new_release(territory):
    prefix = "releases-0-"
    return {
        "releases-TOTAL_FORMS": "1",
        f"{prefix}territory": territory,
        f"{prefix}kind": "theatrical",
        f"{prefix}date": "2019-05-17",
    }


def test_a_part_that_somebody_removed_stays_away_unless_one_wrote_in_it(two):
    aigul, bolat = two
    film = make_film()
    for note in ("Untouched", "Mine"):
        make_release(film, note_en=note)
    theirs, mine = (open_form(browser, film) for browser in two)
    save_well(aigul, film, theirs | {"releases-0-DELETE": "on", "releases-1-DELETE": "on"})
    response = save(bolat, film, mine | {"releases-1-note_kk": "Жазба"})
    assert "removed" in refused(response)
    save_well(bolat, film, fields_of(response, film))
    assert list(film.releases.values_list("note_en", "note_kk")) == [("Mine", "Жазба")]


def test_a_form_that_does_not_say_what_it_showed_is_refused(two):
    film = make_film(title_en="Old")
    form = open_form(two[0], film)
    for loaded in ("", "forged", form["loaded"][0][:-1], open_form(two[0], make_film())["loaded"]):
        response = save(two[0], film, form | {"title_en": "Forged", "loaded": loaded})
        assert "does not say what it showed" in refused(response)
    film.refresh_from_db()
    assert film.title_en == "Old"


def test_saving_again_after_that_goes_through(two):
    film = make_film(title_en="Old")
    response = save(two[0], film, open_form(two[0], film) | {"title_en": "Mine", "loaded": ""})
    save_well(two[0], film, fields_of(response, film))
    film.refresh_from_db()
    assert film.title_en == "Mine"


def test_a_save_that_changed_nothing_stands_in_nobodys_way(two):
    aigul, bolat = two
    film = make_film()
    theirs, mine = (open_form(browser, film) for browser in two)
    save_well(aigul, film, theirs)
    save_well(bolat, film, mine | {"title_en": "Mine"})
    film.refresh_from_db()
    assert film.title_en == "Mine"


def test_credits_are_not_in_the_film_form_and_do_not_make_it_stale(two):
    film = make_film()
    form = open_form(two[0], film)
    make_credit(film)
    save_well(two[0], film, form)


def test_a_picture_and_a_credit_know_what_they_showed_too(two):
    aigul, bolat = two
    for row, column in ((make_picture(), "alt_en"), (make_credit(make_film()), "character_en")):
        theirs, mine = (open_form(browser, row) for browser in two)
        save_well(aigul, row, theirs | {column: "Theirs"})
        assert "<ins>Theirs</ins>" in refused(save(bolat, row, mine | {column: "Mine"}))


def test_texts_of_others_are_shown_as_text(two):
    aigul, bolat = two
    film = make_film()
    theirs, mine = (open_form(browser, film) for browser in two)
    save_well(aigul, film, theirs | {"title_en": "<script>alert(1)</script>"})
    assert "<script>" not in refused(save(bolat, film, mine))


@pytest.mark.parametrize("make", [make_person, make_statement, make_press_office, make_film])
def test_an_untouched_form_saves_and_changes_nothing(two, make):
    row = make()
    before = type(row).objects.values().get(pk=row.pk)
    save_well(two[0], row, open_form(two[0], row))
    after = type(row).objects.values().get(pk=row.pk)
    assert after == before | {"version": after["version"], "updated_at": after["updated_at"]}
