"""Quotations compared with a brief, as described by its `mkdocs.yml`."""

from pathlib import Path

from ...build import prepare
from ...chapters.citing import unprinted
from ...checks.quote_checker import CheckedQuote, check_quotes, passages_in
from .open_site import open_site


def quotes_in(directory: Path, text: str) -> tuple[CheckedQuote, ...]:
    """Return the verdict of the brief in `directory` on each passage in `text`."""
    opened = open_site(directory)
    knowledge = prepare(opened.project, opened.site, unprinted).knowledge
    return check_quotes(passages_in(text), knowledge.paragraphs().values())
