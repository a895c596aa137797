"""The charts of the text as separate files: SVG for further editing, PNG for slides and articles."""

import json
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version

from ...model.addresses import chart_picture
from ...model.blocks import Caption, Node, Table, walk
from ...model.captions import statement_of
from ...model.document import Citable
from ...model.output import Artifact
from ...model.problems import Code, Place, Problem
from ...model.publication import Publication
from .book import PressError
from .charts import files, for_typesetting
from .typesetting import PACKAGES, can_typeset, picture_of

_PIXELS = 144.0
"""Dots per inch: twice as many as on ordinary screens."""
_TEMPLATE = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("chart.svg")\n'


def chart_documents(publication: Publication) -> Iterator[tuple[str, int, str]]:
    """Yield each drawing of a chart as an SVG document, with the id of its paragraph and its number there, from 1."""
    for chapter in publication.knowledge.chapters:
        for section in chapter.document.sections:
            for part in section.parts:
                if isinstance(part, Citable):
                    nodes = [node for block in part.blocks for node in walk(block)]
                    for number, svg in enumerate(_drawn(nodes, publication), 1):
                        yield part.id, number, svg


def _drawn(nodes: list[Node], publication: Publication) -> Iterator[str]:
    said = next((statement_of(node) for node in nodes if isinstance(node, Caption)), "")
    for node in nodes:
        if isinstance(node, Table) and node.chart:
            yield from files(node.chart, node.chart.claim or said, publication.words)


def picture_artifacts(publication: Publication) -> Iterator[Artifact | Problem]:
    """Yield each drawing as PNG; nothing without the packages for it, which the output of the PDF reports."""
    if not can_typeset():
        return
    tools = json.dumps([version(name) for name in PACKAGES]).encode()
    for paragraph, number, svg in chart_documents(publication):
        path = chart_picture(paragraph, number)
        name = f"pictures/{sha256(tools + _TEMPLATE + svg.encode()).hexdigest()}"
        kept = publication.kept.read(name)
        if kept is None:
            try:
                kept = picture_of({"main": _TEMPLATE, "chart.svg": for_typesetting(svg).encode()}, _PIXELS)
            except PressError as error:
                hint = "report this to the authors of policybrief"
                yield Problem(Code.NOT_PRINTED, Place("mkdocs.yml"), f"'{path}' cannot be made: {error}", hint)
                continue
            publication.kept.write(name, kept)
        yield Artifact(path, kept)
