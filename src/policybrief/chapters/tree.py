"""From the element tree that Python-Markdown makes of a chapter to the chapter's document tree."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import ClassVar
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.serializers import to_html_string

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
    Permalink,
    Quotation,
    RawBlock,
    Rule,
    Table,
    TableCell,
    TableRow,
    Term,
    TextBlock,
    walk,
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
    TextStyle,
)
from .blocks import HEADINGS, text_of_part
from .citations import CITATION_TAG
from .dialect.in_line import FORMULA_BLOCK_TAG, FORMULA_TAG
from .dialect.roles import ROLE_LINK_TAG
from .element_shapes import classes_of, holds_only, is_block, is_plain_table
from .finding import Finder
from .formula_reading import FormulaReader
from .line_words import append_words, as_tight, characters_of, tex_of
from .marks import NAME_TAG

_BLOCK_TAGS = frozenset((*HEADINGS, FORMULA_BLOCK_TAG)) | frozenset(
    "p ul ol li dl dt dd blockquote table caption colgroup thead tbody tfoot tr th td figure figcaption div section "
    "details summary pre hr article aside header footer main nav form fieldset center address iframe video audio "
    "canvas".split()
)
_STYLES = {style.value: style for style in TextStyle}
_PUT_ASIDE = re.compile("\x02wzxhzdk:(\\d+)\x03")
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[0-9a-zA-Z]+);")
_TAG = re.compile(r"<[^<>]*>")
_CODE = re.compile(r"<code[^<>]*>(?P<code>.*)</code>", re.DOTALL)
_LANGUAGE = re.compile(r'\bclass="(?:[^"]*\s)?language-(?P<name>[^\s"]+)')
_HTML_OF_CODE = re.compile(r"\s*<(?:div|pre|table)\b[^<>]*(?:\bclass=\"[^\"]*(?:highlight|codehilite)|>\s*<code\b)")
_NOTHING = frozenset(("footnote-backref", "headerlink"))
"""The classes of links that extensions add and that writers make by themselves."""


class TreeReader:
    """Reads the elements of one chapter in order, and finds each mark of the author in the chapter's text."""

    def __init__(
        self,
        put_aside: list[str | Element],
        finder: Finder,
        labels: Mapping[str, str] | None = None,
        parts: Mapping[Element, str] | None = None,
        calls: Mapping[str, str] | None = None,
    ) -> None:
        """`put_aside` is what Markdown took out of the text: entities, raw HTML, coloured code.

        `labels` are those of the page's footnotes, by the ids that the list of them would have; `parts` the texts of
        items and cells as the author wrote them; `calls` how those notes are written that have no label of the
        author's.
        """
        self.put_aside = put_aside
        self.finder = finder
        self.labels = labels or {}
        self.parts = parts or {}
        self.calls = calls or {}
        self.note_places: dict[str, int] = {}
        """Where each note is called last, by its label."""
        self.formulas = FormulaReader(finder)
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
        return tuple((name, self._value(value)) for name, value in element.items() if name not in without)

    def _mixed(self, element: Element, without: tuple[Element, ...]) -> Iterator[Block]:
        line: list[Inline] = []
        self._add_words(line, element.text)
        for child in element:
            if child.tag in _BLOCK_TAGS:
                yield from as_tight(line)
                line = []
                if child not in without:
                    yield from self.block(child)
            elif child not in without:
                self._add_inline(line, child)
            self._add_words(line, child.tail)
        yield from as_tight(line)

    def _add_words(self, found: list[Inline], string: str | None) -> None:
        if not string:
            return
        for characters, html in self._parts(string.replace(NBSP_PLACEHOLDER, "")):
            append_words(found, characters)
            if "<" in html or "&" in _ENTITY.sub("", html):
                found.append(Raw(html))
            else:
                append_words(found, unescape(html))

    def _add_inline(self, found: list[Inline], element: Element) -> None:
        if element.tag == "a" and element.get("class") in _NOTHING:
            return
        make = self._INLINE_MAKERS.get(element.tag)
        made = make(self, element) if make else None
        found.append(made or self._styled(element))

    def _styled(self, element: Element) -> Inline:
        """Return words that are set apart, or an element that the model has no word for."""
        if "arithmatex" in classes_of(element):
            return Formula(tex_of(element), self.attributes(element))
        if element.tag in _STYLES:
            return Styled(_STYLES[element.tag], self.inlines(element), self.attributes(element))
        return InlineGroup(element.tag, self.inlines(element), self.attributes(element))

    def _note_mark(self, element: Element) -> Inline | None:
        link = element.find("a")
        label = self.labels.get(link.get("href", "").removeprefix("#")) if link is not None else None
        if label is None:
            return None
        self.note_places[label] = at = self.finder.find(self.calls.get(label, f"[^{label}]"))
        return NoteMark(label, at)

    def _citation_mark(self, element: Element) -> Inline:
        at = self.finder.find(element.get("written", ""))
        self.citations += 1
        return CitationMark(element.get("words", ""), self.citations - 1, at)

    def _picture(self, element: Element) -> Inline:
        target = self._value(element.get("src", ""))
        others = self.attributes(element, "src", "alt")
        return Picture(target, self._value(element.get("alt", "")), others, self.finder.find_address(target))

    def _code(self, element: Element) -> Inline:
        written = "".join(element.itertext())
        code = self._plain(written)
        self.finder.pass_over_words(code)
        coloured = "".join(html for _, html in self._parts(written))
        return InlineCode(code, coloured if _TAG.search(coloured) else "", self.attributes(element))

    def _formula(self, element: Element) -> Inline:
        return self.formulas.in_line(element)

    def _formula_block(self, element: Element) -> tuple[Block, ...]:
        return (self.formulas.block(element),)

    def _break(self, _: Element) -> Inline:
        return Break()

    def _link(self, element: Element) -> Inline | None:
        if "href" not in element.attrib:
            return None
        target = self._value(element.get("href", ""))
        words = self.inlines(element)
        return Link(target, words, self.attributes(element, "href"), self.finder.find_address(target))

    def _role_link(self, element: Element) -> Inline:
        at = self.finder.find(element.get("written", ""))
        return Link(self._value(element.get("href", "")), self.inlines(element), (), at)

    def _name_mark(self, element: Element) -> NameMark:
        written = element.get("written", "")
        label = (element.text or "") if element.get("labelled") else ""
        silent = not element.get("target")
        target = (element.text or "") if silent else element.get("target", "")
        return NameMark(written, target, label, silent, self.finder.find(written))

    def _paragraph(self, element: Element) -> tuple[Block, ...]:
        # Code at the end of a note has the link back to the text in its paragraph.
        has_words = any(child.get("class") not in _NOTHING for child in element)
        alone = (
            _PUT_ASIDE.fullmatch((element.text or "").replace(NBSP_PLACEHOLDER, "").strip()) if not has_words else None
        )
        html = self._html(int(alone[1])) if alone else ""
        if is_block(html):
            return (self._raw_block(html),)
        return (TextBlock(self.inlines(element), self.attributes(element)),)

    def _raw_block(self, html: str) -> Block:
        if not _HTML_OF_CODE.match(html):
            return RawBlock(html.strip())
        code = _CODE.search(html)
        text = unescape(_TAG.sub("", code["code"] if code else html)).rstrip("\n")
        self.finder.pass_over_block(text)
        language = _LANGUAGE.search(html)
        return CodeBlock(text, language["name"] if language else "", html)

    def _heading(self, element: Element, level: int) -> Heading:
        link = next((child for child in element if child.get("class") == "headerlink"), None)
        permalink = None
        if link is not None:
            leads = link is element[0] and not element.text
            permalink = Permalink(self._plain("".join(link.itertext())), self.attributes(link), leads)
        others = self.attributes(element, "id")
        return Heading(level, element.get("id", ""), self.inlines(element), others, permalink)

    def _listing(self, element: Element) -> tuple[Block, ...]:
        if not holds_only(element, "li"):
            return (self._group(element),)
        return (Listing(element.tag == "ol", tuple(map(self._item, element)), self.attributes(element)),)

    def _item(self, element: Element) -> Item:
        at = self.finder.parts.item(self._part(element))
        return Item(self.blocks(element), self.attributes(element), at)

    def _definitions(self, element: Element) -> tuple[Block, ...]:
        if not holds_only(element, "dt", "dd"):
            return (self._group(element),)
        return (DefinitionList(tuple(map(self._definition, element)), self.attributes(element)),)

    def _definition(self, element: Element) -> Term | Explanation:
        at = self.finder.parts.item(self._part(element))
        if element.tag == "dt":
            return Term(self.inlines(element), self.attributes(element), at)
        return Explanation(self.blocks(element), self.attributes(element), at)

    def _quotation(self, element: Element) -> tuple[Block, ...]:
        return (Quotation(self.blocks(element), self.attributes(element)),)

    def _table(self, element: Element) -> tuple[Block, ...]:
        if not is_plain_table(element):
            return (self._group(element),)
        caption = tuple(block for part in element.iter("caption") for block in self.blocks(part))
        head = tuple(self._row(row) for part in element.iter("thead") for row in part)
        body = tuple(self._row(row) for part in element.iter("tbody") for row in part)
        return (Table(head, body, caption, self.attributes(element)),)

    def _row(self, element: Element) -> TableRow:
        self.finder.parts.row()
        return TableRow(tuple(map(self._cell, element)), self.attributes(element))

    def _cell(self, element: Element) -> TableCell:
        at = self.finder.parts.cell(self._part(element))
        return TableCell(self.blocks(element), element.tag == "th", self.attributes(element), at)

    def _part(self, element: Element) -> str:
        """Return the text of an item or a cell as it was written; its words by now, when that is not known."""
        known = self.parts.get(element)
        return text_of_part(element) if known is None else known

    def _figure(self, element: Element) -> tuple[Block, ...]:
        blocks = self.blocks(element)
        if any(isinstance(node, Table) for block in blocks for node in walk(block)):
            # A caption is read before its table, wherever the author writes it.
            blocks = tuple(sorted(blocks, key=lambda block: not isinstance(block, Caption)))
        return (Figure(blocks, self.attributes(element)),)

    def _caption(self, element: Element) -> tuple[Block, ...]:
        return (Caption(self.blocks(element), self.attributes(element)),)

    def _details(self, element: Element) -> tuple[Block, ...]:
        return (self._box(element, next((child for child in element if child.tag == "summary"), None), folds=True),)

    def _division(self, element: Element) -> tuple[Block, ...]:
        classes = classes_of(element)
        if "arithmatex" in classes:
            return (FormulaBlock(tex_of(element), self.attributes(element)),)
        if "admonition" in classes:
            titles = (child for child in element if "admonition-title" in classes_of(child))
            return (self._box(element, next(titles, None), folds=False),)
        return (self._group(element),)

    def _box(self, element: Element, title: Element | None, *, folds: bool) -> Box:
        words = self.inlines(title) if title is not None else ()
        of_title = self.attributes(title) if title is not None else ()
        inside = tuple(self._mixed(element, (title,) if title is not None else ()))
        return Box(words, inside, folds, self.attributes(element), of_title)

    def _code_block(self, element: Element) -> tuple[Block, ...]:
        text = self._plain("".join(element.itertext())).rstrip("\n")
        self.finder.pass_over_block(text)
        code = element.find("code")
        classes = [] if code is None else classes_of(code)
        language = next((name.removeprefix("language-") for name in classes if name.startswith("language-")), "")
        return (CodeBlock(text, language, attributes=self.attributes(element)),)

    def _rule(self, element: Element) -> tuple[Block, ...]:
        return (Rule(self.attributes(element)),)

    def _group(self, element: Element) -> Group:
        return Group(element.tag, self.blocks(element), self.attributes(element))

    def _html(self, number: int) -> str:
        """Return what was put aside under a number, with what was put aside in it."""
        if number >= len(self.put_aside):
            return ""
        kept = self.put_aside[number]
        html = kept if isinstance(kept, str) else to_html_string(kept)
        return _PUT_ASIDE.sub(lambda match: self._html(int(match[1])) if int(match[1]) < number else "", html)

    def _value(self, string: str) -> str:
        """Return the value of an attribute as a browser reads it."""
        return "".join(characters + unescape(html) for characters, html in self._parts(string))

    def _plain(self, string: str) -> str:
        """Return the characters of words in which nothing is set apart, such as those of code."""
        return "".join(characters + unescape(_TAG.sub("", html)) for characters, html in self._parts(string))

    def _parts(self, string: str) -> Iterator[tuple[str, str]]:
        """Yield what a string of the element tree consists of: characters, and the HTML that was put aside after them.

        The last HTML is empty.
        """
        end = 0
        for match in _PUT_ASIDE.finditer(string):
            yield characters_of(string[end : match.start()]), self._html(int(match[1]))
            end = match.end()
        yield characters_of(string[end:]), ""

    _INLINE_MAKERS: ClassVar[Mapping[str, Callable[["TreeReader", Element], Inline | None]]] = {
        "sup": _note_mark,
        NAME_TAG: _name_mark,
        CITATION_TAG: _citation_mark,
        FORMULA_TAG: _formula,
        ROLE_LINK_TAG: _role_link,
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
        FORMULA_BLOCK_TAG: _formula_block,
    }
