"""Whether the process lives and whether it may be sent visitors: for a proxy or a supervisor."""

from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpResponse
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

# Functions of rooms above, by their paths: each says a word where the site serves but somebody
# should know of something, and else the empty string.
warnings: list[str] = []


class LivezMiddleware:
    """Stands above all that looks at the host: whoever asks a process may know no name of the site."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return livez(request) if request.path_info == "/livez" else self.get_response(request)


@require_safe
@never_cache
def livez(request):
    return answer("ok")


@require_safe
@never_cache
def readyz(request):
    """One word and no detail: anyone may ask. With a word of `warnings` the site serves."""
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        return answer("database", 503)
    if not shipped_migrations() <= applied.keys():
        return answer("migrations", 503)
    words = (import_string(path)() for path in warnings)
    return answer(next(filter(None, words), "ready"))


@cache
def shipped_migrations():
    """(app, name) of every migration in this code; read from disk once."""
    return MigrationLoader(None, ignore_no_migrations=True).disk_migrations.keys()


def answer(word, status=200):
    return HttpResponse(f"{word}\n", status=status, content_type="text/plain; charset=utf-8")
