"""Two texts as one, with <del> and <ins> around what differs: by word, in Chinese by character."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
TOKEN = re.compile(rf"[{HAN}]|\s+|[^\W{HAN}]+(?:[-’'][^\W{HAN}]+)*|.", re.DOTALL)
# Below this likeness, words that two texts happen to share only make both unreadable.
ALIKE = 0.4
LONGEST = 3000 * 3000  # tokens
Piece = tuple[str, str]  # ("", "del" or "ins", text)


def marked(old: str, new: str) -> SafeString:
    """Paragraphs of which the unchanged ones between two changes are left out, as an ellipsis."""
    before, after = paragraphs(old), paragraphs(new)
    html: list[str] = []
    for what, i, j, k, m in _opcodes(before, after):
        html += ["<p>…</p>"] if what == "equal" else _changed(before[i:j], after[k:m])
    return mark_safe("".join(html))  # noqa: S308  each piece was built by format_html


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _changed(before: list[str], after: list[str]) -> Iterator[str]:
    """Paragraphs side by side as they come; what one side has more of is wholly new or gone."""
    for index in range(max(len(before), len(after))):
        old = before[index] if index < len(before) else ""
        new = after[index] if index < len(after) else ""
        yield format_html("<p>{}</p>", marked_line(old, new))


def marked_line(old: str, new: str) -> SafeString:
    return format_html_join("", "{}", ((_piece(what, text),) for what, text in pieces(old, new)))


def _piece(what: str, text: str) -> SafeString | str:
    return format_html("<{0}>{1}</{0}>", what, text) if what else text


def pieces(old: str, new: str) -> Iterator[Piece]:
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if old and new and (_too_long(before, after) or _likeness(matcher, before, old + new) < ALIKE):
        yield from (("del", old), ("", " "), ("ins", new))
        return
    for what, i, j, k, m in matcher.get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if what == "equal":
            yield "", gone
        else:
            yield from ((mark, text) for mark, text in (("del", gone), ("ins", come)) if text)


def _likeness(matcher: SequenceMatcher[str], before: list[str], both: str) -> float:
    """The share of letters that both texts have: 0 to 1. `matcher.ratio` would count tokens."""
    equal = (opcode for opcode in matcher.get_opcodes() if opcode[0] == "equal")
    letters = sum(len(token) for _what, i, j, *_rest in equal for token in before[i:j])
    return 2 * letters / len(both)


def _too_long(before: list[str], after: list[str]) -> bool:
    """The work grows with the product, and no paragraph that people read is that long."""
    return len(before) * len(after) > LONGEST


def _opcodes(before: list[str], after: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
