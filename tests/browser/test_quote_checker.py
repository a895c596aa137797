"""The check of quotations in a reader's browser: it finds what the command finds."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, Visit, wait_until
from policybrief.assets.packing import QUOTE_CHECKER_SCRIPTS, packed_scripts
from policybrief.checks.quote_checker import check_quotes
from policybrief.model.fold_table import FOLD_TABLE
from policybrief.model.knowledge import Paragraph
from quotations import PARAGRAPHS, quotations

HOSTILE = (
    *(
        "",
        " \n ",
        "…",
        "?!—“”",
        "\u0301" * 40,
        "\u202e\u202d",
        "[",
        "]]",
        "(1.1)",
        "the",
        "1,2,3",
        "а\u0301",
        "\x00\x07",
    ),
    *(
        "<script>alert(1)</script>",
        "<b>Official doctrine</b> gave the caution a direction",
        "a b c d",
        "日本 हिन्दी ไทย",
    ),
    *(
        "Official\u2028doctrine\u2029gave the caution\r\na direction",
        "Karabakh … Moscow … homes",
        "𝒜 𝔅 ℭ 𝒟",
        "ǅ ß ẞ ς Σ",
    ),
    *("[" * 500, "a" * 2_000, "1." * 1_000, "the " * 500, "1 000 " * 300, "-5 −5 –5 -", "İI ıi İ̇", "it's 'it' ‘it’s’"),
)


@pytest.fixture
def checker(page: Page) -> Page:
    """An empty page with what checks quotations in it."""
    page.set_content("<!doctype html><title>Check</title>")
    page.add_script_tag(content=f"window.policybrief = {{searchData: {{fold: {json.dumps(FOLD_TABLE)}}}}}")
    scripts = packed_scripts(("search/folding.js", *QUOTE_CHECKER_SCRIPTS))
    page.add_script_tag(content=scripts.decode())
    return page


def in_browser(page: Page, passages: list[str], paragraphs: tuple[Paragraph, ...]) -> list[Any]:
    known = [{"id": each.id, "number": each.number, "text": each.text} for each in paragraphs]
    found: list[Any] = page.evaluate(
        """([passages, paragraphs]) => {
            const { quoting } = window.policybrief;
            const texts = quoting.texts(paragraphs);
            return passages.map((passage) => {
                const { verdict, paragraphs: homes, differences } = quoting.check(passage, texts);
                const ids = homes.map((home) => paragraphs[home].id);
                return [verdict, ids, differences.map(({ mine, theirs }) => [mine, theirs])];
            });
        }""",
        [passages, known],
    )
    return found


def by_the_command(passages: list[str], paragraphs: tuple[Paragraph, ...]) -> list[Any]:
    return [
        [
            found.verdict.value,
            [paragraph.id for paragraph in found.paragraphs],
            [[difference.mine, difference.theirs] for difference in found.differences],
        ]
        for found in check_quotes(passages, paragraphs)
    ]


def test_page_and_command_find_the_same(checker: Page) -> None:
    passages = [*(each.passage for each in quotations()), *HOSTILE]
    expected = by_the_command(passages, PARAGRAPHS)
    wrong = [
        each
        for each in zip(passages, in_browser(checker, passages, PARAGRAPHS), expected, strict=True)
        if each[1] != each[2]
    ]
    assert len(passages) > 400
    assert not wrong


PAGE = "check-a-quotation/"
PASTED = """Azerbaijan learned to defy Moscow and kept its doors at home shut.

The tie that made Baku defer to Russia is cut … The European Union took 69 per cent of Azerbaijan's exports (S.2)

The tie that made Baku defer to Russia is cut, but the room this gave is reversible (S.1)

Azerbaijan learnt to defy Moscow and the European Union took 69 per cent of Azerbaijan’s exports.

Nobody in the capital <b>believed</b> that the pipeline would ever be built without soldiers."""
VERDICTS = ["Differs", "Verified", "From another paragraph", "Stitched together", "Not in this brief"]


def paste(page: Page, text: str) -> None:
    field = page.get_by_label("Quoted passage")
    field.fill(text)
    field.press("Tab")
    expect(page.get_by_role("button", name="Check", exact=True)).to_be_focused()
    page.keyboard.press("Enter")


def test_a_reader_is_told_of_each_passage_from_a_folder_and_by_keyboard(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(site.folder.joinpath(PAGE, "index.html").as_uri())
    paste(page, PASTED)
    results = page.locator(".pb-quotation-results > section")
    expect(page.locator(".pb-quotation-status")).to_contain_text("5 passages checked. Verified: 1.")
    expect(results.locator("h2")).to_have_text(VERDICTS)
    expect(results.nth(0).locator("li")).to_have_text(["“learned”: the brief has “learnt”"])
    assert [results.nth(0).locator(tag).inner_text() for tag in ("del", "ins")] == ["learned", "learnt"]
    expect(results.nth(1).locator("mark")).to_have_count(2)
    expect(results.nth(2)).to_contain_text("These words are not in S.1, but elsewhere:")
    expect(results.nth(3).locator("mark")).to_have_text(
        ["Azerbaijan learnt to defy Moscow and", "the European Union took 69 per cent of Azerbaijan’s exports"]
    )
    citation = results.nth(1).locator(".pb-quotation-citation")
    expect(citation).to_contain_text("The tie that made Baku defer to Russia is cut … The European Union took 69 per")
    expect(citation).to_contain_text("S.2")
    results.nth(1).get_by_role("button", name="Other forms").press("Enter")
    page.get_by_label("Link", exact=True).check()
    address = page.get_by_label("Citation", exact=True).input_value()
    assert "chapters/0-summary/#p-" in address
    page.keyboard.press("Escape")
    link = results.nth(1).locator(".pb-quotation-where a")
    expect(link).to_contain_text("S.2")
    link.click()
    expect(page.locator(".pb-paragraph:target")).to_contain_text("The tie that made Baku defer to Russia is cut")
    visit.assert_clean(site.folder.as_uri())


def test_what_search_knows_of_the_paragraphs_is_what_the_command_checks(page: Page, site: Site) -> None:
    page.goto(site.url + PAGE)
    page.get_by_label("Quoted passage").focus()
    wait_until(page, "window.policybrief.searching")
    shipped = page.evaluate(
        "() => { const { brief, text } = window.policybrief.searching;"
        " return brief.paragraphs.map(({ id, row }) => [id, text(row)]); }"
    )
    records = json.loads(site.folder.joinpath("data/paragraphs.json").read_text("utf-8"))
    assert shipped == [[record["id"], record["text"]] for record in records]


def test_what_cannot_be_checked_is_told_and_what_is_pasted_stays_text(open_page: OpenPage, site: Site) -> None:
    visit = open_page(viewport={"width": 390, "height": 800})
    page = visit.page
    page.goto(site.url + PAGE)
    status = page.locator(".pb-quotation-status")
    for text, said in (
        ("", "Paste a passage first."),
        (" \n\n ", "Paste a passage first."),
        ("?!—“”\u202e", "Not in this brief"),
        ("word " * 4_001, "longer than 20,000 characters"),
        ("a\n\n" * 101, "more than 100 passages"),
        ('<img src=x onerror="document.title=1"> <script>document.title=1</script>', "Not in this brief"),
        ("\u0301" * 900 + "\u202e" + "w" * 9_000, "Not in this brief"),
        (f"\u202e{PASTED.split('.', maxsplit=1)[0]}\u0301\u0301", "Differs"),
    ):
        page.get_by_label("Quoted passage").evaluate("(field, text) => { field.value = text; }", text)
        page.get_by_role("button", name="Check", exact=True).click()
        expect(status).to_contain_text(said)
        assert page.locator(".pb-quotation-results :is(img, script)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), text[:40]
    assert page.title() != "1"
    visit.assert_clean(site.url)


def test_without_a_script_readers_are_told_what_to_do(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + PAGE)
    expect(page.locator(".pb-quotation-form")).to_be_hidden()
    expect(page.get_by_role("link", name="the whole brief on one page")).to_be_visible()
    expect(page.get_by_role("heading", name="What is compared")).to_be_visible()
