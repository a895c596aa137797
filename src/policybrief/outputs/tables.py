"""The tables of the text as CSV, and their charts as SVG, each named after its paragraph."""

import csv
import io
from collections.abc import Iterator

from ..model.addresses import chart_file, table_file
from ..model.output import Artifact
from ..model.publication import Publication
from .press.chart_pictures import chart_documents

_BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets use the encoding of their system instead of UTF-8."""


def table_artifacts(publication: Publication) -> tuple[Artifact, ...]:
    """Return a file for each paragraph with a table, and one for each drawing of its charts."""
    return (*_tables(publication), *_charts(publication))


def _tables(publication: Publication) -> Iterator[Artifact]:
    for chapter in publication.knowledge.chapters:
        for paragraph in chapter.paragraphs:
            if paragraph.rows:
                text = io.StringIO()
                csv.writer(text).writerows([" ".join(cell.split()) for cell in row] for row in paragraph.rows)
                yield Artifact(table_file(paragraph.id), (_BYTE_ORDER_MARK + text.getvalue()).encode())


def _charts(publication: Publication) -> Iterator[Artifact]:
    for paragraph, number, svg in chart_documents(publication):
        yield Artifact(chart_file(paragraph, number), svg.encode())
