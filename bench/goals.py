"""What building, checking and saving cost, beside the goals: in seconds of processor time, the least of three runs.

Run it as `python bench/goals.py`. What earlier runs have kept is there, as for an author at work; `cold` is without.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.corpus import make_corpus
from bench.entries import entries_as_markdown
from bench.measure import Meter
from bench.preview import measured
from bench.sites import Setup, write_bare, write_ours

ROOT = Path(__file__).resolve().parents[1]
_RUNS = 3
_BRIEF = (
    "anchors.lock", "chapters", "docs", "evidence.yml", "glossary.yml", "mkdocs.yml", "references.yml",
    "shapes.geojson",
)  # fmt: skip
_PRINTED = ".cache/policybrief/citations"
_MKDOCS, _OURS = (str(Path(sys.executable).with_name(name)) for name in ("mkdocs", "policybrief"))


@dataclass(frozen=True, slots=True)
class Line:
    """A case, what it costs, and what it may cost at most."""

    case: str
    cost: float
    goal: float | None = None

    def __str__(self) -> str:
        goal = "" if self.goal is None else f"{self.goal:6.2f}"
        missed = "  missed" if self.goal is not None and self.cost > self.goal else ""
        return f"{self.case:58} {self.cost:6.2f} {goal:>6}{missed}"


def main(_arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; return the exit code."""
    print(f"{'case':58} {'s':>6} {'goal':>6}")
    with tempfile.TemporaryDirectory(prefix="policybrief-bench-") as temporary:
        for line in _lines(Path(temporary)):
            print(line, flush=True)
    return 0


def _lines(folder: Path) -> Iterator[Line]:
    brief = folder / "brief"
    brief.mkdir()
    for name in _BRIEF:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, brief / name)
        elif source.is_file():
            shutil.copy(source, brief / name)
    if (printed := ROOT / _PRINTED).is_dir():
        shutil.copytree(printed, brief / _PRINTED)
    check, build = [_OURS, "check", "--format", "json"], [_MKDOCS, "build", "--quiet"]
    yield Line("full build of the brief, cold (with its PDF)", _run(build, brief, 1))
    yield Line("full build of the brief, warm", _run(build, brief), 3.5)
    yield Line("check of the brief", _run(["sh", "-c", '"$@" || test $? = 1', "sh", *check], brief), 1.0)
    yield Line("import policybrief.build", _run([sys.executable, "-c", "import policybrief.build"], brief))
    yield Line("one sentence saved, the brief", measured(brief, _RUNS).edited, 0.5)
    corpus, ours, bare = make_corpus(100, 1_000), folder / "ours", folder / "bare"
    write_ours(corpus, ours, Setup())
    write_bare(corpus, bare, Setup(), entries_as_markdown(ours))
    of_bare = _run(build, bare)
    yield Line("full build 100 x 1,000, bare MkDocs and Material", of_bare)
    yield Line("full build 100 x 1,000, cold", _run(build, ours, 1))
    warm = _run(build, ours)
    yield Line("full build 100 x 1,000, warm", warm)
    yield Line("full build 100 x 1,000, warm, as a multiple of the bare host", warm / of_bare, 0.6)
    yield Line("one sentence saved, 100 x 1,000", measured(ours, _RUNS).edited, 1.0)
    yield Line("one glossary entry changed, 100 x 1,000", measured(ours, _RUNS, of_an_entry=True).edited, 2.0)


def _run(command: list[str], folder: Path, runs: int = _RUNS) -> float:
    return min(Meter().run(command, folder).amount for _ in range(runs))


if __name__ == "__main__":
    sys.exit(main())
