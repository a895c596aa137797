"""Tables that MyST writes as a list of lists, or as values with commas between them."""

import csv
import re
from collections.abc import Sequence

from .directive_syntax import Directive
from .held import HeldDivision, HeldTable
from .level import Level, is_blank, without_indent

_ROW = re.compile(r" *[*+-] +(?P<marker>[*+-])(?: |$)")
Cell = tuple[str, ...]


def put_list_table(level: Level, directive: Directive, end: int) -> None:
    """Take a table whose rows are items, and whose cells are items of these."""
    rows = _rows(level, directive)
    if not rows:
        level.remark(level.at, "this table has no rows", "write each row as '* - cell' and '  - cell' below it")
    heads = directive.options.get("header-rows", "0")
    _put(level, directive, rows, int(heads) if heads.isdigit() else 0, end)


def put_csv_table(level: Level, directive: Directive, end: int) -> None:
    """Take a table of values with commas between them."""
    head = directive.options.get("header", "")
    lines = [line for line in directive.lines if not is_blank(line)]
    read = csv.reader([*([head] if head else []), *lines], skipinitialspace=True)
    rows = [[(cell.strip(),) for cell in row] for row in read]
    if not rows:
        level.remark(level.at, "this table has no rows", "write them below: data files are not included")
    heads = directive.options.get("header-rows", "0")
    _put(level, directive, rows, bool(head) + (int(heads) if heads.isdigit() else 0), end)


def _put(level: Level, directive: Directive, rows: Sequence[Sequence[Cell]], heads: int, end: int) -> None:
    width = max(map(len, rows), default=0)
    filled = tuple((*row, *[("",)] * (width - len(row))) for row in rows)
    table = level.page.held.hold(HeldTable(filled[:heads], filled[heads:], ("",) * width))
    own = (("id", directive.own_id),) if directive.own_id else ()
    if own or directive.words:
        level.hold(HeldDivision("figure", own, (table,), directive.words), "table", end)
    else:
        level.put((table,), "table", end)


def _rows(level: Level, directive: Directive) -> list[list[Cell]]:
    """Return the cells of each row, their lines read."""
    column = next((match.start("marker") for match in map(_ROW.match, directive.lines) if match), 0)
    begins_cell = re.compile(rf" {{{column}}}[*+-](?: |$)")
    rows: list[list[tuple[int, list[str]]]] = []
    for number, line in enumerate(directive.lines):
        row = _ROW.match(line)
        if row and row.start("marker") == column:
            rows.append([])
        elif not (rows and begins_cell.match(line)):
            if rows:
                rows[-1][-1][1].append(without_indent(line, column + 2))
            continue
        rows[-1].append((number, [line[column + 2 :]]))
    return [[tuple(level.inner(lines, directive.first + at).read()) for at, lines in row] for row in rows]
