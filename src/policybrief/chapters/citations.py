"""Citations in the text: read with the other inline markup, and gathered from the tree in reading order.

The syntax is Pandoc's (https://pandoc.org/MANUAL.html#citation-syntax): `[@key, p. 4; see also @key2]`, `@key` in the
sentence, `[-@key]` without the author.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from ..model.blocks import Node, walk
from ..model.citing import CitedItem, Cluster, Piece, PrintedCluster
from ..model.document import Document
from ..model.inlines import CitationMark, NoteMark
from .citation_syntax import ANY_KEY, CitationFault, read_citation
from .titles import ForeignTitle

_AT_KEY = rf"(?<![\w@])-?@{ANY_KEY}"
# After the brackets of a link comes its address or its label; a note's call or another citation is neither.
_NO_LINK = r"(?!\(|\[(?!\^|[^\[\]]*@))"
# Brackets within those of a citation are words: `[@key, p. 4 [sic]]`.
IN_BRACKETS = rf"\[(?=[^\[\]]*{_AT_KEY})(?:[^\[\]]|\[(?!\^)[^\[\]]*\](?![(\[]))+\]{_NO_LINK}"
# When the tree is searched, an escaped bracket has become a stand-in that ends in \x03.
_ALONE = rf"(?<![\w@.\[/\x03]){_AT_KEY}"
IN_SENTENCE = rf"{_ALONE}(?:\s\[(?!\^|[^\[\]]*@)[^\[\]]+\]{_NO_LINK})?"
SEVERAL_IN_SENTENCE = rf"{_ALONE}\s\[(?!\^)[^\[\]@;]*;[^\[\]]*{_AT_KEY}[^\[\]]*\]{_NO_LINK}"
"""One in the sentence, and more in the brackets after it: `@key [p. 4; @key2]`."""
_ESCAPED = re.compile("\x02(\\d+)\x03")
"""How Python-Markdown keeps an escaped character."""

CITATION_TAG = "pb-citation"
"""A citation in the element tree, where it has no text: the id of a heading is made of that."""

IN_BRACKETS_PRIORITY = 178
"""After code and escapes, before links and footnotes, which brackets also open."""
IN_SENTENCE_PRIORITY = 105
"""After links and addresses, in which an `@` cites nothing."""


class CitationProcessor(InlineProcessor):
    """Turns each citation into an element with its source text."""

    ANCESTOR_EXCLUDES = ("a",)
    """No citation within the text of a link, because links cannot be nested."""

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        # Code in the words has already been read and replaced by a placeholder.
        words = _ESCAPED.sub(lambda escaped: f"\\{chr(int(escaped[1]))}", self.unescape(m[0]))
        return Element(CITATION_TAG, {"written": m[0], "words": words}), m.start(0), m.end(0)


def register_citations(md: Markdown) -> None:
    """Register the forms of a citation with an instance of Markdown, and `\\@` for a sign that cites nothing."""
    md.ESCAPED_CHARS.append("@")
    several = CitationProcessor(SEVERAL_IN_SENTENCE, md)
    md.inlinePatterns.register(several, "pb-cite-several", IN_BRACKETS_PRIORITY + 1)
    md.inlinePatterns.register(CitationProcessor(IN_BRACKETS, md), "pb-cite", IN_BRACKETS_PRIORITY)
    md.inlinePatterns.register(CitationProcessor(IN_SENTENCE, md), "pb-cite-in-sentence", IN_SENTENCE_PRIORITY)


@dataclass(frozen=True, slots=True)
class PrintedCitation:
    """A citation of a chapter with its printed form."""

    cluster: Cluster
    printed: PrintedCluster
    titles: tuple[ForeignTitle, ...] = ()
    """The titles of its sources that are in another language than the brief's."""

    @property
    def items(self) -> tuple[CitedItem, ...]:
        return self.cluster.items


@dataclass(frozen=True, slots=True)
class CitedInText:
    """A citation of a chapter, in the order in which a reader meets it."""

    cluster: Cluster
    ordinal: int | None
    """Which of the tree's citations it is; None for a footnote without any, which takes a number all the same."""
    faults: tuple[CitationFault, ...] = ()
    """Faults that would lose something; a citation with faults is not printed."""


def citations_of(document: Document, language: str = "en") -> tuple[CitedInText, ...]:
    """Return the citations of a chapter in reading order: those of a footnote at its first reference.

    `language` is the brief's: its words for pages, chapters and articles come first.
    """
    found: list[CitedInText] = []
    notes = {note.label: note for note in document.footnotes}
    waiting = dict(notes)
    for root in document.roots():
        for node in walk(root):
            if isinstance(node, CitationMark):
                found.append(_cited(node, "", language))
            elif isinstance(node, NoteMark) and (note := waiting.pop(node.label, None)):
                found += tuple(_in_note(note.blocks, note.label, language)) or (
                    CitedInText(Cluster("", (), 0, note.label), None),
                )
    for note in waiting.values():
        found += _in_note(note.blocks, note.label, language)
    return tuple(found)


def _in_note(nodes: Iterable[Node], label: str, language: str) -> Iterator[CitedInText]:
    for root in nodes:
        yield from (_cited(node, label, language) for node in walk(root) if isinstance(node, CitationMark))


def _cited(mark: CitationMark, note: str, language: str) -> CitedInText:
    written = one_line(mark.written)
    read = read_citation(written, language)
    return CitedInText(Cluster(written, read.items, mark.at, note, read.settled), mark.ordinal, read.faults)


def one_line(written: str) -> str:
    """Return a cluster without line breaks."""
    return " ".join(written.split())


def linked_pieces(pieces: Iterable[Piece], items: tuple[CitedItem, ...]) -> Iterator[Piece]:
    """Yield the printed pieces, with the words of each source linked to its entry in the list of references:
    `#ref-key`.

    An author-date style marks whose words are whose. In a note, semicolons separate the sources; if there are more
    semicolons than sources, the words stay unlinked.
    """
    printed = tuple(pieces)
    semicolons = sum(piece.text.count("; ") for piece in printed if not piece.url)
    told_apart = semicolons == len(items) - 1
    index = 0
    for piece in printed:
        if piece.url or not told_apart:
            yield piece
        else:
            for number, words in enumerate(piece.text.split("; ")):
                if number:
                    index += 1
                    yield Piece("; ")
                says_something = any(sign.isalnum() for sign in words)
                yield replace(piece, text=words, url=f"#ref-{items[index].key}" if says_something else "")
