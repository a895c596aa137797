"""Parts that other programs show one at a time or side by side, tabs and cards: here they follow one another.

The title of each is a line in bold above it, which shares a paragraph with the words below it: so it can be cited with
them, also on paper.
"""

import re
from collections.abc import Sequence

from .level import Level, begins_block, indent_of, is_blank

_NO_TEXT = re.compile(r" {0,3}(?:[|+<:(\[]|!\[|\*\[|\d+[.)] |/{3}|[-*+] |\{%|={3,}|-{3,}|~{3,}|\^{3,})")
"""What a line begins with that is not running text."""


def put_captioned(level: Level, title: str, lines: Sequence[str], first: int, end: int) -> None:
    """Take lines below a title; `first` is the number of the first of them, `end` of the line after the block."""
    number = next((number for number, line in enumerate(lines) if not is_blank(line)), len(lines))
    lines, first = list(lines[number:]), first + number
    if title:
        line = title if "**" in title else f"**{title}**"
        lines, first = ([f"{line}\\", *lines], first - 1) if _is_text(lines) else ([line, "", *lines], first - 2)
    level.put(level.inner(lines, first).read(), "text", end)


def _is_text(lines: Sequence[str]) -> bool:
    """Tell whether lines begin with a paragraph."""
    if not lines or begins_block(lines[0]) or indent_of(lines[0]) > 3 or _NO_TEXT.match(lines[0]):
        return False
    # A line of characters below one of words makes a heading or a table of it.
    return not (len(lines) > 1 and re.fullmatch(r" {0,3}(?:=+|-+)[-= |:]*", lines[1]))
