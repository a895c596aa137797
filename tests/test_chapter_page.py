"""What stands around a chapter: its title, reading time and summary, and whom and what it names."""

from dataclasses import replace

from policybrief.model.glossary import Kind
from policybrief.pages.chapter_page import chapter_back, chapter_box, chapter_head
from policybrief.wording.words import ENGLISH
from test_figures import CHAPTERS, ENTRIES, parsed_html, site_of
from test_pages import ATTACK, chapter

SITE = site_of(*ENTRIES)
FIRST, SECOND, *_ = SITE.knowledge.chapters


def test_the_head_says_which_chapter_it_is_and_what_it_argues_in_brief() -> None:
    root = parsed_html(chapter_head(SECOND, ENGLISH))
    assert root.one("p.pb-chapter-facts").text == "Chapter 2 1 minute to read"
    assert root.one("h1").text == "Title 2"
    abstract = root.one("section.pb-in-brief")
    assert abstract.text == "In brief Summary 2."
    assert abstract.attributes["role"] == "doc-abstract"


def test_a_chapter_that_has_no_number_and_no_summary_is_not_given_any() -> None:
    (first, *_) = CHAPTERS
    bare = replace(first, chapter=replace(first.chapter, number="annex", summary=""), paragraphs=(), mentions=())
    assert parsed_html(chapter_head(bare, ENGLISH)).text == "Title 1"
    assert chapter_box(bare, site_of(*ENTRIES, chapters=(bare,))) == ""


def test_the_box_says_whom_what_and_which_years() -> None:
    root = parsed_html(chapter_box(SECOND, SITE))
    assert root.one("aside").attributes["aria-label"] == "In this chapter"
    assert root.one("summary").text == "In this chapter 1 person, 1 state, 1 event; 1994"
    said = [(div.one("dt").text, div.one("dd").text) for div in root.one("dl").all("div")]
    assert said == [("People", "Leader 1"), ("States", "Russia 1"), ("Events", "War 1"), ("Years", "1994")]


def test_what_is_named_most_comes_first_and_leads_to_its_entry() -> None:
    root = parsed_html(chapter_box(FIRST, SITE))
    links = root.one("dl").all("a")
    assert [a.attributes["data-entry"] for a in links] == ["russia", "armenia"]
    assert links[0].attributes["href"] == "../../glossary/russia/"


def test_a_chapter_without_names_has_no_box() -> None:
    silent = chapter("4", "No names.")
    assert chapter_box(silent, site_of(*ENTRIES, chapters=(silent,))) == ""


def test_titles_are_text() -> None:
    made = chapter("1", "Armenia.", title=ATTACK, mentions="armenia=Armenia")
    entries = tuple(replace(one, name=ATTACK) if one.kind is Kind.STATE else one for one in ENTRIES)
    assert parsed_html(chapter_head(made, ENGLISH)).one("h1").text == ATTACK
    assert parsed_html(chapter_box(made, site_of(*entries, chapters=(made,)))).one("dd").text == f"{ATTACK} 1"


def test_paper_is_told_what_acronyms_stand_for() -> None:
    text = "The Long Name of a Union (TLNU), Russia. TLNU again."
    named = chapter("1", text, mentions="union=The Long Name of a Union,union=TLNU,russia=Russia")
    meanings = parsed_html(chapter_back(named, site_of(*ENTRIES, chapters=(named,)))).one("dl").all("div")
    assert [(div.one("dt").text, div.one("dd").text) for div in meanings] == [("TLNU", "The Long Name of a Union")]
    assert chapter_back(FIRST, SITE) == ""
