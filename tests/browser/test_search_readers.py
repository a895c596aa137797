"""What readers ask, in a real browser: addresses of the site, questions, dates, numbers, names as they are spelt."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.conftest import Site
from browser.judging import plain, unanswered
from browser.searching import Searched, open_search


@pytest.fixture(scope="module")
def searched(browser: Browser, site: Site) -> Iterator[Searched]:
    with open_search(browser, site) as opened:
        yield opened


@pytest.mark.parametrize(
    ("name", "rows", "most"),
    [
        ("readers.yml", 118, 2), ("visitors.yml", 60, 3), ("callers.yml", 50, 1), ("strangers.yml", 60, 1),
        ("guests.yml", 40, 1), ("newcomers.yml", 40, 2), ("latecomers.yml", 45, 1), ("passers.yml", 44, 1),
        ("inquirers.yml", 50, 3),
    ],
)  # fmt: skip
def test_the_questions_of_readers_are_answered_on_the_first_screen(
    searched: Searched, site: Site, name: str, rows: int, most: int
) -> None:
    wrong = unanswered(searched, site, name, rows)
    assert len(wrong) <= most, wrong


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("2.24", "chapters/2-balancing-russia-and-the-west/#p-"),
        ("¶ 2.24", "chapters/2-balancing-russia-and-the-west/#p-"),
        ("paragraph 2.24", "chapters/2-balancing-russia-and-the-west/#p-"),
        ("Table 2.28", "chapters/2-balancing-russia-and-the-west/#p-"),
        ("S.4", "chapters/0-summary/#p-"),
        ("7.17", "chapters/7-since-publication/#p-"),
        ("p-hn75", "chapters/0-summary/#p-hn75"),
        ("recommendation 4", "chapters/8-what-to-do-now/#p-2dkg"),
        ("section 4 of chapter 5", "chapters/5-russian-soft-power/#p-ec4f"),
        ("note 12", "chapters/1-introduction/#n-1-12"),
        ("note 12 in chapter 2", "chapters/2-balancing-russia-and-the-west/#n-2-12"),
        ("chapter 3", "chapters/3-security-and-regional-integration/"),
        ("timeline", "timeline/"),
        ("who's who", "glossary/"),
        ("author", ""),
        ("licence", ""),
        ("bibliography", "references/"),
        ("download", "#downloads"),
        ("changes in this edition", "about/changes/"),
    ],
)
def test_an_address_of_the_site_is_first(searched: Searched, site: Site, query: str, url: str) -> None:
    (hits,) = searched.hits([query])
    assert hits[0]["url"].startswith(site.url + url)
    if "." in query:
        assert hits[0]["number"] == query.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize(("iso", "written"), [("2016-04-02", "2 April 2016"), ("2018-09", "September 2018")])
def test_a_date_is_the_same_in_either_notation(searched: Searched, iso: str, written: str) -> None:
    answers = searched.hits([iso, written])
    entries = [[hit["id"] for hit in hits if hit["kind"] == "entry"] for hits in answers]
    paragraphs = [[hit["id"] for hit in hits if hit["kind"] == "paragraph"] for hits in answers]
    assert set(entries[0]) == set(entries[1]) != set()
    assert set(paragraphs[0]) == set(paragraphs[1]) != set()


@pytest.mark.parametrize(
    ("query", "entry", "fact"),
    [
        ("is Armenia in the EAEU", "armenia", "Member of Eurasian Economic Union (since 2015)."),
        ("when did Russian peacekeepers leave Karabakh?", "peacekeepers-withdrawal", "12 June 2024."),
        ("who leads Rossotrudnichestvo", "yevgeny-primakov", "Leads Rossotrudnichestvo (since 25 June 2020)."),
        ("who signed the trilateral statement", "trilateral-statement-2020", "Nikol Pashinyan (2020)"),
        ("Ilham Aliyev", "ilham-aliyev", "Leads Azerbaijan (since 2003)."),
    ],
)
def test_a_question_leads_to_an_entry_with_the_fact(searched: Searched, query: str, entry: str, fact: str) -> None:
    (hits,) = searched.hits([query])
    assert hits[0]["kind"] == "entry"
    assert fact in {hit["id"]: hit["text"] for hit in hits if hit["kind"] == "entry"}[entry]


@pytest.mark.parametrize(
    ("query", "read"),
    [
        ("Friedensabkommen Armenien", "peace agreement Armenia"),
        ("Qarabağ müharibəsi nə vaxt başladı", "when Karabakh war begin"),
        ("санкции против Лукойла", "sanctions against Лукойла"),
        ("retrait des casques bleus", "withdrawal the peacekeepers"),
        ("Türkiye Ermenistan sınırı", "Turkey Armenia border"),
    ],
)
def test_a_query_in_another_language_says_how_it_was_read(searched: Searched, query: str, read: str) -> None:
    (hits,) = searched.hits([query])
    assert hits[0]["why"].startswith(f"read as {read}")


@pytest.mark.parametrize(
    "query", ["difference between presence and substitution", "Merkel Vertrag", "parlament of penguins"]
)
def test_what_is_english_or_of_no_language_is_not_read_as_another(searched: Searched, query: str) -> None:
    (hits,) = searched.hits([query])
    assert not [hit for hit in hits if hit["why"].startswith("read as")]


@pytest.mark.parametrize("query", ["51 per cent", "51%", "51 percent"])
def test_a_number_with_what_it_counts_is_a_phrase(searched: Searched, query: str) -> None:
    (hits,) = searched.hits([query])
    texts = [plain(searched.texts[hit["id"]]) for hit in hits if hit["kind"] == "paragraph"]
    assert texts
    assert all("51 per cent" in text for text in texts)


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("Eurasion Ecomonic Union", "eurasian-economic-union"),
        ("Organizaton for Securty and Coperation in Europe", "osce"),
        ("Gharabagh", "nagorny-karabakh"),
        ("Heydər", "heydar-aliyev"),
        ("Əliyev", "ilham-aliyev"),
        ("Qarabag", "nagorny-karabakh"),
        ("Pashinian", "nikol-pashinyan"),
        ("Böll", "heinrich-boell-foundation"),
        ("Naxçıvandakı", "nakhchivan"),
    ],
)
def test_a_bare_name_gives_its_entry_first(searched: Searched, query: str, entry: str) -> None:
    (hits,) = searched.hits([query])
    assert (hits[0]["kind"], hits[0]["id"]) == ("entry", entry)


def test_a_name_in_a_language_that_its_entry_lacks_is_offered_by_likeness(searched: Searched) -> None:
    hint = searched.page.evaluate("() => window.policybrief.searching.answer('Ադրբեջան').hint")
    assert hint == ["Azerbaijan"]


def test_the_word_note_is_not_the_word_not(searched: Searched) -> None:
    (hits,) = searched.hits(["diplomatic note"])
    texts = [searched.texts[hit["id"]].lower() for hit in hits if hit["kind"] == "paragraph"]
    assert texts
    assert not [text for text in texts if "diploma" not in text and "note" not in text]


def test_what_is_cut_is_counted(searched: Searched) -> None:
    total = searched.page.evaluate("() => window.policybrief.searching.answer('Russia').totals.paragraph")
    assert total >= len(searched.mentioned["russia"]) > 8
