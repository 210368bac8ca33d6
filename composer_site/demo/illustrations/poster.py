"""The poster: a violin as tall as the mountains, two men at its foot, a river of staff lines."""

from .figures import seated_musician, standing_friend
from .instruments import (
    VIOLIN_PLATE,
    sound_holes,
    suitcase,
    violin_case,
    violin_fittings,
)
from .landscape import crag, faces, river, snowfall, stars
from .lettering import line
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
    VERMILION,
)
from .pen import (
    Sheet,
    box,
    dot,
    element,
    group,
    oval,
    path,
    place,
    ribbon,
    sample,
    smooth,
    straight,
    stroke,
)

WIDTH, HEIGHT = 1200, 1800
GROUND = 1330

# The violin's plate, placed: where the neck meets the body, and pixels for a millimetre.
AXIS, NECK, SCALE = 600, 584, 2.2

_PEAKS = (
    [(300, 962), (380, 900), (440, 936), (590, 790), (690, 902), (760, 850), (850, 930), (960, 800),
     (1060, 900), (1130, 862), (1230, 940)],
    [(200, 1030), (330, 1000), (420, 1036), (520, 950), (620, 1030), (740, 966), (860, 1040),
     (1010, 950), (1120, 1020), (1230, 980)],
    [(150, 1096), (280, 1086), (400, 1110), (500, 1060), (640, 1120), (800, 1060), (960, 1124),
     (1100, 1060), (1230, 1110)],
    [(190, 1152), (290, 1166), (420, 1150), (600, 1190), (800, 1150), (1000, 1190), (1230, 1150)],
    [(160, 1226), (280, 1240), (480, 1222), (760, 1250), (1000, 1228), (1230, 1240)],
)  # fmt: skip
_WARM = ("#d98a3d", "#c46a33", "#a84a30", "#7c3430", "#4f262e")


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _night(sheet)
    _violin(sheet)
    _snow(sheet)
    _two_men(sheet)
    sheet.lay(snowfall(3, 90, 0, 0, WIDTH, 1450, (1, 3.6)))
    _lettering(sheet)
    return sheet


def _skyline(n):
    level = 930 + 68 * n
    peaks = _PEAKS[n]
    flat = [(-20, level), (peaks[0][0] * 0.5, level + 10), peaks[0]]
    return [*sample(flat, 12)[:-1], *crag(peaks, 21 + n, 0.15)]


def _land(n, fill):
    return path(straight([*_skyline(n), (1230, 1420), (-20, 1420)]), fill)


def _night(sheet):
    sky = sheet.linear((0, NIGHT), (0.4, INDIGO), (0.62, BLUE), (0.75, DUSK))
    halo = sheet.radial((0, LAMP, 0.5), (0.5, DUSK, 0.4), (1, DUSK, 0), centre=(AXIS, 960, 620))
    sheet.lay(box(0, 0, WIDTH, HEIGHT, sky), stars(4, 90, WIDTH, 900))
    sheet.lay(box(0, 300, WIDTH, 1100, halo))
    for n in range(5):
        sheet.lay(_land(n, RIDGES[n]))
        if n < 2:
            snow = sheet.linear((0, IVORY), (1, RIDGES[n]))
            sheet.lay(faces(_PEAKS[n], 21 + n, 0.45, snow, rough=0.15, opacity=0.85 - 0.2 * n))
        mist = sheet.linear((0, MIST, 0), (1, MIST, 0.3))
        sheet.lay(box(0, 860 + 66 * n, WIDTH, 300, mist))
        ink = sheet.linear((0, GOLD, 0.9), (0.5, LAMP, 0), units=(0, 0, WIDTH, 0))
        sheet.lay(stroke(straight(_skyline(n), closed=False), ink, 3))


def _violin(sheet):
    at = {"x": AXIS, "y": NECK, "scale": SCALE}
    body = element("path", d=VIOLIN_PLATE, transform=f"translate({AXIS} {NECK}) scale({SCALE})")
    sky = sheet.linear((0, LAMP), (0.4, GOLD), (1, OCHRE), units=(0, 580, 0, 1100))
    inside = [
        box(300, 560, 600, 860, sky),
        dot(AXIS, 872, 150, IVORY, opacity=0.28),
        dot(AXIS, 872, 96, IVORY),
    ]
    for n in range(5):
        inside.append(_land(n, _WARM[n]))
        if n < 2:
            snow = sheet.linear((0, IVORY), (1, _WARM[n]))
            inside.append(faces(_PEAKS[n], 21 + n, 0.45, snow, rough=0.15, opacity=0.9 - 0.3 * n))
        haze = sheet.linear((0, LAMP, 0), (1, LAMP, 0.22))
        inside.append(box(300, 880 + 66 * n, 600, 260, haze))
    course = [(800, 1172), (730, 1184), (672, 1212), (646, 1256), (630, 1300), (620, 1352)]
    inside.append(river(course, (1, 3.4, 6.5, 9.5, 11.5, 13), (0.8, 1.4, 2, 2.6, 3, 3.4), LAMP))
    sheet.lay(group(*inside, **sheet.clip(body)))
    rim = sheet.linear((0, LAMP, 0.9), (0.6, LAMP, 0), turn=0)
    edge = stroke(VIOLIN_PLATE, rim, 1.6, transform="translate(-1.5 0)")
    sheet.lay(place(stroke(VIOLIN_PLATE, BARK, 5), edge, sound_holes(), violin_fittings(), **at))


def _snow(sheet):
    paint = sheet.linear((0, IVORY), (0.12, SNOW), (0.3, DUSK), (0.55, INDIGO), (0.8, NIGHT))
    edge = [
        (-20, 1290),
        (200, 1312),
        (420, GROUND),
        (600, 1342),
        (800, 1326),
        (1000, 1300),
        (1220, 1284),
    ]
    sheet.lay(path(smooth(edge) + "L1220,1820L-20,1820Z", paint))
    pool = sheet.radial((0, LAMP, 0.75), (0.5, LAMP, 0.25), (1, LAMP, 0))
    sheet.lay(oval(AXIS, 1352, 330, 44, pool))
    course = [
        (616, 1336),
        (612, 1362),
        (580, 1392),
        (500, 1418),
        (350, 1440),
        (150, 1458),
        (-60, 1466),
    ]
    gaps = (12, 13, 13, 12, 11, 11, 11)
    water = sheet.linear((0, LAMP, 0.5), (1, OCHRE, 0.35))
    sheet.lay(path(ribbon(course, [5 * gap for gap in gaps], 60), water))
    sheet.lay(river(course, gaps, (3, 3.2, 3.4, 3.6, 3.6, 3.6, 3.6), GOLD, 60))


def _two_men(sheet):
    coat = sheet.linear((0, BLUE), (0.4, INDIGO), (1, NIGHT), turn=25)
    hide = sheet.linear((0, "#9a5f34"), (1, BARK), turn=0)
    leather = sheet.linear((0, OCHRE), (1, UMBER), turn=0)
    musician = seated_musician(coat, violin_case(hide), suitcase(leather, UMBER))
    for x, width in ((300, 120), (900, 170)):
        sheet.lay(oval(x, 1400, width, 14, INK, opacity=0.4))
    sheet.lay(place(musician, x=915, y=1402, scale=1.9))
    sheet.lay(place(standing_friend(coat), x=290, y=1398, scale=1.9, flip=True))


def _lettering(sheet):
    chinese, width = line("zh", 190, IVORY, tracking=120)
    sheet.lay(place(chinese, x=AXIS - width / 2, y=1668))
    for script, side in (("ru", -1), ("en", 1)):
        words, length = line(script, 66, LAMP, tracking=30)
        x = AXIS + (34 if side > 0 else -34 - length)
        sheet.lay(place(words, x=x, y=1758))
    sheet.lay(dot(AXIS, 1740, 6, VERMILION))
