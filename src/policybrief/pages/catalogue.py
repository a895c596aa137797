"""The built-in pages, each declared only here: its name, its maker, and its place in the navigation.

The maker of an undivided page is imported when the page is made, because a check makes few pages, or none.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from ..model.addresses import (
    CITE_PATH,
    EVIDENCE_PATH,
    FIGURES_PATH,
    GLOSSARY_PATH,
    HOME_PATH,
    NAMES_PATH,
    PLACES_PATH,
    QUOTATION_PATH,
    REFERENCES_PATH,
    SEARCH_PATH,
    TIMELINE_PATH,
    USING_PATH,
    WHOLE_PATH,
    entry_path,
)
from ..model.brief import Chapter, Project
from ..model.catalogue import CHAPTERS_RANK, InParts, Menu, Output, PageBody, PageDeclaration, PageSet, Subject
from ..model.knowledge import AnnotatedChapter
from ..model.output import Artifact
from ..model.publication import FileDeclaration, Publication, SitePlace
from .address_rules import FOLDER, HOSTS, rules_file
from .bundles import SCRIPTLESS_PATH, not_found_script, plain_stylesheet, scriptless_stylesheet
from .downloads import chapter_offers
from .entry import entry_page, entry_parts
from .glossary import glossary_page, glossary_parts
from .names import names_page, names_parts
from .parts import in_parts
from .permanent import SCRIPT_PATH, permanent_addresses
from .places import has_places, places_page, places_parts
from .references import references_page, references_parts
from .site_index import view_of
from .timeline import has_timeline, timeline_page, timeline_parts
from .titles import (
    CITE_TITLE,
    EVIDENCE_TITLE,
    FIGURES_TITLE,
    GLOSSARY_TITLE,
    NAMES_TITLE,
    PLACES_TITLE,
    QUOTATION_TITLE,
    REFERENCES_TITLE,
    SEARCH_TITLE,
    TIMELINE_TITLE,
    USING_TITLE,
    WHOLE_TITLE,
    glossary_label,
)

LARGEST_WHOLE = 400_000
"""The most characters of text in the page of all chapters: some 60,000 words. A larger brief has no such page."""


def _chapters(project: Project) -> Iterator[PageDeclaration]:
    for chapter in project.chapters:
        make = partial(_make_chapter, chapter.path)
        yield PageDeclaration(
            chapter.path, chapter.title, make, chapter.summary, CHAPTERS_RANK, subject=Subject.CHAPTER
        )


def _make_chapter(path: str, publication: Publication) -> PageBody:
    from .chapter_page import chapter_page  # noqa: PLC0415

    files = chapter_offers(path, publication.made, publication.addresses, publication.words)
    return chapter_page(publication.once(_chapters_by_path)[path], publication.once(view_of), files)


def _chapters_by_path(publication: Publication) -> Mapping[str, AnnotatedChapter]:
    return {annotated.chapter.path: annotated for annotated in publication.knowledge.chapters}


def _whole(project: Project) -> Iterator[PageDeclaration]:
    """Declare the page of all chapters, if the brief has several and is not too large."""
    if _fits_one_page(project.chapters):
        words = project.words
        description = words.say(
            "All chapters of {title} on one page, for reading through, searching and printing.",
            title=project.brief.title,
        )
        yield PageDeclaration(
            WHOLE_PATH, words.say(WHOLE_TITLE), _make_whole, description, rank=200, menu=Menu.FOOTER, listed=False,
            subject=Subject.SAME_BRIEF,
            sought="print printing full text all chapters one page",
        )  # fmt: skip


def _fits_one_page(chapters: Sequence[Chapter]) -> bool:
    """Return whether there are several chapters, and not too many for a browser."""
    return len(chapters) > 1 and sum(len(chapter.body) for chapter in chapters) <= LARGEST_WHOLE


def _make_whole(publication: Publication) -> PageBody:
    from .one_page import one_page  # noqa: PLC0415

    return one_page(publication.once(view_of))


def _home(project: Project) -> Iterator[PageDeclaration]:
    brief = project.brief
    description = brief.description or brief.subtitle
    files = "download file files pdf epub word zip data json bibtex ris offline"
    downloads = SitePlace(HOME_PATH, project.words.say("Downloads"), words=files, anchor="downloads")
    yield PageDeclaration(
        HOME_PATH, brief.title, _make_home, description, rank=0, subject=Subject.BRIEF,
        sought="home front start about author authors editor publisher contact wrote written abstract edition licence "
        "license copyright doi chapters contents",
        parts=(downloads,),
    )  # fmt: skip


def _make_home(publication: Publication) -> PageBody:
    from .home import home_page  # noqa: PLC0415

    return home_page(publication.once(view_of), publication.downloads, whole=WHOLE_PATH in publication.pages)


def _indexes(project: Project) -> Iterator[PageDeclaration]:
    title, words = project.brief.title, project.words
    if has_timeline(project.glossary.entries):
        yield PageDeclaration(
            TIMELINE_PATH, words.say(TIMELINE_TITLE), partial(timeline_page, 1), _about(TIMELINE_TITLE, project),
            rank=300, menu=Menu.HEADER, from_text=True, subject=Subject.EVENTS,
            sought="events chronology dates calendar history",
        )  # fmt: skip
    if has_places(project.glossary.entries, len(project.shapes)):
        yield PageDeclaration(
            PLACES_PATH, words.say(PLACES_TITLE), partial(places_page, 1),
            words.say("Map and list of the places in {title}", title=title), rank=350, menu=Menu.HEADER, from_text=True,
            sought="map maps place places where geography location route routes pipeline",
        )  # fmt: skip
    description = words.say("Mentions by chapter in {title}, and the memberships of states.", title=title)
    yield PageDeclaration(
        FIGURES_PATH, words.say(FIGURES_TITLE), _make_figures, description, rank=500, menu=Menu.HEADER, from_text=True,
        sought="figure chart charts graph graphs diagram table tables picture pictures membership memberships",
    )  # fmt: skip
    yield PageDeclaration(
        GLOSSARY_PATH, words.say(GLOSSARY_TITLE), partial(glossary_page, 1), _about(GLOSSARY_TITLE, project),
        rank=400, menu=Menu.HEADER, from_text=True, label=words.say(glossary_label(project.glossary.entries)),
        subject=Subject.GLOSSARY,
        sought="who's who what's what people entries entry terms definitions dictionary abbreviations acronyms",
    )  # fmt: skip
    yield PageDeclaration(
        NAMES_PATH, words.say(NAMES_TITLE), partial(names_page, 1), words.say("Names in {title}", title=title),
        rank=700, menu=Menu.FOOTER, from_text=True, label=words.say("Index of names"), subject=Subject.NAMES,
        sought="name index spellings spelling alphabet a-z",
    )  # fmt: skip
    if project.references:
        yield PageDeclaration(
            REFERENCES_PATH, words.say(REFERENCES_TITLE), partial(references_page, 1),
            _about(REFERENCES_TITLE, project), rank=600, menu=Menu.HEADER, from_text=True, label=words.say("Sources"),
            subject=Subject.REFERENCES,
            sought="reference source sources bibliography literature works cited footnotes language",
        )  # fmt: skip
        yield PageDeclaration(
            EVIDENCE_PATH, words.say(EVIDENCE_TITLE), _make_evidence,
            words.say("What {title} rests on, and how its sources are judged.", title=title),
            rank=650, menu=Menu.FOOTER, from_text=True, subject=Subject.EVIDENCE,
            sought="evidence reliability quality trust proof method how sources are judged",
        )  # fmt: skip


def _aids(project: Project) -> Iterator[PageDeclaration]:
    """Declare the pages on using and citing the site, and those for looking things up."""
    title, words = project.brief.title, project.words
    yield PageDeclaration(
        CITE_PATH, words.say(CITE_TITLE), _make_cite,
        words.say("How to cite {title}, or a paragraph of it.", title=title), rank=800, menu=Menu.FOOTER,
        subject=Subject.SAME_BRIEF,
        sought="citing citation citations quote quoting reference manager bibtex ris zotero style doi",
    )  # fmt: skip
    yield PageDeclaration(
        QUOTATION_PATH, words.say(QUOTATION_TITLE), _make_quotation,
        words.say("Whether a passage is quoted correctly from {title}, and which paragraph to cite.", title=title),
        rank=850, menu=Menu.FOOTER, from_text=True,
        sought="verify verification check quote quotation misquotation fact-check plagiarism paste passage",
    )  # fmt: skip
    yield PageDeclaration(
        USING_PATH, words.say(USING_TITLE), _make_using,
        words.say("How to find your way in {title}, search it and cite it.", title=title), rank=900,
        menu=Menu.FOOTER, sought="help manual guide how keyboard shortcuts keys offline print accessibility dark mode",
    )  # fmt: skip
    yield PageDeclaration(
        SEARCH_PATH,
        words.say(SEARCH_TITLE),
        _make_search,
        words.say("All results of a search in {title}.", title=title),
        listed=False,
    )


def _about(what: str, project: Project) -> str:
    words = project.words
    return words.say("{what} of {title}", what=words.say(what), title=project.brief.title)


def _index_parts(publication: Publication) -> Iterator[InParts]:
    """Declare the later parts of divided indexes."""
    project, title, words = publication.project, publication.brief.title, publication.words
    timeline = publication.once(timeline_parts)
    yield from in_parts(
        TIMELINE_PATH, words.say(TIMELINE_TITLE), _about(TIMELINE_TITLE, project), timeline, timeline_page
    )
    if has_places(project.glossary.entries, len(project.shapes)):
        places = publication.once(places_parts)
        yield from in_parts(PLACES_PATH, words.say(PLACES_TITLE), _about(PLACES_TITLE, project), places, places_page)
    references = publication.once(references_parts)
    yield from in_parts(
        REFERENCES_PATH, words.say(REFERENCES_TITLE), _about(REFERENCES_TITLE, project), references, references_page
    )
    glossary = publication.once(glossary_parts)
    yield from in_parts(
        GLOSSARY_PATH, words.say(GLOSSARY_TITLE), _about(GLOSSARY_TITLE, project), glossary, glossary_page
    )
    yield from in_parts(
        NAMES_PATH,
        words.say(NAMES_TITLE),
        words.say("Names in {title}", title=title),
        publication.once(names_parts),
        names_page,
    )


def _make_cite(publication: Publication) -> PageBody:
    from .cite import cite_page  # noqa: PLC0415

    scripts = tuple(path for path in publication.made if path.endswith(".js"))
    return cite_page(publication.once(view_of), publication.downloads, scripts)


def _make_using(publication: Publication) -> PageBody:
    from .using import using_page  # noqa: PLC0415

    return using_page(publication.once(view_of), publication.pages)


def _make_quotation(publication: Publication) -> PageBody:
    from .quotation import quotation_page  # noqa: PLC0415

    return quotation_page(publication.once(view_of), whole=WHOLE_PATH in publication.pages)


def _make_search(publication: Publication) -> PageBody:
    from .search_results import search_results_page  # noqa: PLC0415

    return search_results_page(publication.once(view_of), whole=WHOLE_PATH in publication.pages)


def _entries(project: Project) -> Iterator[PageDeclaration]:
    for entry in project.glossary.entries:
        make = partial(entry_page, entry, 1)
        yield PageDeclaration(entry_path(entry.id), entry.label, make, subject=Subject.ENTRY, from_text=True)


def _make_figures(publication: Publication) -> PageBody:
    from .figures import figures_page  # noqa: PLC0415

    return figures_page(publication.once(view_of))


def _make_evidence(publication: Publication) -> PageBody:
    from .evidence import evidence_page  # noqa: PLC0415

    return evidence_page(publication.once(view_of))


PAGES = (
    PageSet(_chapters),
    PageSet(_home),
    PageSet(_indexes, _index_parts),
    PageSet(_aids),
    PageSet(_entries, entry_parts),
    PageSet(_whole),
)
"""All built-in pages."""


def _plain(publication: Publication) -> tuple[Artifact, ...]:
    return plain_stylesheet(), scriptless_stylesheet(), not_found_script(publication.words)


OUTPUTS = (
    Output(
        "permanent-addresses",
        (FileDeclaration(f"{FOLDER}/", "text/html"), FileDeclaration(SCRIPT_PATH, "text/javascript")),
        permanent_addresses,
    ),
    Output(
        "without-theme",
        (
            FileDeclaration("assets/policybrief-plain.css", "text/css"),
            FileDeclaration(SCRIPTLESS_PATH, "text/css"),
            FileDeclaration("assets/policybrief-not-found.js", "text/javascript"),
        ),
        _plain,
    ),
    *(
        Output(host.name, (FileDeclaration(host.file, "text/plain"),), partial(rules_file, host), on_request=True)
        for host in HOSTS
    ),
)
"""What pages need that the theme does not provide."""
