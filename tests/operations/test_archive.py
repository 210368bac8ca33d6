"""Archives that are damaged, forged or of another site are refused, each in a sentence."""

import contextlib
import hashlib
import json
import uuid
import zipfile

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from composer_site.operations import archive


@pytest.fixture
def backup(tmp_path):
    """backup(**facts) → a small archive of the right shape."""
    (tmp_path / "copy").write_bytes(b"rows " * 1000)
    (tmp_path / "picture").write_bytes(b"pixels")

    def backup(**changes):
        facts = {"made_at": "2026-12-01", "engine": connection.vendor, "migrations": []}
        members = [("database", tmp_path / "copy"), ("media/a/b.jpg", tmp_path / "picture")]
        archive.write(tmp_path / "backup.zip", members, facts | changes)
        return tmp_path / "backup.zip"

    return backup


def refusal(path, tmp_path):
    into = tmp_path / uuid.uuid4().hex
    into.mkdir()
    with pytest.raises(archive.ArchiveError) as error:
        archive.unpack(path, into)
    assert str(error.value).count(". ") == 0
    return str(error.value)


def test_a_whole_archive_is_unpacked(backup, tmp_path):
    (into := tmp_path / "into").mkdir()
    archive.unpack(backup(), into)
    assert (into / "media/a/b.jpg").read_bytes() == b"pixels"


@pytest.mark.parametrize("part", [0, 0.1, 0.5, 0.9, 0.999])
def test_half_an_archive_is_refused(backup, tmp_path, part):
    path = backup()
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * part)])
    assert refusal(path, tmp_path).endswith("is damaged, or is no backup.")


def test_any_changed_byte_is_refused(backup, tmp_path):
    path = backup()
    content = path.read_bytes()
    for place in range(0, len(content) - 1, 7):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
        into = tmp_path / str(place)
        into.mkdir()
        with contextlib.suppress(archive.ArchiveError):
            archive.unpack(path, into)
            # What passes changed no byte of any member: a date, a flag nobody reads.
            assert (into / "database").read_bytes() == b"rows " * 1000
            assert (into / "media/a/b.jpg").read_bytes() == b"pixels"


def test_a_missing_file_is_one_sentence(tmp_path):
    assert refusal(tmp_path / "none.zip", tmp_path).startswith("There is no file")


def test_another_zip_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as other:
        other.writestr("hello.txt", "hello")
    assert refusal(tmp_path / "other.zip", tmp_path) == "This file is not a backup of this site."


def test_a_backup_of_another_format_is_refused(backup, tmp_path):
    path = backup(format="composer_site backup 2")
    assert refusal(path, tmp_path) == "This file is not a backup of this site."


def forged(tmp_path, members, listed=None):
    """An archive with a right manifest and members of the forger's choice."""
    entry = {"size": 4, "sha256": hashlib.sha256(b"evil").hexdigest()}
    manifest = {"format": archive.FORMAT, "made_at": "", "engine": "sqlite", "migrations": []}
    manifest["members"] = dict.fromkeys(["database", *(listed or members)], entry)
    with zipfile.ZipFile(tmp_path / "forged.zip", "w") as file:
        for name in ["database", *members]:
            file.writestr(zipfile.ZipInfo(name), b"evil")
        file.writestr(archive.MANIFEST, json.dumps(manifest))
    return tmp_path / "forged.zip"


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "media/../../evil",
        "/etc/evil",
        "media//evil",
        "media/./evil",
        "media\\..\\evil",
        "C:/evil",
        "media/C:evil",
        "media",
        "evil",
    ],
)
def test_no_member_leaves_its_directory(tmp_path, name):
    path = forged(tmp_path, [name])
    assert refusal(path, tmp_path) == "The backup holds other files than its manifest lists."
    assert not list(tmp_path.rglob("evil"))


def test_files_beside_the_manifest_are_refused(tmp_path):
    path = forged(tmp_path, ["media/listed", "media/hidden"], ["media/listed"])
    assert refusal(path, tmp_path) == "The backup holds other files than its manifest lists."


def test_a_bomb_stops_at_its_listed_size(tmp_path, monkeypatch):
    path = forged(tmp_path, ["media/bomb"])
    monkeypatch.setattr(archive, "CHUNK", 2)
    with zipfile.ZipFile(path, "a") as file:
        manifest = json.loads(file.read(archive.MANIFEST))
    manifest["members"]["media/bomb"]["size"] = 1
    (bomb := tmp_path / "bomb").mkdir()
    with zipfile.ZipFile(path) as file, pytest.raises(archive.ArchiveError):
        archive.extract(file, "media/bomb", manifest["members"]["media/bomb"], bomb / "media/bomb")
    assert (bomb / "media/bomb").stat().st_size == 2


def test_a_backup_larger_than_the_disk_is_refused_first(backup, tmp_path, monkeypatch):
    usage = type("Usage", (), {"free": 100})
    monkeypatch.setattr(archive.shutil, "disk_usage", lambda path: usage)
    expected = "The disk lacks room: the backup unpacks to 5,006 bytes."
    assert refusal(backup(), tmp_path) == expected


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"engine": "oracle"}, "The backup is of oracle and DATABASE_URL names"),
        ({"migrations": ["films.9999_later"]}, "another version of the site, which knows films"),
        ({}, "damaged|pg_restore failed"),
    ],
)
def test_what_does_not_fit_this_site_is_refused(backup, tmp_path, settings, facts, sentence):
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "media").mkdir()
    (tmp_path / "media/old").touch()
    with pytest.raises(CommandError, match=sentence) as refused:
        call_command("restore", backup(**facts), yes=True)
    assert str(refused.value).endswith("Nothing was changed.")
    assert (tmp_path / "media/old").exists()
