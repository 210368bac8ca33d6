import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from composer_site.operations import archive, database_copy


class Command(BaseCommand):
    help = "Copy the database and the uploaded files into one file, while the site runs."

    def add_arguments(self, parser):
        parser.add_argument("target", type=Path, help="a directory, or the name of a new file")

    def handle(self, *args, target, **options):
        target = new_file(target.absolute())
        try:
            with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as beside:
                manifest = write(target, Path(beside) / "database")
        except database_copy.CopyError as error:
            raise CommandError(str(error)) from None
        except OSError as error:
            raise CommandError(f"{target} cannot be written: {error.strerror}.") from None
        files = len(manifest["members"]) - 1
        self.stdout.write(f"{target}: the database and {files} files")


def new_file(target):
    if target.is_dir():
        target /= f"composer-site-{timezone.now():%Y%m%dT%H%M%SZ}.zip"
    if target.exists():
        raise CommandError(f"{target} exists already; a backup overwrites nothing.")
    if not target.parent.is_dir():
        raise CommandError(f"There is no directory {target.parent}.")
    return target


def write(target, copy):
    """The database goes first: each file that it knows then exists already, and stays as it is."""
    applied = MigrationRecorder(connection).applied_migrations()
    database_copy.copy_out(copy)
    facts = {
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "engine": connection.vendor,
        "migrations": sorted(f"{app}.{name}" for app, name in applied),
    }
    return archive.write(target, [(archive.DATABASE, copy), *media()], facts)


def media():
    root = Path(settings.MEDIA_ROOT)
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.suffix != ".partial":
            yield f"{archive.MEDIA}/{path.relative_to(root).as_posix()}", path
