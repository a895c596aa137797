"""Whatever stands in a file, reading it ends soon, with values and problems and never with an exception."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from anything import convert_all, hold_build, hold_problems, read_all
from policybrief.alignment.paragraph_ids import new_id
from policybrief.model.places import Source
from policybrief.model.problems import Code, Place, Problem, Suggestions
from policybrief.reading.chapters import read_chapter
from policybrief.reading.glossary import read_glossary
from policybrief.reading.pages import check_pages
from policybrief.reading.project import read_project
from policybrief.reading.references import read_references
from policybrief.reading.settings import read_settings
from policybrief.reading.text import decoded, refused_in

pytestmark = pytest.mark.slow

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
def test_what_would_take_long_is_not_read(text: str) -> None:
    """`bench/hostile.py` measures how soon they end."""
    readers: list[Callable[[str, str], tuple[object, tuple[Problem, ...]]]] = [
        *(read_glossary, read_references, read_chapter, read_settings)
    ]
    counts = [len(read(text, "x.yml")[1]) for read in readers]
    assert max(counts) < 100
    assert counts[-1], "none of them holds the settings of MkDocs"


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


@pytest.mark.slow
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


ENTRY = "  {{id: {0}, type: book, title: T, language: en, issued: '2019'}}"
FLOODS: list[tuple[Callable[[str, str], tuple[object, tuple[Problem, ...]]], str]] = [
    (read_glossary, "".join(f"e{number}: {{}}\n" for number in range(5_000))),
    (read_glossary, "e:\n" + "".join(f"  k{number}: v\n" for number in range(5_000))),
    (read_glossary, "a:\n" * 5_000),
    (read_glossary, "e:\n  aliases:\n" + "  - {}\n" * 5_000),
    (read_references, "- {id: a}\n" * 5_000),
    (read_references, "references:\n" + "-\n" * 5_000),
    (read_references, "".join(f"-{ENTRY.format('a')}\n" for _ in range(5_000))),
    (read_references, "a: &a x\n" + "b: *a\n" * 5_000),
]


@pytest.mark.parametrize(("read", "text"), FLOODS)
def test_a_file_of_a_thousand_faults_is_not_read_on(
    read: Callable[[str, str], tuple[object, tuple[Problem, ...]]], text: str
) -> None:
    _, problems = read(text, "x.yml")
    assert len(problems) == 1_001
    assert problems[-1].code is Code.TOO_COMPLEX
    assert problems[-1].message == "more than 1,000 problems; the rest of the file was not read"
    hold_problems(problems)


def test_values_are_counted() -> None:
    _, (problem,) = read_references("references:\n" + "-\n" * 600_001, "x.yml")
    assert str(problem).startswith("x.yml:600001:2: error[too-complex]: the file holds more than 600,000 values")


def test_sources_are_counted() -> None:
    text = "".join(f"-{ENTRY.format(f'a{number}')}\n" for number in range(20_001))
    sources, (problem,) = read_references(text, "x.yml")
    assert not sources
    assert str(problem).startswith(
        "x.yml:20001:9: error[too-complex]: the file has 20,001 sources; the limit is 20,000"
    )


def test_keys_of_front_matter_are_counted() -> None:
    text = "---\n" + "".join(f"k{number}: v\n" for number in range(101)) + "---\n\n# One\n"
    _, (problem,) = read_chapter(text, "x.md")
    assert str(problem).startswith("x.md:2:1: error[too-complex]: the front matter has 101 keys; the limit is 100")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("<b>x</b> ", Code.RAW_HTML),
        ("[a](b%s.md) ", Code.BROKEN_LINK),
        ("![](b%s.png) ", Code.MISSING_IMAGE),
        ("a[^x%s] ", Code.UNDEFINED_NOTE),
        ("[@a%s] ", Code.UNKNOWN_SOURCE),
        ("[[x y%s]] ", Code.UNKNOWN_ENTRY),
        ("[x][y%s] ", Code.UNDEFINED_LINK),
        ("\n\nx\n{: onclick=y }\n\n", Code.BAD_ATTRIBUTE),
        ("\n\nx\n{: #a }\n\n", Code.DUPLICATE_ID),
    ],
)
def test_of_many_equal_faults_in_a_page_the_first_are_told(words: str, code: Code) -> None:
    lines = ("".join(words.replace("%s", str(number)) for number in range(at, at + 50)) for at in range(0, 500, 50))
    problems = convert_all("# One\n\n" + "\n\n".join(lines)).problems
    found = [problem for problem in problems if problem.code is code]
    assert 1 <= len(found) <= 101
    # Ids given twice are all told at the last place that gives them.
    assert len(found) == 101 or code is Code.DUPLICATE_ID
    assert sum(problem.message == "more of this kind follow" for problem in found) == 1
    hold_problems(problems)


def test_many_pages_and_deep_folders_are_not_read(tmp_path: Path) -> None:
    chapters, docs = tmp_path / "chapters", tmp_path / "docs"
    for folder in (chapters, docs):
        folder.mkdir()
        for number in range(3_001):
            (folder / f"{number}.md").touch()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nplugins: [policybrief]\n", "utf-8")
    (tmp_path / "glossary.yml").touch()
    project = read_project(tmp_path)
    assert not project.chapters
    said = [str(problem).partition("\n")[0] for problem in (*project.problems, *check_pages(tmp_path, "docs"))]
    assert said == [
        "chapters:1:1: error[too-complex]: there are 3,001 pages in 'chapters'; the limit is 3,000",
        "docs:1:1: error[too-complex]: there are 3,001 pages in 'docs'; the limit is 3,000",
    ]
    deep = tmp_path / "pages" / "/".join("a" * 21)
    deep.mkdir(parents=True)
    (problem,) = check_pages(tmp_path, "pages")
    assert problem.message == "folders are nested more than 20 levels deep"
    assert problem.code is Code.TOO_COMPLEX


def test_hints_are_looked_for_a_number_of_times_and_once_for_a_word() -> None:
    near = Suggestions(["alpha", "beta"])
    assert [near.hint("alphx", "else") for _ in range(300)] == ["did you mean 'alpha'?"] * 300
    for number in range(300):
        assert near.hint(f"nothing like it {number}", "else") == "else"
    assert near.hint("betx", "else") == "else"


@pytest.mark.parametrize("text", ["one\ntwo\n\nthree", "", "\n", "x"])
def test_places_are_those_of_the_lines(text: str) -> None:
    source = Source("x.md", text, 5)
    for offset in range(len(text) + 1):
        before = text[:offset]
        assert source.place(offset) == Place("x.md", 5 + before.count("\n"), offset - before.rfind("\n"))
