"""What each sentence rests on, as a script that a chapter loads on first use."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..assets.packing import EVIDENCE_SCRIPTS, packed_scripts
from ..model.evidence import SentenceSupport, Support, supports_of
from ..model.knowledge import AnnotatedChapter, Citation, Knowledge, Paragraph
from ..model.output import Artifact
from ..wording.words import Words

SCRIPT_PATH = "assets/policybrief-evidence.js"

_NEARBY = "near"
_CODES = {Support.SOURCES: 0, _NEARBY: 1, Support.OWN: 2, Support.NOTHING: 3}
"""The codes for what a sentence rests on; `near` are sources cited beside it."""

Sentence = tuple[int, int, tuple[int | str, ...]]


def evidence_script(knowledge: Knowledge, words: Words) -> Artifact:
    """Return the script; `words` are those of the brief's language.

    By the id of a paragraph, it has a list for each sentence: the number of non-space characters up to its end, a code,
    and the numbers of its notes; a source cited in the text itself is given by its id, with its printed form in the
    list of references.
    """
    sentences = {paragraph: found for chapter in knowledge.chapters for paragraph, found in _of_chapter(chapter)}
    named = {each for found in sentences.values() for _, _, by in found for each in by if isinstance(each, str)}
    printed = {
        each.reference: "".join(piece.text for piece in each.text)
        for each in knowledge.references
        if each.reference in named
    }
    content = (
        "window.policybrief = window.policybrief || {};\n"
        f"window.policybrief.sentences = {_json(sentences)};\n"
        f"window.policybrief.printed = {_json(printed)};\n"
    )
    return Artifact(SCRIPT_PATH, content.encode() + packed_scripts(EVIDENCE_SCRIPTS, words) + b"\n")


def _of_chapter(chapter: AnnotatedChapter) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    citations: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in chapter.citations:
        citations[citation.paragraph].append(citation)
    for paragraph in chapter.paragraphs:
        if not paragraph.note and paragraph.sentences:
            supports = supports_of(paragraph, citations[paragraph.id])
            yield paragraph.id, tuple(_as_one(supports)) if paragraph.rows else tuple(_sentences(paragraph, supports))


def _sentences(paragraph: Paragraph, supports: Iterable[SentenceSupport]) -> Iterator[Sentence]:
    read, position = 0, 0
    for each in supports:
        read += _inked(paragraph.text[position : each.extent.end])
        position = each.extent.end
        yield read, _code(each), _named(each.citations)


def _as_one(supports: tuple[SentenceSupport, ...]) -> Iterator[Sentence]:
    """Yield a table as one sentence, because its cells are not read one after the other."""
    best = min(supports, key=lambda each: _CODES[each.support])
    yield 0, _CODES[best.support], _named(citation for each in supports for citation in each.citations)


def _code(support: SentenceSupport) -> int:
    nearby = support.support is Support.SOURCES and not support.own_mark
    return _CODES[_NEARBY if nearby else support.support]


def _named(citations: Iterable[Citation]) -> tuple[int | str, ...]:
    return tuple(dict.fromkeys(citation.note or citation.reference for citation in citations))


def _inked(text: str) -> int:
    return len("".join(text.split()))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
