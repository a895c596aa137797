"""The two themes that MkDocs brings: our scripts find their places in them, and no page of theirs fails."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.conftest import Serve, Site, Visit

PAGES = ("", "chapters/1-introduction/", "glossary/", "references/", "cite/")


@pytest.fixture(params=["mkdocs", "readthedocs"])
def themed(request: pytest.FixtureRequest, serve: Serve, tmp_path: Path) -> Site:
    """A new brief in another theme than Material, served."""
    brief, folder = tmp_path / "brief", tmp_path / "site"
    url = serve(folder)
    subprocess.run([Path(sys.executable).with_name("policybrief"), "new", brief], check=True, capture_output=True)
    settings = (brief / "mkdocs.yml").read_text("utf-8").replace("name: material", f"name: {request.param}")
    assert request.param in settings
    (brief / "mkdocs.yml").write_text(f"site_url: {url}\n{settings}", "utf-8")
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run([mkdocs, "build", "--quiet", "--site-dir", folder], cwd=brief, check=True, capture_output=True)
    return Site(url, folder)


def test_no_page_fails_and_none_asks_a_third_party(visit: Visit, themed: Site) -> None:
    for address in PAGES:
        visit.page.goto(themed.url + address, wait_until="load")
        expect(visit.page.get_by_role("heading", level=1)).to_be_visible()
    visit.assert_clean(themed.url)


def test_every_page_has_the_policy(themed: Site) -> None:
    pages = {path: path.read_text("utf-8") for path in themed.folder.rglob("*.html")}
    assert len(pages) > 5
    assert {html.count('<meta http-equiv="Content-Security-Policy"') for html in pages.values()} == {1}
    headers = (themed.folder / "_headers").read_text("utf-8")
    assert max(map(len, headers.splitlines())) < 2_000, "the longest line that hosts take"


def test_search_and_citing_are_there_and_not_amid_the_text(visit: Visit, themed: Site) -> None:
    page = visit.page
    page.goto(f"{themed.url}chapters/1-introduction/")
    button = page.get_by_role("button", name="Search")
    expect(button).to_be_visible()
    expect(page.locator("article button.pb-search-button, .pb-chapter-head button.pb-search-button")).to_have_count(0)
    heading = page.get_by_role("heading", level=1).bounding_box()
    box = button.bounding_box()
    assert heading
    assert box
    assert box["y"] + box["height"] <= heading["y"]
    button.click()
    page.keyboard.type("Council")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".pb-paragraph").first.hover()
    page.get_by_role("button", name="Cite paragraph 1.1").click()
    expect(page.get_by_role("dialog", name="Cite paragraph 1.1")).to_be_visible()
    visit.assert_clean(themed.url)


def test_an_address_that_leads_nowhere_is_looked_up(visit: Visit, themed: Site) -> None:
    visit.page.goto(f"{themed.url}glossary/un-securty-council/")
    expect(visit.page.locator(".pb-not-found a").first).to_be_visible()
    visit.errors[:] = [error for error in visit.errors if "404" not in error]
    visit.assert_clean(themed.url)
