"""How a paragraph is known again: by its words, by its neighbours, by likeness in its place, by likeness anywhere.

Each rule takes the draft of an alignment and adds to it what it can settle; the order in `alignment.align` matters.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..model.fingerprint import fingerprint_of, similarity, unpacked
from ..model.ledger import LiveLine

IN_PLACE = 0.30
"""How alike a text must be to the one that stood in its place. Unrelated ones: 99 of 100 are below 0.18."""
ANYWHERE = 0.40
"""How alike it must be to one that stood elsewhere."""
CLEARLY = 0.60
"""How alike it must be to be taken before splits and merges are looked for."""
SURE = 0.50
"""Below this a person is asked."""
MARGIN = 0.06
"""By how much the best must surpass the next best; else a person is asked."""
FAR_BETTER = 0.20
"""By how much a text elsewhere must be more alike than one in its place to be preferred."""
_ALL_PAIRS = 100_000
"""How many pairs of texts are compared before only those are that share two words in a row."""
_SHORTLIST = 10
_TELLING = 50
"""A pair of words that stands in more texts tells nobody apart."""


@dataclass(frozen=True, slots=True)
class Block:
    """A citable block of a chapter, as it stands now."""

    chapter: str
    """The chapter's path."""
    text: str
    """Markdown or plain."""
    pin: str = ""
    """The id that its author wrote at it, or empty."""


@dataclass(slots=True)
class Draft:
    """An alignment in the making: which line of the ledger and which block are the same paragraph."""

    lines: tuple[LiveLine, ...]
    blocks: tuple[Block, ...]
    words: list[str]
    """Of each block."""
    shas: list[str]
    """Of each block."""
    new_of: list[int]
    """The block of each line, or -1."""
    old_of: list[int]
    """The line of each block, or -1."""
    taken: set[int] = field(default_factory=set)
    """The blocks that have an id of their own without a line: new by pin, or back from the dead."""
    likeness: dict[int, float] = field(default_factory=dict)
    """How alike a block is to its line, when its words are not the same."""
    doubts: dict[int, set[int]] = field(default_factory=dict)
    """The blocks that are for review, each with the lines it may be."""
    part_of: dict[int, int] = field(default_factory=dict)
    """The line that a block was split from."""
    foreign: dict[int, int] = field(default_factory=dict)
    """The words of a line, a bit for each, that belong to paragraphs it swallowed."""
    swallowed_by: dict[int, int] = field(default_factory=dict)
    """The block that a line was merged into."""
    pinned: set[int] = field(default_factory=set)
    """The blocks whose id is their author's word."""
    old_shapes: dict[int, str] = field(default_factory=dict)
    new_shapes: dict[int, str] = field(default_factory=dict)

    def match(self, old: int, new: int, alike: float = 1.0) -> None:
        """Make the block the one of the line."""
        self.new_of[old], self.old_of[new] = new, old
        if alike < 1:
            self.likeness[new] = alike

    def part(self, old: int, new: int) -> None:
        """Undo a match."""
        self.new_of[old] = self.old_of[new] = -1
        self.likeness.pop(new, None)

    def lost(self) -> list[int]:
        """Return the lines without a block."""
        return [old for old, new in enumerate(self.new_of) if new < 0 and old not in self.swallowed_by]

    def fresh(self) -> list[int]:
        """Return the blocks without a line."""
        return [new for new, old in enumerate(self.old_of) if old < 0 and new not in self.taken]

    def old_shape(self, old: int) -> str:
        """Return the unpacked fingerprint of a line."""
        if old not in self.old_shapes:
            self.old_shapes[old] = unpacked(self.lines[old].fingerprint)
        return self.old_shapes[old]

    def new_shape(self, new: int) -> str:
        """Return the unpacked fingerprint of a block."""
        if new not in self.new_shapes:
            self.new_shapes[new] = unpacked(fingerprint_of(self.words[new]))
        return self.new_shapes[new]

    def alike(self, old: int, new: int) -> float:
        """Return how alike a line and a block are."""
        if self.lines[old].sha == self.shas[new]:
            return 1.0
        return similarity(self.old_shape(old), self.new_shape(new))

    def doubt(self, new: int, *olds: int) -> None:
        """Put a block on the list for review."""
        self.doubts.setdefault(new, set()).update(olds)


def match_unique(draft: Draft) -> None:
    """Match the same words anywhere, where they stand once in the ledger and once in the chapters."""
    old_at = _only_places((line.sha for line in draft.lines), draft.new_of)
    new_at = _only_places(draft.shas, draft.old_of, draft.taken)
    for sha, new in new_at.items():
        old = old_at.get(sha, -1)
        if old >= 0 and new >= 0:
            draft.match(old, new)


def _only_places(shas: Iterable[str], matched: Sequence[int], taken: Iterable[int] = ()) -> dict[str, int]:
    """Return where each sha stands that is not matched yet, and -1 for one that stands in several places."""
    places: dict[str, int] = {}
    out = frozenset(taken)
    for at, sha in enumerate(shas):
        if matched[at] < 0 and at not in out:
            places[sha] = -1 if sha in places else at
    return places


Edges = Mapping[tuple[str, int], int]
"""Where each chapter begins (1) and ends (-1)."""


def match_beside(draft: Draft) -> None:
    """Match the same words where they stand several times, beside a neighbour that is matched already."""
    edges = _edges([line.chapter for line in draft.lines]), _edges([block.chapter for block in draft.blocks])
    known = {line.sha for old, line in enumerate(draft.lines) if draft.new_of[old] < 0}
    open_ = [new for new in draft.fresh() if draft.shas[new] in known]
    for steps in ((1, -1), (1,), (-1,), (1,), (-1,)):
        for new in open_ if steps[0] > 0 else reversed(open_):
            implied = {_implied(draft, new, step, *edges) for step in steps}
            if draft.old_of[new] < 0 and len(implied) == 1 and (old := implied.pop()) >= 0:
                draft.match(old, new)


def _edges(chapters: Sequence[str]) -> Edges:
    edges: dict[tuple[str, int], int] = {}
    for at, chapter in enumerate(chapters):
        edges.setdefault((chapter, 1), at)
        edges[chapter, -1] = at
    return edges


def _implied(draft: Draft, new: int, step: int, old_edges: Edges, new_edges: Edges) -> int:
    """Return the line that a block is if it follows what it stands beside, or -1; `step` 1 looks at the one before."""
    chapter = draft.blocks[new].chapter
    if new_edges[chapter, step] == new:
        old = old_edges.get((chapter, step), -1)
    else:
        beside = draft.old_of[new - step]
        old = beside + step if beside >= 0 else -1
        if not 0 <= old < len(draft.lines) or draft.lines[old].chapter != draft.lines[beside].chapter:
            return -1
    free = old >= 0 and draft.new_of[old] < 0 and draft.lines[old].sha == draft.shas[new]
    return old if free else -1


@dataclass(frozen=True, slots=True)
class Gaps:
    """Between which settled neighbours each line and each block stands; equal numbers are the same neighbour.

    A neighbour is the number of a line, or a negative number for the edge of a chapter of the ledger.
    """

    old: Mapping[int, tuple[int, int]]
    new: Mapping[int, tuple[int, int]]

    def together(self, old: int, new: int) -> bool:
        """Tell whether a line and a block share a neighbour."""
        before, after = self.old[old]
        return before == self.new[new][0] or after == self.new[new][1]


def gaps_of(draft: Draft) -> Gaps:
    """Return the gaps that what is matched in order leaves open."""
    homes = home_chapters(draft)
    settled = settled_blocks(draft, homes)
    number = {chapter: -2 - at for at, chapter in enumerate(dict.fromkeys(line.chapter for line in draft.lines))}
    lines = [(number[line.chapter], draft.new_of[at] in settled, at) for at, line in enumerate(draft.lines)]
    blocks = [
        (number.get(homes[block.chapter], -1), at in settled, draft.old_of[at]) for at, block in enumerate(draft.blocks)
    ]
    return Gaps(_borders(lines), _borders(blocks))


def _borders(places: Sequence[tuple[int, bool, int]]) -> dict[int, tuple[int, int]]:
    """Return the neighbours of each place: the name of the nearest settled one in its chapter, else the chapter's."""
    before, after = list(_nearest(places)), list(_nearest(places[::-1]))[::-1]
    return {at: (before[at], after[at]) for at in range(len(places))}


def _nearest(places: Iterable[tuple[int, bool, int]]) -> Iterator[int]:
    at_chapter = at_border = 0
    for chapter, settled, name in places:
        if chapter != at_chapter:
            at_chapter = at_border = chapter
        yield at_border
        if settled:
            at_border = name


def home_chapters(draft: Draft) -> dict[str, str]:
    """Return for each chapter the one of the ledger that most of its paragraphs come from."""
    origins: dict[str, Counter[str]] = defaultdict(Counter)
    for new, old in enumerate(draft.old_of):
        if old >= 0:
            origins[draft.blocks[new].chapter][draft.lines[old].chapter] += 1
    homes = {block.chapter: block.chapter for block in draft.blocks}
    for chapter, counts in origins.items():
        homes[chapter] = max(counts, key=lambda origin: (counts[origin], origin == chapter, origin))
    return homes


def settled_blocks(draft: Draft, homes: Mapping[str, str]) -> set[int]:
    """Return the matched blocks that kept their chapter and their order in it: all but those that moved."""
    members: dict[str, list[int]] = defaultdict(list)
    for new, old in enumerate(draft.old_of):
        if old >= 0 and homes[draft.blocks[new].chapter] == draft.lines[old].chapter:
            members[draft.blocks[new].chapter].append(new)
    return {new for group in members.values() for new in rising(group, [draft.old_of[new] for new in group])}


def moved_blocks(draft: Draft) -> set[int]:
    """Return the matched blocks that are not where they were among the others of their chapter."""
    matched = {new for new, old in enumerate(draft.old_of) if old >= 0}
    return matched - settled_blocks(draft, home_chapters(draft))


def rising(items: Sequence[int], keys: Sequence[int]) -> list[int]:
    """Return the longest selection of items whose keys rise (patience sorting)."""
    if all(one < other for one, other in pairwise(keys)):
        return list(items)
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for at, key in enumerate(keys):
        rank = bisect_left(tails, key)
        previous.append(ends[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [key]
        ends[rank : rank + 1] = [at]
    at = ends[-1] if ends else -1
    chosen: list[int] = []
    while at >= 0:
        chosen.append(items[at])
        at = previous[at]
    return chosen[::-1]


Pairs = Mapping[tuple[int, int], float]


def similar_pairs(draft: Draft) -> dict[tuple[int, int], float]:
    """Return every unmatched line and block that are alike enough to be the same, and how alike."""
    olds = {old: draft.old_shape(old) for old in draft.lost()}
    news = {new: draft.new_shape(new) for new in draft.fresh()}
    tries = likely_pairs(olds, news)
    return {(old, new): alike for old, new in tries if (alike := draft.alike(old, new)) >= IN_PLACE}


def likely_pairs(olds: Mapping[int, str], news: Mapping[int, str]) -> Iterable[tuple[int, int]]:
    """Return the pairs of shapes that are worth comparing: all, or in a large brief those that share most."""
    if len(olds) * len(news) <= _ALL_PAIRS:
        return ((old, new) for new in news for old in olds)
    if len(olds) <= len(news):
        return _shortlisted(olds, news)
    return ((old, new) for new, old in _shortlisted(news, olds))


def _shortlisted(few: Mapping[int, str], many: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Yield for each of the many those of the few with which it has the most pairs of neighbouring words in common."""
    index: dict[str, list[int]] = defaultdict(list)
    for one, shape in few.items():
        for pair in _pairs_of_words(shape):
            index[pair].append(one)
    for other, shape in many.items():
        hits: Counter[int] = Counter()
        for pair in _pairs_of_words(shape):
            found = index.get(pair, ())
            if len(found) <= _TELLING:
                hits.update(found)
        yield from ((one, other) for one in sorted(hits, key=lambda one: (-hits[one], one))[:_SHORTLIST])


def _pairs_of_words(shape: str) -> Iterable[str]:
    """Return the pairs of neighbouring words of a shape, each once, in a fixed order."""
    return dict.fromkeys(map(str.__add__, shape, shape[1:])) if len(shape) > 1 else (shape,)


def match_in_gaps(draft: Draft, gaps: Gaps, pairs: Pairs) -> None:
    """Match what is alike between the same neighbours, in order: the heaviest rising chain of each gap."""
    best_old, best_new = _best(pairs, 0), _best(pairs, 1)
    chains: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for (old, new), alike in pairs.items():
        surpassed = max(best_old[old], best_new[new]) > alike + FAR_BETTER
        if gaps.together(old, new) and not surpassed:
            chains[gaps.new[new]].append((old, new))
    for gap in sorted(chains):
        for old, new in _heaviest_chain(sorted(chains[gap], key=lambda pair: (pair[1], -pair[0])), pairs):
            if draft.new_of[old] < 0:  # a line may stand in two gaps, before and behind what was put between
                draft.match(old, new, pairs[old, new])


def _best(pairs: Pairs, side: int) -> dict[int, float]:
    best: dict[int, float] = defaultdict(float)
    for pair, alike in pairs.items():
        best[pair[side]] = max(best[pair[side]], alike)
    return best


def _heaviest_chain(candidates: Sequence[tuple[int, int]], pairs: Pairs) -> list[tuple[int, int]]:
    """Return the pairs, each with a later line and a later block than the one before, that are most alike in sum.

    The likeness counts by its square: two weak pairs must not displace a strong one. `candidates` are sorted by block,
    then by line from the last. The frontier holds, by rising line, the ends of chains, each heavier than those before.
    """
    lines: list[int] = []
    ends: list[tuple[float, tuple[int, int], int]] = []
    chains: list[tuple[tuple[int, int], int]] = []
    for pair in candidates:
        at = bisect_left(lines, pair[0])
        weight, back = (ends[at - 1][0], ends[at - 1][2]) if at else (0.0, -1)
        weight += pairs[pair] ** 2
        chains.append((pair, back))
        stop = at
        while stop < len(ends) and ends[stop][0] <= weight:
            stop += 1
        if stop > at or at == len(lines) or lines[at] != pair[0]:
            lines[at:stop] = [pair[0]]
            ends[at:stop] = [(weight, pair, len(chains) - 1)]
    chosen: list[tuple[int, int]] = []
    at = ends[-1][2] if ends else -1
    while at >= 0:
        pair, at = chains[at]
        chosen.append(pair)
    return chosen


def match_anywhere(draft: Draft, pairs: Pairs, least: float) -> None:
    """Match the rest wherever it is most alike, and at least so much, best first."""
    gone = frozenset((*draft.swallowed_by, *draft.part_of.values()))
    for (old, new), alike in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        free = draft.new_of[old] < 0 and draft.old_of[new] < 0 and new not in draft.part_of and old not in gone
        if alike >= least and free:
            draft.match(old, new, alike)
