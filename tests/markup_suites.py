"""What other programs' manuals and test suites hold, taken apart into inputs; the suites are not part of this project.

`git clone` brings each into a folder, from which nothing but texts is read.
"""

import ast
import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent


@dataclass(frozen=True, slots=True)
class Sample:
    """One input of a suite."""

    suite: str
    origin: str
    """File and number within it."""
    text: str
    expected: str | None = None
    """The HTML that the suite expects, where it says so."""


Reading = Callable[[Path], Iterator[tuple[str, str, str | None]]]
_FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})[ ]*(?P<info>[^\n]*)\n(?P<text>.*?)^ *(?P=fence)[`~]*[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_MARKDOWN_CODE = re.compile(r"\{?\.?(?:markdown|md|rmd|qmd|myst|text)\b|\s*$", re.IGNORECASE)
"""What is behind a fence with Markdown in it: its name or nothing. YAML, Python and R are no markup of a chapter."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)
_SPEC = re.compile(r"^`{32} example[^\n]*\n(?P<text>.*?)^\.\n(?P<html>.*?)^`{32}$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(
    r"^```+\n% pandoc(?P<args>[^\n]*)\n(?P<text>.*?)^\^D\n(?P<out>.*?)^```+$", re.MULTILINE | re.DOTALL
)
_FORMAT = re.compile(r"(?:-f|--from|-r|--read)[ =]?(?P<format>[\w+-]+)")
_TO_HTML = re.compile(r"(?:-t|--to|-w)[ =]?html5?\s*$")
_FIXTURE = re.compile(r"^[^\n]*\n\.\n(?P<text>.*?)^\.\n(?P<out>.*?)^\.$", re.MULTILINE | re.DOTALL)


def read_spec(*names: str) -> Reading:
    """Return what reads the examples of CommonMark's kind of specification."""

    def read(root: Path) -> Iterator[tuple[str, str, str | None]]:
        for name in names:
            for number, match in enumerate(_SPEC.finditer((root / name).read_text("utf-8")), 1):
                text, html = (match[part].replace("→", "\t") for part in ("text", "html"))
                yield f"{name}:{number}", text, html

    return read


def read_manual(*globs: str, code: bool = True) -> Reading:
    """Return what reads the sections of manuals, and the Markdown that they show as code."""

    def read(root: Path) -> Iterator[tuple[str, str, str | None]]:
        for file in sorted({file for pattern in globs for file in root.glob(pattern) if file.is_file()}):
            text = _FRONT_MATTER.sub("", file.read_text("utf-8", errors="replace"))
            name = file.relative_to(root).as_posix()
            shown = [match for match in _FENCE.finditer(text) if _MARKDOWN_CODE.match(match["info"])]
            for number, match in enumerate(shown if code else (), 1):
                yield f"{name}:code {number}", dedent(match["text"]), None
            for number, section in enumerate(_sections(text), 1):
                yield f"{name}:section {number}", section, None

    return read


def read_fixtures(*globs: str) -> Reading:
    """Return what reads tests of markdown-it's kind: a title, the input and the output between single full stops."""

    def read(root: Path) -> Iterator[tuple[str, str, str | None]]:
        for file in sorted(file for pattern in globs for file in root.glob(pattern)):
            for number, match in enumerate(_FIXTURE.finditer(file.read_text("utf-8")), 1):
                yield f"{file.relative_to(root).as_posix()}:{number}", match["text"], None

    return read


def read_commands(root: Path) -> Iterator[tuple[str, str, str | None]]:
    """Yield the Markdown of pandoc's own tests, which are commands with what they read and write."""
    for file in sorted((root / "test/command").glob("*.md")):
        for number, match in enumerate(_COMMAND.finditer(file.read_text("utf-8")), 1):
            given = _FORMAT.search(match["args"])
            reader = given["format"] if given else "markdown"
            if reader.startswith(("markdown", "commonmark", "gfm")) and "lhs" not in reader and match["text"].strip():
                yield f"{file.name}:{number}", match["text"], None


def read_pairs(root: Path) -> Iterator[tuple[str, str, str | None]]:
    """Yield the texts that stand beside the HTML that is expected of them."""
    for file in sorted(root.glob("tests/**/*.txt")):
        html = file.with_suffix(".html")
        if html.is_file() and "requirements" not in file.name:
            yield file.relative_to(root).as_posix(), file.read_text("utf-8"), html.read_text("utf-8")


def read_calls(*names: str) -> Reading:
    """Return what reads Python tests in which one of these methods is given an input and the HTML expected of it."""

    def read(root: Path) -> Iterator[tuple[str, str, str | None]]:
        for file in sorted(root.glob("tests/**/test_*.py")):
            calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
            for call in calls:
                if isinstance(call.func, ast.Attribute) and call.func.attr in names and len(call.args) > 1:
                    text, html = map(_constant, call.args[:2])
                    if text and html is not None:
                        yield f"{file.relative_to(root).as_posix()}:{call.lineno}", text, html

    return read


def _constant(node: ast.expr) -> str | None:
    """Return the text of a literal, or of a literal in a call such as `self.dedent("…")`."""
    while isinstance(node, ast.Call) and node.args:
        node = node.args[0]
    return dedent(node.value).strip("\n") if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _sections(text: str) -> Iterator[str]:
    """Yield the sections of a manual, its headings left out; code may hold what looks like one."""
    hidden = _FENCE.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), text)
    starts = [0, *(match.start() for match in re.finditer(r"^#{1,6} .*\n|^.+\n(?:=+|-+)[ ]*\n", hidden, re.MULTILINE))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        section = re.sub(r"\A(?:#{1,6} .*\n|[^\n]+\n(?:=+|-+)[ ]*\n)", "", text[start:end]) if start else text[:end]
        if section.strip():
            yield section.strip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class Suite:
    """Where a suite is to be had, and what reads it."""

    name: str
    repository: str
    reading: tuple[Reading, ...]
    folders: tuple[str, ...] = ()
    """Of a large repository, those that are read."""


SUITES = (
    Suite("CommonMark", "commonmark/commonmark-spec", (read_spec("spec.txt"),)),
    Suite("GFM", "github/cmark-gfm", (read_spec("test/spec.txt", "test/extensions.txt", "test/regression.txt"),)),
    Suite("Python-Markdown", "Python-Markdown/markdown", (read_pairs, read_calls("assertMarkdownRenders"))),
    Suite("pymdown-extensions", "facelessuser/pymdown-extensions", (read_pairs, read_calls("check_markdown"))),
    Suite(
        "pandoc",
        "jgm/pandoc",
        (
            read_commands,
            read_manual("MANUAL.txt"),
            read_manual(
                "test/testsuite.txt",
                "test/tables.txt",
                "test/pipe-tables.txt",
                "test/markdown-reader-more.txt",
                "test/markdown-citations.txt",
                code=False,
            ),
        ),
        ("/MANUAL.txt", "/test/*.txt", "/test/command/*.md"),
    ),
    Suite(
        "MyST",
        "executablebooks/MyST-Parser",
        (
            read_fixtures("tests/test_renderers/fixtures/*.md"),
            read_manual("docs/syntax/*.md"),
        ),
    ),
    Suite(
        "Quarto",
        "quarto-dev/quarto-web",
        (read_manual("docs/authoring/*.qmd", "docs/authoring/*.md"),),
        ("/docs/authoring/*",),
    ),
    Suite("bookdown", "rstudio/bookdown", (read_manual("inst/examples/*.Rmd"),)),
    Suite("mdBook", "rust-lang/mdBook", (read_manual("guide/src/**/*.md", "tests/testsuite/**/*.md"),)),
    Suite(
        "Obsidian",
        "obsidianmd/obsidian-help",
        (read_manual("en/Editing and formatting/*.md", "en/Linking notes and files/*.md", "Sandbox/**/*.md"),),
        ("/en/*", "/Sandbox/*"),
    ),
)


def samples_of(suite: Suite, root: Path) -> tuple[Sample, ...]:
    """Return the inputs of a suite that lies in a folder, each text once."""
    found: Mapping[str, Sample] = {
        text: Sample(suite.name, origin, text, expected)
        for read in suite.reading
        for origin, text, expected in read(root)
        if text.strip()
    }
    return tuple(found.values())


def brought(suite: Suite, folder: Path) -> Path:
    """Return where a suite lies below a folder; it is cloned when it is not there."""
    target = folder / suite.repository.replace("/", "+")
    if not target.is_dir():
        address = f"https://github.com/{suite.repository}.git"
        sparse = ["--sparse"] if suite.folders else []
        clone = ["git", "clone", "--quiet", "--depth=1", "--filter=blob:none", *sparse, address, str(target)]
        subprocess.run(clone, check=True)
        if suite.folders:
            only = ["git", "-C", str(target), "sparse-checkout", "set", "--no-cone", *suite.folders]
            subprocess.run(only, check=True)
    return target
