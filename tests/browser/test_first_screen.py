"""What a reader meets first: ways in, links of the site, text in the first screen, few stops of the keyboard."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site

CHAPTER = "chapters/2-balancing-russia-and-the-west/"


def test_the_front_page_leads_in_from_its_first_screen(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site.url)
    expect(page.get_by_role("link", name="Start reading")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Summary ·")).to_be_in_viewport()
    expect(page.locator(".pb-home-opening figure")).to_be_in_viewport()
    page.get_by_role("link", name="Start reading").click()
    expect(page.locator(".pb-paragraph").first).to_be_in_viewport()


def test_on_a_phone_the_argument_is_before_the_citation(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site.url)
    argument, citation = (page.locator(f"#{name}").bounding_box() for name in ("argument", "how-to-cite"))
    assert argument
    assert citation
    assert argument["y"] < citation["y"]


@pytest.mark.parametrize("width", [1280, 1000, 390])
def test_the_links_of_the_site_are_shown_once_and_fit(page: Page, site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.url}timeline/")
    links = page.get_by_role("navigation", name="Parts of the site").get_by_role("link")
    names = links.all_inner_texts()
    assert names[0] == "Chapters"
    assert len(set(names)) == len(names)
    expect(links.and_(page.locator("[aria-current=page]"))).to_have_text("Timeline")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    links.filter(has_text="Sources").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.url}references/")


def test_the_text_begins_in_the_first_screen(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(site.url + CHAPTER)
    first = page.locator(".pb-paragraph").first.bounding_box()
    assert first
    assert first["y"] < 720 - 150


def test_most_notes_beside_the_text_are_whole_and_rows_do_not_grow_much(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(site.url + CHAPTER)
    cut, all_notes = page.evaluate(
        """() => {
          const words = [...document.querySelectorAll(".pb-notes .pb-note > p")];
          return [words.filter((one) => one.scrollHeight > one.clientHeight + 1).length, words.length];
        }"""
    )
    assert all_notes > 50
    assert cut < 0.6 * all_notes


def test_a_paragraph_is_one_stop_and_arrows_go_through_its_links(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 1280, "height": 800}).page
    page.goto(site.url + CHAPTER)
    numbers = page.locator(".pb-paragraph > .pb-number")
    numbers.nth(0).focus()
    page.keyboard.press("Tab")
    expect(numbers.nth(1)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("ArrowDown")
    inside = page.locator(".pb-paragraph").first.locator("a, button")
    expect(inside.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(numbers.nth(0)).to_be_focused()


def test_without_a_script_every_link_is_a_stop(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + CHAPTER)
    assert page.locator(".pb-paragraph [tabindex='-1']").count() == 0
