"""Pages that reach the host finished: it adds the theme and converts nothing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.meta import get_data

from ...model.addresses import WHOLE_PATH
from ...model.brief import Chapter
from ...model.catalogue import PageDeclaration
from ...model.head import Head
from ...model.knowledge import Hypertext
from ...model.output import Contents, Page
from ...reading.foreign_keys import is_icon_of_theme


@dataclass(frozen=True, slots=True)
class Finished:
    """A page without the theme."""

    declared: PageDeclaration
    page: Page
    head: Head
    opening: str = ""
    """For a chapter, its first words."""


class FinishedPage(HostPage):
    """A page whose content is made elsewhere.

    The host would read a chapter's file a second time, by different rules, and set up a Markdown converter for each
    page, even an empty one, which takes a good part of the build with thousands of entries.
    """

    finish: Callable[[], Finished] | None = None
    """Returns its content; None until all other plugins have set the paths of their pages."""
    links: Hypertext | None = None
    """For a chapter, the targets in it for links from other pages."""
    listed: bool = True
    """Whether it belongs in lists of pages, as its declaration says."""
    waits: bool = False
    """Whether it is made only when somebody opens it, as in a preview."""

    def __init__(self, title: str, file: File, config: MkDocsConfig, chapter: Chapter | None) -> None:
        """`chapter` is the one that the page shows; None for other pages."""
        super().__init__(escape(title), file, config)
        self.chapter = chapter

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Set the text and the front matter of a chapter as read before."""
        self.markdown = self.chapter.body if self.chapter else ""
        self.meta = _front_matter(self.file) if self.chapter else {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Set the content. Raises PluginError if nothing can be made yet."""
        if self.finish is None:
            raise PluginError(f"{self.file.src_uri}: this page is asked for before it is made")
        self.present_anchor_ids = set(self.links.anchors) if self.links else set()
        self.links_to_anchors = {}
        if not self.listed:
            self.meta = {**self.meta, "robots": "noindex, follow", "search": {"exclude": True}}
        if self.waits:
            self.content, self.toc = "", TableOfContents([])
        else:
            self._fill(self.finish())

    def open(self) -> None:
        """Set the content that was left for later."""
        self.waits = False
        if self.finish is not None:
            self._fill(self.finish())

    def _fill(self, finished: Finished) -> None:
        self.content = finished.page.html
        self.toc = TableOfContents(_nested(finished.page.contents))
        self.meta = {**self.meta, **_told_to_the_theme(finished)}
        if self.is_homepage:
            # The theme shows the name of the site there, and would print both.
            self.meta.pop("title", None)
        elif self.chapter is None:
            self.meta["title"] = escape(finished.page.title)
        else:
            self.meta["title"] = escape(self.chapter.title) if "title" in self.meta else self.title

    def escape_description(self) -> None:
        """Turn its description into what the theme prints unchanged; other plugins have read the plain words."""
        self.meta = {**self.meta, "description": str(escape(self.meta.get("description", "")))}


def _told_to_the_theme(finished: Finished) -> dict[str, object]:
    own: dict[str, object] = {}
    if finished.page.stands_alone:
        own["hide"] = ["navigation", "toc"]
    if finished.declared.path == WHOLE_PATH:
        own["policybrief_page"] = "whole"
    if not finished.head.description and finished.opening:
        # The plugin `rss` would use the Markdown of the chapter, with its marks and keys.
        own["rss"] = {"feed_description": finished.opening}
    return own | {"description": finished.head.description, "policybrief_head": finished.head}


def _front_matter(file: File) -> dict[str, object]:
    """Return the front matter of a chapter; the host would also read a first line `Word: text` as such."""
    text = file.content_string
    meta = get_data(text)[1] if text.startswith("---") else {}
    return {key: value for key, value in meta.items() if key != "icon" or is_icon_of_theme(value)}


def _nested(contents: Iterable[Contents]) -> list[AnchorLink]:
    """Return the table of contents with each heading nested below the last one of a higher level."""
    top: list[AnchorLink] = []
    path: list[AnchorLink] = []
    for line in contents:
        link = AnchorLink(str(escape(line.title)), line.anchor, line.level)
        while path and path[-1].level >= line.level:
            path.pop()
        (path[-1].children if path else top).append(link)
        path.append(link)
    return top
