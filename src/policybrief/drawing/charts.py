"""The drawings of a chart: which there are, of which columns, on which scale, and what is said of each."""

from collections.abc import Iterator, Sequence

from ..model.charts import Chart, Panel, Shape, all_in_words, in_words, lanes_in_words, of_one_unit
from ..wording.words import Words
from .chart_lines import lines
from .chart_marks import LETTERS, PHONE, BarRows, ChartPicture, Plane
from .chart_rows import bars, ranges, stacks, strip
from .chart_slope import slope
from .chart_years import GROUP, columns, fits, line, number_of_slots, side_by_side
from .lettering import text_width

MOST_SERIES = 5
_MOST_COLUMNS = 3
"""As many columns are drawn side by side."""
_TOGETHER = (Shape.SLOPE, Shape.RANGE, Shape.STACKED)


def groups_of(chart: Chart) -> tuple[tuple[Panel, ...], ...]:
    """Return the columns of each drawing; a strip is one drawing of none.

    It does not depend on what is drawn on: a brief has as many drawings on paper as on a screen.
    """
    if chart.shape is Shape.STRIP:
        return ((),)
    together = chart.shape in _TOGETHER or _are_lines(chart) or _fit_side_by_side(chart)
    return (chart.panels,) if together else tuple((panel,) for panel in chart.panels)


def pictures_of(chart: Chart, words: Words, *, with_table: bool = True, width: float = PHONE) -> Iterator[ChartPicture]:
    """Yield the drawings of a chart; those of one unit are on one scale.

    `with_table` says whether its table follows, for those who hear it; `width` is the least that a drawing has.
    """
    if chart.shape is Shape.STRIP:
        yield ChartPicture("", strip(chart), described=lanes_in_words(chart.lanes, words, with_table=with_table))
        return
    for group in groups_of(chart):
        yield _picture(chart, group, words, width, with_table=with_table)


def _picture(chart: Chart, group: tuple[Panel, ...], words: Words, width: float, *, with_table: bool) -> ChartPicture:
    first, *others = group
    if others or chart.marks:
        described = all_in_words(group, chart.marks, words, with_table=with_table)
    else:
        described = in_words(first, words, with_table=with_table)
    scale = _scale(chart, group)
    body: Plane | BarRows
    if chart.shape is Shape.SLOPE:
        return ChartPicture(first.unit, slope(first, others[0], scale, width), (), described)
    if chart.shape is Shape.RANGE:
        return ChartPicture(first.unit, ranges(first, others[0], scale), (), described)
    if chart.shape is Shape.STACKED:
        return ChartPicture("", stacks(group, scale), tuple(panel.title for panel in group), described)
    if others and chart.shape is Shape.LINE:
        body, named = lines(group, scale, chart.marks)
        key = () if named else tuple(panel.title for panel in group)
        return ChartPicture(first.unit if named else "", body, key, described)
    if others:
        return ChartPicture(
            "", side_by_side(group, scale, chart.marks), tuple(panel.title for panel in group), described
        )
    if chart.shape is Shape.LINE:
        body = line(first, scale, chart.marks)
    elif chart.shape is Shape.FITTING and first.years and (fits(first) or chart.marks):
        body = columns(first, scale, chart.marks)
    else:
        body = bars(first, scale)
    return ChartPicture(first.title, body, (), described)


def _scale(chart: Chart, group: Sequence[Panel]) -> tuple[float, float]:
    """Return the lowest and the highest amount to be drawn; all but a slope begin at zero."""
    if chart.shape is Shape.STACKED:
        totals = [sum(panel.bars[at].number or 0.0 for panel in group) for at in range(len(group[0].bars))]
        return 0.0, max(totals)
    alike = [panel for panel in chart.panels if panel.unit == group[0].unit]
    numbers = [bar.number for panel in alike for bar in panel.bars if bar.number is not None]
    if chart.shape is Shape.SLOPE:
        return min(numbers), max(numbers)
    return min(0.0, *numbers), max(0.0, *numbers)


def _are_lines(chart: Chart) -> bool:
    return chart.shape is Shape.LINE and 1 < len(chart.panels) <= MOST_SERIES and of_one_unit(chart.panels)


def _fit_side_by_side(chart: Chart) -> bool:
    """Tell whether the columns of the table go into one drawing: several of one unit, with room side by side."""
    first, *others = chart.panels
    if chart.shape is not Shape.FITTING or not first.years or not 0 < len(others) < _MOST_COLUMNS:
        return False
    widest = max(text_width(bar.words, LETTERS) for panel in chart.panels for bar in panel.bars)
    room = PHONE / number_of_slots(first) * GROUP / len(chart.panels)
    return of_one_unit(chart.panels) and widest <= room
