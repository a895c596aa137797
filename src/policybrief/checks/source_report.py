"""What each source of a brief lacks, and which are weak: a work list for the author."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from urllib.parse import parse_qsl, urlsplit

from ..model.brief import Reference
from ..model.quality import FRAGILE, archived_copy, is_described, quality_of
from ..model.source_copies import SourceCopy
from .passages import claims_of
from .read_brief import ReadBrief

_LIST_FOLDERS = re.compile(
    r"/(?:(?:tags?|topics?|themes?|keywords?|authors?|labels?)/[^/]+"
    r"|(?:category|categories)(?:/[^/.]+){1,4}|search|page/\d+)(?:/page/\d+)?/?$",
    re.IGNORECASE,
)
_LIST_QUERIES = frozenset(("s", "q", "query", "search", "tag", "paged"))
_MOST_NAMED = 8
"""The most paragraphs that a message lists."""


class SourceFault(Enum):
    """What a source can lack, or why it is weak; the value is its name in reports."""

    DEAD = "dead"
    NO_ANSWER = "no-answer"
    CHANGED_COPY = "changed-copy"
    WEAK_ALONE = "weak-alone"
    LIST_ADDRESS = "list-address"
    TITLE_OURS = "title-ours"
    ONLY_IN_COPY = "only-in-copy"
    NO_COPY = "no-copy"
    NO_ACCESS_DATE = "no-access-date"


@dataclass(frozen=True, slots=True)
class SourceRemark:
    """One remark on a source."""

    fault: SourceFault
    said: str = ""
    """Details; empty if the name says everything."""


@dataclass(frozen=True, slots=True)
class ReportedSource:
    """A source and the remarks on it, the most serious first."""

    reference: Reference
    remarks: tuple[SourceRemark, ...]


def reported_sources(
    brief: ReadBrief, copies: Iterable[SourceCopy], answers: Mapping[str, SourceRemark]
) -> tuple[ReportedSource, ...]:
    """Return the sources with remarks, in the order of their file.

    `copies` are all kept copies; `answers` are the remarks on requested addresses.
    """
    kept: defaultdict[str, list[SourceCopy]] = defaultdict(list)
    for copy in copies:
        kept[copy.source].append(copy)
    fragile = _resting_on_fragile(brief)
    found = []
    for reference in brief.project.references:
        remarks = [
            *(answers[url] for url in addresses_of(reference) if url in answers),
            *_of_copies(reference, kept[reference.id]),
            *_of_claims(reference, fragile.get(reference.id, ())),
            *_of_record(reference),
        ]
        if remarks:
            order = list(SourceFault)
            found.append(
                ReportedSource(reference, tuple(sorted(remarks, key=lambda remark: order.index(remark.fault))))
            )
    return tuple(found)


def addresses_of(reference: Reference) -> tuple[str, ...]:
    """Return the web addresses of a source and of the copy that was read."""
    found = (reference.url, str(reference.fields.get("copy-url", "")))
    return tuple(url for url in found if url.startswith(("https://", "http://")))


def is_list_address(url: str) -> bool:
    """Tell whether an address leads to a list that changes: a tag, a category, a page of a blog, a search."""
    parts = urlsplit(url)
    return bool(
        _LIST_FOLDERS.search(parts.path)
        or ("." not in parts.path and any(name.lower() in _LIST_QUERIES for name, _ in parse_qsl(parts.query)))
        or (not parts.path.strip("/") and not parts.query)
    )


def _of_copies(reference: Reference, copies: Iterable[SourceCopy]) -> Iterator[SourceRemark]:
    sound = [copy for copy in copies if not copy.fault]
    yield from (SourceRemark(SourceFault.CHANGED_COPY, f"{copy.path} {copy.fault}") for copy in copies if copy.fault)
    if reference.url and not sound and not archived_copy(reference):
        yield SourceRemark(SourceFault.NO_COPY)


def _of_claims(reference: Reference, paragraphs: Iterable[str]) -> Iterator[SourceRemark]:
    numbers = list(paragraphs)
    if numbers:
        named = ", ".join(dict.fromkeys(numbers[:_MOST_NAMED])) + (" …" if len(numbers) > _MOST_NAMED else "")
        claims = "1 claim rests" if len(numbers) == 1 else f"{len(numbers)} claims rest"
        quality = quality_of(reference)
        rated = quality.value if quality else ""
        yield SourceRemark(SourceFault.WEAK_ALONE, f"{rated}; {claims} on such sources alone: {named}")


def _of_record(reference: Reference) -> Iterator[SourceRemark]:
    for url in addresses_of(reference):
        if is_list_address(url):
            yield SourceRemark(SourceFault.LIST_ADDRESS, url)
    if is_described(reference):
        yield SourceRemark(SourceFault.TITLE_OURS)
    if reference.fields.get("copy-url"):
        yield SourceRemark(SourceFault.ONLY_IN_COPY)
    if reference.url and not reference.fields.get("accessed"):
        yield SourceRemark(SourceFault.NO_ACCESS_DATE)


def _resting_on_fragile(brief: ReadBrief) -> Mapping[str, tuple[str, ...]]:
    """Return for each source the numbers of the paragraphs whose claims rest only on it and other weak or party
    sources.
    """
    quality = {reference.id: quality_of(reference) for reference in brief.project.references}
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for read, support in claims_of(brief):
        cited = dict.fromkeys(each.reference for each in support.citations)
        if cited and all(quality.get(id_) in FRAGILE for id_ in cited):
            for id_ in cited:
                found[id_] = (*found[id_], read.paragraph.number)
    return found
