"""Small bibliographies for tests, and those of the repository."""

from pathlib import Path

import pytest

from policybrief.model.brief import Reference
from policybrief.model.dates import Span, parse_date
from policybrief.model.problems import Place
from policybrief.reading.references import read_references

ROOT = Path(__file__).parent.parent
BOOKS = {"own": ROOT / "references.yml", "styles": ROOT / "tests/books/styles/references.yml"}
EACH_BOOK = (pytest.param("own", marks=pytest.mark.slow), "styles")
"""Of our own list there are a thousand."""


def book(name: str) -> tuple[Reference, ...]:
    """Return the sources of a file of the repository, which has no fault."""
    references, problems = read_references(BOOKS[name].read_text("utf-8"), BOOKS[name].name)
    assert not problems
    return references


def source(**fields: object) -> Reference:
    """Return a report from 2019, with these fields."""
    day = parse_date("2019-05-12")
    given = {"id": "x", "type": "report", "title": "T", "language": "en", **fields}
    given = {name.replace("_", "-"): value for name, value in given.items()}
    given["issued"] = {"date-parts": [[2019, 5, 12]]}
    return Reference(
        str(given["id"]), str(given["type"]), str(given["title"]), str(given["language"]), Span(day, day), given,
        Place("references.yml"),
    )  # fmt: skip
