"""Emblems of the two composers."""

from math import pi, sin

from .emblem import SIDE, ground, staff_behind, window
from .instruments import dombra
from .landscape import note, river, stars
from .palette import BARK, BLUE, EMBER, GOLD, INDIGO, IVORY, LAMP, NIGHT, OCHRE, UMBER, VERMILION
from .pen import box, oval, path, place, ribbon, stroke


def xian_xinghai():
    """The Yellow River flows through him as staves."""
    sheet = ground(day=True)
    staff_behind(sheet, UMBER, 520)
    night = sheet.linear((0, INDIGO), (0.6, BLUE))
    waves = [mark for row in range(6) for mark in wave(sheet, row)]
    sky = box(0, 0, SIDE, SIDE, night)
    window(
        sheet,
        "wavy",
        350,
        170,
        4.4,
        sky,
        stars(9, 120, SIDE, 640),
        *waves,
        rim=IVORY,
        tone=NIGHT,
        ear=False,
    )
    for x, y, flag in ((140, 560, True), (250, 470, False), (930, 560, True), (1060, 470, False)):
        sheet.lay(note(x, y, 24, NIGHT, flag=flag))
    return sheet


def wave(sheet, row):
    """One band of the river; each rolls a third of a swell behind the one above it."""
    y, step = 750 + 108 * row, 205
    course = [
        (-320 + 70 * row + step * k / 4, y - 46 * sin(k * pi / 4) + 0.1 * (k * step / 4 - 600))
        for k in range(36)
    ]
    band = sheet.linear((0, LAMP), (0.5, GOLD), (1, OCHRE)) if row % 2 else "#8f5527"
    return (
        path(ribbon(course, (128, 138, 128), 90), band),
        river(course, (23,) * 3, (4, 5, 4), UMBER if row % 2 else LAMP, 90),
    )


def baqytzhan_baiqadamov():
    """A dombra for a backbone, a choir for a heart."""
    sheet = ground(day=True)
    staff_behind(sheet, UMBER, 520)
    night = sheet.linear((0, INDIGO), (0.6, BLUE), (0.8, INDIGO))
    choir = [box(0, 0, SIDE, SIDE, night), stars(3, 100, SIDE, 620)]
    for row, robe in enumerate((EMBER, VERMILION, EMBER)):
        choir += _row_of_singers(row, robe)
    wood = sheet.linear((0, GOLD), (1, OCHRE))
    choir.append(place(dombra(wood, edge=UMBER), x=590, y=786, scale=0.96))
    window(sheet, "sleek", 850, 170, 4.4, *choir, flip=True, rim=IVORY, tone=NIGHT, ear=False)
    for x, y, flag in ((130, 470, False), (250, 560, True), (960, 500, False), (1070, 590, True)):
        sheet.lay(note(x, y, 24, NIGHT, flag=flag))
    return sheet


def _row_of_singers(row, robe):
    y, size = 822 + 128 * row, 34 + 6 * row
    step = size * 3
    first = 590 - step * 7 + (row % 2) * step / 2
    return [
        singer(x, y + 0.00022 * (x - 590) ** 2, size, robe)
        for x in (first + step * k for k in range(15))
        # The dombra stands before the middle of the choir: nobody is hidden behind it.
        if abs(x - 590) > 30
    ]


def singer(x, y, size, robe, face=LAMP, hair=BARK, braids=False):
    """A singer seen from the front, head at (x, y); `size` is half the height of the head."""
    plaits = "M-0.74,-0.1C-1,0.8 -0.9,1.6 -0.86,2.6M0.74,-0.1C1,0.8 0.9,1.6 0.86,2.6"
    return place(
        path("M-1.6,8C-1.7,1.9 -1,1.35 0,1.2C1,1.35 1.7,1.9 1.6,8Z", robe),
        stroke(plaits, hair, 0.36) if braids else "",
        path("M-0.5,1.2L0,2.1L0.5,1.2Z", IVORY),
        path("M-0.3,0.7H0.3V1.3Q0,1.6 -0.3,1.3Z", OCHRE),
        oval(0, 0, 0.78, 1, face),
        path(
            "M-0.84,0.1C-1.05,-1.5 1.05,-1.5 0.84,0.1C0.7,-0.5 0.3,-0.62 -0.2,-0.66"
            "C-0.5,-0.6 -0.75,-0.4 -0.84,0.1Z",
            hair,
        ),
        stroke("M-0.46,-0.05Q-0.3,0.08 -0.14,-0.05M0.14,-0.05Q0.3,0.08 0.46,-0.05", hair, 0.09),
        oval(0, 0.5, 0.17, 0.24, EMBER),
        x=round(x, 1),
        y=round(y, 1),
        scale=size,
    )
