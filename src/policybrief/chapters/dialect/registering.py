"""The dialect as one instance of Python-Markdown has it: what reads the lines before it, and what it reads itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import Preprocessor

from ..kinds_of_boxes import Titles, register_titles
from .boxes import AdmonitionReader, read_alert, read_division
from .directives import DirectiveReader
from .drawn_tables import read_caption, read_table
from .fences import FenceReader
from .gitbook import read_tagged
from .held import BEFORE_OTHER_BLOCKS, HeldProcessor
from .in_line import register_in_line
from .level import Level, PageLines, Reader
from .links import register_links
from .lists import read_definition, read_dotted, read_lettered, read_list, read_note
from .notes_in_line import LineNotes
from .pictures import read_picture
from .roles import register_roles
from .text_lines import (
    read_code,
    read_foreign,
    read_formula,
    read_heading,
    read_html,
    read_label,
    read_lone_break,
    read_quotation,
    read_rule,
    read_script,
    read_tabs,
    read_tabs_by_ourselves,
    read_verse,
)

_BEFORE_FENCES = 26
"""The priority at which line endings and tabs are settled (30), and no fence has been read yet (25)."""
_BEFORE_FOOTNOTES = 70
_OWN = ("def_list", "abbr")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What reads the dialect in one instance of Markdown."""

    lines: "LinesBefore"
    notes: LineNotes | None
    """None where nothing reads footnotes."""
    cells: "CellKeeper | None"
    """None where nothing reads tables."""

    def clear(self) -> None:
        """Forget the page before."""
        self.lines.page.remarks.clear()
        self.lines.page.held.blocks.clear()
        if self.notes:
            self.notes.clear()
        if self.cells:
            self.cells.crowded.clear()


class LinesBefore(Preprocessor):
    """Reads the lines of a page before Python-Markdown does."""

    def __init__(self, md: Markdown, titles: Titles) -> None:
        super().__init__(md)
        self.page = PageLines(titles)
        self.readers = _readers(md)

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as Python-Markdown is to have them."""
        return Level(self.page, lines, 0, self.readers).read()


class CellKeeper(TableProcessor):
    """Reads tables with bars, and keeps the cells for which the head has no column."""

    def __init__(self, table: TableProcessor) -> None:
        super().__init__(table.parser, table.config)  # type: ignore[attr-defined]
        self.crowded: list[str] = []
        """The rows that have more cells than the head."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        """Add a row; what has no column goes into the last one."""
        super()._build_row(row, parent, align)  # type: ignore[misc]
        cells: list[str] = self._split_row(row)  # type: ignore[attr-defined]
        if len(cells) > len(align):
            self.crowded.append(row)
            last = parent[-1][-1]
            last.text = " ".join(filter(None, (last.text, *(cell.strip() for cell in cells[len(align) :]))))


class _Headings(HashHeaderProcessor):
    """Reads headings whose markers have a space after them: `#hashtag` is a word."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ ]|\n|$)(?P<header>(?:\\.|[^\\]|\\(?=\n|$))*?)(?<!#)#*(?:\n|$)")


def with_own_extensions(names: Sequence[str | Extension]) -> list[str | Extension]:
    """Return the extensions of the host, and those of Python-Markdown's that every chapter is read with."""
    given = {name.removeprefix("markdown.extensions.") for name in names if isinstance(name, str)}
    return [*names, *(name for name in _OWN if name not in given and "extra" not in given)]


def register_dialect(md: Markdown, titles: Titles) -> Dialect:
    """Register what reads the dialect, and return it; `titles` are what boxes are called by their kinds."""
    register_titles(md, titles)
    lines = LinesBefore(md, titles)
    md.preprocessors.register(lines, "pb-lines", _BEFORE_FENCES)
    blocks = md.parser.blockprocessors
    blocks.register(HeldProcessor(md, lines.page.held), "pb-held", BEFORE_OTHER_BLOCKS)
    blocks.register(_Headings(md.parser), "hashheader", 70)
    for name in ("olist", "ulist"):
        # Lists are held back by now; what is left looks like one and is none.
        blocks.deregister(name, strict=False)
    cells = None
    if "table" in blocks and isinstance(table := blocks["table"], TableProcessor):
        cells = CellKeeper(table)
        blocks.register(cells, "table", 75)
    register_in_line(md)
    register_roles(md, formulas="arithmatex-inline" not in md.inlinePatterns)
    register_links(md)
    return Dialect(lines, _notes(md), cells)


def _notes(md: Markdown) -> LineNotes | None:
    extension = next((each for each in md.registeredExtensions if isinstance(each, FootnoteExtension)), None)
    if extension is None:
        return None
    notes = LineNotes(md, extension.setFootnote)
    md.treeprocessors.register(notes, "pb-line-notes", _BEFORE_FOOTNOTES)
    return notes


def _readers(md: Markdown) -> tuple[Reader, ...]:
    names = md.parser.blockprocessors
    ours_to_draw = "arithmatex-block" not in names
    fences: tuple[Reader, ...] = ()
    if "fenced_code_block" in md.preprocessors:
        found = md.preprocessors["fenced_code_block"]
        plain = isinstance(found, FencedBlockPreprocessor)
        fenced = FenceReader(
            lambda lines: "".join(found.run(lines)).strip(), reads_options=not plain, formulas=ours_to_draw
        )
        fences = (DirectiveReader(fenced.to_code, formulas=ours_to_draw), fenced)
    ours = AdmonitionReader(boxes="admonition" not in names, folding="details" not in names)
    tabs = read_tabs if "tabbed" in names else read_tabs_by_ourselves
    formula = (read_formula,) if ours_to_draw else ()
    return (
        read_code,
        *fences,
        read_alert,
        read_quotation,
        read_division,
        ours,
        read_foreign,
        tabs,
        read_tagged,
        read_table,
        *formula,
        read_label,
        read_script,
        read_lone_break,
        read_heading,
        read_rule,
        read_note,
        read_caption,
        read_picture,
        read_verse,
        read_definition,
        read_list,
        read_lettered,
        read_dotted,
        read_html,
    )
