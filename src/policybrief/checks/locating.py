"""From findings in paragraphs to problems at their places in the files."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.brief import Chapter
from ..model.check import Finding
from ..model.knowledge import Paragraph
from ..model.places import Source, source_of
from ..model.problems import Problem, ProblemCode
from .read_brief import ReadBrief

_TOKEN = re.compile(r"[^\W_]+")
_MARKUP = re.compile(
    r"\[[^\[\]@]*@[^\[\]]*\]"  # citations
    r"|\[\[!?(?:[^\[\]|\n]+\\?\|)?"  # the id in a mark
    r"|\]\([^()\s]*(?:\s[^()]*)?\)"  # the target of a link
    r"|\[\^[^\]\s]+\]"  # note references
    r"|\{:?\s?[.#][^{}\n]*\}"  # attributes
)
_FARTHEST = 12
"""The most words, present only in text or source, that are skipped together."""


@dataclass(frozen=True, slots=True)
class _InText:
    """The finding of a rule in a paragraph."""

    code: ProblemCode
    paragraph: Paragraph
    finding: Finding


def placed(findings: Iterable[tuple[ProblemCode, Finding]], brief: ReadBrief) -> Iterator[Problem]:
    """Yield each finding as a problem with that code at its place, except those that the author exempts."""
    by_chapter: defaultdict[str, list[_InText]] = defaultdict(list)
    for code, finding in findings:
        at = finding.at
        if code.public in at.allowed:
            continue
        if isinstance(at, Paragraph):
            by_chapter[at.chapter].append(_InText(code, at, finding))
        else:
            yield Problem(code, at.place, finding.message, finding.hint)
    for chapter in brief.chapters:
        found = by_chapter.get(chapter.chapter.path)
        if found:
            yield from _in_chapter(chapter.chapter, found)


def _in_chapter(chapter: Chapter, findings: list[_InText]) -> Iterator[Problem]:
    source = source_of(chapter)
    shown = _MARKUP.sub(lambda match: " " * len(match[0]), source.text)
    by_paragraph: defaultdict[str, list[_InText]] = defaultdict(list)
    for found in findings:
        by_paragraph[found.paragraph.id].append(found)
    for in_one in by_paragraph.values():
        paragraph = in_one[0].paragraph
        way = _Way(paragraph.text, shown, _start(paragraph, source))
        for found in in_one:
            place = source.place(way.offset(found.finding.position))
            yield Problem(found.code, place, found.finding.message, found.finding.hint)


def _start(paragraph: Paragraph, source: Source) -> int:
    """Return the position where the words of a paragraph begin: those of a note follow its label."""
    return source.text.find("]:", paragraph.at) + 2 if paragraph.note else paragraph.at


class _Way:
    """The correspondence between a paragraph's text and its source, word by word."""

    def __init__(self, text: str, source: str, start: int) -> None:
        self.text = text
        self.source = source
        written = list(_TOKEN.finditer(source, start, start + 3 * len(text) + 1000))
        words = [match[0] for match in written]
        self.starts = [match.start() for match in _TOKEN.finditer(text)]
        wanted = _TOKEN.findall(text)
        partners = [_nearest(word, words, at) for word, at in zip(wanted, _partners(wanted, words), strict=True)]
        self.offsets = [written[partner].start() if partner < len(written) else start for partner in partners]
        self.start = start

    def offset(self, position: int) -> int:
        """Return the position in the source of the character at `position` of the text."""
        index = bisect_left(self.starts, position)
        if index == len(self.starts):
            return self.offsets[-1] if self.offsets else self.start
        offset, at = self.offsets[index], self.starts[index]
        # Characters before the word, such as `$`, are before it in the source too.
        while at > position and offset > 0 and self.text[at - 1] == self.source[offset - 1]:
            at, offset = at - 1, offset - 1
        return offset


def _nearest(word: str, written: list[str], at: int) -> int:
    """Return `at`, or the nearby position of the word: a caption in brackets comes before the picture's other words."""
    if written[at : at + 1] == [word]:
        return at
    near = range(max(at - 5 * _FARTHEST, 0), min(at + _FARTHEST, len(written)))
    found = [index for index in near if written[index] == word]
    return min(found, key=lambda index: abs(index - at), default=at)


def _partners(words: list[str], written: list[str]) -> list[int]:
    """Return for each word the index of the written word that it comes from, or that it would precede.

    Both sequences are walked together; where they differ, the shortest step after which two neighbours agree again is
    taken.
    """
    partners: list[int] = []
    here = 0
    while len(partners) < len(words):
        at = len(partners)
        if written[here : here + 1] == words[at : at + 1]:
            partners.append(here)
            here += 1
            continue
        for gap in range(1, _FARTHEST):
            if written[here + gap : here + gap + 2] == words[at : at + 2]:
                here += gap
                break
            if written[here : here + 2] == words[at + gap : at + gap + 2] != []:
                partners += [here] * gap
                break
        else:
            partners.append(here)
            here += 1
    return partners
