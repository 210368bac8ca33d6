from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from composer_site.pages import office_page, page_response, render_page, render_public
from composer_site.publishing.models import Page

A_PAGE = 20


@require_safe
def press_room(request: Any, language: str, number: int = 1) -> HttpResponse:
    statements = Page.objects.public(request.visit.at).listed("statement", language)
    paginator = Paginator(statements.newest_first(), A_PAGE)
    if number not in paginator.page_range:
        raise Http404
    return render_public(request, "press/press_room.html", statements=paginator.page(number))


@require_safe
def first_page(request: Any, language: str) -> HttpResponse:
    """One address a page: /page/1/ is the press room itself."""
    return HttpResponsePermanentRedirect(reverse("press:room", args=[language]))


@require_safe
def statement_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "statement", slug)


@require_safe
def plain_text(request: Any, language: str, name: str) -> HttpResponse:
    """About, terms, privacy, accessibility, imprint: one text of the press office each."""
    page = office_page(request.visit)
    if page is None or not page.document[name]:
        raise Http404
    return render_page(request, "press/plain_text.html", page, name=name)


@require_safe
def contacts(request: Any, language: str) -> HttpResponse:
    return render_public(request, "press/contacts.html")
