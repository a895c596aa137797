"""The relation fan: an entry in the middle, its neighbours on both sides, each with its line."""

from dataclasses import dataclass

from ..drawing.lettering import lines_of, text_width
from ..model.forms import with_capital
from ..model.glossary import RelationType
from ..wording.words import Words
from .relations import RelationGroup
from .site_index import EntryLink, SiteView

FEWEST = 9
"""With fewer neighbours, the list is enough."""
_MOST_IN_A_GROUP = 6
WIDTH = 500
_CENTRE_WIDTH = 104
_NAME_WIDTH = 152
_NAME_SIZE = 14
_LINE = 17
_NAME_GAP = 6
_HEADING = 21
_GROUP_GAP = 14
_PADDING = 10

_SORTS = {
    "kin": (RelationType.PARENT_OF, RelationType.SPOUSE_OF, RelationType.SIBLING_OF),
    "belongs": (RelationType.MEMBER_OF, RelationType.PART_OF, RelationType.LOCATED_IN, RelationType.SUCCESSOR_OF),
    "leads": (RelationType.LED_BY, RelationType.LEADS, RelationType.FOUNDED, RelationType.OWNED_BY),
    "agrees": (
        RelationType.PARTY_TO,
        RelationType.SIGNED,
        RelationType.NEGOTIATED,
        RelationType.MEDIATES,
        RelationType.ALLIED_WITH,
    ),
    "opposes": (RelationType.OPPOSES,),
    "about": (RelationType.ABOUT,),
}
_SORT_OF = {type_: sort for sort, types in _SORTS.items() for type_ in types}
"""The sort of a relation, which sets the colour and dashes of its line."""


@dataclass(frozen=True, slots=True)
class DrawnText:
    """A line of text and its position."""

    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Branch:
    """A neighbour: its name in lines, and the curve to it."""

    link: EntryLink
    lines: tuple[DrawnText, ...]
    curve: str


@dataclass(frozen=True, slots=True)
class FanGroup:
    """The neighbours that relate to the entry in the same way."""

    heading: DrawnText
    sort: str
    x: float
    anchor: str
    """`end` on the left of the entry, `start` on its right."""
    branches: tuple[Branch, ...]
    more: DrawnText | None
    """How many more the list has."""


@dataclass(frozen=True, slots=True)
class Fan:
    """The whole drawing."""

    height: float
    centre: tuple[DrawnText, ...]
    centre_x: float
    centre_y: float
    centre_width: float
    centre_height: float
    groups: tuple[FanGroup, ...]
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class _GroupLayout:
    """A group before it is placed."""

    group: RelationGroup
    shown: tuple[EntryLink, ...]
    lines: tuple[tuple[str, ...], ...]
    more: int

    @property
    def height(self) -> float:
        names = sum(len(lines) * _LINE + _NAME_GAP for lines in self.lines)
        return _HEADING + names + (_LINE + _NAME_GAP if self.more else 0) + _GROUP_GAP


def fan_of(name: str, groups: tuple[RelationGroup, ...], site: SiteView) -> Fan | None:
    """Return the fan of an entry with that name and these relations, or None if there are too few."""
    if len({related.link.id for group in groups for related in group.related}) < FEWEST:
        return None
    left, right = _sides([_layout(group, site) for group in groups])
    centre = lines_of(name, _CENTRE_WIDTH - 24, _NAME_SIZE + 2)
    width = max(_CENTRE_WIDTH, *(text_width(line, _NAME_SIZE + 2) + 24 for line in centre))
    box = len(centre) * 20 + 18
    height = max(box, _height(left), _height(right)) + 2 * _PADDING
    middle = height / 2
    first = middle - (len(centre) - 1) * 10 + 5
    return Fan(
        height=round(height),
        centre=tuple(DrawnText(line, round(first + n * 20, 1)) for n, line in enumerate(centre)),
        centre_x=round((WIDTH - width) / 2, 1),
        centre_y=round(middle - box / 2, 1),
        centre_width=round(width, 1),
        centre_height=box,
        groups=(*_placed(left, -1, middle, width / 2, site.words), *_placed(right, 1, middle, width / 2, site.words)),
    )


def _layout(group: RelationGroup, site: SiteView) -> _GroupLayout:
    """Return a group with the neighbours that the brief names most, in the order of the list."""
    links = {related.link.id: related.link for related in group.related}
    by_weight = sorted(links, key=lambda id_: -len(site.mentions.get(id_, ())))
    # The line `and 1 more` would take the room of that neighbour.
    kept = set(by_weight if len(links) <= _MOST_IN_A_GROUP + 1 else by_weight[:_MOST_IN_A_GROUP])
    shown = tuple(link for id_, link in links.items() if id_ in kept)
    return _GroupLayout(
        group, shown, tuple(lines_of(link.name, _NAME_WIDTH, _NAME_SIZE) for link in shown), len(links) - len(shown)
    )


def _sides(layouts: list[_GroupLayout]) -> tuple[list[_GroupLayout], list[_GroupLayout]]:
    """Return the groups on the left and on the right, balanced in height, each side in order."""
    left: list[_GroupLayout] = []
    right: list[_GroupLayout] = []
    for layout in sorted(layouts, key=lambda layout: -layout.height):
        (right if _height(right) <= _height(left) else left).append(layout)
    return [layout for layout in layouts if layout in left], [layout for layout in layouts if layout in right]


def _height(layouts: list[_GroupLayout]) -> float:
    return sum(layout.height for layout in layouts) - (_GROUP_GAP if layouts else 0)


def _placed(layouts: list[_GroupLayout], side: int, middle: float, half: float, words: Words) -> list[FanGroup]:
    """Return the groups of one side, centred on the height of the entry's box."""
    x = WIDTH / 2 + side * (WIDTH / 2 - _NAME_WIDTH)
    y = middle - _height(layouts) / 2
    placed = []
    for layout in layouts:
        at = y + _HEADING
        branches = []
        for link, lines in zip(layout.shown, layout.lines, strict=True):
            texts = tuple(DrawnText(line, round(at + 12 + n * _LINE, 1)) for n, line in enumerate(lines))
            target = at + 8 + (len(lines) - 1) * _LINE / 2
            branches.append(Branch(link, texts, _curve(side, x, target, middle, half)))
            at += len(lines) * _LINE + _NAME_GAP
        placed.append(
            FanGroup(
                heading=DrawnText(with_capital(layout.group.wording, words.language), round(y + 12, 1)),
                sort=_SORT_OF.get(layout.group.type, "about"),
                x=x,
                anchor="start" if side > 0 else "end",
                branches=tuple(branches),
                more=_more(layout.more, round(at + 12, 1), words),
            )
        )
        y += layout.height
    return placed


def _more(number: int, y: float, words: Words) -> DrawnText | None:
    return DrawnText(words.counted("and {n} more", "and {n} more", number), y) if number else None


def _curve(side: int, x: float, y: float, middle: float, half: float) -> str:
    """Return the path from the box in the middle to the name at `x` and `y`."""
    begin, end = WIDTH / 2 + side * half, x - side * 7
    first, second = begin + (end - begin) * 0.6, begin + (end - begin) * 0.3
    return f"M{begin:g} {middle:g}C{first:g} {middle:g} {second:g} {y:g} {end:g} {y:g}"
