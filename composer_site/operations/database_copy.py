"""A copy of the whole database while the site runs, and back: one way for each kind."""

import os
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

PATIENCE = 60  # seconds for which another writer may hold SQLite's lock


class CopyError(Exception):
    """One sentence that says why the database was not copied."""


def copy_out(target: Path):
    if connection.vendor == "sqlite":
        copy_sqlite(sqlite_path(), target)
    else:
        run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def check(copy: Path):
    """Refuse a copy that the database itself cannot read, before anything is replaced."""
    if connection.vendor == "sqlite":
        check_sqlite(copy)
    else:
        run("pg_restore", "--list", str(copy), connects=False)


def copy_in(copy: Path):
    """Replace the database's content in one transaction: all of it or, on failure, nothing."""
    if connection.vendor == "sqlite":
        replace_sqlite(copy, sqlite_path())
    else:
        replace_postgresql(copy)


def sqlite_path() -> Path:
    return Path(connection.settings_dict["NAME"])


def copy_sqlite(source: Path, target: Path):
    """SQLite's own backup: a plain copy of the file would miss what is still in its log."""
    deadline = time.monotonic() + PATIENCE

    def still_patient(status, remaining, total):
        if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > deadline:
            raise CopyError("The database stays locked by another process.")

    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new, progress=still_patient)
    except sqlite3.Error as error:
        raise CopyError(f"SQLite could not copy the database: {error}.") from None


def check_sqlite(copy: Path):
    try:
        with closing(sqlite3.connect(copy)) as database:
            word = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.Error:
        word = "damaged"
    if word != "ok":
        raise CopyError("The database in the backup is damaged.")


def replace_sqlite(copy: Path, live: Path):
    """Through SQLite too, so that a site that still runs sees the one or the other, never half.

    The old database stays beside the live one until the new one is whole.
    """
    beside = live.with_name(f"{live.name}.before-restore")
    beside.unlink(missing_ok=True)
    connection.close()
    try:
        copy_sqlite(live, beside)
    except CopyError:
        set_aside(live, beside)  # too damaged to copy, which may be why a backup is wanted
    try:
        copy_sqlite(copy, live)
    except CopyError:
        set_aside(beside, live)
        raise
    for path in companions(beside):
        path.unlink(missing_ok=True)


def set_aside(live, beside):
    for old, new in zip(companions(live), companions(beside), strict=True):
        if old.exists():
            old.replace(new)


def companions(path):
    return [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm")]


def replace_postgresql(copy: Path):
    """One transaction: readers wait for it, and a failure leaves the old tables as they were."""
    drop, load = copy.with_suffix(".drop"), copy.with_suffix(".load")
    names = ", ".join(connection.ops.quote_name(name) for name in tables())
    drop.write_text(f"DROP TABLE {names} CASCADE;\n" if names else "")
    options = ["--no-owner", "--no-privileges", f"--file={load}"]
    run("pg_restore", *options, str(copy), connects=False)
    connection.close()
    quiet = ["--no-psqlrc", "--quiet", "--output=/dev/null", "--set=ON_ERROR_STOP=1"]
    run("psql", *quiet, "--single-transaction", f"--file={drop}", f"--file={load}")


def tables():
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_list(cursor)
    return [table.name for table in found if table.type in {"t", "p"}]


def run(tool, *options, connects=True):
    """Run a client tool of PostgreSQL with the site's own connection settings."""
    arguments, variables = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    command = [tool, *options, *(arguments[1:] if connects else [])]
    environment = {**os.environ, **(variables or {}), "LC_ALL": "C"}
    try:
        subprocess.run(command, env=environment, check=True, capture_output=True, text=True)  # noqa: S603
    except FileNotFoundError:
        raise CopyError(
            f"{tool} is missing: install PostgreSQL's client tools (Debian: postgresql-client)."
        ) from None
    except subprocess.CalledProcessError as error:
        lines = error.stderr.strip().splitlines() or ["without a word"]
        raise CopyError(f"{tool} failed: {lines[0]}") from None
