"""“Save and next” goes through all that waits, as the list has it."""

import pytest
from django.urls import reverse
from django.utils import timezone
from factories import make_film, make_person, make_picture, make_statement, make_user

pytestmark = pytest.mark.django_db
DESK = reverse("translation_desk", args=["kk"])


@pytest.fixture
def translator(client):
    client.force_login(make_user("translators"))
    return client


def at_one_time(*things):
    """As an import or a fixture leaves them."""
    time = timezone.now()
    for thing in things:
        column = "updated_at" if hasattr(thing, "updated_at") else "added_at"
        type(thing).objects.filter(pk=thing.pk).update(**{column: time})


def walked(client, address):
    """The addresses that “Save and next” leads to, up to the list itself."""
    while address != DESK:
        yield address
        address = client.post(address, {"_next": ""}).url


def test_things_of_one_time_are_all_passed_in_the_order_of_the_list(translator):
    pairs = [
        (make(languages=["en"]), make(languages=["en"]))
        for make in (make_film, make_person, make_statement)
    ]
    pictures = make_picture(alt_kk=""), make_picture(alt_kk="")
    at_one_time(*(thing for pair in pairs for thing in pair), *pictures)
    listed = [thing["address"] for thing in translator.get(DESK).context["things"]]
    assert len(listed) == 8
    assert list(walked(translator, listed[0])) == listed
