"""Charts that the author requests below a table: `{: .chart }` at the end of its caption.

The numbers and the dates are read from the cells of that table, which stays below its chart.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from ..model.blocks import Block, Node, Table, TableCell, TextBlock, walk
from ..model.charts import Bar, Chart, Occurrence, Panel, Shape, Track, is_in_periods
from ..model.dates import Span
from ..model.places import Source
from ..model.problems import Code, Place, Problem, did_you_mean
from .amounts import Amount, Unreadable, is_missing, read_amount
from .chart_dates import moment_of, moment_of_event
from .chart_requests import ASKS, OPTIONS, Request, classes_of, request_of
from .lead_sentences import with_lead
from .rewriting import exchanged
from .text import plain_text

_FEWEST_AMOUNTS = 2
_YEAR = re.compile(r"(\d{4})(?:[/–-]\d{2,4})?")
_REQUEST = re.compile(r"\{:?[^{}\n]*(?<![\w-])chart(?![\w-])[^{}\n]*\}")
_HEAD_UNIT = re.compile(r"\(([^()]*)\)\s*$")
_WITH_YEARS = (Shape.FITTING, Shape.LINE, Shape.STRIP)
_Rows = list[tuple[TableCell, ...]]


class ChartReader:
    """Reads what a chart needs, without drawing it: the request of each caption, and the cells of its table."""

    def __init__(self, source: Source, language: str, names: Mapping[str, str], dated: Mapping[str, Span]) -> None:
        """Take the chapter, the language of its numbers, and the names and dates of entries, by id."""
        self.source = source
        self.language = language
        self.names = names
        self.dated = dated
        self.problems: list[Problem] = []

    def with_charts(self, blocks: tuple[Block, ...], at: int) -> tuple[Block, ...]:
        """Return the citable with the chart that a caption in it requests; `at` is its position.

        The request is removed from the tree.
        """
        asking = next((node for block in blocks for node in walk(block) if _asks(node)), None)
        if not isinstance(asking, TextBlock):
            return blocks
        table = next((node for block in blocks for node in walk(block) if isinstance(node, Table)), None)
        chart = self._chart(asking, table, at)
        caption = _without_request(asking)
        if chart and not chart.claim:
            caption = replace(caption, inlines=with_lead(caption.inlines))
        changed: dict[int, Node] = {id(asking): caption}
        if table and chart:
            changed[id(table)] = replace(table, chart=chart)
        return exchanged(blocks, changed)

    def _chart(self, asking: TextBlock, table: Table | None, at: int) -> Chart | None:
        """Return the chart of a table; None, with a problem, if it cannot be drawn."""
        match = _REQUEST.search(self.source.text, at)
        place = self.source.place(match.start() if match else at)
        known = len(self.problems)
        rows = [row.cells for row in (*table.head, *table.body)] if table else []
        if not rows:
            self._refuse(place, "a chart needs a table before it", "put this line below the text of a table's caption")
            return None
        heads = [_words(cell) for cell in rows[0]]
        request = request_of(asking, heads, lambda said, hint: self._refuse(place, said, hint))
        if request is None or len(self.problems) > known:
            return None
        chart = Chart(request.shape, (), request.title, request.subtitle)
        if request.shape is Shape.STRIP:
            chart = replace(chart, lanes=self._lanes(rows, request, place))
        else:
            chart = replace(chart, panels=tuple(self._panel(rows, column, place) for column in request.columns))
            if len(self.problems) == known:
                self._check_panels(chart, place)
        if request.events and len(self.problems) == known:
            chart = replace(chart, marks=self._marks(request, chart, place))
        return chart if len(self.problems) == known else None

    def _check_panels(self, chart: Chart, place: Place) -> None:
        """Report what the kind of chart does not allow."""
        first, *others = chart.panels
        if chart.shape is Shape.LINE and not first.years:
            self._refuse(place, "a line chart needs years in order in the first column", "remove '.line' to draw bars")
        if chart.shape in (Shape.SLOPE, Shape.RANGE, Shape.STACKED):
            for panel in others:
                if panel.unit != first.unit:
                    seen = f"'{panel.title}' is in '{panel.unit}', '{first.title}' in '{first.unit}'"
                    self._refuse(place, seen, "draw only columns with the same unit together", Code.MIXED_UNIT)
        for row, label in enumerate(bar.label for bar in first.bars):
            numbers = [panel.bars[row].number for panel in chart.panels]
            known = [number for number in numbers if number is not None]
            if chart.shape is Shape.STACKED and any(number < 0 for number in known):
                self._refuse(
                    place,
                    f"'{label}' has a negative amount",
                    "write .bars: the parts of a stacked bar cannot be negative",
                )
            if chart.shape is Shape.RANGE and known != sorted(known):
                self._refuse(
                    place,
                    f"the range of '{label}' ends before it begins",
                    "name the column with the lower values first",
                )

    def _marks(self, request: Request, chart: Chart, place: Place) -> tuple[Occurrence, ...]:
        """Return the events that the chart marks, and report those that it cannot mark."""
        by_years = chart.lanes or (chart.panels[0].years and not is_in_periods(chart.panels[0]))
        if request.shape not in _WITH_YEARS or not by_years:
            self._refuse(
                place, "events need years in the first column", "remove 'events', or draw columns, a line or a strip"
            )
            return ()
        first, last = _bounds(chart)
        found: list[Occurrence] = []
        for id_ in request.events:
            if id_ not in self.names:
                self._refuse(
                    place,
                    f"no entry '{id_}'",
                    did_you_mean(id_, sorted(self.names), "write ids from the glossary"),
                )
                continue
            moment = moment_of_event(self.names[id_], self.dated[id_]) if id_ in self.dated else None
            if moment is None:
                self._refuse(
                    place, f"the entry '{id_}' has no date to mark", "give it 'dates' in the glossary, or name another"
                )
            elif moment.start >= last or (moment.end or last) < first:
                self._refuse(
                    place, f"'{id_}' ({moment.words}) lies outside the years of the chart", "name an event within them"
                )
            else:
                found.append(moment)
        return tuple(found)

    def _lanes(self, rows: _Rows, request: Request, place: Place) -> tuple[Track, ...]:
        """Return what happened when: a lane for each column, or for each value of the column that names lanes."""
        head, *body = rows
        known = len(self.problems)
        lanes: dict[str, list[Occurrence]] = {}
        dates = self._column_of_dates(body)
        columns = (0,) if request.columns == (dates,) else request.columns
        for row in body:
            for column in columns:
                words = _words(row[column])
                if is_missing(words):
                    continue
                title = _words(head[column]) if request.lanes is None else _words(row[request.lanes])
                written = _words(row[dates])
                moment = moment_of(words, written, self.language)
                if moment is None:
                    hint = "write a year, a period such as 2007–08, a month or a day"
                    self._refuse(self.source.place(row[dates].at), f"'{written}' is not a date", hint)
                    break
                lanes.setdefault(title, []).append(moment)
        if not lanes and len(self.problems) == known:
            self._refuse(place, "these columns are empty", "name the columns that say what happened")
        return tuple(Track(title, tuple(sorted(found, key=lambda one: one.start))) for title, found in lanes.items())

    def _column_of_dates(self, body: _Rows) -> int:
        """Return the first column with only dates, or the first of all if there is none."""
        for column in range(min(map(len, body), default=0)):
            if all(moment_of("", _words(row[column]), self.language) for row in body):
                return column
        return 0

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
        """Return the amounts of a column, all with the same unit."""
        amounts: list[Amount | None] = []
        unit = first = None
        for cell in cells:
            words, place = _words(cell), self.source.place(cell.at)
            amount = read_amount(words, self.language)
            if isinstance(amount, Unreadable):
                hint = "write one number, or – for none, or draw another column"
                self._refuse(place, f"{amount.value} in '{words}'", hint, Code.NOT_A_NUMBER)
                amount = None
            elif amount and unit is None:
                unit, first = amount.unit, words
            elif amount and amount.unit != unit:
                seen = f"'{words}' {_said(amount.unit)}, '{first}' {_said(unit)}"
                self._refuse(
                    place, seen, "use one unit for the whole column, preferably in its header", Code.MIXED_UNIT
                )
            amounts.append(amount)
        return amounts

    def _label(self, body: list[tuple[TableCell, ...]], at: int) -> str:
        """Return the label of a row; a row with an empty first cell continues the row above."""
        return next((label for row in reversed(body[: at + 1]) if (label := _words(row[0]))), "")

    def _refuse(self, place: Place, message: str, hint: str, code: Code = Code.BAD_CHART) -> None:
        self.problems.append(Problem(code, place, message, hint))


def _years(labels: list[str]) -> tuple[int, ...]:
    found = [match for label in labels if (match := _YEAR.fullmatch(label))]
    years = tuple(int(match[1]) for match in found)
    return years if len(years) == len(labels) and all(a < b for a, b in pairwise(years)) else ()


def _bounds(chart: Chart) -> tuple[float, float]:
    """Return where the years of a chart begin and end."""
    if chart.panels:
        return chart.panels[0].years[0], chart.panels[0].years[-1] + 1
    moments = [moment for lane in chart.lanes for moment in lane.moments]
    return min(one.start for one in moments), max(one.end or one.start for one in moments) + 1


def _asks(node: Node) -> bool:
    return isinstance(node, TextBlock) and ASKS in classes_of(node)


def _without_request(asking: TextBlock) -> TextBlock:
    kept = tuple((name, value) for name, value in asking.attributes if name not in ("class", *OPTIONS))
    return replace(asking, attributes=kept)


def _words(cell: TableCell) -> str:
    """Return the words of a cell without note references."""
    return " ".join(plain_text((cell,)).split())


def _said(unit: str | None) -> str:
    return f"is in '{unit}'" if unit else "has no unit"
