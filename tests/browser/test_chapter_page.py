"""The page of a chapter: its front, its measure and numbers, notes beside or below, the keys that turn pages."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, Visit

BEFORE = "chapters/1-introduction/"
CHAPTER = "chapters/2-balancing-russia-and-the-west/"
AFTER = "chapters/3-security-and-regional-integration/"


@pytest.fixture
def chapter(page: Page, site: Site) -> Page:
    page.goto(site.url + CHAPTER)
    return page


def test_the_front_says_what_it_argues_and_whom_it_names_without_javascript(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + CHAPTER)
    expect(page.locator(".pb-chapter-facts")).to_have_text(re.compile(r"Chapter 2 \d+ minutes to read"))
    expect(page.get_by_role("heading", level=1)).to_have_text("A stake for each: policy between two powers")
    expect(page.locator("[role=doc-abstract]")).to_contain_text("In brief")
    names = page.locator(".pb-in-chapter a.pb-term")
    expect(names.first).to_be_hidden()
    page.locator(".pb-in-chapter summary").click()
    expect(names.first).to_be_visible()
    names.first.click()
    expect(page.locator(".pb-entry h1")).to_be_visible()


def test_on_the_page_of_all_chapters_each_keeps_its_summary_and_drops_its_box(page: Page, site: Site) -> None:
    page.goto(site.url + "all/")
    chapters = page.locator(".pb-chapter-head").count()
    assert chapters == len(list((site.folder / "chapters").glob("*/index.html")))
    expect(page.locator("[role=doc-abstract]")).to_have_count(chapters)
    expect(page.locator(".pb-in-chapter")).to_have_count(0)


@pytest.mark.parametrize(("width", "fewest", "most"), [(1280, 58, 70), (768, 58, 70), (390, 34, 46)])
def test_a_line_holds_about_as_many_characters_as_one_reads_well(
    chapter: Page, width: int, fewest: int, most: int
) -> None:
    chapter.set_viewport_size({"width": width, "height": 900})
    counted: list[float] = chapter.locator("p.pb-paragraph").evaluate_all(
        """paragraphs => paragraphs.slice(0, 12).map(paragraph => {
            const range = document.createRange(); range.selectNodeContents(paragraph);
            const lines = new Set(Array.from(range.getClientRects(), box => Math.round(box.bottom / 12)));
            return paragraph.textContent.length / (paragraph.offsetHeight
                / parseFloat(getComputedStyle(paragraph).lineHeight)); })"""
    )
    average = sum(counted) / len(counted)
    assert fewest <= average <= most


def test_numbers_stand_left_of_the_text_or_on_a_phone_above_it(chapter: Page) -> None:
    paragraph = chapter.locator("p.pb-paragraph").nth(2)
    number = paragraph.locator(".pb-number")
    name = paragraph.locator("a.pb-term").first
    for width in (1440, 1280, 768):
        chapter.set_viewport_size({"width": width, "height": 900})
        assert right_of(number) <= left_of(paragraph)
    for width in (390, 320):
        chapter.set_viewport_size({"width": width, "height": 900})
        box, first = number.bounding_box(), name.bounding_box()
        assert box
        assert first
        assert box["y"] + box["height"] <= first["y"] + 2
        assert box["height"] >= 24


def right_of(element: object) -> float:
    box = element.bounding_box()  # type: ignore[attr-defined]
    return float(box["x"] + box["width"])


def left_of(element: object) -> float:
    return float(element.bounding_box()["x"])  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", [1200, 1280, 1440])
def test_notes_stand_beside_their_paragraph_where_there_is_room(chapter: Page, width: int) -> None:
    chapter.set_viewport_size({"width": width, "height": 900})
    paragraph, notes = chapter.locator("p.pb-paragraph:has(+ .pb-notes)").first, chapter.locator(".pb-notes").first
    note = notes.locator(".pb-note").first
    expect(note).to_be_visible()
    expect(notes.locator("summary")).to_be_hidden()
    assert left_of(note) >= right_of(paragraph)
    assert right_of(note) <= width
    at, beside = paragraph.bounding_box(), note.bounding_box()
    assert at
    assert beside
    assert abs(at["y"] - beside["y"]) < 10


@pytest.mark.parametrize("width", [1199, 768, 390])
def test_notes_are_folded_below_their_paragraph_where_there_is_none(chapter: Page, width: int) -> None:
    chapter.set_viewport_size({"width": width, "height": 900})
    notes = chapter.locator(".pb-notes").first
    note = notes.locator(".pb-note").first
    expect(note).to_be_hidden()
    notes.locator("summary").click()
    expect(note).to_be_visible()
    paragraph, box = chapter.locator("p.pb-paragraph:has(+ .pb-notes)").first.bounding_box(), note.bounding_box()
    assert paragraph
    assert box
    assert box["y"] >= paragraph["y"] + paragraph["height"]


def test_notes_say_what_they_are_and_lead_there_and_back(chapter: Page) -> None:
    call = chapter.locator(".pb-note-call a").first
    expect(call).to_have_attribute("role", "doc-noteref")
    call.click()
    note = chapter.locator(".pb-note:target")
    expect(note).to_be_visible()
    expect(note).to_have_attribute("role", "doc-footnote")
    back = note.locator(".pb-note-number")
    expect(back).to_have_attribute("role", "doc-backlink")
    back.click()
    expect(chapter).to_have_url(re.compile(r"#r-[\w-]+$"))


def test_the_contents_follow_the_scroll(chapter: Page) -> None:
    headings = chapter.locator("article h2[id]")
    for number in (1, 3):
        heading = headings.nth(number)
        heading.evaluate("one => window.scrollTo(0, one.offsetTop + 40)")
        current = chapter.locator(".md-nav--secondary .md-nav__link--active").last
        expect(current).to_have_attribute("href", f"#{heading.get_attribute('id')}")


def test_headings_have_addresses(chapter: Page) -> None:
    heading = chapter.locator("article h2[id]").first
    expect(heading.locator(".headerlink")).to_have_attribute("href", f"#{heading.get_attribute('id')}")


def test_arrows_turn_the_pages(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(site.url + CHAPTER)
    for key, address in (("ArrowRight", AFTER), ("ArrowLeft", CHAPTER), ("ArrowLeft", BEFORE)):
        page.keyboard.press(key)
        expect(page).to_have_url(site.url + address)
        # The next page has its address before it hears keys.
        page.wait_for_load_state()
    visit.assert_clean(site.url)


def test_arrows_turn_the_pages_of_a_folder(page: Page, site: Site) -> None:
    page.goto((site.folder / CHAPTER / "index.html").as_uri())
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url((site.folder / AFTER / "index.html").as_uri())


def test_arrows_that_mean_something_else_turn_nothing(chapter: Page, site: Site) -> None:
    def press_and_stay() -> None:
        for key in ("ArrowRight", "ArrowLeft"):
            chapter.keyboard.press(key)
        chapter.wait_for_timeout(300)
        assert chapter.url.partition("#")[0] == site.url + CHAPTER

    for modifier in ("Shift", "Control", "Alt+Shift"):
        chapter.keyboard.press(f"{modifier}+ArrowRight")
    press_in = chapter.locator("p.pb-paragraph > a.pb-term").nth(1)
    press_in.focus()
    chapter.keyboard.press("Alt+ArrowDown")
    expect(chapter.locator(".pb-card:popover-open")).to_be_visible()
    press_and_stay()
    chapter.keyboard.press("Escape")
    # A dialog is open, and a radio button in focus.
    chapter.locator(".pb-cite-button").first.focus()
    chapter.keyboard.press("Enter")
    expect(chapter.locator("dialog[open]")).to_be_visible()
    press_and_stay()
    chapter.locator(".pb-cite-dialog input[type=radio]").first.focus()
    press_and_stay()
    chapter.keyboard.press("Escape")
    # The search field.
    chapter.keyboard.press("/")
    expect(chapter.locator("dialog[open]")).to_be_visible()
    press_and_stay()
    chapter.keyboard.press("Escape")
    # Words are selected.
    chapter.locator("p.pb-paragraph").first.evaluate("one => window.getSelection().selectAllChildren(one)")
    press_and_stay()


def test_keys_that_need_no_other_can_be_switched_off_for_good(chapter: Page, site: Site) -> None:
    chapter.get_by_role("button", name="Keyboard shortcuts").click()
    dialog = chapter.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    dialog.get_by_role("checkbox").uncheck()
    dialog.get_by_role("button", name="Close").click()
    chapter.reload()
    for key in ("ArrowRight", "/", "n", "p", ".", ",", "s", "f"):
        chapter.keyboard.press(key)
    chapter.wait_for_timeout(300)
    assert chapter.url == site.url + CHAPTER
    expect(chapter.locator("dialog[open]")).to_have_count(0)
    chapter.keyboard.press("Control+k")
    expect(chapter.locator("dialog[open]")).to_be_visible()


def test_the_letters_of_the_theme_turn_nothing(chapter: Page, site: Site) -> None:
    for key in ("n", ".", "p", ","):
        chapter.keyboard.press(key)
    chapter.wait_for_timeout(300)
    assert chapter.url == site.url + CHAPTER
