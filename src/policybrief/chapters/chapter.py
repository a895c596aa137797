"""The annotation of one chapter: from its converted tree to what it says, writing links and numbers on the way."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from ..alignment.anchors import Anchors
from ..model.addresses import REFERENCES_PATH, Addresses, entry_path, reference_anchor
from ..model.brief import Chapter
from ..model.glossary import Entry, is_foreign
from ..model.knowledge import AnnotatedChapter, Aside, Citation, Mention, Paragraph, Section
from ..model.ledger import Reason
from ..model.places import source_of
from ..model.sentences import sentences_of
from .blocks import (
    Block,
    blocks_of,
    box_together,
    gone_notice,
    insert_after,
    make_scrollable,
    set_number,
    take_title,
)
from .chart_drawing import drawn
from .charts import ChartReader, asking_paragraph
from .citations import CitationQueue, PrintedCitation
from .definitions import Names
from .excuses import set_apart_in, take_excuses
from .names import link_first, mentions_of, spotted_in, write_links
from .notes import Note, Settled, at_the_end, in_place, settle_notes
from .text import BlockText


@dataclass(frozen=True, slots=True)
class Setting:
    """All that marking up any page needs to know."""

    entries: Mapping[str, Entry]
    names: Names
    chapters: Mapping[str, Chapter]
    """By path."""
    labels: Mapping[str, str]
    """What makes ids of one chapter differ from those of another, by the chapter's path."""
    anchors: Anchors
    """The ids of paragraphs."""
    citations: Mapping[str, tuple[PrintedCitation, ...]]
    """The citations of each chapter, by its path."""
    notes_style: bool
    """Whether the brief's style sets citations as notes."""
    addresses: Addresses
    language: str = "en"
    """The brief's, which also settles how numbers are written."""

    def link(self, entry: Entry, form: str, path: str) -> dict[str, str]:
        """Return the attributes of the link to an entry, called by this form, from the page at `path`."""
        href = self.addresses.link(entry_path(entry.id), path)
        attributes = {"class": "pb-term", "data-entry": entry.id, "data-kind": entry.kind.value, "href": href}
        spoken = next((name.language for name in entry.names if name.form == form), "")
        foreign = spoken if is_foreign(spoken, self.language) else ""
        return attributes | ({"lang": foreign} if foreign else {})


class ChapterWork:
    """What is found in one chapter, as its blocks are taken one after the other."""

    def __init__(
        self,
        chapter: Chapter,
        setting: Setting,
        text: Callable[[list[Element]], BlockText],
        ids: Mapping[Element, str],
    ) -> None:
        """`ids` are those of the blocks by their first elements."""
        self.chapter = chapter
        self.setting = setting
        self.text = text
        self.ids = ids
        self.without_id: list[str] = []
        """The texts of the blocks that were not foreseen."""
        self.texts: list[BlockText] = []
        self.paragraphs: list[Paragraph] = []
        self.mentions: list[Mention] = []
        self.asides: list[Aside] = []
        self.citations: list[Citation] = []
        self.settled = Settled((), {}, ())
        self.placed: set[int] = set()
        self.numbered = 0
        self.charts = ChartReader(source_of(chapter), setting.language, self._words)

    def annotate(self, root: Element) -> AnnotatedChapter:
        """Mark up the tree; return what it says."""
        citations = self.setting.citations.get(self.chapter.path, ())
        queue = CitationQueue(citations, notes_style=self.setting.notes_style)
        self.settled = settle_notes(root, queue, self._reference, self._label())
        take_title(root, self.chapter.title)
        sections: list[Section] = []
        seen: frozenset[str] = frozenset()
        for block in list(blocks_of(root)):
            if not sections or block.section is not sections[-1]:
                sections.append(block.section)
                seen = frozenset()
            seen = self._paragraph(root, block, seen)
        self._place_notes(root, [note for note in self.settled.notes if note.number not in self.placed], root[-1:])
        if self.settled.notes:
            root.append(at_the_end(self.settled.notes))
        return AnnotatedChapter(
            self.chapter,
            tuple(sections),
            tuple(self.paragraphs),
            tuple(self.mentions),
            tuple(self.citations),
            tuple(self.asides),
        )

    def _paragraph(self, root: Element, block: Block, seen: frozenset[str]) -> frozenset[str]:
        text = self.text(list(block.elements))
        if not _says_something(text, block):
            return seen
        self.numbered += 1
        ordinal = self.numbered
        paragraph = Paragraph(
            self._paragraph_id(block, text, ordinal),
            f"{self.chapter.number}.{ordinal}",
            self.chapter.path,
            block.section.anchor,
            text.text,
            sentences=sentences_of(text.text),
            allowed=take_excuses(block.elements),
            set_apart=set_apart_in(text, block.elements),
            rows=self._rows(block),
        )
        linked = self._names(text, paragraph, seen)
        self.citations += [
            Citation(item.key, paragraph.id, item.locator, note, position)
            for item, position, note in self.settled.items_cited_in(text.outside)
        ]
        called = self.settled.notes_called_in(block.elements)
        holder = set_number(root, block.elements[0], paragraph.id, paragraph.number)
        make_scrollable(holder, f"Table {paragraph.number}")
        self._draw(holder)
        last = self._place_notes(root, called, [holder, *block.elements[1:]])
        self._place_gone(root, holder, last)
        return linked

    def _draw(self, holder: Element) -> None:
        """Put the chart that a block asks for above its table."""
        asking = asking_paragraph(holder)
        if asking is None:
            return
        boxes = [child for child in holder if child.get("class") == "pb-scroll"]
        chart = self.charts.read(asking, boxes[0][0] if boxes else None)
        if chart:
            holder.insert(list(holder).index(boxes[0]), drawn(chart))

    def _words(self, cell: Element) -> str:
        return " ".join(self.text([cell]).text.split())

    def _paragraph_id(self, block: Block, text: BlockText, ordinal: int) -> str:
        known = (self.ids[part] for element in block.elements for part in element.iter() if part in self.ids)
        found = next(known, "")
        if not found:
            self.without_id.append(text.text)
        return found or f"p-{self._label()}-{ordinal}"

    def _rows(self, block: Block) -> tuple[tuple[str, ...], ...]:
        """Return what stands in the cells of the block's tables."""
        rows = (row for element in block.elements for row in element.iter("tr"))
        return tuple(tuple(self.text([cell]).text for cell in row) for row in rows)

    def _place_gone(self, root: Element, holder: Element, last: Element) -> None:
        """Keep the ids that lead to a paragraph by now: silently what went into it, with a notice what is gone."""
        stones = self.setting.anchors.led_here.get(holder.get("id", ""), ())
        for stone in stones:
            if stone.reason is Reason.MERGED:
                holder.insert(0, Element("span", {"id": stone.id}))
            else:
                insert_after(root, last, gone_notice(stone))

    def _place_notes(self, root: Element, notes: Sequence[Note], block: list[Element]) -> Element:
        """Put the notes beside the elements that call them, and record what the author's own ones say.

        Return the child of the root that ends the block by then.
        """
        if not notes or not block:
            return block[-1] if block else root
        self.placed |= {note.number for note in notes}
        box = box_together(root, block, in_place(tuple(notes)))
        for note in notes:
            if note.authors_own:
                number = f"{self.chapter.number}.n{note.number}"
                text = self.text(list(note.content))
                paragraph = Paragraph(
                    note.id, number, self.chapter.path, "", text.text, note=True, sentences=sentences_of(text.text)
                )
                self._names(text, paragraph, frozenset())
        return box

    def _label(self) -> str:
        return self.setting.labels[self.chapter.path]

    def _names(self, text: BlockText, paragraph: Paragraph, seen: frozenset[str]) -> frozenset[str]:
        """Record and link the names of a block; return the entries linked in the section by now."""
        spotted, asides = spotted_in(text, self.setting.names.matcher, paragraph.id)
        linked = link_first(spotted, seen)
        self.texts.append(text)
        self.paragraphs.append(paragraph)
        self.mentions += mentions_of(spotted, linked, paragraph)
        self.asides += asides
        write_links(linked, self.setting.entries.__getitem__, partial(self.setting.link, path=self.chapter.path))
        return seen | {name.entry for name in linked}

    def _reference(self, key: str) -> str:
        return self.setting.addresses.link(REFERENCES_PATH, self.chapter.path, reference_anchor(key))


def _says_something(text: BlockText, block: Block) -> bool:
    pictures = (picture for element in block.elements for picture in element.iter("img"))
    return any(sign.isalnum() for sign in text.text) or any(True for _ in pictures)
