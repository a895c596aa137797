"""What a reader is told of a paragraph that is gone."""

from ..model.ledger import Tombstone
from ..wording.words import Words


def notice_of(stone: Tombstone, words: Words) -> str:
    """Return what stands in front of the words of a paragraph that is gone: until when the brief had it."""
    if stone.last == stone.edition:  # an edition may be brought up to its text more than once
        when = words.say(
            "Paragraph {id} was in edition {last} at first, and has been removed since.", id=stone.id, last=stone.last
        )
    else:
        when = words.say(
            "Paragraph {id} was in the brief up to edition {last}, and is not in it since edition {edition}.",
            id=stone.id,
            last=stone.last,
            edition=stone.edition,
        )
    return f"{when} {words.say('It began:') if stone.opening.endswith('…') else words.say('It said:')}"
