"""The site under its real server, in a process of its own, and what raw sockets see of it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
LARGE = "large.pdf"
LARGE_SIZE = 8 * 2**20  # bytes: more than the machine keeps for a reader that does not read


def free_port():
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return trial.getsockname()[1]


@contextlib.contextmanager
def running(command, port, environment=None):
    """Until it answers on that port, and to the end of the block. A pipe for its log would fill."""
    with (
        tempfile.TemporaryFile() as log,
        subprocess.Popen(command, env=environment, cwd=ROOT, stderr=log) as process,
    ):
        try:
            wait_for(process, port, log)
            yield process
        finally:
            process.send_signal(signal.SIGTERM)


def wait_for(process, port, log):
    for _ in range(400):
        with contextlib.suppress(OSError), socket.create_connection((HOST, port)):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    log.seek(0)
    raise AssertionError(log.read().decode())


@contextlib.contextmanager
def site(data, **changes):
    """The port of a site without content, with one large file among its static ones."""
    port = free_port()
    static = data / "static"
    static.mkdir(parents=True, exist_ok=True)
    (static / "staticfiles.json").write_text('{"version": "1.1", "paths": {}, "hash": ""}')
    (static / LARGE).write_bytes(bytes(LARGE_SIZE))
    environment = os.environ | {"DEMO": "true", "DATA_DIR": str(data)} | changes
    environment |= {"DJANGO_SETTINGS_MODULE": "impatient", "PYTHONPATH": str(ROOT / "tests")}
    environment |= {"DATABASE_URL": f"sqlite:///{data}/db.sqlite3"}
    with running(server(port, changes.get("THREADS", "16")), port, environment):
        yield port


def server(port, threads):
    """The command of the README."""
    options = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", threads]
    options += ["--host", HOST, "--port", str(port), "--log-level", "error"]
    options += ["--workers-kill-timeout", "1"]
    return [sys.executable, "-m", "granian", *options, "composer_site.wsgi:application"]


def connected(port, head, sent=b""):
    """A client that has asked, and takes little until it is told to read."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.settimeout(20)
    client.connect((HOST, port))
    client.sendall("\r\n".join([*head, f"Host: {HOST}", "", ""]).encode() + sent)
    return client


def reader(port, path=f"/static/{LARGE}"):
    return connected(port, [f"GET {path} HTTP/1.1", "Connection: close"])


def sender(port, announced=1000):
    """Sends three bytes of a form, and then no more. Without the cookie no byte would be read."""
    head = ["POST /admin/login/ HTTP/1.1", f"Content-Length: {announced}"]
    head += ["Content-Type: application/x-www-form-urlencoded", f"Cookie: csrf={'a' * 32}"]
    return connected(port, head, b"abc")


def head_of(client):
    """Status line and headers, as text."""
    read = b""
    while b"\r\n\r\n" not in read and (more := client.recv(1)):
        read += more
    return read.decode()


def status(client):
    return int(head_of(client).split()[1])


def gone(client):
    """Whether the server closed the connection, after whatever it still had to say."""
    with contextlib.suppress(ConnectionError):
        while client.recv(4096):
            pass
    return True
