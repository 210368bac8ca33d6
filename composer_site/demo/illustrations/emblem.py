"""The common ground of the portraits: a disc, a staff, and a profile that is a window.

No face is a likeness. The composers and their family are night on a golden ground, film people
are warm light on a night ground.
"""

from .busts import EAR, bust, haircut
from .landscape import crag, faces, river, stars
from .palette import BARK, BLUE, DUSK, GOLD, INDIGO, IVORY, LAMP, NIGHT, OCHRE
from .pen import Sheet, box, dot, element, group, path, straight, stroke

SIDE = 1200
WARM = ("#d98a3d", "#c46a33", "#a84a30", "#7c3430")


def ground(day):
    """The square and its disc: golden for composers and family, night for the film's people."""
    sheet = Sheet(SIDE, SIDE)
    tones = (LAMP, GOLD, OCHRE) if day else (NIGHT, INDIGO, BLUE)
    sky = sheet.linear(*((at, tone) for at, tone in zip((0, 0.5, 1), tones, strict=True)))
    sheet.lay(box(0, 0, SIDE, SIDE, sky))
    disc = (
        sheet.radial((0, IVORY, 0.9), (1, LAMP, 0.55))
        if day
        else sheet.linear((0, DUSK), (1, INDIGO))
    )
    sheet.lay(dot(600, 560, 470, disc))
    if not day:
        sheet.lay(stars(6, 70, SIDE, 900))
    return sheet


def staff_behind(sheet, colour, y):
    course = [(-40, y), (280, y - 30), (600, y + 20), (900, y - 26), (1240, y + 10)]
    sheet.lay(river(course, (34,) * 5, (4,) * 5, colour, 30, opacity=0.8))


def window(sheet, hair, x, y, scale, sky, *view, flip=False, turn=0, rim=LAMP, tone=BARK, ear=True):
    """The profile at (x, y), where the crown meets the forehead's line, showing the view.

    The hair, in `tone`, lies upon the sky and under all else that is seen.
    """
    across = -scale if flip else scale
    at = f"translate({x} {y}) scale({across} {scale})" + (f" rotate({turn})" if turn else "")
    shapes = [element("path", d=d, transform=at) for d in bust(hair)]
    sheet.lay(group(*(stroke(d, rim, 2.2) for d in bust(hair)), transform=at))
    strands = path(haircut(hair), tone, transform=at)
    if ear:
        strands += stroke(EAR, OCHRE, 2, transform=at)
    sheet.lay(group(sky, strands, *view, **sheet.clip(*shapes)))


def hills(sheet, levels, seed, tones=WARM):
    marks = []
    for n, level in enumerate(levels):
        peaks = [
            (-120 + 53 * n + 140 * k, level + (70 if k % 2 else -50) * (1 - 0.2 * n))
            for k in range(10)
        ]
        marks.append(
            path(straight([*crag(peaks, seed + n), (SIDE + 60, SIDE), (-20, SIDE)]), tones[n])
        )
        if n == 0:
            snow = sheet.linear((0, IVORY), (1, tones[0]))
            marks.append(faces(peaks, seed, 0.4, snow, opacity=0.9))
    return marks


def evening(sheet, levels, seed):
    sky = sheet.linear((0, LAMP), (0.45, GOLD), (1, OCHRE))
    return [box(0, 0, SIDE, SIDE, sky), *hills(sheet, levels, seed)]


def near_arm(sheet, d, view, top=800):
    """An arm before the body: the same view goes on in it, only its edge is drawn."""
    sheet.lay(group(*view, **sheet.clip(element("path", d=d))))
    shade = sheet.linear((0, BARK, 0), (1, BARK, 0.6), units=(0, top, 0, 1160))
    edge = sheet.linear((0, LAMP, 0), (0.6, LAMP, 1), turn=0)
    sheet.lay(path(d, shade), stroke(d, edge, 4))


def holding_hand():
    palm = (
        "M494,504C480,470 470,440 476,424C480,414 492,416 496,428C500,404 560,404 572,424"
        "C584,444 590,490 586,524Z"
    )
    gaps = (
        "M500,436C520,428 546,428 566,436M500,456C522,448 550,448 574,458M502,476"
        "C524,468 556,470 580,482"
    )
    return group(path(palm, LAMP), stroke(gaps, OCHRE, 4))
