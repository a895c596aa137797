"""Fingerprints: what counts as a word of a paragraph, how two paragraphs are compared, and what a list quotes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybrief.alignment.fingerprint import (
    fingerprint_of,
    is_fingerprint,
    opening_of,
    packed,
    sha_of,
    shared,
    similarity,
    unpacked,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Baku **balanced**, _twice_.", "baku balanced twice"),
        ("It held [@shiriyev2019, p. 4; @hrw].[^note]", "it held"),
        ("[The pact](https://example.org/a_(b)) and [[eaeu|the Union]]", "the pact and the union"),
        ("![Map of trade](map.svg){.wide} &nbsp; <br>", "map of trade"),
        ("> Don't | won’t", "dont wont"),
        ("QARABAĞ İli ılıq", "qarabağ ili iliq"),
        ("Ещё за́мок ёж", "еще замок еж"),
        ("e\u0301tude \u00e9tude co\u00adop", "étude étude coop"),
        ("— * —", "— * —"),
        ("", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words_of(text) == expected


def test_opening() -> None:
    assert opening_of("## The *Treaty* [@x, p. 4] of [Ganja](a.md), 1804[^n].") == "The Treaty of Ganja, 1804."
    assert opening_of("a b c d e f g h i j k l m", 12) == "a b c d e f g h i j k l…"
    assert opening_of("It held. It broke.", 2) == "It held. …"
    assert opening_of(opening_of("word " * 50), 12) == "word " * 11 + "word…"
    assert opening_of("![](map.svg)") == "![](map.svg)"


def test_an_opening_has_forty_words_and_looks_at_two_thousand_characters() -> None:
    forty = " ".join(["word"] * 40)
    assert opening_of(forty) == forty
    assert opening_of(f"{forty} more") == f"{forty}…"
    long = "x" * 1_998
    assert opening_of(f"{long} y") == f"{long} y"
    assert opening_of(f"{long} yz") == f"{long} y…"
    assert opening_of("*" * 3) == "***"
    assert opening_of("") == ""


def test_endings_do_not_change_a_fingerprint() -> None:
    pairs = [
        ("münasibətlər respublikanın", "münasibətlərə respublikada"),
        ("соглашение президента", "соглашения президентом"),
    ]
    for one, other in pairs:
        assert similarity(*(unpacked(fingerprint_of(words_of(text))) for text in (one, other))) == 1


def test_what_ledgers_have_stays_readable() -> None:
    """Whatever changes here makes every ledger that was ever written useless."""
    assert fingerprint_of("baku balanced between moscow") == "PSJb4nO8"
    assert sha_of("baku balanced") == "25e87508b190d9e3"


def test_the_first_four_letters_of_the_first_words_count() -> None:
    same, other = fingerprint_of("balance balanced bala"), fingerprint_of("bal")
    assert same == same[:2] * 3
    assert other != same[:2]
    assert fingerprint_of("word " * 5_001) == fingerprint_of("word") * 5_000


@pytest.mark.parametrize(
    ("text", "well_formed"), [("", True), ("a9~_", True), ("abc", False), ("a-", False), ("ä9", False), ("²2", False)]
)
def test_fingerprints_have_two_characters_a_word(text: str, well_formed: bool) -> None:
    assert is_fingerprint(text) is well_formed


def test_likeness() -> None:
    assert similarity("abcd", "abcd") == 1
    assert similarity("abcd", "abxd") == 0.75
    assert similarity("abcd", "dcba") == 0.25
    assert similarity("abcd", "xyz") == similarity("", "abc") == similarity("abc", "") == similarity("", "") == 0


@given(st.text(max_size=20).map(fingerprint_of))
def test_packing(fingerprint: str) -> None:
    assert is_fingerprint(fingerprint)
    assert packed(unpacked(fingerprint)) == fingerprint


@pytest.mark.parametrize(
    ("one", "other", "bits"),
    [
        ("abcd", "xabcx", 0b0111),
        ("abcdefg", "abc-efg", 0b1110111),
        ("abcde", "abxcde", 0b11100),
        ("ab", "xabx", 0b11),
        ("ab", "axb", 0),
        ("a", "xax", 0b1),
        ("abc", "ab", 0),
        ("", "abc", 0),
        ("abc", "", 0),
    ],
)
def test_shared_runs(one: str, other: str, bits: int) -> None:
    """Three words in a row, or all of a text that is shorter."""
    assert shared(one, other) == bits
