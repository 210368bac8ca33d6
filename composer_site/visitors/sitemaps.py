"""sitemap.xml is an index; a section holds one kind of content's pages with their translations."""

import math
from typing import Any

from django.db.models import Count, Max
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from composer_site.publishing.content_kinds import KINDS, page_url
from composer_site.publishing.models import Page, PageQuerySet
from composer_site.values.languages import LANGUAGES
from composer_site.visitors.pages import office_page
from composer_site.visitors.templatetags.links import absolute
from composer_site.visitors.visits import VisitRequest

# Things a file: in four languages and with their alternates, well below 50,000 addresses and 50 MB.
A_FILE = 1000
# What is not one thing's page: its own section, in every language.
SITE = "site"
LISTS = [
    "home",
    "films:list",
    "people:list",
    "organisations:list",
    "press:room",
    "press:quotes",
    "press:corrections",
    "office:contacts",
]
XML = "application/xml"


@require_safe
def index(request: VisitRequest) -> HttpResponse:
    rows = (
        things(request).values("content_kind").annotate(count=Count("pk"), changed=Max("starts_at"))
    )
    files = [
        {"content_kind": row["content_kind"], "number": number, "changed": row["changed"]}
        for row in rows.order_by("content_kind")
        for number in range(1, math.ceil(row["count"] / A_FILE) + 1)
    ]
    changed = max((file["changed"] for file in files), default=None)
    site_file = {"content_kind": SITE, "number": 1, "changed": changed}
    return _xml(request, "sitemaps/index.xml", files=[site_file, *files])


@require_safe
def section(request: VisitRequest, content_kind: str, number: int) -> HttpResponse:
    start = (number - 1) * A_FILE
    pages = things(request).filter(content_kind=content_kind).order_by("pk")
    rows = pages.values_list("slug", "translations", "starts_at")[start : start + A_FILE]
    entries = []
    for slug, translations, changed in rows:
        paths = {code: page_url(content_kind, code, slug) for code in translations.split()}
        entries += _entries(paths, changed)
    if not entries:
        raise Http404
    return _xml(request, "sitemaps/section.xml", entries=entries)


@require_safe
def site(request: VisitRequest) -> HttpResponse:
    """Home, the lists, the contacts, and the plain texts that there are."""
    office = office_page(request.visit)
    texts = [f"office:{name}" for name in office.card["texts"]] if office else []
    entries = []
    for name in LISTS + texts:
        paths = {code: reverse(name, args=[code]) for code in LANGUAGES}
        entries += _entries(paths, None)
    return _xml(request, "sitemaps/section.xml", entries=entries)


def things(request: VisitRequest) -> PageQuerySet:
    """Each public thing once: an edition always has its page in every language."""
    pages = Page.objects.public(request.visit.at)
    content_kinds = [
        content_kind.name for content_kind in KINDS.values() if not content_kind.is_single
    ]
    return pages.filter(content_kind__in=content_kinds, language=next(iter(LANGUAGES)))


def _entries(paths: dict[str, str], changed: Any) -> list[dict[str, Any]]:
    """An address a language that has a translation, each naming all of them."""
    alternates = [
        {"tag": LANGUAGES[code].tag, "url": absolute(path)} for code, path in paths.items()
    ]
    return [{**link, "alternates": alternates, "changed": changed} for link in alternates]


def _xml(request: VisitRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, template, context, content_type=XML)
