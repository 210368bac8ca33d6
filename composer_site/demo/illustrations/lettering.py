"""Lettering: glyph outlines of open fonts, kept in `lettering.json` so that no font is needed.

`take_lettering.py` made that file from the words in `words.json`.
"""

import json
from pathlib import Path

from .pen import path, place

OUTLINES = Path(__file__).with_name("lettering.json")

# Outlines are kept in units of a thousandth of the em, as most fonts are drawn.
EM = 1000


def line(name, height, fill, tracking=0):
    """A group of the words set from (0, 0) rightwards, and its width; `height` is of the em.

    `tracking` is the space added after each letter, in thousandths of the em.
    """
    marks, pen = [], 0
    for glyph in _glyphs(name):
        marks.append(place(path(glyph["outline"], fill), x=pen))
        pen += glyph["advance"] + tracking
    scale = height / EM
    return place(*marks, scale=scale), (pen - tracking) * scale


def column(name, height, fill, step):
    """A group of the letters one below the other from (0, 0), `step` pixels apart."""
    scale = height / EM
    marks = [path(glyph["outline"], fill) for glyph in _glyphs(name)]
    return place(*(place(mark, y=k * step, scale=scale) for k, mark in enumerate(marks)))


def _glyphs(name):
    return json.loads(OUTLINES.read_text(encoding="utf-8"))[name]
