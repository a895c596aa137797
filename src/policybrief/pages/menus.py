"""The links on every page: in its header to the parts of the site, in its footer to the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..model.addresses import GLOSSARY_PATH, HOME_PATH, SEARCH_PATH, Addresses
from ..model.brief import Project
from ..model.catalogue import Catalogue, Menu, PageDeclaration, Subject
from .titles import CHAPTERS_LABEL

_OF_THE_GLOSSARY = frozenset((Subject.ENTRY, Subject.ENTRY_REST, Subject.NAMES))


@dataclass(frozen=True, slots=True)
class MenuLink:
    """A link of a menu."""

    path: str
    """The title of its page."""
    address: str
    """The path of its page, relative to the root of the site."""
    label: str


@dataclass(frozen=True, slots=True)
class Menus:
    """The menus of a site."""

    header: tuple[MenuLink, ...]
    footer: tuple[MenuLink, ...]
    search: str
    """The address of the page of search results; empty if the site has none."""
    here: Mapping[str, tuple[str, str]]
    """By the path of a page, the address of the link of the header that it is under, and its `aria-current`: `page`
    where the link leads to it, `true` below that, as for a chapter or an entry."""


def menus_of(project: Project, catalogue: Catalogue, addresses: Addresses) -> Menus:
    """Return the menus of a site with the pages of the catalogue."""
    shown = [page for page in catalogue.pages if page.rank is not None and not page.previous]
    shown.sort(key=lambda page: page.rank or 0)
    paths = {page.path for page in catalogue.pages}
    chapters = _chapters(project, paths, addresses)
    links = [_link(page, addresses) for page in shown if page.menu is Menu.HEADER]
    here = {chapter.path: (link.address, "true") for link in chapters for chapter in project.chapters}
    here |= {link.path: (link.address, "page") for link in links}
    by_path = {link.path: link.address for link in links}
    for page in catalogue.pages:
        above = by_path.get(_above(page))
        if above and page.path not in here:
            here[page.path] = (above, "true")
    return Menus(
        (*chapters, *links),
        tuple(_link(page, addresses) for page in shown if page.menu is Menu.FOOTER),
        addresses.of(SEARCH_PATH) if SEARCH_PATH in paths else "",
        here,
    )


def _chapters(project: Project, paths: set[str], addresses: Addresses) -> tuple[MenuLink, ...]:
    """Return the link to the chapters: their list on the built-in front page, or the first chapter if the author wrote
    a front page.
    """
    if not project.chapters:
        return ()
    label = project.words.say(CHAPTERS_LABEL)
    if HOME_PATH in paths:
        return (MenuLink(HOME_PATH, f"{addresses.of(HOME_PATH)}#chapters", label),)
    first = project.chapters[0].path
    return (MenuLink(first, addresses.of(first), label),)


def _link(page: PageDeclaration, addresses: Addresses) -> MenuLink:
    return MenuLink(page.path, addresses.of(page.path), page.label or page.title)


def _above(page: PageDeclaration) -> str:
    """Return the path of the page in the header that a page belongs to."""
    if page.subject in _OF_THE_GLOSSARY:
        return GLOSSARY_PATH
    return page.path.partition("page/")[0] + "index.md"
