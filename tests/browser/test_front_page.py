"""The front page: the argument, the citation to copy, chapters of one line, and files that are all there."""

import re

from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site


def test_each_point_of_the_argument_leads_to_its_paragraph(page: Page, site: Site) -> None:
    page.goto(site.url)
    points = page.locator(".pb-argument li")
    summary = (site.folder / "chapters/0-summary/index.html").read_text(encoding="utf-8")
    assert points.count() == len(re.findall(r'class="pb-paragraph', summary))
    words = points.nth(1).inner_text().rsplit(" ", 1)[0]
    points.nth(1).get_by_role("link").click()
    expect(page.locator(".pb-paragraph:target")).to_contain_text(words)


def test_the_citation_is_copied_by_mouse_and_by_keyboard(open_page: OpenPage, site: Site) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"]).page
    page.goto(site.url)
    cited = page.locator(".pb-home-cite .pb-citation")
    words = cited.evaluate("one => one.firstChild.textContent")
    button = cited.get_by_role("button", name="Copy")
    for key in ("", "Enter"):
        page.evaluate("navigator.clipboard.writeText('')")
        if key:
            button.press(key)
        else:
            button.click()
        expect(cited.get_by_role("status")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(words)
        assert copied.endswith(f"{site.url}.")


def test_a_refused_clipboard_leaves_the_citation_selected(page: Page, site: Site) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.goto(site.url)
    cited = page.locator(".pb-home-cite .pb-citation")
    cited.get_by_role("button", name="Copy").click()
    expect(cited.get_by_role("status")).to_contain_text("Ctrl+C")
    selected = page.evaluate("window.getSelection().toString()").strip()
    assert selected.endswith(f"{site.url}.")
    assert "Copy" not in selected


def test_every_file_is_there_and_every_file_for_others_is_offered(page: Page, site: Site) -> None:
    page.goto(site.url)
    offered = page.eval_on_selector_all(".pb-home-downloads a[download]", "links => links.map(link => link.href)")
    for url in offered:
        assert page.request.get(url).ok, url
    ledger = site.folder / "data" / "anchors.lock"
    made = [*site.folder.glob("brief.*"), *site.folder.glob("data/*.*")]
    made += (file for file in site.folder.glob("cite/*.*") if file.suffix != ".html")
    assert {url.removeprefix(site.url) for url in offered} == {
        file.relative_to(site.folder).as_posix() for file in made if file != ledger
    }


def test_chapters_have_a_line_each_and_the_whole_is_a_click_away(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site.url)
    lines = page.locator(".pb-chapters > li > p:not(.pb-facts)")
    assert lines.count() == len(list((site.folder / "chapters").glob("*/index.html")))
    for text in lines.all_inner_texts():
        assert len(text) < 200
    page.get_by_role("link", name="Read or print on one page").click()
    expect(page).to_have_url(f"{site.url}all/")


def test_reading_can_go_on_where_it_stopped(page: Page, site: Site) -> None:
    page.goto(site.url)
    doors = page.locator(".pb-buttons a").count()
    page.goto(site.url + "chapters/2-balancing-russia-and-the-west/")
    page.goto(site.url)
    expect(page.locator(".pb-buttons a")).to_have_count(doors)
    page.goto(site.url + "chapters/2-balancing-russia-and-the-west/")
    page.locator(".pb-paragraph", has_text="2.14").first.evaluate("(one) => one.scrollIntoView()")
    page.goto(site.url)
    page.locator(".pb-buttons").get_by_role("link", name="Continue at 2.14").click()
    expect(page.locator(".pb-paragraph:target .pb-number")).to_have_text("2.14")
