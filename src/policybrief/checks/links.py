"""Broken and forbidden links in the author's pages."""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from ..model.knowledge import FoundLink, Hypertext
from ..model.problems import Code, Problem, Suggestions, capped

_ID = re.compile(r'\sid="([^"]+)"')
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_SCHEMES = frozenset(("https", "http", "mailto"))
_NUMBER = re.compile(r"\d+[-_. ]+")
_PAGES = frozenset(("", ".md", ".html", ".qmd", ".rmd"))
"""The extensions of page names in other programs."""
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")
"""Characters that browsers ignore when they look for a scheme."""

Anchors = Callable[[str], frozenset[str] | None]
"""Returns the ids in the page at a path, or None if there is no such page."""


def check_links(
    pages: Iterable[Hypertext],
    derived: Mapping[str, Callable[[], str]],
    files: frozenset[str],
    parts: Mapping[str, Mapping[str, str]] | None = None,
) -> tuple[Problem, ...]:
    """Return the links of `pages` to pages, files or anchors that do not exist, and those with a forbidden scheme.

    `derived` gives by path the HTML of each generated page; it is called only for link targets. `files` are the other
    files of the site, by path; `parts` gives the ids in later parts of divided pages. Other sites are not checked.
    """
    converted = tuple(pages)
    known: dict[str, frozenset[str]] = {page.path: page.anchors for page in converted}

    @cache
    def anchors(path: str) -> frozenset[str] | None:
        moved = parts.get(path, {}) if parts else {}
        return frozenset((*_ID.findall(derived[path]()), *moved)) if path in derived else known.get(path)

    @cache
    def near(path: str) -> Suggestions:
        return Suggestions(anchors(path) or ())

    paths = frozenset((*derived, *known))
    targets = _Targets(known, anchors, near, paths, files, _LikelyPaths(paths | files), _LikelyPaths(files))
    return tuple(problem for page in converted for problem in capped(_of_page(page, targets)))


def linked_paths(pages: Iterable[Hypertext]) -> frozenset[str]:
    """Return the paths in the site to which links of the pages may lead, whether they exist or not."""
    links = ((page.path, link.target.partition("#")[0].partition("?")[0]) for page in pages for link in page.links)
    return frozenset(_target(path, to) for path, to in links)


def _target(path: str, to: str) -> str:
    """Return the path in the site of a relative address on the page at `path`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(to))) if to else path


def _of_page(page: Hypertext, targets: "_Targets") -> Iterator[Problem]:
    for link in page.links:
        if problem := _check(page.path, link, targets):
            yield problem


@dataclass(frozen=True, slots=True)
class _Targets:
    """Possible targets of a link."""

    converted: Mapping[str, frozenset[str]]
    """The ids of each of the author's pages."""
    anchors: Anchors
    near_anchors: Callable[[str], Suggestions]
    paths: frozenset[str]
    files: frozenset[str]
    places: "_LikelyPaths"
    picture_places: "_LikelyPaths"


class _LikelyPaths:
    """Finds targets with similar names: when a paper is moved, its files get other numbers."""

    def __init__(self, paths: frozenset[str]) -> None:
        self._near = Suggestions(paths)
        self._paths = paths
        self._by_name: dict[str, list[str]] | None = None

    def like(self, target: str) -> str:
        """Return the only path in another folder with that name, or else the nearest, or an empty string."""
        return self.called(target) or self._near.nearest(target)

    def called(self, name: str) -> str:
        """Return the only path in any folder with that name, ignoring its number, or an empty string."""
        if self._by_name is None:
            self._by_name = {}
            for path in sorted(self._paths):
                self._by_name.setdefault(_bare_name(path), []).append(path)
        same = self._by_name.get(_bare_name(name), [])
        return same[0] if len(same) == 1 else ""


def _bare_name(path: str) -> str:
    """Return the name of a file without the number before it; for a page, also without its extension."""
    stem, ending = posixpath.splitext(posixpath.basename(path))
    name = _NUMBER.sub("", stem).lower().replace("_", "-")
    return name if ending.lower() in _PAGES else f"{name}{ending.lower()}"


def _check(path: str, link: FoundLink, targets: _Targets) -> Problem | None:
    scheme = _SCHEME.match(_UNSEEN.sub("", link.target))
    if scheme or _UNSEEN.sub("", link.target).replace("\\", "/").startswith("//"):
        return _outward(link, scheme[1].lower() if scheme else "")
    if not link.target.strip("#") and not link.picture:
        hint = "write an address between the parentheses, or the words without brackets"
        return Problem(Code.BROKEN_LINK, link.place, "a link has no address", hint)
    if link.target.startswith("/"):
        seen = f"'{link.target}' starts at the root of the server, where this site may not be"
        return Problem(Code.BROKEN_LINK, link.place, seen, "write it relative to this file, such as ../images/map.png")
    parts = urlsplit(link.target)
    target = _target(path, parts.path)
    if target not in targets.paths and target not in targets.files:
        return _missing(path, link, target, targets)
    fragment = unquote(parts.fragment)
    known = targets.anchors(target) if fragment else None
    if known is not None and fragment not in known:
        otherwise = f"open {target} and take the id from a heading or a paragraph number"
        hint = _elsewhere(path, fragment, targets) or targets.near_anchors(target).hint(fragment, otherwise)
        return Problem(Code.BROKEN_ANCHOR, link.place, f"no anchor '#{fragment}' in '{target}'", hint)
    return None


def _elsewhere(path: str, fragment: str, targets: _Targets) -> str:
    """Return the hint with the author's page that has the id, if any: in other programs, ids are unique in the whole
    book.
    """
    found = sorted(other for other, ids in targets.converted.items() if fragment in ids)
    if found:
        return f"it is on another page: write '{_seen_from(path, found[0])}#{fragment}'"
    page = targets.places.called(fragment)
    return f"a page has this name: write '{_seen_from(path, page)}'" if page in targets.converted else ""


def _seen_from(path: str, target: str) -> str:
    """Return a path of the site as a link on the page at `path`."""
    return posixpath.relpath(target, posixpath.dirname(path) or ".")


def _outward(link: FoundLink, scheme: str) -> Problem | None:
    """Check a link that leads out of the site."""
    if scheme not in _SCHEMES:
        seen = f"a link may not begin with '{scheme}:'" if scheme else f"'{link.target}' has no scheme"
        hint = "write an address that begins with https://, http:// or mailto:, or the path of a file of this site"
        return Problem(Code.UNSAFE_LINK, link.place, seen, hint)
    if link.picture:
        seen = f"the picture '{link.target}' is on another server, from which pages load nothing"
        return Problem(Code.MISSING_IMAGE, link.place, seen, "put a copy into docs/")
    return None


def _as_label(path: str, target: str, targets: _Targets) -> str:
    """Return how to link to a part of which only the id is written, as in MyST; empty if no page has that id."""
    if target in targets.converted.get(path, ()):
        return f"#{target}"
    found = sorted(other for other, ids in targets.converted.items() if target in ids)
    return f"{_seen_from(path, found[0])}#{target}" if found else ""


def _missing(path: str, link: FoundLink, target: str, targets: _Targets) -> Problem:
    places = targets.picture_places if link.picture else targets.places
    if not link.picture and (as_label := _as_label(path, link.target, targets)):
        seen = f"no page or file '{target}' for the link '{link.target}'"
        return Problem(Code.BROKEN_LINK, link.place, seen, f"it is the id of a part: write '{as_label}'")
    near = places.like(target)
    fragment = unquote(urlsplit(link.target).fragment)
    known = fragment and fragment in targets.converted.get(near, ())
    hint = f"did you mean '{_seen_from(path, near)}{f'#{fragment}' if known else ''}'?" if near else ""
    if link.picture:
        hint = hint or "put it into docs/ and write its path relative to this file"
        return Problem(Code.MISSING_IMAGE, link.place, f"no picture '{target}'", hint)
    hint = hint or "link to the Markdown file of a page, such as 2-security.md"
    return Problem(Code.BROKEN_LINK, link.place, f"no page or file '{target}' for the link '{link.target}'", hint)
