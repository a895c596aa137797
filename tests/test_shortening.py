"""Long text in one short line: cut between words, and never longer than it may be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybrief.model.shortening import shortened


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 5, "short"),
        ("two\n  lines", 9, "two lines"),
        ("one two, three", 10, "one two…"),
        ("one two – three", 12, "one two…"),
        ("one twos", 7, "one…"),
        ("unbroken", 5, "unbr…"),
        ("a unbroken", 6, "a unb…"),
        ("four unbrokenly", 12, "four unbrok…"),
        ("sixsix unbroken", 12, "sixsix…"),
    ],
)
def test_it_is_cut_between_words_or_within_a_long_one(text: str, limit: int, expected: str) -> None:
    assert shortened(text, limit) == expected


@given(st.text(), st.integers(1, 200))
def test_it_never_exceeds_its_limit_and_says_so_when_it_is_cut(text: str, limit: int) -> None:
    line = " ".join(text.split())
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == line or short.endswith("…")
