"""Remarks on a source besides its record: its quality and language, how much of it was seen, where it is kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.brief import Reference
from ..model.dates import Date
from ..model.dates_in_words import date_in_words
from ..model.knowledge import Citation
from ..model.qualities_in_words import quality_label, seen_in_words
from ..model.quality import archived_copy, is_described, quality_of, seen_of
from ..wording.words import Words
from .web_addresses import web_address
from .words import machine_date


@dataclass(frozen=True, slots=True)
class Badge:
    """The quality of a source for readers: a word, and a shape with that name in the stylesheet."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """The remarks on a source; empty ones are not shown."""

    badge: Badge | None
    language: str
    """The name of its language, if not the brief's."""
    title: str
    """The author of its title, if not the source: `Title translated by us`."""
    seen: str
    """How much of it was seen: `only its title page seen`."""
    accessed: str
    accessed_on: str
    """The day of access, for programs."""
    copy: str
    """The address of the copy that was read."""
    original: str
    """Its own address on the web."""
    archive: str
    """The address of an archived copy."""
    archived: str
    """The date of that copy."""


def badge_of(reference: Reference, words: Words) -> Badge | None:
    """Return the badge of a source, or None if its quality is not given."""
    quality = quality_of(reference)
    return Badge(quality.value, quality_label(quality, words)) if quality else None


def badges_of(citations: Iterable[Citation], references: Mapping[str, Reference], words: Words) -> Mapping[str, Badge]:
    """Return the badges of the cited sources, by source id."""
    cited = {citation.reference for citation in citations}
    badges = {id_: badge_of(references[id_], words) for id_ in sorted(cited) if id_ in references}
    return {id_: badge for id_, badge in badges.items() if badge}


def facts_of(reference: Reference, language: str, words: Words) -> SourceFacts:
    """Return the remarks on a source; `language` is its language if not the brief's, otherwise empty."""
    seen, archive, accessed = seen_of(reference), archived_copy(reference), _accessed(reference)
    return SourceFacts(
        badge=badge_of(reference, words),
        language=words.language_name(language) if language else "",
        title=_title_of(reference, words),
        seen=seen_in_words(seen, words) if seen else "",
        accessed=date_in_words(accessed, words) if accessed else "",
        accessed_on=machine_date(accessed) if accessed else "",
        copy=web_address(str(reference.fields.get("copy-url", ""))),
        original=web_address(reference.url),
        archive=archive.url if archive else "",
        archived=archive.date if archive else "",
    )


def robust_links(references: Iterable[Reference]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return by the address of a source the attributes of links to it, which name its archived copy.

    See https://robustlinks.mementoweb.org/spec/.
    """
    found = {}
    for reference in references:
        copy, accessed = archived_copy(reference), _accessed(reference)
        if copy and reference.url:
            made = copy.date or (machine_date(accessed) if accessed else "")
            dated = (("data-versiondate", made),) if made else ()
            found[reference.url] = (("data-versionurl", copy.url), *dated)
    return found


def _title_of(reference: Reference, words: Words) -> str:
    if is_described(reference):
        return words.say("Title described by us")
    return words.say("Title translated by us") if reference.fields.get("title-en") else ""


def _accessed(reference: Reference) -> Date | None:
    fields = reference.fields.get("accessed")
    parts = fields.get("date-parts") if isinstance(fields, Mapping) else None
    if not isinstance(parts, list) or not parts or not isinstance(parts[-1], list):
        return None
    year, month, day, *_ = (*map(int, parts[-1]), None, None)
    return Date("", year or 0, month, day) if year else None
