"""The locator in a citation: `p. 4`, `§ 12(2)`, `с. 15`, separated from the rest of the text after a key.

The labels are those of CSL (https://docs.citationstyles.org/en/stable/specification.html#locators), the words for them
those of its locales (https://github.com/citation-style-language/locales) and others that authors use.
`locator_terms.json` has them by language, the one to print first; CSL does not know those after a plus sign.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

_ENGLISH = "en"
_UNKNOWN_TO_CSL = "+"
_NUMBER_FIRST = frozenset("zh ja ko hu eu tr az lv mn kk".split())
"""The languages that put the word after the number: `第12页`, `12. o.`"""
_FIRST_OF_EQUALS = ("page", "paragraph", "article-locator", "section", "chapter", "volume", "part", "issue")
"""Which label a word has that several languages use for several things, each as often."""
_LONGEST_TERM = 40

NO_TERM = "\ue002"
"""Stands before a word that a citation processor is to print as it is; no reader sees it."""

_GROUP = r"(?:\([^()\s]{1,20}\)|\[[^\[\]\s]{1,20}\])"
_UNIT = rf"(?:{_GROUP}|\w(?:[\w'’′°]|[-–—./:*]+(?=[\w(\[])|{_GROUP})*)"
_UNITS = re.compile(_UNIT)
_BETWEEN = re.compile(r"\s*(?:[,&]|[-–—]+)\s*|\s+(?:(?:and|und|et|y|e|и|та|və|ve)\s+)?")
_ROMAN = re.compile(
    r"[([]*(?=[ivxlcdm])m{0,4}(?:c[md]|d?c{0,4})(?:x[cl]|l?x{0,4})(?:i[xv]|v?i{0,4})[)\]]*", re.IGNORECASE
)
_RANGE = re.compile(r"[-–—]+")
_LETTER = re.compile(r"[A-Z](?:[.-]?[A-Z])?")
_FOLLOWING = re.compile(r"(?<=f)\.|\s?(?:ff?\.?|sqq?\.?|et seq\.|squ\.|и след\.|и сл\.)(?!\w)")
_NUMBER = re.compile(r"(\d+(?:\s?[-–,]\s?\d+)*)(?:-?(?:[cı]?[ıiuü]nc[ıiuü]|c[ıiuü]))?\.?")
_DASHES = re.compile(r"(?<=\w)--+(?=\w)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_PLURAL_OF_PAGES = frozenset(("pp.", "pp", "pages", "pgs."))


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in a source."""

    label: str
    """As CSL calls it: `page`, `article-locator`."""
    value: str
    """What is next to the label: `4-6`."""
    written: str
    """As the author wrote it: `pp. 4-6`."""
    settled: str
    """In braces, with a word that the citation processor knows in the brief's language: `{p. 4-6}`."""
    rest: str
    """What follows it."""


def read_locator(suffix: str, language: str) -> Locator | None:
    """Return the locator at the beginning of the text after a key, or None.

    `language` is the brief's: its words come first. A number without a label is a page.
    """
    terms = _terms_of(language)
    given = suffix.lstrip()
    if given.startswith("{"):
        return _in_braces(given, terms)
    given = given.removeprefix(",").lstrip()
    if given.startswith("{"):
        return _in_braces(given, terms)
    return _with_term_first(given, terms) or _with_number_first(given, terms) or _page_alone(given)


@dataclass(frozen=True, slots=True)
class _Terms:
    """The words for labels, as a brief in one language reads and writes them."""

    labels: Mapping[str, str]
    """The label of each word, in small letters."""
    after_numbers: frozenset[str]
    """Words that come after the number."""
    unknown_to_csl: frozenset[str]
    """The words of the brief's own language that the processor would not know."""
    printed: Mapping[str, str]
    """By label: the word that is handed to the citation processor."""
    has_pages: bool
    """Whether the processor has a word for pages in the brief's language."""

    def settled(self, label: str, value: str, term: str, written: str) -> str:
        """Return a locator in the form for the processor."""
        if not term:
            return f"{{{value}}}"
        folded = " ".join(term.casefold().split())
        if folded in self.unknown_to_csl and (label != "page" or not self.has_pages):
            return f"{{{NO_TERM}{written}}}"
        if label == "page" and _THOUSANDS.fullmatch(value) and term.casefold() not in _PLURAL_OF_PAGES:
            # One page with so high a number, which a processor would take for several.
            value = value.replace(",", "")
        return f"{{{self.printed.get(label, term)} {value}}}"


def _in_braces(given: str, terms: _Terms) -> Locator | None:
    """Return a locator whose bounds the author marked: `{ii, A, D-Z}`; empty braces mean that there is none."""
    end = _end_of_braces(given)
    if end is None:
        return None
    inside, rest = given[1 : end - 1].strip(), given[end:]
    if not inside:
        return Locator("", "", "", "{}", rest)
    found = next((found for found in _terms_before(inside, terms) if inside[found[1] :].strip()), None)
    label, after = found or ("page", 0)
    term, value = inside[:after].strip(), _dashed(inside[after:].strip())
    settled = terms.settled(label, value, term, inside) if found else f"{{{value}}}"
    return Locator(label, value, inside, settled, rest)


def _end_of_braces(given: str) -> int | None:
    depth = 0
    for at, character in enumerate(given):
        depth += (character == "{") - (character == "}")
        if not depth:
            return at + 1
    return None


def _with_term_first(given: str, terms: _Terms) -> Locator | None:
    for label, after in _terms_before(given, terms):
        begin = after + len(given[after:]) - len(given[after:].lstrip())
        if label == "sub-verbo":
            end = begin + len(re.split(r"[,;]", given[begin:], maxsplit=1)[0].rstrip())
        else:
            end = _end_of_value(given, begin, named=True)
        if end > begin:
            term, value = given[:after].strip(), _dashed(given[begin:end])
            return Locator(label, value, given[:end], terms.settled(label, value, term, given[:end]), given[end:])
    return None


def _terms_before(given: str, terms: _Terms) -> Iterator[tuple[str, int]]:
    """Yield the labels whose words a text begins with, the longest first, each with the end of its word."""
    folded = given[:_LONGEST_TERM]
    for end in range(len(folded), 0, -1):
        term = folded[:end]
        if term[-1].isspace():
            continue
        label, after = terms.labels.get(" ".join(term.casefold().split())), given[end : end + 1]
        apart = after.isspace() or not _has_case(term[-1]) or (label == "page" and after.isdigit())
        if label and apart:
            yield label, end


def _with_number_first(given: str, terms: _Terms) -> Locator | None:
    bare = given.removeprefix("第").lstrip()
    before = len(given) - len(bare)
    number = _NUMBER.match(bare)
    if number is None:
        return None
    gap = len(bare[number.end() :]) - len(bare[number.end() :].lstrip())
    begin = number.end() + gap
    for end in range(min(len(bare), begin + _LONGEST_TERM), begin, -1):
        term = bare[begin:end]
        if term.casefold() in terms.after_numbers and not (bare[end : end + 1].isalpha() and _has_case(term[-1])):
            label, value = terms.labels[term.casefold()], number[1]
            written, rest = given[: before + end], given[before + end :]
            return Locator(label, value, written, terms.settled(label, value, term, written), rest)
    return None


def _page_alone(given: str) -> Locator | None:
    end = _end_of_value(given, 0, named=False)
    value = _dashed(given[:end])
    return Locator("page", value, given[:end], f"{{{value}}}", given[end:]) if end else None


def _end_of_value(given: str, begin: int, *, named: bool) -> int:
    """Return where numbers end that begin at `begin`; `begin` when there are none.

    `named` says that a word for what they count comes before them: then Roman numerals and a single capital count.
    """
    end, roman = begin, False
    at = begin
    while unit := _UNITS.match(given, at):
        words = unit[0]
        if not any(character.isdigit() for character in words):
            is_roman = named and all(map(_ROMAN.fullmatch, _RANGE.split(words)))
            is_letter = named and end == begin and _LETTER.fullmatch(words) is not None
            if not (is_letter or (is_roman and (end == begin or roman))):
                break
            roman = roman or is_roman
        end = unit.end()
        between = _BETWEEN.match(given, end)
        if between is None:
            break
        at = between.end()
    following = _FOLLOWING.match(given, end) if end > begin else None
    return following.end() if following else end


def _dashed(value: str) -> str:
    return _DASHES.sub("–", value)


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()


@cache
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return the words for each label by language, as they are in the file."""
    content = resources.files(__package__).joinpath("locator_terms.json").read_text("utf-8")
    return {
        language: {label: tuple(words.split("|")) for label, words in labels.items()}
        for language, labels in json.loads(content).items()
    }


@cache
def _terms_of(language: str) -> _Terms:
    table = _table()
    tags = [tag for tag in (language.partition("-")[0], language) if tag in table]
    labels = _labels_by_majority()
    for tag in (_ENGLISH, *tags):
        labels |= _labels_in(tag)
    first = [tag for tag in table if tag.partition("-")[0] in _NUMBER_FIRST]
    after_numbers = {word for tag in first for word in _labels_in(tag) if tag in tags or not word.isascii()}
    own = [word for tag in tags for words in table[tag].values() for word in words]
    of_csl = frozenset(map(_folded, filter(_is_of_csl, own)))
    return _Terms(
        labels,
        frozenset(after_numbers),
        frozenset(word for word in map(_folded, own) if word not in of_csl and f"{word}." not in of_csl),
        _printed(tags),
        any(_is_of_csl(word) for tag in tags for word in table[tag].get("page", ())),
    )


def _labels_in(language: str) -> dict[str, str]:
    """Return the label of each word in a language, in small letters."""
    labels = _table()[language]
    # Of a word for two things the commoner one is meant.
    in_order = sorted(labels, key=_rank, reverse=True)
    return {_folded(word): label for label in in_order for word in labels[label]}


def _labels_by_majority() -> dict[str, str]:
    """Return for each word the label that it has in most languages."""
    count: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for language in _table():
        for word, label in _labels_in(language).items():
            count[word][label] += 1
    return {word: min(found, key=lambda label: (-found[label], _rank(label))) for word, found in count.items()}


def _rank(label: str) -> int:
    return _FIRST_OF_EQUALS.index(label) if label in _FIRST_OF_EQUALS else len(_FIRST_OF_EQUALS)


def _printed(tags: Iterable[str]) -> dict[str, str]:
    """Return the word for each label that the processor knows, in the last of the languages that have one."""
    table = _table()
    found: dict[str, str] = {}
    for tag in (_ENGLISH, *tags):
        for label, words in table[tag].items():
            of_csl = next(filter(_is_of_csl, words), "")
            found[label] = of_csl or NO_TERM + words[0].removeprefix(_UNKNOWN_TO_CSL)
    return found


def _folded(word: str) -> str:
    return word.removeprefix(_UNKNOWN_TO_CSL).casefold()


def _is_of_csl(word: str) -> bool:
    return not word.startswith(_UNKNOWN_TO_CSL)
