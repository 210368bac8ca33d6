"""The admin speaks to each member of staff in their language and shows their time."""

import zoneinfo

from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from composer_site.operations.security import ADMIN


class StaffMiddleware:
    """Acts under `/admin/` only: elsewhere it must not so much as look at the session."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(ADMIN):
            return self.get_response(request)
        language, zone = choices(request)
        with translation.override(language), timezone.override(zone):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        if hasattr(request, "seconds_to_wait"):
            response.status_code = 429
            response.headers["Retry-After"] = str(request.seconds_to_wait)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", language)
        return response


def choices(request):
    """(language code, zone or None): the row's, or the browser's wish before sign-in."""
    if request.user.is_authenticated:
        return request.user.language, zone_of(request.user)
    return translation.get_language_from_request(request), None


def zone_of(user):
    try:
        return zoneinfo.ZoneInfo(user.time_zone)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return None
