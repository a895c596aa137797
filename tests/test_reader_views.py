"""What reader views and text extractors keep of a chapter: every paragraph, in order, with its number apart.

They measure each box of a page by itself and drop one in which much is links; chapters are full of linked names and
sources. So nothing encloses a paragraph but the article, and what is for paper alone is hidden.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import lxml.html  # type: ignore[import-untyped]
import pytest
import readability
import trafilatura

from policybrief.build import Site, prepare
from policybrief.chapters.citing import unprinted
from policybrief.model.document import Document
from policybrief.pages.chapter_html import chapter_html
from policybrief.pages.line_html import TargetPage
from policybrief.reading.project import read_project
from test_cases import write_brief

ROOT = Path(__file__).parent.parent
NAMES = ("Azerbaijan", "Armenia", "Georgia", "Moscow")
PROSE = "Plain words without any name go on for a while here, so that this is a chapter with some text in it. " * 2
SMALL = f"""\
# One

{PROSE}

{PROSE}

Azerbaijan, Armenia, Georgia and Moscow met, nine per cent of them twice, as the record has it, in 9.[^n]

A plain paragraph, of which nobody took notice in all the years that followed, however often it was printed.

- Azerbaijan came first, and had said so;
- Armenia came second.[^n]

> Georgia was named in a quotation, and Moscow was not, as far as anybody heard who wrote it down.

{PROSE}

[^n]: A note on Azerbaijan, with [the report](https://report.example/) and more.
"""


@cache
def documents(book: Path) -> tuple[tuple[Document, str], ...]:
    prepared = prepare(read_project(book), Site(), unprinted)
    entries = prepared.project.glossary.by_id()
    return tuple(
        (
            annotated.document,
            chapter_html(annotated.document, TargetPage(annotated.chapter.path, Site().addresses, entries, "en")),
        )
        for annotated in prepared.knowledge.chapters
    )


@pytest.fixture(params=["small", pytest.param("the brief of the repository", marks=pytest.mark.slow)])
def chapters(request: pytest.FixtureRequest, tmp_path: Path) -> Sequence[tuple[Document, str]]:
    if request.param != "small":
        return documents(ROOT)
    glossary = "".join(f"{name.lower()}:\n  name: {name}\n  kind: state\n" for name in NAMES)
    write_brief(tmp_path, {"chapters/1-one.md": SMALL, "glossary.yml": glossary}, {})
    return documents(tmp_path)


def as_page(text: str) -> str:
    """Return a page as the theme makes it, with the classes by which extractors judge."""
    return (
        "<!doctype html><html><head><title>A title</title></head><body><header class='md-header'><nav>"
        "<a href='..'>Home</a></nav></header><main class='md-main'><div class='md-content'>"
        f"<article class='md-content__inner md-typeset'><h1>A title</h1>{text}</article></div></main></body></html>"
    )


def letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text)


def by_readability(html: str) -> str:
    return str(lxml.html.fromstring(readability.Document(html).summary()).text_content())


def by_trafilatura(html: str) -> str:
    return str(trafilatura.extract(html) or "")


@pytest.mark.parametrize("program", [by_readability, by_trafilatura])
def test_extractors_keep_every_paragraph_in_order(
    program: Callable[[str], str], chapters: Sequence[tuple[Document, str]]
) -> None:
    for _, html in chapters:
        found = letters(program(as_page(html)))
        at = 0
        for paragraph in lxml.html.fromstring(as_page(html)).xpath("//p[contains(@class, 'pb-paragraph')]"):
            words = letters(paragraph.text_content())
            assert words in found, words
            at = found.find(words, at)
            assert at >= 0, f"out of order: {words}"


def test_numbers_are_apart_from_words_and_from_figures(chapters: Sequence[tuple[Document, str]]) -> None:
    for document, html in chapters:
        root = lxml.html.fromstring(as_page(html))
        paragraphs = root.xpath("//*[contains(concat(' ', @class, ' '), ' pb-paragraph ')]")
        assert len(paragraphs) == len(list(document.citables()))
        for paragraph, citable in zip(paragraphs, document.citables(), strict=True):
            assert re.match(rf"{re.escape(citable.number)}\s", paragraph.text_content())
        calls = root.xpath("//sup[starts-with(@class, 'pb-note-call')]")
        assert all(re.fullmatch(r"\[\d+\]", call.text_content()) for call in calls)


def test_nothing_but_the_article_encloses_a_paragraph_and_its_notes(chapters: Sequence[tuple[Document, str]]) -> None:
    for _, html in chapters:
        root = lxml.html.fromstring(as_page(html))
        for part in root.xpath("//*[contains(concat(' ', @class, ' '), ' pb-paragraph ') or @class = 'pb-notes']"):
            assert part.getparent().tag == "article"
