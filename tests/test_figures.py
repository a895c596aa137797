"""Figures: relation fans, strips of mentions, the table of members; each with its words."""

from itertools import pairwise

import pytest

from glossaries import HERE, alias, entry, glossary
from policybrief.drawing.lettering import lines_of, text_width
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Brief, Project
from policybrief.model.dates import parse_span
from policybrief.model.glossary import Entry, Kind, Relation, RelationType
from policybrief.model.knowledge import AnnotatedChapter, Knowledge
from policybrief.pages import SiteView, site_view
from policybrief.pages.figures import key_figure
from policybrief.pages.relation_fan import WIDTH, fan_of
from policybrief.pages.relations import RelationGroup, relations_of
from test_pages import ATTACK, Node, TreeBuilder, chapter, pages_of, parsed, targets


def to(type_: RelationType, *others: str, since: str = "", until: str = "") -> tuple[Relation, ...]:
    begin, end = (parse_span(text) if text else None for text in (since, until))
    return tuple(Relation(type_, other, HERE, begin, end) for other in others)


def state(entry_id: str, *relations: Relation) -> Entry:
    return entry(entry_id, entry_id.capitalize(), kind=Kind.STATE, relations=relations)


UNION = entry("union", "The Long Name of a Union", "TLNU", kind=Kind.ORGANISATION)
PACT = entry("pact", "Pact", kind=Kind.TREATY, dates=parse_span("1992"))
LONELY = entry("lonely", "Lonely Club", kind=Kind.ORGANISATION)
WAR = entry("war", "war", kind=Kind.EVENT, dates=parse_span("1994"), relations=to(RelationType.ABOUT, "armenia"))
ARMENIA = state(
    "armenia",
    *to(RelationType.MEMBER_OF, "union", since="2015", until="2020"),
    *to(RelationType.PARTY_TO, "pact", since="1992"),
    *to(RelationType.MEMBER_OF, "lonely"),
)
RUSSIA = state("russia", *to(RelationType.MEMBER_OF, "union"), *to(RelationType.PARTY_TO, "pact", since="1992"))
LEADER = entry("leader", "Leader", kind=Kind.PERSON, relations=to(RelationType.LEADS, "russia"))
ENTRIES = (UNION, PACT, LONELY, WAR, ARMENIA, RUSSIA, LEADER)
CHAPTERS = (
    chapter("1", "Armenia left. Russia stayed.", "Russia.", mentions="armenia=Armenia,russia=Russia"),
    chapter("2", "Russia and its Leader.", "Nobody.", "The war.", mentions="russia=Russia,leader=Leader,war=war"),
)


def site_of(*entries: Entry, chapters: tuple[AnnotatedChapter, ...] = CHAPTERS) -> SiteView:
    project = Project(Brief("The Brief"), glossary(*entries), tuple(a.chapter for a in chapters), (), ())
    return site_view(project, Knowledge(chapters, {item.id: () for item in entries}, {}, ()), Addresses())


def parsed_html(html: str) -> Node:
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    assert builder.open == [builder.root]
    return builder.root


def related_to(entry_: Entry, site: SiteView) -> tuple[RelationGroup, ...]:
    return relations_of(entry_, site, f"glossary/{entry_.id}.md").others


FRIENDS = [entry(f"friend-{n}", f"Friend {n}", relations=to(RelationType.OPPOSES, "russia")) for n in range(6)]


class TestFan:
    page = pages_of(*ENTRIES, *FRIENDS, chapters=CHAPTERS)["glossary/russia.md"]
    root = parsed(page)

    def test_every_neighbour_is_a_link_and_has_a_line(self) -> None:
        fan = self.root.one("svg.pb-fan")
        links = fan.all("a")
        found = dict(zip((a.text for a in links), targets(self.page, links), strict=True))
        assert found == {
            "The Long Name of a Union": "glossary/union/",
            "Pact": "glossary/pact/",
            "Leader": "glossary/leader/",
            **{f"Friend {n}": f"glossary/friend-{n}/" for n in range(6)},
        }
        assert len(fan.all("path")) == 9
        assert fan.attributes["aria-label"] == "Relations of Russia"

    def test_the_list_with_dates_and_notes_stands_above(self) -> None:
        listed = self.root.one("dl.pb-relations")
        assert [dt.text for dt in listed.all("dt")] == ["Member of", "Party to", "Led by", "Opposed by"]
        assert "since 1992" in listed.text

    def test_the_sort_of_a_line_is_said_by_its_heading_too(self) -> None:
        headings = [text.text for text in self.root.all("text.pb-fan-heading")]
        assert sorted(headings) == ["Led by", "Member of", "Opposed by", "Party to"]
        sorts = {g.attributes["data-relation"] for g in self.root.one("svg.pb-fan").all("g")}
        assert sorts == {"belongs", "agrees", "leads", "opposes"}

    def test_eight_neighbours_are_no_picture(self) -> None:
        root = parsed(pages_of(*ENTRIES, *FRIENDS[1:], chapters=CHAPTERS)["glossary/russia.md"])
        assert not root.all("svg.pb-fan")

    def test_few_neighbours_are_only_a_list(self) -> None:
        root = parsed(pages_of(*ENTRIES)["glossary/union.md"])
        assert not root.all("svg.pb-fan")
        assert not root.all("details")
        assert root.all("dl.pb-relations")

    def test_many_neighbours_are_counted(self) -> None:
        members = [state(f"state-{n}", *to(RelationType.MEMBER_OF, "union")) for n in range(20)]
        site = site_of(UNION, *members)
        fan = fan_of(UNION.name, related_to(UNION, site), site)
        assert fan
        (group,) = fan.groups
        assert len(group.branches) == 6
        assert group.more
        assert group.more.text == "and 14 more"
        assert len(parsed(pages_of(UNION, *members)["glossary/union.md"]).one("dl.pb-relations").all("dd")) == 20

    def test_nothing_is_drawn_outside_or_over_another_name(self) -> None:
        kinds = list(RelationType)
        others = [entry(f"e{n}", f"Quite a long name of the entry with the number {n}") for n in range(40)]
        centre = entry("c", "C", relations=tuple(Relation(kinds[n % len(kinds)], f"e{n}", HERE) for n in range(40)))
        site = site_of(centre, *others)
        fan = fan_of("An entry whose own name is long as well", related_to(centre, site), site)
        assert fan
        for anchor in ("start", "end"):
            side = [group for group in fan.groups if group.anchor == anchor]
            lines = [line for group in side for branch in group.branches for line in branch.lines]
            heights = sorted([line.y for line in lines] + [group.heading.y for group in side])
            assert 0 < heights[0] <= heights[-1] < fan.height
            assert all(after - before >= 14 for before, after in pairwise(heights))
            room = WIDTH - side[0].x if anchor == "start" else side[0].x
            assert all(text_width(line.text, 14) <= room for line in lines)
        assert all(text_width(line.text, 16) <= fan.centre_width for line in fan.centre)

    def test_names_are_escaped(self) -> None:
        hostile = [entry(f"x{n}", ATTACK, relations=to(RelationType.ABOUT, "pact")) for n in range(9)]
        page = pages_of(PACT, *hostile)["glossary/pact.md"]
        assert "<script" not in page.html
        assert parsed(page).one("svg.pb-fan").all("a")[0].text == ATTACK


def test_two_that_oppose_each_other_are_named_once() -> None:
    one, other = state("one", *to(RelationType.OPPOSES, "other")), state("other", *to(RelationType.OPPOSES, "one"))
    site = site_of(one, other, state("third", *to(RelationType.OPPOSES, "one")))
    said = {group.wording: [related.link.id for related in group.related] for group in related_to(one, site)}
    assert said == {"opposes": ["other"], "opposed by": ["third"]}


def test_events_of_an_actor_stand_in_order_with_its_part_in_them_and_not_twice() -> None:
    root = parsed(pages_of(*ENTRIES, chapters=CHAPTERS)["glossary/armenia.md"])
    rows = [row.text for row in root.one("ol.pb-own-events").all("li")]
    assert rows == ["1992 Pact party to", "1994 War"]
    others = [dd.text for dd in root.all("dd")]
    assert "Pact since 1992" not in others
    assert "The Long Name of a Union 2015 to 2020" in others


class TestStrips:
    page = pages_of(*ENTRIES, chapters=CHAPTERS)["figures/index.md"]
    root = parsed(page)

    def test_the_main_actors_come_first_each_with_its_total(self) -> None:
        rows = [row for row in self.root.one("ul.pb-strips").all("li") if row.all("a")]
        assert [row.all("a")[0].text for row in rows] == ["Russia", "Armenia", "Leader"]
        assert [row.one("span.pb-count").text for row in rows] == ["3 mentions", "1 mentions", "1 mentions"]

    def test_a_line_for_each_paragraph_and_a_link_for_each_chapter(self) -> None:
        russia = self.root.all("svg.pb-strip")[0]
        chapters, paragraphs = russia.all("path")
        assert chapters.attributes["d"].count("M") == 2
        assert paragraphs.attributes["d"].count("M") == 3
        assert targets(self.page, russia.all("a")) == ["chapters/1-chapter/#p-11", "chapters/2-chapter/#p-21"]
        assert [title.text for title in russia.all("title")] == ["Chapter 1: 2 mentions", "Chapter 2: 1 mention"]
        assert all(a.attributes["tabindex"] == "-1" for a in russia.all("a"))
        assert russia.attributes["aria-hidden"] == "true"

    def test_the_table_says_the_same(self) -> None:
        table = self.root.one("table.pb-counts")
        cells = [[cell.text for cell in row.walk() if cell.tag in ("th", "td")] for row in table.all("tr")]
        assert cells == [
            ["", "1", "2", "All"],
            ["Russia", "2", "1", "3"],
            ["Armenia", "1", "0", "1"],
            ["Leader", "0", "1", "1"],
        ]

    def test_strips_stay_inside_and_chapters_apart(self) -> None:
        rects = self.root.all("svg.pb-strip")[0].all("rect")
        ends = [int(r.attributes["x"]) + int(r.attributes["width"]) for r in rects]
        assert ends[0] < int(rects[1].attributes["x"])
        assert ends[-1] <= 1000

    def test_an_entry_with_few_mentions_or_a_brief_of_many_chapters_has_none(self) -> None:
        pages = pages_of(*ENTRIES, chapters=CHAPTERS)
        assert parsed(pages["glossary/russia.md"]).all("svg.pb-strip")
        assert not parsed(pages["glossary/armenia.md"]).all("svg.pb-strip")
        many = tuple(chapter(str(n), "Russia. Russia. Russia.", mentions="russia=Russia") for n in range(1, 30))
        assert not parsed(pages_of(RUSSIA, chapters=many)["glossary/russia.md"]).all("svg.pb-strip")

    def test_the_front_page_shows_the_first_of_them(self) -> None:
        html = pages_of(*ENTRIES, chapters=CHAPTERS)["index.md"].html
        assert key_figure(site_of(*ENTRIES)) in html
        assert parsed_html(html).one("section.pb-key-figure").all("svg.pb-strip")

    def test_a_brief_without_mentions_has_no_key_figure(self) -> None:
        assert key_figure(site_of(*ENTRIES, chapters=())) == ""
        assert "too short" in pages_of(LEADER)["figures/index.md"].html


class TestMembership:
    third = state("georgia", *to(RelationType.PARTY_TO, "pact"))
    root = parsed(pages_of(*ENTRIES, third, chapters=CHAPTERS)["figures/index.md"])

    def test_only_what_two_or_more_share_is_compared(self) -> None:
        table = self.root.one("table.pb-membership")
        heads = [th.text for th in table.all("th")]
        assert heads == ["Armenia", "Russia", "The Long Name of a Union", "Pact"]

    def test_a_mark_is_also_said_in_words(self) -> None:
        cells = [td for td in self.root.one("table.pb-membership").all("td") if td.text]
        assert [cell.one(".pb-hidden").text for cell in cells] == [
            *("member, 2015 to 2020", "member"),
            *("party, since 1992", "party, since 1992"),
        ]
        assert [cell.one(".pb-mark").text for cell in cells] == ["● 2015–2020", "●", "◆ 1992", "◆ 1992"]

    def test_it_scrolls_in_a_region_with_a_name(self) -> None:
        regions = [div for div in self.root.all("div.pb-wide") if div.all("table.pb-membership")]
        (region,) = regions
        assert region.attributes["tabindex"] == "0"
        assert region.attributes["role"] == "region"
        assert region.attributes["aria-label"]

    def test_what_loses_its_second_mark_with_another_goes_too(self) -> None:
        names = ("alpha", "beta", "gamma", "delta")
        bodies = [entry(name, name.capitalize(), kind=Kind.ORGANISATION) for name in names]
        member = RelationType.MEMBER_OF
        states = (
            state("armenia", *to(member, "alpha"), *to(member, "beta"), *to(member, "gamma")),
            state("belarus", *to(member, "alpha"), *to(member, "beta")),
            state("cyprus", *to(member, "gamma"), *to(member, "delta")),
            state("dagestan", *to(member, "delta")),
        )
        table = parsed(pages_of(*bodies, *states)["figures/index.md"]).one("table.pb-membership")
        assert [th.text for th in table.all("th")] == ["Armenia", "Belarus", "Alpha", "Beta"]

    def test_too_little_to_compare_is_no_table(self) -> None:
        assert not parsed(pages_of(RUSSIA, UNION)["figures/index.md"]).all("table.pb-membership")


def test_a_long_name_is_short_where_there_is_little_room() -> None:
    text = "The Long Name of a Union (TLNU), the union. TLNU."
    named = chapter("1", text, mentions="union=The Long Name of a Union,union=TLNU,union=union")
    root = parsed(pages_of(UNION, RUSSIA, chapters=(named, chapter("2", "x")))["figures/index.md"])
    assert root.one("ul.pb-strips").all("a")[0].text == "TLNU"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Russia", ("Russia",)),
        ("Collective Security Treaty", ("Collective", "Security Treaty")),
        ("Baku–Tbilisi–Ceyhan", ("Baku–Tbilisi–", "Ceyhan")),
        ("Nationalitätenangelegenheiten", ("Nationalitätenangelegenheiten",)),
        ("", ("",)),
    ],
)
def test_a_name_is_broken_between_words_and_behind_dashes(text: str, lines: tuple[str, ...]) -> None:
    assert lines_of(text, 110, 14) == lines


def test_a_foreign_name_says_its_language() -> None:
    foreign = entry("milli", alias("Milli Məclis", "az"), kind=Kind.ORGANISATION, relations=to(RelationType.ABOUT, "a"))
    kinds = (RelationType.ABOUT, RelationType.OPPOSES)
    others = tuple(state(f"b-{n}", *to(kinds[n % 2], "a")) for n in range(8))
    root = parsed(pages_of(entry("a", "A"), foreign, *others)["glossary/a.md"])
    names = [a for a in root.all("a") if a.text == "Milli Məclis"]
    assert [a.attributes.get("lang") for a in names] == ["az", "az"]


class TestBilateral:
    treaty = entry("deal", "deal of 1997", kind=Kind.TREATY, dates=parse_span("1997-07-03"))
    old = entry("old", "old pact", kind=Kind.TREATY, dates=parse_span("1992"))
    bloc = entry("bloc", "Bloc", kind=Kind.ORGANISATION)
    states = (
        state("russia", *to(RelationType.PARTY_TO, "deal", "old"), *to(RelationType.MEMBER_OF, "union", "bloc")),
        state("armenia", *to(RelationType.PARTY_TO, "old"), *to(RelationType.MEMBER_OF, "union", "bloc")),
        state("iran", *to(RelationType.PARTY_TO, "deal")),
    )
    page = pages_of(treaty, old, UNION, bloc, *states)["figures/index.md"]
    root = parsed(page)

    def test_treaties_of_two_states_stand_by_themselves_in_the_order_of_time(self) -> None:
        rows = self.root.one("table.pb-bilateral").one("tbody").all("tr")
        assert [row.text for row in rows] == [
            "1992 Old pact Russia and Armenia",
            "3 July 1997 Deal of 1997 Russia and Iran",
        ]
        assert [time.attributes["datetime"] for time in rows[1].all("time")] == ["1997-07-03"]

    def test_they_are_no_rows_of_the_table_of_members(self) -> None:
        heads = [th.text for th in self.root.one("table.pb-membership").all("th")]
        assert heads == ["Armenia", "Russia", "Bloc", "The Long Name of a Union"]

    def test_the_page_names_the_section(self) -> None:
        assert [line.anchor for line in self.page.contents] == ["who-belongs-to-what", "what-two-states-agreed"]
