from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from composer_site.publishing.models import Page
from composer_site.values.spreadsheets import csv_response
from composer_site.visitors.lists import paged
from composer_site.visitors.pages import page_response, render_public
from films import names_sheet

BY_NAME = "name"


@require_safe
def film_list(request: Any, language: str, number: int = 1) -> HttpResponse:
    films = Page.objects.public(request.visit.at).listed("film", language).newest_first()
    context = {"films": paged(films, number), "listed_at": "films:list"}
    return render_public(request, "films/film_list.html", **context)


@require_safe
def film_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "film", slug)


@require_safe
def names(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "film", slug, show=_names_page)


@require_safe
def names_csv(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "film", slug, show=_names_file)


def _names_page(request: Any, film: Page) -> HttpResponse:
    """In the order of the credits, or of the alphabet."""
    people, by_name = names_sheet.entries(request.visit, film), request.GET.get("order") == BY_NAME
    if by_name:
        people = names_sheet.alphabetical(people, film.language)
    context = {"page": film, "people": people, "by_name": by_name}
    return render_public(request, "films/names_sheet.html", **context)


def _names_file(request: Any, film: Page) -> HttpResponse:
    rows = names_sheet.table(names_sheet.entries(request.visit, film))
    response = csv_response(f"{film.slug}-names-{film.language}.csv", rows)
    response["X-Robots-Tag"] = "noindex"  # as the page says of itself
    return response
