"""Where names are on a map, so that none runs into another: on the usual screen, and on a narrow one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .lettering import text_width

LETTERS = 12.0
"""In pixels: letters keep their size, however wide a map is."""
_LINE = 15.0
_STEPS = (0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0)
_GAP = 7.0
_DOT = 5.0
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
    only_wide: bool = False
    """Whether it has room on the usual screen only."""
    weight: int = 0
    chosen: bool = False


_Rectangle = tuple[float, float, float, float]


def placed_labels(labels: Sequence[Label], shape: float, narrow: float, wide: float) -> tuple[Label, ...]:
    """Return the labels, each with the side on which its name has room; `shape` is the height in parts of the width.

    Those that the map is about come first, then the heavier ones.
    """
    order = sorted(labels, key=lambda label: (not label.chosen, -label.weight, label.text))
    rooms = {width: _dots(labels, shape, width) for width in (narrow, wide)}
    sides: dict[str, Label] = {}
    for label in order:
        sides[label.id] = _placed(label, shape, rooms, narrow, wide)
    return tuple(sides[label.id] for label in labels)


def _placed(label: Label, shape: float, rooms: dict[float, list[_Rectangle]], narrow: float, wide: float) -> Label:
    """Return the label with its side, and take its room."""
    choices = ("right", "left", "above", "below")
    for widths in ((narrow, wide), (wide,)):
        for side in choices:
            wanted = {width: _rectangle(label, side, shape, width) for width in widths}
            if all(_free(wanted[width], rooms[width], shape, width) for width in widths):
                for width in widths:
                    rooms[width].append(wanted[width])
                return replace(label, side=side, only_wide=len(widths) == 1)
    return label


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


class SmallLabels:
    """Room for names without a dot, which give way to those with one."""

    def __init__(self, taken: Sequence[Label], shape: float, narrow: float, wide: float) -> None:
        self.shape = shape
        self.rooms = {width: _dots(taken, shape, width) for width in (narrow, wide)}
        for label in taken:
            if label.side:
                for width in (wide,) if label.only_wide else (narrow, wide):
                    self.rooms[width].append(_rectangle(label, label.side, shape, width))
        self.narrow, self.wide = narrow, wide

    def fitted(
        self, label: Label, letters: float, *, capitals: bool = True, steps: Sequence[float] = _STEPS
    ) -> Label | None:
        """Return the label where it has room, at most a few lines off its place; None where it has none.

        `capitals` says whether it is written in capitals, set apart; `steps` by how many lines it may be moved.
        """
        for widths in ((self.narrow, self.wide), (self.wide,)):
            for step in steps:
                moved = replace(label, y=label.y + step * _LINE / (self.wide * self.shape))
                wanted = {width: self._room(moved, letters, width, capitals=capitals) for width in widths}
                if all(_free(wanted[width], self.rooms[width], self.shape, width) for width in widths):
                    for width in widths:
                        self.rooms[width].append(wanted[width])
                    return replace(moved, side="middle", only_wide=len(widths) == 1)
        return None

    def _room(self, label: Label, letters: float, width: float, *, capitals: bool) -> _Rectangle:
        words = label.text.upper() if capitals else label.text
        half = text_width(words, letters) * (_WIDER_LETTERS if capitals else 1.0) / 2
        x, y = label.x * width, label.y * width * self.shape
        return (x - half, y - _LINE / 2, x + half, y + _LINE / 2)
