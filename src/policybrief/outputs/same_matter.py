"""The brief's other sources on the matter of a sentence: those that other sentences on the same matter cite."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ..model.evidence import supports_of
from ..model.knowledge import AnnotatedChapter, Citation, Extent, Paragraph

_MOST = 5
"""The most other sources for a sentence."""
_COMMON = 40
"""An entry that more than one in this many sentences names says nothing about their matter."""
_FEWEST_SENTENCES, _MOST_SENTENCES = 5, 50
"""The bounds for that number of sentences: it counts in any small brief, and never in any large one."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class OtherSource:
    """A source that another sentence cites."""

    reference: str
    paragraph: str
    """The id of the paragraph with the sentence."""


@dataclass(frozen=True, slots=True)
class _About:
    """A sentence, its matter and its sources."""

    paragraph: Paragraph
    extent: Extent
    entries: frozenset[str]
    years: frozenset[str]
    rests_on: tuple[str, ...]
    """The sources that it cites, or that are cited beside it."""
    cites: bool


def same_matter(chapters: Iterable[AnnotatedChapter]) -> Mapping[str, Mapping[int, tuple[OtherSource, ...]]]:
    """Return the other sources of sentences, by the id of the paragraph and the position where the sentence begins.

    Two sentences are on the same matter if they name two of the same entries, or one of them and the same year; entries
    that sentences everywhere name do not count. First come the sources of sentences that share most, rare names more
    than frequent ones, and of these the nearest. The sentence's own sources are left out, and so are sentences without
    other sources. Tables and notes have no sentences.
    """
    abouts = tuple(about for chapter in chapters for about in _abouts(chapter))
    if not any(about.cites for about in abouts):
        return {}
    counts = Counter(what for about in abouts for what in (*about.entries, *about.years))
    common = min(max(len(abouts) // _COMMON, _FEWEST_SENTENCES), _MOST_SENTENCES)
    telling = [frozenset(entry for entry in about.entries if counts[entry] <= common) for about in abouts]
    naming: defaultdict[str, list[int]] = defaultdict(list)
    for number, about in enumerate(abouts):
        for entry in telling[number] if about.cites else ():
            naming[entry].append(number)
    found: defaultdict[str, dict[int, tuple[OtherSource, ...]]] = defaultdict(dict)
    for number, about in enumerate(abouts):
        near = {other for entry in telling[number] for other in naming[entry] if other != number}
        shares = {other: (telling[number] & telling[other], about.years & abouts[other].years) for other in near}
        ranked = sorted(
            (other for other, (entries, years) in shares.items() if len(entries) > 1 or years),
            key=lambda other: (-_weight(shares[other], counts, len(abouts)), abs(other - number), other),
        )
        others = tuple(islice(_others(about, map(abouts.__getitem__, ranked)), _MOST))
        if others:
            found[about.paragraph.id][about.extent.start] = others
    return found


def _abouts(chapter: AnnotatedChapter) -> Iterator[_About]:
    entries: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    citations: defaultdict[str, list[Citation]] = defaultdict(list)
    for mention in chapter.mentions:
        entries[mention.paragraph, mention.sentence.start].add(mention.entry)
    for citation in chapter.citations:
        citations[citation.paragraph].append(citation)
    for paragraph in chapter.paragraphs:
        if not paragraph.note and not paragraph.rows:
            for support in supports_of(paragraph, citations[paragraph.id]):
                extent = support.extent
                yield _About(
                    paragraph,
                    extent,
                    frozenset(entries.get((paragraph.id, extent.start), ())),
                    frozenset(_YEAR.findall(paragraph.text, extent.start, extent.end)),
                    tuple(citation.reference for citation in support.citations),
                    bool(support.citations) and support.own_mark,
                )


def _weight(shared: tuple[frozenset[str], frozenset[str]], counts: Mapping[str, int], total: int) -> int:
    entries, years = shared
    return sum(_MOST_SENTENCES * total // counts[what] for what in (*entries, *years))


def _others(about: _About, ranked: Iterable[_About]) -> Iterator[OtherSource]:
    seen = set(about.rests_on)
    for other in ranked:
        for reference in other.rests_on:
            if reference not in seen:
                seen.add(reference)
                yield OtherSource(reference, other.paragraph.id)
