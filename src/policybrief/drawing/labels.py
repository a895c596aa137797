"""Where names are on a map, so that none runs into another at any width at which the map is looked at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from .lettering import text_width

LETTERS = 12.0
"""In pixels: letters keep their size, however wide a map is."""
_LINE = 15.0
_GAP = 7.0
_DOT = 5.0
_APART = 4.0
"""How far names in one line stay apart, so that they are not read as one."""
_WIDER_LETTERS = 1.35
"""How much wider names of countries are, which are in capitals and set apart."""


@dataclass(frozen=True, slots=True)
class Label:
    """A dot with its name, or a name alone."""

    id: str
    text: str
    x: float
    y: float
    """In parts of the width and of the height."""
    side: str = ""
    """Where the name stands: `right`, `left`, `above`, `below`; empty when it has no room."""
    least_width: int = 0
    """At which of the widths of the map the name has room first."""
    weight: int = 0
    chosen: bool = False


_Rectangle = tuple[float, float, float, float]


Widths = Sequence[float]
"""In pixels, the narrowest first: those at which a map is looked at."""


class Rooms:
    """The room for names on a map: what is taken, at each width. Dots are there from the beginning.

    `shape` is the height of the map in parts of its width.
    """

    def __init__(self, dots: Sequence[Label], shape: float, widths: Widths) -> None:
        self.shape = shape
        self.widths = tuple(widths)
        self._taken = {width: _dots(dots, shape, width) for width in widths}

    def beside_dots(self, labels: Sequence[Label]) -> tuple[Label, ...]:
        """Return labels of dots, each with the side on which its name has room, and take it.

        Those that the map is about come first, then the heavier ones.
        """
        order = sorted(labels, key=lambda label: (not label.chosen, -label.weight, label.text))
        placed = {label.id: self._beside_dot(label) for label in order}
        return tuple(placed[label.id] for label in labels)

    def _beside_dot(self, label: Label) -> Label:
        for least in range(len(self.widths)):
            for side in ("right", "left", "above", "below"):
                wanted = {width: _rectangle(label, side, self.shape, width) for width in self.widths[least:]}
                if self._take(wanted):
                    return replace(label, side=side, least_width=least)
        return label

    def fitted(self, label: Label, letters: float, *, capitals: bool = True, least: int = 0) -> Label | None:
        """Return a name without a dot, and take its room at the width of that number and all wider ones; None without.

        `capitals` says whether it is written in capitals, set apart.
        """
        text, x, y = label.text, label.x, label.y
        length = _length_in_capitals(text, letters) if capitals else text_width(text, letters)
        wanted = {width: _around(x * width, y * width * self.shape, length) for width in self.widths[least:]}
        return replace(label, side="middle", least_width=least) if self._take(wanted) else None

    def length(self, text: str, letters: float, width: float) -> float:
        """Return how long the name of a country is on a map of that width, in parts of it."""
        return _length_in_capitals(text, letters) / width

    def _take(self, wanted: Mapping[float, _Rectangle]) -> bool:
        """Take the room for a name at some widths, and tell whether all of it was free."""
        if not all(_free(room, self._taken[width], self.shape, width) for width, room in wanted.items()):
            return False
        for width, (left, top, right, bottom) in wanted.items():
            self._taken[width].append((left - _APART, top, right + _APART, bottom))
        return True


def _around(x: float, y: float, length: float) -> _Rectangle:
    return (x - length / 2, y - _LINE / 2, x + length / 2, y + _LINE / 2)


def _rectangle(label: Label, side: str, shape: float, width: float) -> _Rectangle:
    """Return the room of a name, in pixels: left, top, right, bottom."""
    x, y, length = label.x * width, label.y * width * shape, text_width(label.text, LETTERS)
    if side == "right":
        return (x + _GAP, y - _LINE / 2, x + _GAP + length, y + _LINE / 2)
    if side == "left":
        return (x - _GAP - length, y - _LINE / 2, x - _GAP, y + _LINE / 2)
    top = y - _GAP - _LINE if side == "above" else y + _GAP
    return (x - length / 2, top, x + length / 2, top + _LINE)


def _free(wanted: _Rectangle, taken: Iterable[_Rectangle], shape: float, width: float) -> bool:
    left, top, right, bottom = wanted
    if left < 2 or top < 2 or right > width - 2 or bottom > width * shape - 2:
        return False
    return not any(left < one[2] and one[0] < right and top < one[3] and one[1] < bottom for one in taken)


def _dots(labels: Iterable[Label], shape: float, width: float) -> list[_Rectangle]:
    return [
        (x - _DOT, y - _DOT, x + _DOT, y + _DOT)
        for x, y in ((label.x * width, label.y * width * shape) for label in labels)
    ]


def _length_in_capitals(text: str, letters: float) -> float:
    return text_width(text.upper(), letters) * _WIDER_LETTERS
