"""That every bench still runs: each at its smallest, for what it prints and not for how long it takes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def output_of(bench: str, *words: str) -> str:
    outcome = subprocess.run(
        [sys.executable, ROOT / "bench" / bench, *words], capture_output=True, text=True, check=False
    )
    # Not its exit code, which may say that this machine is slow.
    assert "Traceback" not in outcome.stderr, outcome.stderr
    return outcome.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bench", "words", "said"),
    [
        ("cost.py", ("--case", "2x5", "--runs", "1"), "ratio"),
        ("preview.py", ("2x5", "--edits", "1"), "own share"),
        ("hostile.py", ("deep flow",), "All numbers"),
    ],
)
def test_a_bench_that_keeps_its_numbers(tmp_path: Path, bench: str, words: tuple[str, ...], said: str) -> None:
    results = tmp_path / "results.json"
    assert said in output_of(bench, *words, "--results", str(results))
    assert results.is_file()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bench", "words", "said"),
    [
        ("matching.py", ("10", "--chapters", "2"), "MB/s"),
        (
            "anchors.py",
            ("--language", "en", "--manner", "light", "--seeds", "61", "--every", "20"),
            "| en | light | 1 |",
        ),
        ("inflection.py", (), "| en | first 6 letters |"),
        ("revisions.py", ("--language", "en", "--seeds", "1", "--editions", "2", "--log"), "| en | 1 |"),
        ("branches.py", ("--mode", "driver", "--histories", "1", "--log"), "| driver | 1 |"),
    ],
)
def test_a_bench_that_only_prints(bench: str, words: tuple[str, ...], said: str) -> None:
    assert said in output_of(bench, *words)


@pytest.mark.soak
@pytest.mark.browser
def test_the_bench_of_search() -> None:
    assert "keystroke p50" in output_of("search.py", "1", "--runs", "1")
