"""Attributes without a value, as in `{: hidden }`: Python-Markdown keeps them as None, at which its extensions fail."""

from collections.abc import Iterable
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.treeprocessors import Treeprocessor

_BEFORE_IDS = 7
"""The priority at which the author's braces have been read (8), and no id is on a heading yet (5)."""
_FENCES, _FENCES_PRIORITY = "fenced_code_block", 25
"""Where Python-Markdown registers what reads fences of code."""


def register_empty_values(md: Markdown) -> None:
    """Have every attribute without a value be an empty one, which HTML takes for the same."""
    md.treeprocessors.register(_EmptyValues(md), "pb-empty-values", _BEFORE_IDS)
    if _FENCES in md.preprocessors and type(fences := md.preprocessors[_FENCES]) is FencedBlockPreprocessor:
        options = fences.config  # type: ignore[attr-defined]
        md.preprocessors.register(_Fences(md, options), _FENCES, _FENCES_PRIORITY)


class _EmptyValues(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            for name, value in element.items():
                if not value:
                    element.set(name, "")


class _Fences(FencedBlockPreprocessor):
    """Reads fences of code; where nothing colours the code, an option that is on is an attribute without a value."""

    def handle_attrs(self, attrs: Iterable[tuple[str, str | None]]) -> tuple[str, list[str], dict[str, Any]]:
        """Return id, classes and options of a fence."""
        element_id, classes, options = super().handle_attrs(attrs)  # type: ignore[arg-type]
        colours = self.codehilite_conf and self.codehilite_conf["use_pygments"] and options.get("use_pygments", True)
        if not colours:
            options = {name: _as_text(value) for name, value in options.items() if value is not False}
        return element_id, classes, options


def _as_text(value: object) -> str:
    return "" if value is None or value is True else str(value)
