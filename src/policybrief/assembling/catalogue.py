"""The catalogue of a site, joined from the built-in pages and files and those of add-ons, before any is made."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ..model.add_ons import AddOnError, AddOns
from ..model.addresses import Addresses
from ..model.brief import Project
from ..model.catalogue import Catalogue, InParts, Output, PageDeclaration, PageSet, Subject
from ..model.problems import Code, Place, Problem, did_you_mean
from ..model.publication import Publication
from ..outputs import catalogue as outputs
from ..pages import catalogue as pages
from .own_files import OwnFiles, clashing_addresses

SETTINGS = "mkdocs.yml"
OURS = "policybrief"


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything that a site will have, and why some parts of add-ons are left out."""

    catalogue: Catalogue
    problems: tuple[Problem, ...] = ()
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By the path of each page that is divided into parts: the ids in later parts, each with the path of its part."""


def catalogue_of(
    project: Project, addresses: Addresses, own: OwnFiles, add_ons: AddOns, read: Publication | None = None
) -> Declared:
    """Return the catalogue of a project's site, and the author's files that it has no address for.

    If two add-ons declare the same path, the one whose name comes first keeps it. `read` is the brief with its chapters
    read; without it, the catalogue lacks the later parts of divided pages.
    """
    problems: list[Problem] = list(add_ons.problems)
    taken = _Taken({})
    kept: list[PageDeclaration] = []
    in_parts = {page.path: page for page in _in_parts(read)} if read else {}
    for page in _with_parts(_declared(project, add_ons.pages, problems), in_parts):
        if own.replaces(page, addresses):
            continue
        problem = _page_fault(page) or taken.take(addresses.file(page.path), _Claim(page.path, page.package))
        if problem:
            problems.append(problem)
        else:
            kept.append(page)
    wanted = tuple(_outputs(project, add_ons.outputs, taken, problems))
    catalogue = Catalogue(tuple(kept), wanted)
    clashes = clashing_addresses(project, catalogue, addresses, own)
    return Declared(catalogue, (*problems, *clashes), {page.path: page.anchors for page in in_parts.values()})


def _in_parts(read: Publication) -> Iterator[InParts]:
    for page_set in pages.PAGES:
        if page_set.parts is not None:
            yield from page_set.parts(read)


def _with_parts(declared: Iterable[PageDeclaration], in_parts: Mapping[str, InParts]) -> Iterator[PageDeclaration]:
    """Yield the pages, each followed by its further parts, if any."""
    for page in declared:
        if page.path in in_parts:
            parts = in_parts[page.path].parts
            yield replace(page, next=parts[0].path)
            yield from parts
        else:
            yield page


def _declared(project: Project, added: Iterable[PageSet], problems: list[Problem]) -> Iterator[PageDeclaration]:
    for page_set in (*pages.PAGES, *added):
        try:
            declared = tuple(page_set.declare(project))
        except AddOnError as error:
            problems.append(error.problem)
        else:
            package = page_set.package
            yield from (replace(page, package=package) for page in declared) if package else declared


def _outputs(project: Project, added: tuple[Output, ...], taken: "_Taken", problems: list[Problem]) -> Iterator[Output]:
    """Yield the outputs to make: the built-in ones, then those of add-ons."""
    known = (*outputs.OUTPUTS, *pages.OUTPUTS, *added)
    requested = {request.name for request in project.outputs}
    for output in known:
        if output.on_request and output.name not in requested:
            continue
        claims = {file.path: _Claim(file.path, output.package) for file in output.files}
        faults = [
            problem for path, claim in claims.items() if (problem := _file_fault(claim) or taken.take(path, claim))
        ]
        problems += faults
        if not faults:
            yield output
    names = sorted(output.name for output in known if output.on_request)
    for request in project.outputs:
        if request.name not in names:
            hint = did_you_mean(request.name, names, _known_outputs(names))
            problems.append(
                Problem(
                    Code.UNKNOWN_OUTPUT, request.place, f"'{request.name}' is not an output that can be requested", hint
                )
            )


def _known_outputs(names: list[str]) -> str:
    return f"one of: {', '.join(names)}" if names else "remove it, or install the package that adds it"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A path, and the package that declares it."""

    path: str
    package: str
    """Empty for a built-in one."""


@dataclass(slots=True)
class _Taken:
    """The files of the site declared so far."""

    claims: dict[str, _Claim]
    """By the path of the file or folder."""

    def take(self, file: str, claim: _Claim) -> Problem | None:
        """Record a declared file or folder; return a problem instead if an add-on declares it a second time.

        Two built-in files with the same address come from two of the author's files.
        """
        earlier = self._earlier(file)
        if earlier is None or not (earlier.package or claim.package):
            self.claims.setdefault(file, claim)
            return None
        seen = f"{claim.package or OURS} adds '{claim.path}', which {earlier.package or OURS} already adds"
        return Problem(Code.CLASHING_ADD_ON, Place(SETTINGS), seen, "uninstall one of the two packages")

    def _earlier(self, file: str) -> _Claim | None:
        """Return an earlier declaration of the same file, of a folder that contains it, or of a file in this folder."""
        parts = file.rstrip("/").split("/")
        folders = ("/".join(parts[:depth]) + "/" for depth in range(1, len(parts)))
        found = next((path for path in (file, *folders) if path in self.claims), None)
        if found is None and file.endswith("/"):
            found = next((path for path in self.claims if path.startswith(file)), None)
        return None if found is None else self.claims[found]


def _page_fault(page: PageDeclaration) -> Problem | None:
    if not page.package:
        return None
    if page.subject is not Subject.OTHER:
        return _broken(page.package, page.path, f"as a page about '{page.subject.value}'", "leave its subject out")
    if not page.path.endswith(".md"):
        return _broken(page.package, page.path, "as a page", "write a path such as 'numbers/index.md'")
    return _file_fault(_Claim(page.path, page.package))


def _file_fault(claim: _Claim) -> Problem | None:
    """Return a problem if an add-on declares a path that is not inside the site."""
    path, parts = claim.path, claim.path.removesuffix("/").split("/")
    safe = path.isprintable() and "\\" not in path and all(part and part[0] != "." for part in parts)
    if safe or not claim.package:
        return None
    return _broken(claim.package, path, "to the site", "write a path inside the site, with '/' between its parts")


def _broken(package: str, path: str, what: str, way_out: str) -> Problem:
    hint = f"report this to the authors of the package: {way_out}"
    return Problem(Code.BROKEN_ADD_ON, Place(SETTINGS), f"{package} cannot add '{path}' {what}", hint)
