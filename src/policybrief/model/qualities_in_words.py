"""The quality of sources, and how much of them was seen, in words for readers."""

from collections.abc import Iterable

from ..wording.words import Words, counted_message, message
from .brief import Reference
from .quality import Quality, Seen, counted_qualities

_LABELS = {
    Quality.PRIMARY: message("Primary"),
    Quality.ACADEMIC: message("Academic"),
    Quality.THINK_TANK: message("Think tank"),
    Quality.AGENCY: message("Agency"),
    Quality.PRESS: message("Press"),
    Quality.PARTY: message("Party"),
    Quality.WEAK: message("Weak"),
}
_COUNTED = {
    Quality.PRIMARY: counted_message("{n} primary", "{n} primary"),
    Quality.ACADEMIC: counted_message("{n} academic", "{n} academic"),
    Quality.THINK_TANK: counted_message("{n} think tank", "{n} think tank"),
    Quality.AGENCY: counted_message("{n} agency", "{n} agency"),
    Quality.PRESS: counted_message("{n} press", "{n} press"),
    Quality.PARTY: counted_message("{n} party", "{n} party"),
    Quality.WEAK: counted_message("{n} weak", "{n} weak"),
    None: counted_message("{n} not rated", "{n} not rated"),
}
_SEEN = {
    Seen.TITLE_PAGE: message("Only its title page seen"),
    Seen.CONTENTS: message("Only its contents seen"),
    Seen.ABSTRACT: message("Only its abstract seen"),
}


def quality_label(quality: Quality, words: Words) -> str:
    """Return the text of a badge: `Think tank`."""
    return words.say(_LABELS[quality])


def counted_of_quality(quality: Quality | None, number: int, words: Words) -> str:
    """Return the number of sources of a quality: `2 agency`; None stands for sources without a rating."""
    return words.counted(*_COUNTED[quality], number)


def seen_in_words(seen: Seen, words: Words) -> str:
    """Return how much of a source was seen: `Only its title page seen`."""
    return words.say(_SEEN[seen])


def mix_of(references: Iterable[Reference], words: Words) -> str:
    """Return the sources by quality, best first: `2 sources: 1 agency, 1 weak`; empty if there are none."""
    found = tuple({reference.id: reference for reference in references}.values())
    if not found:
        return ""
    kinds = counted_qualities(found)
    said = ", ".join(counted_of_quality(quality, count, words) for quality, count in kinds)
    total = words.counted("{n} source", "{n} sources", len(found))
    return f"{total}: {said}" if any(quality for quality, _ in kinds) else total
