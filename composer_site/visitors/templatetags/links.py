"""Addresses on public pages: of what is public, of the same page in another language, of the head."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import template
from django.conf import settings
from django.core.paginator import Page as Paged
from django.template import Context
from django.urls import get_script_prefix, reverse
from django.utils.encoding import iri_to_uri
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from composer_site.publishing.content_kinds import OFFICE, page_url
from composer_site.publishing.documents import Document
from composer_site.publishing.models import Page
from composer_site.values.languages import BY_TAG, LANGUAGES, Language
from composer_site.visitors.templatetags.texts import languages_standing_in, said_in

register = template.Library()


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    current: str


@register.simple_tag(takes_context=True)
def link(context: Context, reference: Document) -> str | SafeString:
    """A name that leads to its page where that is public, and is plain text where it is not."""
    page = context["cards"].get(reference["uid"])
    name = said_in(context["visit"].language, name_of(context, reference))
    if page is None:
        return name
    # The hottest line of a long page: an address of ours needs no escaping.
    return mark_safe(f'<a href="{page.get_absolute_url()}">{conditional_escape(name)}</a>')  # noqa: S308


def name_of(context: Context, reference: Document) -> Document:
    """As it is now where that is public, and as the document has it where it is not."""
    page = context["cards"].get(reference["uid"])
    return page.card["title"] if page else reference["name"]


@register.simple_tag(takes_context=True)
def card_of(context: Context, reference: Document | None) -> Page | None:
    return context["cards"].get(reference["uid"]) if reference else None


@register.simple_tag(takes_context=True)
def navigation(context: Context) -> list[Link]:
    code, office = context["visit"].language.code, context.get("office")
    entries = [
        (_("Films"), reverse("films:list", args=[code])),
        (_("People"), reverse("people:list", args=[code])),
        (_("Press"), reverse("press:room", args=[code])),
    ]
    if office and "about" in office.card["texts"]:
        entries.append((_("About"), reverse("office:about", args=[code])))
    entries.append((_("Contacts"), reverse("office:contacts", args=[code])))
    path = context["request"].path
    return [Link(label, url, _current(path, url)) for label, url in entries]


def _current(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if path.startswith(url) else ""


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[tuple[Language, str]]:
    """This page in each language. Every edition has a page in each of them."""
    return [(language, path_in(context, language.code)) for language in LANGUAGES.values()]


def path_in(context: Context, code: str) -> str:
    """Addresses differ in their first part only. A preview and a 404 have none of their own."""
    page = context.get("page")
    first, _slash, rest = context["request"].path_info.removeprefix("/").partition("/")
    if context.get("preview") and page and page.content_kind != OFFICE:
        return page_url(page.content_kind, code, page.slug)
    if context.get("has_no_address") or first not in LANGUAGES:
        return reverse("home", args=[code])
    return f"{get_script_prefix()}{code}/{rest}{context.get('query', '')}"


@register.simple_tag(takes_context=True)
def list_address(context: Context, number: int, bare: bool = False) -> str:
    """Of a list's page, narrowed as this one is; `bare` of what it is narrowed by."""
    name, args = context["listed_at"], [context["visit"].language.code]
    page = reverse(f"{name}_page", args=[*args, number]) if number > 1 else reverse(name, args=args)
    return page if bare else f"{page}{context.get('query', '')}"


@register.filter
def page_numbers(pages: Paged) -> Iterator[int | str]:
    return pages.paginator.get_elided_page_range(pages.number, on_each_side=1, on_ends=1)


@register.simple_tag
def absolute(path: str) -> str:
    """The address of the site's own path, by whatever host of ours it was asked for."""
    return f"{settings.SITE_URL}{iri_to_uri(path)}"


def alternates(context: Context) -> list[tuple[str, str]]:
    """(hreflang, address) of each real translation; the first is also the default."""
    page = context.get("page")
    codes = page.languages if page else list(LANGUAGES)
    links = [(LANGUAGES[code].tag, absolute(path_in(context, code))) for code in codes]
    default = [("x-default", _default(context, links))] if links else []
    return links + default


def _default(context: Context, links: list[tuple[str, str]]) -> str:
    home = reverse("home", args=[context["visit"].language.code])
    if context["request"].path == home:
        return absolute(reverse("choose_language"))
    return links[0][1]


def canonical(context: Context) -> str:
    """A page that is no translation points to the language whose texts stand in on it."""
    visit, page = context["visit"], context.get("page")
    code = visit.language.code if page is None or page.is_translation else _source(context)
    return absolute(path_in(context, code))


def _source(context: Context) -> str:
    standing_in = [BY_TAG[tag].code for tag in languages_standing_in(context["document"])]
    translated = context["page"].languages
    candidates = [code for code in standing_in if code in translated] + translated
    return candidates[0] if candidates else context["visit"].language.code
