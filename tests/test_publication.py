"""What makers are given: addresses in every form that a page or a file needs, and work that is done once."""

import pytest

from heads import KNOWLEDGE, PROJECT
from policybrief.model.addresses import Addresses
from policybrief.model.publication import FileDeclaration, Publication

PUBLICATION = Publication(PROJECT, KNOWLEDGE, Addresses(), "https://brief.example/south")
UNKNOWN = Publication(PROJECT, KNOWLEDGE, Addresses())


def test_addresses_for_pages_are_relative() -> None:
    assert PUBLICATION.link("timeline/index.md", "glossary/eaeu.md", "y1994") == "../../timeline/#y1994"
    assert PUBLICATION.entry_link("war", "most-named/index.md") == "../glossary/war/"


def test_addresses_for_machines_are_absolute_where_they_can_be() -> None:
    assert PUBLICATION.page("chapters/part/2-два.md", "index.md") == (
        "https://brief.example/south/chapters/part/2-%D0%B4%D0%B2%D0%B0/"
    )
    assert PUBLICATION.page("index.md", "names/index.md", "top") == "https://brief.example/south/#top"
    assert UNKNOWN.page("index.md", "names/index.md") == "../"
    assert PUBLICATION.file("data/a b.json", "names/index.md") == "https://brief.example/south/data/a%20b.json"
    assert UNKNOWN.file("data/brief.json", "names/index.md") == "../data/brief.json"
    assert PUBLICATION.url("chapters/part/2-два.md", "p-1") == "https://brief.example/south/chapters/part/2-два/#p-1"
    assert UNKNOWN.url("index.md") == ""


def test_work_is_done_once_for_each_publication() -> None:
    done: list[str] = []

    def count(publication: Publication) -> int:
        done.append(publication.brief.title)
        return len(publication.project.chapters)

    one, other = Publication(PROJECT, KNOWLEDGE), Publication(PROJECT, KNOWLEDGE)
    assert (one.once(count), one.once(count), other.once(count)) == (2, 2, 2)
    assert done == [PROJECT.brief.title] * 2


@pytest.mark.parametrize(
    ("declared", "path", "covered"),
    [
        ("data/x.csv", "data/x.csv", True),
        ("data/x.csv", "data/x.csv.gz", False),
        ("data/", "data/x.csv", True),
        ("data/", "data/deep/x.csv", True),
        ("data/", "database.csv", False),
        ("data", "data/x.csv", False),
    ],
)
def test_a_declaration_covers_its_file_or_all_below_its_folder(declared: str, path: str, covered: bool) -> None:
    assert FileDeclaration(declared).covers(path) is covered


@pytest.mark.parametrize(
    ("path", "folders", "file"),
    [
        ("index.md", True, "index.html"),
        ("README.md", True, "index.html"),
        ("glossary/eaeu.md", True, "glossary/eaeu/index.html"),
        ("glossary/eaeu.md", False, "glossary/eaeu.html"),
        ("glossary/index.md", False, "glossary/index.html"),
    ],
)
def test_the_file_of_a_page(path: str, folders: bool, file: str) -> None:
    assert Addresses(folders).file(path) == file
