"""The ledger of a project, opened, changed and kept: the implementation of `policybrief anchors`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...alignment.anchors import Anchors
from ...alignment.paragraph_ids import check, near
from ...alignment.resolution import resolve, resolved
from ...alignment.settling import accept, drop
from ...build import align_chapters
from ...model.brief import Chapter
from ...model.ledger import Ledger, LiveLine, Resolution, Status, Tombstone
from ...model.problems import Code, Problem, Severity
from ...publishing.ledger_merging import join_conflict, join_lines
from ...reading.project import read_project
from ...reading.text import shown
from .loading import CONFIG
from .open_site import OpenSite, open_site

_OF_CHARACTERS = frozenset((Code.LOOK_ALIKE, Code.CONTROL_CHARACTER))


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An id of the ledger, as listed."""

    id: str
    status: Status
    number: str
    """The number of the paragraph that it leads to; empty if there is none."""
    chapter: str
    text: str
    """The first words of the paragraph, even if it is gone."""


@dataclass(frozen=True, slots=True)
class OpenLedger:
    """A project's ledger, updated to match its chapters."""

    directory: Path
    site: OpenSite
    anchors: Anchors

    @property
    def ledger(self) -> Ledger:
        return self.anchors.alignment.ledger

    def problems(self) -> tuple[Problem, ...]:
        """Return the problems that keep the ledger from being written, and the open decisions."""
        return (*self.site.problems, *self.site.project.problems, *self.anchors.problems)

    def refused(self) -> tuple[Problem, ...]:
        """Return the errors of the project: a ledger is not written for chapters that could not be read.

        Strange characters do not keep a chapter from being read: they are left out, or stay unchanged.
        """
        project = self.site.project
        _settings, *others = project.files[:3]
        read = {*others, *(chapter.path for chapter in project.chapters)}
        return tuple(
            problem
            for problem in self.problems()
            if problem.severity is Severity.ERROR
            and not (problem.code in _OF_CHARACTERS and problem.place.path in read)
        )

    def is_current(self) -> bool:
        """Return whether the ledger on the disk matches the chapters."""
        return self.site.upkeep is not None and self.site.upkeep.kept == self.ledger

    def brought_back(self) -> tuple[str, ...]:
        """Return the published ids that the ledger on the disk has lost."""
        upkeep = self.site.upkeep
        return () if upkeep is None else tuple(sorted(upkeep.known.ids() - (upkeep.kept or Ledger()).ids()))

    def keep(self, ledger: Ledger) -> bool:
        """Write a ledger to the disk if it differs; return whether it did.

        Raises PublishingError if it cannot be written.
        """
        return self.site.upkeep is not None and self.site.upkeep.keep(ledger)

    def rows(self) -> tuple[LedgerRow, ...]:
        """Return every id: current ones in document order, then those that are gone."""
        numbers = self.numbers()
        entries = self.ledger.by_id()
        live = (self._row(line, resolved(entries, line.id), numbers) for line in self.ledger.lines)
        gone = (self._row(tombstone, resolved(entries, tombstone.id), numbers) for tombstone in self.ledger.tombstones)
        return (*live, *gone)

    def numbers(self) -> dict[str, str]:
        """Return the number of each current paragraph."""
        chapters: dict[str, Chapter] = {chapter.path: chapter for chapter in self.site.project.chapters}
        return {
            paragraph_id: f"{chapters[path].number}.{ordinal}"
            for path, ids in self.anchors.ids.items()
            for ordinal, paragraph_id in enumerate(ids, 1)
        }

    def resolve(self, paragraph_id: str) -> tuple[LedgerRow, Resolution]:
        """Return where an id leads."""
        found = resolve(self.ledger, paragraph_id)
        entry = found.tombstone or found.line
        if entry is None:
            return LedgerRow(paragraph_id, found.status, "", "", ""), found
        return self._row(entry, found, self.numbers()), found

    def fault_of(self, paragraph_id: str) -> str:
        """Return the message about an id that was never given, and which one may be meant."""
        fault = check(paragraph_id)
        known = near(paragraph_id, self.ledger.ids())
        words = f"no paragraph {shown(paragraph_id)[1:-1]}" + (f": {fault.value}" if fault else "")
        return words + (f"; it may be {', '.join(known)}" if known else "")

    def _row(self, entry: LiveLine | Tombstone, found: Resolution, numbers: dict[str, str]) -> LedgerRow:
        line = found.line
        return LedgerRow(
            entry.id,
            found.status,
            numbers.get(line.id, "") if line else "",
            line.chapter if line else entry.chapter,
            entry.opening,
        )


def open_ledger(directory: Path, *, fresh: bool = False) -> OpenLedger:
    """Return the ledger of the brief in a directory, updated to match its chapters but not yet written.

    With `fresh`, no earlier id counts.
    """
    site = open_site(directory, fresh=fresh)
    return OpenLedger(directory, site, align_chapters(site.project, site.site))


def join_ledger(directory: Path, *, merged: bool = False) -> bool:
    """Join the two sides of a ledger that git could not merge; return whether there was anything to join.

    With `merged`, its lines are accepted as git or a person has joined them, whatever its first line says. Raises
    PublishingError if a side cannot be read or the ledger cannot be written.
    """
    name = read_project(directory, CONFIG).ledger_path
    if join_conflict(directory, name):
        return True
    if merged:
        join_lines(directory, name)
    return merged


def settled(ledger: Ledger, ids: Sequence[str], *, as_they_stand: bool) -> Ledger:
    """Return the ledger with the decision on these paragraphs made; without `ids`, on all of them."""
    return accept(ledger, ids or None) if as_they_stand else drop(ledger, ids)


def unknown(ledger: Ledger, ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids that no paragraph of the ledger has."""
    live = {line.id for line in ledger.lines}
    return tuple(paragraph_id for paragraph_id in ids if paragraph_id not in live)
