"""Where pages are: with folders for addresses, and with files."""

import pytest

from policybrief.model.addresses import Addresses, chapter_pdf_path, entry_path, reference_anchor, relative

FOLDERS, FILES = Addresses(), Addresses(directory_urls=False)


@pytest.mark.parametrize(
    ("path", "folder", "file"),
    [
        ("index.md", "./", "index.html"),
        ("README.md", "./", "index.html"),
        ("about.md", "about/", "about.html"),
        ("glossary/eaeu.md", "glossary/eaeu/", "glossary/eaeu.html"),
        ("glossary/index.md", "glossary/", "glossary/index.html"),
        ("a/b/README.md", "a/b/", "a/b/index.html"),
        ("a/b/c.md", "a/b/c/", "a/b/c.html"),
        ("readme.md", "readme/", "readme.html"),
    ],
)
def test_address_of_a_page(path: str, folder: str, file: str) -> None:
    assert FOLDERS.of(path) == folder
    assert FILES.of(path) == file


@pytest.mark.parametrize(
    ("to", "start", "anchor", "folder", "file"),
    [
        ("a.md", "b.md", "", "../a/", "a.html"),
        ("a.md", "b.md", "x", "../a/#x", "a.html#x"),
        ("a.md", "a.md", "x", "#x", "#x"),
        ("a.md", "a.md", "", "../a/", "a.html"),
        ("index.md", "a/b.md", "", "../../", "../index.html"),
        ("index.md", "index.md", "", "./", "index.html"),
        ("a/b.md", "index.md", "", "a/b/", "a/b.html"),
        ("a/b.md", "c/d/e.md", "y", "../../../a/b/#y", "../../a/b.html#y"),
    ],
)
def test_link_from_page_to_page(to: str, start: str, anchor: str, folder: str, file: str) -> None:
    assert FOLDERS.link(to, start, anchor) == folder
    assert FILES.link(to, start, anchor) == file
    if not anchor:
        assert FOLDERS.link(to, start) == folder


def test_relative_addresses() -> None:
    assert relative("./", "a/b/") == "../../"
    assert relative("./", "./") == "./"
    assert relative("./a/", "./b/") == "../a/"
    assert relative("data/brief.json", "./") == "data/brief.json"


def test_paths_and_anchors_of_the_site() -> None:
    assert entry_path("eaeu") == "glossary/eaeu.md"
    assert reference_anchor("hrw2015") == "ref-hrw2015"


def test_chapters_of_one_name_have_two_pdfs() -> None:
    paths = [chapter_pdf_path(path) for path in ("chapters/1-one.md", "chapters/a/1-one.md", "chapters/b/1-one.md")]
    assert paths == ["pdf/1-one.pdf", "pdf/a/1-one.pdf", "pdf/b/1-one.pdf"]
