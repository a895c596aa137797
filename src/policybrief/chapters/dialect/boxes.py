"""Boxes: `::: note` of pandoc, Quarto and MyST, `!!! note` of Python-Markdown, `> [!NOTE]` of GitHub and Obsidian."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

from markdown.extensions.attr_list import get_attrs_and_remainder

from ..kinds_of_boxes import PROOFS, title_of, title_of_proof
from .captioned import put_captioned
from .directive_syntax import HEAD, instead_of
from .fences import closing_of, opening_fence
from .held import HeldBox, HeldDivision
from .level import Level, is_blank
from .text_lines import contents_below, quoted_lines, read_container

KINDS = frozenset(
    "abstract attention bug caution danger error example fail failure faq hint important info note question quote "
    "seealso success summary tip tldr todo warning".split()
)
"""What a box may be called."""
_ALERT = re.compile(r"\[!(?P<kind>[\w-]+)(?: *\|[^\]]*)?\](?P<fold>[+-]?)(?P<title>.*)$")
_DIVISION = re.compile(r" {0,3}(?P<colons>:{3,}) *(?P<head>\S.*?)? *:*$")
OPENING_COLONS = re.compile(r" {0,3}:{3,} *[^\s:]")
CLOSING_COLONS = re.compile(r" {0,3}:{3,} *$")
_BRACES = re.compile(r"(?P<class>[\w-]+)? *\{(?P<inside>[^{}]*)\}$")
_WORDS = re.compile(r"(?P<class>[a-zA-Z][\w-]*)(?:\[(?P<inside>.*)\](?: *\{[^{}]*\})?| +(?P<title>.*))?$")
"""What is after colons; Docusaurus has the title in brackets."""
_OPTION = re.compile(r":(?P<key>[a-z-]+):(?: +(?P<value>.*))?$")
_ADMONITION = re.compile(
    r' {0,3}(?P<sign>!!!|\?\?\?\+?) *(?P<kind>[a-zA-Z][\w-]*(?: +[\w-]+)*)(?: +"(?P<title>.*)")? *$'
)
_OF_ONE_FORM = dict.fromkeys(
    ("content-visible", "content-hidden"),
    "every form shows what is in it: keep one version for all of them, and remove these colons",
)
"""Classes of Quarto for what is in some of the forms only."""
_PROOFS_BY_ID = {
    "thm": "theorem",
    "lem": "lemma",
    "cor": "corollary",
    "prp": "proposition",
    "cnj": "conjecture",
    "def": "definition",
    "exm": "example",
    "exr": "exercise",
    "sol": "solution",
    "rem": "remark",
    "alg": "algorithm",
}
"""Of each kind what the ids begin with by which Quarto knows it."""
_HEADING = re.compile(r"#{1,6} +(?P<title>.*?)(?: +#+)?(?: *\{:? *(?P<inside>[-.#][^{}]*)\})? *$")


def read_alert(level: Level, line: str) -> bool:
    """Take a quotation that begins with the kind of a box."""
    if ">" not in line[:4] or not _ALERT.match(line.lstrip(" >")):
        return False
    lines, end = quoted_lines(level)
    match = _ALERT.match(lines[0].strip())
    if match is None:
        return False
    kind = match["kind"].lower()
    if not match["title"].strip():
        _ask_for_words(level, lines[1:], "write its text below, with '>' before each line")
    title = match["title"].strip() or title_of(kind, level.page.titles)
    inside = level.inner(lines[1:], level.at + 1).read()
    box = HeldBox(kind, title, tuple(inside), folds=bool(match["fold"]), opened=match["fold"] == "+")
    level.hold(box, "box", end)
    return True


class AdmonitionReader:
    """Takes boxes with exclamation or question marks, unless an extension of the host reads them."""

    def __init__(self, *, boxes: bool, folding: bool) -> None:
        """`boxes` and `folding` say whether those with each sign are ours to read."""
        self.ours = {"!": boxes, "?": folding}

    def __call__(self, level: Level, line: str) -> bool:
        """Take a box."""
        match = _ADMONITION.match(line)
        if match is None:
            return False
        if not self.ours[match["sign"][0]]:
            read_container(level, line)
            return True
        kind, *others = match["kind"].split()
        title = match["title"] if match["title"] is not None else title_of(kind, level.page.titles)
        lines, end = contents_below(level)
        _ask_for_words(level, lines, "write its words below, each line indented by four spaces")
        inside = tuple(level.inner(lines, level.at + 1).read())
        folds = match["sign"][0] == "?"
        box = HeldBox(" ".join((kind.lower(), *others)), title, inside, folds=folds, opened=match["sign"] == "???+")
        level.hold(box, "box", end)
        return True


def _ask_for_words(level: Level, lines: Iterable[str], hint: str) -> None:
    """Remark on the box that begins here if it has no words."""
    if all(map(is_blank, lines)):
        level.remark(level.at, "the box is empty", hint)


def read_division(level: Level, line: str) -> bool:
    """Take lines between colons."""
    match = _DIVISION.match(line)
    if match is None or match["head"] is None:
        return False
    start, end, closed = level.at, *closing_of_colons(level)
    classes, attributes, title = _read_head(match["head"])
    lines, first = level.lines[start + 1 : end - closed], start + 1
    if HEAD.match(match["head"]):
        lines, first = _without_options(level, lines, first)
    kind = next((name for name in map(_kind_of, classes) if name), "")
    proof = _kind_of_proof(classes, attributes.get("id", ""))
    if "panel-tabset" in classes:
        put_tabs_below_headings(level, lines, first, end)
        return True
    if not kind and not proof:
        if title:
            # Readers are to see it all the same.
            lines, first = [f"**{title}**", "", *lines], first - 2
        _hold_plain(level, classes, attributes, (lines, first), end)
        return True
    if not title and lines and (heading := first_heading(lines)) is not None:
        number, title, own = heading
        attributes = {**own, **attributes}
        lines[number] = ""
    if not title:
        _ask_for_words(level, lines, "write its words between the lines of colons")
    title = title or attributes.get("title", "") or attributes.get("name", "")
    title = title_of_proof(proof, title, level.page.titles) if proof else title or title_of(kind, level.page.titles)
    folds = "collapse" in attributes or "dropdown" in classes
    inside = tuple(level.inner(lines, first).read())
    box = HeldBox(kind or "note", title, inside, folds, attributes.get("collapse") == "false", attributes.get("id", ""))
    level.hold(box, "box", end)
    return True


def _hold_plain(
    level: Level, classes: list[str], attributes: Mapping[str, str], within: tuple[list[str], int], end: int
) -> None:
    """Take lines between colons that are no box: they are shown, and what was meant by them is asked."""
    for name in classes:
        message = f"'{name}' after the colons is not a kind of box and has no effect"
        hint = (
            _OF_ONE_FORM.get(name)
            or instead_of(name)
            or (f"write '::: note', with a title after it, or another kind of box: {', '.join(sorted(KINDS))}")
        )
        level.remark(level.at, message, hint)
    lines, first = within
    kept = {name: value for name, value in attributes.items() if name in ("id", "lang", "dir")}
    division = HeldDivision("div", tuple(kept.items()), tuple(level.inner(lines, first).read()))
    level.hold(division, "box", end)


def directive_between_colons(line: str) -> re.Match[str] | None:
    """Return the match of the name and the words of a directive of MyST that colons open."""
    match = _DIVISION.match(line)
    return HEAD.match(match["head"]) if match and match["head"] else None


def closing_of_colons(level: Level) -> tuple[int, int]:
    """Return the number of the line after the colons that close those here, and how many lines (0 or 1) they are."""
    open_ones, number = 1, level.at + 1
    while number < len(level.lines):
        line = level.lines[number]
        fence = opening_fence(line)
        if fence is not None:
            number, _ = closing_of(level, number, fence) if _is_closed(level, number, fence) else (number + 1, 0)
            continue
        match = _DIVISION.match(line)
        number += 1
        if match:
            open_ones += 1 if match["head"] else -1
            if open_ones == 0:
                return number, 1
    colons = level.lines[level.at].split()[0].split("{")[0]
    level.remark(level.at, "nothing closes these colons", f"write a line '{colons}' where the box ends")
    return len(level.lines), 0


def _is_closed(level: Level, start: int, fence: re.Match[str]) -> bool:
    sign = fence["fence"]
    return any(line.strip().startswith(sign) for _, line in level.following(start + 1))


def _read_head(head: str) -> tuple[list[str], dict[str, str], str]:
    """Return the classes, the attributes and the title after colons."""
    if directive := HEAD.match(head):
        if directive["name"] == "admonition":
            return ["note"], {}, directive["words"]
        return [directive["name"]], {}, directive["words"]
    if braces := _BRACES.match(head):
        pairs, _ = get_attrs_and_remainder(braces["inside"])
        classes = [braces["class"]] if braces["class"] else []
        classes += [value or "" for name, value in pairs if name == "."]
        return classes, {name: value or "" for name, value in pairs if name != "."}, ""
    if words := _WORDS.match(head):
        return [words["class"]], {}, (words["inside"] or words["title"] or "").strip('"')
    return [head], {}, ""


def _kind_of(name: str) -> str:
    """Return the kind of box that a class stands for, or nothing."""
    name = name.lower().removeprefix("callout-").removeprefix("rmd")
    return name if name in KINDS else "note" if name in ("callout", "admonition", "box") else ""


def _kind_of_proof(classes: Iterable[str], own: str) -> str:
    """Return the kind of theorem that an id of Quarto or a class of bookdown stands for, or nothing."""
    by_class = next((name for name in classes if name in PROOFS and name not in KINDS), "")
    return _PROOFS_BY_ID.get(own.partition("-")[0], "") if "-" in own and not by_class else by_class


def _without_options(level: Level, lines: list[str], first: int) -> tuple[list[str], int]:
    """Return the lines of a directive without its options, each of which is named."""
    count = 0
    while count < len(lines) and (option := _OPTION.match(lines[count])):
        message = f"the option ':{option['key']}:' is not supported"
        level.remark(first + count, message, "remove the line")
        count += 1
    return lines[count:], first + count


def put_tabs_below_headings(level: Level, lines: list[str], first: int, end: int) -> None:
    """Take tabs of Quarto, each of which begins at a heading of the level of the first."""
    found = first_heading(lines)
    marker = lines[found[0]].split()[0] if found else ""
    starts = [number for number, line in enumerate(lines) if marker and line.lstrip().startswith(f"{marker} ")]
    put_captioned(level, "", lines[: starts[0] if starts else len(lines)], first, end)
    for start, stop in pairwise((*starts, len(lines))):
        heading = _HEADING.match(lines[start])
        put_captioned(level, heading["title"] if heading else "", lines[start + 1 : stop], first + start + 1, end)


def first_heading(lines: list[str]) -> tuple[int, str, dict[str, str]] | None:
    """Return the number and the words of a heading that the lines begin with, and the id in its braces."""
    for number, line in enumerate(lines):
        if not is_blank(line):
            match = _HEADING.match(line)
            pairs, _ = get_attrs_and_remainder(match["inside"] or "") if match else ([], "")
            return (number, match["title"], {name: value for name, value in pairs if name == "id"}) if match else None
    return None
