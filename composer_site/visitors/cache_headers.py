"""What caches keep of a public answer: for how long, for whom, and by which tag it is asked for again."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)

# A publication for now is a transition that no outside cache can foresee: they may be this late.
MAX_AGE_S = 60


def may_be_kept(response: HttpResponse, seconds: int, *, by_language: bool) -> None:
    """`by_language` where the reader's preference chose the language, and not the address."""
    if not response.has_header("Cache-Control") and response.status_code < 500:
        patch_cache_control(response, public=True, max_age=seconds)
    if by_language and response.get("Content-Type", "").startswith("text/html"):
        patch_vary_headers(response, ["Accept-Language"])


def unless_known(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """304 to who has this very page already. A stored file knows its own tag."""
    if response.status_code != 200 or response.streaming:
        return response
    set_response_etag(response)
    known = get_conditional_response(request, etag=response["ETag"], response=response)
    return cast(HttpResponse, known)
