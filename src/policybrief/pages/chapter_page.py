"""The page of a chapter: title, summary and names, then the text, then acronyms and years."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from ..model.addresses import EVIDENCE_PATH
from ..model.catalogue import PageBody
from ..model.events import first_date, is_event, last_date
from ..model.forms import is_acronym
from ..model.glossary import Kind
from ..model.knowledge import AnnotatedChapter
from ..model.output import Contents
from ..model.passages import Passage, passages_by_name
from ..model.qualities_in_words import mix_of
from ..model.sorting import sort_key
from ..wording.words import Words, counted_message, message
from .chapter_html import chapter_html
from .downloads import Offer
from .home import minutes_to_read
from .line_html import TargetPage
from .maps import chosen_map
from .reading_strip import reading_strip
from .render import fragment
from .site_index import EntryLink, SiteView, short_link
from .source_facts import badges_of
from .titles import QUALITY_ANCHOR

_GROUPS = (
    (*counted_message("{n} person", "{n} people"), message("People"), (Kind.PERSON,)),
    (*counted_message("{n} state", "{n} states"), message("States"), (Kind.STATE,)),
    (
        *counted_message("{n} organisation", "{n} organisations"),
        message("Organisations"),
        (Kind.ORGANISATION, Kind.GROUP),
    ),
    (*counted_message("{n} medium", "{n} media"), message("Media"), (Kind.MEDIA,)),
    (*counted_message("{n} event", "{n} events"), message("Events"), (Kind.EVENT,)),
    (
        *counted_message("{n} treaty or document", "{n} treaties and documents"),
        message("Treaties and documents"),
        (Kind.TREATY, Kind.DOCUMENT),
    ),
)


@dataclass(frozen=True, slots=True)
class Named:
    """An entry that the chapter names, with its number of mentions."""

    link: EntryLink
    count: int


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The entries of some kinds."""

    heading: str
    """`People`."""
    counted: str
    """`3 people`."""
    named: tuple[Named, ...]


def chapter_page(annotated: AnnotatedChapter, site: SiteView, files: tuple[Offer, ...] = ()) -> PageBody:
    """Return the page of a chapter; `files` have it in other formats."""
    chapter = annotated.chapter
    map_of = partial(chosen_map, site, chapter.path, site.words.say("Map in {title}", title=chapter.title))
    badges = badges_of(annotated.citations, site.references, site.words)
    around = TargetPage(
        chapter.path,
        site.addresses,
        site.entries,
        site.language,
        map_of=map_of,
        badges=badges,
        words=site.words,
        robust=site.robust,
        passages=_passages(annotated, site),
        has_pictures=site.has_pictures,
    )
    text = chapter_html(annotated.document, around)
    parts = (
        chapter_head(annotated, site.words),
        chapter_box(annotated, site),
        _evidence(annotated, site),
        text,
        fragment("chapter_files.html", site.words, files=files) if files else "",
        chapter_back(annotated, site),
        reading_strip(annotated, site),
    )
    contents = tuple(
        Contents(section.title, section.anchor, section.level)
        for section in annotated.sections
        if section.heading and section.listed
    )
    return PageBody("".join(parts), contents)


def chapter_head(annotated: AnnotatedChapter, words: Words, level: int = 1) -> str:
    """Return the part before a chapter's text: its number, title, reading time and summary."""
    chapter = annotated.chapter
    length = sum(len(paragraph.text.split()) for paragraph in annotated.paragraphs if not paragraph.note)
    return fragment(
        "chapter_head.html",
        words,
        chapter=chapter,
        label=words.say("Chapter {number}", number=chapter.number) if chapter.number.isdigit() else "",
        reading=_to_read(length, words) if length else "",
        level=level,
    )


def _to_read(count: int, words: Words) -> str:
    return words.counted("{n} minute to read", "{n} minutes to read", minutes_to_read(count))


def chapter_box(annotated: AnnotatedChapter, site: SiteView) -> str:
    """Return the entries that a chapter names, with links relative to the chapter's page; empty if there are none."""
    count = Counter(mention.entry for mention in annotated.mentions if mention.entry in site.entries)
    groups = tuple(group for group in _groups(count, annotated.chapter.path, site) if group.named)
    return fragment("chapter_box.html", site.words, groups=groups, years=_years(count, site)) if groups else ""


def _passages(annotated: AnnotatedChapter, site: SiteView) -> Mapping[tuple[str, str], Passage]:
    known = passages_by_name(site.project.passages)
    cited = ((citation.reference, citation.passage) for citation in annotated.citations)
    return {name: known[name] for name in cited if name in known}


def _evidence(annotated: AnnotatedChapter, site: SiteView) -> str:
    """Return the sources that a chapter rests on; empty if it cites none."""
    cited = dict.fromkeys(citation.reference for citation in annotated.citations)
    mix = mix_of((site.references[id_] for id_ in cited if id_ in site.references), site.words)
    judged_href = site.addresses.link(EVIDENCE_PATH, annotated.chapter.path, QUALITY_ANCHOR)
    return fragment("chapter_evidence.html", site.words, mix=mix, judged_href=judged_href) if mix else ""


def chapter_back(annotated: AnnotatedChapter, site: SiteView, level: int = 2) -> str:
    """Return the meaning of a chapter's acronyms; empty if it has none."""
    used = {(mention.form, mention.entry) for mention in annotated.mentions if is_acronym(mention.form)}
    spelled = ((form, site.entries[id_].name) for form, id_ in used if id_ in site.entries)
    meanings = sorted((form, name) for form, name in spelled if not is_acronym(name))
    return fragment("chapter_back.html", site.words, meanings=meanings, level=level) if meanings else ""


def _groups(count: Mapping[str, int], start: str, site: SiteView) -> list[NamedGroup]:
    groups = []
    for one, several, heading, kinds in _GROUPS:
        found = [site.entries[id_] for id_ in count if site.entries[id_].kind in kinds]
        found.sort(key=lambda entry: (-count[entry.id], sort_key(entry.name, site.language)))
        named = tuple(Named(short_link(entry, site, start), count[entry.id]) for entry in found)
        count_in_words = site.words.counted(one, several, len(named))
        groups.append(NamedGroup(site.words.say(heading), count_in_words, named))
    return groups


def _years(count: Mapping[str, int], site: SiteView) -> str:
    """Return the years of the events that a chapter names: `1991–2018`."""
    events = [site.entries[id_] for id_ in count if is_event(site.entries[id_])]
    if not events:
        return ""
    first = min(first_date(event).year for event in events)
    last = max(last_date(event).year for event in events)
    return f"{first}–{last}" if first != last else str(first)
