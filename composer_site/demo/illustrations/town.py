"""Houses and their windows."""

from .palette import BARK, GOLD, INK, IVORY, LAMP, MIST, NIGHT, SNOW, UMBER
from .pen import box, group, path, ribbon, smooth, straight, stroke


def window(sheet, x, y, width, height, frame=IVORY):
    """A lit window in a carved wooden frame; (x, y) is its upper left corner."""
    light = sheet.linear((0, LAMP), (1, GOLD))
    w, h, t = width, height, width * 0.07
    gable = straight([(x - 3 * t, y - t), (x + w / 2, y - h * 0.32), (x + w + 3 * t, y - t)])
    teeth = "".join(
        f"M{x + w * k / 6:.1f},{y + h + 2 * t:.1f}"
        f"l{w / 12:.1f},{h * 0.1:.1f}l{w / 12:.1f},{-h * 0.1:.1f}Z"
        for k in range(6)
    )
    return group(
        path(gable, frame),
        path(teeth, frame),
        box(x - 2 * t, y - 2 * t, w + 4 * t, h + 4 * t, frame),
        box(x, y, w, h, light),
        path(_curtains(x, y, w, h), IVORY, opacity=0.5),
        stroke(
            f"M{x + w / 2},{y}v{h}M{x},{y + h * 0.32}h{w}", BARK, t * 0.8, stroke_linecap="butt"
        ),
        box(x - 3 * t, y + h + t, w + 6 * t, t * 1.6, SNOW, rx=t * 0.8),
    )


def _curtains(x, y, w, h):
    return "".join(
        f"M{edge:.1f},{y}h{side * w * 0.42:.1f}"
        f"Q{edge + side * w * 0.3:.1f},{y + h * 0.6:.1f} {edge:.1f},{y + h * 0.8:.1f}Z"
        for edge, side in ((x, 1), (x + w, -1))
    )


def log_house(sheet, width, height, windows=2, wall=UMBER):
    """A low log house standing on (0, 0) to the right, `height` to the eaves, under snow."""
    w, h = width, height
    shade = sheet.linear((0, wall), (1, BARK))
    logs = "".join(f"M0,{-h * k / 8:.1f}h{w}" for k in range(1, 8))
    pane = min(w / (windows * 2 + 1), h * 0.5)
    step = w / (windows + 0.001)
    roof = straight([(-w * 0.06, -h), (w * 0.14, -h * 1.45), (w * 0.86, -h * 1.45), (w * 1.06, -h)])
    return group(
        box(0, -h, w, h, shade),
        stroke(logs, NIGHT, 3, opacity=0.3),
        *(
            window(sheet, step * (k + 0.5) - pane / 2, -h * 0.7, pane, h * 0.42)
            for k in range(windows)
        ),
        path(roof, INK),
        _roof_snow(sheet, w, h),
        box(w * 0.7, -h * 1.95, w * 0.08, h * 0.5, BARK),
        box(w * 0.69, -h * 1.99, w * 0.1, h * 0.07, SNOW, rx=4),
    )


def _roof_snow(sheet, w, h):
    paint = sheet.linear((0, IVORY), (0.65, SNOW), (1, MIST))
    edge = [(w * 1.06 - w * 1.12 * k / 9, -h * (0.98 + 0.035 * (-1) ** k)) for k in range(10)]
    left = [
        (-w * 0.06, -h * 1.05),
        (w * 0.03, -h * 1.32),
        (w * 0.09, -h * 1.5),
        (w * 0.17, -h * 1.55),
    ]
    right = [(w - x, y) for x, y in reversed(left)]
    return path(smooth([*left, (w * 0.5, -h * 1.56), *right, *edge], closed=True), paint)


def smoke(x, y, height, colour=SNOW):
    """A quiet thread of smoke from a chimney at (x, y)."""
    line = [(x, y), (x + height * 0.06, y - height * 0.3), (x - height * 0.04, y - height * 0.6),
            (x + height * 0.14, y - height)]  # fmt: skip
    return path(
        ribbon(line, (height * 0.03, height * 0.07, height * 0.1, 2), 16), colour, opacity=0.25
    )
