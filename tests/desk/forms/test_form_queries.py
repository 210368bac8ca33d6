"""How many queries the forms of staff ask: the same with 3 and with 30 of everything in them."""

import pytest
from factories import (
    make_attachment,
    make_contact,
    make_correction,
    make_everything_about,
    make_organisation,
    make_person,
    make_press_office,
    make_quote,
    make_statement,
    make_user,
)
from forms_of_the_admin import address

pytestmark = pytest.mark.django_db


def statement_with(count):
    people = [make_person() for _ in range(count)]
    organisations = [make_organisation() for _ in range(count)]
    office = make_press_office()
    contacts = [make_contact(office) for _ in range(count)]
    statement = make_statement(people=people)
    statement.issuers.set(organisations)
    statement.contacts.set(contacts)
    for person, organisation in zip(people, organisations, strict=True):
        make_quote(statement, speaker=person)
        make_quote(statement, speaker_organisation=organisation)
        make_correction(statement)
        make_attachment(statement)
    return statement


def person_with(count):
    person = make_person()
    for _ in range(count):
        make_everything_about(person)
    return person


def office_with(count):
    office = make_press_office()
    for _ in range(count):
        make_contact(office)
    return office


@pytest.mark.parametrize("count", [3, 30])
@pytest.mark.parametrize(
    ("make", "queries"), [(statement_with, 31), (person_with, 18), (office_with, 11)]
)
def test_a_form_asks_as_many_queries_however_much_it_holds(
    client, django_assert_num_queries, make, queries, count
):
    client.force_login(make_user("publishers"))
    path = address(make(count))
    client.get(path)
    with django_assert_num_queries(queries):
        assert client.get(path).status_code == 200
