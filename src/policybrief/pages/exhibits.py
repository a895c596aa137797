"""The charts, tables and pictures of the chapters, for the page of figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..drawing.charts import groups_of
from ..model.addresses import chart_file, chart_picture, relative, table_file
from ..model.blocks import Caption, Table, walk
from ..model.captions import caption_label, statement_of
from ..model.charts import Chart
from ..model.document import Citable
from ..model.inlines import Picture
from ..model.shortening import shortened
from ..wording.words import Words
from .chart_drawing import chart_alone
from .render import as_made
from .site_index import SiteView

_LONGEST = 170


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A chart, a table or a picture."""

    is_chart: bool
    where: str
    """Its label in the caption, `Table 2.28`, or `Chart at 2.14` without a number."""
    title: str
    href: str
    chart: Markup
    csv: str
    svgs: tuple[str, ...]
    pngs: tuple[str, ...]


def exhibits_of(site: SiteView, start: str) -> tuple[Exhibit, ...]:
    """Return the exhibits of the chapters, charts first, each kind in the order of the text."""
    found = tuple(_exhibits(site, start))
    return tuple(sorted(found, key=lambda one: not one.is_chart))


def _exhibits(site: SiteView, start: str) -> Iterator[Exhibit]:
    here = site.addresses.of(start)
    for chapter in site.knowledge.chapters:
        for section in chapter.sections:
            for part in section.parts:
                if not isinstance(part, Citable):
                    continue
                nodes = [node for block in part.blocks for node in walk(block)]
                table = next((node for node in nodes if isinstance(node, Table)), None)
                caption = next((node for node in nodes if isinstance(node, Caption)), None)
                if not table and not (caption and any(isinstance(node, Picture) for node in nodes)):
                    continue
                chart = table.chart if table else None
                numbers = range(1, len(groups_of(chart)) + 1) if chart else ()
                yield Exhibit(
                    is_chart=chart is not None,
                    where=caption_label(caption) or _where(chart, table, part.number, site.words),
                    title=_title(caption, table) or part.number,
                    href=site.addresses.link(chapter.chapter.path, start, part.id),
                    chart=as_made(chart_alone(chart, site.words)) if chart else Markup(),
                    csv=relative(table_file(part.id), here) if table else "",
                    svgs=tuple(relative(chart_file(part.id, number), here) for number in numbers),
                    pngs=tuple(
                        relative(chart_picture(part.id, number), here) for number in numbers if site.has_pictures
                    ),
                )


def _where(chart: Chart | None, table: Table | None, number: str, words: Words) -> str:
    if chart:
        return words.say("Chart at {number}", number=number)
    return words.say("Table at {number}", number=number) if table else words.say("Picture at {number}", number=number)


def _title(caption: Caption | None, table: Table | None) -> str:
    """Return the title of a chart, or the first sentence of a caption."""
    if table and table.chart and table.chart.claim:
        return table.chart.claim
    return shortened(statement_of(caption), _LONGEST) if caption else ""
