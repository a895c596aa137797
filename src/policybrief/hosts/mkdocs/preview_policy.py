"""The security policy in a preview, which puts a script of its own into each page as it serves it."""

import re

from .security_policy import with_script

_OPENING, _CLOSING = "<script>", "</script>"
_OF_PREVIEW = re.compile(r"livereload\(\d+, \d+\);\s*\Z")
"""What the script of the preview ends with: it names the state of the site, and the request for the page."""


def allowed(page: str) -> str:
    """Return a page with its policy extended to the script of the preview, if it has one.

    The script is another at each request.
    """
    end = page.rfind("</body>")
    begin = (page if end < 0 else page[:end]).removesuffix(_CLOSING)
    script = begin.rpartition(_OPENING)[2]
    return with_script(page, script) if _OF_PREVIEW.search(script) else page
