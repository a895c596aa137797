"""What has room beside the text, what is aligned in tables, and what is folded below captions."""

import pytest

from documents import PATH, chapter_of
from policybrief.build import build
from policybrief.model.blocks import Table, walk
from policybrief.model.brief import Brief, Project
from policybrief.model.caption_sources import split_caption
from policybrief.model.citing import CitedItem
from policybrief.model.glossary import Glossary
from policybrief.model.inlines import InTextCitation, Text
from policybrief.pages.number_columns import FIGURE_SPACE, POINT_SPACE, number_columns, padding


def page_of(body: str) -> str:
    outcome = build(Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ()))
    return next(page.html for page in outcome.pages if page.path == PATH)


def table_of(body: str) -> Table:
    outcome = build(Project(Brief("Brief"), Glossary(()), (chapter_of(body),), (), ()))
    (found,) = outcome.knowledge.chapters
    return next(node for root in found.document.roots() for node in walk(root) if isinstance(node, Table))


TEXT = "Some words that fill a line of text, and then a few more. " * 10
SHORT, LONG = "A short note.", "A note that goes on. " * 40


@pytest.mark.parametrize(
    ("body", "classes"),
    [
        (f"{TEXT}[^1]\n\n[^1]: {SHORT}\n", "pb-notes"),
        (f"A line.[^1]\n\n{TEXT}\n\n{TEXT}\n\n[^1]: {LONG}\n", "pb-notes pb-rows-3"),
        (f"A line.[^1]\n\n[^1]: {LONG}\n", "pb-notes pb-lines-3"),
        (f"A line.[^1]\n\n{TEXT}[^2]\n\n[^1]: {LONG}\n[^2]: {SHORT}\n", "pb-notes pb-lines-3"),
    ],
)
def test_notes_reach_down_beside_text_without_notes_and_are_cut_only_where_that_is_too_little(
    body: str, classes: str
) -> None:
    assert f'<details class="{classes}">' in page_of(body)


def test_columns_of_numbers_are_found_with_their_decimals() -> None:
    table = table_of(
        "| State | Year | Share | Trade | Said |\n|---|---|---|---|---|\n"
        "| A | 2014 | 5.25 | 1,232 | 3 of 4 |\n| B | 2015 | 10 | n/a | no |\n| C | 2016 | 7.5 | $4 | 12 |\n"
    )
    assert number_columns(table) == {2: 2, 3: 0}
    cells = [row.cells[2] for row in table.body]
    assert [padding(cell, 2) for cell in cells] == ["", FIGURE_SPACE * 2 + POINT_SPACE, FIGURE_SPACE]


def test_a_cell_of_numbers_is_set_to_the_right_unless_the_author_says_otherwise() -> None:
    html = page_of("| State | Share | Trade |\n|---|---|:--|\n| A | 5.5 | 1 |\n| B | 10 | 2 |\n")
    assert html.count("pb-amount-cell") == 3
    assert f">10{FIGURE_SPACE}{POINT_SPACE}</td>" in html


def cite(count: int) -> InTextCitation:
    return InTextCitation(tuple(CitedItem(f"key{number}") for number in range(count)), (), named=False)


def test_the_sources_of_a_caption_are_split_off() -> None:
    split = split_caption((Text("Arms, 2009–18. Sources: "), cite(2), Text("; "), cite(1), Text(".")))
    assert split is None  # words between the citations
    split = split_caption((Text("Arms, 2009–18. Sources: "), cite(3), Text(".")))
    assert split
    assert (split.before, split.label, split.count) == ((Text("Arms, 2009–18."),), "Sources", 3)


@pytest.mark.parametrize("words", ["As counted by ", "Sources: ", "Two sorts: "])
def test_other_captions_stay_whole(words: str) -> None:
    after = Text(", and others." if words != "Sources: " else ".")
    assert split_caption((Text(words), cite(1), after)) is None


def test_a_caption_is_above_its_table_and_below_its_picture() -> None:
    table = page_of("| a | b |\n|---|---|\n| 1 | 2 |\n\n/// caption\nA table.\n///\n")
    assert table.index("A table.") < table.index("<table")
    picture = page_of("![A map](map.png)\n\n/// caption\nA map.\n///\n")
    assert picture.index("<img") < picture.index("<figcaption")
