"""The Python-Markdown extension for the author's own pages that are not chapters, which the host converts.

It links the names that are marked by hand, and reads the links of the page.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import islice
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from ..model.addresses import Addresses, relative
from ..model.glossary import Entry
from ..model.knowledge import FoundLink, Hypertext
from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Place, Problem, capped
from ..model.term_links import term_attributes
from .attributes import pictures_without_words, repeated_ids, screen
from .citation_syntax import readable
from .citations import CITATION_TAG, register_citations
from .definitions import Names
from .fence_options import register_fence_options
from .finding import Finder
from .kinds_of_boxes import Titles, register_titles
from .marks import BEFORE_ESCAPES, NAME_TAG, MarkProcessor
from .page_problems import undefined_marks
from .raw_html import Watch
from .residues import residues_of_page
from .splitting import register_splitting
from .text import text_of
from .tree import TreeReader
from .valueless import ValuelessKeeper, register_valueless

_ESCAPED = re.compile("\x02(\\d+)\x03")
_ADDRESS = {"a": "href", "img": "src"}
"""Where an element says what it leads to."""
_FILE = re.compile(r"(?P<path>(?![/?#])[^:?#\\]*\.(?!md\b)\w+)(?P<rest>[?#].*)?", re.DOTALL)
"""The relative address of a file that is not a page."""
_MADE_BY_EXTENSIONS = ("footnote-ref", "footnote-backref", "headerlink")

BEFORE_ALL = 1000
"""The priority at which a text is as the author wrote it."""
BEFORE_THE_HOST = 2
"""The priority at which links are still as the author wrote them; hosts rewrite them at 0."""
AFTER_THE_HOST = -5
"""The priority at which the tree is finished: ids are on headings, escapes are undone."""

SourceOf = Callable[[Markdown, str], Source]
"""Tells which page an instance of Markdown is converting, given the page's text."""

TakePage = Callable[[Hypertext], None]
"""Takes what was found in a page: the one way out of Python-Markdown, which returns nothing but HTML."""


@dataclass(frozen=True, slots=True)
class PageSetting:
    """What marking up a page that is not a chapter needs to know."""

    entries: Mapping[str, Entry]
    names: Names
    addresses: Addresses
    language: str
    """The brief's."""
    titles: Titles
    """What boxes are called by their kinds, in that language."""


class PageExtension(Extension):
    """Links marked names and reads the links of every page that the host converts.

    `source` tells which page an instance of Markdown is converting, given the text of it; the host knows.

    | registered | as | priority |
    |---|---|---|
    | `SourceKeeper` | preprocessor | 1000 |
    | `MarkProcessor` | inline pattern | 185 |
    | `CitationProcessor` | inline patterns | 178 and 105 |
    | titles of boxes | block processors | 105 |
    | paragraphs taken apart | tree processor | 1001 and 45 |
    | `ValuelessKeeper` | tree processor | 7 |
    | `LinkReader` | tree processor | 2 |
    | `PageMarker` | tree processor | -5 |
    """

    def __init__(self, setting: PageSetting, source: SourceOf, take: TakePage) -> None:
        super().__init__()
        self.setting = setting
        self.source = source
        self.take = take

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors with a fresh instance of Markdown, which converts one page."""
        keeper, reader = SourceKeeper(md, Watch(md, comments=True)), LinkReader(md)
        md.preprocessors.register(keeper, "pb-source", BEFORE_ALL)
        md.inlinePatterns.register(MarkProcessor(md), "pb-mark", BEFORE_ESCAPES)
        register_citations(md)
        register_fence_options(md)
        register_splitting(md)
        register_titles(md, self.setting.titles)
        valueless = register_valueless(md)
        md.treeprocessors.register(reader, "pb-links", BEFORE_THE_HOST)
        md.treeprocessors.register(PageMarker(md, self, keeper, reader, valueless), "pb-page", AFTER_THE_HOST)


class SourceKeeper(Preprocessor):
    """Keeps the text of a page as the author wrote it, before any other preprocessor changes it."""

    text: str = ""

    def __init__(self, md: Markdown, watch: Watch) -> None:
        super().__init__(md)
        self.watch = watch

    def run(self, lines: list[str]) -> list[str]:
        self.text = "\n".join(lines)
        self.watch.clear(self.text)
        return lines


class LinkReader(Treeprocessor):
    """Notes the links of a page before the host rewrites them."""

    links: tuple[tuple[Element, str], ...] = ()
    """Each with its address as the author wrote it."""

    def run(self, root: Element) -> None:
        self.links = tuple(
            (element, address)
            for tag in _ADDRESS
            for element in root.iter(tag)
            if (address := element.get(_ADDRESS[tag])) and element.get("class") not in _MADE_BY_EXTENSIONS
        )


class PageMarker(Treeprocessor):
    """Links the marked names of one finished page, and hands on what was found in it."""

    def __init__(
        self,
        md: Markdown,
        extension: PageExtension,
        keeper: SourceKeeper,
        links: LinkReader,
        valueless: ValuelessKeeper,
    ) -> None:
        super().__init__(md)
        self.extension = extension
        self.keeper = keeper
        self.links = links
        self.valueless = valueless

    def run(self, root: Element) -> None:
        source = self.extension.source(self.md, self.keeper.text)
        put_aside, watch = self.md.htmlStash.rawHtmlBlocks, self.keeper.watch
        # Before our own links are in it, which have attributes that nobody may write.
        screened = screen(
            root,
            put_aside,
            source,
            raw=watch.pieces,
            by_plugins=watch.by_plugins(source),
            valueless=self.valueless.taken,
        )
        problems = [
            *watch.problems(source),
            *screened,
            *self._link_marks(root, source),
            *islice(_cited_in_vain(root, source), MOST_ON_A_PAGE + 1),
            *islice(pictures_without_words(root, source), MOST_ON_A_PAGE + 1),
        ]
        finder = Finder(source)
        blocks = TreeReader(put_aside, finder).blocks(root)
        text = text_of(blocks)
        problems += undefined_marks([(text, 0)], source, finder.code)
        problems += residues_of_page(blocks, source, finder.code)
        _dissolve(root)
        ids = [own for element in root.iter() if (own := element.get("id"))]
        problems += islice(repeated_ids(ids, source), MOST_ON_A_PAGE + 1)
        self._lead_to_files(source.path)
        links = _placed(((address, element.tag == "img") for element, address in self.links.links), source)
        self.extension.take(Hypertext(source.path, frozenset(ids), links, tuple(capped(problems))))

    def _lead_to_files(self, path: str) -> None:
        """Make links to files that outputs make lead there from the page; the host, which has none of them, did not."""
        start = self.extension.setting.addresses.of(path)
        for element, address in self.links.links:
            attribute = _ADDRESS[element.tag]
            if element.get(attribute) == address and (of_file := _FILE.fullmatch(_as_read(address))):
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), of_file["path"]))
                if not target.startswith("../"):
                    element.set(attribute, relative(target, start) + (of_file["rest"] or ""))

    def _link_marks(self, root: Element, source: Source) -> list[Problem]:
        """Make links of the names that the author marked; return those that name no entry."""
        setting = self.extension.setting
        problems: list[Problem] = []
        count: Counter[str] = Counter()
        inside = {mark for link in root.iter("a") for mark in link.iter(NAME_TAG)}
        for mark in root.iter(NAME_TAG):
            written, target = mark.get("written", ""), mark.get("target", "")
            entry = setting.names.resolve(target) if target else None
            if target and entry is None and len(problems) <= MOST_ON_A_PAGE:
                # The same mark twice is the same mistake twice: the order among them does not matter.
                problems.append(setting.names.unknown(target, source.place_of(written, occurrence=count[written])))
                count[written] += 1
            if entry:
                words = (mark.text or "") if mark.get("labelled") else setting.names.label(target)
                mark.text = AtomicString(words)
                if mark not in inside:
                    found = setting.entries[entry]
                    attributes = term_attributes(found, words, setting.addresses, source.path, setting.language)
                    mark.tag, mark.attrib = "a", dict(attributes)
        return problems


def _cited_in_vain(root: Element, source: Source) -> Iterator[Problem]:
    """Yield the citations of a page, where nothing is cited; `@name` in a sentence may well be a name."""
    count: Counter[str] = Counter()
    for mark in root.iter(CITATION_TAG):
        written = mark.get("words", "")
        if written.startswith("["):
            place = source.place_of(written, occurrence=count[written])
            count[written] += 1
            message = f"'{' '.join(written.split())}' is printed as written: citations work only in chapters"
            yield Problem(Code.BAD_CITATION, place, message, "write out what it should say, or link to the source")


def _dissolve(root: Element) -> None:
    """Put the plain words in the place of every mark that did not become a link."""
    tags = (NAME_TAG, CITATION_TAG)
    for parent in [element for element in root.iter() if any(child.tag in tags for child in element)]:
        for child in [child for child in parent if child.tag in tags]:
            _into_words(parent, child)


def _into_words(parent: Element, child: Element) -> None:
    """Put the plain words of `child`, which holds no elements, in its place."""
    at = list(parent).index(child)
    words = (child.text or readable(child.get("words") or "")) + (child.tail or "")
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
    parent.remove(child)


def _placed(addresses: Iterable[tuple[str, bool]], source: Source) -> tuple[FoundLink, ...]:
    """Return the links at their places; the same address is in the source as often as in the tree."""
    places: dict[str, Iterator[Place]] = {}
    links = []
    for address, picture in addresses:
        if address not in places:
            written = re.escape(_ESCAPED.sub(lambda match: f"\\{chr(int(match[1]))}", address))
            found = re.finditer(rf"{written}(?![^\s)>\]\"'|])", source.text)
            places[address] = map(source.place, (match.start() for match in found))
        links.append(FoundLink(_as_read(address), next(places[address], source.place(0)), picture))
    return tuple(links)


def _as_read(address: str) -> str:
    """Return an address as a browser will read it, without what Markdown has not yet undone."""
    return unescape(_ESCAPED.sub(lambda match: chr(int(match[1])), address.replace(AMP_SUBSTITUTE, "&")))
