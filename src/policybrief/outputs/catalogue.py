"""The built-in outputs: every file of the site for other programs and for its scripts, each declared only here.

Makers of outputs that are made only for publication or need the press are imported on demand: checks and previews do
not need them.
"""

from collections.abc import Iterable, Mapping

from ..model.catalogue import Output
from ..model.output import Artifact
from ..model.problems import Problem
from ..model.publication import FileDeclaration, Publication
from . import cards, evidence, files, passage, search
from .bibliography import brief_records, source_data, source_records
from .data import data_artifacts
from .jsonld_claims import claims_artifact
from .shown_files import shown_files
from .skos import skos_artifact


def _tables(publication: Publication) -> Iterable[Artifact]:
    from .tables import table_artifacts  # noqa: PLC0415

    return table_artifacts(publication)


def _pdf(publication: Publication) -> Iterable[Artifact | Problem]:
    from .press.pdf import pdf_artifacts  # noqa: PLC0415

    return pdf_artifacts(publication)


def _epub(publication: Publication) -> Iterable[Artifact | Problem]:
    from .ebook.book import epub_artifacts  # noqa: PLC0415

    return epub_artifacts(publication)


def _title_card(publication: Publication) -> Iterable[Artifact | Problem]:
    from .press.title_pictures import card_artifacts  # noqa: PLC0415

    return card_artifacts(publication)


def _chart_pictures(publication: Publication) -> Iterable[Artifact | Problem]:
    from .press.chart_pictures import picture_artifacts  # noqa: PLC0415

    return picture_artifacts(publication)


def _text(publication: Publication) -> Iterable[Artifact | Problem]:
    from .markdown import text_artifacts  # noqa: PLC0415

    return text_artifacts(publication)


def _citing(publication: Publication) -> Iterable[Artifact]:
    pages: Mapping[str, int] = {}
    if publication.publishes:
        from .press.pdf import pages_by_number  # noqa: PLC0415

        pages = pages_by_number(publication)
    return (passage.citing_script(publication.project, publication.passages, publication.site_url, pages),)


def _evidence(publication: Publication) -> Iterable[Artifact]:
    return (evidence.evidence_script(publication.knowledge, publication.project.words),)


def _others(publication: Publication) -> Iterable[Artifact]:
    from . import evidence_others  # noqa: PLC0415

    return (evidence_others.others_script(publication.project, publication.knowledge, publication.addresses),)


def _cards(publication: Publication) -> Iterable[Artifact]:
    return cards.card_scripts(publication.project, publication.knowledge)


def _search(publication: Publication) -> Iterable[Artifact]:
    return search.search_artifacts(
        publication.project, publication.knowledge, publication.addresses, publication.places
    )


def _skos(publication: Publication) -> Iterable[Artifact]:
    project, knowledge = publication.project, publication.knowledge
    return (skos_artifact(project, knowledge, publication.addresses, publication.site_url),)


def _claims_file(publication: Publication) -> Iterable[Artifact]:
    return (claims_artifact(publication),)


def _site_zip(publication: Publication) -> Iterable[Artifact]:
    """Return the file of the whole site, still empty: the host fills it after writing the site."""
    return (Artifact(files.SITE_ZIP.path, b""),) if publication.brief.zip.enabled else ()


def _scripts(*paths: str) -> tuple[FileDeclaration, ...]:
    return tuple(FileDeclaration(path, "text/javascript") for path in paths)


OUTPUTS = (
    Output("pdf", (files.BRIEF_PDF, files.CHAPTER_PDFS, files.PAGES_DATA), _pdf, published_only=True),
    Output("epub", (files.BRIEF_EPUB,), _epub, published_only=True, from_text=True, beside=shown_files),
    Output("title-card", (files.TITLE_CARD,), _title_card, published_only=True),
    Output("chart-pictures", (files.CHART_PICTURES,), _chart_pictures, published_only=True),
    Output(
        "text", (files.BRIEF_TEXT, files.CHAPTER_TEXTS, files.LLMS_TEXT), _text, published_only=True, from_text=True
    ),
    Output("zip", (files.SITE_ZIP,), _site_zip, published_only=True),
    Output("tables", (files.TABLE_FILES, files.CHART_FILES), _tables, from_text=True),
    Output(
        "brief-records",
        (files.BRIEF_BIBTEX, files.BRIEF_BIBLATEX, files.BRIEF_RIS, files.BRIEF_CSL),
        brief_records,
        from_text=True,
    ),
    Output(
        "source-records",
        (files.SOURCES_BIBTEX, files.SOURCES_BIBLATEX, files.SOURCES_RIS, files.SOURCES_CSL),
        source_records,
        from_text=True,
    ),
    Output(
        "data",
        (
            files.BRIEF_DATA,
            files.PARAGRAPHS_DATA,
            files.GLOSSARY_DATA,
            files.EVENTS_DATA,
            files.MENTIONS_DATA,
            files.SCHEMA_FILES,
        ),
        data_artifacts,
        from_text=True,
    ),
    Output(
        "source-data", (files.CITATIONS_DATA, files.EVIDENCE_DATA, files.REFERENCES_DATA), source_data, from_text=True
    ),
    Output("claims", (files.CLAIMS,), _claims_file, from_text=True),
    Output("skos", (files.SKOS,), _skos, always_whole=True, from_text=True),
    Output("citing", _scripts(passage.SCRIPT_PATH), _citing, always_whole=True),
    Output("evidence", _scripts(evidence.SCRIPT_PATH), _evidence, from_text=True),
    Output("evidence-others", (files.OTHERS_SCRIPT,), _others, published_only=True, from_text=True),
    Output("cards", _scripts(cards.NAMES_PATH, cards.PARAGRAPHS_PATH), _cards, always_whole=True, from_text=True),
    Output(
        "search",
        _scripts(
            search.DATA_PATH,
            search.MORE_PATH,
            search.CODE_PATH,
            search.LANDING_PATH,
            search.RESULTS_SCRIPT_PATH,
            search.QUOTES_SCRIPT_PATH,
        ),
        _search,
        always_whole=True,
        from_text=True,
    ),
)
"""In the order in which the front page offers the files."""
