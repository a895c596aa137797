"""What the site says in each language: numbers, counts, dates, names of languages, and which messages there are."""

from functools import cache
from pathlib import Path

import pytest
from babel.messages import Catalog

from extracted_messages import TEMPLATE, extracted, translations, written
from policybrief.model.dates import parse_date, parse_span
from policybrief.model.dates_in_words import date_in_words, period_in_words, span_in_words
from policybrief.wording.calendar import calendar_of, ordinal_ending
from policybrief.wording.catalogue import all_messages
from policybrief.wording.words import ENGLISH, Words


def with_spaces(text: str) -> str:
    return text.replace("\u00a0", " ")


@cache
def messages() -> Catalog:
    """Return every message of the code, which take a while to find."""
    return extracted()


def test_the_list_of_messages_is_that_of_the_code() -> None:
    assert TEMPLATE.read_bytes() == written(messages()), "run 'make words'"


@pytest.mark.parametrize(("path", "catalog"), list(translations()), ids=lambda value: getattr(value, "stem", ""))
def test_every_message_is_translated_and_no_other_is_kept(path: Path, catalog: Catalog) -> None:
    words = Words(path.stem)
    assert words.missing == 0, "translate what 'make words' has added"
    known = {(message.context, message.id) for message in messages()}
    assert {(message.context, message.id) for message in catalog} <= known
    assert not [message.id for message in catalog if message.fuzzy]


def test_a_translation_that_has_other_names_in_braces_is_not_used() -> None:
    own = 'msgid "Map in {title}"\nmsgstr "Kaart in {titel}"\n\nmsgid "Search"\nmsgstr "Zoeken"\n'
    words = Words("nl", own)
    assert words.say("Map in {title}", title="T") == "Map in T"
    assert words.say("Search") == "Zoeken"
    assert words.missing == len(all_messages()) - 1


def test_the_words_of_the_brief_come_before_ours() -> None:
    words = Words("de", 'msgid "Search"\nmsgstr "Finden"\n')
    assert (words.say("Search"), words.say("Glossary")) == ("Finden", "Glossar")


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("ru", ["1 источник", "2 источника", "5 источников", "21 источник", "1\u00a0204 источника"]),
        ("az", ["1 mənbə", "2 mənbə", "5 mənbə", "21 mənbə", "1.204 mənbə"]),
        ("tr", ["1 kaynak", "2 kaynak", "5 kaynak", "21 kaynak", "1.204 kaynak"]),
        ("fr", ["1 source", "2 sources", "5 sources", "21 sources", "1\u202f204 sources"]),
        ("de", ["1 Quelle", "2 Quellen", "5 Quellen", "21 Quellen", "1.204 Quellen"]),
    ],
)
def test_counts_have_the_plural_of_their_language(language: str, counts: list[str]) -> None:
    words = Words(language)
    assert [words.counted("{n} source", "{n} sources", number) for number in (1, 2, 5, 21, 1204)] == counts


@pytest.mark.parametrize(
    ("language", "dates"),
    [
        ("en-US", ["12 May 1994", "May 1994", "since 1994", "until May 1994", "since 12 May 1994"]),
        ("ru", ["12 мая 1994 г.", "май 1994 г.", "с 1994 г.", "до мая 1994 г.", "с 12 мая 1994 г."]),
        ("az", ["12 may 1994", "may 1994", "1994-cü ildən", "1994-cü ilin may ayınadək", "12 may 1994 tarixindən"]),
        ("tr", ["12 Mayıs 1994", "Mayıs 1994", "1994 yılından beri", "Mayıs 1994 tarihine kadar"]),
        ("fr", ["12 mai 1994", "mai 1994", "depuis 1994", "jusqu’en mai 1994", "depuis le 12 mai 1994"]),
        ("de", ["12. Mai 1994", "Mai 1994", "seit 1994", "bis Mai 1994", "seit dem 12. Mai 1994"]),
    ],
)
def test_dates_are_those_of_the_language(language: str, dates: list[str]) -> None:
    edtf = ("1994-05-12", "1994-05", "1994/..", "../1994-05", "1994-05-12/..")
    said = [with_spaces(span_in_words(parse_span(date), Words(language))) for date in edtf]
    assert said[: len(dates)] == dates


def test_day_and_month_do_not_part() -> None:
    assert date_in_words(parse_date("1994-05-12"), ENGLISH) == "12\u00a0May 1994"
    assert date_in_words(parse_date("1994-05-12"), Words("de")) == "12.\u00a0Mai 1994"


@pytest.mark.parametrize(
    ("number", "ending"),
    [(1990, "cı"), (1991, "ci"), (1993, "cü"), (2000, "ci"), (2006, "cı"), (1900, "cü")],
)
def test_azerbaijani_ordinals_follow_the_name_of_the_number(number: int, ending: str) -> None:
    assert ordinal_ending(number) == ending


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("az-Arab", "rtl"), ("ru", "ltr")])
def test_the_direction_is_that_of_the_script(language: str, direction: str) -> None:
    assert Words(language).direction == direction


def test_a_language_in_another_script_does_not_borrow_its_words() -> None:
    assert Words("az-Cyrl").missing == len(all_messages())
    assert Words("de-CH").missing == 0


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


def test_english_among_hebrew_keeps_its_order() -> None:
    words = Words("he")
    assert words.counted("{n} mention", "{n} mentions", 3) == "\u20663 mentions\u2069"
    assert words.say("Search") == "\u2066Search\u2069"
    assert Words("he", 'msgid "Search"\nmsgstr "חיפוש"\n').say("Search") == "חיפוש"


@pytest.mark.parametrize(
    ("language", "day", "month", "alone", "after_day"),
    [
        ("az", "{day}\u00a0{month} {year}", "{month} {year}", "oktyabr", "oktyabr"),
        ("ru", "{day}\u00a0{month} {year}\u00a0г.", "{alone} {year}\u00a0г.", "октябрь", "октября"),
        ("de", "{day}.\u00a0{month} {year}", "{month} {year}", "Oktober", "Oktober"),
    ],
)
def test_scripts_write_dates_as_pages_do(language: str, day: str, month: str, alone: str, after_day: str) -> None:
    calendar = calendar_of(language)
    assert (calendar["day"], calendar["month"]) == (day, month)
    assert (calendar["alone"][9], calendar["afterDay"][9]) == (alone, after_day)


@pytest.mark.parametrize("language", ["en", "en-GB", "zh", "hy"])
def test_scripts_leave_other_dates_to_the_browser(language: str) -> None:
    assert not calendar_of(language)
