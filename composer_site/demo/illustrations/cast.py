"""Emblems of the film's people: an actor as violinist, the director, an actress, an actor."""

from .emblem import SIDE, evening, ground, holding_hand, near_arm, staff_behind, window
from .instruments import bow, violin
from .landscape import crag, faces, note, poplar, river, snowfall
from .palette import (
    BARK,
    BLUE,
    EMBER,
    GOLD,
    INDIGO,
    INK,
    IVORY,
    LAMP,
    NIGHT,
    OCHRE,
    PAPER,
    VERMILION,
)
from .pen import box, dot, element, group, oval, path, place, ribbon, smooth, straight, stroke
from .town import log_house


def hu_jun():
    """The actor as the violinist, his bow arm towards us."""
    sheet = ground(day=False)
    staff_behind(sheet, LAMP, 250)
    view = evening(sheet, (790, 900, 1000, 1090), 31)
    wood = sheet.linear((0, GOLD), (1, OCHRE))
    fiddle = element("g", violin(wood), transform="translate(846 540) rotate(80) scale(0.64 1.04)")
    sheet.lay(place(_far_arm(), x=-84))
    window(sheet, "sleek", 600, 190, 3.4, *view, flip=True)
    sheet.lay(fiddle, place(_fingertips(), x=-84, y=6))
    sheet.lay(place(bow(OCHRE), x=630, y=858, scale=0.87, turn=-77))
    near_arm(sheet, _BOW_ARM, view)
    sheet.lay(_bow_hand(), snowfall(2, 50, 0, 0, SIDE, SIDE, (1, 3.4)))
    return sheet


_BOW_ARM = (
    "M150,800C160,940 230,1100 350,1160C430,1196 500,1140 556,1060L664,920L584,858"
    "C540,910 480,966 424,994C390,940 360,870 340,800"
)


def _bow_hand():
    return group(
        path(
            "M580,862C588,826 612,806 640,800C668,794 690,806 690,826C690,858 680,896 662,924Z",
            LAMP,
        ),
        stroke("M640,804C652,816 656,834 652,852M662,802C674,816 678,834 672,856", OCHRE, 4),
    )


def _far_arm():
    return group(
        path(
            "M1000,640L1084,648C1060,770 900,990 700,1050L620,930C800,880 940,760 1000,640Z", EMBER
        ),
        path("M1010,530C992,570 992,620 1004,650L1080,656C1092,620 1092,560 1078,520Z", OCHRE),
    )


def _fingertips():
    return group(
        *(
            oval(
                1016 + 21 * k,
                507 - 3.6 * k,
                9,
                20,
                LAMP,
                transform=f"rotate(-8 {1016 + 21 * k} 510)",
            )
            for k in range(4)
        )
    )


def xirzat_yahup():
    """The director frames the mountains; the slate is ruled like a staff."""
    sheet = ground(day=False)
    view = evening(sheet, (800, 900, 1000, 1100), 41)
    _framed_view(sheet, 660, 270, 490)
    window(sheet, "sleek", 440, 230, 3.4, *view, flip=True)
    sheet.lay(_viewfinder(sheet))
    near_arm(sheet, _RAISED_ARM, view)
    sheet.lay(holding_hand(), place(_slate(), x=730, y=830, scale=1.2, turn=-7))
    return sheet


_RAISED_ARM = (
    "M40,820C70,960 200,1110 350,1126C446,1130 490,1060 510,970L586,520L494,500"
    "C478,640 440,790 396,900C330,880 280,850 250,800"
)


def _framed_view(sheet, x, y, width):
    """The picture in the finder, 2.35 times as wide as high, with its corner marks and rays."""
    low = y + width / 2.35
    sheet.lay(stroke(f"M606,386L{x},{y}M606,386L{x},{low:.1f}", LAMP, 2, opacity=0.6))
    frame = box(x, y, width, width / 2.35, "#000")
    sheet.lay(group(*_mountains_at_dusk(sheet, x, y, width), **sheet.clip(frame)))
    right, arm = x + width, 46
    corners = (
        f"M{x - 14},{y + arm}V{y - 14}H{x + arm}M{right - arm},{y - 14}H{right + 14}V{y + arm}"
    )
    corners += f"M{x - 14},{low - arm}V{low + 14}H{x + arm}"
    corners += f"M{right - arm},{low + 14}H{right + 14}V{low - arm}"
    sheet.lay(stroke(corners, IVORY, 6, stroke_linecap="butt", stroke_linejoin="miter"))


def _mountains_at_dusk(sheet, x, y, width):
    height = width / 2.35
    low = y + height
    shares = (
        (-0.1, 0.9),
        (0.1, 0.5),
        (0.24, 0.72),
        (0.45, 0.2),
        (0.62, 0.62),
        (0.8, 0.36),
        (1.1, 0.8),
    )
    peaks = [(x + width * a, y + height * b) for a, b in shares]
    bends = ((0.56, 60), (0.56, 46), (0.52, 28), (0.42, 10), (0.3, -10))
    return (
        box(x, y, width, height, sheet.linear((0, LAMP), (1, VERMILION))),
        path(straight([*crag(peaks, 5), (x + width * 1.1, low), (x - width * 0.1, low)]), INDIGO),
        faces(peaks, 5, 0.4, sheet.linear((0, IVORY), (1, INDIGO))),
        river([(x + width * a, low - b) for a, b in bends], (1, 3, 6, 9), (1, 1.6, 2.4, 3), GOLD),
    )


def _viewfinder(sheet):
    metal = sheet.linear((0, BLUE), (0.4, INK), (1, NIGHT))
    return group(
        path("M414,366Q404,386 414,408L440,414L440,358Z", NIGHT),
        box(438, 350, 84, 72, metal, rx=8),
        box(520, 340, 56, 92, metal, rx=8),
        path("M574,336L612,326L612,446L574,436Z", NIGHT),
        stroke("M444,354H516M524,344H572", LAMP, 3.5),
    )


def _slate():
    stripes = "".join(f"M{46 + 76 * k},0l38,0l-26,44l-38,0Z" for k in range(4))
    notes = ((80, 207, False), (150, 185, True), (230, 196, False))
    return group(
        box(0, 50, 330, 216, INK, rx=8, stroke=LAMP, stroke_width=3),
        group(box(0, 0, 330, 44, IVORY, rx=6), path(stripes, NIGHT), transform="rotate(-15 0 44)"),
        box(0, 46, 330, 40, IVORY, rx=4),
        path(stripes, NIGHT, transform="translate(330 46) scale(-1 0.9)"),
        *(stroke(f"M24,{y}H306", GOLD, 2.6) for y in (130, 152, 174, 196, 218)),
        *(note(x, y, 10, LAMP, stem=2.8, flag=flag) for x, y, flag in notes),
    )


def yuan_quan():
    """Qian Yunling, who waited: a plum branch flowers before her."""
    sheet = ground(day=False)
    staff_behind(sheet, LAMP, 700)
    view = evening(sheet, (870, 960, 1040, 1120), 51)
    window(sheet, "bun", 400, 190, 4.2, *view)
    pin = ribbon([(800, 390), (900, 450), (990, 520)], (5, 10, 12), 8)
    sheet.lay(path(pin, VERMILION), dot(992, 522, 15, VERMILION), _plum_branch())
    return sheet


def _plum_branch():
    limbs = [
        ribbon(
            [(1230, 1000), (1040, 900), (900, 930), (760, 820), (640, 850)], (34, 26, 18, 12, 5), 40
        ),
        ribbon([(1040, 905), (980, 800), (1010, 700), (970, 600)], (16, 12, 8, 3), 24),
        ribbon([(880, 925), (800, 980), (700, 970)], (12, 8, 3), 16),
    ]
    places = ((640, 850, 30), (760, 815, 40), (850, 900, 30), (975, 600, 30), (1000, 700, 42),
              (970, 795, 28), (705, 970, 32), (1080, 905, 40), (800, 985, 22))  # fmt: skip
    return group(path("".join(limbs), BARK), *(_blossom(x, y, size) for x, y, size in places))


def _blossom(x, y, size):
    petals = (
        oval(0, -size * 0.6, size * 0.46, size * 0.52, IVORY, transform=f"rotate({72 * k})")
        for k in range(5)
    )
    return place(*petals, dot(0, 0, size * 0.22, VERMILION), x=x, y=y, turn=x % 60)


def berik_aitzhanov():
    """The house to which a stranger was led: its smoke rises as a staff."""
    sheet = ground(day=False)
    staff_behind(sheet, LAMP, 700)
    view = evening(sheet, (770, 870), 61)
    view.append(
        path(smooth([(0, 960), (400, 930), (800, 960), (1200, 930)]) + "L1200,1200L0,1200Z", PAPER)
    )
    view += [
        place(poplar(380, EMBER, seed=k), x=x, y=980) for k, x in ((3, 330), (4, 850), (5, 930))
    ]
    smoke = [
        (668, 790),
        (660, 740),
        (590, 640),
        (600, 500),
        (720, 400),
        (640, 280),
        (440, 330),
        (380, 300),
    ]
    view.append(river(smoke, (1, 4, 10, 16, 20, 22, 22, 20), (2, 3, 4, 5, 6, 6, 5, 3), IVORY, 70))
    view.append(place(log_house(sheet, 340, 150, 2), x=430, y=1070))
    window(sheet, "sleek", 830, 190, 4.2, *view, flip=True, ear=False)
    sheet.lay(snowfall(2, 70, 0, 0, SIDE, SIDE, (1, 3.6)))
    return sheet
