"""The annotation of one chapter: from its parsed tree to the finished tree and its content."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from ..model.blocks import Block, TableRow, walk
from ..model.brief import Chapter
from ..model.citing import CitedItem
from ..model.dates import Span
from ..model.document import Citable, Document, Section, Uncited
from ..model.hypertext import ids_in, links_in
from ..model.inlines import NameMark, NoteCall
from ..model.knowledge import (
    AnnotatedChapter,
    Aside,
    Citation,
    Extent,
    Hypertext,
    Mention,
    Paragraph,
)
from ..model.ledger import Reason, Tombstone
from ..model.places import source_of
from ..model.problems import MOST_ON_A_PAGE, Code, Problem, capped
from ..model.sentences import sentence_before, sentences_of
from .attributes import repeated_ids
from .charts import ChartReader
from .citations import PrintedCitation
from .conservation import lost_words
from .cross_references import empty_links, with_words
from .definitions import Names
from .map_requests import MapReader
from .names import link_first, mentions_of, resolved, spotted_in, with_links
from .notes import number_notes
from .page_problems import (
    marks_in_head,
    nested_links,
    nested_notes,
    never_called,
    template_markup,
    undefined_marks,
)
from .parse import ParsedChapter
from .text import BlockText, Cited, plain_text, text_of


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything needed to annotate a chapter."""

    names: Names
    labels: Mapping[str, str]
    """A prefix that makes the ids of a chapter unique, by the chapter's path."""
    ids: Mapping[str, tuple[str, ...]]
    """The permanent ids of each chapter's citable blocks, in order, by the chapter's path."""
    led_here: Mapping[str, tuple[Tombstone, ...]]
    """By the id of a paragraph: the ids that now lead there."""
    citations: Mapping[str, Mapping[int, PrintedCitation]]
    """The printed citations of each chapter, by its path and their ordinal in the tree."""
    notes_style: bool
    """Whether the brief's style sets citations as notes."""
    language: str = "en"
    """The brief's language, which also determines how numbers are written."""
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The text of the links without text in each chapter, by its path and their targets."""
    located: frozenset[str] = frozenset()
    """The entries whose position is known."""
    dated: Mapping[str, Span] = field(default_factory=dict)
    """The dates of dated entries, by id."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """The result for a chapter."""

    chapter: AnnotatedChapter
    page: Hypertext


def annotate(parsed: ParsedChapter, setting: Setting) -> Annotation:
    """Return a chapter with its ids, notes, names and charts, and its content."""
    path, source = parsed.chapter.path, source_of(parsed.chapter)
    words = setting.words.get(path, {})
    document = replace(with_words(parsed.document, words), label=setting.labels[path])
    marks = tuple(capped(_unknown_marks(document, setting.names)))
    numbered = number_notes(document, setting.citations.get(path, {}), notes_style=setting.notes_style)
    work = _Work(numbered.document, setting)
    finished = work.finished()
    anchors = frozenset(ids_in(finished))
    problems = (
        *marks,
        *parsed.problems,
        *marks_in_head(parsed.chapter),
        *undefined_marks((*work.headings(), *work.texts), source, parsed.code),
        *template_markup(parsed.chapter, work.texts_held_to(Code.TEMPLATE_MARKUP), parsed.code),
        *islice(nested_notes(document), MOST_ON_A_PAGE + 1),
        *islice(nested_links(document), MOST_ON_A_PAGE + 1),
        *islice(empty_links(parsed.document, words, anchors), MOST_ON_A_PAGE + 1),
        *work.charts.problems,
        *work.maps.problems,
        *islice(never_called(numbered.never_called, document), MOST_ON_A_PAGE + 1),
        *islice(repeated_ids(ids_in(finished), source), MOST_ON_A_PAGE + 1),
    )
    problems += tuple(islice(lost_words(parsed.document, source, problems), MOST_ON_A_PAGE + 1))
    annotated = AnnotatedChapter(
        parsed.chapter,
        finished,
        tuple(work.paragraphs),
        tuple(work.mentions),
        tuple(work.citations),
        tuple(work.asides),
    )
    return Annotation(annotated, Hypertext(path, anchors, links_in(finished), tuple(capped(problems))))


class _Work:
    """The content found in one chapter, as its parts are processed in order."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self.document = document
        self.chapter: Chapter = document.chapter
        self.setting = setting
        self.ids = iter(setting.ids[document.chapter.path])
        self.texts: list[tuple[BlockText, int]] = []
        """Those of paragraphs and notes, each with its beginning in the chapter."""
        self.paragraphs: list[Paragraph] = []
        self.mentions: list[Mention] = []
        self.asides: list[Aside] = []
        self.citations: list[Citation] = []
        self.of_headings: list[Cited] = []
        """What the headings before the next paragraph cite: it counts as cited there."""
        self.numbered = 0
        self.notes = {note.number: note for note in document.notes}
        self.charts = ChartReader(source_of(self.chapter), setting.language, setting.names.by_id, setting.dated)
        self.maps = MapReader(source_of(self.chapter), setting.names.by_id, setting.located)

    def finished(self) -> Document:
        """Return the chapter with ids, numbers, charts and linked names."""
        sections = tuple(map(self._section, self.document.sections))
        last = next((paragraph for paragraph in reversed(self.paragraphs) if not paragraph.note), None)
        if last:
            self.citations += self._cited(((node, len(last.text)) for node, _ in self.of_headings), last)
        return replace(self.document, sections=sections, notes=tuple(self.notes.values()))

    def texts_held_to(self, rule: Code) -> Iterator[tuple[BlockText, int]]:
        """Yield the texts, headings first, that the author does not exempt from a rule, each with its position."""
        yield from self.headings()
        yield from (
            text for text, own in zip(self.texts, self.paragraphs, strict=True) if rule.public not in own.allowed
        )

    def headings(self) -> Iterator[tuple[BlockText, int]]:
        """Yield the texts of the headings, each with its beginning in the chapter."""
        headings = ((section.heading, section.at) for section in self.document.sections if section.heading)
        return ((text_of((heading,)), at) for heading, at in headings)

    def _section(self, section: Section) -> Section:
        seen: frozenset[str] = frozenset()
        parts: list[Citable | Uncited] = []
        self._take_notes(section.notes)
        if section.heading:
            self.of_headings += ((node, 0) for node, _ in text_of((section.heading,)).cited)
        for part in section.parts:
            if isinstance(part, Citable):
                made, seen = self._citable(part, section, seen)
                parts.append(made)
            else:
                # No name is linked in code.
                parts.append(replace(part, block=with_links(resolved((part.block,), self.setting.names), ())[0]))
                self._take_notes(part.notes)
        return replace(self._headed(section), parts=tuple(parts))

    def _headed(self, section: Section) -> Section:
        """Return a section with the marks in its heading resolved; no name is linked there."""
        if section.heading is None:
            return section
        (heading,) = with_links(resolved((section.heading,), self.setting.names), ())
        return replace(section, heading=heading, title=section.title or " ".join(plain_text((heading,)).split()))

    def _citable(self, part: Citable, section: Section, seen: frozenset[str]) -> tuple[Citable, frozenset[str]]:
        self.numbered += 1
        number, paragraph_id = f"{self.chapter.number}.{self.numbered}", next(self.ids)
        blocks = resolved(part.blocks, self.setting.names)
        text = text_of(blocks)
        paragraph = Paragraph(
            paragraph_id,
            number,
            self.chapter.path,
            section.anchor,
            text.text,
            sentences=sentences_of(text.text),
            allowed=part.allowed,
            set_apart=tuple(Extent(run.start, run.end) for run in text.runs if run.apart and run.end > run.start),
            own=tuple(Extent(*extent) for extent in text.own),
            references=tuple(Extent(*extent) for extent in text.references),
            rows=_rows(blocks),
            at=part.at,
        )
        blocks, seen = self._names(blocks, text, paragraph, seen)
        self.citations += self._cited((*self.of_headings, *text.cited), paragraph)
        self.of_headings.clear()
        named = (mention.entry for mention in self.mentions if mention.paragraph == paragraph_id)
        blocks = self.maps.with_map(self.charts.with_charts(blocks, part.at), named, part.at)
        self._take_notes(part.notes)
        tombstones = self.setting.led_here.get(paragraph_id, ())
        merged = tuple(tombstone.id for tombstone in tombstones if tombstone.reason is Reason.MERGED)
        gone = tuple(tombstone for tombstone in tombstones if tombstone.reason is not Reason.MERGED)
        return replace(part, blocks=blocks, id=paragraph_id, number=number, merged=merged, gone=gone), seen

    def _cited(self, cited: Iterable[Cited], paragraph: Paragraph) -> list[Citation]:
        """Return the citations of a paragraph; a note that it refers to twice counts once."""
        found: list[Citation] = []
        seen: set[int] = set()
        for node, position in cited:
            number = node.note if isinstance(node, NoteCall) else 0
            items = self.notes[number].items if number else node.items
            if number not in seen:
                found += [_citation(item, paragraph, number, position) for item in items]
            seen |= {number} - {0}
        return found

    def _take_notes(self, numbers: tuple[int, ...]) -> None:
        """Record what the author's own notes among these say, and link the names in them."""
        for number in numbers:
            note = self.notes[number]
            if note.authors_own:
                blocks = resolved(note.blocks, self.setting.names)
                text = text_of(blocks)
                paragraph = Paragraph(
                    note.id,
                    f"{self.chapter.number}.n{number}",
                    self.chapter.path,
                    "",
                    text.text,
                    note=True,
                    sentences=sentences_of(text.text),
                    at=note.at,
                )
                blocks, _ = self._names(blocks, text, paragraph, frozenset())
                self.notes[number] = replace(note, blocks=blocks)

    def _names(
        self, blocks: tuple[Block, ...], text: BlockText, paragraph: Paragraph, seen: frozenset[str]
    ) -> tuple[tuple[Block, ...], frozenset[str]]:
        """Record the names of a paragraph; return it with its links, and the entries linked in the section by now."""
        spotted, asides = spotted_in(text, self.setting.names.matcher, paragraph.id)
        linked = link_first(spotted, seen)
        self.texts.append((text, paragraph.at))
        self.paragraphs.append(paragraph)
        self.mentions += mentions_of(spotted, linked, paragraph)
        self.asides += asides
        return with_links(blocks, linked), seen | {name.entry for name in linked}


def _citation(item: CitedItem, paragraph: Paragraph, note: int, position: int) -> Citation:
    place = item.label, item.value, item.prefix, item.suffix
    # The space at the end of a paragraph is not in its text.
    position = min(position, len(paragraph.text))
    sentence = sentence_before(paragraph.sentences, position)
    return Citation(item.key, paragraph.id, item.locator, note, position, *place, sentence, item.passage)


def _rows(blocks: tuple[Block, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the text of the cells of the blocks' tables."""
    rows = (node for block in blocks for node in walk(block) if isinstance(node, TableRow))
    return tuple(tuple(plain_text((cell,)) for cell in row.cells) for row in rows)


def _unknown_marks(document: Document, names: Names) -> Iterator[Problem]:
    """Yield the author's marks that stand for no entry, or for several."""
    roots = (*document.roots(), *(block for note in document.footnotes for block in note.blocks))
    for node in (node for root in roots for node in walk(root)):
        if isinstance(node, NameMark) and not node.silent and names.resolve(node.target) is None:
            yield names.unknown(node.target, document.place(node.at))
