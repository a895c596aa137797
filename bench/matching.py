"""How fast names are found in text: megabytes a second, from 100 to 100,000 terms.

Run it as `python bench/matching.py`. The text is the same for all; the times are processor time.
"""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.corpus import Corpus, make_corpus
from policybrief.chapters.terms import Matcher, matcher_of
from policybrief.model.glossary import Alias, Entry, Glossary, Kind
from policybrief.model.problems import Place

SIZES = (100, 1_000, 10_000, 100_000)
CHAPTERS = 200


def main() -> int:
    """Print a line for each number of terms; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("terms", nargs="*", type=int, default=SIZES, help="how many; several one after another")
    parser.add_argument("--chapters", type=int, default=CHAPTERS, help="how much text")
    options = parser.parse_args()
    for terms in options.terms:
        corpus = make_corpus(options.chapters, terms)
        text = "\n".join(chapter.body for chapter in corpus.chapters)
        begun = time.process_time()
        matcher = matcher_of(_glossary(corpus))
        made = time.process_time() - begun
        found, seconds = min((_found(matcher, text) for _ in range(3)), key=lambda run: run[1])
        megabytes = len(text.encode()) / 1e6
        print(
            f"{terms:7,} terms, {corpus.forms:7,} forms: {megabytes / seconds:5.2f} MB/s, "
            f"{found:,} names in {megabytes:.1f} MB; matcher made in {made:.2f} s"
        )
    return 0


def _found(matcher: Matcher, text: str) -> tuple[int, float]:
    begun = time.process_time()
    # A paragraph at a time, as in a build.
    found = sum(1 for paragraph in text.split("\n\n") for _ in matcher.find(paragraph))
    return found, time.process_time() - begun


def _glossary(corpus: Corpus) -> Glossary:
    nowhere = Place("glossary.yml", 1)
    entries = tuple(
        Entry(
            id=term.id,
            name=term.name,
            kind=Kind(term.kind),
            definition=term.definition,
            place=nowhere,
            definition_place=nowhere,
            names=tuple(Alias(form, "en", nowhere, any_case=form.islower()) for form in term.forms),
        )
        for term in corpus.terms
    )
    return Glossary(entries)


if __name__ == "__main__":
    sys.exit(main())
