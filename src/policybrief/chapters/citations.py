"""Citations in the text: marked as they are met, settled when the whole tree stands."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

from ..model.citing import CitedItem, Cluster, Piece, PrintedCluster
from .clusters import IN_BRACKETS, IN_SENTENCE, one_line
from .titles import ForeignTitle

CITATION_TAG = "pb-citation"
"""A citation until it is settled: attribute `written`."""

IN_BRACKETS_PRIORITY = 178
"""Behind code and escapes, before links and footnotes, which brackets also open."""
IN_SENTENCE_PRIORITY = 105
"""Behind links and addresses, in which an `@` is none of ours."""


class CitationProcessor(InlineProcessor):
    """Turns each citation into an element that keeps what was written."""

    ANCESTOR_EXCLUDES = ("a",)
    """No citation within the words of a link: one link cannot stand in another."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        element = Element(CITATION_TAG, {"written": one_line(m[0])})
        element.text = AtomicString(m[0])
        return element, m.start(0), m.end(0)


def register_citations(md: Markdown) -> None:
    """Register both forms of a citation with an instance of Markdown, and `\\@` for a sign that cites nothing."""
    md.ESCAPED_CHARS.append("@")
    md.inlinePatterns.register(CitationProcessor(IN_BRACKETS, md), "pb-cite", IN_BRACKETS_PRIORITY)
    md.inlinePatterns.register(CitationProcessor(IN_SENTENCE, md), "pb-cite-in-sentence", IN_SENTENCE_PRIORITY)


@dataclass(frozen=True, slots=True)
class PrintedCitation:
    """A citation of a chapter with what the style makes of it."""

    cluster: Cluster
    printed: PrintedCluster
    titles: tuple[ForeignTitle, ...] = ()
    """Of its sources, those in another language than the brief's."""

    @property
    def items(self) -> tuple[CitedItem, ...]:
        return self.cluster.items


class CitationQueue:
    """The printed citations of one chapter, to be taken in the order of the text.

    The words of a cluster are its name; where they recur, the order of the text tells one from the other.
    """

    def __init__(self, citations: Iterable[PrintedCitation], *, notes_style: bool) -> None:
        self.notes_style = notes_style
        """Whether a style of notes printed them: within a footnote it sets them off by no brackets of its own."""
        self._waiting: dict[tuple[str, bool], deque[PrintedCitation]] = {}
        for citation in citations:
            key = (citation.cluster.written, bool(citation.cluster.note))
            self._waiting.setdefault(key, deque()).append(citation)

    def take(self, element: Element, in_note: bool) -> PrintedCitation | None:
        """Return the citation that stands at a `pb-citation` element, or None when it cites nothing known."""
        waiting = self._waiting.get((element.get("written", ""), in_note))
        if not waiting:
            return None
        # The last one stays, for a passage that a host shows twice.
        return waiting.popleft() if len(waiting) > 1 else waiting[0]


ReferenceLink = Callable[[str], str]
"""Gives the address of a reference's entry in the list of references, seen from the page being made."""


def linked_pieces(pieces: Iterable[Piece], items: tuple[CitedItem, ...], link: ReferenceLink) -> Iterator[Piece]:
    """Yield the printed pieces, the words of each source linked to its entry in the list of references.

    An author-date style says which words are whose. In a note semicolons part the sources; where there are more of
    them than that, the words stay unlinked.
    """
    printed = tuple(pieces)
    semicolons = sum(piece.text.count("; ") for piece in printed if not piece.url)
    told_apart = semicolons == len(items) - 1
    index = 0
    for piece in printed:
        if piece.url.startswith("#ref-"):
            yield replace(piece, url=link(piece.url.removeprefix("#ref-")))
        elif piece.url or not told_apart:
            yield piece
        else:
            for number, words in enumerate(piece.text.split("; ")):
                if number:
                    index += 1
                    yield Piece("; ")
                says_something = any(sign.isalnum() for sign in words)
                yield replace(piece, text=words, url=link(items[index].key) if says_something else "")


def pieces_into(parent: Element, pieces: Iterable[Piece]) -> None:
    """Append the pieces of a printed citation to an element, neighbours of one address in one link."""
    for url, group in groupby(pieces, key=lambda piece: piece.url):
        holder = parent
        if url:
            holder = SubElement(parent, "a", {"href": url} if "://" in url else {"class": "pb-source", "href": url})
        for piece in group:
            _write(holder, piece)


def _write(parent: Element, piece: Piece) -> None:
    tags: list[tuple[str, dict[str, str]]] = [("cite", {})] * piece.italic + [
        ("span", {"class": "pb-small-caps"})
    ] * piece.small_caps
    if piece.language:
        tags = tags or [("span", {})]
        tags[0][1]["lang"] = piece.language
    for tag, attributes in tags:
        parent = SubElement(parent, tag, attributes)
    if tags:
        parent.text = AtomicString(piece.text)
    else:
        append_text(parent, piece.text)


def append_text(parent: Element, text: str) -> None:
    """Append text behind all that the element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
