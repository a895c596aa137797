"""References as pandoc's citation processor needs them, and what it prints brought into the order of the manuals."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ...model.brief import Reference
from ...model.citing import Piece, Style
from ...model.quality import archived_copy
from ...outputs.csljson import as_one_number

_OWN = ("title-en", "title-translit", "reliability", "extent", "copy-url", "note")
_PERIODICALS = frozenset(("article-journal", "article-magazine", "article-newspaper"))

# Characters of no meaning, for private use: around an English title while pandoc has it, after an initial, for the
# hyphen of a number, for the space between given names, and after names that are no initials.
_OPEN, _CLOSE, _APART, _HYPHEN, _SPACE, _IN_FULL = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
_LEFT_TO_RIGHT = "\u200e"
"""Makes pandoc take the letters beside it for those of a script with given names first and a space between."""
_CHARACTERS = str.maketrans(
    {**dict.fromkeys((_OPEN, _CLOSE, _APART, _IN_FULL, _LEFT_TO_RIGHT)), _HYPHEN: "-", _SPACE: " "}
)
_KNOWN_TO_PANDOC = frozenset(("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC"))
_FAMILY_FIRST = frozenset(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"))
"""The scripts whose names are in that order, and without a space."""
_INITIAL_BEFORE_A_NAME = re.compile(r"\b([^\W\d_])\.? (?=[^\W\d_]{2})")
_BETWEEN_NAMES = re.compile(r"(?<=[^\s.]{2})\s+(?=[^\s.]{2})")
_POINT_OF_AN_INITIAL = re.compile(rf"{_IN_FULL}\.(?=,|\s[^\W\d])")
"""A point that pandoc sets after given names as if they were initials; before a date it is the style's."""
_TRANSLATION = re.compile(rf"(.*?) ?{_OPEN}(.*?){_CLOSE}([.,]?)([”’»]?)", re.DOTALL)


def csl_item(reference: Reference, style: Style) -> Mapping[str, object]:
    """Return the CSL-JSON item of a reference for a style, an English title joined to one in another language."""
    item = {name: value for name, value in reference.fields.items() if name not in _OWN}
    if archived_copy(reference):
        # Styles would print the address as the name of an archive; what lists sources adds it behind them.
        item.pop("archive")
    english = str(reference.fields.get("title-en", ""))
    if english and english not in reference.title:
        item["title"] = f"{reference.title} {_OPEN}[{english}]{_CLOSE}"
        # Short forms do without the translation.
        item.setdefault("title-short", reference.title)
    item |= as_one_number(item, _HYPHEN)
    if "event-title" in item:
        # The name it had before CSL 1.0.2; the OSCOLA style asks for it.
        item.setdefault("event", item["event-title"])
    for name in ("container-title",) * (reference.type in _PERIODICALS) + ("original-title",):
        if name in item:
            # A newspaper's name is its own, and an original title has another language than the item: a style that
            # gives English titles capitals would write `Oxu.Az` and `Ali Und Nino`.
            item[name] = f'<span class="nocase">{item[name]}</span>'
    for_lawyers = style.name == "oscola"
    if for_lawyers:
        item = _with_what_oscola_prints(item, reference.type)
    return {
        name: [_name(part, for_lawyers) for part in value] if isinstance(value, (tuple, list)) else value
        for name, value in item.items()
    }


def _with_what_oscola_prints(item: Mapping[str, object], type_: str) -> dict[str, object]:
    """Return an item of a type that the OSCOLA style prints as its manual wants: of some it leaves out the half.

    It has no rule for data sets and maps, and prints neither their publisher nor their date; the manual has the one
    cited like a page of a website, the other like a book. After an interview it prints the word once more.
    """
    given = dict(item)
    match type_:
        case "dataset" if "URL" in given:
            given["type"] = "webpage"
            given.setdefault("container-title", given.get("publisher", ""))
        case "map" if "publisher" in given:
            given["type"] = "book"
        case "interview":
            given.pop("genre", None)
    return given


def _name(name: Any, keep_initials_apart: bool) -> Any:
    """Return a name as pandoc has to be given it.

    Pandoc takes `de` out of the family name `de Waal`, and Chicago then lists him under Waal; quotation marks prevent
    it. A particle that is written as one is left to the style. Where a style sets initials without points, as OSCOLA
    does, pandoc writes `WRaymond` for `W. Raymond`; a sign after the initial prevents that.
    """
    if not isinstance(name, Mapping):
        return name
    changed = dict(name)
    family = name.get("family", "")
    if _is_taken_for_chinese(family):
        changed["family"] = family + _LEFT_TO_RIGHT
    elif family[:1].islower():
        changed["family"] = f'"{family}"'
    if keep_initials_apart and "given" in name:
        changed["given"] = _INITIAL_BEFORE_A_NAME.sub(rf"\1{_APART} ", name["given"])
    if _has_no_capitals(name.get("given", "")):
        initials = "." in name["given"]
        changed["given"] = _BETWEEN_NAMES.sub(_SPACE, changed["given"]) + ("" if initials else _IN_FULL)
    return changed


def _has_no_capitals(given: str) -> bool:
    """Tell whether given names are in a script without capitals, of which pandoc makes no initials.

    It joins them instead, or sets points after them: `दास राम. कुमार.`
    """
    letters = [letter for letter in given if letter.isalpha()]
    return bool(letters) and all(letter.upper() == letter.lower() for letter in letters)


def _is_taken_for_chinese(family: str) -> bool:
    """Tell whether pandoc would print the name family first and without a space, and is wrong to do so.

    Its processor does that with all letters but a few scripts': with Armenian, Georgian and Devanagari ones too.
    """
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in family if letter.isalpha()}
    return bool(scripts) and not scripts & (_KNOWN_TO_PANDOC | _FAMILY_FIRST)


def translations_apart(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return printed pieces with every translated title upright after the marks of the title it explains.

    `“Çıxış [Address],” Bakı` becomes `“Çıxış” [Address], Bakı`: Chicago and APA want the translation in brackets,
    neither in italics nor inside the quotation marks, and a CSL style cannot tell it from the title.
    """
    parts = (part for piece in pieces for part in _apart(piece))
    plain = (replace(part, text=_POINT_OF_AN_INITIAL.sub("", part.text).translate(_CHARACTERS)) for part in parts)
    return tuple(part for part in plain if part.text)


def _apart(piece: Piece) -> Iterator[Piece]:
    at = 0
    for match in _TRANSLATION.finditer(piece.text):
        title, english, comma, quote = match.groups()
        yield replace(piece, text=f"{title}{quote}")
        yield replace(piece, text=f" {english}{comma}", italic=False)
        at = match.end()
    yield replace(piece, text=piece.text[at:])
