"""Captions numbered through the brief: `Table 1.` of PyMdown's extension becomes `Table 2.28.`.

A table or figure has the number of its paragraph, so the number is unique in a brief and enough to cite and to find it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from ..model.blocks import Block, Figure, walk
from ..model.captions import caption_prefix, prefix_words
from ..model.document import Citable, Document
from ..model.inlines import Styled, Text
from .rewriting import exchanged

_NUMBER = re.compile(r"\d+(?:\.\d+)*")


def with_caption_numbers(document: Document) -> Document:
    """Return a chapter whose captions have the numbers of their paragraphs, as `Table 2.28.`.

    Several tables, or several figures, of one paragraph get letters too, `Figure 2.3a.` and `Figure 2.3b.`; so do those
    within another. What is in no paragraph, so that it cannot be cited, keeps the number that the extension gave it.
    """
    count = 0
    sections = []
    for section in document.sections:
        parts = list(section.parts)
        for at, part in enumerate(parts):
            if isinstance(part, Citable):
                count += 1
                parts[at] = replace(part, blocks=_numbered(part.blocks, f"{document.chapter.number}.{count}"))
        sections.append(replace(section, parts=tuple(parts)))
    return replace(document, sections=tuple(sections))


def _numbered(blocks: tuple[Block, ...], number: str) -> tuple[Block, ...]:
    prefixes = tuple(_prefixes(blocks))
    if not prefixes:
        return blocks
    new = {}
    for prefix, suffix in zip(prefixes, _suffixes([prefix_words(prefix) for prefix in prefixes]), strict=True):
        words = _NUMBER.sub(number + suffix, prefix_words(prefix), count=1)
        new[id(prefix)] = replace(prefix, inlines=(Text(words),))
    return exchanged(blocks, new)


def _suffixes(labels: Sequence[str]) -> Iterator[str]:
    """Yield what tells the captions of one paragraph apart, from how the extension numbers them: `Figure 4.1.`."""
    kinds = [_NUMBER.split(label)[0] for label in labels]
    numbers = [match[0].split(".") if (match := _NUMBER.search(label)) else [""] for label in labels]
    for kind, (first, *inner) in zip(kinds, numbers, strict=True):
        outer = dict.fromkeys(number[0] for other, number in zip(kinds, numbers, strict=True) if other == kind)
        if len(outer) > 1:
            yield _letter(list(outer).index(first)) + ".".join(inner)
        else:
            yield _letter(int(inner[0]) - 1) + ".".join(inner[1:]) if inner else ""


def _letter(index: int) -> str:
    return ascii_lowercase[index % len(ascii_lowercase)]


def _prefixes(blocks: tuple[Block, ...]) -> Iterator[Styled]:
    figures = (node for block in blocks for node in walk(block) if isinstance(node, Figure))
    return (prefix for figure in figures if (prefix := caption_prefix(figure.caption)))
