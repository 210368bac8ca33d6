"""sitemap.xml is an index; a section holds one noun's pages with their translations."""

import math
from typing import Any

from django.db.models import Count, Max
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from composer_site.languages import LANGUAGES
from composer_site.publishing.models import Page, PageQuerySet, page_url

# Things a file: in four languages and with their alternates, well below 50,000 addresses and 50 MB.
A_FILE = 1000
NOUNS = ("film", "person", "organisation", "statement")
XML = "application/xml"


@require_safe
def index(request: Any) -> HttpResponse:
    rows = things(request).values("noun").annotate(count=Count("pk"), changed=Max("starts_at"))
    files = [
        {"noun": row["noun"], "number": number, "changed": row["changed"]}
        for row in rows.order_by("noun")
        for number in range(1, math.ceil(row["count"] / A_FILE) + 1)
    ]
    return _xml(request, "sitemaps/index.xml", files=files)


@require_safe
def section(request: Any, noun: str, number: int) -> HttpResponse:
    start = (number - 1) * A_FILE
    pages = things(request).filter(noun=noun).order_by("pk")
    rows = pages.values_list("slug", "translations", "starts_at")[start : start + A_FILE]
    entries = [entry for row in rows for entry in _entries(request, noun, *row)]
    if not entries:
        raise Http404
    return _xml(request, "sitemaps/section.xml", entries=entries)


def things(request: Any) -> PageQuerySet:
    """Each public thing once: an edition always has its page in every language."""
    pages = Page.objects.public(request.visit.at)
    return pages.filter(noun__in=NOUNS, language=next(iter(LANGUAGES)))


def _entries(request: Any, noun: str, slug: str, translations: str, changed: Any) -> list[Any]:
    """An address a language that has a translation, each naming all of them."""
    alternates = [
        {
            "tag": LANGUAGES[code].tag,
            "url": request.build_absolute_uri(page_url(noun, code, slug)),
        }
        for code in translations.split()
    ]
    return [{**link, "alternates": alternates, "changed": changed} for link in alternates]


def _xml(request: Any, template: str, **context: Any) -> HttpResponse:
    return render(request, template, context, content_type=XML)
