"""Files and pages that are made of the text alone are made again only when it has changed, and of nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Never

import pytest

from heads import PROJECT
from policybrief.assembling.site import assemble, make_files, make_pages, with_pages
from policybrief.build import Site, prepare
from policybrief.chapters.citing import unprinted
from policybrief.model.brief import Chapter, Project
from policybrief.model.catalogue import Catalogue, Output, PageBody, PageDeclaration
from policybrief.model.fonts import FontFile
from policybrief.model.output import Artifact
from policybrief.model.problems import Place, Problem
from policybrief.model.publication import Download, FileDeclaration, Publication
from policybrief.model.recall import Recall, recall_by
from policybrief.model.rules import Checks
from policybrief.outputs.catalogue import OUTPUTS
from policybrief.outputs.press import pdf
from policybrief.outputs.press.book import Book, whole_book
from policybrief.outputs.shown_files import shown_files

URL = "https://brief.example/"
FILE = FileDeclaration("data/words.txt")


class Refusing:
    """What is kept of earlier builds, which nobody may ask for."""

    def read(self, name: str) -> Never:
        raise AssertionError(f"{name} was read")

    def write(self, name: str, content: bytes) -> Never:
        raise AssertionError(f"{len(content)} bytes of {name} were written")


def refuse(*_: Any) -> Never:
    raise AssertionError("a file or the fonts were asked for")


def fonts() -> tuple[FontFile, ...]:
    return refuse()


def publication_of(project: Project, url: str = URL) -> Publication:
    return replace(prepare(project, Site(url=url), unprinted).publication(), publishes=True)


@pytest.fixture
def recall() -> Iterator[Recall]:
    memory = Recall()
    recall_by(memory)
    yield memory
    recall_by(None)


@pytest.mark.parametrize(
    "output", [each for each in OUTPUTS if each.from_text and not each.beside], ids=lambda each: each.name
)
def test_what_is_made_of_the_text_asks_for_nothing_else(output: Output) -> None:
    publication = replace(publication_of(PROJECT), own_file=refuse, kept=Refusing(), fonts=fonts)
    assert list(output.make(publication)) == list(output.make(publication_of(PROJECT)))


def test_outputs_with_pictures_fonts_or_pages_are_not_said_to_be_made_of_the_text() -> None:
    others = {each.name for each in OUTPUTS if not each.from_text or each.beside}
    assert others == {"pdf", "epub", "title-card", "chart-pictures", "zip", "citing"}


_PLACE = Place("chapters/1.md")
SHOWING = replace(PROJECT, chapters=(Chapter(_PLACE.path, "1", "One", "", None, "![A map](../map.svg)\n", 1, _PLACE),))
FONT = FontFile("serif", "Serif", "normal", "400", ((65, 90),), b"letters")
MAP = b'<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="9"><title>A map</title></svg>'


def showing(content: bytes = MAP % 9, font: FontFile = FONT, other: bytes = b"") -> Publication:
    files = {"map.svg": content, "other.svg": other}
    return replace(publication_of(SHOWING), own_file=files.get, fonts=lambda: (font,), kept=Kept())


class Kept(dict[str, bytes]):
    """What is kept of earlier builds, in memory."""

    def read(self, name: str) -> bytes | None:
        return self.get(name)

    def write(self, name: str, content: bytes) -> None:
        self[name] = content


@pytest.mark.parametrize(
    ("other", "times"),
    [
        (showing(), 1),
        (showing(other=b"not shown"), 1),
        (showing(MAP % 8), 2),
        (showing(font=replace(FONT, content=b"others")), 2),
        (showing(font=replace(FONT, weights="700")), 2),
    ],
    ids=["nothing", "a file that no chapter shows", "a picture", "a font", "how it is offered"],
)
def test_a_file_with_pictures_is_made_again_when_one_has_changed(
    other: Publication, times: int, recall: Recall
) -> None:
    output, made = counting(beside=shown_files)
    made_in_two_builds(recall, output, showing(), other)
    assert len(made) == times


def test_the_book_of_a_pdf_is_made_only_when_it_has_changed(recall: Recall, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(publication: Publication) -> Book:
        made.append(publication.brief.title)
        return whole_book(publication)

    monkeypatch.setattr(pdf, "whole_book", counted)
    first, again, changed = showing(), showing(), showing(MAP % 8)
    printed: list[list[Artifact | Problem]] = []
    for publication in (first, again, changed):
        recall.begin()
        printed.append(list(pdf.pdf_artifacts(replace(publication, kept=first.kept))))
    assert len(made) == 2
    assert printed[0] == printed[1] != printed[2]


def test_a_pdf_that_is_no_longer_kept_is_printed_again(recall: Recall) -> None:
    recall.begin()
    first = list(pdf.pdf_artifacts(showing()))
    recall.begin()
    assert list(pdf.pdf_artifacts(showing())) == first


def counting(
    *, from_text: bool = True, package: str = "", beside: Callable[[Publication], bytes] | None = None
) -> tuple[Output, list[str]]:
    made: list[str] = []

    def make(publication: Publication) -> list[Artifact]:
        made.append(publication.brief.title)
        return [Artifact(FILE.path, publication.brief.title.encode())]

    return Output("words", (FILE,), make, from_text=from_text, package=package, beside=beside), made


def made_in_two_builds(recall: Recall, output: Output, one: Publication, other: Publication) -> list[bytes]:
    contents: list[bytes] = []
    for publication in (one, other):
        recall.begin()
        files = make_files(publication, [output], examines=False)
        contents += [file.content for file in files.artifacts]
    return contents


def test_a_file_of_the_same_text_is_made_once(recall: Recall) -> None:
    output, made = counting()
    one, other = publication_of(PROJECT), publication_of(replace(PROJECT, checks=Checks(acronyms=frozenset("A"))))
    assert made_in_two_builds(recall, output, one, other) == [PROJECT.brief.title.encode()] * 2
    assert len(made) == 1


@pytest.mark.parametrize(
    "changed",
    [
        lambda: publication_of(replace(PROJECT, brief=replace(PROJECT.brief, title="Another"))),
        lambda: publication_of(PROJECT, "https://elsewhere.example/"),
        lambda: replace(publication_of(PROJECT), publishes=False),
        lambda: replace(publication_of(PROJECT), pages=frozenset({"more/index.md"})),
        lambda: publication_of(replace(PROJECT, synonyms=(("a", "b"),))),
    ],
    ids=["title", "address", "preview", "pages", "settings"],
)
def test_a_change_makes_it_again(changed: Any, recall: Recall) -> None:
    output, made = counting()
    made_in_two_builds(recall, output, publication_of(PROJECT), changed())
    assert len(made) == 2


@pytest.mark.parametrize(("from_text", "package"), [(False, ""), (True, "an-add-on")])
def test_what_may_rest_on_more_is_always_made(from_text: bool, package: str, recall: Recall) -> None:
    output, made = counting(from_text=from_text, package=package)
    made_in_two_builds(recall, output, publication_of(PROJECT), publication_of(PROJECT))
    assert len(made) == 2


def test_a_page_of_the_text_asks_for_no_file_and_no_size() -> None:
    prepared = prepare(PROJECT, Site(url=URL), unprinted)
    declared = [page for page in prepared.declared.catalogue.pages if page.from_text]
    assert {page.path for page in declared} >= {"glossary/index.md", "names/index.md", "figures/index.md"}
    publication = with_pages(prepared.publication(), prepared.declared, publishes=True)
    bare = replace(publication, own_file=refuse, kept=Refusing(), fonts=fonts, made={FILE.path: 1})
    offering = replace(publication, made={FILE.path: 99}, downloads=(Download(FILE, 99),))
    for page in declared:
        assert page.page(bare) == page.page(offering), page.path


def page_made_in_two_builds(
    recall: Recall, page: PageDeclaration, one: Publication, other: Publication, outputs: tuple[Output, ...] = ()
) -> None:
    prepared = prepare(PROJECT, Site(url=URL), unprinted)
    for number, publication in enumerate((one, other)):
        recall.begin()
        declared = replace(prepared.declared, catalogue=Catalogue((page,), outputs[:number]))
        assembled = assemble(publication, declared, publishes=True)
        assert make_pages(assembled).pages[page.path].html == publication.brief.title


@pytest.mark.parametrize(
    ("flags", "times"),
    [({"from_text": True}, 1), ({}, 2), ({"from_text": True, "package": "an-add-on"}, 2)],
    ids=["text", "more", "add-on"],
)
def test_a_page_of_the_same_text_is_made_once(flags: dict[str, Any], times: int, recall: Recall) -> None:
    made: list[str] = []

    def make(publication: Publication) -> PageBody:
        made.append(publication.brief.title)
        return PageBody(publication.brief.title)

    page = PageDeclaration("own/index.md", "Own", make, **flags)
    page_made_in_two_builds(recall, page, publication_of(PROJECT), publication_of(PROJECT))
    assert len(made) == times


def test_a_page_is_made_again_when_text_or_files_have_changed(recall: Recall) -> None:
    made: list[str] = []

    def make(publication: Publication) -> PageBody:
        made.append(publication.brief.title)
        return PageBody(publication.brief.title)

    page = PageDeclaration("own/index.md", "Own", make, from_text=True)
    renamed = publication_of(replace(PROJECT, brief=replace(PROJECT.brief, title="Another")))
    page_made_in_two_builds(recall, page, publication_of(PROJECT), renamed)
    assert len(made) == 2
    output, _ = counting()
    page_made_in_two_builds(recall, page, publication_of(PROJECT), publication_of(PROJECT), (output,))
    assert len(made) == 4
