"""The box of search in a real browser: by keyboard, in the page it leads to, from a folder, without a script."""

import re
from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, Visit, wait_until

CHAPTER = "chapters/1-introduction/"


def open_box(page: Page, site: Site, key: str = "/") -> None:
    page.goto(site.url + CHAPTER)
    page.keyboard.press(key)
    expect(page.locator("dialog.pb-search")).to_be_visible()


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_the_whole_path_by_keyboard(visit: Visit, site: Site, key: str) -> None:
    page = visit.page
    open_box(page, site, key)
    box = page.get_by_role("combobox", name="Search this brief")
    expect(box).to_be_focused()
    page.keyboard.type("Southern Gas Coridor")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("Southern Gas Corridor")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("group", name="Paragraphs")).to_be_visible()
    expect(page.locator(".pb-search [role=status]")).to_contain_text("paragraph")

    def active() -> str:
        number = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
        assert options.nth(int(number.rpartition("-")[2])).get_attribute("aria-selected") == "true"
        return str(number)

    page.keyboard.press("ArrowDown")
    assert active() == "pb-hit-0"
    page.keyboard.press("End")
    assert active() == f"pb-hit-{options.count() - 1}"
    page.keyboard.press("ArrowDown")
    assert active() == "pb-hit-0"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    assert active() == "pb-hit-1"
    page.keyboard.press("Enter")

    page.wait_for_url("**/chapters/**#p-*")
    assert "?" not in page.url
    paragraph = page.locator(f"[id='{page.url.partition('#')[2]}']")
    expect(paragraph).to_be_focused()
    expect(paragraph).to_be_in_viewport()
    expect(paragraph.locator("mark.pb-found").first).to_have_text("Southern Gas Corridor")
    before = paragraph.inner_text()
    page.keyboard.press("Escape")
    expect(page.locator("mark.pb-found")).to_have_count(0)
    assert paragraph.inner_text() == before
    visit.assert_clean(site.url)


def test_escape_closes_and_gives_the_focus_back(page: Page, site: Site) -> None:
    page.goto(site.url + CHAPTER)
    button = page.locator(".pb-search-button")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("combobox", name="Search this brief")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.pb-search")).to_be_hidden()
    expect(button).to_be_focused()


def test_marks_reach_across_scripts_and_on_the_same_page(page: Page, site: Site) -> None:
    open_box(page, site)
    page.keyboard.type("Карабаха")
    expect(page.get_by_role("option").first).to_contain_text("Nagorny Karabakh")
    page.locator(".pb-search-paragraph", has_text="1.7").click()
    expect(page.locator("mark.pb-found").first).to_have_text("Karabakh")
    expect(page.locator("dialog.pb-search")).to_be_hidden()


def test_the_box_shows_exactly_what_the_function_returns(page: Page, site: Site) -> None:
    open_box(page, site)
    wait_until(page, "window.policybrief.searchMore")
    for query in ("Aliev", "April 2016", "how many Azerbaijanis live in Russia", "Elchibey"):
        page.get_by_role("combobox", name="Search this brief").fill(query)
        hits = page.evaluate("(query) => window.policybrief.search(query)", query)
        shown = page.get_by_role("option").all_inner_texts()
        assert len(shown) == len(hits)
        assert all(hit["title"] in text and hit["why"] in text for hit, text in zip(hits, shown, strict=True))


def test_a_name_that_is_not_there_is_told_what_may_be_meant(page: Page, site: Site) -> None:
    open_box(page, site)
    page.keyboard.type("Lamrom")
    expect(page.get_by_text("No results in this brief.")).to_be_visible()
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Sergei Lavrov").click()
    expect(page.get_by_role("option").first).to_contain_text("Sergei Lavrov")


def test_an_empty_box_shows_what_can_be_asked_for(open_page: OpenPage, site: Site) -> None:
    page = open_page(viewport={"width": 390, "height": 800}).page
    open_box(page, site)
    box = page.get_by_role("combobox", name="Search this brief")
    examples = page.locator(".pb-search-empty button")
    names = examples.all_inner_texts()
    assert len(names) == len(set(names)) == 4
    assert any(re.search("[а-я]", name) for name in names)
    assert any(re.fullmatch("[A-Z]{3,}", name) for name in names)
    # Heard with the field, and reached from it by key.
    expect(box).to_have_accessible_description(f"For example: {' '.join(names)}")
    for name in names:
        box.fill("")
        expect(examples).to_have_text(names)
        page.keyboard.press("Tab")
        expect(page.get_by_role("button", name="Close")).to_be_focused()
        for _ in range(1 + names.index(name)):
            page.keyboard.press("Tab")
        expect(page.get_by_role("button", name=name, exact=True)).to_be_focused()
        page.keyboard.press("Enter")
        expect(box).to_have_value(name)
        expect(box).to_be_focused()
        expect(page.get_by_role("option").first).to_contain_text(name)
        expect(page.locator(".pb-search-empty")).to_be_hidden()


def test_the_button_stands_in_the_bar(page: Page, site: Site) -> None:
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(site.url + CHAPTER)
        button, bar = page.locator(".pb-search-button").bounding_box(), page.locator(".md-header__inner").bounding_box()
        assert button
        assert bar
        assert bar["y"] <= button["y"]
        assert button["y"] + button["height"] <= bar["y"] + bar["height"] <= 60


def test_a_search_is_shared_by_its_address(page: Page, site: Site) -> None:
    page.goto(f"{site.url}{CHAPTER}?q=Elchibey")
    expect(page.get_by_role("option").first).to_contain_text("Abulfaz Elchibey")
    assert page.locator(".pb-search-share").get_attribute("href") == f"{site.url}search/?q=Elchibey"
    page.keyboard.press("Escape")
    assert page.url == site.url + CHAPTER


def test_a_paragraph_is_cited_from_its_hit(page: Page, site: Site) -> None:
    open_box(page, site)
    page.keyboard.type("Lavrov plan")
    expect(page.get_by_role("option").first).to_be_visible()
    paragraph = page.locator(".pb-search-paragraph").first
    number = paragraph.locator(".pb-search-number").inner_text()
    for _ in range(1 + int(str(paragraph.get_attribute("data-hit")))):
        page.keyboard.press("ArrowDown")
    page.get_by_role("button", name=f"Cite {number}").click()
    expect(page.get_by_role("heading", name=f"Cite paragraph {number}")).to_be_visible()


def test_search_is_loaded_on_first_use_only(visit: Visit, site: Site) -> None:
    visit.page.goto(site.url + CHAPTER)
    visit.wait_until_quiet()
    assert not [url for url in visit.requests if "policybrief-search" in url]


def test_typing_while_it_loads_is_not_lost(page: Page, site: Site) -> None:
    page.goto(site.url + CHAPTER)
    page.keyboard.type("/Elchibey", delay=1)
    expect(page.get_by_role("combobox", name="Search this brief")).to_have_value("Elchibey")


def test_search_works_from_a_folder_without_network(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto((site.folder / CHAPTER / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("Əliyev gas")
    page.get_by_role("combobox", name="Search this brief").fill("Meiendorf")
    expect(page.get_by_role("option").first).to_contain_text("Meiendorf")
    page.locator(".pb-search-paragraph").first.click()
    page.wait_for_url("**/index.html#p-*")
    expect(page.locator("mark.pb-found").first).to_contain_text("Meiendorf")
    assert all(url.startswith(("file:", "data:")) for url in visit.requests), visit.requests


def test_any_hit_is_cited_with_the_pointer(page: Page, site: Site) -> None:
    open_box(page, site)
    page.keyboard.type("Karabakh")
    paragraph = page.locator(".pb-search-paragraph").nth(2)
    number = paragraph.locator(".pb-search-number").inner_text()
    paragraph.hover()
    paragraph.get_by_text("Cite", exact=True).click()
    expect(page.get_by_role("heading", name=f"Cite paragraph {number}")).to_be_visible()


def test_without_a_script_the_index_of_names_leads_on(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + CHAPTER)
    page.locator(".pb-search-button").click()
    page.get_by_role("article").get_by_role("link", name="index of names").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Names")


def test_nothing_of_the_theme_s_own_search_is_loaded_or_shipped(visit: Visit, site: Site) -> None:
    open_box(visit.page, site)
    wait_until(visit.page, "window.policybrief.searchMore")
    assert not [url for url in visit.requests if "worker" in url or "search_index" in url]
    assert not [
        *site.folder.rglob("*search_index*"),
        *site.folder.rglob("*worker*search*"),
        *site.folder.rglob("*search*worker*"),
    ]


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_box_has_no_fault_that_axe_finds(open_page: OpenPage, site: Site, scheme: str, width: int) -> None:
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 800}).page
    open_box(page, site)
    page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
    violations = "axe.run().then((run) => run.violations.map((one) => [one.id, one.nodes[0].html]))"
    expect(page.locator(".pb-search-empty button").first).to_be_visible()
    assert not page.evaluate(violations)
    page.keyboard.type("Aliev")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert not page.evaluate(violations)
