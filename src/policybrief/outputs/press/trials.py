"""What can be in a PDF that archives keep, tried with the typesetter: symbols by its fonts, drawings by its standards.

One symbol that no font has, or one drawing with a gradient that the standards refuse, would keep the whole brief from
being printed. A page with nothing else on it shows which they are.
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
"""An empty square, which all programs show for a character that they have no picture of."""
_FLAGS = {0x1F1E6 + number: letter for number, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
"""The letters of a country's code that make its flag: as letters they say the same."""
_SYMBOL = "So"
"""The category of Unicode for symbols that are no letters: arrows, boxes, and all emoji."""
_PAGE = '#set document(title: "Trial")\n#set text(lang: "en")\n'
_MAY_BE_REFUSED = re.compile(rb"<(?:\w+:)?(?:linearGradient|radialGradient|filter|mask|pattern|feImage)\b")
_DOTS = 250.0
"""In an inch, of a drawing that is printed as an image."""
_UNKNOWN = re.compile('the text `"(?P<text>[^`]+)"` could not be displayed')


def printable(book: Book) -> tuple[Book, tuple[str, ...]]:
    """Return a book as it can be printed, and the symbols that no font has: an empty square is in the place of each."""
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
    """Return those of some symbols that no font of the typesetter has."""
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
    """Return a drawing as it can be in a PDF that archives keep: as an image where they refuse what it is made of."""
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
