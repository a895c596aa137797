"""Headings of a chapter: their ids, what lists of sections call them, and what they cite."""

import pytest

from documents import chapter_of
from glossaries import entry, glossary
from policybrief.build import build
from policybrief.model.brief import Brief, Project, Reference
from policybrief.model.document import Section
from policybrief.model.glossary import Glossary
from policybrief.model.knowledge import AnnotatedChapter
from sources import source

GLOSSARY: Glossary = glossary(entry("baku", "Baku"))
SOURCES: tuple[Reference, ...] = (source(id="a"), source(id="b"))


def annotated(body: str) -> AnnotatedChapter:
    project = Project(Brief("Brief"), GLOSSARY, (chapter_of(body),), SOURCES, ())
    (chapter,) = build(project).knowledge.chapters
    return chapter


def section(body: str) -> Section:
    (found,) = (section for section in annotated(body).sections if section.heading)
    return found


@pytest.mark.parametrize(
    ("heading", "title", "anchor"),
    [
        ("## On *wind* and `oil`", "On wind and oil", "on-wind-and-oil"),
        ("## On [[baku]] and [[baku|the town]]", "On Baku and the town", "on-baku-and-the-town"),
        ("## Claims [@a, p. 3] and notes[^1]", "Claims and notes", "claims-and-notes"),
        ("## Fish &amp; chips {#food}", "Fish & chips", "food"),
        ("## A long heading {: data-toc-label='Short &amp; sweet' }", "Short & sweet", "a-long-heading"),
    ],
)
def test_a_section_is_called_by_the_words_of_its_heading(heading: str, title: str, anchor: str) -> None:
    found = section(f"{heading}\n\nWords.[^1]\n\n[^1]: Note.")
    assert (found.title, found.anchor) == (title, anchor)


@pytest.mark.parametrize(
    ("body", "cited"),
    [
        ("## One [@a]\n\nWords [@b].", [("a", "1.1", 0), ("b", "1.1", 6)]),
        ("## One [@a]\n\n## Two [@b]\n\nWords.", [("a", "1.1", 0), ("b", "1.1", 0)]),
        ("Words.\n\n## The last [@a]", [("a", "1.1", 6)]),
        ("## Nothing but a heading [@a]", []),
    ],
)
def test_what_a_heading_cites_counts_in_the_next_paragraph(body: str, cited: list[tuple[str, str, int]]) -> None:
    chapter = annotated(body)
    numbers = {paragraph.id: paragraph.number for paragraph in chapter.paragraphs}
    assert [(each.reference, numbers[each.paragraph], each.position) for each in chapter.citations] == cited
