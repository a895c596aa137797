"""Sentences that lose their reader."""

from collections.abc import Iterator

from policybrief.model.check import Check, Finding
from policybrief.model.problems import AddedCode, Severity
from policybrief.model.publication import Publication

MOST_WORDS = 40


def find(publication: Publication) -> Iterator[Finding]:
    for chapter in publication.knowledge.chapters:
        for paragraph in chapter.paragraphs:
            for sentence in paragraph.sentences:
                words = len(paragraph.text[sentence.start : sentence.end].split())
                if words > MOST_WORDS:
                    seen = f"a sentence of {words} words"
                    yield Finding(paragraph, seen, f"split it: the limit is {MOST_WORDS} words", sentence.start)


CHECK = Check(AddedCode("long-sentence", Severity.WARNING), find)
