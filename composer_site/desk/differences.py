"""What differs between two states of a thing, in words and marks that staff read.

A state is its facts: those of a document (`document_fields`), where it matters what visitors would
read, or of a record (`record_fields`), where it matters what was saved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.text_diff import marked, marked_line
from composer_site.publishing.documents import Document
from composer_site.values.languages import Language


@dataclass(frozen=True)
class Item:
    """One of a list: `key` says which it is, `said` what it says."""

    key: str
    said: str


@dataclass(frozen=True)
class Fact:
    """`value` is a text, a tuple of items, or the token of a picture; `exact` is what it was.

    `part` names the part that it is in, and `language` is that of the field, where the state holds
    several. `is_row` is a part as a whole.
    """

    label: str
    value: Any
    exact: Any = None
    picture: Document | None = None
    part: str = ""
    language: Language | None = None
    is_row: bool = False


NOTHING = Fact("", "")


@dataclass(frozen=True)
class Change:
    label: str
    html: SafeString | str
    part: str = ""
    language: Language | None = None


def differences(old: Mapping[Any, Fact], new: Mapping[Any, Fact]) -> list[Change]:
    """In the order of the new state; what stands in the old one alone comes last."""
    pairs = ((old.get(key, NOTHING), new.get(key, NOTHING)) for key in {**new, **old})
    return [_change(before, after) for before, after in pairs if _differ(before, after)]


def _differ(before: Fact, after: Fact) -> bool:
    if before.is_row or after.is_row:
        return NOTHING in (before, after)
    return (before.value or "", before.exact or "") != (after.value or "", after.exact or "")


def _change(before: Fact, after: Fact) -> Change:
    known = before if after is NOTHING else after
    return Change(known.label, _html(before, after), known.part, known.language)


def _html(before: Fact, after: Fact) -> SafeString | str:
    if before.is_row or after.is_row:
        return _("added") if before is NOTHING else _("removed")
    if before.picture or after.picture:
        return _pictures(before, after)
    if isinstance(before.value, tuple) or isinstance(after.value, tuple):
        return _lists(before.value or (), after.value or ())
    if before.value == after.value:
        return format_html("<p>{}</p>", _("Only its formatting changed."))
    return marked(before.value, after.value)


def _pictures(before: Fact, after: Fact) -> SafeString:
    both = (("del", _("before"), before.picture), ("ins", _("after"), after.picture))
    return format_html_join(
        " ",
        '<{0} class="picture"><img alt="{1}" src="{2}" width="{3}" height="{4}"></{0}>',
        ((mark, alt, *_thumbnail(picture)) for mark, alt, picture in both if picture),
    )


def _thumbnail(picture: Document, height: int = 120) -> tuple[str, int, int]:
    file = f"{picture['widths'][0]}.webp"
    address = reverse("admin:library_picture_file", args=[picture["token"], file])
    return address, round(height * picture["width"] / max(1, picture["height"])), height


def _lists(before: tuple[Item, ...], after: tuple[Item, ...]) -> SafeString:
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", _rows(before, after)))


def _rows(before: tuple[Item, ...], after: tuple[Item, ...]) -> Iterator[tuple[SafeString]]:
    old, new = {item.key: item for item in before}, {item.key: item for item in after}
    moved = _moved(list(old), list(new))
    for key, item in new.items():
        if row := _row(old.get(key), item, key in moved):
            yield (row,)
    for key, item in old.items():
        if key not in new:
            yield (format_html("<b>{}</b> <del>{}</del>", _("Removed:"), item.said),)


def _row(old: Item | None, new: Item, moved: bool) -> SafeString | None:
    if old is None:
        return format_html("<b>{}</b> <ins>{}</ins>", _("Added:"), new.said)
    if old.said != new.said:
        return _edited(old, new, moved)
    return format_html("<b>{}</b> {}", _("Moved:"), new.said) if moved else None


def _edited(old: Item, new: Item, moved: bool) -> SafeString:
    how = _("Changed and moved:") if moved else _("Changed:")
    return format_html("<b>{}</b> {}", how, marked_line(old.said, new.said))


def _moved(old: list[str], new: list[str]) -> set[str]:
    """The fewest that must have moved to make the one order of the other."""
    before, after = [key for key in old if key in new], [key for key in new if key in old]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    stayed = {key for i, _j, size in matcher.get_matching_blocks() for key in before[i : i + size]}
    return set(after) - stayed
