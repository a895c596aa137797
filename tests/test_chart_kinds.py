"""Kinds of charts beyond columns and bars: nothing lies outside, no words lie on others, and nothing is made up."""

from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policybrief.chapters.chart_dates import moment_of, moment_of_event
from policybrief.drawing.chart_lines import box_of
from policybrief.drawing.chart_marks import DESK, PHONE, BarRows, Disc, Letters, Mark, Patch, Plane, Stroke
from policybrief.drawing.charts import groups_of, pictures_of
from policybrief.model.charts import Bar, Chart, Occurrence, Panel, Shape, Track
from policybrief.model.dates import parse_span
from policybrief.outputs.press.charts import EBOOK, PAPER, drawings, files
from policybrief.wording.words import ENGLISH

NAMES = ("Trust in the European Union", "Trust in NATO", "Support for an alliance")
YEARS = {str(year) for year in range(2008, 2020)} - {"2009"}
NUMBERS = st.lists(
    st.tuples(*(st.one_of(st.none(), st.integers(-99, 9999)) for _ in NAMES)), min_size=2, max_size=9
).filter(lambda rows: all(sum(row[at] is not None for row in rows) > 1 for at in range(len(NAMES))))


def panels(rows: list[tuple[int | None, ...]], *, years: bool = True) -> tuple[Panel, ...]:
    labels = [str(2000 + 2 * at) if years else f"The row with the number {at}" for at in range(len(rows))]
    return tuple(
        Panel(
            f"{name} (per cent)",
            "per cent",
            "Year",
            tuple(
                Bar(label, "n/a" if row[at] is None else f"{row[at]:,}", row[at])
                for label, row in zip(labels, rows, strict=True)
            ),
            tuple(map(int, labels)) if years else (),
        )
        for at, name in enumerate(NAMES)
    )


def plane_of(chart: Chart) -> Plane:
    (picture,) = pictures_of(chart, ENGLISH)
    assert isinstance(picture.body, Plane)
    return picture.body


def rows_of(chart: Chart) -> BarRows:
    (picture,) = pictures_of(chart, ENGLISH)
    assert isinstance(picture.body, BarRows)
    return picture.body


def letters(plane: Plane, *kinds: str) -> list[Letters]:
    return [mark for mark in plane.marks if isinstance(mark, Letters) and (not kinds or mark.kind in kinds)]


def is_inside(mark: Mark, height: float) -> bool:
    """Tell whether a mark lies on its drawing, on a phone and on a desk; half a point of a line may reach over."""
    match mark:
        case Patch(x, y, width, tall):
            return -0.001 <= x <= x + width <= 1.001 and -0.1 <= y <= y + tall <= height + 0.1
        case Stroke(x1, y1, x2, y2):
            return all(0 <= x <= 1 for x in (x1, x2)) and all(-0.1 <= y <= height + 0.1 for y in (y1, y2))
        case Disc(x, y):
            return 0 <= x <= 1 and 0 <= y <= height
        case Letters():
            boxes = [box_of(mark, width) for width in (PHONE, DESK)]
            return all(box[1] >= -0.1 and box[3] <= height + 0.1 for box in boxes)


def overlap(one: Letters, other: Letters, width: float) -> bool:
    a, b = box_of(one, width), box_of(other, width)
    return a[0] + 2 < b[2] - 2 and b[0] + 2 < a[2] - 2 and a[1] + 1 < b[3] - 1 and b[1] + 1 < a[3] - 1


@settings(max_examples=60, deadline=None)
@given(NUMBERS)
def test_words_of_several_lines_lie_apart_and_inside(rows: list[tuple[int | None, ...]]) -> None:
    plane = plane_of(Chart(Shape.LINE, panels(rows)))
    assert all(is_inside(mark, plane.height) for mark in plane.marks)
    words = letters(plane, "name", "amount")
    for width in (PHONE, DESK):
        assert not [pair for pair in combinations(words, 2) if overlap(*pair, width)]
        for one in words:
            left, _, right, _ = box_of(one, width)
            assert left >= 0
            assert right <= width
    named = {one.text for one in words if one.kind == "name"}
    assert named in (set(), set(NAMES))


@settings(max_examples=60, deadline=None)
@given(NUMBERS)
def test_words_of_a_slope_lie_apart_and_inside(rows: list[tuple[int | None, ...]]) -> None:
    first, second, _ = panels(rows, years=False)
    plane = plane_of(Chart(Shape.SLOPE, (first, second)))
    assert all(is_inside(mark, plane.height) for mark in plane.marks)
    for width in (PHONE, DESK):
        assert not [pair for pair in combinations(letters(plane, "amount", "gap"), 2) if overlap(*pair, width)]
    runs = [mark for mark in plane.marks if isinstance(mark, Stroke) and mark.kind == "run"]
    assert len(runs) == sum(row[0] is not None and row[1] is not None for row in rows)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*(st.one_of(st.none(), st.integers(0, 999)) for _ in NAMES)), min_size=1, max_size=6))
def test_the_parts_of_a_bar_follow_one_another(rows: list[tuple[int | None, ...]]) -> None:
    ((_, made),) = rows_of(Chart(Shape.STACKED, panels([*rows, (1, 1, 1)], years=False))).groups
    highest = max(sum(filter(None, row)) for row in (*rows, (1, 1, 1)))
    for row, numbers in zip(made, rows, strict=False):
        parts = [mark for mark in row.marks if isinstance(mark, Patch)]
        assert sum(part.width for part in parts) == pytest.approx(sum(filter(None, numbers)) / highest)
        assert all(is_inside(mark, 12) for mark in row.marks)
        assert row.words.count("n/a") == numbers.count(None)


def test_a_range_is_a_bar_between_two_amounts_and_a_dot_where_one_is_missing() -> None:
    low, high, _ = panels([(10, 20, 1), (None, 40, 1), (None, None, 1), (0, 5, 1)], years=False)
    ((_, rows),) = rows_of(Chart(Shape.RANGE, (low, high))).groups
    bars = [[(mark.x, mark.width) for mark in row.marks if isinstance(mark, Patch)] for row in rows]
    assert bars == [[(0.25, 0.25)], [], [], [(0.0, 0.125)]]
    assert [sum(isinstance(mark, Disc) for mark in row.marks) for row in rows] == [2, 1, 0, 2]
    assert [row.words for row in rows] == ["10 – 20", "n/a – 40", "n/a – n/a", "0 – 5"]
    assert [row.known for row in rows] == [True, True, False, True]


DAY, YEAR, PERIOD, ON = (
    moment_of(f"{n}", written, "en") for n, written in enumerate(("1 July 2003", "2004", "2003–06", "2007–"))
)


def strip(*moments: Occurrence | None) -> Chart:
    found = tuple(moment for moment in moments if moment)
    return Chart(Shape.STRIP, (), lanes=(Track("First", found[:2]), Track("Second", found[2:])))


def test_a_strip_has_one_line_of_years_with_overlaps_and_gaps_as_they_are() -> None:
    rows = rows_of(strip(DAY, YEAR, PERIOD, ON))
    assert [title for title, _ in rows.groups] == ["First", "Second"]
    marks = [row.marks[-1] for _, group in rows.groups for row in group]
    day, year, period, on = marks
    # The line runs from the beginning of 2003 to the end of 2007.
    assert isinstance(day, Disc)
    assert day.x == pytest.approx(0.1, abs=0.01)
    assert isinstance(year, Patch)
    assert [year.x, year.width] == pytest.approx([0.2, 0.2])
    assert year.kind == "loose"
    assert isinstance(period, Patch)
    assert [period.x, period.width] == pytest.approx([0.0, 0.8])
    assert not period.kind
    assert isinstance(on, Patch)
    assert on.x + on.width == pytest.approx(1.0)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(1000, 2100), st.integers(0, 300)), min_size=1, max_size=5))
def test_a_strip_stays_inside_and_its_years_do_not_touch(periods: list[tuple[int, int]]) -> None:
    found = [Occurrence("x", "y", float(start), float(start + long)) for start, long in periods]
    rows = rows_of(Chart(Shape.STRIP, (), lanes=(Track("", tuple(found)),)))
    assert all(is_inside(mark, 12) for _, group in rows.groups for row in group for mark in row.marks)
    places = [x * PHONE for x, _ in rows.ticks]
    assert all(after - before >= 33 for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("written", "language", "start", "end"),
    [
        ("2014", "en", 2014.0, 2015.0),
        ("2007–08", "en", 2007.0, 2009.0),
        ("2007/2008", "en", 2007.0, 2009.0),
        ("1999-2001", "en", 1999.0, 2002.0),
        ("2014-05", "en", 2014.329, 2014.414),
        ("May 2014", "en", 2014.329, 2014.414),
        ("12 мая 2014", "ru", 2014.36, 2014.36),
        ("12. Mai 2014", "de", 2014.36, 2014.36),
        ("2015–", "en", 2015.0, None),
        ("2014-12-31/2015-01-01", "en", 2014.997, 2015.003),
        ("2014 (planned)", "en", 2014.0, 2015.0),
    ],
)
def test_dates_of_cells(written: str, language: str, start: float, end: float | None) -> None:
    found = moment_of("label", written, language)
    assert found is not None
    assert [found.label, found.words] == ["label", written]
    assert found.start == pytest.approx(start, abs=0.003)
    assert found.end == (end if end is None else pytest.approx(end, abs=0.003))


@pytest.mark.parametrize("written", ["", "soon", "12 Mayo 2014", "2014-13", "20145", "../2014"])
def test_what_is_no_date(written: str) -> None:
    assert moment_of("label", written, "en") is None


def test_events_are_written_over_the_amounts_and_marked_at_their_time() -> None:
    one, *_ = panels([(5, 1, 1), (6, 1, 1), (7, 1, 1)])
    events = [
        moment_of_event(name, parse_span(span)) for name, span in (("Crisis", "2001/2002"), ("Treaty", "2004-07-01"))
    ]
    plane = plane_of(Chart(Shape.FITTING, (one,), marks=tuple(filter(None, events))))
    lines = [mark for mark in plane.marks if isinstance(mark, Stroke) and mark.kind == "event"]
    assert [line.x1 for line in lines] == pytest.approx([0.2, 0.9], abs=0.01)
    (band,) = (mark for mark in plane.marks if isinstance(mark, Patch) and mark.kind == "event")
    assert [band.x, band.width] == pytest.approx([0.2, 0.4])
    assert [one.text for one in letters(plane, "event")] == ["Crisis, 2001–02", "Treaty, 2004"]
    highest = min(mark.y for mark in letters(plane, "amount"))
    assert all(mark.y < highest - 10 for mark in letters(plane, "event"))
    assert all(is_inside(mark, plane.height) for mark in plane.marks)
    (picture,) = pictures_of(Chart(Shape.FITTING, (one,), marks=tuple(filter(None, events))), ENGLISH)
    assert "Events marked: Crisis (2001–02), Treaty (2004)." in picture.described


def test_an_event_without_a_beginning_has_no_place() -> None:
    assert moment_of_event("x", parse_span("../2004")) is None
    goes_on = moment_of_event("x", parse_span("2004/.."))
    assert goes_on
    assert (goes_on.words, goes_on.end) == ("2004–", None)


def test_names_that_have_no_room_are_in_a_key() -> None:
    one, two, _ = panels([(1, 2, 3), (2, 3, 1)])
    crowded = (one, replace(two, title="A name that is longer than all of the drawing on a phone (per cent)"))
    (picture,) = pictures_of(Chart(Shape.LINE, crowded), ENGLISH)
    assert picture.key == tuple(panel.title for panel in crowded)
    apart = panels([(100, 500, 900), (100, 500, 900)])
    (picture,) = pictures_of(Chart(Shape.LINE, apart), ENGLISH)
    assert (picture.key, picture.title) == ((), "per cent")


@pytest.mark.parametrize("shape", [Shape.LINE, Shape.STACKED, Shape.RANGE, Shape.SLOPE, Shape.BARS])
def test_paper_readers_and_files_have_the_same_drawings(shape: Shape) -> None:
    rows: list[tuple[int | None, ...]] = [(1, 2, 3), (2, None, 6), (3, 4, 9)]
    chosen = panels(rows)[: 2 if shape in (Shape.RANGE, Shape.SLOPE) else 3]
    chart = Chart(shape, chosen, subtitle="A caveat")
    for canvas in (PAPER, EBOOK):
        made = list(drawings(chart, canvas, ENGLISH))
        assert len(made) == len(groups_of(chart))
        assert [picture.described for picture, _ in made] == [one.described for one in pictures_of(chart, ENGLISH)]
    for document in files(chart, "What it shows", ENGLISH):
        svg = ElementTree.fromstring(document)
        _, _, width, height = map(float, svg.get("viewBox", "").split())
        texts = [element.text or "" for element in svg.iter("{http://www.w3.org/2000/svg}text")]
        assert "What it shows" in texts
        assert "A caveat" in texts
        for element in svg.iter():
            assert -0.5 <= float(element.get("x", "0").removesuffix("%")) <= width
            assert 0 <= float(element.get("y", "0")) <= height


def test_beside_long_words_marks_are_under_them_on_a_narrow_sheet() -> None:
    long, short = "28 September 2018, on the evening of a summit", "2009"
    for words, below in ((long, True), (short, False)):
        moments = (Occurrence("A", words, 2018.7, 2018.7), Occurrence("B", "2009", 2009.0, 2010.0))
        ((_, document),) = drawings(Chart(Shape.STRIP, (), lanes=(Track("", moments),)), EBOOK, ENGLISH)
        svg = ElementTree.fromstring(document)
        (label,) = (text for text in svg.iter("{http://www.w3.org/2000/svg}text") if text.text == "A")
        (dot,) = svg.iter("{http://www.w3.org/2000/svg}circle")
        assert (float(dot.get("cy", "0")) > float(label.get("y", "0"))) is below
        places = [
            float(text.get("x", "0")) for text in svg.iter("{http://www.w3.org/2000/svg}text") if text.text in YEARS
        ]
        assert all(after - before > 20 for before, after in pairwise(sorted(places)))
