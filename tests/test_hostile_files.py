"""Whatever stands in a file, reading it ends soon, with values and problems and never with an exception."""

import time
import unicodedata
from collections.abc import Callable

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from anything import convert_all, hold_build, hold_problems, read_all
from policybrief.model.paragraph_ids import new_id
from policybrief.model.problems import Code, Problem
from policybrief.reading.chapters import read_chapter
from policybrief.reading.glossary import read_glossary
from policybrief.reading.references import read_references
from policybrief.reading.settings import read_settings
from policybrief.reading.text import decoded, refused_in

WORDS = """
eaeu name kind organisation event aliases form lang link ambiguous true definition dates start end 1994 1994-05
relations type to member-of since until sources see https://example.org/ note background references id title language
issued n.d. author family literal DOI URL date-parts plugins policybrief brief site_name authors orcid chapters
""".split()
PIECES = st.sampled_from(
    [
        *WORDS,
        *(f"{word}: " for word in WORDS),
        *["\n", "\n  ", "\n    ", "\n- ", "\n  - ", "---\n", "...\n", "[", "]", "{", "}", ", ", ": ", "? ", "- "],
        *["&a ", "*a", "<<: *a", "!x ", "!!python/name:x", "%YAML 1.2\n", "%TAG ! x\n", "#", "|\n", ">-\n", '"', "'"],
        *["\\u202e", "\\U00110000", "\\0", "\\", "\t", "\r\n", "\x00", "\x85", "\u2028", "\u200b", "\u200d", "\ufeff"],
        *[
            "\ufdd0",
            "\ud800",
            "а",
            "a",
            "İ",
            "ə",
            "ǝ",
            "<b>",
            "# ",
            "===\n",
            "```\n",
            "*",
            "_",
            "\U0001f600",
            "0" * 5000,
        ],
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(TEXTS)
@example("<<: *a")
@example("- &a [*a]")
@example('a: "\\U00110000"')
@example("%YAML 1." + "9" * 5000 + "\n---\na: 1")
@example("references: {}")
@example("plugins: [policybrief: {brief: {authors: [{orcid: 0000-0000-0000-000X}]}}]")
@settings(deadline=None, max_examples=400)
def test_any_text(text: str) -> None:
    problems = read_all(text)
    hold_problems(problems)
    assert not any(problem.message.endswith(".") for problem in problems)


@given(TEXTS)
@settings(deadline=None, max_examples=100)
def test_any_text_with_the_pure_parser(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("policybrief.reading.yaml.Loader", yaml.SafeLoader)
        read_all(text)


@given(st.binary())
@example(b"\xff\xfea\x00")
@example(b"\xef\xbb\xbf\xef\xbb")
@settings(deadline=None)
def test_any_bytes(data: bytes) -> None:
    text, problems = decoded(data, "glossary.yml")
    assert (text is None) == bool(problems)
    if text is not None:
        read_all(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\n"
        + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefghi", "bcdefghij", strict=True)),
        "[" * 90_000,
        "[\n" * 900_000,
        "- " * 45_000,
        "{a: " * 20_000,
        "\n".join(" " * depth + "a:" for depth in range(1000)),
        "a: " + "x" * 10_000_000,
        "".join(f"%TAG !{number}! x\n" for number in range(100_000)),
        ("aа " * 20_000 + "\n") * 30,
        "\u200b\n" * 900_000,
        "# " + "*a" * 45_000,
        "# " + " " * 90_000 + "#",
        "a: {name: '" + "<a" * 45_000 + "'}",
    ],
    ids=[
        *["bomb", "flow", "flow-lines", "dashes", "braces", "indents", "ten-megabytes", "directives"],
        *["look-alikes", "invisible", "stars", "spaces", "tags"],
    ],
)
def test_reading_ends_soon(text: str) -> None:
    readers: list[Callable[[str, str], tuple[object, tuple[Problem, ...]]]] = [
        *(read_glossary, read_references, read_chapter, read_settings)
    ]
    for read in readers:
        begun = time.process_time()
        _, problems = read(text, "x.yml")
        assert time.process_time() - begun < 3
        assert len(problems) < 100


def test_every_invisible_character_is_refused() -> None:
    visible = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    ours = (*range(0x13430, 0x13440), *range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B))
    for point in range(0x110000):
        kept = point in visible or point in ours or chr(point) in "\t\n"
        if unicodedata.category(chr(point)) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
            assert (refused_in(chr(point)) is None) == kept, hex(point)


MARKUP = st.sampled_from(
    """
    EAEU EAEU's Moscow–EAEU Moscow the_city ЕАЭС signing_of_the_treaty 2014 . , " ( ) \\\\ | &amp; &#65;
    [[eaeu]] [[eaeu|x]] [[!Moscow]] [[ ]] [@a] @a [@a,_p._4;_see_@a] [-@a]
    [^1] [^1]:_ [x](y.md) ![x](y) [x][y] [y]:_http://x
    #_ ##_ === ``` ` `` * ** >_ -_ 1._ {:_#a_.own} {#a}
    ///_caption /// <b> </b> <div> <!--_ --> <http://x>
    """.split()
).map(lambda words: words.replace("_", " "))
BREAKS = st.sampled_from(["\n", "\n\n", "\n    ", "\n> ", " ", "  \n", "\n- ", "\n|", "\n|-|-|\n", "_", "__"])
MARKDOWN = st.lists(st.one_of(MARKUP, BREAKS, st.text(max_size=5)), max_size=60).map("".join)


@given(MARKDOWN)
@settings(max_examples=150)
def test_any_markdown(text: str) -> None:
    hold_build(convert_all(text))


SIGNS = ["[", "![", "[[a", "[@a; ", "[a](", "[a][", "<a ", "<http://a", "@a ", "{: #a", "<![CDATA["]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_what_would_take_long_is_not_converted(sign: str, end: str) -> None:
    """Without the limits each of these takes minutes to hours."""
    text = ("x " + sign * (9_000 // len(sign)) + end) * 33
    built = convert_all(f"# One\n\n{text}\n")
    assert {problem.code for problem in built.problems} & {Code.TOO_COMPLEX, Code.FILE_TOO_LARGE}
    assert not built.knowledge.paragraphs()


class CountingSet(set[str]):
    """A set that counts how often it is asked."""

    asked = 0

    def __contains__(self, value: object) -> bool:
        self.asked += 1
        return super().__contains__(value)


def test_many_equal_paragraphs_get_ids_soon() -> None:
    taken = CountingSet()
    for _ in range(3_000):
        taken.add(new_id("The same words.", taken))
    assert len(taken) == 3_000
    assert taken.asked < 3_000 * 60


def test_a_glossary_of_too_many_entries_is_not_read() -> None:
    text = "".join(f"e{number}: {{}}\n" for number in range(20_001))
    glossary, (problem,) = read_glossary(text, "glossary.yml")
    assert not glossary.entries
    assert str(problem).startswith("glossary.yml:20001:1: error[too-complex]: the glossary has 20,001 entries")
