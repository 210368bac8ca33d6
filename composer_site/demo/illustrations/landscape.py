"""Ridges, snow, trees and lamps of the Alma-Ata winter, and the river of staff lines."""

from itertools import pairwise

from .palette import GOLD, IVORY, LAMP, NIGHT, SNOW
from .pen import (
    blend,
    box,
    dot,
    element,
    group,
    jitter,
    oval,
    path,
    place,
    ribbon,
    sample,
    scatter,
    smooth,
    staves,
    straight,
    stroke,
)


def crag(peaks, seed, rough=0.16, depth=4):
    """The peaks joined by broken rock: each pass halves every slope and shakes its middle."""
    line = list(peaks)
    for level in range(depth):
        broken = [line[0]]
        for i, ((ax, ay), (bx, by)) in enumerate(pairwise(line)):
            shake = jitter(seed + level * 57 + i) * (bx - ax) * rough
            broken += [((ax + bx) / 2, (ay + by) / 2 + shake), (bx, by)]
        line = broken
    return line


def summits(peaks):
    """The points of a skyline that stand above both their neighbours."""
    return [
        i for i in range(1, len(peaks) - 1) if peaks[i][1] < min(peaks[i - 1][1], peaks[i + 1][1])
    ]


def faces(peaks, seed, fall, fill, side=1, rough=0.16, **attributes):
    """The lit (side 1: right) face of each summit: skyline, then a broken spur back up.

    `fall` is how far down, as a share of the slope's width, the foot of the face lies.
    """
    skyline = crag(peaks, seed, rough)
    shapes = []
    for i in summits(peaks):
        start, stop = i * 16, (i + side) * 16
        slope = skyline[start : stop + 1] if side > 0 else skyline[stop : start + 1][::-1]
        top, foot = slope[0], slope[-1]
        width = foot[0] - top[0]
        low = foot[1] + abs(width) * fall * 0.35
        spur = [(blend(top[0], foot[0], 0.16), low + abs(width) * fall)]
        spur = crag([foot, (blend(foot[0], top[0], 0.4), low), *spur], seed + i, 0.22, 3)
        back = crag(
            [spur[-1], (top[0] + width * 0.1, blend(top[1], low, 0.55)), top], seed + i, 0.3, 3
        )
        shapes.append(straight([*slope, *spur, *back]))
    return path("".join(shapes), fill, **attributes)


def haze(sheet, x, y, width, height, colour, strength=0.8):
    """Air that thickens downwards."""
    paint = sheet.linear((0, colour, 0), (1, colour, strength))
    return box(x, y, width, height, paint)


def snowfall(seed, count, x, y, width, height, sizes=(1.2, 4.2), colour=IVORY, strength=0.75):
    flakes = []
    for k, (across, down) in enumerate(scatter(seed, count)):
        size = blend(*sizes, abs(jitter(seed + k * 1.7)) ** 2)
        flakes.append(dot(x + across * width, y + down * height, size, colour))
    return group(*flakes, opacity=strength)


def stars(seed, count, width, height):
    points = [
        dot(a * width, b * height, 0.8 + 1.4 * abs(jitter(seed + k)) ** 3, IVORY)
        for k, (a, b) in enumerate(scatter(seed, count))
    ]
    return group(*points, opacity=0.55)


def poplar(height, fill, seed=1):
    """A bare Lombardy poplar standing on (0, 0), twigs all striving upwards."""
    twigs = [straight([(-height * 0.012, 0), (0, -height), (height * 0.012, 0)])]
    for k in range(44):
        share = 0.1 + 0.84 * k / 44
        side = 1 if k % 2 else -1
        reach = height * (0.075 * (1 - share) + 0.014) * (1 + 0.5 * jitter(seed + k))
        foot = (0, -height * share)
        knee = (side * reach * 0.62, -height * (share + 0.1))
        tip = (side * reach, -height * min(share + 0.24 + 0.05 * jitter(seed * 2 + k), 0.99))
        inner = (side * (reach * 0.62 - height * 0.009), knee[1] - height * 0.004)
        twigs.append(straight([foot, knee, tip, inner, (0, foot[1] - height * 0.012)]))
    return path("".join(twigs), fill)


def glow(sheet, x, y, radius, colour=LAMP, strength=0.9):
    paint = sheet.radial((0, colour, strength), (0.35, GOLD, strength * 0.4), (1, GOLD, 0))
    return dot(x, y, radius, paint)


def street_lamp(height, fill=NIGHT, light=LAMP):
    """A cast post on (0, 0) whose curved arm hangs a shade out to the left."""
    h = height
    post = straight(
        [(-h * 0.016, 0), (-h * 0.009, -h * 0.9), (h * 0.009, -h * 0.9), (h * 0.016, 0)]
    )
    foot = straight(
        [(-h * 0.035, 0), (-h * 0.03, -h * 0.05), (-h * 0.016, -h * 0.16), (h * 0.016, -h * 0.16),
         (h * 0.03, -h * 0.05), (h * 0.035, 0)]
    )  # fmt: skip
    arm = [(0, -h * 0.88), (-h * 0.01, -h * 0.97), (-h * 0.07, -h), (-h * 0.13, -h * 0.96)]
    shade = smooth([(-h * 0.13, -h * 0.955), (-h * 0.1, -h * 0.93), (-h * 0.075, -h * 0.9)])
    hood = (
        f"M{-h * 0.185:.1f},{-h * 0.9:.1f}"
        f"Q{-h * 0.175:.1f},{-h * 0.945:.1f} {-h * 0.13:.1f},{-h * 0.955:.1f}"
        f"Q{-h * 0.085:.1f},{-h * 0.945:.1f} {-h * 0.075:.1f},{-h * 0.9:.1f}Z"
    )
    return group(
        oval(-h * 0.13, -h * 0.897, h * 0.034, h * 0.03, light),
        path(hood, fill),
        path(post + foot, fill),
        path(ribbon(arm, (h * 0.016, h * 0.013, h * 0.012, h * 0.014), 16), fill),
        stroke(shade, fill, 0.5),
    )


def river(points, gaps, widths, paint, count=48, **attributes):
    """The five lines of a staff as one flowing mark."""
    return path("".join(staves(points, gaps, widths, count)), paint, **attributes)


def note(x, y, size, fill, stem=3.4, flag=False, turn=0):
    """A crotchet, or a quaver with its flag, whose head's half-height is `size`."""
    s = size
    head = oval(0, 0, s * 1.32, s * 0.95, fill, transform="rotate(-22)")
    marks = [head, box(s * 1.0, -s * stem * 2, s * 0.24, s * stem * 2 - s * 0.2, fill)]
    if flag:
        top = -s * stem * 2
        tail = [
            (s * 1.1, top),
            (s * 1.5, top + s * 1.5),
            (s * 2.5, top + s * 2.6),
            (s * 2.1, top + s * 4.4),
        ]
        marks.append(path(ribbon(tail, (s * 0.7, s * 0.75, s * 0.5, s * 0.05), 12), fill))
    return place(*marks, x=x, y=y, turn=turn)


def moon(sheet, x, y, radius, colour=IVORY):
    halo = sheet.radial((0, colour, 0.35), (0.4, colour, 0.12), (1, colour, 0))
    return group(dot(x, y, radius * 3.2, halo), dot(x, y, radius, colour))


def spruce(height, fill, snow=SNOW):
    """A Tian Shan spruce standing on (0, 0): narrow, its boughs hung with snow."""
    h = height
    boughs, caps = [], []
    for k in range(9):
        y, half = -h * (0.05 + 0.095 * k), h * (0.15 - 0.0145 * k)
        boughs.append(
            f"M{-half:.1f},{y:.1f}L0,{y - h * 0.2:.1f}L{half:.1f},{y:.1f}L0,{y - h * 0.035:.1f}Z"
        )
        caps.append(
            f"M{half:.1f},{y:.1f}L{half * 0.1:.1f},{y - h * 0.16:.1f}"
            f"L{half * 0.45:.1f},{y - h * 0.04:.1f}Z"
        )
    trunk = box(-h * 0.016, -h * 0.08, h * 0.032, h * 0.08, fill)
    return group(trunk, path("".join(boughs), fill), path("".join(caps), snow, opacity=0.55))


def from_staff(levels, peaks, seed, rough=0.15):
    """A skyline that is a staff line through `levels` and rock from the first peak on."""
    return [*sample([*levels, peaks[0]], 20)[:-1], *crag(peaks, seed, rough)]


def clef(x, y, size, fill):
    """A treble clef, drawn with a broad nib; `size` is the gap between two staff lines."""
    s = size
    spine = [(0.1, 0.55), (-0.75, 0.2), (-0.5, -0.75), (0.35, -0.9), (1.15, -0.1), (0.6, 1.0),
             (-0.5, 1.12), (-1.5, 0.1), (-1.1, -1.4), (0.2, -2.8), (0.85, -4.3), (0.35, -5.2),
             (-0.25, -4.0), (0.15, -1.5), (0.6, 1.6), (0.5, 2.7), (-0.3, 3.1),
             (-0.75, 2.6)]  # fmt: skip
    widths = (
        0.08,
        0.3,
        0.42,
        0.3,
        0.5,
        0.4,
        0.3,
        0.55,
        0.6,
        0.5,
        0.5,
        0.16,
        0.4,
        0.3,
        0.2,
        0.22,
        0.3,
        0.4,
    )
    nib = ribbon([(a * s, b * s) for a, b in spine], [w * s for w in widths], 120)
    return element("g", path(nib, fill) + dot(-0.62 * s, 2.55 * s, 0.36 * s, fill),
                   transform=f"translate({x} {y})")  # fmt: skip
