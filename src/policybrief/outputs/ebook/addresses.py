"""The addresses of everything in the e-book, and the targets of its links."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from ...model.addresses import ENTRY_FOLDER, GLOSSARY_PATH, REFERENCES_PATH, TIMELINE_PATH, reference_anchor
from ...model.publication import Publication

COVER, TITLE_PAGE, CONTENTS = "cover.xhtml", "title.xhtml", "nav.xhtml"
TIMELINE, GLOSSARY, INDEX = "timeline.xhtml", "glossary.xhtml", "index.xhtml"
REFERENCES, COLOPHON = "references.xhtml", "about.xhtml"


@dataclass(frozen=True, slots=True)
class EbookAddresses:
    """Knows the files of one e-book, all in one folder."""

    publication: Publication
    chapters: Mapping[str, str]
    """The file of each chapter, by its path."""
    anchors: frozenset[tuple[str, str]]
    """The ids in each chapter, by path: those of the website."""

    def paragraph(self, chapter: str, id_: str) -> str:
        """Return the address of a paragraph or a note."""
        return f"{self.chapters[chapter]}#{id_}"

    def target(self, target: str, chapter: str) -> str:
        """Return the target of the author's link in a chapter, in the e-book if possible; empty if there is none."""
        try:
            parts = urlsplit(target)
        except ValueError:  # brackets in a host name
            return ""
        if parts.scheme or parts.netloc:
            return target if parts.scheme in ("http", "https", "mailto", "tel") else ""
        path, fragment = unquote(parts.path), unquote(parts.fragment)
        to = posixpath.normpath(posixpath.join(posixpath.dirname(chapter), path)) if path else chapter
        if to in self.chapters:
            return self.chapters[to] + (f"#{fragment}" if (to, fragment) in self.anchors else "")
        inside = self._back_matter(to, fragment)
        if inside or target.startswith("/") or not self.publication.root:
            return inside
        return self.publication.page(to, to, fragment) if to.endswith(".md") else self.publication.file(to, to)

    def _back_matter(self, to: str, fragment: str) -> str:
        entries = {entry.id for entry in self.publication.project.glossary.entries}
        entry = to.removeprefix(f"{ENTRY_FOLDER}/").removesuffix(".md")
        if to.startswith(f"{ENTRY_FOLDER}/") and entry in entries:
            return entry_address(entry)
        references = {reference_anchor(each.reference) for each in self.publication.knowledge.references}
        if to == REFERENCES_PATH and references:
            return f"{REFERENCES}#{fragment}" if fragment in references else REFERENCES
        return {GLOSSARY_PATH: GLOSSARY, TIMELINE_PATH: TIMELINE}.get(to, "") if entries else ""


def entry_address(entry: str) -> str:
    """Return the address of an entry of the glossary."""
    return f"{GLOSSARY}#entry-{entry}"


def reference_address(key: str) -> str:
    """Return the address of a source."""
    return f"{REFERENCES}#{reference_anchor(key)}"
