"""The page of one glossary entry: what it is, and everything the brief says of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.addresses import entry_path
from ..model.catalogue import PageBody
from ..model.events import first_date
from ..model.glossary import Alias, Entry, RelationType
from ..model.output import Contents
from .events import Moment, moments
from .mentions import ChapterMentions, FormUse, forms_used, mentions_by_chapter
from .relation_fan import Fan, fan_of
from .relations import RelationGroup, Relations, relations_of
from .render import fragment
from .ruler import Ruler
from .site_index import EntryLink, LinkedPiece, SiteView, entry_link, linked, spoken
from .sources import SourceLine, site_name, sources_of, web_address
from .strips import Strip, strip_of
from .words import counted, language_name

_FEWEST_EVENTS = 2
"""One event has no order, and stands among the relations."""
_FEWEST_MENTIONS = 3
"""With fewer mentions a strip shows nothing that the list does not."""


@dataclass(frozen=True, slots=True)
class NamesInLanguage:
    """The other names of an entry in one language."""

    language: str
    """In words."""
    code: str
    """BCP 47, or empty when it is the brief's own language."""
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """An event with which the entry has to do."""

    link: EntryLink
    when: tuple[Moment, ...]
    remark: str
    """How the entry stands to it: `signed`; empty when it is merely about the entry."""


@dataclass(frozen=True, slots=True)
class _EntryView:
    """What the template of an entry's page is given."""

    name: str
    language: str
    kind: str
    dates: tuple[Moment, ...]
    definition: tuple[LinkedPiece, ...]
    note: tuple[LinkedPiece, ...]
    as_of: str
    names: tuple[NamesInLanguage, ...]
    relations: Relations
    participants_fan: Fan | None
    fan: Fan | None
    events: tuple[OwnEvent, ...]
    sources: tuple[SourceLine, ...]
    see: str
    see_name: str
    chapters: tuple[ChapterMentions, ...]
    forms: tuple[FormUse, ...]
    summary: str
    """`14 mentions in 3 chapters`; empty when there are none."""
    ruler: Ruler | None
    strip: Strip | None


def entry_page(entry: Entry, site: SiteView) -> PageBody:
    """Return the page of an entry: names, dates, relations, sources and every mention in context."""
    path = entry_path(entry.id)
    definition = site.knowledge.definitions[entry.id]
    chapters = mentions_by_chapter(entry.id, site, path)
    events, relations = _own_events(entry, relations_of(entry, site, path), site, path)
    strip = _strip(entry, chapters, site, path)
    see = web_address(entry.see)
    view = _EntryView(
        name=entry.label,
        language=site.foreign(entry.names[0].language),
        kind=entry.kind.value,
        dates=moments(entry.dates),
        definition=spoken(linked(definition, site, path), entry.names, site),
        note=spoken(linked(site.knowledge.notes.get(entry.id, ()), site, path), entry.names, site),
        as_of=entry.as_of.words if entry.as_of else "",
        names=names_by_language(entry.aliases, site),
        relations=relations,
        participants_fan=fan_of(entry.label, relations.participants, site),
        fan=fan_of(entry.label, relations.others, site),
        events=events,
        sources=sources_of(entry, site, path),
        see=see,
        see_name=site_name(see),
        chapters=chapters,
        forms=forms_used(entry.id, site),
        summary=_summary(chapters),
        ruler=site.ruler if strip else None,
        strip=strip,
    )
    return PageBody(fragment("entry.html", entry=view), tuple(_contents(view)))


def names_by_language(aliases: tuple[Alias, ...], site: SiteView) -> tuple[NamesInLanguage, ...]:
    """Return the other names grouped by language, the brief's own language first, then as written."""
    forms: dict[str, dict[str, None]] = {"": {}}
    for alias in aliases:
        forms.setdefault(site.foreign(alias.language), {})[alias.form] = None
    return tuple(
        NamesInLanguage(language_name(code or site.language), code, tuple(group))
        for code, group in forms.items()
        if group
    )


def _own_events(
    entry: Entry, relations: Relations, site: SiteView, start: str
) -> tuple[tuple[OwnEvent, ...], Relations]:
    """Return the events of an entry in order, and its relations without those that are told with the events."""
    events = site.events.get(entry.id, ())
    if len(events) < _FEWEST_EVENTS:
        return (), relations
    # To have signed a treaty of 1997 "since 1997" is no news.
    known = {event.id: f"since {first_date(event).year}" for event in events}
    remarks: dict[str, list[str]] = {event.id: [] for event in events}
    for group in relations.others:
        for related in group.related:
            if related.link.id in remarks and group.wording != RelationType.ABOUT.backward:
                period = related.period if related.period != known[related.link.id] else ""
                remarks[related.link.id] += filter(None, (group.wording, period, related.note))
    rest = (
        RelationGroup(group.wording, tuple(r for r in group.related if r.link.id not in remarks))
        for group in relations.others
    )
    return (
        tuple(
            OwnEvent(entry_link(event, site, start), moments(event.dates), ", ".join(remarks[event.id]))
            for event in events
        ),
        Relations(relations.participants, tuple(group for group in rest if group.related)),
    )


def _strip(entry: Entry, chapters: tuple[ChapterMentions, ...], site: SiteView, start: str) -> Strip | None:
    if site.ruler is None or sum(chapter.count for chapter in chapters) < _FEWEST_MENTIONS:
        return None
    return strip_of(entry.id, site.ruler, site, start)


def _summary(chapters: tuple[ChapterMentions, ...]) -> str:
    if not chapters:
        return ""
    total = sum(chapter.count for chapter in chapters)
    return f"{counted(total, 'mention')} in {counted(len(chapters), 'chapter')}"


def _contents(view: _EntryView) -> Iterator[Contents]:
    """Yield the headings that the template shows, in its order."""
    yield Contents("Definition", "definition")
    if view.names:
        yield Contents("Other names", "other-names")
    if view.relations.participants:
        yield Contents("Participants", "participants")
    if view.relations.others:
        yield Contents("Relations", "relations")
    if view.events:
        yield Contents("Events", "events")
    if view.sources or view.see:
        yield Contents("Sources", "sources")
    yield Contents("Mentions", "mentions")
