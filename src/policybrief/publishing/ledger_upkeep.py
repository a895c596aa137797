"""The ledger on the disk: what it must contain before a site is published, and how it is written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..model.brief import Project
from ..model.ledger import Ledger
from ..model.problems import Code, Place, Problem
from ..model.recall import recalled
from ..model.rules import Checks
from ..reading.ledger import ledger_text, read_ledger
from .atomic_files import replace_file
from .errors import PublishingError, reason_of, shown_path
from .history import Places, past_of
from .known_ids import with_known_ids

_HINT = (
    "run 'policybrief anchors update' and commit {name} with the chapters; "
    "'policybrief build --update-ledger' also updates it"
)


@dataclass(frozen=True, slots=True)
class LedgerUpkeep:
    """The ledger of a project: the one on the disk and the one needed."""

    path: Path
    name: str
    """Its path, relative to the project."""
    kept: Ledger | None
    """The content of the file, or None if there is no file."""
    known: Ledger
    """Its content and all other ids known to have been published."""
    forgotten: bool
    """Whether the brief is under version control and never had a ledger."""
    checks: Checks
    """The severity of an outdated ledger in the brief."""

    @property
    def is_first(self) -> bool:
        """Whether no id of this brief can have been published yet."""
        return self.kept is None and not self.forgotten and not self.known.ids()

    def problems(self, needed: Ledger) -> tuple[Problem, ...]:
        """Return why the ledger on the disk is not the one that a publication needs; nothing if it is, or if the brief
        is new.
        """
        return () if self.is_first else self.missing(needed)

    def missing(self, needed: Ledger) -> tuple[Problem, ...]:
        """Return why a brief whose ids are `needed` must not leave the project yet, whether or not it ever did."""
        if self.kept == needed:
            return ()
        hint = _HINT.format(name=self.name)
        problem = Problem(Code.STALE_LEDGER, Place(self.name), self._difference(needed), hint)
        return self.checks.weighed((problem,))

    def _difference(self, needed: Ledger) -> str:
        if self.kept is None:
            return self._what_is_missing(needed)
        kept = self.kept.ids()
        lost = sorted(self.known.ids() - kept)
        if lost:
            return f"it lacks {_counted(len(lost), 'id')} that {_was(len(lost))} published before: {_first(lost)}"
        new = [line.id for line in needed.lines if line.id not in kept]
        if new:
            return f"it lacks {_counted(len(new), 'paragraph')} of the chapters: {_first(new)}"
        if self.kept.edition != needed.edition:
            return f"it was last updated for edition '{self.kept.edition}', and the brief is edition '{needed.edition}'"
        if self.kept.joined:
            return "it was merged from two branches, but not updated for the merged chapters"
        changed = set(needed.lines).symmetric_difference(self.kept.lines)
        count = len({line.id for line in changed})
        return f"{_counted(count, 'paragraph')} {_was(count)} changed, moved or removed since it was written"

    def _what_is_missing(self, needed: Ledger) -> str:
        before = len(self.known.ids())
        if before:
            return f"the file is missing, and {_counted(before, 'id')} of this brief {_was(before)} published before"
        return f"the file is missing: nothing would keep the ids of {_counted(len(needed.lines), 'paragraph')}"

    def keep(self, ledger: Ledger) -> bool:
        """Write a ledger to the disk if it differs from the one there; return whether it did.

        Raises PublishingError if it cannot be written, or if the one on the disk is not the one that was read.
        """
        text = recalled(ledger_text, ledger)
        try:
            now = self.path.read_bytes().decode("utf-8", "replace") if self.path.is_file() else None
            if now is not None and now.replace("\r\n", "\n") == text:
                return False
            if (None if now is None else read_ledger(now, self.name)[0]) != self.kept:
                raise PublishingError(f"'{self.name}' was changed while it was in use; run the command again")
            replace_file(self.path, text.encode())
        except OSError as error:
            named = shown_path(self.path)
            raise PublishingError(f"the ledger '{named}' cannot be written: {reason_of(error)}") from error
        return True


def open_upkeep(project: Project, places: Places) -> LedgerUpkeep:
    """Return the ledger of a project, with the ids known from git and from the last published site."""
    path = places.root / places.ledger
    kept = project.ledger if path.is_file() else None
    past = past_of(places, project.ledger.ids())
    known = with_known_ids(project.ledger, past.ledgers)
    return LedgerUpkeep(path, places.ledger, kept, known, past.forgotten, project.checks)


def fresh_upkeep(project: Project, root: Path) -> LedgerUpkeep:
    """Return a new ledger for a project: it has none of the ids given before."""
    path = root / project.ledger_path
    kept = project.ledger if path.is_file() else None
    return LedgerUpkeep(path, project.ledger_path, kept, Ledger(), forgotten=False, checks=project.checks)


def with_upkeep(project: Project, upkeep: LedgerUpkeep) -> Project:
    """Return the project with the ids known to have been published."""
    return replace(project, ledger=upkeep.known)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _first(ids: Sequence[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]} and others"
