"""What README and manual show is what works: every file is accepted, every command runs, as shown and strictly.

A file has its name before it (`glossary.yml`:) or on its first line; one called `mkdocs.yml` begins a brief in an empty
folder. What cannot be run is in `LEFT_OUT`, with the reason; of a command even then the words are tried, with `--help`.
"""

import ast
import json
import os
import re
import shlex
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import tinycss2
import yaml

from outcomes import check_of

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", *(f"manual/docs/{path.name}" for path in sorted((ROOT / "manual" / "docs").glob("*.md"))))
STORIES = ("README.md", "manual/docs/start.md")
"""The pages that lead from nothing to a published site: all they show is done, one after the other."""
FAULTS = "manual/docs/problems.md"

_EXAMPLE = "the id is an example: tests/test_anchors_commands.py runs it"

_KEPT = "there is no such file here: tests/test_kept_sources.py keeps some"
_REPORTED = "it ends with 1 where something is missing: tests/test_source_report.py runs it"

LEFT_OUT: Mapping[str, str] = {
    "python -m pip install policybrief": "the package under test is installed already",
    "make site": "the tests in a browser build the brief of this repository",
    "make test": "it would run this very test",
    "make mutants MUTANTS=600 JOBS=2": "it takes hours",
    "policybrief anchors resolve p-k3f9": _EXAMPLE,
    "policybrief anchors accept p-k3f9": _EXAMPLE,
    "policybrief anchors drop p-k3f9": _EXAMPLE,
    "policybrief anchors pin p-k3f9 2.14": _EXAMPLE,
    'git config merge.policybrief.driver "policybrief anchors merge %O %A %B"': "it is for a clone: the bench has one",
    "policybrief verify /srv/www/water": "there is no such folder here",
    "git clone https://git.example/water.git && cd water": "there is no such repository",
    "pip install --editable path/to/your/package": "tests/test_extending.py installs the packages that the page shows",
    "policybrief check path/to/a/brief": "there is no such folder here",
    "policybrief check --quotes quotes.txt": "there is no such file here: tests/test_quote_checker.py has one",
    "policybrief sources keep un2020census.pdf": _KEPT,
    "policybrief sources keep --for nsc2007concept saved-page.html": _KEPT,
    "policybrief sources report": _REPORTED,
    "policybrief sources report --only list-address --only weak-alone": _REPORTED,
    "policybrief sources report --online --format json > sources.json": _REPORTED,
    # Files.
    "[@karaev2005water{ii, A, D-Z}: a long list]": "a citation is not a sentence: tests/test_citations.py prints it",
    "This was said in [2.4](2-the-two-rivers.md#p-k3f9).": "the id is an example",
    "[](#rivers) is drawn from [](2-the-two-rivers.md#fig-map), and [](2-the-two-rivers.md) tells why, above all "
    "[](#p-k3f9).": "it leads into a brief that is not shown: tests/test_cross_references.py has one",
    "Two ways out for one country’s oil: [[btc-pipeline]] through Georgia, and the [[baku-novorossiysk-pipeline]].": (
        "it names entries of a glossary that is not shown: tests/test_maps.py has one"
    ),
    "/// table-caption": "a caption alone: the block before it shows what it belongs to",
}
"""By its first line what is shown and not done, and why."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code of a page."""

    page: str
    line: int
    language: str
    text: str
    name: str
    """Of the file that it is, if the page says so."""

    @property
    def first(self) -> str:
        return self.text.split("\n", 1)[0].strip()

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


_FENCE = re.compile(
    r"^(?P<margin> *)(?P<fence>`{3,})(?P<language>\w*)[^\n]*\n(?P<text>.*?)^(?P=margin)(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_LABEL = re.compile(r"^`(?P<name>[\w./-]+\.\w+)`:$")
_FIRST_LINE = re.compile(r"# (?P<name>[\w./-]*\.\w+)\n")


@cache
def blocks_of(page: str) -> tuple[Block, ...]:
    text = (ROOT / page).read_text("utf-8")
    found = []
    for match in _FENCE.finditer(text):
        shown = re.sub(f"^{match['margin']}", "", match["text"], flags=re.MULTILINE)
        before = text[: match.start()].rstrip().rpartition("\n")[2].strip()
        label = _LABEL.search(before) or _FIRST_LINE.match(shown)
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(page, line, match["language"], shown, label["name"] if label else ""))
    return tuple(found)


def blocks(*languages: str, pages: tuple[str, ...] = PAGES) -> list[Block]:
    return [block for page in pages for block in blocks_of(page) if block.language in languages]


def commands_of(block: Block) -> list[str]:
    """Return the commands of a block, without the remarks behind them."""
    lines = (re.sub(r"(?:^|\s+)#.*", "", line).removeprefix("$ ").strip() for line in block.text.splitlines())
    return [line for line in lines if line]


def test_every_block_says_what_it_is() -> None:
    known = {"sh", "console", "yaml", "markdown", "json", "python", "toml", "css", "turtle", "text", "nginx", "po"}
    assert not [str(block) for page in PAGES for block in blocks_of(page) if block.language not in known]


def test_what_is_left_out_is_still_shown() -> None:
    shown = {block.first for page in PAGES for block in blocks_of(page)}
    shown |= {command for block in blocks("sh", "console") for command in commands_of(block)}
    assert LEFT_OUT.keys() <= shown


def environment(folder: Path) -> dict[str, str]:
    kept = ("HOME", "LANG", "TMPDIR")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "PATH": programs,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUNBUFFERED": "1",
        "PWD": str(folder),
    }


@dataclass
class Desk:
    """Where somebody follows a page: a folder that changes, with what is made once for all briefs."""

    folder: Path
    fonts: Path

    def begin(self, folder: Path) -> None:
        """Go on in a folder; what a build keeps in it is kept beside all of them."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        kept = folder / ".cache" / "policybrief"
        if not kept.exists():
            kept.parent.mkdir(exist_ok=True)
            kept.symlink_to(self.fonts)

    def run(self, command: str) -> None:
        if command.startswith("cd "):
            self.begin(self.folder / command.removeprefix("cd "))
        elif command == "mkdocs serve":
            self.serve()
        else:
            ran = subprocess.run(
                ["bash", "-c", command], cwd=self.folder, env=environment(self.folder), capture_output=True, text=True,
                check=False, timeout=300,
            )  # fmt: skip
            assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"

    def serve(self) -> None:
        """Serve until the address is printed; only the port is another than that of the command."""
        log = self.folder.parent / "serve.log"
        with log.open("w") as output:
            server = subprocess.Popen(
                ["mkdocs", "serve", "-a", "127.0.0.1:0"], cwd=self.folder, env=environment(self.folder),
                stdout=output, stderr=output,
            )  # fmt: skip
        try:
            end = time.monotonic() + 240
            while "Serving on" not in log.read_text("utf-8", "replace"):
                assert server.poll() is None, log.read_text("utf-8", "replace")
                assert time.monotonic() < end, log.read_text("utf-8", "replace")
                time.sleep(0.2)
        finally:
            server.terminate()
            server.wait(30)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


def follow(page: str, desk: Desk, start: Path) -> None:
    """Do what a page shows, from its beginning to its end."""
    desk.begin(start)
    for block in blocks_of(page):
        if block.language == "sh":
            for command in commands_of(block):
                if command not in LEFT_OUT:
                    desk.run(command)
        elif block.name and block.language in ("yaml", "markdown"):
            if block.name == "mkdocs.yml":
                desk.begin(start / f"by-hand-{block.line}")
                (desk.folder / "docs").mkdir()
            desk.write(block.name, block.text)


@pytest.mark.slow
@pytest.mark.parametrize("page", STORIES)
def test_a_page_leads_from_nothing_to_a_published_site(page: str, tmp_path: Path, fonts: Path) -> None:
    desk = Desk(tmp_path, fonts)
    follow(page, desk, tmp_path / "empty")
    assert (desk.folder / "site" / "index.html").is_file()
    assert "1.1" in (desk.folder / "site" / "chapters" / "1-introduction" / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_the_other_commands_of_the_guide_run(tmp_path: Path, fonts: Path) -> None:
    desk = Desk(tmp_path, fonts)
    desk.begin(tmp_path / "brief")
    (desk.folder / "docs").mkdir()
    for block in blocks_of("manual/docs/start.md"):
        if block.name:
            desk.write(block.name, block.text)
    desk.write(
        "sources.bib", "@book{roe2015, title = {A Book}, author = {Roe, Jane}, date = {2015}, langid = {english}}\n"
    )
    others = tuple(page for page in PAGES if page not in STORIES)
    ran = [command for block in blocks("sh", pages=others) for command in commands_of(block) if command not in LEFT_OUT]
    for command in ran:
        desk.run(command)
    assert len(ran) >= 4


@pytest.mark.parametrize("command", [line for line in LEFT_OUT if line.startswith("policybrief")])
def test_the_words_of_a_command_exist(command: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        [*shlex.split(command), "--help"], cwd=tmp_path, env=environment(tmp_path), capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


FRAGMENTS = [block for block in blocks("yaml", "markdown") if block.page != FAULTS and block.first not in LEFT_OUT]


def is_settings(content: object) -> bool:
    return isinstance(content, dict) and bool(
        content.keys()
        & {"site_name", "plugins", "theme", "use_directory_urls", "extra_css", "extra", "markdown_extensions"}
    )


def is_evidence(content: object) -> bool:
    passages = content.values() if isinstance(content, dict) else ()
    return bool(passages) and all(isinstance(one, dict) and "quote" in str(one.values()) for one in passages)


def stubs(text: str, own: Mapping[str, object]) -> tuple[str, str]:
    """Return entries and sources for the ids in a text that it does not define itself."""
    ids = {*re.findall(r"to: ([\w-]+)", text), *re.findall(r"\[\[([a-z][\w-]*)[\]|\\]", text)}
    entries = "".join(f"{one}:\n  name: The {one}\n  kind: concept\n" for one in sorted(ids - own.keys()))
    cited = {
        *re.findall(r"@([\w-]+)", text),
        *(key for row in re.findall(r"sources: \[(.*?)\]", text) for key in row.split(", ")),
    }
    item = "  - {{id: {0}, type: book, title: The {0}, issued: 1992, language: en}}\n"
    sources = "".join(item.format(one) for one in sorted(cited))
    return entries, f"references:\n{sources}" if sources else ""


def brief_with(block: Block) -> dict[str, str]:
    """Return the files of a brief in which what is shown stands where it belongs."""
    files = {"mkdocs.yml": "site_name: A brief\nplugins: [policybrief]\n", "glossary.yml": "{}\n"}
    chapter = "---\ntitle: Introduction\n---\n\nText.\n"
    if block.language == "markdown":
        entries, references = stubs(block.text, {})
        chapter = block.text if block.text.startswith("---") else f"---\ntitle: Introduction\n---\n\n{block.text}"
        if not block.text.startswith("---"):
            files["chapters/2-the-two-rivers.md"] = "---\ntitle: The two rivers\n---\n\n## Who { #water }\n\nText.\n"
        files |= {"glossary.yml": entries or "{}\n"} | ({"references.yml": references} if references else {})
        return files | {"chapters/1-introduction.md": chapter}
    content = yaml.load(re.sub(r"!ENV (.*)", r"\1", block.text), Loader=yaml.BaseLoader)
    files["chapters/1-introduction.md"] = chapter
    if is_settings(content):
        missing = [
            line for line in ("site_name: A brief\n", "plugins: [policybrief]\n") if line.split(":")[0] not in content
        ]
        return files | {"mkdocs.yml": "".join(missing) + block.text}
    if isinstance(content, list):
        indented = "".join(f"  {line}\n" for line in block.text.splitlines())
        return files | {"references.yml": f"references:\n{indented}"}
    if is_evidence(content):
        cited = "".join(f"It is so [@{key}#{name}].\n" for key, passages in content.items() for name in passages)
        _, references = stubs(cited, {})
        files["chapters/1-introduction.md"] = chapter + "\n" + cited
        return files | {"evidence.yml": block.text, "references.yml": references}
    if "references" in content:
        return files | {"references.yml": block.text}
    entries, references = stubs(block.text, content)
    return files | {"glossary.yml": block.text + entries} | ({"references.yml": references} if references else {})


NOT_OF_THE_FRAGMENT = ("unused-entry", "unused-reference", "unexplained-acronym", "uncited-claim")
"""What the check finds because the brief around a fragment says so little."""


@pytest.mark.parametrize("block", FRAGMENTS, ids=str)
def test_a_file_that_is_shown_is_accepted(block: Block, tmp_path: Path) -> None:
    for name, text in brief_with(block).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for picture in re.findall(r"(?:\]\(|\{figure\} )\.\./([\w./-]+\.png)", block.text):
        path = tmp_path / "docs" / picture
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((ROOT / "manual" / "docs" / "images" / "chapter.png").read_bytes())
    for included in re.findall(r"include\b.*\.\./([\w./-]+\.md)", block.text):
        path = tmp_path / included
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Some words.\n", "utf-8")
    lines = check_of(tmp_path).splitlines()
    wrong = [
        line
        for line in lines
        if re.search(r": (?:error|warning)\[", line) and not any(f"[{rule}]" in line for rule in NOT_OF_THE_FRAGMENT)
    ]
    assert not wrong


OTHERS = [block for block in blocks("json", "toml", "python", "css") if block.page != FAULTS]


@pytest.mark.parametrize("block", OTHERS, ids=str)
def test_any_other_file_can_be_read(block: Block) -> None:
    if block.language == "json":
        assert json.loads(block.text)
    elif block.language == "toml":
        assert tomllib.loads(block.text)
    elif block.language == "python":
        assert ast.parse(block.text).body
    else:
        rules = tinycss2.parse_stylesheet(block.text, skip_whitespace=True, skip_comments=True)
        assert rules
        assert not [rule for rule in rules if rule.type == "error"]
