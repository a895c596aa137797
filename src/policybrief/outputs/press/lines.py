"""Lines of a chapter as data for the typesetter: words, emphasis, links, notes, and marks where a name is mentioned.

The typesetter's template reads JSON, so no text of an author's is ever read as its code. A line is a list: plain
strings are words, and every other value is an object whose key `t` says what it is.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import ClassVar, TypeAlias
from urllib.parse import unquote, urlsplit

from ...model.citing import Piece
from ...model.document import Document, Note
from ...model.inlines import (
    Break,
    CitationMark,
    Formula,
    Inline,
    InlineCode,
    InlineGroup,
    InTextCitation,
    Link,
    Name,
    NameMark,
    NoteCall,
    NoteMark,
    Picture,
    Raw,
    SourceWords,
    Styled,
    Text,
    Unlinked,
)
from ...model.knowledge import Mention
from ...wording.unbroken import parted

_WORD_END = re.compile("[ \u2010-\u2015/-]")
_FIRST_LETTER = re.compile("[^\\W\\d_\u0590-\U0010ffff][\u0300-\u036f]*(?=[^\\W\\d_])")
"""Of a word in Latin, Greek, Cyrillic or Armenian letters."""
_SPACE = re.compile(r"\s")
Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
"""What JSON can say."""


class MentionCursor:
    """Follows the words of a paragraph as they are written, and tells which entries are mentioned where.

    The tree's words are those of `Paragraph.text` but for white space, which is why both can be followed together.
    """

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._text = text
        self._at = 0
        self._waiting = sorted(mentions, key=lambda mention: mention.extent.start, reverse=True)

    def follow(self, words: str) -> Iterator[str | Mention]:
        """Yield the words in pieces, and each mention before the word with which it begins."""
        begun = 0
        for offset, character in enumerate(words):
            self._skip_white_space(character)
            while self._waiting and self._waiting[-1].extent.start <= self._at and not character.isspace():
                if words[begun:offset]:
                    yield words[begun:offset]
                begun = offset
                yield self._waiting.pop()
            if self._at < len(self._text) and (self._text[self._at] == character or not character.isspace()):
                self._at += 1
        if words[begun:]:
            yield words[begun:]

    def _skip_white_space(self, character: str) -> None:
        if not character.isspace():
            while self._at < len(self._text) and self._text[self._at].isspace():
                self._at += 1


@dataclass(frozen=True, slots=True)
class BookAddresses:
    """Where links can lead within the book, and where outside."""

    chapters: Mapping[str, str]
    """The label of each chapter by its path."""
    anchors: Mapping[tuple[str, str], str]
    """The label of each heading and paragraph, by the chapter's path and the anchor."""
    glossary: bool
    """Whether the book has a glossary, into which names lead."""
    page_url: Callable[[str, str], str]
    """Returns the public address of another page of the site, from its path and an anchor; empty when unknown."""

    def target(self, target: str, chapter: str) -> dict[str, Value] | None:
        """Return where a link of the author's leads: a label in the book or an address; None when neither is known."""
        try:
            parts = urlsplit(target)
        except ValueError:  # brackets in the name of a host
            return None
        if parts.scheme or parts.netloc:
            return {"url": target}
        path = unquote(parts.path)
        to = posixpath.normpath(posixpath.join(posixpath.dirname(chapter), path)) if path else chapter
        fragment = unquote(parts.fragment)
        label = self.anchors.get((to, fragment)) or self.chapters.get(to)
        if label:
            return {"label": label}
        url = "" if target.startswith("/") else self.page_url(to, fragment)
        return {"url": url} if url else None


@dataclass(frozen=True, slots=True)
class PrintedLines:
    """Writes the lines of one chapter."""

    document: Document
    addresses: BookAddresses
    notes: Mapping[int, Note]
    picture: Callable[[Picture], Value]
    """Returns a picture as data."""
    formula: Callable[[str], Value]
    """Returns a formula in MathML as data."""
    write_note: Callable[[Note], Value]
    """Returns the blocks of a note, at its first call."""
    language: str = "en"
    """Of the brief."""
    linked: set[str] = field(default_factory=set)
    """The entries that the chapter has led to: its first mention does."""

    def line(self, inlines: Iterable[Inline], cursor: MentionCursor) -> list[Value]:
        """Return a line; `cursor` follows the words of the paragraph it belongs to."""
        return [value for inline in inlines for value in self._INLINES[type(inline)](self, inline, cursor)]

    def _text(self, inline: Text | Unlinked | Name, cursor: MentionCursor) -> Iterator[Value]:
        marked = _marked(inline.text, cursor)
        yield from _behind_words(
            whole
            for value in marked
            for whole in (_unbroken(value, self.language) if isinstance(value, str) else (value,))
        )

    def _break(self, _: Break, __: MentionCursor) -> Iterator[Value]:
        yield {"t": "break"}

    def _code(self, inline: InlineCode, cursor: MentionCursor) -> Iterator[Value]:
        _pass(inline.text, cursor)
        yield {"t": "code", "v": inline.text}

    def _formula(self, inline: Formula, cursor: MentionCursor) -> Iterator[Value]:
        _pass(inline.source, cursor)
        value: dict[str, Value] = {"t": "formula", "v": inline.source, "formula": self.formula(inline.mathml)}
        if inline.displayed:
            value["tall"] = True
        yield value

    def _nothing(self, _: Raw | CitationMark | NoteMark, __: MentionCursor) -> Iterator[Value]:
        yield from ()

    def _picture(self, inline: Picture, cursor: MentionCursor) -> Iterator[Value]:
        _pass(inline.alt, cursor)
        yield self.picture(inline)

    def _name_mark(self, inline: NameMark, cursor: MentionCursor) -> Iterator[Value]:
        yield from _behind_words(_marked(inline.label or inline.target, cursor))

    def _styled(self, inline: Styled, cursor: MentionCursor) -> Iterator[Value]:
        yield {"t": inline.style.value, "c": self.line(inline.inlines, cursor)}

    def _group(self, inline: InlineGroup, cursor: MentionCursor) -> Iterator[Value]:
        yield from self.line(inline.inlines, cursor)

    def _name(self, inline: Name, cursor: MentionCursor) -> Iterator[Value]:
        said = list(_behind_words(_marked(inline.text, cursor)))
        links = self.addresses.glossary and inline.entry not in self.linked
        self.linked.add(inline.entry)
        yield from (name_link(inline.entry, said),) if links else said

    def _link(self, inline: Link, cursor: MentionCursor) -> Iterator[Value]:
        said = self.line(inline.inlines, cursor)
        to = self.addresses.target(inline.target, self.document.chapter.path)
        yield from said if to is None else ({"t": "link", "c": said, **to},)

    def _citation(self, inline: InTextCitation, cursor: MentionCursor) -> Iterator[Value]:
        said = pieces(inline.pieces)
        if inline.named:
            _pass("".join(piece.text for piece in inline.pieces), cursor)
        yield from ("(", *said, ")") if inline.bracketed else said

    def _source_words(self, inline: SourceWords, cursor: MentionCursor) -> Iterator[Value]:
        _pass("".join(piece.text for piece in inline.pieces), cursor)
        yield from pieces(inline.pieces)

    def _note_call(self, inline: NoteCall, _: MentionCursor) -> Iterator[Value]:
        note = self.notes[inline.note]
        call: dict[str, Value] = {"t": "note", "n": note.number, "id": note.id, "follows": inline.follows}
        if inline.ordinal == 1:
            call["c"] = self.write_note(note)
        yield call

    _INLINES: ClassVar[Mapping[type, Callable[..., Iterable[Value]]]] = {
        Text: _text,
        Unlinked: _text,
        Break: _break,
        InlineCode: _code,
        Formula: _formula,
        Raw: _nothing,
        Picture: _picture,
        Styled: _styled,
        InlineGroup: _group,
        Link: _link,
        Name: _name,
        InTextCitation: _citation,
        SourceWords: _source_words,
        NoteCall: _note_call,
        NameMark: _name_mark,
        CitationMark: _nothing,
        NoteMark: _nothing,
    }


def _marked(words: str, cursor: MentionCursor) -> Iterator[Value]:
    for piece in cursor.follow(words):
        if isinstance(piece, Mention):
            yield {"t": "mention", "entry": piece.entry, "paragraph": piece.paragraph, "at": piece.extent.start}
        else:
            yield piece.replace("\n", " ")


def _behind_words(values: Iterable[Value]) -> Iterator[Value]:
    """Yield values with each mark of a mention behind the first letter of the word that it was before.

    A line may break between a mark and the word after it; the mark would then be on another page than the word. It may
    break within the word as well, where that is hyphenated. Letters of which the shape depends on the next are not
    parted, and their words are not hyphenated: there the mark is behind the word, or in front of its hyphen.
    """
    waiting: list[Value] = []
    for value in values:
        if isinstance(value, dict) and value["t"] == "mention":
            waiting.append(value)
            continue
        end = _word_begun(value) if waiting and isinstance(value, str) else None
        yield value[:end] if end and isinstance(value, str) else value
        yield from waiting
        waiting.clear()
        if end and isinstance(value, str):
            yield value[end:]
    yield from waiting


def _word_begun(words: str) -> int | None:
    """Return where the first letter ends, with its accents, or the first word if its letters are joined."""
    found = _FIRST_LETTER.match(words) or _WORD_END.search(words, 1)
    return found and (found.end() if found.re is _FIRST_LETTER else found.start())


def _unbroken(words: str, language: str) -> Iterator[Value]:
    """Yield words with non-breaking spaces in text that stays on one line; a hyphen there is put into a box."""
    for piece, whole in parted(words, language):
        held = _SPACE.sub("\u00a0", piece) if whole else piece
        yield {"t": "whole", "c": [held]} if whole and "-" in piece else held


def _pass(words: str, cursor: MentionCursor) -> None:
    """Let the cursor follow words in which no name is looked for."""
    for _ in cursor.follow(words):
        pass


def pieces(said: Iterable[Piece]) -> list[Value]:
    """Return the words of a printed citation, neighbours of one address in one link."""
    found: list[Value] = []
    for url, group in groupby(said, key=lambda piece: piece.url):
        words = list(map(_piece, group))
        if not url:
            found += words
        elif url.startswith("#ref-"):
            found.append({"t": "link", "label": reference_label(url.removeprefix("#ref-")), "c": words})
        else:
            found.append({"t": "link", "url": url, "c": words})
    return found


def _piece(piece: Piece) -> Value:
    said: Value = piece.text
    if piece.italic:
        said = {"t": "em", "c": [said]}
    if piece.small_caps:
        said = {"t": "smallcaps", "c": [said]}
    if piece.language:
        said = {"t": "foreign", "lang": piece.language, "c": [said]}
    return said


def name_link(entry: str, said: list[Value]) -> Value:
    """Return words that lead to an entry of the glossary."""
    return {"t": "name", "label": entry_label(entry), "c": said}


def reference_label(key: str) -> str:
    """Return the label of a source in the list of references."""
    return f"ref:{key}"


def entry_label(entry: str) -> str:
    """Return the label of an entry in the glossary."""
    return f"entry:{entry}"
