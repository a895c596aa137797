"""Maps before they are SVG: which land, borders, routes, names and dots are where, for the web and for paper."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, product
from math import dist, hypot

from ..model.maps import MapShape, Position
from .labels import LETTERS, Label, Rooms, Widths
from .outlines import Bounds, Country, Line, box_of, outlines
from .windows import UNITS, Window, cut_area, cut_line, path_of, window_around

_WIDER = 0.01
"""How far beyond the edge lines go on, in parts of the width, so that none is drawn along the edge."""
_LEAST = 5.0
"""How many degrees the smallest map is high."""
_COARSE = 3
"""In units: points of the ground that lie nearer together are one."""
_SPECK = 0.00008
"""The part of a map below which an island is left out."""
SHAPE = 4 / 3
_PARTS = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9)
"""Where along a route, or up an area, its name is tried."""
_ALONE = 20.0
"""In units: routes that are so much further apart are told apart better."""
_BESIDE = 18.0
"""How far a name stands over or under its route, in units."""
_GRID = 24
"""Into how many columns and rows a country is divided to find room for its name."""
_SEVERAL = 3
"""Of so many places a map is about the country that has them."""
_MOST = 0.6
"""How much of the name of a country has to be in it where all of it has no room."""
_STEP = 0.15
"""In degrees, how far apart points on a route are that the names of countries keep away from."""
_LARGE_ENOUGH = 0.02
"""The part of a map that a country has to take for its name to be on it."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A place to be shown."""

    id: str
    name: str
    position: Position
    weight: int = 0
    """The heavier one has its name first."""
    chosen: bool = False
    """Whether the map is about it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under routes and names: paths in units."""

    land: str
    """Its edge is the coast."""
    borders: str
    disputed: str
    lakes: str


@dataclass(frozen=True, slots=True)
class Route:
    """A route or an area as a path."""

    shape: MapShape
    path: str


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A whole map."""

    width: int
    height: int
    ground: Ground
    home: str
    """The land that is set off, as a path; empty for none."""
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]
    """Dots with their names."""
    lands: tuple[Label, ...]
    """Names of countries."""
    named_routes: tuple[Label, ...] = ()
    """Names of routes, beside them."""
    named_areas: tuple[Label, ...] = ()
    """Names of areas, in them."""

    @property
    def has_dispute(self) -> bool:
        """Whether a border in dispute is in view."""
        return bool(self.ground.disputed)


def map_of(
    pins: Sequence[Pin],
    shapes: Sequence[MapShape] = (),
    *,
    home: Country | None = None,
    called: Mapping[str, str] | None = None,
    window: Window | None = None,
    widths: Widths = (320.0, 460.0),
) -> MapDrawing:
    """Return the map of some places and shapes, of which there is at least one.

    `home` is a country to set off; `called` says what the brief calls a country, by its English name; `widths` are the
    widths in pixels, the least first, at which names have to find room.
    """
    window = window or window_for([pin for pin in pins if pin.chosen] or pins, shapes, home)
    inside = [pin for pin in pins if window.box.has(pin.position)]
    dots = [_named(pin, window) for pin in inside]
    rooms = Rooms(dots, window.height / UNITS, widths)
    lands = _Lands(window, called or {}, shapes, rooms)
    # The country that the map is about has its name before the many places in it.
    subject = None if home else lands.of_most(inside)
    first = lands.named([subject]) if subject else ()
    names = rooms.beside_dots(dots)
    named_areas = tuple(_shape_labels((shape for shape in shapes if shape.area), shapes, window, rooms))
    named_routes = tuple(_shape_labels((shape for shape in shapes if not shape.area), shapes, window, rooms))
    others = lands.named(country for country in outlines().countries if not first or country is not subject)
    return MapDrawing(
        UNITS,
        window.height,
        ground_of(window),
        path_of(_areas(home.rings, window.box), window, closed=True) if home else "",
        tuple(_routes(shapes, window)),
        names,
        (*first, *others),
        named_routes,
        named_areas,
    )


def window_for(pins: Sequence[Pin], shapes: Sequence[MapShape], home: Country | None = None) -> Window:
    """Return the window for these places and shapes, and for the country around them where that is not too large."""
    positions = [pin.position for pin in pins]
    positions += [point for shape in shapes for line in shape.lines for point in line]
    least = _LEAST * 0.4 if shapes else _LEAST
    if home and (not positions or (len(positions) == 1 and _is_small(home.box))):
        positions += [(home.box.west, home.box.south), (home.box.east, home.box.north)]
    elif len(positions) == 1:
        least = 2 * _LEAST
    return window_around(positions, least=least, shape=SHAPE)


def _is_small(box: Bounds) -> bool:
    return box.east - box.west <= 16 and box.north - box.south <= 12


@lru_cache(maxsize=64)
def ground_of(window: Window) -> Ground:
    """Return the ground of a map; those of one window are made once."""
    world, box = outlines(), window.box
    lines: dict[str, list[Line]] = {"border": [], "disputed": []}
    for border in world.borders:
        if border.box.meets(box):
            lines[border.kind] += cut_line(border.line, box)
    seen = (line for line, own in world.shores if own.meets(box) and _is_seen(own, box))
    return Ground(
        path_of(_areas(seen, box), window, closed=True, coarse=_COARSE),
        path_of(lines["border"], window, closed=False, coarse=_COARSE),
        path_of(lines["disputed"], window, closed=False, coarse=_COARSE),
        path_of(_areas((line for line, own in world.lakes if own.meets(box)), box), window, closed=True),
    )


def _is_seen(land: Bounds, box: Bounds) -> bool:
    """Tell whether an island is more than a speck."""
    return _size(land) >= _SPECK * _size(box)


def _areas(rings: Iterable[Line], box: Bounds) -> Iterable[Line]:
    wider = _WIDER * (box.east - box.west)
    edge = Bounds(box.west - wider, box.south - wider, box.east + wider, box.north + wider)
    for ring in rings:
        if box_of(ring).meets(box):
            kept = cut_area(ring, edge)
            if len(kept) > 2:
                yield kept


def _routes(shapes: Iterable[MapShape], window: Window) -> Iterable[Route]:
    for shape in shapes:
        if shape.area:
            path = path_of(_areas(shape.lines, window.box), window, closed=True, coarse=1)
        else:
            runs = (run for line in shape.lines for run in cut_line(line, window.box))
            path = path_of(runs, window, closed=False, coarse=1)
        if path:
            yield Route(shape, path)


def _named(pin: Pin, window: Window) -> Label:
    x, y = window.place(pin.position)
    return Label(pin.id, pin.name, x / UNITS, y / window.height, weight=pin.weight, chosen=pin.chosen)


def _shape_labels(
    named: Iterable[MapShape], shapes: Sequence[MapShape], window: Window, rooms: Rooms
) -> Iterable[Label]:
    """Yield the names of some of the shapes, where they have room beside or in them."""
    for shape in named:
        others = [line for other in shapes if other is not shape and not other.area for line in other.lines]
        places = list(_name_places(shape, others, window)) if shape.name else ()
        labels = [Label(shape.entry, shape.name, x / UNITS, y / window.height) for x, y in places]
        tries = ((label, least) for least in range(len(rooms.widths)) for label in labels)
        fitted = (rooms.fitted(label, LETTERS, capitals=False, least=least) for label, least in tries)
        if found := next(filter(None, fitted), None):
            yield found


def _name_places(shape: MapShape, others: Sequence[Line], window: Window) -> Iterable[Position]:
    """Yield where a name may stand, in units: up the middle of an area, beside a route where it runs alone first."""
    if shape.area:
        rings = sorted(_areas(shape.lines, window.box), key=lambda ring: -_size(box_of(ring)))
        middles = (middle for ring in rings for middle in sorted(_middles(ring), reverse=True))
        yield from (window.place(position) for _, position in middles)
        return
    runs = sorted((run for line in shape.lines for run in cut_line(line, window.box)), key=len, reverse=True)
    found = [window.place(_along(run, part)) for run in runs for part in _PARTS]
    points = [window.place(_along(line, part / 20)) for line in others for part in range(21)]
    for x, y in sorted(found, key=lambda at: -min((dist(at, other) for other in points), default=0.0) // _ALONE):
        yield x, y - _BESIDE
        yield x, y + _BESIDE


def _middles(ring: Line) -> Iterable[tuple[float, Position]]:
    """Yield how wide an area is at some heights, and the middle of it there."""
    box = box_of(ring)
    for part in _PARTS:
        y = box.south + (box.north - box.south) * part
        sides = ((one, other) for one, other in pairwise((*ring, ring[0])) if (one[1] > y) != (other[1] > y))
        crossings = sorted(x1 + (x2 - x1) * (y - y1) / (y2 - y1) for (x1, y1), (x2, y2) in sides)
        yield from (
            (east - west, ((west + east) / 2, y)) for west, east in zip(crossings[::2], crossings[1::2], strict=True)
        )


def _along(run: Line, part: float) -> Position:
    """Return the position after that part of a line, in degrees as on a plane."""
    lengths = [hypot(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(run)]
    left = part * sum(lengths)
    for ((x1, y1), (x2, y2)), length in zip(pairwise(run), lengths, strict=True):
        if left <= length:
            share = left / (length or 1.0)
            return x1 + (x2 - x1) * share, y1 + (y2 - y1) * share
        left -= length
    return run[-1]


class _Lands:
    """The names of countries on a map."""

    def __init__(self, window: Window, called: Mapping[str, str], shapes: Sequence[MapShape], rooms: Rooms) -> None:
        self.window, self.called, self.rooms = window, called, rooms
        self.routes = [window.place(point) for shape in shapes for line in shape.lines for point in _dots_along(line)]

    def of_most(self, pins: Sequence[Pin]) -> Country | None:
        """Return the country that has the most of some places, if they are several."""
        found = Counter(
            country.name
            for country in outlines().countries
            if country.whole.meets(self.window.box)
            for pin in pins
            if any(_contains(ring, pin.position) for ring in country.rings)
        )
        name, count = next(iter(found.most_common(1)), ("", 0))
        return outlines().by_name[name] if count >= _SEVERAL else None

    def named(self, countries: Iterable[Country]) -> tuple[Label, ...]:
        """Return the names of those that take enough of the map, where they do not run into other names."""
        found: list[Label] = []
        for country in countries:
            if country.whole.meets(self.window.box) and (middle := _middle_of(country, self.window)):
                name = next((self.called[name] for name in country.names if name in self.called), country.name)
                land = _Land(country, middle, self.window, self.routes)
                if label := self._label(country.name, name, land):
                    found.append(label)
        return tuple(found)

    def _label(self, id_: str, name: str, land: "_Land") -> Label | None:
        """Return the name at the least width at which it has room.

        It is clear of routes if that can be, and all of it is in the country, or else most of it.
        """
        for least, width in enumerate(self.rooms.widths):
            length = self.rooms.length(name, LETTERS, width)
            for clear, part in product((True, False), (1.0, _MOST)):
                for x, y in land.places(length, part, clear=clear):
                    label = Label(id_, name, x / UNITS, y / self.window.height)
                    if fitted := self.rooms.fitted(label, LETTERS, least=least):
                        return fitted
        return None


class _Land:
    """Where the name of a country may stand."""

    def __init__(self, country: Country, middle: Position, window: Window, routes: Sequence[Position]) -> None:
        self.window, self.middle, self.routes = window, middle, routes
        self.ring = max(_areas(country.rings, window.box), key=lambda ring: _size(box_of(ring)))

    def places(self, length: float, part: float, *, clear: bool) -> Iterator[Position]:
        """Yield places in units for the middle of a name that is so long, in parts of the width of the map.

        Those nearest to the middle of the country come first. `part` is how much of the name, around its middle, has to
        be in the country; `clear` is whether it has to be clear of routes.
        """
        degrees = length * part * (self.window.box.east - self.window.box.west)
        for point in (self.middle, *self._grid):
            if self._holds(point, degrees) and not (clear and self._on_routes(point, length)):
                yield self.window.place(point)

    @cached_property
    def _grid(self) -> list[Position]:
        """Points in the country, the nearest to its middle first."""
        land = box_of(self.ring)
        across, up = land.east - land.west, land.north - land.south
        grid = (
            (land.west + across * column / _GRID, land.south + up * row / _GRID)
            for column in range(1, _GRID)
            for row in range(1, _GRID)
        )
        inside = [point for point in grid if self.window.box.has(point) and _contains(self.ring, point)]
        middle = self.middle
        return sorted(inside, key=lambda point: abs(point[0] - middle[0]) / across + abs(point[1] - middle[1]) / up)

    def _holds(self, position: Position, degrees: float) -> bool:
        x, y = position
        return all(_contains(self.ring, (x + degrees * part, y)) for part in (-0.5, 0.0, 0.5))

    def _on_routes(self, position: Position, length: float) -> bool:
        x, y = self.window.place(position)
        half = length * UNITS / 2
        return any(abs(x - across) < half and abs(y - down) < _BESIDE / 2 for across, down in self.routes)


def _dots_along(line: Line) -> Iterator[Position]:
    """Yield points on a line that lie so close together that no name passes between them."""
    for (x1, y1), (x2, y2) in pairwise(line):
        steps = max(1, round(hypot(x2 - x1, y2 - y1) / _STEP))
        yield from ((x1 + (x2 - x1) * step / steps, y1 + (y2 - y1) * step / steps) for step in range(steps + 1))


def _middle_of(country: Country, window: Window) -> Position | None:
    """Return where the name of a country stands: its own place for it, or the middle of what is seen of it."""
    box = window.box
    rings = list(_areas(country.rings, box))
    if not rings:
        return None
    largest = max(map(box_of, rings), key=lambda part: (part.east - part.west) * (part.north - part.south))
    size = (min(largest.east, box.east) - max(largest.west, box.west)) * (
        min(largest.north, box.north) - max(largest.south, box.south)
    )
    if size < _LARGE_ENOUGH * (box.east - box.west) * (box.north - box.south):
        return None
    inner = Bounds(
        box.west + (box.east - box.west) * 0.08,
        box.south + (box.north - box.south) * 0.05,
        box.east - (box.east - box.west) * 0.08,
        box.north - (box.north - box.south) * 0.05,
    )
    if inner.has(country.label):
        return country.label
    ring = max(rings, key=lambda ring: _size(box_of(ring)))
    middle = ((largest.west + largest.east) / 2, (largest.south + largest.north) / 2)
    return middle if _contains(ring, middle) else None


def _size(box: Bounds) -> float:
    return (box.east - box.west) * (box.north - box.south)


def _contains(ring: Line, position: Position) -> bool:
    """Tell whether a position lies within a ring (even-odd rule)."""
    x, y = position
    inside = False
    before = ring[-1]
    for point in ring:
        if (point[1] > y) != (before[1] > y):
            crossing = (before[0] - point[0]) * (y - point[1]) / (before[1] - point[1]) + point[0]
            inside ^= x < crossing
        before = point
    return inside
