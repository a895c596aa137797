"""Dates for machines, text without markup, titles with numbers."""

from collections.abc import Iterable

from ..model.brief import Chapter
from ..model.dates import Date
from ..model.knowledge import Inline


def machine_date(date: Date) -> str:
    """Return the value of a `datetime` attribute: `1994`, `1994-05`, `1994-05-12`."""
    parts = [f"{date.year:04}", *(f"{part:02}" for part in (date.month, date.day) if part is not None)]
    return "-".join(parts)


def plain(pieces: Iterable[Inline]) -> str:
    """Return inline text without its emphasis and links."""
    return "".join(piece.text for piece in pieces)


def chapter_title(chapter: Chapter) -> str:
    """Return the chapter's title, with its number if it is numeric."""
    return f"{chapter.number}. {chapter.title}" if chapter.number.isdigit() else chapter.title
