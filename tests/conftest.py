"""What every test has: its own files, a quick hasher, an empty cache, and a Chromium if wanted."""

import gc
import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, connections, transaction
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
NO_CHROMIUM = "no Chromium found: `apt install chromium`, or name one in CHROMIUM=/path/to/it"


@pytest.fixture(autouse=True)
def _own_files_and_quick_passwords(request, settings, tmp_path):
    if "shared_media" not in request.fixturenames:
        settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.SITE_URL = "http://testserver"
    cache.clear()


@pytest.fixture(scope="module")
def shared_media(tmp_path_factory):
    """The files of the rows that the tests of a module share."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(scope="module")
def shared_rows(shared_media, django_db_setup, django_db_blocker):
    """What a module's fixtures make after this is there for all its tests and gone after the last.

    What a test itself writes is gone after that test, as ever.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def shared_server(shared_media, django_db_setup, django_db_blocker):
    """A live server whose rows stay for all tests of a module. Those tests read, and write none
    but users and sessions."""
    server = LiveServer("localhost")
    with django_db_blocker.unblock():
        yield server
        server.stop()
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def base_url():
    """None: tests take their server's address from `live_server`. (The plugin's fixture of this
    name warns with today's pytest.)"""


@pytest.fixture(scope="session")
def _no_connection_of_before():
    connections.close_all()


@pytest.fixture(scope="session")
def playwright(_no_connection_of_before, playwright):
    """While its event loop runs, Django gives this thread connections of their own: a database
    with one that is out of sight cannot be dropped."""
    yield playwright
    connections.close_all()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = ["background-networking", "component-update", "sync", "gpu", "quic"]
    arguments = ["--no-sandbox", "--no-first-run", *(f"--disable-{what}" for what in quiet)]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": arguments}


def pytest_configure(config):
    """SQLite in a file and not in memory: threads then meet the locks that a site meets.

    No connection outlives its request, or a thread of the live server would keep the database.
    """
    database = site_settings.DATABASES["default"]
    database["CONN_MAX_AGE"] = 0
    if database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(Path(os.environ["DATA_DIR"]) / "tests.sqlite3")


def pytest_collection_modifyitems(config, items):
    other = {"sqlite": "postgresql", "postgresql": "sqlite"}[connection.vendor]
    elsewhere = [item for item in items if item.get_closest_marker(other)]
    items[:] = [item for item in items if item not in elsewhere]
    config.hook.pytest_deselected(items=elsewhere)
    for item in items:
        if {"page", "browser", "context"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


def pytest_collection_finish():
    """What is imported and collected stays to the end: looking through it again and again for
    garbage took a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_sessionfinish(session):
    """A skipped test in CI is a test that nobody ever runs."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("CI") == "true" and skipped and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
