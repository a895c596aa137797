"""The security policy in a preview, which puts a script of its own into each page as it serves it."""

import re
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

from .security_policy import with_script

_OPENING, _CLOSING = "<script>", "</script>"
_OF_PREVIEW = re.compile(r"livereload\(\d+, \d+\);\s*\Z")
"""What the script of the preview ends with: it names the state of the site, and the request for the page."""


def allow_live_reload(server: LiveReloadServer) -> None:
    """Have the policy of each page name the script that the server puts into it, which is another at each request."""
    answer = server.get_app()
    assert answer is not None, "the server of the host has its application from the start"

    def allowing(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[tuple[str, list[tuple[str, str]]]] = []

        def begin(status: str, headers: list[tuple[str, str]], _error: object = None) -> Callable[[bytes], object]:
            begun.append((status, headers))
            return _refuse_to_write

        body = answer(environ, begin)
        status, headers = begun[-1]
        if dict(headers).get("Content-Type", "").partition(";")[0] != "text/html":
            start_response(status, headers)
            return body
        content = allowed(b"".join(body).decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
        others = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*others, ("Content-Length", str(len(content)))])
        return [content]

    server.set_app(allowing)


def _refuse_to_write(_content: bytes) -> None:
    raise NotImplementedError("the server of the host returns what it answers")


def allowed(page: str) -> str:
    """Return a page with its policy extended to the script of the preview, if it has one."""
    end = page.rfind("</body>")
    begin = (page if end < 0 else page[:end]).removesuffix(_CLOSING)
    script = begin.rpartition(_OPENING)[2]
    return with_script(page, script) if _OF_PREVIEW.search(script) else page
