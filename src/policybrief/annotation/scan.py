"""The citable blocks of a chapter before it is converted: the block structure alone, without any inline work.

Paragraph ids must be known when the first chapter is converted, and a paragraph may have come from another chapter.
"""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension

from ..model.brief import Chapter
from .blocks import blocks_of
from .clusters import IN_BRACKETS

_NOT_TEXT = re.compile(rf"\x02[^\x03]*\x03|\[\^[^\]\s]+\]|{IN_BRACKETS}|\{{:?[ ][^}}\n]*\}}|\{{[#.:][^}}\n]*\}}")
"""What conversion takes out of the text: what was put aside, calls of notes, citations, attributes."""
_WORD_OR_PICTURE = re.compile(r"[^\W_]|!\[")


def blocks_in(
    chapter: Chapter, extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, object]]
) -> tuple[str, ...]:
    """Return the text of each citable block, as written, in the order in which conversion will meet them."""
    md = Markdown(extensions=list(extensions), extension_configs={key: dict(value) for key, value in configs.items()})
    lines = chapter.body.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    md.parser.parseChunk(root, "\n".join(lines))
    texts = ("\n".join(_text(element) for element in block.elements) for block in blocks_of(root))
    return tuple(text for text in texts if _WORD_OR_PICTURE.search(text))


def _text(element: Element) -> str:
    words = "".join(element.itertext())
    return _NOT_TEXT.sub("", unescape(words))
