"""A chapter's document tree as HTML."""

import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import ClassVar
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from markupsafe import Markup

from ..model.addresses import REFERENCES_PATH, Addresses, reference_anchor, relative
from ..model.citing import Piece
from ..model.document import (
    Attributes,
    Block,
    Box,
    Break,
    Caption,
    Citable,
    Citation,
    CitationMark,
    Code,
    CodeBlock,
    DefinitionList,
    Document,
    Figure,
    Formula,
    FormulaBlock,
    Group,
    Heading,
    Inline,
    InlineGroup,
    Link,
    Listing,
    Name,
    NameMark,
    Note,
    NoteCall,
    NoteMark,
    Picture,
    Quotation,
    Raw,
    RawBlock,
    Row,
    Rule,
    Section,
    SourceWords,
    Span,
    Table,
    Term,
    Text,
    TextBlock,
    Uncited,
    Unlinked,
    attribute,
    note_call_id,
)
from ..model.glossary import Entry
from ..model.ledger import Tombstone
from ..model.term_links import term_attributes
from .chart_drawing import chart_html
from .render import as_made, element, words

_HOLDS_A_NUMBER = frozenset("p blockquote figure div section".split())
"""Elements in which the number of a paragraph may be the first child."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The page that a chapter is written into."""

    path: str
    """The page's path."""
    addresses: Addresses
    entries: Mapping[str, Entry]
    language: str
    """The brief's."""
    lower: int = 0
    """By how many levels headings are lowered."""
    end_notes: bool = True
    """Whether all notes are repeated after the text, for paper."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """What those ids of the chapter are called in the page that cannot stay as they are."""
    beside: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The chapters that are in the same page, by path: what their ids are called there, their beginning under ``."""


def chapter_html(document: Document, around: Surroundings) -> str:
    """Return the text of a chapter as HTML: sections, numbered paragraphs, and the notes beside them."""
    return str(_ChapterWriter(document, around).chapter())


class _ChapterWriter:
    """Writes one chapter into one page."""

    def __init__(self, document: Document, around: Surroundings) -> None:
        self.document = document
        self.around = around
        self.notes = {note.number: note for note in document.notes}
        self.number = ""
        """Of the paragraph that is being written: what its tables are called."""
        self.for_paper = False
        """Whether what is written repeats what the page has already: without ids and links within the brief."""

    def chapter(self) -> Markup:
        parts = [part for section in self.document.sections for part in self._section(section)]
        if self.document.notes and self.around.end_notes:
            parts.append(self._end_notes())
        return _lines(parts)

    def _section(self, section: Section) -> Iterable[Markup]:
        waiting = section.notes
        if section.heading:
            yield self._heading(section.heading)
        for part in section.parts:
            numbers = (*waiting, *part.notes)
            waiting = ()
            yield from self._citable(part, numbers) if isinstance(part, Citable) else self._uncited(part, numbers)
        if waiting:
            yield self._with_notes((), waiting)

    def _uncited(self, part: Uncited, numbers: Sequence[int]) -> Iterable[Markup]:
        block = self._block(part.block)
        yield self._with_notes((block,), numbers) if numbers else block

    def _citable(self, part: Citable, numbers: Sequence[int]) -> Iterable[Markup]:
        self.number = part.number
        first = self._holder(part)
        blocks = (first, *map(self._block, part.blocks[1:]))
        self.number = ""
        if numbers:
            yield self._with_notes(blocks, numbers)
        else:
            yield from blocks
        yield from map(_gone_notice, part.gone)

    def _holder(self, part: Citable) -> Markup:
        """Return the first block of a citable with the paragraph's id, its number, and the ids that lead there."""
        first = part.blocks[0]
        tag, attributes, content = self._taken_apart(first)
        own = attribute(attributes, "id")
        others = [pair for pair in attributes if pair[0] not in ("id", "class")]
        classes = " ".join(filter(None, (attribute(attributes, "class"), "pb-paragraph")))
        anchors = [*reversed(part.merged), *([own] if own and own != part.id else [])]
        return element(
            tag,
            (("class", classes), ("id", part.id), *others),
            *(element("span", (("id", self._id(anchor)),)) for anchor in anchors),
            element("a", (("class", "pb-number"), ("href", f"#{part.id}")), part.number),
            content,
        )

    def _taken_apart(self, block: Block) -> tuple[str, Attributes, Markup]:
        """Return tag, attributes and content of the element that holds a number: the block, or a box around it."""
        if isinstance(block, TextBlock) and not block.tight:
            return "p", block.attributes, self._line(block.inlines)
        if isinstance(block, Quotation):
            return "blockquote", block.attributes, self._blocks(block.blocks)
        if isinstance(block, Figure):
            return "figure", block.attributes, self._blocks(block.blocks)
        if isinstance(block, Box) and not block.folds:
            return "div", block.attributes, self._box_content(block)
        if isinstance(block, Group) and block.tag in _HOLDS_A_NUMBER:
            return block.tag, block.attributes, self._blocks(block.blocks)
        return "div", (), self._block(block)

    # Notes

    def _with_notes(self, blocks: Iterable[Markup], numbers: Sequence[int]) -> Markup:
        """Return blocks with their notes: beside them where there is room, else folded under a line that opens."""
        first, last = numbers[0], numbers[-1]
        summary = element("summary", (), f"Note {first}" if first == last else f"Notes {first}–{last}")
        notes = (self._note(self.notes[number]) for number in numbers)
        details = element("details", (("class", "pb-notes"),), summary, *notes)
        return element("div", (("class", "pb-with-notes"),), element("div", (), _lines(blocks)), details)

    def _note(self, note: Note) -> Markup:
        calls = [note_call_id(self.document, NoteCall(note.number, call)) for call in range(1, note.calls + 1)]
        back = (("role", "doc-backlink"),)
        number = (("class", "pb-note-number"), ("href", f"#{calls[0]}"), *back, ("title", "Back to the text"))
        again = (
            element("a", (("class", "pb-note-again"), ("href", f"#{call}"), *back), f"{note.number}, again ({count})")
            for count, call in enumerate(calls[1:], 2)
        )
        attributes = (("class", "pb-note"), ("id", note.id), ("role", "doc-footnote"))
        return element("div", attributes, element("a", number, str(note.number)), self._blocks(note.blocks), *again)

    def _end_notes(self) -> Markup:
        """Return the list of all notes for paper, without ids and calls."""
        self.for_paper = True
        notes = self.document.notes
        items = [element("li", (("value", str(note.number)),), self._blocks(note.blocks)) for note in notes]
        self.for_paper = False
        attributes = (("class", "pb-endnotes"), ("role", "doc-endnotes"))
        return element("section", attributes, element("h2", (), "Notes"), element("ol", (), *items))

    # Blocks

    def _blocks(self, blocks: Iterable[Block]) -> Markup:
        return _lines(map(self._block, blocks))

    def _block(self, block: Block) -> Markup:
        return self._BLOCKS[type(block)](self, block)

    def _text_block(self, block: TextBlock) -> Markup:
        line = self._line(block.inlines)
        return line if block.tight else element("p", self._own(block.attributes), line)

    def _heading(self, block: Heading) -> Markup:
        level = min(block.level + self.around.lower, 6)
        anchor = self._id(block.anchor)
        attributes = (("id", anchor), *self._own(block.attributes)) if block.anchor else self._own(block.attributes)
        link = [(name, f"#{anchor}" if name == "href" else value) for name, value in block.permalink]
        permalink = element("a", link, block.permalink_text) if link else Markup()
        return element(f"h{level}", attributes, self._line(block.inlines), permalink)

    def _listing(self, block: Listing) -> Markup:
        items = (element("li", self._own(item.attributes), self._blocks(item.blocks)) for item in block.items)
        return element("ol" if block.ordered else "ul", self._own(block.attributes), _lines(("", *items, "")))

    def _definitions(self, block: DefinitionList) -> Markup:
        parts = (
            element("dt", self._own(part.attributes), self._line(part.inlines))
            if isinstance(part, Term)
            else element("dd", self._own(part.attributes), self._blocks(part.blocks))
            for part in block.parts
        )
        return element("dl", self._own(block.attributes), *parts)

    def _quotation(self, block: Quotation) -> Markup:
        return element("blockquote", self._own(block.attributes), self._blocks(block.blocks))

    def _figure(self, block: Figure) -> Markup:
        return element("figure", self._own(block.attributes), self._blocks(block.blocks))

    def _caption(self, block: Caption) -> Markup:
        return element("figcaption", self._own(block.attributes), self._blocks(block.blocks))

    def _table(self, block: Table) -> Markup:
        classes = " ".join(filter(None, (attribute(block.attributes, "class"), "pb-table")))
        others = [pair for pair in self._own(block.attributes) if pair[0] != "class"]
        parts = (
            element("caption", (), self._blocks(block.caption)) if block.caption else Markup(),
            self._rows("thead", block.head),
            self._rows("tbody", block.body),
        )
        table = element("table", (("class", classes), *others), *parts)
        label = f"Table {self.number}" if self.number else "Table"
        scroll = (("class", "pb-scroll"), ("role", "region"), ("tabindex", "0"), ("aria-label", label))
        return Markup(chart_html(block.chart) if block.chart else "") + element("div", scroll, table)

    def _rows(self, tag: str, rows: Iterable[Row]) -> Markup:
        made = tuple(map(self._row, rows))
        return element(tag, (), _lines(("", *made, ""))) if made else Markup()

    def _row(self, row: Row) -> Markup:
        cells = (
            element("th" if cell.header else "td", self._own(cell.attributes), self._blocks(cell.blocks))
            for cell in row.cells
        )
        return element("tr", self._own(row.attributes), *cells)

    def _box(self, block: Box) -> Markup:
        return element("details" if block.folds else "div", self._own(block.attributes), self._box_content(block))

    def _box_content(self, block: Box) -> Markup:
        title = Markup()
        if block.title:
            title = element("summary" if block.folds else "p", block.title_attributes, self._line(block.title))
        return _lines((title, self._blocks(block.blocks)))

    def _code_block(self, block: CodeBlock) -> Markup:
        if block.html:
            return as_made(block.html)
        language = (("class", f"language-{block.language}"),) if block.language else ()
        return element("pre", self._own(block.attributes), element("code", language, f"{block.text}\n"))

    def _formula_block(self, block: FormulaBlock) -> Markup:
        return element("div", self._own(block.attributes), rf"\[{block.source}\]")

    def _rule(self, block: Rule) -> Markup:
        return element("hr", self._own(block.attributes))

    def _raw_block(self, block: RawBlock) -> Markup:
        return as_made(block.html)

    def _group(self, block: Group) -> Markup:
        return element(block.tag, self._own(block.attributes), self._blocks(block.blocks))

    # Lines

    def _line(self, line: Iterable[Inline]) -> Markup:
        return Markup("").join(words(self._INLINES[type(inline)](self, inline)) for inline in line)

    def _text(self, inline: Text | Unlinked) -> str:
        return inline.text

    def _break(self, _: Break) -> Markup:
        return element("br")

    def _code(self, inline: Code) -> Markup:
        return element("code", self._own(inline.attributes), inline.text)

    def _formula(self, inline: Formula) -> Markup:
        return element("span", self._own(inline.attributes), rf"\({inline.source}\)")

    def _raw(self, inline: Raw) -> Markup:
        return as_made(inline.html)

    def _picture(self, inline: Picture) -> Markup:
        attributes = (("alt", inline.alt), ("src", self._address(inline.target)), *self._own(inline.attributes))
        return element("img", attributes)

    def _span(self, inline: Span) -> Markup:
        return element(inline.style.value, self._own(inline.attributes), self._line(inline.inlines))

    def _inline_group(self, inline: InlineGroup) -> Markup:
        return element(inline.tag, self._own(inline.attributes), self._line(inline.inlines))

    def _link(self, inline: Link) -> Markup:
        attributes = (*self._own(inline.attributes), ("href", self._address(inline.target)))
        return element("a", attributes, self._line(inline.inlines))

    def _name(self, inline: Name) -> str:
        around = self.around
        if self.for_paper:
            return inline.text
        entry = around.entries[inline.entry]
        attributes = term_attributes(entry, inline.text, around.addresses, around.path, around.language)
        return element("a", attributes.items(), inline.text)

    def _citation(self, inline: Citation) -> Markup:
        kind = "pb-cited-name" if inline.named else "pb-cited"
        keys = " ".join(dict.fromkeys(item.key for item in inline.items))
        attributes = (("class", f"{kind} pb-cite"), ("data-ref", keys)) if keys else (("class", kind),)
        pieces = self._pieces(inline.pieces)
        return (
            element("span", attributes, "(", pieces, ")") if inline.bracketed else element("span", attributes, pieces)
        )

    def _source_words(self, inline: SourceWords) -> Markup:
        return self._pieces(inline.pieces)

    def _note_call(self, inline: NoteCall) -> Markup:
        note = self.notes[inline.note]
        keys = " ".join(dict.fromkeys(item.key for item in inline.items))
        link = (
            ("class", "pb-note-link" if inline.authors_own else "pb-cite"),
            *((("data-ref", keys),) if keys else ()),
            ("href", f"#{note.id}"),
            ("role", "doc-noteref"),
        )
        classes = "pb-note-call pb-follows" if inline.follows else "pb-note-call"
        call = (("class", classes), ("id", note_call_id(self.document, inline)))
        return element("sup", call, element("a", link, str(inline.note)))

    def _unsettled(self, inline: NameMark | CitationMark | NoteMark) -> str:
        """Return the words of a mark in a chapter that was not annotated."""
        return f"[^{inline.label}]" if isinstance(inline, NoteMark) else inline.written

    _BLOCKS: ClassVar[Mapping[type, Callable[..., Markup]]] = {
        TextBlock: _text_block,
        Heading: _heading,
        Listing: _listing,
        DefinitionList: _definitions,
        Quotation: _quotation,
        Table: _table,
        Figure: _figure,
        Caption: _caption,
        Box: _box,
        CodeBlock: _code_block,
        FormulaBlock: _formula_block,
        Rule: _rule,
        RawBlock: _raw_block,
        Group: _group,
    }
    _INLINES: ClassVar[Mapping[type, Callable[..., str]]] = {
        Text: _text,
        Unlinked: _text,
        Break: _break,
        Code: _code,
        Formula: _formula,
        Raw: _raw,
        Picture: _picture,
        Span: _span,
        InlineGroup: _inline_group,
        Link: _link,
        Name: _name,
        Citation: _citation,
        SourceWords: _source_words,
        NoteCall: _note_call,
        NameMark: _unsettled,
        CitationMark: _unsettled,
        NoteMark: _unsettled,
    }

    # What all of them need

    def _pieces(self, pieces: Iterable[Piece]) -> Markup:
        """Return the words of a printed citation, neighbours of one address in one link."""
        found = Markup()
        for url, group in groupby(pieces, key=lambda piece: piece.url):
            said = Markup("").join(map(_piece, group))
            found += self._linked(url, said) if url else said
        return found

    def _linked(self, url: str, said: Markup) -> Markup:
        if not url.startswith("#ref-"):
            return element("a", (("href", url),), said)
        if self.for_paper:
            return said
        anchor = reference_anchor(url.removeprefix("#ref-"))
        href = self.around.addresses.link(REFERENCES_PATH, self.around.path, anchor)
        return element("a", (("class", "pb-source"), ("href", href)), said)

    def _own(self, attributes: Attributes) -> Attributes:
        """Return the attributes of the author's as they are in this page."""
        if self.for_paper:
            return tuple(pair for pair in attributes if pair[0] != "id")
        if not self.around.ids:
            return attributes
        return tuple((name, self._id(value) if name == "id" else value) for name, value in attributes)

    def _id(self, name: str) -> str:
        return self.around.ids.get(name, name)

    def _address(self, target: str) -> str:
        """Return a target that the author wrote, seen from the page."""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc or target.startswith("/"):
            return target
        fragment = unquote(parts.fragment)
        path = self.document.chapter.path
        to = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        if to in self.around.beside:
            names = self.around.beside[to]
            return f"#{names.get(fragment, fragment)}"
        if not parts.path:
            return f"#{self._id(fragment)}"
        here = self.around.addresses.of(self.around.path)
        address = quote(relative(self.around.addresses.of(to) if to.endswith(".md") else to, here))
        return urlunsplit(("", "", address, parts.query, parts.fragment))


def _lines(parts: Iterable[str]) -> Markup:
    return Markup("\n").join(parts)


def _piece(piece: Piece) -> Markup:
    tags: list[tuple[str, list[tuple[str, str]]]] = []
    if piece.italic:
        tags.append(("cite", []))
    if piece.small_caps:
        tags.append(("span", [("class", "pb-small-caps")]))
    if piece.language:
        tags = tags or [("span", [])]
        tags[0][1].append(("lang", piece.language))
    said = words(piece.text)
    for tag, attributes in reversed(tags):
        said = element(tag, attributes, said)
    return said


def _gone_notice(stone: Tombstone) -> Markup:
    """Return what is shown, folded, at the nearest surviving place of a paragraph that is gone."""
    summary = element("summary", (), f"Paragraph {stone.id}, which stood near here, is gone")
    said = element("p", (), f"{stone.notice()} ", element("q", (), stone.opening))
    return element("details", (("class", "pb-gone"), ("id", stone.id)), summary, said)
