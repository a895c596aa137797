"""The pages of the brief among the host's files: added before other plugins look for them, filled after those are done.

A plugin that lists pages, links to them or leaves some out finds ours wherever it is listed in `mkdocs.yml`, and a
plugin that changes the address of an author's page has done so before a chapter links to it.
"""

import os
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from ...model.addresses import Addresses
from ...model.brief import Project
from ...model.catalogue import Menu, PageDeclaration, Subject
from ...model.knowledge import Hypertext
from ...model.problems import Code, Problem
from ...pages.words import chapter_title
from .finished_page import FinishedPage
from .loading import CONFIG
from .other_plugins import suspected
from .site_making import SiteMaking

_OF_THE_GLOSSARY = frozenset((Subject.ENTRY, Subject.ENTRY_REST, Subject.GLOSSARY, Subject.NAMES, Subject.EVENTS))


def mount(
    pages: Iterable[PageDeclaration], project: Project, files: Files, config: MkDocsConfig
) -> dict[str, FinishedPage]:
    """Add every page of the brief to the host's files, still empty; return the pages by path.

    Each has the source file that its author would edit, for plugins that use version control.
    """
    root = Path(config.config_file_path or CONFIG).parent
    chapters = {chapter.path: chapter for chapter in project.chapters}
    mounted: dict[str, FinishedPage] = {}
    # Thousands of pages are made from the same file.
    edit_uri = cache(partial(_edit_uri, root=root, config=config))
    for page in pages:
        chapter = chapters.get(page.path)
        file = _chapter_file(page, root, config) if chapter else _made_file(page, project, edit_uri, config)
        put(file, files)
        title = chapter_title(chapter) if chapter else page.title
        mounted[page.path] = FinishedPage(title, file, config, chapter)
    return mounted


def put(file: File, files: Files) -> None:
    """Add a file in place of the author's at the same path, which a check has reported as an error."""
    if earlier := files.get_file_from_path(file.src_uri):
        files.remove(earlier)
    files.append(file)


def fill(mounted: dict[str, FinishedPage], files: Files, making: SiteMaking, chapters: Iterable[Hypertext]) -> None:
    """Fill the mounted pages. Pages that an add-on could not make are removed."""
    links = {page.path: page for page in chapters}
    for declared in making.declared:
        page = mounted[declared.path]
        finish = making.maker(declared)
        if finish is None:
            files.remove(mounted.pop(declared.path).file)
        else:
            page.finish, page.links = finish, links.get(declared.path)
            page.listed, page.waits = declared.listed, making.waits(declared)


def _chapter_file(page: PageDeclaration, root: Path, config: MkDocsConfig) -> File:
    file = File(page.path, str(root), config.site_dir, config.use_directory_urls)
    file.edit_uri = _edit_uri(page.path, root, config)
    return file


def _made_file(
    page: PageDeclaration, project: Project, edit_uri: Callable[[str], str | None], config: MkDocsConfig
) -> File:
    in_navigation = page.rank is not None and page.menu is Menu.SIDE
    level = InclusionLevel.INCLUDED if in_navigation else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.path, content="", inclusion=level)
    source = _made_from(page, project)
    file.edit_uri = edit_uri(source) if source else None
    # Plugins that use version control treat a generated page as new in each build.
    file.generated_by = None
    file.abs_src_path = str(Path(config.config_file_path or CONFIG).parent / (source or CONFIG))
    return file


def _made_from(page: PageDeclaration, project: Project) -> str:
    """Return the one file that a page is made from; empty for a page made from the brief as a whole."""
    if page.subject in _OF_THE_GLOSSARY and project.glossary.entries:
        return project.glossary.entries[0].place.path
    if page.subject is Subject.REFERENCES and project.references:
        return project.references[0].place.path
    return ""


def _edit_uri(path: str, root: Path, config: MkDocsConfig) -> str | None:
    """Return the path of a file of the project as the host appends it to `edit_uri`, which points to its own folder."""
    if any(sign in (config.edit_uri or config.edit_uri_template or "") for sign in "?#"):
        # An address resolves `..` only in its path.
        return None
    return Path(os.path.relpath(root / path, config.docs_dir)).as_posix()


def moved_pages(files: Files, mounted: Container[str], addresses: Addresses) -> dict[str, str]:
    """Return the pages whose address another plugin has changed, by path, as a blog does with its posts."""
    # A blog marks its posts as excluded until there is a navigation.
    others = (file for file in files if file.is_documentation_page() and file.src_uri not in mounted)
    seen = {file.src_uri: unquote(file.url) for file in others}
    return {path: url for path, url in seen.items() if url != addresses.of(path)}


def displaced(files: Files, mounted: Mapping[str, FinishedPage], config: MkDocsConfig) -> Iterator[Problem]:
    """Yield the pages of the brief that another plugin has removed from the host's files or replaced."""
    for path, page in mounted.items():
        file = files.get_file_from_path(path)
        if file is page.file and file.page is page:
            continue
        what = f"the chapter '{path}'" if page.chapter else f"the page '{page.title}' ({path})"
        if file is None:
            who, place = suspected(config, "files")
            seen, hint = f"{who} has removed {what} from the site", "make it leave the pages of the brief alone"
            if page.chapter:
                hint = "move the file out of the folder of the chapters, or make the plugin leave it alone"
        else:
            who, place = suspected(config, "files", file.generated_by or "")
            seen, hint = f"{who} has replaced {what} with another page", "make it write to another path"
        yield Problem(Code.DISPLACED_PAGE, place, seen, hint)
