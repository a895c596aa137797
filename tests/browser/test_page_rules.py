"""Rules that every kind of page keeps: accessible, private, safe, from a folder, on paper, and light."""

import gzip
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, Route, expect

from browser.conftest import OpenPage, Site, Visit, wait_until

CHAPTER = "chapters/2-balancing-russia-and-the-west/"
PAGES = {
    "home": "",
    "chapter": CHAPTER,
    "entry": "glossary/eurasian-economic-union/",
    "glossary": "glossary/",
    "references": "references/",
    "names": "names/",
    "second part of the names": "names/page/2/",
    "cite": "cite/",
    "check of quotations": "check-a-quotation/",
    "whole": "all/",
    "not found": "404.html",
}
WEIGHED = PAGES | {"timeline": "timeline/", "figures": "figures/"}
LARGEST_PAGE = 250 * 1024
LARGEST_WHOLE = 440_000
"""The page of all chapters, which grows with the text."""
LARGEST_SCRIPTS = 10_496
"""In bytes, packed: the scripts of every page, without those of search."""

every_page = pytest.mark.parametrize("name", PAGES)
by_palette = pytest.mark.parametrize("palette", ["light", "dark"])
by_width = pytest.mark.parametrize("width", [1280, 390])


@cache
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with a page, a line for each rule."""
    # Long lists repeat themselves, and the whole brief is its chapters again: the first of each kind stand for all.
    page.evaluate(
        "document.querySelectorAll('li:nth-of-type(n+30), tr:nth-of-type(n+30), dl > div:nth-of-type(n+30),"
        " article > :nth-child(n+60)').forEach(element => element.remove())"
    )
    page.evaluate(axe())
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
        ".then(outcome => outcome.violations)"
    )
    return [f"{rule['id']}, {len(rule['nodes'])} times: {rule['nodes'][0]['html'][:200]}" for rule in found]


@by_palette
@by_width
@every_page
def test_axe_finds_nothing(
    open_page: OpenPage, site: Site, name: str, palette: Literal["light", "dark"], width: int
) -> None:
    page = open_page(color_scheme=palette, viewport={"width": width, "height": 900}).page
    page.goto(site.url + PAGES[name])
    assert faults(page) == []


@by_palette
@pytest.mark.parametrize("touch", [False, True], ids=["card", "sheet"])
def test_axe_finds_nothing_with_a_card_open(
    open_page: OpenPage, site: Site, palette: Literal["light", "dark"], *, touch: bool
) -> None:
    width = 390 if touch else 1280
    page = open_page(color_scheme=palette, viewport={"width": width, "height": 900}, has_touch=touch).page
    page.goto(site.url + CHAPTER)
    name = page.locator("p.pb-paragraph > a.pb-term").nth(1)
    if touch:
        name.tap()
    else:
        name.focus()
        page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(".pb-card:popover-open")).to_be_visible()
    page.wait_for_timeout(200)
    assert faults(page) == []


def test_a_walk_through_the_site_breaks_no_rule_of_its_security_policy(visit: Visit, site: Site) -> None:
    page = visit.page
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', event =>"
        " console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"
    )
    page.goto(site.url)
    page.get_by_role("link", name="A stake for each: policy between two powers").first.click()
    page.locator("label[for^=__palette]:visible").first.click()
    name = page.locator("p.pb-paragraph > a.pb-term").nth(1)
    name.focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(".pb-card:popover-open")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".pb-cite-button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".pb-cite-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    name.click()
    for address in (*PAGES.values(), "p/", "chapters/2-balancing-russia-and-the-west/#p-zzzz"):
        page.goto(site.url + address)
    # The choice of colours outlived every page.
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visit.assert_clean(site.url)


def test_a_script_from_elsewhere_does_not_run(page: Page, site: Site) -> None:
    page.goto(site.url + CHAPTER)
    page.evaluate("""() => { const script = document.createElement('script');
        script.textContent = 'window.injected = true'; document.body.append(script);
        const picture = document.createElement('div');
        picture.innerHTML = '<img src="x" onerror="window.injected = true">'; document.body.append(picture); }""")
    page.wait_for_timeout(300)
    assert page.evaluate("window.injected") is None


def test_every_page_of_the_site_has_the_policy_and_nothing_that_it_forbids(site: Site) -> None:
    for path in site.folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert html.count('<meta http-equiv="Content-Security-Policy"') == 1, path
        assert not re.search(r"<[^>]+\s(?:style|on[a-z]+)=[\"']", html), path
        assert "<style" not in html, path
    assert not [*site.folder.rglob("*.map"), *site.folder.glob("assets/javascripts/lunr")]


def test_from_a_folder_pages_links_and_fonts_work_without_a_network(open_page: OpenPage, site: Site) -> None:
    visit = open_page(offline=True)
    page = visit.page
    page.goto((site.folder / "index.html").as_uri())
    page.get_by_role("link", name="A stake for each: policy between two powers").first.click()
    expect(page.locator("h1")).to_have_text("A stake for each: policy between two powers")
    page.wait_for_load_state()  # from a folder links lead to files once the scripts have run
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Policybrief Serif\"'))")
    page.locator("p.pb-paragraph > a.pb-term").first.press("Enter")
    expect(page.locator(".pb-entry h1")).to_be_visible()
    page.wait_for_load_state()
    page.locator("a.pb-where").first.click()
    expect(page.locator(".pb-paragraph:target")).to_be_visible()
    assert page.url.startswith(site.folder.as_uri())
    visit.assert_clean(site.folder.as_uri())


def test_fonts_are_asked_for_before_stylesheets_name_them(visit: Visit, site: Site) -> None:
    asked: list[str] = []
    visit.page.on("request", lambda request: asked.append(request.url.removeprefix(site.url)))
    # A stylesheet that is late keeps nothing waiting that the page itself asks for.
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    visit.page.route("**/policybrief-fonts.css", hold)
    visit.page.goto(site.url + CHAPTER, wait_until="commit")
    wait_until(visit.page, "performance.getEntriesByType('resource').some((one) => one.name.endsWith('serif.woff2'))")
    assert {"assets/fonts/serif.woff2", "assets/fonts/sans.woff2"} <= set(asked)
    assert late
    late[0].continue_()
    visit.page.evaluate("document.fonts.ready.then(() => 0)")
    visit.page.wait_for_load_state()
    assert len(asked) == len(set(asked)), "a font was fetched twice"


@pytest.mark.parametrize("name", WEIGHED)
def test_page_and_fonts_are_light(visit: Visit, site: Site, name: str) -> None:
    sizes: dict[str, int] = {}
    visit.page.on("response", lambda response: sizes.update({response.url: packed(site, response.url)}))
    visit.page.goto(site.url + WEIGHED[name], wait_until="load")
    # A long page may never be called idle, though nothing is under way.
    visit.page.evaluate("document.fonts.ready.then(() => 0)")
    visit.page.wait_for_timeout(500)
    assert any(url.endswith("serif.woff2") for url in sizes)
    # What search loads is weighed with search.
    sizes = {url: size for url, size in sizes.items() if not re.search(r"/search[^/]*\.js|/search_index\.json", url)}
    own = sum(size for url, size in sizes.items() if "/assets/policybrief" in url and url.endswith(".js"))
    assert own <= LARGEST_SCRIPTS, sorted(sizes.items(), key=lambda item: -item[1])
    most = LARGEST_WHOLE if name == "whole" else LARGEST_PAGE
    assert sum(sizes.values()) <= most, sorted(sizes.items(), key=lambda item: -item[1])


def packed(site: Site, url: str) -> int:
    """Return what a file of the site weighs on the way to a reader."""
    address = url.removeprefix(site.url).partition("#")[0].partition("?")[0]
    path = site.folder / address / ("index.html" if not address or address.endswith("/") else "")
    if not path.is_file():
        return 0
    return path.stat().st_size if path.suffix == ".woff2" else len(gzip.compress(path.read_bytes(), 9))


def test_dark_pages_print_white_with_their_notes_and_numbers(open_page: OpenPage, site: Site, tmp_path: Path) -> None:
    page = open_page(color_scheme="dark").page
    page.goto(site.url + CHAPTER)
    page.emulate_media(media="print", color_scheme="dark")
    for element in ("html", "body", "article"):
        colour = page.locator(element).first.evaluate("one => getComputedStyle(one).backgroundColor")
        assert colour in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), element
    assert page.locator("article").evaluate("one => getComputedStyle(one).color") == "rgb(31, 33, 37)"
    expect(page.locator(".pb-number").first).to_be_visible()
    expect(page.locator(".pb-in-brief")).to_be_visible()
    meanings = page.locator(".pb-abbreviations")
    expect(meanings).to_be_visible()
    expect(meanings.locator("dt", has_text=re.compile("^CIS$")).locator("+ dd")).to_have_text(
        "Commonwealth of Independent States"
    )
    expect(page.locator(".pb-print-source")).to_contain_text(CHAPTER)
    for unwanted in (".md-header", ".md-sidebar", ".pb-passage", ".pb-cite-button", ".md-footer"):
        expect(page.locator(unwanted).first).to_be_hidden()
    printed = page.pdf(path=tmp_path / "chapter.pdf", prefer_css_page_size=True, tagged=True)
    assert b"/StructTreeRoot" in printed


def test_the_whole_brief_keeps_every_paragraph_and_repeats_no_id(page: Page, site: Site) -> None:
    page.goto(site.url + "all/")
    ids = page.eval_on_selector_all("[id]", "elements => elements.map(element => element.id)")
    assert len(ids) == len(set(ids))
    expected = {
        paragraph
        for path in (site.folder / "chapters").glob("*/index.html")
        for paragraph in re.findall(r'id="(p-[^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert expected <= set(ids)
    anchors = page.eval_on_selector_all(
        "article a[href^='#']", "links => links.map(link => decodeURIComponent(link.hash.slice(1)))"
    )
    assert set(anchors) <= set(ids)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex, follow")


def test_on_a_phone_the_drawer_says_the_name_of_the_site_and_nothing_over_it(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 390, "height": 844}).page
    page.goto(site.url + CHAPTER)
    page.locator("header label[for=__drawer]").click()
    title = page.locator(".md-nav--primary > .md-nav__title")
    expect(title).to_be_visible()
    expect(title.locator(".md-logo")).to_be_hidden()


def test_on_a_phone_no_column_breaks_a_word(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 390, "height": 844}).page
    for address in (CHAPTER, "chapters/4-the-azerbaijani-diaspora-in-russia/"):
        page.goto(site.url + address)
        broken = page.locator("article table").evaluate_all(
            r"""all => all.flatMap(table => {
              const walk = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
              const found = [], range = document.createRange();
              for (let node; (node = walk.nextNode());) {
                for (const word of node.data.matchAll(/[\p{L}\p{N}]+/gu)) {
                  range.setStart(node, word.index);
                  range.setEnd(node, word.index + word[0].length);
                  if (range.getClientRects().length > 1) found.push(word[0]);
                }
              }
              return found;
            })"""
        )
        assert broken == [], address
        assert page.locator("article table").count() > 0


def test_printed_numbers_are_placed_against_their_own_paragraph(page: Page, site: Site) -> None:
    """Against the page, Firefox prints them beside other paragraphs once a chapter has begun a page."""
    page.emulate_media(media="print")
    for address, number in (("all/", ".pb-number"), ("glossary/russia/", ".pb-where")):
        page.goto(site.url + address)
        astray = page.locator(number).evaluate_all(
            """all => all.filter(one => {
              const own = one.closest(".pb-paragraph, .pb-mentions > li");
              const [number, text] = [one, own].map(box => box.getBoundingClientRect());
              const left = text.left + parseFloat(getComputedStyle(own).paddingLeft);
              const printed = document.querySelector("article").getBoundingClientRect().left;
              return one.offsetParent !== own || number.top < text.top - 4 || number.top > text.top + 20 ||
                number.right > left || number.left < printed;
            }).map(one => one.textContent)"""
        )
        assert astray == [], address
        assert page.locator(number).count() > 50


@pytest.mark.parametrize("address", ["all/", CHAPTER])
def test_each_note_is_printed_below_its_paragraph(address: str, page: Page, site: Site) -> None:
    page.goto(site.url + address)
    page.emulate_media(media="print")
    notes = page.locator(".pb-notes")
    for note in (notes.first.locator(".pb-note").first, notes.last.locator(".pb-note").last):
        assert note.evaluate("one => one.checkVisibility({ contentVisibilityAuto: true })")
    text, printed = notes.locator(".pb-address").first.evaluate(
        "one => [parseFloat(getComputedStyle(one).fontSize), one.getBoundingClientRect().height]"
    )
    assert text > 8
    assert printed > 8
    expect(notes.first.locator("summary")).to_be_hidden()


def test_reduced_motion_and_forced_colours_leave_cards_usable(open_page: OpenPage, site: Site) -> None:
    page = open_page(reduced_motion="reduce", forced_colors="active").page
    page.goto(site.url + CHAPTER)
    page.locator("p.pb-paragraph > a.pb-term").nth(1).focus()
    page.keyboard.press("Alt+ArrowDown")
    card = page.locator(".pb-card:popover-open")
    expect(card).to_be_visible()
    style = card.evaluate(
        "one => [getComputedStyle(one).animationName, getComputedStyle(one).borderLeftWidth,"
        " getComputedStyle(one).borderLeftColor, getComputedStyle(one).backgroundColor]"
    )
    assert style[:2] == ["none", "1px"]
    assert style[2] != style[3]
