"""Statements and quotes as JSON-LD."""

from typing import Any

from django import template
from django.urls import reverse

from composer_site.publishing.documents import Document
from composer_site.visitors.templatetags.head import site_name
from composer_site.visitors.templatetags.json_ld import thing, thing_named
from composer_site.visitors.templatetags.links import absolute
from press.templatetags.quoting import speaker_name, spoken_for

register = template.Library()

KINDS = {"person": "Person", "organisation": "Organization"}


@register.simple_tag(takes_context=True)
def article(context: Any) -> Document:
    page, statement = context["page"], context["document"]
    issuers = [thing_named(context, "Organization", issuer) for issuer in statement["issuers"]]
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
    films = [thing_named(context, "Movie", film) for film in statement["films"]]
    return films + [thing_named(context, "Person", person) for person in statement["people"]]


@register.simple_tag(takes_context=True)
def quotation(context: Any) -> Document:
    quote, page = context["quote"], context["excerpt"].page
    code = context["visit"].language.code
    return {
        "@type": "Quotation",
        "text": quote["text"]["text"],
        "inLanguage": quote["text"]["lang"],
        "url": absolute(reverse("press:quote", args=[code, quote["id"]])),
        "creator": _creator(context, quote),
        "translationOfWork": _original(quote),
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": page.title,
            "url": absolute(page.get_absolute_url()),
        },
        "citation": quote["source"]["link"] or quote["source"]["title"],
    }


def _creator(context: Any, quote: Document) -> Document:
    speaker, body = quote["speaker"], spoken_for(quote)
    if speaker is None:
        return {"@type": "Person", "description": speaker_name(context, quote)}
    affiliation = thing_named(context, "Organization", body) if body else None
    return {**thing_named(context, KINDS[speaker["noun"]], speaker), "affiliation": affiliation}


def _original(quote: Document) -> Document | None:
    """Of a translation; without the words the language alone says that it is one."""
    original = quote["original"]
    if original is None:
        return None
    return {"@type": "Quotation", "text": original["text"], "inLanguage": original["lang"]}
