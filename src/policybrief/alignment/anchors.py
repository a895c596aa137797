"""The ids of all paragraphs, decided for the trees of the chapters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.brief import Project
from ..model.document import Document
from ..model.ledger import Tombstone
from ..model.places import source_of
from ..model.problems import Code, Problem
from ..model.recall import recalled
from .align import Alignment, Block, align
from .resolution import resolved

_PIN = re.compile(r"\{:?\s*#(p-[^\s}]+)\s*\}\s*\Z")


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids that follow from the ledger and the chapters."""

    alignment: Alignment
    ids: Mapping[str, tuple[str, ...]]
    """The ids of each chapter's blocks in order, by the chapter's path."""
    led_here: Mapping[str, tuple[Tombstone, ...]]
    """By the id of a current paragraph: the ids that now lead there."""
    problems: tuple[Problem, ...]


def settle_anchors(project: Project, documents: Iterable[Document], edition: str) -> Anchors:
    """Return the ids of all citable blocks in the chapters, and the updated ledger."""
    trees = tuple(documents)
    found = tuple(Block(tree.chapter.path, *_pinned(part.written)) for tree in trees for part in tree.citables())
    alignment = recalled(align, project.ledger, found, edition)
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for block, paragraph_id in zip(found, alignment.ids, strict=True):
        ids[block.chapter].append(paragraph_id)
    return Anchors(
        alignment,
        {tree.chapter.path: tuple(ids[tree.chapter.path]) for tree in trees},
        _led_here(alignment),
        (*_refused_pins(project, alignment), *_reviews(trees, alignment)),
    )


def edition_of(project: Project) -> str:
    """Return the name of the brief's edition, or else its date."""
    return project.brief.edition or (project.brief.date.edtf if project.brief.date else "undated")


def _pinned(text: str) -> tuple[str, str]:
    """Return the text of a block without its pin, and the pin."""
    match = _PIN.search(text)
    return (text[: match.start()], match[1]) if match else (text, "")


def _led_here(alignment: Alignment) -> Mapping[str, tuple[Tombstone, ...]]:
    entries = alignment.ledger.by_id()
    found: defaultdict[str, list[Tombstone]] = defaultdict(list)
    for tombstone in alignment.ledger.tombstones:
        line = resolved(entries, tombstone.id).line
        if line is not None:
            found[line.id].append(tombstone)
    return {paragraph_id: tuple(tombstones) for paragraph_id, tombstones in found.items()}


def _refused_pins(project: Project, alignment: Alignment) -> Iterator[Problem]:
    sources = {chapter.path: source_of(chapter) for chapter in project.chapters}
    for refused in alignment.refused:
        line = alignment.ledger.lines[refused.block]
        place = sources[line.chapter].place_of(f"#{refused.pin}")
        why = refused.fault.value if refused.fault else "another paragraph has it"
        yield Problem(Code.BAD_PIN, place, f"'{refused.pin}' cannot be the id of this paragraph: {why}", "remove it")


def _reviews(documents: Iterable[Document], alignment: Alignment) -> Iterator[Problem]:
    lines = [line for line in alignment.ledger.lines if line.review]
    if not lines:
        return
    starts = ((tree, part.at) for tree in documents for part in tree.citables())
    places = {paragraph_id: tree.place(at) for paragraph_id, (tree, at) in zip(alignment.ids, starts, strict=True)}
    for line in lines:
        others = ", ".join(candidate for candidate in line.review if candidate != line.id)
        message = f"is this still paragraph {line.id}?" + (f" It may be {others} instead" if others else "")
        hint = f"'policybrief anchors accept {line.id}' if it is, 'policybrief anchors drop {line.id}' if it is not"
        yield Problem(Code.ANCHOR_REVIEW, places[line.id], message, hint)
