"""Columns of numbers in a table, right-aligned on the decimal point."""

import re
from collections.abc import Mapping, Sequence

from ..model.blocks import Table, TableCell, walk
from ..model.inlines import Name, Text, Unlinked, attribute

_NUMBER = re.compile(r"[~≈<>+−–-]?\s?[$€£₽]?\s?\d[\d.,\u00a0\u202f\u2009 ]*\s?%?")
_GAP = re.compile(r"(?:[–—…-]|n/a|n\.a\.)?")
_DECIMALS = re.compile(r"[.,](\d{1,2})\s?%?$")
_YEAR = re.compile(r"[12]\d{3}")
FIGURE_SPACE, POINT_SPACE = "\u2007", "\u2008"
"""Spaces as wide as a digit in a table, and as a point."""


def number_columns(table: Table) -> Mapping[int, int]:
    """Return the columns of a table with only numbers, each with its largest number of decimals.

    The first column names the rows. Columns of years need no alignment, and tables with merged cells get none.
    """
    rows = [row.cells for row in (*table.head, *table.body)]
    spans = any(attribute(cell.attributes, name) for row in rows for cell in row for name in ("colspan", "rowspan"))
    if spans or not table.body:
        return {}
    found: dict[int, int] = {}
    for column in range(1, min(len(row) for row in rows)):
        words = [_words(row.cells[column]) for row in table.body]
        if _are_numbers(words):
            found[column] = max(_decimals(each) for each in words)
    return found


def padding(cell: TableCell, most: int) -> str:
    """Return the spaces that replace a cell's missing decimals."""
    words = _words(cell)
    own = _decimals(words)
    if not _NUMBER.fullmatch(words) or own == most:
        return ""
    return FIGURE_SPACE * (most - own) + ("" if own else POINT_SPACE)


def _are_numbers(words: Sequence[str]) -> bool:
    numbers = [each for each in words if _NUMBER.fullmatch(each)]
    return (
        bool(numbers)
        and all(_NUMBER.fullmatch(each) or _GAP.fullmatch(each) for each in words)
        and not all(_YEAR.fullmatch(each) for each in numbers)
    )


def _decimals(words: str) -> int:
    match = _DECIMALS.search(words)
    return len(match[1]) if match else 0


def _words(cell: TableCell) -> str:
    shown = (inner.text for block in cell.blocks for inner in walk(block) if isinstance(inner, Text | Name | Unlinked))
    return " ".join("".join(shown).split())
