"""In a chapter: charts of its tables, and the line of years that follows the reader."""

import json
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
CHARTED = "chapters/4-the-azerbaijani-diaspora-in-russia/"
LINES = "chapters/5-russian-soft-power/"
"""With several lines, and a slope."""
CHAPTER = "chapters/3-security-and-regional-integration/"
STRIP = ".pb-now"

MARKED = """() => {
  const inside = (box) => box.bottom > 56 && box.top < innerHeight - 56 && box.height;
  const seen = [...document.querySelectorAll(".pb-paragraph")].filter((p) => inside(p.getBoundingClientRect()));
  const ids = new Set(seen.map((paragraph) => paragraph.id));
  const links = [...document.querySelectorAll(".pb-now a")];
  return {
    ids: [...ids],
    expected: links.filter((a) => a.dataset.in.split(" ").some((id) => ids.has(id))).map((a) => a.textContent),
    marked: links.filter((a) => a.hasAttribute("data-now")).map((a) => a.textContent),
  };
}"""
"""What is in view, and what is marked."""


SETTLED = f"""() => new Promise((done) => {{
  const look = () => {{
    const state = ({MARKED})();
    if (`${{state.marked}}` === `${{state.expected}}`) {{
      done(state.marked);
    }} else {{
      requestAnimationFrame(look);
    }}
  }};
  look();
}})"""
"""Waits until they agree, and gives what is marked."""


def test_a_chart_has_a_name_its_numbers_and_its_table(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 390, "height": 900}).page
    page.goto(site.url + CHARTED)
    figure = page.locator("figure", has=page.locator(".pb-chart"))
    image = figure.get_by_role("img", name="Transfers from Russia")
    expect(image).to_be_visible()
    column = figure.locator("tbody td:nth-child(2)").all_inner_texts()
    assert image.locator(".pb-amount").all_text_contents() == column
    expect(figure.locator("table")).to_be_visible()
    assert figure.locator("figcaption").locator("p").first.inner_text().startswith("Table 4.7. ")


@pytest.mark.parametrize("path", [CHARTED, LINES])
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_words_in_a_chart_do_not_touch_and_are_large_enough(page: Page, site: Site, width: int, path: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(site.url + path)
    boxes = page.locator(".pb-plane text").evaluate_all(
        "(all) => all.map((t) => [t.getBoundingClientRect().toJSON(), parseFloat(getComputedStyle(t).fontSize)])"
    )
    assert all(size >= 11 for _, size in boxes)
    pairs = [(a, b) for n, (a, _) in enumerate(boxes) for b, _ in boxes[:n]]
    touching = [
        (a, b)
        for a, b in pairs
        if a["left"] < b["right"]
        and b["left"] < a["right"]
        and a["top"] < b["bottom"] - 4
        and b["top"] < a["bottom"] - 4
    ]
    assert touching == []
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_chart_and_strip(open_page: OpenPage, site: Site, scheme: str) -> None:
    visit = open_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    visit.page.goto(site.url + CHARTED)
    visit.page.locator(".pb-chart").scroll_into_view_if_needed()
    expect(visit.page.locator(STRIP)).to_be_visible()
    visit.page.evaluate(AXE)
    found = visit.page.evaluate(f"axe.run({json.dumps({'include': [['figure:has(.pb-chart)'], [STRIP]]})})")
    assert [rule["id"] for rule in found["violations"]] == []
    visit.assert_clean(site.url)


def test_the_strip_marks_the_events_of_the_paragraphs_in_view(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url + CHAPTER)
    expect(page.locator(STRIP)).to_be_visible()
    seen = set()
    for number in range(0, page.locator(".pb-paragraph").count(), 3):
        page.locator(".pb-paragraph").nth(number).evaluate(
            "(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })"
        )
        seen |= set(page.evaluate(SETTLED))
    assert len(seen) > 10


def test_the_strip_is_in_nobodys_way(open_page: OpenPage, site: Site) -> None:
    wide = {"width": 1280, "height": 900}
    page = open_page(viewport=wide).page
    page.goto(site.url + CHAPTER)
    expect(page.locator(STRIP)).to_be_visible()
    assert page.locator(STRIP).get_attribute("aria-hidden") == "true"
    assert page.locator(f"{STRIP} a:not([tabindex='-1'])").count() == 0
    beside = page.locator(STRIP).bounding_box()
    text = page.locator(".pb-paragraph .pb-number").first.bounding_box()
    assert beside
    assert text
    assert beside["x"] + beside["width"] <= text["x"]
    page.emulate_media(media="print")
    expect(page.locator(STRIP)).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 390, "height": 900})
    expect(page.locator(STRIP)).to_be_hidden()

    without = open_page(java_script_enabled=False, viewport=wide).page
    without.goto(site.url + CHAPTER)
    expect(without.locator(STRIP)).to_be_hidden()


def test_a_name_in_the_strip_leads_to_its_row_in_the_timeline(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url + CHAPTER)
    page.locator(".pb-paragraph").nth(5).scroll_into_view_if_needed()
    link = page.locator(f"{STRIP} a[data-now]").first
    target = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    expect(page.locator(f"#{target}")).to_be_in_viewport()


def test_the_strip_can_be_closed_for_good(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url + CHAPTER)
    page.locator(f"{STRIP} button").click()
    expect(page.locator(STRIP)).to_be_hidden()
    page.goto(site.url + CHARTED)
    expect(page.locator(".pb-paragraph").first).to_be_visible()
    expect(page.locator(STRIP)).to_be_hidden()
