"""What machines read of a page, as JSON-LD (https://schema.org); each app has its own beside it."""

import json
from collections.abc import Iterable
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from composer_site.publishing.documents import Document
from composer_site.publishing.models import Page
from composer_site.visitors.templatetags.head import site_name
from composer_site.visitors.templatetags.links import absolute, canonical, path_in
from composer_site.visitors.templatetags.pictures import largest_url

register = template.Library()

# A JSON text in a script element: what could end the element, or open a comment, is written as
# an escape. The same three characters as Django's json_script.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def json_ld(data: Any) -> SafeString:
    """A script element that holds data; parts without a value are left out."""
    text = json.dumps({"@context": "https://schema.org", **_filled(data)}, ensure_ascii=False)
    script = mark_safe(text.translate(ESCAPES))  # noqa: S308  escaped for a script element
    return format_html('<script type="application/ld+json">{}</script>', script)


def _filled(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _filled(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [_filled(item) for item in value if item not in (None, "", [], {})]
    return value


@register.simple_tag(takes_context=True)
def website(context: Context) -> Document:
    code = context["visit"].language.code
    return {
        "@type": "WebSite",
        "name": site_name(context),
        "url": absolute(reverse("home", args=[code])),
        "inLanguage": context["visit"].language.tag,
    }


@register.simple_tag(takes_context=True)
def collection(context: Context, name: str, pages: Iterable[Page]) -> Document:
    """A list page and what it lists."""
    items = [
        {"@type": "ListItem", "position": number, "url": absolute(page.get_absolute_url())}
        for number, page in enumerate(pages, 1)
    ]
    return {
        "@type": "CollectionPage",
        "name": name,
        "url": absolute(path_in(context, context["visit"].language.code)),
        "inLanguage": context["visit"].language.tag,
        "mainEntity": {"@type": "ItemList", "itemListElement": items},
    }


def thing(context: Context, kind: str, **facts: Any) -> Document:
    """What every kind of page says of itself; each app adds its own facts."""
    page, picture = context["page"], context["page"].card.get("picture")
    return {
        "@type": kind,
        "name": page.title,
        "url": canonical(context),
        "description": page.summary,
        "image": largest_url(context, picture),
        **facts,
    }


def thing_named(context: Context, kind: str, reference: Document) -> Document:
    """Somebody a page refers to, with an address where they have a public one."""
    page = context["cards"].get(reference["uid"])
    name = page.title if page else (reference["name"] or {}).get("text")
    url = absolute(page.get_absolute_url()) if page else None
    return {"@type": kind, "name": name, "url": url}
