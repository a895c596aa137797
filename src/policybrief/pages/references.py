"""The list of references: every source the brief uses, as its style prints it, and where it is cited."""

from collections import defaultdict
from dataclasses import dataclass

from ..model.addresses import REFERENCES_PATH, reference_anchor
from ..model.brief import Reference
from ..model.catalogue import PageBody
from ..model.citing import Piece, PrintedReference
from .render import fragment
from .site_index import EntryLink, SiteView, entry_link
from .sources import safe_pieces, web_address
from .titles import REFERENCES_TITLE
from .words import counted


@dataclass(frozen=True, slots=True)
class SourceKind:
    """A heading under which sources are listed by kind."""

    name: str
    """As the stylesheet knows it."""
    heading: str
    types: frozenset[str]
    """The CSL types of the sources."""


SOURCE_KINDS = tuple(
    SourceKind(name, heading, frozenset(types.split()))
    for name, heading, types in (
        ("books", "Reports and books", "report book monograph pamphlet thesis manuscript"),
        ("articles", "Articles and chapters", "article-journal chapter paper-conference article review review-book"),
        (
            "official",
            "Treaties, laws, official papers",
            "treaty legislation bill legal_case regulation standard hearing collection document",
        ),
        ("speech", "Speeches and interviews", "speech interview broadcast personal_communication motion_picture song"),
        ("press", "Newspapers and agencies", "article-newspaper article-magazine periodical"),
        ("web", "Web pages, data, maps", "webpage post post-weblog dataset map software figure graphic"),
    )
)
OTHER_KIND = SourceKind("other", "Other sources", frozenset())


@dataclass(frozen=True, slots=True)
class CitingParagraph:
    """A paragraph that cites a source."""

    number: str
    href: str


@dataclass(frozen=True, slots=True)
class ReferenceLine:
    """A source as the list shows it."""

    anchor: str
    kind: str
    """The name of its kind."""
    language: str
    """Of the source, where the pieces do not tell its title apart; empty when it or its title is the brief's own."""
    pieces: tuple[Piece, ...]
    english: str
    """The English title, when the printed words do not hold it."""
    copy: str
    """The address of the copy that was read, when the source itself was not at hand."""
    uses: tuple[CitingParagraph, ...]
    entries: tuple[EntryLink, ...]


def references_page(site: SiteView) -> PageBody:
    """Return the page that lists every source which a chapter or an entry cites, in the style's order."""
    uses, entries = _uses(site), _entries(site)
    lines = tuple(
        _line(printed, site.references[printed.reference], site, uses, entries)
        for printed in site.knowledge.references
        if printed.reference in site.references
    )
    sizes = ((kind, sum(line.kind == kind.name for line in lines)) for kind in (*SOURCE_KINDS, OTHER_KIND))
    kinds = tuple((kind, count) for kind, count in sizes if count)
    sources = counted(len(lines), "source")
    return PageBody(fragment("references.html", title=REFERENCES_TITLE, counted=sources, lines=lines, kinds=kinds))


def kind_of(reference: Reference) -> SourceKind:
    """Return the kind under which a source is listed."""
    return next((kind for kind in SOURCE_KINDS if reference.type in kind.types), OTHER_KIND)


def _line(
    printed: PrintedReference,
    reference: Reference,
    site: SiteView,
    uses: dict[str, tuple[CitingParagraph, ...]],
    entries: dict[str, tuple[EntryLink, ...]],
) -> ReferenceLine:
    english = str(reference.fields.get("title-en", ""))
    words = "".join(piece.text for piece in printed.text)
    told = any(piece.language for piece in printed.text) or reference.title.startswith("[")
    return ReferenceLine(
        anchor=reference_anchor(reference.id),
        kind=kind_of(reference).name,
        language="" if told else site.foreign(reference.language),
        pieces=tuple(safe_pieces(printed.text)),
        english="" if english.casefold() in words.casefold() else english,
        copy=web_address(str(reference.fields.get("copy-url", ""))),
        uses=uses.get(reference.id, ()),
        entries=entries.get(reference.id, ()),
    )


def _uses(site: SiteView) -> dict[str, tuple[CitingParagraph, ...]]:
    found: defaultdict[str, dict[str, CitingParagraph]] = defaultdict(dict)
    for chapter in site.knowledge.chapters:
        for citation in chapter.citations:
            paragraph = site.paragraphs[citation.paragraph]
            href = site.addresses.link(to=chapter.chapter.path, start=REFERENCES_PATH, anchor=paragraph.id)
            found[citation.reference].setdefault(paragraph.id, CitingParagraph(paragraph.number, href))
    return {reference: tuple(uses.values()) for reference, uses in found.items()}


def _entries(site: SiteView) -> dict[str, tuple[EntryLink, ...]]:
    found: defaultdict[str, list[EntryLink]] = defaultdict(list)
    for entry in site.entries.values():
        for source in dict.fromkeys(source.id for source in entry.sources):
            found[source].append(entry_link(entry, site, REFERENCES_PATH))
    return {reference: tuple(links) for reference, links in found.items()}
