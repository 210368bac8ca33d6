from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from composer_site.publishing.models import Page
from composer_site.visitors.pages import page_response, render_public


@require_safe
def person_list(request: Any, language: str) -> HttpResponse:
    people = Page.objects.public(request.visit.at).listed("person", language).alphabetical()
    return render_public(request, "people/person_list.html", people=people)


@require_safe
def person_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "person", slug)


@require_safe
def organisation_list(request: Any, language: str) -> HttpResponse:
    pages = Page.objects.public(request.visit.at).listed("organisation", language)
    template = "people/organisation_list.html"
    return render_public(request, template, organisations=pages.alphabetical())


@require_safe
def organisation_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "organisation", slug)
