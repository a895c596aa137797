"""Dates as historians write them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybrief.model.dates import parse_date, parse_span


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("1994", date(1994, 1, 1), date(1994, 12, 31), "1994"),
        ("1994-05", date(1994, 5, 1), date(1994, 5, 31), "May 1994"),
        ("1994-05-12", date(1994, 5, 12), date(1994, 5, 12), "12 May 1994"),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29), "February 2000"),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "February 1900"),
        ("0988", date(988, 1, 1), date(988, 12, 31), "988"),
        ("1994~", date(1994, 1, 1), date(1994, 12, 31), "about 1994"),
        ("1994-05?", date(1994, 5, 1), date(1994, 5, 31), "May 1994 (uncertain)"),
        ("1994-05-12%", date(1994, 5, 12), date(1994, 5, 12), "about 12 May 1994 (uncertain)"),
    ],
)
def test_date(text: str, first: date, last: date, words: str) -> None:
    found = parse_date(text)
    assert (found.edtf, found.first, found.last, found.words) == (text, first, last, words)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("12 May 1994", "'12 May 1994' is not a valid date"),
        ("", "'' is not a valid date"),
        ("94", "'94' is not a valid date"),
        ("1994-5", "'1994-5' is not a valid date"),
        ("1994-05-12\n", "'1994-05-12\n' is not a valid date"),
        ("1994/1995", "'1994/1995' is not a valid date"),
        ("1994-13", "'1994-13' has no such month"),
        ("1994-00", "'1994-00' has no such month"),
        ("1994-02-29", "'1994-02-29' has no such day"),
        ("1994-01-00", "'1994-01-00' has no such day"),
        ("0000", "year 0000 does not exist"),
        ("0000-02-30", "year 0000 does not exist"),
    ],
)
def test_no_date(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "edtf", "words", "single"),
    [
        ("1994", "1994", "1994", True),
        ("1988/1994", "1988/1994", "1988 to 1994", False),
        ("1988-02-20/1994~", "1988-02-20/1994~", "20 February 1988 to about 1994", False),
        ("2015/..", "2015/..", "since 2015", False),
        ("../2020-05", "../2020-05", "until May 2020", False),
        ("1994/1994", "1994", "1994", True),
        ("1994-05/1994", "1994-05/1994", "May 1994 to 1994", False),
    ],
)
def test_span(text: str, edtf: str, words: str, single: bool) -> None:
    found = parse_span(text)
    assert (found.edtf, found.words, found.single) == (edtf, words, single)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2016/2014", "'2016/2014' ends before it begins"),
        ("1994-05-13/1994-05-12", "'1994-05-13/1994-05-12' ends before it begins"),
        ("../..", "'../..' has neither a beginning nor an end"),
        ("2015/", "'2015/' does not say whether it is open: write '..' if it is"),
        ("/2020", "'/2020' does not say whether it is open: write '..' if it is"),
        ("/", "'/' has neither a beginning nor an end"),
        ("1994/1995/1996", "'1995/1996' is not a valid date"),
        ("1994/soon", "'soon' is not a valid date"),
    ],
)
def test_no_span(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        parse_span(text)


@given(st.dates(), st.dates())
def test_any_two_days_make_a_span_in_one_order_only(one: date, other: date) -> None:
    start, end = sorted((one, other))
    found = parse_span(f"{start.isoformat()}/{end.isoformat()}")
    assert found.start is not None
    assert found.end is not None
    assert (found.start.first, found.end.last) == (start, end)
    if start < end:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse_span(f"{end.isoformat()}/{start.isoformat()}")


@given(st.text(alphabet="0123456789-/.~?%X", max_size=24))
def test_what_is_read_is_written_the_same(text: str) -> None:
    try:
        found = parse_span(text)
    except ValueError:
        return
    assert parse_span(found.edtf) == found
