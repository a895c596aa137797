"""Whether quoted passages are in the brief: unchanged, changed, from elsewhere, or stitched together.

The twin of assets/quotes/verdict.js, which checks readers' quotations in the browser.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from ..model.knowledge import Paragraph
from .quote_alignment import OTHER, WordAlignment, align
from .quote_runs import Cover, cover
from .quote_texts import Place, QuotedTexts, quoted_texts
from .quote_words import QuotedPassage, read_quotation

_FEWEST_WORDS = 4
"""The fewest words of a passage that can be recognised with changes."""
_TELLING = 4
"""The fewest letters of a word that is more significant than `of the`."""
_PARTS_MISSING = 4
"""In a stitched passage, at most one word in this many may be in no paragraph."""
_PARTS_CHANGED = 3
"""In a passage from one paragraph, at most one word in this many may differ."""
_PIECE = 2
"""The average number of words in the pieces of a passage, below which it picks words rather than quotes."""
_LONG_PIECE = 3
_NAMED = re.compile(
    r"\s*(?:[(\[]\s*(?:[¶§]\s*|para(?:graph|s|\.)?\s*)?(?P<name>[\w-]+(?:\.[\w-]+)?)\s*[)\]]"
    r"|[(\[<]?https?://[^\s]*?(?:/p/|#(?=p-))(?P<id>[\w-]+)[^\s]*)\s*\.?\s*$"
)

_NUMBERED = re.compile(r"\s*(?P<name>[^\W_]+\.n?\d+)(?P<id>)\s+(?=(?:\d+\.\s+)?[“\"«„‘(]?[^\W\d_])")


class Verdict(Enum):
    """The verdict on a passage; the value is its name in reports."""

    VERIFIED = "verified"
    ELSEWHERE = "from another paragraph"
    DIFFERS = "differs"
    STITCHED = "stitched together"
    ABSENT = "not in this brief"


@dataclass(frozen=True, slots=True)
class WordDifference:
    """A difference between a passage and the brief."""

    mine: str
    """The words of the passage; empty for an omission."""
    theirs: str
    """The words of the brief; empty for an insertion."""


@dataclass(frozen=True, slots=True)
class CheckedQuote:
    """A passage and its verdict."""

    quote: str
    verdict: Verdict
    paragraphs: tuple[Paragraph, ...] = ()
    """The paragraphs that it is from, the one to cite first."""
    differences: tuple[WordDifference, ...] = ()


def passages_in(text: str) -> Iterator[str]:
    """Yield the passages of a file: blank lines separate them."""
    return (part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())


def check_quotes(passages: Iterable[str], paragraphs: Iterable[Paragraph]) -> tuple[CheckedQuote, ...]:
    """Return the verdicts on passages, given the paragraphs of a brief.

    A passage may end in the number, the id or the address of a paragraph in brackets, or begin with its number, as in
    print. Case, punctuation, the shape of quotation marks and dashes, combining accents, hyphens at the end of a line
    and white space do not count; `…` and `[words]` mark omissions and insertions.
    """
    texts = quoted_texts(paragraphs)
    return tuple(_checked(passage, texts) for passage in passages)


def _checked(passage: str, texts: QuotedTexts) -> CheckedQuote:
    quoted, wanted = _said_to_be_from(passage, texts)
    quotation = texts.joined(read_quotation(quoted))
    found = _as_it_is(quotation, texts)
    if found:
        right = wanted is None or wanted in found
        home = wanted if wanted is not None and right else found[0]
        verdict = Verdict.VERIFIED if right else Verdict.ELSEWHERE
        return CheckedQuote(quoted, verdict, (texts.paragraphs[home],))
    covered = cover(quotation, texts, wanted)
    homes = covered.paragraphs()
    if homes and not covered.missing:
        return _put_together(quoted, quotation, covered, texts)
    nearest = _nearest(quotation, texts, wanted)
    if nearest:
        return _differing(quoted, quotation, *nearest, texts)
    if homes and covered.missing * _PARTS_MISSING <= len(quotation.words):
        return _put_together(quoted, quotation, covered, texts)
    return CheckedQuote(quoted, Verdict.ABSENT)


def _said_to_be_from(passage: str, texts: QuotedTexts) -> tuple[str, int | None]:
    """Return a passage without a paragraph reference at its end or number at its beginning, and that paragraph."""
    named, numbered = _NAMED.search(passage), _NUMBERED.match(passage)
    for match, start, end in ((named, 0, named and named.start()), (numbered, numbered and numbered.end(), None)):
        name = match["name"] or match["id"] if match else ""
        for number, paragraph in enumerate(texts.paragraphs):
            if name and (paragraph.number == name or paragraph.id in (name, f"p-{name}")):
                return passage[start:end], number
    return passage, None


def _as_it_is(quotation: QuotedPassage, texts: QuotedTexts) -> list[int]:
    """Return the paragraphs that have all pieces of a passage, one after the other."""
    keys = tuple(word.key for word in quotation.words)
    pieces = [keys[start:end] for start, end in quotation.pieces]
    if not pieces or (len(pieces) > 1 and _picks(quotation)):
        return []
    found: dict[int, None] = {}
    for place in texts.beginning(pieces[0]):
        if place[0] not in found and texts.run(pieces[0], place) == len(pieces[0]) and _follow(pieces, place, texts):
            found[place[0]] = None
    return list(found)


def _picks(quotation: QuotedPassage) -> bool:
    longest = max(end - start for start, end in quotation.pieces)
    return longest < _LONG_PIECE or len(quotation.words) < _PIECE * len(quotation.pieces)


def _follow(pieces: list[tuple[str, ...]], place: Place, texts: QuotedTexts) -> bool:
    paragraph, start = place
    at = start + len(pieces[0])
    length = len(texts.keys[paragraph])
    for piece in pieces[1:]:
        while at < length and texts.run(piece, (paragraph, at)) < len(piece):
            at += 1
        at += len(piece)
    return at <= length


def _put_together(quoted: str, quotation: QuotedPassage, covered: Cover, texts: QuotedTexts) -> CheckedQuote:
    homes = covered.paragraphs()
    if len(homes) > 1:
        return CheckedQuote(quoted, Verdict.STITCHED, tuple(texts.paragraphs[home] for home in homes))
    return _differing(quoted, quotation, homes[0], _aligned(quotation, homes[0], texts), texts)


def _aligned(quotation: QuotedPassage, paragraph: int, texts: QuotedTexts) -> WordAlignment:
    breaks = frozenset(start for start, _ in quotation.pieces[1:])
    return align(tuple(word.key for word in quotation.words), texts.keys[paragraph], breaks)


def _nearest(quotation: QuotedPassage, texts: QuotedTexts, wanted: int | None) -> tuple[int, WordAlignment] | None:
    """Return the paragraph from which a passage is taken with few changes, and their alignment."""
    words = quotation.words
    if len(words) < _FEWEST_WORDS:
        return None
    best: tuple[int, WordAlignment] | None = None
    for paragraph in texts.near(word.key for word in words):
        if (len(words) - len(texts.keys[paragraph])) * _PARTS_CHANGED > len(words):
            continue  # It is too short for a passage of that length.
        aligned = _aligned(quotation, paragraph, texts)
        nearer = best is None or aligned.cost < best[1].cost
        if nearer or (best and aligned.cost == best[1].cost and paragraph == wanted):
            best = paragraph, aligned
    if best is None or best[1].cost * _PARTS_CHANGED > len(words) * OTHER:
        return None
    telling = sum(len(words[row].key) >= _TELLING for row, _ in best[1].pairs)
    marks_alone = len(best[1].pairs) + best[1].cost == len(words)
    return best if telling > 1 or marks_alone else None


def _differing(
    quoted: str, quotation: QuotedPassage, home: int, aligned: WordAlignment, texts: QuotedTexts
) -> CheckedQuote:
    paragraph, words = texts.paragraphs[home], texts.words[home]
    found = []
    for start, end, first, last in aligned.changes:
        mine, theirs = quotation.words[start:end], words[first:last]
        same = "".join(word.key for word in mine) == "".join(word.key for word in theirs)
        difference = WordDifference(
            quotation.text[mine[0].start : mine[-1].end] if mine else "",
            paragraph.text[theirs[0].start : theirs[-1].end] if theirs else "",
        )
        found.append((same, difference))
    # If nothing else differs, words written as one or as two are the difference.
    real = [difference for same, difference in found if not same] or [difference for _, difference in found]
    return CheckedQuote(quoted, Verdict.DIFFERS, (paragraph,), tuple(real))
