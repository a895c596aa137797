"""The engine as a library."""

from pathlib import Path

import policybrief
from policybrief.build import build, examine
from policybrief.reading.project import read_project


def test_a_project_is_built_without_a_host(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A brief\nplugins: [policybrief]\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("baku: {name: Baku, kind: place}\n", "utf-8")
    (tmp_path / "chapters" / "1-one.md").write_text("# One\n\nBaku is named.\n", "utf-8")
    outcome = policybrief.build(read_project(tmp_path))
    assert outcome.problems == ()
    assert [mention.entry for chapter in outcome.knowledge.chapters for mention in chapter.mentions] == ["baku"]
    assert "data/mentions.json" in {artifact.path for artifact in outcome.artifacts}


def test_the_report_without_the_pages_is_that_of_the_build(tmp_path: Path) -> None:
    """Links into derived pages are judged by what those would hold."""
    chapter = """# One

Baku is named: [its page](../glossary/baku.md), [its names](../glossary/baku.md#names), [none](../glossary/baku.md#no),
[all](../glossary/index.md#kind-place), [not there](../glossary/ganja.md), [data](../data/glossary.json).
"""
    (tmp_path / "chapters").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A brief\nplugins: [policybrief]\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("baku: {name: Baku, kind: place}\n", "utf-8")
    (tmp_path / "chapters" / "1-one.md").write_text(chapter, "utf-8")
    project = read_project(tmp_path)
    problems = examine(project)
    assert problems == build(project).problems
    said = [problem.message for problem in problems]
    assert "no anchor '#no' in 'glossary/baku.md'" in said
    assert "no page or file 'glossary/ganja.md' for the link '../glossary/ganja.md'" in said
    assert not any("glossary.json" in message for message in said)
