"""How often Python looks for values that nothing refers to any more, while a site is built.

The trees of all chapters are kept until the last page is written. Python goes through them again and again, in vain:
that took a fifteenth of a build.
"""

import gc

SELDOM = (50_000, 10, 10)
"""After how many new values the young are looked through, after how many times the middle-aged, then all of them."""


class Collecting:
    """Makes Python look seldom, from the beginning of a build to its end."""

    def __init__(self) -> None:
        self._before: tuple[int, int, int] | None = None

    def seldom(self) -> None:
        """Look seldom until `as_before` is called. A process that collects nothing at all is left alone."""
        usual = gc.get_threshold()
        if self._before is None and 0 < usual[0] < SELDOM[0]:
            self._before = usual
            gc.set_threshold(*SELDOM)

    def as_before(self) -> None:
        """Look as often as before the build; nothing happens when that is so already."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            self._before = None
