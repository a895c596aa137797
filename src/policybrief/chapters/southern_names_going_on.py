"""Spanish and Italian names that go on after what looks like the whole of them: `Jerez de la Frontera`."""

import re

from ..model.glossary import Kind
from .name_in_context import NameInContext

_TOWN_AFTER = re.compile(r" (?:de (?:la |los |las |los )?|del )[A-ZÁÉÍÓÚÑ]")
_ARTICLE_BEFORE = re.compile(r"\b(?:la|el|una|un) $", re.IGNORECASE)
"""`la Valencia de Sorolla` is the town."""


def goes_on_in_spanish_or_italian(spot: NameInContext) -> bool:
    """Tell whether a Spanish town goes on: `Jerez de la Frontera`."""
    town = spot.kind is Kind.PLACE and spot.language == "es" and spot.is_before(_TOWN_AFTER)
    return town and not spot.is_after(_ARTICLE_BEFORE)
