"""The outlines of all countries, from the data file that `make_outlines` wrote."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import TypeAlias

from ..model.maps import Position

_SCALE = 100

Line: TypeAlias = tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle of longitudes and latitudes."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Bounds") -> bool:
        """Tell whether the two have anything in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )

    def has(self, position: Position) -> bool:
        """Tell whether a position lies in it."""
        return self.west <= position[0] <= self.east and self.south <= position[1] <= self.north


def box_of(line: Line) -> Bounds:
    """Return the smallest box around a line that has a point."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return Bounds(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Border:
    """A line between lands."""

    kind: str
    """`border` or `disputed`."""
    line: Line
    box: Bounds


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its names in English, with its land."""

    names: tuple[str, ...]
    label: Position
    """Where its name stands best."""
    rings: tuple[Line, ...]
    box: Bounds
    """Around its largest piece of land."""
    whole: Bounds
    """Around all of it."""

    @property
    def name(self) -> str:
        """What it is commonly called."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Outlines:
    """The whole world."""

    countries: tuple[Country, ...]
    shores: tuple[tuple[Line, Bounds], ...]
    """The edges of all land, as rings: those of seas within it among them."""
    borders: tuple[Border, ...]
    lakes: tuple[tuple[Line, Bounds], ...]
    by_name: Mapping[str, Country]


@cache
def outlines() -> Outlines:
    """Return the outlines, read when they are first asked for."""
    data = json.loads(resources.files(__package__).joinpath("world.json").read_text("utf-8"))
    arcs = [_decoded(arc[1:]) for arc in data["arcs"]]
    countries = tuple(_country(given, arcs) for given in data["countries"])
    lines = [(arc[0], line) for arc, line in zip(data["arcs"], arcs, strict=True)]
    coasts = tuple(joined(line for kind, line in lines if kind == "coast"))
    lines += [("disputed", _decoded(line)) for line in data["lines"]]
    return Outlines(
        countries,
        tuple((line, box_of(line)) for line in coasts),
        tuple(Border(kind, line, box_of(line)) for kind, line in lines if kind != "coast"),
        tuple((line, box_of(line)) for line in map(_decoded, data["lakes"])),
        {name: country for country in reversed(countries) for name in country.names},
    )


def _decoded(numbers: list[int]) -> Line:
    xs, ys = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return tuple((x / _SCALE, y / _SCALE) for x, y in zip(xs, ys, strict=True))


def joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the rings that lines make when each goes on where another ends, in whichever direction.

    At every end an even number of lines meet.
    """
    waiting = dict(enumerate(lines))
    ends: defaultdict[Position, list[int]] = defaultdict(list)
    for number, line in waiting.items():
        ends[line[0]].append(number)
        ends[line[-1]].append(number)
    while waiting:
        _, ring = waiting.popitem()
        while ring[-1] != ring[0]:
            number = next(number for number in ends[ring[-1]] if number in waiting)
            line = waiting.pop(number)
            ring += (line if line[0] == ring[-1] else line[::-1])[1:]
        yield ring


def _country(given: dict[str, list[object]], arcs: list[Line]) -> Country:
    rings = tuple(_ring(ring, arcs) for ring in given["rings"] if isinstance(ring, list))
    boxes = [box_of(ring) for ring in rings]
    latitude, longitude = (float(str(number)) for number in given["label"])
    return Country(
        names=tuple(map(str, given["names"])),
        label=(longitude, latitude),
        rings=rings,
        box=max(boxes, key=lambda box: (box.east - box.west) * (box.north - box.south)),
        whole=Bounds(
            min(box.west for box in boxes),
            min(box.south for box in boxes),
            max(box.east for box in boxes),
            max(box.north for box in boxes),
        ),
    )


def _ring(numbers: list[int], arcs: list[Line]) -> Line:
    points: list[Position] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[-1 - number][::-1]
        points += line[1:] if points else line
    return tuple(points)
