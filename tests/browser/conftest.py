"""What the browser tests share: a Chromium, a server, this repository's own site, and watched pages."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from browser.chromium import ADVICE, find_chromium

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NOT_OF_THE_BRIEF = (".git", ".venv", ".*_cache", ".hypothesis", "site", "dist", "src", "tests", "bench")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Serve = Callable[[Path], str]


@dataclass(frozen=True, slots=True)
class Site:
    """The built brief, served."""

    url: str
    """Its address, ending in a slash."""
    folder: Path


def wait_until(page: Page, expression: str) -> None:
    """Wait until `expression` is true in `page`.

    Playwright's `wait_for_function` evaluates a string in the page each time it looks, which the strict content
    security policy forbids from the second time on.
    """
    for _ in range(300):
        if page.evaluate(f"Boolean({expression})"):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"not true within 15 seconds: {expression}")


@dataclass(frozen=True, slots=True)
class Visit:
    """A page in a context of its own, and what it did since it was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    """The addresses asked for, in order."""
    errors: list[str] = field(default_factory=list)
    """Errors on the console, and exceptions that nothing caught."""

    def watch(self) -> None:
        """Begin to note requests and errors."""

        def on_request(request: Request) -> None:
            self.requests.append(request.url)

        def on_console(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.errors.append(f"{message.text} ({message.location.get('url', '')})")

        self.page.on("request", on_request)
        self.page.on("console", on_console)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def wait_until_quiet(self) -> None:
        """Wait until the page has asked for nothing new for half a second.

        Chromium's headless shell may never call a very long page idle, so Playwright's `networkidle` is no use here.
        """
        seen = -1
        while seen != len(self.requests):
            seen = len(self.requests)
            self.page.wait_for_timeout(500)

    def assert_stayed_on(self, origin: str) -> None:
        """Fail if a request went anywhere but to `origin`."""
        inside = (origin, "data:", "blob:", "about:")
        outside = [url for url in self.requests if not url.startswith(inside)]
        assert not outside, "\n".join(outside)

    def assert_clean(self, origin: str) -> None:
        """Fail on an error of the page and on a request to anyone but `origin`."""
        assert not self.errors, "\n".join(self.errors)
        self.assert_stayed_on(origin)


OpenPage = Callable[..., Visit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


class _QuietHandler(SimpleHTTPRequestHandler):
    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page for what is not there, as static hosts do."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name it has in the base class)
        pass


@pytest.fixture(scope="session", autouse=True)
def chromium() -> Path:
    """The Chromium; without one every test here is skipped, or fails under CI=true, before a build."""
    found = find_chromium()
    if not found:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up(ADVICE)
    return found


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """The Chromium, running without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """A function that serves a folder on a free port of this machine and returns the address."""
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            handler = partial(_QuietHandler, directory=str(folder))
            server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
            Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_port}/"

        yield start


@pytest.fixture(scope="session")
def site(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """This repository's brief, built from a copy so that no test writes beside the sources.

    Every worker builds its own: the site knows its address, and each worker serves at another one.
    """
    brief, folder = tmp_path_factory.mktemp("brief") / "brief", tmp_path_factory.mktemp("site")
    shutil.copytree(ROOT, brief, ignore=shutil.ignore_patterns(*NOT_OF_THE_BRIEF))
    url = serve(folder)
    built = subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build", "--quiet", "--site-dir", folder],
        cwd=brief,
        env=os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if built.returncode:
        pytest.fail(f"mkdocs build failed:\n{built.stdout}", pytrace=False)
    return Site(url, folder)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """A function that opens a watched page in a fresh context; it takes Playwright's context options."""
    with ExitStack() as stack:

        def start(**options: Any) -> Visit:
            context = stack.enter_context(browser.new_context(**options))
            visit = Visit(context.new_page())
            visit.watch()
            return visit

        yield start


@pytest.fixture
def visit(open_page: OpenPage) -> Visit:
    """A watched page in a fresh context."""
    return open_page()


@pytest.fixture
def page(visit: Visit) -> Page:
    """The page of `visit`."""
    return visit.page
