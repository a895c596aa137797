"""The pages, files and problems of a site, made once all chapters have been read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ..checks.links import check_links
from ..checks.run import CHECKS, run_checks
from ..checks.words_on_pages import lost_on_pages
from ..model.add_ons import AddOnError
from ..model.addresses import CHAPTER_PDF_FOLDER, chapter_pdf_path
from ..model.catalogue import Output, PageDeclaration
from ..model.check import Check
from ..model.head import Head
from ..model.knowledge import Hypertext
from ..model.output import Artifact, Build, Page
from ..model.problems import Code, Problem, sorted_problems
from ..model.publication import Download, Publication, text_fingerprint
from ..model.recall import content_fingerprint, recalled_content
from ..outputs.metadata import head_of
from .catalogue import Declared


@dataclass(frozen=True, slots=True)
class Assembled:
    """A site before its pages are made."""

    declared: Declared
    publication: Publication
    """For pages, with the files that the site offers."""
    artifacts: tuple[Artifact, ...]
    promised: frozenset[str]
    """The paths of files that are made only for publication, and are not made now."""
    problems: tuple[Problem, ...]
    """The failures of add-on outputs."""
    read: bytes | None = None
    """A fingerprint of everything that text-only pages are made from; None without a cache."""


@dataclass(frozen=True, slots=True)
class MadeFiles:
    """The files that the outputs of a site have made."""

    artifacts: tuple[Artifact, ...] = ()
    downloads: tuple[Download, ...] = ()
    """The files that are offered to readers."""
    promised: frozenset[str] = frozenset()
    """The paths of files that were left out although they can be made."""
    problems: tuple[Problem, ...] = ()
    """The failures of add-on outputs."""

    def sizes(self) -> Mapping[str, int]:
        """Return the size of each file in bytes, by its path."""
        return {artifact.path: len(artifact.content) for artifact in self.artifacts}


def assemble(publication: Publication, declared: Declared, *, publishes: bool) -> Assembled:
    """Return the site with its files, except those of outputs that are made only for publication."""
    publication = with_pages(publication, declared, publishes=publishes)
    made = make_files(publication, declared.catalogue.outputs, examines=False)
    read = publication.once(text_fingerprint)
    return Assembled(
        declared,
        replace(publication, downloads=made.downloads, made=made.sizes()),
        made.artifacts,
        made.promised,
        made.problems,
        None if read is None else content_fingerprint(read, sorted(made.sizes())),
    )


def with_pages(publication: Publication, declared: Declared, *, publishes: bool) -> Publication:
    """Return the publication with the declared pages."""
    pages = declared.catalogue.pages
    return replace(
        publication,
        publishes=publishes,
        pages=frozenset(page.path for page in pages),
        places=(*(place for page in pages for place in page.places()), *publication.places),
    )


def _promised(output: Output, publication: Publication) -> Iterator[str]:
    """Yield the files that an output makes for publication; for the folder of chapters, one for each."""
    for file in output.files:
        if file.path == CHAPTER_PDF_FOLDER:
            yield from (chapter_pdf_path(chapter.path) for chapter in publication.project.chapters)
        else:
            yield file.path


def make_files(publication: Publication, outputs: Iterable[Output], *, examines: bool) -> MadeFiles:
    """Return the files of the outputs, except those that are made only for publication.

    If the site is only checked for problems (`examines`), files without any are skipped too.
    """
    artifacts: list[Artifact] = []
    downloads: list[Download] = []
    promised: set[str] = set()
    problems: list[Problem] = []
    for output in outputs:
        if (output.published_only and not publication.publishes) or (output.always_whole and examines):
            promised.update(_promised(output, publication))
            continue
        try:
            made, found = _made(output, publication)
        except AddOnError as error:
            problems.append(error.problem)
            continue
        problems += found
        artifacts += made.values()
        downloads += (
            Download(file, len(made[file.path].content)) for file in output.files if file.group and file.path in made
        )
    return MadeFiles(tuple(artifacts), tuple(downloads), frozenset(promised), tuple(problems))


def _made(output: Output, publication: Publication) -> tuple[dict[str, Artifact], list[Problem]]:
    """Return the files of an output by path, and its problems.

    Raises ValueError for a file that it does not declare.
    """
    make = partial(_fresh, output, publication)
    read = publication.once(text_fingerprint) if output.from_text and not output.package else None
    beside = None if read is None or output.beside is None else output.beside(publication)
    made = make() if read is None else recalled_content(make, _fresh, output.name, read, beside)
    artifacts: dict[str, Artifact] = {}
    problems: list[Problem] = []
    for each in made:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        if output.declaration(each.path) is None:
            raise ValueError(f"the output '{output.name}' makes '{each.path}', which it does not declare")
        artifacts[each.path] = each
    return artifacts, problems


def _fresh(output: Output, publication: Publication) -> tuple[Artifact | Problem, ...]:
    return tuple(output.make(publication))


@dataclass(frozen=True, slots=True)
class MadePages:
    """The pages that were made, and why others failed."""

    pages: Mapping[str, Page]
    """By path, in the order of the catalogue."""
    problems: tuple[Problem, ...]


def _make(declarations: Iterable[PageDeclaration], assembled: Assembled) -> MadePages:
    made: dict[str, Page] = {}
    problems: list[Problem] = []
    for declaration in declarations:
        make = partial(declaration.page, assembled.publication)
        kept = declaration.from_text and not declaration.package and assembled.read is not None
        try:
            made[declaration.path] = recalled_content(make, Page, declaration.path, assembled.read) if kept else make()
        except AddOnError as error:
            problems.append(error.problem)
    return MadePages(made, tuple(problems))


def make_pages(assembled: Assembled) -> MadePages:
    """Return all pages of a site, the chapters among them."""
    return _make(assembled.declared.catalogue.pages, assembled)


def heads_of(assembled: Assembled, made: MadePages) -> Mapping[str, Head]:
    """Return the metadata of each page, by path."""
    pages = assembled.declared.catalogue.pages
    return {page.path: head_of_page(assembled, page, made.pages.get(page.path)) for page in pages}


def head_of_page(assembled: Assembled, declared: PageDeclaration, made: Page | None) -> Head:
    """Return the metadata of a page."""
    return head_of(assembled.publication, declared, made.head if made else None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Further facts about a site whose pages and files are made."""

    converted: tuple[Hypertext, ...]
    """The link targets in the chapters and in the author's other pages, and the links in them."""
    files: frozenset[str] = frozenset()
    """The paths of the author's own files, which links may lead to."""
    checks: tuple[Check, ...] = ()
    """The failures of add-ons."""
    problems: tuple[Problem, ...] = ()
    """The problems from before anything was made."""


def finished(assembled: Assembled, around: Surroundings) -> Build:
    """Return the build of a site with all its pages, including the notes for the author."""
    publication = assembled.publication
    made = make_pages(assembled)
    return Build(
        publication.knowledge,
        tuple(made.pages.values()),
        assembled.artifacts,
        heads_of(assembled, made),
        publication.ledger,
        problems_of(assembled, made, around, work_list=True),
        publication,
    )


def problems_of(assembled: Assembled, made: MadePages, around: Surroundings, *, work_list: bool) -> tuple[Problem, ...]:
    """Return all problems of a site whose pages are made.

    `work_list` tells whether to look for notes too, which takes a search of the whole text.
    """
    derived = {page.path for page in assembled.declared.catalogue.made_pages()}
    html_of = {path: partial(_html, page) for path, page in made.pages.items() if path in derived}
    htmls = {path: page.html for path, page in made.pages.items() if path not in derived}
    # It is unknown which words a tag in the text separates, and the tag is an error.
    tagged = {each.place.path for page in around.converted for each in page.problems if each.code is Code.RAW_HTML}
    chapters = (each for each in assembled.publication.knowledge.chapters if each.chapter.path not in tagged)
    lost = tuple(lost_on_pages(chapters, htmls))
    return _problems(assembled, around, html_of, (*made.problems, *lost), work_list=work_list)


def make_added_pages(assembled: Assembled) -> MadePages:
    """Return the pages of add-ons, which may fail."""
    pages = assembled.declared.catalogue.pages
    return _make((page for page in pages if page.package), assembled)


def examined(assembled: Assembled, around: Surroundings, *, work_list: bool = True) -> tuple[Problem, ...]:
    """Return the problems that `finished` would find.

    Of the built-in pages, only the targets of links are made. `work_list` is as in `problems_of`.
    """
    publication, pages = assembled.publication, assembled.declared.catalogue.made_pages()
    added = make_added_pages(assembled)
    html_of: dict[str, Callable[[], str]] = {path: partial(_html, page) for path, page in added.pages.items()}
    html_of |= {page.path: partial(_html_made, page, publication) for page in pages if not page.package}
    return _problems(assembled, around, html_of, added.problems, work_list=work_list)


def _html(page: Page) -> str:
    return page.html


def _html_made(page: PageDeclaration, publication: Publication) -> str:
    return page.page(publication).html


def _problems(
    assembled: Assembled,
    around: Surroundings,
    html_of: Mapping[str, Callable[[], str]],
    of_pages: tuple[Problem, ...],
    *,
    work_list: bool,
) -> tuple[Problem, ...]:
    """Return all problems, each with the severity that the brief gives it."""
    publication = assembled.publication
    files = around.files | assembled.promised | {artifact.path for artifact in assembled.artifacts}
    problems = (
        *around.problems,
        *assembled.declared.problems,
        *assembled.problems,
        *of_pages,
        *(problem for page in around.converted for problem in page.problems),
        *check_links(around.converted, html_of, files, publication.addresses.parts),
        *run_checks(publication, (*CHECKS, *around.checks), work_list=work_list),
    )
    return sorted_problems(publication.project.checks.weighed(problems))
