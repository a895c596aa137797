"""The ledger brought up to the chapters: which paragraph is which, and what became of the others.

The rules, in their order (`rules.RULES`): pins; the same words, unique, anywhere; the same words beside a matched
neighbour; likeness in place and in order; likeness anywhere; splits and merges; what is back. The rest is new or gone.
What matched by little, or hardly better than another, is listed for review; a copy never takes an id without being
listed.
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
    """Return the ledger brought up to the blocks of all chapters, in document order, as an edition has them.

    The outcome depends on nothing else: the same ledger, blocks and edition give the same ids.
    """
    texts = texts_of(ledger, blocks)
    if ledger.others:
        texts = texts.of(chosen(texts))
    pins = pins_of(texts)
    start = replace(nothing_settled(texts), pinned=frozenset(pins.accepted))
    return outcome_of(settled(start), edition, pins.refused)
