"""Directives of MyST between backticks or colons, and what each is read as.

MyST describes them under "Directives"; cards, grids and tabs are those of sphinx-design, sphinx-panels and sphinx-tabs.
Those that would run something or read a data file stay as they are, and are reported.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ..kinds_of_boxes import PROOFS, title_of, title_of_proof
from .boxes import KINDS, closing_of_colons, directive_between_colons
from .captioned import put_captioned
from .directive_syntax import HEAD, Directive, read_directive
from .fences import closing_of, opening_fence
from .held import HeldBox, HeldCode, HeldDivision, HeldFormula
from .labels import label_at
from .level import Level, is_blank, without_indent
from .listed_tables import put_csv_table, put_list_table
from .panels import CARD_OPTIONS, put_button, put_card, put_contents, put_panels, put_tab, with_id

_ADDRESS = re.compile(r"<?(?P<path>.+?)>?$")
_ATTRIBUTION = re.compile(r" {0,3}--(?:-| )-?(?=\s*\w)")
"""What a line begins with that says whose words a quotation is."""
_LANGUAGE = re.compile(r"[\w#.+/-]+$")

Make = Callable[[Level, Directive, int], None]
"""Takes a directive, up to but not including the line with that number."""
ToCode = Callable[[str, list[str]], HeldCode]
"""Makes a block of code of the name of a language and lines."""


class DirectiveReader:
    """Takes directives whose contents can be shown without running anything."""

    def __init__(self, to_code: ToCode, *, formulas: bool) -> None:
        """`formulas` says whether formulas are ours to draw."""
        self.to_code = to_code
        code: dict[str, Make] = dict.fromkeys(("code-block", "code", "sourcecode", "parsed-literal"), self._code)
        self.makers = {**_MAKERS, **dict.fromkeys(KINDS, _box), **code, **({"math": _formula} if formulas else {})}

    def __call__(self, level: Level, line: str) -> bool:
        """Take a directive, with the label above it if there is one."""
        if (labelled := label_at(level, level.at)) is not None:
            label, at = labelled
            before, level.at = level.at, at
            taken = at < len(level.lines) and self._take(level, level.lines[at], label)
            level.at = level.at if taken else before
            return taken
        return self._take(level, line, "")

    def _take(self, level: Level, line: str, label: str) -> bool:
        opening = opening_fence(line)
        head = HEAD.match(opening["info"].strip()) if opening else directive_between_colons(line)
        make = self.makers.get(head["name"].lower()) if head else None
        if head is None or make is None:
            return False
        if opening:
            (end, closed), width = closing_of(level, level.at, opening), len(opening["indent"])
        else:
            (end, closed), width = closing_of_colons(level), 0
        lines = [without_indent(each, width) for each in level.lines[level.at + 1 : end - closed]]
        known = _OPTIONS.get(head["name"].lower(), frozenset())
        directive = read_directive(level, head, lines, known, between_colons=opening is None)
        if label:
            directive = replace(directive, options={"name": label, **directive.options})
        make(level, directive, end)
        return True

    def _code(self, level: Level, directive: Directive, end: int) -> None:
        language = directive.words if _LANGUAGE.match(directive.words) else ""
        lines = directive.lines
        while lines and is_blank(lines[-1]):
            lines = lines[:-1]
        if caption := directive.options.get("caption"):
            put_captioned(level, caption, (), directive.first, end)
        level.hold(self.to_code(language, lines), "code", end)


def _box(level: Level, directive: Directive, end: int) -> None:
    classes = directive.options.get("class", "").split()
    folds = directive.name == "dropdown" or "dropdown" in classes
    kind = next((each for each in (directive.name, *classes) if each in KINDS), "note")
    title, lines, first = directive.words, directive.lines, directive.first
    if title and directive.name in KINDS and not directive.between_colons:
        # What is after the name of such a box is its first paragraph.
        title, lines, first = "", [directive.words, "", *lines], first - 2
    if all(map(is_blank, lines)):
        level.remark(level.at, "the box is empty", "write its text between the lines that open and close it")
    inside = tuple(level.inner(lines, first).read())
    title = title or title_of(kind, level.page.titles)
    level.hold(HeldBox(kind, title, inside, folds, "open" in directive.options, directive.own_id), "box", end)


def _aside(level: Level, directive: Directive, end: int) -> None:
    """Take words beside the text, whose title is seldom there."""
    inside = tuple(level.inner(directive.lines, directive.first).read())
    level.hold(HeldBox("note", directive.words, inside, element_id=directive.own_id), "box", end)


def _proof(level: Level, directive: Directive, end: int) -> None:
    """Take a theorem or what belongs to one: what is after the name is a title or brackets."""
    title = title_of_proof(directive.name.removeprefix("prf:"), directive.words, level.page.titles)
    inside = tuple(level.inner(directive.lines, directive.first).read())
    level.hold(HeldBox("note", title, inside, element_id=directive.own_id), "box", end)


def _solution(level: Level, directive: Directive, end: int) -> None:
    """Take the solution of an exercise, whose label is after the name: the title says which it is."""
    own = "-".join(directive.words.split())
    _proof(level, replace(directive, words=f"[](#{own})" if own else ""), end)


def _figure(level: Level, directive: Directive, end: int) -> None:
    _hold_figure(level, directive.own_id, _picture_of(directive), (directive.lines, directive.first), end)


def _figure_of_markdown(level: Level, directive: Directive, end: int) -> None:
    """Take a figure whose picture is written in Markdown above its caption."""
    picture, *rest = directive.lines or [""]
    skipped = 1
    while rest and is_blank(rest[0]):
        rest, skipped = rest[1:], skipped + 1
    own = "-".join(directive.words.split()) or directive.own_id
    _hold_figure(level, own, picture.strip(), (rest, directive.first + skipped), end)


def _hold_figure(level: Level, own: str, picture: str, below: tuple[list[str], int], end: int) -> None:
    lines, first = below
    caption, *legend = "\n".join(lines).strip().split("\n\n", 1)
    attributes = (("id", own),) if own else ()
    figure = HeldDivision("figure", attributes, (picture,), " ".join(caption.split()), "figure-caption")
    level.hold(figure, "figure", end)
    if legend:
        rest = lines[len(caption.split("\n")) :]
        level.put(level.inner(rest, first + len(lines) - len(rest)).read(), "text", end)


def _image(level: Level, directive: Directive, end: int) -> None:
    level.put((_picture_of(directive),), "text", end)


def _picture_of(directive: Directive) -> str:
    """Return the picture of a directive in Markdown; brackets cannot be in its alternative text."""
    address = _ADDRESS.match(directive.words)
    path = address["path"] if address else ""
    alternative = directive.options.get("alt", "").replace("[", "(").replace("]", ")")
    return f"![{alternative}](<{path}>)" if " " in path else f"![{alternative}]({path})"


def _formula(level: Level, directive: Directive, end: int) -> None:
    source = "\n".join((directive.words, *directive.lines)).strip()
    level.hold(HeldFormula(source, directive.own_id), "formula", end)


def _table(level: Level, directive: Directive, end: int) -> None:
    inside = tuple(level.inner(directive.lines, directive.first).read())
    own = (("id", directive.own_id),) if directive.own_id else ()
    level.hold(HeldDivision("figure", own, inside, directive.words), "table", end)


def _quotation(level: Level, directive: Directive, end: int) -> None:
    lines = [_ATTRIBUTION.sub("— ", line) for line in (directive.words, *directive.lines)]
    inner = level.inner(lines, directive.first - 1).read()
    with_id(level, directive, end)
    level.put((f"> {each}" if each else ">" for each in inner), "quotation", end)


def _line(level: Level, directive: Directive, end: int) -> None:
    """Take a line that is a heading to the eye alone, and what is below it."""
    with_id(level, directive, end)
    put_captioned(level, directive.words, directive.lines, directive.first, end)


def _glossary(level: Level, directive: Directive, end: int) -> None:
    """Take terms with their explanations, each after a colon or moved in."""
    lines: list[str] = []
    for line in directive.lines:
        words = line.strip()
        explains = bool(words) and line.startswith((" ", ": ", ":\t"))
        goes_on = explains and line.startswith(" ") and bool(lines) and lines[-1].startswith((":   ", "    "))
        if words and not explains and lines and lines[-1].startswith((":   ", "    ")):
            # A term right below an explanation would be a part of it.
            lines.append("")
        lines.append(f"    {words}" if goes_on else f":   {words.removeprefix(':').strip()}" if explains else words)
    level.put(level.inner(lines, directive.first).read(), "definitions", end)


_OPTIONS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("figure", "image"), frozenset({"alt"})),
    **dict.fromkeys(("code-block", "code", "sourcecode", "parsed-literal"), frozenset({"caption"})),
    **dict.fromkeys(("card", "grid-item-card"), CARD_OPTIONS),
    "csv-table": frozenset({"header"}),
    "link-button": frozenset({"text"}),
    "panels": frozenset({"card", "body", "header", "footer"}),
}
"""Of each directive the options that it reads."""
_MAKERS: Mapping[str, Make] = {
    "admonition": _box,
    "dropdown": _box,
    **dict.fromkeys(("aside", "margin", "sidebar", "topic"), _aside),
    **dict.fromkeys((f"prf:{name}" for name in PROOFS), _proof),
    "exercise": _proof,
    "solution": _solution,
    "figure": _figure,
    "figure-md": _figure_of_markdown,
    "image": _image,
    "table": _table,
    "list-table": put_list_table,
    "csv-table": put_csv_table,
    **dict.fromkeys(("epigraph", "pull-quote", "highlights", "blockquote"), _quotation),
    **dict.fromkeys(("rubric", "centered"), _line),
    "glossary": _glossary,
    **dict.fromkeys(("tab-set", "tabs", "tab-set-code", "grid", "grid-item", "card-carousel"), put_contents),
    **dict.fromkeys(("div", "container", "compound"), put_contents),
    **dict.fromkeys(("tab-item", "tab", "tabbed", "group-tab", "code-tab"), put_tab),
    **dict.fromkeys(("card", "grid-item-card"), put_card),
    "panels": put_panels,
    **dict.fromkeys(("button-link", "button-ref", "link-button"), put_button),
}
