"""What is set apart in a line beyond plain Markdown: words struck out, marked, raised, lowered, spans, formulas."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import get_attrs_and_remainder
from markdown.inlinepatterns import HtmlInlineProcessor, InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX, AtomicString

from .formulas import looks_like_tex

FORMULA_TAG = "pb-formula"
"""A formula in a line, in the element tree."""
FORMULA_BLOCK_TAG = "pb-formula-block"
"""One on lines of its own."""

ESCAPED = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""What a backslash may come before, as CommonMark has it: every punctuation character of ASCII."""
_BEFORE_CODE, _BEFORE_ESCAPES, _BEFORE_LINKS, _AFTER_LINKS = 191, 182, 165, 58
"""Priorities: code has 190, escapes 180, links 160, emphasis 60."""
_BEFORE_LINE_BREAKS = 101
_ENTITIES = 80
_ENTITY = r"(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][0-9a-zA-Z]*);)"
"""A number with more digits is no character, and stays as it is."""
_NOT_ESCAPED = r"(?<!\\)(?:\\\\)*"
_FORMULA = (
    r"(?:(?<![\\$\w])|(?<=(?<!\\)\\\\))(?P<sign>\${1,2})(?![\s$])(?P<source>(?:\\.|[^$\\])+?)(?<![\s\\])(?P=sign)"
    r"(?![\d$\w])"
)
"""As pandoc has it: no space within, no digit after; `$` before a digit and words is money."""
_DISPLAYED = r"(?<![\\$])\${2}(?!\$)(?P<source>(?:\\.|[^$\\]|\$(?!\$))+?)(?<!\\)\${2}(?!\$)"
"""One that is set on a line of its own in a paragraph: words may touch it, spaces and lines may be within."""
_TEX = r"(?<!\\)\\\((?P<source>(?:\\(?![()]).|[^\\])+?)\\\)"
"""As TeX has it; brackets with a backslash that hold no formula are brackets, as CommonMark has them."""
_MONEY = re.compile(r"\d[\d.,]*(?:\s|[–—-])[^\\^_=+{}<>]*$|\d[\d.,]*[a-zA-Z]{0,3}[,;:)]?$")
_STYLES = (
    ("del", r"(?<!~)~~(?![\s~])(?P<words>.+?)(?<![\s\\])~~(?!~)"),
    ("sub", r"(?<=[\w)\]*}])~(?![\s~])(?P<words>(?:\\.|[^\s~\\])+)~(?!~)"),
    ("ins", r"(?<!\^)\^\^(?![\s^])(?P<words>.+?)(?<![\s\\])\^\^(?!\^)"),
    ("sup", r"(?<!\^)\^(?![\s^\[])(?P<words>(?:\\.|[^\s^\\])+)\^(?!\^)"),
    ("mark", r"(?<![=\w])==(?![\s=])(?P<words>.+?)(?<![\s\\=])==(?![=\w])"),
)
_ALONE = r"(?<!\S)[*_]+(?!\S)"
"""Marks no emphasis. A line break is not white space any more when emphasis is read, and must not make it look so."""
_TASK = re.compile(r"\[(?P<done>[ xX])\](?=\s|$)")
_BOXES = {" ": "\u2610", "x": "\u2611", "X": "\u2611"}


def register_in_line(md: Markdown) -> None:
    """Register what reads these, each unless an extension of the host does."""
    md.ESCAPED_CHARS = list(dict.fromkeys((*md.ESCAPED_CHARS, *ESCAPED)))
    patterns = md.inlinePatterns
    patterns.register(_LineBreak(r"\\\n", md), "pb-line-break", _BEFORE_ESCAPES)
    patterns.register(_Space(r"\\ ", md), "pb-space", _BEFORE_ESCAPES)
    patterns.register(_Alone(_ALONE, md), "pb-alone", _BEFORE_LINE_BREAKS)
    patterns.register(HtmlInlineProcessor(_ENTITY, md), "entity", _ENTITIES)
    if "arithmatex-inline" not in patterns:
        patterns.register(_DisplayedProcessor(_DISPLAYED, md), "pb-displayed-formula", _BEFORE_CODE)
        patterns.register(_FormulaProcessor(_FORMULA, md), "pb-formula", _BEFORE_CODE)
        patterns.register(_TexProcessor(_TEX, md), "pb-tex-formula", _BEFORE_CODE)
    patterns.register(_SpanProcessor(r"\[", md), "pb-span", _BEFORE_LINKS)
    theirs = {"del": "sub_del", "sub": "sub_del", "ins": "sup_ins", "sup": "sup_ins", "mark": "mark"}
    for offset, (tag, pattern) in enumerate(_STYLES):
        if not _has(md, theirs[tag]):
            patterns.register(_StyleProcessor(pattern, md, tag), f"pb-style-{tag}", _AFTER_LINKS - offset / 10)
    if "task-list" not in md.treeprocessors:
        md.treeprocessors.register(_TaskBoxes(md), "pb-tasks", 30)


def _has(md: Markdown, name: str) -> bool:
    """Tell whether an extension of PyMdown has registered a pattern of that name, or of a part of it."""
    return any(each in md.inlinePatterns for each in (name, *name.split("_")))


class _LineBreak(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        return Element("br"), m.start(0), m.end(0)


class _Alone(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        return "".join(f"{STX}{ord(character)}{ETX}" for character in m[0]), m.start(0), m.end(0)


class _Space(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[str, int, int]:
        return "\u00a0", m.start(0), m.end(0)


class _StyleProcessor(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, tag: str) -> None:
        super().__init__(pattern, md)
        self.compiled_re = re.compile(pattern, re.DOTALL)
        self.tag = tag

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        element = Element(self.tag)
        element.text = m["words"]
        return element, m.start(0), m.end(0)


class _FormulaProcessor(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.compiled_re = re.compile(pattern, re.DOTALL)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        source = m["source"]
        if m["sign"] == "$" and len(source) > 2 and source[0] == source[-1] == "`":
            # GitHub has backticks within the dollar signs.
            source = source.strip("`")
        if (m["sign"] == "$" and _MONEY.match(source)) or in_code(data, m.start()):
            return None, None, None
        element = Element(FORMULA_TAG, {"source": source, "display": "yes" if m["sign"] == "$$" else ""})
        element.text = AtomicString("")
        return element, m.start(0), m.end(0)


class _DisplayedProcessor(_FormulaProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if not looks_like_tex(m["source"]) or in_code(data, m.start()):
            return None, None, None
        element = Element(FORMULA_TAG, {"source": m["source"].strip(), "display": "yes"})
        element.text = AtomicString("")
        return element, m.start(0), m.end(0)


class _TexProcessor(_FormulaProcessor):
    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if not looks_like_tex(m["source"]) or in_code(data, m.start()):
            return None, None, None
        element = Element(FORMULA_TAG, {"source": m["source"].strip(), "display": ""})
        element.text = AtomicString("")
        return element, m.start(0), m.end(0)


def in_code(data: str, place: int) -> bool:
    """Tell whether a place is between the backticks of code, which has not been read yet."""
    return "`" in data and any(match.start() < place < match.end() for match in code_in(data))


_CODE = re.compile(r"(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)


def code_in(text: str) -> Iterator[re.Match[str]]:
    """Yield the code in a line of text."""
    return _CODE.finditer(text)


class _SpanProcessor(InlineProcessor):
    """Makes a span of words in brackets before braces that give it a class, an id or an attribute."""

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        end = closing_bracket(data, m.end(0))
        if end < 0 or data[end + 1 : end + 2] != "{" or data[m.start() - 1 : m.start()] in ("!", "^", "["):
            return None, None, None
        close = data.find("}", end)
        inside = data[end + 2 : close].removeprefix(":") if close > 0 else ""
        if not inside.strip() or not re.match(r"\s*[.#]?[\w-]", inside):
            return None, None, None
        pairs, remainder = get_attrs_and_remainder(inside)
        if remainder or any(value is None for _, value in pairs):
            return None, None, None
        element = Element("mark" if (".", "mark") in pairs else "span")
        classes = [_CLASSES.get(value or "", value or "") for name, value in pairs if name == "."]
        if classes := [name for name in classes if name]:
            element.set("class", " ".join(classes))
        for name, value in pairs:
            if name != ".":
                element.set(name, value or "")
        element.text = data[m.end(0) : end]
        return element, m.start(0), close + 1


_CLASSES = {
    "smallcaps": "pb-small-caps",
    "small-caps": "pb-small-caps",
    "sc": "pb-small-caps",
    "underline": "pb-underline",
    "ul": "pb-underline",
    "mark": "",
}
"""Ours for the classes that pandoc gives a meaning."""


def closing_bracket(text: str, start: int) -> int:
    """Return where the bracket is closed that was opened before `start`; -1 when it is not."""
    depth, place = 1, start
    while place < len(text):
        sign = text[place]
        if sign == "\\":
            place += 1
        elif sign == "`" and (code := _CODE.match(text, place)):
            place = code.end() - 1
        elif sign in "[]":
            depth += 1 if sign == "[" else -1
            if depth == 0:
                return place
        place += 1
    return -1


class _TaskBoxes(Treeprocessor):
    """Shows the boxes of tasks, ticked or not, as characters: every reader and every format has them."""

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            holder = item[0] if not (item.text or "").strip() and len(item) and item[0].tag == "p" else item
            if match := _TASK.match(holder.text or ""):
                holder.text = _BOXES[match["done"]] + (holder.text or "")[match.end() :]
                item.set("class", "pb-task")
