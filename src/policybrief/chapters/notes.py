"""The notes of a chapter: the author's own footnotes and those of citations, numbered as one sequence."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..model.blocks import Block, TextBlock
from ..model.citing import CitedItem, Piece
from ..model.document import Citable, Document, Footnote, Note, Section, Uncited
from ..model.inlines import CitationMark, Inline, InTextCitation, NoteCall, NoteMark, SourceWords, Text, Unlinked
from .citation_syntax import readable
from .citations import PrintedCitation, linked_pieces, one_line
from .rewriting import OnLine, all_rewritten, rewritten
from .titles import in_their_languages

_MOST_SIDE_BY_SIDE = 50
"""Notes after which the punctuation is no longer looked for."""
_BEFORE_A_NOTE = re.compile(r"[\"'”’»)\]]*[.,;:!?…]+[\"'”’»)\]]*")
"""What comes before the number of a note, wherever the author put the citation: `in 1994 [@key].`"""
_FULL_STOPS = (".", "!", "?", "…")
_PUNCTUATION = tuple(".,;:!?…\"'”’»)]")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A chapter whose notes are numbered."""

    document: Document
    never_called: tuple[Footnote, ...]
    """The footnotes that nothing calls."""


def number_notes(document: Document, printed: Mapping[int, PrintedCitation], *, notes_style: bool) -> Numbered:
    """Return the chapter with numbers in place of citations and footnotes, and its notes.

    `printed` has the citations by their index in the tree; missing ones stay as written. `notes_style` tells whether
    the brief's style sets citations as notes.
    """
    sequence = _Sequence(document, printed, notes_style)
    sections = tuple(_section(section, sequence) for section in document.sections)
    never_called = tuple(note for note in document.footnotes if note.label not in sequence.number_of)
    return Numbered(replace(document, sections=sections, notes=sequence.finish(), footnotes=()), never_called)


def _section(section: Section, sequence: "_Sequence") -> Section:
    """Return a section with its notes numbered; each part knows which notes it refers to first."""
    before = len(sequence.notes)
    heading = rewritten(section.heading, sequence.line) if section.heading else None
    of_heading = sequence.numbers_since(before)
    parts: list[Citable | Uncited] = []
    for part in section.parts:
        before = len(sequence.notes)
        if isinstance(part, Uncited):
            block = rewritten(part.block, sequence.line)
            parts.append(replace(part, block=block, notes=sequence.numbers_since(before)))
        else:
            blocks = all_rewritten(part.blocks, sequence.line)
            parts.append(replace(part, blocks=blocks, notes=sequence.numbers_since(before)))
    return replace(section, heading=heading, notes=of_heading, parts=tuple(parts))


class _Sequence:
    """The notes of one chapter as they are met."""

    def __init__(self, document: Document, printed: Mapping[int, PrintedCitation], notes_style: bool) -> None:
        self.label = document.label
        self.footnotes = {note.label: note for note in document.footnotes}
        self.printed = printed
        self.notes_style = notes_style
        self.notes: list[Note] = []
        self.calls: Counter[int] = Counter()
        self.number_of: dict[str, int] = {}

    def numbers_since(self, before: int) -> tuple[int, ...]:
        """Return the numbers of the notes that came after the first `before`."""
        return tuple(note.number for note in self.notes[before:])

    def finish(self) -> tuple[Note, ...]:
        """Return the notes, each with its number of references."""
        return tuple(replace(note, calls=self.calls[note.number]) for note in self.notes)

    def line(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return a line with its marks settled, in reading order."""
        return _TextLine(line, self.line, self).settled()

    def add(self, blocks: tuple[Block, ...], items: tuple[CitedItem, ...], at: int, *, authors_own: bool) -> int:
        """Add a note; return its number."""
        number = len(self.notes) + 1
        self.notes.append(Note(number, f"n-{self.label}-{number}", blocks, 0, items, authors_own, at))
        return number

    def footnote(self, note: Footnote) -> int:
        """Return the number of one of the author's footnotes, adding it at its first reference."""
        if note.label not in self.number_of:
            inside = _NoteLine(self.printed, self.notes_style)
            blocks = all_rewritten(note.blocks, inside.line)
            self.number_of[note.label] = self.add(blocks, tuple(inside.items), note.at, authors_own=True)
        return self.number_of[note.label]

    def call(self, number: int, *, follows: bool, at: int) -> NoteCall:
        """Return a call of a note."""
        self.calls[number] += 1
        note = self.notes[number - 1]
        return NoteCall(
            number, self.calls[number], () if note.authors_own else note.items, note.authors_own, follows, at
        )


class _TextLine:
    """One line of the text, whose marks are taken from left to right."""

    def __init__(self, line: tuple[Inline, ...], on_line: OnLine, sequence: _Sequence) -> None:
        self.rest = list(reversed(line))
        self.before = line
        self.on_line = on_line
        self.sequence = sequence
        self.done: list[Inline] = []

    def settled(self) -> tuple[Inline, ...]:
        """Return the line with numbers in the place of its marks; the same one when it has none."""
        while self.rest:
            inline = self.rest.pop()
            if isinstance(inline, CitationMark):
                self._citation(inline)
            elif isinstance(inline, NoteMark):
                self._footnote(inline)
            else:
                _add(self.done, rewritten(inline, self.on_line))
        same = len(self.done) == len(self.before) and all(
            old is new for old, new in zip(self.before, self.done, strict=True)
        )
        return self.before if same else tuple(self.done)

    def _footnote(self, mark: NoteMark) -> None:
        note = self.sequence.footnotes.get(mark.label)
        if note is None:
            _add(self.done, Text(f"[^{mark.label}]"))
            return
        number = self.sequence.footnote(note)
        if self._is_beside_a_citation():
            self._draw_close()
        else:
            self._close_gap()
        self._call(number, mark.at)

    def _citation(self, mark: CitationMark) -> None:
        citation = self.sequence.printed.get(mark.ordinal)
        if citation is None:
            self.done.append(Unlinked(readable(mark.written)))
        elif not citation.printed.note or _words_before(self.done).endswith(":"):
            # `Sources: [@key].` under a table says the source there and then.
            self.done.append(in_sentence(citation, mark))
        else:
            self._cited_note(citation, mark)

    def _cited_note(self, citation: PrintedCitation, mark: CitationMark) -> None:
        blocks = (TextBlock((SourceWords(pieces_of(citation.printed.note, citation)),)),)
        number = self.sequence.add(blocks, citation.items, mark.at, authors_own=False)
        if citation.printed.text:
            # The author's name is part of the sentence, and the note follows it.
            self.done.append(InTextCitation((), citation.printed.text, named=True, at=mark.at))
        self._draw_close()
        self._call(number, mark.at)

    def _call(self, number: int, at: int) -> None:
        # Two numbers side by side would read as one.
        follows = bool(self.done) and isinstance(self.done[-1], NoteCall)
        self.done.append(self.sequence.call(number, follows=follows, at=at))

    def _is_beside_a_citation(self) -> bool:
        """Tell whether a citation follows, with nothing but white space between."""
        following = iter(reversed(self.rest))
        first = next(following, None)
        if isinstance(first, Text) and not first.text.strip():
            first = next(following, None)
        return isinstance(first, CitationMark)

    def _close_gap(self) -> None:
        """Remove the space before a note beside punctuation; elsewhere it may separate two words."""
        before = self.done[-1].text if self.done and isinstance(self.done[-1], Text) else ""
        following = self.rest[-1].text if self.rest and isinstance(self.rest[-1], Text) else ""
        bare = before.rstrip()
        if bare and bare != before and (bare.endswith(_PUNCTUATION) or following.startswith(_PUNCTUATION)):
            self.done[-1] = Text(bare)

    def _draw_close(self) -> None:
        """Remove the space before a citation, and move the following punctuation before it.

        With neighbouring notes, the punctuation follows the last, and moves before the first.
        """
        opened = _words_before(self.done).endswith(("(", "["))
        moved = "" if opened else self._take_punctuation()
        before = self.done[-1].text.rstrip() if self.done and isinstance(self.done[-1], Text) else None
        if moved.startswith(".") and (before or "").endswith(_FULL_STOPS):
            moved = moved[1:]
        if before is not None:
            self.done[-1:] = [Text(before + moved)] if before + moved else []
        elif moved:
            self.done.append(Text(moved))

    def _take_punctuation(self) -> str:
        """Take the punctuation after the mark, and after those beside it, out of what is still to come."""
        at = len(self.rest)
        for _ in range(_MOST_SIDE_BY_SIDE):
            between = self.rest[at - 1] if at else None
            blank = isinstance(between, Text) and not between.text.strip()
            ahead = at - 2 if blank else at - 1
            if ahead < 0 or not isinstance(self.rest[ahead], (CitationMark, NoteMark)):
                break
            if blank:
                del self.rest[at - 1]
            at = ahead
        following = self.rest[at - 1] if at else None
        match = _BEFORE_A_NOTE.match(following.text) if isinstance(following, Text) else None
        if match is None or not isinstance(following, Text):
            return ""
        left = following.text[match.end() :]
        self.rest[at - 1 : at] = [Text(left)] if left else []
        return match[0]


class _NoteLine:
    """The lines of one of the author's footnotes, in which citations are printed where they are."""

    def __init__(self, printed: Mapping[int, PrintedCitation], notes_style: bool) -> None:
        self.printed = printed
        self.notes_style = notes_style
        self.items: list[CitedItem] = []

    def line(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return a line with its citations printed; a reference to another note within it stays as written."""
        done: list[Inline] = []
        for inline in line:
            citation = self.printed.get(inline.ordinal) if isinstance(inline, CitationMark) else None
            if isinstance(inline, CitationMark) and citation:
                bracketed = self.notes_style and not one_line(inline.written).startswith("@")
                bracketed = bracketed and not _opens_a_sentence(done)
                done.append(in_sentence(citation, inline, bracketed=bracketed))
                self.items += citation.items
            elif isinstance(inline, (CitationMark, NoteMark)):
                done.append(
                    Unlinked(readable(inline.written) if isinstance(inline, CitationMark) else f"[^{inline.label}]")
                )
            else:
                _add(done, rewritten(inline, self.line))
        return tuple(done)


def in_sentence(citation: PrintedCitation, mark: CitationMark, *, bracketed: bool = False) -> InTextCitation:
    """Return a citation as part of the text; the sentence around it has a full stop of its own."""
    pieces = _without_full_stop(citation.printed.text or citation.printed.note)
    bracketed = bracketed and not _is_in_brackets(pieces)
    named = citation.cluster.written.startswith("@")
    return InTextCitation(citation.items, pieces_of(pieces, citation), named, bracketed, mark.at)


def pieces_of(pieces: tuple[Piece, ...], citation: PrintedCitation) -> tuple[Piece, ...]:
    """Return printed words with the words of each source linked to it and foreign titles in their languages."""
    return tuple(in_their_languages(linked_pieces(pieces, citation.items), citation.titles))


def _add(done: list[Inline], inline: Inline) -> None:
    """Add to a line; words that follow words become one with them."""
    last = done[-1] if done else None
    if isinstance(inline, Text) and isinstance(last, Text):
        done[-1] = Text(last.text + inline.text)
    else:
        done.append(inline)


def _words_before(done: list[Inline]) -> str:
    return done[-1].text.rstrip() if done and isinstance(done[-1], Text) else ""


def _opens_a_sentence(done: list[Inline]) -> bool:
    before = _words_before(done)
    return not before or before[-1] in ".!?…:;("


def _without_full_stop(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if not pieces:
        return pieces
    last = pieces[-1]
    text = last.text.removesuffix(".")
    return (*pieces[:-1], replace(last, text=text)) if text else pieces[:-1]


def _is_in_brackets(pieces: tuple[Piece, ...]) -> bool:
    """Tell whether the printed words have their own brackets: `(n 1)`."""
    words = "".join(piece.text for piece in pieces)
    return words.startswith("(") and words.find(")") == len(words) - 1
