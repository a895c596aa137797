"""A page that the host need not convert: its content is made elsewhere."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


class DerivedPage(Page):
    """A page outside the navigation, which is filled in when the last chapter has been converted.

    The host would set up a Markdown converter for each page, even for one without a word; with thousands of entries
    that is a good part of the build.
    """

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Leave the page empty until it is filled in."""
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}
