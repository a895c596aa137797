"""References as pandoc's citation processor needs them, and what it prints brought into the order of the manuals."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from ..model.brief import Reference
from ..model.citing import Piece

_OWN = ("title-en", "title-translit", "reliability", "copy-url", "note")
_PERIODICALS = frozenset(("article-journal", "article-magazine", "article-newspaper"))

# Signs of no meaning, for private use, around an English title while pandoc has it.
_OPEN, _CLOSE = "\ue000", "\ue001"
_TRANSLATION = re.compile(rf"(.*?) ?{_OPEN}(.*?){_CLOSE}([.,]?)([”’»]?)", re.DOTALL)


def csl_item(reference: Reference) -> Mapping[str, object]:
    """Return the CSL-JSON item of a reference, an English title joined to one in another language."""
    item = {name: value for name, value in reference.fields.items() if name not in _OWN}
    english = str(reference.fields.get("title-en", ""))
    if english and english not in reference.title:
        item["title"] = f"{reference.title} {_OPEN}[{english}]{_CLOSE}"
        # Short forms do without the translation.
        item.setdefault("title-short", reference.title)
    if "event-title" in item:
        # The name it had before CSL 1.0.2; the OSCOLA style asks for it.
        item.setdefault("event", item["event-title"])
    for name in ("container-title",) * (reference.type in _PERIODICALS) + ("original-title",):
        if name in item:
            # A newspaper's name is its own, and an original title has another language than the item: a style that
            # gives English titles capitals would write `Oxu.Az` and `Ali Und Nino`.
            item[name] = f'<span class="nocase">{item[name]}</span>'
    return {name: [*map(_name, value)] if isinstance(value, (tuple, list)) else value for name, value in item.items()}


def _name(name: Any) -> Any:
    """Return a name whose family name stays in one piece.

    Pandoc takes `de` out of the family name `de Waal`, and Chicago then lists him under Waal; quotation marks prevent
    it. A particle that is written as one is left to the style.
    """
    if not isinstance(name, Mapping) or not name.get("family", "")[:1].islower():
        return name
    return {**name, "family": f'"{name["family"]}"'}


def translations_apart(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return printed pieces with every translated title upright behind the marks of the title it explains.

    `“Çıxış [Address],” Bakı` becomes `“Çıxış” [Address], Bakı`: Chicago and APA want the translation in brackets,
    neither in italics nor inside the quotation marks, and a CSL style cannot tell it from the title.
    """
    return tuple(part for piece in pieces for part in _apart(piece) if part.text)


def _apart(piece: Piece) -> Iterator[Piece]:
    at = 0
    for match in _TRANSLATION.finditer(piece.text):
        title, english, comma, quote = match.groups()
        yield replace(piece, text=f"{title}{quote}")
        yield replace(piece, text=f" {english}{comma}", italic=False)
        at = match.end()
    yield replace(piece, text=piece.text[at:].replace(_OPEN, "").replace(_CLOSE, ""))
