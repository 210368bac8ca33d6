"""Violin, bow, dombra and luggage. Units are millimetres of the real thing."""

from .palette import BARK, EMBER, GOLD, IVORY, LAMP, NIGHT, UMBER
from .pen import blend, box, dot, group, oval, path, ribbon, straight, stroke

# The right half of the plate, from the neck down: upper bout, corner, waist, corner, lower bout.
_RIGHT = (
    "M0,3C20,3 38,3 56,16C76,31 87,56 84,80C82,100 66,108 83,131"
    "C62,137 53,152 53,173C53,196 62,221 98,228"
    "C83,243 106,256 106,286C106,328 64,355 0,356"
)
_LEFT = (
    "C-64,355 -106,328 -106,286C-106,256 -83,243 -98,228"
    "C-62,221 -53,196 -53,173C-53,152 -62,137 -83,131"
    "C-66,108 -82,100 -84,80C-87,56 -76,31 -56,16C-38,3 -20,3 0,3Z"
)
VIOLIN_PLATE = _RIGHT + _LEFT


def violin_plate(wood, edge=BARK):
    """The top of the body; (0, 0) is where the neck meets it, the button is at y 356."""
    return group(path(VIOLIN_PLATE, wood), stroke(VIOLIN_PLATE, edge, 5))


def sound_holes(fill=NIGHT):
    """The two f-holes: upper eyes towards the middle, lower eyes towards the flank."""
    return group(_sound_hole(1, fill), _sound_hole(-1, fill))


def _sound_hole(side, fill):
    points = [(22, 166), (24, 158), (31, 156), (36, 165), (39, 182), (43, 200), (47, 216),
              (53, 225),              (60, 222), (62, 214)]  # fmt: skip
    widths = (1.4, 3, 4.2, 5.2, 6.4, 6.6, 5.4, 4.4, 3, 1.4)
    stem = ribbon([(side * x, y) for x, y in points], widths, 60)
    nick = straight([(side * x, y) for x, y in ((35, 193), (48, 189), (48, 191), (35, 195))])
    return group(
        path(stem, fill),
        dot(side * 23.5, 166, 4.6, fill),
        dot(side * 59.5, 214, 5.8, fill),
        path(nick, fill),
    )


def violin_fittings(wood=NIGHT, light=GOLD, strings=IVORY):
    """Neck, scroll, fingerboard, bridge, tailpiece, pegs and strings, to lie on the plate."""
    return group(
        _scroll(BARK, light),
        path(straight([(-12, -130), (-21, 138), (21, 138), (12, -130)]), wood),
        path(straight([(-12, -130), (-21, 138), (-17, 138), (-9, -130)]), light, opacity=0.35),
        path("M-23,240Q0,232 23,240L11,338Q0,345 -11,338Z", wood),
        path("M-23,240Q0,232 23,240L22,244Q0,237 -22,244Z", light, opacity=0.6),
        box(-4, 338, 8, 18, wood),
        path(
            "M-20,198L-21,194L-16,187Q0,181 16,187L21,194L20,198L14,198Q10,192 4,193L-4,193"
            "Q-10,192 -14,198Z",
            LAMP,
            stroke=BARK,
            stroke_width=1.4,
        ),
        box(-13, -134, 26, 5, light),
        *(_string(n, strings) for n in range(4)),
    )


def _string(n, colour):
    nut, bridge, tail = (blend(-width, width, n / 3) for width in (8, 16.5, 15))
    d = straight([(nut, -132), (bridge, 185), (tail, 243)], closed=False)
    return stroke(d, colour, 1.5 - 0.2 * n, opacity=0.9)


def _scroll(wood, light):
    """Peg box and volute seen from the front, with four pegs."""
    pegs = "".join(_peg(side, y) for side, y in ((-1, -152), (1, -164), (-1, -180), (1, -192)))
    volute = "M-10,-200C-14,-224 -13,-250 0,-252C13,-250 14,-224 10,-200Z"
    return group(
        path(pegs, UMBER),
        stroke(pegs, light, 1.2, opacity=0.6),
        *(oval(side * 16, -224, 10, 13, wood, stroke=light, stroke_width=1.6) for side in (-1, 1)),
        *(dot(side * 18, -224, 3.4, light) for side in (-1, 1)),
        path("M-13,-130L-16,-192Q-14,-206 -10,-210L10,-210Q14,-206 16,-192L13,-130Z", wood),
        path("M-7,-138L-8.5,-194L8.5,-194L7,-138Z", NIGHT),
        path(volute, wood, stroke=light, stroke_width=1.8),
        stroke(
            "M0,-205L0,-246M-6,-204C-8,-222 -8,-238 -4,-246M6,-204C8,-222 8,-238 4,-246", light, 1.2
        ),
        stroke("M-13,-130L-16,-192", light, 2),
    )


def _peg(side, y):
    near, far = side * 10, side * 38
    return f"M{near},{y - 3}L{far},{y - 2.4}L{far},{y + 2.4}L{near},{y + 3}Z" + (
        f"M{far},{y}C{far + side * 2},{y - 12} {far + side * 20},{y - 12} {far + side * 21},{y}"
        f"C{far + side * 20},{y + 12} {far + side * 2},{y + 12} {far},{y}Z"
    )


def violin(wood, fittings=NIGHT, light=GOLD):
    return group(violin_plate(wood), sound_holes(), violin_fittings(fittings, light))


def bow(stick=BARK, hair=IVORY):
    """A bow 740 long lying along x: frog at (0, 0), tip at the right; the hair is below."""
    return group(
        path("M20,15L716,16L716,19L20,20Z", hair),
        path(
            ribbon([(-24, -4), (120, 0), (380, 8), (600, 2), (724, -8)], (9, 8, 7, 6, 6), 20), stick
        ),
        path("M716,-12L736,-14L728,20L712,20Z", stick),
        path("M-2,-4L52,-2L46,20L4,22Q-8,10 -2,-4Z", NIGHT),
        dot(24, 9, 4, hair),
        box(-26, -9, 9, 10, hair),
    )


_DOMBRA = (
    "M12,-18C22,20 52,66 78,118C104,172 106,236 82,282C60,318 30,332 0,332"
    "C-30,332 -60,318 -82,282C-106,236 -104,172 -78,118C-52,66 -22,20 -12,-18Z"
)


def dombra(wood, edge=BARK, light=GOLD):
    """A pear-shaped dombra upright: body from (0, 0) to y 332, neck up to y -640."""
    ribs = "M0,-10L0,332M-5,0C-24,90 -48,180 -46,312M5,0C24,90 48,180 46,312"
    frets = "".join(_fret(n) for n in range(15))
    return group(
        path(_DOMBRA, wood),
        stroke(ribs, edge, 1.6, opacity=0.4),
        stroke(_DOMBRA, edge, 5),
        path(straight([(-12, 40), (-9, -560), (9, -560), (12, 40)]), edge),
        stroke(frets, light, 2.2),
        path("M-10,-552C-22,-570 -18,-622 -14,-640Q0,-652 14,-640C18,-622 22,-570 10,-552Z", edge),
        path(_dombra_peg(-1, -612) + _dombra_peg(1, -588), edge),
        dot(0, 150, 12, NIGHT),
        stroke("M-17,150A17,17 0 1 0 17,150A17,17 0 1 0 -17,150", edge, 2),
        box(-15, 254, 30, 6, edge),
        path("M-8,318L8,318L5,334L-5,334Z", edge),
        stroke("M-4,-556L-7,254L-3,322M4,-556L7,254L3,322", IVORY, 1.7),
    )


def _fret(n):
    # Each fret divides what is left of the string by the same ratio, as on the real neck.
    y = 254 - 810 * 0.9439 ** (n + 1)
    half = 9 + 3 * (y + 560) / 600
    return f"M{-half:.1f},{y:.1f}L{half:.1f},{y:.1f}"


def _dombra_peg(side, y):
    a, b = side * 12, side * 46
    return f"M{a},{y - 4}L{b},{y - 7}Q{b + side * 12},{y} {b},{y + 7}L{a},{y + 4}Z"


# A shaped violin case: round at the scroll, pinched at the neck, two soft bouts below.
_CASE = (
    "M0,0C-38,0 -58,22 -60,60C-64,150 -74,230 -96,300C-118,350 -128,400 -120,450"
    "C-114,490 -110,510 -122,550C-140,600 -146,650 -136,700C-126,745 -90,770 0,770"
    "C90,770 126,745 136,700C146,650 140,600 122,550C110,510 114,490 120,450"
    "C128,400 118,350 96,300C74,230 64,150 60,60C58,22 38,0 0,0Z"
)


def violin_case(leather, edge=NIGHT, light=GOLD):
    """A case standing on its broad end: scroll end at (0, 0), foot at y 770."""
    return group(
        path(_CASE, leather),
        stroke(_CASE, edge, 9),
        stroke(_CASE, light, 3, transform="translate(0 30) scale(0.92)", opacity=0.4),
        stroke("M124,400C168,404 172,556 130,552", edge, 16),
        *(box(x - 18, y, 30, 24, light, rx=5) for x, y in ((76, 220), (122, 500), (140, 640))),
        stroke("M-40,60C-44,160 -56,240 -78,310C-96,356 -106,400 -99,448", light, 5, opacity=0.55),
    )


def suitcase(leather, side=UMBER, edge=NIGHT, light=GOLD):
    """A strapped suitcase lying on its long edge, 720 by 460, foot in the middle at (0, 0)."""
    corners = [straight(points) for points in _corners()]
    return group(
        box(-360, -460, 720, 460, leather, rx=34),
        box(-360, -250, 720, 250, side, rx=34, opacity=0.35),
        stroke("M-360,-250L360,-250", edge, 7, opacity=0.7),
        *(path(corner, edge, opacity=0.45) for corner in corners),
        *(_strap(x, side, light) for x in (-210, 170)),
        box(-360, -460, 720, 460, "none", rx=34, stroke=edge, stroke_width=9),
        box(-46, -278, 72, 54, light, rx=8),
        dot(-10, -250, 8, edge),
        stroke("M-338,-438L338,-438", light, 5, opacity=0.5),
    )


def _corners():
    for sx, sy in ((-1, 0), (1, 0), (-1, 1), (1, 1)):
        y, into = -460 * sy, 1 if sy else -1
        yield [(sx * 356, y + into * 6), (sx * 262, y + into * 6), (sx * 356, y + into * 100)]


def _strap(x, leather, light):
    return group(
        box(x, -462, 44, 462, leather),
        box(x + 4, -456, 5, 450, light, opacity=0.35),
        box(x - 8, -332, 60, 56, "none", rx=8, stroke=light, stroke_width=9),
        stroke(f"M{x + 22},-332L{x + 22},-300", light, 6),
    )


def label(x, y, width, height, turn, paper=IVORY, ink=EMBER):
    """A pasted travel label."""
    return group(
        box(-width / 2, -height / 2, width, height, paper, rx=6),
        box(-width / 2 + 8, -height / 2 + 8, width - 16, height * 0.28, ink),
        *(
            stroke(f"M{-width / 2 + 14},{height * y:.1f}h{width * share:.1f}", ink, 3, opacity=0.6)
            for y, share in ((0.02, 0.7), (0.2, 0.5), (0.36, 0.62))
        ),
        transform=f"translate({x} {y}) rotate({turn})",
    )
