"""A web page that a browser saved with all that belongs to it in one file (MHTML, RFC 2557)."""

import re
from email import message_from_bytes
from email.errors import MessageError

from .errors import ExtractionFailedError

_HEAD = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE)
_LONGEST_HEAD = 8192


def is_saved_page(content: bytes) -> bool:
    """Tell whether a file is such a page."""
    return bool(_HEAD.match(content[:_LONGEST_HEAD].replace(b"\r\n", b"\n")))


def page_in(content: bytes) -> bytes:
    """Return the HTML of the page. Raises ExtractionFailedError when there is none."""
    try:
        parts = [part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html"]
        html = parts[0].get_payload(decode=True) if parts else None
    except (MessageError, ValueError, LookupError) as error:
        raise ExtractionFailedError("the saved page is broken: save it again") from error
    if not isinstance(html, bytes) or not html.strip():
        raise ExtractionFailedError("there is no page in it: save it again, as a web page")
    return html
