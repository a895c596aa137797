"""What hostile input costs: each in a process of its own, in CPU seconds and megabytes, against what the guide says.

Run it as `python bench/hostile.py`; words after it pick the cases whose names hold one of them.
"""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.hostile_cases import FILES, Case
from bench.hostile_commands import COMMANDS
from bench.measure import Outcome, run_to_its_end

MOST_SECONDS = 10
MOST_MB = 500
MOST_LINES = 1_000
"""Of a report: more is read by nobody."""
PATIENCE = 120
"""Processor seconds after which a case is ended."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a case."""

    name: str
    command: str
    seconds: float
    peak_mb: float
    exit_code: int
    lines: int
    faults: tuple[str, ...]
    """What is not as it should be."""
    said: str
    """The first line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the cases, print the table, write the numbers; return 1 when a case goes past a limit."""
    options = _parser().parse_args(arguments)
    cases = [
        case for case in (*FILES, *COMMANDS) if not options.words or any(word in case.name for word in options.words)
    ]
    results = []
    for case in cases:
        results.append(_measured(case))
        print(_row(results[-1]), flush=True)
    content = {
        "machine": {"system": platform.platform(), "python": platform.python_version(), "unit": "CPU s"},
        "limits": {"seconds": MOST_SECONDS, "mb": MOST_MB, "lines": MOST_LINES},
        "results": [asdict(result) for result in results],
    }
    options.results.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    wrong = sum(bool(result.faults) for result in results)
    slowest, largest = max(result.seconds for result in results), max(result.peak_mb for result in results)
    print(f"{len(results)} cases, {wrong} past a limit; at most {slowest:.1f} CPU s and {largest:.0f} MB")
    print(f"All numbers: {options.results}")
    return 1 if wrong else 0


def _measured(case: Case) -> Result:
    with tempfile.TemporaryDirectory(prefix="policybrief-hostile-") as temporary:
        project = Path(temporary, "project")
        # In a process of its own: the system counts the memory of whoever starts the command as the command's.
        writer = get_context("fork").Process(target=case.prepare, args=(project,))
        writer.start()
        writer.join()
        words = case.command
        program = str(Path(sys.executable).with_name(words[0]))
        outcome = run_to_its_end([program, *words[1:]], project, PATIENCE)
    said = outcome.output.strip().split("\n")
    return Result(
        case.name,
        " ".join(words[:3]),
        round(outcome.seconds, 2),
        round(outcome.peak_mb),
        outcome.exit_code,
        len(said),
        tuple(_faults(outcome, case)),
        said[0][:120],
    )


def _faults(outcome: Outcome, case: Case) -> list[str]:
    lines = outcome.output.split("\n")
    tests = {
        "slow": outcome.seconds > MOST_SECONDS,
        "large": outcome.peak_mb > MOST_MB,
        "traceback": "Traceback" in outcome.output,
        "control characters": not all(line.isprintable() for line in lines),
        "long report": len(lines) > MOST_LINES or len(outcome.output) > 200 * MOST_LINES,
        f"exit code {outcome.exit_code}": outcome.exit_code not in case.exit_codes,
    }
    return [name for name, found in tests.items() if found]


def _row(result: Result) -> str:
    faults = ", ".join(result.faults)
    return (
        f"{result.name:58} {result.seconds:7.2f} s {result.peak_mb:6.0f} MB  exit {result.exit_code}"
        f" {result.lines:7,} lines  {faults.upper()}\n    {result.said}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", help="only cases with one of these in their name")
    results = Path(tempfile.gettempdir(), "policybrief-hostile.json")
    parser.add_argument(
        "--results", type=Path, default=results, metavar="FILE", help=f"where the numbers go (default: {results})"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
