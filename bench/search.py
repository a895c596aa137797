"""Measure search in Chromium: from first use to ready, and a keystroke's round trip, on the brief and on ten of it.

A keystroke is the event in the box, the answer, the list drawn and laid out. Run: `.venv/bin/python bench/search.py`.
"""

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from zlib import crc32

import yaml
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import ADVICE, find_chromium  # noqa: E402
from policybrief.assets.packing import packed_scripts  # noqa: E402
from policybrief.build import Site, build  # noqa: E402
from policybrief.hosts.mkdocs.settings import printed_cache  # noqa: E402
from policybrief.importing.pandoc.processor import Pandoc  # noqa: E402
from policybrief.model.addresses import Addresses  # noqa: E402
from policybrief.model.brief import Project  # noqa: E402
from policybrief.model.glossary import Entry, Glossary  # noqa: E402
from policybrief.model.knowledge import AnnotatedChapter, Knowledge  # noqa: E402
from policybrief.outputs.search import search_artifacts  # noqa: E402
from policybrief.reading.project import read_project  # noqa: E402

NAMES = (
    "EAEU",
    "Qarabağ",
    "Карабаха",
    "Southern Gas Coridor",
    "Heydar Aliev",
    "April 2016",
    "Organisation for Securty",
)
_TYPE = """async (queries) => {
  const input = document.getElementById('pb-search-input');
  const times = [];
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const start = performance.now();
      input.value = query.slice(0, length);
      input.dispatchEvent(new Event('input'));
      document.getElementById('pb-search-list').getBoundingClientRect();
      times.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  return times;
}"""
_READY = """async () => {
  const start = performance.now();
  document.querySelector('.pb-search-button').click();
  while (!document.querySelector('dialog.pb-search[open]')) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const ready = performance.now() - start;
  await window.policybrief.search('EAEU');
  return [ready, performance.now() - start];
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """What search took, in milliseconds."""

    ready: float
    complete: float
    keys: tuple[float, ...]

    def line(self, times: int) -> str:
        tail = quantiles(self.keys, n=20)[-1]
        return (
            f"{times:3}x  ready {self.ready:6.1f}  complete {self.complete:6.1f}  "
            f"keystroke p50 {median(self.keys):5.2f}  p95 {tail:5.2f}  ({len(self.keys)} keys)"
        )


def main() -> int:
    """Print the figures; return 1 without a browser."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("times", nargs="*", type=int, default=(1, 10), help="how many of the brief; several in turn")
    parser.add_argument("--runs", type=int, default=5, help="first uses, of which the median counts")
    options = parser.parse_args()
    found = find_chromium()
    if not found:
        print(ADVICE, file=sys.stderr)
        return 1
    project = read_project(ROOT, "mkdocs.yml")
    # With an address, as in a build: the citations that are kept with the brief do then.
    knowledge = build(project, Site(url="https://bench.example/"), Pandoc(printed_cache(ROOT))).knowledge
    questions = yaml.safe_load((ROOT / "tests" / "search" / "questions.yml").read_text("utf-8"))
    queries = [*NAMES, *(question["ask"] for question in questions[::3])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        for times in options.times:
            larger = multiplied(project, knowledge, times)
            print(measured(browser, *larger, queries, options.runs).line(times))
        browser.close()
    return 0


def measured(browser: Browser, project: Project, knowledge: Knowledge, queries: list[str], uses: int) -> Measured:
    """Return the times on a page that holds nothing but search, opened and first used so often."""
    with TemporaryDirectory() as folder:
        for artifact in search_artifacts(project, knowledge, Addresses()):
            path = Path(folder, artifact.path)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(artifact.content)
        Path(folder, "assets", "page.js").write_bytes(packed_scripts(("scripts/base.js", "scripts/search-loader.js")))
        loaded = '<script defer src="assets/page.js"></script>'
        page = Path(folder, "index.html")
        page.write_text(f'<meta charset="utf-8"><header></header>{loaded}', "utf-8")
        runs = []
        for _ in range(uses):
            tab = browser.new_page()
            tab.goto(page.as_uri())
            runs.append(tab.evaluate(_READY))
            keys = tab.evaluate(_TYPE, queries)
            tab.close()
        ready, complete = (median(values) for values in zip(*runs, strict=True))
        return Measured(ready, complete, tuple(keys))


def multiplied(project: Project, knowledge: Knowledge, times: int) -> tuple[Project, Knowledge]:
    """Return a brief as many times as large: each copy has its own names, and a third of its words are its own."""
    chapters = [_chapter(chapter, copy) for copy in range(times) for chapter in knowledge.chapters]
    entries = [_entry(entry, copy) for copy in range(times) for entry in project.glossary.entries]
    definitions = {
        _own(entry, copy): pieces for copy in range(times) for entry, pieces in knowledge.definitions.items()
    }
    references = tuple(
        replace(reference, id=_own(reference.id, copy)) for copy in range(times) for reference in project.references
    )
    larger = replace(project, glossary=Glossary(tuple(entries)), references=references)
    return larger, replace(knowledge, chapters=tuple(chapters), definitions=definitions)


def _own(name: str, copy: int) -> str:
    return f"{name}-{copy}" if copy else name


def _words(text: str, copy: int, one_in: int) -> str:
    if not copy:
        return text
    return " ".join(_word(word, copy) if crc32(word.encode()) % one_in == 0 else word for word in text.split(" "))


def _word(word: str, copy: int) -> str:
    # Turned letters make a new word of the same length.
    return "".join(chr((ord(sign) - 97 + copy) % 26 + 97) if "a" <= sign <= "z" else sign for sign in word)


def _entry(entry: Entry, copy: int) -> Entry:
    names = tuple(replace(alias, form=_words(alias.form, copy, 1)) for alias in entry.names)
    return replace(entry, id=_own(entry.id, copy), name=names[0].form, names=names)


def _chapter(annotated: AnnotatedChapter, copy: int) -> AnnotatedChapter:
    chapter = replace(annotated.chapter, path=annotated.chapter.path.replace(".md", f"-{copy}.md"))
    paragraphs = (replace(p, id=_own(p.id, copy), text=_words(p.text, copy, 3)) for p in annotated.paragraphs)
    mentions = (replace(m, entry=_own(m.entry, copy), paragraph=_own(m.paragraph, copy)) for m in annotated.mentions)
    return replace(annotated, chapter=chapter, paragraphs=tuple(paragraphs), mentions=tuple(mentions))


if __name__ == "__main__":
    sys.exit(main())
