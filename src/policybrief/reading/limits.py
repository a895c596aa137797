"""Limits for a page in Markdown, so that its conversion ends soon.

Python-Markdown searches from every opening bracket to the end of its block for the closing one, and calls itself for
each level of nesting, so time grows with the square of the length, and memory with the depth. The limits are far above
what people write, and below what takes seconds. `manual/docs/limits.md` lists them.
"""

import re
from collections.abc import Iterator
from itertools import chain

from ..model.problems import Code, Place, Problem

LARGEST_PAGE = 1_000_000
"""In characters: 150,000 words."""
LONGEST_LINE = 20_000
LONGEST_BLOCK = 50_000
"""In characters, between two empty lines."""
MOST_BLOCKS = 10_000
MOST_MARKS = 20_000
"""Characters `[`, `{`, `<` and `@` in a page: one for every fifty characters of the largest."""
MOST_OPEN = 20
"""Brackets of one kind that are open at the same time in a block."""
MOST_OPEN_TAGS = 100
"""Unclosed `<` before a letter, up to a place in the page."""
MOST_CITED = 500
"""Characters `@` in a block."""
DEEPEST = 20
"""Nested quotations and lists."""
MOST_CAPTIONS = 400
"""Lines that begin with `///`, which open and close captions."""

_CLOSING = {"]": "[", ")": "(", "}": "{"}
_SIGN = re.compile(r"\\.|[\[\](){}]")
_TAG = re.compile(r"<[a-zA-Z/!?]|>")
_MARKERS = re.compile(r"(?:[ \t]*(?:[-*+>:]|\d{1,9}[.)])(?=[ \t>]|$))+")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*)+")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")


def too_complex(text: str, path: str, first_line: int = 1) -> Problem | None:
    """Return the first place where the Markdown of a page exceeds a limit, or None.

    `first_line` is the line of the file on which the text begins.
    """
    fault = next(chain(_sizes(text), _lines(text), _open_tags(text), _blocks(text)), None)
    if fault is None:
        return None
    offset, seen, hint = fault
    line_start = text.rfind("\n", 0, offset) + 1
    place = Place(path, first_line + text.count("\n", 0, offset), offset - line_start + 1)
    return Problem(Code.TOO_COMPLEX, place, seen, hint)


_Fault = tuple[int, str, str]
"""Offset, message, hint."""


def _sizes(text: str) -> Iterator[_Fault]:
    if len(text) > LARGEST_PAGE:
        yield 0, f"the page has {len(text):,} characters; the limit is {LARGEST_PAGE:,}", "divide it into several files"

    marks = sum(map(text.count, "[{<@"))
    if marks > MOST_MARKS:
        seen = f"the page has {marks:,} characters '[', '{{', '<' and '@'; the limit is {MOST_MARKS:,}"
        yield 0, seen, "divide it into several files"


def _lines(text: str) -> Iterator[_Fault]:
    offset = captions = 0
    for line in text.split("\n"):
        if len(line) > LONGEST_LINE:
            seen = f"the line has {len(line):,} characters; the limit is {LONGEST_LINE:,}"
            yield offset, seen, "break it into several lines"
        if _depth(line) > DEEPEST:
            yield offset, f"quotations or lists are nested more than {DEEPEST} levels deep", "use fewer levels"
        captions += line.startswith("///")
        if captions > MOST_CAPTIONS:
            yield offset, f"more than {MOST_CAPTIONS} lines begin with '///'", "divide the page into several files"
        offset += len(line) + 1


def _depth(line: str) -> int:
    """Return the nesting depth of quotation and list markers at the beginning of a line, including indentation."""
    found = _MARKERS.match(line)
    if not found or _RULE.fullmatch(line):
        return 0
    signs = found.group().split()
    indentation = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip(" "))
    return indentation // 4 + sum(sign.count(">") or 1 for sign in signs)


def _open_tags(text: str) -> Iterator[_Fault]:
    waiting = 0
    for match in _TAG.finditer(text):
        waiting = 0 if match.group() == ">" else waiting + 1
        if waiting > MOST_OPEN_TAGS:
            yield (
                match.start(),
                f"more than {MOST_OPEN_TAGS} '<' characters before this are never closed",
                "write '&lt;'",
            )
            return


def _blocks(text: str) -> Iterator[_Fault]:
    start = 0
    for number, end in enumerate([*(found.end() for found in _EMPTY_LINES.finditer(text)), len(text)], 1):
        block = text[start:end]
        if number > MOST_BLOCKS:
            hint = "divide the page into several files"
            yield start, f"the page has more than {MOST_BLOCKS:,} paragraphs", hint
            return
        if len(block) > LONGEST_BLOCK:
            seen = f"the paragraph has {len(block):,} characters; the limit is {LONGEST_BLOCK:,}"
            yield start, seen, "divide it with an empty line"
        if block.count("@") > MOST_CITED:
            yield start, f"more than {MOST_CITED} '@' characters are in one paragraph", "divide it with an empty line"
        yield from ((start + offset, seen, hint) for offset, seen, hint in _open_brackets(block))
        start = end


def _open_brackets(block: str) -> Iterator[_Fault]:
    if all(block.count(sign) <= MOST_OPEN for sign in _CLOSING.values()):
        return
    opened = dict.fromkeys(_CLOSING.values(), 0)
    for match in _SIGN.finditer(block):
        sign = match.group()
        if sign in opened:
            opened[sign] += 1
            if opened[sign] > MOST_OPEN:
                seen = f"more than {MOST_OPEN} brackets '{sign}' are open at the same time"
                yield match.start(), seen, f"close them, or write '\\{sign}' for the character itself"
                return
        elif sign in _CLOSING:
            opened[_CLOSING[sign]] = max(0, opened[_CLOSING[sign]] - 1)
