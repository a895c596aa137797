"""The timeline: events in order, dates in words and for machines, filters, the drawing and its list."""

import re

import pytest

from glossaries import HERE, entry
from policybrief.assets.packing import source
from policybrief.drawing.lettering import text_width
from policybrief.model.brief import Brief
from policybrief.model.dates import parse_date, parse_span
from policybrief.model.glossary import Entry, Kind, Relation, RelationType
from policybrief.pages.events import moments
from policybrief.pages.periods import periods_of
from policybrief.pages.timeline import SLOTS
from policybrief.pages.timeline_lanes import WIDTH, drawing_of
from policybrief.reading.settings import read_settings
from policybrief.wording.words import ENGLISH
from test_pages import ATTACK, Node, chapter, pages_of, parsed, targets

PATH = "timeline/index.md"


def event(entry_id: str, dates: str, *relations: tuple[RelationType, str], kind: Kind = Kind.EVENT) -> Entry:
    held = tuple(Relation(type_, to, HERE) for type_, to in relations)
    return entry(entry_id, f"The {entry_id}", kind=kind, dates=parse_span(dates), relations=held)


RUSSIA = entry("russia", "Russia", kind=Kind.STATE, relations=(Relation(RelationType.PARTY_TO, "treaty", HERE),))
ARMENIA = entry("armenia", "Armenia", kind=Kind.STATE, relations=(Relation(RelationType.PARTY_TO, "war", HERE),))
SOMEBODY = entry("somebody", "Somebody", kind=Kind.PERSON)
WAR = event("war", "1992-02-25/1992-02-26", (RelationType.ABOUT, "russia"), (RelationType.ABOUT, "peace"))
TREATY = event("treaty", "1997", (RelationType.SIGNED, "armenia"), kind=Kind.TREATY)
VISIT = event("visit", "1988~", (RelationType.LED_BY, "somebody"))
LATER = event("later", "2020-09-27/..", (RelationType.ABOUT, "russia"))
PEACE = entry("peace", "peace")
UNDATED = entry("undated", "Undated event", kind=Kind.EVENT)
ENTRIES = (RUSSIA, ARMENIA, SOMEBODY, WAR, TREATY, VISIT, LATER, PEACE, UNDATED)
CHAPTERS = (
    chapter("1", "No word of it.", "The war came. The war went.", mentions="war=war"),
    chapter("2", "After the war came The treaty.", mentions="war=war,treaty=The treaty"),
)
BRIEF = Brief("The Brief", horizon=parse_date("2019-03"))


def timeline(*entries: Entry, brief: Brief = BRIEF) -> Node:
    return parsed(pages_of(*(entries or ENTRIES), chapters=CHAPTERS, brief=brief)[PATH])


def ids(root: Node) -> list[str]:
    return [row.attributes["id"].removeprefix("event-") for row in rows(root)]


def rows(root: Node) -> list[Node]:
    return [row for row in root.all("li") if row.attributes.get("id", "").startswith("event-")]


def row_of(root: Node, entry_id: str) -> Node:
    return next(row for row in rows(root) if row.attributes["id"] == f"event-{entry_id}")


class TestList:
    root = timeline()

    def test_dated_events_stand_in_the_order_of_time_and_undated_ones_do_not(self) -> None:
        assert ids(self.root) == ["visit", "war", "treaty", "later"]

    def test_dates_are_in_words_and_for_machines(self) -> None:
        when = row_of(self.root, "war").one("p.pb-when")
        assert when.text == "25 to 26 February 1992"
        assert [time.attributes["datetime"] for time in when.all("time")] == ["1992-02-25", "1992-02-26"]
        assert row_of(self.root, "visit").one("p.pb-when").text == "about 1988"
        assert row_of(self.root, "later").one("p.pb-when").text == "since 27 September 2020"

    def test_an_event_leads_to_its_entry_its_actors_and_each_paragraph_once(self) -> None:
        page = pages_of(*ENTRIES, chapters=CHAPTERS, brief=BRIEF)[PATH]
        found = targets(page, row_of(parsed(page), "war").all("a"))
        assert found == [
            *("glossary/war/", "glossary/armenia/", "glossary/russia/"),
            *("chapters/1-chapter/#p-12", "chapters/2-chapter/#p-21"),
        ]

    def test_what_begins_after_the_horizon_stands_apart(self) -> None:
        later = self.root.one("section.pb-later")
        assert ids(later) == ["later"]
        assert later.one("h2").text == "After March 2019"

    def test_without_a_horizon_nothing_stands_apart(self) -> None:
        root = timeline(brief=Brief("The Brief"))
        assert not root.all("section.pb-later")
        assert len(ids(root)) == 4

    def test_contents_name_every_heading(self) -> None:
        page = pages_of(*ENTRIES, chapters=CHAPTERS, brief=BRIEF)[PATH]
        anchors = [heading.attributes["id"] for heading in parsed(page).all("h2")]
        assert [line.anchor for line in page.contents] == anchors

    def test_a_brief_without_dated_events_has_no_timeline(self) -> None:
        assert PATH not in pages_of(RUSSIA, UNDATED)

    def test_text_is_escaped_and_none_is_lost(self) -> None:
        hostile = entry("x", ATTACK, kind=Kind.EVENT, dates=parse_span("1990"), definition=ATTACK)
        page = pages_of(hostile)[PATH]
        assert "<script" not in page.html
        assert parsed(page).one("h3").text == ATTACK
        assert ATTACK in parsed(page).one("ol").text


class TestFilters:
    root = timeline()

    def test_every_choice_has_a_label(self) -> None:
        labels = {label.attributes["for"]: label.text for label in self.root.all("label")}
        inputs = [node.attributes["id"] for node in self.root.all("input")]
        assert inputs == list(labels)
        assert labels["pb-actor-1"] == "Russia 3"
        assert labels["pb-actor-2"] == "Armenia 2"
        assert labels["pb-kind-treaty"] == "Treaty 1"
        assert all(fieldset.one("legend").text for fieldset in self.root.all("fieldset"))

    def test_who_has_to_do_with_one_event_only_is_no_choice(self) -> None:
        assert "Somebody" not in " ".join(label.text for label in self.root.all("label"))

    def test_rows_periods_and_dots_say_to_whom_they_belong(self) -> None:
        assert row_of(self.root, "war").attributes["data-actor"] == "1 2"
        period = next(s for s in self.root.all("section.pb-years") if "war" in ids(s))
        assert (period.attributes["data-actors"], period.attributes["data-kinds"]) == ("1 2", "event treaty")
        dot = next(a for a in self.root.one("svg").all("a") if a.attributes["href"] == "#event-treaty")
        assert (dot.attributes["data-actor"], dot.attributes["data-kind"]) == ("1 2", "treaty")

    def test_the_stylesheet_has_a_rule_for_each_slot_and_kind(self) -> None:
        css = source("styles/timeline.css")
        for slot in range(1, SLOTS + 1):
            assert f'#pb-actor-{slot}:checked) :is(.pb-events > li:not([data-actor~="{slot}"])' in css
        for kind in ("event", "treaty", "document"):
            assert f'.pb-timeline:has(#pb-kind-{kind}:checked) :is(.pb-events > li:not([data-kind="{kind}"])' in css

    def test_no_more_actors_are_offered_than_there_are_slots(self) -> None:
        states = [entry(f"s{n}", f"State {n}", kind=Kind.STATE) for n in range(20)]
        events = [event(f"e{n}", f"{1990 + n}", *((RelationType.ABOUT, state.id) for state in states)) for n in (1, 2)]
        chosen = [n for n in timeline(*states, *events).all("input") if "actor" in n.attributes["id"]]
        assert len(chosen) == SLOTS + 1


class TestDrawing:
    def test_every_event_has_one_mark_which_leads_to_its_row(self) -> None:
        root = timeline()
        marks = [a for a in root.one("svg").all("a") if a.all("circle") or a.all("rect")]
        assert sorted(a.attributes["href"] for a in marks) == sorted(f"#event-{id_}" for id_ in ids(root))
        assert all(a.one("title").text for a in marks)

    def test_it_is_no_stop_on_the_way_and_hidden_where_the_list_is_heard(self) -> None:
        drawing = timeline().one("svg")
        assert drawing.attributes["aria-hidden"] == "true"
        assert {a.attributes["tabindex"] for a in drawing.all("a")} == {"-1"}

    def test_marks_of_a_lane_do_not_cover_each_other(self) -> None:
        events = tuple(event(f"e{n}", f"2014-{n % 12 + 1:02}") for n in range(40))
        ordered = tuple(sorted(events, key=lambda e: e.dates.edtf if e.dates else ""))
        (lane,) = drawing_of(ordered, {}, None, ENGLISH).lanes
        dots = [(dot.x, dot.y) for dot in lane.dots]
        assert len(set(dots)) == 40
        near = [(a, b) for a in dots for b in dots if a < b and abs(a[0] - b[0]) < 8 and abs(a[1] - b[1]) < 8]
        assert not near
        assert all(lane.top < y < lane.floor for _, y in dots)

    def test_all_stays_inside(self) -> None:
        events = tuple(event(f"e{n}", f"{n}-01-01/{n}-12-31") for n in (1988, 1999, 2026))
        drawing = drawing_of(events, dict.fromkeys(("e1988", "e1999", "e2026"), 5), parse_date("2019"), ENGLISH)
        dots = [dot for lane in drawing.lanes for dot in lane.dots]
        assert all(dot.x >= 0 and dot.x + dot.width <= WIDTH for dot in dots)
        assert {flag.id for flag in drawing.flags} == {"e1988", "e1999", "e2026"}
        assert 0 < drawing.horizon < WIDTH

    def test_no_line_runs_through_the_name_of_another_event(self) -> None:
        events = tuple(event(f"event of the month {n}", f"{2010 + n // 12}-{n % 12 + 1:02}") for n in range(60))
        for seed in range(20):
            weights = {each.id: 2 + (each_at * (seed + 3)) % 17 for each_at, each in enumerate(events)}
            flags = drawing_of(events, weights, None, ENGLISH).flags
            assert len(flags) > 5
            for flag in flags:
                width = text_width(flag.text, 12)
                left = flag.x if flag.anchor == "start" else flag.x - width
                crossing = [other.id for other in flags if other.y < flag.y and left < other.x < left + width]
                beside = [other.id for other in flags if other.y == flag.y and flag.x < other.x < left + width]
                assert not crossing + beside

    @pytest.mark.parametrize("horizon", ["1995", "2010", "2015-03", "2029"])
    def test_no_name_lies_across_the_horizon_or_the_edge(self, horizon: str) -> None:
        events = tuple(event(f"event number {n}", f"{1990 + n}-05") for n in range(41))
        drawing = drawing_of(events, {each.id: 2 for each in events}, parse_date(horizon), ENGLISH)
        assert len(drawing.flags) > 5
        for flag in drawing.flags:
            width = text_width(flag.text, 12)
            left = flag.x if flag.anchor == "start" else flag.x - width
            assert left >= 0
            assert left + width <= WIDTH
            assert not left < drawing.horizon < left + width

    def test_a_mark_is_open_where_the_day_is_not_known(self) -> None:
        dates = {"day": "1994-05-12", "month": "1994-06", "year": "1995", "about": "1996-05-01~", "years": "1997/1998"}
        (lane,) = drawing_of(tuple(event(name, date) for name, date in dates.items()), {}, None, ENGLISH).lanes
        assert [dot.id for dot in lane.dots if dot.vague] == ["month", "year", "about"]
        assert "Hollow: exact date unknown" in timeline().one("figcaption").text
        assert "Hollow" not in timeline(event("day", "1994-05-12")).one("figcaption").text

    def test_one_event_is_drawn_too(self) -> None:
        assert drawing_of((event("e", "1994-05-12"),), {}, None, ENGLISH).lanes[0].dots


@pytest.mark.parametrize(
    ("edtf", "words", "machine"),
    [
        ("1994", "1994", ["1994"]),
        ("1994-05-12?", "12 May 1994 (uncertain)", ["1994-05-12"]),
        ("1988/1994-05-12", "1988 to 12 May 1994", ["1988", "1994-05-12"]),
        ("2018-04/2018-05", "April to May 2018", ["2018-04", "2018-05"]),
        ("2018-08-15/2018-10-24", "15 August to 24 October 2018", ["2018-08-15", "2018-10-24"]),
        ("1992-05/1992-05-15", "May to 15 May 1992", ["1992-05", "1992-05-15"]),
        ("1994~/1994-05", "about 1994 to May 1994", ["1994", "1994-05"]),
        ("../2020", "until 2020", ["2020"]),
    ],
)
def test_dates_in_words(edtf: str, words: str, machine: list[str]) -> None:
    pieces = moments(parse_span(edtf), ENGLISH)
    assert "".join(piece.text for piece in pieces).replace("\u00a0", " ") == words
    assert [piece.datetime for piece in pieces if piece.datetime] == machine


@pytest.mark.parametrize(
    ("years", "most", "headings"),
    [
        ([1988, 1994, 2003], 40, ["1980s", "1990s", "2000s"]),
        ([1990] * 3 + [1996] * 2, 4, ["1990–1994", "1995–1999"]),
        ([1990] * 3 + [1991] * 3 + [1996], 4, ["1990", "1991", "1995–1999"]),
        ([1990] * 9, 4, ["1990"]),
        ([], 4, []),
    ],
)
def test_periods_are_decades_parted_where_much_happens(years: list[int], most: int, headings: list[str]) -> None:
    assert [period.said(ENGLISH) for period in periods_of(years, most)] == headings


@pytest.mark.parametrize(("written", "expected"), [("2019-03", "March 2019"), ("spring", None)])
def test_the_horizon_is_a_date_in_the_record_of_the_brief(written: str, expected: str | None) -> None:
    text = f"plugins:\n  - policybrief:\n      brief:\n        title: T\n        horizon: {written}\n"
    settings, problems = read_settings(text, "mkdocs.yml")
    assert (settings.brief.horizon.words if settings.brief.horizon else None) == expected
    assert bool(problems) == (expected is None)
    if problems:
        assert re.match(r"mkdocs\.yml:5:18", str(problems[0].place))
