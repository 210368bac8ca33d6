from itertools import accumulate
from typing import Any

from django.db.models import Count
from django.db.models.functions import Substr
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from composer_site.publishing.models import Page, PageQuerySet
from composer_site.values.sorting import initial
from composer_site.visitors.lists import paged
from composer_site.visitors.pages import page_response, render_public

A_SHORT_LIST = 24
TIMES = 3  # as many names stand on a page as a list of texts has of those


@require_safe
def person_list(request: Any, language: str, number: int = 1) -> HttpResponse:
    people = Page.objects.public(request.visit.at).listed("person", language)
    context = in_alphabet(people, language, number) | {"listed_at": "people:list"}
    return render_public(request, "people/person_list.html", **context)


@require_safe
def person_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "person", slug)


@require_safe
def organisation_list(request: Any, language: str, number: int = 1) -> HttpResponse:
    organisations = Page.objects.public(request.visit.at).listed("organisation", language)
    context = in_alphabet(organisations, language, number) | {"listed_at": "organisations:list"}
    return render_public(request, "people/organisation_list.html", **context)


@require_safe
def organisation_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "organisation", slug)


def in_alphabet(rows: PageQuerySet, language: str, number: int) -> dict[str, Any]:
    """A page of the rows, and the letters of all of them: {letter: the page on which it begins}."""
    counts = beginnings(rows)
    found = paged(rows.alphabetical(), number, TIMES, count=sum(counts.values()))
    if found.paginator.count <= A_SHORT_LIST:
        return {"pages": found, "letters": {}}
    letters: dict[str, int] = {}
    before = accumulate(counts.values(), initial=0)
    for key, place in zip(counts, before, strict=False):
        letters.setdefault(initial(key, language), place // found.paginator.per_page + 1)
    return {"pages": found, "letters": letters}


def beginnings(rows: PageQuerySet) -> dict[str, int]:
    """{what sort keys begin with, as far as it tells the letter: how many}, in their order."""
    keys = rows.annotate(beginning=Substr("sort_key", 1, 2)).values_list("beginning")
    return dict(keys.annotate(count=Count("pk")).order_by("beginning"))
