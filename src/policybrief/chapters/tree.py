"""From the element tree that Python-Markdown makes of a chapter to the chapter's document tree."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import ClassVar
from xml.etree.ElementTree import Element, tostring

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.util import AMP_SUBSTITUTE

from ..model.blocks import (
    Block,
    Box,
    Caption,
    CodeBlock,
    DefinitionList,
    Explanation,
    Figure,
    FormulaBlock,
    Group,
    Heading,
    Item,
    Listing,
    Quotation,
    RawBlock,
    Rule,
    Table,
    TableCell,
    TableRow,
    Term,
    TextBlock,
)
from ..model.inlines import (
    Attributes,
    Break,
    CitationMark,
    Formula,
    Inline,
    InlineCode,
    InlineGroup,
    Link,
    NameMark,
    NoteMark,
    Picture,
    Raw,
    Styled,
    Text,
    TextStyle,
)
from .blocks import HEADINGS
from .citations import CITATION_TAG
from .finding import Finder
from .marks import NAME_TAG

_BLOCK_TAGS = frozenset(HEADINGS) | frozenset(
    "p ul ol dl blockquote table figure figcaption div section details pre hr article aside header footer nav form "
    "fieldset center address iframe video audio canvas".split()
)
_STYLES = {style.value: style for style in TextStyle}
_PUT_ASIDE = re.compile("\x02wzxhzdk:(\\d+)\x03")
_UNREADABLE = re.compile("\x02[^\x03]*\x03")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_TAG = re.compile(r"<[^<>]*>")
_CODE = re.compile(r"<code[^<>]*>(?P<code>.*)</code>", re.DOTALL)
_LANGUAGE = re.compile(r"""<(?:pre|code|div)[^<>]*\bclass="[^"]*?(?:language-|highlight-)?(?P<name>[\w+#-]+)""")
_HTML_OF_CODE = re.compile(r"\s*<(?:div|pre|table)\b[^<>]*(?:\bclass=\"[^\"]*(?:highlight|codehilite)|>\s*<code\b)")
_TEX = re.compile(r"\A\s*(?:\\\(|\\\[|\$\$?)?(?P<source>.*?)(?:\\\)|\\\]|\$\$?)?\s*\Z", re.DOTALL)
_NOTHING = frozenset(("footnote-backref", "headerlink"))
"""The classes of links that extensions add and that writers make by themselves."""


class TreeReader:
    """Reads the elements of one chapter in order, and finds each mark of the author in the chapter's text."""

    def __init__(self, put_aside: list[str | Element], finder: Finder) -> None:
        """`put_aside` is what Markdown took out of the text: entities, raw HTML, coloured code."""
        self.put_aside = put_aside
        self.finder = finder
        self.citations = 0

    def block(self, element: Element) -> tuple[Block, ...]:
        """Return the blocks that one block element is; several when it is HTML that was put aside."""
        if (level := HEADINGS.get(element.tag)) is not None:
            return (self._heading(element, level),)
        make = self._MAKERS.get(element.tag)
        return make(self, element) if make else (self._group(element),)

    def blocks(self, element: Element) -> tuple[Block, ...]:
        """Return what an element holds as blocks; lines that have no element of their own become tight ones."""
        return tuple(self._mixed(element, ()))

    def inlines(self, element: Element, without: Iterable[Element] = ()) -> tuple[Inline, ...]:
        """Return what an element holds in its line, but for the children `without`."""
        left_out = set(without)
        found: list[Inline] = []
        self._add_words(found, element.text)
        for child in element:
            if child not in left_out:
                self._add_inline(found, child)
            self._add_words(found, child.tail)
        return tuple(found)

    def attributes(self, element: Element, *without: str) -> Attributes:
        """Return the attributes of an element with those names left out."""
        return tuple((name, self._value(value)) for name, value in element.attrib.items() if name not in without)

    def _mixed(self, element: Element, without: tuple[Element, ...]) -> Iterator[Block]:
        line: list[Inline] = []
        self._add_words(line, element.text)
        for child in element:
            if child.tag in _BLOCK_TAGS:
                yield from _as_tight(line)
                line = []
                if child not in without:
                    yield from self.block(child)
            elif child not in without:
                self._add_inline(line, child)
            self._add_words(line, child.tail)
        yield from _as_tight(line)

    def _add_words(self, found: list[Inline], string: str | None) -> None:
        if not string:
            return
        end = 0
        string = string.replace(AMP_SUBSTITUTE, "&").replace(NBSP_PLACEHOLDER, "")
        for match in _PUT_ASIDE.finditer(string):
            _append(found, _characters(string[end : match.start()]))
            html = self._html(int(match[1]))
            if _ENTITY.sub("", html):
                found.append(Raw(html))
            else:
                _append(found, unescape(html))
            end = match.end()
        _append(found, _characters(string[end:]))

    def _add_inline(self, found: list[Inline], element: Element) -> None:
        if element.tag == "a" and element.get("class") in _NOTHING:
            return
        make = self._INLINE_MAKERS.get(element.tag)
        made = make(self, element) if make else None
        found.append(made or self._styled(element))

    def _styled(self, element: Element) -> Inline:
        """Return words that are set apart, or an element that the model has no word for."""
        if "arithmatex" in element.get("class", "").split():
            return Formula(_tex(element), self.attributes(element))
        if element.tag in _STYLES:
            return Styled(_STYLES[element.tag], self.inlines(element), self.attributes(element))
        return InlineGroup(element.tag, self.inlines(element), self.attributes(element))

    def _note_mark(self, element: Element) -> Inline | None:
        link = element.find("a") if element.get("id", "").startswith("fnref") else None
        if link is None:
            return None
        label = footnote_label(link.get("href", "").removeprefix("#"))
        return NoteMark(label, self.finder.find(f"[^{label}]"))

    def _citation_mark(self, element: Element) -> Inline:
        written = element.text or ""
        self.citations += 1
        return CitationMark(written, self.citations - 1, self.finder.find(written))

    def _picture(self, element: Element) -> Inline:
        target = self._value(element.get("src", ""))
        others = self.attributes(element, "src", "alt")
        return Picture(target, self._value(element.get("alt", "")), others, self.finder.find_address(target))

    def _code(self, element: Element) -> Inline:
        code = _characters("".join(element.itertext()))
        self.finder.pass_over(code)
        return InlineCode(self._without_html(code), self.attributes(element))

    def _break(self, _: Element) -> Inline:
        return Break()

    def _link(self, element: Element) -> Inline | None:
        if element.get("href") is None:
            return None
        target = self._value(element.get("href", ""))
        at = self.finder.find_address(target)
        return Link(target, self.inlines(element), self.attributes(element, "href"), at)

    def _name_mark(self, element: Element) -> NameMark:
        written = element.get("written", "")
        label = (element.text or "") if element.get("labelled") else ""
        silent = not element.get("target")
        target = (element.text or "") if silent else element.get("target", "")
        return NameMark(written, target, label, silent, self.finder.find(written))

    def _paragraph(self, element: Element) -> tuple[Block, ...]:
        alone = _PUT_ASIDE.fullmatch((element.text or "").strip()) if not len(element) else None
        html = self._html(int(alone[1])) if alone else ""
        if html and _ENTITY.sub("", html) and html.lstrip().startswith("<"):
            return (self._raw_block(html),)
        return (TextBlock(self.inlines(element), self.attributes(element)),)

    def _raw_block(self, html: str) -> Block:
        if not _HTML_OF_CODE.match(html):
            return RawBlock(html.strip())
        code = _CODE.search(html)
        text = unescape(_TAG.sub("", code["code"] if code else html)).rstrip("\n")
        self.finder.pass_over(text)
        language = _LANGUAGE.search(html)
        name = language["name"].removeprefix("language-") if language else ""
        return CodeBlock(text, "" if name == "highlight" else name, html)

    def _heading(self, element: Element, level: int) -> Heading:
        link = next((child for child in element if child.get("class") == "headerlink"), None)
        permalink = self.attributes(link) if link is not None else ()
        sign = self._value("".join(link.itertext())) if link is not None else ""
        others = self.attributes(element, "id")
        return Heading(level, element.get("id", ""), self.inlines(element), others, permalink, sign)

    def _listing(self, element: Element) -> tuple[Block, ...]:
        items = tuple(Item(self.blocks(item), self.attributes(item)) for item in element if item.tag == "li")
        return (Listing(element.tag == "ol", items, self.attributes(element)),)

    def _definitions(self, element: Element) -> tuple[Block, ...]:
        parts = tuple(
            Term(self.inlines(part), self.attributes(part))
            if part.tag == "dt"
            else Explanation(self.blocks(part), self.attributes(part))
            for part in element
            if part.tag in ("dt", "dd")
        )
        return (DefinitionList(parts, self.attributes(element)),)

    def _quotation(self, element: Element) -> tuple[Block, ...]:
        return (Quotation(self.blocks(element), self.attributes(element)),)

    def _table(self, element: Element) -> tuple[Block, ...]:
        caption: tuple[Block, ...] = ()
        head: list[TableRow] = []
        body: list[TableRow] = []
        for part in element:
            if part.tag == "caption":
                caption = self.blocks(part)
            elif part.tag == "tr":
                body.append(self._row(part))
            else:
                (head if part.tag == "thead" else body).extend(self._row(row) for row in part if row.tag == "tr")
        return (Table(tuple(head), tuple(body), caption, self.attributes(element)),)

    def _row(self, element: Element) -> TableRow:
        cells = (TableCell(self.blocks(cell), cell.tag == "th", self.attributes(cell)) for cell in element)
        return TableRow(tuple(cells), self.attributes(element))

    def _figure(self, element: Element) -> tuple[Block, ...]:
        return (Figure(self.blocks(element), self.attributes(element)),)

    def _caption(self, element: Element) -> tuple[Block, ...]:
        return (Caption(self.blocks(element), self.attributes(element)),)

    def _details(self, element: Element) -> tuple[Block, ...]:
        return (self._box(element, next((child for child in element if child.tag == "summary"), None), folds=True),)

    def _division(self, element: Element) -> tuple[Block, ...]:
        classes = element.get("class", "").split()
        if "arithmatex" in classes:
            return (FormulaBlock(_tex(element), self.attributes(element)),)
        if "admonition" in classes:
            titles = (child for child in element if "admonition-title" in child.get("class", "").split())
            return (self._box(element, next(titles, None), folds=False),)
        return (self._group(element),)

    def _box(self, element: Element, title: Element | None, *, folds: bool) -> Box:
        words = self.inlines(title) if title is not None else ()
        of_title = self.attributes(title) if title is not None else ()
        inside = tuple(self._mixed(element, (title,) if title is not None else ()))
        return Box(words, inside, folds, self.attributes(element), of_title)

    def _code_block(self, element: Element) -> tuple[Block, ...]:
        text = _characters("".join(element.itertext())).rstrip("\n")
        self.finder.pass_over(text)
        code = element.find("code")
        classes = (code.get("class", "") if code is not None else "").split()
        language = next((name.removeprefix("language-") for name in classes if name.startswith("language-")), "")
        return (CodeBlock(self._without_html(text), language, attributes=self.attributes(element)),)

    def _rule(self, element: Element) -> tuple[Block, ...]:
        return (Rule(self.attributes(element)),)

    def _group(self, element: Element) -> Group:
        return Group(element.tag, self.blocks(element), self.attributes(element))

    def _html(self, number: int) -> str:
        """Return what was put aside under a number, with what was put aside in it."""
        if number >= len(self.put_aside):
            return ""
        kept = self.put_aside[number]
        html = kept if isinstance(kept, str) else tostring(kept, encoding="unicode", method="html")
        return _PUT_ASIDE.sub(lambda match: self._html(int(match[1])) if int(match[1]) < number else "", html)

    def _value(self, string: str) -> str:
        """Return the value of an attribute as a browser reads it."""
        return _characters(self._without_html(string.replace(AMP_SUBSTITUTE, "&")))

    def _without_html(self, string: str) -> str:
        return _PUT_ASIDE.sub(lambda match: unescape(_TAG.sub("", self._html(int(match[1])))), string)

    _INLINE_MAKERS: ClassVar[Mapping[str, Callable[["TreeReader", Element], Inline | None]]] = {
        "sup": _note_mark,
        NAME_TAG: _name_mark,
        CITATION_TAG: _citation_mark,
        "img": _picture,
        "code": _code,
        "br": _break,
        "a": _link,
    }
    _MAKERS: ClassVar[Mapping[str, Callable[["TreeReader", Element], tuple[Block, ...]]]] = {
        "p": _paragraph,
        "ul": _listing,
        "ol": _listing,
        "dl": _definitions,
        "blockquote": _quotation,
        "table": _table,
        "figure": _figure,
        "figcaption": _caption,
        "details": _details,
        "div": _division,
        "pre": _code_block,
        "hr": _rule,
    }


def footnote_label(element_id: str) -> str:
    """Return the label of a footnote, given the id that the extension made of it: `fn:label`."""
    return element_id.removeprefix("fn").lstrip(":-")


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return the inlines with neighbouring words as one."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            _append(found, inline.text)
        else:
            found.append(inline)
    return tuple(found)


def _append(found: list[Inline], words: str) -> None:
    if words and found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text + words)
    elif words:
        found.append(Text(words))


def _as_tight(line: list[Inline]) -> Iterator[Block]:
    """Yield the line as a block, without the white space around it; nothing when it says nothing."""
    if line and isinstance(line[0], Text):
        line[0] = Text(line[0].text.lstrip())
    if line and isinstance(line[-1], Text):
        line[-1] = Text(line[-1].text.rstrip())
    kept = tuple(inline for inline in line if inline != Text(""))
    if kept:
        yield TextBlock(kept, tight=True)


def _characters(string: str) -> str:
    """Return the characters that a string of the element tree stands for: it may hold entities.

    What an extension put aside in a way of its own cannot be read; the parser names such extensions.
    """
    string = _UNREADABLE.sub("", string)
    return _ENTITY.sub(lambda match: unescape(match[0]), string) if "&" in string else string


def _tex(element: Element) -> str:
    match = _TEX.match(_characters("".join(element.itertext())))
    return match["source"] if match else ""
