"""What is left without JavaScript, without width, without a mouse: everything that is to be read."""

import re

import pytest
from playwright.sync_api import expect

from browser.conftest import OpenPage, Site
from browser.test_page_rules import CHAPTER, PAGES, faults

KINDS = PAGES | {"timeline": "timeline/", "figures": "figures/", "permanent addresses": "p/"}
every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_without_javascript_text_and_navigation_are_there(open_page: OpenPage, site: Site, kind: str) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 1280, "height": 900}).page
    page.goto(site.url + KINDS[kind])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    words = page.locator("main").inner_text()
    assert len(words) > 100
    parts = page.get_by_role("navigation", name="Parts of the site").filter(visible=True)
    if kind == "permanent addresses":  # pages of an address have no bar
        return
    for name in ("Chapters", "Sources"):
        expect(parts.get_by_role("link", name=name)).to_be_visible()


def test_without_javascript_a_chapter_loses_no_word_and_no_note(open_page: OpenPage, site: Site) -> None:
    texts = []
    for scripts in (True, False):
        page = open_page(java_script_enabled=scripts, viewport={"width": 1280, "height": 900}).page
        page.goto(site.url + CHAPTER)
        notes = page.locator(".pb-note")
        assert notes.filter(visible=True).count() == notes.count() > 50
        texts.append(
            [
                re.sub(r"\s*(?:·\s*)?\bCite\b\s*|\s+", " ", text).strip()
                for text in page.locator(".pb-paragraph").all_inner_texts()
            ]
        )
    assert texts[0] == texts[1]


def test_without_javascript_a_dark_preference_is_kept(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False, color_scheme="dark").page
    page.goto(site.url + CHAPTER)
    assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(22, 24, 28)"


@every_kind
def test_at_320_pixels_nothing_scrolls_sideways(open_page: OpenPage, site: Site, kind: str) -> None:
    page = open_page(viewport={"width": 320, "height": 640}).page
    page.goto(site.url + KINDS[kind])
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_what_a_finger_presses_is_large_enough(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True).page
    for address in ("", CHAPTER):
        page.goto(site.url + address)
        small = page.locator(
            ".md-header :is(button, label), .pb-number, .pb-cite-button, main summary, .pb-copy, .pb-keys-button"
        ).evaluate_all(
            "all => all.filter(one => one.checkVisibility()).map(one => [one.className, one.getBoundingClientRect()])"
            ".filter(([, box]) => box.width && (box.width < 24 || box.height < 24))"
            ".map(([name, box]) => `${name} ${box.width} x ${box.height}`)"
        )
        assert small == []


def test_boxes_that_open_have_no_fault_that_axe_finds(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 1280, "height": 900}).page
    page.goto(site.url + CHAPTER)
    page.locator(".pb-in-chapter summary").click()
    page.get_by_role("button", name="Keyboard shortcuts").press("Enter")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "permanent addresses"])
def test_the_first_stop_skips_to_the_text(open_page: OpenPage, site: Site, kind: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 900}).page
    page.goto(site.url + KINDS[kind])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('.md-content'))")
