"""The timeline: every dated event in order, with who has to do with it and where the brief speaks of it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..model.addresses import TIMELINE_PATH
from ..model.catalogue import PageBody
from ..model.dates import Date
from ..model.events import EVENT_KINDS, events_in_order, first_date, is_event, last_date
from ..model.glossary import Entry
from ..model.output import Contents
from ..model.shortening import shortened
from ..model.sorting import sort_key
from .events import Moment, moments
from .glossary import KindCount, kind_counts
from .periods import Years, periods_of
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link, short_link
from .timeline_lanes import WIDTH, drawing_of
from .titles import TIMELINE_TITLE
from .words import counted, plain

SLOTS = 12
"""As many actors can be chosen: the stylesheet has a rule for each."""
_FEWEST_EVENTS = 2
"""Somebody who has to do with fewer events is no choice."""
_DEFINITION_LIMIT = 300


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
    """The numbers of those of its actors that can be chosen."""


@dataclass(frozen=True, slots=True)
class Period:
    """A heading with the events under it."""

    heading: str
    anchor: str
    lines: tuple[EventLine, ...]

    @property
    def slots(self) -> str:
        """The actors that can be chosen and have an event here."""
        return " ".join(sorted({slot for line in self.lines for slot in line.slots.split()}, key=int))

    @property
    def kinds(self) -> str:
        """The kinds that have an event here."""
        return " ".join(sorted({line.link.kind for line in self.lines}))


@dataclass(frozen=True, slots=True)
class Choice:
    """An actor by which the list can be narrowed."""

    slot: int
    name: str
    count: int


def timeline_page(site: SiteView) -> PageBody:
    """Return the list of all events with the drawing above it; those after the brief's horizon stand apart."""
    events = events_in_order(site.entries.values())
    horizon = site.project.brief.horizon
    choices = choices_of(events, site)
    slots = {id_: choice.slot for id_, choice in choices.items()}
    within = [event for event in events if not is_after(event, horizon)]
    beyond = [event for event in events if is_after(event, horizon)]
    periods = _periods(within, slots, site)
    later = _periods(beyond, slots, site, "after-")
    html = fragment(
        "timeline.html",
        title=TIMELINE_TITLE,
        total=counted(len(events), "event"),
        years=_years(events),
        choices=tuple(choices.values()),
        kinds=kinds_of(events),
        periods=periods,
        later=later,
        horizon=horizon.words if horizon else "",
        drawing=drawing_of(events, {id_: len(found) for id_, found in site.mentions.items()}, horizon),
        drawing_width=WIDTH,
        lines={line.link.id: line for period in (*periods, *later) for line in period.lines},
    )
    contents = [Contents(period.heading, period.anchor) for period in periods]
    if later and horizon:
        contents.append(Contents(f"After {horizon.words}", "after-the-horizon"))
    return PageBody(html, tuple(contents))


def has_timeline(entries: Iterable[Entry]) -> bool:
    """Tell whether there is anything to show in a timeline."""
    return any(map(is_event, entries))


def is_after(event: Entry, horizon: Date | None) -> bool:
    """Tell whether an event begins after the day up to which the brief argues."""
    return horizon is not None and first_date(event).first > horizon.last


def choices_of(events: Iterable[Entry], site: SiteView) -> dict[str, Choice]:
    """Return the actors with the most events, by id, the busiest first; ties by how often the brief names them."""
    count = Counter(actor for event in events for actor in site.actors[event.id])
    busiest = sorted(
        (id_ for id_ in count if count[id_] >= _FEWEST_EVENTS),
        key=lambda id_: (-count[id_], -len(site.mentions.get(id_, ())), sort_key(site.entries[id_].name)),
    )
    return {
        id_: Choice(slot, short_link(site.entries[id_], site, TIMELINE_PATH).name, count[id_])
        for slot, id_ in enumerate(busiest[:SLOTS], 1)
    }


def kinds_of(events: Iterable[Entry]) -> tuple[KindCount, ...]:
    """Return how many of the events are of each kind."""
    return kind_counts(event for event in events if event.kind in EVENT_KINDS)


def _periods(events: list[Entry], slots: dict[str, int], site: SiteView, prefix: str = "") -> tuple[Period, ...]:
    periods = periods_of(first_date(event).year for event in events)

    def period_of(event: Entry) -> Years:
        return next(period for period in periods if first_date(event).year <= period.last)

    return tuple(
        Period(years.words, f"{prefix}years-{years.first}", tuple(_line(event, slots, site) for event in found))
        for years, found in groupby(events, key=period_of)
    )


def _line(event: Entry, slots: dict[str, int], site: SiteView) -> EventLine:
    actors = site.actors[event.id]
    return EventLine(
        link=entry_link(event, site, TIMELINE_PATH),
        when=moments(event.dates),
        definition=shortened(plain(site.knowledge.definitions[event.id]), _DEFINITION_LIMIT),
        actors=tuple(short_link(site.entries[id_], site, TIMELINE_PATH) for id_ in actors),
        where=where_named(event.id, site, TIMELINE_PATH),
        slots=" ".join(map(str, sorted(slots[id_] for id_ in actors if id_ in slots))),
    )


def where_named(entry_id: str, site: SiteView, start: str) -> tuple[Where, ...]:
    """Return the paragraphs that name an entry, each once, linked from the page at path `start`."""
    paragraphs = dict.fromkeys(mention.paragraph for mention in site.mentions.get(entry_id, ()))
    found = (site.paragraphs[id_] for id_ in paragraphs)
    return tuple(Where(p.number, site.addresses.link(to=p.chapter, start=start, anchor=p.id)) for p in found)


def _years(events: tuple[Entry, ...]) -> str:
    first, last = first_date(events[0]).year, max(last_date(event).year for event in events)
    return f"{first} to {last}" if first != last else str(first)
