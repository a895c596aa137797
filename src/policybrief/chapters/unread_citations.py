"""Citations that were not read as such: in the words of a link, or with a note in their brackets."""

import re
from collections.abc import Collection, Iterator

from ..model.blocks import Heading, Node, Term, TextBlock, walk
from ..model.document import Document
from ..model.inlines import CitationMark, Inline, Link, NoteMark, Picture, Styled, Text, attribute
from ..model.problems import Code, Problem
from .citation_syntax import KEY

_KEY = re.compile(rf"(?<![\w@\\])@\{{?(?P<key>{KEY})")
_IN_BRACKETS = re.compile(rf"\[[^\[\]]*?(?<![\w@\\])@\{{?(?P<key>{KEY})[^\[\]]*\Z")
"""The end of some words, after which comes what is no citation's."""


def unread_citations(document: Document, known: Collection[str]) -> Iterator[Problem]:
    """Yield the sources that a chapter seems to cite and does not; `known` are the ids of all sources.

    A sign that is meant as one, `\\@name`, and code are left alone.
    """
    roots = (*document.roots(), *(block for note in document.footnotes for block in note.blocks))
    for node in (node for root in roots for node in walk(root)):
        if isinstance(node, Link) and attribute(node.attributes, "class") != "toclink":
            yield from _in_link(node, document, known)
        elif isinstance(node, Picture) and "@" in node.alt:
            yield from _in_picture(node, document, known)
        elif isinstance(node, (TextBlock, Heading, Term, Styled)):
            yield from _in_line(node.inlines, document, known)


def _in_link(link: Link, document: Document, known: Collection[str]) -> Iterator[Problem]:
    for key in (match["key"] for text in _texts(link) for match in _KEY.finditer(text)):
        at = document.chapter.body.rfind(f"@{key}", 0, link.at)
        if key in known and at >= 0 and not _is_escaped(document, at):
            message = f"'@{key}' is in the words of a link, and cites nothing there"
            hint = f"write [@{key}] after the link, or \\@{key} for a name"
            yield Problem(Code.NESTED_LINK, document.place(at), message, hint)


def _in_picture(picture: Picture, document: Document, known: Collection[str]) -> Iterator[Problem]:
    for match in _KEY.finditer(picture.alt):
        key, before = match["key"], picture.alt[: match.start()]
        written = re.search(rf"!\[[^\[\]]*?(?<!\\)(?=@\{{?{re.escape(key)})", document.chapter.body)
        # What is in brackets has been taken for a citation, and reported as such.
        if key in known and written and before.count("[") == before.count("]"):
            message = f"'@{key}' is in the words for a picture, and cites nothing there"
            hint = f"write [@{key}] in the text or in a caption, or \\@{key} for a name"
            yield Problem(Code.BROKEN_MARK, document.place(written.end()), message, hint)


def _in_line(line: tuple[Inline, ...], document: Document, known: Collection[str]) -> Iterator[Problem]:
    """Yield the citations in brackets that hold a note as well, which makes words of the brackets."""
    for at, inline in enumerate(line):
        if not isinstance(inline, NoteMark):
            continue
        before = "".join(_written(each) for each in line[:at])
        match = _IN_BRACKETS.search(before)
        if (
            match
            and match["key"] in known
            and not re.search(rf"\\\[[^\[\]]*@{re.escape(match['key'])}", document.chapter.body)
        ):
            message = f"'@{match['key']}' is in brackets with a note, which are not read as a citation"
            hint = "write the note after the brackets, or the citation into the note"
            yield Problem(Code.BAD_CITATION, document.place(inline.at), message, hint)


def _written(inline: Inline) -> str:
    if isinstance(inline, CitationMark):
        return inline.written if inline.written.startswith(("@", "-@")) else ""
    return inline.text if isinstance(inline, Text) else ""


def _texts(link: Link) -> Iterator[str]:
    nodes: Iterator[Node] = walk(link)
    return (node.text for node in nodes if isinstance(node, Text))


def _is_escaped(document: Document, at: int) -> bool:
    return document.chapter.body[at - 1 : at] == "\\"
