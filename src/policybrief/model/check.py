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
    """What a check objects to, before it is known where in a file that is.

    It becomes a problem at the place of what it was found in, unless the author excuses that from the rule.
    """

    at: Paragraph | Entry | Reference | Passage
    """Where it was found."""
    message: str
    """What was seen there."""
    hint: str = ""
    """A way out, as a sentence without a full stop."""
    position: int = 0
    """Where in the text of a paragraph, in characters from its beginning."""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over the whole of a brief.

    The name of its code switches it in the settings (`checks: {long-sentence: off}`), and excuses a paragraph
    (`{: .allow-long-sentence }`), an entry or a source (`allow: [long-sentence]`) from it. The entry point group for
    more of them is `policybrief.checks`.
    """

    code: ProblemCode
    """The kind of its problems: an `AddedCode` for an add-on."""
    find: Callable[[Publication], Iterable[Finding]]
    """Returns what it objects to. It is not called where the rule is off, nor in a build if it only gives notes."""
    package: str = ""
    """The add-on that it comes from, filled in when that is loaded; empty for our own."""
