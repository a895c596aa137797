"""How much of the notes beside the text fits there, computed from their length when a page is made.

Notes are in the second column of their paragraph's row. If they are taller, they extend beside the next paragraphs
without notes; if even that is not enough, they are cut, and open on hover. Because this is computed here, nothing moves
after the page is shown, and no script is needed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil

from ..model.blocks import Block, Heading, Node, TableRow, TextBlock, walk
from ..model.document import Citable, Document, Note
from ..model.inlines import InlineCode, InTextCitation, Link, Name, Picture, SourceWords, Text, Unlinked
from .source_facts import Badge

_TEXT_LINE, _NOTE_LINE = 31, 20
"""Heights in pixels."""
_TEXT_LETTERS, _NOTE_LETTERS = 62, 36
"""Characters in a line, slightly fewer than fit."""
_BETWEEN = 18
_BETWEEN_NOTES = 7
_HEADING, _PICTURE, _ROW = 70, 200, 36
_TOLERANCE = 12
"""How much a row may grow: less than a line."""
_MOST_ROWS = 4
_FEWEST_LINES, _MOST_LINES = 3, 9
_ADDRESS = len("link")
"""The visible part of a web address."""
_SHAPE = 3
"""The width of a badge's shape and the space before it, in characters."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """Notes that are together, and the heights of the free rows beside them."""

    notes: tuple[Note, ...]
    rows: tuple[int, ...]


def note_room(document: Document, badges: Mapping[str, Badge] | None = None) -> Mapping[int, str]:
    """Return the classes of each group of notes, by the number of its first note.

    `badges` are those of the sources, by id. Quoted passages are shown on hover.
    """
    notes = {note.number: note for note in document.notes}
    return {group.notes[0].number: _classes(group, badges or {}) for group in _groups(document, notes)}


def _groups(document: Document, notes: Mapping[int, Note]) -> Iterator[_Beside]:
    """Yield the groups in the order of the page; each has the rows up to the next."""
    group: _Beside | None = None
    for blocks, numbers in _rows(document):
        heights = tuple(_height(block) for block in blocks)
        if numbers:
            if group:
                # The rows above the last block of a part belong to the previous notes.
                yield replace(group, rows=(*group.rows, *heights[:-1]))
            group = _Beside(tuple(notes[number] for number in numbers), heights[-1:])
        elif group:
            group = replace(group, rows=(*group.rows, *heights))
    if group:
        yield group


def _rows(document: Document) -> Iterator[tuple[tuple[Block, ...], tuple[int, ...]]]:
    """Yield what is in the first column, with the notes that follow it."""
    for section in document.sections:
        waiting = section.notes
        if section.heading:
            yield (section.heading,), ()
        for part in section.parts:
            blocks = part.blocks if isinstance(part, Citable) else (part.block,)
            yield blocks, (*waiting, *part.notes)
            waiting = ()
        if waiting and section.heading:
            yield (section.heading,), waiting


def _classes(group: _Beside, badges: Mapping[str, Badge]) -> str:
    lines = [max(ceil(_letters_with_badges(note, badges) / _NOTE_LETTERS), 1) for note in group.notes]
    for count in range(1, min(len(group.rows), _MOST_ROWS) + 1):
        if _needed(lines, _MOST_LINES**2) <= _room(group, count):
            return f"pb-rows-{count}" if count > 1 else ""
    count = min(len(group.rows), _MOST_ROWS)
    most = max(
        (cut for cut in range(_FEWEST_LINES, _MOST_LINES + 1) if _needed(lines, cut) <= _room(group, count)),
        default=_FEWEST_LINES,
    )
    return f"pb-rows-{count} pb-lines-{most}" if count > 1 else f"pb-lines-{most}"


def _needed(lines: Iterable[int], most: int) -> int:
    return sum(min(each, most) * _NOTE_LINE + _BETWEEN_NOTES for each in lines)


def _room(group: _Beside, count: int) -> int:
    return sum(group.rows[:count]) + _TOLERANCE


def _height(block: Block) -> int:
    """Return the approximate height of a block, rather too little than too much."""
    if isinstance(block, Heading):
        return _HEADING
    if isinstance(block, TextBlock):
        return ceil(_letters((block,)) / _TEXT_LETTERS) * _TEXT_LINE + _BETWEEN
    nodes = list(walk(block))
    rows = sum(isinstance(node, TableRow) for node in nodes)
    if rows:
        return rows * _ROW
    pictures = sum(isinstance(node, Picture) for node in nodes)
    return pictures * _PICTURE + ceil(_letters((block,)) / _TEXT_LETTERS) * _TEXT_LINE + _BETWEEN


def _letters_with_badges(note: Note, badges: Mapping[str, Badge]) -> int:
    shown = (badges[item.key] for item in note.items if item.key in badges)
    return _letters(note.blocks) + sum(len(badge.label) + _SHAPE for badge in shown)


def _letters(nodes: Iterable[Node]) -> int:
    return sum(_shown(inner) for node in nodes for inner in walk(node))


def _shown(node: Node) -> int:
    """Return how many characters of a node are shown, without those of nested nodes."""
    if isinstance(node, SourceWords | InTextCitation):
        return sum(_ADDRESS if piece.text.startswith("http") else len(piece.text) for piece in node.pieces)
    if isinstance(node, Link):
        return 0
    return len(node.text) if isinstance(node, Text | Name | Unlinked | InlineCode) else 0
