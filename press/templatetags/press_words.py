"""Statements in the reader's words, their lists, and their contacts."""

import re
from typing import Any

from django import template
from django.utils.text import capfirst

from composer_site.publishing.documents import Document
from composer_site.values.dates import hours_in_words, open_days_in_words
from composer_site.values.languages import current
from composer_site.visitors.templatetags.words import label
from press.vocabulary import CorrectionKind, StatementKind, Wording

register = template.Library()


@register.filter
def statement_kind(value: str) -> str:
    return label(StatementKind, value)


@register.filter
def wording(value: str) -> str:
    return label(Wording, value)


@register.filter
def correction_kind(value: str) -> str:
    return label(CorrectionKind, value)


@register.filter
def is_translated(quote: Document) -> bool:
    """Said in one language and shown in another: it follows, nobody ticks it."""
    spoken_in, printed_in = quote["spoken_in"], quote["text"]["lang"]
    return bool(spoken_in) and spoken_in.split("-")[0] != printed_in.split("-")[0]


@register.simple_tag(takes_context=True)
def contacts_of(context: Any, statement: Document) -> list[Document]:
    """As they are now: an old release must not give an old telephone number."""
    office = context.get("office")
    contacts = office.card["contacts"] if office else []
    return [contact for contact in contacts if contact["id"] in statement["contacts"]]


@register.filter
def opening_hours(contact: Document) -> str:
    """`Mon–Fri, 9:00–18:00`, as far as it is given."""
    days = open_days_in_words(contact.get("open_days", []), current().code)
    hours = hours_in_words(contact.get("opens_at", ""), contact.get("closes_at", ""))
    return capfirst(", ".join(filter(None, [days, hours])))


@register.filter
def dialled(telephone: str) -> str:
    """What a telephone makes of a number that was written to be read."""
    return re.sub(r"[^+\d]", "", telephone)


@register.simple_tag(takes_context=True)
def abouts(context: Any, issuers: list[Document]) -> list[Any]:
    """The public pages of the issuers that say something of themselves."""
    pages = [context["cards"].get(issuer["uid"]) for issuer in issuers]
    return [page for page in pages if page and page.card["summary"]]


@register.filter
def are_open(filters: list[Any]) -> bool:
    """A search engine needs the whole list alone."""
    return not any(filter_.chosen for filter_ in filters)


@register.filter
def offered(filters: list[Any]) -> list[Any]:
    return [filter_ for filter_ in filters if filter_.is_offered]


@register.simple_tag(takes_context=True)
def office_text(context: Any) -> Document | None:
    return context["document"][context.get("name", "about")]
