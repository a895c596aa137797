"""A real `mkdocs serve` beside a brief that changes under it, and fresh builds to compare it with."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

State = Mapping[str, str]
"""The files of a brief: text by path."""

_FRESH = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config(sys.argv[1], site_dir=sys.argv[2])
config.plugins.on_startup(command="serve", dirty=False)
config.site_url = sys.argv[3]
build(config, serve_url=sys.argv[3])
"""


@dataclass(frozen=True, slots=True)
class Preview:
    """A running server."""

    project: Path
    address: str
    temporary: Path
    """Where it keeps its site."""
    log: Path

    def site(self) -> Path:
        return next(path for path in self.temporary.iterdir() if path.name.startswith(("mkdocs_", "properdocs_")))

    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")


def environment(temporary: Path) -> dict[str, str]:
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"}


@contextmanager
def previewing(project: Path, temporary: Path, port: int, program: str = "mkdocs") -> Iterator[Preview]:
    """Serve the brief by a host until the block ends."""
    temporary.mkdir()
    log = temporary / "serve.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [
                Path(sys.executable).with_name(program), "serve", "--livereload", "-f", "mkdocs.yml",
                "-a", f"127.0.0.1:{port}",
            ],
            cwd=project, stdout=output, stderr=output, env=environment(temporary),
        )  # fmt: skip
    preview = Preview(project, f"http://127.0.0.1:{port}/", temporary, log)
    try:
        wait_until(lambda: "Serving on" in preview.said(), preview)
        yield preview
        assert server.poll() is None, preview.said()
    finally:
        server.terminate()
        server.wait(20)


def wait_until(happened: Callable[[], bool], preview: Preview, seconds: float = 300) -> None:
    """Wait, or fail with what the server said."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if happened():
            return
        time.sleep(0.2)
    raise AssertionError(preview.said()[-3000:])


def write(project: Path, before: State, after: State) -> None:
    """Change the files of a project from one state to another, touching no others."""
    for path in before.keys() - after.keys():
        (project / path).unlink()
        parent = (project / path).parent
        if parent != project and not any(parent.iterdir()):
            parent.rmdir()
    for path, text in after.items():
        if before.get(path) != text:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_text(text, "utf-8")


def fresh(state: State, folder: Path, address: str, cache: Path) -> dict[str, bytes] | None:
    """Return the site that a new process makes of a state, or None when it refuses it.

    The fonts and printed citations in `cache` are used: they are kept by their content.
    """
    project, site = folder / "project", folder / "site"
    project.mkdir(parents=True)
    (project / ".cache").symlink_to(cache)
    write(project, {}, state)
    outcome = subprocess.run(
        [sys.executable, "-c", _FRESH, str(project / "mkdocs.yml"), str(site), address],
        cwd=project, env=environment(folder), capture_output=True, text=True, check=False,
    )  # fmt: skip
    return files_in(site) if outcome.returncode == 0 else None


def files_in(site: Path) -> dict[str, bytes]:
    """Return the files of a site by path."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def all_opened(preview: Preview, site: Iterable[str]) -> dict[str, bytes]:
    """Return the files of a preview when somebody has asked for each of those in a site."""
    for path in site:
        with suppress(urllib.error.HTTPError):
            urllib.request.urlopen(preview.address + urllib.parse.quote(path), timeout=60).close()
    return files_in(preview.site())


def front_page(preview: Preview) -> int:
    with urllib.request.urlopen(preview.address, timeout=30) as response:
        return int(response.status)


def changed(state: State, random: Random, number: int) -> dict[str, str]:
    """Return the state after one change of an author, for better or worse."""
    chapters = [path for path in state if path.startswith("chapters/")]
    chapter = random.choice(chapters) if chapters else f"chapters/{number}-new.md"
    text, glossary = state.get(chapter, "# New\n\nMoscow.\n"), state.get("glossary.yml", "")
    without = {path: words for path, words in state.items() if path != chapter}
    written = {
        "an edit": {chapter: f"{text}\nAnother word on the EAEU, the {number}th.\n"},
        "a new chapter": {f"chapters/{number + 10}-more.md": f"# More {number}\n\nThe EAEU and Moscow.\n"},
        "a new alias": {"glossary.yml": glossary.replace("EAEU", f"EAEU{number}", 1)},
        "a new entry": {"glossary.yml": f"{glossary}x{number}: {{name: Xy{number}, kind: place, background: true}}\n"},
        "another definition": {"glossary.yml": glossary.replace("states", f"{number} states", 1)},
        "another name": {"glossary.yml": glossary.replace("name: Moscow", f"name: Moscow {number}", 1)},
        "a place on the map": {
            "glossary.yml": f"{glossary}m{number}: {{name: Mz{number}, kind: place, background: true, "
            f"coordinates: [{40 + number % 9}.5, 47.25]}}\n"
        },
        "another source": {
            "references.yml": state.get("references.yml", "references:\n").replace("Treaty", f"Treaty {number}", 1)
        },
        "another title": {"mkdocs.yml": state["mkdocs.yml"].replace("title: A", f"title: {number} A", 1)},
        "another theme": {"mkdocs.yml": state["mkdocs.yml"].replace("name: material", "name: material, language: de")},
        "a new page": {f"docs/page-{number}.md": f"# Page {number}\n"},
        "a broken glossary": {"glossary.yml": f"{glossary}broken: [}}\n"},
        "a wrong mark": {chapter: f"{text}\nThe [[nobody]] and [x](nowhere.md).\n"},
        "a hostile chapter": {chapter: text + "[" * 100},
        "broken settings": {"mkdocs.yml": state["mkdocs.yml"] + "nonsense: [\n"},
    }
    left = {
        "a chapter deleted": without,
        "a chapter renamed": {**without, chapter.replace(".md", f"-{number}.md"): text},
        "no chapters": {path: words for path, words in state.items() if not path.startswith("chapters/")},
        "no glossary": {path: words for path, words in state.items() if path != "glossary.yml"},
        "no references": {path: words for path, words in state.items() if path != "references.yml"},
    }
    # Edits come more often than the rest.
    what = random.choice([*written, *left, *["an edit", "a new entry", "a chapter renamed"] * 2])
    return dict(left[what]) if what in left else {**state, **written[what]}
