"""The page of one glossary entry: its data, and every mention in the brief."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ..model.addresses import entry_path, part_path
from ..model.catalogue import InParts, PageBody, Subject
from ..model.dates import Date
from ..model.dates_in_words import date_in_words, since
from ..model.events import first_date
from ..model.glossary import Alias, Entry, RelationType
from ..model.kinds_in_words import kind_name
from ..model.output import Contents
from ..model.publication import Publication
from ..model.qualities_in_words import mix_of
from ..wording.words import Words
from .entry_lists import EntryLists, NamesInLanguage, OwnEvent, entry_list_parts
from .events import Moment, moments
from .maps import locator
from .mentions import FEWEST_TO_FILTER, ChapterMentions, FormUse, choices_of, forms_used, mentions_by_chapter
from .parts import LARGEST, PagePart, in_parts, part_bar
from .relation_fan import Fan, fan_of
from .relations import RelationGroup, Relations, relations_of
from .render import as_made, fragment
from .ruler import Ruler
from .site_index import LinkedPiece, SiteView, entry_link, linked, spoken, view_of
from .sources import sources_of
from .strips import Strip, strip_of
from .web_addresses import site_name, web_address

_ANCHORS = {
    "names": "other-names",
    "participants": "participants",
    "relations": "relations",
    "events": "events",
    "sources": "sources",
    "sentences": "mentions",
}
"""The ids of the headings over the lists."""
_ROUGHLY = 300
"""In bytes: more than most items of a list take."""
_FEWEST_EVENTS = 2
"""One event has no order, and stays among the relations."""
_FEWEST_MENTIONS = 3
"""With fewer mentions, a strip shows nothing that the list does not."""


@dataclass(frozen=True, slots=True)
class _EntryView:
    """The template values of an entry's page besides its lists; a later part has only the first four."""

    name: str
    language: str
    kind: str
    kind_name: str
    """In words."""
    dates: tuple[Moment, ...] = ()
    definition: tuple[LinkedPiece, ...] = ()
    note: tuple[LinkedPiece, ...] = ()
    as_of: str = ""
    participants_fan: Fan | None = None
    fan: Fan | None = None
    see: str = ""
    see_name: str = ""
    forms: tuple[FormUse, ...] = ()
    summary: str = ""
    """`14 mentions in 3 chapters`; empty when there are none."""
    ruler: Ruler | None = None
    strip: Strip | None = None
    map: str = ""
    """Its position, as HTML; empty if unknown."""


def _name_view(entry: Entry, site: SiteView) -> _EntryView:
    return _EntryView(
        entry.label, site.foreign(entry.names[0].language), entry.kind.value, kind_name(entry.kind, site.words)
    )


def _whole_view(entry: Entry, lists: EntryLists, site: SiteView, start: str) -> _EntryView:
    strip = _strip(entry, lists.chapters, site, start)
    see = web_address(entry.see)
    return replace(
        _name_view(entry, site),
        dates=moments(entry.dates, site.words),
        definition=spoken(linked(site.knowledge.definitions[entry.id], site, start), entry.names, site),
        note=spoken(linked(site.knowledge.notes.get(entry.id, ()), site, start), entry.names, site),
        as_of=date_in_words(entry.as_of, site.words) if entry.as_of else "",
        participants_fan=fan_of(entry.label, lists.participants, site),
        fan=fan_of(entry.label, lists.relations, site),
        see=see,
        see_name=site_name(see),
        forms=forms_used(entry.id, site),
        summary=_summary(lists.chapters, site.words),
        ruler=site.ruler if strip else None,
        strip=strip,
        map=as_made(locator(entry, site, start)),
    )


@dataclass(frozen=True, slots=True)
class _More:
    """Marks a list that continues in a later part."""

    count: int
    """How many more items there are."""
    href: str


def entry_page(entry: Entry, number: int, publication: Publication) -> PageBody:
    """Return the page of an entry: names, dates, relations, sources and every mention in context.

    If that is too much for one page, `number` is the requested part: 1 has the beginning of every list.
    """
    site = publication.once(view_of)
    path = entry_path(entry.id)
    start = part_path(path, number)
    lists = lists_of(entry, site, start)
    sizes = lists.sizes() if _may_be_large(entry, site) else {}
    parts = entry_list_parts(sizes)
    here = lists if len(parts) == 1 else lists.part(dict(parts[number - 1].items))
    view = _whole_view(entry, lists, site, start) if number == 1 else _name_view(entry, site)
    many = sum(len(chapter.quotations) for chapter in here.chapters) >= FEWEST_TO_FILTER
    html = fragment(
        "entry.html",
        site.words,
        entry=view,
        lists=here,
        robust=site.robust,
        jumps=many and len(here.chapters) > 1,
        choices=choices_of(here.chapters, site.words) if many else (),
        rests_on=_rests_on(entry, site) if number == 1 else "",
        part=parts[number - 1].label if number > 1 else "",
        more=_more(sizes, parts, path, site) if number == 1 else {},
        bar=part_bar(path, entry.label, number, parts, site.addresses),
    )
    contents = (
        _contents(here, view.see, site.words, has_map=bool(view.map))
        if number == 1
        else _contents_of_part(here, site.words)
    )
    return PageBody(html, tuple(contents), stands_alone=True)


def _rests_on(entry: Entry, site: SiteView) -> str:
    found = (site.references[source.id] for source in entry.sources if source.id in site.references)
    return mix_of(found, site.words)


def entry_parts(publication: Publication) -> Iterator[InParts]:
    """Yield the entries whose pages are divided into parts."""
    site = publication.once(view_of)
    for entry in site.entries.values():
        if _may_be_large(entry, site):
            path = entry_path(entry.id)
            parts = entry_list_parts(lists_of(entry, site, path).sizes())
            yield from in_parts(
                path, entry.label, entry.label, parts, partial(entry_page, entry), subject=Subject.ENTRY_REST
            )


def _may_be_large(entry: Entry, site: SiteView) -> bool:
    """Return whether the lists of an entry may be large enough to measure."""
    relations = (*entry.relations, *site.incoming.get(entry.id, ()), *site.events.get(entry.id, ()))
    lines = len(entry.names) + len(entry.sources) + len(relations)
    sentences = (mention.sentence.end - mention.sentence.start for mention in site.mentions.get(entry.id, ()))
    return _ROUGHLY * lines + sum(_ROUGHLY + length for length in sentences) > LARGEST


def _more(
    sizes: Mapping[str, Sequence[int]],
    parts: Sequence[PagePart[tuple[str, tuple[int, int]]]],
    path: str,
    site: SiteView,
) -> dict[str, _More]:
    """Return for each list that continues how much more there is and where."""
    found: dict[str, _More] = {}
    for number, part in enumerate(parts[1:], 2):
        for name, (start, _) in part.items:
            href = site.addresses.link(part_path(path, number), path, _ANCHORS[name])
            found.setdefault(name, _More(len(sizes[name]) - start, href))
    return found


def lists_of(entry: Entry, site: SiteView, start: str) -> EntryLists:
    """Return everything listed for an entry, linked from the page at path `start`."""
    events, relations = _own_events(entry, relations_of(entry, site, start), site, start)
    return EntryLists(
        names=names_by_language(entry.aliases, site),
        participants=relations.participants,
        relations=relations.others,
        events=events,
        sources=sources_of(entry, site, start),
        chapters=mentions_by_chapter(entry.id, site, start),
    )


def names_by_language(aliases: tuple[Alias, ...], site: SiteView) -> tuple[NamesInLanguage, ...]:
    """Return the other names grouped by language, the brief's own language first, then as written."""
    forms: dict[str, dict[str, None]] = {"": {}}
    for alias in aliases:
        forms.setdefault(site.foreign(alias.language), {})[alias.form] = None
    return tuple(
        NamesInLanguage(site.words.language_name(code or site.language), code, tuple(group))
        for code, group in forms.items()
        if group
    )


def _own_events(
    entry: Entry, relations: Relations, site: SiteView, start: str
) -> tuple[tuple[OwnEvent, ...], Relations]:
    """Return the events of an entry in order, and its relations except those shown with the events."""
    events = site.events.get(entry.id, ())
    if len(events) < _FEWEST_EVENTS:
        return (), relations
    # That somebody signed a treaty of 1997 in 1997, or is a party to it since then, adds nothing.
    known = {event.id: _no_news(first_date(event), site.words) for event in events}
    remarks: dict[str, list[str]] = {event.id: [] for event in events}
    for group in relations.others:
        for related in group.related:
            if related.link.id in remarks and group.type is not RelationType.ABOUT:
                period = related.period if related.period not in known[related.link.id] else ""
                remarks[related.link.id] += filter(None, (group.wording, period, related.note))
    rest = (
        RelationGroup(group.wording, group.type, tuple(r for r in group.related if r.link.id not in remarks))
        for group in relations.others
    )
    return (
        tuple(
            OwnEvent(entry_link(event, site, start), moments(event.dates, site.words), ", ".join(remarks[event.id]))
            for event in events
        ),
        Relations(relations.participants, tuple(group for group in rest if group.related)),
    )


def _no_news(date: Date, words: Words) -> tuple[str, str]:
    year = Date(str(date.year), date.year)
    return date_in_words(year, words), since(year, words)


def _strip(entry: Entry, chapters: tuple[ChapterMentions, ...], site: SiteView, start: str) -> Strip | None:
    if site.ruler is None or sum(chapter.count for chapter in chapters) < _FEWEST_MENTIONS:
        return None
    return strip_of(entry.id, site.ruler, site, start)


def _summary(chapters: tuple[ChapterMentions, ...], words: Words) -> str:
    if not chapters:
        return ""
    total = words.counted("{n} mention", "{n} mentions", sum(chapter.count for chapter in chapters))
    if len(chapters) > 1:
        where = words.counted("in {n} chapter", "in {n} chapters", len(chapters))
    elif chapters[0].number.isdigit():
        where = words.say("in chapter {number}", number=chapters[0].number)
    else:
        where = words.say("in the chapter {title}", title=chapters[0].title)
    return f"{total} {where}"


def _contents(lists: EntryLists, see: str, words: Words, *, has_map: bool = False) -> Iterator[Contents]:
    """Yield the headings that the template shows, in its order."""
    yield Contents(words.say("Definition"), "definition")
    yield Contents(words.say("Mentions"), "mentions")
    if has_map:
        yield Contents(words.say("Map"), "map")
    if lists.names:
        yield Contents(words.say("Also called"), "other-names")
    if lists.participants:
        yield Contents(words.say("Participants"), "participants")
    if lists.relations:
        yield Contents(words.say("Relations"), "relations")
    if lists.events:
        yield Contents(words.say("Events"), "events")
    if lists.sources or see:
        yield Contents(words.say("Sources"), "sources")


def _contents_of_part(lists: EntryLists, words: Words) -> Iterator[Contents]:
    """Yield the headings of a later part, in its order."""
    _, mentions, *others = _contents(lists, "", words)
    if lists.chapters:
        yield mentions
    yield from others
