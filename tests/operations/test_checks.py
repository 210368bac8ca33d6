"""Each misconfiguration that Django accepts is refused, by an id and with a hint."""

import pytest
from django.core.checks import run_checks

from composer_site.operations import checks


def ids():
    return [found.id for found in run_checks() if (found.id or "").startswith("composer.")]


def test_the_site_as_it_is_has_nothing_to_refuse():
    assert ids() == []


@pytest.mark.parametrize("inside", ["", "media", "a/b"])
def test_uploads_inside_the_static_files_are_refused(settings, tmp_path, inside):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.MEDIA_ROOT = tmp_path / "static" / inside
    assert ids() == ["composer.E001"]


def test_static_files_inside_the_uploads_are_refused(settings, tmp_path):
    settings.MEDIA_ROOT, settings.STATIC_ROOT = tmp_path, tmp_path / "static"
    assert ids() == ["composer.E001"]


def test_uploads_that_cannot_be_written_are_refused(settings, monkeypatch):
    monkeypatch.setattr(checks, "writable", lambda path: path != settings.MEDIA_ROOT)
    assert ids() == ["composer.E002"]


def test_uploads_below_a_file_are_refused(settings, tmp_path):
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    assert ids() == ["composer.E002"]


def test_uploads_at_the_static_address_are_refused(settings):
    settings.MEDIA_URL = settings.STATIC_URL
    assert "composer.E003" in ids()


def test_any_password_going_is_refused(settings):
    settings.AUTH_PASSWORD_VALIDATORS = []
    assert ids() == ["composer.E004"]


@pytest.mark.parametrize("value", ["None", None, "lax"])
def test_cookies_for_other_sites_are_refused(settings, value):
    settings.SESSION_COOKIE_SAMESITE = value
    assert ids() == ["composer.E005"]


def test_any_host_name_going_is_refused(settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert ids() == ["composer.E006"]


def test_a_language_that_is_not_ours_is_refused(settings):
    settings.LANGUAGES = [*settings.LANGUAGES, ("zz", "Zz")]
    assert "composer.E007" in ids()


def test_packages_with_known_holes_are_refused(monkeypatch):
    old = {"django": "5.2.18", "pillow": "12.2.0", "nh3": "0.3.0"}
    monkeypatch.setattr(checks, "version", old.get)
    assert ids() == ["composer.E008", "composer.E008"]


@pytest.fixture
def database(settings, tmp_path):
    sqlite = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(tmp_path / "db.sqlite3")}
    return sqlite | {"OPTIONS": {"transaction_mode": "IMMEDIATE"}}


def found_in(database, monkeypatch):
    monkeypatch.setattr(checks, "database_settings", lambda: database)
    return [found.id for found in checks.check_database(None)]


def test_sqlite_without_a_directory_it_may_write_is_refused(database, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    database["NAME"] = str(tmp_path / "file" / "db.sqlite3")
    assert found_in(database, monkeypatch) == ["composer.E009"]


def test_sqlite_that_fails_at_once_is_refused(database, monkeypatch):
    database["OPTIONS"] = {}
    assert found_in(database, monkeypatch) == ["composer.E010"]


@pytest.mark.parametrize("name", ["GRANIAN_WORKERS", "WEB_CONCURRENCY"])
def test_old_sqlite_and_several_processes_are_warned_of(database, monkeypatch, name):
    monkeypatch.setattr(checks.sqlite3, "sqlite_version_info", (3, 40, 1))
    assert found_in(database, monkeypatch) == []
    monkeypatch.setenv(name, "4")
    assert found_in(database, monkeypatch) == ["composer.W001"]


def test_a_variable_of_before_is_named_and_not_refused(monkeypatch):
    assert list(checks.check_environment(None)) == []
    monkeypatch.setenv("CACHE_URL", "redis://:canary@localhost")
    (warning,) = checks.check_environment(None)
    assert warning.msg == "CACHE_URL is no longer read."


def test_postgres_may_have_several_processes(database, monkeypatch):
    monkeypatch.setenv("WEB_CONCURRENCY", "4")
    assert found_in({"ENGINE": "django.db.backends.postgresql"}, monkeypatch) == []
