"""What an archival PDF can contain, tested with the typesetter: symbols by its fonts, drawings by its standards.

One symbol that no font has, or one drawing with a gradient that the standards forbid, would stop the whole PDF. A page
with only these shows which they are.
"""

import json
import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from ...model.recall import recalled
from .book import Book, PressError
from .lines import Value
from .pictures import typeset_picture
from .typesetting import page_as_pdf, picture_of

STAND_IN = "\u25a1"
"""An empty square, which programs show for a missing character."""
_FLAGS = {0x1F1E6 + number: letter for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
"""The letters of a country code that form its flag: as plain letters they mean the same."""
_SYMBOL = "So"
"""The Unicode category of symbols that are not letters: arrows, boxes, and all emoji."""
_PAGE = '#set document(title: "Trial")\n#set text(lang: "en")\n'
_MAY_BE_REFUSED = re.compile(rb"<(?:\w+:)?(?:linearGradient|radialGradient|filter|mask|pattern|feImage)\b")
_DOTS = 250.0
"""Dots per inch of a drawing that is printed as an image."""
_UNKNOWN = re.compile('the text `"(?P<text>[^`]+)"` could not be displayed')


def printable(book: Book) -> tuple[Book, tuple[str, ...]]:
    """Return a printable book, and the symbols that no font has, each replaced by an empty square."""
    files = {name: for_archives(file) if name.endswith(".svg") else file for name, file in book.files.items()}
    book = replace(book, files=files)
    characters = set(json.dumps(book.value, ensure_ascii=False))
    symbols = {character for character in characters if _is_symbol(character)}
    unknown = without_font("".join(sorted(symbols)))
    if not unknown:
        return book, ()
    value = _translated(book.value, {**str.maketrans(dict.fromkeys(unknown, STAND_IN)), **_FLAGS})
    told = tuple(symbol for symbol in unknown if ord(symbol) not in _FLAGS)
    return replace(book, value=value) if isinstance(value, dict) else book, told


@lru_cache(maxsize=64)
def without_font(symbols: str) -> str:
    """Return the symbols that no font of the typesetter has."""
    unknown = ""
    while symbols:
        try:
            page_as_pdf({"main": (_PAGE + "\n\n".join(f"\\u{{{ord(symbol):x}}}" for symbol in symbols)).encode()})
        except PressError as error:
            match = _UNKNOWN.search(str(error))
            found = [symbol for symbol in symbols if match and symbol in match["text"]]
            if not found:
                return unknown
            unknown += "".join(found)
            symbols = "".join(symbol for symbol in symbols if symbol not in found)
        else:
            return unknown
    return unknown


def for_archives(drawing: bytes) -> bytes:
    """Return a drawing in a form allowed in an archival PDF: as an image if its parts are not allowed."""
    return recalled(_tried, drawing) if _MAY_BE_REFUSED.search(drawing) else drawing


@lru_cache(maxsize=64)
def _tried(drawing: bytes) -> bytes:
    page = _PAGE + '#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg", alt: "A drawing")'
    given = {"main": page.encode(), "drawing.svg": drawing}
    try:
        page_as_pdf(given)
    except PressError:
        try:
            return typeset_picture(picture_of(given, _DOTS), ".png") or drawing
        except PressError:
            return drawing
    return drawing


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) == _SYMBOL


def _translated(value: Value, table: dict[int, str]) -> Value:
    if isinstance(value, str):
        return value if value.isascii() else value.translate(table)
    if isinstance(value, dict):
        return {key: _translated(each, table) for key, each in value.items()}
    return [_translated(each, table) for each in value] if isinstance(value, list) else value
