"""Titles in another language than the brief's, told apart in what a style prints, so that they are read out as theirs.

Only the title: a date, `accessed` and the words in brackets around it are the brief's own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..model.brief import Reference
from ..model.citing import Piece
from ..model.glossary import is_foreign

_EXPLAINED = re.compile(r"\s*\[[^]]*\]\s*$")


@dataclass(frozen=True, slots=True)
class ForeignTitle:
    """A title as a source has it, and its language."""

    forms: tuple[str, ...]
    """In full and in short, with straight apostrophes; a style may curl them."""
    language: str


def foreign_title(reference: Reference, home: str) -> ForeignTitle | None:
    """Return the title of a source in another language than `home`; None for one at home or put into words by us.

    Words in brackets are of the brief: a description in place of a title, a translation after it.
    """
    if not is_foreign(reference.language, home):
        return None
    forms = (reference.title, str(reference.fields.get("title-short", "")))
    own = tuple(_straight(form) for form in (_EXPLAINED.sub("", form) for form in forms) if form)
    return ForeignTitle(own, reference.language) if own else None


def in_their_languages(pieces: Iterable[Piece], titles: Iterable[ForeignTitle]) -> Iterator[Piece]:
    """Yield printed pieces so that each of the titles is a piece of its own, which knows its language."""
    found = tuple(pieces)
    for title in titles:
        found = tuple(part for piece in found for part in _apart(piece, title))
    yield from found


def _apart(piece: Piece, title: ForeignTitle) -> Iterator[Piece]:
    start, end = (0, 0) if piece.language or piece.text == piece.url else _found(_straight(piece.text), title.forms)
    if start == end:
        yield piece
        return
    parts = ((piece.text[:start], ""), (piece.text[start:end], title.language), (piece.text[end:], ""))
    yield from (replace(piece, text=text, language=language) for text, language in parts if text)


def _found(text: str, forms: Iterable[str]) -> tuple[int, int]:
    """Return where the first of the forms in the text begins and ends, of two at one place the one named first."""
    found = [(start, form) for form in forms if (start := text.find(form)) >= 0]
    if not found:
        return 0, 0
    start, form = min(found, key=lambda each: each[0])
    return start, start + len(form)


def _straight(text: str) -> str:
    """Return the text with straight apostrophes, as many characters as before."""
    return text.replace("’", "'")
