"""The ledger of a site that is published: written by the build, or looked at by one that may not write it."""

from dataclasses import dataclass

from mkdocs.plugins import get_plugin_logger

from ...model.ledger import Ledger
from ...model.problems import Problem
from ...publishing.ledger_upkeep import LedgerUpkeep

log = get_plugin_logger("policybrief")


@dataclass(frozen=True, slots=True)
class PublishedLedger:
    """The ledger on the disk, and whether this build may write it."""

    upkeep: LedgerUpkeep
    strict: bool
    """A strict build does not write the ledger, unless it is the first one."""
    updates: bool
    """Whether it is told to, all the same."""

    @property
    def may_write(self) -> bool:
        return not self.strict or self.updates or self.upkeep.is_first

    def problems(self, needed: Ledger) -> tuple[Problem, ...]:
        """Return why the ledger on the disk is not the one that the build needs, if the build may not write it."""
        return () if self.may_write else self.upkeep.problems(needed)

    def keep(self, needed: Ledger) -> None:
        """Write the ledger, unless the build must find it as it is needed."""
        if self.may_write and self.upkeep.keep(needed):
            log.info("Wrote %s: commit it with the chapters", self.upkeep.name)
