"""What is still to be written is named before it is published, and left alone in a preview."""

import logging
import os
import subprocess
import sys
import sysconfig
from importlib import resources
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from policybrief.publishing.new_brief import start_brief
from policybrief.reading.placeholders import STARTER_TEXT, STARTER_WORDS, is_placeholder, placeholders_in_text

ROOT = Path(__file__).parents[1]


def starter() -> str:
    """Return all that `policybrief new` writes, as one text."""
    folder = resources.files("policybrief.publishing") / "starter"
    files = (folder / "mkdocs.yml", folder / "glossary.yml", folder / "chapters" / "1-introduction.md")
    return "\n".join(file.read_text("utf-8") for file in files)


def test_the_words_that_are_looked_for_are_those_of_the_starter() -> None:
    text = starter()
    given_elsewhere = ("A new brief",)
    assert [words for words in STARTER_WORDS if words not in text and words not in given_elsewhere] == []
    assert [words for words in STARTER_TEXT if words not in text] == []


@pytest.mark.parametrize("text", ["…", "...", "TODO", "TODO: later", "TBD", "A new  brief", " Your institute "])
def test_a_placeholder(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["", "Todos los nombres", "A new brief on water", "Your institute too", "And so on …"])
def test_no_placeholder(text: str) -> None:
    assert not is_placeholder(text)


def test_only_the_beginning_of_a_paragraph_counts() -> None:
    body = "\n\nTODO: this.\n\nWe keep a TODO list.\nTODO in a line.\n\n…\n"
    assert [problem.place.line for problem in placeholders_in_text(body, "chapters/1-one.md", 4)] == [6, 11]


@pytest.mark.slow
def test_a_preview_says_nothing_of_them_and_a_strict_build_stops(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    start_brief(tmp_path / "brief", "Water", "2026-11-22")
    for command in ("serve", "build"):
        caplog.clear()
        config = load_config(str(tmp_path / "brief" / "mkdocs.yml"), site_dir=str(tmp_path / command), strict=True)
        config.plugins.on_startup(command=command, dirty=False)
        with caplog.at_level(logging.WARNING):
            if command == "serve":
                build(config)
                assert "placeholder" not in caplog.text
            else:
                with pytest.raises(Abort):
                    build(config)
                assert "mkdocs.yml:21:19: warning[placeholder]: 'What it is about, in one line'" in caplog.text


def test_the_notice_of_the_theme_does_not_greet_who_calls_mkdocs(tmp_path: Path) -> None:
    """In an environment made by an installer: there the file of the package is read when Python starts."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "env"], check=True)
    packages = next((tmp_path / "env").glob("[lL]ib*/**/site-packages"))
    (packages / "shared.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# One\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A site\ntheme: material\n", "utf-8")
    said = []
    for name in ("with", "without"):
        if name == "with":
            (packages / "policybrief.pth").write_bytes((ROOT / "src" / "policybrief.pth").read_bytes())
        else:
            (packages / "policybrief.pth").unlink()
        ran = subprocess.run(
            [next((tmp_path / "env").glob("[bS]*/python*")), "-m", "mkdocs", "build"], cwd=tmp_path,
            env={key: value for key, value in os.environ.items() if key != "NO_MKDOCS_2_WARNING"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        said.append("end of life" in ran.stderr)
    assert said == [False, True]


def test_the_file_that_silences_the_notice_is_in_the_wheel() -> None:
    assert '"src/policybrief.pth" = "policybrief.pth"' in (ROOT / "pyproject.toml").read_text("utf-8")
