"""A brief as its `mkdocs.yml` describes it, opened without building it."""

import logging
from dataclasses import dataclass, replace
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.meta import get_data

from ..build import Site, build
from ..model.addresses import Addresses
from ..model.brief import Project
from ..model.places import Source
from ..model.problems import Code, Place, Problem, sorted_problems
from ..reading.project import read_project
from .mkdocs_plugin import complete_markdown, docs_folder, printed_cache, site_of
from .pandoc import Pandoc

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class OpenSite:
    """A project, and the site that would be made of it."""

    directory: Path
    project: Project
    site: Site
    problems: tuple[Problem, ...] = ()
    """What was wrong with the host's settings."""

    def check(self) -> tuple[Problem, ...]:
        """Return every problem of the brief, in the order of their places."""
        return sorted_problems(
            (*self.problems, *build(self.project, self.site, Pandoc(printed_cache(self.directory))).problems)
        )


def open_site(directory: Path) -> OpenSite:
    """Read the brief in `directory`. Settings that the host refuses become problems, like any other mistake."""
    project = read_project(directory, CONFIG)
    if not (directory / CONFIG).is_file():
        return OpenSite(directory, project, Site())
    try:
        config = _load(directory / CONFIG)
    except ConfigurationError as error:
        first, *rest = str(error).strip().splitlines() or ["unreadable settings"]
        return OpenSite(directory, project, Site(), (Problem(Code.SETTINGS, Place(CONFIG), first, " ".join(rest)),))
    complete_markdown(config)
    site = replace(
        site_of(config, Addresses(config.use_directory_urls)),
        pages=_pages(config),
    )
    return OpenSite(directory, project, site)


def _load(path: Path) -> MkDocsConfig:
    # The host logs what it dislikes as it loads; here it is reported once, with the rest.
    host_log = logging.getLogger("mkdocs")
    level = host_log.level
    host_log.setLevel(logging.CRITICAL)
    try:
        return load_config(str(path))
    finally:
        host_log.setLevel(level)


def _pages(config: MkDocsConfig) -> tuple[Source, ...]:
    docs = Path(config.docs_dir)
    folder = docs_folder(config)
    return tuple(_page(path, path.relative_to(docs).as_posix(), folder) for path in sorted(docs.rglob("*.md")))


def _page(path: Path, relative: str, folder: str) -> Source:
    text = path.read_text(encoding="utf-8-sig")
    body, _ = get_data(text)
    return Source(relative, body, text.count("\n") - body.count("\n") + 1, f"{folder}/{relative}")
