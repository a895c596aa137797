"""Marks where only plain words can be: in what describes a picture, and in the title of a link or a picture.

Python-Markdown has read them by then, and would keep their words alone, of which a citation has none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import (
    ImageReferenceInlineProcessor,
    InlineProcessor,
    ShortImageReferenceInlineProcessor,
)
from markdown.util import INLINE_PLACEHOLDER_RE

from ..model.places import Source
from ..model.problems import MOST_ON_A_PAGE, Code, Problem
from .citations import CITATION_TAG
from .dialect.links import AddressedImage, AddressedLink

_BEFORE_WORDS = r"!\[(?:[^\[\]]|\[[^\[\]]*\])*?"
_BEFORE_TITLE = r"\]\([^()\n]*\s[\"'][^\"'\n]*?"
_CALL = re.compile(r"#fn.(.+)")


class PlainWords:
    """Puts the marks back into such words as they were written, and remembers those of one page."""

    def __init__(self, md: Markdown) -> None:
        self.md = md
        self.found: list[str] = []
        for name, (priority, make) in _WITH_PLAIN_WORDS.items():
            if name in md.inlinePatterns:
                processor = make(md.inlinePatterns[name].pattern, md)
                processor.words = self
                md.inlinePatterns.register(processor, name, priority)

    def clear(self) -> None:
        """Forget the marks of the page before."""
        self.found.clear()

    def with_marks(self, text: str) -> str:
        """Return words with the marks in them as they were written."""
        return INLINE_PLACEHOLDER_RE.sub(self._written, text)

    def problems(self, source: Source) -> Iterator[Problem]:
        """Yield the marks of the page, each at its place."""
        count: Counter[str] = Counter()
        for mark in islice(self.found, MOST_ON_A_PAGE + 1):
            # What describes a picture follows `![`, and a title the address in front of it.
            before = rf"(?:{_BEFORE_WORDS}|{_BEFORE_TITLE})(?={re.escape(mark)})"
            places = [match.end() for match in re.finditer(before, source.text)] or [0]
            at = places[min(count[mark], len(places) - 1)]
            count[mark] += 1
            message = f"'{mark}' is in the alt text of a picture or the title of a link, which are plain text"
            yield Problem(Code.BROKEN_MARK, source.place(at), message, "write it in the text, or in a caption")

    def _written(self, match: re.Match[str]) -> str:
        node = self.md.treeprocessors["inline"].stashed_nodes.get(match[1])  # type: ignore[attr-defined]
        written = _as_written(node) if isinstance(node, Element) else ""
        if written:
            self.found.append(written)
        return written or match[0]


def _as_written(element: Element) -> str:
    if element.tag == CITATION_TAG:
        return element.get("written", "")
    link = element.find("a") if element.tag == "sup" else None
    call = _CALL.fullmatch(link.get("href", "")) if link is not None else None
    return f"[^{call[1]}]" if call else ""


class _Keeping(InlineProcessor):
    """Keeps the marks in the words that it takes as plain ones."""

    words: PlainWords

    def unescape(self, text: str) -> str:
        return super().unescape(self.words.with_marks(text))


class _PlainLink(_Keeping, AddressedLink):
    pass


class _PlainPicture(_Keeping, AddressedImage):
    pass


class _PlainPictureReference(_Keeping, ImageReferenceInlineProcessor):
    pass


class _PlainShortPictureReference(_Keeping, ShortImageReferenceInlineProcessor):
    pass


_WITH_PLAIN_WORDS: Mapping[str, tuple[int, type[_Keeping]]] = {
    "link": (160, _PlainLink),
    "image_link": (150, _PlainPicture),
    "image_reference": (140, _PlainPictureReference),
    "short_image_ref": (125, _PlainShortPictureReference),
}
"""The names under which Python-Markdown registers its processors, their priorities, and what takes their places."""
