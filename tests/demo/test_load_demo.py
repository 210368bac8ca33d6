"""`load_demo`: all of the demonstration or nothing, and never over other content."""

import json
from collections import Counter
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone
from factories import make_organisation
from small_demo import small_illustrations

from composer_site import demo
from composer_site.publishing.models import Edition, Page
from people.models import Person
from press.models import Statement

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _small_pictures(tmp_path):
    """test_demo_content.py looks at the real ones."""
    with small_illustrations(tmp_path):
        yield


@pytest.fixture
def bad_fixture(tmp_path, monkeypatch):
    """A function that spoils one field of a copied fixture and has the command read the copy."""

    def spoil(app, number, field, value):
        folder = tmp_path / "fixtures" / app
        folder.mkdir(parents=True)
        sources = dict(zip(demo.APPS, demo.fixtures(), strict=True))
        copy = folder / "demo.json"
        rows = json.loads(sources[app].read_text())
        rows[number - 1]["fields"][field] = value
        copy.write_text(json.dumps(rows))
        paths = [copy if name == app else path for name, path in sources.items()]
        monkeypatch.setattr(demo, "fixtures", lambda: paths)
        return copy

    return spoil


def load(*arguments):
    call_command("load_demo", *arguments, verbosity=0)


def public():
    pages = Page.objects.public(timezone.now()).filter(language="kk")
    return Counter(pages.values_list("content_kind", flat=True))


def stored_files():
    return [path for path in Path(default_storage.location).rglob("*") if path.is_file()]


def row_number(app, slug):
    rows = json.loads(dict(zip(demo.APPS, demo.fixtures(), strict=True))[app].read_text())
    slugs = [row["fields"].get("slug") for row in rows]
    return slugs.index(slug) + 1


def test_everything_meant_for_visitors_is_public():
    load()
    people = Person.objects.exclude(slug__in=demo.NAMED_ONLY).count()
    assert public() == {
        "film": 1,
        "person": people,
        "organisation": 5,
        "statement": 6,
        "press_office": 1,
    }


def test_people_of_whom_only_a_credit_is_known_have_no_page():
    load()
    named = Person.objects.filter(slug__in=demo.NAMED_ONLY).values("uid")
    assert len(named) == len(demo.NAMED_ONLY)
    assert not Edition.objects.filter(uid__in=named).exists()


def test_the_embargoed_statement_is_published_for_its_hour_in_almaty():
    load()
    statement = Statement.objects.get(slug="example-anniversary-screening")
    edition = Edition.objects.get(uid=statement.uid)
    assert edition.starts_at.isoformat() == "2049-05-03T05:00:00+00:00"


def test_the_withdrawn_statement_says_why_in_four_languages():
    load()
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
    load()
    assert forms_printed(1) == {(False, True, 0)}


def test_the_corrected_statement_has_the_right_form_and_its_correction():
    load()
    assert forms_printed(2) == {(True, False, 1)}


def test_a_second_run_says_so_and_changes_nothing(capsys):
    load()
    before = list(Edition.objects.values_list("pk", "digest", "ends_at"))
    load()
    assert capsys.readouterr().out.splitlines()[-1].startswith("The demonstration is already here.")
    assert list(Edition.objects.values_list("pk", "digest", "ends_at")) == before


def test_a_second_run_keeps_what_staff_have_changed():
    load()
    Statement.objects.filter(slug="joint-film-announced").update(headline_en="Mended")
    load()
    assert Statement.objects.get(slug="joint-film-announced").headline_en == "Mended"


def test_other_content_is_not_mixed_with_the_demonstration():
    make_organisation()
    with pytest.raises(CommandError, match="holds other content"):
        load()


@pytest.mark.parametrize(
    ("app", "slug", "field", "value", "said"),
    [
        ("press", "joint-film-announced", "date", "8 June", "8 June"),
        ("press", "joint-film-announced", "headline_en", "", "Fill this in"),
        ("press", "joint-film-announced", "films", [["another-film"]], "does not exist"),
        ("people", "xian-xinghai", "born", "1905-13", "1905-13"),
        ("films", "the-composer", "colours", "all", "no field named 'colours'"),
    ],
)
def test_a_bad_row_is_named_with_its_file_and_field(bad_fixture, app, slug, field, value, said):
    number = row_number(app, slug)
    copy = bad_fixture(app, number, field, value)
    with pytest.raises(CommandError) as error:
        load()
    message = str(error.value)
    assert message.startswith(f"{copy}, row {number} (")
    assert f"{slug}), field {field}: " in message
    assert said in message


def test_a_bad_row_leaves_neither_rows_nor_files(bad_fixture):
    bad_fixture("press", row_number("press", "joint-film-announced"), "date", "8 June")
    with pytest.raises(CommandError):
        load()
    assert (demo.has_content(), stored_files()) == (False, [])


def test_a_missing_illustration_is_named():
    (demo.ILLUSTRATIONS / "letter.jpg").unlink()
    with pytest.raises(CommandError, match=r"library\.picture letter.*letter\.jpg"):
        load()


def test_a_missing_fact_sheet_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(demo, "FACT_SHEETS", tmp_path)
    with pytest.raises(CommandError, match=r"library\.pdf fact-sheet-en.*fact-sheet-en\.pdf"):
        load()


def test_a_fixture_that_is_no_json_is_named(tmp_path, monkeypatch):
    whole, broken = demo.fixtures(), tmp_path / "demo.json"
    broken.write_text(whole[0].read_text()[:-5])
    monkeypatch.setattr(demo, "fixtures", lambda: [broken, *whole[1:]])
    with pytest.raises(CommandError, match=str(broken)):
        load()


def test_the_fixtures_load_with_djangos_own_command():
    call_command("loaddata", "demo", verbosity=0)
    assert Statement.objects.get(slug="joint-film-announced").quotes.count() == 4


def test_scale_adds_that_many_and_a_second_run_none():
    load("--scale", "4")
    load("--scale", "6")
    invented = Statement.objects.filter(slug__startswith="example-0")
    assert invented.count() == 6
    assert public()["statement"] == 6 + 6


def test_an_invented_statement_says_in_every_language_that_it_is_an_example():
    load("--scale", "3")
    pages = Page.objects.filter(slug="example-00003")
    words = {"en": "Example 3", "kk": "3-мысал", "ru": "Пример 3", "zh-hans": "示例3"}
    assert {page.language: page.title.startswith(words[page.language]) for page in pages} == (
        dict.fromkeys(words, True)
    )
