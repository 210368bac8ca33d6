"""Two texts as one, with <del> and <ins> around what differs: by word, in Chinese by character."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
TOKEN = re.compile(rf"[{HAN}]|\s+|[^\W{HAN}]+(?:[-’'][^\W{HAN}]+)*|.", re.DOTALL)
# Below this likeness, words that two texts happen to share only make both unreadable.
ALIKE = 0.4
MAX_PAIRS = 3000 * 3000  # pieces of both sides
Opcode = tuple[str, int, int, int, int]  # as `SequenceMatcher` has it
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
    matcher = _matcher(before, after)
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
    return len(before) * len(after) > MAX_PAIRS


def _matcher(before: list[str], after: list[str]) -> SequenceMatcher[str]:
    """In a long text it starts from no piece that stands there again and again, such as a space:
    there are as many pairs of those as the square of their number."""
    return SequenceMatcher(None, before, after)


def _opcodes(before: list[str], after: list[str]) -> Sequence[Opcode]:
    if _too_long(before, after):
        return [
            opcode
            for opcode in _middle(before, after)
            if opcode[1] < opcode[2] or opcode[3] < opcode[4]
        ]
    return _matcher(before, after).get_opcodes()


def _middle(before: list[str], after: list[str]) -> Iterator[Opcode]:
    """What both begin and end with, and as changed all that lies between."""
    start = _alike(before, after)
    end = _alike(before[start:][::-1], after[start:][::-1])
    i, k = len(before) - end, len(after) - end
    yield "equal", 0, start, 0, start
    yield "replace", start, i, start, k
    yield "equal", i, len(before), k, len(after)


def _alike(before: list[str], after: list[str]) -> int:
    """How many pieces both begin with."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))))
