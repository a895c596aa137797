"""Patterns by language, each compiled when a name of its language is first met."""

import re
from collections.abc import Callable, Mapping
from functools import cache

BEFORE_A_NAME = r"(?<![\w-])(?:%s)$"
"""Whole words up to the name."""
ANYWHERE = "%s"


def by_language(
    table: Mapping[str, str], shape: str = ANYWHERE, *, any_case: bool = False
) -> Callable[[str], re.Pattern[str] | None]:
    """Return what gives the pattern of a language in a shape, or None for a language that the table does not have."""

    @cache
    def pattern_of(language: str) -> re.Pattern[str] | None:
        pattern = table.get(language)
        return None if pattern is None else re.compile(shape.replace("%s", pattern), re.IGNORECASE if any_case else 0)

    return pattern_of
