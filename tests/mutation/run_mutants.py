"""Mutation testing: change the code at one place, run the tests that run that place, and see whether one fails.

`make mutants` calls it; `--help` lists the options. A mutant is given to the tests nearest to its line, and when these
pass to all that run it. What no test notices is listed, with its place and the change.

It works on copies of the checkout, so that the commands which tests start see the mutant too. Each mutant has a
process of its own, forked from one that has the libraries loaded and nothing of policybrief.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path
from queue import SimpleQueue

from mutation.mutants import Mutant, mutants_by_hand, mutants_of

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SELECTION = "selection"
"""The copy of the checkout in which the tests were run once; mutants are made from it, whatever happens to the rest."""
ROOMS = ("model", "alignment", "chapters")
BY_HAND = HERE / "by_hand.yml"
_HEADS = ("---", "+++", "@@ ")
OF_DATA_CLASSES = "tests/test_house.py::test_data_are_frozen_and_have_no_other_fields"
"""It reads the code, and so runs no line of it."""
NEAREST = 3
"""The tests of how many files a mutant is given to before it is given to others that run its line."""
QUICK = 20.0
"""How many seconds these may take."""
SLOW = 0.5
"""How many seconds make a test one that is left to the end."""


@dataclass(frozen=True, slots=True)
class Tests:
    """Which tests run which lines, and how long each takes."""

    seconds: Mapping[str, float]
    """Node id -> seconds."""
    names: Sequence[str]
    lines: Mapping[str, Mapping[int, Sequence[int]]]
    """File -> line -> numbers of tests; a line that runs only when the file is imported has none."""
    weights: Mapping[int, int]
    """How many lines each test runs, by its number."""
    only_quick: bool = False
    """Whether slow tests are left out."""

    def that_run(self, mutant: Mutant) -> list[str]:
        """Return the tests that run the line of the mutant, those first that run little else.

        A line in the middle of a statement is not counted: then it is the nearest one above. What runs at import
        concerns all tests that run anything of the file, or of its room when there is nothing else in the file.
        """
        lines = self.lines.get(mutant.file, {})
        counted = max((line for line in lines if line <= mutant.line), default=0)
        numbers = set(lines.get(counted, ())) or self._of([mutant.file])
        numbers = numbers or self._of(file for file in self.lines if Path(file).parent == Path(mutant.file).parent)
        return [self.names[number] for number in sorted(numbers, key=lambda number: (self.weights[number], number))]

    def _of(self, files: Iterable[str]) -> set[int]:
        return {test for file in files for tests in self.lines.get(file, {}).values() for test in tests}

    def time_for(self, tests: Iterable[str]) -> float:
        """Return how long tests may take before a mutant counts as one that never ends, in seconds."""
        return 60 + 10 * sum(self.seconds[test] for test in tests)

    def stages(self, mutant: Mutant) -> Iterator[list[str]]:
        """Yield the tests in groups: of the nearest files, of the others that are quick, and the rest.

        To load all files of tests takes longer than to run most tests.
        """
        if mutant.code_line.startswith("@dataclass"):
            yield [OF_DATA_CLASSES]
        tests = self.that_run(mutant)
        files = set(list(dict.fromkeys(map(_file_of, tests)))[:NEAREST])
        near: list[str] = []
        for test in tests:
            if _file_of(test) in files and sum(map(self.seconds.__getitem__, near)) < QUICK:
                near.append(test)
        rest = [test for test in tests if test not in set(near)]
        yield near
        yield [test for test in rest if self.seconds[test] < SLOW]
        if not self.only_quick:
            yield [test for test in rest if self.seconds[test] >= SLOW]


def _file_of(test: str) -> str:
    return test.partition("::")[0]


class Worker:
    """A process that runs tests in a copy of the checkout."""

    def __init__(self, folder: Path) -> None:
        self._origin = folder.parent / SELECTION
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self._origin, folder)
        command = [sys.executable, str(HERE / "worker.py")]
        self._process = subprocess.Popen(
            command, cwd=folder, env=environment(folder), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def hold(self, tests: Tests) -> None:
        """Raise ValueError unless the quick tests pass here as long as nothing is changed."""
        file = next(iter(tests.lines))
        quick = [name for name in tests.names if tests.seconds[name] < SLOW / 10][::10]
        code = (self._origin / file).read_text("utf-8")
        said = self.ask({"file": file, "code": code, "tests": quick, "seconds": tests.time_for(quick)})
        if said != "survived":
            raise ValueError(f"without a mutant the tests are {said}: see worker.log in the folder of the copy")

    def outcome(self, mutant: Mutant, tests: Tests) -> str:
        """Return `caught`, `survived`, or `too slow`, which a test would notice as well."""
        code = mutant.code(self._origin)
        said = "survived"
        for stage in tests.stages(mutant):
            if stage and said == "survived":
                said = self.ask({"file": mutant.file, "code": code, "tests": stage, "seconds": tests.time_for(stage)})
        return said

    def ask(self, request: Mapping[str, object]) -> str:
        """Send a request and return the answer."""
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(request), file=self._process.stdin, flush=True)
        return str(json.loads(self._process.stdout.readline()))

    def end(self) -> None:
        """Let the process come to its end."""
        self._process.communicate()


def copy_checkout(folder: Path) -> None:
    """Copy the files that Git knows or would add."""
    shutil.rmtree(folder, ignore_errors=True)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment in which the code of a copy is the one that is imported, and is compiled only once."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    paths = os.pathsep.join(map(str, (folder / "src", folder / "tests")))
    return kept | {"PYTHONPATH": paths, "PYTHONHASHSEED": "0", "NO_MKDOCS_2_WARNING": "1"}


def tests_by_line(folder: Path) -> Tests:
    """Run the unit tests once and return what they run. Raises CalledProcessError when one fails."""
    copy, out = folder / SELECTION, folder / "tests.json"
    copy_checkout(copy)
    by_hand = {mutant.file.removeprefix("src/policybrief/") for mutant in mutants_by_hand(ROOT, BY_HAND)}
    command = [sys.executable, str(HERE / "selection.py"), str(out), *ROOMS, *sorted(by_hand)]
    subprocess.run(command, cwd=copy, env=environment(copy), stdout=sys.stderr, check=True)
    return read_tests(out)


def read_tests(file: Path) -> Tests:
    """Return what `selection.py` wrote."""
    found = json.loads(file.read_text("utf-8"))
    lines = {path: {int(line): tests for line, tests in lines.items()} for path, lines in found["lines"].items()}
    weights = Counter(test for of_file in lines.values() for tests in of_file.values() for test in tests)
    return Tests(dict(zip(found["tests"], found["seconds"], strict=True)), found["tests"], lines, weights)


def sample(root: Path, room: str, count: int, seed: int) -> tuple[list[Mutant], int]:
    """Return so many mutants of a room, in an order drawn by the seed, and how many there are in all."""
    if room == "by-hand":
        listed = mutants_by_hand(root, BY_HAND)
        return listed, len(listed)
    files = sorted((root / "src/policybrief" / room).rglob("*.py"))
    every = [mutant for file in files for mutant in mutants_of(root, file.relative_to(root).as_posix(), seed)]
    return random.Random(seed).sample(every, min(count, len(every)) if count else len(every)), len(every)


def changed(root: Path, mutant: Mutant) -> str:
    """Return the line of a mutant as it was and as it is."""
    before = (root / mutant.file).read_text("utf-8").splitlines()
    lines = [line for line in unified_diff(before, mutant.code(root).splitlines(), n=0) if line[:3] not in _HEADS]
    return "\n".join(f"    {line[0]} {line[1:].strip()}" for line in lines)


def report(root: Path, room: str, every: int, outcomes: Mapping[Mutant, str]) -> str:
    """Return how many mutants of a room were caught, and the list of what survived."""
    counts, tried = Counter(outcomes.values()), len(outcomes)
    caught = counts["caught"] + counts["too slow"]
    lines = [f"{room}: {caught} of {tried} caught ({caught / max(tried, 1):.1%}); {every} mutants in all"]
    for mutant in sorted(mutant for mutant, said in outcomes.items() if said == "survived"):
        lines += [f"  {mutant.file}:{mutant.line}:{mutant.column} {mutant.operator}", changed(root, mutant)]
    return "\n".join(lines)


def main() -> int:
    """Try the mutants of each room and print what came of them."""
    options = parsed_options()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    tests = read_tests(folder / "tests.json") if options.again else tests_by_line(folder)
    tests = replace(tests, only_quick=options.quick)
    workers: SimpleQueue[Worker] = SimpleQueue()
    for number in range(options.jobs):
        worker = Worker(folder / f"worker-{number}")
        worker.hold(tests)
        workers.put(worker)

    def tried(mutant: Mutant) -> str:
        worker = workers.get()
        try:
            said = worker.outcome(mutant, tests)
        finally:
            workers.put(worker)
        print(f"{said} {mutant.file}:{mutant.line}:{mutant.column} {mutant.operator}", file=sys.stderr, flush=True)
        return said

    with ThreadPoolExecutor(options.jobs) as pool:
        for room in options.room or ("by-hand", *ROOMS):
            chosen, every = sample(folder / SELECTION, room, options.mutants, options.seed)
            chosen = [mutant for mutant in chosen if not options.file or mutant.file.endswith(tuple(options.file))]
            outcomes = dict(zip(chosen, pool.map(tried, chosen), strict=True))
            print(report(folder / SELECTION, room, every, outcomes), flush=True)
    for _ in range(options.jobs):
        workers.get().end()
    return 0


def parsed_options() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mutants", type=int, default=0, help="how many of each room, drawn by the seed (0: all)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="how many at a time")
    parser.add_argument("--room", action="append", choices=("by-hand", *ROOMS), help="this room only; may be repeated")
    parser.add_argument("--file", action="append", help="of these only what is in files so named; may be repeated")
    parser.add_argument("--again", action="store_true", help="keep what was found out about the tests in the last run")
    parser.add_argument("--quick", action="store_true", help="leave slow tests out: some more mutants survive")
    parser.add_argument("--folder", type=Path, default=ROOT / "build/mutants", help="where the copies are made")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
