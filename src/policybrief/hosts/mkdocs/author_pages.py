"""The author's own pages beside the chapters: the host converts them, and other plugins may change them."""

import re
from collections.abc import Container, Mapping
from datetime import date
from posixpath import basename

from markdown import Markdown
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import get_data

from ...model.knowledge import Hypertext
from ...model.places import Source
from ...model.publication import Publication
from ...outputs.metadata import plain_head
from ...reading.chapters import divided
from .finished_page import FinishedPage
from .navigation import FRONT_PAGES
from .titles import escape_own_page

_COMMENT = re.compile(r"(?P<kept><(?P<tag>script|style)\b.*?</(?P=tag)\s*>)|<!--.*?-->", re.DOTALL | re.IGNORECASE)


def source_of_page(md: Markdown, _text: str, docs: str) -> Source:
    """Return the page that the host's instance of Markdown converts, as written in its file.

    `docs` is the folder of the host's pages, relative to the project. Changes by other plugins do not count: a problem
    is placed in the file, or at its beginning if a plugin has added the text.
    """
    file: File = md.treeprocessors["relpath"].file  # type: ignore[attr-defined]
    written = divided(file.content_string, file.src_uri, [])
    own_file = f"{docs}/{file.src_uri}" if file.generated_by is None else ""
    return Source(file.src_uri, written.body, written.body_line, own_file)


def own_sources(files: Files, ours: Container[str]) -> tuple[Source, ...]:
    """Return the author's pages in the site, without `ours`."""
    pages = (file for file in files.documentation_pages() if file.src_uri not in ours)
    return tuple(source_of_text(file.src_uri, file.content_string) for file in pages)


def source_of_text(path: str, text: str, own_file: str = "") -> Source:
    """Return the page at `path` with this text, as the host splits it; `own_file` is its file in the project."""
    body, meta = get_data(text)
    title, description = (_in_one_line(meta.get(key)) for key in ("title", "description"))
    return Source(path, body, text.count("\n") - body.count("\n") + 1, own_file, (), title, description)


def _in_one_line(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float | date) else ""


def shown_in_navigation(files: Files, ours: Container[str]) -> dict[str, str]:
    """Return the pages for the navigation, without `ours`, with the text of those that open a folder."""
    return {
        file.src_uri: file.content_string if basename(file.src_uri) in FRONT_PAGES else ""
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        if file.src_uri not in ours
    }


def complete_own_pages(files: Files, found: Mapping[str, Hypertext], publication: Publication) -> None:
    """Give the author's own pages a plain head, and tell the host the anchors that were `found` in pages, by path."""
    for page in (file.page for file in files.documentation_pages() if file.page is not None):
        hypertext = found.get(page.file.src_uri)
        if hypertext is not None and page.present_anchor_ids is not None:
            page.present_anchor_ids |= hypertext.anchors
        if not isinstance(page, FinishedPage):
            description = str(page.meta.get("description") or "")
            head = plain_head(publication, page.file.src_uri, escape_own_page(page), description)
            page.meta = {**page.meta, "policybrief_head": head}


def without_comments(html: str) -> str:
    """Return a page without comments, which are meant for the author and for plugins, not for readers."""
    return _COMMENT.sub(lambda match: match["kept"] or "", html)
