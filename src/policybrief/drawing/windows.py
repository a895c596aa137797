"""The part of the world that a map shows, where a position lies in it, and lines and areas cut at its edge."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from ..model.maps import Position
from .outlines import Bounds, Line

UNITS = 1000
"""How many units of the drawing a map is wide."""
_NORTHMOST = 84.0
_FURTHEST = 76.0
_ALL_AROUND = 360.0
_SMALL = 4.0
"""In degrees of height."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the world, drawn so that lengths along the middle parallel are as true as along a meridian."""

    box: Bounds

    @property
    def height(self) -> int:
        """How many units it is high."""
        stretch = cos(radians((self.box.north + self.box.south) / 2))
        return round(UNITS * (self.box.north - self.box.south) / ((self.box.east - self.box.west) * stretch))

    def place(self, position: Position) -> tuple[float, float]:
        """Return where a position lies, in units from the upper left corner."""
        box = self.box
        x = (position[0] - box.west) / (box.east - box.west) * UNITS
        y = (box.north - position[1]) / (box.north - box.south) * self.height
        return x, y


WORLD = Window(Bounds(-180.0, -_NORTHMOST, 180.0, _NORTHMOST))


def window_around(positions: Iterable[Position], *, least: float, shape: float, margin: float = 0.12) -> Window:
    """Return the window with those positions in it, at least `least` degrees high and `shape` times as wide as high.

    There is at least one position. Its edges are whole degrees, of a small one quarters, so that neighbours share a
    window.
    """
    held = tuple(positions)
    xs, ys = [x for x, _ in held], [y for _, y in held]
    middle = min(max((min(ys) + max(ys)) / 2, -_FURTHEST), _FURTHEST)
    stretch = cos(radians(middle))
    height = max(
        least, (max(ys) - min(ys)) * (1 + 2 * margin), (max(xs) - min(xs)) * stretch * (1 + 2 * margin) / shape
    )
    width = height * shape / stretch
    if width >= _ALL_AROUND or height >= _NORTHMOST * 2:
        return WORLD
    steps = 4 if height < _SMALL else 1
    south = round(min(max(middle - height / 2, -_NORTHMOST), _NORTHMOST - height) * steps) / steps
    west = round(((min(xs) + max(xs)) / 2 - width / 2) * steps) / steps
    return Window(Bounds(west, south, west + width, south + height))


def cut_area(ring: Line, box: Bounds) -> Line:
    """Return the part of an area that lies in a box (Sutherland and Hodgman)."""
    points = list(ring)
    for axis, edge, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        if not points:
            break
        points = list(_cut_side(points, axis, edge, sign))
    return tuple(points)


def _cut_side(points: list[Position], axis: int, edge: float, sign: int) -> Iterator[Position]:
    before = points[-1]
    for point in points:
        inside, was = (point[axis] - edge) * sign >= 0, (before[axis] - edge) * sign >= 0
        if inside != was:
            part = (edge - before[axis]) / (point[axis] - before[axis])
            yield (before[0] + (point[0] - before[0]) * part, before[1] + (point[1] - before[1]) * part)
        if inside:
            yield point
        before = point


def cut_line(line: Line, box: Bounds) -> Iterator[Line]:
    """Yield the runs of a line that lie in a box (Liang and Barsky)."""
    run: list[Position] = []
    for start, end in pairwise(line):
        kept = _cut_segment(start, end, box)
        if kept is None:
            if len(run) > 1:
                yield tuple(run)
            run = []
            continue
        if not run or run[-1] != kept[0]:
            if len(run) > 1:
                yield tuple(run)
            run = [kept[0]]
        run.append(kept[1])
        if kept[1] != end:
            yield tuple(run)
            run = []
    if len(run) > 1:
        yield tuple(run)


def _cut_segment(start: Position, end: Position, box: Bounds) -> tuple[Position, Position] | None:
    (x, y), dx, dy = start, end[0] - start[0], end[1] - start[1]
    first, last = 0.0, 1.0
    for step, room in ((-dx, x - box.west), (dx, box.east - x), (-dy, y - box.south), (dy, box.north - y)):
        if step == 0:
            if room < 0:
                return None
            continue
        part = room / step
        if step < 0:
            first = max(first, part)
        else:
            last = min(last, part)
        if first > last:
            return None
    ends = ((x + dx * first, y + dy * first), (x + dx * last, y + dy * last))
    return (start if first == 0 else ends[0], end if last == 1 else ends[1])


def path_of(lines: Iterable[Line], window: Window, *, closed: bool, coarse: int = 2) -> str:
    """Return lines as the data of an SVG path in whole units; points nearer than `coarse` units to the last one go."""
    parts: list[str] = []
    for line in lines:
        placed = [(round(x), round(y)) for x, y in map(window.place, line)]
        kept = placed[:1]
        for x, y in placed[1:-1]:
            if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= coarse:
                kept.append((x, y))
        if placed[-1] != kept[-1]:
            kept.append(placed[-1])
        if len(kept) < 2 + closed:
            continue
        steps = " ".join(f"{x2 - x1} {y2 - y1}" for (x1, y1), (x2, y2) in pairwise(kept))
        parts.append(f"M{kept[0][0]} {kept[0][1]}l{steps}".replace(" -", "-") + ("z" if closed else ""))
    return "".join(parts)
