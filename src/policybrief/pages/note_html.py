"""A note of a chapter as HTML: its number, which links back to the text, and its content."""

from collections.abc import Iterable

from markupsafe import Markup

from ..model.document import Document, Note, note_call_id
from ..model.inlines import NoteCall
from ..wording.words import Words
from .render import element

_BACK = (("role", "doc-backlink"),)


def note_html(note: Note, document: Document, content: Iterable[Markup], words: Words) -> Markup:
    """Return a note with its content, and a link to each place in the document that refers to it.

    It is not a `div`, because reader views drop a `div` with mostly links, as in a note on sources. Of the elements
    that they keep, only a custom element may have the role of a note.
    """
    calls = [note_call_id(document, NoteCall(note.number, call)) for call in range(1, note.calls + 1)]
    first = (("class", "pb-note-number"), ("href", f"#{calls[0]}"), *_BACK, ("title", words.say("Back to the text")))
    again = (
        element(
            "a",
            (("class", "pb-note-again"), ("href", f"#{call}"), *_BACK),
            words.say("{number}, again ({time})", number=str(note.number), time=str(count)),
        )
        for count, call in enumerate(calls[1:], 2)
    )
    attributes = (("class", "pb-note"), ("id", note.id), ("role", "doc-footnote"))
    return element("pb-note", attributes, element("a", first, str(note.number)), *content, *again)
