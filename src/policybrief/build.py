"""The one place that knows every room: from a project to its pages, its data and its problems.

A host that converts Markdown itself calls `prepare` before and `finish` after; `build` does both around a
conversion of its own, and `examine` as much of it as the report needs.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markdown import Markdown
from markdown.extensions import Extension

from .alignment.anchors import Anchors, edition_of, settle_anchors
from .assembling.catalogue import Declared, catalogue_of
from .assembling.site import Surroundings, assemble, examined, finished
from .chapters.chapter import Setting
from .chapters.citing import cite, print_or_plain, unprinted
from .chapters.definitions import Names, read_inline
from .chapters.extension import PolicybriefExtension, Sink, SourceOf
from .chapters.scan import scan
from .chapters.terms import matcher_of
from .checks.glossary import check_glossary
from .model.add_ons import AddOns
from .model.addresses import Addresses
from .model.brief import Chapter, Project
from .model.catalogue import PageDeclaration
from .model.citing import STYLES, Printed, PrintedReference, Processor
from .model.knowledge import AnnotatedChapter, Hypertext, Inline, Knowledge
from .model.output import Build
from .model.places import Source, source_of
from .model.problems import Problem
from .model.publication import Publication
from .outputs.passage import own_citations, passage_requests, unaddressed_requests


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
    own_pages: frozenset[str] = frozenset()
    """The paths of the pages that the author wrote beside the chapters."""
    publishes: bool = True
    """Whether the site is made for readers, not as a preview."""
    add_ons: AddOns = field(default_factory=AddOns)
    """What installed packages add."""
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

    declared: Declared
    """What the site will hold beside the author's own pages."""

    def derived(self) -> tuple[PageDeclaration, ...]:
        """Return each page that will be derived, for the host to make room for."""
        return self.declared.catalogue.made_pages()

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
    declared = catalogue_of(project, site.addresses, site.own_pages, site.add_ons)
    return Prepared(
        project, site, setting, definitions, notes, cited.references, passages, whole, tuple(problems), declared
    )


def finish(prepared: Prepared, chapters: Iterable[AnnotatedChapter], pages: Iterable[Hypertext]) -> Build:
    """Return the finished build, from what conversion found in the chapters and in all pages.

    Its problems are without the notes for the author, which take a search of the whole text.
    """
    assembled = assemble(_publication(prepared, chapters), prepared.declared, publishes=prepared.site.publishes)
    return finished(assembled, _around(prepared, pages), work_list=False)


def _publication(prepared: Prepared, chapters: Iterable[AnnotatedChapter]) -> Publication:
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
    ledger = prepared.setting.anchors.alignment.ledger
    return Publication(project, knowledge, site.addresses, site.url, ledger, prepared.passages)


def _around(prepared: Prepared, pages: Iterable[Hypertext]) -> Surroundings:
    return Surroundings(tuple(pages), prepared.site.files, prepared.site.add_ons.checks, prepared.problems)


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
    prepared = prepare(project, site or Site(), processor)
    publication, pages = _converted(prepared)
    assembled = assemble(publication, prepared.declared, publishes=prepared.site.publishes)
    return finished(assembled, _around(prepared, pages), work_list=True)


def examine(project: Project, site: Site | None = None, processor: Processor = unprinted) -> tuple[Problem, ...]:
    """Return the problems of `build`, and spare the derived pages into which no link leads.

    Outputs that wait until the site is published are not made.
    """
    prepared = prepare(project, site or Site(), processor)
    publication, pages = _converted(prepared)
    return examined(assemble(publication, prepared.declared, publishes=False), _around(prepared, pages))


def _converted(prepared: Prepared) -> tuple[Publication, list[Hypertext]]:
    """Convert the chapters and the other pages; return what is known then, and what was found in each."""
    chapters: list[AnnotatedChapter] = []
    pages: list[Hypertext] = []
    sink = Sink(chapters.append, pages.append)
    for source in (*map(source_of, prepared.project.chapters), *prepared.site.pages):
        convert(prepared, source, sink)
    return _publication(prepared, chapters), pages


def convert(prepared: Prepared, source: Source, sink: Sink) -> str:
    """Return the HTML of one page; what is found in it goes to the sink."""

    def this_page(_md: Markdown, _text: str) -> Source:
        return source

    site = prepared.site
    configs = {name: dict(options) for name, options in site.extension_configs.items()}
    extensions = [*site.extensions, prepared.extension(this_page, sink)]
    return Markdown(extensions=extensions, extension_configs=configs).convert(source.text)
