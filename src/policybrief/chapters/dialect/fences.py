"""Code between fences, wherever it is: in items and quotations too, with any words after the opening fence."""

import re
from collections.abc import Callable

from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.util import HTML_PLACEHOLDER

from .directive_syntax import instead_of
from .held import HeldCode, HeldFormula
from .level import Level, is_blank, without_indent

_OPENING = re.compile(r"(?P<indent> {0,3})(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
_DIRECTIVE = re.compile(r"\{\s*(?P<name>[a-zA-Z][\w:+-]*)(?P<rest>[^{}]*)\}(?P<words>.*)$")
_LANGUAGE = re.compile(r"\.?(?P<name>[\w#.+/-]+)(?P<rest>.*)$")
_LINES_SET_APART = re.compile(r"\s*hl_lines=([\"']).*\1\s*$")

_MATH = ("math", "{math}")
"""What GitHub and MyST write after a fence with a formula in it."""
_DRAWN = frozenset(("mermaid", "dot", "graphviz", "plantuml", "ditaa", "tikz", "d2"))
"""Languages of drawings, which other programs put a picture in the place of."""
_STAND_IN = re.compile(HTML_PLACEHOLDER % r"\d+")
"""What Python-Markdown leaves in the place of code."""

PutAside = Callable[[list[str]], str]
"""Puts a fence of code aside, as Python-Markdown's extension does; returns the stand-in for it."""


class FenceReader:
    """Takes the fences of code of a page."""

    def __init__(self, put_aside: PutAside, *, reads_options: bool = False, formulas: bool = True) -> None:
        """`reads_options` says whether what puts code aside knows words after a fence that we do not.

        `formulas` says whether fences with formulas in them are ours to draw.
        """
        self.put_aside = put_aside
        self.reads_options = reads_options
        self.formulas = formulas

    def __call__(self, level: Level, line: str) -> bool:
        """Take a fence of code."""
        opening = _OPENING.match(line)
        if opening is None:
            return False
        end, closed = closing_of(level, level.at, opening)
        width = len(opening["indent"])
        code = [without_indent(each, width) for each in level.lines[level.at + 1 : end - closed]]
        fence = _fence_around(code)
        info = opening["info"].strip()
        if self.formulas and info in _MATH and code and not code[0].startswith(":"):
            level.hold(HeldFormula("\n".join(code).strip()), "formula", end)
            return True
        aside = self.put_aside([f"{fence} {info}".rstrip(), *code, fence]) if self.reads_options else ""
        if not _STAND_IN.fullmatch(aside):
            aside = self.put_aside([f"{fence}{_head(level, info)}", *code, fence])
        level.hold(HeldCode(aside), "code", end)
        return True

    def to_code(self, language: str, code: list[str]) -> HeldCode:
        """Return code in a language, or in none."""
        fence = _fence_around(code)
        return HeldCode(self.put_aside([f"{fence} {language}".rstrip(), *code, fence]))


def _fence_around(code: list[str]) -> str:
    """Return a fence that no line of the code closes."""
    return "~" * max(3, 1 + max((len(each) for each in code if set(each) == {"~"}), default=0))


def closing_of(level: Level, start: int, opening: re.Match[str]) -> tuple[int, int]:
    """Return the number of the line after a fence, and how many lines (0 or 1) close it."""
    sign, least = opening["fence"][0], len(opening["fence"])
    closing = re.compile(rf" {{0,3}}{re.escape(sign)}{{{least},}} *$")
    for number, line in level.following(start + 1):
        if closing.match(line):
            return number + 1, 1
    end = len(level.lines)
    while end > start + 1 and is_blank(level.lines[end - 1]):
        end -= 1
    level.remark(start, "nothing closes this fence of code", f"write a line '{opening['fence']}' where the code ends")
    return end, 0


def opening_fence(line: str) -> re.Match[str] | None:
    """Return the match of a line that opens a fence of code."""
    return _OPENING.match(line)


def _head(level: Level, info: str) -> str:
    """Return what is to be after the opening fence for Python-Markdown to read it."""
    directive = _DIRECTIVE.match(info)
    if directive and "=" not in directive["name"] and not (directive["rest"].strip().startswith("=")):
        name, hint = directive["name"], instead_of(directive["name"])
        message = f"'{{{name}}}' is not supported" if hint else f"nothing runs '{{{name}}}'"
        hint = hint or "write the result, or a language without braces"
        level.remark(level.at, f"{message}: what is in the fence is printed as code", hint)
        return ""
    if info.startswith("{") and info.endswith("}"):
        _, remainder = get_attrs_and_remainder(info[1:-1])
        if not remainder and not info.startswith("{="):
            return f" {info}"
    language = _LANGUAGE.match(info)
    if language is None:
        if info:
            level.remark(
                level.at, f"'{info}' after the fence has no effect", "write the name of a language, or nothing"
            )
        return ""
    name, rest = language["name"].rstrip("/"), language["rest"].strip()
    if name in _DRAWN:
        message = f"nothing draws '{name}': what is in the fence is printed as code"
        level.remark(level.at, message, "put the picture into docs/; for code to read write 'text' after the fence")
    if not rest or _LINES_SET_APART.match(rest):
        return f" {name} {rest}".rstrip()
    message = f"the options '{rest}' of this code have no effect"
    hint = "remove them; with 'pymdownx.highlight' and 'pymdownx.superfences' in mkdocs.yml they are read"
    level.remark(level.at, message, hint)
    return f" {name}"
