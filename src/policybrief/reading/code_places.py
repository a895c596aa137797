"""Where a Markdown text is code, which is shown as written: fenced, indented, and within a line."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"[ \t>]*(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
_DIRECTIVE = re.compile(r"\s*\{(?P<name>[a-zA-Z][\w:-]*)\}")
_OF_CODE = frozenset("code code-block code-cell sourcecode parsed-literal literalinclude math raw mermaid".split())
"""MyST directives whose content is not Markdown."""
_OPENS_CONTENTS = re.compile(r"\s*(?:[-*+] |\d{1,9}[.)] |\[\^[^\]]*\]:|!!!|\?\?\?|===|: )")
"""The beginning of a block that contains the indented lines below it."""
_WITHIN_LINE = re.compile(r"(?<![`\\])(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S]){1,2000}?(?<!`)(?P=ticks)(?!`)")


def code_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield the extents of code: blocks first, then code within lines outside them."""
    blocks = list(_lines_apart(text))
    yield from ((start, end) for start, end, is_code in blocks if is_code)
    at = 0
    for start, end, _ in (*blocks, (len(text), len(text), False)):
        yield from (match.span() for match in _WITHIN_LINE.finditer(text, at, max(at, start)))
        at = end


def _lines_apart(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield the extents of lines that are code or fences, and whether they are code."""
    open_ones: list[tuple[str, bool]] = []
    at, above, blank, indented = 0, "", True, False
    for line in text.split("\n"):
        start, at = at, at + len(line) + 1
        fence = _FENCE.match(line)
        is_code = bool(open_ones) and open_ones[-1][1]
        if open_ones and fence and _closes(open_ones[-1][0], fence):
            open_ones.pop()
            yield start, at, False
            continue
        if is_code:
            yield start, at, True
            continue
        if fence:
            directive = _DIRECTIVE.match(fence["info"])
            open_ones.append((fence["fence"], directive is None or directive["name"].lower() in _OF_CODE))
            yield start, at, False
            continue
        if not line.strip():
            blank = True
            continue
        indented = line.startswith(("    ", "\t")) and (indented or blank) and not _OPENS_CONTENTS.match(above)
        if indented:
            yield start, at, True
        elif not line.startswith(("  ", "\t")):
            above = line
        blank = False


def _closes(opening: str, fence: re.Match[str]) -> bool:
    return not fence["info"].strip() and fence["fence"].startswith(opening)
