"""Roles in the credits: each has a department, and words of its own in every language."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from factories import make_credit, make_film, make_user
from forms_of_the_admin import address

from composer_site.values.languages import LANGUAGES
from films.vocabulary import ROLES_ANYWHERE, ROLES_OF, Department, Role

pytestmark = pytest.mark.django_db


def refusals(department, role):
    """{field: sentences} about a credit's department and role."""
    try:
        make_credit(make_film(), department=department, role=role).full_clean()
    except ValidationError as error:
        return error.message_dict
    return {}


@pytest.mark.parametrize(
    ("department", "role"),
    [("camera", "gaffer"), ("sound", "foley-artist"), ("music", "consultant"), ("sound", "voice")],
)
def test_a_role_stands_in_its_department(department, role):
    assert refusals(department, role) == {}


def test_a_role_of_another_department_is_refused():
    assert refusals("camera", "lyricist") == {
        "role": ["“Lyricist” is no role of the department “Camera”: choose another of the two."]
    }


def test_an_unknown_department_is_said_once():
    assert refusals("kitchen", "lyricist").keys() == {"department"}


def test_every_role_has_a_department():
    assert {*ROLES_ANYWHERE}.union(*ROLES_OF.values()) == {*Role}
    assert ROLES_OF.keys() == {*Department}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_two_roles_are_called_the_same(code):
    with translation.override(code):
        words = [str(words).casefold() for words in Role.labels]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", ["department", "role"])
def test_departments_and_roles_are_chosen_from_searchable_lists(client, name):
    client.force_login(make_user("editors"))
    form = client.get(address(make_credit(make_film()))).context["adminform"].form
    assert 'data-codes="one"' in str(form[name])
