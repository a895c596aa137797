"""The problems of one file, up to a limit that nobody reaches by mistake; then the rest of the file is not read."""

from collections.abc import Iterable
from typing import Self

from ..model.problems import Code, Problem

MOST_FAULTS = 1_000


class TooManyFaultsError(Exception):
    """A file has more problems than the limit."""


class Faults(list[Problem]):
    """The problems of a file. Adding one too many raises TooManyFaultsError."""

    def append(self, fault: Problem) -> None:
        """Add a problem."""
        super().append(fault)
        if len(self) > MOST_FAULTS:
            raise TooManyFaultsError

    def extend(self, faults: Iterable[Problem]) -> None:
        """Add problems."""
        for fault in faults:
            self.append(fault)

    def __iadd__(self, faults: Iterable[Problem]) -> Self:  # type: ignore[misc, override]
        self.extend(faults)
        return self

    def cut_short(self) -> tuple[Problem, ...]:
        """Return the problems, the last of which says that there are more."""
        seen = f"more than {MOST_FAULTS:,} problems; the rest of the file was not read"
        hint = "fix the problems above, and run the check again"
        return (*self[:MOST_FAULTS], Problem(Code.TOO_COMPLEX, max(fault.place for fault in self), seen, hint))
