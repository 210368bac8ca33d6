"""Credits in the admin: hundreds of one film, in an order given by hand."""

import pytest
from django.urls import reverse
from factories import make_film, make_person, make_user
from forms_of_the_admin import add_address, address, fields_of, open_form, save_well

from films.models import Credit, Film

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


def film_with_credits(number):
    film, person = make_film(), make_person()
    Credit.objects.bulk_create(
        Credit(film=film, person=person, department="cast", role="actor", position=place)
        for place in range(1, number + 1)
    )
    return film


def test_a_film_with_three_hundred_credits_saves(editor):
    film = film_with_credits(300)
    save_well(editor, film, open_form(editor, film) | {"title_en": "Long"})
    film.refresh_from_db()
    assert (film.title_en, film.credits.count()) == ("Long", 300)


def test_the_film_leads_to_its_credits_with_their_number(editor):
    film = film_with_credits(3)
    text = editor.get(address(film)).text
    assert f'href="/admin/films/credit/?film__id__exact={film.pk}">3 credits' in text


def test_a_credit_added_from_that_list_is_of_that_film_and_last(editor):
    film = film_with_credits(2)
    filters = {"_changelist_filters": f"film__id__exact={film.pk}"}
    form = fields_of(editor.get(add_address(Credit), filters), Credit)
    assert form["film"] == [str(film.pk)]
    more = {"person": make_person().pk, "department": "cast", "role": "actor"}
    editor.post(add_address(Credit), form | more)
    assert film.credits.last().position == 3


def order(client, keys):
    body = str([credit if isinstance(credit, int) else credit.pk for credit in keys])
    return client.post(reverse("admin:films_credit_order"), body, content_type="application/json")


def test_credits_are_moved_and_the_film_is_newer_and_the_log_knows(editor):
    film = film_with_credits(3)
    one, two, three = film.credits.all()
    assert order(editor, [three, one, two]).status_code == 200
    assert list(film.credits.all()) == [three, one, two]
    assert Film.objects.get().version == film.version + 1
    assert "Changed credits" in editor.get(address(film, "history")).text


def test_some_credits_of_a_film_take_each_others_places(editor):
    film = film_with_credits(4)
    one, two, three, four = film.credits.all()
    Credit.objects.update(position=0)
    order(editor, [four, two])
    assert list(film.credits.all()) == [one, four, three, two]


@pytest.mark.parametrize("body", ["", "[]", "{}", "[1, 1]", '["x"]', "[999999]", "null", "[[1]]"])
def test_an_order_that_makes_no_sense_is_refused(editor, body):
    film_with_credits(2)
    url = reverse("admin:films_credit_order")
    assert editor.post(url, body, content_type="application/json").status_code == 400


def test_credits_of_two_films_have_no_common_order(editor):
    films = [film_with_credits(1), film_with_credits(1)]
    assert order(editor, [film.credits.get() for film in films]).status_code == 400


def test_credits_move_only_where_one_film_is_shown(editor):
    film, _other = film_with_credits(2), make_film()
    everything = editor.get(add_address(Credit, "changelist"))
    of_film = editor.get(add_address(Credit, "changelist"), {"film__id__exact": film.pk})
    assert (everything.text.count('class="place"'), of_film.text.count('class="place"')) == (0, 2)
