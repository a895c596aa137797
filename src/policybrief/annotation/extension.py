"""The Python-Markdown extension that marks up chapters, and gathers what stands in them as it does so."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from ..model.addresses import REFERENCES_PATH, Addresses, entry_path, reference_anchor
from ..model.brief import Chapter
from ..model.glossary import Entry
from ..model.knowledge import (
    AnnotatedChapter,
    Aside,
    Citation,
    Hypertext,
    Link,
    Mention,
    Paragraph,
    Section,
)
from ..model.ledger import Reason
from ..model.places import Source
from ..model.problems import Code, Problem
from .anchors import Anchors
from .blocks import (
    Block,
    blocks_of,
    box_together,
    chapter_head,
    gone_notice,
    insert_after,
    make_scrollable,
    set_number,
    take_title,
)
from .citations import CITATION_TAG, CitationQueue, PrintedCitation, register_citations
from .definitions import Names
from .marks import BEFORE_ESCAPES, MarkProcessor
from .names import Spotted, asides_of, link_first, mentions_of, spotted_in, write_links
from .notes import Note, Settled, at_the_end, in_place, into_words, settle_notes
from .sentences import sentences_of
from .text import NAME_TAG, BlockText, text_of

_UNDEFINED = re.compile(
    r"\[\^(?P<note>[^\[\]\s]+)\]"
    r"|\[[^\[\]]+\]\[(?P<link>[^\[\]]*)\]"
    r"|(?P<mark>\[\[[^\[\]\n]{0,60}|[^\[\]\n]{0,60}\]\])"
)

_MADE_BY_EXTENSIONS = ("footnote-ref", "footnote-backref", "headerlink")

BEFORE_ALL = 1000
"""The priority at which a text is as the author wrote it."""
BEFORE_THE_HOST = 2
"""The priority at which links are still as the author wrote them; hosts rewrite them at 0."""
AFTER_THE_HOST = -5
"""The priority at which the tree is finished: ids stand on headings, escapes are undone."""


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

    def link(self, entry: Entry, path: str) -> dict[str, str]:
        """Return the attributes of the link to an entry from the page at `path`."""
        href = self.addresses.link(entry_path(entry.id), path)
        return {"class": "pb-term", "data-entry": entry.id, "data-kind": entry.kind.value, "href": href}


SourceOf = Callable[[Markdown, str], Source]
"""Tells which page an instance of Markdown is converting, given the page's text."""


@dataclass(frozen=True, slots=True)
class Sink:
    """Where what was found is put: the one way out of Python-Markdown, which returns nothing but HTML."""

    chapter: Callable[[AnnotatedChapter], None]
    page: Callable[[Hypertext], None]


class PolicybriefExtension(Extension):
    """Links names and numbers paragraphs in the chapters, and reads the links of every page.

    `source` tells which page an instance of Markdown is converting, given the text of it; the host knows.

    | registered | as | priority |
    |---|---|---|
    | `SourceKeeper` | preprocessor | 1000 |
    | `MarkProcessor` | inline pattern | 185 |
    | `CitationProcessor` | inline patterns | 178 and 105 |
    | `LinkReader` | tree processor | 2 |
    | `Annotator` | tree processor | -5 |
    """

    def __init__(self, setting: Setting, source: SourceOf, sink: Sink) -> None:
        super().__init__()
        self.setting = setting
        self.source = source
        self.sink = sink

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors with a fresh instance of Markdown, which converts one page."""
        keeper, reader = SourceKeeper(md), LinkReader(md)
        md.preprocessors.register(keeper, "pb-source", BEFORE_ALL)
        md.inlinePatterns.register(MarkProcessor(md), "pb-mark", BEFORE_ESCAPES)
        register_citations(md)
        md.treeprocessors.register(reader, "pb-links", BEFORE_THE_HOST)
        md.treeprocessors.register(Annotator(md, self, keeper, reader), "pb-annotate", AFTER_THE_HOST)


class SourceKeeper(Preprocessor):
    """Keeps the text of a page as the author wrote it, before any other preprocessor changes it."""

    text: str = ""

    def run(self, lines: list[str]) -> list[str]:
        self.text = "\n".join(lines)
        return lines


class LinkReader(Treeprocessor):
    """Notes the links of a page before the host rewrites them."""

    targets: tuple[str, ...] = ()

    def run(self, root: Element) -> None:
        self.targets = tuple(
            element.get(attribute, "")
            for tag, attribute in (("a", "href"), ("img", "src"))
            for element in root.iter(tag)
            if element.get(attribute) and element.get("class") not in _MADE_BY_EXTENSIONS
        )


class Annotator(Treeprocessor):
    """Marks up the finished tree of one page, and hands on what it found."""

    def __init__(self, md: Markdown, extension: PolicybriefExtension, keeper: SourceKeeper, reader: LinkReader) -> None:
        super().__init__(md)
        self.extension = extension
        self.keeper = keeper
        self.reader = reader

    def run(self, root: Element) -> None:
        setting, sink = self.extension.setting, self.extension.sink
        source = self.extension.source(self.md, self.keeper.text)
        problems = _resolve_marks(root, setting.names, source)
        chapter = setting.chapters.get(source.path)
        if chapter is None:
            text = self._text([root])
            problems += _undefined(text, source)
            self._link_marks(text, source)
        else:
            work = ChapterWork(chapter, setting, self._text)
            sink.chapter(work.annotate(root))
            problems += [problem for block in work.texts for problem in _undefined(block, source)]
            problems += [_never_called(label, source) for label in work.settled.never_called]
        _dissolve(root)
        anchors = frozenset(element.get("id", "") for element in root.iter() if element.get("id"))
        links = _placed(self.reader.targets, source)
        sink.page(Hypertext(source.path, anchors, links, tuple(problems)))

    def _link_marks(self, text: BlockText, source: Source) -> None:
        """Link the names that the author marked on a page that is no chapter."""
        setting = self.extension.setting
        marks = (mark for mark in text.marked if mark.linkable and mark.entry)
        links = frozenset(Spotted(mark.entry, mark.start, mark.end, marked=mark.element) for mark in marks)
        write_links(links, setting.entries.__getitem__, partial(setting.link, path=source.path))

    def _text(self, elements: list[Element]) -> BlockText:
        return text_of(elements, self._stashed)

    def _stashed(self, number: int) -> str:
        block = self.md.htmlStash.rawHtmlBlocks[number]
        return block if isinstance(block, str) else ""


class ChapterWork:
    """The annotation of one chapter: from its tree to what it says, writing links and numbers on the way."""

    def __init__(self, chapter: Chapter, setting: Setting, text: Callable[[list[Element]], BlockText]) -> None:
        self.chapter = chapter
        self.setting = setting
        self.text = text
        self.texts: list[BlockText] = []
        self.paragraphs: list[Paragraph] = []
        self.mentions: list[Mention] = []
        self.asides: list[Aside] = []
        self.citations: list[Citation] = []
        self.settled = Settled((), {}, ())
        self.placed: set[int] = set()

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
        label = f"Chapter {self.chapter.number}" if self.chapter.number.isdigit() else ""
        root.insert(0, chapter_head(label, self.chapter.title, self.chapter.summary))
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
        ordinal = sum(not paragraph.note for paragraph in self.paragraphs) + 1
        paragraph = Paragraph(
            self._paragraph_id(ordinal),
            f"{self.chapter.number}.{ordinal}",
            self.chapter.path,
            block.section.anchor,
            text.text,
            sentences=sentences_of(text.text),
            own_words=_is_own(block),
        )
        linked = self._names(text, paragraph, seen)
        self.citations += [
            Citation(item.key, paragraph.id, item.locator, note, position)
            for item, position, note in self.settled.items_cited_in(text.outside)
        ]
        called = self.settled.notes_called_in(block.elements)
        holder = set_number(root, block.elements[0], paragraph.id, paragraph.number)
        make_scrollable(holder, f"Table {paragraph.number}")
        last = self._place_notes(root, called, [holder, *block.elements[1:]])
        self._place_gone(root, holder, last)
        return linked

    def _paragraph_id(self, ordinal: int) -> str:
        ids = self.setting.anchors.ids[self.chapter.path]
        # An extension of the host may make blocks of its own, which no scan of the source foretells.
        return ids[ordinal - 1] if ordinal <= len(ids) else f"p-{self._label()}-{ordinal}"

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
        spotted, asides = spotted_in(text, self.setting.names.matcher)
        linked = link_first(spotted, seen)
        self.texts.append(text)
        self.paragraphs.append(paragraph)
        self.mentions += mentions_of(spotted, linked, paragraph)
        self.asides += asides_of(asides, paragraph.id)
        write_links(linked, self.setting.entries.__getitem__, partial(self.setting.link, path=self.chapter.path))
        return seen | {name.entry for name in linked}

    def _reference(self, key: str) -> str:
        return self.setting.addresses.link(REFERENCES_PATH, self.chapter.path, reference_anchor(key))


def _is_own(block: Block) -> bool:
    parts = (part for element in block.elements for part in element.iter())
    return any("own" in (part.get("class") or "").split() for part in parts)


def _says_something(text: BlockText, block: Block) -> bool:
    pictures = (picture for element in block.elements for picture in element.iter("img"))
    return any(sign.isalnum() for sign in text.text) or any(True for _ in pictures)


def _dissolve(root: Element) -> None:
    """Put the plain words in the place of every mark that did not become a link."""
    tags = (NAME_TAG, CITATION_TAG)
    for parent in [element for element in root.iter() if any(child.tag in tags for child in element)]:
        for child in [child for child in parent if child.tag in tags]:
            into_words(parent, child)


def _never_called(label: str, source: Source) -> Problem:
    name = label.removeprefix("fn").lstrip(":-")
    place = source.place_of(f"[^{name}]:")
    return Problem(Code.UNUSED_NOTE, place, f"nothing calls the note '[^{name}]'", f"write [^{name}] where it belongs")


def _resolve_marks(root: Element, names: Names, source: Source) -> list[Problem]:
    """Settle which entry each author's mark stands for; return those that stand for none."""
    problems = []
    count: Counter[str] = Counter()
    for mark in root.iter(NAME_TAG):
        written, target = mark.get("written", ""), mark.get("target", "")
        if not target:
            continue
        entry = names.resolve(target)
        if entry is None:
            # The same mark twice is the same mistake twice: the order among them does not matter.
            place = source.place_of(written, occurrence=count[written])
            problems.append(names.unknown(target, place))
            count[written] += 1
            continue
        mark.set("entry", entry)
        if not mark.get("labelled"):
            mark.text = AtomicString(names.label(target))
    return problems


def _undefined(block: BlockText, source: Source) -> list[Problem]:
    """Return the notes and reference links of the block that are defined nowhere, and so stand there as brackets."""
    problems = []
    for match in _UNDEFINED.finditer(block.searchable()):
        place = source.place_of(match[0])
        if match["note"]:
            message = f"there is no note '[^{match['note']}]:' in this chapter"
            problems.append(Problem(Code.UNDEFINED_NOTE, place, message, "write the note, or take the mark out"))
        elif match["mark"]:
            message = f"brackets that mark no name: {match[0].strip()}"
            hint = "write [[id]] or [[id|words]] on one line, and in a table [[id\\|words]]"
            problems.append(Problem(Code.BROKEN_MARK, place, message, hint))
        else:
            message = f"the reference link {match[0]} has no definition"
            hint = "add a line '[label]: address', or write '[words](address)'"
            problems.append(Problem(Code.UNDEFINED_LINK, place, message, hint))
    return problems


def _placed(targets: tuple[str, ...], source: Source) -> tuple[Link, ...]:
    count: Counter[str] = Counter()
    links = []
    for target in targets:
        links.append(Link(target, source.place_of(target, occurrence=count[target])))
        count[target] += 1
    return tuple(links)
