"""What a reader chooses for all pages: the colours and the size of the text."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site

CHAPTER = "chapters/2-balancing-russia-and-the-west/"
SWITCH = "label[for^=__palette]:visible"
FIRST = "p.pb-paragraph"
WATCH = """
  const late = (one) => one.target === document.body && document.readyState !== "loading";
  new MutationObserver((list) => {
    window.changes = (window.changes || 0) + list.filter(late).length;
  }).observe(document, {
    subtree: true,
    attributeFilter: ["data-md-color-scheme", "data-md-color-media", "data-md-color-switching"],
  });
"""
"""Counts the changes of colours after a page is there."""


def size_of(page: Page) -> float:
    return float(page.locator(FIRST).first.evaluate("element => parseFloat(getComputedStyle(element).fontSize)"))


@pytest.mark.parametrize(("system", "scheme", "other"), [("dark", "slate", "default"), ("light", "default", "slate")])
def test_colours_follow_the_system_until_the_reader_chooses(
    open_page: OpenPage, site: Site, system: str, scheme: str, other: str
) -> None:
    page = open_page(color_scheme=system).page
    page.goto(site.url + CHAPTER)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", scheme)
    page.locator(SWITCH).first.click()
    expect(body).to_have_attribute("data-md-color-scheme", other)
    expect(page.locator(SWITCH)).to_have_count(1)
    page.goto(site.url)
    expect(body).to_have_attribute("data-md-color-scheme", other)


def test_a_page_opens_in_its_colours_and_is_not_styled_again(open_page: OpenPage, site: Site) -> None:
    page = open_page(color_scheme="dark").page
    page.add_init_script(WATCH)
    page.goto(site.url + CHAPTER)
    page.wait_for_timeout(300)
    assert page.evaluate("window.changes || 0") == 0
    assert page.locator("meta[name=theme-color]").get_attribute("content") == "rgb(14, 16, 19)"


def test_the_enter_key_on_the_switch_changes_the_colours(open_page: OpenPage, site: Site) -> None:
    page = open_page(color_scheme="light").page
    page.goto(site.url)
    page.locator("[data-pb-palette] input:checked").focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_text_grows_in_two_steps_and_stays_so_on_the_next_page(open_page: OpenPage, site: Site, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900}).page
    page.goto(site.url + CHAPTER)
    usual = size_of(page)
    switch = page.locator(".pb-text-size:visible")
    expect(switch).to_have_count(1)
    expect(switch).to_have_accessible_name("Text size: normal")
    switch.click()
    expect(switch).to_have_accessible_name("Text size: large")
    large = size_of(page)
    switch.click()
    largest = size_of(page)
    assert usual * 1.1 < large < largest
    page.reload()
    assert size_of(page) == largest
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    switch.click()
    assert size_of(page) == usual


def test_the_room_of_what_a_script_shows_is_kept(open_page: OpenPage, site: Site) -> None:
    """A page stays where it is when its script is ready: the first paragraph and the first mention do not move."""
    page = open_page(viewport={"width": 412, "height": 823}).page
    # A font may be late for the first page and there for the second.
    page.route("**/*.woff2", lambda route: route.abort())
    page.route("**/assets/policybrief.js", lambda route: route.abort())
    for address, selector in (
        (CHAPTER, FIRST),
        ("glossary/azerbaijan/", ".pb-mentions blockquote, .pb-page section li"),
    ):
        page.goto(site.url + address)
        before = page.locator(selector).first.bounding_box()
        page.unroute("**/assets/policybrief.js")
        page.reload()
        after = page.locator(selector).first.bounding_box()
        assert before
        assert after
        assert abs(before["y"] - after["y"]) < 1
        page.route("**/assets/policybrief.js", lambda route: route.abort())
