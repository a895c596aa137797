"""The data of search: read back as the browser reads it, it is the brief again."""

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from glossaries import HERE, alias, entry, glossary
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Brief, Chapter, Project
from policybrief.model.dates import parse_span
from policybrief.model.document import Document
from policybrief.model.glossary import Kind
from policybrief.model.knowledge import AnnotatedChapter, Citation, Extent, Inline, Knowledge, Mention, Paragraph
from policybrief.outputs.search import search_artifacts
from policybrief.outputs.search_words import SHARED, SIGNS, Coder, tokens_of, words_of, written
from sources import source

TEXT = "Baku–Tbilisi–Ceyhan, Azerbaijan’s line; it’s “O’Brien’s” 1,232 km.\nƏliyev  said so."


def project() -> tuple[Project, Knowledge]:
    """Return a chapter of two paragraphs and a note, two entries, one source."""
    chapter = Chapter("chapters/1-a.md", "1", "A chapter", "", None, "", 1, HERE)
    paragraphs = (
        Paragraph("p-aaaa", "1.1", chapter.path, "", TEXT),
        Paragraph("n-1-1", "1.n1", chapter.path, "", "A note.", note=True),
        Paragraph("p-bbbb", "1.2", chapter.path, "", "Baku, Baku and Tbilisi."),
    )
    mentions = tuple(
        Mention(name, "p-bbbb", Extent(at, at + 4), "x", Extent(0, 9), linked=True)
        for name, at in (("baku", 0), ("baku", 6), ("tiflis", 15))
    )
    entries = glossary(
        entry("tiflis", "Tbilisi", alias("Tiflis", ambiguous=True), kind=Kind.PLACE),
        entry("baku", "Baku", "BAKU", "Bakı", kind=Kind.PLACE, dates=parse_span("1990/2000-05")),
    )
    knowledge = Knowledge(
        (AnnotatedChapter(chapter, Document(chapter), paragraphs, mentions, (), ()),),
        {"tiflis": (Inline("A city."),), "baku": (Inline("A city " * 40),)},
        {},
        (),
    )
    return Project(Brief("T"), entries, (chapter,), (source(title="[A title]"),), ()), knowledge


def data(number: int = 0) -> dict[str, Any]:
    """Return what the first or the second script sets."""
    content = search_artifacts(*project(), Addresses())[number].content.decode()
    found: dict[str, Any] = json.JSONDecoder().raw_decode(content.split(" = ", 2)[2])[0]
    return found


def read(record: dict[str, Any]) -> list[str]:
    """Return the tokens of a list of words, as the browser does."""
    tokens = [*record["frequent"], *record["gaps"]]
    word = ""
    for shared, rest in re.findall(f"([{re.escape(SHARED)}])([^{re.escape(SHARED)}]*)", record["words"]):
        word = word[: SHARED.index(shared)] + rest
        tokens.append(word)
    return tokens


def test_numbers_have_rows_of_their_own_and_none_begins_another() -> None:
    numbers = [*range(0, 22_000, 7), 21_999, 22_000, 500_000]
    rows = [written(number) for number in numbers]
    assert len(set(rows)) == len(set(numbers))
    assert set("".join(rows)) <= set(SIGNS)
    ordered = sorted(rows)
    assert not any(later.startswith(earlier) for earlier, later in pairwise(ordered) if earlier != later)


def test_words_are_listed_without_the_letters_they_share() -> None:
    words = words_of(["abandon abandoned abbey and an abbreviation abbreviationism abb"], frequent=0)
    assert read(dict(words.record())) == [*words.frequent, *words.gaps, *words.words]
    # None to nine letters are shared, each number with a character of its own.
    assert words.record()["words"] == "!abandon*ed$b%ey%reviation,ionism#n$d"


def test_a_text_is_cut_into_words_and_gaps_without_loss() -> None:
    tokens = tokens_of(TEXT)
    assert "O’Brien" in tokens
    assert "Azerbaijan" in tokens
    text = tokens[0]
    for before, token in pairwise(tokens):
        text += (" " if before[0].isalnum() and token[0].isalnum() else "") + token
    assert text == TEXT


def test_known_words_are_not_listed_again() -> None:
    first = words_of(["a b c"])
    assert set(words_of(["c d"], known=first.tokens(), frequent=0).tokens()) == {"d"}
    assert Coder(first).coded("a b")


def test_the_same_project_gives_the_same_bytes() -> None:
    assert search_artifacts(*project(), Addresses()) == search_artifacts(*project(), Addresses())


def test_artifacts_are_classic_scripts_of_the_site() -> None:
    artifacts = search_artifacts(*project(), Addresses())
    assert [artifact.path for artifact in artifacts] == [
        "assets/policybrief-search-data.js",
        "assets/policybrief-search-more.js",
        "assets/policybrief-search.js",
        "assets/policybrief-search-landing.js",
        "assets/policybrief-search-results.js",
        "assets/policybrief-quotes.js",
    ]
    code = artifacts[2].content.decode()
    assert not re.search(r"\b(?:import|export) ?[{*('\"]|innerHTML|\beval\b|new Function|insertAdjacentHTML", code)
    assert "/*" not in code


def test_entries_stand_most_mentioned_first_with_forms_that_differ() -> None:
    names = data()["names"].split("#")
    assert len(names) == 2
    assert len(names[0].split(" ")) == 2, "BAKU folds like Baku; Bakı does not"
    assert [form.endswith("!") for form in names[1].split(" ")] == [False, True]
    assert data(1)["entryIds"] == ",tiflis"
    assert data()["dates"] == "1990/2000-05,"


def test_paragraphs_carry_ids_numbers_and_the_entries_they_mention() -> None:
    assert data()["ids"] == "aaaa =n-1-1 bbbb"
    assert data()["numbers"] == {"1": "1.n1"}
    assert data()["tags"].split(" ") == ["", "", SIGNS[0] + SIGNS[0] + SIGNS[1]]
    assert data()["chapters"] == [["chapters/1-a/", "1", "A chapter", 3]]


@pytest.mark.parametrize(("directories", "url"), [(True, ["glossary/", "/"]), (False, ["glossary/", ".html"])])
def test_addresses_follow_the_site(directories: bool, url: list[str]) -> None:
    content = search_artifacts(*project(), Addresses(directories))[1].content.decode()
    assert json.dumps(url, separators=(",", ":")) in content


def test_long_definitions_are_cut_and_titles_lose_their_brackets() -> None:
    more = data(1)
    words = read(more["words"])
    assert "\u00a0…" in more["words"]["gaps"]
    assert "title" in words
    assert not any("[" in word for word in words)


def test_sources_stand_in_the_order_in_which_the_text_first_cites_them() -> None:
    told, knowledge = project()
    (chapter,) = knowledge.chapters
    cited = (("late", "p-bbbb"), ("late", "p-bbbb"), ("early", "p-bbbb"), ("early", "p-aaaa"), ("early", "p-gone"))
    citing = replace(chapter, citations=tuple(Citation(*each) for each in cited))
    sources = tuple(source(id=id_) for id_ in ("late", "never", "early"))
    script = search_artifacts(replace(told, references=sources), replace(knowledge, chapters=(citing,)), Addresses())[1]
    more = json.JSONDecoder().raw_decode(script.content.decode().split(" = ", 2)[2])[0]
    assert more["references"][1] == "early late never"
    assert more["cited"] == "".join(map(written, (1, 0, 1)))


def test_a_brief_without_anything_has_search_all_the_same() -> None:
    empty = Project(Brief("T"), glossary(), (), (), ())
    assert len(search_artifacts(empty, Knowledge((), {}, {}, ()), Addresses())) == 6
