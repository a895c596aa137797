"""Hover cards: WCAG 1.4.13 line by line, the pointer's timing, keys, touch, and a folder opened without a server."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import OpenPage, Site, Visit

CHAPTER = "chapters/2-balancing-russia-and-the-west/"
REFERENCES = "references/"
NAME = "p.pb-paragraph > a.pb-term"


SCROLLED = """async (link) => {
  scrollBy({ top: 40, behavior: "instant" });
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return [document.querySelector(".pb-card:popover-open"), link].map((shown) => shown.getBoundingClientRect().y);
}"""
"""Where the card and its link are right after the page has moved: soon the card closes, for the pointer has left it."""


def card_of(page: Page) -> Locator:
    return page.locator(".pb-card:popover-open")


def rest_on(page: Page, link: Locator) -> None:
    """Put the pointer on a link and leave it there, once the page has come to rest."""
    link.scroll_into_view_if_needed()
    page.wait_for_timeout(100)
    box = link.bounding_box()
    assert box
    page.mouse.move(box["x"] + 8, box["y"] + box["height"] / 2)


@pytest.fixture
def chapter(page: Page, site: Site) -> Page:
    page.goto(site.url + CHAPTER)
    return page


def test_card_says_who_a_name_is(chapter: Page) -> None:
    name = chapter.locator("p.pb-paragraph > a.pb-term[data-entry=ayaz-mutalibov]").first
    rest_on(chapter, name)
    card = card_of(chapter)
    expect(card).to_contain_text("Person")
    expect(card).to_contain_text("Ayaz Mutalibov")
    expect(card).to_have_attribute("data-kind", "person")
    assert len(card.locator(".pb-card-text").inner_text()) > 40
    assert card.locator("a").count() == 0


def test_card_says_what_a_note_says(chapter: Page) -> None:
    # Where there is room, the note itself is beside the text and is marked in place of a card.
    chapter.set_viewport_size({"width": 1000, "height": 800})
    for link in (chapter.locator("a.pb-cite").first, chapter.locator("a.pb-note-link").first):
        note = chapter.locator(f"[id='{str(link.get_attribute('href')).removeprefix('#')}'] > p").first
        first_words = " ".join(str(note.text_content()).split()[:4])
        rest_on(chapter, link)
        expect(card_of(chapter)).to_contain_text(first_words)
        chapter.mouse.move(5, 5)
        expect(card_of(chapter)).to_have_count(0)


def test_card_says_how_a_paragraph_of_another_page_begins(page: Page, site: Site) -> None:
    page.goto(site.url + REFERENCES)
    link = page.locator("a[href*='#p-']").first
    rest_on(page, link)
    expect(card_of(page)).to_contain_text(f"Paragraph {link.inner_text()}")
    assert len(card_of(page).locator(".pb-card-text").inner_text()) > 40


def test_content_on_hover_is_dismissible_hoverable_and_persistent(chapter: Page) -> None:
    name = chapter.locator(NAME).nth(1)
    rest_on(chapter, name)
    card = card_of(chapter)
    expect(card).to_be_visible()
    assert name.get_attribute("aria-describedby") == card.get_attribute("id")

    # Persistent: it stays as long as the pointer rests.
    chapter.wait_for_timeout(2000)
    expect(card).to_be_visible()
    # Hoverable: the pointer may go into it, and stay.
    box = card.bounding_box()
    link = name.bounding_box()
    assert box
    assert link
    apart = box["y"] >= link["y"] + link["height"] or box["y"] + box["height"] <= link["y"]
    assert apart, "the card covers its own link"
    chapter.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2, steps=4)
    chapter.wait_for_timeout(1000)
    expect(card).to_be_visible()
    # Dismissible: Esc closes it at once, although the pointer has not moved; it does not come back by itself.
    chapter.keyboard.press("Escape")
    expect(card).to_have_count(0, timeout=100)
    chapter.wait_for_timeout(800)
    expect(card).to_have_count(0)


def test_leaving_closes_after_a_grace(chapter: Page) -> None:
    rest_on(chapter, chapter.locator(NAME).nth(1))
    expect(card_of(chapter)).to_be_visible()
    chapter.mouse.move(5, 5)
    chapter.wait_for_timeout(100)
    expect(card_of(chapter)).to_have_count(1)
    expect(card_of(chapter)).to_have_count(0, timeout=1000)


def test_pointer_that_only_crosses_opens_nothing(chapter: Page) -> None:
    names = chapter.locator(NAME)
    for number in range(6):
        names.nth(number).scroll_into_view_if_needed()
        box = names.nth(number).bounding_box()
        assert box
        chapter.mouse.move(box["x"] + 4, box["y"] + box["height"] / 2)
        chapter.mouse.move(box["x"] + 4, box["y"] - 30)
    chapter.wait_for_timeout(600)
    expect(card_of(chapter)).to_have_count(0)


def test_nothing_opens_while_the_page_scrolls(chapter: Page) -> None:
    rest_on(chapter, chapter.locator(NAME).first)
    chapter.evaluate("""() => { window.seen = 0; const card = document.getElementById('pb-card');
        card.addEventListener('toggle', () => { window.seen += 1; });
        window.moving = setInterval(() => window.scrollBy(0, window.scrollY % 2 ? -1 : 1), 50); }""")
    chapter.wait_for_timeout(900)
    assert chapter.evaluate("clearInterval(window.moving) || window.seen") == 0


def test_one_card_at_a_time(chapter: Page) -> None:
    names = chapter.locator(NAME)
    for number in (0, 1):
        rest_on(chapter, names.nth(number))
        expect(names.nth(number)).to_have_attribute("aria-describedby", "pb-card")
    assert chapter.locator("[aria-describedby=pb-card]").count() == 1
    assert chapter.locator(".pb-card").count() == 1


def test_key_opens_at_the_focus_and_escape_keeps_it(chapter: Page) -> None:
    name = chapter.locator(NAME).nth(1)
    name.focus()
    chapter.wait_for_timeout(600)
    expect(card_of(chapter)).to_have_count(0)
    assert name.get_attribute("aria-keyshortcuts") == "Alt+ArrowDown"

    chapter.keyboard.press("Alt+ArrowDown")
    expect(card_of(chapter)).to_be_visible()
    expect(name).to_be_focused()
    chapter.keyboard.press("Escape")
    expect(card_of(chapter)).to_have_count(0, timeout=100)
    expect(name).to_be_focused()

    chapter.keyboard.press("Alt+ArrowDown")
    expect(card_of(chapter)).to_be_visible()
    chapter.keyboard.press("Tab")
    expect(card_of(chapter)).to_have_count(0)


def test_card_stays_inside_the_window_and_moves_with_its_link(chapter: Page) -> None:
    for width in (1280, 390, 320):
        chapter.set_viewport_size({"width": width, "height": 700})
        name = chapter.locator(NAME).nth(3)
        rest_on(chapter, name)
        card = card_of(chapter)
        expect(card).to_be_visible()
        box = card.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        link = name.bounding_box()
        assert link
        moved, moved_link = name.evaluate(SCROLLED)
        assert abs((moved - box["y"]) - (moved_link - link["y"])) < 2
        chapter.keyboard.press("Escape")
        chapter.mouse.move(2, 2)


def test_finger_opens_a_sheet_with_open_and_cite(open_page: OpenPage, site: Site) -> None:
    visit = open_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = visit.page
    page.goto(site.url + CHAPTER)
    name = page.locator(NAME).nth(1)
    name.tap()
    sheet = page.get_by_role("dialog", name=name.inner_text())
    expect(sheet).to_be_visible()
    assert page.url == site.url + CHAPTER
    expect(sheet.get_by_role("link", name="Open")).to_be_focused()

    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_have_count(0)
    expect(name).to_be_focused()

    name.tap()
    sheet.get_by_role("button", name="Cite").tap()
    expect(page.get_by_role("heading", name=re.compile(r"Cite paragraph 2\.\d+"))).to_be_visible()
    page.keyboard.press("Escape")

    name.tap()
    sheet.get_by_role("link", name="Open").tap()
    expect(page).to_have_url(re.compile(r"/glossary/[a-z-]+/$"))
    visit.assert_clean(site.url)


def test_cards_work_from_a_folder(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto((site.folder / CHAPTER / "index.html").as_uri())
    rest_on(page, page.locator("p.pb-paragraph > a.pb-term[data-entry=ayaz-mutalibov]").first)
    expect(card_of(page)).to_contain_text("Ayaz Mutalibov")
    visit.assert_stayed_on(site.folder.as_uri())


def test_what_cards_say_is_loaded_at_first_need(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(site.url + CHAPTER)
    visit.wait_until_quiet()
    assert not [url for url in visit.requests if "policybrief-card-" in url]
    for number in (1, 2):
        rest_on(page, page.locator(NAME).nth(number))
        expect(card_of(page)).to_be_visible()
        page.mouse.move(2, 2)
        expect(card_of(page)).to_have_count(0)
    assert [url for url in visit.requests if "policybrief-card-" in url] == [
        f"{site.url}assets/policybrief-card-names.js"
    ]
