"""The Yellow River as staves: boatmen pull through waves of five lines."""

from math import pi, sin

from .landscape import crag, note, river
from .palette import BARK, EMBER, GOLD, INK, IVORY, LAMP, NIGHT, OCHRE, SKIN_SHADE, UMBER, VERMILION
from .pen import Sheet, box, dot, group, oval, path, place, ribbon, straight, stroke

WIDTH, HEIGHT = 1920, 1080
_LOESS = ("#d99a55", "#c07a41", "#9c5632", "#74382b")


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _sky(sheet)
    _gorge(sheet)
    for row in range(8):
        sheet.lay(_swell(sheet, row))
        if row == 4:
            sheet.lay(place(_ferry(sheet), x=1060, y=745, scale=1.15, turn=-3))
    return sheet


def _sky(sheet):
    sky = sheet.linear((0, "#7c3430"), (0.25, VERMILION), (0.42, GOLD), (0.6, LAMP))
    halo = sheet.radial((0, IVORY, 0.8), (0.4, LAMP, 0.5), (1, LAMP, 0), centre=(1240, 380, 520))
    sheet.lay(
        box(0, 0, WIDTH, HEIGHT, sky), box(0, 0, WIDTH, 900, halo), dot(1240, 380, 130, IVORY)
    )
    course = [(-40, 160), (360, 210), (760, 130), (1180, 190), (1600, 110), (1960, 170)]
    sheet.lay(river(course, (22,) * 3, (3.4,) * 3, LAMP, 44, opacity=0.75))
    for x, y, flag in ((300, 226, False), (520, 172, True), (880, 168, False), (1490, 150, True)):
        sheet.lay(note(x, y, 15, INK, flag=flag))


def _gorge(sheet):
    left = ([(-40, 330), (160, 300), (300, 380), (430, 400), (600, 540), (780, 640)],
            [(-40, 400), (180, 420), (320, 500), (470, 520), (620, 590)],
            [(-40, 520), (140, 530), (280, 590), (420, 640)])  # fmt: skip
    right = ([(1400, 640), (1560, 520), (1660, 400), (1800, 370), (1960, 300)],
             [(1500, 590), (1640, 520), (1760, 470), (1960, 420)],
             [(1600, 640), (1760, 580), (1960, 520)])  # fmt: skip
    sheet.lay(place(_pagoda(), x=140, y=332, scale=0.8))
    for n in range(3):
        for bank in (left[n], right[n]):
            line = crag(bank, 81 + n, 0.12)
            fill = sheet.linear((0, _LOESS[n]), (1, _LOESS[n + 1]))
            sheet.lay(path(straight([*line, (bank[-1][0], 760), (bank[0][0], 760)]), fill))
            sheet.lay(_terraces(line, n))


def _terraces(line, n):
    """Loess is cut in steps; each step repeats the skyline lower down."""
    steps = "".join(
        straight([(x, y + 26 * k) for x, y in line[::4]], closed=False) for k in range(1, 4)
    )
    return stroke(steps, _LOESS[n + 1], 2.4, opacity=0.7)


def _pagoda():
    """The pagoda on the hill of Yan'an, nine storeys, standing on (0, 0)."""
    storeys = []
    for k in range(9):
        half, y = 34 - 1.6 * k, -19 * k
        storeys.append(f"M{-half},{y}L{-half + 1},{y - 15}H{half - 1}L{half},{y}Z")
        storeys.append(f"M{-half - 4},{y - 14}H{half + 4}V{y - 19}H{-half - 4}Z")
    return path("".join(storeys) + "M-20,-171Q0,-176 -4,-196L0,-206L4,-196Q0,-176 20,-171Z", BARK)


def _swell(sheet, row):
    """One band of water with its five lines; bands grow towards us."""
    near = row / 7
    y, gap = 596 + 40 * row + 34 * near * row / 2, 7 + 16 * near
    length, rise = 300 + 380 * near, 8 + 46 * near
    phase = row * 2.1
    course = [(x, y - rise * sin(2 * pi * x / length + phase)) for x in range(-120, 2080, 40)]
    band = sheet.linear((0, LAMP), (1, GOLD)) if row % 2 else sheet.linear((0, OCHRE), (1, UMBER))
    depth = straight([*course, (2040, HEIGHT), (-120, HEIGHT)])
    lines = [(x, b + gap * 2.6) for x, b in course]
    ink = UMBER if row % 2 else LAMP
    thick = 1.6 + 4 * near
    return group(path(depth, band), river(lines[::2], (gap, gap), (thick, thick), ink, 52))


def _ferry(sheet):
    """A river boat seen from the side, its crew leaning on the sweeps, bow to the left."""
    hull = (
        "M-330,-40C-300,-30 -260,-6 -200,-4L220,-4C280,-8 320,-30 352,-62L300,48"
        "C220,64 -180,66 -250,48Z"
    )
    wood = sheet.linear((0, UMBER), (1, BARK))
    crew = [place(_boatman(), x=x, y=-2, scale=1.0) for x in (-190, -95, 0, 95)]
    return group(
        *crew,
        place(_helmsman(), x=240, y=8),
        path(hull, wood),
        stroke("M-322,-38C-290,-26 -256,-2 -200,0L222,0C282,-4 318,-26 346,-54", LAMP, 4),
        stroke(
            "M-276,16C-200,34 200,34 314,10M-256,38C-190,52 200,52 300,32", NIGHT, 3, opacity=0.5
        ),
        *(_sweep(x) for x in (-190, -95, 0, 95)),
    )


def _boatman():
    """A man thrown back upon his oar; feet at (0, 0), 120 high."""
    return group(
        path("M-14,0L-2,-46L20,-44L6,0ZM8,0L14,-46L30,-42L26,0Z", NIGHT),
        path("M-4,-44C2,-66 14,-84 30,-94C42,-96 50,-86 48,-74C44,-60 38,-50 30,-40Z", EMBER),
        path(ribbon([(36, -84), (10, -74), (-24, -70)], (14, 11, 8), 12), VERMILION),
        oval(42, -108, 13, 15, SKIN_SHADE),
        path("M28,-114C34,-128 56,-126 58,-110C50,-116 38,-116 28,-114Z", IVORY),
    )


def _helmsman():
    return group(
        path("M-16,0L-8,-52L16,-52L22,0Z", NIGHT),
        path("M-14,-50C-16,-78 -8,-98 4,-100C20,-98 24,-74 20,-50Z", EMBER),
        path(ribbon([(2, -88), (24, -70), (54, -62)], (14, 11, 8), 12), VERMILION),
        oval(0, -114, 13, 15, SKIN_SHADE),
        path("M-34,-118L0,-142L34,-118Q0,-112 -34,-118Z", UMBER),
        stroke("M40,-66L150,66", BARK, 9),
    )


def _sweep(x):
    return group(
        stroke(f"M{x - 14},-74L{x - 92},96", BARK, 8),
        path(f"M{x - 82},66L{x - 96},64L{x - 118},128L{x - 100},132Z", BARK),
    )
