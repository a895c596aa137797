"""Links without text, which say what they lead to: `[](#fig-map)` becomes *Figure 2.14*.

A figure or a table is named by its number, a theorem or another untitled box by its kind and the number of its
paragraph, any other box, a section and a chapter by their titles, a paragraph by its number, and an entry of the
glossary by its name.
"""

import posixpath
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from ..model.blocks import Block, Box, Figure, Group, Heading, Node, walk
from ..model.captions import caption_label
from ..model.document import Citable, Document, Uncited
from ..model.inlines import Inline, Link, Text, Unlinked, attribute
from ..model.problems import Code, Problem
from .rewriting import document_rewritten, rewritten
from .text import plain_text


@dataclass(frozen=True, slots=True)
class CrossReferences:
    """The links without text in a chapter, and the names of its parts for links from elsewhere."""

    targets: tuple[str, ...] = ()
    """The targets of the links, as written."""
    called: Mapping[str, str] = field(default_factory=dict)
    """The name of each id, `Figure 2.14`; empty without a number or title."""


def cross_references(document: Document, kinds: Collection[str]) -> CrossReferences:
    """Return the links without words of a chapter that is not annotated yet, and what its parts are called.

    `kinds` are the titles that boxes have where their authors gave them none.
    """
    called: dict[str, str] = {}
    count = 0
    for section in document.sections:
        if section.heading:
            _call(called, (section.heading,), " ".join(plain_text((section.heading,)).split()))
        for each in section.parts:
            if isinstance(each, Citable):
                count += 1
                _call_boxes(called, each.blocks, f"{document.chapter.number}.{count}", kinds)
                _call_all(called, each.blocks)
            else:
                _call_all(called, (each.block,))
    if opening := _id_of_title(document):
        called[opening] = document.chapter.title
    return CrossReferences(targets_without_words(document), called)


def targets_without_words(document: Document) -> tuple[str, ...]:
    """Return where the links without words of a chapter lead."""
    return tuple(link.target for link in _without_words(document))


def _call_boxes(called: dict[str, str], blocks: Iterable[Block], number: str, kinds: Collection[str]) -> None:
    """Note what boxes are called; what is after a kind, in brackets, is not a part of it."""
    for box in (node for block in blocks for node in walk(block) if isinstance(node, Box) and node.title):
        words = " ".join(plain_text(box.title).split())
        kind = words.partition(" (")[0]
        if own := attribute(box.attributes, "id"):
            called[own] = f"{kind} {number}" if kind in kinds else words


def _id_of_title(document: Document) -> str:
    """Return the id that the author gave the title, which is kept in an empty block in its place; or nothing."""
    parts = document.sections[0].parts if document.sections and not document.sections[0].heading else ()
    for number, part in enumerate(parts):
        block = part.block if isinstance(part, Uncited) else None
        own = attribute(block.attributes, "id") if isinstance(block, Group) and not block.blocks else ""
        in_title = re.compile(rf"(?m)^ {{0,3}}#[ \t].*\{{[^{{}}\n]*#{re.escape(own)}(?![\w-])")
        if own and (number == 0 or in_title.search(document.chapter.body)):
            return own
    return ""


def _call_all(called: dict[str, str], blocks: Iterable[Block]) -> None:
    """Record the names of the parts of blocks: content of a figure is named like the figure, the innermost first."""
    for node in (node for block in blocks for node in walk(block)):
        if isinstance(node, Figure):
            _call(called, walk(node), caption_label(node.caption))
    _call(called, (node for block in blocks for node in walk(block)), "")


def _call(called: dict[str, str], nodes: Iterable[Node], words: str) -> None:
    for node in nodes:
        own = node.anchor if isinstance(node, Heading) else attribute(getattr(node, "attributes", ()), "id")
        if own and (words or own not in called):
            called[own] = words


@dataclass(frozen=True, slots=True)
class Callees:
    """What links may call by name: the chapters with their parts, and the entries."""

    chapters: Mapping[str, tuple[Document, CrossReferences]]
    """By path."""
    ids: Mapping[str, tuple[str, ...]]
    """The permanent ids of what each chapter has to cite, in order, by its path."""
    titles: Mapping[str, str]
    """What pages of entries are called, by their paths."""

    def words_for(self, path: str) -> dict[str, str]:
        """Return the text of the links without text in a chapter, by target, except broken ones."""
        _, references = self.chapters[path]
        found = ((target, self._words(target, path)) for target in references.targets)
        return {target: words for target, words in found if words is not None}

    def _words(self, target: str, start: str) -> str | None:
        try:
            parts = urlsplit(target)
        except ValueError:  # brackets in the name of a host
            return ""
        if parts.scheme or parts.netloc:
            return ""
        path = (
            posixpath.normpath(posixpath.join(posixpath.dirname(start), unquote(parts.path))) if parts.path else start
        )
        if path not in self.chapters:
            beside = {posixpath.dirname(chapter) for chapter in self.chapters}
            named_as_page = path.endswith(".md") or "." not in posixpath.basename(path)
            is_missing = named_as_page and posixpath.dirname(path) in beside
            return None if is_missing else "" if parts.fragment else self.titles.get(path, "")
        return self._words_in(path, unquote(parts.fragment))

    def _words_in(self, path: str, anchor: str) -> str | None:
        document, references = self.chapters[path]
        chapter = document.chapter
        if not anchor:
            return chapter.title
        if anchor in self.ids[path]:
            return f"{chapter.number}.{self.ids[path].index(anchor) + 1}"
        return references.called.get(anchor)


def with_words(document: Document, words: Mapping[str, str]) -> Document:
    """Return a chapter whose links without text say what they lead to; `words` are by target.

    A link without a name shows its target.
    """

    def line(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        changed = tuple(_filled(each, words) if _is_empty(each) else rewritten(each, line) for each in inlines)
        return inlines if all(old is new for old, new in zip(inlines, changed, strict=True)) else changed

    if not words and next(_without_words(document), None) is None:
        return document
    return document_rewritten(document, line)


def empty_links(document: Document, words: Mapping[str, str], anchors: Container[str]) -> Iterator[Problem]:
    """Yield the links without text whose target exists but has no name.

    `anchors` are the ids of the finished page, including those of notes.
    """
    for link in _without_words(document):
        in_page = link.target.startswith("#") and link.target[1:] in anchors
        unnamed = in_page and link.target not in words
        if words.get(link.target) == "" or unnamed:
            message = f"the link to '{link.target}' has no text, and its target has no number or title"
            hint = f"write its text between the brackets: [words]({link.target})"
            yield Problem(Code.EMPTY_LINK, document.place(link.at), message, hint)


def _filled(inline: Inline, words: Mapping[str, str]) -> Inline:
    return (
        replace(inline, inlines=(Unlinked(words.get(inline.target) or inline.target),))
        if isinstance(inline, Link)
        else inline
    )


def _is_empty(inline: Inline) -> bool:
    if not isinstance(inline, Link) or not inline.target:
        return False
    return all(isinstance(each, Text) and not each.text.strip() for each in inline.inlines)


def _without_words(document: Document) -> Iterator[Link]:
    roots = (*document.roots(), *(block for note in document.footnotes for block in note.blocks))
    return (node for root in roots for node in walk(root) if isinstance(node, Link) and _is_empty(node))
