"""The file of a backup: a ZIP of the database's copy, the uploaded files, and a manifest.

`manifest.json`: {"format", "made_at", "engine", "migrations": ["app.name"],
"members": {name: {"size": bytes, "sha256": hex}}}. Members are `database` and `media/<path>`.
"""

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

FORMAT = "composer_site backup 1"
MANIFEST = "manifest.json"
DATABASE = "database"
MEDIA = "media"
CHUNK = 2**20
MANIFEST_LIMIT = 64 * 2**20  # bytes: some 300,000 files


class ArchiveError(Exception):
    """One sentence that says why a file is no backup, or no whole one."""


def write(target: Path, members: Iterable[tuple[str, Path]], facts: dict) -> dict:
    """Write beside and rename: a file by this name is whole. Returns the manifest."""
    part = target.with_name(f".{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            manifest = write_zip(file, members, facts)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def write_zip(file, members, facts) -> dict:
    manifest = {"format": FORMAT, **facts, "members": {}}
    with zipfile.ZipFile(file, "w", allowZip64=True) as archive:
        for name, path in members:
            try:
                manifest["members"][name] = add(archive, name, path)
            except FileNotFoundError:
                continue  # removed since it was listed, so the database's copy cannot need it
        archive.writestr(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1))
    return manifest


def add(archive, name, path) -> dict:
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo(name)
    # Pictures are compressed already.
    entry.compress_type = zipfile.ZIP_DEFLATED if name == DATABASE else zipfile.ZIP_STORED
    with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as copy:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += copy.write(chunk)
    return {"size": size, "sha256": digest.hexdigest()}


def unpack(path: Path, into: Path) -> dict:
    """Unpack into the empty directory `into`, every byte checked. Returns the manifest."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = read_manifest(archive)
            refuse_strange_members(archive, manifest)
            refuse_without_room(manifest, into)
            for name, facts in manifest["members"].items():
                extract(archive, name, facts, into / name)
    except FileNotFoundError:
        raise ArchiveError(f"There is no file {path}.") from None
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, zipfile.zlib.error):
        raise ArchiveError(f"{path} is damaged, or is no backup.") from None
    except OSError as error:
        raise ArchiveError(f"{path} cannot be unpacked: {error.strerror}.") from None
    return manifest


def read_manifest(archive) -> dict:
    try:
        if archive.getinfo(MANIFEST).file_size > MANIFEST_LIMIT:
            raise ValueError
        manifest = json.loads(archive.read(MANIFEST))
        known = manifest["format"] == FORMAT and DATABASE in manifest["members"]
        shaped = all(
            isinstance(facts["size"], int) and facts["size"] >= 0 and len(facts["sha256"]) == 64
            for facts in manifest["members"].values()
        )
        manifest["engine"], manifest["made_at"], list(manifest["migrations"])
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError):
        known = shaped = False
    if not (known and shaped):
        raise ArchiveError("This file is not a backup of this site.")
    return manifest


def refuse_strange_members(archive, manifest):
    """Only what the manifest lists, each once, and no name that would leave the directory."""
    names = sorted(archive.namelist())
    listed = sorted([*manifest["members"], MANIFEST])
    if names != listed or not all(map(is_safe, manifest["members"])):
        raise ArchiveError("The backup holds other files than its manifest lists.")


def is_safe(name: str) -> bool:
    if name == DATABASE:
        return True
    parts = PurePosixPath(name).parts
    plain = not set("\\\0:") & set(name) and ".." not in parts and str(PurePosixPath(name)) == name
    return plain and len(parts) > 1 and parts[0] == MEDIA


def refuse_without_room(manifest, into):
    needed = sum(facts["size"] for facts in manifest["members"].values())
    if needed > shutil.disk_usage(into).free:
        raise ArchiveError(f"The disk lacks room: the backup unpacks to {needed:,} bytes.")


def extract(archive, name, facts, target):
    digest, size = hashlib.sha256(), 0
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(name) as source, target.open("xb") as copy:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            size += copy.write(chunk)
            if size > facts["size"]:
                break
    if (size, digest.hexdigest()) != (facts["size"], facts["sha256"]):
        raise ArchiveError(f"The backup is damaged: {name} is not what the manifest says.")
