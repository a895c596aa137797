"""What Lighthouse gives every kind of page of the brief in `site/`: performance on a phone, and accessibility, of 100.

Lighthouse (https://github.com/GoogleChrome/lighthouse) is installed into `build/clients` from npm; nothing of it is
committed. It slows the network and the processor as a middling phone has them. What else the machine does counts as
well: each page is loaded three times, and the best is taken, since no page does better than it can. Run `make site`
first.
"""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from bench.felt import PAGES, ROOT, served
from browser.chromium import find_chromium

ROOM = ROOT / "build" / "clients"
PROGRAM = "lighthouse@12.8.2"
LEAST_PERFORMANCE = 95
LEAST_ACCESSIBILITY = 100
LOADS = 3
_BROWSER = (
    *("--headless", "--no-sandbox", "--disable-gpu"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass(frozen=True, slots=True)
class Scores:
    """What a page was given, of 100, and the times in milliseconds from which the first follows."""

    performance: int
    accessibility: int
    first_paint: int
    largest_paint: int
    blocked: int


def scores(address: str) -> Scores:
    """Load a page once."""
    options = ("--quiet", "--output=json", "--only-categories=performance,accessibility")
    run = subprocess.run(
        [ROOM / "node_modules" / ".bin" / "lighthouse", address, *options, f"--chrome-flags={' '.join(_BROWSER)}"],
        env={**os.environ, "CHROME_PATH": str(find_chromium())},
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(run.stdout)
    categories, audits = found["categories"], found["audits"]
    return Scores(
        *(round(100 * categories[name]["score"]) for name in ("performance", "accessibility")),
        *(
            round(audits[name]["numericValue"])
            for name in ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time")
        ),
    )


def main() -> int:
    """Measure all kinds of pages; return 1 where one is below what is asked."""
    if not shutil.which("npm"):
        print("Lighthouse needs npm: not measured")
        return 0
    if not (ROOM / "node_modules" / "lighthouse").exists():
        ROOM.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", ROOM, PROGRAM], check=True)
    below = 0
    with served(ROOT / "site") as site:
        print("page          performance   accessibility   first paint, ms   largest paint, ms   blocked, ms")
        for name, path in PAGES.items():
            best = max((scores(site + path) for _ in range(LOADS)), key=lambda one: one.performance)
            short = best.performance < LEAST_PERFORMANCE or best.accessibility < LEAST_ACCESSIBILITY
            below += short
            print(
                f"{name:12} {best.performance:12} {best.accessibility:15} {best.first_paint:17}"
                f" {best.largest_paint:19} {best.blocked:13}{'  below' if short else ''}"
            )
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
