"""The citable blocks of the chapters before they are converted: the block structure alone, without any inline work.

Paragraph ids must be known when the first chapter is converted, and a paragraph may have come from another chapter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension

from ..model.brief import Chapter
from .blocks import Block, blocks_of
from .clusters import IN_BRACKETS

_PUT_ASIDE = re.compile("\x02[^\x03]*\x03")
"""A stand-in for what a preprocessor took out of the text; its number says nothing of the paragraph."""
_NOT_TEXT = re.compile(
    rf"\[\^[^\]\s]+\]|{IN_BRACKETS}|\{{:?[ ][^}}\n]*\}}|\{{[#.:][^}}\n]*\}}"
    r"|</?[A-Za-z][\w-]*(?:\s[^<>]*)?>|(?<!!)\[\]\([^()\s]*\)|\A\s*(?:\[TOC\]|///[^/\n]+///)\s*\Z"
)
"""What conversion takes out of the text: calls of notes, citations, attributes, tags, links without
words, and the marks where the contents or the notes are to stand."""
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
    return tuple(text for _, text in blocks_as_written(root))


def blocks_as_written(root: Element) -> Iterator[tuple[Block, str]]:
    """Yield the citable blocks of a tree whose inline markup is not yet converted, each with its text.

    The texts of a block's cells and items are parted by line breaks.
    """
    for block in blocks_of(root):
        text = "\n".join("\n".join(element.itertext()) for element in block.elements)
        text = _PUT_ASIDE.sub("", text)
        if _WORD_OR_PICTURE.search(_NOT_TEXT.sub("", unescape(text))):
            yield block, text
