"""The ids of all paragraphs ever published, with what is needed to know each again, and where the lost ones lead."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import Enum


@dataclass(frozen=True, slots=True)
class LiveLine:
    """A paragraph that stands in the brief."""

    id: str
    chapter: str
    """The chapter's path."""
    sha: str
    """Of its words; see `model.fingerprint`."""
    fingerprint: str
    opening: str
    """Its first words, for people; a tombstone keeps them when the paragraph is gone."""
    first: str
    """The edition that first had it."""
    last: str
    """The edition in which its words changed last."""
    source: str = ""
    """The id of the paragraph it was split from, or empty."""
    review: tuple[str, ...] = ()
    """The ids that it may be, its own among them when that is the doubtful one; empty when nothing is in doubt."""


class Reason(Enum):
    """Why an id has no paragraph of its own any more."""

    MERGED = "merged"
    """Its words went into another paragraph."""
    DELETED = "deleted"
    """Its words left the brief."""
    DROPPED = "dropped"
    """A person took the id away from a paragraph that it was not meant for."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A paragraph that was published once and stands in the brief no more."""

    id: str
    reason: Reason
    to: str
    """The paragraph it was merged into, else the one nearest to where it stood; empty when there was none."""
    first: str
    """The first edition that had it."""
    last: str
    """The last edition that had it."""
    edition: str
    """The first edition without it."""
    chapter: str
    """Where it stood."""
    fingerprint: str
    """Of what it said; of a merged one, the part that it has now in the paragraph it was merged into."""
    opening: str
    """What it said, its first words."""

    def notice(self) -> str:
        """Return what a reader is told of it, in front of its words."""
        if self.last == self.edition:  # an edition may be brought up to its text more than once
            when = f"stood in edition {self.last} at first, and has been taken out since"
        else:
            when = f"was in the brief up to edition {self.last}, and is not in it since edition {self.edition}"
        return f"Paragraph {self.id} {when}. It {'began' if self.opening.endswith('…') else 'said'}:"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What `anchors.lock` says."""

    edition: str = ""
    """The edition that the ledger was last brought up to."""
    lines: tuple[LiveLine, ...] = ()
    """In document order."""
    tombstones: tuple[Tombstone, ...] = ()
    """In the order of their ids."""

    def ids(self) -> frozenset[str]:
        """Return every id that was ever given."""
        return frozenset((*(line.id for line in self.lines), *(stone.id for stone in self.tombstones)))

    def by_id(self) -> Mapping[str, LiveLine | Tombstone]:
        """Return what each id has become."""
        stones: dict[str, LiveLine | Tombstone] = {stone.id: stone for stone in self.tombstones}
        return {**stones, **{line.id: line for line in self.lines}}


class Status(Enum):
    """What an id leads to."""

    LIVE = "live"
    REVIEW = "review"
    """A paragraph, but it is not settled that it is the one that was cited."""
    MERGED = "merged"
    """The paragraph that swallowed it."""
    GONE = "gone"
    """At best a place near to where it stood."""
    UNKNOWN = "unknown"
    """The id was never given."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an id leads."""

    status: Status
    line: LiveLine | None = None
    """The paragraph to show: itself, what swallowed it, or the nearest that survives."""
    tombstone: Tombstone | None = None
    """That of the id itself, when it has one."""


def resolve(ledger: Ledger, paragraph_id: str) -> Resolution:
    """Return where an id leads, through any number of merges and losses."""
    return resolved(ledger.by_id(), paragraph_id)


def resolved(entries: Mapping[str, LiveLine | Tombstone], paragraph_id: str) -> Resolution:
    """Return where an id leads, given `Ledger.by_id`: for whoever asks about many."""
    entry = entries.get(paragraph_id)
    if entry is None:
        return Resolution(Status.UNKNOWN)
    if isinstance(entry, LiveLine):
        return Resolution(Status.REVIEW if entry.review else Status.LIVE, entry)
    gone = False
    seen: set[str] = set()  # a ledger merged by hand may hold a ring
    found: LiveLine | Tombstone | None = entry
    while isinstance(found, Tombstone) and found.id not in seen:
        seen.add(found.id)
        gone = gone or found.reason is not Reason.MERGED
        found = entries.get(found.to)
    line = found if isinstance(found, LiveLine) else None
    status = Status.GONE if gone or line is None else Status.REVIEW if line.review else Status.MERGED
    return Resolution(status, line, entry)


def accept(ledger: Ledger, ids: Collection[str] | None = None) -> Ledger:
    """Return the ledger with the doubts about these paragraphs settled as they stand; about all without `ids`."""
    lines = (replace(line, review=()) if ids is None or line.id in ids else line for line in ledger.lines)
    return replace(ledger, lines=tuple(lines))


def drop(ledger: Ledger, ids: Collection[str]) -> Ledger:
    """Return the ledger without the lines of these paragraphs: each is not the one its id was given to.

    The ids become tombstones that no text brings back; the next alignment gives the paragraphs new ones.
    """
    kept = tuple(line for line in ledger.lines if line.id not in ids)
    stones: list[Tombstone] = []
    place = kept[0].id if kept else ""
    for line in ledger.lines:
        if line.id in ids:
            stones.append(buried(line, Reason.DROPPED, place, ledger.edition, ledger.edition))
        else:
            place = line.id
    return replace(ledger, lines=kept, tombstones=in_order(*ledger.tombstones, *stones))


def pin(ledger: Ledger, paragraph_id: str, instead_of: str) -> Ledger:
    """Return the ledger in which the paragraph that has the id `instead_of` has `paragraph_id`, and none is in doubt.

    The former id leads there too. Raises ValueError, with a message for the author, when that cannot be.
    """
    lines = {line.id: line for line in ledger.lines}
    stones = {stone.id: stone for stone in ledger.tombstones}
    if paragraph_id in lines:
        raise ValueError(f"{paragraph_id} is another paragraph's id; drop it there first")
    if paragraph_id not in stones:
        raise ValueError(f"{paragraph_id} was never given to a paragraph")
    if instead_of not in lines:
        raise ValueError(f"{instead_of} is no paragraph's id")
    old, back = lines[instead_of], stones.pop(paragraph_id)
    line = replace(old, id=paragraph_id, first=back.first, review=())
    stones[instead_of] = buried(old, Reason.MERGED, paragraph_id, ledger.edition, ledger.edition)
    kept = tuple(line if known is old else known for known in ledger.lines)
    return replace(ledger, lines=kept, tombstones=in_order(*stones.values()))


def buried(line: LiveLine, reason: Reason, to: str, last: str, edition: str) -> Tombstone:
    """Return the tombstone of a paragraph: `last` is the last edition that had it, `edition` the first without it."""
    what = (line.chapter, line.fingerprint, line.opening)
    return Tombstone(line.id, reason, to, line.first, last, edition, *what)


def in_order(*tombstones: Tombstone) -> tuple[Tombstone, ...]:
    """Return the tombstones as a ledger has them."""
    return tuple(sorted(tombstones, key=lambda stone: stone.id))
