"""The navigation beside the text, for a brief whose author has written none."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import join, normpath
from typing import Any

from ...model.brief import Chapter, Project
from ...model.catalogue import CHAPTERS_RANK, Menu, PageDeclaration
from ...pages.words import chapter_title

FRONT_PAGES = ("index.md", "README.md")
"""The file names that open a folder."""

_LINKED_PAGE = re.compile(r"\]\(\s*<?([^()<>#?\s]+\.md)")
"""A link to a page. It contains no bracket, so a page full of open brackets is searched once and not for each."""


@dataclass(frozen=True, slots=True)
class Navigation:
    """The host's navigation in the form of `mkdocs.yml`."""

    items: list[Any]
    """Mappings of one title to a path or to such a list."""
    paths: frozenset[str]
    """The generated pages in it."""


def navigation_of(project: Project, derived: Iterable[PageDeclaration], own: Mapping[str, str]) -> Navigation:
    """Return the navigation beside the text: front page, chapters (a folder is a section), the author's own pages.

    Generated pages are in it unless they belong to the header or the footer. Their rank places them before or after the
    chapters; pages of the same rank keep their order. `own` are the paths of the author's pages, in the host's order,
    each with the text of the page if it opens a folder.
    """
    shown = sorted((page for page in derived if page.rank is not None and page.menu is Menu.SIDE), key=_rank)
    front = next((path for path in FRONT_PAGES if path in own), "")
    items: list[Any] = [front] if front else []
    items += [{page.title: page.path} for page in shown if _rank(page) < CHAPTERS_RANK]
    items += _sections(project.chapters, 0)
    items += [{page.title: page.path} for page in shown if _rank(page) >= CHAPTERS_RANK]
    items += [item for item in _own_items(own, "") if item != front]
    return Navigation(items, frozenset(page.path for page in shown))


def _rank(page: PageDeclaration) -> int:
    return CHAPTERS_RANK if page.rank is None else page.rank


def titles_in(nav: object) -> dict[str, str]:
    """Return by path the titles that a navigation in the form of `mkdocs.yml` gives to its pages."""
    if isinstance(nav, list):
        return {path: title for item in nav for path, title in titles_in(item).items()}
    found: dict[str, str] = {}
    for title, inside in nav.items() if isinstance(nav, dict) else ():
        if isinstance(inside, str):
            # A plugin that makes a navigation may leave a title to the page.
            found |= {inside: str(title)} if title else {}
        else:
            found |= titles_in(inside)
    return found


def _own_items(own: Mapping[str, str], folder: str) -> list[Any]:
    """Return the contents of the folder, with nested folders as sections.

    The page that opens it comes first, then the others in the order in which that page links to them, then the rest.
    """
    inside = [path for path in own if path.startswith(folder)]
    front = next((folder + name for name in FRONT_PAGES if folder + name in own), "")
    order = [front, *_linked_pages(own.get(front, ""), folder), *inside]
    places = {path: place for place, path in reversed(list(enumerate(order)))}
    items: dict[str, Any] = {}
    for path in sorted(inside, key=lambda path: places[path]):
        name, *below = path.removeprefix(folder).split("/")
        if below and name not in items:
            items[name] = {_section_title(name): _own_items(own, f"{folder}{name}/")}
        elif not below:
            items[name] = path
    return list(items.values())


def _linked_pages(text: str, folder: str) -> list[str]:
    """Return the paths of the pages that a page of the folder links to, in their order."""
    return [normpath(join(folder, link)) for link in _LINKED_PAGE.findall(text)]


def _sections(chapters: Iterable[Chapter], depth: int) -> list[Any]:
    items: list[Any] = []
    for chapter in chapters:
        if len(chapter.folders) > depth:
            title = _section_title(chapter.folders[depth])
            if not (items and title in items[-1] and isinstance(items[-1][title], list)):
                items.append({title: []})
            items[-1][title].append(chapter)
        else:
            items.append({chapter_title(chapter): chapter.path})
    for item in items:
        for title, inside in item.items():
            if isinstance(inside, list):
                item[title] = _sections(inside, depth + 1)
    return items


def _section_title(folder: str) -> str:
    return folder.replace("-", " ").capitalize()
