"""What a reader is told of a paragraph that is gone."""

from markupsafe import Markup

from ..model.ledger import Tombstone
from ..wording.words import Words
from .render import element


def notice_of(tombstone: Tombstone, words: Words) -> str:
    """Return what stands in front of the words of a paragraph that is gone: until when the brief had it."""
    if tombstone.last == tombstone.edition:  # an edition may be brought up to its text more than once
        when = words.say(
            "Paragraph {id} was in edition {last} at first, and has been removed since.",
            id=tombstone.id,
            last=tombstone.last,
        )
    else:
        when = words.say(
            "Paragraph {id} was in the brief up to edition {last}, and is not in it since edition {edition}.",
            id=tombstone.id,
            last=tombstone.last,
            edition=tombstone.edition,
        )
    return f"{when} {words.say('It began:') if tombstone.opening.endswith('…') else words.say('It said:')}"


def gone_notice(tombstone: Tombstone, words: Words) -> Markup:
    """Return what is shown, folded, at the nearest surviving place of a paragraph that is gone."""
    summary = element("summary", (), words.say("Paragraph {id}, which stood near here, is gone", id=tombstone.id))
    said = element("p", (), f"{notice_of(tombstone, words)} ", element("q", (), tombstone.opening))
    return element("details", (("class", "pb-gone"), ("id", tombstone.id)), summary, said)
