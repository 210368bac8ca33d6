"""Readers of environment variables that refuse what they do not understand.

Every refusal is one sentence: the variable's name and what was expected, never the value.
"""

import os
import re
import secrets
import zlib
import zoneinfo
from datetime import datetime, timedelta
from difflib import get_close_matches
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

WORDS = {"true": True, "yes": True, "on": True, "1": True} | {
    "false": False,
    "no": False,
    "off": False,
    "0": False,
}
SAMPLE_KEY = "put-fifty-or-more-random-characters-here-and-tell-nobody"
HOST = re.compile(r"\.?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)*|\[[0-9a-f:]+\]")
ORIGIN = re.compile(rf"https?://(?!\.)({HOST.pattern})(:[1-9][0-9]{{0,4}})?")
EMAIL = re.compile(r"[\w.!#$%&*+/=?^{|}~-]+@[a-z0-9.-]+", re.ASCII | re.IGNORECASE)
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
# `.com`, `.com.kz`: everybody's, and nobody's site.
REGISTRY = re.compile(r"\.(?:(?:ac|co|com|edu|gov|mil|net|org)\.)?[a-z0-9-]+")
NAMES_READ: set[str] = set()


def refuse(name, expected):
    raise ImproperlyConfigured(f"{name}: expected {expected}.") from None


def read_dotenv(path):
    """Load `path` below the real environment, whole or not at all."""
    if not path.exists():
        return
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        refuse(".env", "a readable file in UTF-8")
    # django-environ skips a line that it cannot parse: a half-read file would start a wrong site.
    for number, line in enumerate(lines, 1):
        if not re.fullmatch(r"\s*(#.*)?|(export )?[A-Z_][A-Z0-9_]*=\S.*|[A-Z_]+=", line):
            refuse(f".env, line {number}", "NAME=value without spaces around the sign")
    environ.Env.read_env(path)


def value_of(name):
    NAMES_READ.add(name)
    return os.environ.get(name, "").strip()


def mistyped():
    """{a variable that nobody reads: the one that was meant}, for names that look like ours."""
    near = {name: get_close_matches(name, NAMES_READ, 1, 0.8) for name in os.environ}
    return {name: meant[0] for name, meant in near.items() if meant and meant[0] != name}


def text(name, default=None):
    value = value_of(name)
    if not value and default is None:
        refuse(name, "a value, but it is missing or empty")
    return value or default


def word(name, default):
    """A yes or no: `bool("false")` and its relatives have opened many sites."""
    value = value_of(name).lower()
    if value and value not in WORDS:
        refuse(name, "one of true, yes, on, 1, false, no, off, 0")
    return WORDS.get(value, default)


def number(name, default, least, most, expected="a whole number"):
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and least <= int(value[:6]) <= most):
        refuse(name, f"{expected} from {least} to {most}")
    return int(value)


def port(name, default):
    return number(name, default, 1, 65535, "a port, a whole number")


def threads(name):
    """Fewer could not be shared out among senders, downloads and pages."""
    return number(name, 16, 4, 512)


def choice(name, choices):
    """One of the choices, or nothing."""
    value = text(name, "")
    if value and value not in choices:
        refuse(name, f"nothing, or {' or '.join(choices)}")
    return value


def secret_key(name):
    key = text(name)
    if key.startswith("django-insecure-") or key == SAMPLE_KEY:
        refuse(name, "a key of your own, and this is a sample")
    # Few letters, or the same ones over and over, pack into next to nothing.
    if len(key) < 50 or len(zlib.compress(key.encode())) < 40:
        refuse(name, "50 or more random characters")
    return key


def kept_secret(path):
    """The demo's own key: made at the first run, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text()


def hosts(name, default=None):
    names = [host.strip().lower() for host in text(name, default and ",".join(default)).split(",")]
    if not all(HOST.fullmatch(host) for host in names):
        refuse(name, "host names with commas between, no * among them, no scheme and no port")
    if any(REGISTRY.fullmatch(host) for host in names):
        refuse(name, "a domain of yours after a leading dot")
    return names


def site_url(name, hosts, port):
    """`https://host`, with its port if it has one; `port` where plain http is served on loopback."""
    value = text(name, own_address(hosts, port)).lower().removesuffix("/")
    if not value:
        refuse(name, "a value, as ALLOWED_HOSTS names more than one host")
    if not ORIGIN.fullmatch(value) or not (port or value.startswith("https:")):
        refuse(name, "https:// and a host name, and no path after it")
    return value


def own_address(hosts, port):
    """By the hosts that are allowed; the empty string where they leave a choice."""
    if port:
        return f"http://{hosts[0]}:{port}"
    is_one = len(hosts) == 1 and not hosts[0].startswith(".")
    return f"https://{hosts[0]}" if is_one else ""


def contact(name):
    """An address for reports of security holes, as RFC 9116 wants it, or nothing."""
    value = text(name, "")
    if EMAIL.fullmatch(value):
        return f"mailto:{value}"
    if value and not re.fullmatch(rf"mailto:{EMAIL.pattern}|https://[!-~]+", value, EMAIL.flags):
        refuse(name, "an e-mail address, or one that begins with https://, or nothing")
    return value


def path_prefix(name):
    """`/press` of a site that is mounted below another's root, or the empty string."""
    value = text(name, "").removesuffix("/")
    if not re.fullmatch(r"(/[A-Za-z0-9_-]+)*", value):
        refuse(name, "a path such as /press, or nothing")
    return value


def directory(name, default):
    path = Path(text(name, str(default)))
    if not path.is_absolute():
        refuse(name, "an absolute path")
    try:
        # What is not published is in it: nobody else on the machine may look.
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        refuse(name, "a directory that exists or can be made")
    return path


def database(name, default, options):
    """Django's database settings from a URL; `options` by engine name (`sqlite3`, `postgresql`)."""
    expected = "sqlite:////absolute/path or postgres://user:password@host:port/name"
    url = text(name) if name in os.environ else default
    try:
        config = environ.Env.db_url_config(url)
        engine = config["ENGINE"].rpartition(".")[2]
        asked = config.get("OPTIONS", {})
        config["OPTIONS"] = options[engine] | asked
    except Exception:  # noqa: BLE001  the parser raises of every kind and quotes the password
        refuse(name, expected)
    if not config.get("NAME"):
        refuse(name, expected)
    if not asked.keys() <= options_of(engine):
        refuse(name, "no options after the name, but such as the database knows")
    if engine == "sqlite3":
        _sqlite_directory(name, Path(config["NAME"]), expected)
    return config


def options_of(engine):
    """The names that an address may give values to; those of PostgreSQL are libpq's.

    Its driver takes a tenth of a second to load: a site on SQLite never does.
    """
    if engine == "sqlite3":
        return {"timeout"}
    conninfo = import_string("psycopg.pq.Conninfo")
    return {option.keyword.decode() for option in conninfo.get_defaults()}


def _sqlite_directory(name, path, expected):
    if not path.is_absolute():
        refuse(name, expected)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        refuse(name, "a database in a directory that exists or can be made")


def time_zone(name, default):
    """A zone by name, read from the pinned `tzdata` package and not from the machine's files.

    Kazakhstan is at +05:00 since 1 March 2024: with older rules an embargo opens an hour early.
    """
    zoneinfo.reset_tzpath(())
    try:
        zone = zoneinfo.ZoneInfo(text(name, default))
        almaty = datetime(2026, 12, 1, tzinfo=zoneinfo.ZoneInfo("Asia/Almaty"))
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        refuse(name, "the name of a time zone, such as Asia/Almaty")
    if almaty.utcoffset() != timedelta(hours=5):
        refuse("tzdata", "a package of 2024 or later, in which Asia/Almaty is at +05:00")
    return zone.key
