"""Texts of documents: each is rendered in the language it is in, and says so where it differs."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from django import template
from django.urls import get_script_prefix
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from composer_site.publishing.documents import Document, mappings
from composer_site.values.languages import Language, current, stands_in
from composer_site.visitors.templatetags.words import spoken_language

register = template.Library()

# As `clean_html` writes it, and as no text can stand between tags.
OWN_LINK = '<a href="/'

# Scripts, and languages that are written in them where a tag names no script.
RIGHT_TO_LEFT = {"Arab", "Hebr", "ar", "fa", "he", "ps", "ug", "ur"}

# What is in another language by its nature: names, the titles in all languages, the copy in cards.
NEVER_TRANSLATED = {
    "original",
    "titles",
    "names",
    "name",
    "card",
    "speaker",
    "holder",
    "portrays",
    "rejected_names",
    "original_title",
}


@register.filter
def say(text: Document | None) -> str | SafeString:
    """One line of text, in a span of its own where its language is not the page's."""
    return said_in(current(), text) if text else ""


def said_in(language: Language, text: Document | None) -> str | SafeString:
    if not text:
        return ""
    if text["lang"] == language.tag:
        return text["text"]
    return format_html("<span{}>{}</span>", marked(text["lang"]), text["text"])


@register.filter
@lru_cache(maxsize=256)
def marked(tag: str) -> SafeString:
    """` lang="…"` for an element, and its direction where that is not the page's."""
    return format_html(' lang="{}" dir="rtl"' if is_right_to_left(tag) else ' lang="{}"', tag)


def is_right_to_left(tag: str) -> bool:
    """Of any BCP 47 tag, by its script where it names one: `kk-Arab` is, `ug-Cyrl` is not."""
    primary, *rest = tag.split("-")
    scripts = [part for part in rest if len(part) == 4]
    return scripts[0] in RIGHT_TO_LEFT if scripts else primary in RIGHT_TO_LEFT


@register.filter
def paragraphs(text: Document | None) -> SafeString:
    """Plain text, with an empty line between its paragraphs."""
    if not text:
        return mark_safe("")
    body = mark_safe(linebreaks(text["text"], autoescape=True))  # noqa: S308  it has just escaped
    return _block("paragraphs", text["lang"], body)


@register.filter
def rich(text: Document | None) -> SafeString:
    """Sanitised when it was saved, and once more when it was published."""
    if not text or not text.get("html"):
        return mark_safe("")
    html = text["html"].replace(OWN_LINK, f"{OWN_LINK[:-1]}{get_script_prefix()}")
    return _block("rich", text["lang"], mark_safe(html))  # noqa: S308


def _block(kind: str, tag: str, body: SafeString) -> SafeString:
    if tag == current().tag:
        return format_html('<div class="{}">{}</div>', kind, body)
    text = format_html('<div class="{}"{}>{}</div>', kind, marked(tag), body)
    return format_html('<div class="stands-in">{}{}</div>', in_language({"lang": tag}), text)


@register.filter
def in_language(text: Document | None) -> str | SafeString:
    """The small marker beside a text that stands in for a missing translation."""
    if not text or not stands_in(text["lang"], current()):
        return ""
    return format_html('<small class="in-language">{}</small>', spoken_language(text["lang"]))


@register.filter
def lang_attribute(text: Document | None) -> str | SafeString:
    """` lang="…"` for an element whose text is not in the page's language."""
    if not text or text["lang"] == current().tag:
        return ""
    return marked(text["lang"])


@register.filter
def languages_standing_in(document: Any) -> list[str]:
    """Tags of the site's languages in which this page's texts stand in for its own."""
    return [tag for tag in dict.fromkeys(_tags(document)) if stands_in(tag, current())]


def _tags(document: Any) -> Iterator[str]:
    return (part["lang"] for part in mappings(document, _translatable) if "lang" in part)


def _translatable(part: Document) -> list[Any]:
    """What of a part should be in the page's language."""
    if "lang" in part:
        return []
    skipped = NEVER_TRANSLATED | ({"title"} if "names" in part else set())
    return [value for key, value in part.items() if key not in skipped]
