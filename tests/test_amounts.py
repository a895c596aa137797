"""Amounts in the cells of a table, as languages write them."""

import pytest

from policybrief.chapters.amounts import Amount, Unreadable, read_amount


@pytest.mark.parametrize(
    ("words", "language", "number", "unit"),
    [
        ("7", "en", 7, ""),
        ("1,232", "en", 1232, ""),
        ("1,232.5", "en-GB", 1232.5, ""),
        ("1\u00a0232\u202f567", "en", 1_232_567, ""),
        ("1.232,5", "az", 1232.5, ""),
        ("1 232,5", "ru", 1232.5, ""),
        ("12,5", "de", 12.5, ""),
        ("-3", "en", -3, ""),
        ("−3.5 %", "en", -3.5, "%"),
        ("–3", "en", -3, ""),
        ("$40", "en", 40, "$"),
        ("-$4 million", "en", -4, "$ million"),
        ("€ 5", "en", 5, ""),
        ("about 7 per  cent", "en", 7, "per cent"),
        ("more than 2 million (2019)", "en", 2, "million"),
        ("5†", "en", 5, ""),
        ("7 (est.) **", "en", 7, ""),
        ("mid-7", "en", 7, ""),
        ("1.07", "en", 1.07, ""),
    ],
)
def test_amount(words: str, language: str, number: float, unit: str) -> None:
    assert read_amount(words, language) == Amount(number, unit)


@pytest.mark.parametrize("words", ["", " ", "-", "–", "—", "n/a", "N/A", "…", "?", "na", "– (not known)"])
def test_nothing_is_stated(words: str) -> None:
    assert read_amount(words, "en") is None


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("many", Unreadable.NO_NUMBER),
        ("G7", Unreadable.NO_NUMBER),
        ("1 232 567", Unreadable.SEVERAL_NUMBERS),
        ("(7)", Amount(7, ")")),
        ("7 to 8", Unreadable.SEVERAL_NUMBERS),
        ("7 or 8 or 9", Unreadable.SEVERAL_NUMBERS),
        ("1,2325", Unreadable.SEVERAL_NUMBERS),
    ],
)
def test_unreadable(words: str, fault: Unreadable | Amount) -> None:
    assert read_amount(words, "en") == fault
