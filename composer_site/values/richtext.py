"""Rich text: the HTML it may hold, the field that stores nothing else, and plain text beside it."""

import html
import re
from typing import Any
from urllib.parse import urlsplit

import nh3
from django import forms
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy
from django_prose_editor.fields import ProseEditorField, ProseEditorFormField
from django_prose_editor.widgets import AdminProseEditorWidget

from composer_site.values.markup import (
    LINE_ENDS,
    Token,
    clean_text,
    name_of,
    read,
    restored,
    simplified,
)

TAGS = {
    "p", "h2", "h3", "strong", "em", "ul", "ol", "li", "blockquote", "a", "br",
}  # fmt: skip
# In characters; of rich text with its markup.
MOST_RICH, MOST_PLAIN = 200_000, 20_000
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

# Of the tags that mean one of those.
MEANT = {"b": "strong", "i": "em"}

# A parser searches its stack at every tag: 50,000 nested quotations took 25 seconds.
DEEPEST = 500
TAG = re.compile("<(/?)([a-z0-9]+)[^>]*>")
ENDS_BY_ITSELF = {"p", "li", "br"}

OWN_LINK = re.compile(f'<a href="(/[^"]*)" rel="{REL}">')
NO_LINK = re.compile(f'<a(?: rel="{REL}")?>(.*?)</a>', re.DOTALL)
BLOCKS = {"p", "h2", "h3", "li", "blockquote"}


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text: what blank lines divide. Single line breaks stay inside."""
    pieces = re.split(r"\n[^\S\n]*\n", LINE_ENDS.sub("\n", text))
    return [piece.strip() for piece in pieces if piece.strip()]


class Cleaned(str):
    """What `clean_html` has written, and need not read again."""


def clean_html(value: str) -> Cleaned:
    """The allowed HTML in it, and the empty string for markup without a text."""
    if isinstance(value, Cleaned):
        return value
    # Twice is enough but for markup made to differ: then as often as it takes, within reason.
    for _ in range(5):
        cleaned = _clean_once(value)
        if cleaned == value:
            break
        value = cleaned
    return Cleaned(value if html.unescape(TAG.sub("", value)).strip() else "")


def _clean_once(value: str) -> str:
    simple = simplified(value, TAGS, MEANT)
    if _nests_too_deeply(simple):
        simple = TAG.sub("", simple)
    cleaned = restored(CLEANER.clean(simple))
    return NO_LINK.sub(r"\1", OWN_LINK.sub(r'<a href="\1">', cleaned))


def _nests_too_deeply(simple: str) -> bool:
    """At the worst: what is not closed in its turn counts as open to the end."""
    unclosed: list[str] = []
    deepest = 0
    for closes, name in TAG.findall(simple):
        if closes and unclosed[-1:] == [name]:
            unclosed.pop()
        elif not closes and name not in ENDS_BY_ITSELF:
            unclosed.append(name)
            deepest = max(deepest, len(unclosed))
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
        parts = urlsplit(clean_text(address))
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes={"a": {"href"}},
    attribute_filter=_attribute,
    url_schemes={"http", "https", "mailto"},
    link_rel=REL,
)


def plain_text(value: str) -> str:
    """The text on one line, for summaries and search."""
    return " ".join(read(value, lambda tag: " " if ends_line(tag) else "").split())


def ends_line(tag: Token) -> bool:
    return name_of(tag) == "br" or (bool(tag["closes"]) and name_of(tag) in BLOCKS)


class RichTextWidget(AdminProseEditorWidget):
    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["js/richtext.js"])


class RichTextFormField(ProseEditorFormField):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"widget": RichTextWidget})


class PlainLength(MaxLengthValidator):
    message = gettext_lazy("This text is longer than 20,000 characters. Shorten it.")


class RichLength(MaxLengthValidator):
    message = gettext_lazy(
        "This text is longer than 200,000 characters, its formatting included. Shorten it."
    )


class BoundedText(models.TextField):  # type: ignore[type-arg]
    """Refused where it is entered, at a publication and at an import, before anything reads it.

    By a validator and not by `max_length`: browsers cut what is pasted to that, without a word.
    """

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**{"validators": self.default_validators} | options)


class PlainTextField(BoundedText):
    default_validators = [PlainLength(MOST_PLAIN)]

    def deconstruct(self) -> Any:
        name, _path, arguments, options = super().deconstruct()
        return name, "django.db.models.TextField", arguments, options


class RichTextField(BoundedText, ProseEditorField):
    """HTML of the tags above, cleaned by forms and again by every way into the database.

    Its editor brings an import map, which is inline script, so the admin must render the media with
    the nonce of the Content-Security-Policy. In `render_change_form`, on `context["media"]`:
    `js_asset.Media.from_media(context["media"], nonce=<nonce>)`. The editor puts one style element
    into the page: the admin's policy needs `style-src 'self' 'unsafe-inline'`.
    """

    default_validators = [RichLength(MOST_RICH)]

    def __init__(self, *args: Any, **options: Any) -> None:
        defaults: dict[str, Any] = {"extensions": EXTENSIONS, "sanitize": clean_html}
        super().__init__(*args, **defaults | options)

    def formfield(self, **options: Any) -> Any:
        return super().formfield(**options | {"form_class": RichTextFormField})

    def clean(self, value: object, model_instance: models.Model | None) -> Any:
        """What is stored is within the bound too: cleaning writes out some characters in full."""
        cleaned = super().clean(value, model_instance)
        self.run_validators(cleaned)
        return cleaned

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = clean_html(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value: object, connection: BaseDatabaseWrapper) -> Any:
        """Fixtures and `update()` come this way and not through `pre_save`."""
        value = clean_html(value) if isinstance(value, str) else value
        return super().get_db_prep_save(value, connection)
