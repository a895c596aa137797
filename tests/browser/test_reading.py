"""Reading the built brief: its pages load, names lead to entries and back, and nothing needs JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, Visit

CHAPTER = "chapters/1-introduction/"
ENTRY = "glossary/eurasian-economic-union/"
GLOSSARY = "glossary/"
PAGES = {
    "home": "",
    "chapter": CHAPTER,
    "entry": ENTRY,
    "glossary": GLOSSARY,
    "names index": "names/",
}
every_page = pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)


@every_page
def test_page_loads_without_an_error_or_a_third_party(visit: Visit, site: Site, address: str) -> None:
    response = visit.page.goto(site.url + address)
    visit.wait_until_quiet()
    assert response
    assert response.ok
    visit.assert_clean(site.url)


@every_page
def test_page_has_one_heading_of_the_first_level(page: Page, site: Site, address: str) -> None:
    page.goto(site.url + address)
    expect(page.locator("h1")).to_have_count(1)


@every_page
def test_page_does_not_scroll_sideways_on_a_phone(page: Page, site: Site, address: str) -> None:
    page.goto(site.url + address)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_linked_name_leads_to_its_entry(page: Page, site: Site) -> None:
    page.goto(site.url + CHAPTER)
    name = page.locator("p.pb-paragraph > a.pb-term[data-entry]").first
    entry = name.get_attribute("data-entry")
    name.click()
    expect(page).to_have_url(f"{site.url}glossary/{entry}/")
    expect(page.locator(".pb-entry h1")).to_be_visible()


def test_mention_leads_back_to_its_paragraph(page: Page, site: Site) -> None:
    page.goto(site.url + ENTRY)
    row = page.locator(".pb-mentions li").first
    name = row.locator("mark").first.inner_text()
    row.locator("a.pb-where").click()
    expect(page).to_have_url(re.compile(r"/chapters/.+/#p-[\w-]+$"))
    paragraph = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph).to_contain_text(name)


def test_glossary_is_filtered_by_kind_without_javascript(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + GLOSSARY)
    items = page.locator(".pb-items > li")
    states = page.locator(".pb-items > li[data-kind=state]")
    everything = items.count()
    assert 0 < states.count() < everything

    page.get_by_role("radio", name="States").check()
    expect(items.filter(visible=True)).to_have_count(states.count())
    expect(states.filter(visible=True)).to_have_count(states.count())

    page.get_by_role("radio", name="All").check()
    expect(items.filter(visible=True)).to_have_count(everything)


REFERENCES = "references/"


def test_references_are_grouped_by_kind_on_request_without_javascript(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + REFERENCES)
    items = page.locator(".pb-reference-list > li")
    headings = page.locator(".pb-group")
    expect(headings.filter(visible=True)).to_have_count(0)

    page.get_by_role("radio", name="By kind").check()
    expect(headings.filter(visible=True)).to_have_count(headings.count())
    placed = "all => all.map(item => [item.getBoundingClientRect().top, item.dataset.source, item.className])"
    seen = sorted(items.evaluate_all(placed))
    kinds = [kind for _, kind, _ in seen]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)
    opening = {kind: name for _, kind, name in reversed(seen)}
    assert set(opening.values()) == {"pb-group"}


def test_notes_stand_beside_the_text_or_fold_below_it_without_javascript(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url + CHAPTER)
    call = page.locator(".pb-note-call a").first
    note = page.locator(f"[id='{(call.get_attribute('href') or '').removeprefix('#')}']")
    expect(note).to_be_visible()
    box, paragraph = note.bounding_box(), page.locator("p.pb-paragraph:has(+ .pb-notes)").first.bounding_box()
    assert box
    assert paragraph
    assert box["x"] >= paragraph["x"] + paragraph["width"]

    page.set_viewport_size({"width": 390, "height": 800})
    expect(note).to_be_hidden()
    page.locator(".pb-notes > summary").first.click()
    expect(note).to_be_visible()
    page.reload()
    call.click()
    expect(note).to_be_in_viewport()
    note.locator(".pb-note-number").click()
    expect(call).to_be_in_viewport()
