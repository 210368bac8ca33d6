"""Takes the outlines of the words in `words.json` from font files into `lettering.json`.

Name the font files of each entry; the first font that has a letter draws it:
python -m composer_site.demo.illustrations.take_lettering zh=FONT ru=FONT,FONT

It needs fontTools, which the drawing itself does not.
"""

import json
import sys

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from .lettering import EM, OUTLINES


class RelativePen(BasePen):
    """Writes path data in whole units from point to point: a third shorter than absolute data."""

    def __init__(self, glyphs, scale):
        super().__init__(glyphs)
        self.scale = scale
        self.data = ""
        self.at = self.start = (0, 0)

    def _moveTo(self, point):
        self._write("m", point)
        self.start = self.at

    def _lineTo(self, point):
        self._write("l", point)

    def _curveToOne(self, first, second, end):
        self._write("c", first, second, end)

    def _qCurveToOne(self, handle, end):
        self._write("q", handle, end)

    def _closePath(self):
        self.data += "z"
        self.at = self.start

    def _write(self, command, *points):
        # Points are rounded before they are subtracted, so that no error adds up along the path.
        whole = [(round(x * self.scale), -round(y * self.scale)) for x, y in points]
        steps = [n for x, y in whole for n in (x - self.at[0], y - self.at[1])]
        self.data += command + " ".join(map(str, steps)).replace(" -", "-")
        self.at = whole[-1]


def main(fonts):
    words = json.loads(OUTLINES.with_name("words.json").read_text(encoding="utf-8"))
    drawn = json.loads(OUTLINES.read_text(encoding="utf-8"))
    drawn |= {name: outline(words[name], files.split(",")) for name, files in fonts.items()}
    OUTLINES.write_text(json.dumps(drawn, indent=0) + "\n", encoding="utf-8")


def outline(text, font_files):
    # A CJK collection's third face is the one for Simplified Chinese.
    fonts = [TTFont(file, fontNumber=2 if file.endswith(".ttc") else -1) for file in font_files]
    return [_draw(letter, fonts) for letter in text]


def _draw(letter, fonts):
    font = next(font for font in fonts if ord(letter) in font.getBestCmap())
    glyphs, scale = font.getGlyphSet(), EM / font["head"].unitsPerEm
    glyph = glyphs[font.getBestCmap()[ord(letter)]]
    pen = RelativePen(glyphs, scale)
    glyph.draw(pen)
    return {"outline": pen.data, "advance": round(glyph.width * scale)}


if __name__ == "__main__":
    main(dict(argument.split("=", 1) for argument in sys.argv[1:]))
