"""Pandoc's document tree as JSON (https://hackage.haskell.org/package/pandoc-types), as far as citations use it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...model.citing import Piece

Node = Mapping[str, Any]
"""An element: `t` names its type, `c` holds what is in it."""

_PLAIN = Piece("")
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


def divisions(blocks: Iterable[Node]) -> dict[str, list[Node]]:
    """Return the contents of all divisions that have an id, those in notes among them, by id, in order."""
    found: dict[str, list[Node]] = {}
    for block in blocks:
        if block["t"] == "Div":
            (identifier, _, _), inside = block["c"]
            if identifier:
                found[identifier] = inside
            found.update(divisions(inside))
        elif block["t"] in ("Para", "Plain"):
            for note in _notes(block):
                found.update(divisions(note))
    return found


def pieces_of(blocks: Iterable[Node]) -> tuple[Piece, ...]:
    """Return the words of the blocks, notes left out, pieces of one type joined."""
    return _joined(piece for block in blocks for piece in _walk(block, _PLAIN))


def notes_in(blocks: Iterable[Node]) -> list[tuple[Piece, ...]]:
    """Return the words of each note in the blocks, in order."""
    return [pieces_of(note) for block in blocks for note in _notes(block)]


def _walk(node: Node, style: Piece) -> Iterator[Piece]:
    kind: str = node["t"]
    inside: Any = node.get("c")
    if kind == "Str":
        yield replace(style, text=inside)
    elif kind in ("Space", "SoftBreak", "LineBreak"):
        yield replace(style, text=" ")
    elif kind in ("Code", "RawInline", "Math"):
        yield replace(style, text=inside[1])
    elif kind == "Quoted":
        opening, closing = _QUOTES[inside[0]["t"]]
        yield replace(style, text=opening)
        yield from _walk_all(inside[1], style)
        yield replace(style, text=closing)
    else:
        yield from _walk_all(_inside(kind, inside), _styled(kind, inside, style))


def _walk_all(nodes: Iterable[Node], style: Piece) -> Iterator[Piece]:
    for node in nodes:
        yield from _walk(node, style)


def _inside(kind: str, inside: Any) -> list[Node]:
    if kind == "Note":
        return []
    if kind in ("Emph", "Strong", "SmallCaps", "Superscript", "Subscript", "Strikeout", "Underline", "Para", "Plain"):
        return list(inside)
    # Div, Span, Link and Cite carry their attributes or citations first.
    return list(inside[1]) if kind in ("Div", "Span", "Link", "Cite") else []


def _styled(kind: str, inside: Any, style: Piece) -> Piece:
    if kind == "Emph":
        # Emphasis within emphasis is upright.
        return replace(style, italic=not style.italic)
    if kind == "SmallCaps" or (kind == "Span" and "smallcaps" in inside[0][1]):
        return replace(style, small_caps=True)
    if kind == "Link":
        return replace(style, url=inside[2][0])
    if kind == "Span" and "nodecor" in inside[0][1]:
        return replace(style, italic=False)
    return style


def _notes(node: Node) -> Iterator[list[Node]]:
    kind: str = node["t"]
    inside: Any = node.get("c")
    if kind == "Note":
        yield inside
    elif kind == "Quoted":
        for child in inside[1]:
            yield from _notes(child)
    elif isinstance(inside, list):
        for child in _inside(kind, inside):
            yield from _notes(child)


def _joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and replace(joined[-1], text=piece.text) == piece:
            joined[-1] = replace(piece, text=joined[-1].text + piece.text)
        else:
            joined.append(piece)
    return tuple(piece for piece in joined if piece.text)
