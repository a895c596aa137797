"""What the rules cost: work in proportion to the words, whether in many chapters or in one long paragraph."""

import cProfile
from pathlib import Path

import pytest

from policybrief.build import build
from policybrief.chapters.citing import unprinted
from policybrief.checks.run import CHECKS, run_checks
from policybrief.model.publication import Publication
from policybrief.reading.project import read_project

BRIEF = Path(__file__).parent / "books" / "planted" / "brief"
TEXT = (
    "Nordland and the IRC met President Berg in 2014, and Vera Holm said ‘the IRC’ lost 24 per cent. "
    "In 2009 the drought ended. IRC member Southland objected in 1995. Then the body met.\n"
)


def calls_for(root: Path, chapters: int, times: int) -> int:
    """Return how many functions the rules call for so many chapters, each one paragraph of the text so many times."""
    for name in ("mkdocs.yml", "glossary.yml", "references.yml", "evidence.yml"):
        (root / name).write_bytes((BRIEF / name).read_bytes())
    folder = root / "chapters"
    folder.mkdir()
    for number in range(1, chapters + 1):
        (folder / f"{number}-part.md").write_text(f"# Part {number}\n\n{TEXT * times}\nSee [@report2020].\n", "utf-8")
    project = read_project(root)
    knowledge = build(project, None, unprinted).knowledge
    profile = cProfile.Profile()
    profile.enable()
    problems = tuple(run_checks(Publication(project, knowledge), CHECKS, work_list=True))
    profile.disable()
    assert len(problems) > chapters * times
    return sum(line.callcount for line in profile.getstats())


@pytest.mark.parametrize(("one", "two"), [((4, 10), (8, 10)), ((1, 40), (1, 80))], ids=["chapters", "one paragraph"])
def test_twice_the_words_take_twice_the_work(tmp_path: Path, one: tuple[int, int], two: tuple[int, int]) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert calls_for(tmp_path / "two", *two) < 2.3 * calls_for(tmp_path / "one", *one)
