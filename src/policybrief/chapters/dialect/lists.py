"""Lists, as CommonMark has them: under a line of text, nested by two spaces or by four, `1)` as well as `1.`.

Definitions and footnotes hold their lines in the same way.
"""

import re
from itertools import pairwise

from .drawn_tables import is_ruler
from .held import HeldList
from .level import Level, begins_block, indent_of, is_blank, moved_in, without_indent

_MARKER = re.compile(r"(?P<indent> {0,3})(?P<sign>[-*+]|(?P<number>\d{1,9}|#)(?P<end>[.)]))(?P<space> +(?=\S)| *$)")
_RULE = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_DEFINITION = re.compile(r" {0,3}[:~](?P<space> +)(?=\S)")
_LETTERED = re.compile(r" {0,3}(?P<before>\(?)(?P<sign>[a-zA-Z]|[ivxIVX]{1,4}|\d{1,2})(?P<after>[.)]) +(?=\S)")
_DOTTED = re.compile(
    r" {0,3}(?P<sign>[\u2022\u2023\u2219\u25a0\u25a1\u25aa\u25ab\u25cb\u25cf\u25e6\u00b7\u2013\u2014])\s+(?=\S)"
)
"""Bullets as word processors have them, and dashes."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NOTE = re.compile(r"(?P<label> {0,3}\[\^[^\]\n]+\]:)(?P<space> *)")


def read_list(level: Level, line: str) -> bool:
    """Take a list."""
    first = _marker(line)
    if first is None or (level.in_text and not (_is_first(first) and line[first.end() :].strip())):
        return False
    items: list[tuple[str, ...]] = []
    loose, end, following = False, level.at, level.at
    while (match := _marker(level.line(following))) is not None and _kind(match) == _kind(first):
        loose = loose or (bool(items) and following > end)
        inner, end = _contents(level, following, match.end(), match["space"])
        items.append(tuple(inner.read()))
        loose = loose or inner.gaps
        following = end
        while following < len(level.lines) and is_blank(level.lines[following]):
            following += 1
    number = first["number"]
    start = int(number) if number and number != "#" else 1
    level.hold(HeldList(bool(number), start, loose, tuple(items)), "list", end)
    return True


def read_lettered(level: Level, line: str) -> bool:
    """Remark on items by letter or between brackets, whose lines would run together; they are text all the same."""
    first = _LETTERED.match(line)
    if first is None or (level.in_text and _LETTERED.match(level.lines[level.at - 1])):
        return False
    for _, following in level.following(level.at + 1):
        if is_blank(following) or begins_block(following):
            return False
        second = _LETTERED.match(following)
        if second and _around(second) == _around(first) and _follows(first["sign"], second["sign"]):
            hint = "number the items, '1.' and '2.', or begin them with '-'; or put an empty line between them"
            level.remark(
                level.at, f"items by '{first[0].strip()}' are not a list, and run together in one paragraph", hint
            )
            return False
    return False


def read_dotted(level: Level, line: str) -> bool:
    """Remark on items behind dots or dashes that are no markup, whose lines would run together; they stay text."""
    first = _DOTTED.match(line)
    if first is None or (level.in_text and _DOTTED.match(level.lines[level.at - 1])):
        return False
    second = _DOTTED.match(level.line(level.at + 1))
    if second and second["sign"] == first["sign"]:
        hint = "begin the items with '- ', or put an empty line between them"
        level.remark(level.at, f"items by '{first['sign']}' are not a list, and run together in one paragraph", hint)
    return False


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return what is before and after a letter."""
    return match["before"], match["after"]


def _follows(first: str, second: str) -> bool:
    """Tell whether a letter or a number of one item is the one after another."""
    if first.isdigit() or second.isdigit():
        return first.isdigit() and second.isdigit() and int(second) == int(first) + 1
    if len(first) == len(second) == 1 and ord(second) == ord(first) + 1:
        return True
    return (first.lower(), second.lower()) in pairwise(_ROMAN)


def read_definition(level: Level, line: str) -> bool:
    """Take what explains the term in the line before."""
    match = _DEFINITION.match(line)
    if match is None or level.last not in ("text", "definition"):
        return False
    inner, end = _contents(level, level.at, match.end(), match["space"])
    first, *others = inner.read()
    # A list or code on the first line has an empty line before it.
    while not first and others:
        first, *others = others
    before = () if level.in_text or (level.out and not level.out[-1]) else ("",)
    level.out += (*before, f":   {first}", *moved_in(others))
    level.last, level.text_from, level.at = "definition", None, end
    return True


def read_note(level: Level, line: str) -> bool:
    """Take a footnote."""
    match = _NOTE.match(line)
    if match is None:
        return False
    inner, end = _contents(level, level.at, match.end(), match["space"])
    first, *others = inner.read() or [""]
    level.put((f"{match['label'].strip()} {first}", *moved_in(others)), "note", end)
    return True


def _marker(line: str) -> re.Match[str] | None:
    return None if _RULE.match(line) else _MARKER.match(line)


def _is_first(match: re.Match[str]) -> bool:
    return match["number"] in (None, "1", "#")


def _kind(match: re.Match[str]) -> str:
    return str(match["end"] or match["sign"])


def _contents(level: Level, start: int, after: int, space: str) -> tuple[Level, int]:
    """Return the container of what follows a marker, and the number of the line after it.

    `after` is where the text of its first line begins, `space` what is before that.
    """
    head = level.lines[start]
    mark = indent_of(head)
    offset = after - len(space) + 1 if len(space) > 4 or not head[after:].strip() else after
    end = _end(level, start, mark, offset)
    moved = [indent_of(line) for line in level.lines[start + 1 : end] if not is_blank(line) and _within(line, mark)]
    least = min(moved, default=offset)
    # Python-Markdown moves the contents of every item in by four spaces, whatever its marker is.
    width = 4 + mark if least >= 4 + mark and offset < 4 + mark and least != offset + 4 else min(least, offset)
    lines = [head[offset:], *(without_indent(line, width) for line in level.lines[start + 1 : end])]
    return level.inner(lines, start), end


def _within(line: str, mark: int) -> bool:
    """Tell whether a line is indented far enough to belong to an item whose marker is indented by `mark`."""
    return indent_of(line) >= mark + 2


def _end(level: Level, start: int, mark: int, offset: int) -> int:
    """Return the number of the line after an item, without the empty lines at its end."""
    end = start + 1
    blank = not level.lines[start][offset:].strip()
    empty = blank
    for number, line in level.following(start + 1):
        if is_blank(line):
            if empty:
                break
            blank = True
            continue
        marker = _marker(line)
        sibling = marker is not None and indent_of(line) < offset and bool(marker["number"]) and offset > mark + 2
        belongs = _within(line, mark) and not (sibling and _numbered(level.lines[start]))
        if blank and indent_of(line) < min(offset, 4 + mark) and _begins_table(level, number):
            # Pandoc writes its tables indented by two spaces, wherever they are.
            break
        lazy = not blank and not begins_block(line) and _marker(line) is None and not _DEFINITION.match(line)
        if not belongs and not lazy:
            break
        blank = empty = False
        end = number + 1
    return end


def _begins_table(level: Level, number: int) -> bool:
    """Tell whether a table that is drawn with dashes begins at a line."""
    line = level.line(number).strip()
    return set(line) == {"-"} or is_ruler(line) or is_ruler(level.line(number + 1))


def _numbered(line: str) -> bool:
    match = _MARKER.match(line)
    return match is not None and match["number"] is not None
