"""The links in a finished chapter, and the targets in it."""

import re
from collections.abc import Iterator

from .blocks import CodeBlock, Heading, Node, RawBlock, walk
from .document import Citable, Document, Section, note_call_id
from .inlines import InlineCode, Link, NoteCall, Picture, Raw, attribute
from .knowledge import FoundLink

_ID = re.compile(r'\sid="([^"]+)"')
"""As extensions write it."""


def ids_in(document: Document) -> Iterator[str]:
    """Yield the ids of a finished chapter in page order; a duplicate id is yielded twice."""
    for section in document.sections:
        yield from _ids_of_section(section, document)
    for note in document.notes:
        yield note.id
        for block in note.blocks:
            yield from _ids_within(block, document)


def links_in(document: Document) -> tuple[FoundLink, ...]:
    """Return the links and pictures of a chapter, each with its place."""
    roots = (*document.roots(), *(block for note in document.notes for block in note.blocks))
    nodes = (node for root in roots for node in walk(root))
    return tuple(
        FoundLink(node.target, document.place(node.at), isinstance(node, Picture))
        for node in nodes
        if isinstance(node, Link) or (isinstance(node, Picture) and node.target)
    )


def groups_in(document: Document) -> Iterator[str]:
    """Yield the names that group radio buttons of a chapter, such as those of tabs."""
    roots = (*document.roots(), *(block for note in document.notes for block in note.blocks))
    nodes = (node for root in roots for node in walk(root))
    return (name for node in nodes if (name := attribute(getattr(node, "attributes", ()), "name")))


def _ids_of_section(section: Section, document: Document) -> Iterator[str]:
    if section.heading:
        yield from _ids_within(section.heading, document)
    for part in section.parts:
        if isinstance(part, Citable):
            yield from (part.id, *part.merged, *(tombstone.id for tombstone in part.gone))
            own = (own for block in part.blocks for own in _ids_within(block, document))
            yield from (own_id for own_id in own if own_id != part.id)
        else:
            yield from _ids_within(part.block, document)


def _ids_within(root: Node, document: Document) -> Iterator[str]:
    for node in walk(root):
        if isinstance(node, NoteCall):
            yield note_call_id(document, node)
        elif isinstance(node, Heading) and node.anchor:
            yield node.anchor
        elif own := attribute(getattr(node, "attributes", ()), "id"):
            yield own
        if isinstance(node, (CodeBlock, InlineCode, Raw, RawBlock)):
            yield from _ID.findall(node.html)
