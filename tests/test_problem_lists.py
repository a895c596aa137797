"""Problems as values: how one is printed, how many are listed, and which word was meant."""

import logging

import pytest
from mkdocs.exceptions import PluginError

from policybrief.hosts.mkdocs.reporting import report
from policybrief.model.problems import (
    MOST_LISTED,
    MOST_ON_A_PAGE,
    Code,
    Place,
    Problem,
    Rest,
    Severity,
    Suggestions,
    capped,
    closest,
    counted,
    did_you_mean,
    listed,
    printable,
    sorted_problems,
)


def problem(code: Code = Code.BROKEN_LINK, line: int = 1, path: str = "a.md", message: str = "it is so") -> Problem:
    return Problem(code, Place(path, line, 2), message, "do this")


def test_printed_with_its_place_severity_and_way_out() -> None:
    seen = Problem(Code.UNKNOWN_KEY, Place("glossary.yml", 7, 3), "unknown key 'a \n  b'", "write\n'b'")
    assert str(seen) == "glossary.yml:7:3: error[unknown-key]: unknown key 'a b'\n    write 'b'"
    assert str(Problem(Code.STALE_ENTRY, Place("a.md"), "old")) == "a.md:1:1: warning[stale-entry]: old"
    assert str(Problem(Code.STALE_ENTRY, Place("a.md"), "old", given=Severity.NOTE)).startswith("a.md:1:1: note[")


def test_nothing_unseen_is_printed() -> None:
    assert printable("a\nb\u200bc\x1b[0m é") == "a\nb\\u200bc\\u001b[0m é"
    assert str(Problem(Code.SETTINGS, Place("\x07.md"), "\u2028")) == "\\u0007.md:1:1: error[settings]: \\u2028"


def test_in_the_order_of_their_places_each_once() -> None:
    late, early, other = problem(line=9), problem(line=2), problem(Code.BAD_ID, line=2)
    twin = problem(line=2, message="and so")
    assert sorted_problems([late, early, other, twin, early]) == (other, twin, early, late)


def test_counted_by_severity() -> None:
    problems = [problem(), problem(Code.STALE_ENTRY), problem(Code.STALE_ENTRY, 2)]
    assert [counted(problems, severity) for severity in Severity] == [1, 2, 0]


def test_the_first_of_each_code_are_listed_and_the_rest_is_counted() -> None:
    many = [problem(line=line, path="b.md" if line == 1 else "a.md") for line in range(1, MOST_LISTED + 3)]
    few = [problem(Code.STALE_ENTRY, line) for line in range(1, MOST_LISTED + 1)]
    assert listed([*many, *few]) == (
        (*many[:MOST_LISTED], *few),
        (Rest(Code.BROKEN_LINK, Severity.ERROR, 2, 1),),
    )
    apart = [*many, problem(path="c.md")]
    assert listed(apart)[1] == (Rest(Code.BROKEN_LINK, Severity.ERROR, 3, 2),)
    assert listed([]) == ((), ())


def test_the_rest_in_words() -> None:
    rest = Rest(Code.BROKEN_LINK, Severity.ERROR, 1234, 1)
    assert str(rest) == "... and 1,234 more error[broken-link], in the same file"
    assert str(Rest(Code.STALE_ENTRY, Severity.NOTE, 2, 1000)) == "... and 2 more note[stale-entry], in 1,000 files"


def test_a_page_of_one_fault_says_where_it_goes_on() -> None:
    many = [problem(line=line) for line in range(1, MOST_ON_A_PAGE + 4)]
    other = problem(Code.STALE_ENTRY, 500)
    last = Problem(Code.BROKEN_LINK, many[MOST_ON_A_PAGE].place, "more of this kind follow", "do this")
    assert tuple(capped([*many, other])) == (*many[:MOST_ON_A_PAGE], last, other)


KNOWN = ("azerbaijan", "eaeu", "karabakh", "Kazakhstan", "nato", "osce")


@pytest.mark.parametrize(
    ("seen", "near"),
    [
        ("kazakstan", "Kazakhstan"),
        ("KARABAKH", "karabakh"),
        ("aeeu", "eaeu"),
        ("nat", "nato"),
        ("n", None),
        ("xy", None),
        ("karabxxx", None),
        ("karabaxx", "karabakh"),
        ("oscx", "osce"),
        ("osxx", None),
        ("azerbaixx", "azerbaijan"),
        ("azerbxxxx", None),
    ],
)
def test_the_nearest_word_is_at_most_a_third_away(seen: str, near: str | None) -> None:
    assert closest(seen, KNOWN) == near
    hint = f"did you mean '{near}'?" if near else "look it up"
    assert did_you_mean(seen, KNOWN, "look it up") == hint
    assert Suggestions(KNOWN).hint(seen, "look it up") == hint
    assert did_you_mean(seen, KNOWN) == (hint if near else "")
    assert Suggestions(KNOWN).hint(seen) == (hint if near else "")


def test_of_words_that_are_as_near_the_first_in_order_is_named() -> None:
    assert closest("bat", ["cat", "bar", "rat"]) == "bar"


def test_suggestions_end_when_there_were_many() -> None:
    suggestions = Suggestions(KNOWN)
    for number in range(199):
        assert suggestions.hint(f"unknown {number}", "no") == "no"
    assert suggestions.hint("karabak", "no") == "did you mean 'karabakh'?"
    assert suggestions.hint("eaeuu", "no") == "no"
    assert suggestions.hint("karabak", "no") == "did you mean 'karabakh'?"


@pytest.mark.parametrize(("level", "as_what"), [(logging.INFO, "WARNING"), (logging.ERROR, "ERROR")])
def test_what_stops_a_quiet_build_is_listed_all_the_same(
    level: int, as_what: str, caplog: pytest.LogCaptureFixture
) -> None:
    warning = Problem(Code.UNUSED_ENTRY, Place("glossary.yml", 9, 1), "no chapter mentions 'b'", "mention it")
    with caplog.at_level(level, logger="mkdocs"), pytest.raises(PluginError, match="1 warning, listed above"):
        report((warning,), strict=True)
    assert [(record.levelname, "glossary.yml:9:1" in record.getMessage()) for record in caplog.records] == [
        (as_what, True)
    ]
    caplog.clear()
    with caplog.at_level(level, logger="mkdocs"):
        report((warning,), strict=False)
    assert len(caplog.records) == (level == logging.INFO)
