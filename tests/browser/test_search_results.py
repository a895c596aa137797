"""The page of all results of a search, in a real browser: nothing cut, narrowed, sent, copied, kept as a table."""

import csv
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, Visit

CHAPTER = "chapters/1-introduction/"


def numbers(page: Page) -> list[str]:
    """Return the numbers of the paragraphs that are listed."""
    return page.locator(".pb-results-found .pb-search-paragraph .pb-search-number").all_inner_texts()


def test_the_box_says_how_many_there_are_and_leads_to_all(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(site.url + CHAPTER)
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("Russia")
    all_of_them = page.get_by_role("link", name="Show all")
    total = int(all_of_them.inner_text().split()[2])
    expect(page.get_by_role("group", name=f"Paragraphs · 8 of {total}")).to_be_visible()
    expect(page.locator(".pb-search [role=status]")).to_contain_text(f"8 of {total} paragraphs")
    all_of_them.click()
    page.wait_for_url("**/search/?q=Russia")
    expect(page.locator(".pb-results-found .pb-search-paragraph")).to_have_count(total)
    visit.assert_clean(site.url)


def test_results_are_narrowed_and_the_address_can_be_sent(open_page: OpenPage, site: Site) -> None:
    page = open_page().page
    page.goto(f"{site.url}search/?q=Russia")
    expect(page.locator(".pb-results-found li").first).to_be_visible()
    page.get_by_label("Show").select_option("Paragraphs")
    page.get_by_label("Chapter").select_option("2")
    page.get_by_label("Year").select_option("2008")
    narrowed = numbers(page)
    assert narrowed
    assert all(number.startswith("2.") for number in narrowed)
    expect(page.get_by_role("status").first).to_contain_text(f"{len(narrowed)} of")
    other = open_page().page
    other.goto(page.url)
    expect(other.locator(".pb-results-found li")).to_have_count(len(narrowed))
    assert numbers(other) == narrowed
    assert other.get_by_label("Year").input_value() == "2008"


def test_a_result_leads_to_its_paragraph_with_the_words_marked(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(f"{site.url}search/?q=Meiendorf&kind=paragraph")
    page.locator(".pb-results-found a").first.click()
    page.wait_for_url("**/chapters/**#p-*")
    expect(page.locator("mark.pb-found").first).to_contain_text("Meiendorf")
    page.go_back()
    expect(page.locator(".pb-results-found a").first).to_be_visible()
    expect(page.get_by_label("Search this brief").first).to_have_value("Meiendorf")


def test_what_is_listed_is_kept_as_a_table(page: Page, site: Site) -> None:
    page.goto(f"{site.url}search/?q=remittances+2015")
    expect(page.locator(".pb-results-found li").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    text = download.value.path().read_text("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == page.locator(".pb-results-found li").count()
    assert {row["number"] for row in rows if row["kind"] == "paragraph"} == set(numbers(page))
    assert all(row["address"].startswith(site.url) for row in rows)


def test_what_is_listed_is_copied(open_page: OpenPage, site: Site) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(f"{site.url}search/?q=Meiendorf&kind=paragraph")
    page.get_by_role("button", name="Copy as text").click()
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert all(number in copied for number in numbers(page))


def test_without_a_script_the_page_leads_on(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + "search/")
    page.get_by_role("article").get_by_role("link", name="index of names").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Names")


def test_it_works_from_a_folder(visit: Visit, site: Site) -> None:
    visit.page.goto((site.folder / "search" / "index.html").as_uri() + "?q=Meiendorf")
    expect(visit.page.locator(".pb-results-found a").first).to_be_visible()
    assert all(url.startswith(("file:", "data:")) for url in visit.requests), visit.requests


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_fault_that_axe_finds(open_page: OpenPage, site: Site, scheme: str, width: int) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 800}).page
    page.goto(f"{site.url}search/?q=Aliyev")
    expect(page.locator(".pb-results-found li").first).to_be_visible()
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    violations = page.evaluate(
        "axe.run().then((run) => run.violations.map((one) => [one.id, one.nodes[0].html]))",
    )
    assert not violations
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
