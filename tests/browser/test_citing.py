"""Citing a paragraph: by mouse, by keyboard, by touch; and addresses that lead to it for good."""

import json
import re
from urllib.parse import quote

import pytest
import rispy
from playwright.sync_api import Locator, Page, expect
from pybtex.database import parse_string

from browser.conftest import OpenPage, Site, Visit

CHAPTER = "chapters/2-balancing-russia-and-the-west/"


def numbered(page: Page, number: str) -> Locator:
    return page.locator(".pb-paragraph").filter(has=page.locator(f"a.pb-number:text-is('{number}')"))


def shown(page: Page) -> str:
    return page.get_by_label("Citation").input_value()


def select_words(page: Page, first: Locator, last: Locator) -> None:
    """Select from the middle of one paragraph to the beginning of another."""
    page.evaluate(
        """([first, last]) => {
          const text = (node) => [...node.childNodes].find((c) => c.nodeType === 3 && c.textContent.trim().length > 20);
          const range = document.createRange();
          range.setStart(text(first), 1);
          range.setEnd(text(last), 12);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        [first.element_handle(), last.element_handle()],
    )


@pytest.fixture
def chapter(page: Page, site: Site) -> Page:
    page.goto(site.url + CHAPTER)
    return page


def test_citing_is_loaded_on_first_use_only(visit: Visit, site: Site) -> None:
    visit.page.goto(site.url + CHAPTER)
    visit.wait_until_quiet()
    assert not [url for url in visit.requests if "policybrief-citing" in url]
    numbered(visit.page, "2.3").hover()
    for _ in range(2):
        visit.page.get_by_role("button", name="Cite paragraph 2.3", exact=True).click()
        expect(visit.page.get_by_role("dialog", name="Cite paragraph 2.3")).to_be_visible()
        visit.page.keyboard.press("Escape")
    assert len([url for url in visit.requests if "policybrief-citing" in url]) == 1
    visit.assert_clean(site.url)


IN_A_DOCUMENT = """async () => {
  const [item] = await navigator.clipboard.read();
  return (await item.getType("text/html")).text();
}"""


def test_a_paragraph_is_cited_by_mouse(open_page: OpenPage, site: Site) -> None:
    visit = open_page(permissions=["clipboard-read", "clipboard-write"])
    page = visit.page
    page.goto(site.url + CHAPTER)
    paragraph = numbered(page, "2.3")
    short = (paragraph.get_attribute("id") or "").removeprefix("p-")
    paragraph.hover()
    paragraph.get_by_role("button", name="Cite paragraph 2.3").click()
    dialog = page.get_by_role("dialog", name="Cite paragraph 2.3")
    expect(dialog).to_be_visible()
    for style in ("Chicago", "APA", "MLA", "Harvard", "OSCOLA"):
        dialog.get_by_label(style).check()
        assert "2.3" in shown(page)
        assert f"{site.url}p/{short}/" in shown(page)
        assert "2026" in shown(page)
    dialog.get_by_label("APA").check()
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == shown(page)
    assert "<i>Azerbaijan between Russia and the West" in page.evaluate(IN_A_DOCUMENT)
    dialog.get_by_label("Link").check()
    assert shown(page) == f"{site.url}p/{short}/"
    dialog.get_by_role("button", name="Copy").click()
    expect(dialog.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.url}p/{short}/"
    visit.assert_clean(site.url)


def test_the_page_of_the_pdf_is_offered_beside_the_paragraph(chapter: Page, site: Site) -> None:
    pages = {
        one["number"]: one["page"]
        for one in json.loads((site.folder / "data/pages.json").read_text("utf-8"))["paragraphs"]
    }
    numbered(chapter, "2.14").hover()
    chapter.get_by_role("button", name="Cite paragraph 2.14", exact=True).click()
    dialog = chapter.get_by_role("dialog", name="Cite paragraph 2.14")
    dialog.get_by_label("Chicago").check()
    assert ", para. 2.14, " in shown(chapter)
    assert "p. " not in shown(chapter)
    dialog.get_by_label(f"With the page of the PDF: p. {pages['2.14']}").check()
    assert f", p. {pages['2.14']}, para. 2.14, " in shown(chapter)
    dialog.get_by_label("OSCOLA").check()
    assert f" p {pages['2.14']}, para 2.14 " in shown(chapter)
    dialog.get_by_label("RIS").check()
    assert f"Page {pages['2.14']}, paragraph 2.14;" in shown(chapter)
    dialog.get_by_label("Link").check()
    assert shown(chapter).endswith("/")


def test_what_is_copied_for_machines_parses_back(chapter: Page, site: Site) -> None:
    numbered(chapter, "2.4").get_by_role("button").click()
    chapter.get_by_label("BibTeX").check()
    (entry,) = parse_string(shown(chapter), "bibtex").entries.values()
    title = re.sub("[{}]", "", entry.fields["title"])
    assert title.startswith("Azerbaijan between Russia and the West")
    assert "Paragraph 2.4" in entry.fields["note"]
    short = entry.fields["url"].rstrip("/").rpartition("/")[2]
    assert entry.key.endswith(f"-{short}")
    assert entry.fields["url"].startswith(f"{site.url}p/")
    chapter.get_by_label("RIS").check()
    (record,) = rispy.loads(shown(chapter))
    assert record["type_of_reference"] == "RPRT"
    assert any("Paragraph 2.4" in note for note in record["unknown_tag"]["M2"])
    chapter.get_by_label("CSL-JSON").check()
    (item,) = json.loads(shown(chapter))
    assert item["type"] == "report"
    assert item["note"] == "Paragraph 2.4"


def test_a_passage_over_two_paragraphs_is_cited_by_keyboard(chapter: Page) -> None:
    select_words(chapter, numbered(chapter, "2.3"), numbered(chapter, "2.4"))
    expect(chapter.get_by_role("button", name="Cite selection")).to_be_visible()
    chapter.keyboard.press("c")
    dialog = chapter.get_by_role("dialog", name="Cite paragraphs 2.3–2.4")
    expect(dialog).to_be_visible()
    quotation = dialog.locator("blockquote").inner_text()
    assert not re.search(r"\d\.\d|Cite", quotation[:40])
    chapter.get_by_label("Chicago").check()
    assert shown(chapter).startswith(f"‘{quotation}’ ")
    assert "2.3–2.4" in shown(chapter)
    chapter.get_by_label("BibTeX").check()
    (entry,) = parse_string(shown(chapter), "bibtex").entries.values()
    assert "Paragraphs 2.3" in entry.fields["note"]
    chapter.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_triple_click_cites_one_paragraph(chapter: Page) -> None:
    numbered(chapter, "2.3").click(click_count=3, position={"x": 60, "y": 40})
    expect(chapter.get_by_role("button", name="Cite selection")).to_be_visible()
    chapter.keyboard.press("c")
    expect(chapter.get_by_role("dialog", name="Cite paragraph 2.3")).to_be_visible()


def test_what_stands_between_paragraphs_is_not_quoted(chapter: Page) -> None:
    heading = chapter.evaluate(
        """() => {
          const heading = document.querySelectorAll("article h2")[1];
          const paragraphs = [...document.querySelectorAll(".pb-paragraph")];
          const after = paragraphs.findIndex((one) => heading.compareDocumentPosition(one) & 4);
          const range = document.createRange();
          range.setStart(paragraphs[after - 1], 0);
          range.setEndAfter(paragraphs[after]);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          return heading.firstChild.textContent;
        }"""
    )
    chapter.keyboard.press("c")
    quotation = chapter.get_by_role("dialog").locator("blockquote").inner_text()
    assert len(quotation) > 200
    assert heading not in quotation


def test_words_of_a_list_are_cited_by_its_paragraph(chapter: Page) -> None:
    numbered(chapter, "2.3").evaluate(
        """(paragraph) => {
          const list = document.createElement("ul");
          list.innerHTML = "<li>salt was dear</li><li>roads were bad</li>";
          paragraph.after(list);
          getSelection().selectAllChildren(list);
        }"""
    )
    chapter.get_by_role("button", name="Cite selection").click()
    dialog = chapter.get_by_role("dialog", name="Cite paragraph 2.3")
    expect(dialog.locator("blockquote")).to_have_text("salt was dear roads were bad")


def test_whatever_the_words_the_files_parse_back(chapter: Page, site: Site) -> None:
    quotation = 'QUOTATION 8888 & 50 % of_it {x} "y" ~ ^ #1 $2 \\ ə Ж'
    chapter.evaluate(
        "(quotation) => policybrief.cite.open({first: '7.1', last: '8.2', several: true, id: '7777', quotation})",
        quotation,
    )
    chapter.get_by_label("Link", exact=True).check()
    ends = quotation.split(" ")[:4], quotation.split(" ")[-4:]
    said = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    assert shown(chapter) == f"{site.url}{CHAPTER}#p-7777:~:text={said}"
    chapter.get_by_label("Chicago").check()
    assert shown(chapter).startswith(f"‘{quotation}’ ")
    assert "paras 7.1–8.2" in shown(chapter)
    assert re.search(r"\b20\d\d-\d\d(?:-\d\d)? edition\b", shown(chapter))
    chapter.get_by_label("BibTeX").check()
    (entry,) = parse_string(shown(chapter), "bibtex").entries.values()
    assert entry.fields["url"] == f"{site.url}p/7777/"
    assert "ə Ж" in entry.fields["note"]
    chapter.get_by_label("RIS").check()
    (record,) = rispy.loads(shown(chapter))
    assert any(quotation in note for note in record["unknown_tag"]["M2"])
    chapter.get_by_label("CSL-JSON").check()
    (item,) = json.loads(shown(chapter))
    assert quotation in item["note"]


def test_a_paragraph_is_cited_with_keys_alone(chapter: Page) -> None:
    number = numbered(chapter, "2.5").locator(".pb-number")
    number.focus()
    chapter.keyboard.press("ArrowDown")
    expect(numbered(chapter, "2.5").get_by_role("button")).to_be_focused()
    chapter.keyboard.press("Enter")
    expect(chapter.get_by_role("dialog", name="Cite paragraph 2.5")).to_be_visible()
    expect(chapter.get_by_role("button", name="Copy")).to_be_focused()
    before = shown(chapter)
    for _ in ("the citation", "the page of the PDF", "the format"):
        chapter.keyboard.press("Shift+Tab")
    chapter.keyboard.press("ArrowRight")
    assert shown(chapter) != before
    copy = chapter.get_by_role("button", name="Copy")
    for _ in ("the page of the PDF", "the citation", "the button"):
        if not copy.evaluate("one => one === document.activeElement"):
            chapter.keyboard.press("Tab")
    chapter.keyboard.press("Enter")
    expect(chapter.get_by_role("dialog").get_by_role("status")).to_have_text("Copied")
    chapter.keyboard.press("Escape")
    expect(numbered(chapter, "2.5").get_by_role("button")).to_be_focused()


def test_on_a_touch_screen_the_button_is_there(open_page: OpenPage, site: Site) -> None:
    page = open_page(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}).page
    page.goto(site.url + CHAPTER)
    button = numbered(page, "2.3").get_by_role("button")
    expect(button).to_have_css("opacity", "1")
    button.tap()
    dialog = page.get_by_role("dialog", name="Cite paragraph 2.3")
    expect(dialog).to_be_visible()
    box = dialog.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    dialog.locator("label", has_text="RIS").tap()
    assert shown(page).startswith("TY  - RPRT")
    dialog.get_by_role("button", name="Close").tap()
    select_words(page, numbered(page, "2.3"), numbered(page, "2.4"))
    page.get_by_role("button", name="Cite selection").tap()
    expect(page.get_by_role("dialog", name="Cite paragraphs 2.3–2.4")).to_be_visible()


def test_a_refused_clipboard_leaves_a_selected_field(chapter: Page) -> None:
    chapter.evaluate("document.execCommand = () => false; null")
    chapter.evaluate("navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(); null")
    numbered(chapter, "2.3").get_by_role("button").click()
    chapter.get_by_role("button", name="Copy").click()
    expect(chapter.get_by_role("dialog").get_by_role("status")).to_contain_text("Press Ctrl+C")
    assert chapter.evaluate("document.activeElement.selectionEnd") == len(shown(chapter))


def test_a_permanent_address_leads_on_without_a_script(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    paragraph = json.loads((site.folder / "data" / "paragraphs.json").read_text("utf-8"))[10]
    page.goto(f"{site.url}p/{paragraph['id'].removeprefix('p-')}/")
    page.wait_for_url(paragraph["url"])
    expect(page.locator(f"#{paragraph['id']}")).to_be_visible()


def test_a_paragraph_is_found_from_the_address_of_another_chapter(page: Page, site: Site) -> None:
    paragraphs = json.loads((site.folder / "data" / "paragraphs.json").read_text("utf-8"))
    elsewhere = next(p for p in paragraphs if p["chapter"].startswith("chapters/4-"))
    page.goto(f"{site.url}{CHAPTER}#{elsewhere['id']}")
    page.wait_for_url(elsewhere["url"])


def test_a_mistyped_id_is_told_and_the_right_one_offered(page: Page, site: Site) -> None:
    paragraph = json.loads((site.folder / "data" / "paragraphs.json").read_text("utf-8"))[3]["id"]
    typed = paragraph[:-1] + ("2" if paragraph[-1] != "2" else "3")
    page.goto(f"{site.url}p/{typed.removeprefix('p-')}/")
    notice = page.get_by_role("status")
    expect(notice).to_contain_text(f"There is no paragraph {typed}")
    expect(notice).to_contain_text(paragraph)
    expect(notice.get_by_role("link", name="All paragraphs")).to_be_visible()


def test_an_id_typed_into_the_address_of_an_open_page_is_followed(chapter: Page, site: Site) -> None:
    paragraphs = json.loads((site.folder / "data" / "paragraphs.json").read_text("utf-8"))
    elsewhere = next(p for p in paragraphs if p["chapter"].startswith("chapters/4-"))
    chapter.evaluate("location.hash = '#p-zzzz'")
    expect(chapter.get_by_role("status").filter(has_text="There is no paragraph p-zzzz")).to_be_visible()
    chapter.evaluate("(id) => { location.hash = id }", elsewhere["id"])
    chapter.wait_for_url(elsewhere["url"])


def test_how_to_cite_offers_styles_and_downloads(page: Page, site: Site) -> None:
    page.goto(site.url + "cite/")
    for style in ("Chicago", "APA", "MLA", "Harvard", "OSCOLA"):
        expect(page.locator("dt", has_text=style)).to_be_visible()
    for link in page.locator(".pb-downloads a").all():
        address = str(link.evaluate("(a) => a.href"))
        assert page.request.get(address).ok
    expect(page.get_by_text("follows the chapter plan of Zaur Shiriyev")).to_be_visible()
