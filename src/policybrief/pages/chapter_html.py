"""A chapter's document tree as HTML."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from markupsafe import Markup

from ..drawing.charts import groups_of
from ..model.addresses import chart_file, chart_picture, relative, table_file
from ..model.blocks import (
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
    TableCell,
    TableRow,
    Term,
    TextBlock,
    walk,
)
from ..model.caption_sources import split_caption
from ..model.document import Citable, Document, Note, Section, Uncited
from ..model.glossary import Entry
from ..model.inlines import Attributes, Name, attribute
from ..model.recall import recalled, recalled_of
from ..wording.words import Words
from .chart_drawing import chart_html
from .gone_notices import gone_notice
from .line_html import LineWriter, TargetPage
from .note_html import note_html
from .note_room import note_room
from .number_columns import number_columns, padding
from .passage_html import passages_html
from .render import as_made, element

_HOLDS_A_NUMBER = frozenset("p blockquote figure div section".split())
"""Elements whose first child may be the number of a paragraph."""


def chapter_html(document: Document, around: TargetPage) -> str:
    """Return the text of a chapter as HTML: sections, numbered paragraphs, and the notes beside them."""
    named, mapped = recalled_of((document,), _needed_of)
    read: tuple[Document | Entry, ...] = (document, *(around.entries[entry] for entry in named))
    # The content of a map depends on the whole brief.
    maps = {ids: around.map_of(ids) for ids in mapped} if around.map_of else {}
    # Within a preview, an unchanged document is the same object; in the next build it is an equal one.
    return recalled_of(read, _kept, replace(around, entries={}, map_of=None, maps=maps))


def _kept(read: tuple[Document | Entry, ...], around: TargetPage) -> str:
    return recalled(_written, read, around)


def _written(read: tuple[Document | Entry, ...], around: TargetPage) -> str:
    """Return the text of a document as HTML; the document is the first argument, and the entries that it names the
    second.
    """
    (document,) = (one for one in read if isinstance(one, Document))
    around = replace(around, entries={one.id: one for one in read if isinstance(one, Entry)})
    lines = LineWriter(document, around, {note.number: note for note in document.notes})
    return str(_BlockWriter(lines, room=note_room(document, around.badges)).chapter())


def _needed_of(read: tuple[Document, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the ids of the entries that a document names, and the entries of each of its maps."""
    (document,) = read
    roots = (*document.roots(), *(block for note in document.notes for block in note.blocks))
    nodes = [node for root in roots for node in walk(root)]
    named = dict.fromkeys(node.entry for node in nodes if isinstance(node, Name))
    mapped = dict.fromkeys(node.on_map for node in nodes if isinstance(node, TextBlock) and node.on_map)
    return tuple(named), tuple(mapped)


@dataclass(frozen=True, slots=True)
class _BlockWriter:
    """Writes the blocks of one chapter into one page."""

    lines: LineWriter
    number: str = ""
    """The number of the current paragraph, which labels its tables."""
    room: Mapping[int, str] = field(default_factory=dict)
    """The classes of notes with more or less room than they need beside the text, by the first number."""
    id: str = ""
    """The id of that paragraph."""

    @property
    def _words(self) -> Words:
        return self.lines.around.words

    def chapter(self) -> Markup:
        """Return the whole chapter."""
        document = self.lines.document
        parts = [part for section in document.sections for part in self._section(section)]
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
            yield self._notes(waiting)

    def _uncited(self, part: Uncited, numbers: Sequence[int]) -> Iterable[Markup]:
        yield self.block(part.block)
        if numbers:
            yield self._notes(numbers)

    def _citable(self, part: Citable, numbers: Sequence[int]) -> Iterable[Markup]:
        writer = replace(self, number=part.number, id=part.id)
        yield writer.holder(part)
        yield from map(writer.block, part.blocks[1:])
        if numbers:
            yield self._notes(numbers)
        yield from (gone_notice(tombstone, self._words) for tombstone in part.gone)

    def holder(self, part: Citable) -> Markup:
        """Return the first block of a citable with the paragraph's id, its number, and the ids that lead there.

        Programs that extract the text of a page tolerate more links in a `<div>` if its class says that it is text.
        """
        first = part.blocks[0]
        tag, attributes, content = self._taken_apart(first)
        own = attribute(attributes, "id")
        others = [pair for pair in attributes if pair[0] not in ("id", "class")]
        boxed = "pb-text" if tag == "div" else ""
        classes = " ".join(filter(None, (attribute(attributes, "class"), "pb-paragraph", boxed)))
        anchors = [*reversed(part.merged), *([own] if own and own != part.id else [])]
        lead = (
            *(element("span", (("id", self.lines.id(anchor)),)) for anchor in anchors),
            element("a", (("class", "pb-number"), ("href", f"#{part.id}")), part.number),
            Markup(" "),
        )
        content = self._figure_content(first, lead) if isinstance(first, Figure) else Markup("").join((*lead, content))
        return element(tag, (("class", classes), ("id", part.id), *others), content)

    def _taken_apart(self, block: Block) -> tuple[str, Attributes, Markup]:
        """Return tag, attributes and content of the element that contains a number: the block, or a box around it."""
        if isinstance(block, TextBlock) and not block.tight and not block.on_map:
            return "p", block.attributes, self.lines.line(block.inlines)
        if isinstance(block, Quotation):
            return "blockquote", block.attributes, self.blocks(block.blocks)
        if isinstance(block, Figure):
            return "figure", block.attributes, self._figure_content(block)
        if isinstance(block, Box) and not block.folds:
            return "div", block.attributes, self._box_content(block)
        if isinstance(block, Group) and block.tag in _HOLDS_A_NUMBER:
            return block.tag, block.attributes, self.blocks(block.blocks)
        return "div", (), self.block(block)

    # Notes

    def _notes(self, numbers: Sequence[int]) -> Markup:
        """Return notes, which follow their blocks: beside them if there is room, otherwise folded below a line.

        No element encloses the blocks and their notes, because programs that extract the text of a page (reader views,
        search engines) measure each box separately, and drop one with many links.
        """
        first, last = numbers[0], numbers[-1]
        summary = element("summary", (), self._notes_in_words(first, last))
        classes = f"pb-notes {self.room.get(first, '')}".rstrip()
        return element("details", (("class", classes),), summary, *(self._note(self.lines.notes[n]) for n in numbers))

    def _notes_in_words(self, first: int, last: int) -> str:
        if first == last:
            return self._words.say("Note {number}", number=str(first))
        return self._words.say("Notes {first}–{last}", first=str(first), last=str(last))

    def _note(self, note: Note) -> Markup:
        content = self.blocks(note.blocks), *passages_html(note, self.lines.around)
        return note_html(note, self.lines.document, content, self._words)

    # Blocks

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Return blocks as HTML, one after the other."""
        return _lines(map(self.block, blocks))

    def block(self, block: Block) -> Markup:
        """Return a block as HTML."""
        return self._BLOCKS[type(block)](self, block)

    def _text_block(self, block: TextBlock) -> Markup:
        line = self.lines.line(block.inlines)
        if block.tight:
            return line
        words = element("p", self.lines.own(block.attributes), line)
        return self._map_with(block.on_map, words) if block.on_map else words

    def _map_with(self, entries: tuple[str, ...], words: Markup) -> Markup:
        """Return a map with its caption, the paragraph that describes it."""
        box = as_made(self.lines.around.maps.get(entries, ""))
        return element("figure", (("class", "pb-figure pb-chapter-map"),), box, element("figcaption", (), words))

    def _heading(self, block: Heading) -> Markup:
        level = min(block.level + self.lines.around.lower, 6)
        anchor = self.lines.id(block.anchor)
        attributes = (
            (("id", anchor), *self.lines.own(block.attributes)) if block.anchor else self.lines.own(block.attributes)
        )
        words = self.lines.line(block.inlines)
        if block.permalink is None:
            return element(f"h{level}", attributes, words)
        href = [(name, f"#{anchor}" if name == "href" else value) for name, value in block.permalink.attributes]
        link = element("a", href, block.permalink.text)
        return element(f"h{level}", attributes, *((link, words) if block.permalink.leads else (words, link)))

    def _listing(self, block: Listing) -> Markup:
        items = (element("li", self.lines.own(item.attributes), self.blocks(item.blocks)) for item in block.items)
        return element("ol" if block.ordered else "ul", self.lines.own(block.attributes), _lines(("", *items, "")))

    def _definitions(self, block: DefinitionList) -> Markup:
        parts = (
            element("dt", self.lines.own(part.attributes), self.lines.line(part.inlines))
            if isinstance(part, Term)
            else element("dd", self.lines.own(part.attributes), self.blocks(part.blocks))
            for part in block.parts
        )
        return element("dl", self.lines.own(block.attributes), *parts)

    def _quotation(self, block: Quotation) -> Markup:
        return element("blockquote", self.lines.own(block.attributes), self.blocks(block.blocks))

    def _figure(self, block: Figure) -> Markup:
        return element("figure", self.lines.own(block.attributes), self._figure_content(block))

    def _figure_content(self, figure: Figure, lead: Sequence[Markup] = ()) -> Markup:
        """Return the content of a figure: above a table, the title of its chart and its caption.

        HTML allows nothing before a caption at the beginning, so `lead`, the number of the paragraph, is inside it.
        """
        nodes = [node for block in figure.blocks for node in walk(block)]
        tables = [node for node in nodes if isinstance(node, Table)]
        if not tables and not isinstance(figure.blocks[0], Caption):
            return Markup("").join((*lead, self.blocks(figure.blocks)))
        claims = (
            element("p", (("class", "pb-chart-claim"),), table.chart.claim)
            for table in tables
            if table.chart and table.chart.claim
        )
        ordered = sorted(figure.blocks, key=lambda block: not isinstance(block, Caption))
        if not isinstance(ordered[0], Caption):
            return Markup("").join((*lead, _lines((*claims, *map(self.block, ordered)))))
        return _lines((self._caption(ordered[0], lead, claims), *map(self.block, ordered[1:])))

    def _caption(self, block: Caption, lead: Sequence[Markup] = (), claims: Iterable[Markup] = ()) -> Markup:
        parts = (part for inner in block.blocks for part in self._caption_block(inner))
        return element("figcaption", self.lines.own(block.attributes), *lead, _lines((*claims, *parts)))

    def _caption_block(self, block: Block) -> Iterable[Markup]:
        split = split_caption(block.inlines) if isinstance(block, TextBlock) and not block.tight else None
        if split is None or not isinstance(block, TextBlock):
            yield self.block(block)
            return
        yield self.block(replace(block, inlines=split.before))
        summary = element("summary", (), f"{split.label} ({split.count})")
        sources = element("p", (), self.lines.line(split.sources))
        yield element("details", (("class", "pb-caption-sources"),), summary, sources)

    def _table(self, block: Table) -> Markup:
        classes = " ".join(filter(None, (attribute(block.attributes, "class"), "pb-table")))
        others = [pair for pair in self.lines.own(block.attributes) if pair[0] != "class"]
        numbers = number_columns(block)
        parts = (
            element("caption", (), self.blocks(block.caption)) if block.caption else Markup(),
            self._rows("thead", block.head, numbers),
            self._rows("tbody", block.body, numbers),
        )
        table = element("table", (("class", classes), *others), *parts)
        label = self._words.say("Table {number}", number=self.number) if self.number else self._words.say("Table")
        scroll = (("class", "pb-wide"), ("role", "region"), ("tabindex", "0"), ("aria-label", label))
        above = Markup(chart_html(block.chart, self._words) if block.chart else "")
        return above + element("div", scroll, table) + self._files_of(block)

    def _files_of(self, block: Table) -> Markup:
        """Return the line that offers a table and its chart as files."""
        if not self.id:
            return Markup()
        here = self.lines.around.addresses.of(self.lines.around.path)
        drawn = len(groups_of(block.chart)) if block.chart else 0
        files = [("CSV", table_file(self.id))]
        for number in range(1, drawn + 1):
            which = f" {number}" if drawn > 1 else ""
            if self.lines.around.has_pictures:
                files.append((f"PNG{which}", chart_picture(self.id, number)))
            files.append((f"SVG{which}", chart_file(self.id, number)))
        links = (element("a", (("href", relative(file, here)), ("download", "")), name) for name, file in files)
        return element("p", (("class", "pb-table-files"),), self._words.say("Data:"), " ", Markup(" · ").join(links))

    def _rows(self, tag: str, rows: Iterable[TableRow], numbers: Mapping[int, int]) -> Markup:
        made = tuple(self._row(row, numbers) for row in rows)
        return element(tag, (), _lines(("", *made, ""))) if made else Markup()

    def _row(self, row: TableRow, numbers: Mapping[int, int]) -> Markup:
        cells = (self._cell(cell, numbers.get(column)) for column, cell in enumerate(row.cells))
        return element("tr", self.lines.own(row.attributes), *cells)

    def _cell(self, cell: TableCell, decimals: int | None) -> Markup:
        """Return a cell; `decimals` are the most in its column, if it is a column of numbers."""
        tag, attributes = "th" if cell.header else "td", self.lines.own(cell.attributes)
        content = self.blocks(cell.blocks)
        aligned = attribute(cell.attributes, "align") or "text-align" in attribute(cell.attributes, "style")
        if decimals is None or aligned:
            return element(tag, attributes, content)
        classes = f"{attribute(cell.attributes, 'class')} pb-amount-cell".strip()
        others = [pair for pair in attributes if pair[0] != "class"]
        return element(tag, (("class", classes), *others), content, "" if cell.header else padding(cell, decimals))

    def _box(self, block: Box) -> Markup:
        return element("details" if block.folds else "div", self.lines.own(block.attributes), self._box_content(block))

    def _box_content(self, block: Box) -> Markup:
        title = Markup()
        if block.title:
            title = element("summary" if block.folds else "p", block.title_attributes, self.lines.line(block.title))
        return _lines((title, self.blocks(block.blocks)))

    def _code_block(self, block: CodeBlock) -> Markup:
        if block.html:
            return self.lines.made(block.html)
        language = (("class", f"language-{block.language}"),) if block.language else ()
        return element("pre", self.lines.own(block.attributes), element("code", language, f"{block.text}\n"))

    def _formula_block(self, block: FormulaBlock) -> Markup:
        if block.mathml:
            own = (("class", "pb-formula"), *self.lines.own(block.attributes))
            return element("div", own, self.lines.made(block.mathml))
        return element("div", self.lines.own(block.attributes), rf"\[{block.source}\]")

    def _rule(self, block: Rule) -> Markup:
        return element("hr", self.lines.own(block.attributes))

    def _raw_block(self, block: RawBlock) -> Markup:
        return self.lines.made(block.html)

    def _group(self, block: Group) -> Markup:
        return element(block.tag, self.lines.own(block.attributes), self.blocks(block.blocks))

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


def _lines(parts: Iterable[str]) -> Markup:
    return Markup("\n").join(parts)
