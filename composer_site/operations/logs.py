"""Logs as lines of JSON: what happened to which request, and nothing that a visitor or editor wrote.

No query string, no body, no cookie, and of an exception its kind and its place, not its message:
messages quote values, and a value may be a text that is not published yet.
"""

import json
import logging
import re
import time
import traceback
import uuid
from contextvars import ContextVar
from datetime import UTC, datetime

from django.conf import settings

logger = logging.getLogger("composer_site.request")
request_id = ContextVar("request_id", default="")
QUIET = ("/livez", "/readyz", "/static/")


class JsonFormatter(logging.Formatter):
    """One line of ASCII JSON a record: control characters and line breaks can only be escapes."""

    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": request_id.get(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["frames"] = frames(record.exc_info[2])
        return json.dumps(line)


def frames(trace):
    """Where it happened, outermost first: `press/views.py:20 statement_detail`."""
    found = traceback.extract_tb(trace)[-12:]
    return [f"{'/'.join(f.filename.split('/')[-3:])}:{f.lineno} {f.name}" for f in found]


class RequestLogMiddleware:
    """Names each request, on its lines of the log and in the answer's `X-Request-ID`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = incoming_id(request) or uuid.uuid4().hex
        token = request_id.set(request.id)
        started = time.monotonic()
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = request.id
            log(request, response.status_code, time.monotonic() - started)
        finally:
            request_id.reset(token)
        return response


def incoming_id(request):
    """A proxy's own id ties its log to ours; from anyone else it would only be text to inject."""
    given = request.headers.get("X-Request-ID", "")
    return given if settings.BEHIND_PROXY and re.fullmatch(r"[\w-]{8,64}", given, re.ASCII) else ""


def log(request, status, seconds):
    if status < 400 and request.path_info.startswith(QUIET):
        return
    fields = {
        "method": printable(request.method),
        "path": printable(logged_path(request)),
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    level = logging.ERROR if status >= 500 else logging.INFO
    logger.log(level, "%(method)s %(path)s %(status)s %(ms)s ms", fields, extra={"fields": fields})


def logged_path(request):
    """The path without what names a thing that is not public: a file's token, a page ahead."""
    match = getattr(request, "resolver_match", None)
    named = match.kwargs if match else {}
    secret = named.get("token") or named.get("visited")
    return "…".join(request.path.rsplit(str(secret), 1)) if secret else request.path


def printable(text):
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)[
        :500
    ]
