"""In a form, nobody chooses or reads by its key what they may not see."""

import pytest
from django.contrib.auth.models import Permission
from factories import make_credit, make_film, make_person, make_picture, make_statement, make_user
from forms_of_the_admin import add_address, address, open_form

from films.models import Credit, Still

pytestmark = pytest.mark.django_db

CREDITS = ["view_credit", "add_credit", "change_credit", "write_source"]
STILLS = ["view_still", "add_still", "write_source"]
STATEMENTS = ["view_statement", "add_statement", "change_statement", "write_source"]


@pytest.fixture
def writer(client, rights):
    writer = make_user()
    writer.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(writer)
    return client


@pytest.mark.parametrize(
    ("rights", "is_named"), [(CREDITS, False), ([*CREDITS, "view_person"], True)]
)
def test_a_key_in_the_address_of_a_form_names_what_one_may_see(writer, is_named):
    person = make_person("Zhumat Shanin")
    page = writer.get(add_address(Credit), {"person": person.pk})
    assert ("Zhumat Shanin" in page.text) is is_named


@pytest.mark.parametrize(
    ("rights", "is_named"), [(STILLS, False), ([*STILLS, "view_picture"], True)]
)
def test_so_do_keys_of_several_pictures(writer, is_named):
    picture = make_picture(name="A train in the steppe")
    page = writer.get(add_address(Still), {"pictures": picture.pk})
    assert ("A train in the steppe" in page.text) is is_named


@pytest.mark.parametrize(
    ("rights", "is_taken"), [(CREDITS, False), ([*CREDITS, "view_person"], True)]
)
def test_a_forged_key_is_refused_as_one_that_never_was(writer, is_taken):
    credit, other = make_credit(make_film()), make_person("Zhumat Shanin")
    page = writer.post(address(credit), open_form(writer, credit) | {"person": other.pk})
    credit.refresh_from_db()
    assert (credit.person == other) is is_taken
    assert is_taken or "Zhumat Shanin" not in page.text


@pytest.mark.parametrize("rights", [STATEMENTS])
def test_what_stands_in_a_form_stays_in_it(writer):
    statement, film = make_statement(), make_film()
    statement.films.add(film)
    saved = writer.post(address(statement), open_form(writer, statement))
    assert saved.status_code == 302
    assert list(statement.films.all()) == [film]
