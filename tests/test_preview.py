"""A preview lives through any change of its brief: it never ends, shows no stale page, and recovers.

`pytest tests/test_preview.py -m soak` is the long form, with a hundred changes.
"""

import socket
from functools import partial
from pathlib import Path
from random import Random

import pytest

from previews import Preview, all_opened, changed, fresh, front_page, previewing, wait_until, write
from test_hosts import FILES

pytestmark = pytest.mark.slow

START = {**FILES, "mkdocs.yml": FILES["mkdocs.yml"].replace("/one/", "/"), "docs/guide/start.md": "# Start\n"}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("least", [1, pytest.param(100, marks=pytest.mark.soak)])
def test_any_changes(least: int, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    steps, random = max(least, pytestconfig.getoption("preview_steps")), Random(8)
    project = tmp_path / "project"
    write(project, {}, START)
    state = good = START
    with previewing(project, tmp_path / "server", free_port()) as preview:
        shown = fresh(START, tmp_path / "fresh", preview.address, project / ".cache")
        assert shown is not None
        assert_shows(preview, shown)
        for number in range(steps):
            # A broken state is mended at times, not always: one fault may follow upon another.
            last = number == steps - 1
            following = good if last or (state != good and random.random() < 0.5) else changed(state, random, number)
            if following == state:
                continue
            said = len(preview.said())
            write(project, state, following)
            state = following
            made = fresh(state, tmp_path / f"fresh-{number}", preview.address, project / ".cache")
            if made is None:
                wait_until(partial(complains, preview, said), preview)
            else:
                good, shown = state, made
            assert_shows(preview, shown)


def complains(preview: Preview, since: int) -> bool:
    return "still shows the last good site" in preview.said()[since:]


def differing(preview: Preview, site: dict[str, bytes]) -> set[str]:
    """Return the paths at which the preview has something else than this site, when each file was asked for."""
    opened = all_opened(preview, site)
    return {path for path in opened.keys() | site.keys() if opened.get(path) != site.get(path)}


def assert_shows(preview: Preview, site: dict[str, bytes]) -> None:
    """Assert that the preview comes to show this site, to the byte, when each of its files was asked for."""
    wait_until(lambda: not differing(preview, site), preview, seconds=60)
    assert front_page(preview) == 200
    assert "Traceback" not in preview.said()
