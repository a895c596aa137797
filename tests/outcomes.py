"""What comes of a small brief, as text that a case file can hold."""

from pathlib import Path
from unittest.mock import patch

import pypandoc

from policybrief.build import Site, build, convert, prepare
from policybrief.chapters.citing import unprinted
from policybrief.chapters.extension import Sink
from policybrief.importing.pandoc.printed_cache import PrintedCache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.knowledge import AnnotatedChapter, Hypertext
from policybrief.model.places import source_of
from policybrief.reading.project import read_project


def html_of(root: Path) -> str:
    """Return the HTML of the text of the first chapter."""
    prepared = prepare(read_project(root), Site(), unprinted)
    source = source_of(prepared.project.chapters[0])
    html = convert(prepared, source, Sink(_drop, _drop))
    return html.strip().replace("><p", ">\n<p").replace("><details", ">\n<details")


def mentions_of(root: Path) -> str:
    """Return a line for each mention: paragraph, entry, form, whether it is linked, and its sentence."""
    outcome = build(read_project(root), Site(), unprinted)
    paragraphs = outcome.knowledge.paragraphs()
    lines = []
    for chapter in outcome.knowledge.chapters:
        for mention in chapter.mentions:
            paragraph = paragraphs[mention.paragraph]
            sentence = paragraph.text[mention.sentence.start : mention.sentence.end]
            arrow = "=>" if mention.linked else "--"
            lines.append(f"{paragraph.number} {mention.form} {arrow} {mention.entry}: {sentence}")
    return "\n".join(lines)


def report_of(root: Path) -> str:
    """Return the report of the whole build, notes included."""
    return "\n".join(map(str, build(read_project(root), Site(), unprinted).problems))


def report_without_pandoc(root: Path) -> str:
    """Return the report of the whole build on a machine without pandoc, which has not printed this brief before."""
    with patch.object(pypandoc, "get_pandoc_path", side_effect=OSError):
        problems = build(read_project(root), Site(), Pandoc(PrintedCache(root / "citations"))).problems
    return "\n".join(map(str, problems))


def _drop(_: AnnotatedChapter | Hypertext) -> None:
    """Let what was found go."""
