"""Files and values that a chapter includes, and the places of faults in them."""

import pytest

from policybrief.model.places import source_of
from policybrief.model.problems import Code, Place
from policybrief.reading.chapters import read_chapter
from policybrief.reading.includes import Known, included_paths
from policybrief.reading.limits import LARGEST_PAGE

PATH = "chapters/1-one.md"
BODY = "# One\n\na\u0007b {{ x }} c\u0007d {{ y }} end\n\n{{< include p/part.md >}}\n\nafter {{ x }} last\n"
PART = "---\ntitle: T\n---\ni\u0007n {{ x }} there\n\n{{< include deep.md >}}\nback\n"
KNOWN = Known({"chapters/p/part.md": PART, "chapters/p/deep.md": "deep {{ y }} down"}, {"x": "ex", "y": "a longer y"})


@pytest.mark.parametrize(
    ("words", "path", "line", "column"),
    [
        ("ab", PATH, 3, 1),
        ("ex cd", PATH, 3, 5),
        ("cd", PATH, 3, 13),
        ("d a longer", PATH, 3, 15),
        ("longer y end", PATH, 3, 17),
        ("end", PATH, 3, 25),
        ("in ex", "chapters/p/part.md", 4, 1),
        ("n ex", "chapters/p/part.md", 4, 3),
        ("there", "chapters/p/part.md", 4, 13),
        ("deep", "chapters/p/deep.md", 1, 1),
        ("down", "chapters/p/deep.md", 1, 14),
        ("back", "chapters/p/part.md", 7, 1),
        ("after", PATH, 7, 1),
        ("last", PATH, 7, 15),
    ],
)
def test_each_word_is_where_its_author_wrote_it(words: str, path: str, line: int, column: int) -> None:
    chapter, _ = read_chapter(BODY, PATH, (), KNOWN)
    assert chapter.body.count(words) == 1
    assert source_of(chapter).place(chapter.body.index(words)) == Place(path, line, column)


def test_a_title_and_a_summary_have_their_values() -> None:
    chapter, problems = read_chapter(
        "---\ntitle: Of {{ x }}\nsummary: '{{ y }}, {{ z }}'\n---\nText.\n", PATH, (), KNOWN
    )
    assert (chapter.title, chapter.summary, problems) == ("Of ex", "a longer y, {{ z }}", ())


def test_values_that_ask_for_one_another_end() -> None:
    values = {f"v{number}": f"{{{{ v{number + 1} }}}}" * 10 for number in range(20)}
    chapter, _ = read_chapter("# One\n\n{{ v0 }}\n", PATH, (), Known({}, values))
    assert len(chapter.body) < 3 * LARGEST_PAGE


def test_files_that_take_in_one_another_end() -> None:
    files = {f"chapters/f{number}.md": f"{{{{< include f{number + 1}.md >}}}}\n\n" * 10 for number in range(19)}
    files["chapters/f19.md"] = "Words and words and words.\n" * 40
    chapter, problems = read_chapter("# One\n\n{{< include f0.md >}}\n", PATH, (), Known(files, {}))
    assert len(chapter.body) < 2 * LARGEST_PAGE
    assert {problem.code for problem in problems} <= {Code.BAD_SNIPPET, Code.TOO_COMPLEX}
    assert problems


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("{{< include a.md >}}", [("chapters/a.md",)]),
        ("{{< include /a.md >}}", [("a.md",)]),
        ('{{< include file="../a.md" >}}', [("a.md",)]),
        ("```{include} ../x/a.md\n```", [("x/a.md",)]),
        (":::{include} ../x/a.md\n:relative-docs: .\n:::", [("x/a.md",)]),
        ('--8<-- "x/a.md"', [("x/a.md", "chapters/x/a.md")]),
        ('{% include "a.md" %}', [("chapters/a.md",)]),
        ("{{< include ../../a.md >}}", []),
        ("{{< include https://example.org/a.md >}}", []),
        ("Words {{< include a.md >}}", []),
    ],
)
def test_no_file_outside_the_project_is_asked_for(text: str, paths: list[tuple[str, ...]]) -> None:
    assert list(included_paths(text, PATH)) == paths
