"""The author's own pages are looked at before the host reads them."""

from pathlib import Path

import pytest

from policybrief.reading.pages import check_pages

BOMB = "---\na: &a [x, x]\nb: [*a, *a]\n---\n\nText.\n"


def problems_of(root: Path, docs: str = "docs") -> list[str]:
    return [str(problem).partition("\n")[0] for problem in check_pages(root, docs)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "docs" / "guide").mkdir(parents=True)
    (root / "docs" / "guide" / "start.md").write_text("---\ntitle: Start\n---\n\n# Start\n\nSMSка.\n", "utf-8")
    (tmp_path / "secret.md").write_text("# Not for you\n", "utf-8")
    return root


def test_ordinary_pages_pass(project: Path) -> None:
    assert problems_of(project) == []
    assert problems_of(project, "no-such-folder") == []


def test_links_are_not_followed_out_of_the_project(project: Path) -> None:
    (project / "docs" / "a.md").symlink_to(project.parent / "secret.md")
    (project / "docs" / "b").symlink_to(project.parent)
    (project / "docs" / "c").symlink_to("..")
    (project / "docs" / "d.md").symlink_to("guide/start.md")
    (project / "docs" / "picture.png").symlink_to(project.parent / "secret.md")
    assert problems_of(project) == [
        "docs/a.md:1:1: error[unreadable-file]: 'docs/a.md' is a link to something outside the project",
        "docs/b:1:1: error[unreadable-file]: 'docs/b' is a link to something outside the project",
        "docs/c:1:1: error[unreadable-file]: 'docs/c' is a link to a folder",
        "docs/picture.png:1:1: error[unreadable-file]: 'docs/picture.png' is a link to something outside the project",
    ]


def test_the_folder_of_pages_lies_in_the_project(project: Path) -> None:
    assert problems_of(project, "../..") == [
        "mkdocs.yml:1:1: error[settings]: the folder of pages, '../..', lies outside the project"
    ]


def test_names_that_cannot_be_printed(project: Path) -> None:
    (project / "docs" / "\x1b[31mred.md").write_text("# Red\n", "utf-8")
    assert problems_of(project) == [
        "docs:1:1: error[control-character]: the name '\\u001b[31mred.md' of a file or folder"
    ]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (BOMB.encode(), ":2:4: error[yaml-feature]: anchor '&a'"),
        (
            b"---\ntitle: " + b"[" * 50 + b"\n---\n",
            ":2:39: error[yaml-feature]: lists or mappings are nested more than 32 deep",
        ),
        (b"# X\n\n" + b"[" * 100, ":3:21: error[too-complex]: more than 20 brackets '[' are open at the same time"),
        (b"# X\n\n\xff", ":3:1: error[not-utf8]: byte 0xff is not UTF-8 text"),
        (b"# X\x1b[31m", ":1:4: error[control-character]: control character U+001B"),
        (b"x" * 100_001, ":1:1: error[file-too-large]: the line has 100,001 characters; the limit is 100,000"),
    ],
    ids=["bomb", "nesting", "brackets", "encoding", "escape", "line"],
)
def test_what_a_page_may_hold(project: Path, content: bytes, problem: str) -> None:
    (project / "docs" / "x.md").write_bytes(content)
    assert f"docs/x.md{problem}" in problems_of(project)
