"""A build that finds what an earlier one has kept makes what a build without it makes, whatever changed in between.

`pytest tests/test_kept_builds.py -m soak` is the long form, with a hundred changes.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from previews import State, changed, environment, files_in, write
from test_hosts import FILES

pytestmark = pytest.mark.slow

START = {
    **FILES,
    "docs/guide/start.md": "# Start\n",
    "chapters/4-four.md": "# Four\n\nIn 1994 the EAEU had “some words of its own” [@treaty].\n\n"
    "## A part {#part}\n\n| a | b |\n|---|---|\n| Moscow | 14 |\n\n[There](1-one.md)[^n]\n\n[^n]: The EAEU.\n",
}
LEDGER = "anchors.lock"
OUTCOMES = ".cache/policybrief/outcomes"


def built(project: Path, temporary: Path) -> dict[str, bytes] | None:
    """Return the site and the ledger that a new process makes, or None when it refuses the brief."""
    temporary.mkdir(exist_ok=True)
    outcome = subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "-q"],
        cwd=project, env=environment(temporary), capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert "Traceback" not in outcome.stderr, outcome.stderr
    if outcome.returncode:
        return None
    ledger = project / LEDGER
    return {**files_in(project / "site"), LEDGER: ledger.read_bytes() if ledger.is_file() else b""}


def built_anew(project: Path, state: State, folder: Path) -> dict[str, bytes] | None:
    """Return what a build makes of the same state and the same ledger that finds nothing but printed citations."""
    write(folder, {}, state)
    if (project / LEDGER).is_file():
        shutil.copy(project / LEDGER, folder / LEDGER)
    if (printed := project / ".cache/policybrief/citations").is_dir():
        shutil.copytree(printed, folder / ".cache/policybrief/citations")
    return built(folder, folder / "temporary")


def differing(one: dict[str, bytes] | None, other: dict[str, bytes] | None) -> set[str]:
    if one is None or other is None:
        return set() if one is other else {"one was refused"}
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


@pytest.mark.parametrize("changes", [2, pytest.param(100, marks=pytest.mark.soak)])
def test_what_was_kept_changes_nothing(changes: int, tmp_path: Path) -> None:
    random, project = Random(17), tmp_path / "project"
    write(project, {}, START)
    assert built(project, tmp_path / "temporary") is not None
    state = good = START
    for number in range(changes):
        following = changed(state, random, number)
        write(project, state, following)
        state = following
        anew = built_anew(project, state, tmp_path / f"anew-{number}")
        assert differing(built(project, tmp_path / "temporary"), anew) == set(), number
        if anew is None:
            # A change that the build refuses is undone, so that most of the later ones reach a site.
            write(project, state, good)
        state = good = good if anew is None else state
        shutil.rmtree(tmp_path / f"anew-{number}")


def test_what_is_kept_may_be_damaged(tmp_path: Path) -> None:
    """Half of the file, another program's, and one whose bytes were changed are as good as none."""
    project = tmp_path / "project"
    write(project, {}, START)
    whole = built(project, tmp_path / "temporary")
    kept = (project / OUTCOMES).read_bytes()
    middle = len(kept) // 2
    for damage in (kept[:middle], kept[:middle] + b"\0" * 64 + kept[middle + 64 :], b"policybrief outcomes 1\n"):
        (project / OUTCOMES).write_bytes(damage)
        assert differing(built(project, tmp_path / "temporary"), whole) == set()
    # Nor need there be a folder to keep it in.
    shutil.rmtree(project / ".cache")
    (project / ".cache").write_text("", "utf-8")
    assert differing(built(project, tmp_path / "temporary"), whole) == set()


FENCES = "def sign(source, *rest, **named):\n    return '<p>one</p>'\n"
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>'
OWN_PARTS = {
    **START,
    "mkdocs.yml": f"""{START["mkdocs.yml"]}
markdown_extensions:
  - pymdownx.superfences:
      custom_fences: [{{name: sign, class: sign, format: !!python/name:fences.sign }}]
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
      options: {{custom_icons: [icons]}}
""",
    "chapters/5-five.md": "# Five\n\nAn icon :own: here.\n\n```sign\nx\n```\n",
    "fences.py": FENCES,
    "icons/own.svg": ICON,
}


def test_what_the_options_of_extensions_name_may_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The author's own function for fences, and an icon, are part of chapters that have not changed themselves."""
    project = tmp_path / "project"
    monkeypatch.setenv("PYTHONPATH", ".")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    write(project, {}, OWN_PARTS)
    first = built(project, tmp_path / "temporary")
    assert first is not None
    assert b"h4v4z" in first["chapters/5-five/index.html"]
    changed_parts = {**OWN_PARTS, "fences.py": FENCES.replace("one", "two"), "icons/own.svg": ICON.replace("4z", "3z")}
    write(project, OWN_PARTS, changed_parts)
    anew = built_anew(project, changed_parts, tmp_path / "anew")
    assert differing(built(project, tmp_path / "temporary"), anew) == set()
    assert anew != first
