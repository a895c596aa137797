"""Judged questions: whether what the search answers is what a row of a list in tests/search/ names."""

from collections.abc import Iterator

import yaml

from browser.conftest import Site
from browser.searching import JUDGED, Hit, Searched

FIRST_SCREEN = 5
"""How many hits an open box shows without scrolling, at 1280 by 800 pixels."""


def is_meant(want: str, hit: Hit, site: Site, searched: Searched) -> bool:
    """Whether a hit is what a row names."""
    what, _, which = want.partition(" ")
    if what in ("entry", "reference"):
        return bool(hit["kind"] == what and hit["id"] == which)
    if what == "page":
        return bool(hit["url"] == site.url + which.removeprefix("./"))
    if what == "number":
        return bool(hit["number"] == which)
    text = searched.texts[hit["id"]] if hit["kind"] == "paragraph" else ""
    return want in plain(text)


def plain(text: str) -> str:
    """Return a paragraph with ordinary spaces, its lines on one line."""
    return text.replace("\u00a0", " ").replace("\n", " · ")


def unanswered(searched: Searched, site: Site, name: str, expected: int) -> list[str]:
    """Return the questions of a list of so many that have no right answer where it should be."""
    groups = yaml.safe_load((JUDGED / name).read_text("utf-8"))
    rows = [row for group in groups.values() for row in group]
    assert len(rows) == expected
    return list(_wrong(rows, searched, site))


def _wrong(rows: list[dict[str, object]], searched: Searched, site: Site) -> Iterator[str]:
    answers = searched.hits([str(row["ask"]) for row in rows])
    for row, hits in zip(rows, answers, strict=True):
        screen = row.get("screen")
        wanted = screen if isinstance(screen, list) else [str(row.get("first", ""))]
        shown = hits[: FIRST_SCREEN if screen else 1]
        right = any(is_meant(want, hit, site, searched) for want in filter(None, wanted) for hit in shown)
        if not right and not (row.get("none") and not hits):
            yield f"{row['ask']}: {[hit['id'] for hit in hits[:FIRST_SCREEN]]}"
