"""Which tests run which lines: one run of the unit tests under coverage, written down as JSON.

`python selection.py OUT.json WHAT...` in a checkout: files and rooms of `src/policybrief`, such as `build.py model`.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import coverage
import pytest

UNIT = "not browser and not slow and not soak"


class Recorder:
    """Tells coverage which test runs, and notes how long each took."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self._measured = measured
        self.seconds: dict[str, float] = {}
        """Node id -> seconds, with what was set up for it."""
        self.failed: list[str] = []

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Count lines for this test."""
        self._measured.switch_context(item.nodeid)
        begun = time.perf_counter()
        result = yield
        self.seconds[item.nodeid] = time.perf_counter() - begun
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what fails."""
        if report.failed:
            self.failed.append(report.nodeid)


def main(out: str, *wanted: str) -> int:
    """Run the tests; return 1 when one fails, for then nothing can be said about mutants."""
    root = Path("src/policybrief").resolve()
    include = [f"{root / name}{'' if name.endswith('.py') else '/*'}" for name in wanted]
    measured = coverage.Coverage(data_file=None, include=include, config_file=False)
    recorder = Recorder(measured)
    measured.start()
    code = pytest.main(["-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", UNIT, "tests"], [recorder])
    measured.stop()
    if code != pytest.ExitCode.OK:
        print(*recorder.failed, sep="\n", file=sys.stderr)
        return 1
    data, names = measured.get_data(), list(recorder.seconds)
    number_of = {name: number for number, name in enumerate(names)}
    lines = {
        Path(file).relative_to(root.parents[1]).as_posix(): {
            line: sorted(number_of[test] for test in tests if test)
            for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in sorted(data.measured_files())
    }
    found = {"tests": names, "seconds": list(recorder.seconds.values()), "lines": lines}
    Path(out).write_text(json.dumps(found), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
