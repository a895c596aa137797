"""What installed packages add to the pages, files and checks of a brief."""

from collections.abc import Mapping
from dataclasses import dataclass

from .catalogue import Output, PageSet
from .check import Check
from .problems import Problem, ProblemCode
from .rules import RULES


class AddOnError(Exception):
    """Something that an add-on was asked for failed: a problem that names its package."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class AddOns:
    """Everything that was added, in an order that depends on names alone."""

    outputs: tuple[Output, ...] = ()
    pages: tuple[PageSet, ...] = ()
    checks: tuple[Check, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why others could not be used."""

    def rules(self) -> Mapping[str, ProblemCode]:
        """Return every rule that a brief can switch, by name: ours and those of the added checks."""
        return {**RULES, **{check.code.public: check.code for check in self.checks}}
