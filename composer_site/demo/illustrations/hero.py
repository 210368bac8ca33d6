"""The musician on his suitcase, a winter street in Alma-Ata."""

from .figures import seated_musician, standing_friend
from .instruments import suitcase, violin_case
from .landscape import (
    crag,
    faces,
    glow,
    moon,
    poplar,
    river,
    snowfall,
    stars,
    street_lamp,
)
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
    RIDGES,
    SNOW,
    UMBER,
)
from .pen import Sheet, box, group, oval, path, place, ribbon, sample, smooth, straight, stroke
from .town import log_house, smoke

WIDTH, HEIGHT = 2400, 1350
HORIZON = 930

# Where the street lamp stands and where its light hangs.
POST, HOOD = 1290, 1400

# Far to near. Each skyline takes up one line of the staff that enters at the left.
_PEAKS = (
    [(1020, 478), (1130, 412), (1215, 446), (1360, 300), (1450, 376), (1590, 196), (1740, 350),
     (1810, 318), (1960, 400), (2090, 270), (2200, 366), (2300, 318), (2460, 396)],
    [(960, 540), (1110, 505), (1240, 560), (1350, 440), (1480, 545), (1640, 410), (1780, 520),
     (1960, 405), (2100, 530), (2240, 430), (2460, 520)],
    [(1000, 600), (1180, 610), (1300, 545), (1430, 640), (1590, 560), (1760, 660), (1900, 580),
     (2080, 670), (2260, 575), (2460, 640)],
    [(900, 660), (1120, 690), (1280, 650), (1460, 735), (1680, 668), (1900, 745), (2120, 680),
     (2460, 740)],
    [(820, 720), (1050, 748), (1260, 778), (1500, 756), (1800, 800), (2100, 770), (2460, 800)],
)  # fmt: skip


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _sky(sheet)
    for n, peaks in enumerate(_PEAKS):
        _ridge_from_staff(sheet, n, peaks)
    _street(sheet)
    _beam(sheet)
    _far_side(sheet)
    _friend(sheet)
    _near_side(sheet)
    _musician(sheet)
    sheet.lay(snowfall(3, 170, 0, 0, WIDTH, HEIGHT), snowfall(8, 26, 900, 200, 1500, 1100, (4, 7)))
    return sheet


def _sky(sheet):
    paint = sheet.linear((0, NIGHT), (0.35, INDIGO), (0.62, BLUE), (0.75, DUSK))
    dawn = sheet.radial((0, LAMP, 0.55), (0.5, DUSK, 0.4), (1, DUSK, 0), centre=(1560, 760, 860))
    sheet.lay(box(0, 0, WIDTH, HEIGHT, paint), box(0, 0, WIDTH, HORIZON, dawn))
    sheet.lay(stars(5, 110, WIDTH, 460), moon(sheet, 1140, 190, 44))


def _ridge_from_staff(sheet, n, peaks):
    level = 470 + 58 * n
    flat = [(-30, level), (350, level - 14), (650, level + 12), peaks[0]]
    skyline = [*sample(flat, 24)[:-1], *crag(peaks, 11 + n, 0.15)]
    fill = sheet.linear((0.28, RIDGES[n], 0), (0.5, RIDGES[n], 1), turn=0)
    sheet.lay(path(straight([*skyline, (2460, HORIZON + 40), (-30, HORIZON + 40)]), fill))
    if n < 3:
        snow = sheet.linear((0, IVORY), (1, RIDGES[n]))
        sheet.lay(faces(peaks, 11 + n, 0.45, snow, side=1, rough=0.15, opacity=0.92 - 0.2 * n))
    air = sheet.linear((0, MIST, 0), (1, MIST, 0.34 - 0.03 * n))
    sheet.lay(box(0, level - 40, WIDTH, HORIZON - level + 60, air))
    ink = sheet.linear((0, GOLD, 0.55), (0.4, LAMP, 0.95), (0.64, LAMP, 0), units=(0, 0, WIDTH, 0))
    sheet.lay(stroke(straight(skyline, closed=False), ink, 4.2))


def _street(sheet):
    snow = sheet.linear((0, MIST), (0.3, SNOW), (1, IVORY))
    ground = [(-40, 922), (500, 905), (1100, 925), (1700, 915), (2440, 930)]
    sheet.lay(path(smooth(ground) + f"L2440,{HEIGHT}L-40,{HEIGHT}Z", snow))
    shade = sheet.linear((0, BLUE, 0.7), (0.45, DUSK, 0.32), (0.7, DUSK, 0), turn=0)
    sheet.lay(box(0, 900, WIDTH, 460, shade))
    for y, far in ((985, 900), (1075, 1200), (1190, 620)):
        drift = [(-40, y), (far * 0.4, y - 26), (far, y + 34)]
        paint = sheet.linear((0, IVORY, 0.3), (1, IVORY, 0))
        sheet.lay(path(smooth(drift) + f"L-40,{y + 110}Z", paint))
    _frozen_river(sheet)


def _frozen_river(sheet):
    course = [(1290, 917), (1150, 930), (985, 952), (880, 990), (850, 1050), (770, 1140),
              (560, 1250), (250, 1370), (-60, 1480)]  # fmt: skip
    sheen = sheet.linear((0, LAMP, 0.15), (1, LAMP, 0.5), units=(0, 920, 0, 1350))
    lines = sheet.linear((0, OCHRE, 0.7), (1, GOLD, 1), units=(0, 920, 0, 1350))
    gaps = (1, 2.5, 6, 12, 19, 29, 42, 56, 70)
    sheet.lay(path(ribbon(course, [5.2 * gap for gap in gaps]), sheen))
    sheet.lay(river(course, gaps, (0.8, 1.4, 2, 3, 4.4, 6.4, 8.6, 11, 14), lines, 60))


def _far_side(sheet):
    for x, y, width, height, panes in (
        (560, 915, 150, 52, 2),
        (1280, 925, 190, 70, 2),
        (1500, 925, 150, 54, 2),
    ):
        sheet.lay(place(log_house(sheet, width, height, panes), x=x, y=y))
    sheet.lay(smoke(1420, 800, 240), smoke(668, 815, 180))
    rows = ((1245, 926, 250), (1085, 930, 240), (960, 938, 300), (800, 955, 390))
    for k, (x, y, height) in enumerate(rows):
        sheet.lay(place(poplar(height, INK, seed=k + 2), x=x, y=y))


def _friend(sheet):
    coat = sheet.linear((0, INDIGO), (1, NIGHT), turn=0)
    x, y = 1130, 1012
    steps = [(x - 66 - 30 * k, y + 3 - 4 * (k % 2) - 3 * k) for k in range(7)]
    prints = group(*(oval(a, b, 7 - 0.5 * k, 2.2, DUSK) for k, (a, b) in enumerate(steps)))
    sheet.lay(
        prints,
        path(
            f"M{x - 20},{y}L{x + 30},{y}L{x - 150},{y + 36}L{x - 210},{y + 30}Z", BLUE, opacity=0.35
        ),
    )
    sheet.lay(place(standing_friend(coat), x=x, y=y, scale=0.98, flip=True))


def _near_side(sheet):
    drift = [(1760, 1200), (1900, 1146), (2080, 1132), (2250, 1138), (2440, 1112)]
    bank = sheet.linear((0, IVORY, 0), (0.25, IVORY, 1), turn=0)
    sheet.lay(place(log_house(sheet, 760, 316, 3), x=1985, y=1156))
    sheet.lay(place(poplar(900, NIGHT, seed=9), x=1925, y=1160))
    sheet.lay(path(smooth(drift) + "L2440,1350L1760,1350Z", bank))
    for x in (2096, 2350):
        light = sheet.linear((0, LAMP, 0.5), (1, LAMP, 0))
        sheet.lay(path(f"M{x},1142L{x + 130},1138L{x + 60},1290L{x - 150},1290Z", light))


def _beam(sheet):
    beam = sheet.linear((0, LAMP, 0.24), (0.8, LAMP, 0), units=(0, 490, 0, 1240))
    sheet.lay(path(f"M{HOOD - 34},474L{HOOD + 34},474L2720,1240L980,1240Z", beam))


def _musician(sheet):
    x, y = 1700, 1228
    pool = sheet.radial((0, IVORY, 0.95), (0.5, LAMP, 0.55), (1, LAMP, 0))
    coat = sheet.linear((0, BLUE), (0.4, INDIGO), (1, INK), turn=25)
    sheet.lay(oval(1560, 1250, 700, 105, pool), glow(sheet, HOOD, 470, 210))
    sheet.lay(place(street_lamp(840), x=POST, y=1212, flip=True))
    mound = sheet.linear((0, IVORY), (1, SNOW))
    sheet.lay(
        path("M1236,1222C1252,1204 1272,1198 1292,1199C1314,1197 1334,1206 1352,1222Z", mound)
    )
    fade = sheet.linear((0, BLUE, 0.6), (0.5, BLUE, 0.5), (1, BLUE, 0), turn=0)
    sheet.lay(path("M1352,1236C1500,1224 1850,1216 2250,1262C2000,1276 1500,1262 1352,1236Z", fade))
    leather, strap = sheet.linear((0, OCHRE), (1, UMBER), turn=0), UMBER
    hide = sheet.linear((0, "#9a5f34"), (1, BARK), turn=0)
    figure = seated_musician(coat, violin_case(hide), suitcase(leather, strap))
    sheet.lay(place(figure, x=x, y=y, scale=3.9))
