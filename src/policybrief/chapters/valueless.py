"""Attributes that the author gave no value: `{ reversed }`, or a word in braces that was meant to be read.

The library keeps them in the element tree with None for a value, which other extensions do not expect.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .allowed_attributes import WITHOUT_VALUE

AFTER_ATTRIBUTES = 7
"""The priority at which braces have become attributes, and headings have no ids yet."""


class ValuelessKeeper(Treeprocessor):
    """Takes the attributes without a value out of the tree of one page, but for those that need none."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.taken: list[tuple[Element, str]] = []
        """Each with the element that it was on, in the order of the tree."""

    def run(self, root: Element) -> None:
        self.taken = []
        for element in root.iter():
            for name in [name for name, value in element.attrib.items() if value is None]:
                if name in WITHOUT_VALUE:
                    element.set(name, "")
                else:
                    del element.attrib[name]
                    self.taken.append((element, name))


def register_valueless(md: Markdown) -> ValuelessKeeper:
    """Register what takes such attributes out, and return it: it knows those of the page that was read last."""
    keeper = ValuelessKeeper(md)
    md.treeprocessors.register(keeper, "pb-valueless", AFTER_ATTRIBUTES)
    return keeper
