import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from composer_site.operations import archive, database_copy
from composer_site.operations.health import shipped_migrations


class Command(BaseCommand):
    help = "Replace the database and the uploaded files by those of a backup."
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a file made by `manage.py backup`")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args, file, yes, **options):
        media = Path(settings.MEDIA_ROOT)
        media.parent.mkdir(parents=True, exist_ok=True)
        try:
            with tempfile.TemporaryDirectory(prefix=".restore-", dir=media.parent) as staging:
                manifest = verified(file, Path(staging))
                if not (yes or self.confirmed(manifest)):
                    raise CommandError("Nothing was changed.")
                replace(Path(staging), media)
        except (archive.ArchiveError, database_copy.CopyError) as error:
            raise CommandError(f"{error} Nothing was changed.") from None
        except OSError as error:
            raise CommandError(f"{media} cannot be replaced: {error.strerror}.") from None
        self.stdout.write(done(manifest))

    def confirmed(self, manifest):
        self.stdout.write(
            f"The database and all files of this site will be replaced by the backup of "
            f"{manifest['made_at']}.\nStop the site first. Type yes to go on:"
        )
        try:
            return input().strip().lower() == "yes"
        except EOFError:  # nobody is there to ask
            return False


def verified(file, staging):
    """Everything that can be found wrong is found here, while nothing is touched yet."""
    manifest = archive.unpack(file, staging)
    if manifest["engine"] != connection.vendor:
        raise archive.ArchiveError(
            f"The backup is of {manifest['engine']} and DATABASE_URL names {connection.vendor}."
        )
    unknown = set(manifest["migrations"]) - {".".join(key) for key in shipped_migrations()}
    if unknown:
        raise archive.ArchiveError(
            f"The backup is of another version of the site, which knows {min(unknown)}."
        )
    database_copy.check(staging / archive.DATABASE)
    return manifest


def replace(staging, media):
    new = staging / archive.MEDIA
    new.mkdir(exist_ok=True)
    with swapped(media, new, media.with_name(f"{media.name}.before-restore")):
        database_copy.copy_in(staging / archive.DATABASE)


@contextmanager
def swapped(live, new, beside):
    """The new directory in the live one's place, and the old one back if what follows fails."""
    if beside.exists():
        raise archive.ArchiveError(
            f"An earlier restore was interrupted: {beside} holds the files from before it. "
            f"Rename it to {live.name}, or delete it, and try again."
        )
    live.mkdir(exist_ok=True)
    try:
        live.rename(beside)
        new.rename(live)
        yield
    except BaseException:
        if beside.exists():
            shutil.rmtree(live, ignore_errors=True)
            beside.rename(live)
        raise
    shutil.rmtree(beside)


def done(manifest):
    files = len(manifest["members"]) - 1
    text = f"Restored the backup of {manifest['made_at']}: the database and {files} files."
    missing = {".".join(key) for key in shipped_migrations()} - set(manifest["migrations"])
    more = " Now run `manage.py migrate`," if missing else " Now"
    return f"{text}{more} start the site again: running processes remember old pages."
