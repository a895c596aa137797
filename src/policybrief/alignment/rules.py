"""The rules that recognise paragraphs, in order."""

from collections.abc import Callable, Sequence
from functools import partial

from .copies import find_copies
from .doubts import doubt_copies, doubt_matches, prefer_place
from .heirs import find_heirs
from .joined import doubt_doubled, find_undivided
from .likeness import compare_open, match_anywhere, match_in_gaps
from .matching import Matching
from .parted import doubt_parts
from .passages import match_enclosed, settle_passages
from .pins import match_pins
from .same_words import match_beside, match_unique
from .standing import find_short, find_standing
from .thresholds import ANYWHERE, CLEARLY
from .tombstones import name_restored

Rule = Callable[[Matching], Matching]
"""Decides what it can of what earlier rules left open."""

RULES: Sequence[Rule] = (
    match_pins,
    match_unique,
    match_beside,
    prefer_place,
    compare_open,
    match_in_gaps,
    partial(match_anywhere, least=CLEARLY),
    settle_passages,
    # Again: text that a neighbour absorbed may be slightly similar to something elsewhere.
    partial(match_anywhere, least=ANYWHERE),
    settle_passages,
    match_enclosed,
    find_heirs,
    find_standing,
    find_copies,
    find_undivided,
    find_short,
    doubt_matches,
    doubt_parts,
    doubt_copies,
    doubt_doubled,
    name_restored,
)


def settled(matching: Matching) -> Matching:
    """Return the matching with everything that the rules can decide; what is open then is new or gone."""
    for rule in RULES:
        matching = rule(matching)
    return matching
