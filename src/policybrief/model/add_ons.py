"""What installed packages add to the pages, files and checks of a brief."""

from collections.abc import Mapping
from dataclasses import dataclass

from .catalogue import Output, PageSet
from .check import Check
from .problems import Problem, ProblemCode
from .rules import RULES


class AddOnError(Exception):
    """An add-on failed when it was called: carries a problem that names its package."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class AddOns:
    """Everything that add-ons add, in an order that depends only on names."""

    outputs: tuple[Output, ...] = ()
    pages: tuple[PageSet, ...] = ()
    checks: tuple[Check, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why some add-ons cannot be used."""

    def rules(self) -> Mapping[str, ProblemCode]:
        """Return every rule that a brief can switch, by name: the built-in ones and those of added checks."""
        return {**RULES, **{check.code.public: check.code for check in self.checks}}
