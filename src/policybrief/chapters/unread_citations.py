"""Citations that were not read as such: in the text of a link, or with a note in their brackets."""

import re
from collections.abc import Collection, Iterator

from ..model.blocks import Heading, Node, Term, TextBlock, walk
from ..model.document import Document
from ..model.inlines import CitationMark, Inline, Link, NoteMark, Picture, Styled, Text, attribute
from ..model.problems import Code, Problem
from .citation_syntax import KEY

_KEY = re.compile(rf"(?<![\w@\\])@\{{?(?P<key>{KEY})")
_OPENED = re.compile(r"\[[^\[\]]*\Z")
"""Brackets that are not closed in these words."""


def unread_citations(document: Document, known: Collection[str]) -> Iterator[Problem]:
    r"""Yield the sources that a chapter seems to cite but does not; `known` are the ids of all sources.

    A literal character, `\@name`, and code are ignored.
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
            message = f"'@{key}' is in the text of a link, where it cites nothing"
            hint = f"write [@{key}] after the link, or \\@{key} for a name"
            yield Problem(Code.NESTED_LINK, document.place(at), message, hint)


def _in_picture(picture: Picture, document: Document, known: Collection[str]) -> Iterator[Problem]:
    for match in _KEY.finditer(picture.alt):
        key, before = match["key"], picture.alt[: match.start()]
        written = re.search(rf"!\[[^\[\]]*?(?<!\\)(?=@\{{?{re.escape(key)})", document.chapter.body)
        # The brackets have been taken for a citation, and reported as such.
        if key in known and written and before.count("[") == before.count("]"):
            message = f"'@{key}' is in the alt text of a picture, where it cites nothing"
            hint = f"write [@{key}] in the text or in a caption, or \\@{key} for a name"
            yield Problem(Code.BROKEN_MARK, document.place(written.end()), message, hint)


def _in_line(line: tuple[Inline, ...], document: Document, known: Collection[str]) -> Iterator[Problem]:
    """Yield the sources in brackets that are words, because they are not closed or hold a link or a note."""
    words = ""
    for inline in line:
        opened = _OPENED.search(words)
        if isinstance(inline, Text):
            for match in _KEY.finditer(inline.text):
                bracket = _OPENED.search(words + inline.text[: match.start()])
                if bracket and match["key"] in known:
                    yield from _in_brackets(match["key"], document)
            words += inline.text
        elif isinstance(inline, CitationMark) and inline.written.startswith(("@", "-@")) and opened:
            words += inline.written
        elif isinstance(inline, NoteMark) and opened:
            keys = (match["key"] for match in _KEY.finditer(opened[0]))
            yield from (problem for key in keys if key in known for problem in _in_brackets(key, document))


def _in_brackets(key: str, document: Document) -> Iterator[Problem]:
    closed = r"(?:[^\[\]\n]|\n(?!\s*\n))*\](?![(\[])"
    written = re.compile(rf"(?<!\\)\[[^\[\]]*?(?<![\w@\\])@\{{?{re.escape(key)}(?!\w)(?!{closed})")
    if found := written.search(document.chapter.body):
        message = f"'@{key}' is in brackets that are not read as a citation"
        hint = "close them, and keep links and notes out of them"
        yield Problem(Code.BAD_CITATION, document.place(found.start()), message, hint)


def _texts(link: Link) -> Iterator[str]:
    nodes: Iterator[Node] = walk(link)
    return (node.text for node in nodes if isinstance(node, Text))


def _is_escaped(document: Document, at: int) -> bool:
    return document.chapter.body[at - 1 : at] == "\\"
