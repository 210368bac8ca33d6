"""Whether the process lives and whether it may be sent visitors: for a proxy or a supervisor."""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from composer_site.publishing.timeline import misdated


@require_safe
@never_cache
def livez(request):
    return answer("ok")


@require_safe
@never_cache
def readyz(request):
    """One word and no detail: anyone may ask. With `clock` the site serves, but something was
    published at a time that this machine's clock has not reached."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        return answer("database", 503)
    if not shipped_migrations() <= applied.keys():
        return answer("migrations", 503)
    return answer("clock" if misdated(timezone.now()).exists() else "ready")


@cache
def shipped_migrations():
    """(app, name) of every migration in this code; read from disk once."""
    return MigrationLoader(None, ignore_no_migrations=True).disk_migrations.keys()


def answer(word, status=200):
    return HttpResponse(f"{word}\n", status=status, content_type="text/plain; charset=utf-8")
