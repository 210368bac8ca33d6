"""Rich text: the HTML it may hold, the field that stores nothing else, and plain text beside it."""

import html
import re
import unicodedata
from typing import Any
from urllib.parse import urlsplit

import nh3
from django import forms
from django.db import models
from django_prose_editor.fields import ProseEditorField, ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

TAGS = {
    "p", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a", "br",
}  # fmt: skip
# Their content is no prose: it goes with the tag.
NOT_PROSE = {
    "script",
    "style",
    "template",
    "title",
    "textarea",
    "noscript",
    "iframe",
    "svg",
    "math",
}
REL = "noopener noreferrer"

EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
}

# Control characters but tab and newline, bidirectional overrides and isolates (none of our
# languages runs from right to left), surrogates, the byte order mark and what XML cannot hold.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")

# Parsers re-open unclosed formatting after each block, once for each set of attributes: without
# the attributes 100 kB cannot become a gigabyte.
FORMATTING = re.compile(
    r"<(/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:[\s/][^>]*)?>", re.IGNORECASE
)
MEANT = {"b": "strong", "i": "em"}

# A parser searches its stack at every tag: 50,000 nested quotations took 25 seconds.
DEEPEST = 500
TAG = re.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)")
ANY_TAG = re.compile("</?[a-zA-Z][^<>]*>?")
ENDS_BY_ITSELF = {"p", "li", "br", "hr", "img", "input", "td", "th", "tr", "dt", "dd", "option"}

OWN_LINK = re.compile(f'<a href="(/[^"]*)" rel="{REL}">')
NO_LINK = re.compile(f'<a(?: rel="{REL}")?>(.*?)</a>', re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|h2|h3|li|blockquote)>|<br>", re.IGNORECASE)


def clean_text(value: str) -> str:
    """Without characters that nobody types and that break feeds, logs or lines; in Unicode NFC."""
    return unicodedata.normalize("NFC", _without_unwanted(value))


def _without_unwanted(value: str) -> str:
    return UNWANTED.sub("", LINE_ENDS.sub("\n", value))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text: what blank lines divide. Single line breaks stay inside."""
    pieces = re.split(r"\n[^\S\n]*\n", LINE_ENDS.sub("\n", text))
    return [piece.strip() for piece in pieces if piece.strip()]


def clean_html(value: str) -> str:
    """The allowed HTML in it, and the empty string for markup without a text."""
    # Twice is enough but for markup made to differ: then as often as it takes, within reason.
    for _ in range(5):
        cleaned = _clean_once(value)
        if cleaned == value:
            break
        value = cleaned
    return value if plain_text(value) else ""


def _clean_once(value: str) -> str:
    value = FORMATTING.sub(_without_attributes, _clean_between_tags(value))
    if _nests_too_deeply(value):
        value = TEXT_ONLY.clean(ANY_TAG.sub("", value))
    cleaned = CLEANER.clean(value)
    return NO_LINK.sub(r"\1", OWN_LINK.sub(r'<a href="\1">', cleaned))


def _clean_between_tags(value: str) -> str:
    """NFC turns ">" before U+0338 into "≯", so it must never see the angle brackets."""
    if clean_text(value) == value:
        return value
    return re.sub("[^<>]+", lambda text: clean_text(text[0]), value)


def _without_attributes(tag: re.Match[str]) -> str:
    name = tag[2].lower()
    return f"<{tag[1]}{MEANT.get(name, name)}>"


def _nests_too_deeply(value: str) -> bool:
    depth = deepest = 0
    for closes, name in TAG.findall(value):
        if name.lower() not in ENDS_BY_ITSELF:
            depth = max(0, depth - 1) if closes else depth + 1
            deepest = max(deepest, depth)
    return deepest > DEEPEST


def _attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "rel":
        return REL
    return value if attribute == "href" and is_allowed_link(value) else None


def is_allowed_link(address: str) -> bool:
    """http, https or mailto, or a path of ours: one slash, and nothing that browsers read as two."""
    if re.search(r"[\s\\\x00-\x20\x7f]", address):
        return False
    if address.startswith("/"):
        return not address.startswith("//")
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


CLEANER = nh3.Cleaner(
    tags=TAGS,
    clean_content_tags=NOT_PROSE,
    attributes={"a": {"href"}},
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel=REL,
)
TEXT_ONLY = nh3.Cleaner(tags=set(), clean_content_tags=NOT_PROSE)


def plain_text(value: str) -> str:
    """The text on one line, for summaries and search."""
    text = html.unescape(TEXT_ONLY.clean(BLOCK_END.sub(" ", _clean_between_tags(value))))
    return " ".join(clean_text(text).split())


class RichTextWidget(AdminProseEditorWidget):
    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["js/richtext.js"])


class RichTextFormField(ProseEditorFormField):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"widget": RichTextWidget})


class RichTextField(ProseEditorField):
    """HTML of the tags above, cleaned by forms and again by every way into the database.

    Its editor brings an import map, which is inline script, so the admin must render the media with
    the nonce of the Content-Security-Policy. In `render_change_form`, on `context["media"]`:
    `js_asset.Media.from_media(context["media"], nonce=<nonce>)`. The editor puts one style element
    into the page: the admin's policy needs `style-src 'self' 'unsafe-inline'`.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        defaults = {"extensions": EXTENSIONS, "sanitize": clean_html}
        super().__init__(*args, **defaults | options)

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**options | {"form_class": RichTextFormField})

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean_html(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Fixtures and `update()` come this way and not through `pre_save`."""
        value = clean_html(value) if isinstance(value, str) else value
        return super().get_db_prep_save(value, connection)
