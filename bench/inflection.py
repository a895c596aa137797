"""Which part of a word to compare in languages that inflect: whole words, beginnings, or stems.

`texts/az.md` and `texts/ru.md` are compared with `texts/az-edited.md` and `texts/ru-edited.md`: the first 16 paragraphs
of each once more, edited by hand as an editor would, with other tenses, cases, numbers and word order. A way is good
when an edited paragraph is much more alike to its original than any two unrelated ones are to each other. English has
no edited text: its chapters only say how alike unrelated paragraphs are.

Run it as `python bench/inflection.py`.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.histories import ROOT, source
from policybrief.alignment.fingerprint import fingerprint_of, shared, similarity, unpacked, words_of

HEAD = ("text", "compared", "least", "median", "in shared runs", "unrelated: median", "99 of 100", "most")
SUFFIXES = {
    "az": (
        "lar lər lari ləri lara lərə larda lərdə lardan lərdən larin lərin in un ün nin nun nün i u ü ni nu nü a"
        " ə ya yə da də dan dən dir dur dür di du dü miş muş müş si su sü sinin sina sinə sinda sində ina inə inda"
        " ində indan indən ir ur ür ar ər ardi ərdi irdi urdu dilər dilar mişdi mişdir ib ub üb iblər an ən yan"
        " yən acaq əcək maq mək la lə ilə"
    ).split(),
    "ru": (
        "а я о е и ы у ю ой ей ом ем ам ям ах ях ами ями ов ев ый ий ая яя ое ее ые ие ого его ому ему ым им ых"
        " их ыми ими ую юю л ла ло ли ал ала али ало ил ила или ило ть ать ить еть ет ит ут ют ат ят ся сь лся"
        " лась лось лись ался алась алось ались ился илась илось ились ться ющий ющие вший вшие вшая нный нные"
        " нная нного н на но ны ан ана ано аны ен ена ено ены в вши ию ия ии ием иях"
    ).split(),
}
"""As `words_of` spells them, without the dotless i."""

Reduce = Callable[[str], str]


def main() -> int:
    """Print a table; return the exit code."""
    print(f"| {' | '.join(HEAD)} |\n|{' --- |' * len(HEAD)}")
    for language in ("az", "ru", "en"):
        for name, reduce in ways(language):
            print(measured(language, name, reduce).row())
    return 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """How alike edited and unrelated paragraphs are under one way of comparing."""

    language: str
    name: str
    own: Sequence[float]
    """Of each edited paragraph to its original."""
    runs: Sequence[float]
    """The share of the edited one's words in runs that the original has too."""
    unrelated: Sequence[float]
    """Sorted."""

    def row(self) -> str:
        """Return a line of the table."""
        cells = [self.language, self.name]
        cells += (
            [f"{min(self.own):.2f}", f"{median(self.own):.2f}", f"{median(self.runs):.2f}"] if self.own else ["-"] * 3
        )
        most = self.unrelated[-1]
        cells += [
            f"{median(self.unrelated):.2f}",
            f"{self.unrelated[len(self.unrelated) * 99 // 100]:.2f}",
            f"{most:.2f}",
        ]
        return f"| {' | '.join(cells)} |"


def ways(language: str) -> Iterable[tuple[str, Reduce]]:
    """Yield the ways of comparing by their names."""
    yield "whole words", lambda word: word
    for length in (3, 4, 5, 6):
        yield f"first {length} letters", lambda word, length=length: word[:length]  # type: ignore[misc]
    if language in SUFFIXES:
        suffixes = sorted(SUFFIXES[language], key=len, reverse=True)
        yield "stem, by a list of endings", lambda word: stem(word, suffixes)


def stem(word: str, suffixes: Iterable[str]) -> str:
    """Return the word without its longest ending, at least three letters."""
    fitting = (suffix for suffix in suffixes if word.endswith(suffix) and len(word) - len(suffix) >= 3)
    return word.removesuffix(next(fitting, ""))


def measured(language: str, name: str, reduce: Reduce) -> Outcome:
    """Compare the paragraphs of a language in one way."""
    texts = source(language).paragraphs
    edited_file = ROOT / "bench" / "texts" / f"{language}-edited.md"
    edited = edited_file.read_text("utf-8").split("\n\n") if edited_file.exists() else []
    shapes, others = [shape(text, reduce) for text in texts], [shape(text, reduce) for text in edited]
    pairs = list(zip(others, shapes, strict=False))
    return Outcome(
        language,
        name,
        [similarity(*pair) for pair in pairs],
        [shared(one, original).bit_count() / len(one) for one, original in pairs],
        sorted(similarity(one, other) for one, other in combinations(shapes, 2)),
    )


def shape(text: str, reduce: Reduce) -> str:
    """Return the unpacked fingerprint of a text whose words are reduced."""
    words = words_of(text).replace("ı", "i")
    return unpacked(fingerprint_of(" ".join(map(reduce, words.split())), stem=99))


if __name__ == "__main__":
    sys.exit(main())
