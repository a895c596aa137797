"""The ids of all paragraphs ever published, with what is needed to know each again, and where the lost ones lead."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class LiveLine:
    """A paragraph of the brief."""

    id: str
    chapter: str
    """The chapter's path."""
    sha: str
    """Of its words; see `alignment.fingerprint`."""
    fingerprint: str
    opening: str
    """Its first words, for people; a tombstone keeps them when the paragraph is gone."""
    first: str
    """The edition that first had it."""
    last: str
    """The edition in which its words changed last."""
    source: str = ""
    """The id of the paragraph it was split from or looks like a copy of, or empty."""
    review: tuple[str, ...] = ()
    """The ids that it may be, its own among them when that is the doubtful one; empty when nothing is in doubt."""
    first_words: int | None = None
    """Which of its words come from those that it was first published with, rewordings included: a bit for each word,
    from the lowest. None while all of them do."""


class Reason(Enum):
    """Why an id no longer has a paragraph of its own."""

    MERGED = "merged"
    """Its words went into another paragraph."""
    DELETED = "deleted"
    """Its words left the brief."""
    DROPPED = "dropped"
    """A person took the id away from a paragraph that it was not meant for."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A paragraph that was published once and is no longer in the brief."""

    id: str
    reason: Reason
    to: str
    """The paragraph it was merged into, else the one nearest to where it was; empty when there was none."""
    first: str
    """The first edition that had it."""
    last: str
    """The last edition that had it."""
    edition: str
    """The first edition without it."""
    chapter: str
    """The path of the chapter it was in."""
    fingerprint: str
    """Of what it said; of a merged one, the part that it has now in the paragraph it was merged into."""
    opening: str
    """What it said, its first words."""


def tombstone_of(line: LiveLine, reason: Reason, to: str, last: str, edition: str) -> Tombstone:
    """Return the tombstone of a paragraph: `last` is the last edition that had it, `edition` the first without it."""
    what = (line.chapter, line.fingerprint, line.opening)
    return Tombstone(line.id, reason, to, line.first, last, edition, *what)


def in_order(*tombstones: Tombstone) -> tuple[Tombstone, ...]:
    """Return the tombstones as a ledger has them: by their ids."""
    return tuple(sorted(tombstones, key=lambda tombstone: tombstone.id))


@dataclass(frozen=True, slots=True)
class Ledger:
    """What `anchors.lock` says."""

    edition: str = ""
    """The edition that the ledger was last brought up to."""
    lines: tuple[LiveLine, ...] = ()
    """In document order."""
    tombstones: tuple[Tombstone, ...] = ()
    """In the order of their ids."""
    joined: bool = False
    """Whether it was made of the ledgers of two branches, and has not been brought up to the text since."""
    others: tuple[LiveLine | Tombstone, ...] = ()
    """What else the branches say of ids that it has; the text will tell which of it holds."""

    def ids(self) -> frozenset[str]:
        """Return every id that was ever given."""
        return frozenset((*(line.id for line in self.lines), *(tombstone.id for tombstone in self.tombstones)))

    def by_id(self) -> Mapping[str, LiveLine | Tombstone]:
        """Return what each id has become; where both say something of an id, the line counts."""
        gone: dict[str, LiveLine | Tombstone] = {tombstone.id: tombstone for tombstone in self.tombstones}
        return {**gone, **{line.id: line for line in self.lines}}


class Status(Enum):
    """What an id leads to."""

    LIVE = "live"
    REVIEW = "review"
    """A paragraph, but it is not settled that it is the one that was cited."""
    MERGED = "merged"
    """The paragraph that swallowed it."""
    GONE = "gone"
    """At best a place near to where it was."""
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
