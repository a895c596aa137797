"""Where each page of the site is, and how to get from one page to another."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of pages, relative to the root of the site."""

    directory_urls: bool = True
    """`glossary/eaeu/` when True, `glossary/eaeu.html` when False (the host's `use_directory_urls`)."""
    moved: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The addresses of pages whose path does not give their address, by path: the posts of a blog."""
    parts: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    """By the path of a page that is divided into parts: the ids in later parts, with the paths of those parts."""

    def of(self, path: str) -> str:
        """Return the address of the page made from the Markdown file at `path`."""
        if path in self.moved:
            return self.moved[path]
        stem = path.removesuffix(".md")
        folder, _, name = stem.rpartition("/")
        index = name in ("index", "README")
        if not self.directory_urls:
            return posixpath.join(folder, "index.html" if index else f"{name}.html")
        if index:
            return f"{folder}/" if folder else "./"
        return f"{stem}/"

    def file(self, path: str) -> str:
        """Return the path in the site of the HTML file made from the Markdown file at `path`."""
        address = self.of(path).removeprefix("./")
        return address if address.endswith(".html") else f"{address}index.html"

    def holder(self, path: str, anchor: str) -> str:
        """Return the path of the page that has this id of the page at `path`: one of its parts, or the page itself."""
        return self.parts[path].get(anchor, path) if path in self.parts else path

    def link(self, to: str, start: str, anchor: str = "") -> str:
        """Return the relative address of the page at path `to`, seen from the page at path `start`."""
        to = self.holder(to, anchor)
        fragment = f"#{anchor}" if anchor else ""
        if to == start and anchor:
            return fragment
        return relative(self.of(to), self.of(start)) + fragment


def relative(to: str, start: str) -> str:
    """Return the site address `to` relative to the page at site address `start`."""
    up = "../" * start.removeprefix("./").count("/")
    return up + to.removeprefix("./") or "./"


TABLE_FOLDER = "data/tables/"
CHART_FOLDER = "data/charts/"
PICTURE_FOLDER = "data/pictures/"


def table_file(paragraph: str) -> str:
    """Return the path of the CSV file of a paragraph's table."""
    return f"{TABLE_FOLDER}{paragraph}.csv"


def chart_file(paragraph: str, number: int) -> str:
    """Return the path of a paragraph's chart as SVG; the drawings are counted from 1."""
    return f"{CHART_FOLDER}{paragraph}{f'-{number}' if number > 1 else ''}.svg"


def chart_picture(paragraph: str, number: int) -> str:
    """Return the path of the same drawing as PNG."""
    return f"{PICTURE_FOLDER}{paragraph}{f'-{number}' if number > 1 else ''}.png"


ENTRY_FOLDER = "glossary"


def entry_path(entry_id: str) -> str:
    """Return the path of an entry's page."""
    return f"{ENTRY_FOLDER}/{entry_id}.md"


def part_path(path: str, number: int) -> str:
    """Return the path of part number 2 or later of the page at `path`; the first part is the page itself.

    No entry can have this path, whatever its id: `glossary/page/2.md`, `glossary/eaeu/page/2.md`.
    """
    if number == 1:
        return path
    return f"{path.removesuffix('.md').removesuffix('index').rstrip('/')}/page/{number}.md"


HOME_PATH = "index.md"
WHOLE_PATH = "all/index.md"
"""The page of all chapters."""
TIMELINE_PATH = "timeline/index.md"
FIGURES_PATH = "figures/index.md"
PLACES_PATH = "places/index.md"
REFERENCES_PATH = "references/index.md"
GLOSSARY_PATH = "glossary/index.md"
EVIDENCE_PATH = "evidence/index.md"
NAMES_PATH = "names/index.md"
CITE_PATH = "cite/index.md"
USING_PATH = "using/index.md"
QUOTATION_PATH = "check-a-quotation/index.md"
SEARCH_PATH = "search/index.md"
"""The page of all results of a search."""


def reference_anchor(reference_id: str) -> str:
    """Return the id of a reference's entry in the list of references."""
    return f"ref-{reference_id}"


CHAPTER_PDF_FOLDER = "pdf/"
CHAPTER_TEXT_ENDING = ".md"


def chapter_pdf_path(chapter: str) -> str:
    """Return the path in the site of the PDF of the chapter at path `chapter`."""
    # Chapters in different folders may have the same name.
    return f"{CHAPTER_PDF_FOLDER}{chapter.partition('/')[2].removesuffix('.md')}.pdf"


def chapter_text_path(chapter: str, addresses: Addresses) -> str:
    """Return the path in the site of the Markdown of the chapter at path `chapter`, beside its page."""
    return addresses.file(chapter).removesuffix(".html") + CHAPTER_TEXT_ENDING
