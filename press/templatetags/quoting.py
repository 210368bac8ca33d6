"""A quote as others will print it: its words, whose they are, and where they stand."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from composer_site.publishing.documents import Document
from composer_site.publishing.models import Excerpt
from composer_site.values.dates import edtf_in_words
from composer_site.values.languages import current
from composer_site.visitors.templatetags.links import absolute, link, name_of
from composer_site.visitors.templatetags.words import label, spoken_language
from press.templatetags.press_words import is_translated
from press.vocabulary import Wording

register = template.Library()


@register.simple_tag(takes_context=True)
def speaker(context: Any, quote: Document) -> Document | None:
    """By the name that is public now, else as the document has it; or as described."""
    return name_of(context, quote["speaker"]) if quote["speaker"] else quote["described"]


@register.simple_tag(takes_context=True)
def speaker_name(context: Any, quote: Document) -> str:
    said = speaker(context, quote)
    return said["text"] if said else ""


@register.simple_tag(takes_context=True)
def speaker_line(context: Any, quote: Document) -> str | SafeString:
    """The names of who spoke, which lead to their pages where those are public."""
    if not quote["speaker"]:
        return ""
    name, body = link(context, quote["speaker"]), spoken_for(quote)
    return format_html(with_body(), person=name, body=link(context, body)) if body else name


def spoken_for(quote: Document) -> Document | None:
    """The organisation for which a person spoke; older quotes in the bank say nothing of it."""
    return quote.get("speaker_organisation")


def with_body() -> str:
    # Translators: who said it, and for which organisation.
    return _("{person}, {body}")


def attributed(context: Any, quote: Document) -> str:
    name, body = speaker_name(context, quote), spoken_for(quote)
    if body is None:
        return name
    return with_body().format(person=name, body=(name_of(context, body) or {}).get("text", ""))


@register.simple_tag(takes_context=True)
def quote_address(context: Any, quote: Document) -> str:
    code = context["visit"].language.code
    return absolute(reverse("press:quote", args=[code, quote["id"]]))


@register.simple_tag(takes_context=True)
def attribution(context: Any, excerpt: Excerpt) -> list[str]:
    """Lines of plain text, to be copied."""
    quote, page = excerpt.card, excerpt.page
    source = {
        "speaker": attributed(context, quote),
        "title": page.title,
        "date": edtf_in_words(page.card["date"], current().code),
    }
    return [
        # Translators: the quotation marks of your language: «%(words)s».
        _("“%(words)s”") % {"words": quote["text"]["text"]},
        # Translators: a title in the marks of your language: «%(title)s», 《%(title)s》.
        _("— %(speaker)s, “%(title)s”, %(date)s") % source,
        " · ".join(how_exact(quote)),
        quote_address(context, quote),
    ]


def how_exact(quote: Document) -> list[str]:
    """Whoever prints it owes this to the reader, too."""
    said = [capfirst(label(Wording, quote["wording"]))]
    if quote["spoken_in"]:
        language = spoken_language(quote["spoken_in"])
        said.append(_("Said in: %(language)s") % {"language": language})
    if is_translated(quote):
        said.append(_("Translated"))
    return said
