"""What a very large brief costs: build time and memory, the largest pages, the number of files, the size of the data.

The brief is made up: 10,000 entries with 50,000 other names, and 5,000 paragraphs that name them, one of them in most.
Run: `python bench/load.py`; `--help` lists the options.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.measure import Cost, Meter
from bench.words import Namer, prose_word, vocabulary

KINDS = ("person", "organisation", "place", "event", "concept", "state")
CITED = 0.5
"""How many paragraphs cite a source."""
WORDS = 60
"""Of a paragraph."""
NAMES = 3
"""In a paragraph."""
SHARE = 0.25
"""How many of them are those of one entry."""
LARGEST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Size:
    """How large a brief is made."""

    entries: int = 10_000
    aliases: int = 50_000
    paragraphs: int = 5_000
    chapters: int = 50
    sources: int = 400


def write_brief(folder: Path, size: Size, seed: int = 1) -> None:
    """Write the project of a made-up brief into a folder; the same arguments give the same files."""
    rng = random.Random(f"{seed} load")
    words = vocabulary(rng, 1500)
    glossary = _glossary(size, words, rng)
    forms = [(str(entry["name"]), *_forms(entry)) for entry in glossary.values()]
    _write_yaml(folder / "mkdocs.yml", _settings())
    _write_yaml(folder / "glossary.yml", glossary)
    _write_yaml(folder / "references.yml", {"references": [_source(number) for number in range(size.sources)]})
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "chapters").mkdir(exist_ok=True)
    writer = _Writer(size, words, forms, rng)
    for number in range(1, size.chapters + 1):
        text = "\n\n".join(writer.chapter())
        front = f"---\ntitle: Chapter {number}\nsummary: Made up.\ndate: 2026-11-22\n---\n\n## A section\n\n"
        (folder / "chapters" / f"{number:02}-chapter.md").write_text(front + text + "\n", encoding="utf-8")


def _settings() -> dict[str, object]:
    brief = {
        "title": "A made-up brief",
        "authors": [{"name": "The bench"}],
        "date": "2026-11-22",
        "language": "en",
        "pdf": {"enabled": False},
    }
    return {
        "site_name": "A made-up brief",
        "site_url": "https://bench.example/",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "plugins": [{"policybrief": {"brief": brief}}],
    }


def _glossary(size: Size, words: tuple[str, ...], rng: random.Random) -> dict[str, dict[str, object]]:
    namer = Namer(rng, words)
    most = size.aliases // size.entries
    found: dict[str, dict[str, object]] = {}
    for index in range(size.entries):
        kind = KINDS[index % len(KINDS)]
        maker = kind if kind != "state" else "place"
        entry: dict[str, object] = {
            "name": namer.name("organisation" if index == 1 else maker),
            "kind": kind,
            "definition": " ".join(prose_word(rng, words) for _ in range(14)).capitalize() + ".",
            "background": True,
            "sources": [f"source{rng.randrange(size.sources)}"],
            "aliases": [_alias(kind, maker, namer, rng) for _ in range(most)],
        }
        if kind == "event":
            entry["dates"] = {"start": f"{rng.randint(1900, 2020)}-{rng.randint(1, 12):02}"}
            entry["relations"] = [{"type": "about", "to": f"term-{max(1, index - rng.randint(1, 5))}"}]
        elif kind in ("organisation", "state") and index > 1:
            entry["relations"] = [{"type": "member-of", "to": "term-2"}]
        found[f"term-{index + 1}"] = entry
    return found


def _alias(kind: str, maker: str, namer: Namer, rng: random.Random) -> object:
    if rng.random() < 0.1:
        return {"form": namer.cyrillic(), "lang": "ru"}
    if kind == "organisation" and rng.random() < 0.3:
        return namer.acronym()
    return namer.name(maker)


def _forms(entry: dict[str, object]) -> Iterator[str]:
    aliases = entry["aliases"]
    assert isinstance(aliases, list)
    yield from (alias if isinstance(alias, str) else alias["form"] for alias in aliases)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes paragraphs that name entries, some far more often than others."""

    size: Size
    words: tuple[str, ...]
    forms: Sequence[Sequence[str]]
    """Of each entry."""
    rng: random.Random

    def chapter(self) -> Iterator[str]:
        """Yield the paragraphs of a chapter."""
        weights = list(accumulate(1 / rank for rank in range(1, len(self.forms) + 1)))
        for _ in range(self.size.paragraphs // self.size.chapters):
            tokens = [prose_word(self.rng, self.words) for _ in range(WORDS)]
            for _ in range(NAMES):
                common = self.rng.random() < SHARE
                # The second entry, to which all organisations and states belong, is named in most paragraphs.
                forms = self.forms[1] if common else self.rng.choices(self.forms, cum_weights=weights)[0]
                tokens[self.rng.randrange(len(tokens))] = self.rng.choice(forms)
            middle = len(tokens) // 2
            tokens[middle] = f"{tokens[middle]}. The"
            cited = f" [@source{self.rng.randrange(self.size.sources)}]" if self.rng.random() < CITED else ""
            yield f"Here {' '.join(tokens)}{cited}."


def _source(number: int) -> dict[str, object]:
    return {
        "id": f"source{number}",
        "type": "report",
        "title": f"Report number {number} of a made-up series",
        "author": [{"family": f"Author{number}", "given": "Ann"}],
        "publisher": "The bench",
        "issued": str(1990 + number % 30),
        "language": "en",
    }


def _write_yaml(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False), encoding="utf-8")


def report(site: Path, cost: Cost) -> str:
    """Return what a built site weighs, and what it cost."""
    files = [file for file in site.rglob("*") if file.is_file()]
    sizes = sorted(((file.stat().st_size, file.relative_to(site).as_posix()) for file in files), reverse=True)
    pages = [item for item in sizes if item[1].endswith(".html")]
    others = [item for item in sizes if not item[1].endswith(".html")]
    lines = [
        f"CPU {cost.amount:.1f} s, at most {cost.peak_mb:.0f} MB",
        f"{len(files):,} files, {sum(size for size, _ in sizes) / 1e6:.0f} MB",
        *(f"{size:12,} {path}" for size, path in (*pages[:LARGEST_SHOWN], *others[:LARGEST_SHOWN])),
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the brief, build it, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in (("entries", 10_000), ("aliases", 50_000), ("paragraphs", 5_000), ("sources", 400)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--keep", type=Path, help="a folder to build in, which stays")
    options = parser.parse_args(arguments)
    size = Size(options.entries, options.aliases, options.paragraphs, sources=options.sources)
    with tempfile.TemporaryDirectory(prefix="policybrief-load-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        write_brief(folder, size)
        policybrief = str(Path(sys.executable).with_name("policybrief"))
        cost = Meter().run([sys.executable, policybrief, "build"], folder)
        print(report(folder / "site", cost))
    return 0


if __name__ == "__main__":
    sys.exit(main())
