"""Which rules a brief applies, their severity, and the acronyms that every reader knows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .problems import Code, Problem, ProblemCode, Severity

_OF_AN_IMPORT = frozenset((Code.LEFT_OUT, Code.READ_AS))
"""Rules on files that only imports report."""

RULES: Mapping[str, ProblemCode] = {
    code.public: code for code in Code if code.severity is not Severity.ERROR and code not in _OF_AN_IMPORT
}
"""The rules by name: every kind of problem that is not an error by default, because a site can be built without them.
"""


@dataclass(frozen=True, slots=True)
class Checks:
    """The author's choice of rules."""

    severities: Mapping[ProblemCode, Severity | None] = field(default_factory=dict)
    """The severities that differ from the default; None for a rule that is off."""
    acronyms: frozenset[str] = frozenset()
    """The acronyms that every reader knows."""
    stale_after: int = 12
    """After how many months the `as_of` date of an entry is too old."""
    rules: Mapping[str, ProblemCode] = field(default_factory=lambda: RULES)
    """Every rule, by name: the built-in ones and those of add-ons."""

    def severity_of(self, rule: ProblemCode) -> Severity | None:
        """Return the severity of this kind of problem in the brief, or None if the rule is off."""
        return self.severities.get(rule, rule.severity)

    def without(self, codes: Iterable[ProblemCode]) -> "Checks":
        """Return the same settings with some kinds of problem off, including errors."""
        return replace(self, severities={**self.severities, **dict.fromkeys(codes)})

    def weighed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return the problems with the severity that the author gave their rule, without those that are off."""
        found = []
        for problem in problems:
            severity = self.severities.get(problem.code, problem.severity)
            if severity is not None:
                found.append(problem if severity is problem.severity else replace(problem, given=severity))
        return tuple(found)
