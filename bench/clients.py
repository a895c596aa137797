"""What other programs make of the built site: `make clients` prints a table.

The programs are installed into `build/clients` from PyPI and npm; vnu needs Java. Nothing of them is committed.
"""

import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
ROOM = ROOT / "build" / "clients"
FROM_PYPI = (
    *("trafilatura==2.3.1", "newspaper4k==0.9.6", "readability-lxml==0.9", "lxml_html_clean"),
    *("bibtexparser==1.4.3", "pybtex==0.26.1", "beautifulsoup4"),
)
FROM_NPM = ("@mozilla/readability@0.6.0", "jsdom@29", "vnu-jar@26.9.27")
Pages = Mapping[Path, list[dict[str, str]]]
"""The paragraphs of each page of text, as `data/paragraphs.json` has them."""


def main() -> None:
    """Install the programs if they are not there, then run them in their own environment."""
    python = ROOM / "venv" / "bin" / "python"
    if Path(sys.prefix) != python.parent.parent:
        if not python.exists():
            ROOM.mkdir(parents=True, exist_ok=True)
            subprocess.run([sys.executable, "-m", "venv", python.parent.parent], check=True)
            uv = Path(sys.executable).parent / "uv"
            subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *FROM_PYPI], check=True)
            subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", ROOM, *FROM_NPM], check=True)
        os.execv(python, [str(python), __file__])
    warnings.simplefilter("ignore")
    for program, outcome in (*texts(), *bibliographies(), *valid_pages()):
        print(f"{program:20} {outcome}")


def texts() -> Iterator[tuple[str, str]]:
    """Yield for each extractor how many paragraphs of the chapters and of the page of all it keeps."""
    pages = pages_of_text()
    names = [str(page) for page in pages]
    run: list[str | Path] = ["node", ROOT / "bench" / "reader_view.mjs", ROOM, *names]
    by_reader_view = json.loads(subprocess.run(run, capture_output=True, text=True, check=True).stdout)
    yield "Readability", kept(pages, lambda page: by_reader_view[str(page)])
    yield "trafilatura", kept(pages, lambda page: import_module("trafilatura").extract(page.read_text("utf-8")) or "")
    yield "newspaper4k", kept(pages, by_newspaper)
    yield "readability-lxml", kept(pages, by_readability)


def by_newspaper(page: Path) -> str:
    article: Any = import_module("newspaper").Article("https://brief.example/", max_text=10**7)
    article.download(input_html=page.read_text("utf-8"))
    article.parse()
    return str(article.text)


def by_readability(page: Path) -> str:
    summary = import_module("readability").Document(page.read_text("utf-8")).summary()
    return str(import_module("lxml.html").fromstring(summary).text_content())


def pages_of_text() -> Pages:
    found = json.loads((SITE / "data" / "paragraphs.json").read_text("utf-8"))
    listed = found["paragraphs"] if isinstance(found, dict) else found
    paragraphs = [paragraph for paragraph in listed if ".n" not in paragraph["number"]]
    pages: dict[Path, list[dict[str, str]]] = {}
    for paragraph in paragraphs:
        name = paragraph["url"].partition("#")[0].rstrip("/").rpartition("/")[2]
        pages.setdefault(SITE / "chapters" / name / "index.html", []).append(paragraph)
    return {**pages, SITE / "all" / "index.html": paragraphs}


def kept(pages: Pages, program: Callable[[Path], str]) -> str:
    """Return how many paragraphs the program keeps, and how many of them out of order or with a number glued on."""
    lost, displaced, glued, total = 0, 0, 0, 0
    for page, paragraphs in pages.items():
        text = program(page)
        letters, end = bare(text), 0
        for paragraph in paragraphs:
            total += 1
            at = place(letters, paragraph["text"])
            lost += at < 0
            displaced += at >= 0 and place(letters, paragraph["text"], end) < 0
            end = max(end, at)
            glued += paragraph["number"] + paragraph["text"][:4] in text
    return f"{total - lost} of {total} paragraphs, {displaced} out of order, {glued} glued to their number"


def place(letters: str, text: str, start: int = 0) -> int:
    """Return where the lines of a text begin in the letters, -1 when one of them is not there."""
    return min(letters.find(bare(line), start) for line in text.split("\n"))


def bare(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text)


def bibliographies() -> Iterator[tuple[str, str]]:
    file = SITE / "cite" / "bibliography.bib"
    written = len(json.loads((SITE / "cite" / "bibliography.json").read_text("utf-8")))
    entries = import_module("bibtexparser").loads(file.read_text("utf-8")).entries
    yield "bibtexparser 1", f"{len(entries)} of {written} sources"
    database = import_module("pybtex.database").parse_file(str(file))
    style = import_module("pybtex.style.formatting.plain").Style()
    yield "pybtex", f"{len(list(style.format_bibliography(database)))} of {written} sources, set in the style plain"


def valid_pages() -> Iterator[tuple[str, str]]:
    jar = ROOM / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    run: list[str | Path] = [
        "java",
        "-Xss16m",
        "-jar",
        jar,
        "--format",
        "json",
        "--errors-only",
        "--skip-non-html",
        SITE,
    ]
    said = json.loads(subprocess.run(run, capture_output=True, text=True, check=False).stderr)["messages"]
    yield "vnu", f"{len(said)} errors" + "".join(f"\n    {line}" for line in sorted({one["message"] for one in said}))


if __name__ == "__main__":
    main()
