"""What was saved meanwhile is said as comparisons of editions say it."""

import json

import pytest
from django.core import serializers
from factories import make_credit, make_film, make_person, make_statement

from composer_site.desk.differences import differences
from composer_site.desk.record_fields import facts

pytestmark = pytest.mark.django_db


def record(*rows):
    return json.loads(serializers.serialize("json", rows))


def said(old, new):
    changes = differences(facts(old, new), facts(new, old))
    return {(change.part, change.label): change.html for change in changes}


def test_dates_are_said_in_words():
    person = make_person(born="1905-06-13")
    old = record(person)
    person.born = "1905-06"
    assert said(old, record(person)) == {("", "Born"): "<p><del>13 </del>June 1905</p>"}


def test_a_relation_to_many_is_said_row_by_row():
    stays, comes = make_film(title_en="Stays"), make_film(title_en="Comes")
    statement = make_statement(films=[stays])
    old = record(statement)
    statement.films.add(comes)
    assert said(old, record(statement)) == {
        ("", "Films it is about"): "<ul><li><b>Added:</b> <ins>Comes</ins></li></ul>"
    }


def test_a_part_is_added_or_removed_as_a_whole():
    film = make_film()
    credit = make_credit(film, make_person("Hu Jun"))
    alone, both = record(film), record(film, credit)
    part = f"Credit “{credit}”"
    assert said(alone, both) == {("", part): "added"}
    assert said(both, alone) == {("", part): "removed"}


def test_what_stayed_asks_no_query(django_assert_num_queries):
    film = make_film()
    old = record(film, *(make_credit(film, make_person(f"Actor {n}")) for n in range(3)))
    with django_assert_num_queries(0):
        assert said(old, old) == {}
