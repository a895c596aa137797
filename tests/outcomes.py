"""What comes of a small brief, as text that a case file can hold."""

import json
import re
from pathlib import Path
from unittest.mock import patch

import pypandoc

from policybrief.build import Prepared, Site, build, prepare
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.importing.pandoc.printed_cache import PrintedCache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.evidence import supports_of
from policybrief.outputs.files import CITATIONS_DATA
from policybrief.outputs.same_matter import same_matter
from policybrief.pages.chapter_html import chapter_html
from policybrief.pages.line_html import TargetPage
from policybrief.reading.project import read_project


def html_of(root: Path) -> str:
    """Return the HTML of the text of the first chapter."""
    html = text_of_first(prepare(read_project(root), Site(), unprinted))
    return html.strip().replace("><p", ">\n<p").replace("><details", ">\n<details")


def text_of_first(prepared: Prepared) -> str:
    """Return the HTML of the text of the first chapter of a prepared brief."""
    chapter = prepared.knowledge.chapters[0]
    entries = prepared.project.glossary.by_id()
    around = TargetPage(chapter.chapter.path, prepared.site.addresses, entries, prepared.project.brief.language)
    return chapter_html(chapter.document, around)


def words_of_page(root: Path) -> str:
    """Return the words of the first chapter's text, with the host's extensions; calls of notes as [1]."""
    html = text_of_first(prepare(read_project(root), open_site(root).site, unprinted))
    html = re.sub(r"<sup class=\"pb-note-call.*?>(\d+)</a></sup>", r"[\1]", html)
    html = re.sub(r'<img alt="(.*?)".*?>', r"{\1}", html)
    lines = re.sub(
        r"<[^<>]*>",
        "",
        re.sub(r"</?(?:p|div|li|dt|dd|h\d|figcaption|summary|label|t[rdh]|details|pb-note)\b[^<>]*>", "\n", html),
    ).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


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


def check_of(root: Path) -> str:
    """Return what the command `check` says, pages and files in `docs/` included."""
    (root / "docs").mkdir(exist_ok=True)
    return "\n".join(map(str, open_site(root).check()))


def supports(root: Path) -> str:
    """Return a line for each sentence: what it rests on, with `~` before what is cited beside it, and its words."""
    lines = []
    for chapter in prepare(read_project(root), Site(), unprinted).knowledge.chapters:
        for paragraph in (each for each in chapter.paragraphs if not each.note):
            cited = (citation for citation in chapter.citations if citation.paragraph == paragraph.id)
            for each in supports_of(paragraph, cited):
                rests = ["" if each.own_mark else "~", each.support.value, *(by.reference for by in each.citations)]
                words = paragraph.text[each.extent.start : each.extent.end]
                lines.append(f"{paragraph.number} {' '.join(filter(None, rests))}: {words}")
    return "\n".join(lines)


def others_on_the_matter(root: Path) -> str:
    """Return a line for each sentence on whose matter other sentences cite other sources: these, and its words."""
    knowledge = prepare(read_project(root), Site(), unprinted).knowledge
    known = knowledge.paragraphs()
    lines = []
    for id_, sentences in same_matter(knowledge.chapters).items():
        for start, others in sentences.items():
            named = ", ".join(f"{other.reference} in {known[other.paragraph].number}" for other in others)
            (words,) = (known[id_].text[each.start : each.end] for each in known[id_].sentences if each.start == start)
            lines.append(f"{known[id_].number} {named}: {words}")
    return "\n".join(lines)


def report_without_pandoc(root: Path) -> str:
    """Return the report of the whole build on a machine without pandoc, which has not printed this brief before."""
    with patch.object(pypandoc, "get_pandoc_path", side_effect=OSError):
        problems = build(read_project(root), Site(), Pandoc(PrintedCache(root / "citations"))).problems
    return "\n".join(map(str, problems))


def citations_of_data(root: Path) -> str:
    """Return the records of `data/citations.json`, one a line, each without its paragraph and what is empty."""
    outcome = build(read_project(root), Site(), unprinted)
    (content,) = (artifact.content for artifact in outcome.artifacts if artifact.path == CITATIONS_DATA.path)
    records = (
        {name: each[name] for name in each if each[name] and name not in ("paragraph", "position", "sentence")}
        for each in json.loads(content)
    )
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def cited_sentences(root: Path) -> str:
    """Return a line for each citation: paragraph, source, note, and its sentence with the place of the mark in it."""
    lines = []
    for chapter in prepare(read_project(root), Site(), unprinted).knowledge.chapters:
        texts = {paragraph.id: paragraph for paragraph in chapter.paragraphs}
        for each in chapter.citations:
            paragraph, (start, end) = texts[each.paragraph], (each.sentence.start, each.sentence.end)
            at = min(max(each.position, start), end)
            words = f"{paragraph.text[start:at]}^{paragraph.text[at:end]}"
            lines.append(f"{paragraph.number} {each.reference} {each.note}: {words}")
    return "\n".join(lines)
