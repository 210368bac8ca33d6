"""Whatever writes a picture or a PDF writes, under the lock, what visitors know of it; and where SQL
went past all of it, the check says so.
"""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.core import serializers
from django.core.management import call_command
from django.db import connection
from factories import make_pdf, make_picture, numbers

from composer_site.library.models import Pdf, Picture
from composer_site.publishing.stored_files import StoredFile

pytestmark = pytest.mark.django_db
END = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
LICENSED = {"rights": "licensed", "usable_until": END}


def by_save(picture):
    picture.rights, picture.usable_until = LICENSED.values()
    picture.save()


def by_save_of_one_column(picture):
    picture.rights, picture.usable_until = LICENSED.values()
    picture.save(update_fields=["rights"])
    picture.save(update_fields=["usable_until"])


def by_fixture(picture):
    picture.rights, picture.usable_until = LICENSED.values()
    written = serializers.serialize("json", [picture])
    next(serializers.deserialize("json", written)).save()


def by_update(picture):
    Picture.objects.filter(rights="press").update(**LICENSED)


def by_bulk_update(picture):
    picture.rights, picture.usable_until = LICENSED.values()
    Picture.objects.bulk_update([picture], LICENSED)


def by_update_or_create(picture):
    Picture.objects.update_or_create(pk=picture.pk, defaults=LICENSED)


WAYS = [by_save, by_save_of_one_column, by_fixture, by_update, by_bulk_update, by_update_or_create]


@pytest.mark.parametrize("write", WAYS)
def test_each_way_of_changing_a_picture_changes_what_visitors_know(write):
    picture = make_picture()
    write(picture)
    row = StoredFile.objects.get(uid=picture.uid)
    assert (row.content_kind, row.token, row.rights, row.usable_until) == (
        "picture",
        picture.token,
        *LICENSED.values(),
    )
    assert Picture.stale_on_the_street() == set()


def anew(model):
    return model(name=f"File {next(numbers)}")


def added_by_fixture(model):
    fields = {"name": "A", "added_at": "2026-11-22T12:00:00Z"}
    row = {"model": model._meta.label_lower, "fields": fields}
    next(serializers.deserialize("python", [row])).save()


CREATING = [
    lambda model: anew(model).save(),
    lambda model: model.objects.create(name="A"),
    lambda model: model.objects.get_or_create(name="A"),
    lambda model: model.objects.bulk_create([anew(model), anew(model)]),
    added_by_fixture,
]


@pytest.mark.parametrize("model", [Picture, Pdf])
@pytest.mark.parametrize("create", CREATING)
def test_each_way_of_adding_a_file_adds_what_visitors_know(create, model):
    create(model)
    uids = set(model.objects.values_list("uid", flat=True))
    assert uids == set(StoredFile.objects.values_list("uid", flat=True))
    assert model.stale_on_the_street() == set()


@pytest.mark.parametrize(
    "delete", [lambda file: file.delete(), lambda file: type(file).objects.all().delete()]
)
@pytest.mark.parametrize("make", [make_picture, make_pdf])
def test_what_is_deleted_is_forgotten(delete, make):
    delete(make())
    assert not StoredFile.objects.exists()


def test_a_pdf_is_known_by_its_token_and_digest():
    pdf = make_pdf()
    row = StoredFile.objects.get()
    assert (row.content_kind, row.uid, row.token, row.digest) == (
        "file",
        pdf.uid,
        pdf.token,
        pdf.digest,
    )


@pytest.fixture
def lock(monkeypatch):
    """[whether it is held]"""
    held = [False]

    @contextmanager
    def recorded():
        before, held[0] = held[0], True
        yield
        held[0] = before

    monkeypatch.setattr("composer_site.library.original.publishing_lock", recorded)
    return held


@pytest.mark.parametrize("write", [*WAYS, lambda picture: picture.delete()])
def test_it_is_written_under_the_publishing_lock(write, lock):
    picture, seen = make_picture(), []

    def note(execute, sql, *args):
        seen.extend(lock if "publishing_storedfile" in sql else [])
        return execute(sql, *args)

    with connection.execute_wrapper(note):
        write(picture)
    assert set(seen) == {True}


# The check


def said_by_the_check(capsys):
    call_command("check", databases=["default"])
    return capsys.readouterr().err


def by_sql(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE library_picture SET rights = 'licensed'",
        "UPDATE library_picture SET usable_until = '2020-01-01 00:00:00+00:00'",
        "UPDATE publishing_storedfile SET token = 'another'",
        "DELETE FROM publishing_storedfile",
        "DELETE FROM library_picture",
    ],
)
def test_the_check_finds_what_sql_wrote_past_it(sql, capsys):
    uid = make_picture().uid
    by_sql(sql)
    assert str(uid) in said_by_the_check(capsys)


def test_the_check_says_nothing_of_what_is_as_it_should_be(capsys):
    make_picture(), make_pdf()
    assert "composer.W011" not in said_by_the_check(capsys)
