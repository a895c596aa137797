"""Tables of the e-book. On a narrow screen, wide ones become lists with one cell per line, after its header."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from ...model.blocks import Block, Table, TableCell, TableRow, walk
from ...model.inlines import attribute
from .elements import Content, made

_MOST_COLUMNS = 3
"""The most columns that a phone shows side by side."""
_SPANS = ("colspan", "rowspan")


def table_of(block: Table, write: Callable[[Iterable[Block]], list[Content]]) -> Element:
    """Return a table; `write` returns the content of a cell."""
    heads = _heads(block)
    # Browsers do not treat an element displayed as a list as a table, unless it has the role.
    roles = ("table", "rowgroup", "row") if heads else ("", "", "")
    caption = (made("caption", (), *write(block.caption)),) if block.caption else ()
    parts = [
        made(tag, (("role", roles[1]),), *(_row(row, heads, roles[2], write) for row in rows))
        for tag, rows in (("thead", block.head), ("tbody", block.body))
        if rows
    ]
    return made("table", (("class", "stacks" if heads else ""), ("role", roles[0])), *caption, *parts)


def _heads(block: Table) -> tuple[str, ...]:
    """Return the names of the columns, if the table can become a list; otherwise nothing."""
    rows = (*block.head, *block.body)
    widest = max((len(row.cells) for row in rows), default=0)
    spans = any(
        attribute(cell.attributes, name) not in ("", "1") for row in rows for cell in row.cells for name in _SPANS
    )
    if spans or widest <= _MOST_COLUMNS or len(block.head) != 1:
        return ()
    heads = tuple(_words(cell) for cell in block.head[0].cells)
    return (*heads, *[""] * (widest - len(heads)))


def _words(cell: TableCell) -> str:
    said = "".join(getattr(node, "text", "") for part in cell.blocks for node in walk(part))
    return " ".join(said.split())


def _row(
    row: TableRow, heads: tuple[str, ...], role: str, write: Callable[[Iterable[Block]], list[Content]]
) -> Element:
    headed = all(cell.header for cell in row.cells)
    cells = []
    for at, cell in enumerate(row.cells):
        align = attribute(cell.attributes, "align")
        scope = ("col" if headed else "row") if cell.header else ""
        own = [
            ("class", align if align in ("left", "center", "right") else ""),
            ("scope", scope),
            *((name, attribute(cell.attributes, name)) for name in _SPANS),
        ]
        if heads:
            spoken = {"col": "columnheader", "row": "rowheader"}.get(scope, "cell")
            own += [("role", spoken), ("data-head", heads[at] if at and not headed else "")]
        cells.append(made("th" if cell.header else "td", own, *write(cell.blocks)))
    return made("tr", (("role", role),), *cells)
