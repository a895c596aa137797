"""What an author asks for under a table, and what is read from its cells."""

import pytest

from documents import PATH, chapter_of
from policybrief.build import build
from policybrief.model.blocks import Table, walk
from policybrief.model.brief import Brief, Project
from policybrief.model.charts import Chart, Shape
from policybrief.model.glossary import Glossary

TABLE = "| Year | Salt | Iron |\n|---|---|---|\n| 2010 | {} | 3 |\n| 2011 | 2 | 4 |\n"


def read(request: str, cell: str = "1") -> tuple[list[Chart | None], list[str]]:
    """Return the chart of each table of a chapter, and what is wrong with it."""
    body = f"{TABLE.format(cell)}\n///caption\nSalt and iron.\n{request}\n///\n"
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    outcome = build(project)
    (found,) = outcome.knowledge.chapters
    nodes = [node for root in found.document.roots() for node in walk(root)]
    said = [problem.message for problem in outcome.problems if problem.place.path == PATH]
    return [node.chart for node in nodes if isinstance(node, Table)], said


@pytest.mark.parametrize(
    ("request_", "shape", "titles"),
    [
        ("{: .chart }", Shape.FITTING, ["Salt"]),
        ("{: .chart .line }", Shape.LINE, ["Salt"]),
        ("{: .chart .line .bars }", Shape.LINE, ["Salt"]),
        ('{: .chart columns="3" }', Shape.FITTING, ["Iron"]),
        ('{: .chart columns="2, 3" .bars }', Shape.BARS, ["Salt", "Iron"]),
        ('{: .chart columns="3 2 3" }', Shape.FITTING, ["Iron", "Salt"]),
    ],
)
def test_a_chart_is_what_was_asked_for(request_: str, shape: Shape, titles: list[str]) -> None:
    (chart,), said = read(request_)
    assert said == []
    assert chart is not None
    assert chart.shape is shape
    assert [panel.title for panel in chart.panels] == titles
    assert [bar.label for bar in chart.panels[0].bars] == ["2010", "2011"]


def test_a_title_is_the_claim_of_the_chart_and_leaves_the_caption() -> None:
    (chart,), said = read('{: .chart title="Salt doubled in a year" }')
    assert said == []
    assert chart is not None
    assert chart.claim == "Salt doubled in a year"


def test_the_claim_comes_before_the_caption_and_the_caption_before_the_table() -> None:
    body = f'{TABLE.format(1)}\n///caption\nSalt and iron.\n{{: .chart title="Salt doubled" }}\n///\n'
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    outcome = build(project)
    html = next(page.html for page in outcome.pages if page.path == PATH)
    places = [html.index(part) for part in ("Salt doubled</p>", "Salt and iron.", 'class="pb-chart"', "<table")]
    assert places == sorted(places)
    assert html.count("Salt doubled") == 1


def test_a_strip_takes_what_happened_from_the_first_column_when_the_second_has_the_dates() -> None:
    table = (
        "| Who | When | Where |\n|---|---|---|\n| A | May 2010 | Here |\n| B | 2011–12 | There |\n| C | 2013 | Here |\n"
    )
    body = f"{table}\n///caption\nMeetings.\n{{: .chart .strip lanes=3 }}\n///\n"
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    (found,) = build(project).knowledge.chapters
    (chart,) = [
        node.chart for root in found.document.roots() for node in walk(root) if isinstance(node, Table) and node.chart
    ]
    assert [(lane.title, [moment.label for moment in lane.moments]) for lane in chart.lanes] == [
        ("Here", ["A", "C"]),
        ("There", ["B"]),
    ]


def test_a_caption_without_a_title_has_its_first_sentence_in_bold() -> None:
    body = f"{TABLE.format(1)}\n///caption\nSalt doubled. It is heavy.\n{{: .chart }}\n///\n"
    project = Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ())
    html = next(page.html for page in build(project).pages if page.path == PATH)
    assert "<strong>Salt doubled.</strong> It is heavy." in html


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ("{: .chart .pie }", "unknown kind of chart '.pie'"),
        ('{: .chart columns="1" }', "the table has no column 1"),
        ('{: .chart columns="4" }', "the table has no column 4"),
        ('{: .chart columns="two" }', "'two' is not a column"),
    ],
)
def test_of_a_request_that_means_nothing_the_cells_are_not_judged(request_: str, message: str) -> None:
    (chart,), said = read(request_, "many")
    assert (chart, said) == (None, [message])
