"""The result of an alignment: what became of every paragraph, and the updated ledger."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ..model.ledger import Ledger, LiveLine, Reason, Tombstone, in_order, tombstone_of
from .copies import copied_from
from .fingerprint import fingerprint_of, opening_of, packed, unpacked
from .heirs import Gains, arrivals_of, gains_of, holder, holders
from .joined import fallbacks
from .matching import Matching
from .order import moved_blocks
from .paragraph_ids import new_id
from .pins import RefusedPin
from .runs import carried_over, place_of, stretch
from .standing import Standing, standing
from .texts import BlockNo, LineNo
from .thresholds import BACK, BACK_WITHIN
from .tombstones import followed, still_holds


class Happening(Enum):
    """What became of a paragraph since the edition before."""

    KEPT = "kept"
    EDITED = "edited"
    MOVED = "moved"
    """To another chapter or another place in its own, perhaps edited too."""
    SPLIT = "split"
    """Taken out of another that is still there."""
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


def outcome_of(matching: Matching, edition: str, refused: tuple[RefusedPin, ...]) -> Alignment:
    """Return the alignment, given all that the rules could settle and the name of the present edition."""
    before = {tombstone.id: tombstone for tombstone in matching.texts.ledger.tombstones}
    outcome = _Outcome(matching, _ids(matching), edition, before | _ends(matching), moved_blocks(matching))
    lines = outcome.lines()
    now = outcome.tombstones(lines)
    return Alignment(
        Ledger(edition, lines, now),
        outcome.fates(),
        tuple(tombstone for tombstone in now if tombstone.id not in before),
        refused,
    )


def _ends(matching: Matching) -> dict[str, Tombstone]:
    """Return what another branch has made of the lines that are gone, after a join."""
    ends, lines = fallbacks(matching.texts.ledger), matching.texts.lines
    return {lines[line].id: ends[lines[line].id] for line in matching.open_lines() if lines[line].id in ends}


def _ids(matching: Matching) -> tuple[str, ...]:
    """Return the id of each block: its line's, the one it was given, or a new one."""
    texts = matching.texts
    taken = {*texts.ledger.ids(), *matching.names.values()}
    ids: list[str] = []
    for block, line in zip(texts.block_numbers, matching.line_of, strict=True):
        if line is not None:
            ids.append(texts.lines[line].id)
        elif block in matching.names:
            ids.append(matching.names[block])
        else:
            ids.append(new_id(texts.words[block], taken))
            taken.add(ids[-1])
    return tuple(ids)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A finished matching and its ids, on the way to the new ledger."""

    matching: Matching
    ids: tuple[str, ...]
    """Of each block."""
    edition: str
    former: Mapping[str, Tombstone]
    """The tombstones of the ledger so far, by id."""
    moved: frozenset[BlockNo]

    def lines(self) -> tuple[LiveLine, ...]:
        """Return the lines of the new ledger."""
        return tuple(map(self._line, self.matching.texts.block_numbers))

    def _line(self, block: BlockNo) -> LiveLine:
        texts, number = self.matching.texts, self.matching.line_of[block]
        line = None if number is None else texts.lines[number]
        chapter, review = texts.blocks[block].chapter, self._review(block)
        fingerprint = fingerprint_of(texts.words[block])
        if line is not None and line.sha == texts.shas[block]:
            # An older release may have made the fingerprint in another way, and nothing would look like it.
            same = line.chapter == chapter and line.review == review and line.fingerprint == fingerprint
            return line if same else replace(line, chapter=chapter, review=review, fingerprint=fingerprint)
        return LiveLine(
            id=self.ids[block],
            chapter=chapter,
            sha=texts.shas[block],
            fingerprint=fingerprint,
            opening=opening_of(texts.blocks[block].text),
            first=line.first if line is not None else self._first(block),
            last=self.edition,
            source=line.source if line is not None else self._source(block) or self._original(block),
            review=review,
            first_words=None if number is None else self._first_words(number, block),
        )

    def _first_words(self, number: LineNo, block: BlockNo) -> int | None:
        """Return which words of a block come from those that its line was first published with; None for all."""
        texts = self.matching.texts
        shape, into = texts.line_shape(number), texts.block_shape(block)
        before = texts.lines[number].first_words
        found = carried_over((1 << len(shape)) - 1 if before is None else before, shape, into)
        return None if found == (1 << len(into)) - 1 else found

    def _first(self, block: BlockNo) -> str:
        """Return the edition that first had a block without a line."""
        tombstone = self.former.get(self.ids[block])
        return tombstone.first if tombstone is not None else self.edition

    def _source(self, block: BlockNo) -> str:
        """Return the id of the line that a block was split from, unless it has an id of its own again."""
        origin = None if block in self.matching.names else self.matching.origins.get(block)
        return "" if origin is None else self.matching.texts.lines[origin].id

    def _original(self, block: BlockNo) -> str:
        """Return the id of the line that a new block looks like a copy of."""
        line = None if block in self.matching.names else copied_from(self.matching, block)
        return "" if line is None else self.matching.texts.lines[line].id

    def _review(self, block: BlockNo) -> tuple[str, ...]:
        """Return the ids that a block may be, its own first; doubts of earlier editions stay."""
        matching, lines = self.matching, self.matching.texts.lines
        if block in matching.pinned:
            return ()
        line = matching.line_of[block]
        before = lines[line].review if line is not None else ()
        doubts = matching.doubts.get(block)
        if not before and not doubts:
            return ()
        candidates = {*before, *(lines[number].id for number in doubts or ())}
        return tuple(sorted(candidates, key=lambda candidate: (candidate != self.ids[block], candidate)))

    def fates(self) -> tuple[Fate, ...]:
        """Return what became of each block."""
        return tuple(map(self._fate, self.matching.texts.block_numbers))

    def _fate(self, block: BlockNo) -> Fate:
        return Fate(
            self.ids[block],
            self._happening(block),
            self.matching.likeness.get(block, 1.0),
            self._source(block),
            self._review(block),
        )

    def _happening(self, block: BlockNo) -> Happening:
        if self.matching.line_of[block] is None:
            if self.ids[block] in self.former:
                return Happening.RESTORED
            return Happening.SPLIT if block in self.matching.origins else Happening.NEW
        if block in self.moved:
            return Happening.MOVED
        return Happening.EDITED if block in self.matching.likeness else Happening.KEPT

    def tombstones(self, lines: Sequence[LiveLine]) -> tuple[Tombstone, ...]:
        """Return the tombstones of the new ledger: the former ones that are not back, led on, and the new ones.

        `lines` are those of the new ledger.
        """
        back = frozenset(self.ids)
        still_gone = [tombstone for tombstone in self.former.values() if tombstone.id not in back]
        return in_order(*self._found_within(tuple(self._led_on(still_gone)), lines), *self._added())

    def _found_within(self, tombstones: Sequence[Tombstone], lines: Sequence[LiveLine]) -> Iterator[Tombstone]:
        """Yield the tombstones; what was deleted leads to a paragraph that has it within, or is the same words."""
        shapes = {
            LineNo(number): unpacked(tombstone.fingerprint)
            for number, tombstone in enumerate(tombstones)
            if tombstone.reason is Reason.DELETED and len(tombstone.fingerprint) >= 2 * BACK_WITHIN
        }
        found = holders(shapes, arrivals_of(self.matching)) if shapes else {}
        same = {line.fingerprint: line.id for line in reversed(lines)} if shapes else {}
        stood = standing(self.matching.texts, shapes) if shapes and self._is_unsettled() else {}
        for number, tombstone in enumerate(tombstones):
            gain = found.get(LineNo(number))
            if LineNo(number) in shapes and tombstone.fingerprint in same:
                yield replace(tombstone, reason=Reason.MERGED, to=same[tombstone.fingerprint])
            elif gain is not None and gain.likeness >= BACK:
                words = packed(gain.words)
                yield replace(tombstone, reason=Reason.MERGED, to=self.ids[gain.block], fingerprint=words)
            else:
                yield self._led_to(tombstone, stood.get(LineNo(number))) or tombstone

    def _led_on(self, tombstones: Sequence[Tombstone]) -> Iterator[Tombstone]:
        """Yield the tombstones; those of merged paragraphs follow their words."""
        texts = self.matching.texts
        line_of = {line.id: number for number, line in zip(texts.line_numbers, texts.lines, strict=True)}
        gains: Gains | None = None
        for tombstone in tombstones:
            number = line_of.get(tombstone.to)
            if tombstone.reason is not Reason.MERGED or number is None or self._is_held(tombstone, number):
                yield tombstone
                continue
            heirs = {self.ids[block]: texts.block_shape(block) for block in self._heirs(number)}
            led = followed(tombstone, texts.lines[number], heirs, texts.ledger.edition, self.edition)
            if not still_holds(tombstone, heirs.get(led.to, "")):
                gains = gains_of(self.matching) if gains is None else gains
                led = self._gained(tombstone, gains) or self._standing(tombstone) or self._ended(tombstone, led)
            yield led

    def _gained(self, tombstone: Tombstone, gains: Gains) -> Tombstone | None:
        """Return the tombstone of a merged paragraph led to the block that has gained its words; None without one."""
        found = holder(unpacked(tombstone.fingerprint), gains)
        if found is None:
            return None
        return replace(tombstone, to=self.ids[found.block], fingerprint=packed(found.words))

    def _standing(self, tombstone: Tombstone) -> Tombstone | None:
        """Return the tombstone of a merged paragraph led to a block that surely has its words; None without one."""
        found = standing(self.matching.texts, {LineNo(0): unpacked(tombstone.fingerprint)})
        return self._led_to(tombstone, found.get(LineNo(0)))

    def _led_to(self, tombstone: Tombstone, found: Standing | None) -> Tombstone | None:
        """Return a tombstone as merged into a block, if that is sure to have its words, with those that it has."""
        if found is None or not found.sure:
            return None
        shape, whole = unpacked(tombstone.fingerprint), self.matching.texts.block_shape(found.block)
        begin, end = stretch(shape, 0, len(shape), whole)
        words = packed(whole[begin:end])
        return replace(tombstone, reason=Reason.MERGED, to=self.ids[found.block], fingerprint=words)

    def _ended(self, tombstone: Tombstone, led: Tombstone) -> Tombstone:
        """Return how a tombstone was led on; gone, when a merge or a revert has left it and its words are not there.

        The ledger has what one branch said of it, and the text is that of the other.
        """
        if led != tombstone or not self._is_unsettled():
            return led
        editions = self.matching.texts.ledger.edition, self.edition
        return replace(tombstone, reason=Reason.DELETED, last=editions[0], edition=editions[1])

    def _is_held(self, tombstone: Tombstone, line: LineNo) -> bool:
        """Tell whether nobody has changed the line that a tombstone leads to, and it has the words.

        After a merge or a revert it may lack them: on the other branch they were never put into it.
        """
        block, texts = self.matching.block_of[line], self.matching.texts
        if block is None or not texts.same_words(line, block):
            return False
        return not self._is_unsettled() or still_holds(tombstone, texts.block_shape(block))

    def _is_unsettled(self) -> bool:
        """Tell whether the ledger comes from a merge or a revert: it need not fit the text then."""
        ledger = self.matching.texts.ledger
        return ledger.joined or bool(ledger.others)

    def _heirs(self, line: LineNo) -> Iterator[BlockNo]:
        """Yield the blocks that have words of a line: the one that continues or swallowed it, and its parts."""
        matching = self.matching
        into = matching.block_of[line]
        into = matching.merged.get(line) if into is None else into
        if into is not None:
            yield into
        yield from sorted(block for block, origin in matching.origins.items() if origin == line)

    def _added(self) -> Iterator[Tombstone]:
        """Yield the tombstones of the lines that are merged or gone with this edition."""
        matching, texts = self.matching, self.matching.texts
        editions = texts.ledger.edition, self.edition
        places = _places(matching, self.ids)
        for number, line in zip(texts.line_numbers, texts.lines, strict=True):
            into = matching.merged.get(number)
            if into is not None:
                own, whole = matching.line_or_origin(into), texts.block_shape(into)
                begin, end = place_of(texts.line_shape(number), whole, "" if own is None else texts.line_shape(own))
                tombstone = tombstone_of(line, Reason.MERGED, self.ids[into], *editions)
                yield replace(tombstone, fingerprint=packed(whole[begin:end]))
            elif matching.block_of[number] is None and line.id not in self.former:
                yield tombstone_of(line, Reason.DELETED, places.nearest(number, line), *editions)


@dataclass(frozen=True, slots=True)
class _LinePlaces:
    """Where a citation of a line that is gone can lead."""

    parts: Mapping[str, str]
    """The first paragraph that was split from each, by id."""
    survivors: Mapping[str, Sequence[LineNo]]
    """The lines of each chapter that have a block."""
    firsts: Mapping[str, str]
    """The first paragraph of each chapter, in document order."""
    lines: Sequence[LiveLine]

    def nearest(self, number: LineNo, line: LiveLine) -> str:
        """Return the id of a part of a line that is gone, else of a neighbour, else of its chapter's first paragraph.

        Where the chapter is gone too, it is the first paragraph of all; empty when there is none.
        """
        if line.id in self.parts:
            return self.parts[line.id]
        if here := self.survivors.get(line.chapter):
            return self.lines[here[max(0, bisect_left(here, number) - 1)]].id
        return self.firsts.get(line.chapter) or next(iter(self.firsts.values()), "")


def _places(matching: Matching, ids: Sequence[str]) -> _LinePlaces:
    texts = matching.texts
    parts: dict[str, str] = {}
    for part, origin in sorted(matching.origins.items()):
        parts.setdefault(texts.lines[origin].id, ids[part])
    survivors: dict[str, list[LineNo]] = defaultdict(list)
    for number, line in zip(texts.line_numbers, texts.lines, strict=True):
        if matching.block_of[number] is not None:
            survivors[line.chapter].append(number)
            parts.setdefault(line.source, line.id)
    firsts: dict[str, str] = {}
    for block, paragraph_id in zip(texts.blocks, ids, strict=True):
        firsts.setdefault(block.chapter, paragraph_id)
    return _LinePlaces(parts, survivors, firsts, texts.lines)
