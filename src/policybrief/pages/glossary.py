"""All entries from A to Z."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..model.addresses import GLOSSARY_PATH, NAMES_PATH
from ..model.catalogue import PageBody
from ..model.glossary import Entry, Kind
from ..model.shortening import shortened
from ..model.sorting import Letter, by_letter
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link
from .titles import GLOSSARY_TITLE
from .words import counted, plain

_DEFINITION_LIMIT = 150


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind, and how many entries are of it."""

    kind: str
    plural: str
    count: int


@dataclass(frozen=True, slots=True)
class _IndexItem:
    """An entry as the glossary lists it."""

    link: EntryLink
    definition: str
    mentions: str
    """`12 mentions`, or empty when no chapter mentions it."""


def glossary_page(site: SiteView) -> PageBody:
    """Return the list of all entries, which a reader can narrow to one kind."""
    kinds = kind_counts(site.entries.values())
    letters = by_letter((_item(entry, site) for entry in site.entries.values()), lambda item: item.link.name)
    html = fragment(
        "glossary.html",
        title=GLOSSARY_TITLE,
        letters=letters,
        kinds=kinds,
        kinds_of={letter.anchor: kinds_under(letter) for letter in letters},
        total=len(site.entries),
        counted=counted(len(site.entries), "entry", "entries"),
        names_href=site.addresses.link(to=NAMES_PATH, start=GLOSSARY_PATH),
    )
    return PageBody(html)


def kind_counts(entries: Iterable[Entry]) -> tuple[KindCount, ...]:
    """Return how many entries there are of each kind that has any, in the order of the kinds."""
    counts = Counter(entry.kind for entry in entries)
    return tuple(
        KindCount(kind.value, kind.plural if counts[kind] != 1 else kind.value, counts[kind])
        for kind in Kind
        if counts[kind]
    )


def kinds_under(letter: Letter[_IndexItem]) -> str:
    """Return the kinds that stand under a letter, as a list of words for an attribute."""
    return " ".join(sorted({item.link.kind for item in letter.items}))


def _item(entry: Entry, site: SiteView) -> _IndexItem:
    mentions = len(site.mentions.get(entry.id, ()))
    return _IndexItem(
        link=entry_link(entry, site, GLOSSARY_PATH),
        definition=shortened(plain(site.knowledge.definitions[entry.id]), _DEFINITION_LIMIT),
        mentions=counted(mentions, "mention") if mentions else "",
    )
