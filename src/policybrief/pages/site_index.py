"""The indexes that pages need, made once for the whole site."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..drawing.places_index import PlacesIndex, places_index
from ..model.addresses import PICTURE_FOLDER, Addresses, entry_path
from ..model.brief import Chapter, Project, Reference
from ..model.citing import Piece
from ..model.forms import is_acronym
from ..model.glossary import Alias, Entry, Kind, Relation, is_foreign
from ..model.kinds_in_words import kind_name
from ..model.knowledge import Inline, Knowledge, Mention, Paragraph
from ..model.publication import Publication
from ..wording.words import Words
from .events import actors_by_event, events_by_actor
from .ruler import Ruler, ruler_of
from .source_facts import robust_links

_LONGEST_SHORT_NAME = 20


@dataclass(frozen=True, slots=True)
class Incoming:
    """A relation, seen from its target."""

    source: Entry
    """The entry that has the relation."""
    relation: Relation


@dataclass(frozen=True, slots=True)
class SiteView:
    """A project and its content, with an index for each question that a page has."""

    project: Project
    knowledge: Knowledge
    addresses: Addresses
    entries: Mapping[str, Entry]
    """By id, in the order of the file."""
    mentions: Mapping[str, tuple[Mention, ...]]
    """By entry id, in reading order; entries without any are absent."""
    acronyms: Mapping[str, str]
    """By entry id, the acronym that the text uses most for a long name; entries without one are absent."""
    incoming: Mapping[str, tuple[Incoming, ...]]
    """By the id of the target; entries without any are absent."""
    paragraphs: Mapping[str, Paragraph]
    """By id, in reading order."""
    chapters: Mapping[str, Chapter]
    """By path, in reading order."""
    references: Mapping[str, Reference]
    """By id."""
    printed: Mapping[str, tuple[Piece, ...]]
    """The printed form of each source in the list of references, by id."""
    actors: Mapping[str, tuple[str, ...]]
    """By the id of an event, the ids of its participants and of those it is about."""
    events: Mapping[str, tuple[Entry, ...]]
    """By the id of an actor, its events in order of time; actors without any are absent."""
    ruler: Ruler | None
    """The chapters side by side, or None if there are too many, or fewer than two."""
    robust: Mapping[str, tuple[tuple[str, str], ...]]
    """By the address of a source with an archived copy, the attributes of links to it."""
    places: PlacesIndex
    """The positions of its entries, and the routes and areas."""
    has_pictures: bool = False
    """Whether there are PNG files of its charts."""

    @property
    def states(self) -> tuple[Entry, ...]:
        """The states of the glossary."""
        return tuple(entry for entry in self.entries.values() if entry.kind is Kind.STATE)

    @property
    def language(self) -> str:
        """The language of the brief."""
        return self.project.brief.language

    @property
    def words(self) -> Words:
        """The messages of the site, in that language."""
        return self.project.words

    def foreign(self, language: str) -> str:
        """Return `language` if it is not the brief's and so must be marked up."""
        return language if is_foreign(language, self.language) else ""


def site_view(project: Project, knowledge: Knowledge, addresses: Addresses) -> SiteView:
    """Return the index of a site, in one pass over each list."""
    paragraphs = knowledge.paragraphs()
    entries = project.glossary.by_id()
    mentions = _mentions_by_entry(knowledge, paragraphs)
    actors = actors_by_event(project.glossary)
    return SiteView(
        project=project,
        knowledge=knowledge,
        addresses=addresses,
        entries=entries,
        mentions=mentions,
        acronyms=dict(_acronyms(entries.values(), mentions)),
        incoming=_incoming_by_entry(entries.values()),
        paragraphs=paragraphs,
        chapters={chapter.path: chapter for chapter in project.chapters},
        references={reference.id: reference for reference in project.references},
        printed={printed.reference: printed.text for printed in knowledge.references},
        actors=actors,
        events=events_by_actor(project.glossary, actors),
        ruler=ruler_of(knowledge),
        robust=robust_links(project.references),
        places=places_index(entries.values(), mentions, project.shapes),
    )


def view_of(publication: Publication) -> SiteView:
    """Return the index of a site that is published."""
    # They are made only for publication; a preview can tell without making its files.
    pictures = publication.publishes and any(path.startswith(PICTURE_FOLDER) for path in publication.made)
    view = site_view(publication.project, publication.knowledge, publication.addresses)
    return replace(view, has_pictures=pictures)


def _mentions_by_entry(knowledge: Knowledge, paragraphs: Mapping[str, Paragraph]) -> Mapping[str, tuple[Mention, ...]]:
    position = {paragraph: number for number, paragraph in enumerate(paragraphs)}
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    everything = (mention for chapter in knowledge.chapters for mention in chapter.mentions)
    for mention in sorted(everything, key=lambda m: (position[m.paragraph], m.extent.start)):
        found[mention.entry].append(mention)
    return {entry: tuple(mentions) for entry, mentions in found.items()}


def _acronyms(entries: Iterable[Entry], mentions: Mapping[str, tuple[Mention, ...]]) -> Iterator[tuple[str, str]]:
    """Yield the id and the acronym of each entry with a long name for which the text uses an acronym."""
    for entry in entries:
        if len(entry.name) > _LONGEST_SHORT_NAME:
            count = Counter(mention.form for mention in mentions.get(entry.id, ()))
            acronyms = [form for form in count if is_acronym(form)]
            if acronyms:
                yield entry.id, min(acronyms, key=lambda form: (-count[form], form))


def _incoming_by_entry(entries: Iterable[Entry]) -> Mapping[str, tuple[Incoming, ...]]:
    found: defaultdict[str, list[Incoming]] = defaultdict(list)
    for entry in entries:
        for relation in entry.relations:
            found[relation.to].append(Incoming(entry, relation))
    return {entry: tuple(relations) for entry, relations in found.items()}


@dataclass(frozen=True, slots=True)
class EntryLink:
    """An entry, as named on another page."""

    id: str
    name: str
    """Its name, capitalised."""
    language: str
    """The language of the name, or empty for the brief's."""
    kind: str
    href: str
    kind_name: str
    """Its kind, in the brief's language."""


def entry_link(entry: Entry, site: SiteView, start: str) -> EntryLink:
    """Return the link to an entry's page from the page at path `start`."""
    return EntryLink(
        id=entry.id,
        name=entry.label,
        language=site.foreign(entry.names[0].language),
        kind=entry.kind.value,
        href=site.addresses.link(to=entry_path(entry.id), start=start),
        kind_name=kind_name(entry.kind, site.words),
    )


def short_link(entry: Entry, site: SiteView, start: str) -> EntryLink:
    """Return the same link for a place with little room: a long name becomes the acronym that the text uses, `OSCE`."""
    link = entry_link(entry, site, start)
    acronym = site.acronyms.get(entry.id)
    return replace(link, name=acronym, language="") if acronym else link


@dataclass(frozen=True, slots=True)
class LinkedPiece:
    """A piece of a line of text on a page, and the entry that it links to."""

    text: str
    emphasis: bool
    link: EntryLink | None
    language: str = ""
    """The language of the words, or empty for the brief's."""


def spoken(pieces: Iterable[LinkedPiece], names: Iterable[Alias], site: SiteView) -> tuple[LinkedPiece, ...]:
    """Return the pieces, with names in another language separated and marked."""
    foreign = {name.form: code for name in names if (code := site.foreign(name.language))}
    if not foreign:
        return tuple(pieces)
    longest_first = sorted(foreign, key=lambda form: (-len(form), form))
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)")
    return tuple(
        part if part.link else replace(part, text=text, language=foreign.get(text, ""))
        for part in pieces
        for text in ([part.text] if part.link else filter(None, pattern.split(part.text)))
    )


def linked(pieces: Iterable[Inline], site: SiteView, start: str) -> tuple[LinkedPiece, ...]:
    """Return inline text with its entries linked from the page at path `start`, but never to itself."""
    return tuple(LinkedPiece(piece.text, piece.emphasis, _target(piece.entry, site, start)) for piece in pieces)


def _target(entry_id: str, site: SiteView, start: str) -> EntryLink | None:
    entry = site.entries.get(entry_id)
    if entry is None or entry_path(entry_id) == start:
        return None
    return entry_link(entry, site, start)
