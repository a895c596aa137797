"""Captions have the numbers of their paragraphs."""

import pytest

from documents import document_of
from policybrief.model.blocks import Figure, walk
from policybrief.model.captions import caption_label

TABLE = "| a |\n|---|\n| b |\n\n/// table-caption\n{}\n///\n"
PICTURE = "![A map](map.png)\n\n/// figure-caption\n{}\n///\n"
TWO = PICTURE.format("F") + "\n" + PICTURE.format("G")


def labels(body: str) -> list[str]:
    """Return what the captions of a chapter call their tables and figures, in the order of the text."""
    roots = document_of(body).roots()
    return [caption_label(node.caption) for root in roots for node in walk(root) if isinstance(node, Figure)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("One.\n\n" + TABLE.format("T") + "\nTwo.\n\n" + PICTURE.format("F"), ["Table 1.2", "Figure 1.4"]),
        (
            "- " + (PICTURE.format("F") + "\n" + PICTURE.format("G")).replace("\n", "\n    "),
            ["Figure 1.1a", "Figure 1.1b"],
        ),
        (PICTURE.format("F") + "\n/// figure-caption\nG\n///\n", ["Figure 1.1", "Figure 1.1a"]),
        ("![A map](map.png)\n\n/// caption\nWithout a number\n///\n", [""]),
        ("```\na\n```\n", []),
    ],
)
def test_a_caption_has_the_number_of_its_paragraph(body: str, found: list[str]) -> None:
    assert labels(body) == found
