"""An address that leads nowhere: what it may have meant, at any depth, and the plain list without a script."""

import json
import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage, Site, Visit, wait_until
from browser.test_page_rules import faults


def paragraphs(site: Site) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((site.folder / "data" / "paragraphs.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize(
    ("address", "title", "leads_to"),
    [
        (
            "chapters/2-balancing-russia/",
            "A stake for each: policy between two powers",
            "chapters/2-balancing-russia-and-the-west/",
        ),
        (
            "chapters/3-old-name.html",
            "Karabakh and the blocs that Azerbaijan did not join",
            "chapters/3-security-and-regional-",
        ),
        ("glossary/azerbajan/", "Azerbaijan", "glossary/azerbaijan/"),
        ("Карабах", "Nagorny Karabakh", "glossary/nagorny-karabakh/"),
        ("some/where/deep/heydar-aliev/index.html", "Heydar Aliyev", "glossary/heydar-aliyev/"),
        ("blog/april-2016-war.html", "April 2016 war", "glossary/four-day-war/"),
    ],
)
def test_words_in_an_address_find_what_they_meant(
    visit: Visit, site: Site, address: str, title: str, leads_to: str
) -> None:
    page = visit.page
    page.goto(site.url + address)
    first = page.locator(".pb-not-found li a").first
    expect(first).to_have_text(title)
    assert str(first.evaluate("(link) => link.href")).startswith(site.url + leads_to)
    visit.errors[:] = [error for error in visit.errors if "404" not in error]
    visit.assert_clean(site.url)


@pytest.mark.parametrize("address", ["p/2.24/", "p/2.24", "2.24", "chapters/2.24/"])
def test_the_number_of_a_paragraph_leads_on(page: Page, site: Site, address: str) -> None:
    url = next(paragraph["url"] for paragraph in paragraphs(site) if paragraph["number"] == "2.24")
    page.goto(site.url + address)
    page.wait_for_url(url)


@pytest.mark.parametrize("address", ["chapters/2/", "chapters/2", "chapter/2"])
def test_the_number_of_a_chapter_leads_on(page: Page, site: Site, address: str) -> None:
    page.goto(site.url + address)
    page.wait_for_url(f"{site.url}chapters/2-balancing-russia-and-the-west/")


def test_a_number_that_nothing_has_is_told(page: Page, site: Site) -> None:
    page.goto(site.url + "chapters/99/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")


def test_the_search_goes_on_in_the_box(page: Page, site: Site) -> None:
    page.goto(f"{site.url}glossary/azerbajan/")
    page.get_by_role("link", name="Search this brief for ‘azerbajan’").click()
    expect(page.get_by_role("combobox")).to_have_value("azerbajan")


def test_a_paragraph_is_found_from_a_chapter_that_is_no_more(page: Page, site: Site) -> None:
    paragraph = paragraphs(site)[20]
    page.goto(f"{site.url}chapters/a-chapter-of-old/#{paragraph['id']}")
    page.wait_for_url(paragraph["url"])


@pytest.mark.parametrize("form", ["p/{}.", "p/{}/)", "P-{}", "p/p-{}", "somewhere/p‑{}", "p/{}/index.html"])
def test_an_id_is_read_as_people_write_it(page: Page, site: Site, form: str) -> None:
    paragraph = paragraphs(site)[7]
    page.goto(site.url + form.format(paragraph["id"].removeprefix("p-").upper()))
    page.wait_for_url(paragraph["url"])


@pytest.mark.parametrize("slip", ["missing", "too many", "swapped"])
def test_near_ids_are_named_whatever_the_slip(page: Page, site: Site, slip: str) -> None:
    paragraph = next(p["id"] for p in paragraphs(site) if p["id"][-2] != p["id"][-1])
    typed = {
        "missing": paragraph[:-1],
        "too many": paragraph + "y",
        "swapped": paragraph[:-2] + paragraph[-1] + paragraph[-2],
    }[slip]
    page.goto(f"{site.url}p/{typed.removeprefix('p-')}/")
    notice = page.get_by_role("status")
    expect(notice).to_contain_text(f"There is no paragraph {typed}")
    notice.get_by_role("link", name=re.compile(paragraph)).click()
    page.wait_for_url(re.compile(f"/chapters/.*#{paragraph}$"))


@pytest.mark.parametrize("address", ["xqzptt", "a%zz", "%D0%", "1", "?x=y"])
def test_nonsense_leaves_the_plain_list(page: Page, site: Site, address: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site.url}nowhere-at-all-{address}")
    expect(page.get_by_role("main").get_by_role("link", name="list of paragraphs")).to_be_visible()
    wait_until(page, "window.policybrief.searching && window.policybrief.searching.answer")
    assert not errors


def test_without_a_script_the_plain_list_stands(open_page: OpenPage, site: Site) -> None:
    page = open_page(java_script_enabled=False).page
    page.goto(f"{site.url}glossary/azerbajan/")
    for name in ("the front page", "list of paragraphs", "the glossary", "index of names"):
        address = page.get_by_role("main").get_by_role("link", name=name).get_attribute("href")
        assert address
        assert page.request.get(site.url.rstrip("/") + address).ok
    expect(page.locator(".pb-not-found")).to_be_empty()


@pytest.mark.parametrize("palette", ["light", "dark"])
@pytest.mark.parametrize("address", ["glossary/azerbajan/", "p/2223/"])
def test_axe_finds_nothing_with_an_answer(
    open_page: OpenPage, site: Site, palette: Literal["light", "dark"], address: str
) -> None:
    page = open_page(color_scheme=palette, viewport={"width": 390, "height": 900}).page
    page.goto(site.url + address)
    expect(page.locator(".pb-not-found p").last).to_be_visible()
    assert faults(page) == []


def test_opened_from_a_disk_it_has_its_styles_and_its_links(page: Page, site: Site) -> None:
    page.goto((site.folder / "404.html").as_uri())
    assert faults(page) == []
    page.get_by_role("main").get_by_role("link", name="the glossary").click()
    page.wait_for_url((site.folder / "glossary" / "index.html").as_uri())
