"""A mistake in somebody's file, as a value with its place and a way out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a problem weighs. The order is the order of reports."""

    ERROR = "error"
    """The build fails."""
    WARNING = "warning"
    """A strict build fails."""
    NOTE = "note"
    """A line on a work list; nothing fails."""


class Code(Enum):
    """Every kind of problem: its public name, as printed and documented, and its severity."""

    # Files and YAML
    MISSING_FILE = ("missing-file", Severity.ERROR)
    UNREADABLE_FILE = ("unreadable-file", Severity.ERROR)
    NOT_UTF8 = ("not-utf8", Severity.ERROR)
    CONTROL_CHARACTER = ("control-character", Severity.ERROR)
    LOOK_ALIKE = ("look-alike", Severity.ERROR)
    STRAY_CHARACTER = ("stray-character", Severity.WARNING)
    MIXED_ALPHABET = ("mixed-alphabet", Severity.WARNING)
    SOFT_HYPHEN = ("soft-hyphen", Severity.NOTE)
    UNREAD_FILE = ("unread-file", Severity.WARNING)
    FILE_TOO_LARGE = ("file-too-large", Severity.ERROR)
    TOO_COMPLEX = ("too-complex", Severity.ERROR)
    YAML_SYNTAX = ("yaml-syntax", Severity.ERROR)
    YAML_FEATURE = ("yaml-feature", Severity.ERROR)
    DUPLICATE_KEY = ("duplicate-key", Severity.ERROR)
    UNKNOWN_KEY = ("unknown-key", Severity.ERROR)
    FOREIGN_KEY = ("foreign-key", Severity.NOTE)
    MISSING_KEY = ("missing-key", Severity.ERROR)
    WRONG_TYPE = ("wrong-type", Severity.ERROR)
    BAD_LEDGER = ("bad-ledger", Severity.ERROR)
    MERGE_CONFLICT = ("merge-conflict", Severity.ERROR)
    # Values
    BAD_ID = ("bad-id", Severity.ERROR)
    BAD_DATE = ("bad-date", Severity.ERROR)
    BAD_KIND = ("bad-kind", Severity.ERROR)
    BAD_RELATION = ("bad-relation", Severity.ERROR)
    BAD_COORDINATES = ("bad-coordinates", Severity.ERROR)
    BAD_LANGUAGE = ("bad-language", Severity.ERROR)
    BAD_URL = ("bad-url", Severity.ERROR)
    BAD_VALUE = ("bad-value", Severity.ERROR)
    HTML_IN_TEXT = ("html-in-text", Severity.ERROR)
    BACKWARD_PAGES = ("backward-pages", Severity.WARNING)
    PLACEHOLDER = ("placeholder", Severity.WARNING)
    # What an import could not keep, or keeps as something else
    LEFT_OUT = ("left-out", Severity.WARNING)
    READ_AS = ("read-as", Severity.NOTE)
    # The brief as a whole
    DUPLICATE_ID = ("duplicate-id", Severity.ERROR)
    DUPLICATE_ADDRESS = ("duplicate-address", Severity.ERROR)
    DUPLICATE_NUMBER = ("duplicate-number", Severity.ERROR)
    CLASHING_ALIAS = ("clashing-alias", Severity.ERROR)
    LONELY_AMBIGUOUS = ("lonely-ambiguous", Severity.WARNING)
    CIRCULAR_RELATION = ("circular-relation", Severity.ERROR)
    UNKNOWN_ENTRY = ("unknown-entry", Severity.ERROR)
    UNKNOWN_SOURCE = ("unknown-source", Severity.ERROR)
    BAD_CITATION = ("bad-citation", Severity.ERROR)
    BROKEN_LINK = ("broken-link", Severity.ERROR)
    UNSAFE_LINK = ("unsafe-link", Severity.ERROR)
    MISSING_IMAGE = ("missing-image", Severity.ERROR)
    UNSAFE_PICTURE = ("unsafe-picture", Severity.ERROR)
    MISSING_ALT = ("missing-alt", Severity.WARNING)
    BAD_CAPTION = ("bad-caption", Severity.ERROR)
    RAW_HTML = ("raw-html", Severity.ERROR)
    BAD_ATTRIBUTE = ("bad-attribute", Severity.ERROR)
    BAD_SNIPPET = ("bad-snippet", Severity.ERROR)
    BROKEN_ANCHOR = ("broken-anchor", Severity.ERROR)
    UNDEFINED_LINK = ("undefined-link", Severity.ERROR)
    EMPTY_LINK = ("empty-link", Severity.ERROR)
    BROKEN_MARK = ("broken-mark", Severity.ERROR)
    UNDEFINED_NOTE = ("undefined-note", Severity.ERROR)
    NESTED_NOTE = ("nested-note", Severity.ERROR)
    NESTED_LINK = ("nested-link", Severity.ERROR)
    UNUSED_NOTE = ("unused-note", Severity.WARNING)
    UNUSED_REFERENCE = ("unused-reference", Severity.WARNING)
    UNKNOWN_PASSAGE = ("unknown-passage", Severity.ERROR)
    UNUSED_PASSAGE = ("unused-passage", Severity.WARNING)
    MISSING_PASSAGE = ("missing-passage", Severity.NOTE)
    FRAGILE_CLAIM = ("fragile-claim", Severity.NOTE)
    BEYOND_EXTENT = ("beyond-extent", Severity.WARNING)
    CONTRADICTED_PASSAGE = ("contradicted-passage", Severity.WARNING)
    CHANGED_QUOTATION = ("changed-quotation", Severity.WARNING)
    NOT_IN_COPY = ("not-in-copy", Severity.WARNING)
    CHANGED_COPY = ("changed-copy", Severity.WARNING)
    CITATIONS = ("citations", Severity.ERROR)
    BAD_CHART = ("bad-chart", Severity.ERROR)
    BAD_MAP = ("bad-map", Severity.ERROR)
    NOT_A_NUMBER = ("not-a-number", Severity.ERROR)
    MIXED_UNIT = ("mixed-unit", Severity.ERROR)
    BAD_PIN = ("bad-pin", Severity.ERROR)
    CHANGED_CHAPTER = ("changed-chapter", Severity.ERROR)
    FAILING_MARKUP = ("failing-markup", Severity.ERROR)
    NO_EFFECT = ("no-effect", Severity.WARNING)
    TEMPLATE_MARKUP = ("template-markup", Severity.WARNING)
    UNREAD_MARKUP = ("unread-markup", Severity.WARNING)
    CROWDED_ROW = ("crowded-row", Severity.WARNING)
    BAD_FORMULA = ("bad-formula", Severity.ERROR)
    LOST_WORDS = ("lost-words", Severity.WARNING)
    DISPLACED_PAGE = ("displaced-page", Severity.ERROR)
    REFUSED_PLUGIN = ("refused-plugin", Severity.ERROR)
    FAILED_PLUGIN = ("failed-plugin", Severity.ERROR)
    BLOCKED_ASSET = ("blocked-asset", Severity.WARNING)
    NO_PDF = ("no-pdf", Severity.NOTE)
    NOT_PRINTED = ("not-printed", Severity.WARNING)
    NOTE_ASTRAY = ("note-astray", Severity.WARNING)
    ANCHOR_REVIEW = ("anchor-review", Severity.WARNING)
    STALE_LEDGER = ("stale-ledger", Severity.WARNING)
    UNCITED_CLAIM = ("uncited-claim", Severity.WARNING)
    UNUSED_ENTRY = ("unused-entry", Severity.WARNING)
    STALE_ENTRY = ("stale-entry", Severity.WARNING)
    UNKNOWN_NAME = ("unknown-name", Severity.NOTE)
    AMBIGUOUS_NAME = ("ambiguous-name", Severity.NOTE)
    LIKELY_FORM = ("likely-form", Severity.NOTE)
    LETTER_WITHOUT_FONT = ("letter-without-font", Severity.NOTE)
    UNTRANSLATED = ("untranslated", Severity.NOTE)
    BAD_TRANSLATION = ("bad-translation", Severity.ERROR)
    UNUSED_TRANSLATION = ("unused-translation", Severity.WARNING)
    MISSING_DICTIONARY = ("missing-dictionary", Severity.NOTE)
    UNEXPLAINED_ACRONYM = ("unexplained-acronym", Severity.WARNING)
    SPELLING_VARIANT = ("spelling-variant", Severity.WARNING)
    # What contradicts itself
    CONTRADICTED_DATE = ("contradicted-date", Severity.WARNING)
    CONTRADICTED_OFFICE = ("contradicted-office", Severity.WARNING)
    CONTRADICTED_MEMBERSHIP = ("contradicted-membership", Severity.WARNING)
    CONTRADICTED_NUMBER = ("contradicted-number", Severity.WARNING)
    UNKNOWN_RULE = ("unknown-rule", Severity.ERROR)
    SETTINGS = ("settings", Severity.ERROR)
    # What packages add
    BROKEN_ADD_ON = ("broken-add-on", Severity.ERROR)
    CLASHING_ADD_ON = ("clashing-add-on", Severity.ERROR)
    UNKNOWN_OUTPUT = ("unknown-output", Severity.ERROR)

    def __init__(self, public: str, severity: Severity) -> None:
        self.public = public
        self.severity = severity


@dataclass(frozen=True, slots=True)
class AddedCode:
    """A kind of problem that an add-on looks for."""

    public: str
    """Its name in reports and settings, in kebab-case; none of ours."""
    severity: Severity
    """How much it weighs unless the brief says otherwise."""


ProblemCode = Code | AddedCode


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something is in a file."""

    path: str
    """POSIX path, relative to the project."""
    line: int = 1
    """From 1."""
    column: int = 1
    """In characters, from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: what, where, what was seen, and what to do about it."""

    code: ProblemCode
    place: Place
    message: str
    hint: str = ""
    """A way out, as a sentence without a full stop; empty when there is none to give."""
    given: Severity | None = None
    """How much the brief wants it to weigh, where that is not what such a problem weighs by itself."""

    @property
    def severity(self) -> Severity:
        return self.given or self.code.severity

    def __str__(self) -> str:
        # What was seen may run over several lines of the file.
        message, hint = (re.sub(r"\s*\n\s*", " ", words) for words in (self.message, self.hint))
        first = f"{self.place}: {self.severity.value}[{self.code.public}]: {message}"
        return printable(f"{first}\n    {hint}" if hint else first)


def printable(text: str) -> str:
    """Return `text` with every control and invisible character written out, safe for a terminal."""
    return "".join(char if char == "\n" or char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the distinct problems in the order of their places."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code.public, p.message, p.hint)))


def counted(problems: Iterable[Problem], severity: Severity) -> int:
    """Return how many of the problems have that severity."""
    return sum(problem.severity is severity for problem in problems)


MOST_LISTED = 200
"""Problems of one code and severity that a report for people lists; programs are told all."""
MOST_ON_A_PAGE = 100
"""Problems of one code that are looked for in one page: each has to be found in its text."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Problems that are not listed one by one."""

    code: ProblemCode
    severity: Severity
    count: int
    files: int

    def __str__(self) -> str:
        where = "the same file" if self.files == 1 else f"{self.files:,} files"
        return f"... and {self.count:,} more {self.severity.value}[{self.code.public}], in {where}"


def listed(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Rest, ...]]:
    """Return the problems to list, the first of each code and severity, and what is left of each."""
    shown: list[Problem] = []
    count: Counter[tuple[ProblemCode, Severity]] = Counter()
    paths: dict[tuple[ProblemCode, Severity], set[str]] = {}
    for problem in problems:
        sort = problem.code, problem.severity
        count[sort] += 1
        if count[sort] <= MOST_LISTED:
            shown.append(problem)
        else:
            paths.setdefault(sort, set()).add(problem.place.path)
    rests = (Rest(*sort, count[sort] - MOST_LISTED, len(files)) for sort, files in paths.items())
    return tuple(shown), tuple(rests)


def capped(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first problems of each code, and one for all that follow."""
    count: Counter[ProblemCode] = Counter()
    for problem in problems:
        count[problem.code] += 1
        if count[problem.code] <= MOST_ON_A_PAGE:
            yield problem
        elif count[problem.code] == MOST_ON_A_PAGE + 1:
            yield Problem(problem.code, problem.place, "more of this kind follow", problem.hint)


def closest(seen: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to the one seen, or None when none is near.

    Distance: optimal string alignment (a swap of neighbours counts one), at most a third of the length.
    """
    return _closest(seen, _lowered(known))


def _lowered(known: Iterable[str]) -> dict[str, str]:
    return {word: word.lower() for word in sorted(known)}


def _closest(seen: str, known: dict[str, str]) -> str | None:
    from rapidfuzz import process  # noqa: PLC0415 - only where something is wrong
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    found = process.extractOne(seen.lower(), known, scorer=OSA.distance, score_cutoff=max(1, len(seen) // 3))
    return None if found is None else str(found[2])


def did_you_mean(seen: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the hint that names the nearest known word, or the other hint when none is near."""
    near = closest(seen, known)
    return f"did you mean '{near}'?" if near is not None else otherwise


class Suggestions:
    """Names the nearest of many known words for the first mistakes; then no more, for each search takes its time."""

    _MOST = 200

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._lowered: dict[str, str] | None = None
        self._nearest: dict[str, str] = {}

    def hint(self, seen: str, otherwise: str = "") -> str:
        """Return the hint that names the nearest known word, or the other hint."""
        near = self.nearest(seen)
        return f"did you mean '{near}'?" if near else otherwise

    def nearest(self, seen: str) -> str:
        """Return the nearest known word; nothing when none is near."""
        if seen not in self._nearest and len(self._nearest) < self._MOST:
            if self._lowered is None:
                self._lowered = _lowered(self._known)
            self._nearest[seen] = _closest(seen, self._lowered) or ""
        return self._nearest.get(seen, "")
