from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from composer_site.pages import page_response, render_public
from composer_site.publishing.models import Page


@require_safe
def film_list(request: Any, language: str) -> HttpResponse:
    films = Page.objects.public(request.visit.at).listed("film", language).newest_first()
    return render_public(request, "films/film_list.html", films=films)


@require_safe
def film_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "film", slug)
