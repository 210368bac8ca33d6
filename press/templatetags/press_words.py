"""Statements in the reader's words, their contacts, and their JSON-LD."""

from typing import Any

from django import template
from django.urls import reverse

from composer_site.publishing.documents import Document
from composer_site.templatetags.structured import named, site_name, thing
from composer_site.templatetags.words import label
from press.vocabulary import StatementKind, Wording

register = template.Library()


@register.filter
def statement_kind(value: str) -> str:
    return label(StatementKind, value)


@register.filter
def wording(value: str) -> str:
    return label(Wording, value)


@register.filter
def is_translated(quote: Document) -> bool:
    """Said in one language and shown in another: it follows, nobody ticks it."""
    said, shown = quote["spoken_in"], quote["text"]["lang"]
    return bool(said) and said.split("-")[0] != shown.split("-")[0]


@register.simple_tag(takes_context=True)
def contacts_of(context: Any, statement: Document) -> list[Document]:
    """As they are now: an old release must not give an old telephone number."""
    office = context.get("office")
    contacts = office.card["contacts"] if office else []
    return [contact for contact in contacts if contact["id"] in statement["contacts"]]


@register.simple_tag(takes_context=True)
def abouts(context: Any, issuers: list[Document]) -> list[Any]:
    """The public pages of the issuers that say something of themselves."""
    pages = [context["cards"].get(issuer["uid"]) for issuer in issuers]
    return [page for page in pages if page and page.card["summary"]]


@register.simple_tag(takes_context=True)
def room_address(context: Any, number: int) -> str:
    code = context["visit"].language.code
    if number == 1:
        return reverse("press:room", args=[code])
    return reverse("press:room_page", args=[code, number])


@register.filter
def page_numbers(pages: Any) -> Any:
    return pages.paginator.get_elided_page_range(pages.number, on_each_side=1, on_ends=1)


@register.simple_tag(takes_context=True)
def article(context: Any) -> Document:
    page, statement = context["page"], context["document"]
    issuers = [named(context, "Organization", issuer) for issuer in statement["issuers"]]
    publisher = {"@type": "Organization", "name": site_name(context)}
    facts = thing(
        context,
        "NewsArticle",
        headline=page.title,
        datePublished=statement["dateline"]["date"].rstrip("~"),
        dateModified=page.starts_at.isoformat(),
        inLanguage=statement["title"]["lang"],
        author=issuers or [publisher],
        publisher=publisher,
        about=_about(context, statement),
    )
    return {key: value for key, value in facts.items() if key != "name"}


def _about(context: Any, statement: Document) -> list[Document]:
    films = [named(context, "Movie", film) for film in statement["films"]]
    return films + [named(context, "Person", person) for person in statement["people"]]


@register.simple_tag(takes_context=True)
def office_text(context: Any) -> Document | None:
    return context["document"][context.get("name", "about")]
