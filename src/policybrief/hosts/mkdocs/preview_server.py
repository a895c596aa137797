"""The server of a preview: it makes what is requested, and adds notes for the author to its pages."""

import posixpath
from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.livereload import LiveReloadServer

from ...pages.bundles import preview_script, preview_stylesheet
from .preview_notes import PreviewNotes
from .preview_policy import allowed
from .unopened import Unopened, say_nothing_of_skipped_pages

_OF_THE_HOST = "/livereload/"
_TRIES = 3
"""So often may a build take away what was made, before the server finds it."""

Headers = list[tuple[str, str]]


def serve_by(server: LiveReloadServer, unopened: Unopened, notes: PreviewNotes) -> None:
    """Let the host's server make what is requested, never during a build, and add the notes to pages."""
    build, answer = server.builder, server.get_app()
    assert answer is not None, "the server of the host has its application from the start"

    def building() -> None:
        with unopened.lock:
            notes.begin()
            build()

    say_nothing_of_skipped_pages()
    server.builder = building
    server.set_app(_with_notes(_opening(answer, unopened, server.mount_path), notes, server.mount_path))


def _opening(answer: WSGIApplication, unopened: Unopened, mount_path: str) -> WSGIApplication:
    """Return what makes pages and files before `answer` looks for them."""

    def opening(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if "\0" in _address(environ):  # the host would ask the disk for it
            start_response("404 Not Found", _headers([("Content-Type", "text/plain")], b""))
            return [b""]
        paths = paths_of(_address(environ), mount_path)
        for _ in range(_TRIES):
            begun: list[tuple[str, Headers]] = []
            there = any(unopened.open(path) for path in paths)
            body = answer(environ, partial(_begin, begun))
            if not there or not begun[-1][0].startswith("404"):
                break
        start_response(*begun[-1])
        return body

    return opening


def _with_notes(answer: WSGIApplication, notes: PreviewNotes, mount_path: str) -> WSGIApplication:
    """Return what adds the notes, and what the policy has to allow for a preview, to the pages that `answer` gives."""
    own = {mount_path + file.path: file.content for file in (preview_stylesheet(), preview_script())}

    def noting(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        address = _address(environ)
        if address in own:
            kind = "text/css" if address.endswith(".css") else "text/javascript"
            start_response("200 OK", _headers([("Content-Type", kind)], own[address]))
            return [own[address]]
        begun: list[tuple[str, Headers]] = []
        body = answer(environ, partial(_begin, begun))
        status, headers = begun[-1]
        if dict(headers).get("Content-Type", "").partition(";")[0] != "text/html":
            start_response(status, headers)
            return body
        page = allowed(b"".join(body).decode("utf-8", "surrogateescape"))
        noted = notes.added_to(page, paths_of(address, mount_path), quote(mount_path))
        content = noted.encode("utf-8", "surrogateescape")
        start_response(status, _headers(headers, content))
        return [content]

    return noting


def _address(environ: WSGIEnvironment) -> str:
    address: str = environ["PATH_INFO"]
    return address.encode("latin-1").decode("utf-8", "ignore")


def _headers(headers: Headers, content: bytes) -> Headers:
    others = [(name, value) for name, value in headers if name != "Content-Length"]
    return [*others, ("Content-Length", str(len(content)))]


def _begin(
    begun: list[tuple[str, Headers]], status: str, headers: Headers, _error: object = None
) -> Callable[[bytes], object]:
    begun.append((status, headers))
    return _refuse_to_write


def _refuse_to_write(_content: bytes) -> None:
    raise NotImplementedError("the server of the host returns what it answers")


def paths_of(address: str, mount_path: str) -> tuple[str, ...]:
    """Return the files in a site that the host's server may look for when it is asked for an address."""
    if address.startswith(_OF_THE_HOST) or not f"{address}/".startswith(mount_path):
        return ()
    path = posixpath.normpath(f"/{address[len(mount_path) :]}").lstrip("/")
    return (
        (posixpath.join(path, "index.html"),) if address.endswith("/") else (path, posixpath.join(path, "index.html"))
    )
