"""The links of the header and the foot of every page, and which of them a page is under."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]

from policybrief.hosts.mkdocs.building import build_site
from policybrief.model.addresses import Addresses
from policybrief.model.catalogue import Catalogue, Menu, PageBody, PageDeclaration, Subject
from policybrief.pages.menus import menus_of
from policybrief.reading.project import read_project
from test_hosts import FILES


def page(path: str, title: str, rank: int | None = None, **more: Any) -> PageDeclaration:
    return PageDeclaration(path, title, lambda _: PageBody(""), rank=rank, **more)


PAGES = (
    page("chapters/1-one.md", "One", 100, subject=Subject.CHAPTER),
    page("index.md", "A brief", 0),
    page("glossary/index.md", "Glossary", 400, menu=Menu.HEADER, label="Who’s who"),
    page("glossary/page/2.md", "Glossary (2)", previous="glossary/index.md"),
    page("glossary/baku.md", "Baku", subject=Subject.ENTRY),
    page("names/index.md", "Names", 700, menu=Menu.FOOTER),
    page("search/index.md", "Search"),
)


@pytest.fixture
def project(tmp_path: Path) -> Any:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters/1-one.md").write_text("# One\n\nText.\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("{}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A brief\nplugins: [policybrief]\n", "utf-8")
    return read_project(tmp_path)


def test_each_link_is_in_its_menu_in_the_order_of_the_ranks(project: Any) -> None:
    menus = menus_of(project, Catalogue(PAGES), Addresses())
    assert [(link.label, link.address) for link in menus.header] == [
        ("Chapters", "./#chapters"),
        ("Who’s who", "glossary/"),
    ]
    assert [link.label for link in menus.footer] == ["Names"]
    assert menus.search == "search/"


def test_a_page_knows_the_link_that_it_is_under(project: Any) -> None:
    assert menus_of(project, Catalogue(PAGES), Addresses()).here == {
        "chapters/1-one.md": ("./#chapters", "true"),
        "glossary/index.md": ("glossary/", "page"),
        "glossary/page/2.md": ("glossary/", "true"),
        "glossary/baku.md": ("glossary/", "true"),
    }


def test_chapters_lead_to_the_first_where_the_front_page_is_the_authors(project: Any) -> None:
    pages = tuple(page for page in PAGES if page.path != "index.md")
    assert menus_of(project, Catalogue(pages), Addresses()).header[0].address == "chapters/1-one/"


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_every_page_has_the_links_and_marks_its_own(tmp_path: Path, theme: str) -> None:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text.replace("theme: {name: material}", f"theme: {{name: {theme}}}"), "utf-8")
    build_site(tmp_path, strict=True)
    site = tmp_path / "site"
    for path, marked in {
        "chapters/1-one": ("Chapters", "true"),
        "glossary": ("Who’s who", "page"),
        "glossary/eaeu": ("Who’s who", "true"),
        "using": ("Using this site", ""),
        "guide/start": ("", ""),
        "": ("", ""),
    }.items():
        tree = html.fromstring((site / path / "index.html").read_bytes())
        (row,) = tree.xpath("//nav[@class='pb-row-of-links']")
        links = row.xpath(".//a")
        assert [link.text for link in links[:3]] == ["Chapters", "Timeline", "Who’s who"], path
        for link in links:
            target = (site / path / link.get("href").partition("#")[0] / "index.html").resolve()
            assert target.is_file(), (path, link.get("href"))
        current = [(link.text, link.get("aria-current")) for link in row.xpath(".//a[@aria-current]")]
        assert current == ([marked] if marked[1] else []), path
        assert "Using this site" in tree.xpath("//nav[@class='pb-footer-links']//a/text()")
        bars = tree.xpath("//header//nav[@class='pb-header-links']")
        assert len(bars) == (theme == "material"), path
