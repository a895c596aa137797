"""The page of all places: the map of the brief, and a list with the same content."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..drawing.places_index import country_of
from ..model.addresses import PLACES_PATH, part_path
from ..model.catalogue import PageBody
from ..model.glossary import Entry
from ..model.maps import Coordinates
from ..model.output import Contents
from ..model.publication import Publication
from ..model.shortening import shortened
from ..model.sorting import by_letter
from ..wording.words import Words
from .lettered_parts import lettered_parts
from .maps import all_shapes, brief_map, brief_window
from .parts import PagePart, html_size, part_bar, part_titles
from .render import as_made, fragment
from .site_index import EntryLink, SiteView, entry_link, view_of
from .titles import PLACES_TITLE
from .words import plain

_MARKUP = 420
"""In bytes: the size of a place in the list besides its words."""
_LONGEST = 160
"""In characters: the length of a place's description."""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place in the list."""

    link: EntryLink
    label: str
    """Its label on the map, if not its name."""
    within: EntryLink | None
    """The state that contains it."""
    mentions: str
    """`3 mentions`."""
    coordinates: str
    on_map: bool
    said: str


@dataclass(frozen=True, slots=True)
class ShapeLine:
    """A route or an area in the list."""

    link: EntryLink | None
    name: str
    kind: str
    note: str


def has_places(publication_entries: tuple[Entry, ...], shapes: int) -> bool:
    """Tell whether there is anything to show on a map."""
    return bool(shapes) or any(entry.coordinates for entry in publication_entries)


def places_parts(publication: Publication) -> tuple[PagePart[Entry], ...]:
    """Return the entries with coordinates from A to Z, in as many parts as needed."""
    located = [entry for entry in publication.project.glossary.entries if entry.coordinates]
    parts = lettered_parts(by_letter(located, _name, publication.brief.language), _name, _size)
    return tuple(
        PagePart(tuple(entry for letter in part.items for entry in letter.items), part.label) for part in parts
    )


def _name(entry: Entry) -> str:
    return entry.label


def _size(entry: Entry) -> int:
    return _MARKUP + 2 * html_size(entry.label) + _LONGEST


def places_page(number: int, publication: Publication) -> PageBody:
    """Return part `number` of the places; the first has the map."""
    site, parts = publication.once(view_of), publication.once(places_parts)
    start = part_path(PLACES_PATH, number)
    first = number == 1
    lines = tuple(_lines(parts[number - 1].items, site, start))
    shapes = tuple(_shapes(site, start)) if first else ()
    html = fragment(
        "places.html",
        site.words,
        title=part_titles(site.words.say(PLACES_TITLE), parts)[number - 1],
        total=site.words.counted(
            "{n} place, linked to its entry.", "{n} places, each linked to its entry.", len(site.places.pins)
        ),
        map=as_made(brief_map(site, start)) if first else "",
        lines=lines,
        shapes=shapes,
        bar=part_bar(PLACES_PATH, site.words.say(PLACES_TITLE), number, parts, site.addresses),
    )
    contents = (
        *([Contents(site.words.say("Map"), "map")] if first else ()),
        *([Contents(site.words.say("Routes and areas"), "routes")] if shapes else ()),
        Contents(site.words.say("Places"), "list"),
    )
    return PageBody(html, contents, stands_alone=True)


def _lines(entries: tuple[Entry, ...], site: SiteView, start: str) -> Iterator[PlaceLine]:
    window = brief_window(site)
    for entry in entries:
        at = entry.coordinates
        if at is None:
            continue
        country = country_of(entry, site.entries)
        state = next((other for other in site.states if country and other.name in country.names), None)
        yield PlaceLine(
            link=entry_link(entry, site, start),
            label=at.label,
            within=entry_link(state, site, start) if state and state.id != entry.id else None,
            mentions=site.words.counted("{n} mention", "{n} mentions", len(site.mentions.get(entry.id, ()))),
            coordinates=_in_words(at, site.words),
            on_map=window.box.has(at.position),
            said=shortened(plain(site.knowledge.definitions[entry.id]), _LONGEST),
        )


def _in_words(at: Coordinates, words: Words) -> str:
    """Return coordinates for readers: `39.82° N, 46.75° E`."""
    latitude, longitude = (words.number(abs(number), 2) for number in (at.latitude, at.longitude))
    north = (
        words.say("{degrees}° N", degrees=latitude) if at.latitude >= 0 else words.say("{degrees}° S", degrees=latitude)
    )
    east = (
        words.say("{degrees}° E", degrees=longitude)
        if at.longitude >= 0
        else words.say("{degrees}° W", degrees=longitude)
    )
    return f"{north}, {east}"


def _shapes(site: SiteView, start: str) -> Iterator[ShapeLine]:
    for shape in all_shapes(site):
        entry = site.entries.get(shape.entry)
        link = entry_link(entry, site, start) if entry else None
        yield ShapeLine(link, shape.name, site.words.say("Area") if shape.area else site.words.say("Route"), shape.note)
