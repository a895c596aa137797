"""The engine as a library."""

import re
from pathlib import Path

import pytest

import policybrief
from policybrief.build import Site, build, examine
from policybrief.model.add_ons import AddOns
from policybrief.model.catalogue import Output
from policybrief.model.output import Artifact
from policybrief.model.publication import FileDeclaration
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


def test_a_link_to_a_file_that_an_add_on_declares_and_does_not_make_is_broken(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A brief\nplugins: [policybrief]\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("{}\n", "utf-8")
    (tmp_path / "chapters" / "1-one.md").write_text("# One\n\n[Made](../more/a.txt), [not](../more/b.txt).\n", "utf-8")
    files = (FileDeclaration("more/a.txt"), FileDeclaration("more/b.txt"))
    output = Output("more", files, lambda _: (Artifact("more/a.txt", b"A"),), package="somebodys")
    site, project = Site(add_ons=AddOns(outputs=(output,))), read_project(tmp_path)
    problems = examine(project, site)
    assert [problem.message for problem in problems] == ["no page or file 'more/b.txt' for the link '../more/b.txt'"]
    assert problems == build(project, site).problems


@pytest.mark.parametrize(
    ("chapters", "labels"),
    [
        ({"1-one.md": "", "2-two.md": ""}, ["1", "2"]),
        ({"a/1-one.md": "", "b/1-two.md": ""}, ["1-one", "1-two"]),
        ({"a/2.md": "number: 1", "b/1-one.md": "", "c/2-two.md": ""}, ["2", "1-one", "2-two"]),
        ({"a/В.md": "number: A", "b/x.md": "number: Ж", "c/y.md": "number: Б"}, ["a", "x", "y"]),
    ],
)
def test_the_notes_of_all_chapters_have_ids_of_their_own(
    chapters: dict[str, str], labels: list[str], tmp_path: Path
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A brief\nplugins: [policybrief]\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("baku: {name: Baku, kind: place}\n", "utf-8")
    for path, front in chapters.items():
        file = tmp_path / "chapters" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: T\n{front}\n---\n\nBaku is named.[^n]\n\n[^n]: Words.\n", "utf-8")
    pages = {page.path: page.html for page in build(read_project(tmp_path)).pages}
    found = [re.findall(r'id="n-([^"]+)-1"', pages[f"chapters/{path}"]) for path in chapters]
    assert found == [[label] for label in labels]
