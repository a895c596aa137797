"""Where the items of lists and the cells of tables are written."""

import pytest

from documents import ROOMY, document_of, parsed
from policybrief.model.blocks import Explanation, Item, TableCell, Term, walk
from policybrief.model.document import Document


def places_of(document: Document) -> list[int]:
    """Return where the items and cells of a chapter and its notes begin, in the order of the tree."""
    notes = (block for note in document.footnotes for block in note.blocks)
    nodes = (node for root in (*document.roots(), *notes) for node in walk(root))
    return [node.at for node in nodes if isinstance(node, Item | TableCell | Term | Explanation)]


@pytest.mark.parametrize(
    "body",
    [
        "- §one\n- §two",
        "Words:\n\n- §one\n\n- §two\n\n    two more\n\n- §three",
        "1. §one\n2. §one\n    - §one\n    - §two\n3. §two",
        "- §One two\n    - §two\n- §two",
        "- §**one** two\n- §[@a, p. 2] and two\n- §[one](one.md)\n- §`code` one",
        "- §one `two`\n\n    ```\n    two\n    ```\n\n- §**two** three",
        "> - §one\n> - §two",
        "!!! note\n\n    - §one\n    - §two",
        "two\n:   §one\n\nanother two\n:   §two\n:   §one",
        "| §one | §two |\n|---|---|\n| §one two | §two |\n| §two | §one |",
        "| §one | §$2 million |\n|:-:|---|\n| §**one** | §–|\n|§-5| §(5) |",
        "§one | §two\n---|---\n§2 | §2",
        "Words.\n\n| §one two | §two |\n|---|---|\n| §two | §one |\n\n- §one\n- §two",
        "| §one |§ |\n|---|---|\n|§ | §2 |\n|§ |§ |\n| §3 |§ |",
        "|§ | §one |\n| - | - |\n| §1 | §1 |",
        "| §a \\| b | §b |\n|---|---|\n| §`a|b` | §b |",
        "[^n] Words.\n\n[^n]: Words.\n\n    | §one | §two |\n    |---|---|\n    | §n | §2 |\n\n    - §one\n    - §two",
        "- §[ ] one\n- §[x] two",
        "One.\n\n| §One | §two |\n|---|---|\n| §One | §two |\n\nTwo.\n\n| §One | §two |\n|---|---|\n| §One | §two |",
    ],
)
def test_an_item_and_a_cell_know_where_they_are_written(body: str) -> None:
    text = body.replace("§", "")
    expected = [at - count for count, at in enumerate(at for at, character in enumerate(body) if character == "§")]
    document = document_of(text, ROOMY)
    found = places_of(document)
    if "\n:   " in body:
        expected = sorted([*expected, text.index("two\n"), text.index("another two")])
    assert [text[at:] for at in found] == [text[at:] for at in expected]


def test_a_place_is_that_of_the_file() -> None:
    document = parsed("Words.\n\n| One | Two |\n|---|---|\n| 1 | **2** |\n", first_line=5).document
    places = [document.place(at) for at in places_of(document)]
    assert [(place.line, place.column) for place in places] == [(7, 3), (7, 9), (9, 3), (9, 7)]
