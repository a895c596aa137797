"""Citations over random lives of a brief: branches in real repositories of git, and heavy revisions in six languages.

Short forms of `bench/branches.py` and `bench/revisions.py`; the long ones, whose figures the manual has, are soaks.
"""

from collections import Counter

import pytest
from bench import branches, revisions

LANGUAGES = sorted(file.stem for file in revisions.TEXTS.glob("*.md"))
HISTORIES = range(1, 501)
# One citation in 2,000 may go astray without a word, and one in 2,000 be lost.
RARE = 0.0005
NEVER_WORSE = 0.001


def lived(mode: str, seeds: range) -> Counter[str]:
    counts = Counter(kind for seed in seeds for kind in branches.play(seed, mode).kinds)
    shares = (f"{kind} {100 * count / counts.total():.2f} %" for kind, count in counts.most_common())
    print(f"{mode}: {counts.total()} citations, {', '.join(shares)}")
    return counts


@pytest.mark.slow
@pytest.mark.parametrize("mode", branches.MODES)
def test_a_history_keeps_all_its_citations(mode: str) -> None:
    counts = lived(mode, range(2, 3))
    assert counts.total() > branches.PARAGRAPHS
    assert set(counts) <= {"right", "notice", "review"}


@pytest.mark.slow
def test_histories_know_what_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """A ledger that keeps no tombstones loses ids, and the judge must say so."""
    monkeypatch.setattr(branches, "with_known_ids", lambda ledger, _past: type(ledger)(ledger.edition, ledger.lines))
    assert lived("none", range(2, 3))["unknown"]


@pytest.mark.soak
def test_hundreds_of_histories_keep_their_citations() -> None:
    control, driver, repair = (lived(mode, HISTORIES) for mode in branches.MODES)
    for counts in (driver, repair):
        assert not counts["unknown"]
        assert counts["wrong"] <= RARE * counts.total()
        assert counts["lost"] <= RARE * counts.total()
        astray = (counts["wrong"] + counts["lost"]) / counts.total()
        assert astray <= (control["wrong"] + control["lost"]) / control.total() + NEVER_WORSE


def revised(language: str, seeds: int, editions: int) -> tuple[int, Counter[str]]:
    texts = (revisions.TEXTS / f"{language}.md").read_text("utf-8").split("\n\n")
    trials = [revisions.trial(texts, f"{language} {seed}", editions) for seed in range(seeds)]
    counts = sum((Counter(one.kinds.values()) for one in trials), Counter[str]())
    print(f"{language}: {counts}")
    return counts.total(), counts


@pytest.mark.parametrize("language", LANGUAGES)
def test_ten_editions_keep_nearly_all_citations(language: str) -> None:
    total, counts = revised(language, 1, 10)
    assert total > revisions.PARAGRAPHS
    assert counts["wrong"] + counts["lost"] <= 0.005 * total


def test_revisions_know_what_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the ledger of the edition before, nothing is known again."""
    monkeypatch.setattr(revisions, "accept", lambda ledger: type(ledger)(ledger.edition, ledger.lines[:100]))
    _, counts = revised("en", 1, 3)
    assert counts["lost"]


@pytest.mark.soak
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hundred_editions_keep_nearly_all_citations(language: str) -> None:
    total, counts = revised(language, 5, revisions.EDITIONS)
    assert counts["wrong"] <= RARE * total
    assert counts["wrong"] + counts["lost"] <= 0.005 * total
