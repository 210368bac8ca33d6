"""Lists on several pages: the first has the address of the list alone, the others a number each."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_safe

PAGE_SIZE = 20


def on_pages(address: str, view: Callable[..., HttpResponse], listed_at: str) -> list[URLPattern]:
    """`listed_at` is the name of the list's address, with its namespace."""
    name = listed_at.rpartition(":")[2]
    return [
        path(address, view, name=name),
        path(f"{address}page/1/", first_page, {"listed_at": listed_at}),
        path(f"{address}page/<number:number>/", view, name=f"{name}_page"),
    ]


@require_safe
def first_page(request: HttpRequest, language: str, listed_at: str) -> HttpResponse:
    """One address a page: /page/1/ is the list itself."""
    asked = request.META["QUERY_STRING"]
    address = reverse(listed_at, args=[language])
    return HttpResponsePermanentRedirect(f"{address}?{asked}" if asked else address)


def paged(rows: QuerySet[Any], number: int, times: int = 1, count: int | None = None) -> Any:
    """`times` as many on a page where rows are short; `count` where it is known already."""
    paginator = Paginator(rows, PAGE_SIZE * times)
    if count is not None:
        vars(paginator)["count"] = count
    if number not in paginator.page_range:
        raise Http404
    return paginator.page(number)
