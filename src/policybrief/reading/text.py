"""From the bytes of a file to text that is safe to read: size, encoding, invisible characters, look-alike letters."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from ..model.problems import Code, Place, Problem
from ..model.shortening import shortened

LARGEST_FILE = 8_000_000
"""In bytes, and in characters after decoding."""
LONGEST_LINE = 100_000
"""In characters."""
_LONGEST_SHOWN = 60
"""In characters: the longest quotation of a text in a message."""
_MOST_REPORTED = 20
"""The most problems of one kind listed for a file."""

STAND_IN = "\ufdd0"
"""Replaces a refused character, so that columns stay correct; `cleaned` removes it."""

# Control characters except tab and line feed; invisible format characters; surrogates; noncharacters.
_REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]"
)
_JOINERS = "\u200c\u200d"
_SOFT_HYPHEN = "\u00ad"

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u052f"
_SEAM = re.compile(f"(?<=[{_LATIN}])[{_CYRILLIC}]|(?<=[{_CYRILLIC}])[{_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")
_TO_CYRILLIC = str.maketrans("ABCEHIKMOPTXYaceiopxyəƏ", "АВСЕНІКМОРТХУасеіорхуәӘ")
_TO_LATIN = str.maketrans("АВЕЅІЈКМНОРСТУХҺӘԚԜаеѕіјорсухһәԛԝ", "ABESIJKMHOPCTYXHƏQWaesijopcyxhəqw")
_TURNED_E = str.maketrans("ǝƎ", "əƏ")


@dataclass(frozen=True, slots=True)
class Screened:
    """The text of a file after its characters were checked."""

    text: str
    r"""Without byte order mark, with `\n` as the only line ending, and `STAND_IN` for each refused character."""
    problems: tuple[Problem, ...]
    refused: bool = False
    """Whether the text is too large to be read at all; it is then empty."""


def decoded(data: bytes, path: str, largest: int = LARGEST_FILE) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the bytes of a file as text, or None and the place of the first byte that is not UTF-8."""
    if len(data) > largest:
        return None, (too_large(path, len(data), largest),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
        seen = f"byte 0x{data[error.start]:02x} is not UTF-8 text"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            seen = "the file is UTF-16, not UTF-8"
        hint = "save the file with the encoding UTF-8"
        return None, (Problem(Code.NOT_UTF8, _place(path, before.replace("\r", "\n"), len(before)), seen, hint),)


def too_large(path: str, size: int, largest: int = LARGEST_FILE) -> Problem:
    """Return the problem of a file of more than `largest` bytes."""
    seen = f"the file has {size:,} bytes; the limit is {largest:,}"
    return Problem(Code.FILE_TOO_LARGE, Place(path), seen, "divide it, or remove what does not belong in it")


def screened(text: str, path: str) -> Screened:
    """Return the text made safe to parse, and the problems of its characters."""
    if len(text) > LARGEST_FILE:
        return Screened("", (too_large(path, len(text)),), refused=True)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if problem := _long_line(text, path):
        return Screened("", (problem,), refused=True)
    problems = (
        *_soft_hyphens(text, path),
        *_capped(_refused_characters(text, path)),
        *_capped(_look_alikes(text, path)),
    )
    return Screened(_REFUSED.sub(_stand_in, text), problems)


def cleaned(text: str) -> str:
    """Return the text in composed form (NFC), without refused characters and their placeholders."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _REFUSED.sub(_nothing, text))


def dropped_in(text: str) -> tuple[int, ...]:
    """Return the offsets in the cleaned text before which a refused character was left out, in rising order."""
    parts = text.split(STAND_IN)
    lengths = accumulate(len(unicodedata.normalize("NFC", part)) for part in parts[:-1])
    return tuple(lengths)


def refused_in(text: str) -> str | None:
    """Return the description of the first refused character of `text`, which an escape may have hidden, or None."""
    found = next(_refused_matches(text.replace(STAND_IN, "")), None)
    return None if found is None else _described(found.group())


def shown(text: str) -> str:
    """Return `text` as quoted in messages: in quotation marks, on one line, shortened."""
    return f"'{excerpt(text)}'"


def excerpt(text: str) -> str:
    """Return `text` on one line, shortened, for a message that has its own quotation marks."""
    return shortened(text, _LONGEST_SHOWN)


def _place(path: str, text: str, offset: int) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _long_line(text: str, path: str) -> Problem | None:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            seen = f"the line has {len(line):,} characters; the limit is {LONGEST_LINE:,}"
            return Problem(Code.FILE_TOO_LARGE, Place(path, number), seen, "break it into several lines")
    return None


def _capped(problems: Iterator[Problem]) -> Iterator[Problem]:
    """Yield the first problems, and one for all others."""
    yield from islice(problems, _MOST_REPORTED)
    if (more := next(problems, None)) is not None:
        yield Problem(more.code, more.place, "more of this kind follow", more.hint)


def _stand_in(match: re.Match[str]) -> str:
    return match.group() if _joins_letters(match) else STAND_IN


def _nothing(match: re.Match[str]) -> str:
    return match.group() if _joins_letters(match) else ""


def _joins_letters(match: re.Match[str]) -> bool:
    """Tell whether the match is a joiner between two letters, as in the spelling of some Persian and Hindi words."""
    if match.group() not in _JOINERS or not 0 < match.start() < len(match.string) - 1:
        return False
    return all(unicodedata.category(match.string[at])[0] in "LM" for at in (match.start() - 1, match.end()))


def _refused_matches(text: str) -> Iterator[re.Match[str]]:
    return (match for match in _REFUSED.finditer(text) if not _joins_letters(match))


def _soft_hyphens(text: str, path: str) -> Iterator[Problem]:
    """Yield a note that the text has soft hyphens, which are left out."""
    if count := text.count(_SOFT_HYPHEN):
        seen = f"{count:,} soft hyphens are left out" if count > 1 else "a soft hyphen is left out"
        hint = "you need not do anything: the browser hyphenates words"
        yield Problem(Code.SOFT_HYPHEN, _place(path, text, text.index(_SOFT_HYPHEN)), seen, hint)


def _refused_characters(text: str, path: str) -> Iterator[Problem]:
    place_of = _places(text, path)
    for match in _refused_matches(text):
        if match.group() == _SOFT_HYPHEN:
            continue
        hint = "it is allowed only between two letters; delete it" if match.group() in _JOINERS else "delete it"
        yield Problem(Code.CONTROL_CHARACTER, place_of(match.start()), _described(match.group()), hint)


def _places(text: str, path: str) -> Callable[[int], Place]:
    """Return a function from rising offsets to places that counts each line only once."""
    line, line_start = 1, 0

    def place_of(offset: int) -> Place:
        nonlocal line, line_start
        line += text.count("\n", line_start, offset)
        line_start = max(line_start, text.rfind("\n", line_start, offset) + 1)
        return Place(path, line, offset - line_start + 1)

    return place_of


def _described(char: str) -> str:
    name = unicodedata.name(char, "").lower()
    sort = "control" if unicodedata.category(char) == "Cc" else "invisible"
    return f"{sort} character U+{ord(char):04X}" + (f" ({name})" if name else "")


def _look_alikes(text: str, path: str) -> Iterator[Problem]:
    place_of = _places(text, path)
    done = 0
    for seam in _SEAM.finditer(text):
        if seam.start() < done:
            continue
        start = seam.start()
        while start > done and _WORD.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        done = word.end() if word else seam.end()
        if word and (fault := _mixed(word.group())):
            seen, right = fault
            yield Problem(Code.LOOK_ALIKE, place_of(start), seen, f"write {shown(right)}, all in one alphabet")
        elif word and len(_SEAM.findall(word.group())) > 1:
            # A Latin word may have a Cyrillic ending, `SMSка`, but nothing else.
            seen = f"{shown(word.group())} switches between Latin and Cyrillic letters"
            yield Problem(Code.LOOK_ALIKE, place_of(start), seen, "write it in one alphabet")
    if "ə" in text or "Ə" in text:
        yield from _turned_e(text, path)


def _mixed(word: str) -> tuple[str, str] | None:
    """Return the problem of a word in two alphabets and its likely spelling; None if it may be intended (`SMSка`)."""
    latin, cyrillic = (re.sub(f"[^{script}]", "", word) for script in (_LATIN, _CYRILLIC))
    tries = [(latin, "Latin", _TO_CYRILLIC, _CYRILLIC), (cyrillic, "Cyrillic", _TO_LATIN, _LATIN)]
    for strange, name, table, script in sorted(tries, key=lambda one: len(one[0])):
        if re.fullmatch(f"[{script}]+", strange.translate(table)):
            seen = f"{shown(word)} has a look-alike letter: {strange[0]!r} is {name} (U+{ord(strange[0]):04X})"
            return seen, word.translate(table)
    return None


def in_one_alphabet(text: str) -> str:
    """Return the text with the likely spelling of each word that has a look-alike letter."""

    def spelt(word: re.Match[str]) -> str:
        fault = _mixed(word.group()) if _SEAM.search(word.group()) else None
        return fault[1] if fault else word.group()

    spelled = _WORD.sub(spelt, text) if _SEAM.search(text) else text
    return spelled.translate(_TURNED_E) if re.search("[əƏ]", spelled) else spelled


def _turned_e(text: str, path: str) -> Iterator[Problem]:
    place_of = _places(text, path)
    for match in re.finditer("[ǝƎ]", text):
        right = match.group().translate(_TURNED_E)
        seen = f"look-alike letter '{match.group()}' (U+{ord(match.group()):04X}) in a file that writes '{right}'"
        yield Problem(Code.LOOK_ALIKE, place_of(match.start()), seen, f"write '{right}' (U+{ord(right):04X}) here too")
