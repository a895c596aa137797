"""Names and titles as themes print them: escaped.

A theme prints the name of the site and the titles of pages and sections as they are, in some places through the filter
`e` and in others without. As `Markup` they are right in both.
"""

from collections.abc import Iterable
from html import unescape

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page as HostPage

from ...reading.chapters import divided
from ...reading.yaml import YamlMapping, YamlScalar, compose_screened

_OF_THE_SITE = ("site_name", "site_description", "site_author")


def escape_site(config: MkDocsConfig) -> None:
    """Escape what the settings say of the site, once."""
    for name in _OF_THE_SITE:
        if isinstance(value := config[name], str):
            config[name] = escape(value)


def escape_sections(pages: Iterable[HostPage]) -> None:
    """Escape the titles of the sections in which pages are, each once."""
    for section in {id(each): each for page in pages for each in page.ancestors}.values():
        if isinstance(section, Section):
            section.title = escape(section.title)


def escape_own_page(page: HostPage) -> str:
    """Escape the title and the description of a page that the host converted; return its title as plain text."""
    # From a heading the host takes it as HTML, from anywhere else as text.
    title = _as_written(page) or unescape(str(page.title or ""))
    page.title = escape(title)
    if not page.is_homepage or "title" in page.meta:
        page.meta["title"] = page.title
    if "description" in page.meta:
        page.meta["description"] = escape(str(page.meta["description"]))
    return title


def _as_written(page: HostPage) -> str:
    """Return a title that YAML takes for a number, a truth or a date, as the author wrote it; empty for any other."""
    if isinstance(page.meta.get("title", ""), str):
        return ""
    path = page.file.src_uri
    root = compose_screened(divided(page.file.content_string, path, []).front, path, first_line=2).root
    pairs = root.pairs if isinstance(root, YamlMapping) else ()
    return next((value.text for key, value in pairs if key.text == "title" and isinstance(value, YamlScalar)), "")
