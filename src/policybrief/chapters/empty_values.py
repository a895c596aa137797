"""Attributes without a value, as in `{: hidden }`: Python-Markdown keeps them as None, at which extensions fail."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

_BEFORE_IDS = 7
"""The priority at which the author's braces have been read (8), and no id is on a heading yet (5)."""


class _EmptyValues(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.items():
                if not value:
                    element.set(name, "")


def register_empty_values(md: Markdown) -> None:
    """Have every attribute without a value be an empty one, which HTML takes for the same."""
    md.treeprocessors.register(_EmptyValues(md), "pb-empty-values", _BEFORE_IDS)
