"""The engine as a library."""

from pathlib import Path

import policybrief
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
