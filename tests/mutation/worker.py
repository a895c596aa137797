"""Runs the tests on one mutant after another: requests on standard input, answers on standard output, a line each.

It is started in a copy of the checkout. A request holds `file`, `code`, `tests` and `seconds` (the time they may take);
the answer is `caught`, `survived`, `too slow`, or `not tried` when pytest itself fails. What the tests print goes to
`worker.log` in that folder.
"""

import ast
import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

MEMORY = 6 * 1024**3
"""What a mutant may take at most, in bytes: some ask for ever more."""


class Chosen:
    """Runs only the given tests, in the given order, with the same examples each time."""

    def __init__(self, tests: list[str]) -> None:
        self._order = {test: rank for rank, test in enumerate(tests)}

    def pytest_sessionstart(self) -> None:
        """Leave out what makes a failing example shorter: that it fails is enough."""
        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", derandomize=True, database=None, phases=phases)
        settings.load_profile("mutants")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Choose and sort."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self._order), key=lambda item: self._order[item.nodeid]
        )


def answer(file: Path, code: str, tests: list[str], seconds: float) -> str:
    """Return what the tests say of a file with this code; the file is as it was afterwards."""
    before = file.read_text("utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()
    file.write_text(code, "utf-8")
    try:
        child = os.fork()
        if child == 0:
            run(tests)
        return outcome(child, seconds)
    finally:
        file.write_text(before, "utf-8")


def run(tests: list[str]) -> None:
    """Run the tests in this process, which ends with their exit code."""
    os.setsid()
    with Path("worker.log").open("wb") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # Code of the same length written in the same second would be taken for what was compiled before it.
    sys.dont_write_bytecode = True
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    files = sorted({test.partition("::")[0] for test in tests})
    # Hypothesis is loaded before pytest could rewrite its assertions, of which the tests see nothing.
    silent = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
    code = pytest.main(["-q", "-x", "-p", "no:xdist", "-p", "no:cacheprovider", *silent, *files], [Chosen(tests)])
    sys.stdout.flush()
    os._exit(int(code))


def outcome(child: int, seconds: float) -> str:
    """Wait for the child, but not for ever, and leave none of its own processes behind."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            break
        time.sleep(0.01)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "too slow"
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(status)
    if code in (pytest.ExitCode.INTERNAL_ERROR, pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED):
        return "not tried"
    return "caught" if code else "survived"


def libraries() -> Iterator[str]:
    """Yield the names of the modules that the code and the tests import, except their own."""
    files = [*Path("src").rglob("*.py"), *Path("tests").glob("*.py")]
    own = {"policybrief", "policybrief_command", *(file.stem for file in files)}
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            yield from (name for name in names if name.partition(".")[0] not in own)


def main() -> None:
    """Load the libraries once, then answer until the input ends."""
    for name in sorted(set(libraries())):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    for line in sys.stdin:
        request = json.loads(line)
        said = answer(Path(request["file"]), request["code"], request["tests"], request["seconds"])
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
