"""Links of the author's pages that lead nowhere."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote, urlsplit

from ..model.knowledge import Hypertext, Link
from ..model.output import Page
from ..model.problems import Code, Problem, did_you_mean

_ID = re.compile(r'\sid="([^"]+)"')


def check_links(pages: Iterable[Hypertext], derived: Iterable[Page], files: frozenset[str]) -> tuple[Problem, ...]:
    """Return the links of `pages` to pages, files or anchors that do not exist.

    `files` are the other files of the site, by path. Addresses with a scheme are left to the reader's network.
    """
    converted = tuple(pages)
    anchors: dict[str, frozenset[str] | Page] = {page.path: page.anchors for page in converted}
    anchors.update({page.path: page for page in derived})
    return tuple(
        problem
        for page in converted
        for link in page.links
        if (problem := _check(page.path, link, anchors, files)) is not None
    )


def _check(
    path: str, link: Link, anchors: Mapping[str, frozenset[str] | Page], files: frozenset[str]
) -> Problem | None:
    parts = urlsplit(link.target)
    if parts.scheme or parts.netloc or link.target.startswith("/"):
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if target not in anchors and target not in files:
        hint = did_you_mean(target, {*anchors, *files}, "link to the Markdown file of a page, such as 2-security.md")
        return Problem(Code.BROKEN_LINK, link.place, f"no page or file '{target}' for the link '{link.target}'", hint)
    known = _ids(anchors.get(target, frozenset()))
    fragment = unquote(parts.fragment)
    if fragment and target in anchors and fragment not in known:
        hint = did_you_mean(fragment, known, f"open {target} and take the id from a heading or a paragraph number")
        return Problem(Code.BROKEN_ANCHOR, link.place, f"no anchor '#{fragment}' in '{target}'", hint)
    return None


def _ids(page: frozenset[str] | Page) -> frozenset[str]:
    return frozenset(_ID.findall(page.html)) if isinstance(page, Page) else page
