"""The line of years in a chapter: its events, where they stand, and the paragraphs that name them."""

from dataclasses import replace

from glossaries import entry
from policybrief.model.dates import parse_span
from policybrief.model.glossary import Kind
from policybrief.model.knowledge import AnnotatedChapter
from policybrief.pages.reading_strip import reading_strip
from test_figures import parsed_html, site_of
from test_pages import Node, chapter

EVENTS = tuple(
    entry(name, f"the {name}", kind=Kind.EVENT, dates=parse_span(dates))
    for name, dates in (("war", "1988/1994"), ("visit", "1991-07-01"), ("treaty", "1997"), ("summit", "2000-01-01"))
)
NO_DATE = entry("peace", "the peace", kind=Kind.EVENT)
CHAPTER = chapter(
    "1",
    "Before the war came the visit.",
    "Nothing.",
    "After the war the treaty and the peace.",
    mentions="war=the war,visit=the visit,treaty=the treaty,peace=the peace",
)


def strip_in(annotated: AnnotatedChapter) -> Node | None:
    html = reading_strip(annotated, site_of(*EVENTS, NO_DATE, chapters=(annotated,)))
    return parsed_html(html) if html else None


def marks(strip: Node) -> dict[str, list[str]]:
    links = [node for node in strip.all("a") if "data-in" in node.attributes]
    return {link.text: link.attributes["data-in"].split() for link in links}


def test_each_event_knows_the_paragraphs_that_name_it() -> None:
    strip = strip_in(CHAPTER)
    assert strip
    assert marks(strip) == {
        "1988–1994 The war": ["p-11", "p-13"],
        "1991 The visit": ["p-11"],
        "1997 The treaty": ["p-13"],
    }
    assert [rect.attributes["data-in"] for rect in strip.all("rect")] == ["p-11 p-13", "p-11", "p-13"]


def test_marks_stand_on_the_line_in_the_order_of_time() -> None:
    strip = strip_in(CHAPTER)
    assert strip
    left = [float(rect.attributes["x"].removesuffix("%")) for rect in strip.all("rect")]
    ends = [x + float(r.attributes["width"].removesuffix("%")) for x, r in zip(left, strip.all("rect"), strict=True)]
    assert left == sorted(left)
    assert 0 <= left[0] <= max(ends) <= 100
    assert [text.text for text in strip.all("text")] == ["1988", "1990", "1992", "1994", "1996"]


def test_it_is_hidden_until_a_script_shows_it_and_no_stop_for_the_keyboard() -> None:
    strip = strip_in(CHAPTER)
    assert strip
    (box,) = strip.all("div.pb-now")
    assert "hidden" in box.attributes
    assert box.attributes["aria-hidden"] == "true"
    assert {link.attributes["tabindex"] for link in strip.all("a")} == {"-1"}
    assert strip.all("a")[0].attributes["href"].endswith("timeline/#event-war")


def test_what_only_notes_name_is_not_in_view() -> None:
    *text, last = CHAPTER.paragraphs
    strip = strip_in(replace(CHAPTER, paragraphs=(*text, replace(last, note=True))))
    assert strip is None


def test_few_events_are_no_course_of_time() -> None:
    assert strip_in(chapter("1", "the war and the visit", mentions="war=the war,visit=the visit")) is None
