"""The brief's other sources on the matter of each sentence, as a script for the card of the sentence."""

import json
from collections.abc import Iterator, Mapping

from ..model.addresses import Addresses
from ..model.brief import Project
from ..model.knowledge import AnnotatedChapter, Knowledge
from ..model.output import Artifact
from ..model.qualities_in_words import quality_label
from ..model.quality import Quality, quality_of
from ..model.shortening import shortened
from .files import OTHERS_SCRIPT
from .same_matter import OtherSource, same_matter

_LONGEST = 110
"""In characters: how much of a printed source is shown: author, date, and most of its title."""

_Row = tuple[int, tuple[tuple[int, int], ...]]


def others_script(project: Project, knowledge: Knowledge, addresses: Addresses) -> Artifact:
    """Return the script.

    By the id of a paragraph, it has rows: the index of a sentence from 0, and its sources, each by its index in
    `sources` (id, words, quality) and the index in `paragraphs` (number, address) of a paragraph that cites it.
    `qualities` has the word for each.
    """
    found = same_matter(knowledge.chapters)
    others = [other for sentences in found.values() for some in sentences.values() for other in some]
    sources = tuple(dict.fromkeys(other.reference for other in others))
    paragraphs = tuple(dict.fromkeys(other.paragraph for other in others))
    places = {id_: at for some in (sources, paragraphs) for at, id_ in enumerate(some)}
    printed = {each.reference: "".join(piece.text for piece in each.text) for each in knowledge.references}
    references = {reference.id: reference for reference in project.references}
    qualities = {id_: quality_of(references[id_]) if id_ in references else None for id_ in sources}
    known = knowledge.paragraphs()
    data = {
        "sources": [_source(id_, printed.get(id_, id_), qualities[id_]) for id_ in sources],
        "qualities": {each.value: quality_label(each, project.words) for each in Quality if each in qualities.values()},
        "paragraphs": [(known[id_].number, f"{addresses.of(known[id_].chapter)}#{id_}") for id_ in paragraphs],
        "of": {id_: rows for chapter in knowledge.chapters for id_, rows in _rows(chapter, found, places)},
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Artifact(OTHERS_SCRIPT.path, f"window.policybrief.others = {written};\n".encode())


def _source(id_: str, printed: str, quality: Quality | None) -> tuple[str, str, str]:
    return id_, shortened(printed, _LONGEST), quality.value if quality else ""


def _rows(
    chapter: AnnotatedChapter,
    found: Mapping[str, Mapping[int, tuple[OtherSource, ...]]],
    places: Mapping[str, int],
) -> Iterator[tuple[str, tuple[_Row, ...]]]:
    for paragraph in chapter.paragraphs:
        sentences = found.get(paragraph.id, {})
        rows = (
            (at, tuple((places[other.reference], places[other.paragraph]) for other in sentences[sentence.start]))
            for at, sentence in enumerate(paragraph.sentences)
            if sentence.start in sentences
        )
        if sentences:
            yield paragraph.id, tuple(rows)
