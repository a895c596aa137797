"""The words of a web page."""

from .errors import ExtractionFailedError, lacking

_WHOLE = "The whole page"


def words_of_page(content: bytes) -> str:
    """Return the words of a page: its main text line by line, and below it all words that it shows.

    What is the main text is guessed, and a quotation may be from what is beside it. Raises ExtractionFailedError.
    """
    try:
        from trafilatura import extract, html2txt  # noqa: PLC0415 - an extra, and slow to load
    except ImportError as error:
        raise lacking("trafilatura", "a web page") from error
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # noqa: PLC0415 - it comes with trafilatura

    try:
        main = extract(content, favor_recall=True, include_comments=False, include_tables=True) or ""
        whole = html2txt(content, clean=False)
    except (LxmlError, ValueError, LookupError, RecursionError) as error:
        raise ExtractionFailedError("the page cannot be read as HTML: save it from the browser again") from error
    return f"{main}\n\n{_WHOLE}:\n{whole}" if main and whole else main or whole
