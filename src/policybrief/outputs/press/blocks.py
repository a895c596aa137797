"""The blocks of a chapter as data for the typesetter: paragraphs with their numbers, tables, figures, boxes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

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
    walk,
)
from ...model.caption_sources import sources_apart
from ...model.document import Citable, Document, Note, Section, Uncited
from ...model.inlines import Attributes, NoteCall, Picture, attribute
from ...model.knowledge import AnnotatedChapter, Mention, Paragraph
from ...wording.words import ENGLISH, Words
from .charts import chart_values
from .formulas import formula_value
from .lines import BookAddresses, MentionCursor, PrintedLines, Value

_WIDEST_CELL = 44
"""Characters above which a longer cell does not make a column wider."""
_NARROWEST_CELL = 4


def heading_label(chapter: str, anchor: str) -> str:
    """Return the label of a heading, unique in the book."""
    return f"h:{chapter}#{anchor}"


def chapter_label(chapter: str) -> str:
    """Return the label of a chapter."""
    return f"chapter:{chapter}"


def printed_chapter(
    annotated: AnnotatedChapter,
    addresses: BookAddresses,
    picture: Callable[[Picture, Document], Value],
    map_of: Callable[[tuple[str, ...]], Value],
    words: Words,
) -> dict[str, Value]:
    """Return a chapter as the template reads it; `picture` returns a picture of it as data, `map_of` a map."""
    writer = PrintedBlocks(annotated, addresses, picture, map_of, words)
    chapter = annotated.chapter
    return {
        "number": chapter.number,
        "title": chapter.title,
        "label": chapter_label(chapter.path),
        "blocks": writer.chapter(),
    }


class PrintedBlocks:
    """Writes one chapter, following the words of each paragraph."""

    def __init__(
        self,
        annotated: AnnotatedChapter,
        addresses: BookAddresses,
        picture: Callable[[Picture, Document], Value],
        map_of: Callable[[tuple[str, ...]], Value],
        words: Words = ENGLISH,
    ) -> None:
        self._words = words
        self._map_of = map_of
        self._document: Document = annotated.document
        self._path = annotated.chapter.path
        self._level = 1
        self._taken = {""}
        self._paragraphs: Mapping[str, Paragraph] = {p.id: p for p in annotated.paragraphs}
        self._mentions: dict[str, list[Mention]] = {}
        for mention in annotated.mentions:
            self._mentions.setdefault(mention.paragraph, []).append(mention)
        self._lines = PrintedLines(
            self._document,
            addresses,
            {note.number: note for note in self._document.notes},
            lambda inline: picture(inline, self._document),
            formula_value,
            self._note,
            words.language,
        )

    def chapter(self) -> list[Value]:
        """Return all blocks of the chapter."""
        return [value for section in self._document.sections for value in self._section(section)]

    def _section(self, section: Section) -> Iterable[Value]:
        nowhere = MentionCursor("", ())
        if section.heading:
            yield self._heading(section.heading, nowhere)
        for part in section.parts:
            if isinstance(part, Uncited):
                yield from self._block(part.block, nowhere)
            else:
                yield self._citable(part)

    def _citable(self, part: Citable) -> Value:
        return {
            "t": "citable",
            "id": part.id,
            "n": part.number,
            "merged": list(part.merged),
            "c": self._blocks(part.blocks, self._cursor(part.id)),
        }

    def _note(self, note: Note) -> Value:
        blocks = note.blocks
        if len(blocks) == 1 and isinstance(blocks[0], TextBlock):
            # A note of a paragraph continues at its number.
            blocks = (replace(blocks[0], tight=True),)
        return self._blocks(blocks, self._cursor(note.id))

    def _cursor(self, paragraph: str) -> MentionCursor:
        found = self._paragraphs.get(paragraph)
        return MentionCursor(found.text if found else "", self._mentions.get(paragraph, ()))

    def _blocks(self, blocks: Iterable[Block], cursor: MentionCursor) -> list[Value]:
        return [value for block in blocks for value in self._block(block, cursor)]

    def _block(self, block: Block, cursor: MentionCursor) -> Iterable[Value]:
        return self._BLOCKS[type(block)](self, block, cursor)

    def _text_block(self, block: TextBlock, cursor: MentionCursor) -> Iterable[Value]:
        drawn = self._map_of(block.on_map) if block.on_map else None
        if drawn:
            yield {"t": "map", "c": [drawn]}
        yield {"t": "p", "tight": block.tight, "c": self._lines.line(block.inlines, cursor)}

    def _heading(self, block: Heading, cursor: MentionCursor) -> Value:
        label = heading_label(self._path, block.anchor) if block.anchor not in self._taken else ""
        self._taken.add(block.anchor)
        # The standard for accessible PDFs allows no skipped heading levels.
        self._level = min(max(2, block.level), self._level + 1)
        line = self._lines.line(block.inlines, cursor)
        # In the table of contents, a note would be referenced a second time.
        bare = self._lines.line(
            (part for part in block.inlines if not isinstance(part, NoteCall)), MentionCursor("", ())
        )
        return {"t": "h", "level": self._level, "label": label, "c": line, "bare": bare}

    def _heading_block(self, block: Heading, cursor: MentionCursor) -> Iterable[Value]:
        yield {"t": "p", "tight": False, "c": [{"t": "strong", "c": self._lines.line(block.inlines, cursor)}]}

    def _listing(self, block: Listing, cursor: MentionCursor) -> Iterable[Value]:
        start = attribute(block.attributes, "start")
        items: list[Value] = [self._item(item, cursor) for item in block.items]
        yield {"t": "list", "ordered": block.ordered, "start": int(start) if start.isdigit() else 1, "c": items}

    def _item(self, item: Item, cursor: MentionCursor) -> Value:
        return self._blocks(item.blocks, cursor)

    def _definitions(self, block: DefinitionList, cursor: MentionCursor) -> Iterable[Value]:
        parts: list[Value] = [
            {"t": "term", "c": self._lines.line(part.inlines, cursor)}
            if isinstance(part, Term)
            else {"t": "explanation", "c": self._blocks(part.blocks, cursor)}
            for part in block.parts
        ]
        yield {"t": "definitions", "c": parts}

    def _quotation(self, block: Quotation, cursor: MentionCursor) -> Iterable[Value]:
        yield {"t": "quote", "c": self._blocks(block.blocks, cursor)}

    def _figure(self, block: Figure, cursor: MentionCursor) -> Iterable[Value]:
        caption: list[Value] = []
        content: list[Value] = []
        sources: list[Value] = []
        for part in block.blocks:
            if isinstance(part, Caption):
                said, named = sources_apart(part)
                caption += self._blocks(said.blocks, cursor)
                sources += self._blocks(named, cursor)
            else:
                content += self._block(part, cursor)
        yield {"t": "figure", "caption": caption, "c": content, "sources": sources}

    def _caption(self, block: Caption, cursor: MentionCursor) -> Iterable[Value]:
        yield from self._blocks(block.blocks, cursor)

    def _table(self, block: Table, cursor: MentionCursor) -> Iterable[Value]:
        caption = self._blocks(block.caption, cursor)
        rows = (*block.head, *block.body)
        if block.chart:
            yield {"t": "charts", "c": chart_values(block.chart, self._words)}
        yield {
            "t": "table",
            "caption": caption,
            "widths": column_widths(rows),
            "head": [self._row(row, cursor) for row in block.head],
            "body": [self._row(row, cursor) for row in block.body],
        }

    def _row(self, row: TableRow, cursor: MentionCursor) -> Value:
        return [self._cell(cell, cursor) for cell in row.cells]

    def _cell(self, cell: TableCell, cursor: MentionCursor) -> Value:
        return {
            "c": self._blocks(cell.blocks, cursor),
            "head": cell.header,
            "align": alignment(cell.attributes),
            "colspan": _span(cell.attributes, "colspan"),
            "rowspan": _span(cell.attributes, "rowspan"),
        }

    def _box(self, block: Box, cursor: MentionCursor) -> Iterable[Value]:
        title = self._lines.line(block.title, cursor)
        yield {"t": "box", "title": title, "c": self._blocks(block.blocks, cursor)}

    def _code_block(self, block: CodeBlock, _: MentionCursor) -> Iterable[Value]:
        yield {"t": "codeblock", "v": block.text, "lang": block.language}

    def _formula_block(self, block: FormulaBlock, _: MentionCursor) -> Iterable[Value]:
        yield {"t": "formula", "v": block.source, "formula": formula_value(block.mathml)}

    def _rule(self, _: Rule, __: MentionCursor) -> Iterable[Value]:
        yield {"t": "rule"}

    def _raw_block(self, _: RawBlock, __: MentionCursor) -> Iterable[Value]:
        yield from ()

    def _group(self, block: Group, cursor: MentionCursor) -> Iterable[Value]:
        yield from self._blocks(block.blocks, cursor)

    _BLOCKS: ClassVar[Mapping[type, Callable[..., Iterable[Value]]]] = {
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


def alignment(attributes: Attributes) -> str:
    """Return the alignment of a cell: `left`, `center`, `right`; empty if the author gives none."""
    found = attribute(attributes, "align")
    style = attribute(attributes, "style").replace(" ", "")
    if not found and "text-align:" in style:
        found = style.partition("text-align:")[2].partition(";")[0]
    return found if found in ("left", "center", "right") else ""


def _span(attributes: Attributes, name: str) -> int:
    value = attribute(attributes, name)
    return max(1, int(value)) if value.isdigit() else 1


def column_widths(rows: Iterable[TableRow]) -> list[Value]:
    """Return the relative widths of the columns of a table, based on their words."""
    longest: dict[int, int] = {}
    for row in rows:
        column = 0
        for cell in row.cells:
            span = _span(cell.attributes, "colspan")
            if span == 1:
                words = _words(cell)
                needed = max(min(len(words), _WIDEST_CELL), max(map(len, words.split()), default=0), _NARROWEST_CELL)
                longest[column] = max(longest.get(column, _NARROWEST_CELL), needed)
            column += span
    return [longest.get(column, _NARROWEST_CELL) for column in range(max(longest, default=0) + 1)]


def _words(cell: TableCell) -> str:
    return " ".join(_text_of(block) for block in cell.blocks)


def _text_of(block: Block) -> str:
    return "".join(getattr(node, "text", "") for node in walk(block))
