"""The Alatau behind the opera house, at the last light."""

from .landscape import faces, from_staff, snowfall, spruce, stars
from .palette import (
    BARK,
    BLUE,
    DUSK,
    GOLD,
    INDIGO,
    INK,
    IVORY,
    LAMP,
    MIST,
    NIGHT,
    OCHRE,
    PAPER,
    SNOW,
    UMBER,
    VERMILION,
)
from .pen import Sheet, box, group, oval, path, place, smooth, straight, stroke

WIDTH, HEIGHT = 1920, 1080
AXIS, GROUND = 960, 880

_TONES = ("#7a76ac", "#5c629c", "#43508a", "#2d3c75")
_PEAKS = (
    [(300, 430), (420, 300), (520, 360), (700, 150), (830, 270), (960, 96), (1110, 250),
     (1200, 200), (1340, 330), (1500, 170), (1640, 300), (1760, 240), (1990, 380)],
    [(240, 500), (400, 420), (560, 500), (740, 350), (900, 460), (1080, 340), (1260, 470),
     (1440, 370), (1620, 480), (1800, 400), (1990, 480)],
    [(200, 570), (420, 520), (700, 580), (1000, 500), (1300, 590), (1600, 510), (1990, 580)],
    [(160, 640), (500, 610), (900, 650), (1400, 610), (1990, 650)],
)  # fmt: skip


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _sky(sheet)
    for n, peaks in enumerate(_PEAKS):
        _ridge(sheet, n, peaks)
    _square(sheet)
    _trees(sheet, 700, 0.8)
    sheet.lay(*_house(sheet))
    _trees(sheet, 860, 1.3)
    sheet.lay(*_passers_by())
    sheet.lay(snowfall(3, 90, 0, 0, WIDTH, HEIGHT, (1, 4)))
    return sheet


def _sky(sheet):
    sky = sheet.linear((0, INDIGO), (0.22, DUSK), (0.42, "#c98a6a"), (0.6, LAMP))
    sheet.lay(box(0, 0, WIDTH, HEIGHT, sky), stars(5, 50, WIDTH, 180))


def _ridge(sheet, n, peaks):
    level = 424 + 70 * n
    line = from_staff([(-40, level), (100, level + 8)], peaks, 91 + n)
    sheet.lay(path(straight([*line, (1990, 800), (-40, 800)]), _TONES[n]))
    if n < 2:
        # The sun is already down for the town; only the summits still have it.
        light = sheet.linear((0, "#ffe2b0"), (0.45, "#e2a27a"), (1, _TONES[n]))
        sheet.lay(faces(peaks, 91 + n, 0.45, light, opacity=1 - 0.35 * n))
    air = sheet.linear((0, MIST, 0), (1, MIST, 0.35))
    sheet.lay(box(0, level - 60, WIDTH, 460, air))
    ink = sheet.linear((0, LAMP, 0.9), (0.32, LAMP, 0), units=(0, 0, WIDTH, 0))
    sheet.lay(stroke(straight(line, closed=False), ink, 3.4))


def _square(sheet):
    snow = sheet.linear((0, DUSK), (0.3, SNOW), (1, IVORY))
    edge = [(-20, 760), (500, 742), (1400, 742), (1940, 760)]
    sheet.lay(path(smooth(edge) + "L1940,1080L-20,1080Z", snow))
    walk = sheet.linear((0, LAMP, 0.75), (1, GOLD, 0.1), units=(0, 880, 0, 1080))
    sheet.lay(path("M800,884H1120L1420,1080H500Z", walk))
    # The paving joints before the steps are the five lines of the staff again.
    for k in range(5):
        top, low = 880 + 40 * k, 660 + 150 * k
        sheet.lay(stroke(f"M{top},890L{low},1090", OCHRE, 3, opacity=0.55))


def _trees(sheet, y, scale):
    dark = sheet.linear((0, INDIGO), (1, NIGHT))
    spots = ((70, 300), (210, 250), (330, 210)) if y > 800 else ((430, 250), (330, 280), (240, 230))
    for x, height in spots:
        for place_x in (x, WIDTH - x):
            foot = y + height * 0.16 * scale
            sheet.lay(oval(place_x, foot, height * 0.16 * scale, 8, INDIGO, opacity=0.35))
            sheet.lay(place(spruce(height * scale, dark), x=place_x, y=foot))


def _house(sheet):
    stone = sheet.linear((0, IVORY), (0.55, PAPER), (1, "#cfae86"))
    shade = sheet.linear((0, "#d9bd93"), (1, "#a8805c"))
    return (
        *(_wing(sheet, side, shade) for side in (-1, 1)),
        box(AXIS - 330, 470, 660, 380, stone),
        _attic(stone),
        _loggia(sheet, stone),
        *_steps(),
        _roof_snow(),
    )


def _wing(sheet, side, stone):
    light = sheet.linear((0, LAMP), (1, GOLD))
    near, far = AXIS + side * 330, AXIS + side * 560
    x = min(near, far)
    panes = [
        group(
            box(x + 26 + 50 * k, y, 26, height, light),
            box(x + 22 + 50 * k, y + height, 34, 6, IVORY),
        )
        for k in range(4)
        for y, height in ((610, 90), (750, 60))
    ]
    return group(
        box(x, 560, 230, 300, stone),
        *panes,
        box(x - 6, 548, 242, 16, IVORY),
        box(x - 2, 722, 234, 8, IVORY),
        path(smooth([(x - 8, 552), (x + 60, 534), (x + 170, 536), (x + 238, 552)]) + "Z", IVORY),
    )


def _attic(stone):
    frieze = "".join(_horn(AXIS - 286 + 52 * k, 452) for k in range(12))
    return group(
        path(straight([(AXIS - 356, 434), (AXIS, 352), (AXIS + 356, 434)]), UMBER),
        path(straight([(AXIS - 300, 428), (AXIS, 366), (AXIS + 300, 428)]), stone),
        stroke(
            _horn(AXIS, 410),
            VERMILION,
            5,
            transform=f"translate({AXIS} 410) scale(1.5) translate({-AXIS} -410)",
        ),
        box(AXIS - 350, 430, 700, 46, PAPER),
        box(AXIS - 356, 472, 712, 10, IVORY),
        stroke(frieze, OCHRE, 3.4),
    )


def _horn(x, y):
    """The ram's horn of Kazakh ornament: two curls that part from one stem."""
    curls = "".join(
        f"M{x},{y - 2}C{x + 2 * side},{y - 14} {x + 20 * side},{y - 14} {x + 20 * side},{y - 2}"
        f"C{x + 20 * side},{y + 8} {x + 8 * side},{y + 8} {x + 9 * side},{y}"
        for side in (-1, 1)
    )
    return f"M{x},{y + 13}V{y - 2}{curls}"


def _loggia(sheet, stone):
    glow = sheet.linear((0, LAMP), (1, GOLD))
    dark = sheet.linear((0, UMBER), (1, BARK))
    bays = []
    for k in range(5):
        x = AXIS - 232 + 116 * k
        arch = f"M{x - 42},846V588A42,42 0 0 1 {x + 42},588V846Z"
        door = f"M{x - 30},846V596A30,30 0 0 1 {x + 30},596V846Z"
        bars = f"M{x},568V846M{x - 30},640H{x + 30}M{x - 30},730H{x + 30}"
        bays.append(group(path(arch, dark), path(door, glow), stroke(bars, UMBER, 4)))
    columns = (_column(AXIS - 290 + 116 * k, stone) for k in range(6))
    recess = sheet.linear((0, "#c79f72"), (1, "#8d6344"))
    return group(box(AXIS - 312, 512, 624, 338, recess), *bays, *columns)


def _column(x, stone):
    return group(
        box(x - 15, 520, 30, 330, "#b08c62"),
        box(x - 15, 520, 20, 330, stone),
        path(f"M{x - 22},520H{x + 22}L{x + 28},500H{x - 28}Z", IVORY),
        box(x - 22, 836, 44, 14, IVORY),
        stroke(f"M{x - 6},530V832M{x + 2},530V832", OCHRE, 1.6, opacity=0.5),
    )


def _steps():
    return [
        box(AXIS - 350 - 26 * k, 850 + 10 * k, 700 + 52 * k, 11, PAPER if k % 2 else IVORY)
        for k in range(4)
    ]


def _roof_snow():
    return path(
        smooth(
            [
                (AXIS - 362, 436),
                (AXIS - 180, 390),
                (AXIS, 342),
                (AXIS + 180, 390),
                (AXIS + 362, 436),
            ]
        )
        + f"L{AXIS},360Z",
        IVORY,
    )


def _passers_by():
    """Small people on the square, in twos: the scale of the house."""
    spots = ((700, 960, 1.0), (732, 962, 0.92), (1250, 940, 0.8), (1030, 1000, 1.15),
             (1066, 998, 1.05), (560, 920, 0.7), (1380, 1000, 1.0))  # fmt: skip
    return [place(_person(k), x=x, y=y, scale=size) for k, (x, y, size) in enumerate(spots)]


def _person(k):
    coat = (NIGHT, INK, BLUE, INDIGO, VERMILION, NIGHT, INK)[k]
    return group(
        path("M4,0L-70,18L-84,14L-8,-2Z", INDIGO, opacity=0.3),
        path("M-7,0L-6,-24H-1L-1,0ZM2,0L1,-24H6L8,0Z", NIGHT),
        path("M-12,-16C-12,-38 -10,-56 0,-58C10,-56 12,-38 12,-16Z", coat),
        oval(0, -65, 7, 8, "#d9a877"),
        path("M-9,-66C-8,-80 8,-80 9,-66Q0,-70 -9,-66Z", BARK),
    )
