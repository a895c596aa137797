"""The citable blocks of the chapters before they are converted: the block structure alone, without any inline work.

Paragraph ids must be known when the first chapter is converted, and a paragraph may have come from another chapter.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
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


def scan(
    chapters: Iterable[Chapter], extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, object]]
) -> Mapping[str, tuple[str, ...]]:
    """Return, by chapter path, each citable block as written, in the order in which conversion will meet them.

    `extensions` and `configs` are those of the conversion.
    """
    md = Markdown(extensions=list(extensions), extension_configs={key: dict(value) for key, value in configs.items()})
    return {chapter.path: _blocks_in(chapter, md) for chapter in chapters}


def _blocks_in(chapter: Chapter, md: Markdown) -> tuple[str, ...]:
    md.reset()
    lines = chapter.body.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = Element("div")
    md.parser.parseChunk(root, "\n".join(lines))
    texts = ("\n".join("".join(element.itertext()) for element in block.elements) for block in blocks_of(root))
    return tuple(text for text in texts if _WORD_OR_PICTURE.search(_NOT_TEXT.sub("", unescape(text))))
