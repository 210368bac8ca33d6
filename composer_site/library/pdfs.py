"""Whether a file is a whole PDF that can be handed on: read byte by byte, and never opened.

This is a look at the names that stand in the file, not a search for malware: what acts by itself
when it is opened, holds other files or wants a password has no place in a press room.
"""

import re
import zlib
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MAX_BYTES = 20_000_000
# What packed objects may come to, unpacked: more than any text, less than a bomb.
MAX_UNPACKED = 60_000_000
TAIL = 1024  # bytes in which readers look for the end
PIECE = 65_536

PLAYS = _("This PDF plays media by itself. Export it without.")
REFUSED: dict[bytes, str | Promise] = {
    b"Encrypt": _("This PDF is locked with a password or with rights. Export it without."),
    b"JavaScript": _("This PDF holds JavaScript. Export it without scripts."),
    b"Launch": _("This PDF starts a program when it is opened. Export it without actions."),
    b"EmbeddedFile": _("This PDF holds other files. Export it without attachments."),
    b"RichMedia": PLAYS,
    b"Rendition": PLAYS,
    b"Movie": PLAYS,
}


def check(content: bytes) -> None:
    """Raises ValidationError with one sentence."""
    if not content.startswith(b"%PDF-"):
        raise ValidationError(_("This file is not a PDF. Export it as PDF once more."))
    if b"%%EOF" not in content[-TAIL:]:
        raise ValidationError(_("This PDF is not whole: its end is missing. Export it once more."))
    for part in (content, *unpacked(content)):
        if found := _refused(part):
            raise ValidationError(REFUSED[found])


def _spelt(name: bytes) -> bytes:
    """Any letter of a name may be written as its number: /J#61vaScript."""
    return b"".join(b"(?:%c|#(?i:%02x))" % (letter, letter) for letter in name)


# `EmbeddedFiles` and the like begin with the same letters.
NAMES = re.compile(b"/(?:" + b"|".join(b"(%s)" % _spelt(name) for name in REFUSED) + b")")
PACKED = re.compile(b"/" + _spelt(b"ObjStm"))
# What else says how it is packed, and where it begins. Texts and remarks have no place there:
# they could hold a beginning that is none.
BEGINNING = re.compile(rb"[^()%]{0,400}?stream\r?\n")


def _refused(part: bytes) -> bytes | None:
    found = NAMES.search(part)
    return list(REFUSED)[found.lastindex - 1] if found and found.lastindex else None


def unpacked(content: bytes) -> Iterator[bytes]:
    """The streams that hold objects. Raises where one is not packed in the usual way, where they
    come to too much, and where one begins inside another: each byte is unpacked once."""
    most, unread = MAX_UNPACKED, len(content)
    for name in PACKED.finditer(content):
        start = BEGINNING.match(content, name.end())
        part, read = _inflated(content, start.end(), most, unread) if start else (b"", 0)
        most, unread = most - len(part), unread - read
        if not part or most <= 0 or unread < 0:
            raise ValidationError(_("This PDF is packed beyond what can be read. Export it anew."))
        yield part


def _inflated(content: bytes, start: int, most: int, unread: int) -> tuple[bytes, int]:
    """What a stream holds, and how many bytes it took. In pieces, so that what follows is not
    copied each time; nothing of what is no stream."""
    packed, parts, end = zlib.decompressobj(), [], start
    while end < len(content) and most > 0 and end - start <= unread and not packed.eof:
        try:
            parts.append(packed.decompress(content[end : end + PIECE], most))
        except zlib.error:
            break
        end, most = end + PIECE, most - len(parts[-1])
    return b"".join(parts), min(end, len(content)) - len(packed.unused_data) - start
