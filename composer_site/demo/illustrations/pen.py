"""The pen: points become smooth lines, ribbons and staves, collected on a sheet.

All lengths are pixels of the finished picture unless a docstring names another unit; y grows
downwards.
"""

from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin


class Sheet:
    """A picture of `width` by `height` pixels that shapes are laid on, back to front."""

    def __init__(self, width, height):
        self.width = width
        self.height = height
        self._defs = []
        self._marks = []

    def lay(self, *marks):
        self._marks.extend(marks)

    def linear(self, *stops, turn=90, units=None):
        """Paint running along `turn` degrees (90 is down); a stop is (offset, colour, opacity)."""
        dx, dy = cos(radians(turn)) / 2, sin(radians(turn)) / 2
        box = f'x1="{0.5 - dx:.3f}" y1="{0.5 - dy:.3f}" x2="{0.5 + dx:.3f}" y2="{0.5 + dy:.3f}"'
        if units:
            x1, y1, x2, y2 = units
            box = f'gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"'
        return self._define("linearGradient", box, "".join(map(_stop, stops)))

    def radial(self, *stops, centre=None):
        """Paint spreading from the middle, or from `centre` as (x, y, radius) in pixels."""
        box = ""
        if centre:
            x, y, radius = centre
            box = f'gradientUnits="userSpaceOnUse" cx="{x}" cy="{y}" r="{radius}"'
        return self._define("radialGradient", box, "".join(map(_stop, stops)))

    def clip(self, *shapes):
        """A group attribute that shows only what falls inside the shapes."""
        reference = self._define("clipPath", "", "".join(shapes))
        return {"clip_path": reference}

    def _define(self, tag, attributes, content):
        name = f"d{len(self._defs)}"
        self._defs.append(f'<{tag} id="{name}" {attributes}>{content}</{tag}>')
        return f"url(#{name})"

    def svg(self):
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" '
            f'width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}">\n'
            f"<defs>{''.join(self._defs)}</defs>\n" + "\n".join(self._marks) + "\n</svg>\n"
        )


def _stop(stop):
    offset, colour, *opacity = stop
    see_through = f' stop-opacity="{opacity[0]}"' if opacity else ""
    return f'<stop offset="{offset}" stop-color="{colour}"{see_through}/>'


def element(tag, content="", **attributes):
    written = "".join(
        f' {name.replace("_", "-")}="{_short(value)}"' for name, value in attributes.items()
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def _short(value):
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else value


def group(*marks, **attributes):
    return element("g", "".join(marks), **attributes)


def place(*marks, x=0, y=0, scale=1.0, turn=0, flip=False):
    """Move marks drawn round (0, 0) to (x, y); `flip` mirrors them left to right."""
    across = -scale if flip else scale
    return group(*marks, transform=f"translate({x} {y}) rotate({turn}) scale({across} {scale})")


def path(d, fill, **attributes):
    return element("path", d=d, fill=fill, **attributes)


def stroke(d, colour, width, **attributes):
    return element(
        "path",
        **{
            "d": d,
            "fill": "none",
            "stroke": colour,
            "stroke_width": width,
            "stroke_linecap": "round",
            "stroke_linejoin": "round",
        }
        | attributes,
    )


def box(x, y, width, height, fill, **attributes):
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, **attributes)


def dot(x, y, radius, fill, **attributes):
    return element("circle", cx=x, cy=y, r=radius, fill=fill, **attributes)


def oval(x, y, rx, ry, fill, **attributes):
    return element("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **attributes)


def straight(points, closed=True):
    """Path data of straight lines through the points."""
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in points) + ("Z" if closed else "")


def smooth(points, closed=False):
    """Path data of a Catmull-Rom curve through the points."""
    count = len(points)
    near = (
        (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    )
    d = f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (ex, ey) = (near(i + k) for k in (-1, 0, 1, 2))
        d += (
            f"C{bx + (cx - ax) / 6:.1f},{by + (cy - ay) / 6:.1f} "
            f"{cx - (ex - bx) / 6:.1f},{cy - (ey - by) / 6:.1f} {cx:.1f},{cy:.1f}"
        )
    return d + ("Z" if closed else "")


def sample(points, count=40):
    """The Catmull-Rom curve through the points as `count` + 1 points, evenly by parameter."""
    last = len(points) - 1
    return [_on_curve(points, last * i / count) for i in range(count + 1)]


def _on_curve(points, at):
    last = len(points) - 1
    i = min(int(at), last - 1)
    t = at - i
    a, b, c, e = (points[min(max(i + k, 0), last)] for k in (-1, 0, 1, 2))
    return tuple(
        (
            2 * b[k]
            + (c[k] - a[k]) * t
            + (2 * a[k] - 5 * b[k] + 4 * c[k] - e[k]) * t * t
            + (3 * b[k] - a[k] - 3 * c[k] + e[k]) * t**3
        )
        / 2
        for k in (0, 1)
    )


def beside(line, distances):
    """The line shifted to its right by a distance for each of its points."""
    shifted = []
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(i - 1, 0)], line[min(i + 1, len(line) - 1)]
        length = hypot(bx - ax, by - ay) or 1
        shifted.append(
            (x - (by - ay) / length * distances[i], y + (bx - ax) / length * distances[i])
        )
    return shifted


def paces(points, step):
    """(x, y, degrees) at every `step` pixels of the curve through the points, and its direction."""
    walked, due, found = 0, step / 2, []
    for (ax, ay), (bx, by) in pairwise(sample(points, 400)):
        walked += hypot(bx - ax, by - ay)
        if walked >= due:
            found.append((round(bx, 1), round(by, 1), round(degrees(atan2(by - ay, bx - ax)), 1)))
            due += step
    return found


def blend(start, end, share):
    return start + (end - start) * share


def spread(values, count):
    """`count` + 1 numbers that run through `values` in even steps."""
    last = len(values) - 1
    numbers = []
    for k in range(count + 1):
        at = last * k / count
        i = min(int(at), last - 1)
        numbers.append(blend(values[i], values[i + 1], at - i))
    return numbers


def ribbon(points, widths, count=40):
    """Path data of a line through the points whose width runs through `widths`."""
    line = sample(points, count)
    halves = [width / 2 for width in spread(widths, count)]
    left = beside(line, [-half for half in halves])
    right = beside(line, halves)
    # Every third point keeps the curve and a third of the file.
    return smooth([*_thin(left), *reversed(_thin(right))], closed=True)


def _thin(line):
    return [*line[:-1:2], line[-1]]


def staves(points, gaps, widths, count=48, lines=5):
    """Path data of the `lines` of a staff along the points: `gaps` between lines, line `widths`."""
    middle = sample(points, count)
    steps = spread(gaps, count)
    drawn = []
    for n in range(lines):
        place_in_staff = n - (lines - 1) / 2
        line = beside(middle, [step * place_in_staff for step in steps])
        drawn.append(ribbon(line, widths, count))
    return drawn


def scatter(seed, count):
    """`count` pairs of numbers in 0…1 that look strewn and are the same at every drawing."""
    # The R2 sequence keeps specks apart, as drawn snow must be; chance would make clumps.
    return [
        ((seed * 0.37 + k * 0.7548776662) % 1, (seed * 0.61 + k * 0.5698402909) % 1)
        for k in range(1, count + 1)
    ]


def jitter(seed):
    """A number in -1…1 that follows from the seed alone."""
    return (sin(seed * 127.1 + 311.7) * 43758.5453) % 1 * 2 - 1
