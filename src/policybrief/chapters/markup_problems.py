"""Markup of a page that could not be read as intended, each at its place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ..model.blocks import Node, walk
from ..model.document import Document
from ..model.inlines import CitationMark, InlineCode, NameMark, NoteMark
from ..model.knowledge import Extent
from ..model.places import Source
from ..model.problems import Code, Place, Problem
from .dialect.level import Remark
from .formula_reading import FaultyFormula
from .text import plain_text

_NO_WORDS = re.compile(r"(?m)^ {0,3}#{1,6}(?:[ \t]+#*)?[ \t]*$")
_RUN = re.compile(r"r [\w(\"'.]|\{(?:r|python|julia|ojs|eval)\} ?\S")
"""The beginnings of inline code that a program would run."""
_MARKS = (CitationMark, NameMark, NoteMark)


def remarks_placed(remarks: Iterable[Remark], source: Source) -> Iterator[Problem]:
    """Yield the remarks of the line reader."""
    starts = [0]
    for line in source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    for remark in remarks:
        start = starts[min(remark.line, len(starts) - 1)]
        at = source.text.find(remark.written, start)
        # A plugin or an extension may have put lines before it.
        at = at if at >= 0 else source.text.find(remark.written)
        yield Problem(Code.UNREAD_MARKUP, source.place(max(at, 0)), remark.message, remark.hint)


def crowded_rows(rows: Iterable[str], source: Source) -> Iterator[Problem]:
    """Yield the table rows with more cells than the header."""
    start = 0
    for row in rows:
        at = source.text.find(row, start)
        start = at + 1
        message = f"this row has more cells than the header of its table: '{' '.join(row.split())[:60]}'"
        hint = "give the header as many cells, or put a backslash before a literal bar: \\|"
        yield Problem(Code.CROWDED_ROW, source.place(max(at, 0)), message, hint)


def faulty_formulas(formulas: Iterable[FaultyFormula], source: Source) -> Iterator[Problem]:
    """Yield the formulas that cannot be read."""
    for formula in formulas:
        message = f"the formula '{' '.join(formula.source.split())[:60]}' cannot be read: {formula.reason}"
        hint = "correct it, write it as code, or put a backslash before each '$' that means money"
        yield Problem(Code.BAD_FORMULA, source.place(formula.at), message, hint)


def second_titles(document: Document) -> Iterator[Problem]:
    """Yield the first-level headings other than the title of the chapter."""
    title = " ".join(document.chapter.title.split())
    for section in document.sections:
        heading = section.heading
        if heading is None or any(isinstance(node, _MARKS) for node in walk(heading)):
            # The title may contain citations and notes, and then stays in the text.
            continue
        words = " ".join(plain_text((heading,)).split())
        if section.level == 1 and words and words != title:
            message = f"the heading '{words}' has the same level as the title of the chapter"
            yield Problem(Code.UNREAD_MARKUP, document.place(section.at), message, "begin with '##'")


def headings_without_words(source: Source, code: Iterable[Extent]) -> Iterator[Problem]:
    """Yield the headings without text; `code` is where the source has code."""
    extents = tuple(code)
    for match in _NO_WORDS.finditer(source.text):
        if not any(extent.start <= match.start() < extent.end for extent in extents):
            hint = "write its text after the marker, or remove it"
            yield Problem(Code.UNREAD_MARKUP, source.place(match.start()), "a heading without text", hint)


def code_to_run(document: Document, source: Source) -> Iterator[Problem]:
    """Yield the inline code that knitr, Quarto or MyST would run and replace with the result."""
    nodes = (node for root in (*document.roots(), *_of_notes(document)) for node in walk(root))
    at: Counter[str] = Counter()
    for written in (f"`{node.text}`" for node in nodes if isinstance(node, InlineCode) and _RUN.match(node.text)):
        message = f"{written[:60]} is printed as code: nothing in a chapter is run"
        place = source.place_of(written, occurrence=at[written])
        at[written] += 1
        yield Problem(Code.UNREAD_MARKUP, place, message, "write the result instead")


def _of_notes(document: Document) -> Iterator[Node]:
    return (block for note in document.footnotes for block in note.blocks)


def is_slashes(source: Source, place: Place) -> bool:
    """Tell whether a line opens or closes a block with slashes."""
    return source.text.split("\n")[place.line - source.first_line].lstrip(" >").startswith("///")


def last_opening(source: Source, place: Place) -> int:
    """Return the number of the last line, up to a place, that opens a block with slashes."""
    lines = source.text.split("\n")[: place.line - source.first_line + 1]
    opening = (number for number, line in enumerate(lines) if line.lstrip(" >").rstrip("/ ").startswith("///"))
    return source.first_line + max(opening, default=-1)
