"""Lettering: glyph outlines of an open font, kept in `lettering.json` so that no font is needed.

To letter anew, name a font file for each script in `titles.json`:
python -m composer_site.library.illustrations.lettering zh=FONT ru=FONT en=FONT
"""

import json
import sys
from pathlib import Path

from .pen import path, place

FOLDER = Path(__file__).parent
OUTLINES = FOLDER / "lettering.json"

# Outlines are kept in units of a thousandth of the em, as most fonts are drawn.
EM = 1000


def title(script, height, fill, tracking=0):
    """A group of the title set from (0, 0) rightwards, and its width; `height` is of the em.

    `tracking` is the space added after each letter, in thousandths of the em.
    """
    marks, pen = [], 0
    for glyph in json.loads(OUTLINES.read_text(encoding="utf-8"))[script]:
        marks.append(place(path(glyph["outline"], fill), x=pen))
        pen += glyph["advance"] + tracking
    scale = height / EM
    return place(*marks, scale=scale), (pen - tracking) * scale


def letters(script, height, fill):
    """The title's letters one by one, each from (0, 0), for setting in a column."""
    glyphs = json.loads(OUTLINES.read_text(encoding="utf-8"))[script]
    return [place(path(glyph["outline"], fill), scale=height / EM) for glyph in glyphs]


def main(fonts):
    titles = json.loads((FOLDER / "titles.json").read_text(encoding="utf-8"))
    drawn = {script: outline(titles[script]["text"], file) for script, file in fonts.items()}
    OUTLINES.write_text(json.dumps(drawn, indent=0), encoding="utf-8")


def outline(text, font_file):
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib import TTFont

    # A collection's third face is Simplified Chinese in the CJK fonts; single fonts have only one.
    font = TTFont(font_file, fontNumber=2 if font_file.endswith(".ttc") else -1)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    scale = EM / font["head"].unitsPerEm
    drawn = []
    for letter in text:
        svg = SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}")
        glyph = glyphs[names[ord(letter)]]
        glyph.draw(TransformPen(svg, (scale, 0, 0, -scale, 0, 0)))
        drawn.append({"outline": svg.getCommands(), "advance": round(glyph.width * scale)})
    return drawn


if __name__ == "__main__":
    main(dict(argument.split("=", 1) for argument in sys.argv[1:]))
