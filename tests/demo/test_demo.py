"""The demonstration: made once, kept after that, and clear about why it does not start."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from composer_site.management.commands import demo
from composer_site.staff.models import User

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def taken_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


def command(data, port):
    environment = os.environ | {"DEMO": "true", "DATA_DIR": str(data), "PORT": str(port)}
    environment |= {"DATABASE_URL": f"sqlite:///{data}/db.sqlite3", "PYTHONUNBUFFERED": "1"}
    return {"args": [sys.executable, "manage.py", "demo"], "env": environment, "cwd": ROOT}


def run_refused(data, port):
    return subprocess.run(**command(data, port), capture_output=True, text=True, check=False)


def test_a_taken_port_is_one_clear_line(tmp_path, taken_port):
    result = run_refused(tmp_path, taken_port)
    assert result.returncode == 1
    assert result.stderr.startswith(f"CommandError: Port {taken_port} cannot be had (address")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["eighty", "70000", "-1"])
def test_a_port_that_is_none_is_one_clear_line(tmp_path, port):
    result = run_refused(tmp_path, port)
    assert result.returncode == 1
    assert result.stderr == (
        "The site does not start. PORT: expected a port, a whole number from 1 to 65535.\n"
    )


def test_it_runs_in_demo_mode_only(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="Start it with `make demo`"):
        call_command("demo")


def test_passwords_are_random_and_for_the_owners_eyes(tmp_path):
    first = demo.kept_passwords(tmp_path / "a.txt")
    second = demo.kept_passwords(tmp_path / "b.txt")
    assert list(first) == ["administrator", "editor", "translator", "publisher"]
    assert len(set(first.values()) | set(second.values())) == 8
    assert min(map(len, first.values())) == 16
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600


def test_passwords_are_made_once(tmp_path):
    path = tmp_path / "a.txt"
    assert demo.kept_passwords(path) == demo.kept_passwords(path)


@pytest.mark.django_db
def test_each_login_has_its_group(tmp_path):
    demo.make_logins(demo.kept_passwords(tmp_path / "a.txt"))
    groups = {u.username: [g.name for g in u.groups.all()] for u in User.objects.all()}
    assert groups == {
        "administrator": [],
        "editor": ["editors"],
        "translator": ["translators"],
        "publisher": ["publishers"],
    }
    assert list(User.objects.filter(is_superuser=True).values_list("username", flat=True)) == [
        "administrator"
    ]


@pytest.mark.django_db
def test_a_login_that_staff_changed_is_left_alone(tmp_path):
    passwords = demo.kept_passwords(tmp_path / "a.txt")
    demo.make_logins(passwords)
    editor = User.objects.get(username="editor")
    editor.set_password("chosen by the editor")
    editor.language = "kk"
    editor.save()
    demo.make_logins(passwords)
    editor.refresh_from_db()
    assert editor.check_password("chosen by the editor")
    assert editor.language == "kk"


def served(data, port):
    """The greeting of a running demonstration, what `/readyz` says, and its output's end."""
    with subprocess.Popen(**command(data, port), stdout=-1, stderr=-2, text=True) as process:
        greeting = []
        for line in process.stdout:
            greeting.append(line)
            if "Ctrl+C" in line:
                break
        try:
            word = ask(f"http://127.0.0.1:{port}/readyz")
        finally:
            process.send_signal(signal.SIGINT)
        return "".join(greeting), word


def ask(address):
    for _ in range(200):
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.read().decode()
        except OSError:
            time.sleep(0.05)
    return "no answer"


def test_two_runs_serve_the_same_site(tmp_path, free_port):
    first, word = served(tmp_path, free_port)
    second, again = served(tmp_path, free_port)
    assert (word, again) == ("ready\n", "ready\n")
    assert "Loading the demonstration" in first
    assert "Loading the demonstration" not in second
    assert logins(first) == logins(second)
    assert f"http://127.0.0.1:{free_port}/admin/" in first
    assert "no redirection to https" in first


def logins(greeting):
    return re.findall(r"^  (\w+) +(\S{16})$", greeting, re.MULTILINE)
