"""The navigation of a brief whose author wrote none."""

from pathlib import Path
from typing import Any

import pytest

from policybrief.hosts.mkdocs.navigation import navigation_of
from policybrief.model.catalogue import PageBody, PageDeclaration
from policybrief.reading.project import read_project


def page(path: str, title: str, rank: int | None = None) -> PageDeclaration:
    return PageDeclaration(path, title, lambda _: PageBody(""), rank=rank)


DERIVED = (
    page("index.md", "A brief", 0),
    page("glossary/index.md", "Glossary", 600),
    page("glossary/baku/index.md", "Baku"),
)


@pytest.fixture
def project(tmp_path: Path) -> Any:
    files = {
        "mkdocs.yml": "site_name: A brief\nplugins: [policybrief]\n",
        "glossary.yml": "{}\n",
        "chapters/1-one.md": "# One\n\nText.\n",
        "chapters/two-rivers/2-two.md": "# Two\n\nText.\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return read_project(tmp_path)


def own_part(project: Any, own: dict[str, str]) -> list[Any]:
    """Return what stands behind the chapters and the derived pages."""
    return navigation_of(project, DERIVED, own).items[4:]


def test_chapters_and_derived_pages_come_first(project: Any) -> None:
    assert navigation_of(project, DERIVED, {}).items == [
        {"A brief": "index.md"},
        {"1. One": "chapters/1-one.md"},
        {"Two rivers": [{"2. Two": "chapters/two-rivers/2-two.md"}]},
        {"Glossary": "glossary/index.md"},
    ]


def test_rank_says_where_a_page_is(project: Any) -> None:
    derived = (page("late.md", "Late", 650), page("same.md", "Same", 600), page("early.md", "Early", 50), *DERIVED)
    navigation = navigation_of(project, derived, {})
    assert [next(iter(item)) for item in navigation.items] == [
        *("A brief", "Early", "1. One", "Two rivers", "Same", "Glossary", "Late")
    ]
    assert navigation.paths == {"late.md", "same.md", "early.md", "index.md", "glossary/index.md"}


def test_a_front_page_of_ones_own_comes_first(project: Any) -> None:
    own = navigation_of(project, DERIVED[1:], {"about.md": "", "README.md": ""})
    assert (own.items[0], own.items[-1]) == ("README.md", "about.md")


def test_a_folder_is_a_section_and_its_first_page_opens_it(project: Any) -> None:
    own = {
        "about.md": "",
        "case-studies/a.md": "",
        "case-studies/index.md": "",
        "case-studies/deep/b.md": "",
        "z.md": "",
    }
    assert own_part(project, own) == [
        "about.md",
        {"Case studies": ["case-studies/index.md", "case-studies/a.md", {"Deep": ["case-studies/deep/b.md"]}]},
        "z.md",
    ]


def test_pages_stand_in_the_order_in_which_the_first_page_links_to_them(project: Any) -> None:
    text = "[Start](start.md), [see](deep/c.md#x), again [start](./start.md), [out](../z.md), [else](https://a.example/y.md)"
    own = {f"guide/{name}": "" for name in ("a.md", "deep/b.md", "deep/c.md", "index.md", "start.md")}
    assert own_part(project, own | {"guide/index.md": text}) == [
        {"Guide": ["guide/index.md", "guide/start.md", {"Deep": ["guide/deep/b.md", "guide/deep/c.md"]}, "guide/a.md"]}
    ]
