"""The chart that an author requests below a table: its kind, and the options in quotation marks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..model.blocks import TextBlock
from ..model.charts import Shape
from ..model.inlines import attribute
from ..model.problems import did_you_mean

ASKS = "chart"
COLUMNS, EVENTS, LANES, TITLE, SUBTITLE = OPTIONS = ("columns", "events", "lanes", "title", "subtitle")
_SHAPES = {shape.value: shape for shape in Shape if shape.value}
_TWO = (Shape.SLOPE, Shape.RANGE)

Refuse = Callable[[str, str], None]
"""Receives a message and a hint."""


@dataclass(frozen=True, slots=True)
class Request:
    """The author's request."""

    shape: Shape
    columns: tuple[int, ...]
    """The columns to draw, from 0."""
    events: tuple[str, ...] = ()
    """The ids of the entries to be marked on the years."""
    lanes: int | None = None
    """The column that names the lane of each row in a strip."""
    title: str = ""
    subtitle: str = ""


def request_of(asking: TextBlock, heads: Sequence[str], refuse: Refuse) -> Request | None:
    """Return the request for a table with these headers; None, with a problem, if it is invalid."""
    shape = _shape(asking, refuse)
    columns = _columns(attribute(asking.attributes, COLUMNS) or "2", heads, refuse)
    events = tuple(attribute(asking.attributes, EVENTS).replace(",", " ").split())
    written = attribute(asking.attributes, LANES)
    lanes = _columns(written, heads, refuse)[:1] if written else ()
    if shape is None or not columns or (written and not lanes):
        return None
    if not _columns_suit(shape, columns, refuse):
        return None
    if lanes and (shape is not Shape.STRIP or len(columns) > 1):
        refuse("'lanes' works only with a strip of one column", 'write {: .chart .strip columns="2" lanes="3" }')
        return None
    title, subtitle = (attribute(asking.attributes, name).strip() for name in (TITLE, SUBTITLE))
    return Request(shape, columns, events, lanes[0] if lanes else None, title, subtitle)


def classes_of(block: TextBlock) -> list[str]:
    """Return the classes that an author gave to a block."""
    return attribute(block.attributes, "class").split()


def _shape(asking: TextBlock, refuse: Refuse) -> Shape | None:
    words = [word for word in classes_of(asking) if word != ASKS]
    unknown = [word for word in words if word not in _SHAPES]
    for word in unknown:
        otherwise = f"write one of {', '.join(f'.{name}' for name in _SHAPES)}"
        refuse(f"unknown kind of chart '.{word}'", did_you_mean(word, _SHAPES, otherwise))
    if unknown:
        return None
    return _SHAPES[words[0]] if words else Shape.FITTING


def _columns(written: str, heads: Sequence[str], refuse: Refuse) -> tuple[int, ...]:
    width = len(heads)
    numbers = written.replace(",", " ").split()
    wrong = [number for number in numbers if not number.isdecimal() or not 1 < int(number) <= width]
    if wrong:
        said = f"the table has no column {wrong[0]}" if wrong[0].isdecimal() else f"'{wrong[0]}' is not a column"
        refuse(said, f"the first column names the rows; the last one is {width}")
        return ()
    return tuple(dict.fromkeys(int(number) - 1 for number in numbers))


def _columns_suit(shape: Shape, columns: Sequence[int], refuse: Refuse) -> bool:
    """Tell whether that kind of chart can be drawn from this many columns."""
    if shape in _TWO and len(columns) != 2:
        refuse(f"a chart of the kind '.{shape.value}' needs two columns", 'write columns="2 3"')
        return False
    if shape is Shape.STACKED and not 1 < len(columns) <= 5:
        refuse("a chart of the kind '.stacked' needs two to five columns", 'write columns="2 3"')
        return False
    return True
