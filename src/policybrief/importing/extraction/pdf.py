"""The words of a PDF."""

import logging
import zlib
from io import BytesIO

from .errors import ExtractionFailedError, lacking

MOST_PAGES = 5_000
PAGE_BREAK = "\n\f\n"
"""Between the words of two pages."""
_UNSOUND = (ValueError, LookupError, TypeError, ArithmeticError, AttributeError, AssertionError, RecursionError)
"""What the package raises beside its own errors where a file is not what it says."""


def words_of_pdf(content: bytes) -> str:
    """Return the words of a PDF, page by page; nothing where it has only pictures, as a scan has.

    Raises ExtractionFailedError when it is locked with a password, broken, or has too many pages.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError  # noqa: PLC0415
    except ImportError as error:
        raise lacking("pypdf", "a PDF") from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it remarks on what it could repair by itself
    try:
        reader = PdfReader(BytesIO(content))
        count = len(reader.pages)
        if count > MOST_PAGES:
            raise ExtractionFailedError(f"it has {count:,} pages; the limit is {MOST_PAGES:,}")
        return PAGE_BREAK.join(page.extract_text() for page in reader.pages)
    except (FileNotDecryptedError, DependencyError) as error:
        raise ExtractionFailedError("the PDF is locked with a password: save it without one") from error
    except (PyPdfError, zlib.error, OSError, *_UNSOUND) as error:
        raise ExtractionFailedError("the PDF is broken: download it again, or print it again") from error
