"""How the check prints what it found."""

import json
from dataclasses import replace

from policybrief.cli.report import as_json, as_text
from policybrief.model.problems import Code, Place, Problem, Severity

PROBLEMS = (
    Problem(Code.UNKNOWN_NAME, Place("chapters/1.md", 3, 1), "the glossary does not have 'Lachin'"),
    Problem(Code.UNUSED_ENTRY, Place("glossary.yml", 1, 1), "no chapter mentions 'a'", "mention it"),
    Problem(Code.UNUSED_ENTRY, Place("glossary.yml", 9, 1), "no chapter mentions 'b'", "mention it"),
    Problem(Code.BAD_DATE, Place("glossary.yml", 12, 3), "'x' is not a valid date"),
    replace(Problem(Code.UNUSED_NOTE, Place("z.md"), "nothing calls it"), given=Severity.ERROR),
)


def test_text_is_grouped_by_severity_and_counted_by_rule() -> None:
    assert as_text(PROBLEMS).split("\n\n") == [
        "glossary.yml:12:3: error[bad-date]: 'x' is not a valid date\nz.md:1:1: error[unused-note]: nothing calls it",
        (
            "glossary.yml:1:1: warning[unused-entry]: no chapter mentions 'a'\n    mention it\n"
            "glossary.yml:9:1: warning[unused-entry]: no chapter mentions 'b'\n    mention it"
        ),
        "chapters/1.md:3:1: note[unknown-name]: the glossary does not have 'Lachin'",
        "2 errors: 1 bad-date, 1 unused-note\n2 warnings: 2 unused-entry\n1 note: 1 unknown-name",
    ]
    assert as_text(()) == "no problems"


def test_json_names_the_rule_and_the_severity_it_was_given() -> None:
    last = json.loads(as_json(PROBLEMS))[-1]
    assert (last["code"], last["severity"], last["hint"]) == ("unused-note", "error", None)


def test_of_a_rule_that_is_broken_hundreds_of_times_the_first_places_are_listed() -> None:
    many = tuple(
        Problem(Code.UNUSED_ENTRY, Place(f"{number % 2}.yml", number), "no chapter mentions it")
        for number in range(1, 301)
    )
    one = Problem(Code.BAD_DATE, Place("x.yml", 500), "'x' is not a valid date")
    errors, warnings, counts = as_text((*many, one)).split("\n\n")
    assert errors == str(one)
    assert warnings.split("\n") == [*map(str, many[:200]), "... and 100 more warning[unused-entry], in 2 files"]
    assert counts == "1 error: 1 bad-date\n300 warnings: 300 unused-entry"
    assert len(json.loads(as_json((*many, one)))) == 301


def test_json_holds_nothing_that_a_terminal_obeys() -> None:
    seen = "a\x1b[31m\x9b\u202e\U000e0001 Əliyev"
    text = as_json((Problem(Code.BAD_DATE, Place("x.yml"), seen),))
    assert all(line.isprintable() for line in text.split("\n"))
    assert "Əliyev" in text
    assert json.loads(text)[0]["message"] == seen
