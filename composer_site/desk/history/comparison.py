"""What differs between two sets of documents, in words and marks that staff read."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from composer_site.desk.document_fields import Fact, Item, facts
from composer_site.desk.text_diff import marked, marked_line
from composer_site.publishing.documents import Document, Documents
from composer_site.values.languages import LANGUAGES, Language

NOTHING = Fact("", "")


@dataclass(frozen=True)
class Change:
    label: str
    html: SafeString


@dataclass(frozen=True)
class LanguageChanges:
    language: Language
    changes: list[Change]


@dataclass(frozen=True)
class Comparison:
    """`shared` changes are the same in every language: a year, a picture, an order."""

    shared: list[Change]
    languages: list[LanguageChanges]

    def __bool__(self) -> bool:
        return self.count() > 0

    def count(self) -> int:
        return len(self.shared) + sum(len(part.changes) for part in self.languages)


def compare(content_kind: str, old: Documents | None, new: Documents | None) -> Comparison:
    """Two editions' documents by language code, or an edition's and the working copy's."""
    each = {code: changes(content_kind, code, _of(old, code), _of(new, code)) for code in LANGUAGES}
    shared = [change for change in each["en"] if all(change in each[code] for code in each)]
    return Comparison(
        shared,
        [
            LanguageChanges(language, [change for change in each[code] if change not in shared])
            for code, language in LANGUAGES.items()
        ],
    )


def _of(documents: Documents | None, code: str) -> Document | None:
    return documents.get(code) if documents else None


def changes(
    content_kind: str, code: str, old_document: Document | None, new_document: Document | None
) -> list[Change]:
    """In the order of the page. Without an old document, all of it is new."""
    old, new = facts(content_kind, code, old_document), facts(content_kind, code, new_document)
    pairs = ((old.get(key, NOTHING), new.get(key, NOTHING)) for key in {**new, **old})
    return [_change(before, after) for before, after in pairs if _differ(before, after)]


def _differ(before: Fact, after: Fact) -> bool:
    return (before.value or "", before.exact or "") != (after.value or "", after.exact or "")


def _change(before: Fact, after: Fact) -> Change:
    label = after.label or before.label
    if before.picture or after.picture:
        return Change(label, _pictures(before, after))
    if isinstance(before.value, tuple) or isinstance(after.value, tuple):
        return Change(label, _lists(before.value or (), after.value or ()))
    if before.value == after.value:
        return Change(label, format_html("<p>{}</p>", _("Only its formatting changed.")))
    return Change(label, marked(before.value, after.value))


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
