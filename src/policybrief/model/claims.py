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
    # An apostrophe may be inside, so the end is looked for, though not farther than a quotation goes.
    r"|(?<!\w)‘[^\n‘]{1,1000}?’(?!\w)|(?<!\w)'(?=\S)[^\n]{1,1000}?(?<=\S)'(?!\w)"
)
_SPACES = 2
"""How many spaces a quotation has at least: shorter ones are terms and titles."""


def claim_in(paragraph: Paragraph, names: Iterable[Extent], sentence: Extent) -> int | None:
    """Return where a sentence makes a claim: its first year, figure or quotation; None where it makes none.

    `names` are the names of entries in the paragraph: what is in them is no claim.
    """
    text = paragraph.text
    figure = FIGURE.search(_without_names(text, tuple(names)), sentence.start, sentence.end)
    if figure:
        return figure.start()
    quoted = (each for each in _quoted_in(text) if sentence.start <= each.start < sentence.end)
    return next((each.start for each in quoted if text.count(" ", each.start, each.end) >= _SPACES), None)


@lru_cache(maxsize=8)
def _without_names(text: str, names: tuple[Extent, ...]) -> str:
    # The sentences of a paragraph are asked about one after the other.
    return without_names(text, names)


@lru_cache(maxsize=8)
def _quoted_in(text: str) -> tuple[Extent, ...]:
    return tuple(quoted_in(text))


def without_names(text: str, names: Iterable[Extent]) -> str:
    """Return the text, of the same length, without names and references to other parts of the text."""
    return _NO_FIGURE.sub(lambda match: " " * len(match[0]), blotted(text, names))


def quoted_in(text: str) -> Iterator[Extent]:
    """Yield what of a text is in quotation marks, with these."""
    return (Extent(*match.span()) for match in _QUOTED.finditer(text))


def blotted(text: str, extents: Iterable[Extent]) -> str:
    """Return the text, of the same length, with line breaks in the place of those stretches."""
    pieces, done = [], 0
    for extent in sorted(extents, key=lambda extent: extent.start):
        pieces += [text[done : extent.start], "\n" * (extent.end - max(extent.start, done))]
        done = max(done, extent.end)
    return "".join([*pieces, text[done:]])
