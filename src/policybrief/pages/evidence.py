"""The page *Evidence*: how sources are judged, and what each chapter rests on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.addresses import EVIDENCE_PATH, REFERENCES_PATH
from ..model.catalogue import PageBody
from ..model.knowledge import AnnotatedChapter
from ..model.output import Contents
from ..model.qualities_in_words import mix_of, quality_label
from ..model.quality import Quality, quality_of
from ..wording.words import Words, message
from .claims import chapter_statements
from .render import fragment
from .site_index import SiteView
from .source_facts import Badge
from .titles import EVIDENCE_TITLE, QUALITY_ANCHOR
from .words import chapter_title

_MEANINGS: Mapping[Quality, str] = {
    Quality.PRIMARY: message(
        "The thing itself: a treaty, a law, a speech, an official statistic, a transcript. It proves what was said, "
        "agreed or counted, not that it is true."
    ),
    Quality.ACADEMIC: message("Research that other scholars have reviewed: journals, university presses."),
    Quality.THINK_TANK: message("Analysis by a research institute that names its authors and its sources."),
    Quality.AGENCY: message(
        "A news agency, which reports at first hand and corrects its errors. A state agency also speaks for its state."
    ),
    Quality.PRESS: message("Newspapers, magazines and broadcasters."),
    Quality.PARTY: message(
        "A participant in the dispute, or a medium that speaks for one: evidence of what that side says."
    ),
    Quality.WEAK: message(
        "Unsigned, second-hand or not edited, such as an open encyclopedia: a lead that should be confirmed elsewhere."
    ),
}
"""The explanation of each quality for readers."""


@dataclass(frozen=True, slots=True)
class QualityLine:
    """A quality, its meaning, and the number of sources with it."""

    badge: Badge
    meaning: str
    count: int


@dataclass(frozen=True, slots=True)
class ChapterMix:
    """The number of sources of each quality that a chapter cites."""

    title: str
    href: str
    counts: tuple[int, ...]
    total: int


def evidence_page(site: SiteView) -> PageBody:
    """Return the page of evidence."""
    printed = (each.reference for each in site.knowledge.references)
    listed = [site.references[id_] for id_ in printed if id_ in site.references]
    count = Counter(map(quality_of, listed))
    chapters = tuple(_chapters(site))
    html = fragment(
        "evidence.html",
        site.words,
        title=site.words.say(EVIDENCE_TITLE),
        mix=mix_of(listed, site.words),
        anchor=QUALITY_ANCHOR,
        references_href=site.addresses.link(REFERENCES_PATH, EVIDENCE_PATH),
        qualities=tuple(_line(quality, count[quality], site.words) for quality in Quality),
        chapters=chapters,
        statements=chapter_statements(site),
    )
    contents = [Contents(site.words.say("How sources are judged"), QUALITY_ANCHOR)]
    if chapters:
        contents.append(Contents(site.words.say("Sources by chapter"), "by-chapter"))
    return PageBody(html, tuple(contents))


def _line(quality: Quality, count: int, words: Words) -> QualityLine:
    return QualityLine(Badge(quality.value, quality_label(quality, words)), words.say(_MEANINGS[quality]), count)


def _chapters(site: SiteView) -> Iterator[ChapterMix]:
    for annotated in site.knowledge.chapters:
        cited = _cited(annotated, site)
        count = Counter(cited.values())
        if cited:
            yield ChapterMix(
                chapter_title(annotated.chapter),
                site.addresses.link(annotated.chapter.path, EVIDENCE_PATH),
                tuple(count[quality] for quality in Quality),
                len(cited),
            )


def _cited(annotated: AnnotatedChapter, site: SiteView) -> dict[str, Quality | None]:
    cited = {citation.reference for citation in annotated.citations}
    return {id_: quality_of(site.references[id_]) for id_ in cited if id_ in site.references}
