"""Timeline, figures and fans in a browser: without a fault for axe, by keyboard, without JavaScript, at any width."""

import json
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
FAN = "glossary/csto/"
PAGES = {"timeline": "timeline/", "figures": "figures/", "entry with fan": FAN, "home": ""}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
SMALLEST_LETTERS = 11


def violations(page: Page, inside: str) -> list[dict[str, Any]]:
    """Return what axe finds wrong in the part of the page that is ours."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run({json.dumps(inside)})")["violations"]
    return [
        {"rule": rule["id"], "nodes": [node["html"][:200] for node in rule["nodes"][:3]], "count": len(rule["nodes"])}
        for rule in found
    ]


@every_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_fault(open_page: OpenPage, site: Site, address: str, scheme: str, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme).page
    page.goto(site.url + address)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if scheme == "dark" else "default")
    for details in page.locator("details.pb-twin:visible").all():
        details.evaluate("(element) => { element.open = true; }")
    assert violations(page, "article") == []


@every_page
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_page_scrolls_sideways_and_no_letter_is_too_small(page: Page, site: Site, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.url + address)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    sizes = page.evaluate(
        """() => [...document.querySelectorAll("article svg text")].filter((t) => t.getBoundingClientRect().width)
          .map((t) => [parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().d, t.textContent])"""
    )
    assert [text for size, text in sizes if size < SMALLEST_LETTERS] == []


def test_the_timeline_is_narrowed_without_javascript(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + "timeline/")
    rows = page.locator(".pb-events > li")
    everything = rows.count()
    assert everything > 100

    actor = page.locator(".pb-filter label[for='pb-actor-1']")
    number = int(actor.locator(".pb-count").inner_text())
    page.locator("#pb-actor-1").check()
    expect(rows.filter(visible=True)).to_have_count(number)
    assert page.locator(".pb-events > li[data-actor~='1']").count() == number

    page.locator("#pb-kind-treaty").check()
    both = page.locator(".pb-events > li[data-actor~='1'][data-kind='treaty']").count()
    expect(rows.filter(visible=True)).to_have_count(both)

    page.locator("#pb-actor-all").check()
    page.locator("#pb-kind-all").check()
    expect(rows.filter(visible=True)).to_have_count(everything)


def test_a_filter_is_set_with_keys_and_what_is_not_chosen_steps_back_in_the_drawing(page: Page, site: Site) -> None:
    page.goto(site.url + "timeline/")
    page.locator("#pb-actor-all").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#pb-actor-1")).to_be_checked()
    others = page.locator(".pb-lanes a:not([data-actor~='1'])").first
    expect(others).to_have_css("opacity", "0.14")


def test_a_dot_leads_to_its_row_and_is_no_stop_for_the_keyboard(page: Page, site: Site) -> None:
    page.goto(site.url + "timeline/")
    dot = page.locator(".pb-lanes a:has(circle)").nth(30)
    target = dot.get_attribute("href") or ""
    dot.click()
    expect(page.locator(target)).to_be_in_viewport()
    stops = page.locator(".pb-lanes a:not([tabindex='-1'])")
    assert stops.count() == 0


def test_drawings_scroll_by_keyboard_where_they_do_not_fit(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 760, "height": 900})
    page.goto(site.url + "timeline/")
    region = page.get_by_role("region", name="Drawing of the timeline")
    region.focus()
    page.keyboard.press("ArrowRight")
    # Not waited for by Playwright, whose way of looking again the policy for scripts forbids.
    region.evaluate("(box) => box.scrollLeft || new Promise((done) => box.addEventListener('scroll', done))")


def test_the_table_of_members_fits_and_keeps_its_heads_where_it_scrolls(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url + "figures/")
    region = page.get_by_role("region", name="Organisations and treaties by state")
    assert region.evaluate("(box) => box.scrollWidth <= box.clientWidth")
    heads = region.get_by_role("columnheader").all()
    assert len(heads) >= 15
    for head in heads:
        outer, link = head.bounding_box(), head.get_by_role("link").bounding_box()
        assert outer
        assert link
        # Upright, and within its cell.
        assert link["width"] < 30
        assert outer["y"] <= link["y"]
        assert link["y"] + link["height"] <= outer["y"] + outer["height"]

    page.set_viewport_size({"width": 390, "height": 900})
    left = region.evaluate("(box) => { box.scrollLeft = 9999; return box.getBoundingClientRect().left; }")
    for head in (region.get_by_role("rowheader").first, region.locator("thead td")):
        box = head.bounding_box()
        assert box
        assert box["x"] == left
        assert head.evaluate("(one) => getComputedStyle(one).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_a_fan_is_followed_by_keyboard_and_its_list_is_folded_away(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url + FAN)
    fan = page.get_by_role("group", name="Relations of")
    link = fan.get_by_role("link", name="Collective Security Treaty", exact=True)
    expect(page.locator(".pb-fan-twin dl")).to_be_hidden()
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.url}glossary/collective-security-treaty/")


def test_on_a_phone_the_list_stands_in_the_place_of_the_fan(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 900}).page
    page.goto(site.url + FAN)
    expect(page.locator(".pb-fan")).to_be_hidden()
    expect(page.locator(".pb-relations").get_by_role("link", name="Armenia", exact=True)).to_be_visible()


@every_page
def test_nothing_is_missing_without_javascript(open_page: OpenPage, site: Site, address: str) -> None:
    with_scripts, without = open_page().page, open_page(java_script_enabled=False).page
    texts = []
    for page in (with_scripts, without):
        page.goto(site.url + address)
        # A button that only a script can answer is made by one.
        page.locator("article button").evaluate_all("(buttons) => buttons.forEach((button) => button.remove())")
        texts.append(" ".join(page.locator("article .pb-page").inner_text().split()))
    assert texts[0] == texts[1]


def test_on_paper_the_lists_are_there(page: Page, site: Site) -> None:
    page.goto(site.url + FAN)
    page.emulate_media(media="print")
    expect(page.locator(".pb-fan")).to_be_hidden()
    expect(page.locator(".pb-relations").first).to_be_visible()
    page.goto(site.url + "figures/")
    page.set_viewport_size({"width": 718, "height": 1000})
    expect(page.locator(".pb-counts")).to_be_visible()
    table = page.locator(".pb-membership").bounding_box()
    assert table
    assert table["x"] + table["width"] <= 718
    page.goto(site.url + "timeline/")
    page.emulate_media(media="print")
    expect(page.locator(".pb-filter").first).to_be_hidden()
    expect(page.locator(".pb-events > li").last).to_be_visible()
