"""All entries from A to Z."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.addresses import GLOSSARY_PATH, NAMES_PATH, part_path
from ..model.catalogue import PageBody
from ..model.glossary import Entry, Kind
from ..model.kinds_in_words import kinds_name
from ..model.knowledge import Inline
from ..model.publication import Publication
from ..model.shortening import shortened
from ..model.sorting import Letter, by_letter, letter_of
from ..wording.words import Words
from .lettered_parts import letter_links, lettered_parts
from .parts import PagePart, html_size, part_bar, part_titles
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link, view_of
from .titles import GLOSSARY_TITLE
from .words import plain

_DEFINITION_LIMIT = 150
_MARKUP = 160
"""In bytes: the size of an entry in the list besides its words."""


@dataclass(frozen=True, slots=True)
class KindCount:
    """A kind, and how many entries are of it."""

    kind: str
    plural: str
    count: int


@dataclass(frozen=True, slots=True)
class _IndexItem:
    """An entry in the glossary list."""

    link: EntryLink
    definition: str
    mentions: str
    """`12 mentions`, or empty when no chapter mentions it."""


def glossary_parts(publication: Publication) -> tuple[PagePart[Letter[Entry]], ...]:
    """Return the entries from A to Z, in as many parts as needed."""
    definitions = publication.knowledge.definitions
    letters = by_letter(
        publication.project.glossary.by_id().values(), lambda entry: entry.label, publication.brief.language
    )
    return lettered_parts(letters, lambda entry: entry.label, lambda entry: _size(entry, definitions))


def _size(entry: Entry, definitions: Mapping[str, tuple[Inline, ...]]) -> int:
    """Return the approximate size of an entry in the list, in bytes."""
    definition = shortened(plain(definitions[entry.id]), _DEFINITION_LIMIT)
    return _MARKUP + len(entry.id) + 3 * len(entry.kind.value) + html_size(entry.label) + html_size(definition)


def glossary_page(number: int, publication: Publication) -> PageBody:
    """Return part `number` of the list of all entries, which readers can filter by kind."""
    site, parts = publication.once(view_of), publication.once(glossary_parts)
    start = part_path(GLOSSARY_PATH, number)
    here = parts[number - 1]
    letters = tuple(letter_of(letter, lambda entry: _item(entry, site, start)) for letter in here.items)
    shown = [entry for letter in here.items for entry in letter.items]
    bar = part_bar(GLOSSARY_PATH, site.words.say(GLOSSARY_TITLE), number, parts, site.addresses)
    html = fragment(
        "glossary.html",
        site.words,
        title=part_titles(site.words.say(GLOSSARY_TITLE), parts)[number - 1],
        letters=letters,
        bar=bar,
        all_letters=letter_links(GLOSSARY_PATH, number, parts, site.addresses),
        kinds=kind_counts(shown, site.words),
        kinds_of=_kinds_under(parts),
        total=len(shown),
        total_in_words=site.words.counted("{n} entry from A to Z.", "{n} entries from A to Z.", len(site.entries)),
        names_href=site.addresses.link(to=NAMES_PATH, start=start),
    )
    return PageBody(html)


def kind_counts(entries: Iterable[Entry], words: Words) -> tuple[KindCount, ...]:
    """Return the number of entries of each kind that has any, in the order of the kinds."""
    counts = Counter(entry.kind for entry in entries)
    return tuple(
        KindCount(kind.value, kinds_name(kind, words, counts[kind]), counts[kind]) for kind in Kind if counts[kind]
    )


def _kinds_under(parts: Iterable[PagePart[Letter[Entry]]]) -> Mapping[str, str]:
    """Return by the id of each letter the kinds below it, in all parts, as a list of words for an attribute."""
    found: dict[str, set[str]] = {}
    for letter in (letter for part in parts for letter in part.items):
        found.setdefault(letter.anchor, set()).update(entry.kind.value for entry in letter.items)
    return {anchor: " ".join(sorted(kinds)) for anchor, kinds in found.items()}


def _item(entry: Entry, site: SiteView, start: str) -> _IndexItem:
    mentions = len(site.mentions.get(entry.id, ()))
    return _IndexItem(
        link=entry_link(entry, site, start),
        definition=shortened(plain(site.knowledge.definitions[entry.id]), _DEFINITION_LIMIT),
        mentions=site.words.counted("{n} mention", "{n} mentions", mentions) if mentions else "",
    )
