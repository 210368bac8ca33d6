"""The whole public site as visitors see it at a time, for staff who may see ahead.

The site is mounted once more, under an address that names the time, as a server mounts an
application under a script name: every link that its pages make stays there. The public views run
as they are; only the `visit` is another one.
"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.common import CommonMiddleware
from django.template.loader import render_to_string
from django.urls import get_resolver, get_script_prefix, resolve, reverse, set_script_prefix
from django.utils import timezone, translation
from django.utils.encoding import escape_uri_path
from django.utils.http import escape_leading_slashes
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from composer_site.desk.clocks import from_now, on_own_clock, on_three_clocks
from composer_site.desk.history.preview import kept_by_nobody
from composer_site.desk.rights import SEE_AHEAD
from composer_site.desk.schedule.transitions import Change, changes_at, neighbours, whole_second
from composer_site.publishing.content_kinds import page_url
from composer_site.publishing.timeline import LATEST
from composer_site.values.languages import LANGUAGES, Language, current
from composer_site.visitors.visits import OTHER_PATHS, Visit, language_in_address

STAMP = "%Y%m%dT%H%M%SZ"
EARLIEST = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
# What a new visitor's request has not: who asks, what they keep already, and another mount.
NOT_A_VISITORS = ("HTTP_COOKIE", "HTTP_IF_", "REDIRECT_URL", "SCRIPT_URL")


class TimeConverter:
    """`20261201T090000Z`: a second in UTC."""

    regex = "[0-9]{8}T[0-9]{6}Z"

    def to_python(self, value: str) -> dt.datetime:
        time = dt.datetime.strptime(value, STAMP).replace(tzinfo=dt.UTC)
        if not EARLIEST <= time < LATEST:
            raise ValueError
        return time

    def to_url(self, time: dt.datetime) -> str:
        return f"{whole_second(time).astimezone(dt.UTC):{STAMP}}"


@require_safe
def travel(request: HttpRequest, time: dt.datetime, visited: str = "") -> HttpResponse:
    if not request.user.has_perm(SEE_AHEAD):
        raise PermissionDenied
    visitor = as_visitor(request, time, visited)
    language = visitor.visit.language
    with mounted_at(time), translation.override(language.code), timezone.override(None):
        response = cast(HttpResponse, CommonMiddleware(answer)(visitor))
    response.headers.pop("ETag", None)
    return kept_by_nobody(response, language)


def as_visitor(request: HttpRequest, time: dt.datetime, visited: str) -> Any:
    """A visitor's request for that path, at that time."""
    kept = {n: value for n, value in request.META.items() if not n.startswith(NOT_A_VISITORS)}
    path = f"/{visited}".encode().decode("latin-1")  # as WSGI wants it
    mount = mount_point(time)
    visitor: Any = WSGIRequest(kept | {"SCRIPT_NAME": mount, "PATH_INFO": path})
    # A site that is mounted itself (SCRIPT_NAME) would have its own prefix here.
    visitor.path = f"{mount}{visitor.path_info}"
    language = language_in_address(visitor) or current()
    visitor.visit = Visit(time, language, banner(request, time, visited, language))
    return visitor


def answer(visitor: HttpRequest) -> HttpResponse:
    """By the view at its path, or by the site's own page for what is not there."""
    try:
        if visitor.path_info.startswith(OTHER_PATHS):
            raise Http404
        visitor.resolver_match = found = resolve(visitor.path_info)
        return found.func(visitor, *found.args, **found.kwargs)
    except Http404 as error:
        not_found: Any = get_resolver().resolve_error_handler(404)
        return not_found(visitor, exception=error)


def mount_point(time: dt.datetime) -> str:
    return reverse("travel", args=[time]).removesuffix("/")


@contextmanager
def mounted_at(time: dt.datetime) -> Iterator[None]:
    """Until its end, `reverse` leads to the site at that time, in this thread alone."""
    before = get_script_prefix()
    set_script_prefix(mount_point(time))
    try:
        yield
    finally:
        set_script_prefix(before)


def banner(request: HttpRequest, time: dt.datetime, visited: str, language: Language) -> SafeString:
    """In the language of the member of staff, whatever the page below is in."""
    last, following = neighbours(time)
    context = {
        "said": _("The site at another time:"),
        "more": from_now(time),
        "links": language_links(time, visited),
        "chosen": language.code,
        "staff": current(),
        "clocks": on_three_clocks(time),
        "changes": placed(changes_at(time), time, language),
        "earlier": step(last, visited),
        "later": step(following, visited),
        "public_address": escape_leading_slashes(
            escape_uri_path(f"{get_script_prefix()}{visited}")
        ),
    }
    return render_to_string("admin/publishing/_travel_banner.html", context, request)


def language_links(time: dt.datetime, visited: str) -> list[tuple[Language, str]]:
    """The same page in each language, or the home page where the path names none."""
    first, _slash, rest = visited.partition("/")
    rest = rest if first in LANGUAGES else ""
    paths = [(language, f"{language.code}/{rest}") for language in LANGUAGES.values()]
    return [(language, reverse("travel", args=[time, path])) for language, path in paths]


def placed(
    changes: list[Change], time: dt.datetime, language: Language
) -> list[tuple[Change, str]]:
    """Each with the address of its page at that time, where it has one."""
    with mounted_at(time):
        return [(change, _address(change, language)) for change in changes]


def _address(change: Change, language: Language) -> str:
    page = change.page
    return page_url(page.content_kind, language.code, page.slug) if page else ""


def step(time: dt.datetime | None, visited: str) -> dict[str, str] | None:
    """(words, address) of the same page at another time."""
    if time is None:
        return None
    args = [time, visited] if visited else [time]
    return {"words": on_own_clock(time), "address": reverse("travel", args=args)}
