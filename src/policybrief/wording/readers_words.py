"""Words that readers of an English brief may search for in their own language: `readers_words.txt`."""

from functools import cache
from importlib.resources import files

LANGUAGES = ("de", "fr", "ru", "az", "tr")
"""The languages of the columns after English, in order, on which assets/search/translation.js relies."""


def readers_words(language: str) -> tuple[str, ...]:
    """Return a row for each English word, `treaty|Vertrag,Verträge|traité|…`; none for a brief in another language."""
    return _rows() if language.partition("-")[0] == "en" else ()


@cache
def _rows() -> tuple[str, ...]:
    text = files(__package__).joinpath("readers_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple("|".join(_words(column) for column in line.split("|")) for line in lines)


def _words(column: str) -> str:
    return ",".join(word.strip() for word in column.split(","))
