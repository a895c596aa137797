"""`p/<id>/`: a page of its own for every paragraph id ever published, which leads to the paragraph without a script."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..alignment.fingerprint import BRIEF_OPENING, opening_of
from ..alignment.resolution import resolved
from ..model.addresses import relative
from ..model.knowledge import Paragraph
from ..model.ledger import Reason, Resolution, Status, Tombstone
from ..model.output import Artifact
from ..model.publication import Publication
from .render import fragment

FOLDER = "p"
SCRIPT_PATH = "assets/policybrief-anchors.js"


@dataclass(frozen=True, slots=True)
class _Address:
    """What one permanent address shows."""

    id: str
    title: str
    """The brief's title."""
    language: str
    href: str
    """Where it leads, relative to it; empty when nothing is left."""
    canonical: str
    """The public address of the paragraph; empty when the site's own is not known."""
    number: str
    chapter: str
    """The chapter's title."""
    opening: str
    """What the paragraph says or said, its first words."""
    gone: Tombstone | None
    """What became of it, when it stands no more; merged paragraphs lead on silently."""


Paragraphs = Mapping[str, Paragraph]
"""By id."""


def permanent_addresses(publication: Publication) -> tuple[Artifact, ...]:
    """Return a page for each id of the ledger, a list of those that stand, and the script that knows all of them."""
    entries = publication.ledger.by_id()
    places = {paragraph_id: resolved(entries, paragraph_id) for paragraph_id in sorted(entries)}
    paragraphs = publication.knowledge.paragraphs()
    titles = {chapter.path: chapter.title for chapter in publication.project.chapters}
    pages = (
        _page(_address(paragraph_id, place, paragraphs, titles, publication)) for paragraph_id, place in places.items()
    )
    return (*pages, _list(paragraphs, publication), _script(places, paragraphs, publication))


def _address(
    paragraph_id: str, place: Resolution, paragraphs: Paragraphs, titles: Mapping[str, str], publication: Publication
) -> _Address:
    line = place.line
    paragraph = paragraphs.get(line.id) if line else None
    opening = place.tombstone.opening if place.tombstone else (line.opening if line else "")
    to = ""
    if paragraph is not None:
        # A paragraph that is gone keeps its own notice, at the nearest that stands.
        anchor = paragraph_id if place.tombstone else paragraph.id
        to = f"{publication.addresses.of(paragraph.chapter)}#{anchor}"
    return _Address(
        id=paragraph_id,
        title=publication.brief.title,
        language=publication.brief.language,
        href=relative(to, _place(paragraph_id)) if to else "",
        canonical=f"{publication.site_url}{to}" if to and publication.site_url else "",
        number=paragraph.number if paragraph else "",
        chapter=titles[paragraph.chapter] if paragraph else "",
        opening=opening,
        gone=place.tombstone if place.status is Status.GONE else None,
    )


def _place(paragraph_id: str) -> str:
    return f"{FOLDER}/{paragraph_id.removeprefix('p-')}/"


def _page(address: _Address) -> Artifact:
    return Artifact(f"{_place(address.id)}index.html", fragment("permanent.html", address=address).encode())


def _list(paragraphs: Paragraphs, publication: Publication) -> Artifact:
    ledger = publication.ledger
    rows = [
        (
            line.id,
            paragraphs[line.id].number,
            relative(_place(line.id), f"{FOLDER}/"),
            opening_of(line.opening, BRIEF_OPENING),
        )
        for line in ledger.lines
        if line.id in paragraphs
    ]
    gone = [stone for stone in ledger.tombstones if stone.reason is not Reason.MERGED]
    html = fragment(
        "paragraphs.html", title=publication.brief.title, language=publication.brief.language, rows=rows, gone=gone,
        home=relative("./", f"{FOLDER}/"),
    )  # fmt: skip
    return Artifact(f"{FOLDER}/index.html", html.encode())


def _script(places: Mapping[str, Resolution], paragraphs: Paragraphs, publication: Publication) -> Artifact:
    """Return the script that tells a page where any id leads; loaded only when a page cannot find one."""
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
