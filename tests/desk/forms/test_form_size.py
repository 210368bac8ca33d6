"""How many bytes the longest forms of staff are: each list of codes once, no indents."""

import re

import pytest
from factories import (
    make_claim,
    make_everything_of,
    make_film,
    make_person,
    make_screening,
    make_user,
)
from forms_of_the_admin import address

from people.models import PersonClaim

pytestmark = pytest.mark.django_db


@pytest.fixture
def size(client):
    client.force_login(make_user("editors"))
    return lambda row: len(client.get(address(row)).content)


def person_with(count):
    person = make_person()
    for _ in range(count):
        make_claim(PersonClaim, person=person)
    return person


def film_with(count):
    film = make_everything_of(make_film())
    for _ in range(count):
        make_screening(film)
    return film


@pytest.mark.parametrize(("make", "most"), [(person_with, 7_000), (film_with, 10_000)])
def test_a_part_costs_its_own_fields_and_no_list_of_codes(size, make, most):
    assert (size(make(4)) - size(make(1))) / 3 < most


def test_a_form_of_a_film_has_each_list_of_codes_once(client):
    client.force_login(make_user("editors"))
    text = client.get(address(film_with(3))).text
    lists = re.findall(r'<template id="(list-\w+)"', text)
    assert len(lists) == len(set(lists))
    assert {*re.findall(r'data-list="([^"]+)"', text)} == {*lists}
    assert (text.count("\nKZ\t"), text.count("\nAfrica/Lagos\t")) == (1, 1)


def test_only_what_stands_between_two_tags_is_left_out(client):
    client.force_login(make_user("editors"))
    person = make_person(biography_en="<p>One</p>\n\n<p>Two</p>")
    assert "&lt;/p&gt;\n\n&lt;p&gt;Two" in client.get(address(person)).text


def test_what_is_empty_stays_without_a_gap(client):
    client.force_login(make_user("editors"))
    text = client.get(address(film_with(1))).text
    assert re.findall(r"<textarea[^>]*>(?!\n)", text) == re.findall(r"> </textarea>", text) == []


def test_a_help_is_said_once_for_all_parts(client):
    client.force_login(make_user("editors"))
    text = client.get(address(person_with(3))).text
    said = "Sources that agree say it in the same words, and with the same date."
    assert text.count(said) == 1
    [key] = re.findall(rf'<dd id="([\w-]+)">{said}', text)
    assert text.count(f'aria-describedby="{key}"') == 4 * (3 + 1)  # languages, parts and a new one
