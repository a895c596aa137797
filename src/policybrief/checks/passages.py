"""Sentences and the passages that they rest on: contradictions, overstretched citations, missing passages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..model.check import Finding
from ..model.claims import claim_in
from ..model.evidence import SentenceSupport, Support, supports_of
from ..model.glossary import Glossary, Kind
from ..model.knowledge import Extent, Mention
from ..model.passages import Passage, PassageKind, passages_by_name
from ..model.problems import Code
from ..model.quality import FRAGILE, OUTSIDE, quality_of, seen_of
from ..model.recall import recalled, recalled_of
from .names_said import EntriesSaid, entries_in, names_said
from .read_brief import ReadBrief, ReadParagraph
from .said import SaidAmount, SaidDate, amounts_said, dates_said

_VOUCHING = (PassageKind.STATES, PassageKind.SUPPORTS)
_HINT = "correct the sentence, or cite the passage that it rests on"


@dataclass(frozen=True, slots=True)
class Quoting:
    """A sentence that rests on passages."""

    read: ReadParagraph
    extent: Extent
    passages: tuple[Passage, ...]
    complete: bool
    """Whether every citation in it names a passage."""

    @property
    def text(self) -> str:
        return self.read.text[self.extent.start : self.extent.end]

    def finding(self, position: int, message: str, hint: str = _HINT) -> Finding:
        """Return a finding at a position in the sentence."""
        return Finding(self.read.paragraph, message, hint, self.extent.start + position)


def check_unused_passages(brief: ReadBrief) -> Iterator[Finding]:
    """Yield the passages that no chapter cites."""
    cited = {(each.reference, each.passage) for read in brief.paragraphs() for each in read.citations}
    for passage in brief.project.passages:
        if (passage.source, passage.name) not in cited:
            seen = f"nothing cites the passage '{passage.name}' of '{passage.source}'"
            yield Finding(passage, seen, f"cite it with [@{passage.source}#{passage.name}], or remove it")


def check_missing_passages(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each sentence with a claim whose sources are cited without a passage or a locator.

    This is a work list, made if the settings of the brief ask for it.
    """
    if Code.MISSING_PASSAGE not in brief.project.checks.severities:
        return
    for read, support in claims_of(brief):
        if (
            support.own_mark
            and support.citations
            and not any(each.passage or each.locator for each in support.citations)
        ):
            named = ", ".join(dict.fromkeys(f"'{each.reference}'" for each in support.citations))
            seen = f"the sentence cites {named} without a page or a passage"
            yield Finding(read.paragraph, seen, "add a page, [@key, p. 4], or a passage", support.extent.start)


def check_fragile_claims(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each sentence with a claim that rests only on weak or party sources."""
    quality = {reference.id: quality_of(reference) for reference in brief.project.references}
    for read, support in claims_of(brief):
        if support.citations and all(quality.get(each.reference) in FRAGILE for each in support.citations):
            named = dict.fromkeys(each.reference for each in support.citations)
            said = ", ".join(f"'{id_}' ({rated.value})" for id_ in named if (rated := quality[id_]))
            hint = "cite a better source as well, or attribute the claim in the sentence"
            yield Finding(read.paragraph, f"the claim rests only on {said}", hint, support.extent.start)


def check_extents(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each citation, for a claim or with a locator, of a source whose content was not seen."""
    seen = {reference.id: part for reference in brief.project.references if (part := seen_of(reference))}
    for read in brief.paragraphs() if seen else ():
        for citation in read.citations:
            part = seen.get(citation.reference)
            claims = _claim_in(read, citation.sentence) is not None
            if part and (citation.locator or citation.passage or (claims and part in OUTSIDE)):
                known = f"only the {part.value.replace('-', ' ')} of '{citation.reference}' was seen"
                message = f"{known}, but the sentence rests on more of it"
                hint = "read the source and remove 'extent', or cite another"
                yield Finding(read.paragraph, message, hint, citation.sentence.start)


def check_contradicted_passages(brief: ReadBrief) -> Iterator[Finding]:
    """Yield each date, amount and name in a sentence that contradicts its passages.

    If some of its sources have no passage, the number may come from those; then a passage contradicts the sentence only
    if the two have nothing of that kind in common.
    """
    if not brief.project.passages:
        return
    language = brief.project.brief.language
    read: tuple[Glossary | Passage, ...] = (brief.project.glossary, *brief.project.passages)
    theirs = recalled_of(read, _kept_said, language)
    for quoting, (dates, amounts) in _with_what_they_say(quotings(brief), language):
        said = [(each, passage) for passage in quoting.passages for each in theirs[passage.source, passage.name]]
        yield from _against(quoting, dates, [(each.dates, passage) for each, passage in said])
        yield from _against(quoting, amounts, [(each.amounts, passage) for each, passage in said])
        yield from _names_against(quoting, [each.names for each, _ in said], brief)


_Said = tuple[tuple[SaidDate, ...], tuple[SaidAmount, ...]]


def _with_what_they_say(found: Iterable[Quoting], language: str) -> Iterator[tuple[Quoting, _Said]]:
    """Yield each sentence with its dates and amounts, which are cached for each chapter."""
    for _, of_chapter in groupby(found, key=lambda quoting: quoting.read.paragraph.chapter):
        together = tuple(of_chapter)
        said = recalled(_all_said, tuple(quoting.text for quoting in together), language)
        yield from zip(together, said, strict=True)


def _all_said(sentences: tuple[str, ...], language: str) -> tuple[_Said, ...]:
    return tuple((dates_said(sentence), amounts_said(sentence, language)) for sentence in sentences)


@dataclass(frozen=True, slots=True)
class _PassageWords:
    """The content of a passage that a sentence can contradict."""

    dates: tuple[SaidDate, ...]
    amounts: tuple[SaidAmount, ...]
    names: EntriesSaid


_SaidByPassage = Mapping[tuple[str, str], tuple[_PassageWords, ...]]
"""The content of each passage, by its source and its name."""


def _kept_said(read: tuple[Glossary | Passage, ...], language: str) -> _SaidByPassage:
    return recalled(_said_in, read, language)


def _said_in(read: tuple[Glossary | Passage, ...], language: str) -> _SaidByPassage:
    """Return the content of the passages that depends on the glossary."""
    glossary = next(one for one in read if isinstance(one, Glossary))
    names = names_said(glossary.by_id().values())
    return {
        (each.source, each.name): tuple(
            _PassageWords(dates_said(text), amounts_said(text, code), entries_in(text, names))
            for text, code in _spoken(each, language)
        )
        for each in read
        if isinstance(each, Passage)
    }


def quotings(brief: ReadBrief) -> Iterator[Quoting]:
    """Yield the sentences with passages that are meant to support them."""
    known = passages_by_name(brief.project.passages)
    if not known:
        return
    for read in brief.paragraphs():
        for support in supports_of(read.paragraph, read.citations):
            cited = [known.get((each.reference, each.passage)) for each in support.citations if support.own_mark]
            passages = tuple(passage for passage in cited if passage and passage.kind in _VOUCHING)
            if passages:
                yield Quoting(read, support.extent, passages, all(cited))


def claims_of(brief: ReadBrief) -> Iterator[tuple[ReadParagraph, SentenceSupport]]:
    """Yield each sentence that makes a claim and rests on sources; for a table, only the first."""
    for chapter in brief.chapters:
        for read in chapter.paragraphs:
            if not read.citations or read.paragraph.note:
                continue
            for support in supports_of(read.paragraph, read.citations):
                if support.support is Support.SOURCES and _claim_in(read, support.extent) is not None:
                    yield read, support
                    if read.paragraph.rows:
                        break


def _claim_in(read: ReadParagraph, sentence: Extent) -> int | None:
    return claim_in(read.paragraph, (mention.extent for mention in read.mentions), sentence)


def _against(
    quoting: Quoting,
    said: tuple[SaidDate, ...] | tuple[SaidAmount, ...],
    quoted: Iterable[tuple[tuple[SaidDate, ...] | tuple[SaidAmount, ...], Passage]],
) -> Iterator[Finding]:
    """Yield the statements that differ from a passage."""
    theirs = [(each, passage) for found, passage in quoted for each in found]
    unconfirmed = [mine for mine in said if not any(_agree(mine, other) for other, _ in theirs)]
    for mine in unconfirmed:
        rivals = [(other, passage) for other, passage in theirs if _meet(mine, other)]
        free = [(other, passage) for other, passage in rivals if not any(_agree(one, other) for one in said)]
        if free and (quoting.complete or len(free) == len(rivals)):
            other, passage = free[0]
            yield quoting.finding(mine.start, f"'{mine.text}' is '{other.text}' in {_called(passage)}")


def _agree(mine: SaidDate | SaidAmount, other: SaidDate | SaidAmount) -> bool:
    if isinstance(mine, SaidDate):
        return isinstance(other, SaidDate) and mine.meets(other) and mine.agrees(other)
    return isinstance(other, SaidAmount) and (mine.agrees(other) or other.agrees(mine))


def _meet(mine: SaidDate | SaidAmount, other: SaidDate | SaidAmount) -> bool:
    if isinstance(mine, SaidDate):
        return isinstance(other, SaidDate) and mine.meets(other)
    return isinstance(other, SaidAmount) and mine.meets(other)


def _names_against(quoting: Quoting, named: Iterable[EntriesSaid], brief: ReadBrief) -> Iterator[Finding]:
    """Yield each name in a sentence that is not in the passages although they have another of its kind."""
    if not quoting.complete:
        return
    names = list(named)
    quoted = {id_ for each in names for id_ in each.possible}
    others = {id_ for each in names for id_ in each.certain}
    mentions = [each for each in quoting.read.mentions if _within(each, quoting.extent)]
    said = {each.entry for each in mentions}
    for mention in mentions:
        kind = brief.entries[mention.entry].kind if mention.entry in brief.entries else None
        rivals = sorted(id_ for id_ in others - said if brief.entries[id_].kind is kind)
        if kind is not Kind.PERSON and _several(kind, said, brief) | _several(kind, quoted, brief):
            # A place may represent its state, and a state its government.
            continue
        if mention.entry not in quoted and rivals:
            other = brief.entries[rivals[0]].name
            seen = f"'{mention.form}' is '{other}' in {_called(quoting.passages[0])}"
            yield quoting.finding(mention.extent.start - quoting.extent.start, seen)


def _several(kind: Kind | None, entries: Iterable[str], brief: ReadBrief) -> bool:
    return sum(id_ in brief.entries and brief.entries[id_].kind is kind for id_ in entries) > 1


def _within(mention: Mention, extent: Extent) -> bool:
    return extent.start <= mention.extent.start < extent.end


def _spoken(passage: Passage, language: str) -> Iterator[tuple[str, str]]:
    if passage.quote:
        yield passage.quote, passage.language
    if passage.translation:
        yield passage.translation, language


def _called(passage: Passage) -> str:
    return f"the passage '{passage.name}' of '{passage.source}'"
