"""Links without words: what they say in the page, in the page of all chapters, in the data, and after a change."""

import json
from pathlib import Path

import pytest

from policybrief.build import Site, build, parser_for, prepare
from policybrief.chapters.citing import unprinted
from policybrief.chapters.memory import ChapterMemory
from policybrief.model.addresses import WHOLE_PATH
from policybrief.reading.project import read_project
from test_cases import write_brief

FIGURE = "![A map](../images/p.svg)\n\n/// figure-caption\n    attrs: {{id: {}}}\nWords.\n///\n"
ONE = f"# One\n\nSee [](#fig-b) and [](2-two.md#fig-c).\n\n{FIGURE.format('fig-a')}\n{FIGURE.format('fig-b')}"
TWO = f"# Two\n\n{FIGURE.format('fig-c')}\n[](1-one.md#fig-a) came first.\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_brief(tmp_path, {"chapters/1-one.md": ONE, "chapters/2-two.md": TWO, "docs/images/p.svg": SVG}, {})
    return tmp_path


def test_what_they_say_is_text_everywhere(root: Path) -> None:
    made = build(read_project(root), Site(files=frozenset({"images/p.svg"})), unprinted)
    assert not [problem for problem in made.problems if problem.severity.value == "error"]
    files = {artifact.path: artifact.content for artifact in made.artifacts}
    texts = [paragraph["text"] for paragraph in json.loads(files["data/paragraphs.json"])]
    assert "See Figure 1.3 and Figure 2.1." in texts
    assert "Figure 1.2 came first." in texts
    whole = next(page.html for page in made.pages if page.path == WHOLE_PATH)
    assert '<a href="#fig-b">Figure 1.3</a> and <a href="#fig-c">Figure 2.1</a>' in whole
    assert '<a href="#fig-a">Figure 1.2</a> came first' in whole


def test_a_preview_follows_a_change_in_another_chapter(root: Path) -> None:
    memory = ChapterMemory(parser_for(Site(), keep=True))

    def first() -> tuple[object, str]:
        prepared = prepare(read_project(root), Site(), unprinted, memory)
        chapter = prepared.knowledge.chapters[0]
        return chapter, chapter.paragraphs[0].text

    before, text = first()
    assert text == "See Figure 1.3 and Figure 2.1."
    two = root / "chapters/2-two.md"
    two.write_text(TWO.replace("came first", "came before all others"), "utf-8")
    assert first() == (before, text)
    two.write_text(TWO.replace("# Two\n", f"# Two\n\n{FIGURE.format('fig-new')}"), "utf-8")
    assert first()[1] == "See Figure 1.3 and Figure 2.2."
