"""The statements of each chapter and what they rest on, for the page *Evidence*."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from ..model.addresses import EVIDENCE_PATH
from ..model.evidence import Statement, Support, statements_of
from ..model.knowledge import AnnotatedChapter
from ..model.shortening import shortened
from ..wording.words import Words
from .site_index import SiteView
from .source_facts import Badge, badge_of
from .words import chapter_title

MOST = 1000
"""How many statements are listed; the data file has all."""
_SHOWN = 110
"""In characters: how much of a statement is shown."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement in the list."""

    number: str
    href: str
    text: str
    state: str
    """The kind of support, as in the stylesheet: `sources`, `own`, `nothing`."""
    said: str
    """What it rests on, if not sources."""
    badges: tuple[Badge, ...]
    """The badges of its sources."""


@dataclass(frozen=True, slots=True)
class ChapterStatements:
    """The statements of a chapter."""

    title: str
    lines: tuple[StatementLine, ...]


def chapter_statements(site: SiteView) -> tuple[ChapterStatements, ...]:
    """Return the statements with a year, a figure or a quotation, by chapter; at most `MOST`."""
    found: list[ChapterStatements] = []
    left = MOST
    for annotated in site.knowledge.chapters:
        lines = tuple(islice(_lines(annotated, site), left))
        left -= len(lines)
        if lines:
            found.append(ChapterStatements(chapter_title(annotated.chapter), lines))
    return tuple(found)


def _lines(annotated: AnnotatedChapter, site: SiteView) -> Iterator[StatementLine]:
    for statement in statements_of(annotated):
        if statement.claims:
            yield _line(statement, site)


def _line(statement: Statement, site: SiteView) -> StatementLine:
    paragraph, support = statement.paragraph, statement.support
    keys = dict.fromkeys(citation.reference for citation in support.citations)
    badges = (badge_of(site.references[key], site.words) for key in keys if key in site.references)
    return StatementLine(
        paragraph.number,
        site.addresses.link(paragraph.chapter, EVIDENCE_PATH, paragraph.id),
        shortened(statement.text, _SHOWN),
        support.support.value,
        _said(support.support, site.words),
        tuple(badge for badge in badges if badge),
    )


def _said(support: Support, words: Words) -> str:
    if support is Support.OWN:
        return words.say("The authors’ judgement")
    return words.say("No source given") if support is Support.NOTHING else ""
