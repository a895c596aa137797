"""Charts that the author asks for under a table: `{: .chart }` at the end of its caption.

The numbers are read from the cells of that very table, which stays below its chart.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from ..model.blocks import Block, Node, Table, TableCell, TextBlock, walk
from ..model.charts import Bar, Chart, Panel, Shape
from ..model.inlines import attribute
from ..model.places import Source
from ..model.problems import Code, Place, Problem, did_you_mean
from .amounts import Amount, Unreadable, read_amount
from .rewriting import exchanged
from .text import plain_text

_ASKS = "chart"
_FEWEST_AMOUNTS = 2
_YEAR = re.compile(r"(\d{4})(?:[/–-]\d{2,4})?")
_REQUEST = re.compile(r"\{:?[^{}\n]*(?<![\w-])chart(?![\w-])[^{}\n]*\}")
_HEAD_UNIT = re.compile(r"\(([^()]*)\)\s*$")

_COLUMNS = "columns"
_WORDS = ("title", "subtitle")


@dataclass(frozen=True, slots=True)
class Request:
    """What the author asks for."""

    shape: Shape
    columns: tuple[int, ...]
    """The columns to draw, from 0."""


class ChartReader:
    """Draws no chart, but reads what is to be drawn: the request of each caption, and the cells of its table."""

    def __init__(self, source: Source, language: str) -> None:
        self.source = source
        self.language = language
        self.problems: list[Problem] = []

    def with_charts(self, blocks: tuple[Block, ...], at: int) -> tuple[Block, ...]:
        """Return what is cited together with the chart that a caption in it asks for; `at` is where it begins.

        The request leaves the tree.
        """
        asking = next((node for block in blocks for node in walk(block) if _asks(node)), None)
        if not isinstance(asking, TextBlock):
            return blocks
        table = next((node for block in blocks for node in walk(block) if isinstance(node, Table)), None)
        chart = self._chart(asking, table, at)
        changed: dict[int, Node] = {id(asking): _without_request(asking)}
        if table and chart:
            changed[id(table)] = replace(table, chart=chart)
        return exchanged(blocks, changed)

    def _chart(self, asking: TextBlock, table: Table | None, at: int) -> Chart | None:
        """Return the chart of a table; None, with a problem, when it cannot be drawn."""
        match = _REQUEST.search(self.source.text, at)
        place = self.source.place(match.start() if match else at)
        known = len(self.problems)
        rows = [row.cells for row in (*table.head, *table.body)] if table else []
        if not rows:
            self._refuse(place, "a chart needs a table before it", "put this line below the text of a caption")
            return None
        request = self._request(asking, len(rows[0]), place)
        if len(self.problems) > known or request is None:
            return None
        panels = tuple(self._panel(rows, column, place) for column in request.columns)
        if len(self.problems) == known and request.shape is Shape.LINE and not panels[0].years:
            self._refuse(place, "a line needs years in order in the first column", "remove '.line' to draw bars")
        claim, subtitle = (attribute(asking.attributes, name).strip() for name in _WORDS)
        return Chart(request.shape, panels, claim, subtitle) if len(self.problems) == known else None

    def _request(self, asking: TextBlock, width: int, place: Place) -> Request | None:
        words = [word for word in _classes(asking) if word != _ASKS]
        shapes = {shape.value: shape for shape in Shape if shape.value}
        for word in words:
            if word not in shapes:
                self._refuse(
                    place,
                    f"there is no chart of the kind '.{word}'",
                    did_you_mean(word, shapes, "write .bars or .line"),
                )
        columns = self._columns(attribute(asking.attributes, _COLUMNS), width, place)
        shape = shapes[words[0]] if words and words[0] in shapes else Shape.FITTING
        return Request(shape, columns) if columns else None

    def _columns(self, written: str, width: int, place: Place) -> tuple[int, ...]:
        numbers = written.replace(",", " ").split() or ["2"]
        wrong = [number for number in numbers if not number.isdecimal() or not 1 < int(number) <= width]
        if wrong:
            said = f"there is no column {wrong[0]} to draw" if wrong[0].isdecimal() else f"'{wrong[0]}' is not a column"
            self._refuse(place, said, f"the first column names the rows, the last is {width}")
            return ()
        return tuple(dict.fromkeys(int(number) - 1 for number in numbers))

    def _panel(self, rows: list[tuple[TableCell, ...]], column: int, place: Place) -> Panel:
        head, *body = rows
        title = _words(head[column])
        words = [_words(row[column]) for row in body]
        known = len(self.problems)
        amounts = self._amounts([row[column] for row in body])
        if sum(amount is not None for amount in amounts) < _FEWEST_AMOUNTS and len(self.problems) == known:
            self._refuse(place, f"the column '{title}' has fewer than two numbers", "write a sentence instead")
        in_head = _HEAD_UNIT.search(title)
        unit = next((amount.unit for amount in amounts if amount), "") or (in_head[1] if in_head else "")
        labels = [self._label(body, at) for at in range(len(body))]
        bars = tuple(
            Bar(label, said, amount.number if amount else None)
            for label, said, amount in zip(labels, words, amounts, strict=True)
        )
        return Panel(title, unit, _words(head[0]), bars, _years(labels))

    def _amounts(self, cells: list[TableCell]) -> list[Amount | None]:
        """Return the amounts of a column, all in one unit."""
        amounts: list[Amount | None] = []
        unit = first = None
        for cell in cells:
            words, place = _words(cell), self.source.place(cell.at)
            amount = read_amount(words, self.language)
            if isinstance(amount, Unreadable):
                hint = "write one number, or – where there is none; or draw another column"
                self._refuse(place, f"{amount.value} in '{words}'", hint, Code.NOT_A_NUMBER)
                amount = None
            elif amount and unit is None:
                unit, first = amount.unit, words
            elif amount and amount.unit != unit:
                seen = f"'{words}' {_said(amount.unit)}, '{first}' {_said(unit)}"
                self._refuse(place, seen, "give the whole column one unit, best in its headerererer", Code.MIXED_UNIT)
            amounts.append(amount)
        return amounts

    def _label(self, body: list[tuple[TableCell, ...]], at: int) -> str:
        """Return what a row is called; one whose first cell is empty goes on with the row above."""
        return next((label for row in reversed(body[: at + 1]) if (label := _words(row[0]))), "")

    def _refuse(self, place: Place, message: str, hint: str, code: Code = Code.BAD_CHART) -> None:
        self.problems.append(Problem(code, place, message, hint))


def _years(labels: list[str]) -> tuple[int, ...]:
    found = [match for label in labels if (match := _YEAR.fullmatch(label))]
    years = tuple(int(match[1]) for match in found)
    return years if len(years) == len(labels) and all(a < b for a, b in pairwise(years)) else ()


def _asks(node: Node) -> bool:
    return isinstance(node, TextBlock) and _ASKS in _classes(node)


def _classes(block: TextBlock) -> list[str]:
    return attribute(block.attributes, "class").split()


def _without_request(asking: TextBlock) -> TextBlock:
    kept = tuple((name, value) for name, value in asking.attributes if name not in ("class", _COLUMNS, *_WORDS))
    return replace(asking, attributes=kept)


def _words(cell: TableCell) -> str:
    """Return the words of a cell without the calls of its notes."""
    return " ".join(plain_text((cell,)).split())


def _said(unit: str | None) -> str:
    return f"is in '{unit}'" if unit else "has no unit"
