"""What stands around a chapter: its title, reading time and summary, and whom and what it names."""

from dataclasses import replace

from policybrief.model.glossary import Kind
from policybrief.pages import chapter_frames
from test_figures import CHAPTERS, ENTRIES, parsed_html, site_of
from test_pages import ATTACK, chapter

FRAMES = chapter_frames(site_of(*ENTRIES))


def test_the_head_says_which_chapter_it_is_and_what_it_argues_in_brief() -> None:
    root = parsed_html(FRAMES["chapters/2-chapter.md"].head)
    assert root.one("p.pb-chapter-facts").text == "Chapter 2 1 minute to read"
    assert root.one("h1").text == "Title 2"
    abstract = root.one("section.pb-in-brief")
    assert abstract.text == "In brief Summary 2."
    assert abstract.attributes["role"] == "doc-abstract"


def test_a_chapter_that_has_no_number_and_no_summary_is_not_given_any() -> None:
    (first, *_) = CHAPTERS
    bare = replace(first, chapter=replace(first.chapter, number="annex", summary=""), paragraphs=(), mentions=())
    frame = chapter_frames(site_of(*ENTRIES, chapters=(bare,)))["chapters/1-chapter.md"]
    assert parsed_html(frame.head).text == "Title 1"
    assert frame.box == ""


def test_the_box_says_whom_what_and_which_years() -> None:
    root = parsed_html(FRAMES["chapters/2-chapter.md"].box)
    assert root.one("aside").attributes["aria-label"] == "In this chapter"
    assert root.one("summary").text == "In this chapter 1 person, 1 state, 1 event; 1994"
    said = [(div.one("dt").text, div.one("dd").text) for div in root.one("dl").all("div")]
    assert said == [("Person", "Leader 1"), ("State", "Russia 1"), ("Event", "War 1"), ("Years", "1994")]


def test_what_is_named_most_comes_first_and_leads_to_its_entry() -> None:
    root = parsed_html(FRAMES["chapters/1-chapter.md"].box)
    links = root.one("dl").all("a")
    assert [a.attributes["data-entry"] for a in links] == ["russia", "armenia"]
    assert links[0].attributes["href"] == "../../glossary/russia/"


def test_a_chapter_without_names_has_no_box() -> None:
    frames = chapter_frames(site_of(*ENTRIES, chapters=(chapter("4", "No names."),)))
    assert frames["chapters/4-chapter.md"].box == ""


def test_titles_are_text() -> None:
    made = chapter("1", "Armenia.", title=ATTACK, mentions="armenia=Armenia")
    entries = tuple(replace(one, name=ATTACK) if one.kind is Kind.STATE else one for one in ENTRIES)
    frame = chapter_frames(site_of(*entries, chapters=(made,)))["chapters/1-chapter.md"]
    assert parsed_html(frame.head).one("h1").text == ATTACK
    assert parsed_html(frame.box).one("dd").text == f"{ATTACK} 1"


def test_paper_is_told_what_acronyms_stand_for() -> None:
    text = "The Long Name of a Union (TLNU), Russia. TLNU again."
    named = chapter("1", text, mentions="union=The Long Name of a Union,union=TLNU,russia=Russia")
    frames = chapter_frames(site_of(*ENTRIES, chapters=(named,)))
    meanings = parsed_html(frames["chapters/1-chapter.md"].back).one("dl").all("div")
    assert [(div.one("dt").text, div.one("dd").text) for div in meanings] == [("TLNU", "The Long Name of a Union")]
    assert FRAMES["chapters/1-chapter.md"].back == ""
