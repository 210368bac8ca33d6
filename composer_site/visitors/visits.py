"""Each public request asks about one language and one instant, decided here and nowhere else."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils import timezone, translation

from composer_site.operations.security import ADMIN
from composer_site.publishing.timeline import visitors_present
from composer_site.values.languages import LANGUAGES, Language
from composer_site.visitors.cache_headers import MAX_AGE_S, may_be_kept, unless_known
from composer_site.visitors.files import Files

READING = ("GET", "HEAD")
OTHER_PATHS = (ADMIN, "/readyz", "/static/")


@dataclass(frozen=True)
class Visit:
    """What a public page is a function of, besides its path."""

    at: dt.datetime
    language: Language
    # Above a page that only staff see, it says so: no machine may take that page for the site's.
    banner: str = ""
    next_start: dt.datetime | None = None

    @classmethod
    def now(cls, language: Language) -> "Visit":
        at, next_start = visitors_present(timezone.now())
        return cls(at, language, next_start=next_start)

    @property
    def day(self) -> dt.date:
        """On the office's calendar."""
        return self.at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()

    @cached_property
    def files(self) -> Files:
        return Files(self.at)

    def next_transition(self) -> dt.datetime | None:
        """The next instant at which some public page changes. Each window ends where one starts."""
        return min(filter(None, (self.next_start, self.files.next_end())), default=None)

    def seconds_to_keep(self) -> int:
        """Rounded down: a copy never outlives the next transition."""
        transition = self.next_transition()
        if transition is None:
            return MAX_AGE_S
        return min(MAX_AGE_S, int((transition - self.at).total_seconds()))


class VisitRequest(HttpRequest):
    """A request as public pages get it from the middleware below."""

    visit: Visit


class VisitMiddleware:
    """Sets `request.visit`, activates the language of the address, and bounds every cache.

    Visitors read: what is not GET or HEAD is refused here, whatever its address.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in READING and not request.path_info.startswith(ADMIN):
            return HttpResponseNotAllowed(READING)
        if request.path_info.startswith(OTHER_PATHS):
            return self.get_response(request)
        # Whoever asks gets the same. Django would choose the language, and answer, by cookies.
        request.COOKIES = {}
        language = language_in_address(request)
        visit = Visit.now(language or preferred_language(request))
        request.visit = visit  # type: ignore[attr-defined]
        with translation.override(visit.language.code):
            response = self.get_response(request)
        may_be_kept(response, visit.seconds_to_keep(), by_language=language is None)
        return unless_known(request, response)


def language_in_address(request: HttpRequest) -> Language | None:
    return LANGUAGES.get(request.path_info.removeprefix("/").partition("/")[0])


def preferred_language(request: HttpRequest) -> Language:
    return LANGUAGES[translation.get_language_from_request(request)]
