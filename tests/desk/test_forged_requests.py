"""What no form of ours sends is refused in a sentence or a status: never an error of the site."""

import pytest
from factories import (
    make_credit,
    make_film,
    make_picture,
    make_quote,
    make_statement,
    make_user,
    published,
)
from forms_of_the_admin import address, errors, fields_of, open_form, save

from composer_site.desk.checks.readiness import blockers
from composer_site.desk.forms.time_form import TimeForm
from films.models import Credit

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


@pytest.mark.parametrize(
    "body", ["[1e999]", "[" * 100_000, "[99999999999999999999]", "[-1]", "[[]]"]
)
def test_an_order_of_what_are_no_keys(editor, body):
    response = editor.post("/admin/films/credit/order/", body, content_type="application/json")
    assert response.status_code == 400


@pytest.mark.parametrize("key", ["abc", "99999999999999999999999", "-1"])
def test_a_stale_form_with_a_key_that_never_was(editor, key):
    statement = make_statement()
    make_quote(statement)
    fields = open_form(editor, statement)
    statement.save()
    type(statement).objects.update(headline_en="New")
    refused = save(editor, statement, fields | {"quotes-0-id": key})
    assert "Somebody else saved this page" in errors(refused)["__all__"][0]
    statement.refresh_from_db()
    assert statement.headline_en == "New"


@pytest.mark.parametrize(
    "query", ["slug__regex=(", "headline_en__iregex=((", "date__year=10000", "date__year=0"]
)
def test_a_list_by_a_filter_that_it_does_not_offer(editor, query):
    assert editor.get(f"/admin/press/statement/?{query}").status_code == 400


@pytest.mark.parametrize("year", ["0", "1", "9999", "10000"])
def test_editions_of_years_that_not_every_clock_has(editor, year):
    assert editor.get(f"/admin/publishing/edition/?starts_at__year={year}").status_code == 400


@pytest.mark.parametrize("query", ["starts_at__month=" + "9" * 30, "kind__exact=%00"])
def test_a_list_by_what_no_database_takes(editor, query):
    assert editor.get(f"/admin/publishing/edition/?{query}").status_code == 400


NO_KEYS = ["abc", "9" * 30, "-1", "1.5", "\x00", "[]"]
NO_CHOICE = "Select a valid choice. That choice is not one of the available choices."
BEYOND_ANY_KEY = ["9" * 30, "-" + "9" * 30, "9_223_372_036_854_775_808"]


@pytest.mark.parametrize("key", ["\x00", *BEYOND_ANY_KEY])
@pytest.mark.parametrize("number_of_films", [1, 2])
def test_a_list_of_the_parts_of_what_no_database_takes(editor, key, number_of_films):
    for _film in range(number_of_films):
        make_credit(make_film())
    response = editor.get("/admin/films/credit/", {"film__id__exact": key})
    assert response.status_code == 400


@pytest.mark.parametrize("key", ["abc", "1.5", "[]"])
def test_a_list_of_the_parts_of_no_whole(editor, key):
    """Django offers no filter, and applies none, where there is one film alone."""
    address, query = "/admin/films/credit/", {"film__id__exact": key}
    make_credit(make_film())
    assert editor.get(address, query).context["cl"].result_count == 1
    make_credit(make_film())
    assert editor.get(address, query)["Location"] == f"{address}?e=1"


def test_a_list_of_the_parts_of_a_whole_that_never_was(editor):
    for _film in range(2):
        make_credit(make_film())
    page = editor.get("/admin/films/credit/", {"film__id__exact": "-1"})
    assert page.context["cl"].result_count == 0


@pytest.mark.parametrize("key", BEYOND_ANY_KEY)
@pytest.mark.parametrize("lookup", ["film", "film__exact", "person"])
def test_a_list_by_a_number_that_no_key_is(editor, lookup, key):
    assert editor.get("/admin/films/credit/", {lookup: key}).status_code == 400


@pytest.mark.parametrize("key", NO_KEYS)
@pytest.mark.parametrize("field", ["films", "picture", "contacts", "quotes-0-speaker"])
def test_a_form_with_what_is_no_key(editor, field, key):
    statement = make_quote(make_statement()).statement
    refused = save(editor, statement, open_form(editor, statement) | {field: key})
    assert field.split("-")[0] in errors(refused)


@pytest.mark.parametrize("key", NO_KEYS)
def test_a_new_form_that_is_to_name_what_is_no_key(editor, key):
    """It opens with no film chosen that there is, and saves nothing for it."""
    form = editor.get("/admin/films/credit/add/", {"film": key})
    refused = editor.post("/admin/films/credit/add/", fields_of(form, Credit) | {"film": key})
    assert errors(refused)["film"] == [NO_CHOICE]
    assert not Credit.objects.exists()


@pytest.mark.parametrize(
    ("day", "hour", "zone"),
    [
        ("0001-01-01", "00:00:00", "Asia/Almaty"),
        ("9999-12-31", "23:59:59", "America/New_York"),
        ("2100-01-01", "12:00:00", "Asia/Almaty"),
    ],
)
def test_a_licence_ends_in_a_year_that_every_clock_has(client, day, hour, zone):
    client.force_login(make_user("editors", time_zone=zone))
    picture = make_picture()
    fields = open_form(client, picture)
    response = save(client, picture, fields | {"usable_until_0": day, "usable_until_1": hour})
    assert errors(response) == {"usable_until": ["Choose a time between the years 1900 and 2100."]}


def test_a_quote_placed_by_a_number_of_five_thousand_digits(client):
    place = f"[quote {'1' * 5000}]"
    statement = make_statement(body_en=f"<p>{place}</p>")
    make_quote(statement)
    page = client.get(f"/en/press/{published(statement).slug}/").text
    assert (page.count(place), page.count("<blockquote")) == (1, 1)


@pytest.mark.parametrize("make", [make_film, make_statement])
def test_a_fixture_with_an_unknown_source_language(make):
    row = make()
    make_quote(row) if make is make_statement else make_credit(row)
    type(row).objects.update(source_language="xx")
    found = blockers(type(row).objects.get())
    assert "id_source_language" in [blocker.anchor for blocker in found]


def test_a_credit_stays_in_its_film(editor):
    """Moved, it would leave the first film without a trace, and come back at the other's cost."""
    film, other = make_film(), make_film()
    credit = make_credit(film)
    fields = open_form(editor, credit)
    assert "film" not in fields
    assert save(editor, credit, fields | {"film": str(other.pk)}).status_code == 302
    credit.refresh_from_db()
    assert credit.film == film
    assert editor.get(address(credit)).status_code == 200


@pytest.mark.parametrize(
    ("day", "zone", "sentence"),
    [
        ("0001-01-01", "Asia/Almaty", "This time has passed. Choose a later one, or choose now."),
        ("9999-12-31", "America/New_York", "Choose a time before the year 2100."),
    ],
)
def test_a_time_at_either_end_of_the_calendar(day, zone, sentence):
    hour = "00:00" if day < "1" else "23:59"
    form = TimeForm({"when": "ahead", "date": day, "time": hour, "zone": zone})
    assert form.errors == {"date": [sentence]}


# Addresses that lead nowhere


@pytest.mark.parametrize("path", ["films/film/99/editions/", "desk/kk/film/99/"])
def test_an_address_of_the_admin_that_leads_nowhere_says_so_with_a_way_on(editor, path):
    response = editor.get(f"/admin/{path}")
    assert response.status_code == 404
    assert "Page not found" in response.text
    assert '<a href="/admin/">To the first page</a>' in response.text


def test_who_is_not_signed_in_learns_of_no_page_of_the_admin(client):
    assert client.get("/admin/nope/").status_code == 302
