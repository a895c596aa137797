"""What one edited chapter costs under `serve`, until its page is there: with policybrief and with the bare host.

Run it as `python bench/preview.py`; sizes are given as CHAPTERSxTERMS. Times are processor time, not the clock's.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.corpus import make_corpus
from bench.entries import entries_as_markdown
from bench.sites import Setup, write_bare, write_ours

USUAL = ("100x1000", "1000x1000")
_ADDRESS = "http://127.0.0.1:8000/"
_LIMIT = 1.0
"""Seconds that our own share of a rebuild may take at 1,000 chapters."""


@dataclass(frozen=True, slots=True)
class Rebuilds:
    """Seconds of processor time: the first build, and the quickest rebuild after an edit."""

    first: float
    edited: float


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides of one size."""

    size: str
    bare: Rebuilds
    ours: Rebuilds

    def line(self) -> str:
        own = self.ours.edited - self.bare.edited
        return (
            f"{self.size:>10}  bare {self.bare.edited:6.2f} s  ours {self.ours.edited:6.2f} s  "
            f"own share {own:+6.2f} s (at most {_LIMIT:.0f})  "
            f"first build {self.bare.first:.2f} and {self.ours.first:.2f} s"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the sizes, print a line for each, write the numbers; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="*", default=USUAL)
    parser.add_argument("--edits", type=int, default=3, help="edits of each side; the quickest counts")
    parser.add_argument("--results", type=Path, default=Path(tempfile.gettempdir(), "policybrief-preview.json"))
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--entry", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one:
        print(json.dumps(asdict(measure(options.one, options.edits, of_an_entry=options.entry))))
        return 0
    compared = [compare(size, options.edits) for size in options.size]
    for one in compared:
        print(one.line())
    options.results.write_text(json.dumps([asdict(one) for one in compared], indent=2) + "\n", encoding="utf-8")
    print(f"All numbers: {options.results}")
    return 0


def compare(size: str, edits: int) -> Compared:
    """Write both projects of a size, and measure each in a process of its own."""
    chapters, terms = map(int, size.split("x"))
    corpus = make_corpus(chapters, terms)
    with tempfile.TemporaryDirectory(prefix="policybrief-bench-") as temporary:
        ours, bare = Path(temporary, "ours"), Path(temporary, "bare")
        write_ours(corpus, ours, Setup())
        write_bare(corpus, bare, Setup(), entries_as_markdown(ours))
        return Compared(size, *(measured(project, edits) for project in (bare, ours)))


def measure(project: Path, edits: int, *, of_an_entry: bool = False) -> Rebuilds:
    """Preview the project, edit a chapter or an entry, build again and open the page; return what that took."""
    # What the host brings along is no part of a rebuild, and only this process needs it.
    from mkdocs.commands.build import build  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415

    site = project / "site"

    def build_once() -> None:
        build(load_config(str(project / "mkdocs.yml"), site_dir=str(site)), serve_url=_ADDRESS)

    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    start = time.process_time()
    build_once()
    first = time.process_time() - start
    server = LiveReloadServer(build_once, "127.0.0.1", 8000, str(site))
    config.plugins.on_serve(server, config=config, builder=build_once)
    answer = server.get_app()
    assert answer is not None, "the server of the host has its application from the start"
    chapter = next(iter(sorted(project.glob("**/chapters/**/*.md"))))
    file = project / "glossary.yml" if of_an_entry else chapter
    inside = chapter.relative_to(project).as_posix().removeprefix("docs/").removesuffix(".md")
    times = []
    for number in range(edits):
        text = file.read_text(encoding="utf-8")
        if of_an_entry:
            edited = text.replace("definition: ", f"definition: In {number} words, ", 1)
        else:
            edited = f"{text}\nOne more sentence, number {number}.\n"
        file.write_text(edited, encoding="utf-8")
        start = time.process_time()
        server.builder()
        page = b"".join(answer({"PATH_INFO": f"/{inside}/"}, lambda *_: len))
        times.append(time.process_time() - start)
        assert b"<article" in page, f"no page at {inside}"
    return Rebuilds(first, min(times))


def measured(project: Path, edits: int, *, of_an_entry: bool = False) -> Rebuilds:
    """Return what `measure` does, in a process of its own."""
    command = [sys.executable, __file__, "--one", str(project), "--edits", str(edits)]
    command += ["--entry"] if of_an_entry else []
    ended = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Rebuilds(**json.loads(ended.stdout.splitlines()[-1]))


if __name__ == "__main__":
    sys.exit(main())
