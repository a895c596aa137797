"""Titles in another language than the brief's: told apart in what is printed, in notes and in lists."""

import re
from pathlib import Path

import pytest

from policybrief.chapters.titles import foreign_title, in_their_languages
from policybrief.importing.pandoc.printed_cache import PrintedCache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.citing import Piece
from policybrief.reading.references import read_references
from test_citations import converted

FOREIGN, _ = read_references(
    """
references:
  - {id: own, type: webpage, title: A Title, language: en}
  - {id: regional, type: webpage, title: A Colour, language: en-GB}
  - {id: ru, type: webpage, title: 'Путин в Баку [Putin in Baku]', language: ru}
  - {id: it, type: book, title: 'I territori dell''Azerbaigian', title-short: I territori, language: it}
  - {id: described, type: webpage, title: '[Putin in Baku]', language: ru}
  - {id: signs, type: webpage, title: 'Что (дальше)?', language: ru}
""",
    "references.yml",
)


@pytest.mark.parametrize(
    ("key", "pieces", "told"),
    [
        ("ru", ["TASS, ‘", "Путин в Баку", "’ [Putin in Baku], 4 April 2016"], "Путин в Баку"),
        ("it", ["See ", "I territori dell’Azerbaigian", ", 3"], "I territori dell’Azerbaigian"),
        ("it", ["", "I territori", " (n 1)"], "I territori"),
        ("signs", ["", "Что (дальше)?", ""], "Что (дальше)?"),
    ],
)
def test_a_foreign_title_says_its_language_and_nothing_else_does(key: str, pieces: list[str], told: str) -> None:
    title = foreign_title(next(reference for reference in FOREIGN if reference.id == key), "en")
    assert title
    printed = Piece("".join(pieces), italic=True, url="https://a.org")
    found = list(in_their_languages([printed], [title]))
    assert [piece.text for piece in found] == [text for text in pieces if text]
    assert [(piece.text, piece.language) for piece in found if piece.language] == [(told, title.language)]
    assert all(piece.italic and piece.url for piece in found)


def test_a_title_at_home_and_a_description_of_ours_say_none() -> None:
    foreign = {reference.id for reference in FOREIGN if foreign_title(reference, "en-GB")}
    assert foreign == {"ru", "it", "signs"}


def test_a_piece_that_has_its_language_or_is_an_address_is_left_whole() -> None:
    title = foreign_title(FOREIGN[3], "en")
    assert title
    told = Piece("See I territori", language="de")
    address = Piece("https://a.org/I territori", url="https://a.org/I territori")
    link = Piece("See I territori", url="https://a.org/I territori")
    found = list(in_their_languages([told, address, link], [title]))
    assert found[:2] == [told, address]
    assert [(piece.text, piece.language) for piece in found[2:]] == [("See ", ""), ("I territori", "it")]


def test_notes_say_the_language_of_a_title(tmp_path: Path) -> None:
    body = "One.[@ru] Two.[@it; @own] Three.[^1]\n\n[^1]: See @it."
    html = converted(body, processor=Pandoc(PrintedCache(tmp_path)), books=FOREIGN).html
    whole = re.sub(r'<span class="pb-unbroken">([^<]*)</span>', r"\1", html)
    assert re.findall(r'<(\w+) lang="(\w+)">([^<]*)<', whole) == [
        ("span", "ru", "Путин в Баку"),
        ("cite", "it", "I territori dell’Azerbaigian"),
        ("cite", "it", "I territori"),
    ]
    assert "“" in html.partition('<span lang="ru">')[0][-20:]
