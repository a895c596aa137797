"""Constructs of other Markdowns, each shown as it is meant or reported; `make markup` tries whole suites."""

from pathlib import Path

import pytest
import yaml

from markup_judging import Verdict, chapter_made_of, judge
from policybrief.model.problems import Severity

CONSTRUCTS = yaml.safe_load((Path(__file__).parent / "constructs.yml").read_text("utf-8"))


@pytest.mark.parametrize("construct", CONSTRUCTS, ids=lambda each: f"{each['of']}: {each['text']!r}")
def test_a_construct_is_shown_or_reported(construct: dict[str, str]) -> None:
    html, problems = chapter_made_of(f"---\ntitle: T\n---\n{construct['text']}\n")
    assert construct.get("shows", "") in html
    weighty = [each for each in problems if each.severity is not Severity.NOTE]
    assert bool(weighty) == bool(construct.get("reported"))


@pytest.mark.parametrize(
    ("text", "expected", "verdict", "silent"),
    [
        ("A *word*.", "<p>A <em>word</em>.</p>", Verdict.RENDERED, ()),
        ("A word.", "<p>A word, and another.</p>", Verdict.RENDERED, ()),
        ("A word.", "<p>A word. A word.</p>", Verdict.SILENT, ("lost: A", "lost: word")),
        ("A #word, 3 # 4.", "<p>A word, 3 4.</p>", Verdict.SILENT, ("raw: #",)),
        ("A ^[note", None, Verdict.REPORTED, ()),
        ("A ##word.", None, Verdict.RENDERED, ()),
        ("A word///x.", None, Verdict.SILENT, ("raw: ///",)),
    ],
)
def test_what_is_lost_or_raw_is_judged_so(
    text: str, expected: str | None, verdict: Verdict, silent: tuple[str, ...]
) -> None:
    judgement = judge(text, expected)
    assert (judgement.verdict, judgement.silent) == (verdict, silent)


@pytest.mark.parametrize(
    "line",
    [
        *(
            "- " * 3000,
            "-- " * 3000 + "x",
            "| " * 3000,
            "*a " * 3000,
            "$a " * 3000,
            "~a" * 3000,
            "{a " * 15,
            "`a " * 3000,
        ),
        *("::: a\n" * 1000, "> " * 15 + "- " * 15, "^[" * 15, "=a " * 3000, "/// a\n" * 300, "\\a{" * 15, "$$\n" * 999),
        "Words.\n+---+\n" + ("|" + " `a`" + " " * 200 + "|\n") * 40,
    ],
)
def test_signs_that_come_in_thousands_are_read_soon(line: str) -> None:
    html, problems = chapter_made_of(f"---\ntitle: T\n---\n{line}\n")
    assert html or problems
