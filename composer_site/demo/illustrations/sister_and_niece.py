"""Emblems of two actresses by their parts: Baikadamov's sister Danash and his niece Kalamkas."""

from .emblem import SIDE, evening, ground, near_arm, window
from .landscape import note, river, snowfall
from .palette import BARK, EMBER, INDIGO, IVORY, LAMP, OCHRE, PAPER, VERMILION
from .pen import dot, group, oval, paces, path, place, smooth, spread, straight, stroke


def aruzhan_jazilbekova():
    """Danash, who took the stranger in: the steam of her bowl rises as a staff."""
    sheet = ground(day=False)
    view = evening(sheet, (860, 950, 1030, 1110), 71)
    cloth = sheet.linear((0, IVORY), (1, PAPER))
    sheet.lay(_steam(sheet))
    window(sheet, "kerchief", 480, 180, 4.1, *view, tone=cloth, ear=False)
    sheet.lay(place(_hem(), x=480, y=180, scale=4.1))
    sheet.lay(_plait([(786, 600), (776, 720), (706, 830), (690, 950)], (64, 34)))
    near_arm(sheet, _OFFERING_ARM, view, top=860)
    sheet.lay(_far_fingers(), place(_bowl(sheet), x=276, y=772), _cupping_hand())
    return sheet


_OFFERING_ARM = (
    "M930,860C920,990 840,1120 710,1150C640,1168 570,1130 520,1092L352,960L404,888"
    "C460,922 530,960 590,984C650,950 690,900 730,850"
)


def _steam(sheet):
    course = [(276, 748), (262, 690), (310, 600), (272, 500), (190, 410), (214, 290), (350, 190),
              (410, 60), (370, -60)]  # fmt: skip
    fade = sheet.linear((0, IVORY, 0.95), (1, IVORY, 0.25), units=(0, 780, 0, 0))
    return river(course, (2, 9, 17, 21, 23, 25, 28, 30, 32), (2, 4, 5, 5, 5, 4, 4, 3, 3), fade, 90)


_HORNS = (
    "M0,-2C-2,-26 -24,-26 -22,-12C-21,-5 -12,-5 -12,-11M0,-2C2,-26 24,-26 22,-12C21,-5 12,-5 12,-11"
)


def _bowl(sheet):
    """A bowl 236 wide with ram's horns round it; (0, 0) is the middle of its rim."""
    glaze = sheet.linear((0, IVORY), (0.7, PAPER), (1, "#c8ad7c"), turn=20)
    ornament = (
        place(stroke(_HORNS, INDIGO, 4.5), x=x, y=y, turn=turn)
        for x, y, turn in ((-76, 62, 14), (-27, 72, 4), (27, 72, -4), (76, 62, -14))
    )
    return group(
        path("M-118,0C-116,74 -72,122 -46,134L-44,150H44L46,134C72,122 116,74 118,0Z", glaze),
        oval(0, 0, 118, 22, IVORY),
        oval(0, 2, 104, 16, OCHRE),
        stroke("M-113,26Q0,52 113,26", VERMILION, 5),
        *ornament,
    )


def _far_fingers():
    finger = oval(0, 0, 13, 24, OCHRE)
    return group(*(place(finger, x=172 + 9 * k, y=832 + 22 * k, turn=-68) for k in range(4)))


_CUPPING_PALM = (
    "M352,962L404,888C412,862 408,836 398,812C392,798 374,802 374,818C374,836 372,850 360,864"
    "C340,884 300,892 262,894C246,896 246,914 262,916C246,922 248,940 264,940"
    "C254,948 260,962 274,961C280,972 316,968 352,962Z"
)


def _cupping_hand():
    gaps = "M264,916C296,918 322,914 344,906M266,940C298,942 322,938 344,930"
    return group(path(_CUPPING_PALM, LAMP), stroke(gaps, OCHRE, 4))


def _hem():
    """The border of the scarf, in the units of the bust: it follows the edge over the forehead."""
    edge = [(22, 20), (34, 24), (46, 31), (56, 44), (61, 62), (67, 80), (80, 97)]
    beads = (dot(x, y, 1.1, VERMILION) for x, y, _ in paces([(x + 5, y - 4) for x, y in edge], 4.6))
    return group(stroke(smooth(edge), VERMILION, 1.3), *beads)


def _plait(points, widths):
    """A braid along the points, as wide as `widths` run: strands cross from side to side."""
    line = paces(points, 0.62 * sum(widths) / len(widths))
    strands = []
    for k, wide in enumerate(spread(widths, len(line) - 1)):
        x, y, along = line[k]
        strand = oval(0, 0, wide * 0.74, wide * 0.42, BARK, stroke=LAMP, stroke_width=2.4)
        strands.append(place(strand, x=x, y=y, turn=along + (32 if k % 2 else -32)))
    return group(*strands)


def dilnaz_nurseit():
    """Kalamkas as a girl: stars make a violin, and the ribbon of her braid flies on as a staff."""
    sheet = ground(day=False)
    view = evening(sheet, (930, 1010, 1080, 1150), 81)
    sheet.lay(place(_violin_of_stars(), x=270, y=226, turn=34, scale=0.98))
    window(sheet, "fringe", 350, 350, 3.8, *view, turn=10)
    sheet.lay(_flying_ribbon(sheet))
    sheet.lay(_plait([(606, 700), (690, 740), (770, 736), (866, 712)], (64, 36)))
    sheet.lay(place(_bow_knot(), x=872, y=716, turn=-6, scale=1.3))
    sheet.lay(snowfall(2, 60, 0, 0, SIDE, SIDE, (1, 3.4)))
    return sheet


def _flying_ribbon(sheet):
    course = [(872, 716), (930, 690), (1010, 730), (1110, 770), (1260, 700)]
    silk = sheet.linear((0, VERMILION), (0.5, "#e0704a"), (1, LAMP), turn=0)
    return group(
        river(course, (2, 10, 19, 25, 29), (4, 5, 6, 6, 5), silk, 60),
        note(1010, 745, 20, LAMP),
        note(1110, 744, 20, LAMP, flag=True),
    )


def _bow_knot():
    """A bow of ribbon, its knot at (0, 0), that points to the right."""
    wing = "M0,0C-30,{0}30 -34,{0}74 -8,{0}76C18,{0}76 18,{0}26 0,0Z"
    loops = wing.format("-") + wing.format("")
    folds = "M-4,-12C-10,-30 -12,-46 -8,-58M-4,12C-10,30 -12,44 -8,54"
    return group(path(loops, VERMILION), stroke(folds, EMBER, 4), dot(0, 0, 13, EMBER))


# One flank of a violin in millimetres of the instrument, and the ends of its strings and pegs.
_FLANK = [(62, 22), (84, 80), (54, 150), (98, 226), (104, 292), (60, 344)]
_ALONG = [(0, 0), (0, 356), (0, -250), (0, 190), (-34, -170), (34, -196), (-34, -200), (34, -226)]


def _violin_of_stars():
    """The outline of a violin as a constellation; (0, 0) is where the neck meets the body."""
    left = [(-x, y) for x, y in reversed(_FLANK)]
    body = straight([(0, 0), *_FLANK, (0, 356), *left])
    sizes = (6, 4, 6.4, 4.6, 5, 7, 4.6)
    points = enumerate([*_FLANK, *left, *_ALONG])
    return group(
        stroke(body + "M0,-250V320M-22,190H22M-34,-170L34,-196M-34,-200L34,-226", LAMP, 2.6,
               opacity=0.7),
        *(dot(x, y, sizes[k % 7], IVORY) for k, (x, y) in points),
    )  # fmt: skip
