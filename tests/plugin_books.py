"""A small brief with other plugins beside ours: written, built by the commands that people type, and looked at."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import yaml
from lxml import etree, html  # type: ignore[import-untyped]

Listed = str | dict[str, object]
"""A plugin as the settings list it: its name, or its name with its options."""

FILES = {
    "glossary.yml": """\
eaeu:
  name: Eurasian Economic Union
  kind: organisation
  aliases: [EAEU]
  definition: Economic union of five states.
  dates: {start: 2015-01-01}
moscow: {name: Moscow, kind: place, definition: A city.}
""",
    "references.yml": """\
references:
  - {id: treaty, type: treaty, title: Treaty on the Union, issued: '2014-05-29', language: en}
""",
    "chapters/1-one.md": """\
---
title: One
summary: Who's in the union.
date: 2026-03-04
---

The Eurasian Economic Union (EAEU) was signed for in 2014 [@treaty, p. 4]. See [two](2-two.md).

![A red field](../images/red.svg)
/// caption
A field.
///

## A section

Moscow said so.
""",
    "chapters/2-two.md": "# Two\n\nMoscow again.[^1]\n\n[^1]: And once more.\n",
    "docs/guide.md": "# Guide\n\nRead [one](chapters/1-one.md) on [[moscow]].\n\n![A red field](images/red.svg)\n",
    "docs/images/red.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9" fill="red"/></svg>\n',
}
_COMMANDS = {
    "policybrief": ("policybrief.cli", "main"),
    "mkdocs": ("mkdocs.__main__", "cli"),
    "properdocs": ("properdocs.__main__", "cli"),
}
_PREVIEW = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir="preview")
config.plugins.on_startup(command="serve", dirty=False)
build(config, serve_url="http://127.0.0.1:8000/")
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command said, and how it ended."""

    code: int
    said: str

    def __post_init__(self) -> None:
        assert "Traceback" not in self.said, self.said


@dataclass(frozen=True, slots=True)
class PluginBook:
    """A brief in a folder of its own."""

    root: Path

    def write(self, files: Mapping[str, str]) -> None:
        """Write files, by path."""
        for path, text in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(text, "utf-8")

    def list_plugins(self, *before: Listed, after: Sequence[Listed] = (), **settings: object) -> None:
        """Write settings that list these plugins before ours and after it."""
        options = {"acronyms": ["EAEU"], "front_matter": ["glightbox"], "checks": {"placeholder": "off"}}
        record = {"title": "A brief", "date": "2026-11-22", "authors": [{"name": "The house"}]}
        known = {
            "site_name": "A brief",
            "site_url": "https://brief.example/one/",
            "theme": {"name": "material"},
            "plugins": [*before, {"policybrief": {**options, "brief": record}}, *after],
        }
        self.write({"mkdocs.yml": yaml.safe_dump({**known, **settings}, sort_keys=False)})

    def line_of(self, words: str, path: str = "mkdocs.yml") -> int:
        """Return the line of a file on which those words are first, from 1."""
        lines = (self.root / path).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def run(self, program: str, *words: str) -> Outcome:
        """Run a command as if it had been typed in the folder of the brief."""
        module, entry = _COMMANDS[program]
        code = f"import sys; sys.argv[0] = {program!r}; from {module} import {entry}; {entry}()"
        return self._run(code, *words)

    def build(self) -> Outcome:
        """Build the site strictly, and return what was said; it is built."""
        outcome = self.run("policybrief", "build", "--strict", "--update-ledger")
        assert outcome.code == 0, outcome.said
        return outcome

    def fail(self) -> str:
        """Build the site in vain, and return what was said."""
        outcome = self.run("mkdocs", "build")
        assert outcome.code == 1, outcome.said
        return outcome.said

    def preview(self) -> Outcome:
        """Build as a preview does, into the folder `preview`, and return what was said; it is built."""
        outcome = self._run(_PREVIEW)
        assert outcome.code == 0, outcome.said
        return outcome

    def _run(self, code: str, *words: str) -> Outcome:
        quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
        ended = subprocess.run(
            [sys.executable, "-c", code, *words],
            cwd=self.root, env=os.environ | quiet, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        return Outcome(ended.returncode, ended.stdout + ended.stderr)

    def text(self, path: str, site: str = "site") -> str:
        """Return a file of the built site."""
        return (self.root / site / path).read_text("utf-8")

    def page(self, path: str, site: str = "site") -> etree._Element:
        """Return a page of the built site; `path` is its folder."""
        return html.fromstring(self.text(f"{path}/index.html", site))

    def article(self, path: str, site: str = "site") -> etree._Element:
        """Return the part of a page that is not the theme's."""
        (article,) = self.page(path, site).iter("article")
        return article

    def policy_of(self, path: str) -> dict[str, str]:
        """Return the rules of the content security policy in a page, by directive."""
        found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', self.text(path))
        assert found, f"{path} has no security policy"
        return {rule.split(" ", 1)[0]: rule.split(" ", 1)[1] for rule in unescape(found[1]).split("; ")}


def words_of(element: etree._Element) -> str:
    """Return the words of an element, with single spaces."""
    return " ".join("".join(map(str, element.itertext())).split())
