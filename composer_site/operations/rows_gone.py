"""A row that goes between reading it and using it is not found, as if it had gone before."""

import logging
from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse

logger = logging.getLogger(__name__)


class RowsGoneMiddleware:
    """What the view wrote is undone by then: its transaction ended with the exception."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Told to who keeps the logs: it might be a fault of ours."""
        if isinstance(exception, ObjectDoesNotExist):
            logger.warning("A row went meanwhile", exc_info=exception)
            raise Http404 from exception
