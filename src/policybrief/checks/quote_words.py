"""The words of a quotation and of its original, normalised so that copying does not change them.

The twin of assets/quotes/words.js: both must find the same words.
"""

import re
import unicodedata
from dataclasses import dataclass

# Invisible characters: soft hyphens, direction marks, joiners.
_FORMAT = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
# Accents and vowel points that are composed with their letter or are not part of a word's spelling.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f"
    "\ufe20-\ufe2f"
)
# Characters of South and South-East Asian scripts that are not letters, but are parts of words.
_SIGNS = "\u0900-\u0963\u0966-\u109f\u1780-\u17d3"
# Scripts without spaces: each character is a word.
_EACH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_NOTES = "\u00b2\u00b3\u00b9\u2070\u2074-\u2079"
_SPACES = "\\n\\x20\u00a0\u2009\u202f"
_APOSTROPHES = "'’ʼ‘`´ʹ′"
_LETTER = f"[^\\W_{_NOTES}{_EACH}]"
_IN_WORD = f"(?:{_LETTER}|[{_FORMAT}{_MARKS}{_SIGNS}])"

_WORD = re.compile(
    f"""
    (?P<each>[{_EACH}])
    | (?P<minus>(?<![^\\s(\\[])[-−–](?=\\d))
    | (?P<grouped>
        \\d{{1,3}} (?: (?P<mark>[.,’'])\\d{{3}} (?:(?P=mark)\\d{{3}})* | (?:[{_SPACES}]\\d{{3}})+ ) (?!\\d)
        (?:[.,]\\d+)? (?!{_IN_WORD})
      )
    | (?P<number>\\d+(?:[.,]\\d+)*(?!{_IN_WORD}))
    | (?P<word>{_LETTER}{_IN_WORD}*(?:[{_APOSTROPHES}]{_LETTER}{_IN_WORD}*)*)
    | (?P<sign>[%‰°§№$€£¥₼₽₺₾₴₸])
    """,
    re.VERBOSE,
)
_UNSAID = re.compile(f"[{_FORMAT}{_MARKS}ـ]")
_CONTROL = re.compile(f"[{_FORMAT}\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SAME = str.maketrans(dict.fromkeys("İIı", "i") | {"Ё": "е", "ё": "е"} | dict.fromkeys(_APOSTROPHES, "'"))
_PUT_IN = re.compile(f"\\[({_LETTER})\\](?={_LETTER})")
_LEFT_OUT = re.compile(
    # The number of a note, words inserted beside a part of a word, a mark.
    f"\\[\\d+\\]|(?<!{_LETTER}){_LETTER}*\\[(?!\\d+\\])[^\\[\\]]*\\]{_LETTER}*|…|\\.[ ]?\\.[ ]?\\."
)
_FRACTION = re.compile(r"([.,])(\d+)$")
_HIDDEN_HYPHEN = re.compile("\u00ad(?=[ \t\r]*\n)")
_NOTE_NUMBERS = re.compile(r"\d{1,3}(?:,\d{1,3})*")
_BEFORE_NOTE = re.compile(r"[.,;:!?…»”’)\]\"']+")
_IN_NUMBERS = re.compile(r"[.,:]+")
_SUM_AND_NOTE = re.compile(r"\d{1,3}(?:,\d{3})+\.\d{1,3}")
_LINE_END = re.compile(r"[-‐¬]\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in a text."""

    key: str
    """Its normalised form: without case, accents and invisible characters."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A quoted passage."""

    text: str
    """In normal form C, without invisible characters."""
    words: tuple[Word, ...]
    pieces: tuple[tuple[int, int], ...]
    """The stretches of words between omissions and insertions."""
    broken: frozenset[int]
    """The words that continue in the next one on another line, after a hyphen."""
    notes: frozenset[int] = frozenset()
    """Words that may be note numbers, right after another word and its punctuation: `consent.20,21`."""
    sums: frozenset[int] = frozenset()
    """Words that may end in one, because a sentence seems to end in them: `120,000.10`."""


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text; dashes, quotation marks, brackets and white space are not words."""
    return tuple(Word(_key(match), *match.span()) for match in _WORD.finditer(text))


def _key(match: re.Match[str]) -> str:
    if match["grouped"]:
        # A last group of three digits belongs to the number only if it is separated like the others.
        part = _FRACTION.search(match["grouped"])
        whole = match["grouped"][: part.start()] if part and part[1] != match["mark"] else match["grouped"]
        digits = re.sub(r"\D", "", whole)
        return f"{digits}.{part[2]}" if part and whole != match["grouped"] else digits
    if match["number"]:
        return match["number"].replace(",", ".")
    if match["minus"]:
        return "-"
    plain = unicodedata.normalize("NFKC", _UNSAID.sub("", unicodedata.normalize("NFKC", match[0])))
    return plain.translate(_SAME).lower().replace("ς", "σ")


def read_quotation(passage: str) -> QuotedPassage:
    """Return the words of a passage and its omissions: at `…`, and at inserted `[words]`."""
    text = _HIDDEN_HYPHEN.sub("-", unicodedata.normalize("NFC", passage))
    text = _CONTROL.sub(_space_for, text)
    text = _PUT_IN.sub(r"\1", text)
    words: list[Word] = []
    pieces: list[tuple[int, int]] = []
    start = 0
    for gap in (*(match.span() for match in _LEFT_OUT.finditer(text)), (len(text), len(text))):
        first = len(words)
        words += (Word(word.key, word.start + start, word.end + start) for word in words_of(text[start : gap[0]]))
        if len(words) > first:
            pieces.append((first, len(words)))
        start = gap[1]
    ends = {end - 1 for _, end in pieces}
    broken = frozenset(
        at
        for at, word in enumerate(words)
        if at not in ends and _LINE_END.fullmatch(text, word.end, words[at + 1].start)
    )
    firsts = {start for start, _ in pieces}
    notes = frozenset(at for at, word in enumerate(words) if at not in firsts and _is_note(text, words[at - 1], word))
    sums = frozenset(at for at, word in enumerate(words) if _ends_in_note(text, word))
    return QuotedPassage(text, tuple(words), tuple(pieces), broken, notes, sums)


def _is_note(text: str, before: Word, word: Word) -> bool:
    gap = _BEFORE_NOTE.fullmatch(text, before.end, word.start)
    if gap is None or not _NOTE_NUMBERS.fullmatch(text, word.start, word.end):
        return False
    # Between digits, a point, a comma and a colon are part of a number or a time.
    return not before.key[-1].isdigit() or not _IN_NUMBERS.fullmatch(gap[0])


def _ends_in_note(text: str, word: Word) -> bool:
    following = text[word.end : word.end + 9]
    return (
        _SUM_AND_NOTE.fullmatch(text, word.start, word.end) is not None
        and following[:1].isspace()
        and following.lstrip()[:1].isupper()
    )


def _space_for(match: re.Match[str]) -> str:
    return " " if match[0] in "\r\x0b\x0c\x85" else ""
