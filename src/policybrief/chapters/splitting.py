"""Paragraphs in which Markdown left a block of code, split: text, code, text.

A fence may follow a line of text without an empty line between them. Markdown then puts the code into the paragraph,
which browsers do not allow: the paragraph would end before the code, and the text after it would be in none.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_PUT_ASIDE = re.compile("(\x02wzxhzdk:\\d+\x03)")
BEFORE_ALL_TREES = 1001
"""The priority at which the blocks of a page are made and nothing has looked at them yet."""
AFTER_FOOTNOTES = 45
"""The priority at which the footnotes have become blocks of their own."""


def register_splitting(md: Markdown) -> None:
    """Register what takes paragraphs apart, in time for all who read the tree."""
    md.treeprocessors.register(_Splitter(md), "pb-split", BEFORE_ALL_TREES)
    md.treeprocessors.register(_Splitter(md), "pb-split-notes", AFTER_FOOTNOTES)


class _Splitter(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in tuple(root.iter()):
            if any(child.tag == "p" and _PUT_ASIDE.search(child.text or "") for child in parent):
                parent[:] = [part for child in parent for part in _parts(child)]


def _parts(element: Element) -> Iterator[Element]:
    """Yield a paragraph as several, each with text alone or with one block alone; any other element as it is.

    What was put aside by now are blocks: nothing has read the lines yet.
    """
    pieces = [piece.strip("\n") for piece in _PUT_ASIDE.split(element.text or "")]
    pieces = [piece for piece in pieces if piece.strip()]
    if element.tag != "p" or len(element) or len(pieces) < 2:
        yield element
        return
    for number, piece in enumerate(pieces):
        # The attributes and what the rest of the page knows the paragraph by stay with its first words.
        part = element if number == 0 else Element("p")
        part.text = piece
        yield part
    element.tail, part.tail = None, element.tail
