"""What axe cannot judge of the drawings: the contrast of every text and mark in them, and what forced colours leave."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site

CONTRAST = Path(__file__).with_name("svg_contrast.js").read_text("utf-8")
CHAPTER = "chapters/3-security-and-regional-integration/"
PALETTES = ["default", "slate"]
TEXT, MARK = 4.5, 3
BARE = (
    ".pb-beyond, .pb-lanes :is(.pb-grid, .pb-floor), .pb-strip rect, .pb-zero, "
    ".pb-sea, .pb-land, .pb-home-land, .pb-area, .pb-hit, .pb-tick, .pb-event:not(text), .pb-loose, circle.pb-series-2"
)
"""No marks: the tint after the dashed line, the lines between lanes and years, the ground of a chapter, which has a
line under it, the line on which bars rest, the tints of a map, whose outlines are marks, targets, the
years of a strip and the time of an event, which are in words beside them, and marks that are outlines alone."""
HITTABLE = """
  * { pointer-events: auto !important; transition: none !important; }
  svg * { pointer-events: visiblePainted !important; }
"""
"""Links in a strip are found through what lies above them; here everything painted has to be found."""
DRAWN = re.compile(r'<svg[^>]* class="pb-(?:fan|strip|lanes|plane)"|class="pb-bars"')

IN_PLACE = """async (address) => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  document.querySelector("article").replaceWith(page.querySelector("article"));
  document.querySelectorAll("details").forEach((details) => { details.open = true; });
}"""
"""Puts the article of a page of the site into this page, which has the same stylesheet."""


def drawn_pages(site: Site) -> list[str]:
    """Return the addresses of the pages with drawings."""
    pages = (page for page in site.folder.rglob("index.html") if DRAWN.search(page.read_text("utf-8")))
    return sorted(page.parent.relative_to(site.folder).as_posix() + "/" for page in pages)


def faint(page: Page) -> tuple[set[str], list[tuple[str, str, float]]]:
    """Return what is drawn on a page, and its texts and marks that stand out too little, with palette and contrast."""
    found: dict[str, list[Any]] = page.evaluate(CONTRAST, [PALETTES, BARE])
    texts = [tuple(one) for one in found["texts"] if one[2] < TEXT]
    return set(found["drawings"]), texts + [tuple(one) for one in found["marks"] if one[2] < MARK]


def test_every_text_and_mark_of_every_drawing_stands_out(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 1440, "height": 2400}, bypass_csp=True).page
    page.goto(site.url)
    page.add_style_tag(content=HITTABLE)
    missed, seen = [], set[str]()
    for address in drawn_pages(site):
        page.evaluate(IN_PLACE, site.url + address)
        drawings, found = faint(page)
        seen |= drawings
        missed += [(address, *one) for one in found]
    assert missed == []
    assert seen >= {"pb-fan", "pb-strip", "pb-ruler", "pb-lanes", "pb-plane", "pb-bars"}


def test_the_strip_below_a_chapter_stands_out(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 1280, "height": 900}, bypass_csp=True).page
    page.goto(site.url + CHAPTER)
    page.add_style_tag(content=HITTABLE)
    page.locator(".pb-paragraph").nth(5).scroll_into_view_if_needed()
    expect(page.locator(".pb-now rect[data-now]").first).to_be_visible()
    drawings, found = faint(page)
    assert "pb-now" in drawings
    assert found == []


DRAWINGS = {
    "timeline": "timeline/",
    "figures": "figures/",
    "entry with fan": "glossary/csto/",
    "chapter with columns": "chapters/4-the-azerbaijani-diaspora-in-russia/",
    "chapter with bars": "chapters/2-balancing-russia-and-the-west/",
}
GROUND = """() => {
  const probe = document.createElement("i");
  probe.style.color = "Canvas";
  document.body.append(probe);
  return getComputedStyle(probe).color;
}"""
UNSEEN = """(ground) => [...document.querySelectorAll("article :is(a[href], button, input, summary, [tabindex='0'])")]
  .filter((one) => one.getClientRects().length && one.tabIndex >= 0)
  .filter((one) => {
    one.focus();
    const shown = getComputedStyle(one.matches(".pb-filter input") ? one.nextElementSibling : one);
    const line = shown.outlineStyle !== "none" && parseFloat(shown.outlineWidth) >= 2;
    return document.activeElement !== one || !line || shown.outlineColor === ground;
  })
  .map((one) => one.outerHTML.slice(0, 120))"""
"""The stops for the keyboard that do not show that they have the focus."""
GONE = """([ground, signs]) => signs.flatMap(([selector, pseudo]) =>
  [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length)
    .filter((one) => [ground, "rgba(0, 0, 0, 0)"].includes(getComputedStyle(one, pseudo).backgroundColor))
    .map(() => selector + pseudo))"""
"""Signs that are drawn as a background, and have the colour of the ground."""
SIGNS = [
    (".pb-twin > summary", "::after"),
    (".pb-page-head .pb-kind", "::before"),
    (".md-sidebar--primary .md-nav__icon", "::after"),
]


@pytest.mark.parametrize("address", DRAWINGS.values(), ids=DRAWINGS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_all_of_a_drawing(open_page: OpenPage, site: Site, address: str, scheme: str) -> None:
    wide = {"width": 1280, "height": 2400}
    page = open_page(viewport=wide, bypass_csp=True, color_scheme=scheme, forced_colors="active").page
    page.goto(site.url + address)
    page.add_style_tag(content=HITTABLE)
    page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")
    ground = page.evaluate(GROUND)
    assert ground == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(0, 0, 0)")
    assert page.evaluate(GONE, [ground, SIGNS]) == []
    # Once by key: from then on the focus shows wherever it goes.
    page.keyboard.press("Tab")
    assert page.evaluate(UNSEEN, ground) == []
    # The palette is the reader's choice too, and may be the other one.
    drawings, found = faint(page)
    assert drawings
    assert found == []
