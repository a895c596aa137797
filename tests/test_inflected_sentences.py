"""Names in sentences labelled by hand: how many of those that are there are found, and how many of the found are there.

The sentences are in `inflected/`, files by language: half of them hold names in their forms, half are traps.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from policybrief.chapters.terms import Found, Matcher, matcher_of
from policybrief.inflection.dictionary import has_dictionary
from policybrief.model.forms import with_plain_signs
from policybrief.reading.glossary import read_glossary

FOLDER = Path(__file__).parent / "inflected"
FILES = sorted(FOLDER.glob("*.yml"))
SECOND = sorted(FOLDER.glob("*/*.yml"))
"""Sentences labelled after the rules were written, each set after the faults of the one before were fixed."""
MARK = re.compile(r"\[\[([^|\]]*)\|([^\]]*)\]\]")
RECALL, PRECISION = 0.97, 0.995


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence as readers see it, and which names stand where in it; an empty id is one that is to be listed."""

    text: str
    names: tuple[tuple[int, int, str], ...]
    may_be_listed: frozenset[tuple[int, int, str]] = frozenset()
    """What must not be linked: whether it is listed or left alone makes no difference."""


@dataclass(frozen=True, slots=True)
class Sentences:
    matcher: Matcher
    sentences: tuple[Labelled, ...]


def read_sentences(path: Path) -> Sentences:
    content = yaml.safe_load(path.read_text("utf-8"))
    glossary, problems = read_glossary(
        yaml.safe_dump(content["glossary"], allow_unicode=True), "g.yml", content["language"]
    )
    assert not problems
    return Sentences(matcher_of(glossary), tuple(map(labelled, content["sentences"])))


def labelled(written: str) -> Labelled:
    names: list[tuple[int, int, str]] = []
    may_be_listed: set[tuple[int, int, str]] = set()
    text, end = "", 0
    for mark in MARK.finditer(written):
        text += written[end : mark.start()]
        place = len(text), len(text) + len(mark[2])
        if mark[1] == "~":
            may_be_listed.add((*place, ""))
        else:
            names.append((*place, mark[1].removeprefix("?")))
        text += mark[2]
        end = mark.end()
    return Labelled(text + written[end:], tuple(names), frozenset(may_be_listed))


def places(found: Iterator[Found]) -> set[tuple[int, int, str]]:
    return {(each.start, each.end, each.entry) for each in found}


@pytest.mark.parametrize("path", [*FILES, *SECOND], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_names_are_found_and_nothing_else(path: Path) -> None:
    if path.stem == "ru":
        assert has_dictionary("ru")
    read = read_sentences(path)
    assert len(read.sentences) >= (20 if path in SECOND else 100)
    missed: list[str] = []
    wrong: list[str] = []
    there = right = 0
    for sentence in read.sentences:
        expected = set(sentence.names)
        found = places(read.matcher.find(sentence.text)) - sentence.may_be_listed
        there += len(expected)
        right += len(expected & found)
        missed += [f"{entry}: {sentence.text[start:end]} in {sentence.text}" for start, end, entry in expected - found]
        wrong += [f"{entry}: {sentence.text[start:end]} in {sentence.text}" for start, end, entry in found - expected]
    print(f"{path.stem}: {there} names, recall {right / there:.3f}, precision {right / (right + len(wrong)):.3f}")
    known = KNOWN.get(f"{path.parent.name}-{path.stem}", [])
    new = [fault for fault in wrong if fault not in known]
    assert right / there >= RECALL, missed
    assert right / (right + len(new)) >= PRECISION, wrong
    assert sorted([*missed, *wrong]) == sorted(known)


KNOWN: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "inflected_faults.yml").read_text("utf-8"))
"""What is wrong still, by set and language: what the world has to tell, not the language."""


@pytest.mark.parametrize("path", [*FILES, *SECOND], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_half_of_the_sentences_are_traps(path: Path) -> None:
    read = read_sentences(path)
    traps = [
        sentence
        for sentence in read.sentences
        if not sentence.names or sentence.may_be_listed or not all(entry for *_, entry in sentence.names)
    ]
    assert len(traps) >= 0.4 * len(read.sentences)


@pytest.mark.parametrize("path", [*FILES, *SECOND], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_names_never_overlap(path: Path) -> None:
    read = read_sentences(path)
    for sentence in read.sentences:
        found = sorted(places(read.matcher.find(sentence.text)))
        assert all(before[1] <= after[0] for before, after in pairwise(found))
        assert len(with_plain_signs(sentence.text)) == len(sentence.text)
