"""What the CSL locales lack: the words of languages that have none, and months in the case that a day asks for.

The files are locales as CSL has them (https://docs.citationstyles.org/en/stable/specification.html#locale).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib import resources

from ...model.citing import Piece
from ...wording.catalogue import locale_of

Dated = Callable[[Iterable[Piece]], tuple[Piece, ...]]
"""Pieces of a citation as printed, and as they are with right dates."""

_BEFORE_MACROS = b"</info>"


@cache
def own_locale(language: str) -> bytes:
    """Return our locale for a language, a BCP 47 tag, as XML; empty where that of CSL is right."""
    main, _, rest = language.partition("-")
    file = resources.files(__package__).joinpath("locales", f"{main}.xml")
    if not file.is_file() or "Cyrl" in rest or "Arab" in rest:
        return b""
    return file.read_bytes()


def with_own_locale(style: bytes, language: str) -> bytes:
    """Return a CSL style with our locale for a language, if there is one."""
    return style.replace(_BEFORE_MACROS, _BEFORE_MACROS + own_locale(language), 1)


def dates_of(language: str) -> Dated:
    """Return what puts the months after days into their case: `9 октября 2025 г.`, of which CSL makes `9 октябрь`."""
    cased = _months_after_days(language)
    if not cased:
        return tuple
    pattern = re.compile(rf"(\b\d{{1,2}}[ \u00a0])({'|'.join(map(re.escape, cased))})\b")

    def written(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        return tuple(
            replace(piece, text=pattern.sub(lambda date: date[1] + cased[date[2]], piece.text)) for piece in pieces
        )

    return written


@cache
def _months_after_days(language: str) -> dict[str, str]:
    """Return the months that change after a day, by how they stand alone."""
    months = locale_of(language).months
    alone, after_days = months["stand-alone"]["wide"], months["format"]["wide"]
    return {alone[at]: after_days[at] for at in alone if alone[at] != after_days[at] and not alone[at].isdigit()}
