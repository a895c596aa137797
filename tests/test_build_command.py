"""`policybrief build`: the site that `mkdocs build` makes, and settings refused before MkDocs reads them."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from policybrief.cli import main

pytestmark = pytest.mark.slow

SETTINGS: Mapping[str, Mapping[str, object]] = yaml.safe_load(
    Path(__file__).with_name("hostile_settings.yml").read_text("utf-8")
)
LISTED = "site_name: A brief\nplugins: [policybrief]\n"
TOO_DEEP = "error[yaml-feature]: lists or mappings are nested more than 32 deep"
OTHERS = {
    # What Python says of these differs from one version to the next.
    "escape in extension": (
        LISTED + 'markdown_extensions: ["x\\e[31m"]\n',
        "error[settings]: Config value 'markdown_extensions': Failed to load extension 'x\\u001b[31m'",
    ),
    "no such day": (LISTED + "extra: {a: 2024-99-99}\n", "error[settings]: MkDocs cannot read the settings"),
    "theme list": (LISTED + "theme: {name: [material]}\n", "error[settings]: MkDocs cannot read the settings"),
    "extensions missing": (
        LISTED + "markdown_extensions: [no.such.thing]\n",
        "error[settings]: Config value 'markdown_extensions': Failed to load extension 'no.such.thing'",
    ),
    "extension options": (
        LISTED + "markdown_extensions: [{toc: {permalink: {a: b}, baselevel: x}}]\n",
        "error[settings]: Config value 'markdown_extensions': Failed to load extension 'toc'",
    ),
    "snippets number": (
        LISTED + "markdown_extensions: [{pymdownx.snippets: {base_path: 5}}]\n",
        "error[settings]: Config value 'markdown_extensions': Failed to load extension 'pymdownx.snippets'",
    ),
    "nested lists": (f"{LISTED}extra: {'[' * 20_000}\n", TOO_DEEP),
    "nested mappings": (f"{LISTED}extra: {'{a: ' * 3_000}\n", TOO_DEEP),
    "indented": (LISTED + "extra:\n" + "".join(" " * depth + "a:\n" for depth in range(1, 800)), TOO_DEEP),
    "a long number": (f"{LISTED}extra: {{a: {'9' * 5_000}}}\n", "error[settings]: MkDocs cannot read the settings"),
    "directives": ("".join(f"%TAG !{n}! x\n" for n in range(50_000)) + "---\n" + LISTED, "error[yaml-feature]"),
    "a long line": (f"{LISTED}extra: {{a: {'x' * 1_000_000}}}\n", "error[file-too-large]: the line has"),
    "many lines": (LISTED + "# one\n" * 1_500_000, "error[file-too-large]: the file has"),
    "merge keys": (
        LISTED + "extra:\n  a: &a {x: 1}\n" + "".join(f"  a{n}: {{<<: [{'*a, ' * 500}]}}\n" for n in range(300)),
        "error[too-complex]",
    ),
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the fonts are made once for all."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def brief(tmp_path: Path, cache: Path) -> Path:
    (tmp_path / ".cache").symlink_to(cache)
    (tmp_path / "docs").mkdir()
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "1-one.md").write_text("# One\n\nThe EAEU.\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("eaeu: {name: EAEU, kind: organisation, definition: A union.}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(f"{LISTED}theme: {{name: material}}\n", "utf-8")
    return tmp_path


def run(program: str, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    module = {"policybrief": "policybrief.cli", "mkdocs": "mkdocs.__main__"}[program]
    entry = {"policybrief": "main", "mkdocs": "cli"}[program]
    code = f"import sys; sys.argv[0] = {program!r}; from {module} import {entry}; {entry}()"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=cwd, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def build_in_process(brief: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    """Run `policybrief build` where it is refused before the host starts: half of a start goes into imports."""
    monkeypatch.chdir(brief)
    return CliRunner().invoke(main, ["build"])


def refused(words: str) -> None:
    """Assert that this is what a person can read: no traceback, nothing that a terminal obeys."""
    assert "Traceback" not in words
    assert all(line.isprintable() for line in words.split("\n"))


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_are_refused(name: str, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, said = SETTINGS[name]["files"], SETTINGS[name]["said"]
    assert isinstance(files, dict)
    for path, text in files.items():
        (brief / path).write_text(text, "utf-8")
    outcome = build_in_process(brief, monkeypatch)
    assert outcome.stderr.replace(str(brief), "ROOT") == said
    assert outcome.exit_code == 1
    assert not outcome.stdout
    assert not (brief / "site").exists()
    refused(outcome.stderr)


@pytest.mark.parametrize("name", OTHERS)
def test_other_settings_are_refused(name: str, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, said = OTHERS[name]
    for file in ("mkdocs.yml", "base.yml"):
        inherits = "INHERIT: base.yml\n" if file == "base.yml" else ""
        (brief / file).write_text(text, "utf-8")
        if inherits:
            (brief / "mkdocs.yml").write_text(inherits + LISTED, "utf-8")
        outcome = build_in_process(brief, monkeypatch)
        assert said in outcome.stderr
        assert outcome.exit_code == 1
        refused(outcome.stderr)


@pytest.mark.parametrize("data", [b"site_name: \xff\xfe\n", LISTED.encode("utf-16"), LISTED.encode() + b"\x1b[31m"])
def test_settings_that_are_no_text(data: bytes, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (brief / "mkdocs.yml").write_bytes(data)
    outcome = build_in_process(brief, monkeypatch)
    assert outcome.exit_code == 1
    assert "mkdocs.yml:" in outcome.stderr
    refused(outcome.stderr)


@pytest.mark.parametrize("target", ["/dev/zero", "chapters", "pipe"])
def test_only_files_are_inherited(target: str, brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(brief / "pipe")
    (brief / "mkdocs.yml").write_text(f"INHERIT: {target}\n{LISTED}", "utf-8")
    outcome = build_in_process(brief, monkeypatch)
    assert "error[unreadable-file]" in outcome.stderr
    assert outcome.exit_code == 1
    assert "error[unreadable-file]" in CliRunner().invoke(main, ["check"]).stdout


@pytest.mark.parametrize("name", ["bomb", "bomb of keys", "bomb in plugins", "inherited bomb"])
def test_the_plugin_refuses_a_bomb_under_the_host_too(name: str, brief: Path) -> None:
    files = SETTINGS[name]["files"]
    assert isinstance(files, dict)
    for path, text in files.items():
        (brief / path).write_text(text, "utf-8")
    outcome = run("mkdocs", "build", cwd=brief)
    assert "error[too-complex]: its aliases expand to more than 100,000 values" in outcome.stderr
    assert outcome.returncode == 1
    refused(outcome.stderr)


@pytest.mark.parametrize(
    "settings",
    [
        "extra: {social: 5}\n",
        "theme: {name: material, features: 5, palette: 7}\n",
        "theme: {name: material, icon: {logo: material/no-such}}\n",
        "docs_dir: /etc\n",
    ],
)
def test_a_value_that_stops_the_build_is_told_in_words(settings: str, brief: Path) -> None:
    (brief / "mkdocs.yml").write_text(
        LISTED + "theme: {name: material}\n" * ("theme" not in settings) + settings, "utf-8"
    )
    outcome = run("policybrief", "build", cwd=brief)
    assert outcome.returncode == 1
    assert not (brief / "site").exists()
    refused(outcome.stderr)


def test_names_with_control_characters_are_written_out(brief: Path) -> None:
    (brief / "mkdocs.yml").write_text(
        LISTED + 'theme: {name: material}\n"a\\e]0;title\\a": 1\nsite_dir: "site\\e[31m"\n', "utf-8"
    )
    outcome = run("policybrief", "build", cwd=brief)
    assert outcome.returncode == 0
    assert "a\\u001b]0;title\\u0007" in outcome.stderr
    refused(outcome.stderr)


def test_it_builds_what_the_host_builds(brief: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert run("policybrief", "build", cwd=brief).returncode == 0
    hosts = run("mkdocs", "build", "--strict", "--site-dir", str(brief / "one"), cwd=brief)
    ours = run("policybrief", "build", "--strict", "--site-dir", "two", cwd=brief)
    assert (hosts.returncode, ours.returncode) == (0, 0)
    files = [
        {p.relative_to(brief / s): p.read_bytes() for p in (brief / s).rglob("*") if p.is_file()}
        for s in ("one", "two")
    ]
    assert files[0] == files[1]
    told = [re.sub(r"directory: .*/\.(one|two)\.building/.*", "FOLDER", one.stderr) for one in (hosts, ours)]
    assert told[0].splitlines()[:-1] == told[1].splitlines()[:-1]  # the last says how long it took
    assert "FOLDER" in told[0]


def test_a_strict_build_fails_on_warnings_and_leaves_the_old_site(brief: Path) -> None:
    assert run("policybrief", "build", cwd=brief).returncode == 0
    before = (brief / "site" / "manifest.sha256").read_bytes()
    (brief / "chapters" / "1-one.md").write_text("# One\n\nNobody is named.\n", "utf-8")
    outcome = run("policybrief", "build", "--strict", cwd=brief)
    assert outcome.returncode == 1
    assert "unused-entry" in outcome.stderr
    assert (brief / "site" / "manifest.sha256").read_bytes() == before
    refused(outcome.stderr)


@pytest.mark.parametrize("program", ["policybrief", "mkdocs"])
def test_a_folder_that_holds_no_site_is_not_emptied(program: str, brief: Path) -> None:
    (brief / "mkdocs.yml").write_text(f"{LISTED}theme: {{name: material}}\nsite_dir: papers\n", "utf-8")
    (brief / "papers").mkdir()
    (brief / "papers" / ".hidden").touch()
    kept = brief / "papers" / "thesis.txt"
    kept.write_text("years of work", "utf-8")
    outcome = run(program, "build", cwd=brief)
    assert outcome.returncode == 1
    said = "which holds 'thesis.txt' but no manifest.sha256 of a site that policybrief built"
    assert said in " ".join(outcome.stderr.split())
    assert kept.read_text("utf-8") == "years of work"
    refused(outcome.stderr)
    kept.unlink()
    assert run(program, "build", cwd=brief).returncode == 0
    assert (brief / "papers" / "index.html").is_file()
    assert run(program, "build", cwd=brief).returncode == 0
