"""What a preview converts again at a change, and that the outcome is that of a fresh build."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config

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


class Preview:
    """A brief under preview: one plugin, built again and again."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.converted: list[str] = []
        convert = Markdown.convert

        def counted(md: Markdown, source: str) -> str:
            if source.strip():
                self.converted.append(source.split("\n", maxsplit=1)[0].removeprefix("# "))
            return convert(md, source)

        monkeypatch.setattr(Markdown, "convert", counted)
        load_config(str(root / "mkdocs.yml")).plugins.on_startup(command="serve", dirty=False)

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = (self.root / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def build(self) -> list[str]:
        """Build once more; return the chapters that were converted, having compared all pages with a fresh build."""
        self.converted.clear()
        build(load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / "preview")))
        converted = sorted(title for title in self.converted if title != "Guide")
        assert articles(self.root / "preview") == articles(self._fresh())
        return converted

    def _fresh(self) -> Path:
        shutil.rmtree(self.root / "site", ignore_errors=True)
        mkdocs = Path(sys.executable).with_name("mkdocs")
        subprocess.run([mkdocs, "build", "--quiet"], cwd=self.root, check=True, timeout=120)
        # A preview has no ledger to keep, so neither has what it is compared with.
        (self.root / "anchors.lock").unlink(missing_ok=True)
        return self.root / "site"


def articles(site: Path) -> dict[str, str]:
    return {
        str(page.relative_to(site)): page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        for page in sorted(site.rglob("*.html"))
    }


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Preview:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return Preview(tmp_path, monkeypatch)


def test_only_what_a_change_touches_is_converted_again(preview: Preview) -> None:
    assert preview.build() == ["One", "Three", "Two"]
    assert preview.build() == []
    preview.replace("chapters/3-three.md", "Nothing of note", "The EAEU of note")
    assert preview.build() == ["Three"]
    preview.replace("glossary.yml", "A union.", "A union of states.")
    assert preview.build() == []


def test_a_new_name_a_new_chapter_and_a_new_page_touch_them_all(preview: Preview) -> None:
    preview.build()
    preview.replace("glossary.yml", "[EAEU]", "[EAEU, the league]")
    assert preview.build() == ["One", "Three", "Two"]
    preview.write("chapters/4-four.md", "# Four\n\nBaku again.\n")
    assert preview.build() == ["Four", "One", "Three", "Two"]
    (preview.root / "chapters/4-four.md").unlink()
    assert preview.build() == ["One", "Three", "Two"]
    preview.replace("glossary.yml", "[EAEU, the league]", "[{form: EAEU, lang: ru}, the league]")
    assert preview.build() == ["One", "Three", "Two"]
    preview.write("docs/guide/more.md", "# More\n")
    assert {"One", "Three", "Two"} <= set(preview.build())


def test_an_extension_that_reads_other_files_keeps_nothing(preview: Preview) -> None:
    preview.write("mkdocs.yml", FILES["mkdocs.yml"] + "markdown_extensions: [pymdownx.snippets]\n")
    preview.build()
    assert preview.build() == ["One", "Three", "Two"]
