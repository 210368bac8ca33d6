"""Rows of forms that are drawn without a template for each field."""

import re

import pytest
from factories import make_claim, make_film, make_person, make_screening, make_user
from forms_of_the_admin import address, fields_of

from people.models import PersonClaim

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(make_user("editors"))
    return client


def person_with_claims():
    person = make_person()
    for topic in ("born", "arrival"):
        make_claim(PersonClaim, person=person, topic=topic)
    return person


def unlabelled(text):
    """The names of fields that no label is for, and none is around."""
    labels = set(re.findall(r'<label[^>]* for="([^"]+)"', text))
    inside = set(re.findall(r'<label><input[^>]* id="([^"]+)"', text))
    fields = re.findall(r"<(?:input|select|textarea)\b[^>]*>", text)
    ids = {
        m[1]
        for field in fields
        if 'type="hidden"' not in field and (m := re.search(r' id="([^"]+)"', field))
    }
    return {key for key in ids - labels - inside if not key.endswith(("_0", "_1"))}


@pytest.mark.parametrize("make", [person_with_claims, lambda: make_screening(make_film()).film])
def test_every_field_has_its_label(editor, make):
    text = editor.get(address(make())).text
    assert unlabelled(text[text.index("<form") :]) <= {"searchbar", "nav-filter"}


def refused(editor, person):
    """The page that a claim without a topic, and a year that is none, come back with."""
    fields = fields_of(editor.get(address(person)), person)
    return editor.post(
        address(person), fields | {"claims-1-topic": "", "claims-1-date": "soon"}
    ).text


def test_an_error_stands_at_its_field_of_its_part(editor):
    text = refused(editor, person_with_claims())
    assert re.findall(r'<ul class="errorlist" id="id_(claims-\d-\w+)_error">', text) == [
        "claims-1-topic",
        "claims-1-date",
    ]


def test_a_wrong_field_is_described_by_its_help_and_its_error(editor):
    text = refused(editor, person_with_claims())
    [described] = re.findall(r'name="claims-1-date"[^>]* aria-describedby="([^"]+)"', text)
    keys = described.split()
    assert keys[1] == "id_claims-1-date_error"
    assert all(f'id="{key}"' in text for key in keys)


def test_a_label_of_one_part_is_no_label_of_another(editor):
    text = editor.get(address(person_with_claims())).text
    labels = re.findall(r'for="id_(claims-\w+-topic)"', text)
    assert labels == ["claims-0-topic", "claims-1-topic", "claims-__prefix__-topic"]
