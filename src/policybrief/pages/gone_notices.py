"""Notices about paragraphs that are gone."""

from markupsafe import Markup

from ..model.ledger import Tombstone
from ..wording.words import Words
from .render import element


def notice_of(tombstone: Tombstone, words: Words) -> str:
    """Return the text before the words of a paragraph that is gone: until when the brief had it."""
    if tombstone.last == tombstone.edition:  # the ledger may be updated several times for one edition
        when = words.say(
            "Paragraph {id} was first in edition {last}, and has since been removed.",
            id=tombstone.id,
            last=tombstone.last,
        )
    else:
        when = words.say(
            "Paragraph {id} was in the brief up to edition {last}, and was removed in edition {edition}.",
            id=tombstone.id,
            last=tombstone.last,
            edition=tombstone.edition,
        )
    return f"{when} {words.say('It began:') if tombstone.opening.endswith('…') else words.say('It said:')}"


def gone_notice(tombstone: Tombstone, words: Words) -> Markup:
    """Return the folded notice at the nearest remaining place of a paragraph that is gone."""
    summary = element("summary", (), words.say("Paragraph {id}, which stood near here, is gone", id=tombstone.id))
    said = element("p", (), f"{notice_of(tombstone, words)} ", element("q", (), tombstone.opening))
    return element("details", (("class", "pb-gone"), ("id", tombstone.id)), summary, said)
