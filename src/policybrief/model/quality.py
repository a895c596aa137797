"""How good a source is, and how the brief has it: what `references.yml` says of that, in one form."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from .brief import Reference

_ARCHIVED = re.compile(r"/web/(\d{4})(\d\d)(\d\d)\d*[a-z_]*/|\.(?:today|is|ph|md)/(\d{4})[.-]?(\d\d)[.-]?(\d\d)")
"""Where the address of a copy says when it was made: web.archive.org, archive.today."""


class Quality(Enum):
    """How good a source is for what it is cited for; the value is what `reliability` says, best first."""

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
    """How much of a source the author saw, where that is not all of it; the value is what `extent` says."""

    TITLE_PAGE = "title-page"
    CONTENTS = "contents"
    ABSTRACT = "abstract"


OUTSIDE = frozenset((Seen.TITLE_PAGE, Seen.CONTENTS))
"""What says nothing of what is in a source."""
EXTENTS = {seen.value: seen for seen in Seen}


@dataclass(frozen=True, slots=True)
class ArchivedCopy:
    """A copy of a web page in an archive."""

    url: str
    date: str
    """When it was made, `2019-05-12`; empty when its address does not say."""


def quality_of(reference: Reference) -> Quality | None:
    """Return how good a source is; None where the author does not say."""
    return QUALITIES.get(str(reference.fields.get("reliability", "")))


def seen_of(reference: Reference) -> Seen | None:
    """Return what was seen of a source; None for all of it."""
    return EXTENTS.get(str(reference.fields.get("extent", "")))


def archived_copy(reference: Reference) -> ArchivedCopy | None:
    """Return the copy of a source in an archive of the web."""
    url = str(reference.fields.get("archive", ""))
    if not url.startswith(("https://", "http://")):
        return None
    made = _ARCHIVED.search(url)
    return ArchivedCopy(url, "-".join(filter(None, made.groups())) if made else "")


def is_described(reference: Reference) -> bool:
    """Tell whether the title is a description by the brief's authors, in square brackets: the source's was not seen."""
    return reference.title.startswith("[") and reference.title.endswith("]")


def counted_qualities(references: Iterable[Reference]) -> tuple[tuple[Quality | None, int], ...]:
    """Return how many of the sources are of each quality, best first, then those of which nothing is said."""
    count = Counter(map(quality_of, references))
    return tuple((quality, count[quality]) for quality in (*Quality, None) if count[quality])
