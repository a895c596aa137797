"""Add-ons: the outputs, checks and pages that installed packages declare under our entry points.

They are loaded when a brief is opened, never when this package is imported. Any failure in one of them, on loading or
later, becomes a problem that names its package.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import EntryPoint, EntryPoints, entry_points
from typing import TypeVar

from jinja2 import TemplateError

from ..model.add_ons import AddOnError, AddOns
from ..model.brief import Project
from ..model.catalogue import Output, PageBody, PageDeclaration, PageSet
from ..model.check import Check, Finding
from ..model.output import Artifact
from ..model.problems import Code, Place, Problem
from ..model.publication import Publication
from ..outputs import catalogue as outputs
from ..pages import catalogue as pages
from .catalogue import OURS, SETTINGS

OUTPUTS_GROUP = "policybrief.outputs"
CHECKS_GROUP = "policybrief.checks"
PAGES_GROUP = "policybrief.pages"

_FAILS = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, ImportError, LookupError, NameError, OSError),
    *(RuntimeError, StopIteration, SyntaxError, TemplateError, TypeError, ValueError),
)
"""How third-party code may fail: a package has no other way to report an error."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_REASON = 300
"""In characters: the message of an exception may be a whole document."""

Item = TypeVar("Item", Output, Check, PageSet)
Argument = TypeVar("Argument")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class _Package:
    """An installed package with an add-on."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}".rstrip()

    def broken(self, what: str, reason: str) -> Problem:
        """Return the problem that something in this package does not work; the reason continues the sentence."""
        hint = f"report this to the authors of the package, or uninstall it: pip uninstall {self.name}"
        return _problem(Code.BROKEN_ADD_ON, f"{what} of {self} {_shortened(reason)}", hint)


def load_add_ons() -> AddOns:
    """Return everything that installed packages add, in the order of their entry point names.

    The first of two outputs or checks with the same name is kept; one with the name of a built-in one is left out.
    """
    problems: list[Problem] = []
    # Read all groups at once: each call reads the metadata of every installed package.
    installed = entry_points()
    added_outputs = [
        replace(output, package=str(package), make=_guarded_output(output, package))
        for output, package in _loaded(installed.select(group=OUTPUTS_GROUP), OUTPUTS_GROUP, Output, problems)
    ]
    added_checks = [
        replace(check, package=str(package), find=_guarded_check(check, package))
        for check, package in _loaded(installed.select(group=CHECKS_GROUP), CHECKS_GROUP, Check, problems)
    ]
    added_pages = [
        replace(page_set, package=str(package), declare=_guarded_pages(page_set, package))
        for page_set, package in _loaded(installed.select(group=PAGES_GROUP), PAGES_GROUP, PageSet, problems)
    ]
    own_outputs = (output.name for output in (*outputs.OUTPUTS, *pages.OUTPUTS))
    own_codes = (code.public for code in Code)
    named = ((f"the output '{output.name}'", output.name, output) for output in added_outputs)
    coded = ((f"the check '{check.code.public}'", check.code.public, check) for check in added_checks)
    return AddOns(
        tuple(_of_one_name(named, own_outputs, problems)),
        tuple(added_pages),
        tuple(_of_one_name(coded, own_codes, problems)),
        tuple(problems),
    )


def _loaded(
    declared: EntryPoints, group: str, kind: type[Item], problems: list[Problem]
) -> Iterator[tuple[Item, _Package]]:
    """Yield the objects declared in a group of entry points, with the package that declares each."""
    points = sorted(((point.name, _package(point), point) for point in declared), key=_order)
    for name, package, point in points:
        what = f"the add-on '{name}' ({group})"
        try:
            item = point.load()
        except _FAILS as error:
            reason = f"cannot be loaded: {type(error).__name__}: {error}"
            problems.append(package.broken(what, reason))
            continue
        if not isinstance(item, kind):
            problems.append(package.broken(what, f"must be of the type {kind.__name__}, not {type(item).__name__}"))
        elif not _NAME.fullmatch(_name_of(item) or name):
            reason = f"is called '{_name_of(item)}', but a name has small letters, digits and single hyphens"
            problems.append(package.broken(what, reason))
        else:
            yield item, package


def _order(point: tuple[str, _Package, EntryPoint]) -> tuple[str, str]:
    return point[0], str(point[1])


def _package(point: EntryPoint) -> _Package:
    if point.dist is None:
        return _Package(point.module.partition(".")[0], "")
    return _Package(point.dist.name, point.dist.version)


def _name_of(item: Output | Check | PageSet) -> str:
    """Return the name of an item in settings and messages; pages have only paths."""
    if isinstance(item, PageSet):
        return ""
    return item.name if isinstance(item, Output) else item.code.public


def _of_one_name(items: Iterable[tuple[str, str, Item]], own: Iterable[str], problems: list[Problem]) -> Iterator[Item]:
    """Yield the items, given with descriptions and names, whose names are not taken."""
    owners = dict.fromkeys(own, OURS)
    for what, name, item in items:
        if name in owners:
            seen = f"{item.package} adds {what}, which {owners[name]} already adds"
            problems.append(_problem(Code.CLASHING_ADD_ON, seen, "uninstall one of the two packages"))
        else:
            owners[name] = item.package
            yield item


def _guarded_output(output: Output, package: _Package) -> Callable[[Publication], tuple[Artifact | Problem, ...]]:
    what = f"the output '{output.name}'"
    guarded: Callable[[Publication], tuple[Artifact | Problem, ...]]
    guarded = _guarded(output.make, (Artifact, Problem), what, package)

    def make(publication: Publication) -> tuple[Artifact | Problem, ...]:
        made = guarded(publication)
        for each in made:
            if isinstance(each, Artifact) and output.declaration(each.path) is None:
                reason = f"makes '{each.path}', which it does not declare"
                raise AddOnError(package.broken(what, reason))
        return made

    return make


def _guarded_check(check: Check, package: _Package) -> Callable[[Publication], tuple[Finding, ...]]:
    what = f"the check '{check.code.public}'"
    return _guarded(check.find, (Finding,), what, package)


def _guarded_pages(page_set: PageSet, package: _Package) -> Callable[[Project], tuple[PageDeclaration, ...]]:
    declare = _guarded(page_set.declare, (PageDeclaration,), "the list of pages", package)
    return lambda project: tuple(_guarded_page(page, package) for page in declare(project))


def _guarded_page(page: PageDeclaration, package: _Package) -> PageDeclaration:
    what, make = f"the page '{page.path}'", page.make
    if make is None:
        raise AddOnError(package.broken(what, "has no function that makes it"))

    def bodies(publication: Publication) -> tuple[PageBody, ...]:
        return (make(publication),)

    guarded = _guarded(bodies, (PageBody,), what, package)

    def body(publication: Publication) -> PageBody:
        (made,) = guarded(publication)
        return made

    return replace(page, make=body)


def _guarded(
    call: Callable[[Argument], Iterable[Part]], kinds: tuple[type[Part], ...], what: str, package: _Package
) -> Callable[[Argument], tuple[Part, ...]]:
    """Return the call with its results checked: it raises AddOnError if it fails or returns the wrong type."""

    def run(argument: Argument) -> tuple[Part, ...]:
        try:
            results = tuple(call(argument))
        except _FAILS as error:
            raise AddOnError(package.broken(what, f"failed: {type(error).__name__}: {error}")) from error
        for result in results:
            if not isinstance(result, kinds):
                raise AddOnError(package.broken(what, f"returned {type(result).__name__}, not {kinds[0].__name__}"))
        return results

    return run


def _problem(code: Code, seen: str, hint: str) -> Problem:
    return Problem(code, Place(SETTINGS), seen, hint)


def _shortened(reason: str) -> str:
    words = " ".join(reason.split())
    return words if len(words) <= _LONGEST_REASON else f"{words[:_LONGEST_REASON]}…"
