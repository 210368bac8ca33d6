"""The credits on a film's page: its billing block, its departments, and what machines read."""

import json
import re

import pytest
from factories import (
    in_all,
    make_credit,
    make_film,
    make_organisation,
    make_person,
    published,
)

from films.templatetags.film_words import part_in

pytestmark = pytest.mark.django_db


def read(client, film, code="en"):
    return client.get(f"/{code}/films/{film.slug}/").text


def in_departments(text):
    part = re.search(r'<div class="departments">(.*?)<p class="names-link">', text, re.DOTALL)[1]
    return " ".join(re.sub("<[^>]*>", " ", part).split())


def test_the_billing_block_honours_marks_and_printed_names(client):
    film = make_film()
    make_credit(film, make_person("Hu Jun"), position=1)
    make_credit(film, make_person("Old Name"), credited_as="New Name", position=2)
    make_credit(film, make_person("Third"), mark="and", position=3)
    make_credit(film, make_person("Second"), mark="with", position=4)
    film.credits.create(person=make_person("Xirzat"), department="direction", role="director")
    block = re.search(
        r'<p class="billing-block">(.*?)</p>', read(client, published(film)), re.DOTALL
    )[1]
    words = " ".join(re.sub("<[^>]*>", " ", block).split())
    assert words == "Hu Jun New Name with Second and Third Director Xirzat"


def test_the_billing_block_names_companies_in_the_language_of_the_page(client):
    film = make_film()
    studio = make_organisation(**in_all("name", "Studio"))
    film.credits.create(organisation=studio, department="companies", role="production-company")
    block = re.search(
        r'<p class="billing-block">(.*?)</p>', read(client, published(film), "zh-hans"), re.DOTALL
    )
    assert "Studio (zh-hans)" in block[1]


def test_departments_stand_in_the_order_of_the_credits_and_roles_together(client):
    film = make_film()
    camera, operator = ("camera", "cinematographer"), ("camera", "camera-operator")
    for position, (department, role) in enumerate(
        [camera, ("production", "producer"), operator, camera]
    ):
        person = make_person(f"N{position}")
        film.credits.create(person=person, department=department, role=role, position=position)
    text = read(client, published(film))
    after = text[text.index('class="department"') :]
    names = re.findall(r"<h3>(\w+)</h3>|<dt>([\w ]+)</dt>|\b(N\d)\b", after)
    assert [a or b or c for a, b, c in names] == [
        *("Camera", "Cinematographer", "N0", "N3", "Camera operator", "N2"),
        *("Production", "Producer", "N1"),
    ]


@pytest.mark.parametrize("department", ["cast", "sound"])
def test_a_credit_says_whom_it_plays_in_any_department(client, department):
    film, columns = make_film(), {"department": department, "role": "voice", "mark": "with"}
    composer, character = make_person("Xian Xinghai"), in_all("character", "Huang Xun")
    person = make_person("Hu Jun")
    film.credits.create(person=person, portrays=composer, **columns, **character)
    said = in_departments(read(client, published(film)))
    words = ("with Hu Jun", "Huang Xun (en) historical person: Xian Xinghai", "Voice")
    assert [one for one in words if one not in said] == []


@pytest.mark.parametrize("character", [{}, {"character_en": "Xian Xinghai"}])
@pytest.mark.parametrize("department", ["cast", "sound"])
def test_a_historical_person_is_named_once(client, department, character):
    film, columns = make_film(), {"department": department, "role": "voice"}
    composer = make_person("Xian Xinghai")
    film.credits.create(person=make_person(), portrays=composer, **columns, **character)
    assert in_departments(read(client, published(film))).count("Xian Xinghai") == 1


def test_three_hundred_credits_are_all_there(client):
    film, person = make_film(), make_person()
    for number in range(300):
        make_credit(film, person, position=number, **in_all("character", f"Part {number:03}"))
    text = read(client, published(film))
    assert len(set(re.findall(r"Part \d{3} \(en\)", text))) == 300


@pytest.mark.parametrize(
    ("relations", "words"),
    [
        ("director producer", "Director, producer"),
        ("actor portrayed", "Actor"),
        ("portrayed", ""),
        ("credit", ""),
    ],
)
def test_a_persons_page_says_what_they_did_in_a_film(relations, words):
    assert part_in(relations) == words


# Machines


@pytest.mark.parametrize("character", [in_all("character", "Xian"), {"portrays": "Xian (en)"}])
@pytest.mark.parametrize(("department", "role"), [("cast", "actor"), ("sound", "voice")])
def test_machines_read_characters(client, department, role, character):
    film = make_film()
    columns = {
        name: make_person(text) if name == "portrays" else text for name, text in character.items()
    }
    film.credits.create(person=make_person("Hu Jun"), department=department, role=role, **columns)
    data = re.search(
        r'<script type="application/ld\+json">(.*?)</script>', read(client, published(film))
    )
    assert json.loads(data[1])["actor"] == [
        {
            "@type": "PerformanceRole",
            "actor": {"@type": "Person", "name": "Hu Jun"},
            "characterName": "Xian (en)",
        }
    ]
