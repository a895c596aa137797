"""The timeline in a browser: choices that combine, count and stay in the address, and a line of events on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site

ROWS = ".pb-events > li"


def test_choices_combine_and_stay_in_the_address(page: Page, site: Site) -> None:
    page.goto(site.url + "timeline/")
    everything = page.locator(ROWS).count()
    page.get_by_label("Vladimir Putin").check()
    with_him = page.locator(f"{ROWS}:visible").count()
    assert 0 < with_him < everything
    treaties = page.get_by_text("Treaties ").locator(".pb-count")
    left = int(treaties.inner_text())
    page.get_by_label("Treaties").check()
    assert page.locator(f"{ROWS}:visible").count() == left < with_him
    expect(page.locator(".pb-choices output")).to_have_text(f"{left} of {everything} shown")
    assert page.url.endswith("timeline/?actor=vladimir-putin&kind=treaty")
    page.reload()
    expect(page.get_by_label("Vladimir Putin")).to_be_checked()
    assert page.locator(f"{ROWS}:visible").count() == left


def test_a_link_to_a_hidden_event_shows_all_again(page: Page, site: Site) -> None:
    page.goto(site.url + "timeline/?kind=treaty")
    event = page.locator(f"{ROWS}[data-kind=event]").last
    expect(event).to_be_hidden()
    page.evaluate("(id) => { location.hash = id; }", event.get_attribute("id"))
    expect(event).to_be_in_viewport()
    expect(page).to_have_url(re.compile(re.escape(site.url + "timeline/#")))


def test_a_phone_has_a_line_of_events_and_targets_for_fingers(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True).page
    page.goto(site.url + "timeline/")
    expect(page.locator(".pb-lanes")).to_be_hidden()
    assert page.locator(".pb-events").first.evaluate("(list) => getComputedStyle(list).borderLeftStyle") == "solid"
    page.get_by_text("Filter events").click()
    heights = page.locator(".pb-filter label, .pb-choices summary").evaluate_all(
        "(all) => all.map((one) => one.offsetHeight)"
    )
    assert min(heights) >= 44


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_on_a_phone_the_choices_are_folded_and_events_are_on_the_first_screen(
    open_page: OpenPage, site: Site, scripts: bool
) -> None:
    screen = {"width": 390, "height": 844}
    page = open_page(viewport=screen, has_touch=True, is_mobile=True, java_script_enabled=scripts).page
    page.goto(site.url + "timeline/")
    choice = page.get_by_label("Vladimir Putin")
    expect(choice).to_be_hidden()
    expect(page.locator(ROWS).first).to_be_in_viewport(ratio=1)
    page.get_by_text("Filter events").click()
    everything = page.locator(f"{ROWS}:visible").count()
    choice.check()
    assert page.locator(f"{ROWS}:visible").count() < everything


@pytest.mark.parametrize("width", [720, 1280])
def test_on_a_wider_screen_the_choices_are_open(open_page: OpenPage, site: Site, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 800}, java_script_enabled=False).page
    page.goto(site.url + "timeline/")
    expect(page.get_by_label("Vladimir Putin")).to_be_visible()
    expect(page.get_by_text("Filter events")).to_be_hidden()


def test_where_the_choices_are_folded_the_line_that_is_left_names_those_made(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).page
    page.goto(site.url + "timeline/?kind=treaty")
    summary = page.locator(".pb-choices summary")
    expect(summary).to_have_text("Filters: Treaties")
    summary.click()
    page.get_by_label("Vladimir Putin").check()
    expect(summary).to_have_text("Filters: Vladimir Putin, Treaties")
    for name in ("actor", "kind"):
        page.locator(f"[data-choice={name}] input").first.check()
    expect(summary).to_have_text("Filter events")
