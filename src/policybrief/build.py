"""The one place that knows every room: from a project to its pages, its data and its problems.

A host that converts Markdown itself calls `prepare` before and `finish` after; `build` does both around a
conversion of its own, and `examine` as much of it as the report needs.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from markdown import Markdown
from markdown.extensions import Extension

from .alignment.anchors import Anchors, edition_of, settle_anchors
from .chapters.chapter import Setting
from .chapters.citing import cite, print_or_plain, unprinted
from .chapters.definitions import Names, read_inline
from .chapters.extension import PolicybriefExtension, Sink, SourceOf
from .chapters.scan import scan
from .chapters.terms import matcher_of
from .checks.glossary import check_glossary
from .checks.links import check_links
from .checks.run import check_whole
from .model.addresses import Addresses
from .model.brief import Chapter, Project
from .model.citing import STYLES, Printed, PrintedReference, Processor
from .model.knowledge import AnnotatedChapter, Hypertext, Inline, Knowledge
from .model.output import Artifact, Build, Page
from .model.places import Source, source_of
from .model.problems import Problem, sorted_problems
from .outputs.bibliography import bibliography_artifacts
from .outputs.cards import card_scripts
from .outputs.data import DataExport, data_artifacts
from .outputs.metadata import heads_of
from .outputs.passage import citing_script, own_citations, passage_requests, unaddressed_requests
from .outputs.publication import TIMELINE_PATH
from .outputs.search import search_artifacts
from .outputs.skos import skos_artifact
from .pages import (
    Downloads,
    SiteView,
    chapter_frames,
    derived_paths,
    not_found_script,
    page_makers,
    permanent_addresses,
    plain_stylesheet,
    site_view,
)


@dataclass(frozen=True, slots=True)
class Site:
    """How the site around the brief is made."""

    addresses: Addresses = field(default_factory=Addresses)
    url: str = ""
    """Where it is published; empty when that is not known."""
    files: frozenset[str] = frozenset()
    """The paths of its other files, which links may lead to."""
    pages: tuple[Source, ...] = ()
    """The author's pages beside the chapters: read by `build`, converted by the host otherwise."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with those pages and the host's settings before anything is converted."""
    own_front_page: bool = False
    """Whether the author wrote the front page."""
    whole: bool = False
    """Whether the host puts all chapters on one page."""
    extensions: tuple[str | Extension, ...] = (
        "attr_list",
        "fenced_code",
        "footnotes",
        "tables",
        "toc",
        "pymdownx.blocks.caption",
    )
    """The Markdown extensions of the host, by name or ready made."""
    extension_configs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A project that is ready to be converted."""

    project: Project
    site: Site
    setting: Setting
    definitions: Mapping[str, tuple[Inline, ...]]
    notes: Mapping[str, tuple[Inline, ...]]
    references: tuple[PrintedReference, ...]
    """The list of references, printed."""
    passages: tuple[Printed, ...]
    """Passages of the brief and the whole of it, cited in each style that readers are offered."""
    whole: tuple[Printed, ...]
    """The whole brief so cited, without an address where none is known."""
    problems: tuple[Problem, ...]
    """Those that can be seen before conversion."""

    def derived(self) -> tuple[tuple[str, str], ...]:
        """Return path and title of each page that will be derived, for the host to make room for."""
        return tuple(
            (path, title)
            for path, title in derived_paths(self.project)
            if not (self.site.own_front_page and path == "index.md")
        )

    def extension(self, source: SourceOf, sink: Sink) -> PolicybriefExtension:
        """Return the Markdown extension that marks up this project's chapters and gathers what they say.

        `source` tells which page an instance of Markdown converts; `sink` takes what is found in it.
        """
        return PolicybriefExtension(self.setting, source, sink)


def prepare(project: Project, site: Site, processor: Processor) -> Prepared:
    """Return what conversion needs, and all problems that can be seen before it."""
    entries = project.glossary.by_id()
    names = Names(matcher_of(project.glossary), {entry.id: entry.name for entry in entries.values()})
    definitions, notes = {}, {}
    problems = [*project.problems, *site.problems, *check_glossary(project)]
    for entry in entries.values():
        definitions[entry.id], found = read_inline(entry.definition, entry.id, names, entry.definition_place)
        problems += found
        if entry.note:
            notes[entry.id], found = read_inline(entry.note, entry.id, names, entry.place)
            problems += found
    cited = cite(project, processor)
    anchors = align_chapters(project, site)
    chapters = {chapter.path: chapter for chapter in project.chapters}
    notes_style = STYLES[project.style].notes
    setting = Setting(
        entries,
        names,
        chapters,
        _labels(project.chapters),
        anchors,
        cited.chapters,
        notes_style,
        site.addresses,
        project.brief.language,
    )
    problems += [*cited.problems, *anchors.problems]
    passages = tuple(print_or_plain(request, processor) for request in passage_requests(project))
    whole = passages
    if not site.url:
        whole = tuple(print_or_plain(request, processor) for request in unaddressed_requests(project))
    return Prepared(project, site, setting, definitions, notes, cited.references, passages, whole, tuple(problems))


def finish(prepared: Prepared, chapters: Iterable[AnnotatedChapter], pages: Iterable[Hypertext]) -> Build:
    """Return the finished build, from what conversion found in the chapters and in all pages.

    Its problems are without the notes for the author, which take a search of the whole text.
    """
    return _built(_gathered(prepared, chapters), pages, work_list=False)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What is known once all chapters are converted."""

    prepared: Prepared
    knowledge: Knowledge
    view: SiteView
    artifacts: tuple[Artifact, ...]
    makers: Mapping[str, Callable[[], Page]]
    """What makes each derived page, by its path."""


def _gathered(prepared: Prepared, chapters: Iterable[AnnotatedChapter]) -> _Gathered:
    project, site = prepared.project, prepared.site
    by_path = {annotated.chapter.path: annotated for annotated in chapters}
    # Markdown does not run its processors on a chapter without a word.
    in_order = tuple(by_path.get(chapter.path) or _empty(chapter) for chapter in project.chapters)
    knowledge = Knowledge(
        in_order,
        prepared.definitions,
        prepared.notes,
        prepared.references,
        own_citations(prepared.whole, site.url),
    )
    view = site_view(project, knowledge, site.addresses)
    export = DataExport(project, knowledge, site.addresses, site.url)
    artifacts = (
        *data_artifacts(export),
        *bibliography_artifacts(export),
        citing_script(project, prepared.passages, site.url),
        *card_scripts(project, knowledge),
        plain_stylesheet(),
        not_found_script(),
        *search_artifacts(project, knowledge, site.addresses),
        skos_artifact(project, knowledge, site.addresses, site.url),
        *permanent_addresses(prepared.setting.anchors.alignment.ledger, view, site.url),
    )
    paths = {path for path, _ in prepared.derived()}
    files = {artifact.path: len(artifact.content) for artifact in artifacts}
    makers = page_makers(view, Downloads(files, site.whole))
    return _Gathered(
        prepared, knowledge, view, artifacts, {path: make for path, make in makers.items() if path in paths}
    )


def _built(gathered: _Gathered, pages: Iterable[Hypertext], *, work_list: bool) -> Build:
    prepared, knowledge = gathered.prepared, gathered.knowledge
    project, site = prepared.project, prepared.site
    derived = {path: make() for path, make in gathered.makers.items()}
    return Build(
        knowledge,
        tuple(derived.values()),
        chapter_frames(gathered.view),
        gathered.artifacts,
        heads_of(project, knowledge, site.addresses, site.url, timeline=TIMELINE_PATH in derived),
        prepared.setting.anchors.alignment.ledger,
        _problems(gathered, derived.__getitem__, pages, work_list=work_list),
    )


def _problems(
    gathered: _Gathered, page_of: Callable[[str], Page], pages: Iterable[Hypertext], *, work_list: bool
) -> tuple[Problem, ...]:
    """Return all that is wrong; `page_of` gives the derived page of a path."""
    prepared, converted = gathered.prepared, tuple(pages)
    project = prepared.project

    def html_of(path: str) -> str:
        return page_of(path).html

    files = prepared.site.files | {artifact.path for artifact in gathered.artifacts}
    problems = (
        *prepared.problems,
        *(problem for page in converted for problem in page.problems),
        *check_links(converted, {path: partial(html_of, path) for path in gathered.makers}, files),
        *check_whole(project, gathered.knowledge, work_list=work_list),
    )
    return sorted_problems(project.checks.weighed(problems))


def align_chapters(project: Project, site: Site) -> Anchors:
    """Return the ids of all paragraphs, and the ledger brought up to the chapters; no chapter is converted for it."""
    blocks = scan(project.chapters, site.extensions, site.extension_configs)
    return settle_anchors(project, blocks, edition_of(project))


def _labels(chapters: tuple[Chapter, ...]) -> Mapping[str, str]:
    """Return for each chapter its number as an id can hold it; its name where another has the same number."""
    numbers = {chapter.path: re.sub(r"[^a-z0-9]+", "-", chapter.number.lower()) for chapter in chapters}
    count = Counter(numbers.values())
    return {
        chapter.path: numbers[chapter.path] if count[numbers[chapter.path]] == 1 else chapter.slug
        for chapter in chapters
    }


def _empty(chapter: Chapter) -> AnnotatedChapter:
    return AnnotatedChapter(chapter, (), (), (), (), ())


def build(project: Project, site: Site | None = None, processor: Processor = unprinted) -> Build:
    """Convert the chapters and the other pages, and return the finished build with its work list.

    Without a `processor`, such as `hosts.pandoc.Pandoc`, citations are plain keys and references plain titles.
    """
    gathered, pages = _converted(prepare(project, site or Site(), processor))
    return _built(gathered, pages, work_list=True)


def examine(project: Project, site: Site | None = None, processor: Processor = unprinted) -> tuple[Problem, ...]:
    """Return the problems of `build`, and spare the derived pages into which no link leads."""
    gathered, pages = _converted(prepare(project, site or Site(), processor))
    return _problems(gathered, lambda path: gathered.makers[path](), pages, work_list=True)


def _converted(prepared: Prepared) -> tuple[_Gathered, list[Hypertext]]:
    """Convert the chapters and the other pages; return what is known then, and what was found in each."""
    chapters: list[AnnotatedChapter] = []
    pages: list[Hypertext] = []
    sink = Sink(chapters.append, pages.append)
    for source in (*map(source_of, prepared.project.chapters), *prepared.site.pages):
        convert(prepared, source, sink)
    return _gathered(prepared, chapters), pages


def convert(prepared: Prepared, source: Source, sink: Sink) -> str:
    """Return the HTML of one page; what is found in it goes to the sink."""

    def this_page(_md: Markdown, _text: str) -> Source:
        return source

    site = prepared.site
    configs = {name: dict(options) for name, options in site.extension_configs.items()}
    extensions = [*site.extensions, prepared.extension(this_page, sink)]
    return Markdown(extensions=extensions, extension_configs=configs).convert(source.text)
