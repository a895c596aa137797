"""What the site says in each language: numbers, counts, dates, names of languages, and which messages there are."""

import pytest

from extracted_messages import TEMPLATE, extracted, written
from policybrief.model.dates import parse_span
from policybrief.model.dates_in_words import period_in_words
from policybrief.wording.words import ENGLISH


def with_spaces(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_list_of_messages_is_that_of_the_code() -> None:
    assert TEMPLATE.read_bytes() == written(extracted()), "run 'make words'"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("en-GB", "English"),
        ("az", "Azerbaijani"),
        ("az-Cyrl", "Azerbaijani (Cyrillic script)"),
        ("hy", "Armenian"),
        ("qqq", "qqq"),
    ],
)
def test_language_is_said_in_words(code: str, name: str) -> None:
    assert ENGLISH.language_name(code) == name


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        ("", "", ""),
        ("2016-02-01", "", "since 1 February 2016"),
        ("", "2020", "until 2020"),
        ("2016", "2020~", "2016 to about 2020"),
        ("1994-05-12", "1994-05-12", "12 May 1994"),
        ("2014/2016", "", "since between 2014 and 2016"),
        ("2014/2016", "2020", "since between 2014 and 2016, until 2020"),
        ("../2016", "2018/..", "since 2016 or before, until 2018 or after"),
    ],
)
def test_period_is_said_in_words(since: str, until: str, words: str) -> None:
    start, end = (parse_span(text) if text else None for text in (since, until))
    assert with_spaces(period_in_words(start, end, ENGLISH)) == words


def test_counts() -> None:
    assert ENGLISH.counted("{n} mention", "{n} mentions", 1) == "1 mention"
    assert ENGLISH.counted("{n} mention", "{n} mentions", 1204) == "1,204 mentions"
