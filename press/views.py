from typing import Any, NamedTuple

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from composer_site.publishing.models import Excerpt, Page
from composer_site.values.languages import LANGUAGES, current
from composer_site.visitors.lists import paged
from composer_site.visitors.pages import (
    excerpt_or_redirect,
    excerpts,
    office_page,
    page_response,
    render_page,
    render_public,
)
from press.documents import CORRECTION, QUOTE
from press.filters import (
    bank_filters,
    chosen_contacts,
    contact_filters,
    narrowed,
    query,
    room_filters,
)


@require_safe
def press_room(request: Any, language: str, number: int = 1) -> HttpResponse:
    statements = Page.objects.public(request.visit.at).listed("statement", language)
    filters = [filter_.asked(request.GET) for filter_ in room_filters(request.visit, statements)]
    found = paged(narrowed(statements, filters).newest_first(), number)
    context = {"statements": found, "filters": filters, "query": query(filters)}
    return render_public(request, "press/press_room.html", listed_at="press:room", **context)


@require_safe
def quote_bank(request: Any, language: str, number: int = 1) -> HttpResponse:
    quotes = excerpts(request.visit, QUOTE)
    filters = [filter_.asked(request.GET) for filter_ in bank_filters(request.visit, quotes)]
    found = paged(narrowed(quotes.with_pages_apart(), filters), number)
    context = {"quotes": found, "filters": filters, "query": query(filters)}
    cards = [excerpt.card for excerpt in found]
    return render_public(
        request, "press/quote_bank.html", cards, listed_at="press:quotes", **context
    )


@require_safe
def corrections(request: Any, language: str, number: int = 1) -> HttpResponse:
    found = paged(excerpts(request.visit, CORRECTION).with_pages_apart(), number)
    template = "press/corrections.html"
    return render_public(request, template, listed_at="press:corrections", corrections=found)


@require_safe
def statement_detail(request: Any, language: str, slug: str) -> HttpResponse:
    return page_response(request, "statement", slug)


class QuotePage(NamedTuple):
    """What a head asks of a page, of a part that has a page of its own."""

    uid: Any
    content_kind: str
    languages: list[str]

    @property
    def is_translation(self) -> bool:
        return current().code in self.languages


@require_safe
def quote_detail(request: Any, language: str, uid: Any) -> HttpResponse:
    versions = excerpt_or_redirect(request, QUOTE, uid)
    if isinstance(versions, HttpResponse):
        return versions
    own = [code for code in LANGUAGES if code in versions and _is_own(versions[code])]
    quote, page = versions[language], QuotePage(uid, QUOTE, own)
    context = {"excerpt": quote, "quote": quote.card, "page": page}
    return render_public(request, "press/quote_detail.html", quote.card, **context)


def _is_own(quote: Excerpt) -> bool:
    return quote.card["text"]["lang"] == LANGUAGES[quote.language].tag


@require_safe
def plain_text(request: Any, language: str, name: str) -> HttpResponse:
    """About, terms, privacy, accessibility, imprint: one text of the press office each."""
    page = office_page(request.visit)
    if page is None or not page.document[name]:
        raise Http404
    return render_page(request, "press/plain_text.html", page, name=name)


@require_safe
def contacts(request: Any, language: str) -> HttpResponse:
    office = office_page(request.visit)
    everyone = office.card["contacts"] if office else []
    filters = [filter_.asked(request.GET) for filter_ in contact_filters(request.visit, everyone)]
    context = {"contacts": chosen_contacts(everyone, filters), "filters": filters}
    return render_public(
        request, "press/contacts.html", listed_at="office:contacts", query=query(filters), **context
    )
