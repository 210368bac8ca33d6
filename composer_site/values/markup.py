"""Markup read once, from left to right, into what a parser of HTML reads as quickly.

Such a parser is quadratic in attributes, in depth, in tables, and in the references of a long text.
So it gets few kinds of tags, without attributes but for a link's address, and text without any
reference: what nobody types stands for the ampersand and the angle bracket.
"""

import html
import re
from collections.abc import Callable, Collection, Mapping

from composer_site.values.normal_forms import normalised

# Control characters but tab and newline, bidirectional overrides and isolates (none of our
# languages runs from right to left), surrogates, noncharacters, the byte order mark and what XML
# cannot hold.
UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")

# (what a text holds; a noncharacter, which it never does once cleaned; how it is written)
STAND_INS = (("&", "\ufdd0", "&amp;"), ("<", "\ufdd1", "&lt;"))

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
# Every alternative goes on to its end or to the end of all: nothing is read twice. `end` is empty
# where a tag or a comment is never closed, so that it is text.
TOKEN = re.compile(
    rf"""
    (?P<text>[^<]++|<(?![a-zA-Z/!?]))
    | < (?:
        !-- (?: -?(?=>) | .*?(?:--!?(?=>)|\Z) )
        | [!?][^>]*+
        | /(?![a-zA-Z])[^>]*+
        | (?P<aside>(?i:{"|".join(sorted(NOT_PROSE))})) (?=[\s/>])
          .*? (?: </(?i:(?P=aside))(?=[\s/>])[^>]*+ | \Z )
        | (?P<closes>/?) (?P<name>[a-zA-Z][^\s/>]*+)
          (?P<attributes>(?: [^>=]++ | =\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))? )*+)
    ) (?P<end>>|\Z)
    """,
    re.VERBOSE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)\s*+(?:=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s"'>]++)))?""")
REFERENCE = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{0,31});")


def clean_text(value: str) -> str:
    """Without characters that nobody types and that break feeds, logs or lines; in Unicode NFC."""
    if value.isascii() and value.isprintable():
        return value
    return normalised("NFC", UNWANTED.sub("", LINE_ENDS.sub("\n", value)))


Token = re.Match[str]


def read(value: str, tag: Callable[[Token], str], text: Callable[[str], str] = str) -> str:
    """Each tag and comment as `tag` has it, and each text, with its references read, as `text`."""
    return TOKEN.sub(lambda match: tag(match) if match["end"] else text(_text_in(match[0])), value)


def simplified(value: str, kept: Collection[str], meant: Mapping[str, str]) -> str:
    """Tags of the names in `kept`, or of those that `meant` reads as one of them, and text. It
    goes to the parser, and what that makes of it through `restored`."""

    def simple(token: Token) -> str:
        name = name_of(token)
        name = meant.get(name, name)
        if name not in kept:
            return ""
        address = leads_to(token) if name == "a" and not token["closes"] else ""
        return f"<{token['closes']}{name}{address and _href(address)}>"

    return read(value, simple, _standing_in)


def restored(markup: str) -> str:
    for _character, stand_in, written in STAND_INS:
        markup = markup.replace(stand_in, written)
    return markup


def name_of(token: Token) -> str:
    return (token["name"] or "").lower()


def leads_to(token: Token) -> str:
    """The address of a link; empty where it has none."""
    for name, *values in ATTRIBUTE.findall(token["attributes"]):
        if name.lower() == "href":
            return _text_in("".join(values))
    return ""


def _text_in(markup: str) -> str:
    """A reference without a semicolon is none."""
    if "&" in markup:
        markup = REFERENCE.sub(lambda reference: html.unescape(reference[0]), markup)
    return clean_text(markup)


def _href(address: str) -> str:
    quoted = _standing_in(address).replace('"', "%22")
    return f' href="{quoted}"'


def _standing_in(text: str) -> str:
    for character, stand_in, _written in STAND_INS:
        text = text.replace(character, stand_in)
    return text
