"""The notes of a chapter: the author's own footnotes and those of citations, numbered as one sequence.

Each note stands in place, behind the block that calls it, where a stylesheet shows it beside the text or folds it
below; the notes stand once more at the end of the chapter, for paper.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.footnotes import NBSP_PLACEHOLDER

from ..model.citing import CitedItem, Piece
from .citations import (
    CITATION_TAG,
    CitationQueue,
    PrintedCitation,
    ReferenceLink,
    append_text,
    linked_pieces,
    pieces_into,
)
from .text import NAMED_CLASS
from .titles import in_their_languages

_MOST_SIDE_BY_SIDE = 50
"""Notes after which the punctuation is no longer looked for."""
_BEFORE_A_NOTE = re.compile(r"[\"'”’»)\]]*[.,;:!?…]+[\"'”’»)\]]*")
"""What stands before the number of a note, wherever the author put the citation: `in 1994 [@key].`"""


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a chapter."""

    number: int
    id: str
    content: tuple[Element, ...]
    """The block elements that it says."""
    calls: tuple[str, ...]
    """The ids of the places that call it."""
    items: tuple[CitedItem, ...] = ()
    """What it cites."""
    authors_own: bool = False
    """Whether the author wrote it as a footnote, rather than a citation."""


@dataclass(frozen=True, slots=True)
class _Marker:
    """A place in the text that calls a note or cites."""

    element: Element
    parent: Element

    @property
    def label(self) -> str:
        """The label of the footnote it calls; empty for a citation."""
        link = self.element.find("a") if self.element.tag == "sup" else None
        return link.get("href", "").removeprefix("#") if link is not None else ""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a chapter's citations and footnotes have become."""

    notes: tuple[Note, ...]
    in_sentence: Mapping[Element, tuple[CitedItem, ...]]
    """What is cited in the text itself, by the element that says so."""
    never_called: tuple[str, ...]
    """The labels of the footnotes that nothing calls."""
    _by_call: Mapping[str, Note] = field(init=False, repr=False, compare=False)
    _by_first_call: Mapping[str, Note] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Made once: a chapter has thousands of blocks.
        object.__setattr__(self, "_by_call", {call: note for note in self.notes for call in note.calls})
        object.__setattr__(self, "_by_first_call", {note.calls[0]: note for note in self.notes})

    def notes_called_in(self, elements: Iterable[Element]) -> tuple[Note, ...]:
        """Return the notes that the elements call for the first time, in order."""
        calls = (call.get("id", "") for element in elements for call in element.iter("sup"))
        return tuple(self._by_first_call[call] for call in calls if call in self._by_first_call)

    def items_cited_in(self, outside: Iterable[tuple[Element, int]]) -> Iterator[tuple[CitedItem, int, int]]:
        """Yield what is cited at these places of a block: the source, where, and its note or 0 when in the text."""
        seen: set[int] = set()
        for element, position in outside:
            note = self._by_call.get(element.get("id", ""))
            if note is None:
                yield from ((item, position, 0) for item in self.in_sentence.get(element, ()))
            elif note.number not in seen:
                seen.add(note.number)
                yield from ((item, position, note.number) for item in note.items)


def settle_notes(root: Element, queue: CitationQueue, link: ReferenceLink, prefix: str) -> Settled:
    """Put a numbered call in the place of each citation and footnote of the tree; return the notes.

    The host's own list of footnotes is taken out of the tree. `prefix` makes ids unique in the brief.
    """
    sequence = _Sequence(prefix, queue, link, _take_footnotes(root))
    for marker in list(_markers(root)):
        sequence.settle(marker)
    return sequence.finish()


def in_place(notes: tuple[Note, ...]) -> Element:
    """Return the notes of one block: shown beside it where there is room, else folded under a line that opens."""
    first, last = notes[0].number, notes[-1].number
    details = Element("details", {"class": "pb-notes"})
    summary = SubElement(details, "summary")
    summary.text = f"Note {first}" if first == last else f"Notes {first}–{last}"
    for note in notes:
        box = SubElement(details, "div", {"class": "pb-note", "id": note.id, "role": "doc-footnote"})
        link = SubElement(
            box,
            "a",
            {
                "class": "pb-note-number",
                "href": f"#{note.calls[0]}",
                "role": "doc-backlink",
                "title": "Back to the text",
            },
        )
        link.text = str(note.number)
        box.extend(note.content)
        for number, call in enumerate(note.calls[1:], 2):
            again = SubElement(box, "a", {"class": "pb-note-again", "href": f"#{call}", "role": "doc-backlink"})
            again.text = f"{note.number}, again ({number})"
    return details


def at_the_end(notes: tuple[Note, ...]) -> Element:
    """Return the list of all notes of a chapter for paper, without ids and calls."""
    section = Element("section", {"class": "pb-endnotes", "role": "doc-endnotes"})
    SubElement(section, "h2").text = "Notes"
    listing = SubElement(section, "ol")
    for note in notes:
        item = SubElement(listing, "li", {"value": str(note.number)})
        for element in note.content:
            copy = deepcopy(element)
            for part in copy.iter():
                part.attrib.pop("id", None)
                if part.get("class") in ("pb-term", "pb-source"):
                    _unlink(part)
            item.append(copy)
    return section


class _Sequence:
    """The notes of one chapter as they are met."""

    def __init__(
        self, prefix: str, queue: CitationQueue, link: ReferenceLink, footnotes: Mapping[str, Element]
    ) -> None:
        self.prefix = prefix
        self.queue = queue
        self.link = link
        self.footnotes = footnotes
        self.notes_style = queue.notes_style
        self.notes: list[Note] = []
        self.calls: dict[int, list[str]] = {}
        self.number_of: dict[str, int] = {}
        self.in_sentence: dict[Element, tuple[CitedItem, ...]] = {}

    def settle(self, marker: _Marker) -> None:
        if marker.label:
            self._footnote(marker)
            return
        citation = self.queue.take(marker.element, in_note=False)
        if citation is None:
            into_words(marker.parent, marker.element)
        elif citation.printed.note and _follows_a_colon(marker):
            # `Sources: [@key].` under a table says the source there and then.
            self._in_sentence(marker.element, citation)
            self.in_sentence[marker.element] = citation.items
        elif citation.printed.note:
            self._cited_note(marker, citation)
        else:
            self._in_sentence(marker.element, citation)
            self.in_sentence[marker.element] = citation.items

    def finish(self) -> Settled:
        return Settled(
            tuple(replace(note, calls=tuple(self.calls[note.number])) for note in self.notes),
            self.in_sentence,
            tuple(label for label in self.footnotes if label not in self.number_of),
        )

    def _footnote(self, marker: _Marker) -> None:
        item = self.footnotes.get(marker.label)
        if item is None:
            return
        if marker.label not in self.number_of:
            items = tuple(self._settle_inside(item))
            self.number_of[marker.label] = self._add(tuple(item), items, authors_own=True)
        if _is_beside_a_citation(marker):
            _draw_close(marker)
        self._call(marker, self.number_of[marker.label], "pb-note-link")

    def _settle_inside(self, item: Element) -> Iterator[CitedItem]:
        for inner in list(_markers(item)):
            citation = self.queue.take(inner.element, in_note=True) if not inner.label else None
            if citation is None:
                into_words(inner.parent, inner.element)
            else:
                bracketed = not citation.cluster.written.startswith("@") and not _opens_a_sentence(inner)
                self._in_sentence(inner.element, citation, bracketed=bracketed and self.notes_style)
                yield from citation.items

    def _cited_note(self, marker: _Marker, citation: PrintedCitation) -> None:
        paragraph = Element("p")
        self._write(paragraph, citation.printed.note, citation)
        number = self._add((paragraph,), citation.items, authors_own=False)
        if citation.printed.text:
            # The author's name stands in the sentence, the note behind it.
            name = Element("span", {"class": NAMED_CLASS})
            pieces_into(name, citation.printed.text)
            marker.parent.insert(list(marker.parent).index(marker.element), name)
        _draw_close(marker)
        self._call(marker, number, "pb-cite", citation.items)

    def _in_sentence(self, element: Element, citation: PrintedCitation, *, bracketed: bool = False) -> None:
        kind = NAMED_CLASS if citation.cluster.written.startswith("@") else "pb-cited"
        _become(element, "span", {"class": f"{kind} pb-cite", "data-ref": _keys(citation.items)})
        # The sentence around it has a full stop of its own.
        pieces = _without_full_stop(citation.printed.text or citation.printed.note)
        bracketed = bracketed and not _is_in_brackets(pieces)
        if bracketed:
            element.text = "("
        self._write(element, pieces, citation)
        if bracketed:
            append_text(element, ")")

    def _write(self, parent: Element, pieces: tuple[Piece, ...], citation: PrintedCitation) -> None:
        linked = linked_pieces(pieces, citation.items, self.link)
        pieces_into(parent, in_their_languages(linked, citation.titles))

    def _add(self, content: tuple[Element, ...], items: tuple[CitedItem, ...], *, authors_own: bool) -> int:
        number = len(self.notes) + 1
        self.notes.append(Note(number, f"n-{self.prefix}-{number}", content, (), items, authors_own))
        self.calls[number] = []
        return number

    def _call(self, marker: _Marker, number: int, kind: str, items: tuple[CitedItem, ...] = ()) -> None:
        element, calls = marker.element, self.calls[number]
        # Two numbers side by side would read as one.
        follows = " pb-follows" if _follows_a_call(marker) else ""
        call_id = f"r-{self.prefix}-{number}" + (f"-{len(calls) + 1}" if calls else "")
        calls.append(call_id)
        _become(element, "sup", {"class": f"pb-note-call{follows}", "id": call_id})
        link = SubElement(element, "a", {"class": kind, "href": f"#n-{self.prefix}-{number}", "role": "doc-noteref"})
        if items:
            link.set("data-ref", _keys(items))
        link.text = str(number)


def _words_before(marker: _Marker) -> str:
    at = list(marker.parent).index(marker.element)
    return ((marker.parent[at - 1].tail if at else marker.parent.text) or "").rstrip()


def _opens_a_sentence(marker: _Marker) -> bool:
    before = _words_before(marker)
    return not before or before[-1] in ".!?…:;("


def _follows_a_colon(marker: _Marker) -> bool:
    return _words_before(marker).endswith(":")


def _without_full_stop(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if not pieces:
        return pieces
    last = pieces[-1]
    text = last.text.removesuffix(".")
    return (*pieces[:-1], replace(last, text=text)) if text else pieces[:-1]


def _is_in_brackets(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether the printed words bring their own brackets: `(n 1)`."""
    words = "".join(piece.text for piece in pieces)
    return words.startswith("(") and words.find(")") == len(words) - 1


def _follows_a_call(marker: _Marker) -> bool:
    at = list(marker.parent).index(marker.element)
    before = marker.parent[at - 1] if at else None
    return before is not None and not before.tail and before.tag == "sup"


def into_words(parent: Element, child: Element) -> None:
    """Put the plain words of `child`, which holds no elements, in its place."""
    at = list(parent).index(child)
    words = (child.text or "") + (child.tail or "")
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + words
    else:
        parent.text = (parent.text or "") + words
    parent.remove(child)


def _keys(items: Iterable[CitedItem]) -> str:
    return " ".join(dict.fromkeys(item.key for item in items))


def _become(element: Element, tag: str, attributes: dict[str, str]) -> None:
    tail = element.tail
    element.clear()
    element.tag, element.tail = tag, tail
    element.attrib.update(attributes)


def _unlink(link: Element) -> None:
    link.tag = "span"
    link.attrib.clear()


def _markers(parent: Element) -> Iterator[_Marker]:
    for child in parent:
        if _is_marker(child):
            yield _Marker(child, parent)
        else:
            yield from _markers(child)


def _take_footnotes(root: Element) -> dict[str, Element]:
    """Take the host's list of footnotes out of the tree; return its items by id, their links back taken off."""
    found: dict[str, Element] = {}
    for child in list(root):
        if child.tag == "div" and "footnote" in (child.get("class") or "").split():
            root.remove(child)
            for item in child.iter("li"):
                if item.get("id", "").startswith("fn"):
                    _take_links_back(item)
                    found[item.get("id", "")] = item
    return found


def _take_links_back(item: Element) -> None:
    for parent in list(item.iter()):
        for link in [child for child in parent if child.get("class") == "footnote-backref"]:
            link.text, link.tail = "", ""
            into_words(parent, link)
        if parent.text:
            parent.text = parent.text.replace(NBSP_PLACEHOLDER, "").rstrip() if not len(parent) else parent.text
        if len(parent) and parent[-1].tail:
            parent[-1].tail = parent[-1].tail.replace(NBSP_PLACEHOLDER, "")
    for empty in [child for child in item if child.tag == "p" and not len(child) and not (child.text or "").strip()]:
        item.remove(empty)


def _draw_close(marker: _Marker) -> None:
    """Take the space before a citation away, and bring the punctuation behind it forward.

    Of neighbouring notes the punctuation stands behind the last, and goes before the first.
    """
    element, parent = marker.element, marker.parent
    siblings = list(parent)
    at = last = siblings.index(element)
    furthest = min(len(siblings) - 1, at + _MOST_SIDE_BY_SIDE)
    while not (siblings[last].tail or "").strip() and last < furthest and _is_marker(siblings[last + 1]):
        siblings[last].tail = ""
        last += 1
    tail = siblings[last].tail or ""
    match = _BEFORE_A_NOTE.match(tail)
    moved = match[0] if match else ""
    siblings[last].tail = tail[len(moved) :]
    before = ((siblings[at - 1].tail if at else parent.text) or "").rstrip()
    if moved.startswith(".") and before.endswith((".", "!", "?", "…")):
        moved = moved[1:]
    if at:
        siblings[at - 1].tail = before + moved
    else:
        parent.text = before + moved


def _is_beside_a_citation(marker: _Marker) -> bool:
    siblings = list(marker.parent)
    behind = siblings[siblings.index(marker.element) + 1 :]
    return not (marker.element.tail or "").strip() and bool(behind) and behind[0].tag == CITATION_TAG


def _is_marker(element: Element) -> bool:
    return element.tag == CITATION_TAG or (element.tag == "sup" and element.get("id", "").startswith("fnref"))
