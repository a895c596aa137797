"""Trees made again with some of their words replaced; what is not touched stays the same object."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar, cast

from ..model.blocks import Node, child_fields
from ..model.document import Citable, Document
from ..model.inlines import Inline

OnLine = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
"""Takes a line of the tree, and returns its replacement.

It calls `rewritten` for what it keeps, so that it meets the lines within in reading order.
"""

_N = TypeVar("_N", bound=Node)
_LINES = frozenset(("inlines", "title"))


def rewritten(node: _N, on_line: OnLine) -> _N:
    """Return a node with every line in it rewritten."""
    changed: dict[str, tuple[Node, ...]] = {}
    for name in child_fields(node):
        before = getattr(node, name)
        after = on_line(before) if name in _LINES else all_rewritten(before, on_line)
        if after is not before:
            changed[name] = after
    return replace(node, **changed) if changed else node  # type: ignore[arg-type]


def all_rewritten(nodes: tuple[_N, ...], on_line: OnLine) -> tuple[_N, ...]:
    """Return the nodes with every line in them rewritten; the same tuple when nothing changed."""
    after = tuple(rewritten(node, on_line) for node in nodes)
    return nodes if all(old is new for old, new in zip(nodes, after, strict=True)) else after


def document_rewritten(document: Document, on_line: OnLine) -> Document:
    """Return a document with every line in its sections and its notes rewritten."""
    sections = tuple(
        replace(
            section,
            heading=rewritten(section.heading, on_line) if section.heading else None,
            parts=tuple(
                replace(part, blocks=all_rewritten(part.blocks, on_line))
                if isinstance(part, Citable)
                else replace(part, block=rewritten(part.block, on_line))
                for part in section.parts
            ),
        )
        for section in document.sections
    )
    notes = tuple(replace(note, blocks=all_rewritten(note.blocks, on_line)) for note in document.footnotes)
    return replace(document, sections=sections, footnotes=notes)


def exchanged(nodes: tuple[_N, ...], new: Mapping[int, Node]) -> tuple[_N, ...]:
    """Return the nodes with some of those within them exchanged: `new` gives by identity what takes their place."""
    after = tuple(_exchanged(node, new) for node in nodes)
    return nodes if all(old is made for old, made in zip(nodes, after, strict=True)) else after


def _exchanged(node: _N, new: Mapping[int, Node]) -> _N:
    if (found := new.get(id(node))) is not None:
        return cast(_N, found)
    changed = {}
    for name in child_fields(node):
        before = getattr(node, name)
        after = exchanged(before, new)
        if after is not before:
            changed[name] = after
    return replace(node, **changed) if changed else node  # type: ignore[arg-type]
