"""Kinds of entries and their relations in words, in the language of the readers."""

from ..wording.words import Words, message_as
from .forms import with_capital
from .glossary import Kind, RelationType

_ONE = {
    Kind.PERSON: message_as("one", "person"),
    Kind.ORGANISATION: message_as("one", "organisation"),
    Kind.GROUP: message_as("one", "group"),
    Kind.STATE: message_as("one", "state"),
    Kind.PLACE: message_as("one", "place"),
    Kind.EVENT: message_as("one", "event"),
    Kind.TREATY: message_as("one", "treaty"),
    Kind.DOCUMENT: message_as("one", "document"),
    Kind.PROJECT: message_as("one", "project"),
    Kind.MEDIA: message_as("one", "media"),
    Kind.CONCEPT: message_as("one", "concept"),
}
_SEVERAL = {
    Kind.PERSON: message_as("several", "people"),
    Kind.ORGANISATION: message_as("several", "organisations"),
    Kind.GROUP: message_as("several", "groups"),
    Kind.STATE: message_as("several", "states"),
    Kind.PLACE: message_as("several", "places"),
    Kind.EVENT: message_as("several", "events"),
    Kind.TREATY: message_as("several", "treaties"),
    Kind.DOCUMENT: message_as("several", "documents"),
    Kind.PROJECT: message_as("several", "projects"),
    Kind.MEDIA: message_as("several", "media"),
    Kind.CONCEPT: message_as("several", "concepts"),
}
_FORWARD = {
    RelationType.MEMBER_OF: message_as("relation", "member of"),
    RelationType.PART_OF: message_as("relation", "part of"),
    RelationType.LED_BY: message_as("relation", "led by"),
    RelationType.LEADS: message_as("relation", "leads"),
    RelationType.FOUNDED: message_as("relation", "founded"),
    RelationType.OWNED_BY: message_as("relation", "owned by"),
    RelationType.LOCATED_IN: message_as("relation", "located in"),
    RelationType.PARTY_TO: message_as("relation", "party to"),
    RelationType.SIGNED: message_as("relation", "signed"),
    RelationType.MEDIATES: message_as("relation", "mediates"),
    RelationType.SUCCESSOR_OF: message_as("relation", "successor of"),
    RelationType.OPPOSES: message_as("relation", "opposes"),
    RelationType.ALLIED_WITH: message_as("relation", "allied with"),
    RelationType.ABOUT: message_as("relation", "about"),
    RelationType.PARENT_OF: message_as("relation", "parent of"),
    RelationType.SPOUSE_OF: message_as("relation", "spouse of"),
    RelationType.SIBLING_OF: message_as("relation", "sibling of"),
    RelationType.NEGOTIATED: message_as("relation", "negotiated"),
}
_BACKWARD = {
    RelationType.MEMBER_OF: message_as("relation", "members"),
    RelationType.PART_OF: message_as("relation", "parts"),
    RelationType.LED_BY: message_as("relation", "leads"),
    RelationType.LEADS: message_as("relation", "led by"),
    RelationType.FOUNDED: message_as("relation", "founded by"),
    RelationType.OWNED_BY: message_as("relation", "owns"),
    RelationType.LOCATED_IN: message_as("relation", "located here"),
    RelationType.PARTY_TO: message_as("relation", "parties"),
    RelationType.SIGNED: message_as("relation", "signed by"),
    RelationType.MEDIATES: message_as("relation", "mediated by"),
    RelationType.SUCCESSOR_OF: message_as("relation", "succeeded by"),
    RelationType.OPPOSES: message_as("relation", "opposed by"),
    RelationType.ALLIED_WITH: message_as("relation", "allied with"),
    RelationType.ABOUT: message_as("relation", "subject of"),
    RelationType.PARENT_OF: message_as("relation", "child of"),
    RelationType.SPOUSE_OF: message_as("relation", "spouse of"),
    RelationType.SIBLING_OF: message_as("relation", "sibling of"),
    RelationType.NEGOTIATED: message_as("relation", "negotiated by"),
}


def kind_name(kind: Kind, words: Words) -> str:
    """Return what an entry is, as a label: `State`."""
    return with_capital(words.say_as("one", _ONE[kind]), words.language)


def kind_in_sentence(kind: Kind, words: Words, number: int = 1) -> str:
    """Return what an entry is, or several are, within a sentence: `state`, `states`."""
    return words.say_as("one", _ONE[kind]) if number == 1 else words.say_as("several", _SEVERAL[kind])


def kinds_name(kind: Kind, words: Words, number: int = 2) -> str:
    """Return the label of a number of entries: `States`, or `State` for one."""
    return with_capital(kind_in_sentence(kind, words, number), words.language)


def relation_forward(type_: RelationType, words: Words) -> str:
    """Return how the entry with a relation is related to the other: `member of`."""
    return words.say_as("relation", _FORWARD[type_])


def relation_backward(type_: RelationType, words: Words) -> str:
    """Return how the other entry is related to the one with the relation: `members`."""
    return words.say_as("relation", _BACKWARD[type_])
