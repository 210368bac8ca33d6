"""A backup taken while others write, restored whole."""

import contextlib
import hashlib
import os
import sqlite3
import subprocess
import sys
import threading
import uuid
from pathlib import Path

import environ
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from composer_site.management.commands import restore
from composer_site.operations import archive, database_copy

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def database_url(tmp_path, django_db_setup, django_db_blocker):
    """A copy of the database under test, migrated as that is, reached by its own URL."""
    with django_db_blocker.unblock():
        yield from copied(tmp_path)


def copied(tmp_path):
    if connection.vendor == "sqlite":
        (tmp_path / "data").mkdir()
        connection.ensure_connection()
        with contextlib.closing(sqlite3.connect(tmp_path / "data/db.sqlite3")) as copy:
            connection.connection.backup(copy)
        yield f"sqlite:///{tmp_path}/data/db.sqlite3"
        return
    import psycopg

    url, name = environ.Env().url("DATABASE_URL"), f"drill_{uuid.uuid4().hex}"
    with psycopg.connect(url._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {of_the_tests()}")
        yield url._replace(path=f"/{name}").geturl()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def of_the_tests():
    """The name of their database, to which nobody may be connected while it is copied."""
    connection.close()
    return connection.settings_dict["NAME"]


class Site:
    """A site of its own, whose commands run as an administrator's would."""

    def __init__(self, directory, database_url):
        self.data, self.url = directory / "data", database_url
        self.media = self.data / "media"
        self.data.mkdir(exist_ok=True)

    def manage(self, *arguments, answer=""):
        variables = {"DEMO": "true", "DATA_DIR": str(self.data), "DATABASE_URL": self.url}
        command = [sys.executable, "-W", "ignore", "manage.py", *map(str, arguments)]
        return subprocess.run(
            command,
            env=os.environ | variables,
            cwd=ROOT,
            input=answer,
            capture_output=True,
            text=True,
            check=False,
        )

    def connect(self):
        if self.url.startswith("sqlite"):
            return contextlib.closing(sqlite3.connect(self.data / "db.sqlite3", timeout=30))
        import psycopg

        return psycopg.connect(self.url)

    def query(self, sql):
        with self.connect() as database:
            return database.execute(sql).fetchall()

    def execute(self, *statements):
        with self.connect() as database:
            for statement in statements:
                database.execute(statement)
            database.commit()

    def put(self, name, content):
        path = self.media / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def checksums(self):
        files = (path for path in self.media.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self.media)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
        }


RIGHT = 'INSERT INTO staff_grantedright ("group", "right") VALUES '


@pytest.fixture
def site(tmp_path, database_url):
    site = Site(tmp_path, database_url)
    site.execute(RIGHT + "('canary', 'Құрманғазы 冼星海')")
    site.put("pictures/a.jpg", os.urandom(300_000))
    site.put("pictures/ә/b.webp", b"")
    site.put("files/a.pdf", os.urandom(2000))
    return site


@contextlib.contextmanager
def writing(site):
    """Another connection that writes two rows a transaction, as long as the block lasts."""
    stop, number = threading.Event(), 0

    def write():
        nonlocal number
        while not stop.is_set():
            number += 1
            site.execute(RIGHT + f"('left', '{number}')", RIGHT + f"('right', '{number}')")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while number < 3:
            stop.wait(0.01)
        yield
    finally:
        stop.set()
        writer.join()
    assert number > 3


def test_restore_drill(site, tmp_path):
    """Back up under load, lose everything, restore: the same rows and the same bytes."""
    before, target = site.checksums(), tmp_path / "backup.zip"
    with writing(site):
        made = site.manage("backup", target)
    lose_everything(site)
    restored = site.manage("restore", target, "--yes")

    assert made.stdout == f"{target}: the database and 3 files\n"
    assert restored.stderr == ""
    assert restored.stdout.startswith("Restored the backup of 20")
    assert rows(site, "canary") == ["Құрманғазы 冼星海"]
    assert rows(site, "left") == rows(site, "right") != []
    assert site.checksums() == before
    assert sorted(path.name for path in site.data.iterdir() if "restore" in path.name) == []
    assert site.manage("migrate", "--check").returncode == 0


def lose_everything(site):
    site.execute(
        "DELETE FROM staff_grantedright",
        "CREATE TABLE of_a_later_version (id integer REFERENCES django_content_type (id))",
    )
    (site.media / "pictures/a.jpg").unlink()
    site.put("pictures/new.jpg", b"made after the backup")


def rows(site, group):
    found = site.query(f'SELECT "right" FROM staff_grantedright WHERE "group" = \'{group}\'')
    return sorted(right for (right,) in found)


def test_a_restore_asks_first(site, tmp_path):
    target = tmp_path / "backup.zip"
    site.manage("backup", target)
    site.execute(RIGHT + "('later', 'kept')")
    for answer in ("", "no\n", "y\n"):
        refused = site.manage("restore", target, answer=answer)
        assert refused.returncode == 1
        assert "Type yes to go on:" in refused.stdout
        assert refused.stderr == "CommandError: Nothing was changed.\n"
    assert rows(site, "later") == ["kept"]
    assert site.manage("restore", target, answer="yes\n").returncode == 0
    assert rows(site, "later") == []


def test_a_failure_in_the_middle_leaves_the_old_site(site, tmp_path, monkeypatch):
    media = tmp_path / "media"
    media.mkdir()
    (media / "old").touch()
    (tmp_path / "staging/media").mkdir(parents=True)

    def broken(copy):
        raise database_copy.CopyError("SQLite could not copy the database.")

    monkeypatch.setattr(database_copy, "copy_in", broken)
    with pytest.raises(database_copy.CopyError):
        restore.replace(tmp_path / "staging", media)
    assert [path.name for path in media.iterdir()] == ["old"]
    assert not (tmp_path / "media.before-restore").exists()


def test_what_an_interrupted_restore_left_is_not_deleted(tmp_path):
    (tmp_path / "media.before-restore").mkdir()
    (tmp_path / "staging").mkdir()
    with pytest.raises(archive.ArchiveError, match="An earlier restore was interrupted"):
        restore.replace(tmp_path / "staging", tmp_path / "media")
    assert (tmp_path / "media.before-restore").is_dir()


def test_backups_are_for_the_owners_eyes_and_overwrite_nothing(site, tmp_path):
    made = site.manage("backup", tmp_path)
    target = Path(made.stdout.partition(": ")[0])
    assert target.stat().st_mode & 0o777 == 0o600
    again = site.manage("backup", target)
    assert again.stderr.endswith("exists already; a backup overwrites nothing.\n")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.django_db
def test_a_target_that_cannot_be_is_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="There is no directory"):
        call_command("backup", tmp_path / "missing" / "backup.zip")


def test_missing_client_tools_are_named():
    with pytest.raises(database_copy.CopyError, match="pg_missing is missing: install PostgreSQL"):
        database_copy.run("pg_missing", connects=False)


def test_a_damaged_database_can_be_replaced(tmp_path, monkeypatch):
    import sqlite3

    live, copy = tmp_path / "live", tmp_path / "copy"
    live.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    with contextlib.closing(sqlite3.connect(copy)) as database:
        database.execute("CREATE TABLE canary (id)")
    database_copy.replace_sqlite(copy, live)
    with contextlib.closing(sqlite3.connect(live)) as database:
        assert database.execute("SELECT name FROM sqlite_master").fetchall() == [("canary",)]
