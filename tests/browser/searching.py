"""The search of the built brief in a real browser, with what the site's data say about its names."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from browser.conftest import Site
from policybrief.model.fold import fold

JUDGED = Path(__file__).parents[1] / "search"
CHAPTER = "chapters/1-introduction/"

Hit = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Name:
    """A form of an entry."""

    form: str
    entry: str

    @property
    def folded(self) -> str:
        return fold(self.form)

    @property
    def letters(self) -> int:
        return len(self.folded.replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Searched:
    """The site's search, and what the site's data say."""

    page: Page
    names: tuple[Name, ...]
    bearers: Mapping[str, frozenset[str]]
    """The entries that have a folded form."""
    mentioned: Mapping[str, frozenset[str]]
    """The paragraphs that mention an entry."""
    texts: Mapping[str, str]

    def hits(self, queries: list[str]) -> list[list[Hit]]:
        """Return what `window.policybrief.search` answers to each query."""
        found: list[list[Hit]] = self.page.evaluate(
            "async (queries) => { const all = []; for (const query of queries) "
            "all.push(await window.policybrief.search(query)); return all; }",
            queries,
        )
        return found

    def leads_to(self, name: Name, hits: list[Hit]) -> bool:
        """Whether the entry comes first, or among the first where several bear the name."""
        first = hits[: len(self.bearers[name.folded])]
        return name.entry in [hit["id"] for hit in first if hit["kind"] == "entry"]


def load(site: Site, name: str) -> Any:
    return json.loads((site.folder / "data" / f"{name}.json").read_text("utf-8"))


@contextmanager
def open_search(browser: Browser, site: Site) -> Iterator[Searched]:
    """Open a page of the site with its search; it is closed afterwards."""
    names: dict[tuple[str, str], Name] = {}
    bearers = defaultdict(set)
    for entry in load(site, "glossary"):
        for form in (entry["name"], *(alias["form"] for alias in entry["aliases"])):
            names.setdefault((fold(form), entry["id"]), Name(form, entry["id"]))
            bearers[fold(form)].add(entry["id"])
    mentioned = defaultdict(set)
    for mention in load(site, "mentions"):
        mentioned[mention["entry"]].add(mention["paragraph"])
    page = browser.new_page()
    page.goto(site.url + CHAPTER)
    yield Searched(
        page,
        tuple(names.values()),
        {folded: frozenset(entries) for folded, entries in bearers.items()},
        {entry: frozenset(paragraphs) for entry, paragraphs in mentioned.items()},
        {p["id"]: p["text"] for p in load(site, "paragraphs")},
    )
    page.close()
