"""Chapters read from a few lines of Markdown."""

from policybrief.build import Site, parser_for
from policybrief.chapters.parse import ParsedChapter
from policybrief.model.brief import Chapter
from policybrief.model.document import Document
from policybrief.model.problems import Place

PATH = "chapters/1-one.md"
ALL_EXTENSIONS = (
    *("admonition", "md_in_html", "def_list", "abbr", "smarty", "pymdownx.details", "pymdownx.superfences"),
    *("pymdownx.highlight", "pymdownx.tasklist", "pymdownx.tilde", "pymdownx.caret", "pymdownx.mark"),
    *("pymdownx.arithmatex", "pymdownx.keys", "pymdownx.tabbed", "pymdownx.magiclink"),
)
ROOMY = Site(extensions=(*(name for name in Site().extensions if name != "fenced_code"), *ALL_EXTENSIONS))


def chapter_of(body: str, first_line: int = 1) -> Chapter:
    """Return a chapter with that text."""
    return Chapter(PATH, "1", "One", "", None, body, first_line, Place(PATH))


def parsed(body: str, site: Site | None = None, first_line: int = 1) -> ParsedChapter:
    """Return a chapter read with the extensions of a site."""
    return parser_for(site or Site()).parse(chapter_of(body, first_line))


def document_of(body: str, site: Site | None = None) -> Document:
    """Return the tree of a text."""
    return parsed(body, site).document
