"""A rule over the whole of a brief, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .brief import Reference
from .glossary import Entry
from .knowledge import Paragraph
from .passages import Passage
from .problems import ProblemCode
from .publication import Publication


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of a check, before its place in a file is known.

    It becomes a problem at the place of its subject, unless the author exempts the subject from the rule.
    """

    at: Paragraph | Entry | Reference | Passage
    """The paragraph, entry or source in which it was found."""
    message: str
    """What is wrong."""
    hint: str = ""
    """How to fix it, as a sentence without a full stop."""
    position: int = 0
    """The position in the text of a paragraph, in characters."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over the whole of a brief.

    The name of its code switches it in the settings (`checks: {long-sentence: off}`), and exempts a paragraph (`{:
    .allow-long-sentence }`), an entry or a source (`allow: [long-sentence]`) from it. The entry point group for add-ons
    is `policybrief.checks`.
    """

    code: ProblemCode
    """The kind of its problems: an `AddedCode` for an add-on."""
    find: Callable[[Publication], Iterable[Finding]]
    """Yields its findings. It is not called if the rule is off, nor in a build if it only gives notes."""
    package: str = ""
    """The add-on that declares it, filled in on loading; empty for built-in checks."""
