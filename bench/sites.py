"""The same corpus as two MkDocs projects: for the bare host, and for policybrief."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import yaml

from bench.corpus import SOURCES, Chapter, Corpus, Term, source_id

_HOME = "# Home\n\nA made-up brief, to measure what a build costs.\n"


@dataclass(frozen=True, slots=True)
class Setup:
    """How the two sides are set up."""

    search: bool = True
    """Whether the bare side has the search of its theme; ours always has its own."""
    options: Mapping[str, object] | None = None
    """Further options of the policybrief plugin."""


def write_bare(corpus: Corpus, folder: Path, setup: Setup, entries: Mapping[str, str]) -> None:
    """Write the project for MkDocs and Material alone: the entries are plain pages outside the navigation.

    `entries` are path and Markdown of the entries' pages; without them each page has the definition alone.
    """
    _write_yaml(
        folder / "mkdocs.yml",
        {
            **_shared_settings(),
            "plugins": ["search"] if setup.search else [],
            "nav": [{"Home": "index.md"}, *_parts(corpus.chapters)],
            "not_in_nav": "/glossary/",
        },
    )
    _write_chapters(corpus, folder / "docs" / "chapters")
    _write(folder / "docs" / "index.md", _HOME)
    short = {f"glossary/{term.id}.md": f"# {term.name}\n\n{term.definition}\n" for term in corpus.terms}
    for path, text in (entries or short).items():
        _write(folder / "docs" / path, text)


def write_ours(corpus: Corpus, folder: Path, setup: Setup) -> None:
    """Write the project for policybrief, which makes the entries' pages from the glossary."""
    options = {
        "brief": {
            "title": "A made-up brief",
            "authors": [{"name": "The bench"}],
            "date": "2026-11-22",
            "language": "en",
            # The bare host makes none.
            "pdf": {"enabled": False},
        },
        # Made-up acronyms stand for nothing that a chapter could spell out.
        "acronyms": sorted({term.alias for term in corpus.terms if term.alias.isupper()}),
        **(setup.options or {}),
    }
    _write_yaml(folder / "mkdocs.yml", {**_shared_settings(), "plugins": [{"policybrief": options}]})
    _write_chapters(corpus, folder / "chapters")
    _write(folder / "docs" / "index.md", _HOME)
    _write_yaml(folder / "glossary.yml", {term.id: _entry(term, term.id in corpus.mentioned) for term in corpus.terms})
    references = [_reference(number) for number in range(1, SOURCES + 1)]
    _write_yaml(folder / "references.yml", {"references": references})


def _shared_settings() -> dict[str, object]:
    return {
        "site_name": "A made-up brief",
        "site_url": "https://bench.example/",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "markdown_extensions": ["attr_list", "footnotes", "tables", {"toc": {"permalink": True}}],
    }


def _parts(chapters: tuple[Chapter, ...]) -> Iterator[dict[str, list[str]]]:
    for part, pages in groupby(chapters, key=lambda chapter: chapter.path.split("/")[0]):
        yield {part.capitalize(): [f"chapters/{page.path}" for page in pages]}


def _write_chapters(corpus: Corpus, folder: Path) -> None:
    for chapter in corpus.chapters:
        front = f"---\ntitle: {chapter.title}\nsummary: A chapter of the bench.\ndate: 2026-11-22\n---\n\n"
        _write(folder / chapter.path, front + chapter.body)


def _entry(term: Term, mentioned: bool) -> dict[str, object]:
    entry: dict[str, object] = {
        "name": term.name,
        "kind": term.kind,
        "definition": term.definition,
        "dates": {"start": str(term.year)},
        "sources": [term.source],
    }
    if term.alias:
        entry["aliases"] = [{"form": term.alias, "lang": term.alias_language}]
    if not mentioned:
        entry["background"] = True
    if term.ally:
        entry["relations"] = [{"type": "allied-with", "to": term.ally}]
    return entry


def _reference(number: int) -> dict[str, object]:
    return {
        "id": source_id(number),
        "type": "report",
        "title": f"Report number {number} of a made-up series",
        "author": [{"family": f"Author{number}", "given": "Ann"}],
        "publisher": "The bench",
        "issued": str(2000 + number),
        "language": "en",
    }


def _write_yaml(path: Path, content: object) -> None:
    _write(path, yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
