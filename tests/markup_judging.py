"""Whether an input of another program's Markdown is rendered, reported at its line, or neither.

What is to be seen is said by the suite, or by pandoc; beside that, nothing that looks like markup may be shown. Both
are found by rules that know nothing of the engine's own.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    \^\[ | \]\( | !\[ | \[\^ | \]\[ | \[\[ | \]\] | ~~ | == | \*\* | (?<!\w)__(?=[^\W_]) | `+ | \$\$ | :::+ | %%
    | \{[%{#.:=<|/~+-] | [%}]\} | \{[\w:-]+\} | \\[a-zA-Z@(\[]+ | \\(?=[^\w\s])
    | (?m:^[ ]*(?:[-*+]|\d{1,9}[.)]|\#+|>)[ ])
    | (?m:^[ ]*[|+].*[|+][ ]*$) | (?m:^[ ]*[-=+:|]{3,}[-=+:| ]*$) | (?m:^[ ]*(?:!!!|\?\?\?)[ ]) | (?m:^[ ]*:[ ]) | ///
    | (?m:^(?:Table)?:[ ]) | \[(?:TABLE|TOC|!\w+|[ xX])\] | \@ref | <<< | (?m:^\|[ ]) | (?m:^@\w+)
    | \$(?=\S)[^$\n]*(?<=[^\s$])\$(?!\d)
    | (?m:^\#\w) | (?<=\w)\{ | (?<!\w)==+ | \(@\w*\)
    """,
    re.VERBOSE,
)
"""What is markup in one dialect or another.

A row of underscores is a line to sign on, and dollar signs with a space inside of them are money: so say the manuals.
"""
_BEGINS_A_LINE = re.compile(r"(?:[-*+>:]|\d{1,9}[.)]|\#+)")
"""Markup only where a line of the text begins: `**1. April**` is a date in bold."""
_NO_EXPECTATION = "<IGNORE>"
"""What cmark's suites write where nothing but survival is asked."""
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
_ADDED = (
    *("pb-number", "pb-note-call", "headerlink", "pb-print-source", "pb-note-number", "pb-note-again"),
    *("toc", "pb-table-files"),
)
"""What the engine adds to a text: numbers, ways back, notes for readers of one kind or another, contents."""
_OF_CODE = frozenset(("code", "pre", "math", "svg", "kbd", "samp"))
_OF_PIECE = "\ufffc"
"""What stands for code in a text."""
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
    return judge_page(text, expected, *chapter_made_of(_BEFORE + text))


def judge_page(text: str, expected: str | None, html: str, problems: Iterable[Problem] = ()) -> Judgement:
    """Return what became of a text whose page is `html`, with the problems that are reported of it."""
    shown = shown_in(html)
    target = shown_in(expected) if expected is not None and expected.strip() != _NO_EXPECTATION else None
    told = _Told(text, tuple(problems))
    lost = tuple(_lost(told.without_marks(), shown, target, told))
    raw = tuple(_raw(text, shown, target, told))
    if lost or raw:
        return Judgement(Verdict.SILENT, (*(f"lost: {word}" for word in lost), *(f"raw: {signs}" for signs in raw)))
    return Judgement(Verdict.REPORTED if told.any else Verdict.RENDERED)


def chapter_made_of(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return the HTML of a text as a chapter, and what is reported of it."""
    chapter, problems = read_chapter(text, _PATH)
    project = Project(Brief("Brief"), Glossary(()), (chapter,), (), problems)
    prepared = prepare(project, Site(), unprinted)
    found = (*prepared.problems, *(each for page in prepared.chapters for each in page.problems))
    return text_of_first(prepared), tuple(each for each in found if each.place.path == _PATH)


class _Told:
    """The lines that problems name, each with the block of lines around it."""

    def __init__(self, text: str, problems: Sequence[Problem]) -> None:
        self.lines = text.split("\n")
        first = _BEFORE.count("\n") + 1
        related = [each for each in problems if each.code not in _UNRELATED]
        self.numbers = frozenset(
            number
            for each in related
            for number in (
                self._element(each.place.line - first)
                if each.code is Code.RAW_HTML
                else self._note(each.place.line - first)
                if each.code is Code.UNUSED_NOTE
                else self._block(each.place.line - first)
            )
        )
        self.whole = any(each.code in (Code.TOO_COMPLEX, Code.FAILING_MARKUP) for each in related) or any(
            each.place.line < first for each in related
        )
        unknown = [each.place for each in problems if each.code is Code.UNKNOWN_ENTRY]
        self.marks = tuple(
            match[0]
            for place in unknown
            if (match := _MARK.match(self.lines[place.line - first], (place.column or 1) - 1))
        )
        """`[[names]]` that no entry has: a problem of such a name says nothing of the rest of its line."""
        self.any = bool(related or self.marks)

    def of(self, signs: str, count: int = 1) -> bool:
        """Tell whether the signs are so often in blocks in which something is reported, or in marks that are."""
        lines = (line for number, line in enumerate(self.lines) if number in self.numbers)
        return self.whole or sum(part.count(signs) for part in (*self.marks, *lines)) >= count

    def of_word(self, folded: str, count: int) -> bool:
        """Tell whether a word is so often in what is reported, without regard to case."""
        lines = (line for number, line in enumerate(self.lines) if number in self.numbers)
        parts = "\n".join((*self.marks, *lines))
        return self.whole or words_of(unescape(parts)).count(folded) >= count

    def without_marks(self) -> str:
        """Return the text without the marks that are reported."""
        text = "\n".join(self.lines)
        for mark in self.marks:
            text = text.replace(mark, " ", 1)
        return text

    def _block(self, number: int) -> range:
        first = last = number
        while first > 0 and self.lines[first - 1].strip():
            first -= 1
        while last + 1 < len(self.lines) and self.lines[last + 1].strip():
            last += 1
        return range(first, last + 1)

    def _note(self, number: int) -> range:
        """Return the lines of a note that begins at a line: all that is moved in below it."""
        last = number
        while last + 1 < len(self.lines) and (not self.lines[last + 1].strip() or self.lines[last + 1].startswith(" ")):
            last += 1
        return range(self._block(number).start, max(last + 1, self._block(number).stop))

    def _element(self, number: int) -> range:
        """Return the lines of HTML that begins at a line: what is between a tag and its end is HTML, too.

        No reader sees it, for HTML is an error, at which the build stops.
        """
        block = self._block(number)
        tag = _TAG.search(self.lines[number]) if 0 <= number < len(self.lines) else None
        if tag is None:
            return block
        closing = f"</{tag[1].casefold()}>"
        ends = [at for at, line in enumerate(self.lines) if at >= number and closing in line.casefold()]
        return range(block.start, max(block.stop, self._block(ends[-1]).stop)) if ends else block


_MARK = re.compile(r"\[\[[^\[\]]+\]\]")
_TAG = re.compile(r"<([a-zA-Z][\w-]*)")


def _lost(text: str, shown: Shown, target: Shown | None, told: _Told) -> Iterator[str]:
    """Yield the words that should be seen, are not, and are in no block that is reported.

    A word should be seen as often as the author wrote it. A suite may well have it more often: in titles of links that
    an extension invents, in contents, in numbers of notes. It may have it less often, where it drops something.
    """
    readable = _without_labels(text)
    written = Counter(words_of(readable))
    for word in dict.fromkeys(_WORD.findall(unicodedata.normalize("NFC", readable))):
        folded = word.casefold()
        missing = 0 if folded in shown.anywhere else 1
        if target:
            least = min(written[folded], target.words[folded])
            missing = 0 if folded in shown.hidden else least - shown.words[folded]
        if missing > 0 and not told.of_word(folded, missing):
            yield word


_DEFINED = re.compile(r"(?m)^[ >]*\[(?P<label>[^\[\]\n]+)\]:[ ]*(?P<address>\S+)")


def _without_labels(text: str) -> str:
    """Return a text without what no page shows of it: labels, addresses, attributes, options of code, kinds of boxes.

    An entity is the character that it stands for.
    """
    labels = r"\[\^?[^\]\n]*\](?=:)|\[\^[^\]\n]*\]|(?<=\])\[[^\]\n]*\]|(?m:^[ >]*(?:```|~~~).*$)|\[TOC\]"
    kinds = r"(?m:^[ >]*:{3,}[ ]*[a-zA-Z][\w-]*(?=[ ]*(?:\{[^{}\n]*\})?[ ]*:*$))"
    text = _DEFINED.sub(lambda match: match[0] if match["label"].startswith("^") else " ", text)
    text = re.sub(labels + "|" + kinds + r"|(?<=\])\([^()\n]*\)|\{[^{}\n]*[.#=][^{}\n]*\}", "", text)
    return unescape(text)


def _raw(text: str, shown: Shown, target: Shown | None, told: _Told) -> Iterator[str]:
    """Yield the signs that are seen, should not be, and are in no block that is reported."""
    if target is not None:
        of_target = Counter("".join(_SIGNS.findall(target.text)))
        of_page = Counter("".join(_SIGNS.findall(shown.text)))
        for sign, count in (of_page - of_target).items():
            if not told.of(sign, count):
                yield sign
        return
    seen: Counter[str] = Counter()
    for match in _RAW.finditer(shown.text):
        signs = match[0].strip()
        seen[signs] += 1
        if not signs or signs not in text or told.of(signs, seen[signs]) or _is_escaped(text, signs):
            continue
        if not _BEGINS_A_LINE.fullmatch(signs) or re.search(rf"(?m)^[ >]*{re.escape(signs)}[ ]", text):
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
    # In these a parser would take the rest of the page for text.
    html = re.sub(r"<(/?)(?:xmp|textarea|plaintext)\b", r"<\1span", html)
    root = lxml.html.fragment_fromstring(html, "div")
    pieces = list(_pieces(root, in_code=False))
    text = "".join(_OF_PIECE if in_code and piece else piece for piece, in_code in pieces)
    everything = "".join(piece for piece, _ in pieces)
    others = " ".join(
        str(value)
        for name in ("alt", "title", "alttext")
        for value in root.xpath(f"//@{name}")
        if isinstance(value, str)
    )
    words = Counter(words_of(f"{everything}\n{others}"))
    words.update(str(number) for number in _item_numbers(root))
    words.update(("x",) * everything.count("\u2611"))
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


def _item_numbers(root: lxml.html.HtmlElement) -> Iterator[int]:
    """Yield the numbers of items, which browsers show and no text has."""
    for numbered in root.iter("ol"):
        start = numbered.get("start", "1")
        yield from range(int(start), int(start) + len(numbered.findall("li")))


def summed(verdicts: Mapping[str, Iterable[Judgement]]) -> str:
    """Return the table of suites: inputs, rendered, reported, silent."""
    lines = [f"{'suite':<20} {'inputs':>7} {'rendered':>9} {'reported':>9} {'silent':>7}"]
    for suite, judgements in verdicts.items():
        count = Counter(judgement.verdict for judgement in judgements)
        numbers = (sum(count.values()), *(count[verdict] for verdict in Verdict))
        lines.append(f"{suite:<20} {numbers[0]:>7} {numbers[1]:>9} {numbers[2]:>9} {numbers[3]:>7}")
    return "\n".join(lines)
