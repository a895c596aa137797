"""Which sentences make a claim that can be checked: those with a year, a figure or a quotation."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .knowledge import Extent, Paragraph

FIGURE = re.compile(
    r"""
    \b(?:1[5-9]|20)\d\d(?:[–-]\d\d(?:\d\d)?)?\b   # a year, or years
    | \d+(?:[.,]\d+)?\ ?(?:%|per\ cent\b)        # a percentage
    | [$€£]\ ?\d                                 # a sum
    | \b\d{1,3}(?:[.,]\d{3})+\b | \b\d+\.\d+\b | \b\d{2,}\b
    """,
    re.VERBOSE,
)
_NO_FIGURE = re.compile(
    r"\b(?:chapters?|paragraphs?|sections?|notes?|tables?|figures?|charts?|maps?|boxe?s?|equations?|annexe?s?|appendi\w+"
    r"|articles?|resolutions?)\s+[\d.]+",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"“[^\n“”]*”|«[^\n«»]*»|„[^\n„“”]*[“”]|\"[^\n\"]*\""
    # A quotation may contain an apostrophe, so look for its end, but not beyond the length of a quotation.
    r"|(?<!\w)‘[^\n‘]{1,1000}?’(?!\w)|(?<!\w)'(?=\S)[^\n]{1,1000}?(?<=\S)'(?!\w)"
)
_SPACES = 2
"""The fewest spaces in a quotation: anything shorter is a term or a title."""


def claim_in(paragraph: Paragraph, names: Iterable[Extent], sentence: Extent) -> int | None:
    """Return the position of a sentence's claim, its first year, figure or quotation, or None.

    `names` are the names of entries in the paragraph: years and figures inside them are not claims, nor are those of
    references to parts of the brief.
    """
    text = paragraph.text
    figure = FIGURE.search(_without_names(text, (*names, *paragraph.references)), sentence.start, sentence.end)
    if figure:
        return figure.start()
    quoted = (each for each in _quoted_in(text) if sentence.start <= each.start < sentence.end)
    return next((each.start for each in quoted if text.count(" ", each.start, each.end) >= _SPACES), None)


@lru_cache(maxsize=8)
def _without_names(text: str, names: tuple[Extent, ...]) -> str:
    # Called for the sentences of a paragraph one after the other.
    return without_names(text, names)


@lru_cache(maxsize=8)
def _quoted_in(text: str) -> tuple[Extent, ...]:
    return tuple(quoted_in(text))


def without_names(text: str, names: Iterable[Extent]) -> str:
    """Return the text, with the same length, without names and references to other parts of the text."""
    return _NO_FIGURE.sub(lambda match: " " * len(match[0]), blotted(text, names))


def quoted_in(text: str) -> Iterator[Extent]:
    """Yield the quotations of a text, with their quotation marks."""
    return (Extent(*match.span()) for match in _QUOTED.finditer(text))


def blotted(text: str, extents: Iterable[Extent]) -> str:
    """Return the text, with the same length, with those stretches replaced by line breaks."""
    pieces, done = [], 0
    for extent in sorted(extents, key=lambda extent: extent.start):
        pieces += [text[done : extent.start], "\n" * (extent.end - max(extent.start, done))]
        done = max(done, extent.end)
    return "".join([*pieces, text[done:]])
