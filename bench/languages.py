"""How fast names are found in languages that inflect: megabytes a second, in text full of names and of traps.

The text is the sentences of `tests/inflected`, several times, each followed by one without its names, so that it has
about twice the names of our own brief; with `--full` all sentences have theirs. The glossary has the entries of that
text and as many others, made of the words of their names with other letters, as make it up to the number asked for.

Run it as `python bench/languages.py`. The times are processor time.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from policybrief.chapters.terms import Matcher, matcher_of  # noqa: E402
from policybrief.reading.glossary import read_glossary  # noqa: E402

LANGUAGES = ("ru", "fr", "az", "tr", "pl", "de", "uk")
MARK = re.compile(r"\[\[[^|\]]*\|([^\]]*)\]\]")
NAMES = 10_000
BYTES = 600_000
VOWELS = "aeiouıəöüаеиоуыі"


def main() -> int:
    """Print a line for each language; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    parser.add_argument("--names", type=int, default=NAMES, help="how many entries the glossary has")
    parser.add_argument("--full", action="store_true", help="no sentence without names")
    options = parser.parse_args()
    for language in options.languages:
        sentences, entries = gathered(language, full=options.full)
        begun = time.process_time()
        matcher = matcher_of(_glossary(language, entries, options.names))
        made = time.process_time() - begun
        once = sum(len(each.encode()) for each in sentences)
        paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)] * (BYTES // once + 1)
        found, seconds = min((_found(matcher, paragraphs) for _ in range(5)), key=lambda run: run[1])
        megabytes = sum(len(each.encode()) for each in paragraphs) / 1e6
        print(
            f"{language}: {len(matcher.exact) + len(matcher.any_case):7,} forms, {megabytes / seconds:5.2f} MB/s, "
            f"{found / megabytes / 1000:.1f} names a KB; matcher made in {made:.1f} s"
        )
    return 0


def gathered(language: str, *, full: bool = True) -> tuple[list[str], dict[str, Any]]:
    """Return the sentences of a language without their marks, and the entries of their glossaries, each name once."""
    sentences: list[str] = []
    entries: dict[str, Any] = {}
    names: set[str] = set()
    for path in sorted((ROOT / "tests" / "inflected").rglob(f"{language}.yml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        for each in content["sentences"]:
            sentences.append(MARK.sub(r"\1", each))
            if not full:
                sentences.append(" ".join(MARK.sub(" ", each).split()))
        for key, entry in content["glossary"].items():
            forms = {entry["name"], *(each if isinstance(each, str) else each["form"] for each in _aliases(entry))}
            if names.isdisjoint(forms):
                names |= forms
                entries[f"{key}-{len(entries)}"] = entry
    return sentences, entries


def _aliases(entry: Any) -> list[Any]:
    return list(entry.get("aliases", ()))


def _glossary(language: str, entries: dict[str, Any], count: int) -> Any:
    every = dict(entries)
    for key, entry in _others(list(entries.values()), random.Random(language)):
        if len(every) >= count:
            break
        every[key] = entry
    glossary, _ = read_glossary(yaml.safe_dump(every, allow_unicode=True), "glossary.yml", language)
    return glossary


def _others(models: list[Any], chance: random.Random) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    while True:
        model = chance.choice(models)
        name = " ".join(_altered(word, chance) for word in model["name"].split(" "))
        if name not in seen:
            seen.add(name)
            yield f"other-{len(seen)}", {"name": name, "kind": model["kind"]}


def _altered(word: str, chance: random.Random) -> str:
    """Return a word with some of its consonants exchanged, so that it has the ending of a word of its language."""
    latin = word[0] < "Ѐ"
    places = [at for at, letter in enumerate(word[:-3]) if letter.isalpha() and letter.lower() not in VOWELS]
    letters = list(word)
    for at in places:
        other = chance.choice("bdfgklmnprst" if latin else "бвгдзклмнпрст")
        letters[at] = other.upper() if letters[at].isupper() else other
    return "".join(letters)


def _found(matcher: Matcher, paragraphs: list[str]) -> tuple[int, float]:
    begun = time.process_time()
    found = sum(1 for paragraph in paragraphs for _ in matcher.find(paragraph))
    return found, time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
