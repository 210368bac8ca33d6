"""What rows are found by follows their names, in every way of writing."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.core import management, serializers
from django.core.checks import run_checks
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from factories import (
    make_film,
    make_organisation,
    make_person,
    make_picture,
    make_statement,
    make_superuser,
)

from composer_site.desk.tables.exchange import carry_out
from composer_site.desk.tables.plan import Plan
from composer_site.publishing.models import Page
from composer_site.publishing.publish import publish
from composer_site.publishing.snapshot import restore
from films.models import Film
from people.models import Organisation, PersonName
from people.tables import NAMES

pytestmark = pytest.mark.django_db


def stored(row):
    return type(row).objects.values_list("folded", flat=True).get(pk=row.pk)


def warnings():
    return [w for w in run_checks(databases=["default"]) if w.id == "composer.W012"]


def test_a_save_keeps_the_names_folded():
    film = make_film(slug="opera", title_kk="Бақытжан", title_zh_hans="冼星海")
    assert {"opera", "бакытжан", "冼星海"} <= set(stored(film).split("\n"))


def test_a_save_of_some_columns_folds_too():
    film = make_film()
    film.title_kk = "Қазақ"
    film.save(update_fields=["title_kk"])
    assert "казак" in stored(film)


def test_a_fixture_is_folded():
    row = make_person("Абай").names.get()
    text = serializers.serialize("json", [row]).replace("Абай", "Құрманғазы")
    next(serializers.deserialize("json", text)).save()
    assert stored(row) == "курмангазы"


def test_what_is_created_in_bulk_is_folded():
    Organisation.objects.bulk_create([Organisation(slug="a", name_kk="Қазақфильм")])
    assert stored(Organisation.objects.get(slug="a")) == "a\nказакфильм"


def test_an_imported_row_is_folded():
    person = make_person("Abai")
    row = ["", person.slug, "Құнанбайұлы", "kk", "native"]
    carry_out(Plan(NAMES, [["id", "person", "value", "tag", "kind"], row]), make_superuser())
    assert stored(person.names.get(tag="kk")) == "кунанбайулы"


def test_a_restored_edition_is_folded():
    film = make_film(title_kk="Үміт")
    edition = publish(film, by=None)
    film.title_kk = "Басқа"
    film.save()
    restore(edition, film)
    assert "умит" in stored(film)


def test_a_page_is_folded_by_its_title():
    publish(make_film(title_kk="Үміт"), by=None)
    assert Page.objects.get(language="kk", folded="умит")


def test_no_record_or_fixture_has_it():
    assert "folded" not in serializers.serialize("json", [make_film()])


@pytest.mark.parametrize("make", [make_film, make_organisation, make_statement, make_picture])
def test_a_row_that_went_past_every_save_is_named(make):
    row = make()
    assert warnings() == []
    type(row)._base_manager.filter(pk=row.pk).update(folded="old")
    assert [warning.obj for warning in warnings()] == [type(row)]


def test_the_command_folds_what_was_left_behind(capsys):
    publish(make_film(title_en="Қобыз"), by=None)
    Film.objects.update(folded="old")
    Page.objects.filter(language="en").update(tokens="old")
    management.call_command("rebuild_search")
    assert capsys.readouterr().out == "1 rows and 1 pages were folded anew.\n"
    assert "кобыз" in Page.objects.get(language="en").tokens
    assert warnings() == []


def test_rows_of_before_are_folded_by_their_migration():
    person = make_person("Бақытжан")
    PersonName.objects.update(folded="")
    loader = MigrationLoader(connection)
    key = next(key for key in loader.disk_migrations if key[1].endswith("fold_stored_names"))
    then = loader.project_state(key).apps
    import_module(f"press.migrations.{key[1]}").fold(then, SimpleNamespace(connection=connection))
    assert stored(person.names.get()) == "бакытжан"
