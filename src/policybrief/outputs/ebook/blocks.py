"""A chapter as a content document of the e-book: numbered paragraphs, tables, figures, and its notes at the end.

Ids are those of the website. The number of each paragraph is a page break
(https://www.w3.org/TR/epub-a11y-11/#sec-page-nav): the pages in reading systems are paragraphs, so everybody cites the
same number.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from xml.etree.ElementTree import Element

from ...model.blocks import (
    Block,
    Box,
    Caption,
    CodeBlock,
    DefinitionList,
    Figure,
    FormulaBlock,
    Group,
    Heading,
    Listing,
    Quotation,
    RawBlock,
    Rule,
    Table,
    Term,
    TextBlock,
)
from ...model.caption_sources import sources_apart
from ...model.document import Citable, Document, Note, Section, note_call_id
from ...model.inlines import NoteCall, attribute
from ...wording.words import Words
from ..press.charts import EBOOK, drawings
from ..press.maps import DrawnMap
from .elements import Content, made, parsed
from .lines import EbookLines, formula, own_attributes
from .tables import table_of


@dataclass(frozen=True, slots=True)
class ChapterSetting:
    """What the file of a chapter depends on besides the chapter."""

    links: Mapping[str, str]
    """The targets of the author's links, by the links' addresses; empty for none."""
    pictures: Mapping[str, str]
    """The files of its pictures, by address; empty for those that cannot be shown."""
    maps: Mapping[tuple[str, ...], DrawnMap | None]
    """The maps in it, by their entries."""
    words: Words


def chapter_body(document: Document, setting: ChapterSetting) -> Element:
    """Return the body of a chapter's file."""
    notes = {note.number: note.id for note in document.notes}
    lines = EbookLines(document, setting.links, notes, setting.pictures, setting.words.language)
    return EbookBlocks(document, lines, setting).body()


def page_break_id(paragraph: str) -> str:
    """Return the id of the number of a paragraph."""
    return f"number-{paragraph}"


class EbookBlocks:
    """Writes one chapter."""

    def __init__(self, document: Document, lines: EbookLines, setting: ChapterSetting) -> None:
        self._words = setting.words
        self._maps = setting.maps
        self._chapter = document.chapter
        self._document = document
        self._lines = lines
        self._level = 1
        self._taken: set[str] = set()

    def body(self) -> Element:
        """Return the chapter with its notes."""
        chapter = self._chapter
        numbered = chapter.number.isdigit()
        title = f"{chapter.number}  {chapter.title}" if numbered else chapter.title
        role = (("epub:type", "chapter"), ("role", "doc-chapter"), ("aria-labelledby", "pb-title"))
        blocks = [part for section in self._document.sections for part in self._section(section)]
        text = made("section", role, made("h1", (("id", "pb-title"),), title), *blocks)
        return made("body", (), text, *self._notes())

    def _section(self, section: Section) -> Iterator[Content]:
        if section.heading:
            yield self._heading(section.heading)
        for part in section.parts:
            if isinstance(part, Citable):
                yield from self._citable(part)
            else:
                yield from self._block(part.block)

    def _citable(self, part: Citable) -> Iterator[Content]:
        role = (("epub:type", "pagebreak"), ("role", "doc-pagebreak"), ("aria-label", part.number))
        number = made("span", (("class", "number"), ("id", page_break_id(part.id)), *role), part.number)
        before = [made("span", (("id", id_),)) for id_ in (*part.merged, *(tombstone.id for tombstone in part.gone))]
        first, *others = part.blocks
        if isinstance(first, TextBlock):
            yield from self._map(first)
            own = (("class", "paragraph"), ("id", part.id), *own_attributes(first.attributes))
            yield made("p", own, *before, number, " ", *self._lines.line(first.inlines))
        else:
            yield made("div", (("class", "paragraph"), ("id", part.id)), *before, number, *self._block(first))
        yield from self._blocks(others)

    def _map(self, block: TextBlock) -> Iterator[Content]:
        """Yield the map of a paragraph, with the meaning of its dashes."""
        found = self._maps[block.on_map] if block.on_map else None
        if found:
            drawing = parsed(found.svg)
            drawing.set("role", "img")
            drawing.set("aria-label", found.named)
            key = (made("p", (("class", "map-key"),), found.key),) if found.key else ()
            yield made("div", (("class", "chart"),), drawing, *key)

    def _notes(self) -> Iterator[Element]:
        notes = self._document.notes
        if notes:
            own = (("class", "notes"), ("epub:type", "footnotes"), ("aria-labelledby", "pb-notes"))
            yield made(
                "section", own, made("h2", (("id", "pb-notes"),), self._words.say("Notes")), *map(self._note, notes)
            )

    def _note(self, note: Note) -> Element:
        number = f"{note.number}."
        calls = [note_call_id(self._document, NoteCall(note.number, call)) for call in range(1, note.calls + 1)]
        back, *again = (
            made(
                "a",
                (("href", f"#{call}"), ("role", "doc-backlink")),
                f"{note.number} ({count})" if count > 1 else number,
            )
            for count, call in enumerate(calls, 1)
        )
        match note.blocks:
            case (TextBlock() as first, *others):
                opening: list[Content] = [made("p", (), back, " ", *self._lines.line(first.inlines))]
            case others:  # nothing, or a block that begins with a list or a quotation
                opening = [made("p", (), back)]
        own = (("id", note.id), ("epub:type", "footnote"), ("role", "doc-footnote"))
        called_again = (made("p", (), *(part for each in again for part in (each, " "))),) if again else ()
        return made("aside", own, *opening, *self._blocks(others), *called_again)

    def _blocks(self, blocks: Iterable[Block]) -> list[Content]:
        return [part for block in blocks for part in self._block(block)]

    def _block(self, block: Block) -> Iterable[Content]:
        return self._BLOCKS[type(block)](self, block)

    def _text_block(self, block: TextBlock) -> Iterator[Content]:
        line = self._lines.line(block.inlines)
        yield from line if block.tight else (made("p", own_attributes(block.attributes), *line),)

    def _heading(self, block: Heading) -> Element:
        anchor = block.anchor if block.anchor not in self._taken else ""
        self._taken.add(block.anchor)
        self._level = min(max(2, block.level), self._level + 1)
        return made(f"h{self._level}", (("id", anchor),), *self._lines.line(block.inlines))

    def _heading_block(self, block: Heading) -> Iterator[Content]:
        yield made("p", (("id", block.anchor),), made("strong", (), *self._lines.line(block.inlines)))

    def _listing(self, block: Listing) -> Iterator[Content]:
        kept = (("start", attribute(block.attributes, "start")), ("type", attribute(block.attributes, "type")))
        own = kept if block.ordered else ()
        items = (made("li", (), *self._blocks(item.blocks)) for item in block.items)
        yield made("ol" if block.ordered else "ul", own, *items)

    def _definitions(self, block: DefinitionList) -> Iterator[Content]:
        parts = (
            made("dt", (), *self._lines.line(part.inlines))
            if isinstance(part, Term)
            else made("dd", (), *self._blocks(part.blocks))
            for part in block.parts
        )
        yield made("dl", (), *parts)

    def _quotation(self, block: Quotation) -> Iterator[Content]:
        yield made("blockquote", own_attributes(block.attributes), *self._blocks(block.blocks))

    def _figure(self, block: Figure) -> Iterator[Content]:
        parts: list[Content] = []
        ends: list[Content] = []
        for part in block.blocks:
            if isinstance(part, Caption):
                caption, sources = sources_apart(part)
                parts += self._block(caption)
                ends += (made("p", (("class", "sources"),), *self._lines.line(each.inlines)) for each in sources)
            else:
                parts += self._block(part)
        yield made("figure", (), *parts, *ends)

    def _caption(self, block: Caption) -> Iterator[Content]:
        yield made("figcaption", (), *self._blocks(block.blocks))

    def _table(self, block: Table) -> Iterator[Content]:
        if block.chart:
            for picture, svg in drawings(block.chart, EBOOK, self._words):
                drawing = parsed(svg)
                drawing.set("role", "img")
                drawing.set("aria-label", picture.described)
                title = (made("p", (("class", "chart-title"),), picture.title),) if picture.title else ()
                yield made("div", (("class", "chart"),), *title, drawing)
        yield made("div", (("class", "table"),), table_of(block, self._blocks))

    def _box(self, block: Box) -> Iterator[Content]:
        title = (made("p", (("class", "box-title"),), *self._lines.line(block.title)),) if block.title else ()
        yield made("div", (("class", "box"),), *title, *self._blocks(block.blocks))

    def _code_block(self, block: CodeBlock) -> Iterator[Content]:
        yield made("pre", (), made("code", (), block.text))

    def _formula_block(self, block: FormulaBlock) -> Iterator[Content]:
        yield made("div", (("class", "formula"),), formula(block.source, block.mathml, block=True))

    def _rule(self, _: Rule) -> Iterator[Content]:
        yield made("hr")

    def _raw_block(self, _: RawBlock) -> Iterator[Content]:
        yield from ()

    def _group(self, block: Group) -> Iterator[Content]:
        yield made("div", own_attributes(block.attributes), *self._blocks(block.blocks))

    _BLOCKS: ClassVar[Mapping[type, Callable[..., Iterable[Content]]]] = {
        TextBlock: _text_block,
        Heading: _heading_block,
        Listing: _listing,
        DefinitionList: _definitions,
        Quotation: _quotation,
        Figure: _figure,
        Caption: _caption,
        Table: _table,
        Box: _box,
        CodeBlock: _code_block,
        FormulaBlock: _formula_block,
        Rule: _rule,
        RawBlock: _raw_block,
        Group: _group,
    }
