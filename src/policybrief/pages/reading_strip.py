"""The line of years that follows the reader through a chapter, and marks the events of the text in view.

It is an enhancement: a script shows it, and the timeline has the same content.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..model.addresses import TIMELINE_PATH
from ..model.events import events_in_order, first_date, last_date
from ..model.glossary import Entry
from ..model.knowledge import AnnotatedChapter
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link
from .timeline_lanes import Tick, year_step

_FEWEST = 3
"""With fewer events there is no line."""
_MARGIN = 1.5
"""In percent, so that a mark at the end is complete and a year below it fits."""
_NARROWEST = 0.4
"""The least width of a mark, in percent."""


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event on the line, and the paragraphs that name it."""

    link: EntryLink
    year: str
    """`1994`, or `1988–1994`."""
    href: str
    """Its row in the timeline."""
    left: float
    """Its beginning, in percent of the line."""
    width: float
    """The width of its bar, in percent."""
    paragraphs: str
    """The ids of the paragraphs, separated by spaces."""


def reading_strip(annotated: AnnotatedChapter, site: SiteView) -> str:
    """Return the line of years of a chapter as HTML, with links relative to the chapter's page; empty for too few
    events.
    """
    notes = frozenset(paragraph.id for paragraph in annotated.paragraphs if paragraph.note)
    named: dict[str, dict[str, None]] = {}
    for mention in annotated.mentions:
        if mention.paragraph not in notes:
            named.setdefault(mention.entry, {})[mention.paragraph] = None
    events = events_in_order(site.entries[id_] for id_ in named if id_ in site.entries)
    if len(events) < _FEWEST:
        return ""
    line = _YearLine(first_date(events[0]).year, max(last_date(event).year for event in events))
    marks = tuple(_mark(event, named[event.id], line, site, annotated.chapter.path) for event in events)
    return fragment("reading_strip.html", site.words, marks=marks, ticks=line.ticks())


class _YearLine:
    """From a day to its position between the left and the right end, in percent."""

    def __init__(self, first_year: int, last_year: int) -> None:
        self.years = range(first_year, last_year + 1)
        self.first = date(first_year, 1, 1).toordinal()
        self.days = date(last_year, 12, 31).toordinal() - self.first

    def at(self, day: date) -> float:
        """Return where a day is."""
        return round(_MARGIN + (day.toordinal() - self.first) / self.days * (100 - 2 * _MARGIN), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """Return round years, spaced so that there are some but not too many."""
        step = year_step(self.years[0], self.years[-1])
        return tuple(Tick(str(year), self.at(date(year, 1, 1))) for year in self.years if year % step == 0)


def _mark(event: Entry, paragraphs: Iterable[str], line: _YearLine, site: SiteView, start: str) -> EventMark:
    first, last = first_date(event), last_date(event)
    left = line.at(first.first)
    return EventMark(
        link=entry_link(event, site, start),
        year=str(first.year) if first.year == last.year else f"{first.year}–{last.year}",
        href=site.addresses.link(to=TIMELINE_PATH, start=start, anchor=f"event-{event.id}"),
        left=left,
        width=round(max(line.at(last.last) - left, _NARROWEST), 2),
        paragraphs=" ".join(paragraphs),
    )
