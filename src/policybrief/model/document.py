"""A chapter as a tree: what a policy paper consists of, whatever it is written to.

Writers walk the tree; a web page is one of the things it becomes. Its lines are in `inlines`, its blocks in `blocks`.
`at` is where a part begins in the chapter's body, in characters; `Document.place` gives file, line and column of it.
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
    """One or more blocks that are cited together: a paragraph with the lists that belong to it, a table, a figure."""

    blocks: tuple[Block, ...]
    written: str
    """The text before any inline markup was read: what the ledger knows a paragraph by."""
    at: int
    allowed: tuple[str, ...] = ()
    """The rules from which the author excuses it: `{: .allow-uncited-claim }`."""
    id: str = ""
    """Its permanent id, once it is settled."""
    number: str = ""
    """`2.14`"""
    notes: tuple[int, ...] = ()
    """The numbers of the notes that are called here first."""
    merged: tuple[str, ...] = ()
    """The ids of paragraphs that became part of this one."""
    gone: tuple[Tombstone, ...] = ()
    """The paragraphs that are gone and have their nearest surviving place here."""


@dataclass(frozen=True, slots=True)
class Uncited:
    """A block without number and id: code, a rule, a table of contents."""

    block: Block
    at: int
    notes: tuple[int, ...] = ()
    """The numbers of the notes that are called here first."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it, up to the next heading of any level."""

    anchor: str
    """The id of the heading; empty for what comes before the first one."""
    title: str
    """What it is called in lists of sections: the words of the heading, or others that the author gives."""
    level: int
    """1 to 6; 1 for what comes before the first heading."""
    heading: Heading | None = None
    parts: tuple[Citable | Uncited, ...] = ()
    listed: bool = True
    """Whether it is in the page's table of contents."""
    notes: tuple[int, ...] = ()
    """The numbers of the notes that the heading calls first."""
    at: int = 0
    """Where the heading begins."""


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
    """How often the text calls it."""
    items: tuple[CitedItem, ...] = ()
    """What it cites."""
    authors_own: bool = False
    """Whether the author wrote it as a footnote, rather than a citation."""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """A chapter, read once."""

    chapter: Chapter
    label: str = ""
    """What makes the ids of its notes differ from those of other chapters."""
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    """In the order of their numbers."""
    footnotes: tuple[Footnote, ...] = ()
    """The author's footnotes, until the notes are numbered."""

    def place(self, at: int) -> Place:
        """Return file, line and column of a place in the body."""
        return source_of(self.chapter).place(at)

    def citables(self) -> Iterator[Citable]:
        """Yield what can be cited, in order."""
        return (part for section in self.sections for part in section.parts if isinstance(part, Citable))

    def roots(self) -> Iterator[Node]:
        """Yield the headings and top-level blocks in order, without the notes."""
        for section in self.sections:
            if section.heading:
                yield section.heading
            for part in section.parts:
                yield from part.blocks if isinstance(part, Citable) else (part.block,)


def note_call_id(document: Document, call: NoteCall) -> str:
    """Return the id of the place that calls a note, unique in the brief."""
    again = f"-{call.ordinal}" if call.ordinal > 1 else ""
    return f"r-{document.label}-{call.note}{again}"
