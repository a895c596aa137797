"""Where the words of one text are in another that was made from it.

Only runs of words have a place: a single word that both texts have may come from anywhere. All texts here are shapes:
unpacked fingerprints, one character per word.
"""

from collections.abc import Iterator

from rapidfuzz.distance import Indel, LCSseq, Opcode

from .fingerprint import RUN, similarity


def stretch(shape: str, start: int, end: int, into: str) -> tuple[int, int]:
    """Return where the words `start` to `end` of a shape are in another that was made from it.

    Words that were replaced are between the run before them and the run after them; words that were taken out have an
    empty place there.
    """
    runs = equal_runs(shape, into, min(RUN, len(shape)))
    low = max((run.dest_end for run in runs if run.src_end <= start), default=0)
    high = min((run.dest_start for run in runs if run.src_start >= end), default=len(into))
    inside = [run for run in runs if run.src_end > start and run.src_start < end]
    if inside:
        low = max(low, inside[0].dest_start + start - inside[0].src_start)
        high = min(high, inside[-1].dest_end + end - inside[-1].src_end)
    return low, max(low, high)


def place_of(part: str, whole: str, own: str) -> tuple[int, int]:
    """Return where a text is in a whole that it came to, whose own text was another.

    It is looked for among the words that the whole has gained: of the same words, its own had some before.
    """
    found = LCSseq.similarity(part, whole)
    gaps = (gap for gap in gaps_between(whole, own) if 2 * LCSseq.similarity(part, whole[slice(*gap)]) >= found)
    start, end = max(gaps, key=lambda gap: LCSseq.similarity(part, whole[slice(*gap)]), default=(0, len(whole)))
    low, high = stretch(part, 0, len(part), whole[start:end])
    return start + low, start + high


def gaps_between(whole: str, own: str) -> Iterator[tuple[int, int]]:
    """Yield where a whole has words that are in no run which its own text has too."""
    at = 0
    for run in equal_runs(own, whole, RUN):
        yield at, run.dest_start
        at = run.dest_end
    yield at, len(whole)


def likeness_outside(whole: str, own: str, other: str) -> float:
    """Return how alike a text is to what a whole has before or after the words of its own text.

    Runs that are broken by edits, or that both texts have, do not get in the way here.
    """
    return max(_likeness_after(whole, own, other), _likeness_after(whole[::-1], own[::-1], other[::-1]))


def _likeness_after(whole: str, own: str, other: str) -> float:
    """Return how alike a text is to what a whole has after the last run of words of its own text.

    rapidfuzz aligns as far to the left as it can: of words that occur twice, the second is left to the other text.
    """
    runs = equal_runs(own, whole, RUN)
    return similarity(whole[runs[-1].dest_end :], other) if runs else 0.0


def equal_runs(one: str, other: str, least: int) -> list[Opcode]:
    """Return the runs of at least so many words that an alignment of two shapes leaves as they are."""
    return [run for run in Indel.opcodes(one, other) if run.tag == "equal" and run.src_end - run.src_start >= least]


def carried_over(words: int, shape: str, into: str) -> int:
    """Return where words of a shape, a bit for each, are in another that was made from it.

    Runs of words that have changed places are followed. A word that another has replaced is where that is; what was
    added beyond it is none of them.
    """
    steps = list(Indel.opcodes(shape, into))
    taken = [_source(step) for step in steps if step.tag == "delete"]
    found = 0
    for step in steps:
        if step.tag == "equal":
            found |= _one_for_one(words, _source(step), _target(step))
    for before, step, after in zip((None, *steps), steps, (*steps[1:], None), strict=False):
        if step.tag != "insert":
            continue
        start, end = _target(step)
        moved = [(here, run) for here in taken for run in equal_runs(shape[slice(*here)], into[start:end], RUN)]
        for here, run in moved:
            source = here[0] + run.src_start, here[0] + run.src_end
            found |= _one_for_one(words, source, (start + run.dest_start, start + run.dest_end))
        replaced = next((_source(one) for one in (before, after) if one and one.tag == "delete"), None)
        if replaced and not moved:
            found |= _one_for_one(words, replaced, (start, end))
    return found


def _source(step: Opcode) -> tuple[int, int]:
    return step.src_start, step.src_end


def _target(step: Opcode) -> tuple[int, int]:
    return step.dest_start, step.dest_end


def _one_for_one(words: int, here: tuple[int, int], there: tuple[int, int]) -> int:
    """Return which of the words in one place are in another, each where the one with its number is."""
    size = min(here[1] - here[0], there[1] - there[0])
    return (words >> here[0] & (1 << size) - 1) << there[0]
