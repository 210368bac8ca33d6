"""Emblems of the screenwriter and of the art director."""

from .emblem import SIDE, WARM, evening, ground, holding_hand, near_arm, window
from .landscape import crag, faces, river, snowfall
from .palette import GOLD, IVORY, LAMP, MIST, NIGHT, OCHRE, PAPER, UMBER, VERMILION
from .pen import box, dot, element, group, jitter, path, place, smooth, spread, straight, stroke


def su_xiaowei():
    """The pages of a screenplay lie as a range of hills; the brush writes a staff."""
    sheet = ground(day=False)
    sky = sheet.linear((0, LAMP), (0.45, GOLD), (1, OCHRE))
    window(sheet, "bob", 500, 180, 4.1, box(0, 0, SIDE, SIDE, sky), *_pages(sheet), ear=False)
    course = [(270, 842), (200, 790), (100, 800), (10, 760), (-80, 730)]
    sheet.lay(river(course, (2, 14, 23, 27, 29), (4, 5, 5, 5, 4), LAMP, 60))
    sheet.lay(place(_brush(sheet), x=270, y=846, turn=14))
    sheet.lay(snowfall(2, 50, 0, 0, SIDE, SIDE, (1, 3.4)))
    return sheet


# Peak of each page, x and y, and its turn; the rows from far to near.
_PEAKS = (
    ((300, 900, 40), (1010, 890, 50), (470, 836, 52), (830, 850, 38), (650, 800, 45)),
    ((360, 984, 50), (940, 990, 40), (560, 946, 40), (770, 960, 52)),
    ((300, 1080, 44), (1040, 1090, 46), (470, 1060, 50), (880, 1070, 42), (660, 1050, 46)),
)
_PAPERS = ((IVORY, "#f3e9d2"), (PAPER, "#dcc79a"), ("#e2c48c", "#c99a55"))


def _pages(sheet):
    """Sheets stand on a corner, row before row, as the hills do in the other emblems."""
    marks = []
    for row, tones in zip(_PEAKS, _PAPERS, strict=True):
        paint = sheet.linear((0, tones[0]), (1, tones[1]))
        marks += [place(_page(paint), x=x, y=y, turn=turn) for x, y, turn in row]
    return marks


def _page(paint):
    """A written sheet with its corner at (0, 0); the half on the left lies in shade."""
    written = "".join(f"M36,{54 + 28 * k}h{(226, 190, 226, 130, 210)[k % 5]}" for k in range(12))
    return group(
        box(0, 0, 300, 420, paint),
        stroke(written, UMBER, 5, opacity=0.45),
        path("M0,0L300,420H0Z", UMBER, opacity=0.16),
        box(0, 0, 300, 420, "none", stroke=UMBER, stroke_width=2, opacity=0.45),
    )


def _brush(sheet):
    """A writing brush upright on its tip at (0, 0), 640 long."""
    bamboo = sheet.linear((0, GOLD), (0.5, OCHRE), (1, UMBER), turn=0)
    return group(
        stroke("M0,-636C-26,-690 26,-690 0,-636", VERMILION, 5),
        path("M0,0C-10,-40 -30,-70 -26,-120L26,-120C30,-70 10,-40 0,0Z", NIGHT),
        stroke("M-18,-112C-20,-80 -14,-54 -6,-26", MIST, 3, opacity=0.6),
        box(-24, -150, 48, 36, VERMILION, rx=4),
        box(-17, -620, 34, 472, bamboo, rx=6),
        *(box(-19, y, 38, 7, UMBER, rx=3) for y in (-300, -460)),
        box(-19, -640, 38, 30, NIGHT, rx=8),
    )


def sabit_kurmanbekov():
    """The disc is his backdrop: he paints an evening upon it."""
    sheet = ground(day=False)
    view = evening(sheet, (800, 900, 1000, 1100), 111)
    sheet.lay(_backdrop(sheet))
    window(sheet, "sleek", 760, 230, 3.4, *view)
    sheet.lay(place(_flat_brush(sheet), x=392, y=462, turn=27, scale=1.2))
    near_arm(sheet, _PAINTING_ARM, view)
    hand = place(holding_hand(), x=540, y=-514, flip=True)
    sheet.lay(place(hand, x=604, y=586, turn=-22))
    return sheet


_PAINTING_ARM = (
    "M1160,820C1130,960 1000,1110 850,1130C750,1136 690,1070 660,980L560,604L648,568"
    "C690,680 750,800 804,900C870,880 920,850 950,800"
)
_RANGE = [(60, 780), (190, 610), (262, 670), (340, 540), (450, 660), (570, 440), (690, 610),
          (760, 500), (900, 720), (1140, 560)]  # fmt: skip
_FOOTHILLS = [(60, 880), (180, 800), (330, 860), (500, 720), (640, 800), (800, 700), (1000, 860),
              (1140, 800)]  # fmt: skip


def _backdrop(sheet):
    """The disc as a canvas: pencilled on the right, painted as far as the brush has come."""
    canvas = sheet.clip(element("circle", cx=600, cy=560, r=470))
    painted = sheet.clip(*(element("path", d=d) for d in _brushstrokes()))
    far, near = crag(_RANGE, 5), crag(_FOOTHILLS, 8)
    picture = group(*_picture(sheet, far, near), **painted)
    return group(*_pencilled(far, near), picture, **canvas)


def _picture(sheet, far, near):
    sky = sheet.linear((0, IVORY), (0.3, LAMP), (1, OCHRE))
    return (
        box(0, 0, SIDE, SIDE, sky),
        dot(340, 350, 60, VERMILION),
        path(straight([*far, (1140, SIDE), (60, SIDE)]), WARM[1]),
        faces(_RANGE, 5, 0.4, sheet.linear((0, IVORY), (1, WARM[1]))),
        path(straight([*near, (1140, SIDE), (60, SIDE)]), WARM[2]),
    )


def _pencilled(far, near):
    road = [(560, 840), (480, 880), (600, 940), (420, 1060)]
    return (
        stroke(straight(far, closed=False) + straight(near, closed=False), IVORY, 2.5, opacity=0.7),
        river(road, (3, 6, 11, 18), (2, 2), IVORY, 40, opacity=0.7),
    )


# How far the paint has come, from the top of the disc down.
_REACH = (900, 810, 690, 540, 410, 425, 415, 385, 330, 270, 210)


# The end of one stroke: bristles that reach further than their neighbours.
_TUFTS = ((-60, 0), (-18, 1), (0, 6), (-4, 12), (-24, 16), (-26, 20), (10, 23), (18, 28), (8, 33),
          (-14, 37), (-6, 41), (-12, 46), (-60, 50))  # fmt: skip


def _brushstrokes():
    """Path data of broad strokes from the left, the end of each frayed by the bristles."""
    strokes = []
    for row, reach in enumerate(spread(_REACH, 20)):
        y, end = 84 + 46 * row, reach + 30 * jitter(row * 9)
        edge = [(end + across, y + down) for across, down in _TUFTS]
        strokes.append(f"M60,{y}L" + smooth(edge)[1:] + f"L60,{y + 50}Z")
    return strokes


def _flat_brush(sheet):
    """A flat brush along x, 400 long, its bristles at (0, 0)."""
    handle = sheet.linear((0, OCHRE), (1, UMBER))
    return group(
        path("M0,-24L70,-22V22L0,24C8,8 8,-8 0,-24Z", VERMILION),
        box(68, -24, 46, 48, IVORY),
        path("M112,-16C180,-20 200,-10 380,-8Q396,0 380,8C200,10 180,20 112,16Z", handle),
    )
