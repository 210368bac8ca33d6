"""The night train over the steppe; the smoke of its engine is a staff."""

from .landscape import crag, faces, glow, moon, note, snowfall, stars
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
    VERMILION,
)
from .pen import Sheet, box, dot, group, jitter, oval, path, place, ribbon, smooth, straight, stroke

WIDTH, HEIGHT = 1920, 1080
RAIL = 884

_RANGES = (
    [(-60, 560), (160, 470), (320, 540), (520, 410), (700, 530), (900, 450), (1080, 540),
     (1300, 430), (1480, 530), (1700, 460), (1990, 560)],
    [(-60, 630), (240, 570), (520, 620), (860, 550), (1180, 620), (1500, 560), (1990, 630)],
)  # fmt: skip


def draw():
    sheet = Sheet(WIDTH, HEIGHT)
    _steppe(sheet)
    _smoke(sheet)
    _track(sheet)
    sheet.lay(place(_engine(sheet), x=290, y=RAIL))
    for k in range(2):
        sheet.lay(place(_carriage(sheet), x=960 + 506 * k, y=RAIL))
    _lamp_light(sheet)
    _near_snow(sheet)
    sheet.lay(snowfall(3, 140, 0, 0, WIDTH, HEIGHT), snowfall(9, 16, 0, 300, WIDTH, 780, (4, 7)))
    return sheet


def _steppe(sheet):
    sky = sheet.linear((0, NIGHT), (0.35, INDIGO), (0.6, DUSK))
    sheet.lay(box(0, 0, WIDTH, HEIGHT, sky), stars(5, 110, WIDTH, 460), moon(sheet, 1520, 190, 62))
    for n, peaks in enumerate(_RANGES):
        snow = sheet.linear((0, IVORY), (1, RIDGES[n + 1]))
        rock = [*crag(peaks, 101 + n), (1990, 760), (-60, 760)]
        sheet.lay(path(straight(rock), RIDGES[n + 1]))
        if n == 0:
            sheet.lay(faces(peaks, 101, 0.45, snow, opacity=0.75))
        sheet.lay(box(0, 450 + 80 * n, WIDTH, 260, sheet.linear((0, MIST, 0), (1, MIST, 0.45))))
    ground = sheet.linear((0, MIST), (0.3, SNOW), (1, DUSK))
    edge = [(-20, 720), (500, 704), (1200, 716), (1940, 700)]
    sheet.lay(path(smooth(edge) + "L1940,1080L-20,1080Z", ground))


def _smoke(sheet):
    """The smoke of the engine streams back over the whole train in five strands."""
    pale = sheet.linear((0, IVORY, 0.9), (0.6, SNOW, 0.5), (1, SNOW, 0.05), turn=0)
    for k in range(5):
        course = [(332, 606), (356, 520 - 8 * k), (470, 452 - 26 * k), (760, 420 - 44 * k),
                  (1130, 446 - 50 * k), (1500, 392 - 54 * k), (1960, 424 - 66 * k)]  # fmt: skip
        widths = (14, 22, 24, 22, 18, 14, 6)
        sheet.lay(path(ribbon(course, widths, 60), pale, opacity=0.8))
    for x, y, flag in ((640, 420, False), (850, 330, True), (1010, 392, False), (1200, 296, True)):
        sheet.lay(note(x, y, 17, LAMP, flag=flag))


def _track(sheet):
    bank = sheet.linear((0, IVORY), (1, SNOW))
    sheet.lay(path(f"M-20,{RAIL + 4}H1940V{RAIL + 56}C1400,960 500,960 -20,{RAIL + 56}Z", bank))
    sheet.lay(*(box(8 + 58 * k, RAIL + 14, 34, 9, BARK) for k in range(34)))
    sheet.lay(box(-10, RAIL, 1940, 8, INK), box(-10, RAIL, 1940, 2.4, LAMP, opacity=0.8))


def _engine(sheet):
    """An engine of the 1940s running to the left, and its tender; 640 long, the rail at y 0."""
    steel = sheet.linear((0, "#4a5c9c"), (0.2, BLUE), (0.5, INDIGO), (1, NIGHT))
    light = sheet.linear((0, LAMP), (1, GOLD))
    return group(
        path("M-40,-98H470V-62H-40ZM-74,-30L-34,-98V-30Z", NIGHT),
        path("M-20,-232H330V-98H-20Q-44,-164 -20,-232Z", steel),
        stroke("M-14,-228H330", LAMP, 4, opacity=0.7),
        *(box(x, -233, 9, 136, NIGHT, opacity=0.55) for x in (70, 160, 250)),
        path("M18,-232L12,-272H4V-286H78V-272H70L64,-232Z", NIGHT),
        path(
            "M104,-232Q104,-268 130,-268Q156,-268 156,-232ZM188,-232Q188,-258 208,-258"
            "Q228,-258 228,-232Z",
            NIGHT,
        ),
        stroke("M262,-232V-252H286M-24,-106H330", NIGHT, 6),
        path("M-52,-98H44V-50H-52Z", INDIGO),
        stroke("M-48,-94H40", LAMP, 2.4, opacity=0.6),
        path("M326,-292H474V-60H326Z", steel),
        path("M308,-304Q400,-328 492,-304V-288H308Z", NIGHT),
        path("M314,-305Q400,-332 486,-305Q400,-318 314,-305Z", IVORY),
        box(348, -268, 44, 60, light, rx=4),
        box(412, -268, 40, 60, light, rx=4),
        box(326, -150, 148, 9, VERMILION),
        box(-86, -66, 34, 10, NIGHT),
        dot(-38, -176, 24, NIGHT),
        dot(-42, -176, 15, LAMP),
        path(
            "M486,-196H640V-56H486ZM494,-196Q510,-222 540,-214Q566,-236 600,-212"
            "Q626,-214 634,-196Z",
            NIGHT,
        ),
        stroke("M490,-192H636", LAMP, 2.6, opacity=0.6),
        box(476, -66, 184, 12, NIGHT),
        *_wheels(),
    )


def _wheels():
    big = [_wheel(x, 44) for x in (104, 200, 296)]
    small = [_wheel(x, 26) for x in (-14, 392, 446, 526, 598)]
    rod = stroke("M-10,-74L104,-34L296,-34", LAMP, 7, opacity=0.9)
    return [*big, *small, rod]


def _wheel(x, radius):
    spokes = "".join(
        f"M{x},{-radius}l{dx * radius * 0.8:.1f},{dy * radius * 0.8:.1f}"
        for dx, dy in (
            (1, 0),
            (-1, 0),
            (0, 1),
            (0, -1),
            (0.7, 0.7),
            (-0.7, 0.7),
            (0.7, -0.7),
            (-0.7, -0.7),
        )
    )
    return group(
        dot(x, -radius, radius, NIGHT),
        dot(x, -radius, radius * 0.78, EMBER),
        stroke(spokes, NIGHT, 5),
        dot(x, -radius, radius * 0.2, NIGHT),
    )


def _carriage(sheet):
    """A passenger carriage 480 long, its left end at x 0."""
    paint = sheet.linear((0, "#7c3430"), (1, BARK))
    light = sheet.linear((0, LAMP), (1, GOLD))
    panes = [group(box(34 + 60 * k, -190, 40, 58, light, rx=5), _traveller(k)) for k in range(7)]
    return group(
        box(0, -226, 480, 180, paint, rx=8),
        path("M-6,-222Q20,-262 80,-262H400Q460,-262 486,-222Z", NIGHT),
        path(
            "M-2,-226Q26,-270 84,-272H396Q456,-270 482,-226Q440,-246 240,-246Q40,-246 -2,-226Z",
            IVORY,
        ),
        *panes,
        stroke("M6,-112H474M6,-104H474", OCHRE, 3),
        box(0, -54, 480, 18, NIGHT),
        *(_wheel(x, 24) for x in (70, 130, 350, 410)),
        box(-24, -64, 28, 10, NIGHT),
    )


def _traveller(k):
    """Somebody sits at every second window."""
    if k % 2:
        return ""
    x = 54 + 60 * k
    return group(
        oval(x, -160, 8, 10, BARK),
        path(f"M{x - 15},-132C{x - 14},-150 {x + 14},-150 {x + 15},-132Z", BARK),
    )


def _lamp_light(sheet):
    beam = sheet.linear((0, LAMP, 0), (1, LAMP, 0.55), units=(-80, 0, 250, 0))
    sheet.lay(path(f"M248,{RAIL - 188}V{RAIL - 164}L-80,{RAIL - 20}V{RAIL - 360}Z", beam))
    sheet.lay(glow(sheet, 248, RAIL - 176, 90))


def _near_snow(sheet):
    """Light of the windows on the snow, then a dark drift with the steppe's dry grass."""
    for x in (990, 1496):
        shine = sheet.linear((0, LAMP, 0.55), (1, LAMP, 0))
        sheet.lay(path(f"M{x},{RAIL + 52}h420l-60,84h-440Z", shine))
    drift = sheet.linear((0, DUSK), (1, INDIGO))
    edge = [(-20, 1010), (300, 976), (700, 1030), (1200, 1044), (1600, 1004), (1940, 1026)]
    sheet.lay(path(smooth(edge) + "L1940,1080L-20,1080Z", drift))
    for x, y in (
        (120, 1000),
        (190, 990),
        (330, 984),
        (420, 994),
        (1460, 1020),
        (1560, 1010),
        (1700, 1010),
    ):
        sheet.lay(place(_grass(x), x=x, y=y))


def _grass(seed):
    blades = []
    for k in range(7):
        lean = 26 * jitter(seed + k) + 18
        blades.append(
            ribbon(
                [
                    (4 * k - 12, 14),
                    (4 * k - 12 + lean * 0.3, -34),
                    (4 * k - 12 + lean, -60 - 4 * k),
                ],
                (3, 2.4, 0.6),
                8,
            )
        )
    return path("".join(blades), NIGHT)
