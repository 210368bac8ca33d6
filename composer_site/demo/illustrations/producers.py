"""Emblems of the producers: film on its reel, and a screen with those who have come to it."""

from math import cos, pi, sin

from .emblem import SIDE, WARM, evening, ground, staff_behind, window
from .figures import seated_musician, standing_friend
from .instruments import suitcase, violin_case
from .landscape import faces, note, river
from .palette import (
    BARK,
    BLUE,
    DUSK,
    EMBER,
    GOLD,
    INDIGO,
    INK,
    IVORY,
    LAMP,
    NIGHT,
    OCHRE,
    PAPER,
    SNOW,
    VERMILION,
)
from .pen import (
    box,
    dot,
    group,
    oval,
    paces,
    path,
    place,
    ribbon,
    smooth,
    spread,
    straight,
    stroke,
)


def jonathan_jian_shen():
    """The disc is a reel; the film runs off it across the shoulders like a river."""
    sheet = ground(day=False)
    view = evening(sheet, (960, 1010, 1070, 1140), 91)
    sheet.lay(*_reel(sheet))
    window(sheet, "sleek", 495, 200, 4.0, *view)
    sheet.lay(_film(sheet, _OFF_THE_REEL, _WIDTHS))
    return sheet


_OFF_THE_REEL = [(1032, 540), (1026, 690), (960, 850), (800, 924), (600, 910), (400, 950),
                 (200, 1070), (-90, 1120)]  # fmt: skip
_WIDTHS = (58, 90, 130, 150, 156, 160, 166, 172)


def _reel(sheet):
    """Holes round a hub, and the film wound about them as the five lines of a staff."""
    hole = sheet.linear((0, NIGHT), (1, INDIGO))
    turns = (dot(600, 560, 462 - 15 * n, "none", stroke=LAMP, stroke_width=3) for n in range(5))
    holes = []
    for k in range(5):
        angle = pi * (0.1 + 0.4 * k)
        x, y = round(600 + 288 * cos(angle), 1), round(560 + 288 * sin(angle), 1)
        holes.append(dot(x, y, 80, hole, stroke=LAMP, stroke_width=4))
    return [*turns, *holes]


def _film(sheet, course, widths):
    """A strip of film along the course, with its perforation and a scene in each frame."""
    scenes = _scenes(sheet)
    frames = [
        place(scenes[k % len(scenes)], x=x, y=y, turn=turn - 180, scale=round(wide / 150, 3))
        for k, (x, y, turn, wide) in enumerate(_frames(course, widths))
    ]
    strip = ribbon(course, widths, 60)
    return group(path(strip, NIGHT), stroke(strip, LAMP, 2.5), *frames)


def _frames(course, widths):
    """Place, turn and width of each frame: as long as the strip is wide there."""
    line = paces(course, 4)
    room = 0
    for (x, y, turn), wide in zip(line, spread(widths, len(line) - 1), strict=True):
        room += 4
        if room >= wide:
            room -= wide
            yield x, y, turn, wide


def _scenes(sheet):
    """Frames of a strip 150 wide, round (0, 0)."""
    inside = sheet.clip(box(-67, -46, 134, 92, "#000", rx=4))
    holes = "".join(f"M{x},{y}h14v11h-14Z" for x in (-66, -37, -8, 21, 50) for y in (-69, 58))
    scenes = (_mountains(sheet), _moonlit_snow(sheet), _waves(), _tune())
    return [group(group(*scene, **inside), path(holes, LAMP)) for scene in scenes]


def _frame(paint):
    return box(-67, -46, 134, 92, paint)


def _mountains(sheet):
    peaks = [(-90, 40), (-40, -6), (-14, 16), (20, -30), (50, 10), (90, -10)]
    return (
        _frame(sheet.linear((0, LAMP), (1, VERMILION))),
        path(straight([*peaks, (90, 60), (-90, 60)]), INDIGO),
        faces(peaks, 5, 0.4, IVORY, rough=0.05),
    )


def _moonlit_snow(sheet):
    snow = path("M-80,30Q-20,6 80,34V60H-80Z", SNOW)
    return _frame(sheet.linear((0, INK), (1, BLUE))), dot(30, -14, 17, IVORY), snow


def _waves():
    course = [(-80, 0), (-40, -18), (0, 6), (40, 24), (80, 0)]
    return _frame(OCHRE), river(course, (12, 12), (4, 5, 4), LAMP, 20)


def _tune():
    return _frame(IVORY), note(-26, 20, 11, NIGHT, flag=True), note(26, 12, 11, NIGHT)


def bakhyt_kairbekov():
    """A screen stands in the evening steppe; people have come from all around."""
    sheet = ground(day=False)
    staff_behind(sheet, LAMP, 700)
    window(sheet, "wavy", 830, 190, 4.2, *_evening_steppe(sheet), flip=True)
    return sheet


def _evening_steppe(sheet):
    sky = sheet.linear((0, LAMP), (0.45, GOLD), (0.8, OCHRE))
    glow = sheet.radial((0, IVORY, 0.9), (0.45, LAMP, 0.5), (1, LAMP, 0), centre=(560, 870, 330))
    far = smooth([(0, 850), (200, 822), (420, 846), (640, 820), (900, 850), (1200, 820)])
    near = smooth([(0, 930), (300, 908), (600, 930), (900, 904), (1200, 930)])
    return [
        box(0, 0, SIDE, SIDE, sky),
        path(far + "V1200H0Z", WARM[0]),
        path(near + "V1200H0Z", WARM[1]),
        place(_yurt(), x=300, y=950),
        place(_yurt(), x=850, y=930, scale=0.8),
        box(0, 0, SIDE, SIDE, glow),
        _screen(sheet, 404, 806, 312),
        *_audience(),
    ]


def _yurt():
    return group(
        path("M-70,0V-52C-60,-84 -20,-104 0,-106C20,-104 60,-84 70,-52V0Z", PAPER),
        path("M-70,-52C-60,-84 -20,-104 0,-106C20,-104 60,-84 70,-52Z", IVORY),
        stroke("M-70,-50H70", VERMILION, 7),
        box(-15, -44, 30, 44, EMBER),
        path("M-12,-104Q0,-114 12,-104Z", BARK),
    )


def _screen(sheet, x, y, width):
    """A screen 2.35 times as wide as high; on it the musician and his friend in the snow."""
    height = width / 2.35
    frame = box(0, 0, width, height, "#000")
    return place(
        stroke(f"M0,60v200M{width},60v200", BARK, 10),
        group(*_meeting(sheet, width, height), **sheet.clip(frame)),
        box(0, 0, width, height, "none", stroke=IVORY, stroke_width=8),
        x=x,
        y=y,
    )


def _meeting(sheet, width, height):
    low = round(height) - 17
    musician = seated_musician(INDIGO, violin_case(OCHRE), suitcase(OCHRE))
    return (
        box(0, 0, width, height, sheet.linear((0, INK), (0.7, BLUE), (1, DUSK))),
        path(f"M0,{low}Q{width / 2},{low - 16} {width},{low}v40h{-width}Z", IVORY),
        place(musician, x=width * 0.68, y=low, scale=0.58),
        place(standing_friend(INDIGO), x=width * 0.385, y=low, scale=0.58, flip=True),
    )


def _audience():
    """Three rows seen from behind, the nearest last."""
    marks = []
    for row in range(3):
        size, y = 24 + 6 * row, 1034 + 66 * row
        for k in range(-7, 8):
            x = 560 + (k + row % 2 / 2) * size * 2.9
            marks.append(place(_spectator((k * 2 + row * 3) % 5), x=round(x, 1), y=y, scale=size))
    return marks


# Felt hat, fur hat, kerchief, cap, bare hair with a braid; and the coat of each.
_HEADS = (
    ("M-1,-0.1C-1,-1.1 -0.3,-1.3 0,-1.9C0.3,-1.3 1,-1.1 1,-0.1Z", IVORY, EMBER),
    ("M-1.1,0.1C-1.2,-1.5 1.2,-1.5 1.1,0.1C0.5,-0.1 -0.5,-0.1 -1.1,0.1Z", BARK, INK),
    ("M-0.9,0.2C-1.1,-1.5 1.1,-1.5 0.9,0.2C0.6,1.2 0.3,1.5 0,1.7C-0.3,1.5 -0.6,1.2 -0.9,0.2Z",
     PAPER, BARK),
    ("M-0.84,0.5C-1.1,-1.4 1.1,-1.4 0.84,0.5Z", NIGHT, EMBER),
    ("M-0.84,0.5C-1.1,-1.4 1.1,-1.4 0.84,0.5ZM-0.3,0.4L-0.2,2.6H0.2L0.3,0.4Z", BARK, INDIGO),
)  # fmt: skip


def _spectator(kind):
    """Somebody seen from behind; the head is at (0, 0), 1 is half its height."""
    cover, colour, coat = _HEADS[kind]
    return group(
        path("M-1.5,5C-1.6,1.9 -1,1.3 0,1.2C1,1.3 1.6,1.9 1.5,5Z", coat),
        stroke("M-1.4,2.4C-1.2,1.6 -0.8,1.3 -0.3,1.2M1.4,2.4C1.2,1.6 0.8,1.3 0.3,1.2", LAMP, 0.1),
        oval(0, 0.1, 0.74, 0.95, OCHRE),
        path(cover, colour),
    )
