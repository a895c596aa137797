"""Each chapter as Markdown beside its page, the whole brief as plain text, and a list of what programs can read.

The Markdown is Pandoc's (https://pandoc.org/MANUAL.html#pandocs-markdown): notes are inline, and each paragraph begins
with its number and ends with its id. `llms.txt` follows https://llmstxt.org/.
"""

import json
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import ClassVar

from ..model.addresses import chapter_text_path
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
    TableRow,
    Term,
    TextBlock,
)
from ..model.dates_in_words import date_in_words, edition_in_words
from ..model.document import Citable, Note, Section
from ..model.knowledge import AnnotatedChapter
from ..model.output import Artifact
from ..model.publication import Publication
from .archived_copies import listed_pieces
from .files import BRIEF_DATA, BRIEF_TEXT, LLMS_TEXT
from .notation import whole_title
from .plain_lines import MarkdownLines, escaped


def text_artifacts(publication: Publication) -> Iterator[Artifact]:
    """Yield the chapters as Markdown, the brief as plain text, and the list of both."""
    for chapter in publication.knowledge.chapters:
        path = chapter_text_path(chapter.chapter.path, publication.addresses)
        yield Artifact(path, _chapter(chapter, publication).encode())
    yield Artifact(BRIEF_TEXT.path, _plain(publication).encode())
    yield Artifact(LLMS_TEXT.path, _list(publication).encode())


def _chapter(annotated: AnnotatedChapter, publication: Publication) -> str:
    chapter, brief = annotated.chapter, publication.brief
    cited = {citation.reference for citation in annotated.citations}
    references = {reference.id: reference for reference in publication.project.references}
    sources = [
        f"- {escaped(''.join(piece.text for piece in listed_pieces(printed, references, publication.words)))}"
        for printed in publication.knowledge.references
        if printed.reference in cited
    ]
    head = {
        "title": chapter.title,
        "number": chapter.number,
        "brief": whole_title(brief),
        "authors": [author.name for author in brief.authors],
        "edition": brief.edition,
        "date": brief.date.edtf if brief.date else "",
        "licence": brief.licence,
        "url": publication.url(chapter.path),
    }
    front = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items() if value]
    parts = [
        "\n".join(("---", *front, "---")),
        f"# {escaped(chapter.title)}",
        *MarkdownBlocks(annotated, publication).chapter(),
        *(("## Sources", "\n".join(sources)) if sources else ()),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


class MarkdownBlocks:
    """Writes the blocks of one chapter."""

    def __init__(self, annotated: AnnotatedChapter, publication: Publication) -> None:
        self._document = annotated.document
        self._lines = MarkdownLines(annotated.document, publication, self._note)

    def chapter(self) -> Iterator[str]:
        """Yield the blocks of the chapter."""
        for section in self._document.sections:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[str]:
        if section.heading:
            yield self._heading(section.heading)
        for part in section.parts:
            if isinstance(part, Citable):
                yield from self._citable(part)
            else:
                yield self._block(part.block)

    def _citable(self, part: Citable) -> Iterator[str]:
        first, *others = part.blocks
        number, id_ = f"**{part.number}**", f"{{#{part.id}}}"
        if isinstance(first, TextBlock):
            yield f"{number} {self._lines.line(first.inlines)} {id_}"
        else:
            yield f"{number} {id_}"
            yield self._block(first)
        yield from map(self._block, others)

    def _note(self, note: Note) -> str:
        return " ".join(self._blocks(note.blocks).split())

    def _blocks(self, blocks: Iterable[Block]) -> str:
        return "\n\n".join(filter(None, map(self._block, blocks)))

    def _block(self, block: Block) -> str:
        return self._BLOCKS[type(block)](self, block)

    def _text_block(self, block: TextBlock) -> str:
        return self._lines.line(block.inlines)

    def _heading(self, block: Heading) -> str:
        anchor = f" {{#{block.anchor}}}" if block.anchor else ""
        return f"{'#' * max(2, block.level)} {self._lines.line(block.inlines)}{anchor}"

    def _listing(self, block: Listing) -> str:
        marks = (f"{number}. " if block.ordered else "- " for number in range(1, len(block.items) + 1))
        items = (self._blocks(item.blocks) for item in block.items)
        return "\n".join(mark + textwrap.indent(item, "    ").lstrip() for mark, item in zip(marks, items, strict=True))

    def _definitions(self, block: DefinitionList) -> str:
        parts = (
            self._lines.line(part.inlines)
            if isinstance(part, Term)
            else ":   " + textwrap.indent(self._blocks(part.blocks), "    ").lstrip()
            for part in block.parts
        )
        return "\n".join(parts)

    def _quotation(self, block: Quotation) -> str:
        return textwrap.indent(self._blocks(block.blocks), "> ", lambda _: True)

    def _held(self, block: Figure | Caption | Group) -> str:
        return self._blocks(block.blocks)

    def _table(self, block: Table) -> str:
        rows = [self._row(row) for row in (*block.head, *block.body)]
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return self._blocks(block.caption)
        filled = [(*row, *[""] * (columns - len(row))) for row in rows]
        if not block.head:
            filled.insert(0, ("",) * columns)
        lines = [f"| {' | '.join(row)} |" for row in filled]
        lines.insert(1, "|" + "---|" * columns)
        return "\n\n".join(filter(None, ("\n".join(lines), self._blocks(block.caption))))

    def _row(self, row: TableRow) -> tuple[str, ...]:
        return tuple(" ".join(self._blocks(cell.blocks).split()) for cell in row.cells)

    def _box(self, block: Box) -> str:
        title = f"**{self._lines.line(block.title)}**" if block.title else ""
        return textwrap.indent("\n\n".join(filter(None, (title, self._blocks(block.blocks)))), "> ", lambda _: True)

    def _code_block(self, block: CodeBlock) -> str:
        return f"```{block.language}\n{block.text}\n```"

    def _formula_block(self, block: FormulaBlock) -> str:
        return f"$$\n{block.source}\n$$"

    def _rule(self, _: Rule) -> str:
        return "---"

    def _raw_block(self, _: RawBlock) -> str:
        return ""

    _BLOCKS: ClassVar[Mapping[type, Callable[..., str]]] = {
        TextBlock: _text_block,
        Heading: _heading,
        Listing: _listing,
        DefinitionList: _definitions,
        Quotation: _quotation,
        Figure: _held,
        Caption: _held,
        Group: _held,
        Table: _table,
        Box: _box,
        CodeBlock: _code_block,
        FormulaBlock: _formula_block,
        Rule: _rule,
        RawBlock: _raw_block,
    }


def _plain(publication: Publication) -> str:
    """Return the brief as plain text: every paragraph with its number, and the notes of each chapter at its end."""
    parts = [*_title_lines(publication), publication.root]
    for annotated in publication.knowledge.chapters:
        parts.append(f"{annotated.chapter.number}  {annotated.chapter.title}".upper().strip())
        opening = {
            part.id: section
            for section in annotated.sections
            for part in section.parts[:1]
            if isinstance(part, Citable)
        }
        notes: list[str] = []
        for paragraph in annotated.paragraphs:
            if paragraph.note:
                notes.append(f"[{paragraph.number}] {' '.join(paragraph.text.split())}")
                continue
            section = opening.get(paragraph.id)
            if section and section.heading:
                parts.append(section.title)
            parts.append(f"{paragraph.number}  {paragraph.text}")
        parts += ["\n".join(notes)] if notes else []
    return "\n\n".join(filter(None, parts)) + "\n"


def _title_lines(publication: Publication) -> Iterator[str]:
    brief, words = publication.brief, publication.words
    yield whole_title(brief)
    yield ", ".join(author.name for author in brief.authors)
    date = date_in_words(brief.date, words).replace("\u00a0", " ") if brief.date else ""
    yield ", ".join(filter(None, (edition_in_words(brief, words), date, brief.licence)))


def _list(publication: Publication) -> str:
    """Return the guide for programs that read text."""
    brief = publication.brief
    own = next((citation for citation in publication.knowledge.own_citations if citation.text), None)
    chapters = [
        f"- [{each.chapter.title}]({publication.root}{chapter_text_path(each.chapter.path, publication.addresses)})"
        + (f": {each.chapter.summary}" if each.chapter.summary else "")
        for each in publication.knowledge.chapters
    ]
    others = [
        f"- [{label}]({publication.root}{path})"
        for label, path in (
            ("The whole brief as plain text", BRIEF_TEXT.path),
            ("Title, authors, edition and chapters, as JSON", BRIEF_DATA.path),
        )
    ]
    addresses = (
        "Paragraphs have a number, such as 2.14, and an id that lasts, such as p-k3f9. "
        f"The address of a paragraph is {publication.root}p/k3f9/."
    )
    parts = [
        f"# {whole_title(brief)}",
        f"> {brief.description}" if brief.description else "",
        addresses,
        f"Cite the brief as: {''.join(piece.text for piece in own.text)}" if own else "",
        "## Chapters",
        "\n".join(chapters),
        "## Other files",
        "\n".join(others),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"
