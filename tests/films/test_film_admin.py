"""The admin of films: its parts in one form, credits and stills on lists of their own."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from factories import (
    in_all,
    make_everything_of,
    make_film,
    make_person,
    make_picture,
    make_release,
    make_screening,
    make_user,
    published,
)
from forms_of_the_admin import add_address, address, errors, fields_of, open_form, save, save_well

from films.models import Screening, Still, Trailer

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(make_user("publishers"))
    return client


def queries(client, path):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return len(captured)


# The form


def test_a_film_with_everything_is_saved_as_it_stands(staff):
    film = make_everything_of(make_film())
    make_release(film)
    save_well(staff, film, open_form(staff, film))
    parts = ("releases", "screenings", "locations", "milestones", "trailers", "reviews")
    assert [getattr(film, name).count() for name in (*parts, "alternative_titles")] == [1] * 7


def test_each_list_of_parts_says_how_many_there_are(staff):
    film = make_film()
    make_release(film)
    make_release(film)
    text = staff.get(address(film)).text
    headings = ["Releases (2)", "Screenings and awards (0)", "Locations (0)", "Reviews (0)"]
    assert [heading for heading in headings if heading not in text] == []


@pytest.mark.parametrize("count", [3, 30])
def test_the_form_asks_as_many_queries_however_many_parts_there_are(staff, count):
    film = make_film()
    for _number in range(count):
        make_everything_of(film)
        make_release(film)
    staff.get(address(film))
    assert queries(staff, address(film)) == 32


# Numbers of catalogues


def test_an_address_of_a_catalogue_becomes_its_number(staff):
    film = make_film()
    fields = open_form(staff, film) | {
        "imdb": "https://www.imdb.com/title/tt9615014/?ref_=nv_sr_srsg_0_tt_8_nm_0_q_composer",
        "wikidata": "https://www.wikidata.org/wiki/Q190050",
    }
    save_well(staff, film, fields)
    film.refresh_from_db()
    assert (film.imdb, film.wikidata) == ("tt9615014", "Q190050")


def test_an_address_of_a_person_in_a_catalogue_becomes_its_number(staff):
    person = make_person()
    pasted = {"imdb": "https://m.imdb.com/name/nm0402270/", "viaf": "https://viaf.org/viaf/224023/"}
    save_well(staff, person, open_form(staff, person) | pasted)
    person.refresh_from_db()
    assert (person.imdb, person.viaf) == ("nm0402270", "224023")


def test_what_is_no_number_is_refused_in_its_field(staff):
    film = make_film()
    response = save(staff, film, open_form(staff, film) | {"imdb": "https://example.com/tt1"})
    assert errors(response).keys() == {"imdb"}


# Times


@pytest.mark.parametrize(
    ("zone", "time"),
    [
        ("Asia/Almaty", dt.datetime(2019, 6, 6, 13, 0, tzinfo=dt.UTC)),
        ("Asia/Shanghai", dt.datetime(2019, 6, 6, 11, 0, tzinfo=dt.UTC)),
    ],
)
@pytest.mark.parametrize("own_zone", ["UTC", "America/New_York"])
def test_an_hour_is_typed_on_the_clock_of_its_own_zone(client, zone, time, own_zone):
    client.force_login(make_user("editors", time_zone=own_zone))
    screening = make_screening(make_film())
    fields = open_form(client, screening.film) | {
        "screenings-0-starts_at": "2019-06-06T19:00",
        "screenings-0-zone": zone,
    }
    save_well(client, screening.film, fields)
    screening.refresh_from_db()
    assert screening.starts_at == time
    again = open_form(client, screening.film)
    assert again["screenings-0-starts_at"] == ["2019-06-06T19:00"]


def test_a_form_saved_as_it_stands_moves_no_screening(staff):
    time = dt.datetime(2019, 6, 6, 13, 0, tzinfo=dt.UTC)
    screening = make_screening(make_film(), starts_at=time, zone="Asia/Almaty")
    save_well(staff, screening.film, open_form(staff, screening.film))
    assert Screening.objects.get().starts_at == time


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("2019-03-31T02:30", "Europe/Berlin"),  # an hour that summer time skips
        ("2019-13-31T02:30", "Asia/Almaty"),
        ("0001-01-01T00:30", "Asia/Almaty"),
        ("soon", "Asia/Almaty"),
    ],
)
def test_an_hour_that_no_clock_shows_is_refused(staff, typed, zone):
    screening = make_screening(make_film())
    fields = open_form(staff, screening.film)
    fields |= {"screenings-0-starts_at": typed, "screenings-0-zone": zone}
    response = save(staff, screening.film, fields)
    assert errors(response)["screenings"][0].keys() == {"starts_at"}


@pytest.mark.parametrize("hour", ["0001-01-01T06:00", "9999-12-31T23:59"])
def test_a_screening_begins_in_a_year_that_every_clock_has(staff, hour):
    """Its page says it on the reader's clock too."""
    screening = make_screening(make_film())
    fields = open_form(staff, screening.film) | {"screenings-0-starts_at": hour}
    response = save(staff, screening.film, fields)
    assert errors(response)["screenings"][0].keys() == {"starts_at"}


def test_a_trailer_of_blank_lines_is_not_published():
    """Its first link is what machines are told."""
    film = make_everything_of(make_film())
    film.trailers.update(links="\n \n")
    with pytest.raises(ValidationError):
        published(film)


# Stills


def test_several_pictures_become_stills_in_one_step(staff):
    film, old = make_film(), make_picture()
    Still.objects.create(film=film, picture=old, position=4)
    pictures = [make_picture() for _ in range(3)]
    fields = fields_of(staff.get(add_address(Still)), Still) | {
        "film": film.pk,
        "kind": "poster",
        "pictures": [picture.pk for picture in reversed(pictures)],
    }
    assert staff.post(add_address(Still), fields).status_code == 302
    rows = [(still.picture, still.kind, still.position) for still in film.stills.all()]
    assert rows == [
        (old, "still", 4),
        *((picture, "poster", 5 + n) for n, picture in enumerate(reversed(pictures))),
    ]


def test_a_picture_is_a_still_of_a_film_once(staff):
    film, picture = make_film(), make_picture(name="The train")
    Still.objects.create(film=film, picture=picture)
    fields = fields_of(staff.get(add_address(Still)), Still)
    fields |= {"film": film.pk, "kind": "still", "pictures": [picture.pk]}
    response = staff.post(add_address(Still), fields)
    assert "“The train” is one of its stills already." in response.text
    assert film.stills.count() == 1


@pytest.mark.parametrize("pictures", [[], ["0"], ["nonsense"], ["9" * 30]])
def test_stills_without_a_picture_are_refused(staff, pictures):
    fields = fields_of(staff.get(add_address(Still)), Still)
    fields |= {"film": make_film().pk, "kind": "still", "pictures": pictures}
    assert staff.post(add_address(Still), fields).status_code == 200
    assert not Still.objects.exists()


@pytest.mark.parametrize("written", ["0{}", " {}", "{},{}"])
def test_a_key_of_a_picture_in_another_spelling_is_refused(staff, written):
    key, film = make_picture().pk, make_film()
    fields = fields_of(staff.get(add_address(Still)), Still)
    fields |= {"film": film.pk, "kind": "still", "pictures": [written.format(key, key)]}
    form = staff.post(add_address(Still), fields).context["adminform"].form
    assert "is not one of the available choices" in form.errors["pictures"][0]
    assert not film.stills.exists()


@pytest.mark.parametrize("count", [3, 30])
def test_the_list_of_stills_asks_as_many_queries_however_many_there_are(staff, count):
    film = make_film()
    for number in range(count):
        Still.objects.create(film=film, picture=make_picture(), position=number)
    path = f"{reverse('admin:films_still_changelist')}?film__id__exact={film.pk}"
    staff.get(path)
    assert queries(staff, path) == 10


def test_the_trailers_of_a_form_name_their_pictures(staff):
    film = make_film()
    picture = make_picture(name="The train")
    Trailer.objects.create(
        film=film, links="https://a.example/", picture=picture, **in_all("title", "Trailer")
    )
    assert ">The train</option>" in staff.get(address(film)).text
