"""The text of derived pages as Markdown, so that the bare host is given the same pages to make."""

import posixpath
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from policybrief.build import build
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.open_site import open_site

_BLOCKS = {"h1": "# ", "h2": "## ", "h3": "### ", "p": "", "dt": "", "dd": "- ", "li": "- "}
_MARKS = {"mark": "**", "em": "*", "cite": "*", "strong": "**"}
_HTML_SPACE = " \n\t"


def entries_as_markdown(project: Path) -> Mapping[str, str]:
    """Return path and Markdown of each entry's page of the policybrief project in a folder."""
    site = open_site(project)
    pages = build(site.project, site.site, unprinted).pages
    addresses = {site.site.addresses.of(page.path): page.path for page in pages if _is_entry(page.path)}
    addresses |= {site.site.addresses.of(chapter.path): chapter.path for chapter in site.project.chapters}
    return {
        page.path: as_markdown(page.html, page.path, site.site.addresses.of(page.path), addresses)
        for page in pages
        if _is_entry(page.path)
    }


def _is_entry(path: str) -> bool:
    return path.startswith("glossary/") and path != "glossary/index.md"


def as_markdown(html: str, path: str, address: str, addresses: Mapping[str, str]) -> str:
    """Return the words, headings, lists, emphasis and links of a fragment as Markdown."""
    writer = _Writer(path, address, addresses)
    writer.feed(html)
    writer.close()
    return "\n\n".join(filter(None, (" ".join(block.split(" ")).strip() for block in writer.blocks))) + "\n"


class _Writer(HTMLParser):
    def __init__(self, path: str, address: str, addresses: Mapping[str, str]) -> None:
        super().__init__()
        self.path = path
        self.address = address
        self.addresses = addresses
        self.blocks: list[str] = [""]
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.blocks.append(_BLOCKS[tag])
        elif tag in _MARKS:
            self.blocks[-1] += _MARKS[tag]
        elif tag == "a":
            self.targets.append(self._target(dict(attrs).get("href") or ""))
            self.blocks[-1] += "["

    def handle_endtag(self, tag: str) -> None:
        if tag in _MARKS:
            self.blocks[-1] += _MARKS[tag]
        elif tag == "a":
            self.blocks[-1] += f"]({self.targets.pop()})"

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if words:
            spaced = (" " if data[0] in _HTML_SPACE else "") + words + (" " if data[-1] in _HTML_SPACE else "")
            self.blocks[-1] += spaced

    def _target(self, href: str) -> str:
        """Return the link as an author writes it: to the Markdown file, for the host to turn into an address."""
        # The anchors are ids of paragraphs, which the bare host has not got.
        address = href.partition("#")[0]
        there = posixpath.normpath(posixpath.join("/", self.address, address)).lstrip("/") + "/"
        path = self.addresses.get(there)
        if path is None:
            return href if "://" in href else "https://bench.example/"
        return posixpath.relpath(path, posixpath.dirname(self.path))
