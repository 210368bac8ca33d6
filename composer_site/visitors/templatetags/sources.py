"""What sources say, and where they say it, in the reader's words."""

from urllib.parse import urlsplit

from django import template

from composer_site.publishing.documents import Document
from composer_site.sources.topics import SourceStatus
from composer_site.visitors.templatetags.words import label

register = template.Library()


@register.filter
def source_status(value: str) -> str:
    return label(SourceStatus, value)


@register.filter
def disputed(topics: list[Document]) -> list[Document]:
    return [topic for topic in topics if topic["standing"] == SourceStatus.DISPUTED]


@register.filter
def settled(topics: list[Document]) -> list[Document]:
    """Topics of one version: of them nobody has to weigh one source against another."""
    return [topic for topic in topics if topic["standing"] != SourceStatus.DISPUTED]


@register.filter
def host(address: str) -> str:
    """Where a link leads, said before anybody follows it."""
    return urlsplit(address).netloc.removeprefix("www.")


@register.filter
def lines(text: Document | None) -> list[Document]:
    """Each line of a text, in the text's language."""
    if not text:
        return []
    each = (line.strip() for line in text["text"].splitlines())
    return [{**text, "text": line} for line in each if line]
