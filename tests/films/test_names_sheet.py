"""The names sheet of a film: on screen, on paper and as CSV."""

import csv
import io
import re

import pytest
from browsing import Watch, scrolls_sideways, violations
from factories import in_all, make_credit, make_film, make_organisation, make_person, published
from scenery import make_scenery

from composer_site.publishing.publish import withdraw
from composer_site.values.languages import LANGUAGES
from composer_site.values.spreadsheets import plain, safe, written
from people.models import PersonName

pytestmark = pytest.mark.django_db


def add_name(person, value, **columns):
    columns = {"tag": "en", "kind": "alias", "position": 5} | columns
    return PersonName.objects.create(person=person, value=value, **columns)


def page_of(client, film, query="", code="en"):
    return client.get(f"/{code}/films/{film.slug}/names/{query}").text


def rows_of(client, film, code="en"):
    text = client.get(f"/{code}/films/{film.slug}/names.csv").getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def film_with(*people, **columns):
    film = make_film()
    for position, person in enumerate(people):
        make_credit(film, person, position=position, **columns)
    return published(film)


def test_every_form_of_a_name_stands_with_its_script_its_kind_and_where_it_is_preferred(client):
    person = make_person("Xian Xinghai")
    add_name(person, "冼星海", tag="zh-Hans", kind="native", family="冼", family_first=True)
    [english, chinese] = rows_of(client, film_with(published(person)))
    assert english["Preferred on"] == "English, Қазақша, Русский, 简体中文"
    assert [chinese[c] for c in ("Name", "Tag", "Kind", "Family name", "Order")] == [
        "冼星海",
        "zh-Hans",
        "native",
        "冼",
        "family name first",
    ]


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        ({"family": "Xian", "family_first": True}, "family name first"),
        ({"family": "Xinghai"}, "family name last"),
        ({"family": "Xian Xinghai"}, "family name alone"),
        ({}, ""),
    ],
)
def test_where_the_family_name_stands_is_said_in_words(client, columns, order):
    person = make_person("Xian Xinghai")
    PersonName.objects.update(**columns)
    film = film_with(published(person))
    assert rows_of(client, film)[0]["Order"] == order
    assert (order or "Xian Xinghai") in page_of(client, film)


def test_forms_to_avoid_say_so_in_words(client):
    person = make_person("Xian Xinghai")
    add_name(person, "Sinn Sing Hol", kind="rejected")
    film = film_with(published(person))
    html = page_of(client, film)
    assert "Avoid:" in html[: html.index("Sinn Sing Hol")]
    assert [row["Use"] for row in rows_of(client, film)] == ["", "avoid"]


def test_the_sheet_is_not_for_search_engines(client):
    film = film_with(published(make_person()))
    assert '<meta name="robots" content="noindex">' in page_of(client, film)
    assert client.get(f"/en/films/{film.slug}/names.csv")["X-Robots-Tag"] == "noindex"


def test_who_is_portrayed_is_on_the_sheet_with_who_plays_them(client):
    actor, composer = published(make_person("Hu Jun")), published(make_person("Xian Xinghai"))
    film = film_with(actor, portrays=composer, **in_all("character", "Xian"))
    said = {row["Person"]: row["In the film"] for row in rows_of(client, film)}
    assert said == {"Hu Jun": "Actor: Xian (en)", "Xian Xinghai": "portrayed by Hu Jun"}


def test_a_character_that_stands_in_is_marked_with_its_language(client):
    film = film_with(published(make_person()), character_en="Xian & son")
    assert '<span lang="en">Xian &amp; son</span>' in page_of(client, film, code="kk")


def test_a_person_credited_twice_is_listed_once_with_both_roles(client):
    person = published(make_person("Xirzat Yahup"))
    film = make_film()
    make_credit(film, person, credited_as="X. Yahup")
    film.credits.create(person=person, department="direction", role="director", position=1)
    [row] = rows_of(client, published(film))
    assert [row["In the film"], row["Credited as"]] == ["Actor; Director", "X. Yahup"]


def test_organisations_are_not_on_the_sheet(client):
    film = make_film()
    film.credits.create(
        organisation=published(make_organisation()), department="companies", role="distributor"
    )
    assert rows_of(client, published(film)) == []
    assert "The credits name nobody yet." in page_of(client, film)


def test_who_has_no_page_is_named_as_the_film_names_them_in_each_language(client):
    person = make_person("Iris Wang")
    PersonName.objects.update(preferred_for=["en", "kk", "ru"])
    add_name(person, "王晓燕", tag="zh-Hans", preferred_for=["zh-hans"])
    add_name(person, "Secret Form", kind="pseudonym")
    rows = rows_of(client, film_with(person))
    assert [(row["Name"], row["Preferred on"], row["Kind"]) for row in rows] == [
        ("Iris Wang", "English, Қазақша, Русский", ""),
        ("王晓燕", "简体中文", ""),
    ]


def test_names_are_those_that_are_public_and_not_those_being_written(client):
    actor, composer = published(make_person("Hu Jun")), published(make_person("Xian Xinghai"))
    PersonName.objects.update(value="Draft")
    film = film_with(actor, portrays=composer)
    assert "Draft" not in page_of(client, film)
    assert "Draft" not in str(rows_of(client, film))


def test_people_stand_in_the_order_of_the_credits_or_of_the_alphabet(client):
    film = film_with(*(published(make_person(name)) for name in ("Beta", "Gamma", "Alpha")))
    credits, alphabet = page_of(client, film), page_of(client, film, "?order=name")
    assert sorted(("Alpha", "Beta", "Gamma"), key=credits.index) == ["Beta", "Gamma", "Alpha"]
    assert sorted(("Alpha", "Beta", "Gamma"), key=alphabet.index) == ["Alpha", "Beta", "Gamma"]


def test_the_film_leads_to_its_sheet(client):
    film = film_with(published(make_person()))
    assert f'href="/en/films/{film.slug}/names/"' in client.get(f"/en/films/{film.slug}/").text


def test_an_old_address_leads_to_the_sheet_at_the_new_one(client):
    film = film_with(published(make_person()))
    old, film.slug = film.slug, "renamed"
    film.save()
    published(film)
    assert client.get(f"/kk/films/{old}/names/").url == "/kk/films/renamed/names/"
    assert client.get(f"/kk/films/{old}/names.csv").url == "/kk/films/renamed/names.csv"


def test_the_sheet_goes_with_its_film(client):
    film = film_with(published(make_person()))
    withdraw(film, by=None, reason={"en": "Wrong"})
    assert client.get(f"/en/films/{film.slug}/names/").status_code == 410
    assert client.get("/en/films/never-was/names.csv").status_code == 404


def test_the_file_has_a_name_a_mark_and_lines_as_the_standard_says(client):
    film = film_with(published(make_person()))
    response = client.get(f"/ru/films/{film.slug}/names.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    disposition = f'attachment; filename="{film.slug}-names-ru.csv"'
    assert response["Content-Disposition"] == disposition
    assert response.getvalue().startswith(b"\xef\xbb\xbf")
    assert response.getvalue().count(b"\n") == response.getvalue().count(b"\r\n") == 2


FORMULAS = ["=1+1", "+7", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "＝1", "'=1", "''@x"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_cell_begins_as_a_formula_and_reading_gives_it_back(text):
    assert safe(text).startswith("'")
    assert plain(safe(text)) == text


@pytest.mark.parametrize("text", ["", "Yan’an", "'quoted'", "冼星海", "a=b", "'", "7"])
def test_other_cells_are_left_as_they_are(text):
    assert safe(text) == plain(text) == text


def test_quotation_marks_and_lines_in_a_cell_are_quoted():
    assert written([['a "b"', "c\nd", "e,f"]]) == '\ufeff"a ""b""","c\nd","e,f"\r\n'


def test_a_name_that_begins_as_a_formula_is_safe_in_the_file(client):
    film = film_with(published(make_person("=HYPERLINK(1)")))
    assert rows_of(client, film)[0]["Name"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_sheet_is_whole_quiet_and_accessible_in_a_browser(live_server, page, code):
    film, problems = make_scenery().film, []
    watch = Watch(page.context, live_server.url)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{live_server.url}/{code}/films/{film.slug}/names/")
        problems += [*violations(page), *watch.taken()]
        problems += ["sideways"] if scrolls_sideways(page) else []
    assert problems == []


def test_on_paper_the_sheet_names_its_film_and_address_and_leaves_the_site_away(
    live_server, page, settings
):
    path = f"/zh-hans/films/{make_scenery().film.slug}/names/"
    page.goto(live_server.url + path)
    page.emulate_media(media="print")
    assert not page.locator(".masthead, .footer, .page-head-links").locator("visible=true").count()
    assert settings.SITE_URL + path in page.locator(".printed-head").inner_text()


def test_a_long_sheet_is_printed_on_several_pages_of_a4(live_server, page):
    film = film_with(*(published(make_person(f"Person {number}")) for number in range(25)))
    page.goto(f"{live_server.url}/en/films/{film.slug}/names/")
    sheets = re.findall(
        rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True)
    )
    assert len(sheets) > 1
    assert {tuple(round(float(side)) for side in sheet) for sheet in sheets} == {(595, 842)}
