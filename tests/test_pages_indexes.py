"""The glossary, the index of names and the front page."""

from dataclasses import replace

from glossaries import alias, entry
from policybrief.model.brief import Author, Brief
from policybrief.model.dates import parse_date
from policybrief.model.glossary import Kind
from policybrief.model.publication import Download
from policybrief.outputs.files import BRIEF_BIBTEX, BRIEF_PDF, BRIEF_RIS, SKOS
from test_pages import CHAPTERS, EAEU, ENTRIES, chapter, pages_of, parsed, rows, targets


class TestGlossary:
    page = pages_of(
        *ENTRIES, entry("aliyev", alias("Əliyev", "az"), kind=Kind.PERSON), entry("3plus3", "3+3"), chapters=CHAPTERS
    )["glossary/index.md"]
    root = parsed(page)

    def test_entries_stand_under_their_letters(self) -> None:
        found = [
            (group.one("h2").text, [item.all("a")[0].text for item in group.all("li")])
            for group in self.root.all("div.pb-letter")
        ]
        assert found == [
            ("0–9", ["3+3"]),
            ("A", ["Armenia"]),
            ("C", ["Customs Union"]),
            ("E", ["Əliyev", "Eurasian Economic Union"]),
            ("T", ["Tigran Sargsyan"]),
        ]

    def test_letters_lead_to_their_headings(self) -> None:
        links = [(a.text, a.attributes["href"].removeprefix("#")) for a in self.root.one("nav.pb-letters").all("a")]
        assert links == [(h.text, h.attributes["id"]) for h in self.root.all("h2")]

    def test_item_says_kind_definition_and_mentions(self) -> None:
        item = next(li for li in self.root.all("li") if "Eurasian" in li.text)
        assert item.text == "Eurasian Economic Union Organisation An economic union. 4 mentions"
        assert item.attributes["data-kind"] == "organisation"
        assert targets(self.page, item.all("a")) == ["glossary/eaeu/"]

    def test_every_kind_can_be_chosen_by_a_labelled_button(self) -> None:
        inputs = self.root.one("fieldset").all("input")
        labels = {label.attributes["for"]: label.text for label in self.root.all("label")}
        assert {i.attributes["type"] for i in inputs} == {"radio"}
        assert len({i.attributes["name"] for i in inputs}) == 1
        assert [labels[i.attributes["id"]] for i in inputs] == [
            "All 6",
            "People 2",
            "Organisations 2",
            "State 1",
            "Concept 1",
        ]
        assert ["checked" in i.attributes for i in inputs] == [True, False, False, False, False]

    def test_letters_know_their_kinds(self) -> None:
        kinds = {g.one("h2").text: g.attributes["data-kinds"] for g in self.root.all("div.pb-letter")}
        assert kinds["E"] == "organisation person"

    def test_long_definition_is_cut_between_words(self) -> None:
        page = pages_of(entry("x", "X", definition="word " * 100))["glossary/index.md"]
        text = parsed(page).one("ul.pb-items").one("p").text
        assert len(text) <= 150
        assert text.endswith("word…")

    def test_empty_glossary_has_a_page(self) -> None:
        assert parsed(pages_of()["glossary/index.md"]).one("h1").text == "Glossary"


def test_names_lists_every_form_with_its_bearers() -> None:
    one = entry("decl-1", "Moscow Declaration of 1994", alias("Moscow Declaration", ambiguous=True))
    two = entry("decl-2", "Meiendorf Declaration", alias("Moscow Declaration", ambiguous=True))
    page = pages_of(EAEU, one, two)["names/index.md"]
    root = parsed(page)
    found = [(row.one("bdi").text, targets(page, row.all("a"))) for row in root.all("li") if row.all("bdi")]
    assert found == [
        ("EAEU", ["glossary/eaeu/"]),
        ("Eurasian Economic Union", ["glossary/eaeu/"]),
        ("Meiendorf Declaration", ["glossary/decl-2/"]),
        ("Moscow Declaration", ["glossary/decl-1/", "glossary/decl-2/"]),
        ("Moscow Declaration of 1994", ["glossary/decl-1/"]),
        ("ЕАЭС", ["glossary/eaeu/"]),
        ("Եվրասիական տնտեսական միություն", ["glossary/eaeu/"]),
    ]
    assert [h.text for h in root.all("h2")] == ["E", "M", "Е", "Ե"]
    assert [bdi.attributes.get("lang") for bdi in root.all("bdi")][-2:] == ["ru", "hy"]
    assert [span.text for span in root.all("span.pb-language")] == ["Russian", "Armenian"]


class TestHome:
    brief = Brief(
        "Balance",
        subtitle="How it wore thin",
        description="What it is about.",
        authors=(Author("Jane Roe", "Roe", "Jane", "0000-0002-1825-0097"), Author("An Institute")),
        publisher="A Press",
        series="Papers",
        number="7",
        date=parse_date("2026-11-22"),
        edition="2026-11",
        licence="CC BY 4.0",
        doi="10.1000/182",
    )
    long = chapter("1", "word " * 660)
    short = chapter("2", "Short.", path="chapters/south-caucasus/2-chapter.md")
    page = pages_of(*ENTRIES, chapters=(long, short), brief=brief)["index.md"]
    root = parsed(page)

    def test_head_is_a_title_page(self) -> None:
        assert self.root.one("h1").text == "Balance"
        assert self.root.one("p.pb-subtitle").text == "How it wore thin"
        assert self.root.one("p.pb-imprint").text == "Papers, no. 7 · 22 November 2026"
        assert self.root.one("p.pb-authors").text == "Jane Roe ORCID 0000-0002-1825-0097 An Institute"
        facts = [span.text for span in self.root.one("header").one("p.pb-facts").all("span")]
        assert facts == ["A Press", "Edition 2026-11", "doi:10.1000/182", "CC BY 4.0", "How to cite"]
        assert self.root.one("time").attributes["datetime"] == "2026-11-22"

    def test_chapters_are_listed_with_a_line_and_their_reading_time(self) -> None:
        chapters = [row for listing in self.root.all("ol.pb-chapters") for row in listing.all("li")]
        assert [row.text for row in chapters] == ["1 Title 1 Summary 1. 3 minutes", "2 Title 2 Summary 2. 1 minute"]
        assert targets(self.page, [row.one("a") for row in chapters]) == [
            "chapters/1-chapter/",
            "chapters/south-caucasus/2-chapter/",
        ]
        assert self.root.one(".pb-part").text == "South caucasus"

    def test_a_line_is_the_first_sentence_of_the_summary(self) -> None:
        long = replace(self.long, chapter=replace(self.long.chapter, summary="One said Gen. Smith. Two."))
        root = parsed(pages_of(chapters=(long,))["index.md"])
        assert root.one("ol.pb-chapters").all("p")[0].text == "One said Gen. Smith."

    def test_the_argument_is_what_opens_the_paragraphs_of_the_summary(self) -> None:
        summary = chapter("S", "It wore thin. Why?", "Nobody chose.", path="chapters/0-summary.md")
        page = pages_of(*ENTRIES, chapters=(summary, self.long))["index.md"]
        argument = parsed(page).one("section.pb-argument")
        assert [row.text for row in argument.all("li")] == ["It wore thin. S.1", "Nobody chose. S.2"]
        assert targets(page, argument.all("a")) == ["chapters/0-summary/#p-S1", "chapters/0-summary/#p-S2"]
        assert not self.root.all("section.pb-argument")

    def test_files_are_offered_in_their_groups(self) -> None:
        files = (Download(BRIEF_BIBTEX, 90), Download(SKOS, 1_234_000), Download(BRIEF_RIS, 2600))
        page = pages_of(*ENTRIES, chapters=(self.long,), downloads=files, whole=True)["index.md"]
        root = parsed(page)
        offered = root.one("section.pb-home-downloads")
        assert [(dt.text) for dt in offered.all("dt")] == [
            "To read and print",
            "Cite this brief",
            "Glossary (SKOS)",
        ]
        assert [dd.text for dd in offered.all("dd")] == [
            "Read or print on one page",
            "BibTeX 1 KB",
            "RIS 3 KB",
            "SKOS, in Turtle 1.2 MB",
        ]
        assert targets(page, offered.all("a")) == ["all/", "cite/brief.bib", "cite/brief.ris", "data/glossary.ttl"]
        assert "all/" in targets(page, root.all("a"))
        assert "all/" not in targets(self.page, self.root.all("a"))
        assert not self.root.all("section.pb-home-downloads")

    def test_doors_lead_to_the_first_chapter_the_summary_and_the_pdf(self) -> None:
        summary = chapter("S", "It wore thin. Why?", path="chapters/0-summary.md")
        files = (Download(BRIEF_BIBTEX, 90), Download(BRIEF_PDF, 1_960_000))
        page = pages_of(*ENTRIES, chapters=(summary, self.long), downloads=files)["index.md"]
        doors = parsed(page).one("p.pb-buttons").all("a")
        assert [door.text for door in doors] == ["Start reading · 3 min", "Summary · 1 min", "PDF · 2.0 MB"]
        assert targets(page, doors) == ["chapters/1-chapter/", "chapters/0-summary/", "brief.pdf"]

    def test_there_is_no_door_to_what_is_not_there(self) -> None:
        page = pages_of(*ENTRIES, chapters=(self.long,))["index.md"]
        assert [door.text for door in parsed(page).one("p.pb-buttons").all("a")] == ["Start reading · 3 min"]
        assert not parsed(pages_of(*ENTRIES, chapters=())["index.md"]).all("p.pb-buttons")

    def test_a_brief_without_charts_has_no_pictures(self) -> None:
        assert not self.root.all("figure.pb-shown")

    def test_glossary_is_measured_by_kind(self) -> None:
        assert rows(self.root.one("dl.pb-kind-counts")) == {"Person": ["1"], "Organisations": ["2"], "State": ["1"]}
        doors = self.root.one(".pb-home-glossary").one(".pb-doors").all("a")
        assert targets(self.page, doors) == ["glossary/", "names/"]

    def test_brief_with_nothing_but_a_title_has_a_front_page(self) -> None:
        root = parsed(pages_of()["index.md"])
        assert root.text == "The Brief How to cite How to cite Cite the brief or a paragraph"
