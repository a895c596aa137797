"""What dashes and areas on a map mean, in words."""

from collections.abc import Iterator

from ..wording.words import Words
from .maps import MapDrawing


def map_key(drawing: MapDrawing, words: Words) -> Iterator[str]:
    """Yield the key of a map: the notes of its routes and areas, and whether a border is disputed."""
    for shape in (route.shape for route in drawing.routes):
        if shape.note and shape.dashed:
            yield words.say("{name}, dashed: {meaning}", name=shape.name, meaning=shape.note)
        elif shape.note:
            yield words.say("{name}: {meaning}", name=shape.name, meaning=shape.note)
    if drawing.has_dispute:
        yield words.say("Dashed border: disputed")
