"""What hover cards say, as scripts: a page opened from a folder may load those, and nothing else."""

import json
from collections.abc import Mapping

from ..model.brief import Project
from ..model.dates_in_words import span_in_words
from ..model.glossary import Entry, is_foreign
from ..model.kinds_in_words import kind_in_sentence
from ..model.knowledge import Knowledge
from ..model.output import Artifact

NAMES_PATH = "assets/policybrief-card-names.js"
PARAGRAPHS_PATH = "assets/policybrief-card-paragraphs.js"

_OPENING = 200
"""How many characters of a paragraph a card shows, at most."""


def card_scripts(project: Project, knowledge: Knowledge) -> tuple[Artifact, ...]:
    """Return what is known of every name, and how every paragraph begins; a page loads each at first need.

    A name is `[name, kind, dates, definition]` by the entry's id, and its language after them where that is not the
    brief's; a paragraph is `[number, chapter, opening]` by its own.
    """
    names = {entry.id: _name(entry, knowledge, project) for entry in project.glossary.entries}
    titles = {chapter.path: chapter.title for chapter in project.chapters}
    paragraphs = {
        paragraph.id: (paragraph.number, titles[paragraph.chapter], _opening(paragraph.text))
        for paragraph in knowledge.paragraphs().values()
        if not paragraph.note
    }
    return _script(NAMES_PATH, "cards", names), _script(PARAGRAPHS_PATH, "openings", paragraphs)


def _name(entry: Entry, knowledge: Knowledge, project: Project) -> tuple[str, ...]:
    definition = "".join(piece.text for piece in knowledge.definitions[entry.id])
    language = entry.names[0].language
    words = project.words
    dates = span_in_words(entry.dates, words) if entry.dates else ""
    said = (entry.label, kind_in_sentence(entry.kind, words), dates, definition.strip())
    return (*said, language) if is_foreign(language, project.brief.language) else said


def _opening(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _OPENING else f"{words[:_OPENING].rpartition(' ')[0].rstrip(',;:–—')}…"


def _script(path: str, name: str, data: Mapping[str, tuple[str, ...]]) -> Artifact:
    listing = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    content = f"window.policybrief = window.policybrief || {{}};\nwindow.policybrief.{name} = {listing};\n"
    return Artifact(path, content.encode())
