"""The ledger brought up to the chapters as they stand now: which paragraph is which, and what became of the others.

The rules, in their order: pins; the same words, unique, anywhere; the same words beside a matched neighbour; likeness
in place and in order; likeness anywhere; splits and merges; what is back from the dead. The rest is new or gone. Who
matched by little, or hardly better than another, is listed for review; a copy never takes an id without being listed.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ..model.fingerprint import fingerprint_of, opening_of, packed, sha_of, words_of
from ..model.ledger import Ledger, LiveLine, Reason, Tombstone, buried, in_order
from ..model.paragraph_ids import IdFault, check, new_id
from .doubts import doubt_copies, doubt_matches, prefer_place
from .pieces import settle_parts
from .rules import (
    ANYWHERE,
    CLEARLY,
    Block,
    Draft,
    gaps_of,
    match_anywhere,
    match_beside,
    match_in_gaps,
    match_unique,
    moved_blocks,
    similar_pairs,
)
from .tombstones import followed, note_foreign, restorable, stretch

__all__ = ["Alignment", "Block", "Fate", "Happening", "RefusedPin", "align"]


class Happening(Enum):
    """What became of a paragraph since the edition before."""

    KEPT = "kept"
    EDITED = "edited"
    MOVED = "moved"
    """To another chapter or another place in its own, perhaps edited too."""
    SPLIT = "split"
    """Taken out of another that stands as well."""
    NEW = "new"
    RESTORED = "restored"
    """It was gone, and is back."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What a block is and what happened to it."""

    id: str
    happening: Happening
    similarity: float = 1.0
    """How alike it is to what the ledger had, from 0 to 1."""
    source: str = ""
    """The paragraph it was split from."""
    review: tuple[str, ...] = ()
    """The ids that it may be, when that is not settled."""


@dataclass(frozen=True, slots=True)
class RefusedPin:
    """An id at a block that it cannot have."""

    block: int
    """The number of the block, from 0."""
    pin: str
    fault: IdFault | None
    """What is wrong with the id; None when a block before has it already."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The outcome for a ledger and the blocks of all chapters."""

    ledger: Ledger
    """The new one."""
    fates: tuple[Fate, ...]
    """Of each block, in order."""
    lost: tuple[Tombstone, ...]
    """What this alignment added."""
    refused: tuple[RefusedPin, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each block, in order."""
        return tuple(fate.id for fate in self.fates)


def align(ledger: Ledger, blocks: Iterable[Block], edition: str) -> Alignment:
    """Return the ledger brought up to the blocks of all chapters, in document order, as they stand in an edition.

    The outcome depends on nothing else: the same ledger, blocks and edition give the same ids.
    """
    draft = _draft(ledger, tuple(blocks))
    given, refused = _pinned(draft, ledger)
    match_unique(draft)
    if draft.fresh():
        match_beside(draft)
    if draft.fresh() or draft.lost():
        _settle(draft, ledger)
    given |= _restored(draft, ledger)
    ids = _ids(draft, given, ledger.ids())
    outcome = _Outcome(draft, ledger, ids, given, edition, moved_blocks(draft))
    tombstones = outcome.tombstones()
    known = {stone.id for stone in ledger.tombstones}
    return Alignment(
        Ledger(edition, outcome.lines(), tombstones),
        tuple(map(outcome.fate, range(len(ids)))),
        tuple(stone for stone in tombstones if stone.id not in known),
        refused,
    )


def _draft(ledger: Ledger, blocks: tuple[Block, ...]) -> Draft:
    words = [words_of(block.text) for block in blocks]
    shas = list(map(sha_of, words))
    return Draft(ledger.lines, blocks, words, shas, [-1] * len(ledger.lines), [-1] * len(blocks))


def _pinned(draft: Draft, ledger: Ledger) -> tuple[dict[int, str], tuple[RefusedPin, ...]]:
    """Match the blocks that bear an id; return those whose id has no line, and the pins that cannot be."""
    line_of = {line.id: old for old, line in enumerate(ledger.lines)}
    given: dict[int, str] = {}
    refused: list[RefusedPin] = []
    used: set[str] = set()
    for new, block in enumerate(draft.blocks):
        if not block.pin:
            continue
        fault = check(block.pin)
        if fault or block.pin in used:
            refused.append(RefusedPin(new, block.pin, fault))
            continue
        used.add(block.pin)
        draft.pinned.add(new)
        if block.pin in line_of:
            old = line_of[block.pin]
            draft.match(old, new, draft.alike(old, new))
        else:
            given[new] = block.pin
            draft.taken.add(new)
    return given, tuple(refused)


def _settle(draft: Draft, ledger: Ledger) -> None:
    """Settle what has not the same words as before."""
    prefer_place(draft)
    pairs = similar_pairs(draft)
    match_in_gaps(draft, gaps_of(draft), pairs)
    note_foreign(draft, ledger.tombstones)
    for least in (CLEARLY, ANYWHERE):  # what a neighbour swallowed may be a little like something elsewhere
        match_anywhere(draft, pairs, least)
        settle_parts(draft)
    doubt_matches(draft, pairs)
    doubt_copies(draft)


def _restored(draft: Draft, ledger: Ledger) -> dict[int, str]:
    """Return the blocks that are back from the dead, with their ids."""
    if not draft.fresh():
        return {}
    given = {draft.blocks[new].pin for new in draft.taken}
    stones = {
        number: stone
        for number, stone in enumerate(ledger.tombstones)
        if stone.reason is not Reason.DROPPED and stone.id not in given
    }
    back = {new: ledger.tombstones[number].id for new, number in restorable(draft, stones)}
    draft.taken.update(back)
    return back


def _ids(draft: Draft, given: Mapping[int, str], known: frozenset[str]) -> tuple[str, ...]:
    """Return the id of each block: its line's, the one it was given, or a new one."""
    taken = {*known, *given.values()}
    ids: list[str] = []
    for new, old in enumerate(draft.old_of):
        if old >= 0:
            ids.append(draft.lines[old].id)
        elif new in given:
            ids.append(given[new])
        else:
            ids.append(new_id(draft.words[new], taken))
            taken.add(ids[-1])
    return tuple(ids)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A finished draft and its ids, on the way to the new ledger."""

    draft: Draft
    ledger: Ledger
    ids: tuple[str, ...]
    given: Mapping[int, str]
    edition: str
    moved: set[int]

    def lines(self) -> tuple[LiveLine, ...]:
        """Return the lines of the new ledger."""
        return tuple(map(self._line, range(len(self.ids))))

    def _line(self, new: int) -> LiveLine:
        draft = self.draft
        block, old = draft.blocks[new], draft.old_of[new]
        if old >= 0 and draft.lines[old].sha == draft.shas[new]:
            line = draft.lines[old]
            review = self._review(new)
            same = line.chapter == block.chapter and line.review == review
            return line if same else replace(line, chapter=block.chapter, review=review)
        return LiveLine(
            id=self.ids[new],
            chapter=block.chapter,
            sha=draft.shas[new],
            fingerprint=fingerprint_of(draft.words[new]),
            opening=opening_of(block.text),
            first=draft.lines[old].first if old >= 0 else self._first(new),
            last=self.edition,
            source=draft.lines[old].source if old >= 0 else self._source(new),
            review=self._review(new),
        )

    def _first(self, new: int) -> str:
        gone = (stone.first for stone in self.ledger.tombstones if stone.id == self.given.get(new))
        return next(gone, self.edition)

    def _source(self, new: int) -> str:
        known = new in self.given or new not in self.draft.part_of
        return "" if known else self.draft.lines[self.draft.part_of[new]].id

    def _review(self, new: int) -> tuple[str, ...]:
        """Return the ids that a block may be, its own first; doubts of earlier editions stay."""
        draft, old = self.draft, self.draft.old_of[new]
        if new in draft.pinned:
            return ()
        before = draft.lines[old].review if old >= 0 else ()
        doubts = {draft.lines[one].id for one in draft.doubts.get(new, ())}
        return tuple(sorted({*before, *doubts}, key=lambda one: (one != self.ids[new], one)))

    def fate(self, new: int) -> Fate:
        """Return what became of a block."""
        return Fate(
            self.ids[new],
            self._happening(new),
            self.draft.likeness.get(new, 1.0),
            self._source(new),
            self._review(new),
        )

    def _happening(self, new: int) -> Happening:
        if self.draft.old_of[new] < 0:
            gone = self.given.get(new) in {stone.id for stone in self.ledger.tombstones}
            return Happening.RESTORED if gone else Happening.SPLIT if new in self.draft.part_of else Happening.NEW
        if new in self.moved:
            return Happening.MOVED
        return Happening.EDITED if new in self.draft.likeness else Happening.KEPT

    def tombstones(self) -> tuple[Tombstone, ...]:
        """Return the tombstones of the new ledger: those before, led on, without those that are back, and the new."""
        back = set(self.ids)
        elder = [stone for stone in self.ledger.tombstones if stone.id not in back]
        return in_order(*self._led_on(elder), *self._new_tombstones())

    def _led_on(self, stones: Sequence[Tombstone]) -> Iterator[Tombstone]:
        """Yield the tombstones; those of merged paragraphs follow their words."""
        draft = self.draft
        line_of = {line.id: old for old, line in enumerate(draft.lines)}
        parts: dict[int, list[int]] = defaultdict(list)
        for new, old in sorted(draft.part_of.items()):
            parts[old].append(new)
        for stone in stones:
            old = line_of.get(stone.to, -1)
            if stone.reason is not Reason.MERGED or old < 0 or not self._has_changed(old):
                yield stone
                continue
            into = draft.new_of[old] if draft.new_of[old] >= 0 else draft.swallowed_by.get(old, -1)
            heirs = {self.ids[new]: draft.new_shape(new) for new in (into, *parts[old]) if new >= 0}
            yield followed(stone, draft.lines[old], heirs, (self.ledger.edition, self.edition))

    def _has_changed(self, old: int) -> bool:
        new = self.draft.new_of[old]
        return new < 0 or self.draft.shas[new] != self.draft.lines[old].sha

    def _new_tombstones(self) -> Iterator[Tombstone]:
        editions = self.ledger.edition, self.edition
        places = _places(self.draft, self.ids)
        for old, line in enumerate(self.draft.lines):
            into = self.draft.swallowed_by.get(old, -1)
            if into >= 0:
                shape, whole = self.draft.old_shape(old), self.draft.new_shape(into)
                begin, end = stretch(shape, 0, len(shape), whole)
                stone = buried(line, Reason.MERGED, self.ids[into], *editions)
                yield replace(stone, fingerprint=packed(whole[begin:end]))
            elif self.draft.new_of[old] < 0:
                yield buried(line, Reason.DELETED, places.nearest(old, line), *editions)


@dataclass(frozen=True, slots=True)
class _Places:
    """What can stand for a line that is lost."""

    parts: Mapping[str, str]
    """The first paragraph that was split from each."""
    survivors: Mapping[str, Sequence[int]]
    """The lines of each chapter that have a block."""
    firsts: Mapping[str, str]
    """The first paragraph of each chapter as it stands now."""
    lines: Sequence[LiveLine]

    def nearest(self, old: int, line: LiveLine) -> str:
        """Return the id of what stands where a lost line stood: a part of it, else a neighbour, else its chapter."""
        if line.id in self.parts:
            return self.parts[line.id]
        if here := self.survivors.get(line.chapter):
            return self.lines[here[max(0, bisect_left(here, old) - 1)]].id
        return self.firsts.get(line.chapter) or next(iter(self.firsts.values()), "")


def _places(draft: Draft, ids: Sequence[str]) -> _Places:
    survivors: dict[str, list[int]] = defaultdict(list)
    parts = {draft.lines[old].id: ids[new] for new, old in sorted(draft.part_of.items(), reverse=True)}
    for old, line in enumerate(draft.lines):
        if draft.new_of[old] >= 0:
            survivors[line.chapter].append(old)
            parts.setdefault(line.source, line.id)
    firsts = {block.chapter: ids[new] for new, block in reversed(list(enumerate(draft.blocks)))}
    return _Places(parts, survivors, dict(reversed(firsts.items())), draft.lines)
