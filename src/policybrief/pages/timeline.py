"""The timeline: every dated event in order, with its actors and the paragraphs about it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..model.addresses import TIMELINE_PATH, part_path
from ..model.catalogue import PageBody
from ..model.dates import Date
from ..model.dates_in_words import date_in_words
from ..model.events import EVENT_KINDS, events_in_order, first_date, is_event, last_date
from ..model.glossary import Entry
from ..model.output import Contents
from ..model.publication import Publication
from ..model.shortening import shortened
from ..model.sorting import sort_key
from ..wording.words import Words
from .events import Moment, moments
from .glossary import KindCount, kind_counts
from .parts import PagePart, divided, from_to, html_size, part_bar, part_titles
from .periods import Years, periods_of
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link, short_link, view_of
from .timeline_lanes import WIDTH, drawing_of
from .titles import TIMELINE_TITLE
from .words import plain

SLOTS = 12
"""The most actors offered as filters, because the stylesheet has a rule for each."""
_FEWEST_EVENTS = 2
"""The fewest events of an actor offered as a filter."""
_DEFINITION_LIMIT = 300
MOST_PLACES = 500
"""The most paragraphs listed for an event."""
_MARKUP = 620
"""In bytes: the size of an event besides its words, including its dot in the drawing."""
_LINK = 110
"""In bytes: the size of an actor besides its name."""
_PLACE = 65
"""In bytes: the size of a paragraph that names an event."""


@dataclass(frozen=True, slots=True)
class Where:
    """A paragraph that names the event."""

    number: str
    href: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as the list shows it."""

    link: EntryLink
    when: tuple[Moment, ...]
    definition: str
    actors: tuple[EntryLink, ...]
    where: tuple[Where, ...]
    slots: str
    """The indexes of its actors that are filters."""


@dataclass(frozen=True, slots=True)
class Period:
    """A heading with the events under it."""

    heading: str
    anchor: str
    lines: tuple[EventLine, ...]

    @property
    def slots(self) -> str:
        """The actors that are filters and have an event here."""
        return " ".join(sorted({slot for line in self.lines for slot in line.slots.split()}, key=int))

    @property
    def kinds(self) -> str:
        """The kinds that have an event here."""
        return " ".join(sorted({line.link.kind for line in self.lines}))


@dataclass(frozen=True, slots=True)
class Choice:
    """An actor by which readers can filter the list."""

    slot: int
    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event, and the heading that it is under."""

    entry: Entry
    years: Years
    beyond: bool
    """Whether it begins after the brief's horizon, and so is apart."""

    @property
    def anchor(self) -> str:
        """The id of its heading."""
        return f"{'after-' if self.beyond else ''}years-{self.years.first}"


def timeline_parts(publication: Publication) -> tuple[PagePart[PlacedEvent], ...]:
    """Return the events in order of time, those after the horizon last, in as many parts as needed."""
    site = publication.once(view_of)
    horizon = site.project.brief.horizon
    events = events_in_order(site.entries.values())
    within = [event for event in events if not is_after(event, horizon)]
    beyond = [event for event in events if is_after(event, horizon)]
    placed = (*_placed(within, beyond=False), *_placed(beyond, beyond=True))
    divisions = divided(placed, lambda event: _size(event.entry, site), lambda event: event.anchor)
    return tuple(_part(division) for division in divisions)


def _placed(events: Sequence[Entry], *, beyond: bool) -> Iterator[PlacedEvent]:
    periods = periods_of(first_date(event).year for event in events)
    for event in events:
        years = next(period for period in periods if first_date(event).year <= period.last)
        yield PlacedEvent(event, years, beyond)


def _part(placed: tuple[PlacedEvent, ...]) -> PagePart[PlacedEvent]:
    anchors = dict.fromkeys(event.anchor for event in placed)
    if placed and placed[-1].beyond:
        anchors["after-the-horizon"] = None
    years = [str(first_date(placed[at].entry).year) for at in (0, -1)] if placed else ["", ""]
    return PagePart(placed, from_to(*years), tuple(anchors), tuple(f"event-{event.entry.id}" for event in placed))


def _size(event: Entry, site: SiteView) -> int:
    """Return the approximate size of an event in the list and in the drawing, in bytes."""
    actors = (site.entries[id_] for id_ in site.actors[event.id])
    linked = sum(_LINK + 2 * len(actor.id) + html_size(actor.label) for actor in actors)
    where = _PLACE * min(len(site.mentions.get(event.id, ())), MOST_PLACES)
    said = html_size(shortened(plain(site.knowledge.definitions[event.id]), _DEFINITION_LIMIT))
    return _MARKUP + 4 * len(event.id) + 2 * html_size(event.label) + said + linked + where


def timeline_page(number: int, publication: Publication) -> PageBody:
    """Return part `number` of the list of all events, with a drawing of its events."""
    site, parts = publication.once(view_of), publication.once(timeline_parts)
    start, horizon = part_path(TIMELINE_PATH, number), site.project.brief.horizon
    placed = parts[number - 1].items
    events = events_in_order(event.entry for event in placed)
    choices = choices_of(events, site)
    slots = {id_: choice.slot for id_, choice in choices.items()}
    periods = _periods((event for event in placed if not event.beyond), slots, site, start)
    later = _periods((event for event in placed if event.beyond), slots, site, start)
    html = fragment(
        "timeline.html",
        site.words,
        title=part_titles(site.words.say(TIMELINE_TITLE), parts)[number - 1],
        total=_total(parts, site.words),
        bar=part_bar(TIMELINE_PATH, site.words.say(TIMELINE_TITLE), number, parts, site.addresses),
        choices=tuple(choices.values()),
        kinds=kinds_of(events, site.words),
        periods=periods,
        later=later,
        horizon=date_in_words(horizon, site.words) if horizon else "",
        drawing=drawing_of(events, {id_: len(found) for id_, found in site.mentions.items()}, horizon, site.words),
        drawing_width=WIDTH,
        lines={line.link.id: line for period in (*periods, *later) for line in period.lines},
    )
    contents = [Contents(period.heading, period.anchor) for period in periods]
    if later and horizon:
        contents.append(
            Contents(site.words.say("After {date}", date=date_in_words(horizon, site.words)), "after-the-horizon")
        )
    return PageBody(html, tuple(contents), stands_alone=True)


def has_timeline(entries: Iterable[Entry]) -> bool:
    """Tell whether there is anything to show in a timeline."""
    return any(map(is_event, entries))


def is_after(event: Entry, horizon: Date | None) -> bool:
    """Tell whether an event begins after the horizon of the brief."""
    return horizon is not None and first_date(event).first > horizon.last


def choices_of(events: Iterable[Entry], site: SiteView) -> dict[str, Choice]:
    """Return the actors with the most events, by id, in descending order; ties by how often the brief names them."""
    count = Counter(actor for event in events for actor in site.actors[event.id])
    busiest = sorted(
        (id_ for id_ in count if count[id_] >= _FEWEST_EVENTS),
        key=lambda id_: (
            -count[id_],
            -len(site.mentions.get(id_, ())),
            sort_key(site.entries[id_].name, site.language),
        ),
    )
    return {
        id_: Choice(slot, id_, short_link(site.entries[id_], site, TIMELINE_PATH).name, count[id_])
        for slot, id_ in enumerate(busiest[:SLOTS], 1)
    }


def kinds_of(events: Iterable[Entry], words: Words) -> tuple[KindCount, ...]:
    """Return how many of the events are of each kind."""
    return kind_counts((event for event in events if event.kind in EVENT_KINDS), words)


def _periods(placed: Iterable[PlacedEvent], slots: dict[str, int], site: SiteView, start: str) -> tuple[Period, ...]:
    groups = ((anchor, tuple(group)) for anchor, group in groupby(placed, key=lambda event: event.anchor))
    return tuple(
        Period(
            group[0].years.said(site.words), anchor, tuple(_line(event.entry, slots, site, start) for event in group)
        )
        for anchor, group in groups
    )


def _line(event: Entry, slots: dict[str, int], site: SiteView, start: str) -> EventLine:
    actors = site.actors[event.id]
    return EventLine(
        link=entry_link(event, site, start),
        when=moments(event.dates, site.words),
        definition=shortened(plain(site.knowledge.definitions[event.id]), _DEFINITION_LIMIT),
        actors=tuple(short_link(site.entries[id_], site, start) for id_ in actors),
        where=where_named(event.id, site, start),
        slots=" ".join(map(str, sorted(slots[id_] for id_ in actors if id_ in slots))),
    )


def where_named(entry_id: str, site: SiteView, start: str) -> tuple[Where, ...]:
    """Return the paragraphs that name an entry, each once, linked from the page at path `start`.

    If very many paragraphs name it, only the first of each chapter: the entry's page has all.
    """
    paragraphs = dict.fromkeys(mention.paragraph for mention in site.mentions.get(entry_id, ()))
    found = [site.paragraphs[id_] for id_ in paragraphs]
    if len(found) > MOST_PLACES:
        found = list({paragraph.chapter: paragraph for paragraph in reversed(found)}.values())[::-1][:MOST_PLACES]
    return tuple(Where(p.number, site.addresses.link(to=p.chapter, start=start, anchor=p.id)) for p in found)


def _total(parts: Sequence[PagePart[PlacedEvent]], words: Words) -> str:
    """Return the number of events, and their years."""
    events = tuple(event.entry for part in parts for event in part.items)
    return words.counted(
        "{n} event, {years}, linked to the paragraphs that mention it.",
        "{n} events, {years}, each linked to the paragraphs that mention it.",
        len(events),
        years=_years(events),
    )


def _years(events: tuple[Entry, ...]) -> str:
    first, last = min(first_date(event).year for event in events), max(last_date(event).year for event in events)
    return f"{first}–{last}" if first != last else str(first)
