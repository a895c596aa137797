"""What one command costs: instructions where the machine counts them, else processor time; and memory."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

_EVENT = "instructions:u"


class CommandError(Exception):
    """The measured command did not end well; the message holds its output."""


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of one run."""

    amount: float
    """In the unit of the meter."""
    peak_mb: float
    """Resident memory of the largest process."""


@dataclass(frozen=True, slots=True)
class Meter:
    """A way to measure: by counted instructions, or by processor time."""

    counts_instructions: bool

    @property
    def unit(self) -> str:
        """What an amount is counted in."""
        return "10^9 instr." if self.counts_instructions else "CPU s"

    @property
    def runs(self) -> int:
        """How often to measure for a number that can be trusted: counts repeat, times do not."""
        return 1 if self.counts_instructions else 5

    def run(self, command: list[str], folder: Path) -> Cost:
        """Run the command in the folder and return its cost."""
        with tempfile.TemporaryDirectory() as temporary:
            counts, log = Path(temporary, "counts"), Path(temporary, "log")
            usage = _run([*self._prefix(counts), *command], folder, log)
            amount = _instructions(counts) if self.counts_instructions else usage.ru_utime + usage.ru_stime
        # Linux counts in KiB, macOS in bytes.
        return Cost(amount, usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024))

    def _prefix(self, counts: Path) -> list[str]:
        return _perf(counts) if self.counts_instructions else []


def choose_meter() -> Meter:
    """Return the best meter that works on this machine."""
    if not shutil.which("perf"):
        return Meter(counts_instructions=False)
    try:
        with tempfile.TemporaryDirectory() as temporary:
            cost = Meter(counts_instructions=True).run([sys.executable, "-c", "pass"], Path(temporary))
    except (CommandError, ValueError):
        return Meter(counts_instructions=False)
    return Meter(counts_instructions=cost.amount > 0)


def _perf(counts: Path) -> list[str]:
    return ["perf", "stat", "-x,", "-e", _EVENT, "-o", str(counts), "--"]


def _instructions(counts: Path) -> float:
    """Return the count in a report of perf, in thousand millions; a virtual machine may have no counter."""
    line = next(line for line in counts.read_text().splitlines() if _EVENT in line)
    return int(line.split(",")[0]) / 1e9


def _run(command: list[str], folder: Path, log: Path) -> resource.struct_rusage:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandError(f"{' '.join(command)} ended with {process.returncode}:\n{log.read_text()[-4000:]}")
    return usage


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
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"},
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
