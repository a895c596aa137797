"""The only module that knows all packages: from a project to its pages, data and problems.

`prepare` reads the chapters, each once, and returns their content; the package `assembling` makes pages and files from
it. `build` does both and reports, and `examine` does only what the report needs. A host that converts the author's
other pages itself calls `prepare`, and then the functions of `assembling.site` one by one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from markdown import Markdown
from markdown.extensions import Extension

from .alignment.anchors import Anchors, edition_of, settle_anchors
from .assembling.catalogue import Declared, catalogue_of
from .assembling.on_demand import assemble_on_demand, problems_on_demand
from .assembling.own_files import OwnFiles
from .assembling.own_places import own_places
from .assembling.site import Surroundings, assemble, finished
from .chapters.chapter import Setting
from .chapters.citing import cite, print_or_plain, unprinted
from .chapters.cross_references import Callees
from .chapters.definitions import Names, read_inline
from .chapters.extension import PageExtension, PageSetting, SourceOf, TakePage
from .chapters.kinds_of_boxes import titles_in, with_labels_in
from .chapters.memory import ChapterMemory
from .chapters.numbered_references import with_references_read
from .chapters.parse import ChapterParser, ParsedChapter, reads_pages_alone
from .chapters.terms import matcher_of
from .checks.glossary import check_glossary
from .model.add_ons import AddOns
from .model.addresses import Addresses, entry_path
from .model.brief import Chapter, Project
from .model.citing import STYLES, Printed, Processor
from .model.fonts import FontFile, no_fonts
from .model.glossary import Glossary
from .model.kept import KeptFiles, NothingKept, no_file
from .model.knowledge import Hypertext, Inline, Knowledge
from .model.output import Build
from .model.places import Source
from .model.problems import Code, Place, Problem
from .model.publication import Publication
from .model.recall import content_fingerprint, recalled, recalled_content, recalled_of, stands_for
from .outputs.passage import own_citations, passage_requests, unaddressed_requests
from .wording.words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class Site:
    """How to make the site around the brief."""

    addresses: Addresses = field(default_factory=Addresses)
    url: str = ""
    """Its address; empty if unknown."""
    files: frozenset[str] = frozenset()
    """The paths of its other files, which links may lead to."""
    pages: tuple[Source, ...] = ()
    """The author's pages other than chapters, if `build` reads them and not the host."""
    problems: tuple[Problem, ...] = ()
    """The problems of those pages and of the host's settings before conversion."""
    own_pages: frozenset[str] = frozenset()
    """The paths of the author's pages beside the chapters."""
    folder: str = "docs"
    """The folder of those pages and other files, relative to the project."""
    host_files: frozenset[str] = frozenset()
    """The paths of the files that the host writes."""
    server_files: frozenset[str] = frozenset()
    """The paths of the files for servers and crawlers that it writes unless the author has written them."""
    publishes: bool = True
    """Whether the site is made for readers, not as a preview."""
    own_file: Callable[[str], bytes | None] = no_file
    """Returns the content of one of its other files, by path."""
    kept: KeptFiles = field(default_factory=NothingKept)
    """The cache of outputs that take long."""
    fonts: Callable[[], tuple[FontFile, ...]] = no_fonts
    """Returns the fonts of the site."""
    add_ons: AddOns = field(default_factory=AddOns)
    """The add-ons of installed packages."""
    extensions: tuple[str | Extension, ...] = (
        "attr_list",
        "fenced_code",
        "footnotes",
        "tables",
        "toc",
        "pymdownx.blocks.caption",
    )
    """The Markdown extensions of the host, by name or as instances."""
    extension_configs: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def own_files(self) -> OwnFiles:
        """Return the author's files beside the chapters."""
        return OwnFiles(self.own_pages, self.files, self.folder, self.host_files)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A project whose chapters are read: everything known before pages are made."""

    project: Project
    site: Site
    anchors: Anchors
    knowledge: Knowledge
    chapters: tuple[Hypertext, ...]
    """The link targets, links and problems of each chapter."""
    setting: PageSetting
    """For the author's pages other than chapters."""
    passages: tuple[Printed, ...]
    """Passages of the brief and the whole of it, cited in each style that readers are offered."""
    problems: tuple[Problem, ...]
    """The problems of the project, the glossary, the sources and the ledger."""

    declared: Declared
    """Everything that the site will have beside the author's own pages."""

    def publication(self, own_pages: Iterable[Source] = ()) -> Publication:
        """Return everything that pages, files and checks are made from.

        `own_pages` are the author's pages other than chapters, if a host reads them.
        """
        addresses = replace(self.site.addresses, parts=self.declared.parts)
        ledger = self.anchors.alignment.ledger
        site = self.site
        return Publication(
            self.project,
            self.knowledge,
            addresses,
            site.url,
            ledger,
            self.passages,
            places=own_places((*site.pages, *own_pages)),
            own_file=site.own_file,
            kept=site.kept,
            fonts=site.fonts,
        )

    def around(self, pages: Iterable[Hypertext]) -> Surroundings:
        """Return further facts; `pages` was found in the author's pages other than chapters."""
        site = self.site
        files = site.files | site.host_files | site.server_files
        return Surroundings((*self.chapters, *pages), files, site.add_ons.checks, self.problems)

    def extension(self, source: SourceOf, take: TakePage) -> PageExtension:
        """Return the Markdown extension for the author's pages other than chapters.

        `source` returns the page that an instance of Markdown converts; `take` receives what is found in it.
        """
        return PageExtension(self.setting, source, take)


def parser_for(site: Site, words: Words = ENGLISH, *, keep: bool = False) -> ChapterParser:
    """Return a reader of chapters with the site's Markdown extensions; `keep` tells whether it remembers them.

    Boxes and captions get their titles from `words`, in the language of the brief.
    """
    return ChapterParser(site.extensions, site.extension_configs, words, keep=keep)


def prepare(project: Project, site: Site, processor: Processor, memory: ChapterMemory | None = None) -> Prepared:
    """Read the chapters, decide their ids, print their citations and find their names.

    `memory` may be one that has already read chapters with the same extensions.
    """
    memory = memory or ChapterMemory(parser_for(site, project.words))
    parsed = with_references_read(
        memory.parser.parse_all(project.chapters), {reference.id for reference in project.references}
    )
    documents = tuple(each.document for each in parsed)
    entries = project.glossary.by_id()
    names, definitions, notes, problems = _glossary_of(project)
    anchors = settle_anchors(project, documents, edition_of(project))
    printed = cite(project, documents, processor)
    setting = Setting(
        names=names,
        labels=_labels(project.chapters),
        ids=anchors.ids,
        led_here=anchors.led_here,
        citations=printed.chapters,
        notes_style=STYLES[project.style].notes,
        language=project.brief.language,
        words=_words_of_links(parsed, anchors, names),
        located=frozenset(id_ for id_, entry in entries.items() if entry.coordinates)
        | {shape.entry for shape in project.shapes},
        dated={id_: entry.dates for id_, entry in entries.items() if entry.dates},
    )
    annotated = memory.annotated(parsed, setting)
    passages = tuple(print_or_plain(request, processor) for request in passage_requests(project))
    whole = passages
    if not site.url:
        whole = tuple(print_or_plain(request, processor) for request in unaddressed_requests(project))
    knowledge = Knowledge(
        tuple(each.chapter for each in annotated),
        definitions,
        notes,
        printed.references,
        own_citations(whole, site.url),
        printed.in_vain,
    )
    read = Publication(project, knowledge, site.addresses, site.url, anchors.alignment.ledger, passages)
    return Prepared(
        project,
        site,
        anchors,
        knowledge,
        tuple(each.page for each in annotated),
        PageSetting(entries, names, site.addresses, project.brief.language, titles_in(project.words)),
        passages,
        (
            *project.problems,
            *site.problems,
            *_without_effect(memory.parser, project),
            *check_glossary(project),
            *problems,
            *printed.problems,
            *anchors.problems,
        ),
        catalogue_of(project, site.addresses, site.own_files(), site.add_ons, read),
    )


def _words_of_links(parsed: Iterable[ParsedChapter], anchors: Anchors, names: Names) -> Mapping[str, Mapping[str, str]]:
    """Return the text of the links without text in each chapter, by its path and their targets."""
    chapters = {each.chapter.path: each for each in parsed}
    read = {path: (each.document, each.references) for path, each in chapters.items()}
    callees = Callees(read, anchors.ids, {entry_path(entry): name for entry, name in names.by_id.items()})
    return {path: callees.words_for(path) for path, each in chapters.items() if each.references.targets}


def _without_effect(parser: ChapterParser, project: Project) -> Iterator[Problem]:
    """Yield the Markdown extensions that change finished HTML, from which chapters are not made."""
    for name in parser.without_effect():
        message = f"the Markdown extension '{name}' works on finished HTML, so it has no effect on the chapters"
        hint = "remove it from markdown_extensions, or switch this rule off if only other pages use it"
        yield Problem(Code.NO_EFFECT, Place(project.files[0] if project.files else ""), message, hint)


_Lines = Mapping[str, tuple[Inline, ...]]
"""Lines of text with their links, by the id of the entry that they belong to."""


def _glossary_of(project: Project) -> tuple[Names, _Lines, _Lines, tuple[Problem, ...]]:
    """Return the names, then the definitions and naming notes by entry id with their links, and the problems there."""
    read = recalled_of((project.glossary,), _read_glossary)
    stands_for(content_fingerprint(Names, project.glossary), read[0])
    return read


def _read_glossary(read: tuple[Glossary, ...]) -> tuple[Names, _Lines, _Lines, tuple[Problem, ...]]:
    (glossary,) = read
    names = Names(recalled(matcher_of, glossary), {entry.id: entry.name for entry in glossary.entries})
    return names, *recalled_content(partial(_read_lines, glossary, names), _read_lines, glossary)


def _read_lines(glossary: Glossary, names: Names) -> tuple[_Lines, _Lines, tuple[Problem, ...]]:
    definitions: dict[str, tuple[Inline, ...]] = {}
    notes: dict[str, tuple[Inline, ...]] = {}
    problems: list[Problem] = []
    for entry in glossary.by_id().values():
        definitions[entry.id], found = read_inline(entry.definition, entry.id, names, entry.definition_place)
        problems += found
        if entry.note:
            notes[entry.id], found = read_inline(entry.note, entry.id, names, entry.place)
            problems += found
    return definitions, notes, tuple(problems)


def align_chapters(project: Project, site: Site) -> Anchors:
    """Return the ids of all paragraphs and the updated ledger, without names and citations."""
    parsed = parser_for(site, project.words).parse_all(project.chapters)
    return settle_anchors(project, (each.document for each in parsed), edition_of(project))


def _labels(chapters: tuple[Chapter, ...]) -> Mapping[str, str]:
    """Return the prefix of each chapter's ids: its number, or its name if another chapter has that number or name."""
    numbers = {chapter.path: re.sub(r"[^a-z0-9]+", "-", chapter.number.lower()) for chapter in chapters}
    count = Counter(label for chapter in chapters for label in {numbers[chapter.path], chapter.slug.lower()})
    return {
        chapter.path: numbers[chapter.path] if count[numbers[chapter.path]] == 1 else chapter.slug
        for chapter in chapters
    }


def build(project: Project, site: Site | None = None, processor: Processor = unprinted) -> Build:
    """Read the chapters and the other pages, and return the finished build with its work list.

    Without a `processor`, such as `importing.pandoc.processor.Pandoc`, citations are plain keys and references plain
    titles.
    """
    prepared = prepare(project, site or Site(), processor)
    assembled = assemble(prepared.publication(), prepared.declared, publishes=prepared.site.publishes)
    return finished(assembled, prepared.around(other_pages(prepared)))


def examine(project: Project, site: Site | None = None, processor: Processor = unprinted) -> tuple[Problem, ...]:
    """Return the problems of `build`, without making pages and files that no link leads to.

    Outputs that are made only for publication are skipped.
    """
    return examine_prepared(prepare(project, site or Site(), processor))


def examine_prepared(prepared: Prepared) -> tuple[Problem, ...]:
    """Return the result of `examine` for a project whose chapters are read."""
    assembled, files = assemble_on_demand(prepared.publication(), prepared.declared)
    return problems_on_demand(assembled, files, prepared.around(other_pages(prepared)), work_list=True)


def other_pages(prepared: Prepared) -> tuple[Hypertext, ...]:
    """Return what is found in the author's pages other than chapters."""
    return tuple(found for source in prepared.site.pages for found in _other_page(prepared, source))


def _other_page(prepared: Prepared, source: Source) -> tuple[Hypertext, ...]:
    site, project = prepared.site, prepared.project
    make = partial(_read_page, prepared, source)
    if not reads_pages_alone(site.extensions, site.extension_configs):
        return make()
    given = (site.extensions, site.extension_configs, site.addresses, project.words)
    return recalled_content(make, _read_page, source, project.glossary, *given)


def _read_page(prepared: Prepared, source: Source) -> tuple[Hypertext, ...]:
    """Return what is found in a page; nothing in an empty one, which Markdown does not convert."""
    found: list[Hypertext] = []
    convert(prepared, source, found.append)
    return tuple(found)


def convert(prepared: Prepared, source: Source, take: TakePage) -> str:
    """Return the HTML of a page other than a chapter; `take` receives what is found in it."""

    def this_page(_md: Markdown, _text: str) -> Source:
        return source

    site = prepared.site
    configs = with_labels_in(prepared.project.words, site.extension_configs)
    extensions = [*site.extensions, prepared.extension(this_page, take)]
    return Markdown(extensions=extensions, extension_configs=configs).convert(source.text)
