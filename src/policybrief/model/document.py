"""A chapter as a tree: the content of a policy paper, independent of its output format.

Writers walk the tree; web pages are one of several formats. Its lines are in `inlines`, its blocks in `blocks`. `at` is
the position of a part in the chapter's body, in characters; `Document.place` gives its file, line and column.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .blocks import Block, Heading, Node
from .brief import Chapter
from .citing import CitedItem
from .inlines import NoteCall
from .ledger import Tombstone
from .places import source_of
from .problems import Place


@dataclass(frozen=True, slots=True)
class Citable:
    """One or more blocks that are cited together: a paragraph with its lists, a table, a figure."""

    blocks: tuple[Block, ...]
    written: str
    """The text before inline markup was read, by which the ledger recognises the paragraph."""
    at: int
    allowed: tuple[str, ...] = ()
    """The rules from which the author exempts it: `{: .allow-uncited-claim }`."""
    id: str = ""
    """Its permanent id, once decided."""
    number: str = ""
    """`2.14`"""
    notes: tuple[int, ...] = ()
    """The numbers of the notes first called here."""
    merged: tuple[str, ...] = ()
    """The ids of paragraphs that were merged into it."""
    gone: tuple[Tombstone, ...] = ()
    """The ids of removed paragraphs whose nearest remaining place is here."""


@dataclass(frozen=True, slots=True)
class Uncited:
    """A block without a number and an id: code, a rule, a table of contents."""

    block: Block
    at: int
    notes: tuple[int, ...] = ()
    """The numbers of the notes first called here."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it, up to the next heading of any level."""

    anchor: str
    """The id of the heading; empty for the text before the first one."""
    title: str
    """Its title in lists of sections: the words of the heading, or others that the author gives."""
    level: int
    """1 to 6; 1 for the text before the first heading."""
    heading: Heading | None = None
    parts: tuple[Citable | Uncited, ...] = ()
    listed: bool = True
    """Whether it is in the page's table of contents."""
    notes: tuple[int, ...] = ()
    """The numbers of the notes first called in the heading."""
    at: int = 0
    """The position of the heading."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note as the author wrote it, until the notes are numbered."""

    label: str
    blocks: tuple[Block, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a chapter."""

    number: int
    id: str
    """The element's id in its page, unique in the brief."""
    blocks: tuple[Block, ...]
    calls: int
    """The number of its references in the text."""
    items: tuple[CitedItem, ...] = ()
    """The citations in it."""
    authors_own: bool = False
    """Whether it is the author's footnote rather than a citation."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A chapter, read once."""

    chapter: Chapter
    label: str = ""
    """A prefix that makes the ids of its notes unique in the brief."""
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    """In the order of their numbers."""
    footnotes: tuple[Footnote, ...] = ()
    """The author's footnotes, until the notes are numbered."""

    def place(self, at: int) -> Place:
        """Return file, line and column of a place in the body."""
        return source_of(self.chapter).place(at)

    def citables(self) -> Iterator[Citable]:
        """Yield the citable blocks, in order."""
        return (part for section in self.sections for part in section.parts if isinstance(part, Citable))

    def roots(self) -> Iterator[Node]:
        """Yield the headings and top-level blocks in order, without the notes."""
        for section in self.sections:
            if section.heading:
                yield section.heading
            for part in section.parts:
                yield from part.blocks if isinstance(part, Citable) else (part.block,)


def note_call_id(document: Document, call: NoteCall) -> str:
    """Return the id of the place that refers to a note, unique in the brief."""
    again = f"-{call.ordinal}" if call.ordinal > 1 else ""
    return f"r-{document.label}-{call.note}{again}"
