"""Each language of the site has one preferred form of a name, and the form of a person sees to it."""

import pytest
from factories import make_person, make_user
from forms_of_the_admin import open_form, save, save_well

from people.models import PersonName

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    """Two forms of the name, of which the first is preferred everywhere."""
    person = make_person("Xian Xinghai")
    PersonName.objects.create(person=person, value="冼星海", tag="zh-Hans", position=1)
    return person


def sign_in(client, group="editors"):
    client.force_login(make_user(group))
    return client


def refusals(response):
    """What is said above the names."""
    names = response.context["inline_admin_formsets"][0].formset
    return names.non_form_errors()


def test_two_names_preferred_on_the_same_pages_are_refused(client, person):
    fields = open_form(sign_in(client), person) | {"names-1-preferred_for": ["ru", "zh-hans"]}
    assert refusals(save(client, person, fields)) == [
        "More than one name is preferred on the pages in: Русский, 简体中文. Keep one for each."
    ]


def test_a_name_gives_way_to_another(client, person):
    fields = open_form(sign_in(client), person)
    fields |= {"names-0-preferred_for": ["en", "kk", "ru"], "names-1-preferred_for": ["zh-hans"]}
    save_well(client, person, fields)
    assert [name.preferred_for for name in person.names.all()] == [["en", "kk", "ru"], ["zh-hans"]]


def test_a_name_that_is_taken_away_is_preferred_no_more(client, person):
    fields = open_form(sign_in(client), person)
    save_well(client, person, fields | {"names-0-DELETE": "on", "names-1-preferred_for": ["en"]})
    assert [name.value for name in person.names.all()] == ["冼星海"]


def test_a_translator_need_not_mend_what_the_form_does_not_hold(client, person):
    person.names.update(preferred_for=["en"])
    save_well(sign_in(client, "translators"), person, open_form(client, person))
