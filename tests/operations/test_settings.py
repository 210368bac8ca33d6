"""The environment: understood, or refused in one sentence that names the variable."""

import os
import re
import runpy
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ImproperlyConfigured

from composer_site.operations import environment
from composer_site.operations.checks import check_environment

ROOT = Path(__file__).resolve().parents[2]
KEY = "kQ7vX2mN9pR4tW8yB3cF6hJ1lZ5sD0gA-uE_iO2rT7nM4vX9qWzY"
NAMES = [
    "ALLOWED_HOSTS",
    "BEHIND_PROXY",
    "DATABASE_URL",
    "DATA_DIR",
    "DEBUG",
    "DEMO",
    "FILES_BY",
    "PORT",
    "SCRIPT_NAME",
    "SECRET_KEY",
    "SECURITY_CONTACT",
    "SITE_URL",
    "THREADS",
    "TIME_ZONE",
]


@pytest.fixture
def load(monkeypatch, tmp_path):
    """load(NAME=value) → the settings that a production site with that environment gets."""
    monkeypatch.setattr(environment, "read_dotenv", lambda path: None)
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)

    def load(**changes):
        right = {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "press.example", "DATA_DIR": str(tmp_path)}
        for name, value in (right | changes).items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(ROOT / "composer_site/settings.py"))

    return load


def site_environment(tmp_path, **changes):
    clean = {name: value for name, value in os.environ.items() if name not in NAMES}
    right = {"SECRET_KEY": KEY, "ALLOWED_HOSTS": "press.example", "DATA_DIR": str(tmp_path)}
    return clean | right | changes


def run(tmp_path, *command, **changes):
    environment = site_environment(tmp_path, **changes)
    command = [sys.executable, "-W", "ignore", *command]
    return subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False
    )


BAD = [
    ("SECRET_KEY", "", "a value, but it is missing or empty"),
    ("SECRET_KEY", "   ", "a value, but it is missing or empty"),
    ("SECRET_KEY", "tooshort-canary", "50 or more random characters"),
    ("SECRET_KEY", "a" * 60, "50 or more random characters"),
    ("SECRET_KEY", f"django-insecure-{KEY}", "a key of your own, and this is a sample"),
    ("SECRET_KEY", environment.SAMPLE_KEY, "a key of your own, and this is a sample"),
    ("SECRET_KEY", "abcdefgh" * 8, "50 or more random characters"),
    ("SECRET_KEY", "ab-canary-" * 6, "50 or more random characters"),
    ("DATABASE_URL", "", "a value, but it is missing or empty"),
    ("DATABASE_URL", "  ", "a value, but it is missing or empty"),
    ("DATABASE_URL", "postgres://u:canary@h/name?sslmod=require", "no options after the name"),
    ("DATABASE_URL", "sqlite:////tmp/canary?mode=ro", "no options after the name"),
    ("ALLOWED_HOSTS", ".com", "a domain of yours after a leading dot"),
    ("ALLOWED_HOSTS", "press.example,.com.kz", "a domain of yours after a leading dot"),
    ("DEBUG", "yes please", "one of true, yes, on, 1, false, no, off, 0"),
    ("DEBUG", "2", "one of true, yes, on, 1, false, no, off, 0"),
    ("DEMO", "treu", "one of true, yes, on, 1, false, no, off, 0"),
    ("BEHIND_PROXY", "maybe", "one of true, yes, on, 1, false, no, off, 0"),
    ("ALLOWED_HOSTS", "", "a value, but it is missing or empty"),
    ("ALLOWED_HOSTS", "*", "host names with commas"),
    ("ALLOWED_HOSTS", "press.example,*", "host names with commas"),
    ("ALLOWED_HOSTS", "*.example", "host names with commas"),
    ("ALLOWED_HOSTS", "https://press.example", "host names with commas"),
    ("ALLOWED_HOSTS", "press.example:8000", "host names with commas"),
    ("ALLOWED_HOSTS", "press.example,", "host names with commas"),
    ("SITE_URL", "press.canary", "https:// and a host name"),
    ("SITE_URL", "http://press.canary", "https:// and a host name"),
    ("SITE_URL", "https://press.canary/sub", "https:// and a host name"),
    ("SITE_URL", "https://.canary", "https:// and a host name"),
    ("SITE_URL", "https://me:canary@press.example", "https:// and a host name"),
    ("SITE_URL", "https://press.example:canary", "https:// and a host name"),
    ("SITE_URL", "https://press.example/?canary", "https:// and a host name"),
    ("SCRIPT_NAME", "canary", "a path such as /press"),
    ("SCRIPT_NAME", "//canary", "a path such as /press"),
    ("SCRIPT_NAME", "/../canary", "a path such as /press"),
    ("DATABASE_URL", "canary", "sqlite:////absolute/path or postgres://"),
    ("DATABASE_URL", "mysql://u:canary@localhost/db", "sqlite:////absolute/path or postgres://"),
    ("DATABASE_URL", "postgres://u:canary@host:port/db", "sqlite:////absolute/path or postgres://"),
    ("DATABASE_URL", "postgres://u:canary@host", "sqlite:////absolute/path or postgres://"),
    ("DATABASE_URL", "sqlite:///canary.sqlite3", "sqlite:////absolute/path or postgres://"),
    ("DATABASE_URL", "sqlite://:memory:", "sqlite:////absolute/path or postgres://"),
    ("DATABASE_URL", "sqlite:////dev/null/canary/db", "a database in a directory that exists"),
    ("DATA_DIR", "var", "an absolute path"),
    ("DATA_DIR", "/dev/null/canary", "a directory that exists or can be made"),
    ("FILES_BY", "canary", "nothing, or x-accel-redirect"),
    ("FILES_BY", "x-accel-redirect", "nothing as long as BEHIND_PROXY is false"),
    ("SECURITY_CONTACT", "canary", "an e-mail address, or one that begins with https://"),
    ("SECURITY_CONTACT", "http://canary", "an e-mail address, or one that begins with https://"),
    ("SECURITY_CONTACT", "a@b.example\nCanary: x", "an e-mail address, or one that begins"),
    ("THREADS", "canary", "a whole number from 4 to 512"),
    ("THREADS", "3", "a whole number from 4 to 512"),
    ("TIME_ZONE", "Asia/Almatty", "the name of a time zone"),
    ("TIME_ZONE", "../../etc/passwd", "the name of a time zone"),
    ("TIME_ZONE", "/etc/localtime", "the name of a time zone"),
]


@pytest.mark.parametrize(("name", "value", "expected"), BAD)
def test_wrong_values_are_refused_by_name_and_not_repeated(load, name, value, expected):
    with pytest.raises(ImproperlyConfigured) as refusal:
        load(**{name: value})
    sentence = str(refusal.value)
    assert sentence.startswith(f"{name}: expected {expected}")
    assert sentence.count(".") <= sentence.count("127.0.0.1") * 3 + 1
    assert "canary" not in sentence
    assert refusal.value.__suppress_context__


@pytest.mark.parametrize(
    ("name", "meant"),
    [("DEBGU", "DEBUG"), ("ALOWED_HOSTS", "ALLOWED_HOSTS"), ("DATABSE_URL", "DATABASE_URL")],
)
def test_a_name_that_looks_like_one_of_ours_is_named(load, monkeypatch, name, meant):
    load()
    monkeypatch.setenv(name, "canary")
    assert environment.mistyped()[name] == meant
    [warning] = [w for w in check_environment(None) if w.id == "composer.W013"]
    assert (warning.msg, meant in warning.hint) == (f"{name} is not read.", True)


def test_names_of_others_are_nobodys_mistake(load, monkeypatch):
    load()
    for name in ("AWS_SECRET_ACCESS_KEY", "PATH", "REDIS_URL", "TZ", "HOSTNAME", "PORTS_OPEN"):
        monkeypatch.setenv(name, "1")
    assert environment.mistyped() == {}


@pytest.mark.parametrize("url", ["postgres://u@h/name?sslmode=require&connect_timeout=3"])
def test_options_that_the_database_knows_are_handed_on(load, url):
    options = load(DATABASE_URL=url)["DATABASES"]["default"]["OPTIONS"]
    assert (options["sslmode"], options["connect_timeout"]) == ("require", 3)


@pytest.mark.parametrize(
    ("value", "contact"),
    [
        ("security@example.org", "mailto:security@example.org"),
        ("mailto:security@example.org", "mailto:security@example.org"),
        ("https://example.org/security", "https://example.org/security"),
        ("", ""),
    ],
)
def test_whom_to_tell_of_a_hole_is_an_address(load, value, contact):
    assert load(SECURITY_CONTACT=value)["SECURITY_CONTACT"] == contact


@pytest.mark.parametrize("word", ["false", "0", "no", "False ", "OFF", ""])
def test_every_word_for_no_means_no(load, word):
    assert load(DEBUG=word)["DEBUG"] is False


@pytest.mark.parametrize("word", ["true", "1", "yes", " True", "on"])
def test_every_word_for_yes_means_yes(load, word):
    assert load(DEBUG=word, ALLOWED_HOSTS="localhost")["DEBUG"] is True


@pytest.mark.parametrize(("threads", "streams", "bodies"), [("4", 1, 2), ("32", 8, 16)])
def test_a_quarter_of_the_threads_is_left_to_those_who_are_quick(load, threads, streams, bodies):
    settings = load(THREADS=threads)
    assert (settings["STREAMS"], settings["BODIES"]) == (streams, bodies)


def test_threads_that_the_server_does_not_hear_of_are_refused(load, monkeypatch):
    monkeypatch.setattr(environment, "read_dotenv", lambda path: monkeypatch.setenv("THREADS", "8"))
    with pytest.raises(ImproperlyConfigured, match="in the environment of the server's command"):
        load()


@pytest.mark.parametrize("mode", ["DEBUG", "DEMO"])
def test_debug_and_demo_exist_on_loopback_only(load, mode):
    with pytest.raises(ImproperlyConfigured, match=r"ALLOWED_HOSTS: expected 127\.0\.0\.1"):
        load(**{mode: "true", "ALLOWED_HOSTS": "localhost,press.example"})


def test_the_demo_never_shows_tracebacks(load):
    with pytest.raises(ImproperlyConfigured, match="DEBUG: expected false"):
        load(DEMO="true", DEBUG="true", ALLOWED_HOSTS="localhost")


def test_the_demo_makes_its_own_key_once_and_for_its_owner_only(load, tmp_path):
    first = load(DEMO="true", ALLOWED_HOSTS="localhost", SECRET_KEY="")["SECRET_KEY"]
    second = load(DEMO="true", ALLOWED_HOSTS="localhost", SECRET_KEY="")["SECRET_KEY"]
    assert first == second
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_the_demo_needs_nothing_from_the_environment(load, monkeypatch):
    for name in ("SECRET_KEY", "ALLOWED_HOSTS"):
        monkeypatch.setenv(name, "")
    assert load(DEMO="true", SECRET_KEY="", ALLOWED_HOSTS="")["ALLOWED_HOSTS"] == [
        "127.0.0.1",
        "localhost",
        "[::1]",
    ]


def test_production_is_https_only(load):
    site = load()
    assert site["SESSION_COOKIE_NAME"] == "__Host-session"
    assert site["CSRF_COOKIE_NAME"] == "__Host-csrf"
    assert site["SESSION_COOKIE_SECURE"] is site["CSRF_COOKIE_SECURE"] is True
    assert site["SECURE_SSL_REDIRECT"] is True
    assert site["SECURE_HSTS_SECONDS"] == 31_536_000


@pytest.mark.parametrize("names", ["press.example,www.example", ".press.example"])
def test_where_hosts_leave_a_choice_the_site_says_its_address(load, names):
    with pytest.raises(ImproperlyConfigured, match="SITE_URL: expected a value, as ALLOWED_HOSTS"):
        load(ALLOWED_HOSTS=names)
    site = load(ALLOWED_HOSTS=names, SITE_URL="https://Press.example:8443/")
    assert site["SITE_URL"] == "https://press.example:8443"


def test_the_only_host_is_the_sites_address(load):
    assert load()["SITE_URL"] == "https://press.example"


@pytest.mark.parametrize("mode", ["DEBUG", "DEMO"])
def test_on_loopback_the_sites_address_has_the_port_of_the_demo(load, mode):
    hosts = "127.0.0.1,localhost"
    assert load(**{mode: "true"}, ALLOWED_HOSTS=hosts)["SITE_URL"] == "http://127.0.0.1:8000"
    site = load(**{mode: "true"}, ALLOWED_HOSTS="[::1]", PORT="8080")
    assert site["SITE_URL"] == "http://[::1]:8080"


@pytest.mark.parametrize(("given", "prefix"), [("", ""), ("/", ""), ("/sub/", "/sub")])
def test_a_mounted_site_knows_its_static_files_and_its_probes(load, given, prefix):
    site = load(SCRIPT_NAME=given)
    assert site["STATIC_URL"] == f"{prefix}/static/"
    (probes,) = site["SECURE_REDIRECT_EXEMPT"]
    assert re.search(probes, f"{prefix}/readyz".lstrip("/"))


def test_forwarded_headers_are_believed_behind_a_proxy_only(load):
    assert load()["SECURE_PROXY_SSL_HEADER"] is None
    header = ("HTTP_X_FORWARDED_PROTO", "https")
    assert load(BEHIND_PROXY="true")["SECURE_PROXY_SSL_HEADER"] == header


def test_sqlite_waits_for_its_turn_and_makes_its_directory(load, tmp_path):
    path = tmp_path / "new" / "db.sqlite3"
    database = load(DATABASE_URL=f"sqlite:///{path}")["DATABASES"]["default"]
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert path.parent.is_dir()


def test_postgres_passwords_may_hold_any_character(load):
    url = "postgres://press:p%40ss%2Fword@db.example:5433/site?sslmode=require"
    database = load(DATABASE_URL=url)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert database["PASSWORD"] == "p@ss/word"
    assert database["OPTIONS"] == {"connect_timeout": 5, "sslmode": "require"}
    assert database["CONN_HEALTH_CHECKS"] is True


def test_an_embargo_in_almaty_opens_at_its_second(load):
    load()
    time = datetime(2026, 12, 1, 0, 1, tzinfo=ZoneInfo("Asia/Almaty"))
    assert time.astimezone(UTC) == datetime(2026, 11, 30, 19, 1, tzinfo=UTC)


def test_stale_time_zones_are_refused(load, monkeypatch):
    class Stale(ZoneInfo):
        def utcoffset(self, time):
            return datetime(2000, 1, 1, 6) - datetime(2000, 1, 1)

    monkeypatch.setattr(environment.zoneinfo, "ZoneInfo", Stale)
    with pytest.raises(ImproperlyConfigured, match="tzdata: expected a package of 2024 or later"):
        load()


def test_zones_come_from_the_pinned_package_and_not_from_the_machine(load):
    load()
    assert environment.zoneinfo.TZPATH == ()


@pytest.mark.parametrize("value", ["eighty", "0", "65536", "-1", "8000 ", "８０００", "1" * 5000])
def test_a_port_is_a_number_of_a_port(monkeypatch, value):
    monkeypatch.setenv("PORT", value)
    if value.strip() == "8000":
        assert environment.port("PORT", 1) == 8000
        return
    with pytest.raises(ImproperlyConfigured, match="PORT: expected a port, a whole number"):
        environment.port("PORT", 8000)


@pytest.mark.parametrize(
    "line", ["SECRET_KEY = spaced", "just words", "lower=case", "-----", "SECRET_KEY= spaced"]
)
def test_a_dotenv_file_is_read_whole_or_not_at_all(tmp_path, line):
    path = tmp_path / ".env"
    path.write_text(f"# comment\nTEST_ONLY=read\n{line}\n")
    with pytest.raises(ImproperlyConfigured, match=r"\.env, line 3: expected NAME=value"):
        environment.read_dotenv(path)
    assert "TEST_ONLY" not in os.environ


def test_a_dotenv_file_of_another_system_is_read_right(tmp_path, monkeypatch):
    path = tmp_path / ".env"
    path.write_bytes(b"export TEST_A=one\r\n\r\n  # note\r\nTEST_B='two words'\r\nTEST_C=\r\n")
    monkeypatch.setattr(os, "environ", environ := dict(os.environ))
    monkeypatch.setattr(environment.environ.Env, "ENVIRON", environ)
    environment.read_dotenv(path)
    assert (environ["TEST_A"], environ["TEST_B"], environ["TEST_C"]) == ("one", "two words", "")


def test_a_dotenv_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / ".env"
    path.write_bytes(b"SECRET_KEY=\xff\xfe")
    with pytest.raises(ImproperlyConfigured, match=r"\.env: expected a readable file in UTF-8"):
        environment.read_dotenv(path)


def test_a_refused_command_prints_one_sentence(tmp_path):
    result = run(tmp_path, "manage.py", "check", SECRET_KEY="canary")
    assert result.returncode == 1
    assert result.stderr == (
        "The site does not start. SECRET_KEY: expected 50 or more random characters.\n"
    )


def test_a_refused_server_prints_one_sentence(tmp_path):
    result = run(tmp_path, "-c", "import composer_site.wsgi", DEBUG="canary")
    assert result.returncode == 1
    assert result.stderr.startswith("The site does not start. DEBUG: expected one of true")
    assert result.stderr.count("\n") == 1


def test_a_failed_check_stops_the_server(tmp_path):
    code = "import os; os.access = lambda *a: False; import composer_site.wsgi"
    result = run(tmp_path, "-c", code)
    assert result.returncode == 1
    assert "composer.E002" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_server_without_its_static_files_is_stopped(tmp_path):
    result = run(tmp_path, "-c", "import composer_site.wsgi")
    assert result.returncode == 1
    assert result.stderr == (
        "The site does not start. Run `manage.py collectstatic --noinput` first.\n"
    )


def test_the_example_names_every_variable_and_no_other():
    text = (ROOT / ".env.example").read_text()
    named = set(re.findall(r"^#? ?([A-Z_]+)=", text, re.MULTILINE))
    source = (ROOT / "composer_site/settings.py").read_text()
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', source)) - {"tzdata"}
    assert named == read - {"DEMO", "PORT"}  # of `make demo`


def test_the_example_is_refused_until_its_key_is_changed(tmp_path):
    text = (ROOT / ".env.example").read_text()
    key = re.search(r"^SECRET_KEY=(.*)$", text, re.MULTILINE)[1]
    assert key == environment.SAMPLE_KEY
