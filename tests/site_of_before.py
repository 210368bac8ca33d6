"""A site as an older version of the code left it, brought up to date the way the README says.

`backup.zip` was made by that code's own `manage.py backup`, on SQLite; it is packed more tightly
since. `answers.json` is what that code answered: {time: {path: [status, what was read]}}, which is
the texts of documents, where it leads to, or a digest of a file; of the later times, what differs
from the first in English and Kazakh. Neither is ever made anew.
"""

import contextlib
import json
import sqlite3
import uuid
import zipfile
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings

HERE = Path(__file__).parent / "operations/site_of_before"
BACKUP = HERE / "backup.zip"
ANSWERS = json.loads((HERE / "answers.json").read_text(encoding="utf-8"))


@contextlib.contextmanager
def site_of_before(directory):
    """Restored and migrated, as the default database. Yields where its files are."""
    media = directory / "media"
    with an_empty_database(directory), override_settings(MEDIA_ROOT=media):
        backup = BACKUP if connection.vendor == "sqlite" else backup_elsewhere(directory)
        call_command("restore", backup, yes=True, verbosity=0)
        call_command("migrate", verbosity=0)
        yield media


@contextlib.contextmanager
def an_empty_database(directory):
    name, own = f"before_{uuid.uuid4().hex}", connection.settings_dict["NAME"]
    if connection.vendor == "postgresql":
        run(f"CREATE DATABASE {name}")
    switch_to(str(directory / name) if connection.vendor == "sqlite" else name)
    try:
        yield
    finally:
        switch_to(own)
        if connection.vendor == "postgresql":
            run(f"DROP DATABASE {name} WITH (FORCE)")


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def switch_to(name):
    connection.close()
    connection.settings_dict["NAME"] = name
    ContentType.objects.clear_cache()


def backup_elsewhere(directory):
    """The same rows and files on another kind of database, by the models of that time."""
    database = unpacked(directory)
    with zipfile.ZipFile(BACKUP) as backup:
        applied = json.loads(backup.read("manifest.json"))["migrations"]
    state = list(dict(migration.split(".") for migration in sorted(applied)).items())
    executor = MigrationExecutor(connection)
    executor.migrate(state)
    with read_as("before", database), transaction.atomic():
        copy_rows(executor.loader.project_state(state).apps, "before")
    call_command("backup", directory / "elsewhere.zip", verbosity=0)
    return directory / "elsewhere.zip"


def unpacked(directory):
    """Its database. The files are in `media` beside it."""
    with zipfile.ZipFile(BACKUP) as backup:
        backup.extractall(directory)
    return directory / "database"


@contextlib.contextmanager
def read_as(alias, database):
    own = {"ENGINE": "django.db.backends.sqlite3", "NAME": database, "OPTIONS": {}}
    connections.settings[alias] = connection.settings_dict | own
    try:
        yield
    finally:
        connections[alias].close()
        del connections[alias], connections.settings[alias]


def copy_rows(apps, alias):
    """Every row as it is: no `auto_now`, and keys that are given out from where they ended."""
    models = apps.get_models(include_auto_created=True)
    for model in models:
        model._base_manager.all().delete()  # all first: what refers to them goes with them
    for model in models:
        for row in model._base_manager.using(alias):
            row.save_base(raw=True, using="default", force_insert=True)
    for statement in connection.ops.sequence_reset_sql(no_style(), models):
        run(statement)


def rows_of_before(directory, sql):
    with contextlib.closing(sqlite3.connect(unpacked(directory))) as database:
        return database.execute(sql).fetchall()
