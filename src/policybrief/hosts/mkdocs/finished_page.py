"""Pages that reach the host finished: it puts the theme around them and converts nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.meta import get_data

from ...model.brief import Chapter
from ...model.head import Head
from ...model.output import Contents, Page


@dataclass(frozen=True, slots=True)
class Finished:
    """What is known of a page before the host asks for it."""

    make: Callable[[], Page]
    head: Head | None
    chapter: Chapter | None = None
    """The chapter that it is; None for a page that is made of the chapters."""
    anchors: frozenset[str] = frozenset()
    """Where other pages may link to in it."""
    meta: Mapping[str, object] = field(default_factory=dict)
    """What the theme is told besides."""


class FinishedPage(HostPage):
    """A page whose content is made elsewhere.

    The host would read a chapter's file a second time, by rules of its own, and set up a Markdown converter for each
    page, even for one without a word; with thousands of entries that is a good part of the build.
    """

    def __init__(self, title: str, file: File, config: MkDocsConfig, finished: Finished) -> None:
        super().__init__(title, file, config)
        self.finished = finished

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Take the text and the front matter of a chapter as they were read before."""
        chapter = self.finished.chapter
        self.markdown = chapter.body if chapter else ""
        self.meta = _front_matter(self.file) if chapter else {}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Fill in what was made."""
        finished = self.finished
        made = finished.make()
        self.content = made.html
        self.toc = TableOfContents(_nested(made.contents))
        self.meta = {**self.meta, **_told_to_the_theme(made, finished)}
        self.present_anchor_ids = set(finished.anchors)
        self.links_to_anchors = {}


def _told_to_the_theme(made: Page, finished: Finished) -> dict[str, object]:
    own: dict[str, object] = {"title": made.title, "description": made.description} if finished.chapter is None else {}
    if made.stands_alone:
        own["hide"] = ["navigation", "toc"]
    if finished.head is not None:
        # The theme prints a description as it is.
        own |= {"description": str(escape(finished.head.description)), "policybrief_head": finished.head}
    return {**own, **finished.meta}


def _front_matter(file: File) -> dict[str, object]:
    """Return the front matter of a chapter; the host would also take a first line `Word: text` for some."""
    text = file.content_string
    return get_data(text)[1] if text.startswith("---") else {}


def _nested(contents: Iterable[Contents]) -> list[AnchorLink]:
    """Return the table of contents with each heading below the last one of a higher level."""
    top: list[AnchorLink] = []
    path: list[AnchorLink] = []
    for line in contents:
        link = AnchorLink(str(escape(line.title)), line.anchor, line.level)
        while path and path[-1].level >= line.level:
            path.pop()
        (path[-1].children if path else top).append(link)
        path.append(link)
    return top
