"""How many words each chapter has, as a table for a spreadsheet."""

import csv
import io
from collections.abc import Iterator

from policybrief.model.catalogue import Output
from policybrief.model.output import Artifact
from policybrief.model.publication import FileDeclaration, Publication

WORDS = FileDeclaration("data/words.csv", "text/csv", "Its length, for a spreadsheet", "Words by chapter")


def make(publication: Publication) -> Iterator[Artifact]:
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(("chapter", "title", "words"))
    for found in publication.knowledge.chapters:
        words = sum(len(paragraph.text.split()) for paragraph in found.paragraphs if not paragraph.note)
        rows.writerow((found.chapter.number, found.chapter.title, words))
    yield Artifact(WORDS.path, table.getvalue().encode())


OUTPUT = Output("word-count", (WORDS,), make)
