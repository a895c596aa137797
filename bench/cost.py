"""What a build with policybrief costs, against bare MkDocs and Material on the same pages.

Run it as `python bench/cost.py`; `--help` lists the options.

Builds are warm: each side builds the very same files once before it is measured, and finds what it has kept of that,
which is nothing for the bare host. The site itself is gone, and is written whole each time.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.corpus import make_corpus
from bench.entries import entries_as_markdown
from bench.measure import CommandError, Cost, Meter, choose_meter
from bench.report import Case, Result, Side, table, write_json
from bench.sites import Setup, write_bare, write_ours

USUAL = (Case(100, 1_000, target=1.05),)
LARGE = (Case(1_000, 100), Case(1_000, 1_000), Case(1_000, 10_000, target=1.25))
MKDOCS = str(Path(sys.executable).with_name("mkdocs"))

SIDES = ("bare", "ours")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, write the numbers; return the exit code."""
    options = _parser().parse_args(arguments)
    cases = options.case or [*USUAL, *(LARGE if options.all else ())]
    setup = Setup(not options.no_search, dict(options.set))
    try:
        meter = choose_meter(count=options.count)
        with _folder(options.keep) as folder, tempfile.TemporaryDirectory(prefix="old-", dir=folder) as aside:
            runs = options.runs or meter.runs
            bench = Bench(folder, Path(aside), setup, meter, runs, options.seed, options.short_entries)
            results = [bench.measure(case) for case in cases]
    except CommandError as failure:
        print(failure, file=sys.stderr)
        return 1
    print(table(results, meter))
    write_json(results, meter, options.results)
    print(f"All numbers: {options.results}")
    return 0


@dataclass(frozen=True, slots=True)
class Bench:
    """Where and how to measure."""

    folder: Path
    aside: Path
    """Where old sites lie until the end; on the same disk as `folder`."""
    setup: Setup
    meter: Meter
    runs: int
    seed: int
    short_entries: bool
    """Whether the bare side's entry pages hold the definition alone, instead of the same text as ours."""

    def measure(self, case: Case) -> Result:
        """Build both sides of the case, in turns, and return what they cost."""
        size = f"{case.chapters}x{case.terms}"
        corpus = make_corpus(case.chapters, case.terms, self.seed)
        projects = {name: self._folder(f"{size}-{name}") for name in SIDES}
        write_ours(corpus, projects["ours"], self.setup)
        entries = {} if self.short_entries else entries_as_markdown(projects["ours"])
        write_bare(corpus, projects["bare"], self.setup, entries)
        costs: dict[str, list[Cost]] = {name: [] for name in SIDES}
        # The first round is not counted: it fills what either side keeps from one build to the next.
        for run in range(self.runs + 1):
            for name, project in projects.items():
                _progress(f"{size} {name}: {f'run {run} of {self.runs}' if run else 'warming up'}")
                self._set_aside(project / "site")
                meter = self.meter if run else Meter()
                costs[name].append(meter.run([sys.executable, MKDOCS, "build", "--quiet"], project))
        _progress("")
        sides = {name: _side(costs[name][1:], project / "site") for name, project in projects.items()}
        return Result(case, corpus.words, corpus.mentions, sides["bare"], sides["ours"])

    def _folder(self, name: str) -> Path:
        project = self.folder / name
        self._set_aside(project)
        return project

    def _set_aside(self, old: Path) -> None:
        """Move a folder out of the way, if it is there.

        It is not deleted yet: for minutes afterwards ext4 looks at every inode lately freed before it gives a new file
        one (`recently_deleted` in the kernel's fs/ext4/ialloc.c). That cost a build 2 s and more.
        """
        if old.exists():
            old.rename(Path(tempfile.mkdtemp(dir=self.aside), old.name))


def _side(costs: list[Cost], site: Path) -> Side:
    sizes = [page.stat().st_size for page in site.rglob("*.html")]
    return Side(tuple(costs), len(sizes), sum(sizes) / 1e6)


@contextmanager
def _folder(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="policybrief-bench-") as temporary:
        yield Path(temporary)


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--all", action="store_true", help="also 1,000 chapters with 100, 1,000 and 10,000 terms")
    add(
        "--case",
        action="append",
        type=_case,
        metavar="CHAPTERSxTERMS",
        help="this size only; may be repeated",
    )
    add("--short-entries", action="store_true", help="entry pages of the bare side hold the definition alone")
    add("--no-search", action="store_true", help="the bare side without its theme's search; ours has its own")
    add(
        "--set",
        action="append",
        default=[],
        type=_option,
        metavar="OPTION=YAML",
        help="an option of our plugin",
    )
    add(
        "--count", action="store_true", help="count instructions by valgrind if the machine does not: slow, but repeats"
    )
    add("--runs", type=int, help="counted runs of each side (default: 1 for instructions, 5 for times)")
    add("--seed", type=int, default=1, help="another corpus of the same size")
    add("--keep", type=Path, metavar="FOLDER", help="work there, and leave the projects and sites")
    results = Path(tempfile.gettempdir(), "policybrief-bench.json")
    add(
        "--results",
        type=Path,
        default=results,
        metavar="FILE",
        help=f"where the numbers go (default: {results})",
    )
    return parser


def _case(text: str) -> Case:
    chapters, terms = map(int, text.split("x"))
    known = {(case.chapters, case.terms): case for case in (*USUAL, *LARGE)}
    return known.get((chapters, terms), Case(chapters, terms))


def _option(text: str) -> tuple[str, object]:
    name, _, value = text.partition("=")
    return name, yaml.safe_load(value)


if __name__ == "__main__":
    sys.exit(main())
