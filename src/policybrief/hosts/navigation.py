"""The navigation of a brief whose author has written none: the chapters in order, then what is derived from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..model.brief import Chapter, Project

_SHOWN = (
    *("index.md", "all/index.md", "timeline/index.md", "figures/index.md", "references/index.md", "glossary/index.md"),
    *("names/index.md", "cite/index.md"),
)


@dataclass(frozen=True, slots=True)
class Navigation:
    """The host's navigation as it would be written in `mkdocs.yml`."""

    items: list[Any]
    """Mappings of one title to a path or to such a list."""
    paths: frozenset[str]
    """The derived pages that stand in it."""


def navigation_of(project: Project, derived: Iterable[tuple[str, str]], own_pages: Iterable[str]) -> Navigation:
    """Return the navigation: front page, chapters (a folder is a section), derived pages, the author's own pages."""
    titles: Mapping[str, str] = dict(derived)
    own = tuple(own_pages)
    front = next((path for path in ("index.md", "README.md") if path in own or path in titles), "")
    shown = [path for path in _SHOWN if path in titles and path != front]
    items: list[Any] = [front] if front else []
    if front in titles:
        items = [{titles[front]: front}]
    items += _sections(project.chapters, 0)
    items += [{titles[path]: path} for path in shown]
    items += [path for path in own if path != front and not path.startswith("guide/")]
    guide = [path for path in own if path.startswith("guide/")]
    if guide:
        items.append({"Guide": guide})
    return Navigation(items, frozenset(path for path in _SHOWN if path in titles))


def _sections(chapters: Iterable[Chapter], depth: int) -> list[Any]:
    items: list[Any] = []
    for chapter in chapters:
        if len(chapter.folders) > depth:
            title = chapter.folders[depth].replace("-", " ").capitalize()
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


def chapter_title(chapter: Chapter) -> str:
    """Return the chapter's title with its number, if that is one."""
    return f"{chapter.number}. {chapter.title}" if chapter.number.isdigit() else chapter.title
