"""Misconfiguration that Django accepts and this site refuses, or warns of, when it starts."""

import os
import sqlite3
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Warning, register
from django.core.exceptions import ImproperlyConfigured

from composer_site.operations import environment
from composer_site.values.languages import LANGUAGES

# Releases that close holes this site would be open to.
FLOORS = {"django": (5, 2, 19), "pillow": (12, 3), "nh3": (0, 3)}
SAME_SITE = ("Lax", "Strict")
# Variables that an environment may still have from a version that read them.
NO_LONGER_READ = {"CACHE_URL": "Each process has its own memory, and nothing else is needed."}


@register
def check_files(app_configs, **kwargs):
    media, static = Path(settings.MEDIA_ROOT), Path(settings.STATIC_ROOT)
    if media == static or static in media.parents or media in static.parents:
        yield Error(
            "Uploaded files and static files share a directory.",
            hint="Set MEDIA_ROOT and STATIC_ROOT apart: all in STATIC_ROOT is public.",
            id="composer.E001",
        )
    if not writable(media):
        yield Error(
            "The directory of uploaded files cannot be written.",
            hint="Give the user that runs the site the right to write in MEDIA_ROOT (in DATA_DIR).",
            id="composer.E002",
        )
    if settings.MEDIA_URL and settings.MEDIA_URL == settings.STATIC_URL:
        yield Error(
            "Uploaded files and static files share an address.",
            hint="Leave MEDIA_URL empty: uploaded files are served through their gate.",
            id="composer.E003",
        )


def writable(directory):
    """Whether files can be made in it, or in the nearest directory above that exists."""
    while not directory.exists() and directory != directory.parent:
        directory = directory.parent
    return directory.is_dir() and os.access(directory, os.W_OK | os.X_OK)


@register
def check_sign_in(app_configs, **kwargs):
    if not settings.AUTH_PASSWORD_VALIDATORS:
        yield Error(
            "Any password is accepted.",
            hint="AUTH_PASSWORD_VALIDATORS is empty: name validators in it.",
            id="composer.E004",
        )
    for name in ("SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SAMESITE"):
        if getattr(settings, name) not in SAME_SITE:
            yield Error(
                f"{name} lets other sites send the cookie.",
                hint=f"Set {name} to one of {', '.join(SAME_SITE)}.",
                id="composer.E005",
            )
    if "*" in settings.ALLOWED_HOSTS:
        yield Error(
            "Any host name is accepted.",
            hint="Name the site's hosts in ALLOWED_HOSTS, without *.",
            id="composer.E006",
        )


@register
def check_languages(app_configs, **kwargs):
    codes = [code for code, name in settings.LANGUAGES]
    if codes != list(LANGUAGES) or settings.LANGUAGE_CODE not in codes:
        yield Error(
            "The site's languages are not those of composer_site/values/languages.py.",
            hint="Leave LANGUAGES as it is, and let LANGUAGE_CODE be one of it.",
            id="composer.E007",
        )


@register
def check_packages(app_configs, **kwargs):
    for name, floor in FLOORS.items():
        if parsed(version(name)) < floor:
            yield Error(
                f"{name} is older than {'.'.join(map(str, floor))}.",
                hint="Install what requirements.txt pins.",
                id="composer.E008",
            )


@register
def check_environment(app_configs, **kwargs):
    for name, reason in NO_LONGER_READ.items():
        if name in os.environ:
            yield Warning(
                f"{name} is no longer read.",
                hint=f"{reason} Take it out of the environment, or of .env.",
                id="composer.W002",
            )
    for name, meant in environment.mistyped().items():
        yield Warning(
            f"{name} is not read.",
            hint=f"If {meant} is meant, correct it in the environment, or in .env.",
            id="composer.W013",
        )


def refuse_uncollected():
    """Asked when a server starts: each page would fail. `collectstatic` itself must run without."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not (settings.DEBUG or manifest.exists()):
        raise ImproperlyConfigured("Run `manage.py collectstatic --noinput` first.")


def parsed(text):
    return tuple(int(part) for part in text.split(".") if part.isdigit())


@register
def check_database(app_configs, **kwargs):
    database = database_settings()
    if not database["ENGINE"].endswith("sqlite3"):
        return
    if not writable(Path(database["NAME"]).parent):
        yield Error(
            "The directory of the SQLite database cannot be written.",
            hint="SQLite writes files beside its database: give the site's user that right.",
            id="composer.E009",
        )
    if database["OPTIONS"].get("transaction_mode") != "IMMEDIATE":
        yield Error(
            "SQLite would fail at once where two people save together.",
            hint='Keep OPTIONS["transaction_mode"] = "IMMEDIATE".',
            id="composer.E010",
        )
    if workers() > 1 and sqlite3.sqlite_version_info < (3, 51, 3):
        yield Warning(
            f"SQLite {sqlite3.sqlite_version} can damage a database that several processes write.",
            hint="Serve with one worker, or use PostgreSQL (DATABASE_URL), or SQLite 3.51.3.",
            id="composer.W001",
        )


def database_settings():
    return settings.DATABASES["default"]


def workers():
    """Processes of the server, as granian and gunicorn read them from the environment."""
    words = (os.environ.get(name, "") for name in ("GRANIAN_WORKERS", "WEB_CONCURRENCY"))
    return max((int(word) for word in words if word.isdigit()), default=1)
