"""Files that are made of the text alone are made again only when it has changed, and really of nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Never

import pytest

from heads import PROJECT
from policybrief.assembling.site import make_files
from policybrief.build import Site, prepare
from policybrief.chapters.citing import unprinted
from policybrief.model.brief import Project
from policybrief.model.catalogue import Output
from policybrief.model.fonts import FontFile
from policybrief.model.output import Artifact
from policybrief.model.publication import FileDeclaration, Publication
from policybrief.model.recall import Recall, recall_by
from policybrief.model.rules import Checks
from policybrief.outputs.catalogue import OUTPUTS

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


@pytest.mark.parametrize("output", [each for each in OUTPUTS if each.from_text], ids=lambda each: each.name)
def test_what_is_made_of_the_text_asks_for_nothing_else(output: Output) -> None:
    publication = replace(publication_of(PROJECT), own_file=refuse, kept=Refusing(), fonts=fonts)
    assert list(output.make(publication)) == list(output.make(publication_of(PROJECT)))


def test_outputs_with_pictures_fonts_or_pages_are_not_said_to_be_made_of_the_text() -> None:
    others = {each.name for each in OUTPUTS if not each.from_text}
    assert others == {"pdf", "epub", "title-card", "chart-pictures", "zip", "citing"}


def counting(*, from_text: bool = True, package: str = "") -> tuple[Output, list[str]]:
    made: list[str] = []

    def make(publication: Publication) -> list[Artifact]:
        made.append(publication.brief.title)
        return [Artifact(FILE.path, publication.brief.title.encode())]

    return Output("words", (FILE,), make, from_text=from_text, package=package), made


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
