"""Prints what visitors notice of 200 slow readers and 200 slow senders: `make bench`.

The demonstration under its real server, over loopback and without a proxy; times in milliseconds.
"""

import logging
import os
import re
import socket
import statistics
import sys
import tempfile
import time
from collections import Counter
from http.client import HTTPConnection
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ |= {"DEMO": "true", "DJANGO_SETTINGS_MODULE": "composer_site.settings"}
SCRATCH = tempfile.TemporaryDirectory(prefix="composer-site-bench-")
os.environ["DATA_DIR"] = SCRATCH.name
os.environ.pop("DATABASE_URL", None)

import django

django.setup()

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.test import Client
from serving import HOST, free_port, reader, running, sender, server

from composer_site.library.models import Pdf
from composer_site.publishing.documents import FILE
from composer_site.publishing.stored_files import stored_name

READERS = SENDERS = 200
TIMES = 100
FILM, FEED, PRESS = "/en/films/the-composer/", "/en/press/feed/", "/en/press/"
PROBES = {"/livez": "/livez", "film": FILM, "press room": PRESS, "feed": FEED}
PDF_SIZE = 18_000_000  # bytes


def prepare():
    """The demonstration, in which one fact sheet has grown; and what slow readers ask it for."""
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    pages = {path: Client(SERVER_NAME=HOST).get(path).text for path in [FILM, *statements()]}
    pdf, picture = (
        found(kind, pages) for kind in (r"/files/\w+/[-\w]+\.pdf", r"/pictures/\w+/\d+\.webp")
    )
    grown = Pdf.objects.get(token=pdf.split("/")[2])
    Path(default_storage.path(stored_name(FILE, grown.token))).write_bytes(bytes(PDF_SIZE))
    return {"film": FILM, "feed": FEED, "picture": picture, "PDF of 18 MB": pdf}


def statements():
    page = Client(SERVER_NAME=HOST).get(PRESS).text
    return set(re.findall(rf"{PRESS}[-\w]+/", page))


def found(pattern, pages):
    return re.search(pattern, " ".join(pages.values()))[0]


def measured(port):
    """{name: times in milliseconds} of each probe, one request after the other."""
    return {name: [spent(port, path) for _ in range(TIMES)] for name, path in PROBES.items()}


def spent(port, path):
    start = time.perf_counter()
    connection = HTTPConnection(HOST, port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status == 200, (path, answer.status)
    return (time.perf_counter() - start) * 1000


def answered(clients):
    """How many got which status so far, as words; of a connection nothing is taken by looking."""
    seen = Counter(first_word(client) for client in clients)
    return ", ".join(f"{count} × {word}" for word, count in sorted(seen.items()))


def first_word(client):
    client.setblocking(False)
    try:
        head = client.recv(12, socket.MSG_PEEK)
    except BlockingIOError:
        return "waiting"
    return head.decode()[9:] or "closed"


def memory(process):
    """MB that the server's processes hold."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    status = "".join(Path(f"/proc/{pid}/status").read_text() for pid in [process.pid, *children])
    return sum(map(int, re.findall(r"VmRSS:\s+(\d+)", status))) / 1000


def line(name, *cells):
    print(f"{name:<14}" + "".join(f"{cell:>16}" for cell in cells))


def print_both(alone, beside):
    line("", "median alone", "beside", "ratio", "longest alone", "beside")
    for name, before in alone.items():
        medians = [statistics.median(times) for times in (before, beside[name])]
        cells = [*medians, medians[1] / medians[0], max(before), max(beside[name])]
        line(name, *(f"{cell:.2f}" for cell in cells))


def main():
    paths = prepare()
    port, environment = free_port(), os.environ | {"THREADS": "16"}
    with running(server(port, "16"), port, environment) as process:
        measured(port)
        alone, at_rest = measured(port), memory(process)
        readers = [reader(port, path) for path in islice(cycle(paths.values()), READERS)]
        senders = [sender(port) for _ in range(SENDERS)]
        # The pages themselves have to be made first, one after the other.
        while "waiting" in answered(readers):
            time.sleep(0.1)
        beside = measured(port)
        print_both(alone, beside)
        print(f"\n{READERS} readers of {', '.join(paths)}: {answered(readers)}")
        print(f"{SENDERS} senders of half a form: {answered(senders)}")
        print(f"memory of the server: {at_rest:.0f} MB alone, {memory(process):.0f} MB beside them")


if __name__ == "__main__":
    logging.disable(logging.INFO)
    main()
