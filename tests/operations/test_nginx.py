"""`docs/nginx.conf` under Debian's nginx, with nothing replaced but addresses and paths."""

import contextlib
import http.client
import json
import os
import re
import shutil
import socket
import ssl
import subprocess
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.conf import settings as site_settings
from django.core.handlers.wsgi import WSGIHandler
from factories import make_attachment, make_film, make_picture, make_statement, published
from serving import HOST, ROOT, free_port, running

NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
CONFIGURATION = (ROOT / "docs/nginx.conf").read_text()
NAME = "press.example.org"
LIMIT = site_settings.BODY_LIMIT

pytestmark = pytest.mark.skipif(not NGINX, reason="no nginx found: `apt install nginx-light`")


@dataclass
class Proxy:
    http: int
    https: int
    certificate: Path

    def connected(self, *protocols):
        context = ssl.create_default_context(cafile=self.certificate)
        context.set_alpn_protocols(protocols or ["http/1.1"])
        plain = socket.create_connection((HOST, self.https), timeout=20)
        return context.wrap_socket(plain, server_hostname=NAME)

    def ask(self, method, path, body=None, headers=None):
        """The answer over https, with its body as `content`."""
        with self.connected() as connection:
            return asked(connection, method, path, body, headers)


def asked(connection, method, path, body=None, headers=None):
    client = http.client.HTTPConnection(NAME)
    client.sock = connection
    client.request(method, path, body, headers or {})
    answer = client.getresponse()
    answer.content = answer.read()
    return answer


def signed(directory):
    """A certificate for NAME and its key, signed by itself."""
    paths = directory / "fullchain.pem", directory / "privkey.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", f"/CN={NAME}", "-addext"]
    command += [f"subjectAltName=DNS:{NAME}", "-out", paths[0], "-keyout", paths[1]]
    subprocess.run(command, check=True, capture_output=True)
    return paths


def replaced(directory, upstream, proxy):
    """The configuration with this machine's addresses and paths."""
    places = {
        "/etc/letsencrypt/live/press.example.org": str(directory),
        "/var/lib/composer-site/media": str(site_settings.MEDIA_ROOT),
        "127.0.0.1:8000": upstream,
        "listen [::]:80;": "",
        "listen [::]:443 ssl http2;": "",
        "listen 80;": f"listen {HOST}:{proxy.http};",
        "listen 443 ": f"listen {HOST}:{proxy.https} ",
    }
    text = CONFIGURATION
    for ours, theirs in places.items():
        assert ours in text
        text = text.replace(ours, theirs)
    return text


def around(directory):
    """What Debian's own nginx.conf gives, in a place of the test's."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {directory}/{kind};" for kind in kinds)
    user = "user root;" if os.geteuid() == 0 else ""
    return (
        f"{user} daemon off; pid {directory}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; sendfile on; include /etc/nginx/mime.types; {temporary}\n"
        f"include {directory}/site.conf; }}\n"
    )


@contextlib.contextmanager
def in_front_of(upstream, directory):
    certificate, _key = signed(directory)
    proxy = Proxy(free_port(), free_port(), certificate)
    (directory / "site.conf").write_text(replaced(directory, upstream, proxy))
    (directory / "nginx.conf").write_text(around(directory))
    command = [NGINX, "-p", directory, "-e", "stderr", "-c", directory / "nginx.conf"]
    with running(command, proxy.https):
        yield proxy


class Echo(BaseHTTPRequestHandler):
    """Answers with the headers it got, in lower case, and remembers the paths."""

    protocol_version = "HTTP/1.1"
    asked = []

    def do_GET(self):
        self.asked.append(self.path)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        answer = json.dumps({name.lower(): value for name, value in self.headers.items()}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_POST = do_GET

    def log_message(self, *args):
        pass


@contextlib.contextmanager
def served(server, directory):
    """The proxy in front of a server, which runs in a thread."""
    with server:
        threading.Thread(target=server.serve_forever, args=[0.01], daemon=True).start()
        with in_front_of(f"{HOST}:{server.server_port}", directory) as proxy:
            yield proxy
        server.shutdown()


@pytest.fixture(scope="module")
def echo(tmp_path_factory):
    with served(ThreadingHTTPServer((HOST, 0), Echo), tmp_path_factory.mktemp("nginx")) as proxy:
        yield proxy


def test_plain_http_is_sent_to_https(echo):
    with socket.create_connection((HOST, echo.http)) as connection:
        answer = asked(connection, "GET", "/en/?a=b", headers={"Host": NAME})
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/en/?a=b")
    assert answer.headers["Server"] == "nginx"


def test_https_speaks_http_2(echo):
    with echo.connected("h2", "http/1.1") as connection:
        assert connection.selected_alpn_protocol() == "h2"


def test_the_site_is_told_who_asks_and_how_whatever_a_visitor_says(echo):
    claimed = {"X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "http", "X-Request-ID": "mine"}
    heard = json.loads(echo.ask("GET", "/en/", headers=claimed).content)
    assert (heard["host"], heard["x-forwarded-for"], heard["x-forwarded-proto"]) == (
        *(NAME, HOST),
        "https",
    )
    assert re.fullmatch("[0-9a-f]{32}", heard["x-request-id"])


def test_a_header_with_an_underscore_is_dropped(echo):
    headers = {"X_Forwarded_For": "10.0.0.1", "X-Known": "yes"}
    heard = json.loads(echo.ask("GET", "/en/", headers=headers).content)
    assert heard["x-known"] == "yes"
    assert "x_forwarded_for" not in heard


@pytest.mark.parametrize(("announced", "status"), [(LIMIT + 1, 413), (65 * 2**20, 413)])
def test_a_body_beyond_the_site_s_limit_is_refused_unsent(echo, announced, status):
    headers = {"Content-Length": str(announced)}
    assert echo.ask("POST", "/admin/", b"a", headers).status == status
    assert f"client_max_body_size {LIMIT // 2**20}m;" in CONFIGURATION


def test_the_site_gets_a_body_when_all_of_it_is_there(echo):
    with echo.connected() as slow:
        slow.sendall(f"POST /slow HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 4\r\n\r\nab".encode())
        echo.ask("GET", "/meanwhile")
        before = list(Echo.asked)
        slow.sendall(b"cd")
        slow.recv(1)
    assert ("/slow" in before, "/meanwhile" in before, "/slow" in Echo.asked) == (False, True, True)


def test_nobody_reaches_the_files_but_through_the_gate(echo):
    Path(site_settings.MEDIA_ROOT).mkdir(parents=True, exist_ok=True)
    assert echo.ask("GET", "/stored-files/a.pdf").status == 404
    assert "/stored-files/a.pdf" not in Echo.asked


# In front of the site itself


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture
def site(transactional_db, settings, tmp_path):
    """Not pytest-django's server, which hands out everything in MEDIA_ROOT by itself."""
    settings.BEHIND_PROXY = True
    settings.FILES_BY = "x-accel-redirect"
    settings.ALLOWED_HOSTS = [NAME]
    directory = tmp_path / "nginx"
    directory.mkdir()
    with served(make_server(HOST, 0, WSGIHandler(), handler_class=Quiet), directory) as proxy:
        yield proxy


def paths():
    """Of a picture and of a PDF, both shown by a page that is public."""
    film = make_film(poster=make_picture())
    attachment = make_attachment(make_statement(slug="news"))
    published(film), published(attachment.statement)
    file = attachment.file.token
    return [f"/pictures/{film.poster.token}/64.webp", f"/files/{file}/news.pdf"]


OF_THE_CONNECTION = {"Date", "Server", "Connection", "Accept-Ranges", "X-Request-ID"}


def said(headers):
    return {name: value for name, value in headers.items() if name not in OF_THE_CONNECTION}


def test_nginx_sends_the_files_with_all_that_the_site_says_of_them(site, settings, client):
    for path in paths():
        sent = site.ask("GET", path)
        settings.FILES_BY = ""
        ours = client.get(path, headers={"Host": NAME})
        settings.FILES_BY = "x-accel-redirect"
        assert (sent.status, sent.content) == (200, ours.getvalue())
        assert said(sent.headers) == said(ours.headers)


def test_who_has_a_file_already_is_not_sent_it_again(site):
    path = paths()[0]
    known = {"If-None-Match": site.ask("GET", path).headers["ETag"]}
    assert site.ask("GET", path, headers=known).status == 304
