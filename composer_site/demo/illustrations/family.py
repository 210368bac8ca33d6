"""Emblems of a daughter of one composer and of the wife of the other."""

from .composers import wave
from .emblem import SIDE, ground, staff_behind, window
from .landscape import crag, faces, note, river, stars
from .lettering import column
from .palette import (
    BLUE,
    DUSK,
    GOLD,
    INDIGO,
    INK,
    IVORY,
    LAMP,
    NIGHT,
    PAPER,
    UMBER,
    VERMILION,
)
from .pen import box, dot, group, path, place, ribbon, straight, stroke


def baldyrgan_baikadamova():
    """Her hair runs down as a staff beside a score for choir."""
    sheet = ground(day=True)
    staff_behind(sheet, UMBER, 520)
    night = sheet.linear((0, INDIGO), (0.6, BLUE), (0.8, INDIGO))
    sky = group(box(0, 0, SIDE, SIDE, night), stars(3, 100, SIDE, 620), *_choral_score())
    window(sheet, "loose", 400, 170, 4.2, sky, rim=IVORY, tone=NIGHT, ear=False)
    sheet.lay(_strands(sheet), *_earring())
    for x, y, flag in ((120, 470, False), (230, 560, True), (972, 560, True), (1096, 470, False)):
        sheet.lay(note(x, y, 24, NIGHT, flag=flag))
    return sheet


def _strands(sheet):
    course = [(508, 256), (590, 220), (690, 250), (760, 360), (780, 520), (826, 690), (900, 860),
              (950, 1040), (962, 1240)]  # fmt: skip
    gaps = (9, 14, 17, 18, 18, 20, 24, 28, 30)
    light = sheet.linear((0, GOLD), (1, LAMP))
    return river(course, gaps, (2, 4, 4, 4, 4, 4, 5, 5, 5), light, 90)


def _earring():
    drop = "M626,478L610,524Q626,550 642,524Z"
    return dot(626, 466, 9, LAMP), path(drop, VERMILION), stroke(drop, LAMP, 3)


# For each voice the notes: how far along (px), on which line or space (half gaps above the middle).
_VOICES = (
    ((440, 3), (520, 4), (610, 2), (700, 3)),
    ((440, 0), (520, 1), (610, -1), (700, 1)),
    ((440, 2), (520, 1), (610, 0), (700, 2)),
    ((440, -2), (520, -3), (610, -1), (700, -2)),
)


def _choral_score():
    """Four staves one below the other, a voice on each, that swell like the sea."""
    marks = []
    for k, voice in enumerate(_VOICES):
        y = 850 + 100 * k
        course = [(200, y + 30), (400, y), (600, y - 6), (800, y + 16), (1000, y + 60)]
        marks.append(river(course, (15,) * 4, (3,) * 4, GOLD, 40))
        for x, height in voice:
            marks.append(note(x, y - 7.5 * height, 12, LAMP, stem=2.6))
    return marks


def qian_yunling():
    """Wild geese, who carry letters, fly along a staff to the reader of one."""
    sheet = ground(day=True)
    sheet.lay(_flight())
    night = sheet.linear((0, INDIGO), (0.6, BLUE), (0.8, INDIGO))
    water = [mark for row in range(3, 7) for mark in wave(sheet, row)]
    view = [box(0, 0, SIDE, SIDE, night), stars(3, 100, SIDE, 700), *_hills_by_night(sheet), *water]
    window(sheet, "bun", 640, 190, 4.1, *view, flip=True, rim=IVORY, tone=NIGHT, ear=False)
    pin = ribbon([(252, 420), (150, 476), (66, 540)], (5, 10, 12), 8)
    sheet.lay(path(pin, VERMILION), dot(64, 542, 15, VERMILION))
    sheet.lay(place(_letter(sheet), x=826, y=560, turn=8), _reading_hand(sheet))
    return sheet


def _flight():
    course = [(-40, 420), (240, 400), (620, 330), (900, 250), (1240, 90)]
    places = ((732, 330, 0.84), (830, 222, 0.88), (982, 262, 0.96), (1100, 136, 1.06))
    geese = (place(_goose(), x=x, y=y, scale=size, turn=-20) for x, y, size in places)
    return group(river(course, (34,) * 5, (4,) * 5, UMBER, 30, opacity=0.8), *geese)


def _hills_by_night(sheet):
    peaks = [(-60, 980), (120, 900), (240, 960), (400, 850), (540, 930), (700, 830), (860, 940),
             (1100, 880)]  # fmt: skip
    return (
        path(straight([*crag(peaks, 7), (1100, SIDE), (-60, SIDE)]), INK),
        faces(peaks, 7, 0.4, sheet.linear((0, DUSK), (1, INK))),
    )


_SLEEVE = "M596,1230C640,1130 720,1030 812,938L884,990C830,1070 790,1150 770,1230Z"
_PALM = (
    "M812,938C822,908 836,884 858,868C880,846 916,834 932,842C944,850 938,862 920,868"
    "C906,874 896,882 892,890C916,882 940,884 942,896C944,906 930,908 916,910"
    "C936,910 944,922 934,930C926,936 914,932 906,932C918,940 916,952 904,954"
    "C896,972 890,982 884,990Z"
)


def _reading_hand(sheet):
    """Forearm and hand; the thumb lies upon the letter."""
    cloth = sheet.linear((0, INDIGO), (1, NIGHT))
    return group(
        path(_PALM, BLUE, stroke=IVORY, stroke_width=4),
        stroke("M892,890C884,898 880,904 880,912M916,910L896,910M906,932L892,930", IVORY, 3),
        path(_SLEEVE, cloth, stroke=IVORY, stroke_width=4),
        stroke("M800,952L872,1006", LAMP, 4),
    )


_FLYING_BODY = (
    "M-64,10C-40,-6 -10,-14 20,-10C40,-8 52,-18 70,-20C80,-22 84,-14 94,-12"
    "C84,-8 78,-8 70,-8C54,-4 44,10 20,14C-10,20 -36,16 -64,10Z"
)


def _goose():
    """A wild goose in flight to the right, 160 long, its breast at (0, 0)."""
    return group(
        path(_FLYING_BODY, NIGHT),
        path("M10,-8C0,-40 -30,-70 -70,-78C-56,-50 -44,-20 -26,-2Z", NIGHT),
        path("M16,8C20,30 8,60 -14,76C-16,50 -20,26 -20,8Z", INK),
    )


def _letter(sheet):
    """A written sheet 272 by 330, its upper left corner at (0, 0)."""
    paper = sheet.linear((0, IVORY), (1, PAPER))
    rules = "".join(f"M{40 + 48 * k},26V304" for k in range(5))
    words = (
        place(column(f"letter-zh-{k}", 34, INK, 38), x=47 + 48 * (5 - k), y=66) for k in (2, 3, 4)
    )
    return group(
        box(10, 12, 272, 330, UMBER, opacity=0.3),
        box(0, 0, 272, 330, paper),
        stroke(rules, VERMILION, 2),
        *words,
        box(45, 250, 38, 38, VERMILION, rx=4),
        place(column("seal", 30, IVORY, 0), x=49, y=280),
    )
