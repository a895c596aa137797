"""What a preview reads again at a change, and that the outcome is that of a fresh build."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from policybrief.chapters import memory
from policybrief.chapters.chapter import Annotation, Setting, annotate
from policybrief.chapters.parse import ChapterParser, ParsedChapter
from policybrief.model.brief import Chapter

pytestmark = pytest.mark.slow

FILES = {
    "mkdocs.yml": "site_name: A brief\ntheme: {name: material}\nplugins:\n  - policybrief\n",
    "glossary.yml": """\
baku: {name: Baku, kind: place, definition: A city.}
union: {name: Eurasian Economic Union, kind: organisation, aliases: [EAEU], definition: A union.}
""",
    "chapters/1-one.md": "# One\n\nBaku once. See [two](2-two.md#a-heading).\n",
    "chapters/2-two.md": "# Two\n\n## A heading\n\nThe EAEU then, and the league.[^1]\n\n[^1]: Said in Baku.\n",
    "chapters/3-three.md": "# Three\n\nNothing of note here.\n",
    "docs/guide/index.md": "# Guide\n\nRead [one](../chapters/1-one.md).\n",
}
SOMEBODYS = """\
from markdown.extensions import Extension


class Somebodys(Extension):
    def extendMarkdown(self, md):
        pass


def makeExtension(**options):
    return Somebodys(**options)
"""


class Preview:
    """A brief under preview: one plugin, built again and again."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.read: list[str] = []
        parse = ChapterParser.parse

        def counted(parser: ChapterParser, chapter: Chapter) -> ParsedChapter:
            self.read.append(chapter.title)
            return parse(parser, chapter)

        monkeypatch.setattr(ChapterParser, "parse", counted)
        self.annotated: list[str] = []

        def counting(parsed: ParsedChapter, setting: Setting) -> Annotation:
            self.annotated.append(parsed.chapter.title)
            return annotate(parsed, setting)

        monkeypatch.setattr(memory, "annotate", counting)
        load_config(str(root / "mkdocs.yml")).plugins.on_startup(command="serve", dirty=False)

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def build(self) -> list[str]:
        """Build once more; return the chapters that were read, having compared all pages with a fresh build."""
        self.read.clear()
        self.annotated.clear()
        build(load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / "preview")))
        read = sorted(self.read)
        assert articles(self.root / "preview") == articles(self._fresh())
        return read

    def _fresh(self) -> Path:
        shutil.rmtree(self.root / "site", ignore_errors=True)
        subprocess.run([sys.executable, "-c", FRESH], cwd=self.root, check=True, timeout=120)
        # A preview has no ledger to keep, so neither has what it is compared with.
        (self.root / "anchors.lock").unlink(missing_ok=True)
        return self.root / "site"


FRESH = """
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml")
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""
"""Builds the site as a preview does, which makes no files to take away, in a process that has read nothing before."""


def articles(site: Path) -> dict[str, str]:
    return {
        str(page.relative_to(site)): page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        for page in sorted(site.rglob("*.html"))
    }


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}:{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.syspath_prepend(tmp_path)
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return Preview(tmp_path, monkeypatch)


def test_only_chapters_that_changed_are_read_again(preview: Preview) -> None:
    assert preview.build() == ["One", "Three", "Two"]
    assert preview.build() == []
    assert preview.annotated == []
    preview.replace("chapters/3-three.md", "Nothing of note", "The EAEU of note")
    assert preview.build() == ["Three"]
    assert preview.annotated == ["Three"]
    preview.replace("glossary.yml", "A union.", "A union of states.")
    assert preview.build() == preview.annotated == []
    preview.replace("glossary.yml", "[EAEU]", "[{form: EAEU, lang: ru}, the league]")
    assert preview.build() == []
    assert preview.annotated == ["One", "Two", "Three"]
    preview.write("chapters/4-four.md", "# Four\n\nBaku again.\n")
    assert preview.build() == ["Four"]
    (preview.root / "chapters/4-four.md").unlink()
    preview.write("docs/guide/more.md", "# More\n")
    assert preview.build() == []


def test_other_extensions_read_all_chapters_again(preview: Preview) -> None:
    preview.build()
    preview.write("mkdocs.yml", FILES["mkdocs.yml"] + "markdown_extensions: [smarty]\n")
    assert preview.build() == ["One", "Three", "Two"]


@pytest.mark.parametrize("extension", ["pymdownx.snippets", "an_extension_of_somebody"])
def test_an_extension_that_may_read_other_files_keeps_nothing(extension: str, preview: Preview) -> None:
    (preview.root / "an_extension_of_somebody.py").write_text(SOMEBODYS, "utf-8")
    preview.write("mkdocs.yml", FILES["mkdocs.yml"] + f"markdown_extensions: [{extension}]\n")
    preview.build()
    assert preview.build() == ["One", "Three", "Two"]
