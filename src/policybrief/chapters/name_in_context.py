"""A name where it stands in a text, for the rules that look at the words around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..model.glossary import Kind


@dataclass(frozen=True, slots=True)
class NameInContext:
    """A name where it stands in a text."""

    plain: str
    """The text, with plain characters."""
    start: int
    end: int
    language: str
    """Of the name."""
    kind: Kind | None
    """Of its entry."""
    known: Callable[[str], bool]
    """Tells whether a form is in the glossary."""
    name: str
    before: str
    """The end of the text before the name."""
    near: str
    """The word before the name, with anything joined to it, if only a space separates them."""
    kind_of: Callable[[str], Kind | None]
    """Returns the kind of the entry that a form means; None where none or several have it."""
    given: tuple[str, ...] = ()
    """Of a family name: the given names of its bearer, from all names that the glossary has."""

    longer: bool = False
    """Whether the entry has a name of several words in the language as well."""
    years: tuple[int, int] | None = None
    """Of the entry, the first and the last."""
    homes: tuple[str, ...] | None = None
    """For a body or a law of many states: the beginnings of the words for its own state; empty if none is known."""

    @property
    def initials(self) -> str:
        """The letters with which the given names begin."""
        return "".join(word[0] for word in self.given)

    @property
    def is_quoted(self) -> bool:
        """Whether only the name is in quotation marks, which in French have spaces inside."""
        if not self.before.rstrip(" ").endswith('"'):
            return False
        return self.plain[self.end : self.end + 2].lstrip(" ").startswith('"')

    def is_before(self, pattern: re.Pattern[str] | None) -> bool:
        """Tell whether a pattern, if there is one, fits right after the name."""
        return pattern is not None and pattern.match(self.plain, self.end) is not None

    def is_after(self, pattern: re.Pattern[str] | None) -> bool:
        """Tell whether a pattern, if there is one, fits right before the name."""
        return pattern is not None and pattern.search(self.before) is not None
