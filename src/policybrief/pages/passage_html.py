"""The passage of a source that a citation rests on, as HTML."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ..model.dates_in_words import date_in_words
from ..model.document import Note
from ..model.glossary import is_foreign
from ..model.passages import Passage, PassageKind
from ..wording.words import Words, message
from .line_html import TargetPage
from .render import element

_KINDS: Mapping[PassageKind, str] = {
    PassageKind.SUPPORTS: message("supports this"),
    PassageKind.DISPUTES: message("disputes this"),
    PassageKind.BACKGROUND: message("background"),
}
"""Labels for readers by the kind of passage; a passage that simply states something needs none."""


def passages_html(note: Note, around: TargetPage) -> Iterator[Markup]:
    """Yield the passages that a note rests on."""
    for item in note.items:
        if passage := around.passages.get((item.key, item.passage)):
            yield passage_html(passage, around.words)


def passage_html(passage: Passage, words: Words) -> Markup:
    """Return the words of a passage, their translation, and remarks."""
    foreign = is_foreign(passage.language, words.language)
    very_words = element("q", (("lang", passage.language),) if foreign else (), passage.quote)
    quote = element("blockquote", (), very_words)
    translation = element("p", (), element("q", (), passage.translation), f" ({words.say('translated by us')})")
    read = words.say("read on {date}", date=date_in_words(passage.seen, words)) if passage.seen else ""
    kind = words.say(_KINDS[passage.kind]) if passage.kind in _KINDS else ""
    said = " · ".join(filter(None, (kind, passage.locator, read)))
    caption = element("figcaption", (), said) if said else Markup()
    return element(
        "figure", (("class", "pb-passage"),), quote, translation if passage.translation else Markup(), caption
    )
