"""Constructs of other Markdowns, each shown as it is meant or reported; `make markup` tries whole suites."""

import re
from pathlib import Path

import pytest
import yaml

from markup_judging import Verdict, chapter_made_of, judge, judge_page
from policybrief.model.problems import Code, Place, Problem, Severity

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
    ("text", "expected", "html", "silent"),
    [
        ("A word. A word.", "<p>A word. A word.</p>", "<p>A word.</p>", ("lost: A", "lost: word")),
        ("A word.", "<p title='A word'>A word.</p>", "<p>A word.</p>", ()),
        ("A word. Gone.", None, "<p>A word.</p>", ("lost: Gone",)),
        ("[x] done", None, "<p>\u2611 done</p>", ()),
        ("[x] done", None, "<p>\u2610 done</p>", ("lost: x",)),
        ("7. a\n8. b", None, "<ol start='7'><li>a</li><li>b</li></ol>", ()),
        ("7. a\n8. b", None, "<ol><li>a</li><li>b</li></ol>", ("lost: 7", "lost: 8")),
        ("[a](b c)", "<p>[a](b c)</p>", "<p>a</p>", ()),
        ("**1. April**", None, "<p><strong>1. April</strong></p>", ()),
        ("1. April", None, "<p>1. April</p>", ("raw: 1.",)),
        ("`a`: b", None, "<p><code>a</code>: b</p>", ()),
        ("$PATH 90 $PATH", None, "<p>$PATH 90 $PATH</p>", ()),
        ("$a$", None, "<p>$a$</p>", ("raw: $a$",)),
    ],
)
def test_pages_are_judged_so(text: str, expected: str | None, html: str, silent: tuple[str, ...]) -> None:
    assert judge_page(text, expected, html).silent == silent


@pytest.mark.parametrize(
    "tag",
    [
        "b",
        "blockquote",
        "code",
        "del",
        "em",
        "h3",
        "hr",
        "i",
        "ins",
        "li",
        "mark",
        "ol",
        "pre",
        "sub",
        "sup",
        "u",
        "ul",
    ],
)
def test_the_markdown_named_for_a_tag_makes_it(tag: str) -> None:
    _, (problem, *_) = chapter_made_of(f"---\ntitle: T\n---\nx <{tag}>y</{tag}>\n")
    instead = re.search("write '(.+)' in Markdown; to show a literal '<', put a space after it", problem.hint)
    assert problem.code is Code.RAW_HTML
    assert instead
    shown, _ = chapter_made_of(f"---\ntitle: T\n---\n# T\n\n{instead[1]}\n")
    element = {"b": "strong", "i": "em", "u": 'span class="pb-underline"'}.get(tag, tag)
    assert f"<{element}" in shown


@pytest.mark.parametrize(
    ("text", "html", "code", "silent"),
    [
        ("<div>\n\n*a*\n\n</div>\n\n*b*", "<div>*a*</div><p>*b*</p>", Code.RAW_HTML, ("raw: *",)),
        ("[^a]: Note.\n\n    More.\n\nElse.", "<p></p>", Code.UNUSED_NOTE, ("lost: Else",)),
        ("[[Pact|treaty]] gone", "<p>treaty</p>", Code.UNKNOWN_ENTRY, ("lost: gone",)),
        ("first *a*\nline\n\n*b*", "<p>first *a*\nline</p><p>*b*</p>", Code.UNREAD_MARKUP, ("raw: *",)),
    ],
)
def test_a_problem_excuses_its_own_part_of_the_text(text: str, html: str, code: Code, silent: tuple[str, ...]) -> None:
    problem = Problem(code, Place("chapters/1-one.md", 4, 1), "", "")
    expected = html.replace("*", "") if "*" in html else None
    assert judge_page(text, expected, html, (problem,)).silent == silent


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
        ("~~" + "=[" * 18 + "\\*x ") * 40,
        ("{.a `b` `c` `d` `e` `f`\\* " * 40),
        "Words.\n+---+\n" + ("|" + " `a`" + " " * 200 + "|\n") * 40,
    ],
)
def test_signs_that_come_in_thousands_are_read_soon(line: str) -> None:
    html, problems = chapter_made_of(f"---\ntitle: T\n---\n{line}\n")
    assert html or problems
