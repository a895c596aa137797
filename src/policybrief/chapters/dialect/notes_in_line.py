"""Notes in the line that calls them, `^[as pandoc has them]`: each becomes a footnote with a label of its own."""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from .in_line import closing_bracket, code_in

PREFIX = "^in-line-"
"""What their labels begin with: no author can write such a label."""
_BEFORE_FOOTNOTES = 70
"""The priority at which the extension has not yet made the list of footnotes (50)."""
_OPENING = re.compile(r"(?<!\\)\^\[")


class LineNotes(Treeprocessor):
    """Takes the notes out of the lines of one page."""

    def __init__(self, md: Markdown, add: Callable[[str, str], None]) -> None:
        """`add` takes the label and the text of a footnote."""
        super().__init__(md)
        self.add = add
        self.texts: dict[str, str] = {}
        """By label."""

    def clear(self) -> None:
        """Forget those of the page before."""
        self.texts = {}

    def run(self, root: Element) -> None:
        """Take the notes out of each text of the tree."""
        for element in root.iter():
            if element.text and "^[" in element.text and not isinstance(element.text, AtomicString):
                element.text = self._without(element.text)
            if element.tail and "^[" in element.tail:
                element.tail = self._without(element.tail)

    def _without(self, text: str) -> str:
        pieces: list[str] = []
        code = [match.span() for match in code_in(text)]
        end = 0
        for match in _OPENING.finditer(text):
            close = closing_bracket(text, match.end())
            if match.start() < end or close < 0 or any(a < match.start() < b for a, b in code):
                continue
            label = f"{PREFIX}{len(self.texts) + 1}"
            self.texts[label] = said = text[match.end() : close]
            self.add(label, " ".join(said.split()))
            pieces += (text[end : match.start()], f"[^{label}]")
            end = close + 1
        return "".join((*pieces, text[end:]))


def written(label: str, texts: Mapping[str, str]) -> str:
    """Return how a note with a label is called in the chapter."""
    return f"^[{texts[label]}]" if label in texts else f"[^{label}]"
