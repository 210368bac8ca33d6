"""A letter between two scripts: the columns of one turn into the lines of the other, a staff."""

from math import cos, radians, sin

from .landscape import crag, note
from .lettering import column, line
from .palette import (
    BARK,
    BLUE,
    EMBER,
    GOLD,
    INDIGO,
    INK,
    IVORY,
    LAMP,
    NIGHT,
    OCHRE,
    PAPER,
    UMBER,
    VERMILION,
)
from .pen import Sheet, box, dot, group, oval, path, place, ribbon, straight, stroke

WIDTH, HEIGHT = 1920, 1080

# On the paper, in its own pixels: the turn's centre, the innermost radius, the gap of the rules.
TURN_X, TURN_Y, INNER, GAP = 560, 440, 62, 78


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _desk(sheet)
    sheet.lay(place(_envelope(sheet), x=1270, y=40, turn=9))
    sheet.lay(box(330, 128, 1250, 880, NIGHT, opacity=0.35, transform="rotate(-2.5 960 540)"))
    sheet.lay(place(_paper(sheet), x=318, y=130, turn=-2.5))
    _tea_bowl(sheet)
    sheet.lay(place(_pen(sheet), x=1480, y=940, turn=-38))
    warm = sheet.radial(
        (0, LAMP, 0.3), (0.5, GOLD, 0.08), (1, NIGHT, 0.55), centre=(760, 420, 1250)
    )
    sheet.lay(box(0, 0, WIDTH, HEIGHT, warm))
    return sheet


def _desk(sheet):
    wood = sheet.linear((0, UMBER), (1, BARK))
    sheet.lay(box(0, 0, WIDTH, HEIGHT, wood))
    for k in range(7):
        y = 60 + 160 * k
        grain = [(-20, y), (500, y + 18 * (-1) ** k), (1100, y - 10), (1500, y + 16), (1940, y)]
        sheet.lay(path(ribbon(grain, (2, 5, 3, 6, 2), 24), NIGHT, opacity=0.28))


def _paper(sheet):
    """A folded sheet, 1250 by 850, its upper left corner at (0, 0)."""
    left = sheet.linear((0, IVORY), (0.92, "#f1e6cb"), (1, "#d9c7a2"), turn=0)
    right = sheet.linear((0, IVORY), (0.1, "#f3e9d2"), (1, PAPER), turn=0)
    columns = [
        place(
            column(f"letter-zh-{4 - k}", 56, INK, 62), x=TURN_X - INNER - GAP * (4 - k) + 11, y=112
        )
        for k in range(4)
    ]
    lines = []
    for k in range(4):
        words, _ = line(f"letter-kk-{k + 1}", 68, INDIGO)
        lines.append(place(words, x=TURN_X + 26, y=TURN_Y + INNER + GAP * (k + 1) - 12))
    return group(
        box(0, 0, 625, 850, left),
        box(625, 0, 625, 850, right),
        stroke(_rules(), VERMILION, 2.6, opacity=0.85),
        *columns,
        *lines,
        *_tune(),
        _sketch(sheet),
        _seal(),
    )


def _rules():
    """Five rules come down between the columns, turn, and run on as the lines of a staff."""
    rules = ""
    for k in range(5):
        radius = INNER + GAP * k
        x, y = TURN_X - radius, TURN_Y + radius
        rules += f"M{x},50V{TURN_Y}A{radius},{radius} 0 0 0 {TURN_X},{y}H1200"
    return rules


def _tune():
    """Notes on the bend, where one script becomes the other."""
    marks = []
    for k, degrees, flag in ((3, 20, False), (4, 44, True), (2, 52, False), (3, 76, True)):
        radius, angle = INNER + GAP * k, radians(degrees)
        x, y = TURN_X - radius * cos(angle), TURN_Y + radius * sin(angle)
        marks.append(note(round(x), round(y), 17, INK, stem=2.6, flag=flag))
    return marks


def _sketch(sheet):
    """The mountains, drawn at the head of the page with the same pen."""
    wash = sheet.linear((0, BLUE, 0.5), (0.85, BLUE, 0))
    peaks = [(700, 330), (780, 250), (830, 290), (930, 130), (1010, 240), (1080, 180), (1190, 330)]
    sun = dot(1110, 120, 40, VERMILION, opacity=0.9)
    marks = [sun]
    for k in range(3):
        low = [(x, y + 42 * k + (330 - y) * 0.25 * k) for x, y in peaks]
        skyline = crag(low, 5 + k, 0.16, 3)
        marks.append(path(straight([*skyline, (1190, 440), (700, 440)]), wash))
        marks.append(
            stroke(straight(skyline, closed=False), INK, 2.6 - 0.6 * k, opacity=0.9 - 0.2 * k)
        )
    return group(*marks)


def _seal():
    character = column("seal", 62, IVORY, 0)
    return group(box(86, 668, 84, 84, VERMILION, rx=8), place(character, x=97, y=732))


def _envelope(sheet):
    """An envelope 560 by 360 that lies under the letter."""
    face = sheet.linear((0, "#e0cda4"), (1, "#c8ad7c"))
    waves = "".join(f"M{330 + 4 * k},{46 + 22 * k}q20,-14 40,0t40,0t40,0" for k in range(5))
    return group(
        box(8, 12, 560, 360, NIGHT, opacity=0.35),
        box(0, 0, 560, 360, face, rx=4),
        stroke("M0,0L280,200L560,0", UMBER, 2.4, opacity=0.6),
        box(430, 36, 96, 118, IVORY),
        box(440, 46, 76, 98, INDIGO),
        path("M440,144L470,90L486,112L500,84L516,144Z", IVORY),
        dot(496, 66, 9, LAMP),
        stroke(waves, EMBER, 3, opacity=0.6),
    )


def _tea_bowl(sheet):
    """A bowl of tea seen from above, with the ram's horns of Kazakh ornament round its rim."""
    tea = sheet.radial((0, "#d9923c"), (0.75, OCHRE), (1, UMBER))
    curls = (
        stroke("M0,-84C-2,-106 -22,-106 -20,-94M0,-84C2,-106 22,-106 20,-94", INDIGO, 4,
               transform=f"rotate({36 * k})")
        for k in range(10)
    )  # fmt: skip
    bowl = (
        oval(22, 26, 132, 126, NIGHT, opacity=0.4),
        dot(0, 0, 122, IVORY),
        dot(0, 0, 114, "none", stroke=VERMILION, stroke_width=4),
        *curls,
        dot(0, 0, 80, tea),
        dot(0, 0, 80, "none", stroke=INDIGO, stroke_width=4),
        stroke("M-52,-24A58,58 0 0 1 -14,-56", LAMP, 6, opacity=0.7),
    )
    sheet.lay(place(*bowl, x=164, y=830))


def _pen(sheet):
    """A fountain pen, nib at (0, 0), barrel to the right; 470 long."""
    barrel = sheet.linear((0, "#d4604a"), (0.4, VERMILION), (1, EMBER))
    return group(
        path("M10,22L120,0L470,6L470,44L130,40Z", NIGHT, opacity=0.35),
        path("M0,0L66,-15L70,15Z", LAMP),
        stroke("M4,0L46,0", UMBER, 2),
        dot(46, 0, 3.4, UMBER),
        path("M66,-16L130,-20V20L70,16Z", NIGHT),
        path("M130,-22H440Q470,-20 470,0Q470,20 440,22H130Z", barrel),
        box(126, -23, 12, 46, GOLD),
        box(300, -23, 8, 46, GOLD),
        path("M308,-6H430Q440,0 430,6H308Z", GOLD),
        stroke("M142,-14H290M314,-15H440", IVORY, 3, opacity=0.5),
    )
