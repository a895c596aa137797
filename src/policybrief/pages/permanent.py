"""`p/<id>/`: a page for every paragraph id ever published, which redirects to the paragraph without a script."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..alignment.fingerprint import BRIEF_OPENING, opening_of
from ..model.addresses import relative
from ..model.knowledge import Paragraph
from ..model.ledger import Reason, Resolution, Status, Tombstone
from ..model.licences import licence_url
from ..model.output import Artifact
from ..model.publication import Publication
from ..wording.words import Words
from .address_rules import FOLDER, place_of, places_of, ruled_addresses
from .gone_notices import notice_of
from .parts import PagePart, divided, from_to, html_size
from .render import fragment

SCRIPT_PATH = "assets/policybrief-anchors.js"


@dataclass(frozen=True, slots=True)
class _Address:
    """The content of one permanent address."""

    id: str
    title: str
    """The brief's title."""
    language: str
    href: str
    """The relative address of its target; empty if nothing is left."""
    canonical: str
    """The public address of the paragraph; empty if the site's is unknown."""
    number: str
    chapter: str
    """The chapter's title."""
    opening: str
    """The first words of the paragraph, even if it is gone."""
    gone: Tombstone | None
    """The notice for a paragraph that is gone; merged paragraphs redirect silently."""
    notice: str
    """That notice, in words."""


Paragraphs = Mapping[str, Paragraph]
"""By id."""
_ROW_MARKUP = 110
"""In bytes: the size of a paragraph in the list besides its words."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """A paragraph in the list of all paragraphs."""

    id: str
    number: str
    to: str
    """The target of its line, relative to the root of the site."""
    opening: str


def permanent_addresses(publication: Publication) -> tuple[Artifact, ...]:
    """Return a page for each id of the ledger, a list of current ones, and the script that knows all of them.

    Ids for which the host has a rule (`address_rules`) have no page.
    """
    entries = publication.ledger.by_id()
    places = publication.once(places_of)
    ruled = publication.once(ruled_addresses)
    paragraphs = publication.knowledge.paragraphs()
    titles = {chapter.path: chapter.title for chapter in publication.project.chapters}
    pages = (
        _page(_address(paragraph_id, places[paragraph_id], paragraphs, titles, publication), publication.words)
        for paragraph_id in sorted(entries)
        if paragraph_id not in ruled
    )
    return (*pages, *_list(places, ruled, publication), _script(places, paragraphs, publication))


def _address(
    paragraph_id: str, place: Resolution, paragraphs: Paragraphs, titles: Mapping[str, str], publication: Publication
) -> _Address:
    line = place.line
    paragraph = paragraphs.get(line.id) if line else None
    opening = place.tombstone.opening if place.tombstone else (line.opening if line else "")
    to = ""
    if paragraph is not None:
        # A paragraph that is gone keeps its notice, at the nearest remaining one.
        anchor = paragraph_id if place.tombstone else paragraph.id
        to = f"{publication.addresses.of(paragraph.chapter)}#{anchor}"
    return _Address(
        id=paragraph_id,
        title=publication.brief.title,
        language=publication.brief.language,
        href=relative(to, place_of(paragraph_id)) if to else "",
        canonical=f"{publication.site_url}{to}" if to and publication.site_url else "",
        number=paragraph.number if paragraph else "",
        chapter=titles[paragraph.chapter] if paragraph else "",
        opening=opening,
        gone=place.tombstone if place.status is Status.GONE else None,
        notice=notice_of(place.tombstone, publication.words) if place.tombstone else "",
    )


def _page(address: _Address, words: Words) -> Artifact:
    return Artifact(f"{place_of(address.id)}index.html", fragment("permanent.html", words, address=address).encode())


def _list(places: Mapping[str, Resolution], ruled: Mapping[str, str], publication: Publication) -> Iterator[Artifact]:
    """Yield the list of all paragraphs, with those that are gone at the end, in as many parts as needed.

    Each is followed by those merged into it: every address can be found from here.
    """
    ledger, paragraphs = publication.ledger, publication.knowledge.paragraphs()
    merged: dict[str, list[Tombstone]] = {}
    for tombstone in ledger.tombstones:
        if tombstone.reason is Reason.MERGED and (line := places[tombstone.id].line):
            merged.setdefault(line.id, []).append(tombstone)
    rows = (
        _Listed(
            each.id,
            paragraphs[line.id].number,
            ruled.get(each.id, place_of(each.id)),
            opening_of(each.opening, BRIEF_OPENING),
        )
        for line in ledger.lines
        if line.id in paragraphs
        for each in (line, *merged.get(line.id, ()))
    )
    gone = (tombstone for tombstone in ledger.tombstones if tombstone.reason is not Reason.MERGED)
    parts = _parts(divided((*rows, *gone), _size, type))
    for number in range(1, len(parts) + 1):
        yield _part_of_list(number, parts, publication)


def _parts(divisions: Iterable[tuple[_Listed | Tombstone, ...]]) -> tuple[PagePart[_Listed | Tombstone], ...]:
    """Return the parts of the list, each labelled by the numbers in it."""
    found = []
    for items in divisions:
        numbers = [item.number for item in items if isinstance(item, _Listed)]
        found.append(PagePart(items, from_to(numbers[0], numbers[-1]) if numbers else "gone"))
    return tuple(found)


def _size(item: _Listed | Tombstone) -> int:
    return _ROW_MARKUP + html_size(opening_of(item.opening, BRIEF_OPENING))


def _part_of_list(number: int, parts: Sequence[PagePart[_Listed | Tombstone]], publication: Publication) -> Artifact:
    place = _place_of_part(number)
    here = parts[number - 1].items
    links = [
        _ListLink(part.label, relative(_place_of_part(at), place), at == number) for at, part in enumerate(parts, 1)
    ]
    html = fragment(
        "paragraphs.html",
        publication.words,
        title=publication.brief.title,
        language=publication.brief.language,
        rows=[(row.id, row.number, relative(row.to, place), row.opening) for row in here if isinstance(row, _Listed)],
        gone=[(item, relative(place_of(item.id), place)) for item in here if isinstance(item, Tombstone)],
        home=relative("./", place),
        links=links if len(parts) > 1 else [],
        label=parts[number - 1].label if number > 1 else "",
        canonical=publication.root + place if publication.root and len(parts) > 1 else "",
        licence=licence_url(publication.brief.licence) if len(parts) > 1 else "",
        previous=links[number - 2] if number > 1 else None,
        next=links[number] if number < len(parts) else None,
    )
    return Artifact(f"{place}index.html", html.encode())


@dataclass(frozen=True, slots=True)
class _ListLink:
    """A part of the list of all paragraphs."""

    label: str
    href: str
    here: bool


def _place_of_part(number: int) -> str:
    return f"{FOLDER}/" if number == 1 else f"{FOLDER}/page/{number}/"


def _script(places: Mapping[str, Resolution], paragraphs: Paragraphs, publication: Publication) -> Artifact:
    """Return the script with the targets of all ids; loaded only if a page cannot find one."""
    data = json.dumps(dict(_targets(places, paragraphs, publication)), ensure_ascii=False, separators=(",", ":"))
    content = f"window.policybrief = window.policybrief || {{}};\nwindow.policybrief.anchors = {data};\n"
    return Artifact(SCRIPT_PATH, content.encode())


def _targets(
    places: Mapping[str, Resolution], paragraphs: Paragraphs, publication: Publication
) -> Iterator[tuple[str, tuple[str, str]]]:
    for paragraph_id, place in places.items():
        paragraph = paragraphs.get(place.line.id) if place.line else None
        if paragraph is not None:
            anchor = paragraph_id if place.tombstone else paragraph.id
            yield paragraph_id, (f"{publication.addresses.of(paragraph.chapter)}#{anchor}", paragraph.number)
