"""Tables that are drawn with characters: pandoc's simple, multiline and grid tables, and Markdown's own with bars.

Pandoc's manual describes the forms under "Tables". A line `: words {#id}` before or after a table is its caption.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown.extensions.attr_list import get_attrs_and_remainder

from .held import HeldDivision, HeldTable
from .level import Level, begins_block, is_blank

_GROUPS = re.compile(r" {0,3}-+(?: +-+)+ *$")
_DASHES = re.compile(r" {0,3}-{3,} *$")
_GRID = re.compile(r" {0,3}\+(?:[-=:]+\+)+ *$")
_DELIMITERS = re.compile(r" {0,3}(?=.*[|+])\|?(?: *:?-+:? *[|+])+(?: *:?-+:? *)?$")
_CAPTION = re.compile(r" {0,3}(?:[Tt]able)?: +(?P<words>\S.*)$")
_BRACES = re.compile(r"\s*\{(?P<inside>[^{}]*[#.=][^{}]*)\}\s*$")

Cells = tuple[str, ...]
"""The lines of one cell."""
Span = tuple[int, int]
"""Where a column begins and ends in its lines."""


def read_table(level: Level, line: str) -> bool:
    """Take a table, with the caption that follows it."""
    found = _table_lines(level, line)
    if found is None:
        return False
    lines, end = found
    caption, after = _caption_at(level, end)
    if caption:
        _hold_figure(level, lines, caption, after)
    else:
        level.put(lines, "table", end)
    return True


def is_ruler(line: str) -> bool:
    """Tell whether a line gives the columns of a table, under a head that may be indented as code is."""
    return _GROUPS.match(line) is not None


def read_caption(level: Level, line: str) -> bool:
    """Take a caption that is before its table, and the table; after words a lone colon begins a definition."""
    may_define = level.last == "text" and line.lstrip().startswith(":")
    if level.in_text or may_define or not _CAPTION.match(line):
        return False
    caption, end = _caption_at(level, level.at)
    while end < len(level.lines) and is_blank(level.lines[end]):
        end += 1
    found = _table_lines(level, level.line(end), end)
    if found is None:
        return False
    _hold_figure(level, found[0], caption, found[1])
    return True


def _hold_figure(level: Level, lines: Sequence[str], caption: str, end: int) -> None:
    braces = _BRACES.search(caption)
    attributes: list[tuple[str, str]] = []
    if braces:
        pairs, _ = get_attrs_and_remainder(braces["inside"])
        attributes = [(name, value or "") for name, value in pairs if name == "id"]
        caption = caption[: braces.start()]
    level.hold(HeldDivision("figure", tuple(attributes), tuple(lines), caption.strip()), "table", end)


def _caption_at(level: Level, start: int) -> tuple[str, int]:
    """Return the caption at most one empty line after a number, and the number of the line after it."""
    if is_blank(level.line(start)):
        start += 1
    match = _CAPTION.match(level.line(start))
    if match is None:
        return "", start
    words, end = [match["words"]], start + 1
    while end < len(level.lines) and not is_blank(level.lines[end]) and not begins_block(level.lines[end]):
        words.append(level.lines[end].strip())
        end += 1
    return " ".join(words), end


def _table_lines(level: Level, line: str, start: int | None = None) -> tuple[tuple[str, ...], int] | None:
    """Return the table that begins at a line as Python-Markdown is to have it, and the number of the line after it."""
    at = level.at if start is None else start
    below = level.line(at + 1)
    if "|" in line and _DELIMITERS.match(below):
        return _with_bars(level, at)
    if _GRID.match(line):
        made = _grid(level, at)
    elif level.in_text and start is None:
        return None
    elif _GROUPS.match(line):
        made = _rows_below(level, at, (), at + 1)
    elif _DASHES.match(line):
        made = _multiline(level, at)
    elif _GROUPS.match(below) and line.strip() and not is_blank(level.line(at + 2)):
        made = _rows_below(level, at + 1, (line,), at + 2)
    else:
        return None
    return made and ((level.page.held.hold(made[0]),), made[1])


def _with_bars(level: Level, at: int) -> tuple[tuple[str, ...], int]:
    end = at + 2
    while end < len(level.lines) and not is_blank(level.lines[end]):
        if begins_block(level.lines[end]) or _CAPTION.match(level.lines[end]):
            break
        end += 1
    rows = [row.strip() for row in level.lines[at:end]]
    rows[1] = rows[1].replace("+", "|")
    return tuple(rows), end


def _spans(dashes: str) -> tuple[Span, ...]:
    return tuple(match.span() for match in re.finditer("-+", dashes))


def _rows_below(level: Level, ruler: int, head: Sequence[str], first: int) -> tuple[HeldTable, int] | None:
    """Return the simple or multiline table whose columns a line of dashes gives."""
    spans = _spans(level.lines[ruler])
    closing = next((number for number, line in level.following(first) if _closes(line)), None)
    blank = next((number for number, line in level.following(first) if is_blank(line)), len(level.lines))
    if closing is None or (head and blank < closing and not is_blank(level.line(closing + 1))):
        # Only a head and an empty line say where a simple table begins and ends.
        if not head:
            return None
        closing = None
    end = blank if closing is None or (head and len(head) == 1 and blank < closing) else closing
    rows = _split_rows(level.lines[first:end], spans)
    if not rows or (not head and len(spans) < 2):
        return None
    top = (_cells(head, spans),) if head else ()
    align = _alignment(head or level.lines[first : first + 1], spans)
    return HeldTable(top, tuple(rows), align), end + (end == closing)


def _multiline(level: Level, at: int) -> tuple[HeldTable, int] | None:
    """Return the table that begins with a line of dashes, has a head of any height and ends with such a line."""
    head: list[str] = []
    for number, line in level.following(at + 1):
        if is_blank(line):
            return None
        if _GROUPS.match(line):
            if not head:
                return None
            spans = _spans(line)
            closing = next((below for below, each in level.following(number + 1) if _DASHES.match(each)), None)
            if closing is None:
                return None
            rows = _split_rows(level.lines[number + 1 : closing], spans)
            return HeldTable((_cells(head, spans),), tuple(rows), _alignment(head, spans)), closing + 1
        head.append(line)
    return None


def _closes(line: str) -> bool:
    return _GROUPS.match(line) is not None or _DASHES.match(line) is not None


def _split_rows(lines: Sequence[str], spans: Sequence[Span]) -> list[tuple[Cells, ...]]:
    """Return the rows of a table: a line each, or several that empty lines separate."""
    if not any(map(is_blank, lines)):
        return [_cells((line,), spans) for line in lines]
    groups: list[list[str]] = [[]]
    for line in lines:
        if is_blank(line):
            groups.append([])
        else:
            groups[-1].append(line)
    return [_cells(group, spans) for group in groups if group]


def _cells(lines: Sequence[str], spans: Sequence[Span]) -> tuple[Cells, ...]:
    """Return the cells of a row; what is between two columns belongs to the first of them."""
    starts = [0, *(start for start, _ in spans[1:]), None]
    return tuple(
        tuple(piece for line in lines if (piece := _piece(line, left, right).strip()))
        for left, right in pairwise(starts)
    )


def _piece(line: str, left: int | None, right: int | None) -> str:
    return line[left:right]


def _alignment(lines: Sequence[str], spans: Sequence[Span]) -> tuple[str, ...]:
    """Return to which side each column goes: where its first words touch the end of its dashes."""

    def side(start: int, end: int) -> str:
        left = any(line[start : start + 1].strip() for line in lines)
        right = any(line[end - 1 : end].strip() for line in lines)
        return "" if left else "right" if right else "center"

    return tuple(side(start, end) if any(line[start:end].strip() for line in lines) else "" for start, end in spans)


def _grid(level: Level, at: int) -> tuple[HeldTable, int] | None:
    """Return the table whose cells have lines all around them; one with cells over several columns is no such."""
    end = at
    while level.line(end).lstrip()[:1] in ("+", "|"):
        end += 1
    lines = [line.rstrip() for line in level.lines[at:end]]
    edges = [match.start() for match in re.finditer(r"\+", lines[0])]
    if not _GRID.match(lines[-1]) or not all(_fits(line, edges) for line in lines):
        message = "this table has cells over several rows or columns, or lines that do not meet"
        level.remark(at, message, "write a table with bars, and a cell for each row and column")
        return None
    head: list[tuple[Cells, ...]] = []
    body: list[tuple[Cells, ...]] = []
    align = tuple(_side(lines[0][left + 1 : right]) for left, right in pairwise(edges))
    for number, row in _grid_rows(lines):
        cells = tuple(
            tuple(level.inner(_trimmed([line[left + 1 : right] for line in row]), number).read())
            for left, right in pairwise(edges)
        )
        body.append(cells)
        if "=" in lines[number + len(row)] and not head and len(body) == 1:
            head, body = body, []
            align = tuple(_side(lines[number + len(row)][left + 1 : right]) for left, right in pairwise(edges))
    return HeldTable(tuple(head), tuple(body), align), end


def _grid_rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a grid, each with the number of its first line."""
    row: list[str] = []
    for number, line in enumerate(lines):
        if not _GRID.match(line):
            row.append(line)
        elif row:
            yield number - len(row), row
            row = []


def _fits(line: str, edges: Sequence[int]) -> bool:
    return len(line) == edges[-1] + 1 and all(line[edge] in "+|" for edge in edges)


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Return the lines of a cell without the space that all of them begin with."""
    least = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[least:].rstrip() for line in lines]


def _side(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""
