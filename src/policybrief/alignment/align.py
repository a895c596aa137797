"""Updating the ledger to match the chapters: which paragraph is which, and what became of the others.

The rules, in order (`rules.RULES`): pins; the same words, unique, anywhere; the same words beside a matched neighbour;
likeness in place and in order; likeness anywhere; splits and merges; returned paragraphs. The rest is new or gone. Weak
or ambiguous matches are listed for review; a copy never takes an id without being listed.
"""

from collections.abc import Iterable
from dataclasses import replace

from ..model.ledger import Ledger
from .joined import chosen
from .matching import nothing_settled
from .outcome import Alignment, Fate, Happening, outcome_of
from .pins import RefusedPin, pins_of
from .rules import settled
from .texts import Block, texts_of

__all__ = ["Alignment", "Block", "Fate", "Happening", "RefusedPin", "align"]


def align(ledger: Ledger, blocks: Iterable[Block], edition: str) -> Alignment:
    """Return the ledger updated to match the blocks of all chapters, in document order, for an edition.

    The result depends on nothing else: the same ledger, blocks and edition give the same ids.
    """
    texts = texts_of(ledger, blocks)
    if ledger.others:
        texts = texts.of(chosen(texts))
    pins = pins_of(texts)
    start = replace(nothing_settled(texts), pinned=frozenset(pins.accepted))
    return outcome_of(settled(start), edition, pins.refused)
