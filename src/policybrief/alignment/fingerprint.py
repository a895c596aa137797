"""What a paragraph says, in a form that outlives edits: its words without their endings, in their order.

A fingerprint has two characters for each word: 12 bits of a hash of the word's first letters. Unpacked to one
character a word, it is compared by the longest common subsequence (Hyyrö's bit-parallel algorithm, in rapidfuzz) and by
the runs of words that two texts share. Only the beginning of a word counts, because Azerbaijani and Russian words
change their endings with their place in the sentence; the measurement is in manual/docs/anchors-measurements.md.
"""

import hashlib
import re
import unicodedata
from binascii import crc32
from functools import lru_cache

from rapidfuzz.distance import Indel

from ..model.forms import lower

STEM = 4
"""How many letters of a word count. Another number makes the fingerprints of every ledger useless."""
RUN = 3
"""How many words in a row make a passage that two texts share."""
LONGEST = 5_000
"""How many words of a text count."""
OPENING = 40
"""How many words tell a reader what a paragraph said when it is gone."""
BRIEF_OPENING = 12
"""How many words tell in a list which paragraph is meant."""
_OPENING_LENGTH = 2_000
_AT_ONCE = 20_000
"""Of so many paragraphs it is kept what was made: a preview asks for the same ones after each save."""
_MARKUP = re.compile(r"^\s*(?:#+|[>*+-]|\d+[.)])\s|[*_`\[\]]|!(?=\[)", re.MULTILINE)
_BEFORE_STOPS = re.compile(r"\s+(?=[.,;:!?](?:\s|$))")
_NO_WORDS = re.compile(
    r"\[\^[^\[\]]*+\]"  # the mark of a footnote
    r"|\[\[[^\[\]|]*+\|"  # the entry in [[entry|words]]
    r"|\[[^\[\]@]*+@[^\[\]]*+\](?!\()"  # citations
    r"|\]\((?:[^()]|\([^()]*+\))*+\)|\]\[[^\[\]]*+\]"  # where a link leads
    r"|\{[:#.][^{}]*+\}|<[A-Za-z/!][^<>]*+>|&#?\w{1,20};"  # attributes, tags, entities
)
_UNSEEN = re.compile("[\u00ad\u0301\u200b-\u200d\u2060\ufeff]")
"""Hyphens at a line's end, stress marks, joiners."""
_ONE_SPELLING = (("_", " "), ("'", ""), ("’", ""), ("ʼ", ""), ("ё", "е"), ("ı", "i"))
_WORD = re.compile(r"\w+")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
_DIGIT_SET = frozenset(_DIGITS)
_PAIRS = tuple(a + b for a in _DIGITS for b in _DIGITS)
_CHARACTER = {pair: chr(0x4E00 + number) for number, pair in enumerate(_PAIRS)}
"""What a word is unpacked to: any 4,096 characters of one width would do."""


@lru_cache(maxsize=_AT_ONCE)
def words_of(text: str) -> str:
    """Return the words of a block of Markdown or of its plain text, in one spelling, one space between them.

    Case, punctuation, Markdown, citations and the marks of footnotes are left out. A text without words is returned as
    it is, with single spaces.
    """
    plain = _NO_WORDS.sub(" ", text)
    if not plain.isascii():
        plain = _UNSEEN.sub("", unicodedata.normalize("NFC", plain))
    plain = lower(plain)
    for variant, usual in _ONE_SPELLING:
        plain = plain.replace(variant, usual)
    return " ".join(_WORD.findall(plain)) or " ".join(text.split())


@lru_cache(maxsize=_AT_ONCE)
def opening_of(text: str, most: int = OPENING) -> str:
    """Return the first words of a block as a person reads them, without Markdown; `…` when more follow."""
    plain = _MARKUP.sub("", _NO_WORDS.sub("", text[:_OPENING_LENGTH]))
    words = _BEFORE_STOPS.sub("", plain).split() or text[:_OPENING_LENGTH].split()
    opening = " ".join(words[:most])
    if len(words) <= most and len(text) <= _OPENING_LENGTH:
        return opening
    return f"{opening}…" if opening[-1:].isalnum() else f"{opening} …"


def sha_of(words: str) -> str:
    """Return the 16 hexadecimal digits by which the same words are known again."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


@lru_cache(maxsize=_AT_ONCE)
def fingerprint_of(words: str, stem: int = STEM) -> str:
    """Return two characters for each word: a hash of its first letters."""
    return "".join(_PAIRS[crc32(word[:stem].encode()) & 0xFFF] for word in words.split()[:LONGEST])


def is_fingerprint(text: str) -> bool:
    """Tell whether the text can be unpacked."""
    return len(text) % 2 == 0 and text.isascii() and not set(text) - _DIGIT_SET


@lru_cache(maxsize=_AT_ONCE)
def unpacked(fingerprint: str) -> str:
    """Return a fingerprint with one character for each word, as the comparisons take it."""
    return "".join(_CHARACTER[fingerprint[at : at + 2]] for at in range(0, len(fingerprint), 2))


def packed(unpacked_fingerprint: str) -> str:
    """Return the fingerprint that was unpacked."""
    return "".join(_PAIRS[ord(char) - 0x4E00] for char in unpacked_fingerprint)


def similarity(one: str, other: str) -> float:
    """Return how alike two unpacked fingerprints are, from 0 to 1.

    It is twice the length of their longest common subsequence by the words of both together; 0 without any words.
    """
    return float(Indel.normalized_similarity(one, other)) if one else 0.0


def shared(text: str, other: str) -> int:
    """Return which words of an unpacked fingerprint are in runs that the other has too: a bit for each word.

    A text shorter than a run is shared when the other has all of it.
    """
    run = min(RUN, len(text))
    bits, window = 0, (1 << run) - 1
    for at in range(len(text) - run + 1):
        if text[at : at + run] in other:
            bits |= window << at
    return bits
