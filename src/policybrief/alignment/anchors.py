"""The ids of all paragraphs, settled before the first chapter is converted."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..model.brief import Chapter, Project
from ..model.ledger import LiveLine, Tombstone, resolved
from ..model.places import offsets_of, source_of
from ..model.problems import Code, Place, Problem
from .align import Alignment, Block, align

_PIN = re.compile(r"\{:?\s*#(p-[^\s}]+)\s*\}\s*\Z")


@dataclass(frozen=True, slots=True)
class Anchors:
    """What the ledger and the chapters together say about ids."""

    alignment: Alignment
    ids: Mapping[str, tuple[str, ...]]
    """The ids of each chapter's blocks in order, by the chapter's path."""
    texts: Mapping[str, tuple[str, ...]]
    """The texts of the same blocks, as the scan met them."""
    led_here: Mapping[str, tuple[Tombstone, ...]]
    """By the id of a paragraph that stands: the ids that lead there by now."""
    problems: tuple[Problem, ...]

    def ids_of(self, path: str, texts: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of a chapter's blocks, given their texts as conversion meets them; empty for a stranger.

        They are those that the scan met, unless something changed the chapter in between, such as another plugin:
        then the ids go with the texts, for one too many must not push each id on to the next paragraph.
        """
        known = self.texts[path]
        if tuple(texts) == known:
            return self.ids[path]
        found = [""] * len(texts)
        for old, new, size in SequenceMatcher(None, known, texts, autojunk=False).get_matching_blocks():
            found[new : new + size] = self.ids[path][old : old + size]
        return tuple(found)


def settle_anchors(project: Project, blocks: Mapping[str, tuple[str, ...]], edition: str) -> Anchors:
    """Return the ids of all blocks, given the blocks' texts by chapter path, and the ledger brought up to them."""
    found = [Block(chapter.path, *_pinned(text)) for chapter in project.chapters for text in blocks[chapter.path]]
    alignment = align(project.ledger, found, edition)
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for block, paragraph_id in zip(found, alignment.ids, strict=True):
        ids[block.chapter].append(paragraph_id)
    return Anchors(
        alignment,
        {chapter.path: tuple(ids[chapter.path]) for chapter in project.chapters},
        blocks,
        _led_here(alignment),
        (*_refused_pins(project, alignment), *_reviews(project, alignment, blocks)),
    )


def edition_of(project: Project) -> str:
    """Return the name of the edition that the chapters make: the brief's own, else its date."""
    return project.brief.edition or (project.brief.date.edtf if project.brief.date else "undated")


def _pinned(text: str) -> tuple[str, str]:
    """Return the text of a block without its pin, and the pin."""
    match = _PIN.search(text)
    return (text[: match.start()], match[1]) if match else (text, "")


def _led_here(alignment: Alignment) -> Mapping[str, tuple[Tombstone, ...]]:
    entries = alignment.ledger.by_id()
    found: defaultdict[str, list[Tombstone]] = defaultdict(list)
    for stone in alignment.ledger.tombstones:
        line = resolved(entries, stone.id).line
        if line is not None:
            found[line.id].append(stone)
    return {paragraph_id: tuple(stones) for paragraph_id, stones in found.items()}


def _refused_pins(project: Project, alignment: Alignment) -> Iterator[Problem]:
    sources = {chapter.path: source_of(chapter) for chapter in project.chapters}
    for refused in alignment.refused:
        line = alignment.ledger.lines[refused.block]
        place = sources[line.chapter].place_of(f"#{refused.pin}")
        why = refused.fault.value if refused.fault else "another paragraph has it"
        yield Problem(Code.BAD_PIN, place, f"'{refused.pin}' cannot be the id of this paragraph: {why}", "take it out")


def _reviews(project: Project, alignment: Alignment, blocks: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
    lines = [line for line in alignment.ledger.lines if line.review]
    if not lines:
        return
    places = {chapter.path: _places(chapter, blocks[chapter.path]) for chapter in project.chapters}
    order = {line.id: at for chapter in project.chapters for at, line in enumerate(_in(chapter, alignment))}
    for line in lines:
        others = ", ".join(candidate for candidate in line.review if candidate != line.id)
        message = f"is this still paragraph {line.id}?" + (f" It may be {others} instead" if others else "")
        hint = f"'policybrief anchors accept {line.id}' if it is, 'policybrief anchors drop {line.id}' if it is not"
        yield Problem(Code.ANCHOR_REVIEW, places[line.chapter][order[line.id]], message, hint)


def _in(chapter: Chapter, alignment: Alignment) -> list[LiveLine]:
    return [line for line in alignment.ledger.lines if line.chapter == chapter.path]


def _places(chapter: Chapter, texts: tuple[str, ...]) -> tuple[Place, ...]:
    source = source_of(chapter)
    return tuple(source.place(offset) for offset in offsets_of(texts, source))
