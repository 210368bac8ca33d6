"""How a visitor's page is found and shown, the same for every kind of content."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from typing import Any

from django.core.paginator import Page as Paged
from django.db.models import F, Min, QuerySet
from django.http import (
    Http404,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse

from composer_site.publishing.content_kinds import FILE_KINDS, KINDS, OFFICE
from composer_site.publishing.documents import PICTURE, Document, references
from composer_site.publishing.models import Excerpt, ExcerptQuerySet, Mention, Page, PageQuerySet
from composer_site.values.languages import LANGUAGES
from composer_site.visitors.visits import Visit, VisitRequest

# How many of a kind a page lists that mention it. Films are somebody's work, and few: all of them.
PER_SECTION, MAX_MENTIONS = 6, {"film": 200}


def page_response(
    request: VisitRequest,
    content_kind: str,
    slug: str,
    show: Callable[[Any, Page], HttpResponse] | None = None,
) -> HttpResponse:
    """The page at an address: 200, 301 from an address it once had, 410 or 404.

    What its address shows is the page itself, or what `show` makes of it.
    """
    visit: Visit = request.visit
    pages = Page.objects.public(visit.at).filter(
        content_kind=content_kind, language=visit.language.code
    )
    page = pages.filter(slug=slug).one()
    if page is None:
        return _moved_or_gone(request, content_kind, slug)
    return (show or own_page)(request, page)


def own_page(request: VisitRequest, page: Page, **context: Any) -> HttpResponse:
    """A page as its own address shows it, with the newest pages that mention it."""
    content_kind = KINDS[page.content_kind]
    lists: dict[str, Any] = {}
    for name in content_kind.related:
        lists[f"{name}s"] = mentions(request.visit, page, name)[
            : MAX_MENTIONS.get(name, PER_SECTION)
        ]
    for name in content_kind.quoted:
        found = excerpts(request.visit, name).filter(subject=page.uid).with_pages()
        lists[f"{name}s"] = found[:PER_SECTION]
    return render_page(request, content_kind.template, page, **lists, **context)


def mentions(visit: Visit, page: Page, content_kind: str) -> PageQuerySet:
    pages = Page.objects.public(visit.at).listed(content_kind, visit.language.code)
    return pages.mentioning(page.uid, content_kind).annotate(
        relations=F("edition__mentions__relations")
    )


def excerpts(visit: Visit, name: str) -> ExcerptQuerySet:
    """The public ones of a name, each with its page; the newest first."""
    return Excerpt.objects.public(visit.at).listed(name, visit.language.code)


def _moved_or_gone(request: VisitRequest, content_kind: str, slug: str) -> HttpResponse:
    visit: Visit = request.visit
    once = (
        Page.objects.once_public(visit.at)
        .filter(content_kind=content_kind, slug=slug)
        .values("uid")
    )
    mine = {"uid__in": once, "language": visit.language.code}
    if page := Page.objects.public(visit.at).filter(**mine).one():
        match: Any = request.resolver_match
        address = reverse(match.view_name, kwargs={**match.kwargs, "slug": page.slug})
        return HttpResponsePermanentRedirect(address)
    tombstones = (
        Page.objects.withdrawn(visit.at).select_related("edition").defer("edition__snapshot")
    )
    if tombstone := tombstones.filter(**mine).one():
        document = tombstone.document
        return render_public(request, "errors/410.html", document, status=410, tombstone=tombstone)
    raise Http404


def render_page(request: VisitRequest, template: str, page: Page, **context: Any) -> HttpResponse:
    """Whom an edition mentions was written down with it; a preview, which has none, is read."""
    document, uids = KINDS[page.content_kind].lift(page.document), None
    if page.edition_id:
        uids = Mention.objects.filter(edition=page.edition_id).values("uid")
    return render_public(request, template, document, uids=uids, page=page, **context)


def render_public(
    request: VisitRequest,
    template: str,
    document: Document | None = None,
    status: int = 200,
    uids: Any = None,
    **context: Any,
) -> HttpResponse:
    """Render with what every public page needs: the links that are public, and the office's card.

    `uids` are of what the document refers to, where that is known.
    """
    visit: Visit = request.visit
    cards = public_cards(visit, referred_to(document) if uids is None else uids)
    linked = [page.card for page in cards.values()]
    visit.files.fetch(tokens_of_pictures([document, *linked, *listed_cards(context)]))
    if page := context.get("page"):
        cards[str(page.uid)] = page  # what stands on it refers to it too: its quotes to who spoke
    context |= {
        "document": document,
        "cards": cards,
        "office": next((page for page in cards.values() if page.content_kind == OFFICE), None),
        "visit": visit,
        "languages": LANGUAGES.values(),
    }
    return render(request, template, context, status=status)


def listed_cards(context: dict[str, Any]) -> Iterator[Document]:
    """Of the pages that a page lists; its template reads the same rows."""
    lists = (value for value in context.values() if isinstance(value, QuerySet | Paged))
    return (row.card for rows in lists for row in rows)


def tokens_of_pictures(documents: Any) -> set[str]:
    return {ref["token"] for ref in references(documents) if ref["noun"] == PICTURE}


def referred_to(document: Document | None) -> set[str]:
    return {ref["uid"] for ref in references(document) if ref["noun"] not in FILE_KINDS}


def public_cards(visit: Visit, uids: Any) -> dict[str, Page]:
    """{uid: page} of those that are public at this instant."""
    linked = Page.objects.public(visit.at).linked(uids, visit.language.code)
    return {str(page.uid): page for page in linked}


def excerpt_or_redirect(
    request: VisitRequest, name: str, uid: uuid.UUID
) -> dict[str, Excerpt] | HttpResponseRedirect:
    """{language code: the excerpt at its own address}.

    What its page no longer shows leads there; where that page is not public either, it never was.
    """
    visit: Visit = request.visit
    found = Excerpt.objects.public(visit.at).filter(name=name, uid=uid).with_pages()
    if versions := {excerpt.language: excerpt for excerpt in found}:
        return versions
    stood = Excerpt.objects.once_public(visit.at).filter(name=name, uid=uid).values("page__uid")
    there = {"uid__in": stood, "language": visit.language.code}
    if page := Page.objects.public(visit.at).filter(**there).one():
        return HttpResponseRedirect(page.get_absolute_url())
    raise Http404


def first_public(visit: Visit, pages: list[Page]) -> dict[uuid.UUID, dt.datetime]:
    """{uid: the instant at which it was first public}, of these pages."""
    return _first(visit, pages, Page.objects.once_public(visit.at))


def excerpts_first_public(visit: Visit, found: list[Excerpt]) -> dict[uuid.UUID, dt.datetime]:
    return _first(visit, found, Excerpt.objects.once_public(visit.at))


def _first(visit: Visit, rows: Any, once: Any) -> dict[uuid.UUID, dt.datetime]:
    known = {row.uid: row.starts_at for row in rows}
    earlier = once.filter(language=visit.language.code, uid__in=known).order_by()
    return known | dict(earlier.values_list("uid").annotate(Min("starts_at")))


def office_page(visit: Visit) -> Page | None:
    """The press office with its texts; None as long as it was never published."""
    pages = Page.objects.public(visit.at).filter(content_kind=OFFICE, language=visit.language.code)
    return pages.one()
