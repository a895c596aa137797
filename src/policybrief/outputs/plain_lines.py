"""Lines of a chapter as Markdown, for programs that read text, including notes."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import unquote, urlsplit

from ..model.document import Document, Note
from ..model.inlines import (
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
)
from ..model.publication import Publication

_SPECIAL = re.compile(r"([\\`*_\[\]<>^~|])")
_AROUND: Mapping[TextStyle, str] = {
    TextStyle.EMPHASIS: "*",
    TextStyle.TITLE: "*",
    TextStyle.STRONG: "**",
    TextStyle.DELETED: "~~",
    TextStyle.SUBSCRIPT: "~",
    TextStyle.SUPERSCRIPT: "^",
}
"""What Pandoc's Markdown writes around words of a style; other words stay unchanged."""


def escaped(words: str) -> str:
    """Return words escaped so that Markdown shows them unchanged."""
    return _SPECIAL.sub(r"\\\1", words.replace("\n", " "))


@dataclass(frozen=True, slots=True)
class MarkdownLines:
    """Writes the lines of one chapter."""

    document: Document
    publication: Publication
    write_note: Callable[[Note], str]
    """Returns the text of a note on one line."""

    def line(self, inlines: Iterable[Inline]) -> str:
        """Return a line."""
        return "".join(self._INLINES[type(inline)](self, inline) for inline in inlines)

    def _text(self, inline: Text | Unlinked | Name) -> str:
        return escaped(inline.text)

    def _break(self, _: Break) -> str:
        return "\\\n"

    def _code(self, inline: InlineCode) -> str:
        fence = "``" if "`" in inline.text else "`"
        return f"{fence}{inline.text}{fence}"

    def _formula(self, inline: Formula) -> str:
        return f"${inline.source}$"

    def _nothing(self, _: Raw | CitationMark | NoteMark) -> str:
        return ""

    def _picture(self, inline: Picture) -> str:
        return f"![{escaped(inline.alt)}]({self._address(inline.target)})"

    def _name_mark(self, inline: NameMark) -> str:
        return escaped(inline.label or inline.target)

    def _styled(self, inline: Styled) -> str:
        around = _AROUND.get(inline.style, "")
        return f"{around}{self.line(inline.inlines)}{around}"

    def _group(self, inline: InlineGroup) -> str:
        return self.line(inline.inlines)

    def _link(self, inline: Link) -> str:
        return f"[{self.line(inline.inlines)}]({self._address(inline.target)})"

    def _citation(self, inline: InTextCitation) -> str:
        said = escaped("".join(piece.text for piece in inline.pieces))
        return f"({said})" if inline.bracketed else said

    def _source_words(self, inline: SourceWords) -> str:
        return escaped("".join(piece.text for piece in inline.pieces))

    def _note_call(self, inline: NoteCall) -> str:
        if inline.ordinal > 1:
            return f"^\\[note {inline.note}\\]^"
        note = next(note for note in self.document.notes if note.number == inline.note)
        return f"^[{inline.note}. {self.write_note(note)}]"

    _INLINES: ClassVar[Mapping[type, Callable[..., str]]] = {
        Text: _text,
        Unlinked: _text,
        Name: _text,
        Break: _break,
        InlineCode: _code,
        Formula: _formula,
        Raw: _nothing,
        Picture: _picture,
        Styled: _styled,
        InlineGroup: _group,
        Link: _link,
        InTextCitation: _citation,
        SourceWords: _source_words,
        NoteCall: _note_call,
        NameMark: _name_mark,
        CitationMark: _nothing,
        NoteMark: _nothing,
    }

    def _address(self, target: str) -> str:
        """Return the author's target as an address of the site."""
        try:
            parts = urlsplit(target)
        except ValueError:  # brackets in a host name
            return target
        if parts.scheme or parts.netloc or target.startswith("/"):
            return target
        here = self.document.chapter.path
        path = unquote(parts.path)
        to = posixpath.normpath(posixpath.join(posixpath.dirname(here), path)) if path else here
        if to.endswith(".md"):
            return self.publication.page(to, here, unquote(parts.fragment))
        return self.publication.file(to, here)
