"""Whatever happens to the disk while something is published or kept: the old state is there, or the new one."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from faults import Fault, World

HERE = Path(__file__).parent
WHOLE = ("old", "new")
IN_ONE_STEP = ("a first site", "a ledger", "imported sources", "a kept copy", "a new brief")
"""What is never seen half done, not even right after a kill."""


def tried(step: int) -> list[dict[str, str]]:
    """Return what came of every fault at one in `step` of the changes that each piece of work makes to the disk."""
    outcome = subprocess.run(
        [sys.executable, HERE / "fault_table.py", str(step), *(fault.name for fault in Fault)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert outcome.returncode == 0, outcome.stderr
    return [json.loads(line) for line in outcome.stdout.splitlines()]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="each point is tried in a process that is forked")
@pytest.mark.parametrize("step", [7, pytest.param(1, marks=pytest.mark.soak)])
def test_a_fault_at_any_change_leaves_the_old_or_the_new(step: int) -> None:
    points = tried(step)
    assert len(points) > 3_000 / step
    assert {point["work"] for point in points} > {*IN_ONE_STEP, *(f"a site, {world.value}" for world in World)}
    wrong = [point for point in points if not is_right(point)]
    assert wrong == []
    counts: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for point in points:
        counts[point["work"], point["fault"]][point["then"] if point["then"] in WHOLE else "part"] += 1
    for (work, fault), found in sorted(counts.items()):
        print(f"{work}; {fault}: " + ", ".join(f"{number} {state}" for state, number in sorted(found.items())))


def is_right(point: dict[str, str]) -> bool:
    """Return whether the old or the new state was whole, at the latest when the next attempt had begun."""
    then, ended = point["then"], point["ended"]
    killed = point["fault"] in (Fault.KILL.value, Fault.TORN.value)
    if point["later"] not in WHOLE or point["again"] != "new" or point["left"]:
        return False
    if point["work"] in IN_ONE_STEP and then not in WHOLE:
        return False
    if point["work"] == f"a site, {World.USUAL.value}" and then not in (*WHOLE, "new without what is hidden"):
        return False
    if killed or point["fault"] == Fault.DEAD.value:
        return True
    # A program that can still say what happened says the truth.
    if ended == "0":
        return then.startswith("new") or point["later"] == "new"
    return then in WHOLE or point["work"] == f"a site, {World.MOUNTED.value}"
