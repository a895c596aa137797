"""The ids that authors gave to blocks in the text."""

from dataclasses import dataclass

from .matching import Decision, Match, Matching, NewId
from .paragraph_ids import IdFault, check
from .texts import BlockNo, Texts


@dataclass(frozen=True, slots=True)
class RefusedPin:
    """An id that a block cannot have."""

    block: int
    """The number of the block, from 0."""
    pin: str
    fault: IdFault | None
    """What is wrong with the id; None when an earlier block has it already."""


@dataclass(frozen=True, slots=True)
class Pins:
    """What the authors' ids come to."""

    accepted: tuple[BlockNo, ...]
    refused: tuple[RefusedPin, ...]


def pins_of(texts: Texts) -> Pins:
    """Return which blocks have an id of their author's choice, and which ids are refused."""
    accepted: list[BlockNo] = []
    refused: list[RefusedPin] = []
    used: set[str] = set()
    for number, block in zip(texts.block_numbers, texts.blocks, strict=True):
        if not block.pin:
            continue
        fault = check(block.pin)
        if fault or block.pin in used:
            refused.append(RefusedPin(number, block.pin, fault))
        else:
            used.add(block.pin)
            accepted.append(number)
    return Pins(tuple(accepted), tuple(refused))


def match_pins(matching: Matching) -> Matching:
    """Match the blocks whose author says which paragraph they are; name those whose id has no line."""
    texts = matching.texts
    line_of = {line.id: number for number, line in zip(texts.line_numbers, texts.lines, strict=True)}
    decisions: list[Decision] = []
    for block in sorted(matching.pinned):
        pin = texts.blocks[block].pin
        line = line_of.get(pin)
        named = NewId(block, pin) if line is None else Match(line, block, texts.likeness(line, block))
        decisions.append(named)
    return matching.after(decisions)
