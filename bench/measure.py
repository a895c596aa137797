"""What one command costs: instructions where the machine counts them, else processor time; and memory."""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_EVENT = "instructions:u"
_TOTAL = re.compile(r"I\s+refs:\s+([\d,]+)")
"""Where cachegrind says how many instructions it saw: https://valgrind.org/docs/manual/cg-manual.html"""


class CommandError(Exception):
    """The measured command did not end well; the message holds its output."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one run."""

    amount: float
    """In the unit of the meter."""
    peak_mb: float
    """Resident memory of the largest process; 0 where a program that counts hides it."""


class Counter(StrEnum):
    """What counts instructions, outside of the system's kernel."""

    NONE = "none"
    PERF = "perf"
    """The machine itself."""
    VALGRIND = "valgrind"
    """A program that runs each of them, some twenty times slower, on any machine."""


@dataclass(frozen=True, slots=True)
class Meter:
    """A way to measure: by counted instructions, or by processor time."""

    counter: Counter = Counter.NONE

    @property
    def unit(self) -> str:
        """What an amount is counted in."""
        return "10^9 instr." if self.counter is not Counter.NONE else "CPU s"

    @property
    def runs(self) -> int:
        """How often to measure for a number that can be trusted: counts repeat, times do not."""
        return 1 if self.counter is not Counter.NONE else 5

    def run(self, command: list[str], folder: Path) -> Cost:
        """Run the command in the folder and return its cost."""
        with tempfile.TemporaryDirectory() as temporary:
            counts, log = Path(temporary, "counts"), Path(temporary, "log")
            usage = _run([*_prefix(self.counter, counts), *command], folder, log)
            amount = usage.ru_utime + usage.ru_stime
            if self.counter is not Counter.NONE:
                amount = _instructions(self.counter, counts.read_text()) / 1e9
        # Linux counts in KiB, macOS in bytes.
        peak = usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
        return Cost(amount, 0 if self.counter is Counter.VALGRIND else peak)


def choose_meter(*, count: bool = False) -> Meter:
    """Return the best meter that works on this machine; with `count` one that counts, be it by valgrind.

    Raises CommandError when that is needed and not installed.
    """
    if _perf_counts():
        return Meter(Counter.PERF)
    if count and not shutil.which("valgrind"):
        raise CommandError("this machine counts no instructions: install valgrind, or leave --count out")
    return Meter(Counter.VALGRIND if count else Counter.NONE)


def _perf_counts() -> bool:
    """Return whether the machine counts; a virtual one often has no counter."""
    if not shutil.which("perf"):
        return False
    try:
        with tempfile.TemporaryDirectory() as temporary:
            return Meter(Counter.PERF).run([sys.executable, "-c", "pass"], Path(temporary)).amount > 0
    except (CommandError, ValueError):
        return False


def _prefix(counter: Counter, counts: Path) -> list[str]:
    match counter:
        case Counter.PERF:
            return ["perf", "stat", "-x,", "-e", _EVENT, "-o", str(counts), "--"]
        case Counter.VALGRIND:
            options = ("--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", f"--log-file={counts}")
            return ["valgrind", *options]
        case Counter.NONE:
            return []


def _instructions(counter: Counter, report: str) -> int:
    """Return the count in a report. Raises ValueError or CommandError when there is none."""
    if counter is Counter.PERF:
        return int(next(line for line in report.splitlines() if _EVENT in line).split(",")[0])
    total = _TOTAL.search(report)
    if total is None:
        raise CommandError(f"valgrind counted nothing:\n{report[-4000:]}")
    return int(total[1].replace(",", ""))


def _run(command: list[str], folder: Path, log: Path) -> resource.struct_rusage:
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandError(f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text()[-4000:]}")
    return usage


def _environment() -> dict[str, str]:
    """Return what commands are run with: each process would else compile every module again where that is forbidden."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a command that may end in any way."""

    seconds: float
    """Of processor time, its children's included."""
    peak_mb: float
    """Resident memory of the largest process."""
    exit_code: int
    """Negative when a signal ended it."""
    output: str
    """What it printed, errors included."""


def run_to_its_end(command: list[str], folder: Path, patience: int) -> Outcome:
    """Run a command in a folder, with nothing to read; after so many seconds of processor time the system ends it."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            ["sh", "-c", f'ulimit -t {patience}; exec "$@"', "sh", *command],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        printed = output.read().decode(errors="replace")
    peak = usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return Outcome(usage.ru_utime + usage.ru_stime, peak, process.returncode, printed)
