"""A text of a picture reaches visitors with the pages that show it: until they are published, staff
are told which."""

import datetime as dt
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from factories import make_film, make_person, make_picture, make_statement, make_user, published
from forms_of_the_admin import address, open_form, save_well

from composer_site.desk.lists.publication_status import PublicationStatus, has_status
from composer_site.publishing.publish import publish
from films.models import Film, Still

pytestmark = pytest.mark.django_db


def correct(picture, **texts):
    for column, text in ({"alt_en": "A violin"} | texts).items():
        setattr(picture, column, text)
    picture.save()


def is_changed(thing):
    things = type(thing).objects.filter(has_status(PublicationStatus.CHANGED, timezone.now()))
    return things.filter(pk=thing.pk).exists()


def test_what_shows_a_corrected_picture_is_changed_since_its_publication():
    picture = make_picture()
    film, other = published(make_film(poster=picture)), published(make_film(poster=make_picture()))
    correct(picture)
    assert (is_changed(film), is_changed(other)) == (True, False)


def test_so_is_what_shows_it_in_a_part():
    film, picture = make_film(), make_picture()
    Still.objects.create(film=film, picture=picture)
    published(film)
    correct(picture, credit_ru="Они")
    assert is_changed(film)


def test_so_is_what_will_show_it():
    picture = make_picture()
    person = make_person(portrait=picture)
    publish(person, by=None, at=timezone.now() + dt.timedelta(hours=1))
    correct(picture)
    assert is_changed(person)


def test_what_no_longer_shows_it_is_not():
    picture = make_picture()
    film = published(make_film(poster=picture))
    film.poster = None
    film.save()
    published(film)
    correct(picture)
    assert not is_changed(film)


@pytest.mark.parametrize("columns", [{}, {"name": "Another name"}, {"rights": "own"}])
def test_what_visitors_do_not_read_of_a_picture_changes_no_page(columns):
    picture = make_picture(alt_en="A violin")
    film = published(make_film(poster=picture))
    correct(picture, **columns)
    assert not is_changed(film)


def statements(queries):
    """But for those that hold a transaction together: savepoints, and PostgreSQL's lock."""
    every = [query["sql"] for query in queries]
    return [sql for sql in every if "SAVEPOINT" not in sql and "advisory" not in sql]


@pytest.mark.parametrize("count", [1, 3])
def test_a_correction_asks_one_query_and_one_a_kind(count):
    picture = make_picture()
    for _number in range(count):
        published(make_film(poster=picture))
        published(make_statement(picture=picture))
    with CaptureQueriesContext(connection) as queries:
        correct(picture)
    asked = [sql.split()[0] for sql in statements(queries)]
    # The texts as they stood, the row, what visitors know of it, who shows it, films, statements.
    assert asked == ["SELECT", "UPDATE", "SELECT", "INSERT", "SELECT", "UPDATE", "UPDATE"]


# What staff read


def saved(client, picture, **texts):
    fields = open_form(client, picture) | texts
    response = save_well(client, picture, fields)
    return unescape(client.get(response["Location"]).text)


OLD = "Visitors read the old text on these pages until they are published:"


def links(page):
    told = re.search(f"{OLD}(.*?)</li>", page, re.DOTALL)
    return re.findall(r'<a href="([^"]*)">([^<]*)</a>', told[1]) if told else []


@pytest.mark.parametrize(("group", "view"), [("publishers", "publish"), ("editors", "change")])
def test_who_corrects_a_picture_is_led_to_the_pages_that_show_it(client, group, view):
    client.force_login(make_user(group))
    picture = make_picture()
    film = published(make_film(poster=picture, title_en="The Composer"))
    page = saved(client, picture, alt_en="A violin")
    assert links(page) == [(address(film, view), "The Composer")]


def test_who_changes_no_text_of_it_is_told_nothing(client):
    client.force_login(make_user("publishers"))
    picture = make_picture()
    published(make_film(poster=picture))
    assert OLD not in saved(client, picture, rights="own")


def test_nor_is_who_corrects_what_no_page_shows(client):
    client.force_login(make_user("publishers"))
    picture = make_picture()
    make_film(poster=picture)
    assert OLD not in saved(client, picture, alt_en="A violin")


def test_the_first_page_does_not_say_that_visitors_read_the_new_text(client):
    client.force_login(make_user("publishers"))
    picture = make_picture()
    published(make_film(poster=picture))
    assert "Visitors read everything as it was last saved." in client.get("/admin/").text
    correct(picture)
    assert "Visitors read everything as it was last saved." not in client.get("/admin/").text


def test_a_form_of_a_film_that_was_open_meanwhile_can_be_saved(client):
    client.force_login(make_user("editors"))
    picture = make_picture()
    film = published(make_film(poster=picture))
    form = open_form(client, film)
    correct(picture)
    save_well(client, film, form | {"title_en": "New"})
    assert Film.objects.get().title_en == "New"
