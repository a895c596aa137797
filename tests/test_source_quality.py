"""How good sources are: what files say of it, and what readers are told."""

import re
from importlib.resources import files

import pytest

from policybrief.model.addresses import Addresses
from policybrief.model.brief import Chapter
from policybrief.model.citing import Piece
from policybrief.model.document import Document
from policybrief.model.inlines import SourceWords
from policybrief.model.problems import Place
from policybrief.model.quality import ArchivedCopy, archived_copy
from policybrief.pages.line_html import LineWriter, TargetPage
from policybrief.pages.source_facts import Badge, facts_of, mix_of
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
    assert "pb-quality" not in LineWriter(Document(chapter), around, {}, for_paper=True).line((SourceWords(pieces),))
