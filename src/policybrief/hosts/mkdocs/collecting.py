"""Makes Python's garbage collection rare while a site is built.

The trees of all chapters are kept until the last page is written. Python searched them again and again, in vain, which
took a fifteenth of a build.
"""

import gc

SELDOM = (50_000, 10, 10)
"""The thresholds of the three generations."""


class Collecting:
    """Makes garbage collection rare, from the beginning of a build to its end."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None

    def seldom(self) -> None:
        """Make it rare until `as_before` is called. Does nothing in a process without garbage collection."""
        usual = gc.get_threshold()
        if self._before is None and 0 < usual[0] < SELDOM[0]:
            self._before = usual
            gc.set_threshold(*SELDOM)

    def as_before(self) -> None:
        """Make it as frequent as before the build; does nothing if that is already the case."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            self._before = None
