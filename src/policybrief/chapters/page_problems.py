"""Problems of a page after it is read: brackets without a meaning, notes without references."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import itemgetter

from ..model.blocks import Node, walk
from ..model.brief import Chapter
from ..model.document import Document, Footnote
from ..model.inlines import CitationMark, Link, NoteMark, attribute
from ..model.knowledge import Extent
from ..model.places import Source, source_of
from ..model.problems import MOST_ON_A_PAGE, Code, Place, Problem
from .text import BlockText

_UNDEFINED = re.compile(
    r"\[\^(?P<note>[^\[\]\n]+)\]"
    r"|\[[^\[\]]+\]\[(?!\^)(?P<link>[^\[\]]*)\]"
    r"|(?P<mark>\[\[[^\[\]\n]{0,60}|[^\[\]\n]{0,60}\]\])"
)

_MARK = re.compile(r"\[\[[^\[\]]*\]\]|\[\^[^\[\]]*\]|\[[^\[\]]*(?<!\w)@\w[^\[\]]*\]")
_TITLE = re.compile(r"(?m)^#[^#\n].*$")
_TEMPLATE = re.compile(r"\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}")
"""Markup of template languages that plugins such as macros would replace."""

_ASKED = re.compile(r"\{\{(?:< *(?:var|meta) +(?P<name>[A-Za-z_][\w.-]*) *>| *(?P<plain>[A-Za-z_][\w.-]*) *)\}\}")
"""One that stands for a value with a name."""

MOST_UNDEFINED = 3 * MOST_ON_A_PAGE
"""Three kinds of brackets without a meaning in a page."""


def never_called(notes: Iterable[Footnote], document: Document) -> Iterator[Problem]:
    """Yield those of a chapter's footnotes `notes` that nothing refers to, not even another footnote."""
    elsewhere = {mark.label for mark in _calls_within_notes(document)}
    for note in (note for note in notes if note.label not in elsewhere):
        message = f"nothing refers to the note '[^{note.label}]'"
        yield Problem(Code.UNUSED_NOTE, document.place(note.at), message, f"write [^{note.label}] where it belongs")


def marks_in_head(chapter: Chapter) -> Iterator[Problem]:
    """Yield the citations, calls of notes and marked names in a chapter's title and summary, which are plain text."""
    source = source_of(chapter)
    for name, text in (("title", chapter.title), ("summary", chapter.summary)):
        for match in _MARK.finditer(text):
            heading = _TITLE.search(source.text) if name == "title" else None
            at = heading[0].find(match[0]) if heading else -1
            place = source.place(heading.start() + at) if heading and at >= 0 else chapter.place
            message = f"'{match[0]}' is in the {name} of the chapter, which is plain text"
            yield Problem(Code.BROKEN_MARK, place, message, f"write it in the text, and use plain words in the {name}")


def nested_notes(document: Document) -> Iterator[Problem]:
    """Yield the note references in other notes, for a chapter whose notes are not yet numbered."""
    for mark in _calls_within_notes(document):
        message = f"a note refers to another note: '[^{mark.label}]'"
        hint = f"write its text here, or refer to [^{mark.label}] in the text"
        yield Problem(Code.NESTED_NOTE, document.place(mark.at), message, hint)


def nested_links(document: Document) -> Iterator[Problem]:
    """Yield the citations and note references in the text of a link, which would be nested links."""
    within = [mark for mark in _within_links(document.roots()) if isinstance(mark, (CitationMark, NoteMark))]
    # A note's call in a note is reported as such.
    of_notes = (block for note in document.footnotes for block in note.blocks)
    within += [mark for mark in _within_links(of_notes) if isinstance(mark, CitationMark)]
    for mark in within:
        written = mark.written if isinstance(mark, CitationMark) else f"[^{mark.label}]"
        message = f"'{written}' is in the text of a link, where it would become another link"
        yield Problem(Code.NESTED_LINK, document.place(mark.at), message, "write it after the link")


def _within_links(roots: Iterable[Node]) -> Iterator[Node]:
    """Yield what is in the author's links: not in those that an extension makes of headings, to the list of them."""
    links = (node for root in roots for node in walk(root) if isinstance(node, Link))
    return (node for link in links if attribute(link.attributes, "class") != "toclink" for node in walk(link))


def _calls_within_notes(document: Document) -> Iterator[NoteMark]:
    nodes = (node for note in document.footnotes for block in note.blocks for node in walk(block))
    return (node for node in nodes if isinstance(node, NoteMark))


def undefined_marks(
    blocks: Iterable[tuple[BlockText, int]], source: Source, code: Sequence[Extent] = ()
) -> Iterator[Problem]:
    """Yield the notes and reference links of the blocks that are defined nowhere, and so are shown as brackets.

    Each block comes with its beginning in the source. `code` is where the source has code with such brackets.
    """
    in_order = sorted(blocks, key=itemgetter(1))
    found = ((words, match, at) for block, at in in_order for words, match in _undefined_in(block))
    next_at = 0
    for words, match, at in islice(found, MOST_UNDEFINED):
        begin = source.text.rfind("\n", 0, at) + 1
        place = _outside(code, source.find_all(words, max(next_at, begin)))
        if place is None and "][" in words:
            # There is code in the words, or in the label.
            before, _, label = words.partition("][")
            parts = (f"{before}][", f"][{label}")
            found_parts = (_outside(code, source.find_all(part, max(next_at, begin))) for part in parts)
            place = next((each for each in found_parts if each is not None), None)
        next_at = begin if place is None else place + 1
        if place and source.text[place - 1] == "\\":
            # The author means the characters as they are.
            continue
        yield _undefined_problem(words, match, source.place(at if place is None else place))


def template_markup(
    chapter: Chapter, blocks: Iterable[tuple[BlockText, int]], code: Sequence[Extent]
) -> Iterator[Problem]:
    """Yield the template markup for plugins in a chapter, at most `MOST_ON_A_PAGE` and one more.

    Each block comes with its position in the source. `code` is where the source has code.
    """
    source = source_of(chapter)
    heads = ((match[0], 0) for text in (chapter.title, chapter.summary) for match in _TEMPLATE.finditer(text))
    texts = ((match[0], at) for block, at in blocks for match in _TEMPLATE.finditer(block.searchable()))
    next_at = 0
    for words, at in islice(chain(heads, texts), MOST_ON_A_PAGE + 1):
        # A block is found by its first word, which may be in the markup.
        begin = source.text.rfind("\n", 0, at) + 1
        found = _outside(code, source.find_all(words, max(next_at, begin)))
        next_at = begin if found is None else found + 1
        place = chapter.place if found is None else source.place(found)
        message = f"'{words}' is printed as written: plugins do not change the text of a chapter"
        asked = _ASKED.fullmatch(words)
        hint = "write out what it should say, or set it as code"
        if asked:
            name = asked["name"] or asked["plain"]
            hint += f"; '{name}' may have a value of one line under 'substitutions' in the front matter"
        elif "include" in words:
            hint = "write it in a line of its own, without spaces before it, and name a file of the project"
        yield Problem(Code.TEMPLATE_MARKUP, place, message, hint)


def _undefined_in(block: BlockText) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what in a block is in brackets and defined nowhere."""
    if "[" not in block.text and "]]" not in block.text:
        return
    numbers = [at for _, at in block.cited]
    for match in _UNDEFINED.finditer(block.searchable()):
        # Brackets before and after the number of a note are no reference link.
        if match["link"] is None or not any(match.start() < at < match.end() for at in numbers):
            yield block.text[match.start() : match.end()], match


def _outside(code: Sequence[Extent], places: Iterable[int]) -> int | None:
    """Return the first of the places that is not in code."""
    return next((at for at in places if not any(extent.start <= at < extent.end for extent in code)), None)


def _undefined_problem(words: str, match: re.Match[str], place: Place) -> Problem:
    if match["note"]:
        message = f"there is no note '[^{match['note']}]:' in this chapter"
        return Problem(Code.UNDEFINED_NOTE, place, message, "write the note, or remove the reference")
    if match["mark"]:
        message = f"brackets that do not mark a name: {words.strip()}"
        hint = "write [[id]] or [[id|words]] on one line, and in a table [[id\\|words]]"
        return Problem(Code.BROKEN_MARK, place, message, hint)
    message = f"the reference link {words} has no definition"
    hint = "add a line '[label]: address', or write '[words](address)'"
    return Problem(Code.UNDEFINED_LINK, place, message, hint)
