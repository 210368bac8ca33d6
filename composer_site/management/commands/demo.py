import hashlib
import os
import secrets
import socket
import sys
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from composer_site.publishing.models import Edition
from composer_site.staff.models import User

HOST = "127.0.0.1"
# Name at sign-in → group. The administrator needs none.
LOGINS = {
    "administrator": None,
    "editor": "editors",
    "translator": "translators",
    "publisher": "publishers",
}
# Whoever reads or sends slowly holds a thread, so there are more of them than processors.
SERVER = [
    *("--interface", "wsgi", "--no-ws"),
    *("--workers", "1", "--blocking-threads", str(settings.THREADS)),
    # One who reads slowly would keep the server from stopping.
    *("--workers-kill-timeout", "5"),
    *("--log-level", "error"),
]


class Command(BaseCommand):
    help = "Prepare the demonstration and serve it on this machine alone; `make demo` calls it."
    requires_system_checks = "__all__"

    def handle(self, *args, **options):
        if not settings.DEMO:
            raise CommandError("This serves a demonstration only. Start it with `make demo`.")
        port = settings.PORT
        refuse_taken(port)
        call_command("migrate", verbosity=0)
        collect_static_files()
        self.load_once()
        passwords = kept_passwords(settings.DATA_DIR / "demo-logins.txt")
        make_logins(passwords)
        self.stdout.write(greeting(port, passwords))
        serve(port)

    def load_once(self):
        """Only into an empty site: what staff have edited since stays."""
        if not Edition.objects.exists():
            self.stdout.write("Loading the demonstration …")
            self.stdout.flush()
            call_command("load_demo", stdout=self.stdout)


def refuse_taken(port):
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except OSError as error:
            reason, other = error.strerror.lower(), 8000 if port > 9000 else port + 1
            raise CommandError(
                f"Port {port} cannot be had ({reason}). Choose another: make demo PORT={other}"
            ) from None


def collect_static_files():
    """Compressing takes seconds, so it is done again only where a file has changed."""
    stamp = settings.DATA_DIR / "static-files.sha256"
    digest = static_digest()
    if stamp.exists() and stamp.read_text() == digest and settings.STATIC_ROOT.exists():
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(digest)


def static_digest():
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            details = os.stat(storage.path(path))
            digest.update(f"{path} {details.st_size} {details.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def kept_passwords(path: Path):
    """{name: password}: random, made at the first run, in a file that only its owner can read."""
    if not path.exists():
        made = {name: secrets.token_urlsafe(12) for name in LOGINS}
        new = path.with_suffix(".new")
        new.unlink(missing_ok=True)
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.writelines(f"{name} {password}\n" for name, password in made.items())
        new.replace(path)
    lines = [line.split() for line in path.read_text().splitlines()]
    return dict(line for line in lines if len(line) == 2)


def make_logins(passwords):
    """Those that are missing. One that is there may have a password of its own by now."""
    present = set(User.objects.values_list("username", flat=True))
    for name in LOGINS.keys() & passwords.keys() - present:
        group = LOGINS[name]
        user = User.objects.create_user(
            name, password=passwords[name], is_staff=True, is_superuser=group is None
        )
        user.groups.set(Group.objects.filter(name=group))


def greeting(port, passwords):
    address = f"http://{HOST}:{port}/"
    logins = [f"  {name:<14} {passwords[name]}" for name in LOGINS if name in passwords]
    return "\n".join(
        [
            f"The site      {address}",
            f"The admin     {address}admin/",
            "Sign in as (passwords as first made, kept in demo-logins.txt in the data directory):",
            *logins,
            "A demonstration, for this machine alone: plain http on loopback, so cookies are not",
            "marked secure, there is no redirection to https and no HSTS. All else is as in",
            "production. Stop it with Ctrl+C.",
        ]
    )


def serve(port):
    sys.stdout.flush()
    os.chdir(settings.BASE_DIR)
    application = "composer_site.wsgi:application"
    command = ["-m", "granian", *SERVER, "--host", HOST, "--port", str(port), application]
    os.execv(sys.executable, [sys.executable, *command])  # noqa: S606  no shell is wanted
