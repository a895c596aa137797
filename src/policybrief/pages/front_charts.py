"""The pictures on the front page: the charts of the brief, each below its title."""

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
"""Including the one beside the title."""


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture of the front page."""

    claim: str
    """Its heading; empty if it needs none."""
    html: Markup
    """From a template or elements, so already escaped."""
    number: str = ""
    """The id of its paragraph; empty if it shows the brief as a whole."""
    href: str = ""
    """The address of a page with more of it."""
    more: str = ""
    """The title of that page."""


@dataclass(frozen=True, slots=True)
class FrontPictures:
    """The pictures of the front page."""

    beside_title: ShownPicture | None
    below: tuple[ShownPicture, ...]


def pictures_of(site: SiteView, subjects: Iterable[Callable[[SiteView], ShownPicture | None]] = ()) -> FrontPictures:
    """Return the pictures of a brief: its subject at the top, and up to three charts below.

    `subjects` are pictures of the subject as a whole, such as a map, the best first, each None if the brief has no such
    picture. If it has none at all, its first chart is at the top.
    """
    charts = tuple(islice(_charts(site), _MOST_CHARTS))
    subject = next((picture for make in subjects if (picture := make(site))), None)
    if subject:
        return FrontPictures(subject, charts[: _MOST_CHARTS - 1])
    return FrontPictures(charts[0] if charts else None, charts[1:])


def _charts(site: SiteView) -> Iterator[ShownPicture]:
    """Yield the charts in the order of the text, those with a title first."""
    found = [
        (chart, words, part, annotated)
        for annotated in site.knowledge.chapters
        for part in annotated.document.citables()
        for chart, words in _charts_in(part)
    ]
    for chart, words, part, annotated in sorted(found, key=lambda one: not one[0].claim):
        yield _shown(chart, words, part, annotated, site)


def _charts_in(part: Citable) -> Iterator[tuple[Chart, str]]:
    """Yield the charts of a figure, each with the text of its caption."""
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
    """Return the text of a caption, without note numbers."""
    shown = (inner.text for inner in walk(node) if isinstance(inner, Text | Name | Unlinked))
    return " ".join("".join(shown).split())
