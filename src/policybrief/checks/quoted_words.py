"""Quotations in the text that differ from their passages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from ..model.check import Finding
from ..model.claims import quoted_in
from ..model.glossary import is_foreign
from ..model.passages import WORD, Passage
from .passages import Quoting, quotings
from .read_brief import ReadBrief

_FEWEST_WORDS = 3
"""Fewer words in quotation marks are a term, not a quotation."""
_LIKE = 70
"""The likeness, of 100, from which the words are taken for a changed quotation of the passage."""
LEFT_OUT = re.compile(r"\[[^\[\]]*\]|…|\.{3}")
"""Omissions in a quotation, and insertions by the author."""


def check_quoted_words(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each quotation in a sentence that is in none of its passages.

    Case, punctuation and the shape of quotation marks and dashes do not count; `…` and `[words]` mark omissions and
    insertions. Passages in the brief's language and translations are compared.
    """
    language = brief.project.brief.language
    for quoting in quotings(brief):
        texts = [text for passage in quoting.passages for text in _comparable(passage, language)]
        for quoted in quoted_in(quoting.text) if texts else ():
            words = quoting.text[quoted.start + 1 : quoted.end - 1]
            if len(WORD.findall(words)) >= _FEWEST_WORDS:
                yield from _changed(quoting, words, quoted.start, texts)


def _comparable(passage: Passage, language: str) -> Iterator[str]:
    if not is_foreign(passage.language, language):
        yield passage.quote
    if passage.translation:
        yield passage.translation


def _changed(quoting: Quoting, words: str, position: int, texts: Iterable[str]) -> Iterator[Finding]:
    pieces = [piece for part in LEFT_OUT.split(words) if (piece := plain_words(part))]
    passages = [(plain_words(text), text) for text in texts]
    if not pieces or any(in_order(pieces, plain) for plain, _ in passages):
        return
    whole = " ".join(pieces)
    likeness, nearest = max((fuzz.partial_ratio(whole, plain), text) for plain, text in passages)
    if likeness >= _LIKE:
        mine, theirs = first_difference(words, nearest)
        seen = (
            f"the quotation has '{mine}' where the passage has '{theirs}'" if theirs else f"the passage lacks '{mine}'"
        )
        yield quoting.finding(position, seen, "quote the passage exactly, with … for omissions")
    elif quoting.complete:
        hint = "quote the passage that the sentence cites, or cite another"
        yield quoting.finding(position, "the quotation is in none of the passages that the sentence cites", hint)


def in_order(pieces: Iterable[str], text: str) -> bool:
    """Tell whether all pieces are in a text, one after the other; both as returned by `plain_words`."""
    end = 0
    for piece in pieces:
        found = f" {text} ".find(f" {piece} ", end)
        if found < 0:
            return False
        end = found + len(piece)
    return True


def first_difference(words: str, text: str) -> tuple[str, str]:
    """Return the first words of a quotation that differ from a text, and the words of the text there."""
    found = difference(words, text)
    return found.mine, found.theirs


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference between a quotation and its text."""

    mine: str
    """The words of the quotation."""
    theirs: str
    """The words of the text."""
    word: int
    """The index of its first word, from 0."""


def difference(words: str, text: str) -> Difference:
    """Return the first difference between a quotation and a text that has most of it."""
    mine, theirs = WORD.findall(words), WORD.findall(text)
    blocks = [block for block in _matcher(mine, theirs).get_matching_blocks() if block.size]
    if not blocks:
        return Difference(words, text, 0)
    start = max(blocks[0].b - blocks[0].a, 0)
    window = theirs[start : blocks[-1].b + len(mine) - blocks[-1].a]
    for tag, a, b, c, d in _matcher(mine, window).get_opcodes():
        if tag != "equal":
            # An insertion or omission has no words on one side, so a neighbouring word gives the place.
            return Difference(" ".join(mine[a : max(b, a + 1)]), " ".join(window[c : max(d, c + 1)]), a)
    return Difference(words, text, 0)


def _matcher(mine: Sequence[str], theirs: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(
        None, [word.casefold() for word in mine], [word.casefold() for word in theirs], autojunk=False
    )


def plain_words(text: str) -> str:
    """Return the words of a text without case and punctuation, for comparing quotations."""
    # In Turkic languages, i has a different capital.
    plain = text.replace("İ", "i").replace("I", "i").replace("ı", "i").replace("’", "'")
    return " ".join(WORD.findall(plain)).casefold()
