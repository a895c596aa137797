"""Maps that the author asks for: `{: .map }` under a paragraph, which becomes the caption of its map.

The map shows what the paragraph names, or the entries in `places="baku ceyhan"`.
"""

import re
from collections.abc import Container, Iterable
from dataclasses import replace

from ..model.blocks import Block, TextBlock
from ..model.inlines import attribute
from ..model.places import Source
from ..model.problems import Code, Place, Problem, did_you_mean

_ASKS = "map"
_PLACES = "places"
_REQUEST = re.compile(r"\{:?[^{}\n]*(?<![\w-])\.map(?![\w-])[^{}\n]*\}")


class MapReader:
    """Reads the entries for a map, without drawing it."""

    def __init__(self, source: Source, known: Iterable[str], located: Container[str]) -> None:
        self.source = source
        self.known = frozenset(known)
        self.located = located
        self.problems: list[Problem] = []

    def with_map(self, blocks: tuple[Block, ...], named: Iterable[str], at: int) -> tuple[Block, ...]:
        """Return what is cited, its paragraph with the entries of the map that it asks for.

        `named` are the entries it names, in its order; `at` is where it begins. The request leaves the tree.
        """
        first = blocks[0] if blocks else None
        if not isinstance(first, TextBlock) or _ASKS not in attribute(first.attributes, "class").split():
            return blocks
        match = _REQUEST.search(self.source.text, at)
        place = self.source.place(match.start() if match else at)
        written = attribute(first.attributes, _PLACES).replace(",", " ").split()
        self._check_known(written, place)
        shown = tuple(dict.fromkeys(id_ for id_ in (written or named) if id_ in self.located))
        if not shown and not any(id_ not in self.known for id_ in written):
            seen = "this map is empty: none of its entries has coordinates or a shape"
            hint = "name places that have 'coordinates' in the glossary, or remove '.map'"
            self.problems.append(Problem(Code.BAD_MAP, place, seen, hint))
        return (replace(first, on_map=shown, attributes=_without_request(first)), *blocks[1:])

    def _check_known(self, written: Iterable[str], place: Place) -> None:
        for id_ in written:
            if id_ not in self.known:
                hint = did_you_mean(id_, sorted(self.known), "write ids from the glossary")
                self.problems.append(Problem(Code.BAD_MAP, place, f"no entry '{id_}'", hint))


def _without_request(block: TextBlock) -> tuple[tuple[str, str], ...]:
    classes = [word for word in attribute(block.attributes, "class").split() if word != _ASKS]
    others = tuple(pair for pair in block.attributes if pair[0] not in ("class", _PLACES))
    return ((("class", " ".join(classes)),) if classes else ()) + others
