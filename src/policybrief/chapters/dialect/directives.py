"""Directives of MyST in fences of code: boxes, figures, pictures, formulas and tables.

MyST describes them under "Directives": a name in braces after the fence, words after it, options in lines `:key: value`
or between two lines `---`, then the contents. Those that would run something stay code, and are reported with it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .boxes import KINDS
from .fences import closing_of, opening_fence
from .held import HeldBox, HeldDivision, HeldFormula
from .level import Level, is_blank, without_indent

_DIRECTIVE = re.compile(r"\{(?P<name>[a-zA-Z][\w-]*)\} *(?P<words>.*?) *$")
_OPTION = re.compile(r" *:(?P<key>[a-zA-Z][\w-]*):(?: +(?P<value>.*?))? *$")
_PAIR = re.compile(r" *(?P<key>[a-zA-Z][\w-]*): *(?P<value>.*?) *$")
_RULE = re.compile(r"-{3,} *$")
_ADDRESS = re.compile(r"<?(?P<path>.+?)>?$")
_LOOKS = frozenset(
    "align class collapsible color figclass figwidth header-rows height icon label name open scale stub-columns target "
    "type width widths alt nowrap animate numbered enumerated placeholder".split()
)
"""Options that say no words to readers, whether they have an effect here or not."""


@dataclass(frozen=True, slots=True)
class _Directive:
    """A directive as it is written."""

    name: str
    words: str
    """What is after its name: the title of a box, the address of a picture."""
    options: Mapping[str, str]
    lines: list[str]
    first: int
    """The number, in its container, of the first line of its contents."""

    @property
    def own_id(self) -> str:
        """The id that links lead to, or nothing."""
        return "-".join((self.options.get("name") or self.options.get("label") or "").split())


class DirectiveReader:
    """Takes directives whose contents can be shown without running anything."""

    def __init__(self, *, formulas: bool) -> None:
        """`formulas` says whether formulas are ours to draw."""
        self.makers = {**_MAKERS, **dict.fromkeys(KINDS, _box), **({"math": _formula} if formulas else {})}

    def __call__(self, level: Level, line: str) -> bool:
        """Take a directive."""
        opening = opening_fence(line)
        head = _DIRECTIVE.match(opening["info"].strip()) if opening else None
        if opening is None or head is None:
            return False
        name = head["name"].lower()
        make = self.makers.get(name)
        if make is None:
            return False
        end, closed = closing_of(level, level.at, opening)
        width = len(opening["indent"])
        lines = [without_indent(each, width) for each in level.lines[level.at + 1 : end - closed]]
        options, count = _options(lines)
        for key in sorted(options.keys() - _LOOKS):
            level.remark(level.at, f"the option '{key}' of this directive is not read", "remove it")
        while count < len(lines) and is_blank(lines[count]):
            count += 1
        make(level, _Directive(name, head["words"], options, lines[count:], level.at + 1 + count), end)
        return True


def _options(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the options that the lines of a directive begin with, and how many lines they are."""
    if lines and _RULE.match(lines[0]):
        end = next((number for number, each in enumerate(lines[1:], 1) if _RULE.match(each)), 0)
        pairs = [_PAIR.match(each) for each in lines[1:end] if not is_blank(each)]
        if end and all(pairs):
            return {pair["key"].lower(): pair["value"].strip("\"'") for pair in pairs if pair}, end + 1
        return {}, 0
    found: dict[str, str] = {}
    for number, line in enumerate(lines):
        option = _OPTION.match(line)
        if option is None:
            return found, number
        found[option["key"].lower()] = (option["value"] or "").strip("\"'")
    return found, len(lines)


def _box(level: Level, directive: _Directive, end: int) -> None:
    classes = directive.options.get("class", "").split()
    folds = directive.name == "dropdown" or "dropdown" in classes
    kind = next((each for each in (directive.name, *classes) if each in KINDS), "note")
    title, lines, first = directive.words, directive.lines, directive.first
    if title and directive.name in KINDS:
        # What is after the name of such a box is its first paragraph.
        title, lines, first = "", [directive.words, "", *lines], first - 2
    if all(map(is_blank, lines)):
        level.remark(level.at, "the box has no words", "write its words between the lines of backticks")
    inside = tuple(level.inner(lines, first).read())
    title = title or kind.capitalize()
    level.hold(HeldBox(kind, title, inside, folds, "open" in directive.options, directive.own_id), "box", end)


def _figure(level: Level, directive: _Directive, end: int) -> None:
    caption, *legend = "\n".join(directive.lines).strip().split("\n\n", 1)
    own = (("id", directive.own_id),) if directive.own_id else ()
    figure = HeldDivision("figure", own, (_picture_of(directive),), " ".join(caption.split()), "figure-caption")
    level.hold(figure, "figure", end)
    if legend:
        rest = directive.lines[len(caption.split("\n")) :]
        skipped = len(directive.lines) - len(rest)
        level.put(level.inner(rest, directive.first + skipped).read(), "text", end)


def _image(level: Level, directive: _Directive, end: int) -> None:
    level.put((_picture_of(directive),), "text", end)


def _picture_of(directive: _Directive) -> str:
    """Return the picture of a directive in Markdown; brackets cannot be in its alternative text."""
    address = _ADDRESS.match(directive.words)
    path = address["path"] if address else ""
    alternative = directive.options.get("alt", "").replace("[", "(").replace("]", ")")
    return f"![{alternative}](<{path}>)" if " " in path else f"![{alternative}]({path})"


def _formula(level: Level, directive: _Directive, end: int) -> None:
    source = "\n".join((directive.words, *directive.lines)).strip()
    level.hold(HeldFormula(source, directive.own_id), "formula", end)


def _table(level: Level, directive: _Directive, end: int) -> None:
    inside = tuple(level.inner(directive.lines, directive.first).read())
    own = (("id", directive.own_id),) if directive.own_id else ()
    level.hold(HeldDivision("figure", own, inside, directive.words), "table", end)


_MAKERS: Mapping[str, Callable[[Level, _Directive, int], None]] = {
    "admonition": _box,
    "dropdown": _box,
    "figure": _figure,
    "image": _image,
    "table": _table,
}
