"""How a brief wants to be checked: which rules, how severe, and what is known to everybody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .problems import Code, Problem, ProblemCode, Severity

_OF_AN_IMPORT = frozenset((Code.LEFT_OUT, Code.READ_AS))
"""What is said of a file that is read once, and never of a brief."""

RULES: Mapping[str, ProblemCode] = {
    code.public: code for code in Code if code.severity is not Severity.ERROR and code not in _OF_AN_IMPORT
}
"""The rules by name: every kind of problem that is not an error by itself, for without those a site can be built."""


@dataclass(frozen=True, slots=True)
class Checks:
    """The author's choice of rules."""

    severities: Mapping[ProblemCode, Severity | None] = field(default_factory=dict)
    """Those that are not the rule's own; None for a rule that is off."""
    acronyms: frozenset[str] = frozenset()
    """Those that every reader knows."""
    stale_after: int = 12
    """After how many months what an entry says `as_of` a date has to be looked at again."""
    rules: Mapping[str, ProblemCode] = field(default_factory=lambda: RULES)
    """Every rule there is, by name: ours and those of add-ons."""

    def severity_of(self, rule: ProblemCode) -> Severity | None:
        """Return how much a problem of this kind weighs in the brief; None when the rule is off."""
        return self.severities.get(rule, rule.severity)

    def without(self, codes: Iterable[ProblemCode]) -> "Checks":
        """Return the same choice with some kinds of problem off, errors included."""
        return replace(self, severities={**self.severities, **dict.fromkeys(codes)})

    def weighed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return the problems with the severity that the author gave their rule, without those that are off."""
        found = []
        for problem in problems:
            severity = self.severities.get(problem.code, problem.severity)
            if severity is not None:
                found.append(problem if severity is problem.severity else replace(problem, given=severity))
        return tuple(found)
