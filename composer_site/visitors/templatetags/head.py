"""The head of a page: title, canonical address, alternates and social card."""

from typing import Any

from django import template
from django.template import Context
from django.utils.translation import gettext as _

from composer_site.publishing.documents import Document
from composer_site.publishing.models import Page
from composer_site.values.languages import LANGUAGES, Language
from composer_site.visitors.templatetags.links import alternates, canonical
from composer_site.visitors.templatetags.pictures import largest

register = template.Library()


@register.inclusion_tag("_head.html", takes_context=True)
def head(
    context: Context,
    title: str,
    description: str = "",
    picture: Document | None = None,
    kind: str = "website",
    indexed: bool = True,
) -> dict[str, Any]:
    """Title, description, canonical address, alternates and Open Graph of one page."""
    page, language = context.get("page"), context["visit"].language
    public = indexed and not context["visit"].banner
    return {
        "title": title,
        "site_name": site_name(context),
        "description": " ".join((description or "").split())[:300],
        "indexed": public and (page is None or page.is_translation),
        "canonical": canonical(context) if public else "",
        "alternates": alternates(context) if public else [],
        "kind": kind,
        "locale": language.og,
        "other_locales": _other_locales(page, language),
        "image": _image(context, picture),
    }


@register.simple_tag(takes_context=True)
def site_name(context: Context) -> str:
    office = context.get("office")
    return office.card["title"]["text"] if office else _("Press office")


def _other_locales(page: Page | None, language: Language) -> list[str]:
    codes = page.languages if page else LANGUAGES
    return [LANGUAGES[code].og for code in codes if code != language.code]


def _image(context: Context, picture: Any) -> dict[str, Any] | None:
    found = None if context["visit"].banner else largest(context, picture)
    return found and {**found, "alt": picture["alt"]}
