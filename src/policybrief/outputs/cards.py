"""The content of hover cards, as scripts, which a page opened from a folder can load, unlike other data."""

import json
from collections.abc import Mapping

from ..model.brief import Project, Reference
from ..model.dates_in_words import span_in_words
from ..model.glossary import Entry, is_foreign
from ..model.kinds_in_words import kind_in_sentence
from ..model.knowledge import Knowledge
from ..model.output import Artifact
from ..model.qualities_in_words import mix_of

NAMES_PATH = "assets/policybrief-card-names.js"
PARAGRAPHS_PATH = "assets/policybrief-card-paragraphs.js"

_OPENING = 200
"""The most characters of a paragraph on a card."""


def card_scripts(project: Project, knowledge: Knowledge) -> tuple[Artifact, ...]:
    """Return the facts about every name, and the beginning of every paragraph; a page loads each on first use.

    A name is `[name, kind, dates, definition, language, sources]` by the entry's id: its language if not the brief's,
    and the sources that it rests on. Empty values at the end are left out. A paragraph is `[number, chapter, opening]`
    by its id.
    """
    references = {reference.id: reference for reference in project.references}
    names = {entry.id: _name(entry, knowledge, project, references) for entry in project.glossary.entries}
    titles = {chapter.path: chapter.title for chapter in project.chapters}
    paragraphs = {
        paragraph.id: (paragraph.number, titles[paragraph.chapter], _opening(paragraph.text))
        for paragraph in knowledge.paragraphs().values()
        if not paragraph.note
    }
    return _script(NAMES_PATH, "cards", names), _script(PARAGRAPHS_PATH, "openings", paragraphs)


def _name(entry: Entry, knowledge: Knowledge, project: Project, references: Mapping[str, Reference]) -> tuple[str, ...]:
    definition = "".join(piece.text for piece in knowledge.definitions[entry.id])
    language = entry.names[0].language
    words = project.words
    dates = span_in_words(entry.dates, words) if entry.dates else ""
    mix = mix_of((references[source.id] for source in entry.sources if source.id in references), words)
    rests = words.say("Rests on {sources}.", sources=mix) if mix else ""
    foreign = language if is_foreign(language, project.brief.language) else ""
    said = [entry.label, kind_in_sentence(entry.kind, words), dates, definition.strip(), foreign, rests]
    while not said[-1]:
        said.pop()
    return tuple(said)


def _opening(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _OPENING else f"{words[:_OPENING].rpartition(' ')[0].rstrip(',;:–—')}…"


def _script(path: str, name: str, data: Mapping[str, tuple[str, ...]]) -> Artifact:
    listing = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    content = f"window.policybrief = window.policybrief || {{}};\nwindow.policybrief.{name} = {listing};\n"
    return Artifact(path, content.encode())
