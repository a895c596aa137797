"""Chapters as they were converted, kept from one build of a preview to the next.

A host converts all pages again at every change. What a chapter becomes depends on its own text and on a few things
around it; while those are the same, so is the outcome, and converting is half of what a build costs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markdown.util import get_installed_extensions
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from ...build import Prepared
from ...chapters.citations import PrintedCitation
from ...chapters.definitions import Names
from ...model.addresses import Addresses
from ...model.brief import Chapter
from ...model.knowledge import AnnotatedChapter, Hypertext
from ...model.ledger import Tombstone

_READS_OTHER_FILES = frozenset({"pymdownx.snippets", "pymdownx.b64"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the conversion of every chapter depends on, beside the chapter itself."""

    names: Names
    entries: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]
    """What a link says of an entry, by its id: its kind, and the language of each form."""
    labels: Mapping[str, str]
    titles: tuple[tuple[str, str, str], ...]
    """Path, number and title of all chapters."""
    addresses: Addresses
    notes_style: bool
    language: str
    extensions: str
    files: frozenset[tuple[str, str]]
    """Source and address of every file that a link may lead to."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the conversion of one chapter depends on."""

    markdown: str
    chapter: Chapter
    ids: tuple[str, ...]
    led_here: tuple[tuple[Tombstone, ...], ...]
    citations: tuple[PrintedCitation, ...]


@dataclass(frozen=True, slots=True)
class Converted:
    """What a chapter became: the host's part and ours."""

    content: str
    contents: TableOfContents
    anchors: frozenset[str]
    links: Mapping[str, dict[str, str]]
    """Links to headings of other files, by the path of the file."""
    chapter: AnnotatedChapter
    page: Hypertext


@dataclass(slots=True)
class KeptChapters:
    """What the chapters became in the build before this one."""

    around: Surroundings | None = None
    kept: dict[str, tuple[Given, Converted]] = field(default_factory=dict)
    """By the path of the chapter."""
    given: dict[str, Given] = field(default_factory=dict)
    """What the chapters of this build depend on, as far as it has come."""

    def begin(self, prepared: Prepared, config: MkDocsConfig, files: Files) -> None:
        """Begin a build: forget everything if the surroundings of the chapters have changed."""
        around = surroundings_of(prepared, config, files) if _is_self_contained(config) else None
        if around is None or around != self.around:
            self.kept.clear()
        self.around = around
        self.given.clear()

    def still_holds(self, given: Given) -> bool:
        """Tell whether the chapter would become what it was."""
        self.given[given.chapter.path] = given
        return self._kept_for(given.chapter.path) is not None

    def keep(self, page: Page, chapter: AnnotatedChapter, hypertext: Hypertext) -> None:
        """Keep what the chapter has just become."""
        path = page.file.src_uri
        anchors = frozenset(page.present_anchor_ids or ())
        links = {file.src_uri: dict(found) for file, found in (page.links_to_anchors or {}).items()}
        converted = Converted(page.content or "", page.toc, anchors, links, chapter, hypertext)
        self.kept[path] = self.given[path], converted

    def restore(self, page: Page, files: Files) -> Converted | None:
        """Give the page what its chapter was in the build before, if that still holds; return it."""
        converted = self._kept_for(page.file.src_uri)
        if converted is not None:
            page.toc = converted.contents
            page.present_anchor_ids = set(converted.anchors)
            page.links_to_anchors = {_file(files, target): dict(found) for target, found in converted.links.items()}
        return converted

    def _kept_for(self, path: str) -> Converted | None:
        given, converted = self.kept.get(path, (None, None))
        return converted if self.around is not None and given == self.given[path] else None


def surroundings_of(prepared: Prepared, config: MkDocsConfig, files: Files) -> Surroundings:
    """Return what the chapters' conversion depends on beside themselves."""
    setting = prepared.setting
    names = [name for name in config.markdown_extensions if isinstance(name, str)]
    return Surroundings(
        setting.names,
        {
            entry.id: (entry.kind.value, tuple((name.form, name.language) for name in entry.names))
            for entry in setting.entries.values()
        },
        setting.labels,
        tuple((chapter.path, chapter.number, chapter.title) for chapter in prepared.project.chapters),
        setting.addresses,
        setting.notes_style,
        setting.language,
        repr((names, config.mdx_configs)),
        frozenset((file.src_uri, file.url) for file in files),
    )


def given_for(path: str, markdown: str, prepared: Prepared) -> Given:
    """Return what the conversion of the chapter at `path` depends on."""
    setting = prepared.setting
    ids = setting.anchors.ids.get(path, ())
    led_here = tuple(setting.anchors.led_here.get(id_, ()) for id_ in ids)
    return Given(markdown, setting.chapters[path], ids, led_here, setting.citations.get(path, ()))


def _is_self_contained(config: MkDocsConfig) -> bool:
    """Tell whether all extensions are known to look at nothing but the page's text."""
    own = {entry.name for entry in get_installed_extensions() if entry.value.startswith("markdown.extensions.")}
    return all(
        name in own or (name.startswith(("pymdownx.", "markdown.extensions.")) and name not in _READS_OTHER_FILES)
        for name in config.markdown_extensions
        if isinstance(name, str)
    )


def _file(files: Files, path: str) -> File:
    file = files.get_file_from_path(path)
    if file is None:
        raise LookupError(f"{path} was a file when the build began")
    return file
