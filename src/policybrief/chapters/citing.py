"""All citations of a brief, found in its chapters and printed in its style, before any chapter is converted."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from ..model.brief import Project, Reference
from ..model.citing import (
    STYLES,
    CitingFailedError,
    Cluster,
    Piece,
    Printed,
    PrintedCluster,
    PrintedReference,
    PrintRequest,
    Processor,
    backward_ranges,
)
from ..model.document import Document
from ..model.passages import Passage, passages_by_name
from ..model.problems import Code, Place, Problem, Suggestions, capped, did_you_mean
from ..model.recall import recalled_content, recalled_of
from .citations import CitedInText, PrintedCitation, citations_of
from .numbered_references import CROSS_REFERENCE
from .titles import ForeignTitle, foreign_title, in_their_languages
from .unread_citations import unread_citations

_IN_RISING_ORDER = frozenset(("page", "folio", "line", "column"))
"""What is counted through a source, of those places that have a number."""


@dataclass(frozen=True, slots=True)
class PrintedBrief:
    """The citations of a brief, printed."""

    chapters: Mapping[str, Mapping[int, PrintedCitation]]
    """For each chapter, by path: the printed form of each citation in its tree."""
    references: tuple[PrintedReference, ...]
    """The list of references: all that chapters and entries cite."""
    in_vain: frozenset[str]
    """The sources named in citations that could not be printed."""
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Sources:
    """What citations may name."""

    known: Mapping[str, Reference]
    near: Suggestions
    passages: Mapping[tuple[str, str], Passage]


def _sources_of(read: tuple[tuple[Reference, ...] | tuple[Passage, ...], ...]) -> _Sources:
    known = {one.id: one for some in read for one in some if isinstance(one, Reference)}
    passages = (one for some in read for one in some if isinstance(one, Passage))
    return _Sources(known, Suggestions(known), passages_by_name(passages))


def _citations(
    read: tuple[Document | _Sources, ...], language: str
) -> tuple[tuple[CitedInText, ...], tuple[Problem, ...]]:
    """Return the citations of a document and their problems; the first argument is the document, the second the
    sources.
    """
    (document,) = (one for one in read if isinstance(one, Document))
    (sources,) = (one for one in read if isinstance(one, _Sources))
    names = tuple(sources.known), tuple(sources.passages)
    return recalled_content(
        partial(_checked_citations, document, sources, language), _checked_citations, document, names, language
    )


def _checked_citations(
    document: Document, sources: _Sources, language: str
) -> tuple[tuple[CitedInText, ...], tuple[Problem, ...]]:
    """Return the citations of a document, and what is wrong with them; of the sources only the names count."""
    found = citations_of(document, language)
    faulty = (
        *(_faulty(document, found), _backward(document, found), unread_citations(document, sources.known)),
        _unknown(document, found, sources.known, sources.near),
        _unknown_passages(document, found, sources.known, sources.passages),
    )
    return found, tuple(capped(chain.from_iterable(faulty)))


def cite(project: Project, documents: Iterable[Document], processor: Processor) -> PrintedBrief:
    """Return the printed citations of the project's chapters, and their problems."""
    listed: tuple[tuple[Reference, ...] | tuple[Passage, ...], ...] = (project.references, project.passages)
    sources = recalled_of(listed, _sources_of)
    known = sources.known
    problems: list[Problem] = [*_passages_of_unknown_sources(project.passages, known, sources.near)]
    in_vain: set[str] = set()
    cited: list[tuple[CitedInText, ...]] = []
    for document in documents:
        read: tuple[Document | _Sources, ...] = (document, sources)
        found, faults = recalled_of(read, _citations, project.brief.language)
        problems += faults
        cited.append(tuple(each for each in found if _can_be_printed(each, known)))
        in_vain |= {item.key for each in found if not _can_be_printed(each, known) for item in each.cluster.items}
    texts = tuple(tuple(each.cluster for each in found) for found in cited)
    used = tuple(_listed(project, texts, known))
    request = PrintRequest(STYLES[project.style], project.brief.language, used, texts)
    try:
        printed = processor(request)
    except CitingFailedError as error:
        problems.append(
            Problem(Code.CITATIONS, Place(project.files[0] if project.files else ""), error.message, error.hint)
        )
        printed = unprinted(request)
    titles = {key: title for key in known if (title := foreign_title(known[key], project.brief.language))}

    def foreign(keys: Iterable[str]) -> tuple[ForeignTitle, ...]:
        return tuple(titles[key] for key in keys if key in titles)

    chapters = {
        chapter.path: {
            each.ordinal: PrintedCitation(each.cluster, words, foreign(item.key for item in each.cluster.items))
            # A text without a known source is not printed.
            for each, words in zip(found, outcome, strict=False)
            if each.ordinal is not None
        }
        for chapter, found, outcome in zip(project.chapters, cited, printed.texts, strict=True)
    }
    references = tuple(
        replace(item, text=tuple(in_their_languages(text, foreign((item.reference,)))))
        for item in printed.references
        for text in [item.text or plainly(known[item.reference])]
    )
    return PrintedBrief(chapters, references, frozenset(in_vain), tuple(problems))


def _can_be_printed(cited: CitedInText, known: Collection[str]) -> bool:
    return not cited.faults and all(item.key in known for item in cited.cluster.items)


def _faulty(document: Document, found: Iterable[CitedInText]) -> Iterator[Problem]:
    """Yield the parts of citations that would be lost."""
    body = document.chapter.body
    for each in found:
        for fault in each.faults:
            at = body.find(fault.seen, each.cluster.offset)
            place = document.place(
                at if 0 <= at <= each.cluster.offset + len(each.cluster.written) else each.cluster.offset
            )
            yield Problem(Code.BAD_CITATION, place, fault.message, fault.hint)


def _backward(document: Document, found: Iterable[CitedInText]) -> Iterator[Problem]:
    """Yield the page ranges that run backwards; articles and sections may well be numbered `24-1`."""
    for cluster in (each.cluster for each in found):
        values = (item.value for item in cluster.items if item.label in _IN_RISING_ORDER)
        for pages in (pages for value in values for pages in backward_ranges(value)):
            at = document.chapter.body.find(pages, cluster.offset)
            place = document.place(at if at >= 0 else cluster.offset)
            hint = "write the first page before the last"
            yield Problem(Code.BACKWARD_PAGES, place, f"the page range '{pages}' runs backwards", hint)


def _unknown(
    document: Document, found: Iterable[CitedInText], known: Mapping[str, Reference], near: Suggestions
) -> Iterator[Problem]:
    """Yield each citation of a source that is not in the references."""
    for cluster in (each.cluster for each in found):
        for key in sorted({item.key for item in cluster.items} - known.keys()):
            match = re.compile(rf"@\{{?{re.escape(key)}(?:(?=#)|(?![\w:.#$%&+?<>~/-]*\w))").search(
                document.chapter.body, cluster.offset
            )
            place = document.place(match.start() if match else cluster.offset)
            otherwise = "add the source to the references"
            if cluster.written.startswith("@"):
                otherwise += "; if it is a name, not a source, write \\@"
            if CROSS_REFERENCE.match(key):
                otherwise = f"give the part that you mean the id '{key}', or add the source to the references"
            yield Problem(Code.UNKNOWN_SOURCE, place, f"no source '{key}'", near.hint(key, otherwise))


def _unknown_passages(
    document: Document,
    found: Iterable[CitedInText],
    known: Collection[str],
    passages: Mapping[tuple[str, str], Passage],
) -> Iterator[Problem]:
    """Yield each citation of a passage that is not in the evidence file."""
    for cluster in (each.cluster for each in found):
        for item in cluster.items:
            if not item.passage or item.key not in known or (item.key, item.passage) in passages:
                continue
            at = document.chapter.body.find(f"{item.key}#{item.passage}", cluster.offset)
            place = document.place(max(at, cluster.offset))
            others = [name for source, name in passages if source == item.key]
            hint = did_you_mean(item.passage, others, f"add it to the evidence file, under '{item.key}'")
            yield Problem(Code.UNKNOWN_PASSAGE, place, f"no passage '{item.passage}' of '{item.key}'", hint)


def _passages_of_unknown_sources(
    passages: Iterable[Passage], known: Collection[str], near: Suggestions
) -> Iterator[Problem]:
    for passage in passages:
        if passage.source not in known:
            hint = near.hint(passage.source, "add the source to the references")
            yield Problem(Code.UNKNOWN_SOURCE, passage.place, f"no source '{passage.source}'", hint)


def print_or_plain(request: PrintRequest, processor: Processor) -> Printed:
    """Return the processor's result, or plain words if it fails: `cite` has already reported that."""
    try:
        return processor(request)
    except CitingFailedError:
        return unprinted(request)


def plainly(reference: Reference) -> tuple[Piece, ...]:
    """Return author, title, year and address, for a source that a style prints in notes only, such as an interview."""
    authors = reference.fields.get("author")
    names = [
        str(name.get("literal") or name.get("family") or "")
        for name in (authors if isinstance(authors, list) else [])
        if isinstance(name, dict)
    ]
    year = str(reference.issued.start.year) if reference.issued and reference.issued.start else ""
    said = ". ".join(filter(None, (", ".join(filter(None, names)), reference.title, year)))
    address = (Piece(" "), Piece(reference.url, url=reference.url)) if reference.url else ()
    return (Piece(f"{said}."), *address)


def unprinted(request: PrintRequest) -> Printed:
    """Return citations as plain keys and references as plain titles, for use without a processor."""
    texts = tuple(tuple(_as_written(cluster, request.style.notes) for cluster in text) for text in request.texts)
    references = (PrintedReference(item.id, (Piece(item.title),)) for item in request.references)
    return Printed(texts, tuple(sorted(references, key=lambda item: item.text[0].text)))


def _as_written(cluster: Cluster, notes: bool) -> PrintedCluster:
    pieces = (Piece(cluster.written),)
    return PrintedCluster((), pieces) if notes and not cluster.note else PrintedCluster(pieces, ())


def _listed(
    project: Project, texts: Iterable[tuple[Cluster, ...]], known: Mapping[str, Reference]
) -> Iterator[Reference]:
    used = {item.key for text in texts for cluster in text for item in cluster.items}
    used |= {source.id for entry in project.glossary.entries for source in entry.sources}
    yield from (reference for reference in known.values() if reference.id in used)
