"""Lines of a chapter as XHTML: text, emphasis, links, names, citations, note references."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from ...model.citing import Piece
from ...model.document import Document, note_call_id
from ...model.inlines import (
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
    TextStyle,
    Unlinked,
    attribute,
)
from ...wording.unbroken import parted
from .addresses import entry_address, reference_address
from .elements import Content, languages, made, parsed

_MATHML = "http://www.w3.org/1998/Math/MathML"


@dataclass(frozen=True, slots=True)
class EbookLines:
    """Writes the lines of one chapter."""

    document: Document
    links: Mapping[str, str]
    """The targets of the author's links, by the links' addresses; empty for none."""
    notes: Mapping[int, str]
    """The ids of the notes, by number."""
    pictures: Mapping[str, str]
    """The files of pictures in the e-book, by address; empty if they cannot be shown there."""
    language: str = "en"
    """The brief's language."""

    def line(self, inlines: Iterable[Inline]) -> list[Content]:
        """Return a line."""
        return [part for inline in inlines for part in self._INLINES[type(inline)](self, inline)]

    def _text(self, inline: Text | Unlinked) -> Iterator[Content]:
        for piece, whole in parted(inline.text, self.language):
            yield made("span", (("class", "unbroken"),), piece) if whole else piece

    def _break(self, _: Break) -> Iterator[Content]:
        yield made("br")

    def _code(self, inline: InlineCode) -> Iterator[Content]:
        yield made("code", (), inline.text)

    def _formula(self, inline: Formula) -> Iterator[Content]:
        yield formula(inline.source, inline.mathml, block=inline.displayed)

    def _nothing(self, _: Raw | CitationMark | NoteMark) -> Iterator[Content]:
        yield from ()

    def _picture(self, inline: Picture) -> Iterator[Content]:
        file = self.pictures[inline.target]
        image = made("img", (("src", file),))
        image.set("alt", inline.alt)
        yield image if file else f"[{inline.alt}]"

    def _name_mark(self, inline: NameMark) -> Iterator[Content]:
        yield inline.label or inline.target

    def _styled(self, inline: Styled) -> Iterator[Content]:
        own = languages(attribute(inline.attributes, "lang"))
        if inline.style is TextStyle.ABBREVIATION:
            own = (*own, ("title", attribute(inline.attributes, "title")))
        yield made(inline.style.value, own, *self.line(inline.inlines))

    def _group(self, inline: InlineGroup) -> Iterator[Content]:
        yield made("span", own_attributes(inline.attributes), *self.line(inline.inlines))

    def _link(self, inline: Link) -> Iterator[Content]:
        said = self.line(inline.inlines)
        href = self.links[inline.target]
        yield from (made("a", (("href", href),), *said),) if href else said

    def _name(self, inline: Name) -> Iterator[Content]:
        yield made("a", (("class", "name"), ("href", entry_address(inline.entry))), inline.text)

    def _citation(self, inline: InTextCitation) -> Iterator[Content]:
        said = pieces(inline.pieces)
        yield from ("(", *said, ")") if inline.bracketed else said

    def _source_words(self, inline: SourceWords) -> Iterator[Content]:
        yield from pieces(inline.pieces)

    def _note_call(self, inline: NoteCall) -> Iterator[Content]:
        if inline.follows:
            yield made("sup", (), ",")
        roles = (("epub:type", "noteref"), ("role", "doc-noteref"))
        own = (("id", note_call_id(self.document, inline)), ("href", f"#{self.notes[inline.note]}"), *roles)
        yield made("a", own, made("sup", (), str(inline.note)))

    _INLINES: ClassVar[Mapping[type, Callable[..., Iterable[Content]]]] = {
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


def own_attributes(attributes: Attributes) -> tuple[tuple[str, str], ...]:
    """Return the author's attributes that have a meaning in an e-book."""
    return languages(attribute(attributes, "lang"))


def formula(source: str, mathml: str, *, block: bool = False) -> Content:
    """Return a formula as MathML, or as written if there is none."""
    if not mathml:
        return made("code", (), source)
    math = parsed(mathml)
    if math.tag != "math":  # it cannot be read, and is shown as written
        return math
    math.set("xmlns", _MATHML)  # web pages do not need it
    math.set("alttext", source)
    math.set("display", "block" if block else "inline")
    return math


def pieces(said: Iterable[Piece]) -> list[Content]:
    """Return the words of a printed citation, with neighbours that have the same address in one link."""
    found: list[Content] = []
    for url, group in groupby(said, key=lambda piece: piece.url):
        words = [_piece(piece) for piece in group]
        if not url:
            found += words
        elif url.startswith("#ref-"):
            found.append(
                made("a", (("class", "source"), ("href", reference_address(url.removeprefix("#ref-")))), *words)
            )
        else:
            kind = "address" if words == [url] else ""
            found.append(made("a", (("class", kind), ("href", url)), *words))
    return found


def _piece(piece: Piece) -> Content:
    said: Content = piece.text
    if piece.small_caps:
        said = made("span", (("class", "small-caps"),), said)
    if piece.italic:
        return made("cite", languages(piece.language), said)
    return made("span", languages(piece.language), said) if piece.language else said
