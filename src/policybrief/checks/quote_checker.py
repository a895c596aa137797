"""Whether passages that somebody quotes are in the brief: as they are, changed, from elsewhere, or put together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz

from ..model.knowledge import Paragraph
from ..model.sentences import sentences_of
from .quoted_words import first_difference, in_order, plain_words

_NEAR = 75
"""From which likeness on, of 100, a passage is one of the brief's that was changed."""
_FEWEST_WORDS = 3
"""So many words a piece of a passage has at least to be looked for by itself."""
_PIECES = re.compile(r"\[[^\[\]]*\]|…|\.{3}")
_NAMED = re.compile(r"\s*[(\[](?:¶\s*|para(?:graph|\.)?\s*)?([\w-]+(?:\.[\w-]+)?)[)\]]\s*$")


class Verdict(Enum):
    """What is found of a passage; the value is how a report says it."""

    VERIFIED = "verified"
    ELSEWHERE = "from another paragraph"
    DIFFERS = "differs"
    STITCHED = "stitched together"
    ABSENT = "not in this brief"


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """A passage with what is found of it."""

    quote: str
    verdict: Verdict
    paragraphs: tuple[Paragraph, ...] = ()
    """Where it is from."""
    mine: str = ""
    """Where it differs, its words."""
    theirs: str = ""
    """And those of the brief."""


def passages_in(text: str) -> Iterator[str]:
    """Yield the passages of a file: blank lines separate them."""
    return (" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())


def check_quote(passage: str, paragraphs: Sequence[Paragraph]) -> CheckedQuote:
    """Return what is found of a passage in the paragraphs of a brief.

    It may end in the number or the id of a paragraph in brackets. Case, punctuation, the shape of quotation marks and
    dashes and white space do not count; `…` and `[words]` stand for what is left out or put in.
    """
    named = _NAMED.search(passage)
    wanted = next((each for each in paragraphs if named and named[1] in (each.number, each.id)), None)
    quote = passage[: named.start()] if named and wanted else passage
    pieces = [plain for part in _PIECES.split(quote) if (plain := plain_words(part))]
    texts = [(each, plain_words(each.text)) for each in paragraphs]
    found = [each for each, text in texts if pieces and in_order(pieces, text)]
    if found:
        right = wanted is None or wanted in found
        home = wanted if wanted and right else found[0]
        return CheckedQuote(quote, Verdict.VERIFIED if right else Verdict.ELSEWHERE, (home,))
    if stitched := _stitched(quote, texts):
        return CheckedQuote(quote, Verdict.STITCHED, stitched)
    whole = " ".join(pieces)
    likeness, nearest = max(
        ((fuzz.partial_ratio(whole, text), each) for each, text in texts if len(text) >= len(whole) * 0.9),
        key=lambda pair: pair[0],
        default=(0.0, None),
    )
    if nearest is None or likeness < _NEAR or len(whole.split()) < _FEWEST_WORDS:
        return CheckedQuote(quote, Verdict.ABSENT)
    return CheckedQuote(quote, Verdict.DIFFERS, (nearest,), *first_difference(quote, nearest.text))


def _stitched(quote: str, texts: Iterable[tuple[Paragraph, str]]) -> tuple[Paragraph, ...]:
    """Return the paragraphs from which the pieces or the sentences of a passage are, if each of them is in one."""
    sentences = [quote[each.start : each.end] for each in sentences_of(quote)]
    parts = [part for sentence in sentences for part in _PIECES.split(sentence) if len(part.split()) >= _FEWEST_WORDS]
    homes = [next((each for each, text in texts if in_order([plain_words(part)], text)), None) for part in parts]
    found = tuple(dict.fromkeys(home for home in homes if home))
    return found if len(parts) > 1 and all(homes) and len(found) > 1 else ()
