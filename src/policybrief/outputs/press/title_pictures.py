"""The title of the brief as pictures: the cover of the e-book, and the card for link previews."""

import json
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import version

from ...model.dates_in_words import date_in_words, edition_in_words
from ...model.output import Artifact
from ...model.problems import Code, Place, Problem
from ...model.publication import Publication
from ..files import TITLE_CARD
from .book import PressError
from .typesetting import PACKAGES, can_typeset, picture_of, template_files

_TEMPLATE = "title.typ"
_PIXELS = 72.0
"""Dots per inch: a point is a pixel."""


def card_artifacts(publication: Publication) -> Iterator[Artifact | Problem]:
    """Yield the card; nothing where the packages for it are not installed, which the output of the PDF says."""
    card = publication.once(_card)
    if isinstance(card, bytes):
        yield Artifact(TITLE_CARD.path, card)
    elif card is not None:
        hint = (
            "correct the file 'title.typ' that the brief names; "
            "if it names none, report this to the authors of policybrief"
        )
        yield Problem(Code.NOT_PRINTED, Place("mkdocs.yml"), f"'{TITLE_CARD.path}' cannot be made: {card}", hint)


def cover_picture(publication: Publication) -> bytes | None:
    """Return the cover as PNG, or None if it cannot be made."""
    cover = publication.once(_cover)
    return cover if isinstance(cover, bytes) else None


def _card(publication: Publication) -> bytes | str | None:
    return _picture(publication, "card")


def _cover(publication: Publication) -> bytes | str | None:
    return _picture(publication, "cover")


def _picture(publication: Publication, shape: str) -> bytes | str | None:
    """Return a picture as PNG, why it could not be made, or None if the packages for it are not installed."""
    if not publication.brief.title or not can_typeset():
        return None
    brief = publication.brief
    value = {
        "shape": shape,
        "title": brief.title,
        "subtitle": brief.subtitle,
        "authors": [author.name for author in brief.authors],
        "series": " ".join(filter(None, (brief.series, brief.number))),
        "dates": [said for said in (_date(publication), edition_in_words(brief, publication.words)) if said],
        "language": brief.language,
    }
    files = {**template_files(), **publication.project.print_template}
    given = {"main": files[_TEMPLATE], "book.json": json.dumps(value, ensure_ascii=False).encode()}
    tools = [version(name) for name in PACKAGES]
    digest = sha256(json.dumps(tools).encode() + given["main"] + given["book.json"]).hexdigest()
    kept = publication.kept.read(f"titles/{digest}")
    if kept is not None:
        return kept
    try:
        made = picture_of(given, _PIXELS)
    except PressError as error:
        return str(error)
    publication.kept.write(f"titles/{digest}", made)
    return made


def _date(publication: Publication) -> str:
    return date_in_words(publication.brief.date, publication.words) if publication.brief.date else ""
