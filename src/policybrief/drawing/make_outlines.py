"""Makes `world.json`, the outlines of all countries, from the 1:50m files of Natural Earth (naturalearthdata.com).

Run when the outlines are to be renewed, not when a site is built:

    python -m policybrief.drawing.make_outlines FOLDER

`FOLDER` holds `cultural/ne_50m_admin_0_countries`, `cultural/ne_50m_admin_0_boundary_lines_land` and
`physical/ne_50m_lakes`, as .shp and .dbf; several Python packages carry them. Natural Earth is in the public domain.
Borders that two countries share are cut out once and simplified once, so that no gap opens between the two.
"""

import json
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

Point = tuple[float, float]
Line = tuple[Point, ...]

SCALE = 100
"""Steps to a degree: 0.01 degrees are about a kilometre."""
TOLERANCE = 0.01
"""In degrees: how far a simplified line may leave the true one."""
SMALLEST_RING = 0.004
"""In square degrees: islands below this are left out."""
SMALLEST_LAKE = 0.25
"""In square degrees: lakes below this are left out."""
NEAR = 0.03
"""In degrees: a border that is nowhere further from a disputed line is that line; the two files differ by less."""
_NAMES = ("NAME", "NAME_LONG", "ADMIN", "BRK_NAME", "FORMAL_EN", "NAME_EN")
_POLYGON, _POLYLINE = 5, 3


def shapes(path: Path) -> Iterator[tuple[Line, ...]]:
    """Yield the rings or lines of each record of a shapefile (ESRI Shapefile Technical Description, 1998)."""
    content = path.with_suffix(".shp").read_bytes()
    at = 100
    while at < len(content):
        (length,) = struct.unpack(">i", content[at + 4 : at + 8])
        record = content[at + 8 : at + 8 + 2 * length]
        at += 8 + 2 * length
        (kind,) = struct.unpack("<i", record[:4])
        if kind not in (_POLYGON, _POLYLINE):
            yield ()
            continue
        parts, points = struct.unpack("<2i", record[36:44])
        starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
        flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
        line = [(round(x, 6), round(y, 6)) for x, y in zip(flat[::2], flat[1::2], strict=True)]
        yield tuple(tuple(line[start:end]) for start, end in pairwise(starts))


def records(path: Path) -> Iterator[dict[str, str]]:
    """Yield the fields of each record of a dBASE file, as text."""
    content = path.with_suffix(".dbf").read_bytes()
    count, head, length = struct.unpack("<iHH", content[4:12])
    fields = [content[at : at + 32] for at in range(32, head - 1, 32) if content[at] != 0x0D]
    for number in range(count):
        at = head + number * length + 1
        found: dict[str, str] = {}
        for field in fields:
            name, size = field[:11].split(b"\0")[0].decode(), field[16]
            found[name.upper()] = content[at : at + size].decode("utf-8", "replace").strip(" \0")
            at += size
        yield found


def simplified(line: Line) -> Line:
    """Return the line without points that lie nearer than the tolerance to what is left (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    kept = {0, len(line) - 1}
    if line[0] == line[-1]:
        kept.add(max(range(len(line)), key=lambda at: _distance(line[at], line[0], line[0])))
    ends = sorted(kept)
    stack = list(pairwise(ends))
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        far = max(range(first + 1, last), key=lambda at: _distance(line[at], line[first], line[last]))
        if _distance(line[far], line[first], line[last]) > TOLERANCE:
            kept.add(far)
            stack += [(first, far), (far, last)]
    return tuple(line[at] for at in sorted(kept))


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    t = 0.0 if not length else min(1.0, max(0.0, ((x - x1) * dx + (y - y1) * dy) / length))
    return float(((x - x1 - t * dx) ** 2 + (y - y1 - t * dy) ** 2) ** 0.5)


def area(ring: Line) -> float:
    """Return the area of a ring in square degrees."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


class Disputed:
    """The lines that are in dispute, and which points lie on them."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = [(line, _box(line)) for line in lines]
        self.known: dict[Point, bool] = {}

    def has(self, point: Point) -> bool:
        """Tell whether a point lies on one of the lines."""
        if point not in self.known:
            self.known[point] = any(_near(point, line) for line, box in self.lines if _within(point, box))
        return self.known[point]


def _box(line: Line) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs) - NEAR, min(ys) - NEAR, max(xs) + NEAR, max(ys) + NEAR


def _within(point: Point, box: tuple[float, float, float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _near(point: Point, line: Line) -> bool:
    return any(_distance(point, start, end) <= NEAR for start, end in pairwise(line))


def junctions(rings: Iterable[Line], disputed: Disputed) -> set[Point]:
    """Return the points at which borders part: where rings go different ways, and where a dispute begins or ends."""
    ways: defaultdict[Point, set[frozenset[Point]]] = defaultdict(set)
    parting: set[Point] = set()
    for ring in rings:
        body = ring[:-1]
        for at, point in enumerate(body):
            before, after = body[at - 1], body[(at + 1) % len(body)]
            ways[point].add(frozenset((before, after)))
            if disputed.has(point) and not (disputed.has(before) and disputed.has(after)):
                parting.add(point)
    return parting | {point for point, found in ways.items() if len(found) > 1}


class Arcs:
    """Lines between junctions, each kept once, whichever ring comes by first and in whichever direction."""

    def __init__(self) -> None:
        self.numbers: dict[Line, int] = {}
        self.uses: list[int] = []

    def of(self, ring: Line, parting: set[Point]) -> list[int]:
        """Return the numbers of the arcs of a ring; a number -1 - n is arc n backwards."""
        body = ring[:-1]
        cuts = [at for at, point in enumerate(body) if point in parting]
        if not cuts:
            smallest = body.index(min(body))
            cuts = [smallest]
        turned = [*body[cuts[0] :], *body[: cuts[0]], body[cuts[0]]]
        marks = [cut - cuts[0] for cut in cuts] + [len(body)]
        return [self._number(tuple(turned[start : end + 1])) for start, end in pairwise(marks)]

    def _number(self, line: Line) -> int:
        backwards = line[::-1]
        if backwards in self.numbers and line not in self.numbers:
            self.uses[self.numbers[backwards]] += 1
            return -1 - self.numbers[backwards]
        number = self.numbers.setdefault(line, len(self.numbers))
        if number == len(self.uses):
            self.uses.append(0)
        self.uses[number] += 1
        return number


def encoded(line: Sequence[Point]) -> list[int]:
    """Return a line as its first point and the steps from there, in hundredths of a degree; steps of nothing go."""
    whole = [(round(x * SCALE), round(y * SCALE)) for x, y in line]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(whole)]
    return [*whole[0], *(number for step in steps if step != (0, 0) for number in step)]


def main(folder: Path, target: Path) -> None:
    """Write the outlines."""
    countries = list(zip(records(folder / "cultural/ne_50m_admin_0_countries"),
                         shapes(folder / "cultural/ne_50m_admin_0_countries"), strict=True))  # fmt: skip
    lines = zip(records(folder / "cultural/ne_50m_admin_0_boundary_lines_land"),
                shapes(folder / "cultural/ne_50m_admin_0_boundary_lines_land"), strict=True)  # fmt: skip
    disputed = Disputed(
        line for record, parts in lines for line in parts if "International" not in record["FEATURECLA"]
    )
    kept = [[ring for ring in rings if area(ring) >= SMALLEST_RING] or list(rings[:1]) for _, rings in countries]
    parting = junctions((ring for rings in kept for ring in rings), disputed)
    arcs = Arcs()
    rings_of = [[arcs.of(ring, parting) for ring in rings] for rings in kept]
    kinds = [
        "coast" if uses == 1 else "disputed" if all(map(disputed.has, line)) else "border"
        for line, uses in zip(arcs.numbers, arcs.uses, strict=True)
    ]
    on_arcs = {point for line, kind in zip(arcs.numbers, kinds, strict=True) if kind == "disputed" for point in line}
    drawn = Disputed([tuple(line) for line, kind in zip(arcs.numbers, kinds, strict=True) if kind == "disputed"])
    others = [line for line, _ in disputed.lines if on_arcs and sum(map(drawn.has, line)) * 2 < len(line)]
    lakes = shapes(folder / "physical/ne_50m_lakes")
    found: dict[str, list[object]] = {
        "arcs": [[kind, *encoded(simplified(line))] for line, kind in zip(arcs.numbers, kinds, strict=True)],
        "lines": [encoded(simplified(line)) for line in others],
        "lakes": [encoded(simplified(parts[0])) for parts in lakes if parts and area(parts[0]) >= SMALLEST_LAKE],
        "countries": [
            {
                "names": list(dict.fromkeys(record[name] for name in _NAMES if record.get(name))),
                "label": [round(float(record["LABEL_Y"]), 2), round(float(record["LABEL_X"]), 2)],
                "rings": rings,
            }
            for (record, _), rings in zip(countries, rings_of, strict=True)
        ],
    }
    target.write_text(_written(found), "utf-8")


def _written(found: dict[str, list[object]]) -> str:
    """Return the outlines as JSON, one arc or country a line."""
    head = '"source": "Natural Earth 1:50m, public domain, naturalearthdata.com; made by make_outlines.py"'
    parts = [
        f'"{name}": [\n'
        + ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in items)
        + "\n]"
        for name, items in found.items()
    ]
    return "{\n" + ",\n".join((head, *parts)) + "\n}\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(__file__).with_name("world.json"))
