"""From words back to their line and column."""

import pytest

from policybrief.model.places import Source
from policybrief.model.problems import Place

SOURCE = Source("chapters/1.md", "Salt *and* salt\n> and Salt\nand\nSalt", 5)


@pytest.mark.parametrize(
    ("words", "found"), [("Salt", [0, 22, 31]), ("salt and Salt", [11]), ("and salt", [6]), ("Iron", [])]
)
def test_words_are_found_across_lines_and_marks(words: str, found: list[int]) -> None:
    assert list(SOURCE.find_all(words)) == found
    assert SOURCE.find(words) == (found[0] if found else None)
    assert SOURCE.find(words, occurrence=len(found)) is None


def test_a_search_begins_where_it_is_told_to() -> None:
    assert SOURCE.find("Salt", 1) == 22
    assert SOURCE.find("Salt", occurrence=2) == 31
    assert SOURCE.find("Salt", 1, 1) == 31


def test_places_are_lines_and_columns_of_the_file() -> None:
    assert SOURCE.place(0) == Place("chapters/1.md", 5, 1)
    assert SOURCE.place_of("Salt", occurrence=1) == Place("chapters/1.md", 6, 7)
    assert SOURCE.place_of("Iron", 22) == Place("chapters/1.md", 6, 7)
    assert Source("a/index.md", "x\ny", 1, file="docs/a.md").place(2) == Place("docs/a.md", 2, 1)
