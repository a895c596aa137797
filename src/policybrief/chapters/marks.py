"""The author's own marks in a chapter: `[[eaeu]]`, `[[eaeu|the Union]]`, and `[[!Union]]` for a word to leave alone."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

NAME_TAG = "pb-name"
"""A name that the author marked, in the element tree."""

MARK = r"\[\[(?P<silent>!)?(?P<target>[^\[\]|\\\n]+(?:\n[^\[\]|\\\n]+)?)(?:\\?\|(?P<label>[^\[\]]+))?\]\]"
"""In a table the bar must be written `\\|`, or it would end the cell."""

BEFORE_ESCAPES = 185
"""After code (190), so that marks in code stay code; before backslash escapes (180), which would eat `\\|`."""


class MarkProcessor(InlineProcessor):
    """Turns each mark into a `pb-name` element, to be resolved when the whole tree stands."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(MARK, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002
    ) -> tuple[Element, int, int]:
        # Code in the words has been read by then, and something else put in its place.
        target = " ".join(self.unescape(m["target"]).split())
        element = Element(NAME_TAG, {"written": m[0]})
        if m["silent"]:
            element.text = AtomicString(target)
        else:
            element.set("target", target)
            element.text = AtomicString(" ".join(self.unescape(m["label"] or target).split()))
            element.set("labelled", "yes" if m["label"] else "")
        return element, m.start(0), m.end(0)
