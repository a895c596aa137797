"""Whether an input of another program's Markdown is rendered, reported at its line, or neither.

What is to be seen is said by the suite, or by pandoc; beside that, nothing that looks like markup may be shown. Both
are found by rules that know nothing of the engine's own.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from html import unescape
from urllib.parse import unquote

import lxml.html  # type: ignore[import-untyped]

from outcomes import text_of_first
from policybrief.build import Site, prepare
from policybrief.chapters.citing import unprinted
from policybrief.model.brief import Brief, Project
from policybrief.model.glossary import Glossary
from policybrief.model.problems import Code, Problem
from policybrief.reading.chapters import read_chapter

_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[*_`~^$|{}\[\]\\<>#=]+|:::+|!!!+|\?\?\?+")
_RAW = re.compile(
    r"""
    \^\[ | \]\( | !\[ | \[\^ | \]\[ | \[\[ | \]\] | ~~ | == | \*\* | (?<!\w)__(?=\w) | `+ | \$\$ | :::+ | %%
    | \{[%{#.:=<|/~+-] | [%}]\} | \{[\w:-]+\} | \\[a-zA-Z@(\[]+ | \\(?=[^\w\s])
    | (?m:^[ ]*(?:[-*+]|\d{1,9}[.)]|\#+|>)[ ])
    | (?m:^[ ]*[|+].*[|+][ ]*$) | (?m:^[ ]*[-=+:|]{3,}[-=+:| ]*$) | (?m:^[ ]*(?:!!!|\?\?\?)[ ]) | (?m:^[ ]*:[ ]) | ///
    | (?m:^(?:Table)?:[ ]) | \[(?:TABLE|TOC|!\w+|[ xX])\] | \@ref | <<< | (?m:^\|[ ]) | (?m:^@\w+)
    | \$(?=\S)[^$\n]+\$(?!\d)
    | (?m:^\#\w) | (?<=\w)\{ | (?<!\w)==+ | \(@\w*\)
    """,
    re.VERBOSE,
)
"""What is markup in one dialect or another."""
_UNRELATED = frozenset(
    (
        Code.BROKEN_LINK, Code.BROKEN_ANCHOR, Code.MISSING_IMAGE, Code.MISSING_ALT, Code.UNCITED_CLAIM,
        Code.UNKNOWN_NAME, Code.UNEXPLAINED_ACRONYM, Code.UNUSED_ENTRY, Code.UNUSED_REFERENCE, Code.UNSAFE_LINK,
        Code.SPELLING_VARIANT, Code.STALE_LEDGER, Code.ANCHOR_REVIEW, Code.AMBIGUOUS_NAME, Code.UNKNOWN_ENTRY,
    )
)  # fmt: skip
"""Problems that say nothing of how a text is marked up."""
_PATH = "chapters/1-one.md"
_BEFORE = "---\ntitle: T\n---\n"
_ADDED = ("pb-number", "pb-note-call", "headerlink", "pb-print-source", "pb-note-number", "pb-note-again")
_OF_CODE = frozenset(("code", "pre", "math", "svg", "kbd", "samp"))
_APART = frozenset(
    "p div li ul ol dl dt dd td th tr table blockquote figure figcaption h1 h2 h3 h4 h5 h6 br hr".split()
)


class Verdict(Enum):
    """What became of an input."""

    RENDERED = "rendered"
    REPORTED = "reported"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and what is neither shown as it should be nor reported."""

    verdict: Verdict
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a page."""

    text: str
    """Without code."""
    words: Counter[str]
    """With those of code, of pictures and of titles."""
    hidden: frozenset[str]
    """Those of addresses and other attributes: a link may be read where the suite has none, and the other way round."""
    anywhere: frozenset[str]
    """With those of addresses, classes and ids."""


def judge(text: str, expected: str | None = None) -> Judgement:
    """Return what becomes of a text as a chapter; `expected` is the HTML that it stands for, where that is known."""
    html, problems = chapter_made_of(_BEFORE + text)
    shown = shown_in(html)
    target = shown_in(expected) if expected is not None else None
    told = _Told(text, problems)
    lost = tuple(_lost(_without_labels(text) if target is None else text, shown, target, told))
    raw = tuple(_raw(text, shown, target, told))
    if lost or raw:
        return Judgement(Verdict.SILENT, (*(f"lost: {word}" for word in lost), *(f"raw: {signs}" for signs in raw)))
    return Judgement(Verdict.REPORTED if told.all else Verdict.RENDERED)


def chapter_made_of(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the HTML of a text as a chapter, and what is reported of it."""
    chapter, problems = read_chapter(text, _PATH)
    project = Project(Brief("Brief"), Glossary(()), (chapter,), (), problems)
    prepared = prepare(project, Site(), unprinted)
    found = (*prepared.problems, *(each for page in prepared.chapters for each in page.problems))
    return text_of_first(prepared), tuple(each for each in found if each.place.path == _PATH)


class _Told:
    """The lines that problems name, each with the block of lines around it."""

    def __init__(self, text: str, problems: Iterable[Problem]) -> None:
        self.lines = text.split("\n")
        first = _BEFORE.count("\n") + 1
        related = [each for each in problems if each.code not in _UNRELATED]
        self.all = frozenset(each.place.line - first for each in related)
        self.whole = any(each.code in (Code.TOO_COMPLEX, Code.FAILING_MARKUP) for each in related) or any(
            line < 0 for line in self.all
        )
        self.messages = " ".join(each.message for each in related)

    def of(self, signs: str) -> bool:
        """Tell whether the signs are in a block in which something is reported."""
        return self.whole or any(
            signs in line and not self.all.isdisjoint(self._block(number)) for number, line in enumerate(self.lines)
        )

    def _block(self, number: int) -> range:
        first = last = number
        while first > 0 and self.lines[first - 1].strip():
            first -= 1
        while last + 1 < len(self.lines) and self.lines[last + 1].strip():
            last += 1
        return range(first, last + 1)


def _lost(text: str, shown: Shown, target: Shown | None, told: _Told) -> Iterator[str]:
    """Yield the words that should be seen, are not, and are in no block that is reported."""
    for word in dict.fromkeys(_WORD.findall(text)):
        folded = word.casefold()
        lost = folded not in shown.anywhere
        if target:
            lost = shown.words[folded] < target.words[folded] and folded not in shown.hidden
        if lost and not told.of(word):
            yield word


def _without_labels(text: str) -> str:
    """Return a text without what no page shows of it: labels, addresses, attributes, options of code."""
    labels = r"\[\^?[^\]\n]*\](?=:)|\[\^[^\]\n]*\]|(?<=\])\[[^\]\n]*\]|(?m:^ *(?:```|~~~).*$)"
    return re.sub(labels + r"|(?<=\])\([^()\n]*\)|\{[^{}\n]*[.#=][^{}\n]*\}", "", text)


def _raw(text: str, shown: Shown, target: Shown | None, told: _Told) -> Iterator[str]:
    """Yield the signs that are seen, should not be, and are in no block that is reported."""
    if target is not None:
        of_target = Counter("".join(_SIGNS.findall(target.text)))
        of_page = Counter("".join(_SIGNS.findall(shown.text)))
        for sign in of_page - of_target:
            if not told.of(sign):
                yield sign
        return
    for match in _RAW.finditer(shown.text):
        signs = match[0].strip()
        if signs and signs in text and not told.of(signs) and not _is_escaped(text, signs):
            yield signs


def _is_escaped(text: str, signs: str) -> bool:
    """Tell whether signs are nowhere in a text but after backslashes or as entities."""
    return signs not in re.sub(r"\\[^\w\s]", "", text)


def words_of(text: str) -> list[str]:
    """Return the words of a text without regard to case."""
    return [word.casefold() for word in _WORD.findall(unicodedata.normalize("NFC", text))]


def shown_in(html: str) -> Shown:
    """Return what a page shows."""
    # A document type alone is nothing that can be parsed.
    html = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]|<!DOCTYPE[^>]*>", "", html)
    root = lxml.html.fragment_fromstring(html, "div")
    pieces = list(_pieces(root, in_code=False))
    text = "".join(piece for piece, in_code in pieces if not in_code)
    everything = "".join(piece for piece, _ in pieces)
    others = " ".join(
        str(value)
        for name in ("alt", "title", "alttext")
        for value in root.xpath(f"//@{name}")
        if isinstance(value, str)
    )
    words = Counter(words_of(f"{everything}\n{others}"))
    values = re.findall(r'\b(?:href|src|title|alt)="([^"]*)"', html)
    hidden = frozenset(words_of(unquote(unescape(" ".join(values)))))
    return Shown(
        re.sub(r"\n[ \n]*", "\n", text), words, hidden, frozenset((*words, *words_of(unquote(unescape(html)))))
    )


def _pieces(element: lxml.html.HtmlElement, *, in_code: bool) -> Iterator[tuple[str, bool]]:
    if not isinstance(element.tag, str) or any(name in element.get("class", "").split() for name in _ADDED):
        return
    in_code = in_code or element.tag in _OF_CODE
    apart = "\n" if element.tag in _APART else ""
    yield apart, False
    yield element.text or "", in_code
    for child in element:
        yield from _pieces(child, in_code=in_code)
        yield child.tail or "", in_code
    yield apart, False


def summed(verdicts: Mapping[str, Iterable[Judgement]]) -> str:
    """Return the table of suites: inputs, rendered, reported, silent."""
    lines = [f"{'suite':<20} {'inputs':>7} {'rendered':>9} {'reported':>9} {'silent':>7}"]
    for suite, judgements in verdicts.items():
        count = Counter(judgement.verdict for judgement in judgements)
        numbers = (sum(count.values()), *(count[verdict] for verdict in Verdict))
        lines.append(f"{suite:<20} {numbers[0]:>7} {numbers[1]:>9} {numbers[2]:>9} {numbers[3]:>7}")
    return "\n".join(lines)
