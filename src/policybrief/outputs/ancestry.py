"""Which things contain which others, directly or indirectly, given the direct containers of each."""

from collections.abc import Mapping
from dataclasses import dataclass

Parents = Mapping[str, tuple[str, ...]]
"""By the id of each thing, the ids of those that it is part of; all of them are keys."""


@dataclass(frozen=True, slots=True)
class Ancestry:
    """For each thing all its containers, as a set of bits: a chain of thousands has millions of pairs."""

    bits: Mapping[str, int]
    """The index of each thing in the sets."""
    above: Mapping[str, int]

    def is_above(self, upper: str, lower: str) -> bool:
        """Tell whether `upper` contains `lower`, directly or indirectly."""
        return bool(self.above[lower] >> self.bits[upper] & 1)


def ancestry_of(parents: Parents) -> Ancestry:
    """Return the containment; steps that would close a circle are skipped."""
    bits = {id_: place for place, id_ in enumerate(parents)}
    above: dict[str, int] = {}
    open_: set[str] = set()
    for first in parents:
        waiting = [first]
        while waiting:
            id_ = waiting[-1]
            missing = [] if id_ in open_ or id_ in above else [one for one in parents[id_] if one not in above]
            if missing:
                open_.add(id_)
                waiting += [one for one in missing if one not in open_]
                continue
            waiting.pop()
            if id_ not in above:
                above[id_] = _union(parents[id_], bits, above)
    return Ancestry(bits, above)


def _union(parents: tuple[str, ...], bits: Mapping[str, int], above: Mapping[str, int]) -> int:
    found = 0
    for parent in parents:
        if parent in above:
            found |= above[parent] | 1 << bits[parent]
    return found
