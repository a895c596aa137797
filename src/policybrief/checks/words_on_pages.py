"""A self-check of the engine: every word in a chapter's tree is on the chapter's page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import unescape

from ..model.knowledge import AnnotatedChapter
from ..model.places import source_of
from ..model.problems import Code, Problem
from ..model.recall import recalled

_WORD = re.compile(r"[^\W_]+")
_SAID_BY_ATTRIBUTES = re.compile(r'\b(?:alt|alttext)="([^"]*)"')
_IN_LINES = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)\b[^<>]*>"
)
"""Inline tags: all others separate the text before them from the text after them."""
_TAG = re.compile(r"<[^<>]*>")
_MOST_NAMED = 8


def lost_on_pages(chapters: Iterable[AnnotatedChapter], html_of: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each chapter whose page, by the chapter's path in `html_of`, lacks words of its paragraphs.

    Words are counted, regardless of their order.
    """
    for each in chapters:
        html = html_of.get(each.chapter.path)
        if html is None:
            continue
        lost = recalled(_lost, tuple(paragraph.text for paragraph in each.paragraphs), html)
        for paragraph, words in zip(each.paragraphs, lost, strict=True):
            if words:
                named = ", ".join(f"'{word}'" for word in words[:_MOST_NAMED])
                message = f"words of paragraph {paragraph.number} are not on the page of the chapter: {named}"
                hint = "report this to the authors of policybrief"
                yield Problem(Code.LOST_WORDS, source_of(each.chapter).place(paragraph.at), message, hint)


def _lost(paragraphs: tuple[str, ...], html: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of each paragraph that a page lacks."""
    shown = Counter(_words_of(html))
    lost: list[tuple[str, ...]] = []
    for paragraph in paragraphs:
        words = [word.casefold() for word in _WORD.findall(paragraph)]
        lost.append(tuple(word for word, count in Counter(words).items() if shown[word] < count))
        shown.subtract(words)
    return tuple(lost)


def _words_of(html: str) -> Iterator[str]:
    said = " ".join((_TAG.sub(" ", _IN_LINES.sub("", html)), *_SAID_BY_ATTRIBUTES.findall(html)))
    return (word.casefold() for word in _WORD.findall(unescape(said)))
