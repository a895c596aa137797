"""How good sources are: what files say of it, and what readers are told."""

import json
import re
from dataclasses import replace
from importlib.resources import files

import pytest

from glossaries import entry, glossary
from policybrief.importing.pandoc.items import csl_item
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Brief, Chapter, Project
from policybrief.model.citing import STYLES, Piece, PrintedReference
from policybrief.model.document import Document
from policybrief.model.glossary import Kind, SourceUse
from policybrief.model.inlines import SourceWords
from policybrief.model.knowledge import Knowledge
from policybrief.model.problems import Place
from policybrief.model.qualities_in_words import mix_of
from policybrief.model.quality import ArchivedCopy, archived_copy
from policybrief.outputs.archived_copies import listed_pieces
from policybrief.outputs.cards import card_scripts
from policybrief.pages.line_html import LineWriter, TargetPage
from policybrief.pages.source_facts import Badge, facts_of, robust_links
from policybrief.pages.source_filters import offered_values, source_filters, values_of
from policybrief.wording.words import ENGLISH
from sources import source


def test_the_stylesheet_narrows_by_every_value_that_is_offered() -> None:
    sheet = (files("policybrief") / "assets" / "styles" / "source-filters.css").read_text("utf-8")
    rule = r"\[name=\"(\w+)\"\] \[value=\"([\w-]+)\"\]:checked\) li\[data-\1\]:not\(\[data-\1=\"\2\"\]"
    rules = set(re.findall(rule, sheet))
    assert rules == {(name, value) for name, values in offered_values().items() for value in values}


def test_sources_are_counted_best_first_and_each_once() -> None:
    weak, agency = source(id="a", reliability="weak"), source(id="b", reliability="agency")
    assert mix_of((weak, agency, weak), ENGLISH) == "2 sources: 1 agency, 1 weak"
    assert mix_of((weak, source(id="c")), ENGLISH) == "2 sources: 1 weak, 1 not rated"
    assert mix_of((source(id="c"),), ENGLISH) == "1 source"
    assert mix_of((), ENGLISH) == ""


@pytest.mark.parametrize(
    ("address", "date"),
    [
        ("https://web.archive.org/web/20190512103000/https://example.org/", "2019-05-12"),
        ("https://web.archive.org/web/20190512103000id_/https://example.org/", "2019-05-12"),
        ("https://archive.ph/2020.01.31-101500/https://example.org/", "2020-01-31"),
        ("https://archive.today/AbCdE", ""),
    ],
)
def test_the_address_of_an_archived_copy_says_when_it_was_made(address: str, date: str) -> None:
    assert archived_copy(source(id="a", archive=address)) == ArchivedCopy(address, date)


def test_the_name_of_an_archive_is_no_copy() -> None:
    assert archived_copy(source(id="a", archive="State archive, Baku")) is None


def test_what_is_said_of_a_source() -> None:
    fields = {"reliability": "think-tank", "extent": "title-page", "title_en": "Title"}
    facts = facts_of(source(id="a", accessed={"date-parts": [[2026, 3, 1]]}, **fields), "ru", ENGLISH)
    assert (facts.badge and facts.badge.label, facts.language, facts.title) == (
        "Think tank", "Russian", "Title translated by us"
    )  # fmt: skip
    assert (facts.seen, facts.accessed, facts.accessed_on) == (
        "Only its title page seen",
        "1\u00a0March 2026",
        "2026-03-01",
    )
    assert facts_of(source(id="a", title="[A title]"), "", ENGLISH).title == "Title described by us"


def test_sources_are_found_by_quality_language_and_years() -> None:
    found = values_of(source(id="a", reliability="weak", language="az-Cyrl"))
    assert (found.quality, found.language) == ("weak", "az")
    assert values_of(source(id="a", language="nv")).language == "other"
    assert source_filters((source(id="a"), source(id="b")), ENGLISH) == ()
    (quality,) = source_filters((source(id="a", reliability="weak"), source(id="b"), source(id="c")), ENGLISH)
    assert [(choice.words, choice.count) for choice in quality.choices] == [("Weak", 1), ("Not rated", 2)]


def test_each_source_of_a_note_is_followed_by_its_badge() -> None:
    chapter = Chapter("chapters/1-one.md", "1", "One", "", None, "", 1, Place("chapters/1-one.md"))
    badges = {"a": Badge("weak", "Weak"), "b": Badge("press", "Press")}
    around = TargetPage(chapter.path, Addresses(), {}, "en", badges=badges)
    pieces = (
        Piece("A, ", url="#ref-a"),
        Piece("https://a.org", url="https://a.org"),
        Piece("; "),
        Piece("B", url="#ref-b"),
        Piece("."),
        Piece("; "),
        Piece("C", url="#ref-c"),
    )
    html = LineWriter(Document(chapter), around, {}).line((SourceWords(pieces),))
    assert re.sub(r"<[^<>]+>", "", html) == "A, https://a.org Weak; B. Press; C"


def test_links_to_a_source_say_where_its_archived_copy_is() -> None:
    archive = "https://web.archive.org/web/20190512103000/https://a.org"
    accessed = {"date-parts": [[2026, 3, 1]]}
    kept = source(id="a", URL="https://a.org", archive=archive, accessed=accessed)
    undated = source(id="b", URL="https://b.org", archive="https://archive.ph/AbCdE", accessed=accessed)
    unsaid = source(id="c", URL="https://c.org", archive="https://archive.ph/XyZ")
    robust = robust_links((kept, undated, unsaid, source(id="d", URL="https://d.org")))
    assert robust == {
        "https://a.org": (("data-versionurl", archive), ("data-versiondate", "2019-05-12")),
        "https://b.org": (("data-versionurl", "https://archive.ph/AbCdE"), ("data-versiondate", "2026-03-01")),
        "https://c.org": (("data-versionurl", "https://archive.ph/XyZ"),),
    }
    chapter = Chapter("chapters/1-one.md", "1", "One", "", None, "", 1, Place("chapters/1-one.md"))
    around = TargetPage(chapter.path, Addresses(), {}, "en", robust=robust)
    pieces = (Piece("https://a.org", url="https://a.org"), Piece(" and "), Piece("D", url="https://d.org"))
    html = LineWriter(Document(chapter), around, {}).line((SourceWords(pieces),))
    assert f'href="https://a.org" data-versionurl="{archive}" data-versiondate="2019-05-12">' in html
    assert '<a href="https://d.org">' in html


def test_forms_without_links_have_the_address_of_the_copy_in_words() -> None:
    archive = "https://web.archive.org/web/20190512103000/https://a.org"
    references = {"a": source(id="a", archive=archive), "b": source(id="b", archive="State archive")}
    said = listed_pieces(PrintedReference("a", (Piece("A."),)), references, ENGLISH)
    assert "".join(piece.text for piece in said) == f"A. Archived copy: {archive} (12\u00a0May 2019)."
    assert listed_pieces(PrintedReference("b", (Piece("B."),)), references, ENGLISH) == (Piece("B."),)
    style = STYLES["chicago-notes"]
    assert "archive" not in csl_item(references["a"], style)
    assert csl_item(references["b"], style)["archive"] == "State archive"


def test_the_card_of_a_name_counts_what_it_rests_on() -> None:
    uses = tuple(SourceUse(id_, Place("glossary.yml")) for id_ in "ab")
    pact = replace(entry("pact", "Pact", kind=Kind.TREATY), sources=uses)
    project = Project(
        Brief("B"), glossary(pact, entry("bare", "Bare", kind=Kind.TREATY)), (),
        (source(id="a", reliability="agency"), source(id="b", reliability="weak")), (),
    )  # fmt: skip
    script, _ = card_scripts(project, Knowledge((), {"pact": (), "bare": ()}, {}, ()))
    names = json.loads(script.content.decode().partition("cards = ")[2].rstrip(";\n"))
    assert names == {
        "pact": ["Pact", "treaty", "", "", "", "Rests on 2 sources: 1 agency, 1 weak."],
        "bare": ["Bare", "treaty"],
    }
