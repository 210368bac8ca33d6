"""A forged number of parts costs no more than the form can hold, and changes nothing."""

import pytest
from factories import make_film, make_person, make_press_office, make_statement, make_superuser
from forms_of_the_admin import address, fields_of

pytestmark = pytest.mark.django_db

FORGED = 2000


@pytest.mark.parametrize("make", [make_film, make_person, make_statement, make_press_office])
def test_a_form_with_thousands_of_parts_is_refused_with_a_sentence(client, make):
    client.force_login(make_superuser())
    thing = make()
    fields = fields_of(client.get(address(thing)), thing)
    totals = [name for name in fields if name.endswith("-TOTAL_FORMS")]
    assert totals
    for name in totals:
        answer = client.post(address(thing), fields | {name: str(FORGED)})
        assert "Please submit at most 200 forms." in answer.text
        assert answer.text.count('class="inline-related') < 500
    version = type(thing).objects.get(pk=thing.pk).version
    assert version == thing.version
