"""The list of references: every source that the brief uses, in the format of its style, and where it is cited."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from ..model.addresses import EVIDENCE_PATH, REFERENCES_PATH, part_path, reference_anchor, relative
from ..model.brief import Reference
from ..model.catalogue import PageBody
from ..model.citing import Piece, PrintedReference
from ..model.glossary import Entry
from ..model.knowledge import Paragraph
from ..model.publication import Publication
from ..model.sorting import sort_key
from ..wording.words import Words, message
from .bundles import SCRIPTLESS_PATH
from .context_objects import context_object
from .parts import PagePart, divided, from_to, html_size, part_bar, part_titles
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link, view_of
from .source_facts import SourceFacts, facts_of
from .source_filters import FilterValues, source_filters, values_of
from .titles import QUALITY_ANCHOR, REFERENCES_TITLE
from .web_addresses import safe_pieces

MOST = 1000
"""The most paragraphs listed for a source, and the most entries."""
_MARKUP = 330
"""In bytes: the size of a source in the list besides its words."""
_PIECE = 20
"""In bytes: the size of a piece of its words."""
_USE = 75
"""In bytes: the size of a citing paragraph."""
_ENTRY = 110
"""In bytes: the size of an entry that rests on it, besides its name."""
_WORD = re.compile(r"\w(?:[\w'’.-]*\w)?")


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A heading under which sources are listed by kind."""

    name: str
    """Its name in the stylesheet."""
    heading: str
    types: tuple[str, ...]
    """The CSL types of the sources."""


SOURCE_KINDS = tuple(
    SourceKind(name, heading, tuple(types.split()))
    for name, heading, types in (
        ("books", message("Reports and books"), "report book monograph pamphlet thesis manuscript"),
        (
            "articles",
            message("Articles and chapters"),
            "article-journal chapter paper-conference article review review-book",
        ),
        (
            "official",
            message("Treaties, laws, official papers"),
            "treaty legislation bill legal_case regulation standard hearing collection document",
        ),
        (
            "speech",
            message("Speeches and interviews"),
            "speech interview broadcast personal_communication motion_picture song",
        ),
        ("press", message("Newspapers and agencies"), "article-newspaper article-magazine periodical"),
        ("web", message("Web pages, data, maps"), "webpage post post-weblog dataset map software figure graphic"),
    )
)
OTHER_KIND = SourceKind("other", message("Other sources"), ())


@dataclass(frozen=True, slots=True)
class CitingParagraph:
    """A paragraph that cites a source."""

    number: str
    href: str


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A source in the list."""

    anchor: str
    kind: str
    """The name of its kind."""
    language: str
    """The language of the source, if the pieces do not mark its title; empty if it or its title is in the brief's
    language.
    """
    pieces: tuple[Piece, ...]
    english: str
    """The English title, if the printed text does not contain it."""
    context: str
    """The source as a ContextObject, for reference managers."""
    facts: SourceFacts
    values: FilterValues
    """The filters that it matches."""
    uses: tuple[CitingParagraph, ...]
    more_uses: int
    """How many citing paragraphs are not listed."""
    entries: tuple[EntryLink, ...]
    more_entries: int


def references_parts(publication: Publication) -> tuple[PagePart[PrintedReference], ...]:
    """Return every source that a chapter or an entry cites, in the style's order, in as many parts as needed."""
    site, resting = publication.once(view_of), publication.once(_resting)
    cited = tuple(printed for printed in site.knowledge.references if printed.reference in site.references)
    divisions = divided(cited, lambda printed: _size(printed, site, resting), lambda printed: printed.reference)
    return tuple(
        PagePart(division, label, (), tuple(reference_anchor(printed.reference) for printed in division))
        for division, label in zip(divisions, _labels(divisions, site.words), strict=True)
    )


def references_page(number: int, publication: Publication) -> PageBody:
    """Return part `number` of the page that lists every source."""
    site, parts = publication.once(view_of), publication.once(references_parts)
    start, resting = part_path(REFERENCES_PATH, number), publication.once(_resting)
    lines = tuple(
        _line(printed, site.references[printed.reference], resting, site, start) for printed in parts[number - 1].items
    )
    sizes = ((kind, sum(line.kind == kind.name for line in lines)) for kind in (*SOURCE_KINDS, OTHER_KIND))
    html = fragment(
        "references.html",
        site.words,
        title=part_titles(site.words.say(REFERENCES_TITLE), parts)[number - 1],
        total=site.words.counted(
            "{n} source, with the paragraphs and entries that cite it.",
            "{n} sources, each with the paragraphs and entries that cite it.",
            sum(len(part.items) for part in parts),
        ),
        lines=lines,
        robust=site.robust,
        kinds=tuple((replace(kind, heading=site.words.say(kind.heading)), count) for kind, count in sizes if count),
        filters=source_filters((site.references[printed.reference] for printed in parts[number - 1].items), site.words),
        judged_href=site.addresses.link(EVIDENCE_PATH, start, QUALITY_ANCHOR),
        stylesheet_href=relative(SCRIPTLESS_PATH, site.addresses.of(start)),
        bar=part_bar(REFERENCES_PATH, site.words.say(REFERENCES_TITLE), number, parts, site.addresses),
    )
    return PageBody(html)


def _labels(divisions: Sequence[tuple[PrintedReference, ...]], words: Words) -> list[str]:
    """Return the labels of the parts: the first words of their sources if these are sorted, otherwise numbers."""
    edges = [tuple(_first_word(division[at]) for at in (0, -1)) for division in divisions if division]
    found = [word for edge in edges for word in edge]
    labels = [from_to(*edge) for edge in edges]
    if all(found) and found == sorted(found, key=sort_key) and len(set(labels)) == len(divisions):
        return labels
    ends = list(accumulate(map(len, divisions), initial=0))
    return [from_to(words.number(start + 1), words.number(end)) for start, end in pairwise(ends)]


def _first_word(printed: PrintedReference) -> str:
    found = _WORD.search("".join(piece.text for piece in printed.text))
    return found[0] if found else ""


def _size(printed: PrintedReference, site: SiteView, resting: "_Resting") -> int:
    """Return the approximate size of a source in the list, in bytes."""
    words = _PIECE * len(printed.text) + html_size("".join(piece.text + 2 * piece.url for piece in printed.text))
    cited = _USE * min(len(resting.paragraphs.get(printed.reference, ())), MOST)
    named = resting.entries.get(printed.reference, ())[:MOST]
    words += html_size(context_object(site.references[printed.reference]))
    return _MARKUP + words + cited + sum(_ENTRY + 2 * len(entry.id) + html_size(entry.label) for entry in named)


def kind_of(reference: Reference) -> SourceKind:
    """Return the kind under which a source is listed."""
    return next((kind for kind in SOURCE_KINDS if reference.type in kind.types), OTHER_KIND)


def _line(
    printed: PrintedReference, reference: Reference, resting: "_Resting", site: SiteView, start: str
) -> ReferenceLine:
    english = str(reference.fields.get("title-en", ""))
    words = "".join(piece.text for piece in printed.text)
    told = any(piece.language for piece in printed.text) or reference.title.startswith("[")
    paragraphs, entries = resting.paragraphs.get(reference.id, ()), resting.entries.get(reference.id, ())
    return ReferenceLine(
        anchor=reference_anchor(reference.id),
        kind=kind_of(reference).name,
        language="" if told else site.foreign(reference.language),
        pieces=tuple(safe_pieces(printed.text)),
        english="" if english.casefold() in words.casefold() else english,
        context=context_object(reference),
        facts=facts_of(reference, site.foreign(reference.language), site.words),
        values=values_of(reference),
        uses=tuple(
            CitingParagraph(paragraph.number, site.addresses.link(paragraph.chapter, start, paragraph.id))
            for paragraph in paragraphs[:MOST]
        ),
        more_uses=len(paragraphs[MOST:]),
        entries=tuple(entry_link(entry, site, start) for entry in entries[:MOST]),
        more_entries=len(entries[MOST:]),
    )


@dataclass(frozen=True, slots=True)
class _Resting:
    """The paragraphs and entries that rest on each source, by its id."""

    paragraphs: Mapping[str, tuple[Paragraph, ...]]
    """Each once, in the order of the text."""
    entries: Mapping[str, tuple[Entry, ...]]


def _resting(publication: Publication) -> _Resting:
    site = publication.once(view_of)
    paragraphs: defaultdict[str, dict[str, Paragraph]] = defaultdict(dict)
    for chapter in site.knowledge.chapters:
        for citation in chapter.citations:
            paragraphs[citation.reference][citation.paragraph] = site.paragraphs[citation.paragraph]
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in site.entries.values():
        for source in dict.fromkeys(source.id for source in entry.sources):
            entries[source].append(entry)
    return _Resting(
        {reference: tuple(citing.values()) for reference, citing in paragraphs.items()},
        {reference: tuple(based) for reference, based in entries.items()},
    )
