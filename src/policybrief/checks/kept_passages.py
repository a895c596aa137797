"""Passages that differ from the kept copies of their sources."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from ..model.check import Finding
from ..model.passages import WORD, Passage, place_of_word
from ..model.publication import Publication
from ..model.source_copies import SourceCopy
from .quoted_words import LEFT_OUT, difference, in_order, plain_words

_LIKE = 70
"""The likeness, of 100, from which words of a copy are taken for the quoted ones."""
_PAGE_BREAK = "\f"
# Each alternative begins with a literal character, so that a text is not searched letter by letter.
_DASH = re.compile(r"[\u2010-\u2013](?<=\w.)(?=\w)")
_HYPHEN = re.compile(r"-(?<=\w-)(?=\w)")
_AT_LINE_END = re.compile(r"[-\u2010](?<=[^\W\d_].)\n[ \t]*([^\W\d_]+)")
"""A hyphen that may be there only because of the end of a line, and the rest of the word."""
_SHOWN = 12
"""In words: how much of a difference a message shows."""


@dataclass(frozen=True, slots=True)
class _QuotedPart:
    """A part of a quotation between omissions."""

    start: int
    """Its position in the quotation."""
    words: str


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The words of a copy that are most like the quoted ones."""

    likeness: float
    text: str
    copy: SourceCopy
    line: int
    """The line where they begin in the file with its text, from 1."""


def check_kept_passages(publication: Publication) -> Iterator[Finding]:
    """Yield each passage whose words are in no kept copy of its source, at the word that differs.

    Case, punctuation, the shape of quotation marks and dashes, hyphens in words, and the headers and footers of pages
    do not count; `…` and `[words]` mark omissions and insertions.
    """
    copies: defaultdict[str, list[SourceCopy]] = defaultdict(list)
    for copy in publication.project.copies:
        if copy.text:
            copies[copy.source].append(copy)
    for passage in publication.project.passages:
        parts, kept = _parts(passage.quote), copies.get(passage.source, ())
        readings = [reading for copy in kept for reading in _readings(copy.text)]
        if parts and kept and not any(in_order((_plain(part.words) for part in parts), text) for text in readings):
            missing = (part for part in parts if not any(in_order((_plain(part.words),), text) for text in readings))
            yield _difference(passage, next(missing, None), kept)


def _parts(quote: str) -> list[_QuotedPart]:
    ends = [(0, 0), *(mark.span() for mark in LEFT_OUT.finditer(quote)), (len(quote), len(quote))]
    between = (_QuotedPart(end, quote[end:start]) for (_, end), (start, _) in pairwise(ends))
    return [part for part in between if _plain(part.words)]


def _difference(passage: Passage, part: _QuotedPart | None, copies: Sequence[SourceCopy]) -> Finding:
    called = f"the passage '{passage.name}' of '{passage.source}'"
    hint = "quote the exact words of the copy, with … for omissions, or keep a copy that has them"
    if part is None:
        where = copies[0].text_path
        return Finding(passage, f"the parts of {called} are in a different order in the kept copy ({where})", hint)
    nearest = max((_nearest(_plain(part.words), copy) for copy in copies), key=lambda found: found.likeness)
    where = nearest.copy.text_path
    if nearest.likeness < _LIKE:
        return Finding(_at(passage, part.start), f"{called} is not in the kept copy ({where})", hint)
    quoted = _one_dash(part.words)
    found = difference(_HYPHEN.sub("", quoted), _HYPHEN.sub("", nearest.text))
    position = [word.start() for word in WORD.finditer(quoted)][found.word]
    seen = f"{called} has '{_few(found.mine)}' where the kept copy has '{_few(found.theirs)}' ({where}:{nearest.line})"
    return Finding(_at(passage, part.start + position), seen, hint)


def _at(passage: Passage, position: int) -> Passage:
    """Return the passage with the place of the word at that position in its quotation."""
    before = sum(word.end() <= position for word in WORD.finditer(passage.quote))
    return replace(passage, place=place_of_word(passage, before))


def _readings(text: str) -> Iterator[str]:
    """Yield the words of a copy in each of the ways in which it can be read."""
    yield _plain(text)
    if _PAGE_BREAK in text:
        yield _plain(_without_page_ends(text))


def _without_page_ends(text: str) -> str:
    """Return a text without the first and the last line of its pages."""
    pages = ([line for line in page.split("\n") if line.strip()] for page in text.split(_PAGE_BREAK))
    return "\n".join("\n".join(lines[1:-1]) for lines in pages)


def _plain(text: str) -> str:
    """Return the words of a text for comparison: without case, punctuation and hyphens."""
    return plain_words(_HYPHEN.sub("", _joined(text)))


def _joined(text: str) -> str:
    """Return a text without soft hyphens and ligatures, with words whole, keeping its line breaks."""
    composed = unicodedata.normalize("NFKC", text.replace("\u00ad", ""))
    return _one_dash(_AT_LINE_END.sub(r"-\1\n", composed))


def _one_dash(text: str) -> str:
    return _DASH.sub("-", text)


def _nearest(whole: str, copy: SourceCopy) -> _Nearest:
    joined = _joined(copy.text)
    words = list(WORD.finditer(joined))
    text = " ".join(plain_words(word[0].replace("-", "")).replace(" ", "") for word in words)
    found = fuzz.partial_ratio_alignment(whole, text)
    if found is None or not words or len(text) < len(whole) * 0.9:
        return _Nearest(0, "", copy, 1)
    first, last = text.count(" ", 0, found.dest_start), text.count(" ", 0, found.dest_end)
    start, end = words[min(first, len(words) - 1)].start(), words[min(last, len(words) - 1)].end()
    return _Nearest(found.score, joined[start:end], copy, joined.count("\n", 0, start) + 1)


def _few(words: str) -> str:
    every = words.split()
    return " ".join(every[:_SHOWN]) + (" …" if len(every) > _SHOWN else "")
