"""The ids of all paragraphs ever published, with the data to recognise each paragraph again, and where retired ids
lead.
"""

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
    """The fingerprint of its words; see `alignment.fingerprint`."""
    fingerprint: str
    opening: str
    """Its first words, for people; a tombstone keeps them after the paragraph is gone."""
    first: str
    """The first edition that had it."""
    last: str
    """The edition in which its words last changed."""
    source: str = ""
    """The id of the paragraph that it was split from or seems to be a copy of, or empty."""
    review: tuple[str, ...] = ()
    """The ids that it may have, including its own if that is doubtful; empty if nothing is in doubt."""
    first_words: int | None = None
    """Which of its words come from those first published, including rewordings: one bit per word, from the lowest. None
    if all of them do.
    """


class Reason(Enum):
    """Why an id no longer belongs to a paragraph."""

    MERGED = "merged"
    """Its words were merged into another paragraph."""
    DELETED = "deleted"
    """Its words are no longer in the brief."""
    DROPPED = "dropped"
    """A person took the id away from a paragraph that had it by mistake."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A paragraph that was published but is no longer in the brief."""

    id: str
    reason: Reason
    to: str
    """The paragraph that it was merged into, or else the nearest one; empty if there was none."""
    first: str
    """The first edition that had it."""
    last: str
    """The last edition that had it."""
    edition: str
    """The first edition without it."""
    chapter: str
    """The path of the chapter it was in."""
    fingerprint: str
    """The fingerprint of its text; for a merged one, of its share of the paragraph that it was merged into."""
    opening: str
    """Its first words."""


def tombstone_of(line: LiveLine, reason: Reason, to: str, last: str, edition: str) -> Tombstone:
    """Return the tombstone of a paragraph: `last` is the last edition that had it, `edition` the first without it."""
    what = (line.chapter, line.fingerprint, line.opening)
    return Tombstone(line.id, reason, to, line.first, last, edition, *what)


def in_order(*tombstones: Tombstone) -> tuple[Tombstone, ...]:
    """Return the tombstones in ledger order: by id."""
    return tuple(sorted(tombstones, key=lambda tombstone: tombstone.id))


@dataclass(frozen=True, slots=True)
class Ledger:
    """The content of `anchors.lock`."""

    edition: str = ""
    """The edition for which the ledger was last updated."""
    lines: tuple[LiveLine, ...] = ()
    """In document order."""
    tombstones: tuple[Tombstone, ...] = ()
    """In the order of their ids."""
    joined: bool = False
    """Whether it was joined from the ledgers of two branches and not yet updated to match the text."""
    others: tuple[LiveLine | Tombstone, ...] = ()
    """What the other branch says about ids that already have a line; the text decides between them."""

    def ids(self) -> frozenset[str]:
        """Return every id that was ever given."""
        return frozenset((*(line.id for line in self.lines), *(tombstone.id for tombstone in self.tombstones)))

    def by_id(self) -> Mapping[str, LiveLine | Tombstone]:
        """Return what became of each id; if an id has several lines, the first counts."""
        gone: dict[str, LiveLine | Tombstone] = {tombstone.id: tombstone for tombstone in self.tombstones}
        return {**gone, **{line.id: line for line in self.lines}}


class Status(Enum):
    """What an id leads to."""

    LIVE = "live"
    REVIEW = "review"
    """A paragraph, but it is not decided whether it is the one that was cited."""
    MERGED = "merged"
    """The paragraph that absorbed it."""
    GONE = "gone"
    """At best a place near its old one."""
    UNKNOWN = "unknown"
    """The id was never given."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Where an id leads."""

    status: Status
    line: LiveLine | None = None
    """The paragraph to show: the cited one, the one that absorbed it, or the nearest that remains."""
    tombstone: Tombstone | None = None
    """The tombstone of the id itself, if it has one."""
