"""What a reader feels of a page: how far things move while it loads, and how many bytes it takes, fonts included.

Every kind of page of the brief in `site/` is loaded by a Chromium with an empty cache, as by a phone on a slow network
and as by a computer; served with gzip. Run `make site` first. It fails where a limit is exceeded.
"""

import gzip
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.chromium import find_chromium  # noqa: E402

PAGES = {
    "front page": "",
    "chapter": "chapters/2-balancing-russia-and-the-west/",
    "entry": "glossary/azerbaijan/",
    "glossary": "glossary/",
    "sources": "references/",
    "timeline": "timeline/",
    "figures": "figures/",
    "map": "places/",
    "how to cite": "cite/",
    "using": "using/",
}
MOST_SHIFT = 0.05
MOST_BYTES = 200_000
_PACKED = (".html", ".css", ".js", ".svg", ".json")
_SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""Of a network, as Chromium takes it: a fast 3G connection, in bytes a second."""
_WATCH = """
  window.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    window.shift += entry.hadRecentInput ? 0 : entry.value;
  })).observe({ type: "layout-shift", buffered: true });
"""


@dataclass(frozen=True, slots=True)
class Felt:
    """How a page loaded."""

    shift: float
    transferred: int


class _Handler(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in _PACKED:
            body = gzip.compress(body, 9, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with suppress(ConnectionError):  # the page was left
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def load(browser: Browser, address: str, *, phone: bool) -> Felt:
    """Return how a page loads with an empty cache."""
    context = browser.new_context(viewport={"width": 390, "height": 844} if phone else {"width": 1280, "height": 800})
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    if phone:
        client.send("Network.emulateNetworkConditions", _SLOW)
        client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    taken = []
    client.on("Network.loadingFinished", lambda event: taken.append(event["encodedDataLength"]))
    page.add_init_script(_WATCH)
    page.goto(address, timeout=120_000)
    page.evaluate("document.fonts.ready.then(() => 0)")
    seen = -1
    while seen != len(taken):
        seen = len(taken)
        page.wait_for_timeout(1_000)
    felt = Felt(page.evaluate("window.shift"), int(sum(taken)))
    context.close()
    return felt


def main() -> int:
    """Measure all kinds of pages; return 1 where a limit is exceeded."""
    exceeded = 0
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        print("page          shift, phone   shift, computer   KB")
        for name, path in PAGES.items():
            phone, computer = (load(browser, address + path, phone=phone) for phone in (True, False))
            size = max(phone.transferred, computer.transferred)
            over = max(phone.shift, computer.shift) > MOST_SHIFT or size > MOST_BYTES
            exceeded += over
            print(f"{name:12} {phone.shift:13.3f} {computer.shift:17.3f} {size / 1000:6.0f}{'  over' if over else ''}")
        browser.close()
    return 1 if exceeded else 0


if __name__ == "__main__":
    sys.exit(main())
