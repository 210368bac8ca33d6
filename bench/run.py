"""Prints what the project claims of its speed: `make bench`.

Times are medians of in-process requests (Django's test client, no network, no page cache) in
milliseconds on a scratch SQLite database that holds the demo and generated statements.
"""

import logging
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ |= {"DEMO": "true", "DJANGO_SETTINGS_MODULE": "composer_site.settings"}
SCRATCH = tempfile.TemporaryDirectory(prefix="composer-site-bench-")
os.environ["DATA_DIR"] = SCRATCH.name
os.environ.pop("DATABASE_URL", None)

import django

django.setup()

from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from long_film import CREDITS, FULL_SLUG, SLUG, STILLS, make_long_films

from composer_site.publishing.models import Edition
from composer_site.publishing.publish import publish
from composer_site.publishing.snapshot import restore
from composer_site.staff.models import User
from composer_site.values.languages import LANGUAGES
from films.models import Film
from people.models import Person
from press.models import Quote, Statement

TIMES = 30
HOST = "127.0.0.1"
FEW, MANY = 100, 10_000
PUBLIC = {
    "home": "/en/",
    "films": "/en/films/",
    "film": "/en/films/{film}/",
    "names sheet": "/kk/films/{film}/names/",
    "people": "/kk/people/",
    "person": "/zh-hans/people/{person}/",
    "press room": "/ru/press/",
    "press room, last page": "/ru/press/page/{last}/",
    "press room, one film": "/ru/press/?film={film}",
    "quotes": "/ru/press/quotes/",
    "quotes, last page": "/ru/press/quotes/page/{last_quotes}/",
    "quotes, one film": "/ru/press/quotes/?film={film}",
    "quote": "/en/press/quotes/{quote}/",
    "corrections": "/kk/press/corrections/",
    "statement": "/en/press/{statement}/",
    "about": "/kk/about/",
    "contacts": "/en/contacts/",
    "feed": "/zh-hans/press/feed/",
    "not found": "/en/press/no-such-statement/",
}
ADMIN = {
    "admin: dashboard": "/admin/",
    "admin: translation desk": "/admin/desk/kk/",
    "admin: statements": "/admin/press/statement/",
    "admin: statements, search": "/admin/press/statement/?q=Almaty",
    "admin: one statement": "/admin/press/statement/{pk}/change/",
    "admin: one film": "/admin/films/film/{film_pk}/change/",
    "admin: one person": "/admin/people/person/{person_pk}/change/",
}
COLD = ["home", "films", "film", "people", "person", "press room", "statement"]
LONG = {f"long film, {code}": f"/{code}/films/{SLUG}/" for code in LANGUAGES}
LONG["and a handful of all else"] = f"/en/films/{FULL_SLUG}/"


def addresses(paths):
    statement = Statement.objects.order_by("pk").first()
    film = Film.objects.get(slug="the-composer")
    person = Person.objects.get(slug="xian-xinghai")
    last = -(-Statement.objects.count() // 20) - 1
    quotes = Quote.objects.filter(statement__slug__startswith="example-")
    return {
        name: path.format(
            film=film.slug,
            film_pk=film.pk,
            person=person.slug,
            person_pk=person.pk,
            statement=statement.slug,
            pk=statement.pk,
            last=max(last, 2),
            quote=quotes.latest("pk").uid,
            last_quotes=max(-(-quotes.count() // 20) - 1, 2),
        )
        for name, path in paths.items()
    }


def median_ms(act):
    """The median of TIMES runs after three that warm up, in milliseconds."""
    for _warm_up in range(3):
        act()
    spent = []
    for _run in range(TIMES):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def measure(client, paths):
    """{name: (milliseconds, queries, status)}"""
    return {name: measure_one(client, path) for name, path in addresses(paths).items()}


def measure_one(client, path):
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as queries:
        status = client.get(path).status_code
    # Counted before the next request empties the log.
    count = len(queries)
    return median_ms(lambda: client.get(path)), count, status


def measure_cold(path):
    """(milliseconds, status) of a process's first request: the median of three processes."""
    script = Path(__file__).with_name("cold_page.py")
    tries = [
        subprocess.run([sys.executable, script, path], check=True, capture_output=True, text=True)
        for _try in range(3)
    ]
    (_least, _status), middle, (_most, _status) = sorted(
        (float(ms), int(status)) for ms, status in (done.stdout.split() for done in tries)
    )
    return middle


def staff_client():
    client = Client(SERVER_NAME=HOST)
    client.force_login(User.objects.create_superuser("bench"))
    return client


def restore_queries():
    """What restoring the last edition of the film asks; nothing of it stays."""
    film = Film.objects.get(slug="the-composer")
    edition = Edition.objects.filter(uid=film.uid, kind=Edition.Kind.PUBLICATION).latest("number")
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        restore(edition, film)
        transaction.set_rollback(True)
    return len(queries)


def publish_ms():
    film = Film.objects.get(slug="the-composer")
    return median_ms(lambda: publish(film, by=None, note="bench"))


def line(name, *cells):
    print(f"{name:<28}" + "".join(f"{cell:>12}" for cell in cells))


def print_public(few, many):
    line("public page", f"{FEW} ms", f"{MANY} ms", "ratio", "queries", "status")
    for name, (ms, _queries, _status) in few.items():
        ms_many, queries, status = many[name]
        line(name, f"{ms:.1f}", f"{ms_many:.1f}", f"{ms_many / ms:.2f}", queries, status)


def print_all(heading, measured):
    line(heading, "ms", "queries", "status")
    for name, (ms, queries, status) in measured.items():
        line(name, f"{ms:.1f}", queries, status)


def print_cold():
    line("first page after a start", "ms", "status")
    for name, path in addresses({name: PUBLIC[name] for name in COLD}).items():
        ms, status = measure_cold(path)
        line(name, f"{ms:.1f}", status)


def print_machine():
    database = ".".join(map(str, connection.Database.sqlite_version_info))
    print(f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}")
    print(f"Python {platform.python_version()}, Django {django.__version__}, SQLite {database}\n")


def main():
    logging.disable(logging.INFO)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("load_demo", scale=FEW, verbosity=0)
    print_machine()
    print_cold()
    print()
    few = measure(Client(SERVER_NAME=HOST), PUBLIC)
    call_command("load_demo", scale=MANY - FEW, verbosity=0)
    print_public(few, measure(Client(SERVER_NAME=HOST), PUBLIC))
    print()
    make_long_films()
    print_all(f"{CREDITS} credits, {STILLS} stills", measure(Client(SERVER_NAME=HOST), LONG))
    print()
    staff = staff_client()
    print_all(f"with {MANY} statements", measure(staff, ADMIN))
    line("publication of the film", f"{publish_ms():.1f}")
    line("restoring it, queries", restore_queries())
    for name in ("admin: one film", "admin: one person"):
        kilobytes = len(staff.get(addresses({name: ADMIN[name]})[name]).content) / 1000
        line(f"{name}, kB", f"{kilobytes:.0f}")


if __name__ == "__main__":
    main()
