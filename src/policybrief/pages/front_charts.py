"""What the front page shows of a brief in pictures: its charts, each under the sentence that it proves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from ..model.addresses import HOME_PATH
from ..model.blocks import Caption, Node, Table, walk
from ..model.captions import caption_words
from ..model.charts import Chart
from ..model.document import Citable
from ..model.inlines import Name, Text, Unlinked
from ..model.knowledge import AnnotatedChapter
from ..model.sentences import sentences_of
from .chart_drawing import chart_alone
from .site_index import SiteView

_MOST_CHARTS = 4
"""The one beside the title included."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture of the front page."""

    claim: str
    """What it shows, as its heading; empty for one that needs none."""
    html: Markup
    """Made by a template or from elements, and so escaped."""
    number: str = ""
    """Of the paragraph it is from; empty for one that is made of the brief as a whole."""
    href: str = ""
    """Where more of it is."""
    more: str = ""
    """What that place is called."""


@dataclass(frozen=True, slots=True)
class FrontPictures:
    """The pictures of the front page."""

    beside_title: ShownPicture | None
    below: tuple[ShownPicture, ...]


def pictures_of(site: SiteView, subjects: Iterable[Callable[[SiteView], ShownPicture | None]] = ()) -> FrontPictures:
    """Return the pictures of a brief: its subject at the head, and up to three charts below it.

    `subjects` are pictures of the subject as a whole, such as a map, the best first, each None where the brief has no
    such picture. Where it has none at all, its first chart is at the head.
    """
    charts = tuple(islice(_charts(site), _MOST_CHARTS))
    subject = next((picture for make in subjects if (picture := make(site))), None)
    if subject:
        return FrontPictures(subject, charts[: _MOST_CHARTS - 1])
    return FrontPictures(charts[0] if charts else None, charts[1:])


def _charts(site: SiteView) -> Iterator[ShownPicture]:
    """Yield the charts in the order of the text, those that make a claim first."""
    found = [
        (chart, words, part, annotated)
        for annotated in site.knowledge.chapters
        for part in annotated.document.citables()
        for chart, words in _charts_in(part)
    ]
    for chart, words, part, annotated in sorted(found, key=lambda one: not one[0].claim):
        yield _shown(chart, words, part, annotated, site)


def _charts_in(part: Citable) -> Iterator[tuple[Chart, str]]:
    """Yield the charts of a figure, each with the words of its caption."""
    for block in part.blocks:
        caption = ""
        tables: list[Table] = []
        for node in walk(block):
            if isinstance(node, Caption):
                caption = caption or caption_words(node)
            elif isinstance(node, Table) and node.chart:
                tables.append(node)
        for table in tables:
            if table.chart:
                yield table.chart, caption or " ".join(map(_words, table.caption))


def _shown(chart: Chart, caption: str, part: Citable, annotated: AnnotatedChapter, site: SiteView) -> ShownPicture:
    first = next(iter(sentences_of(caption)), None)
    said = caption[first.start : first.end].partition(";")[0].rstrip(". ") if first else ""
    href = site.addresses.link(to=annotated.chapter.path, start=HOME_PATH, anchor=part.id)
    return ShownPicture(
        chart.claim or said or chart.title,
        Markup(chart_alone(chart, site.words)),
        part.number,
        href,
        site.words.say("Table and sources"),
    )


def _words(node: Node) -> str:
    """Return the words of a caption, without the numbers of its notes."""
    shown = (inner.text for inner in walk(node) if isinstance(inner, Text | Name | Unlinked))
    return " ".join("".join(shown).split())
