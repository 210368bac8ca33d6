"""The demonstration once it is loaded: what is public of it, and what a second run does."""

import json

import pytest
from django.core.management import call_command
from django.utils import timezone
from small_demo import load_small_demo, public

from composer_site import demo
from composer_site.publishing.models import Edition, Page
from people.models import Person
from press.models import Statement

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def _loaded(shared_rows, tmp_path_factory):
    load_small_demo(tmp_path_factory.mktemp("illustrations"))


def test_everything_meant_for_visitors_is_public():
    people = Person.objects.exclude(slug__in=demo.NAMED_ONLY).count()
    assert public() == {
        "film": 1,
        "person": people,
        "organisation": 5,
        "statement": 6,
        "press_office": 1,
    }


def test_people_of_whom_only_a_credit_is_known_have_no_page():
    named = Person.objects.filter(slug__in=demo.NAMED_ONLY).values("uid")
    assert len(named) == len(demo.NAMED_ONLY)
    assert not Edition.objects.filter(uid__in=named).exists()


def test_the_embargoed_statement_is_published_for_its_hour_in_almaty():
    statement = Statement.objects.get(slug="example-anniversary-screening")
    edition = Edition.objects.get(uid=statement.uid)
    assert edition.starts_at.isoformat() == "2049-05-03T05:00:00+00:00"


def test_the_withdrawn_statement_says_why_in_four_languages():
    tombstones = Page.objects.withdrawn(timezone.now())
    reasons = {page.language: page.document["reason"]["text"] for page in tombstones}
    assert reasons == demo.WITHDRAWN["example-withdrawn-screening"]


def forms_printed(number):
    """(the right form, the wrong one, corrections) of the pages of an edition, each once."""
    pages = Page.objects.filter(slug="names-of-xian-xinghai", edition__number=number)
    printed = [(json.dumps(page.document["body"]), page.document["corrections"]) for page in pages]
    return {
        ("Sinn Sing Hoi" in body, "Sinn Sing Hol" in body, len(above)) for body, above in printed
    }


def test_the_corrected_statement_was_first_published_with_the_wrong_form():
    assert forms_printed(1) == {(False, True, 0)}


def test_the_corrected_statement_has_the_right_form_and_its_correction():
    assert forms_printed(2) == {(True, False, 1)}


def test_a_second_run_says_so_and_changes_nothing(capsys):
    before = list(Edition.objects.values_list("pk", "digest", "ends_at"))
    call_command("load_demo", verbosity=0)
    assert capsys.readouterr().out.splitlines()[-1].startswith("The demonstration is already here.")
    assert list(Edition.objects.values_list("pk", "digest", "ends_at")) == before


def test_a_second_run_keeps_what_staff_have_changed():
    Statement.objects.filter(slug="joint-film-announced").update(headline_en="Mended")
    call_command("load_demo", verbosity=0)
    assert Statement.objects.get(slug="joint-film-announced").headline_en == "Mended"
