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
HOLDS_FILES = _("This PDF holds other files. Export it without attachments.")
OPENS_FILES = _("This PDF opens other files. Export it without links to files.")
SENDS = _("This PDF holds a form that sends or fetches data. Export it without.")
REFUSED: dict[bytes, str | Promise] = {
    b"Encrypt": _("This PDF is locked with a password or with rights. Export it without."),
    b"JavaScript": _("This PDF holds JavaScript. Export it without scripts."),
    b"Launch": _("This PDF starts a program when it is opened. Export it without actions."),
    b"EmbeddedFile": HOLDS_FILES,
    b"FileAttachment": HOLDS_FILES,
    b"GoToE": OPENS_FILES,
    b"GoToR": OPENS_FILES,
    b"XFA": SENDS,
    b"SubmitForm": SENDS,
    b"ImportData": SENDS,
    b"RichMedia": PLAYS,
    b"Rendition": PLAYS,
    b"Movie": PLAYS,
    b"Sound": PLAYS,
    b"3DD": PLAYS,  # what each 3D annotation shows
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


# Bytes of a picture may spell a name so short by chance: it has to end there, too.
SHORT, END = 3, rb"(?=[\s\0()<>\[\]/%])"


def _spelt(name: bytes) -> bytes:
    """Any letter of a name may be written as its number: /J#61vaScript."""
    letters = b"".join(b"(?:%c|#(?i:%02x))" % (letter, letter) for letter in name)
    return letters + (END if len(name) == SHORT else b"")


# `EmbeddedFiles` and the like begin with the same letters.
NAMES = re.compile(b"/(?:" + b"|".join(b"(%s)" % _spelt(name) for name in REFUSED) + b")")
PACKED = re.compile(b"/" + _spelt(b"ObjStm"))
# How an object that holds others begins, around its name. Texts and remarks have no place there:
# they could hold a beginning that is none.
MOST_BEFORE = 400
NUMBER = re.compile(rb"[\r\n]\d+ +\d+ +\Z")
OPENING = re.compile(rb"\s*<<[^()%]*")
BEGINNING = re.compile(rb"[^()%]{0,400}?>>\s*stream\r?\n")
# What stands there. Anything else could pack it twice, or in a way of its own.
USUAL = {b"Type", b"N", b"First", b"Length", b"DL", b"Extends", b"Filter", b"FlateDecode"}
NAME, AS_NUMBER = re.compile(rb"/([^\s\0<>\[\]/]*)"), re.compile(rb"#([0-9a-fA-F]{2})")


def _refused(part: bytes) -> bytes | None:
    found = NAMES.search(part)
    return list(REFUSED)[found.lastindex - 1] if found and found.lastindex else None


def unpacked(content: bytes) -> Iterator[bytes]:
    """The streams that hold objects. Raises where one is not packed in the usual way, where they
    come to too much, and where one begins inside another: each byte is unpacked once."""
    most, unread = MAX_UNPACKED, len(content)
    for name in PACKED.finditer(content):
        start = _stream_of(content, name)
        part, read = _inflated(content, start, most, unread) if start else (b"", 0)
        most, unread = most - len(part), unread - read
        if not part or most <= 0 or unread < 0:
            raise ValidationError(_("This PDF is packed beyond what can be read. Export it anew."))
        yield part


def _stream_of(content: bytes, name: re.Match[bytes]) -> int | None:
    """Where the stream of that name begins; None where it is not packed once, as exports do."""
    before = content[max(0, name.start() - MOST_BEFORE) : name.start()]
    number, _obj, opening = before.rpartition(b"obj")
    rest = BEGINNING.match(content, name.end())
    if not (rest and NUMBER.search(number) and OPENING.fullmatch(opening)):
        return None
    plain = AS_NUMBER.sub(lambda letter: bytes.fromhex(letter[1].decode()), opening + rest[0])
    names = NAME.findall(plain)
    once = names.count(b"FlateDecode") == 1 and USUAL.issuperset(names)
    return rest.end() if once else None


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
