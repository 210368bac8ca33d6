"""A film with three hundred credits, all the way from a file to its public page."""

import json
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from factories import make_film, make_person, make_user
from forms_of_the_admin import address, open_form, save_well

pytestmark = pytest.mark.django_db
IMPORT = "/admin/films/credit/csv/credits/import/"
NUMBERS = range(1, 301)


@pytest.fixture
def publisher(client):
    client.force_login(make_user("publishers"))
    return client


def file_for(film):
    people = [make_person().slug for _ in range(10)]
    rows = [f",{film.slug},cast,actor,{people[n % 10]},Part {n:03}" for n in NUMBERS]
    return "\n".join(["id,film,department,role,person,character_en", *rows])


def bring_in(client, text):
    look = client.post(IMPORT, {"file": SimpleUploadedFile("credits.csv", text.encode())})
    client.post(IMPORT, {"seen": re.search(r'name="seen" value="([^"]+)"', look.text)[1]})


def move(client, credit, place):
    wish = json.dumps({"key": credit.pk, "to": place})
    client.post(reverse("admin:films_credit_move"), wish, "application/json")


def publish(client, film):
    page = client.get(address(film, "publish"))
    approval_digest = page.context["proposal"].approval_digest
    client.post(
        address(film, "publish"), {"approval_digest": approval_digest, "when": "now", "zone": "UTC"}
    )


def test_three_hundred_credits_go_from_a_file_to_the_public_page(publisher):
    film = make_film()
    bring_in(publisher, file_for(film))
    move(publisher, film.credits.last(), place=2)
    save_well(publisher, film, open_form(publisher, film) | {"year": "2019"})
    publish(publisher, film)
    _head, text = publisher.get(f"/en/films/{film.slug}/").text.split('class="departments"')
    parts = [int(number) for number in re.findall(r"Part (\d{3})", text)]
    assert parts == [1, 300, *range(2, 300)]
