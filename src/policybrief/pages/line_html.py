"""Lines of a chapter as HTML: text, emphasis, links, names, citations, note references."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import ClassVar
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from markupsafe import Markup

from ..model.addresses import REFERENCES_PATH, Addresses, reference_anchor, relative
from ..model.citing import Piece
from ..model.document import Document, Note, note_call_id
from ..model.glossary import Entry
from ..model.inlines import (
    Attributes,
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
from ..model.passages import Passage
from ..model.term_links import term_attributes
from ..wording.words import ENGLISH, Words
from .render import as_made, element, unbroken_html, words
from .source_facts import Badge

_OF_IDS = frozenset(("id", "for", "name"))
"""Attributes with an id, or a name that groups buttons and must be unique too."""
_OPENS, _CLOSES = element("span", (), "["), element("span", (), "]")
"""Around the number of a note if it is not raised, or it would run into a digit before it; not on screen."""
_ID_IN_HTML = re.compile(r'(?P<before>\s(?:id="|for="|name="|href="#))(?P<id>[^"]+)"')


@dataclass(frozen=True, slots=True)
class TargetPage:
    """The page into which a chapter is written."""

    path: str
    """The page's path."""
    addresses: Addresses
    entries: Mapping[str, Entry]
    language: str
    """The brief's language."""
    lower: int = 0
    """By how many levels headings are lowered."""
    ids: Mapping[str, str] = field(default_factory=dict)
    """The new names of the chapter's ids that must change in this page."""
    beside: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The chapters in the same page, by path: the new names of their ids, with their beginning under ``."""
    map_of: Callable[[tuple[str, ...]], str] | None = None
    """Returns the map of some entries as HTML."""
    maps: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """The maps in the chapter, by their entries."""
    badges: Mapping[str, Badge] = field(default_factory=dict)
    """The badges of the sources that the chapter cites, by source id."""
    passages: Mapping[tuple[str, str], Passage] = field(default_factory=dict)
    """The passages that the chapter cites, by source id and name."""
    robust: Mapping[str, Attributes] = field(default_factory=dict)
    """The attributes of links to sources with an archived copy, by address."""
    words: Words = ENGLISH
    """The messages of the page."""
    has_pictures: bool = False
    """Whether there are PNG files of the charts."""


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes the lines of one chapter into one page."""

    document: Document
    around: TargetPage
    notes: Mapping[int, Note]
    """The notes of the chapter, by number."""

    def line(self, line: Iterable[Inline]) -> Markup:
        """Return a line as HTML."""
        return Markup("").join(words(self._INLINES[type(inline)](self, inline)) for inline in line)

    def _text(self, inline: Text | Unlinked) -> Markup:
        return unbroken_html(inline.text, self.around.language)

    def _break(self, _: Break) -> Markup:
        return element("br")

    def _code(self, inline: InlineCode) -> Markup:
        return element("code", self.own(inline.attributes), self.made(inline.html) if inline.html else inline.text)

    def _formula(self, inline: Formula) -> Markup:
        if inline.mathml:
            return self.made(inline.mathml)
        return element("span", self.own(inline.attributes), rf"\({inline.source}\)")

    def _raw(self, inline: Raw) -> Markup:
        return self.made(inline.html)

    def _picture(self, inline: Picture) -> Markup:
        attributes = (("alt", inline.alt), ("src", self._address(inline.target)), *self.own(inline.attributes))
        return element("img", attributes)

    def _span(self, inline: Styled) -> Markup:
        return element(inline.style.value, self.own(inline.attributes), self.line(inline.inlines))

    def _inline_group(self, inline: InlineGroup) -> Markup:
        return element(inline.tag, self.own(inline.attributes), self.line(inline.inlines))

    def _link(self, inline: Link) -> Markup:
        attributes = (*self.own(inline.attributes), ("href", self._address(inline.target)))
        return element("a", attributes, self.line(inline.inlines))

    def _name(self, inline: Name) -> str:
        around = self.around
        entry = around.entries[inline.entry]
        attributes = term_attributes(entry, inline.text, around.addresses, around.path, around.language)
        return element("a", attributes.items(), inline.text)

    def _citation(self, inline: InTextCitation) -> Markup:
        kind = "pb-cited-name" if inline.named else "pb-cited"
        keys = " ".join(dict.fromkeys(item.key for item in inline.items))
        attributes = (("class", f"{kind} pb-cite"), ("data-ref", keys)) if keys else (("class", kind),)
        pieces = self._pieces(inline.pieces)
        return (
            element("span", attributes, "(", pieces, ")") if inline.bracketed else element("span", attributes, pieces)
        )

    def _source_words(self, inline: SourceWords) -> Markup:
        """Return the printed citation of sources, each followed by its badge."""
        if not self.around.badges:
            return self._pieces(inline.pieces)
        found = Markup()
        for key, group in groupby(_with_keys(inline.pieces), key=lambda pair: pair[0]):
            found += self._pieces(piece for _, piece in group)
            found += badge_html(self.around.badges.get(key))
        return found

    def _note_call(self, inline: NoteCall) -> Markup:
        note = self.notes[inline.note]
        keys = " ".join(dict.fromkeys(item.key for item in inline.items))
        link = (
            ("class", "pb-note-link" if inline.authors_own else "pb-cite"),
            *((("data-ref", keys),) if keys else ()),
            ("href", f"#{note.id}"),
            ("role", "doc-noteref"),
        )
        classes = "pb-note-call pb-follows" if inline.follows else "pb-note-call"
        call = (("class", classes), ("id", note_call_id(self.document, inline)))
        return element("sup", call, element("a", link, _OPENS, str(inline.note), _CLOSES))

    def _unsettled(self, inline: NameMark | CitationMark | NoteMark) -> str:
        """Return the words of a mark in a chapter that was not annotated."""
        return f"[^{inline.label}]" if isinstance(inline, NoteMark) else inline.written

    _INLINES: ClassVar[Mapping[type, Callable[..., str]]] = {
        Text: _text,
        Unlinked: _text,
        Break: _break,
        InlineCode: _code,
        Formula: _formula,
        Raw: _raw,
        Picture: _picture,
        Styled: _span,
        InlineGroup: _inline_group,
        Link: _link,
        Name: _name,
        InTextCitation: _citation,
        SourceWords: _source_words,
        NoteCall: _note_call,
        NameMark: _unsettled,
        CitationMark: _unsettled,
        NoteMark: _unsettled,
    }

    def _pieces(self, pieces: Iterable[Piece]) -> Markup:
        """Return the words of a printed citation, with neighbours that have the same address in one link."""
        found = Markup()
        for url, group in groupby(pieces, key=lambda piece: piece.url):
            said = Markup("").join(_piece(piece, self.around.language) for piece in group)
            found += self._linked(url, said) if url else said
        return found

    def _linked(self, url: str, said: Markup) -> Markup:
        if not url.startswith("#ref-"):
            named = () if said != words(url) else self._of_addresses()
            return element("a", (*named, ("href", url), *self.around.robust.get(url, ())), said)
        anchor = reference_anchor(url.removeprefix("#ref-"))
        href = self.around.addresses.link(REFERENCES_PATH, self.around.path, anchor)
        return element("a", (("class", "pb-source"), ("href", href)), said)

    def _of_addresses(self) -> Attributes:
        """Return the attributes of a link whose text is its address, which nobody wants to hear read aloud."""
        say = self.around.words.say
        return (("class", "pb-address"), ("data-word", say("link")), ("aria-label", say("link to the source")))

    def own(self, attributes: Attributes) -> Attributes:
        """Return the author's attributes, adapted to this page."""
        if not self.around.ids:
            return attributes
        return tuple((name, self.id(value) if name in _OF_IDS else value) for name, value in attributes)

    def made(self, html: str) -> Markup:
        """Return HTML from a Markdown extension, with its ids adapted to this page."""
        if self.around.ids:
            html = _ID_IN_HTML.sub(lambda match: f'{match["before"]}{self.id(match["id"])}"', html)
        return as_made(html)

    def id(self, name: str) -> str:
        return self.around.ids.get(name, name)

    def _address(self, target: str) -> str:
        """Return a target that the author wrote, relative to the page."""
        try:
            parts = urlsplit(target)
        except ValueError:  # brackets in a host name
            return target
        if parts.scheme or parts.netloc or target.startswith("/"):
            return target
        fragment = unquote(parts.fragment)
        path = self.document.chapter.path
        to = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        if to in self.around.beside:
            names = self.around.beside[to]
            return f"#{names.get(fragment, fragment)}"
        if not parts.path:
            return f"#{self.id(fragment)}"
        here = self.around.addresses.of(self.around.path)
        address = quote(relative(self.around.addresses.of(to) if to.endswith(".md") else to, here))
        return urlunsplit(("", "", address, parts.query, parts.fragment))


def badge_html(badge: Badge | None) -> Markup:
    """Return the badge of a source, with a space before it."""
    if badge is None:
        return Markup()
    return words(" ") + element("span", (("class", "pb-quality"), ("data-quality", badge.name)), badge.label)


def _with_keys(pieces: Iterable[Piece]) -> Iterator[tuple[str, Piece]]:
    """Yield the pieces of a printed citation, each with the id of its source; separators have none."""
    key = ""
    for piece in pieces:
        if piece.url.startswith("#ref-"):
            key = piece.url.removeprefix("#ref-")
        elif piece.text.startswith(";"):
            key = ""
        yield key, piece


def _piece(piece: Piece, language: str) -> Markup:
    tags: list[tuple[str, list[tuple[str, str]]]] = []
    if piece.italic:
        tags.append(("cite", []))
    if piece.small_caps:
        tags.append(("span", [("class", "pb-small-caps")]))
    if piece.language:
        tags = tags or [("span", [])]
        tags[0][1].append(("lang", piece.language))
    is_address = piece.text == piece.url
    said = words(piece.text) if is_address else unbroken_html(piece.text, piece.language or language)
    for tag, attributes in reversed(tags):
        said = element(tag, attributes, said)
    return said
