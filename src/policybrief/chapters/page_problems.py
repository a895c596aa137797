"""What is wrong with a page once it is read: brackets that stand for nothing, notes that nothing calls."""

import re
from collections.abc import Iterable, Iterator

from ..model.document import Document, Footnote
from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Place, Problem
from .text import BlockText

_UNDEFINED = re.compile(
    r"\[\^(?P<note>[^\[\]\s]+)\]"
    r"|\[[^\[\]]+\]\[(?P<link>[^\[\]]*)\]"
    r"|(?P<mark>\[\[[^\[\]\n]{0,60}|[^\[\]\n]{0,60}\]\])"
)

MOST_UNDEFINED = 3 * MOST_ON_A_PAGE
"""Brackets in a page that stand for nothing, of three sorts."""


def never_called(notes: Iterable[Footnote], document: Document) -> Iterator[Problem]:
    """Yield the footnotes that nothing calls."""
    for note in notes:
        message = f"nothing calls the note '[^{note.label}]'"
        yield Problem(Code.UNUSED_NOTE, document.place(note.at), message, f"write [^{note.label}] where it belongs")


def undefined_marks(blocks: Iterable[BlockText], source: Source) -> Iterator[Problem]:
    """Yield the notes and reference links of the blocks that are defined nowhere, and so stand there as brackets."""
    seen: set[str] = set()
    for block in blocks:
        for match in _UNDEFINED.finditer(block.searchable()):
            # Equal words are found at the same place.
            if match[0] not in seen and len(seen) < MOST_UNDEFINED:
                seen.add(match[0])
                yield _undefined_problem(match, source.place_of(match[0]))


def _undefined_problem(match: re.Match[str], place: Place) -> Problem:
    if match["note"]:
        message = f"there is no note '[^{match['note']}]:' in this chapter"
        return Problem(Code.UNDEFINED_NOTE, place, message, "write the note, or take the mark out")
    if match["mark"]:
        message = f"brackets that mark no name: {match[0].strip()}"
        hint = "write [[id]] or [[id|words]] on one line, and in a table [[id\\|words]]"
        return Problem(Code.BROKEN_MARK, place, message, hint)
    message = f"the reference link {match[0]} has no definition"
    hint = "add a line '[label]: address', or write '[words](address)'"
    return Problem(Code.UNDEFINED_LINK, place, message, hint)
