"""Claims without a source: a sentence with a year, a figure or a percentage that cites nothing."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ..model.knowledge import AnnotatedChapter, Citation, Extent, Knowledge, Mention, Paragraph
from ..model.places import offsets_of, source_of
from ..model.problems import Code, Problem

_CLAIM = re.compile(
    r"""
    \b(?:1[5-9]|20)\d\d(?:[–-]\d\d(?:\d\d)?)?\b   # a year, or years
    | \d+(?:[.,]\d+)?\ ?(?:%|per\ cent\b)        # a percentage
    | [$€£]\ ?\d                                 # a sum
    | \b\d{1,3}(?:[.,]\d{3})+\b | \b\d+\.\d+\b | \b\d{2,}\b
    """,
    re.VERBOSE,
)
_NO_CLAIM = re.compile(
    r"\b(?:chapters?|paragraphs?|sections?|notes?|tables?|article|resolutions?)\s+[\d.]+", re.IGNORECASE
)


def check_claims(knowledge: Knowledge) -> Iterator[Problem]:
    """Yield each sentence that holds a year, a figure or a percentage and is supported by no citation.

    The citation stands in the sentence or in the next one of its paragraph; under a table anywhere in the caption.
    The names of entries are no claims, nor is what the author marked `{: .own }`. Notes and chapters without any
    citation, such as a preface, are left alone.
    """
    for chapter in knowledge.chapters:
        if chapter.citations:
            yield from _in_chapter(chapter)


def _in_chapter(chapter: AnnotatedChapter) -> Iterator[Problem]:
    citations: defaultdict[str, list[Citation]] = defaultdict(list)
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for citation in chapter.citations:
        citations[citation.paragraph].append(citation)
    for mention in chapter.mentions:
        mentions[mention.paragraph].append(mention)
    body = [paragraph for paragraph in chapter.paragraphs if not paragraph.note]
    uncited = [
        (index, sentence, claim)
        for index, paragraph in enumerate(body)
        for sentence, claim in _uncited(paragraph, citations[paragraph.id], mentions[paragraph.id])
    ]
    if not uncited:
        return
    source = source_of(chapter.chapter)
    offsets = offsets_of((paragraph.text for paragraph in body), source)
    for index, sentence, claim in uncited:
        text = body[index].text[sentence.start : sentence.end]
        # The claim is looked for behind the sentence's own first words, which are rarer.
        opening = source.find(" ".join(text.split()[:4]), offsets[index])
        place = source.place_of(claim, offsets[index] if opening is None else opening)
        short = text if len(text) <= 60 else f"{text[:57].rstrip()}…"
        hint = (
            "cite the source in this sentence or the next, or mark the paragraph {: .own } when the claim is your own"
        )
        yield Problem(Code.UNCITED_CLAIM, place, f"'{claim}' has no source: {short}", hint)


def _uncited(paragraph: Paragraph, citations: list[Citation], mentions: list[Mention]) -> Iterator[tuple[Extent, str]]:
    if paragraph.own_words:
        return
    # Of a table or a list one citation serves all lines, and where there is none one warning is enough.
    in_lines = "\n" in paragraph.text
    if in_lines and citations:
        return
    if not any(map(str.isdigit, paragraph.text)):
        return
    plain = _without_names(paragraph.text, mentions)
    for index, sentence in enumerate(paragraph.sentences):
        claim = _CLAIM.search(plain, sentence.start, sentence.end)
        if claim is None:
            continue
        next_end = paragraph.sentences[index + 1].end if index + 1 < len(paragraph.sentences) else sentence.end
        if not any(sentence.start < citation.position <= next_end + 1 for citation in citations):
            yield sentence, claim[0].strip()
            if in_lines:
                return


def _without_names(text: str, mentions: list[Mention]) -> str:
    pieces, at = [], 0
    for extent in sorted((mention.extent for mention in mentions), key=lambda extent: extent.start):
        pieces += [text[at : extent.start], "\n" * (extent.end - max(extent.start, at))]
        at = max(at, extent.end)
    return _NO_CLAIM.sub(lambda match: " " * len(match[0]), "".join([*pieces, text[at:]]))
