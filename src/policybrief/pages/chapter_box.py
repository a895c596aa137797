"""In this chapter: whom and what a chapter names, which years it spans, how long it takes to read."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..model.glossary import Kind
from ..model.knowledge import AnnotatedChapter
from .events import first_date, is_event, last_date
from .home import reading_time
from .render import fragment
from .sorting import sort_key
from .view import EntryLink, SiteView, short_link

_GROUPS = (
    ("person", "people", (Kind.PERSON,)),
    ("state", "states", (Kind.STATE,)),
    ("organisation", "organisations", (Kind.ORGANISATION, Kind.GROUP)),
    ("medium", "media", (Kind.MEDIA,)),
    ("event", "events", (Kind.EVENT,)),
    ("treaty or document", "treaties and documents", (Kind.TREATY, Kind.DOCUMENT)),
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that the chapter names, and how often."""

    link: EntryLink
    count: int


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The entries of some kinds."""

    heading: str
    """`people`, or `person` for one."""
    named: tuple[Named, ...]


def chapter_boxes(site: SiteView) -> Mapping[str, str]:
    """Return the box of each chapter as HTML, by the chapter's path; a chapter without a word has none."""
    return {
        annotated.chapter.path: chapter_box(annotated, site)
        for annotated in site.knowledge.chapters
        if annotated.paragraphs
    }


def chapter_box(annotated: AnnotatedChapter, site: SiteView) -> str:
    """Return the box of one chapter, its links relative to the chapter's page."""
    count = Counter(mention.entry for mention in annotated.mentions if mention.entry in site.entries)
    words = sum(len(paragraph.text.split()) for paragraph in annotated.paragraphs if not paragraph.note)
    groups = tuple(group for group in _groups(count, annotated.chapter.path, site) if group.named)
    return fragment("chapter_box.html", reading=reading_time(words), groups=groups, years=_years(count, site))


def _groups(count: Mapping[str, int], start: str, site: SiteView) -> list[NamedGroup]:
    groups = []
    for singular, plural, kinds in _GROUPS:
        found = [site.entries[id_] for id_ in count if site.entries[id_].kind in kinds]
        found.sort(key=lambda entry: (-count[entry.id], sort_key(entry.name)))
        named = tuple(Named(short_link(entry, site, start), count[entry.id]) for entry in found)
        groups.append(NamedGroup(singular if len(named) == 1 else plural, named))
    return groups


def _years(count: Mapping[str, int], site: SiteView) -> str:
    """Return the years of the events that a chapter names: `1991–2018`."""
    events = [site.entries[id_] for id_ in count if is_event(site.entries[id_])]
    if not events:
        return ""
    first = min(first_date(event).year for event in events)
    last = max(last_date(event).year for event in events)
    return f"{first}–{last}" if first != last else str(first)
