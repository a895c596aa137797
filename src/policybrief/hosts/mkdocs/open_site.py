"""A brief, as described by its `mkdocs.yml`, opened without building it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from ...assembling.add_ons import load_add_ons
from ...build import Prepared, Site, examine_prepared, prepare
from ...importing.pandoc.processor import Pandoc
from ...model.addresses import Addresses
from ...model.brief import Project
from ...model.ledger import Ledger
from ...model.places import Source
from ...model.problems import Code, Problem, sorted_problems
from ...publishing.ledger_upkeep import LedgerUpkeep, fresh_upkeep, open_upkeep, with_upkeep
from ...reading.left_out import is_draft
from ...reading.pages import check_pages
from ...reading.project import read_project
from .author_pages import source_of_text
from .build_memory import remembering
from .collecting import Collecting
from .loading import CONFIG, HOST_MUST_NOT_OPEN, HOST_MUST_NOT_READ, load_settings
from .other_plugins import refused_plugins
from .settings import cache_folder, complete_markdown, docs_folder, leave_out, places_of, printed_cache, site_of

_OF_SEVERAL_CHAPTERS = frozenset((Code.EMPTY_LINK, Code.UNDEFINED_LINK, Code.UNKNOWN_SOURCE))
"""Faults of links and references that may lead to a chapter that cannot be read."""


@dataclass(frozen=True, slots=True)
class OpenSite:
    """A project, and its site to be made."""

    directory: Path
    project: Project
    site: Site
    problems: tuple[Problem, ...] = ()
    """The problems of the host's settings."""
    upkeep: LedgerUpkeep | None = None
    """The ledger on the disk; None if the settings could not be read."""

    def check(self) -> tuple[Problem, ...]:
        """Return every problem of the brief, in the order of their places.

        If a file cannot be read, the content of the brief is unknown. If it is a chapter or a page, the problems within
        each of the other chapters are still reported.
        """
        processor = Pandoc(printed_cache(self.directory))
        prepared = prepare(self.project, self.site, processor)
        found = self.project.checks.weighed(prepared.problems)
        known = (*self.problems, *self.project.problems)
        chapters = frozenset(chapter.path for chapter in self.project.chapters)
        unread = frozenset(problem.place.path for problem in known if _hides_content(problem, chapters))
        if not unread:
            found = (*examine_prepared(prepared), *self._ledger_problems(prepared.anchors.alignment.ledger))
        elif all(path.endswith(".md") for path in unread):
            found = (*found, *self.project.checks.weighed(_of_single_chapters(prepared, unread)))
        return sorted_problems((*self.problems, *found))

    def _ledger_problems(self, ledger: Ledger) -> tuple[Problem, ...]:
        return () if self.upkeep is None else self.upkeep.problems(ledger)


def _hides_content(problem: Problem, chapters: frozenset[str]) -> bool:
    """Tell whether nothing is known of a file. For a chapter with a fault in its front matter, the text is known."""
    if problem.place.path in chapters:
        return problem.code in (Code.FILE_TOO_LARGE, Code.TOO_COMPLEX)
    return problem.code in HOST_MUST_NOT_READ


def _of_single_chapters(prepared: Prepared, unread: frozenset[str]) -> Iterator[Problem]:
    """Yield the problems of the chapters that could be read, regardless of the others."""
    for chapter in prepared.chapters:
        for problem in chapter.problems:
            if problem.place.path not in unread and problem.code not in _OF_SEVERAL_CHAPTERS:
                yield problem


def problems_in(directory: Path) -> tuple[Problem, ...]:
    """Return every problem of the brief in `directory`, using cached results for unchanged content."""
    collecting = Collecting()
    collecting.seldom()
    try:
        with remembering(cache_folder(directory)):
            return open_site(directory).check()
    finally:
        collecting.as_before()


def open_site(directory: Path, *, fresh: bool = False) -> OpenSite:
    """Read the brief in `directory`. Settings that the host refuses become problems, like any other mistake.

    With `fresh`, no earlier id counts.
    """
    add_ons = load_add_ons()
    project = read_project(directory, CONFIG, add_ons.rules())
    settings = tuple(problem for problem in project.problems if problem.place.path == CONFIG)
    if any(problem.code in HOST_MUST_NOT_OPEN for problem in settings) or not (directory / CONFIG).is_file():
        return OpenSite(directory, project, Site())
    loaded = load_settings(directory)
    if loaded.config is None:
        return OpenSite(directory, project, Site(), loaded.refused)
    config = loaded.config
    complete_markdown(config, project.words)
    leave_out(config)
    problems = (*refused_plugins(config), *check_pages(directory, docs_folder(config)))
    if any(problem.code is Code.TOO_COMPLEX and problem.place.path == docs_folder(config) for problem in problems):
        return OpenSite(directory, project, Site(), problems)
    if fresh:
        upkeep = fresh_upkeep(project, directory)
    else:
        upkeep = open_upkeep(project, places_of(directory, project.ledger_path, config))
    site = replace(
        site_of(config, Addresses(config.use_directory_urls)),
        add_ons=add_ons,
        pages=_pages(config, frozenset(problem.place.path for problem in problems)),
    )
    return OpenSite(directory, with_upkeep(project, upkeep), site, problems, upkeep)


def _pages(config: MkDocsConfig, refused: frozenset[str]) -> tuple[Source, ...]:
    """Return the author's pages without a fault; none if the whole folder has one."""
    docs = Path(config.docs_dir)
    folder = docs_folder(config)
    if folder in refused or CONFIG in refused:
        return ()
    paths = (
        (path, path.relative_to(docs).as_posix())
        for path in sorted(docs.rglob("*.md"))
        if path.is_file() and not is_draft(path.name)
    )
    return tuple(_page(path, relative, folder) for path, relative in paths if f"{folder}/{relative}" not in refused)


def _page(path: Path, relative: str, folder: str) -> Source:
    return source_of_text(relative, path.read_text(encoding="utf-8-sig"), f"{folder}/{relative}")
