"""Faults planted in the brief itself: each is found once, at its line, and nothing else is."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from policybrief.hosts.mkdocs.open_site import open_site

ROOT = Path(__file__).parents[1]
FILES = ("mkdocs.yml", "glossary.yml", "references.yml", "evidence.yml", "anchors.lock", "chapters", "docs")
OF_THE_BRIEF = "fragile-claim"
"""What its authors know: some of what it says rests on weak sources alone."""
CHAPTER = "chapters/6-conclusion.md"

pytestmark = pytest.mark.slow

ENTRIES = """
planted-one:
  name: Planted one
  kind: evnet
planted-two:
  name: Planted two
  kind: event
  background: true
  dates: 1994-13
planted-three:
  name: Planted three
  kind: event
  background: true
  nmae: Three
planted-four:
  name: Planted four
  kind: event
  background: true
  relations:
    - {type: about, to: azerbiajan}
planted-five:
  name: Planted five
  kind: treaty
  background: true
  aliases: [Planted pact]
  sources: [nobody1999]
planted-six:
  name: Planted six
  kind: treaty
  background: true
  aliases: [Planted pact]
planted-seven:
  name: Planted seven
  kind: person
planted-eight:
  name: Planted eight
  kind: place
  background: true
  definition: A place beside [[bakuu]].
planted-nine:
  name: Planted Treaty Office
  kind: organisation
  aliases: [PLTO, {form: Planted Bureau, avoid: true}]
planted-ten:
  name: planted truce
  kind: event
  dates: 1994-05-12
  as_of: 1999
"""
PARAGRAPHS = """

The [[eurasian-economic-unoin]] is meant.

Trade fell by 24 per cent without anybody saying so.

This rests on [@shiriyev2019closr].

See [the first chapter](1-introdution.md).

See [a place](1-introduction.md#nowhere).

See [a work][never-defined].

It has a note.[^nowhere]

In brackets [[that never close.

The PLTO was closed. Then it was called\nthe Planted Bureau.

The mood in Nagorno was grim.

The planted truce of 1996 was short [@shiriyev2019closer].

In 2014 President Dmitry Medvedev came to Baku [@shiriyev2019closer].

Armenia joined the Eurasian Economic Union in 2013 [@shiriyev2019closer].

| Year | Planted trees (million) | Planted flowers |
|---|---|---|
| 2013 | 24 | 300 |

/// table-caption
What was planted [@shiriyev2019closer].
///

In 2013 planted trees came to 42 million [@shiriyev2019closer].

A <span>tag</span>, [a script](javascript:alert), and ![](nowhere.png)

A line.
{: onclick=alert(1) #planted }

Another line.
{: .wide #planted }
"""
SOURCE = "\n  - {id: nobody2001, type: book, title: Nobody, issued: '2001', language: en}\n"
EXPECTED = {
    "kind: evnet": "bad-kind",
    "1994-13": "bad-date",
    "nmae: Three": "unknown-key",
    "azerbiajan": "unknown-entry",
    "nobody1999": "unknown-source",
    "planted-seven:": "unused-entry",
    "[[bakuu]]": "unknown-entry",
    "unoin": "unknown-entry",
    "24 per cent without": "uncited-claim",
    "closr": "unknown-source",
    "1-introdution": "broken-link",
    "#nowhere)": "broken-anchor",
    "never-defined": "undefined-link",
    "[^nowhere]": "undefined-note",
    "never close": "broken-mark",
    "nobody2001": "unused-reference",
    "PLTO was": "unexplained-acronym",
    "the Planted Bureau": "spelling-variant",
    "mood in Nagorno": "spelling-variant",
    "truce of 1996": "contradicted-date",
    "planted-ten:": "stale-entry",
    "In 2014 President Dmitry": "contradicted-office",
    "Armenia joined the Eurasian Economic Union in 2013": "contradicted-membership",
    "trees came": "contradicted-number",
    "A <span>": "raw-html",
    "javascript:": "unsafe-link",
    "nowhere.png": "missing-image",
    "![](": "missing-alt",
    "onclick": "bad-attribute",
    ".wide": "duplicate-id",
}
"""What stands on the faulty line, and the fault. The alias of two entries is named where it stands again."""


def test_each_planted_fault_is_found_once_at_its_line(tmp_path: Path) -> None:
    for name in FILES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, tmp_path / name)
    assert {problem.code.public for problem in open_site(tmp_path).check()} <= {OF_THE_BRIEF}
    for path, text in (("glossary.yml", ENTRIES), ("references.yml", SOURCE), (CHAPTER, PARAGRAPHS)):
        with (tmp_path / path).open("a", encoding="utf-8") as file:
            file.write(text)
    problems = [problem for problem in open_site(tmp_path).check() if problem.code.public != OF_THE_BRIEF]
    found = Counter((problem.code.public, problem.place.path, problem.place.line) for problem in problems)
    assert found == Counter((*_expected(tmp_path), ("stale-ledger", "anchors.lock", 1)))


def _expected(root: Path) -> list[tuple[str, str, int]]:
    places = []
    for path in ("glossary.yml", "references.yml", CHAPTER):
        lines = (root / path).read_text("utf-8").split("\n")
        places += [
            (code, path, number)
            for words, code in EXPECTED.items()
            for number, line in enumerate(lines, 1)
            if words in line
        ]
        second = [number for number, line in enumerate(lines, 1) if "Planted pact" in line]
        places += [("clashing-alias", path, second[1])] if second else []
    assert len(places) == len(EXPECTED) + 1
    return places
