"""Pages in parts in a real browser: by keyboard, without scripts, and from addresses that were given before."""

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, Visit


@pytest.mark.parametrize("scripts", [True, False])
def test_the_next_part_is_reached_by_keyboard(open_page: OpenPage, site: Site, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts).page
    page.goto(site.url + "names/")
    following = page.get_by_role("navigation", name="Previous and next page of this list").get_by_role("link")
    expect(following).to_have_attribute("rel", "next")
    following.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.url + "names/page/2/")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(r"^Names, .+–.+$"))
    bar = page.get_by_role("navigation", name="Pages of this list")
    expect(bar.locator("[aria-current=page]")).to_have_count(1)
    bar.get_by_role("link").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(site.url + "names/")


def test_an_address_given_before_leads_to_the_part(page: Page, site: Site) -> None:
    for old, new in (("names/#letter-t", "names/page/2/#letter-t"), ("names/#letter-b", "names/#letter-b")):
        page.goto(site.url + old)
        expect(page).to_have_url(site.url + new)
        expect(page.locator(":target")).to_be_in_viewport()
    page.goto(site.url + "references/page/2/")
    last = page.locator("li[id^=ref-]").last.get_attribute("id")
    page.goto(f"{site.url}references/#{last}")
    expect(page).to_have_url(f"{site.url}references/page/2/#{last}")


def test_an_address_given_before_shows_the_link_to_the_part_without_scripts(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(site.url + "names/#letter-t")
    link = page.locator(":target ~ a")
    expect(link).to_be_in_viewport()
    assert link.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    link.click()
    expect(page).to_have_url(site.url + "names/page/2/")
    expect(page.locator("#letter-t")).to_be_attached()


def test_a_letter_leads_into_its_part(page: Page, site: Site) -> None:
    page.goto(site.url + "names/")
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="T", exact=True).click()
    expect(page).to_have_url(site.url + "names/page/2/#letter-t")


def test_the_other_parts_open_with_the_same_choice(page: Page, site: Site) -> None:
    page.goto(site.url + "references/")
    page.get_by_label("Language").select_option(
        label=page.get_by_label("Language").locator("option").nth(2).inner_text()
    )
    chosen = page.url.partition("?")[2]
    assert chosen.startswith("language=")
    page.get_by_role("navigation", name="Pages of this list").get_by_role("link").nth(1).click()
    expect(page).to_have_url(f"{site.url}references/page/2/?{chosen}")
    expect(page.locator("form output")).to_have_text(re.compile(r"^\d+ of \d+ shown$"))
    page.get_by_role("navigation", name="Previous and next page of this list").get_by_role("link").first.click()
    expect(page).to_have_url(f"{site.url}references/?{chosen}")


def test_search_leads_to_the_part_that_has_a_source(visit: Visit, site: Site) -> None:
    page = visit.page
    page.goto(site.url + "references/page/2/")
    last = page.locator("li[id^=ref-]").last
    own, words = last.get_attribute("id"), last.locator("p").first.inner_text()
    assert own is not None
    page.goto(site.url)
    hits = page.evaluate("query => window.policybrief.search(query)", " ".join(words.split()[:8]))
    found = [hit["url"] for hit in hits if hit["kind"] == "reference" and hit["id"] == own.removeprefix("ref-")]
    assert found == [f"{site.url}references/page/2/#{own}"]
    visit.assert_clean(site.url)


def test_a_query_is_cut_before_it_holds_the_page_up(page: Page, site: Site) -> None:
    words = "Baku " * 4000
    page.goto(site.url)
    long, short = page.evaluate(
        "words => Promise.all([words, words.slice(0, 200)].map((one) => window.policybrief.search(one)))", words
    )
    assert long == short
    assert page.evaluate("policybrief.searching.longestQuery") == 200
    page.keyboard.press("/")
    box = page.locator("#pb-search-input")
    expect(box).to_have_attribute("maxlength", "200")
    page.goto(f"{site.url}?q={'Baku%20' * 300}")
    expect(box).to_have_value(re.compile(r"^.{200}$"))
