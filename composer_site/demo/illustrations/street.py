"""The suitcase and the violin, left for a moment in the snow of an Alma-Ata street."""

from .instruments import bow, label, suitcase, violin
from .landscape import crag, faces, glow, moon, poplar, snowfall, stars, street_lamp
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
    MIST,
    NIGHT,
    OCHRE,
    RIDGES,
    SNOW,
    UMBER,
    VERMILION,
)
from .pen import Sheet, box, group, oval, path, place, ribbon, smooth, straight, stroke
from .town import log_house, smoke

WIDTH, HEIGHT = 1920, 1080

_RANGES = (
    [(-60, 470), (120, 350), (260, 420), (430, 300), (600, 420), (760, 330), (930, 440),
     (1120, 290), (1290, 400), (1450, 270), (1620, 390), (1790, 300), (1990, 420)],
    [(-60, 540), (200, 450), (380, 520), (640, 440), (860, 530), (1100, 450), (1380, 530),
     (1640, 440), (1990, 540)],
    [(-60, 600), (300, 560), (700, 600), (1100, 550), (1500, 600), (1990, 560)],
)  # fmt: skip


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _sky_and_range(sheet)
    _street(sheet)
    _light(sheet)
    _luggage(sheet)
    sheet.lay(snowfall(3, 130, 0, 0, WIDTH, HEIGHT), snowfall(8, 18, 0, 200, WIDTH, 880, (4, 8)))
    return sheet


def _sky_and_range(sheet):
    sky = sheet.linear((0, NIGHT), (0.3, INDIGO), (0.55, DUSK))
    sheet.lay(box(0, 0, WIDTH, HEIGHT, sky), stars(5, 80, WIDTH, 320), moon(sheet, 300, 150, 40))
    for n, peaks in enumerate(_RANGES):
        rock = [*crag(peaks, 71 + n), (1990, 700), (-60, 700)]
        snow = sheet.linear((0, IVORY), (1, RIDGES[n]))
        sheet.lay(path(straight(rock), RIDGES[n]))
        sheet.lay(faces(peaks, 71 + n, 0.45, snow, opacity=0.8 - 0.25 * n))
        air = sheet.linear((0, MIST, 0), (1, MIST, 0.4))
        sheet.lay(box(0, 330 + 60 * n, WIDTH, 330 - 60 * n, air))


def _street(sheet):
    snow = sheet.linear((0, MIST), (0.25, SNOW), (1, IVORY))
    edge = [(-20, 640), (400, 622), (1000, 634), (1500, 620), (1940, 636)]
    houses = ((40, 648, 300, 110, 3), (1540, 650, 320, 118, 3))
    for x, y, width, height, panes in houses:
        sheet.lay(place(log_house(sheet, width, height, panes), x=x, y=y))
    sheet.lay(smoke(263, 430, 220), smoke(1776, 420, 220))
    sheet.lay(path(smooth(edge) + "L1940,1080L-20,1080Z", snow))
    for k, (x, y, height) in enumerate(
        ((380, 664, 330), (640, 652, 260), (1010, 650, 230), (1330, 654, 270))
    ):
        sheet.lay(place(poplar(height, INK, seed=k + 3), x=x, y=y))
    sheet.lay(_footprints())


def _footprints():
    """Somebody has walked off to the lit house at the left."""
    steps = []
    for k in range(13):
        near = 1 - k / 13
        x, y = 150 + 210 * near**1.5 + 16 * near * (-1) ** k, 680 + 260 * near**1.4
        steps.append(oval(round(x, 1), round(y, 1), 4 + 13 * near, 1.6 + 5 * near, DUSK))
    return group(*steps, opacity=0.7)


def _light(sheet):
    pool = sheet.radial((0, IVORY, 1), (0.45, LAMP, 0.6), (1, LAMP, 0))
    beam = sheet.linear((0, LAMP, 0.24), (0.7, LAMP, 0), units=(0, 120, 0, 960))
    mound = sheet.linear((0, IVORY), (1, SNOW))
    sheet.lay(oval(960, 960, 960, 150, pool), glow(sheet, 1450, 118, 230))
    sheet.lay(path("M1412,122L1490,122L1780,960L560,960Z", beam))
    sheet.lay(place(street_lamp(860), x=1562, y=880))
    sheet.lay(path("M1490,892C1520,868 1540,862 1562,864C1590,860 1612,872 1640,892Z", mound))
    sheet.lay(oval(790, 954, 430, 22, INDIGO, opacity=0.45))
    sheet.lay(oval(1220, 962, 190, 15, INDIGO, opacity=0.4))


def _luggage(sheet):
    leather = sheet.linear((0, UMBER), (1, OCHRE), turn=0)
    side = sheet.linear((0, BARK), (1, UMBER), turn=0)
    wood = sheet.linear((0, GOLD), (0.6, OCHRE), (1, UMBER))
    sheet.lay(path("M476,516L412,546Q400,552 400,566V906Q400,920 410,926L476,954Z", side))
    sheet.lay(place(suitcase(leather, UMBER), x=800, y=956, scale=0.95))
    sheet.lay(label(880, 606, 128, 84, -6), label(880, 850, 112, 112, 8, paper=LAMP, ink=BLUE))
    sheet.lay(_snow_on_suitcase(sheet), place(_scarf(), x=140, y=168))
    sheet.lay(
        path(
            ribbon([(1140, 930), (1100, 760), (1062, 560)], (150, 120, 34), 20), NIGHT, opacity=0.3
        )
    )
    sheet.lay(place(violin(wood), x=1109, y=492, scale=1.35, turn=-14))
    drift = sheet.linear((0, IVORY), (1, IVORY, 0))
    sheet.lay(path("M1110,984C1150,954 1210,946 1290,954C1340,960 1380,972 1400,988Z", drift))
    sheet.lay(oval(910, 1036, 400, 8, INDIGO, opacity=0.3))
    sheet.lay(place(bow(UMBER), x=520, y=1010, scale=1.05, turn=1))


def _snow_on_suitcase(sheet):
    snow = sheet.linear((0, IVORY), (1, SNOW))
    top = [(398, 548), (430, 512), (520, 492), (660, 488), (800, 492), (960, 486), (1080, 492),
           (1140, 506), (1152, 534)]  # fmt: skip
    under = [(1080, 542), (980, 532), (860, 546), (740, 534), (620, 546), (520, 534), (440, 556)]
    return path(smooth([*top, *under], closed=True), snow)


def _scarf():
    """The musician's scarf hangs over the corner, the one warm red of the picture."""
    end = (
        "M430,330C450,316 520,314 548,328C562,450 552,580 566,680L470,692C450,580 440,460 430,330Z"
    )
    fold = "M500,320C512,450 512,580 522,686L566,680C552,580 562,450 548,328Z"
    fringe = "".join(f"M{474 + 12 * k},{691 - 1.4 * k:.1f}l2,34" for k in range(8))
    return group(path(end, VERMILION), path(fold, EMBER), stroke(fringe, VERMILION, 4))
