"""Spanish and Italian names that go on after what looks like the whole of them: `Tribunal Constitucional alemán`."""

import re

from ..inflection.nations import is_of_another_nation
from ..model.glossary import Kind
from .name_in_context import NameInContext

_BODIES = (Kind.ORGANISATION, Kind.DOCUMENT)
_SMALL_WORD_AFTER = re.compile(r" ([a-zà-ÿ]+)")
_TOWN_AFTER = re.compile(r" (?:de (?:la |los |las |los )?|del )[A-ZÁÉÍÓÚÑ]")
_ARTICLE_BEFORE = re.compile(r"\b(?:la|el|una|un) $", re.IGNORECASE)
"""`la Valencia de Sorolla` is the town."""


def goes_on_in_spanish_or_italian(spot: NameInContext) -> bool:
    """Tell whether a body is said to be another nation's, or a Spanish town goes on: `Jerez de la Frontera`."""
    if spot.kind in _BODIES:
        following = None if spot.name.isupper() else _SMALL_WORD_AFTER.match(spot.plain, spot.end)
        return following is not None and is_of_another_nation(following[1], spot.language)
    town = spot.kind is Kind.PLACE and spot.language == "es" and spot.is_before(_TOWN_AFTER)
    return town and not spot.is_after(_ARTICLE_BEFORE)
