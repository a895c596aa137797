"""Whole briefs by a grammar: no exception, no word lost, and a second build that equals the first."""

from pathlib import Path

import lxml.html  # type: ignore[import-untyped]
import pytest

from anything import hold_build
from policybrief.build import build
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.model.output import Build
from policybrief.model.problems import Severity
from random_briefs import random_brief
from test_every_word import missing

CAMPAIGN = 2_000
FIRST_OF_CAMPAIGN = 1_000
PRINTED = 20
"""Of how many briefs in a campaign one is printed."""


def built(root: Path) -> Build:
    """Build the brief in a folder as a library, keep its ledger, and return the build, which has no error."""
    opened = open_site(root)
    made = build(opened.project, opened.site)
    hold_build(made)
    problems = (*opened.problems, *made.problems)
    assert not [str(problem) for problem in problems if problem.severity is Severity.ERROR]
    assert opened.upkeep is not None
    opened.upkeep.keep(made.ledger)
    return made


def check_brief(seed: int, root: Path, *, printed: bool = True) -> int:
    """Build a brief twice and compare it with what was written; return how many passages of words it has."""
    written = random_brief(seed, printed=printed)
    written.write(root)
    first = built(root)
    pages = {page.path: page.html for page in first.pages}
    for path, passages in written.passages.items():
        page = lxml.html.fragment_fromstring(pages[path], "div")
        lost = next(missing(passages, page, (), path), None)
        assert lost is None, f"brief {seed}, {path}:{lost.first_line}: {lost.words}"
    second = built(root)
    assert second.ledger == first.ledger, f"brief {seed}"
    assert {page.path: page.html for page in second.pages} == pages, f"brief {seed}"
    assert second.artifacts == first.artifacts, f"brief {seed}"
    return sum(map(len, written.passages.values()))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_a_random_brief(seed: int, tmp_path: Path) -> None:
    assert check_brief(seed, tmp_path) > 5


@pytest.mark.soak
@pytest.mark.parametrize("part", range(20))
def test_many_random_briefs(part: int, tmp_path: Path) -> None:
    count = CAMPAIGN // 20
    seeds = range(FIRST_OF_CAMPAIGN + part * count, FIRST_OF_CAMPAIGN + (part + 1) * count)
    passages = sum(check_brief(seed, tmp_path / str(seed), printed=seed % PRINTED == 0) for seed in seeds)
    print(f"briefs {seeds[0]} to {seeds[-1]}: {passages} passages, none lost")
