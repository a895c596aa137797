"""What a BibTeX file may hold at most.

Pandoc takes minutes for deep braces, and follows entries that refer one to the other in a circle for ever.
"""

import re
from collections.abc import Iterator, Mapping

DEEPEST = 50
"""Braces in one another."""
LONGEST_WAY = 10
"""Entries that refer one to the other."""

_SIGN = re.compile(r"\\.|[{}]", re.DOTALL)
_ENTRY = re.compile(r"@(?P<kind>\w+)\s*[{(]\s*(?P<key>[^\s,{}()\"=]*)")
_REFERS = re.compile(r"\b(?:crossref|xdata|xref|related)\s*=\s*[{\"](?P<keys>[^{}\"]*)", re.IGNORECASE)
_NO_SOURCES = frozenset(("string", "comment", "preamble"))


def fault_in(text: str, most: int) -> str:
    """Return what is too much about a BibTeX file, or nothing. It may hold `most` entries."""
    depth = 0
    for sign in _SIGN.finditer(text):
        depth += {"{": 1, "}": -1}.get(sign[0], 0)
        if depth > DEEPEST:
            return f"line {text.count(chr(10), 0, sign.start()) + 1}: more than {DEEPEST} braces are open at once"
    starts = [match for match in _ENTRY.finditer(text) if match["kind"].lower() not in _NO_SOURCES]
    if len(starts) > most:
        return f"it holds {len(starts):,} sources; {most:,} is the most: export it in parts"
    return _fault_of_ways(dict(_references(text, starts)))


def _references(text: str, starts: list[re.Match[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the key of each entry with the keys that it refers to."""
    for number, start in enumerate(starts, 1):
        end = starts[number].start() if number < len(starts) else len(text)
        found = (match["keys"].split(",") for match in _REFERS.finditer(text, start.end(), end))
        yield start["key"], tuple(key.strip() for keys in found for key in keys)


def _fault_of_ways(referred: Mapping[str, tuple[str, ...]]) -> str:
    """Return the fault of a way from entry to entry that is too long, as one in a circle is."""
    reached = set(referred)
    for _ in range(LONGEST_WAY):
        reached = {key for one in reached for key in referred.get(one, ())}
    left = sorted(reached & referred.keys())
    return f"more than {LONGEST_WAY} entries refer one to the other, up to '{left[0]}'" if left else ""
