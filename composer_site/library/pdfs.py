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

REFUSED: dict[bytes, str | Promise] = {
    b"Encrypt": _("This PDF is locked with a password or with rights. Export it without."),
    b"JavaScript": _("This PDF holds JavaScript. Export it without scripts."),
    b"Launch": _("This PDF starts a program when it is opened. Export it without actions."),
    b"EmbeddedFile": _("This PDF holds other files. Export it without attachments."),
    b"RichMedia": _("This PDF plays media by itself. Export it without."),
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
PACKED = re.compile(b"/" + _spelt(b"ObjStm") + rb".{0,400}?stream\r?\n", re.DOTALL)


def _refused(part: bytes) -> bytes | None:
    found = NAMES.search(part)
    return list(REFUSED)[found.lastindex - 1] if found and found.lastindex else None


def unpacked(content: bytes) -> Iterator[bytes]:
    """The streams that hold objects, as far as they are packed in the usual way."""
    left = MAX_UNPACKED
    for start in PACKED.finditer(content):
        part = b"".join(_inflated(content, start.end(), left))
        left -= len(part)
        if left <= 0:
            raise ValidationError(_("This PDF is packed beyond what can be read. Export it anew."))
        yield part


def _inflated(content: bytes, start: int, most: int) -> Iterator[bytes]:
    """In pieces, so that what follows the stream is not copied each time; nothing of what is none."""
    packed = zlib.decompressobj()
    while start < len(content) and most > 0 and not packed.eof:
        try:
            part = packed.decompress(content[start : start + PIECE], most)
        except zlib.error:
            return
        start, most = start + PIECE, most - len(part)
        yield part
