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
_APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True, slots=True)
class ForeignTitle:
    """A title as a source has it, and its language."""

    words: re.Pattern[str]
    """Finds it, in full or in short, as a style may set it."""
    language: str


def foreign_title(reference: Reference, home: str) -> ForeignTitle | None:
    """Return the title of a source in another language than `home`; None for one at home or put into words by us.

    Words in brackets are of the brief: a description in place of a title, a translation after it.
    """
    if not is_foreign(reference.language, home):
        return None
    forms = (reference.title, str(reference.fields.get("title-short", "")))
    own = [_APOSTROPHE.sub("['’]", re.escape(form)) for form in (_EXPLAINED.sub("", form) for form in forms) if form]
    return ForeignTitle(re.compile("|".join(own)), reference.language) if own else None


def in_their_languages(pieces: Iterable[Piece], titles: Iterable[ForeignTitle]) -> Iterator[Piece]:
    """Yield printed pieces so that each of the titles is a piece of its own, which knows its language."""
    found = tuple(pieces)
    for title in titles:
        found = tuple(part for piece in found for part in _apart(piece, title))
    yield from found


def _apart(piece: Piece, title: ForeignTitle) -> Iterator[Piece]:
    match = None if piece.language or piece.text == piece.url else title.words.search(piece.text)
    if match is None:
        yield piece
        return
    parts = ((piece.text[: match.start()], ""), (match[0], title.language), (piece.text[match.end() :], ""))
    yield from (replace(piece, text=text, language=language) for text, language in parts if text)
