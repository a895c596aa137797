"""The Python-Markdown extension that marks up chapters, and gathers what stands in them as it does so."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape
from itertools import islice
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from ..model.brief import Chapter
from ..model.knowledge import (
    AnnotatedChapter,
    Hypertext,
    Link,
)
from ..model.places import Source, offsets_of
from ..model.problems import MOST_ON_A_PAGE, Code, Place, Problem, capped
from .attributes import attribute_problems, pictures_without_words, repeated_ids
from .blocks import HEADINGS
from .chapter import ChapterWork, Setting
from .citations import CITATION_TAG, register_citations
from .definitions import Names
from .marks import BEFORE_ESCAPES, MarkProcessor
from .names import Spotted, write_links
from .notes import into_words
from .raw_html import Watch
from .scan import blocks_as_written
from .text import NAME_TAG, BlockText, text_of

_UNDEFINED = re.compile(
    r"\[\^(?P<note>[^\[\]\s]+)\]"
    r"|\[[^\[\]]+\]\[(?P<link>[^\[\]]*)\]"
    r"|(?P<mark>\[\[[^\[\]\n]{0,60}|[^\[\]\n]{0,60}\]\])"
)

MOST_UNDEFINED = 3 * MOST_ON_A_PAGE
"""Brackets in a page that stand for nothing, of three sorts."""
_ESCAPED = re.compile("\x02(\\d+)\x03")

_MADE_BY_EXTENSIONS = ("footnote-ref", "footnote-backref", "headerlink")

BEFORE_ALL = 1000
"""The priority at which a text is as the author wrote it."""
BEFORE_INLINE = 1000
"""The priority at which the tree has its blocks, and their texts are as the author wrote them."""
BEFORE_THE_HOST = 2
"""The priority at which links are still as the author wrote them; hosts rewrite them at 0."""
AFTER_THE_HOST = -5
"""The priority at which the tree is finished: ids stand on headings, escapes are undone."""


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
    | `BlockReader` | tree processor | 1000 |
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
        keeper, blocks, reader = SourceKeeper(md, Watch(md)), BlockReader(md), LinkReader(md)
        md.preprocessors.register(keeper, "pb-source", BEFORE_ALL)
        md.inlinePatterns.register(MarkProcessor(md), "pb-mark", BEFORE_ESCAPES)
        register_citations(md)
        md.treeprocessors.register(blocks, "pb-blocks", BEFORE_INLINE)
        md.treeprocessors.register(reader, "pb-links", BEFORE_THE_HOST)
        md.treeprocessors.register(Annotator(md, self, Readers(keeper, blocks, reader)), "pb-annotate", AFTER_THE_HOST)


class SourceKeeper(Preprocessor):
    """Keeps the text of a page as the author wrote it, before any other preprocessor changes it."""

    text: str = ""

    def __init__(self, md: Markdown, watch: Watch) -> None:
        super().__init__(md)
        self.watch = watch

    def run(self, lines: list[str]) -> list[str]:
        self.text = "\n".join(lines)
        self.watch.clear()
        return lines


class BlockReader(Treeprocessor):
    """Notes the citable blocks of a page as the scan met them, by the elements that will still be there at the end."""

    blocks: tuple[tuple[Element, str], ...] = ()
    """The first element of each block, and the block's text."""

    def run(self, root: Element) -> None:
        self.blocks = tuple((block.elements[0], text) for block, text in blocks_as_written(root))


class LinkReader(Treeprocessor):
    """Notes the links of a page before the host rewrites them."""

    targets: tuple[tuple[str, bool], ...] = ()
    """Each as the tree has it, with whether it is a picture."""

    def run(self, root: Element) -> None:
        self.targets = tuple(
            (element.get(attribute, ""), tag == "img")
            for tag, attribute in (("a", "href"), ("img", "src"))
            for element in root.iter(tag)
            if element.get(attribute) and element.get("class") not in _MADE_BY_EXTENSIONS
        )


@dataclass(frozen=True, slots=True)
class Readers:
    """The processors that noted something of a page before it was finished."""

    source: SourceKeeper
    blocks: BlockReader
    links: LinkReader


class Annotator(Treeprocessor):
    """Marks up the finished tree of one page, and hands on what it found."""

    def __init__(self, md: Markdown, extension: PolicybriefExtension, read: Readers) -> None:
        super().__init__(md)
        self.extension = extension
        self.read = read

    def run(self, root: Element) -> None:
        setting, sink = self.extension.setting, self.extension.sink
        source = self.extension.source(self.md, self.read.source.text)
        problems = _resolve_marks(root, setting.names, source)
        problems += self.read.source.watch.problems(source)
        problems += _first(attribute_problems(root, self.md.htmlStash.rawHtmlBlocks, source))
        problems += _first(pictures_without_words(root, source))
        chapter = setting.chapters.get(source.path)
        if chapter is None:
            text = self._text([root])
            problems += _undefined([text], source)
            self._link_marks(text, source)
        else:
            work = ChapterWork(chapter, setting, self._text, self._ids(chapter))
            headings = [self._text([element]) for element in root if element.tag in HEADINGS]
            sink.chapter(work.annotate(root))
            problems += _undefined((*headings, *work.texts), source)
            problems += work.charts.problems
            problems += _first(_without_id(text, source) for text in work.without_id)
            problems += _first(_never_called(label, source) for label in work.settled.never_called)
        _dissolve(root)
        problems += _first(repeated_ids(root, source))
        anchors = frozenset(element.get("id", "") for element in root.iter() if element.get("id"))
        links = _placed(self.read.links.targets, source)
        sink.page(Hypertext(source.path, anchors, links, tuple(capped(problems))))

    def _ids(self, chapter: Chapter) -> dict[Element, str]:
        """Return the ids of the blocks by their first elements."""
        blocks = self.read.blocks.blocks
        ids = self.extension.setting.anchors.ids_of(chapter.path, [text for _, text in blocks])
        return {element: one for (element, _), one in zip(blocks, ids, strict=True) if one}

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


def _dissolve(root: Element) -> None:
    """Put the plain words in the place of every mark that did not become a link."""
    tags = (NAME_TAG, CITATION_TAG)
    for parent in [element for element in root.iter() if any(child.tag in tags for child in element)]:
        for child in [child for child in parent if child.tag in tags]:
            into_words(parent, child)


def _without_id(text: str, source: Source) -> Problem:
    message = "this paragraph is not in the chapter as written, so it has no permanent id"
    hint = "an extension or another plugin makes it; write it out in the chapter to have it cited"
    return Problem(Code.NO_PERMANENT_ID, source.place(offsets_of((text,), source)[0]), message, hint)


def _never_called(label: str, source: Source) -> Problem:
    name = label.removeprefix("fn").lstrip(":-")
    place = source.place_of(f"[^{name}]:")
    return Problem(Code.UNUSED_NOTE, place, f"nothing calls the note '[^{name}]'", f"write [^{name}] where it belongs")


def _resolve_marks(root: Element, names: Names, source: Source) -> list[Problem]:
    """Settle which entry each author's mark stands for; return those that stand for none."""
    problems: list[Problem] = []
    count: Counter[str] = Counter()
    for mark in root.iter(NAME_TAG):
        written, target = mark.get("written", ""), mark.get("target", "")
        if not target:
            continue
        entry = names.resolve(target)
        if entry is None and len(problems) <= MOST_ON_A_PAGE:
            # The same mark twice is the same mistake twice: the order among them does not matter.
            place = source.place_of(written, occurrence=count[written])
            problems.append(names.unknown(target, place))
            count[written] += 1
        if entry is None:
            continue
        mark.set("entry", entry)
        if not mark.get("labelled"):
            mark.text = AtomicString(names.label(target))
    return problems


def _first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield as many problems of one code as `capped` takes notice of, and do not look for more."""
    return islice(problems, MOST_ON_A_PAGE + 1)


def _undefined(blocks: Iterable[BlockText], source: Source) -> Iterator[Problem]:
    """Yield the notes and reference links of the blocks that are defined nowhere, and so stand there as brackets."""
    seen: set[str] = set()
    for block in blocks:
        for match in _UNDEFINED.finditer(block.searchable()):
            # Equal words are found at the same place.
            if match[0] not in seen and len(seen) < MOST_UNDEFINED:
                seen.add(match[0])
                yield _undefined_problem(match, source.place_of(match[0]))


def _undefined_problem(match: re.Match[str], place: Place) -> Problem:
    if match["note"]:
        message = f"there is no note '[^{match['note']}]:' in this chapter"
        return Problem(Code.UNDEFINED_NOTE, place, message, "write the note, or take the mark out")
    if match["mark"]:
        message = f"brackets that mark no name: {match[0].strip()}"
        hint = "write [[id]] or [[id|words]] on one line, and in a table [[id\\|words]]"
        return Problem(Code.BROKEN_MARK, place, message, hint)
    message = f"the reference link {match[0]} has no definition"
    hint = "add a line '[label]: address', or write '[words](address)'"
    return Problem(Code.UNDEFINED_LINK, place, message, hint)


def _placed(addresses: tuple[tuple[str, bool], ...], source: Source) -> tuple[Link, ...]:
    """Return the links at their places; the same address stands in the source as often as in the tree."""
    places: dict[str, Iterator[Place]] = {}
    links = []
    for address, picture in addresses:
        if address not in places:
            written = re.escape(_ESCAPED.sub(lambda match: f"\\{chr(int(match[1]))}", address))
            found = re.finditer(rf"{written}(?![^\s)>\]\"'|])", source.text)
            places[address] = map(source.place, (match.start() for match in found))
        links.append(Link(_as_read(address), next(places[address], source.place(0)), picture))
    return tuple(links)


def _as_read(address: str) -> str:
    """Return an address as a browser will read it, without what Markdown has not yet undone."""
    return unescape(_ESCAPED.sub(lambda match: chr(int(match[1])), address.replace(AMP_SUBSTITUTE, "&")))
