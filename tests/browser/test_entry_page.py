"""The page of an entry in a browser: the order of its parts, two columns and one, and mentions that can be narrowed."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site

ENTRY = "glossary/ilham-aliyev/"
ITEMS = ".pb-mentions > li"


def test_mentions_are_beside_the_facts_on_a_wide_screen_and_before_them_on_a_phone(page: Page, site: Site) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(site.url + ENTRY)
        mentions = page.locator("#mentions").bounding_box()
        beside = page.locator(".pb-beside").bounding_box()
        assert mentions
        assert beside
        if width > 1000:
            assert mentions["x"] + 500 < beside["x"]
            assert mentions["y"] < 500
            assert beside["y"] < 200
        else:
            assert beside["y"] > mentions["y"]
            assert page.evaluate("document.scrollingElement.scrollWidth") == width


def test_filters_combine_count_and_stay_in_the_address(page: Page, site: Site) -> None:
    page.goto(site.url + ENTRY)
    everything = page.locator(ITEMS).count()
    chapter, year = page.locator("select[name=chapter]"), page.locator("select[name=year]")
    chapter.select_option(index=2)
    within = page.locator(f"{ITEMS}:visible").count()
    assert 0 < within < everything
    said = chapter.locator("option:checked").inner_text()
    assert said.endswith(f"({within})")
    expect(page.locator(".pb-narrow output")).to_have_text(f"{within} of {everything} shown")
    enabled = year.locator("option:not([disabled])")
    value, words = enabled.nth(1).get_attribute("value"), enabled.nth(1).inner_text()
    year.select_option(value)
    left = page.locator(f"{ITEMS}:visible").count()
    assert words == f"{value} ({left})"
    assert re.search(r"[?&]chapter=mentions-.*&year=" + str(value), page.url)
    page.goto("about:blank")
    page.go_back()
    assert page.locator(f"{ITEMS}:visible").count() == left
    assert page.locator("[data-filtered] h3:visible").count() == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_chapters_can_be_jumped_to(open_page: OpenPage, site: Site, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts).page
    page.goto(site.url + ENTRY)
    page.get_by_role("navigation", name="Mentions by chapter").get_by_role("link").last.click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator("form.pb-narrow").is_visible() == scripts
