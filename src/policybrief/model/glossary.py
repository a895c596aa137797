"""The glossary: the actors, events, places, texts and ideas of a brief."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from .dates import Date, Span
from .forms import with_capital
from .maps import Coordinates
from .problems import Place


class Kind(Enum):
    """What an entry is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"
    STATE = "state"
    PLACE = "place"
    EVENT = "event"
    TREATY = "treaty"
    DOCUMENT = "document"
    PROJECT = "project"
    MEDIA = "media"
    CONCEPT = "concept"

    @property
    def plural(self) -> str:
        """The heading over several entries of this kind."""
        return _PLURALS.get(self, self.value + "s")


_PLURALS = {Kind.TREATY: "treaties", Kind.PERSON: "people", Kind.MEDIA: "media"}


class RelationType(Enum):
    """How one entry is related to another: the word in the file, and how it reads in each direction."""

    MEMBER_OF = ("member-of", "member of", "members")
    PART_OF = ("part-of", "part of", "parts")
    LED_BY = ("led-by", "led by", "leads")
    LEADS = ("leads", "leads", "led by")
    FOUNDED = ("founded", "founded", "founded by")
    OWNED_BY = ("owned-by", "owned by", "owns")
    LOCATED_IN = ("located-in", "located in", "located here")
    PARTY_TO = ("party-to", "party to", "parties")
    SIGNED = ("signed", "signed", "signed by")
    MEDIATES = ("mediates", "mediates", "mediated by")
    SUCCESSOR_OF = ("successor-of", "successor of", "succeeded by")
    OPPOSES = ("opposes", "opposes", "opposed by")
    ALLIED_WITH = ("allied-with", "allied with", "allied with")
    ABOUT = ("about", "about", "subject of")
    PARENT_OF = ("parent-of", "parent of", "child of")
    SPOUSE_OF = ("spouse-of", "spouse of", "spouse of")
    SIBLING_OF = ("sibling-of", "sibling of", "sibling of")
    NEGOTIATED = ("negotiated", "negotiated", "negotiated by")

    def __init__(self, word: str, forward: str, backward: str) -> None:
        self.word = word
        self.forward = forward
        self.backward = backward


TAKING_PART = frozenset(
    {
        RelationType.PARTY_TO,
        RelationType.SIGNED,
        RelationType.MEDIATES,
        RelationType.NEGOTIATED,
        RelationType.LED_BY,
        RelationType.LEADS,
        RelationType.MEMBER_OF,
    }
)
"""The relations that make an entry a participant of an event, whichever of the two has the relation."""

KINSHIP = frozenset({RelationType.PARENT_OF, RelationType.SPOUSE_OF, RelationType.SIBLING_OF})
"""Relations that are only between people."""
MUTUAL = frozenset({RelationType.SPOUSE_OF, RelationType.SIBLING_OF, RelationType.OPPOSES, RelationType.ALLIED_WITH})
"""Relations that read the same in both directions, or that both entries may have: each pair is shown once."""
AT_ONCE = frozenset({RelationType.SIGNED, RelationType.FOUNDED})
"""Relations that are acts: `since` is the day of the act."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of an entry's name."""

    form: str
    language: str
    """BCP 47; the brief's language unless the alias sets another."""
    place: Place
    link: bool = True
    """False: searched and listed, but not found in the text."""
    ambiguous: bool = False
    """True: another entry has it too, so it is never linked automatically."""
    any_case: bool = False
    """Whether it matches in any case. By default a form without a capital does."""
    avoid: bool = False
    """True: found like any other form, but not this brief's spelling."""
    inflect: bool = True
    """False: found only as written, not in its inflected forms."""
    forms: tuple[str, ...] = ()
    """The inflected forms as the author lists them; empty to use the rules of the language."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed edge from the entry that has it to another."""

    type: RelationType
    to: str
    place: Place
    since: Span | None = None
    until: Span | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """The id of a reference, as named in an entry."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of the glossary."""

    id: str
    name: str
    kind: Kind
    definition: str
    """Plain text with `*emphasis*` and `[[links]]` to entries."""
    place: Place
    definition_place: Place
    names: tuple[Alias, ...]
    """Every form, the name itself first."""
    dates: Span | None = None
    relations: tuple[Relation, ...] = ()
    sources: tuple[SourceUse, ...] = ()
    see: str = ""
    """An address that identifies the same thing elsewhere."""
    note: str = ""
    """Why this brief uses a disputed name; inline text as in the definition."""
    background: bool = False
    """True: kept although no chapter mentions it."""
    as_of: Date | None = None
    """When somebody last verified its statements."""
    allowed: tuple[str, ...] = ()
    """The rules from which the author exempts it."""
    coordinates: Coordinates | None = None
    """Where it lies."""

    @property
    def label(self) -> str:
        """The name as at the beginning of a line: with a capital first letter."""
        return with_capital(self.name, self.names[0].language)

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """The other forms, in the author's order."""
        return self.names[1:]


@dataclass(frozen=True, slots=True)
class Glossary:
    """The entries in the order of the file."""

    entries: tuple[Entry, ...] = ()

    def by_id(self) -> Mapping[str, Entry]:
        """Return the entries keyed by id."""
        return {entry.id: entry for entry in self.entries}


def is_foreign(language: str, home: str) -> bool:
    """Return whether a name in this language must be marked as foreign in a brief whose language is `home`.

    A name in `en` is not foreign in a brief in `en-GB`.
    """
    return bool(language) and language not in (home, home.partition("-")[0])


def participants_of(glossary: Glossary) -> Mapping[str, tuple[str, ...]]:
    """Return for each entry the ids of its participants, or of the events in which it takes part, each once."""
    found: dict[str, dict[str, None]] = {entry.id: {} for entry in glossary.entries}
    for entry in glossary.entries:
        for relation in entry.relations:
            if relation.type in TAKING_PART and relation.to in found:
                found[entry.id][relation.to] = None
                found[relation.to][entry.id] = None
    return {entry: tuple(others) for entry, others in found.items()}
