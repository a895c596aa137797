"""Years from one to another, days of any year, abbreviations and spellings of other languages, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.conftest import Site
from browser.judging import plain
from browser.searching import Hit, Searched, load, open_search


@pytest.fixture(scope="module")
def searched(browser: Browser, site: Site) -> Iterator[Searched]:
    with open_search(browser, site) as opened:
        yield opened


def ids(hits: list[Hit], kind: str) -> list[str]:
    return [hit["id"] for hit in hits if hit["kind"] == kind]


@pytest.mark.parametrize(
    "query",
    ["2014-2016", "2014–16", "2014—2016", "2014/16", "between 2014 and 2016", "from 2014 to 2016", "2014 until 2016"],
)
def test_years_are_the_same_in_every_notation(searched: Searched, query: str) -> None:
    hits, expected = searched.hits([query, "events of 2014–2016"])
    assert ids(hits, "entry") == ids(expected, "entry") != []
    assert ids(hits, "paragraph") == ids(expected, "paragraph") != []


def test_the_events_of_some_years_are_listed_in_order_of_time(searched: Searched, site: Site) -> None:
    dates = {entry["id"]: str(entry["dates"]) for entry in load(site, "glossary")}
    (hits,) = searched.hits(["events of 2014–2016"])
    listed = [dates[id_] for id_ in ids(hits, "entry")]
    assert len(listed) == 8
    assert all(re.search("201[456]", date) for date in listed)
    shown = [re.findall(r"\d{4}(?:-\d\d)*", date)[0] for date in listed]
    assert shown == sorted(shown)


@pytest.mark.parametrize(
    ("query", "heading"), [("1991–93", "1991–93"), ("from 1993 to 2003", "1993–2003"), ("2013-15", "2013–15")]
)
def test_years_of_a_heading_lead_to_what_is_under_it(searched: Searched, query: str, heading: str) -> None:
    (hits,) = searched.hits([query])
    assert hits[0]["kind"] == "paragraph"
    assert heading in section_of(searched, hits[0])


def section_of(searched: Searched, hit: Hit) -> str:
    """Return the heading above a paragraph, as its page has it."""
    searched.page.goto(hit["url"])
    heading: str = searched.page.evaluate(
        "(id) => Array.from(document.querySelectorAll('.md-content h2'))"
        ".filter((one) => one.compareDocumentPosition(document.getElementById(id)) & 4).pop().innerText",
        hit["id"],
    )
    return heading


def test_after_a_hyphen_two_figures_are_a_month_where_the_brief_has_something_of_it(searched: Searched) -> None:
    month, august, years, to_2008 = searched.hits(["2008-08", "August 2008", "2003-08", "2003–2008"])
    assert set(ids(month, "entry")) == set(ids(august, "entry")) != set()
    assert ids(years, "entry") == ids(to_2008, "entry") != []


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("20 January", "black-january"),
        ("January 20", "black-january"),
        ("September 11", "september-11-attacks"),
        ("24 February", "invasion-of-ukraine"),
    ],
)
def test_a_day_without_a_year_leads_to_what_is_remembered_by_it(searched: Searched, query: str, entry: str) -> None:
    (hits,) = searched.hits([query])
    assert entry in ids(hits[:5], "entry")


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("US ambassador to Azerbaijan 2014", "morningstar-row"),
        ("Treaty of Moscow 1997 friendship", "friendship-treaty-1997"),
        ("Obama 1991", "barack-obama"),
    ],
)
def test_a_name_with_a_year_leads_to_what_happened_to_it_then_or_to_itself(
    searched: Searched, query: str, entry: str
) -> None:
    (hits,) = searched.hits([query])
    assert entry in ids(hits[:3], "entry")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SCO", "Shanghai Cooperation Organisation"),
        ("sco", "Shanghai Cooperation Organisation"),
        ("WTO", "World Trade Organization"),
        ("ECHR Lachin", "European Court of Human Rights"),
        ("ECtHR", "European Court of Human Rights"),
        ("EEAS", "External Action Service"),
    ],
)
def test_an_abbreviation_leads_to_what_the_text_has_in_full(searched: Searched, query: str, said: str) -> None:
    (hits,) = searched.hits([query])
    first = next(hit for hit in hits if hit["kind"] == "paragraph")
    assert said in plain(searched.texts[first["id"]])
    assert said in first["why"]


def test_an_abbreviation_leads_to_the_entries_whose_names_it_begins(searched: Searched) -> None:
    (hits,) = searched.hits(["MFA"])
    assert {hit["id"] for hit in hits[:2]} == {
        "ministry-of-foreign-affairs-of-azerbaijan",
        "ministry-of-foreign-affairs-of-russia",
    }


def test_an_abbreviation_leads_to_the_sources_of_a_publisher(searched: Searched) -> None:
    (hits,) = searched.hits(["IMF"])
    assert "imf2016article4" in ids(hits, "reference")


def test_what_an_abbreviation_stands_for_is_not_read_into_a_word_of_the_text(searched: Searched) -> None:
    hits, same = searched.hits(["war", "WAR"])
    assert ids(hits, "paragraph") == ids(same, "paragraph")


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("Alijew", "ilham-aliyev"),
        ("Selenskyj", "volodymyr-zelensky"),
        ("Jelzin", "boris-yeltsin"),
        ("Nasarbajew", "nursultan-nazarbayev"),
        ("Nachitschewan", "nakhchivan"),
        ("Gandscha", "ganja"),
        ("Aserbaidschan", "azerbaijan"),
        ("Poutine", "vladimir-putin"),
        ("Choucha", "shusha"),
        ("Azerbaïdjan", "azerbaijan"),
    ],
)
def test_german_and_french_spellings_lead_to_the_name(searched: Searched, query: str, entry: str) -> None:
    (hits,) = searched.hits([query])
    assert (hits[0]["kind"], hits[0]["id"]) == ("entry", entry)


def test_a_name_with_a_synonym_in_it_is_that_name(searched: Searched) -> None:
    (hits,) = searched.hits(["deal of the century"])
    assert hits[0]["id"] == "contract-of-the-century"
