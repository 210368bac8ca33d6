"""Parts in lists of their own: three hundred credits of a film, moved and added."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from factories import (
    in_all,
    make_claim,
    make_credit,
    make_film,
    make_person,
    make_picture,
    make_user,
    published,
)
from forms_of_the_admin import add_address, fields_of, open_form, save_well

from composer_site.desk.addresses import list_url
from composer_site.desk.lists.states import state_of
from composer_site.publishing.models import Page
from films.models import Credit, Film, FilmClaim, Still

pytestmark = pytest.mark.django_db
CREDITS = reverse("admin:films_credit_changelist")
ORDERING = 12  # queries


@pytest.fixture
def staff(client):
    client.force_login(make_user("publishers"))
    return client


@pytest.fixture
def long_film():
    film, person = make_film(), make_person()
    for number in range(1, 301):
        make_credit(film, person, position=number, **in_all("character", f"Part {number:03}"))
    return film


def make_still(film):
    return Still.objects.create(film=film, picture=make_picture())


def make_film_claim(film):
    return make_claim(FilmClaim, film=film)


def credits_of(film):
    return f"{CREDITS}?film__id__exact={film.pk}"


def characters(film):
    return [credit.character_en.split()[1] for credit in film.credits.all()]


def test_three_hundred_credits_stand_on_three_pages_with_their_places(staff, long_film):
    text = staff.get(f"{credits_of(long_film)}&p=3").text
    assert 'data-number="201"' in text
    assert 'data-number="300"' in text
    assert text.count("data-key=") == 100


def test_a_credit_moves_to_any_place_however_far(staff, long_film):
    last = long_film.credits.last()
    response = staff.post(
        reverse("admin:films_credit_move"), {"key": last.pk, "to": 2}, "application/json"
    )
    assert response.status_code == 200
    assert characters(long_film)[:4] == ["001", "300", "002", "003"]
    assert characters(long_film)[-1] == "299"


@pytest.mark.parametrize("to", [0, -3, 10**30, "nowhere", None])
def test_a_place_that_there_is_not_is_refused(staff, long_film, to):
    first = long_film.credits.first()
    response = staff.post(
        reverse("admin:films_credit_move"), {"key": first.pk, "to": to}, "application/json"
    )
    assert response.status_code == 400
    assert characters(long_film)[0] == "001"


def test_a_place_beyond_the_end_is_the_last(staff, long_film):
    first = long_film.credits.first()
    staff.post(reverse("admin:films_credit_move"), {"key": first.pk, "to": 999}, "application/json")
    assert characters(long_film)[-1] == "001"


def order(client, keys):
    response = client.post(reverse("admin:films_credit_order"), keys, "application/json")
    assert response.status_code == 200


def keys_of(film):
    return [credit.pk for credit in film.credits.all()]


@pytest.mark.parametrize("number", [2, 4])
def test_ordering_costs_the_same_however_many_credits(staff, number, django_assert_num_queries):
    film = make_film()
    for position in range(1, number + 1):
        make_credit(film, position=position)
    keys = keys_of(film)[::-1]
    with django_assert_num_queries(ORDERING):
        order(staff, keys)
    assert keys_of(film) == keys


@pytest.mark.parametrize("act", ["order", "move"])
def test_the_order_that_there_is_already_is_no_change(staff, act):
    film = make_film()
    first = make_credit(film, position=3)
    make_credit(film, position=7)
    film.refresh_from_db()
    wish = {"order": keys_of(film), "move": {"key": first.pk, "to": 1}}[act]
    staff.post(reverse(f"admin:films_credit_{act}"), wish, "application/json")
    assert Film.objects.get().version == film.version
    assert not LogEntry.objects.exists()


def test_a_translator_moves_nothing(client, long_film):
    client.force_login(make_user("translators"))
    first = long_film.credits.first()
    response = client.post(
        reverse("admin:films_credit_move"), {"key": first.pk, "to": 9}, "application/json"
    )
    assert response.status_code == 403
    assert characters(long_film)[0] == "001"


def test_a_film_with_three_hundred_credits_is_saved_and_published(staff, long_film):
    save_well(staff, long_film, open_form(staff, long_film) | {"year": "2019"})
    published(long_film)
    document = Page.objects.get(language="kk").document
    assert [credit["character"]["text"] for credit in document["credits"]][299] == "Part 300 (kk)"


def test_a_new_credit_of_three_hundred_comes_last(staff, long_film):
    fields = fields_of(staff.get(add_address(Credit)), Credit) | {
        "film": long_film.pk,
        "person": make_person().pk,
        "department": "cast",
        "role": "actor",
    }
    staff.post(add_address(Credit), fields)
    assert long_film.credits.last().position == 301


def test_places_are_those_of_the_one_film_whatever_its_number(staff):
    """Film 12 is not films 1 and 2."""
    film = make_film(pk=1200)
    make_credit(film, position=1)
    make_credit(film, position=2)
    assert places(staff, film__id__exact=film.pk) == ["1", "2"]


def places(client, **by):
    return re.findall(r'data-number="(\d*)"', client.get(CREDITS, by).text)


def test_the_only_film_need_not_be_chosen_for_its_credits_to_be_ordered(staff):
    film = make_film()
    make_credit(film, position=1)
    make_credit(film, position=2)
    assert places(staff) == ["1", "2"]


def test_credits_of_two_films_have_no_order_together(staff):
    for film in (make_film(), make_film()):
        make_credit(film, position=1)
    assert places(staff) == []


def test_a_list_in_another_order_moves_nothing(staff):
    make_credit(make_film(), position=1)
    assert places(staff, o="1") == []


@pytest.mark.parametrize(("films", "chosen"), [(1, True), (2, False)])
def test_a_new_credit_is_of_the_only_film(staff, films, chosen):
    keys = [make_film().pk for _number in range(films)]
    fields = fields_of(staff.get(add_address(Credit)), Credit)
    assert (fields["film"] == [str(keys[0])]) is chosen


@pytest.mark.parametrize("make", [make_credit, make_still, make_film_claim])
def test_deleting_selected_parts_changes_their_film(staff, make):
    film = make_film()
    parts = [make(film), make(film)]
    published(film)
    data = {"action": "delete_selected", "_selected_action": [p.pk for p in parts], "post": "yes"}
    staff.post(list_url(type(parts[0])), data)
    assert not type(parts[0]).objects.exists()
    assert state_of([Film.objects.get()])[film.uid].changed
