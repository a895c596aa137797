"""The quality of a source and how much the brief has of it, according to `references.yml`, in one form."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from .brief import Reference

_ARCHIVED = re.compile(r"/web/(\d{4})(\d\d)(\d\d)\d*[a-z_]*/|\.(?:today|is|ph|md)/(\d{4})[.-]?(\d\d)[.-]?(\d\d)")
"""The part of a copy's address that gives its date: web.archive.org, archive.today."""


class Quality(Enum):
    """How good a source is for its purpose; the values are those of `reliability`, best first."""

    PRIMARY = "primary"
    ACADEMIC = "academic"
    THINK_TANK = "think-tank"
    AGENCY = "agency"
    PRESS = "press"
    PARTY = "party"
    WEAK = "weak"


QUALITIES = {quality.value: quality for quality in Quality}
FRAGILE = frozenset((Quality.PARTY, Quality.WEAK))
"""The qualities on which no claim should rest alone."""


class Seen(Enum):
    """How much of a source the author saw, if not all of it; the values are those of `extent`."""

    TITLE_PAGE = "title-page"
    CONTENTS = "contents"
    ABSTRACT = "abstract"


OUTSIDE = frozenset((Seen.TITLE_PAGE, Seen.CONTENTS))
"""The extents that show nothing of a source's content."""
EXTENTS = {seen.value: seen for seen in Seen}


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """A copy of a web page in an archive."""

    url: str
    date: str
    """Its date, `2019-05-12`; empty if its address has none."""


def quality_of(reference: Reference) -> Quality | None:
    """Return the quality of a source, or None if the author does not give one."""
    return QUALITIES.get(str(reference.fields.get("reliability", "")))


def seen_of(reference: Reference) -> Seen | None:
    """Return how much of a source was seen; None for all of it."""
    return EXTENTS.get(str(reference.fields.get("extent", "")))


def archived_copy(reference: Reference) -> ArchivedCopy | None:
    """Return the copy of a source in a web archive."""
    url = str(reference.fields.get("archive", ""))
    if not url.startswith(("https://", "http://")):
        return None
    made = _ARCHIVED.search(url)
    return ArchivedCopy(url, "-".join(filter(None, made.groups())) if made else "")


def is_described(reference: Reference) -> bool:
    """Tell whether the title is a description by the brief's authors, in square brackets, because the real title was
    not seen.
    """
    return reference.title.startswith("[") and reference.title.endswith("]")


def counted_qualities(references: Iterable[Reference]) -> tuple[tuple[Quality | None, int], ...]:
    """Return the number of sources of each quality, best first, then those without one."""
    count = Counter(map(quality_of, references))
    return tuple((quality, count[quality]) for quality in (*Quality, None) if count[quality])
