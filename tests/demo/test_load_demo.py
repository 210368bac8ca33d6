"""`load_demo`: all of the demonstration or nothing, and never over other content."""

import json
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from factories import make_organisation
from small_demo import public, small_illustrations

from composer_site import demo
from composer_site.publishing.models import Page
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


def stored_files():
    return [path for path in Path(default_storage.location).rglob("*") if path.is_file()]


def row_number(app, slug):
    rows = json.loads(dict(zip(demo.APPS, demo.fixtures(), strict=True))[app].read_text())
    slugs = [row["fields"].get("slug") for row in rows]
    return slugs.index(slug) + 1


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
