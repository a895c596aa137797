"""Where the brief names an entry: a strip in proportion to the chapters, with a line for each paragraph."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .ruler import Ruler, Segment
from .site_index import SiteView


@dataclass(frozen=True, slots=True)
class Stretch:
    """A chapter in the strip of one entry."""

    start: int
    length: int
    words: str
    """`Chapter 2: 14 mentions`."""
    count: int
    href: str
    """The first paragraph of the chapter that names the entry; empty if none does."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The places that name one entry."""

    stretches: tuple[Stretch, ...]
    ticks: str
    """The lines, as the data of an SVG path."""
    total: int


def strip_of(entry_id: str, ruler: Ruler, site: SiteView, start: str) -> Strip:
    """Return where the brief names an entry, linked from the page at path `start`."""
    mentions = site.mentions.get(entry_id, ())
    count = Counter(site.paragraphs[mention.paragraph].chapter for mention in mentions)
    first: dict[str, str] = {}
    for mention in mentions:
        first.setdefault(site.paragraphs[mention.paragraph].chapter, mention.paragraph)
    named = dict.fromkeys(mention.paragraph for mention in mentions)
    return Strip(
        stretches=tuple(_stretch(segment, count, first, site, start) for segment in ruler.segments),
        ticks=_ticks(sorted({s.positions[p] for s in ruler.segments for p in named if p in s.positions})),
        total=len(mentions),
    )


def _stretch(
    segment: Segment, count: Mapping[str, int], first: Mapping[str, str], site: SiteView, start: str
) -> Stretch:
    path = segment.chapter.path
    number = count.get(path, 0)
    return Stretch(
        start=segment.start,
        length=segment.length,
        words=f"{segment.name(site.words)}: {site.words.counted('{n} mention', '{n} mentions', number)}",
        count=number,
        href=site.addresses.link(to=path, start=start, anchor=first[path]) if number else "",
    )


def _ticks(positions: Iterable[int]) -> str:
    return "".join(f"M{position} 3v18" for position in positions)
