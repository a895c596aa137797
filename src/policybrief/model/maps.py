"""Positions: coordinates of entries, and the routes and areas that a brief draws."""

from dataclasses import dataclass

from .problems import Place

Position = tuple[float, float]
"""Longitude and latitude in degrees, in the order of x and y."""


@dataclass(frozen=True, slots=True)
class Coordinates:
    """The position of an entry."""

    latitude: float
    longitude: float
    place: Place
    label: str = ""
    """Its label on maps if not its name: both names of a place that has two."""

    @property
    def position(self) -> Position:
        """The same as x and y."""
        return (self.longitude, self.latitude)


@dataclass(frozen=True, slots=True)
class MapShape:
    """A route, an area or a line on the maps of a brief."""

    entry: str
    """The id of the entry with this shape; empty if it has only a name."""
    name: str
    lines: tuple[tuple[Position, ...], ...]
    """Its lines; for an area, the rings."""
    place: Place
    area: bool = False
    dashed: bool = False
    """Whether it is planned, closed or disputed."""
    note: str = ""
    """Why it is dashed, in words for the legend."""
