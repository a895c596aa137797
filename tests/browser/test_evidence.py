"""What a sentence rests on: asked by a click, by a key, and for a whole chapter."""

import json

from playwright.sync_api import expect

from browser.conftest import Site, Visit

CHAPTER = "chapters/2-balancing-russia-and-the-west/index.html"
OTHERS = "assets/policybrief-evidence-others.js"


def test_a_sentence_tells_what_it_rests_on(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(site.folder.joinpath(CHAPTER).as_uri())
    card = page.locator(".pb-sentence-card")
    paragraph = page.locator("p.pb-paragraph:has(> .pb-note-call)").first
    note = paragraph.locator(".pb-note-call a").first
    note.scroll_into_view_if_needed()
    box = note.bounding_box()
    assert box
    page.mouse.click(box["x"] - 24, box["y"] + 12)
    expect(card).to_be_visible()
    expect(card.locator("li").first).to_have_attribute("value", note.inner_text())
    expect(card.locator(".pb-quality").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()

    number = paragraph.locator(".pb-number")
    number.focus()
    page.keyboard.press("e")
    expect(card).to_be_focused()
    first = card.locator(".pb-card-sentence").inner_text()
    assert paragraph.inner_text().replace("\n", " ").find(first[:20]) >= 0
    card.get_by_role("button", name="Next sentence").click()
    expect(card.locator(".pb-card-sentence")).not_to_have_text(first)
    card.get_by_role("button", name="Close").click()
    expect(number).to_be_focused()

    expect(page.locator(".pb-marks")).to_have_count(0)
    page.get_by_label("Mark what each sentence rests on").check()
    marks = paragraph.locator(".pb-marks button")
    expect(marks.first).to_be_visible()
    marks.last.click()
    expect(card.get_by_role("button", name="Next sentence")).to_be_disabled()
    visit.assert_clean(site.folder.as_uri())


def test_the_card_names_who_else_the_brief_has_on_the_matter(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(site.folder.joinpath(CHAPTER).as_uri())
    here = set(page.locator(".pb-paragraph").evaluate_all("all => all.map(one => one.id)"))
    known = json.loads(site.folder.joinpath(OTHERS).read_text("utf-8").partition("others = ")[2].rstrip(";\n"))
    paragraph, rows = next((id_, rows) for id_, rows in known["of"].items() if id_ in here)
    (sentence, found), *_ = rows
    page.locator(f"#{paragraph} .pb-number").focus()
    page.keyboard.press("e")
    card = page.locator(".pb-sentence-card")
    for _ in range(sentence):
        card.get_by_role("button", name="Next sentence").click()
    others = card.locator("details")
    expect(others.locator("summary")).to_contain_text(f"{len(found)} other source")
    others.locator("summary").press("Enter")
    expect(others.locator("li")).to_have_count(len(found))
    expect(others.locator(".pb-quality").first).to_be_visible()
    number, _ = known["paragraphs"][found[0][1]]
    others.get_by_role("link", name=number, exact=True).first.click()
    expect(page.locator(".pb-paragraph:target .pb-number")).to_have_text(number)
    visit.assert_clean(site.folder.as_uri())
