"""A page in another language has no English words of ours."""

import re
from html import unescape
from pathlib import Path

import pytest

from policybrief.build import build
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.model.output import Build
from policybrief.wording.catalogue import all_messages

BOOKS = Path(__file__).parent / "books" / "languages"
SAID_EVERYWHERE = frozenset(
    "APA BibTeX CSL CSV Chicago Ctrl Alt Tab Esc DOI EPUB Earth GUAM Harvard JSON JavaScript MLA Markdown Natural "
    "ORCID OSCOLA PDF RIS SKOS SVG Turtle ZIP biblatex mirror policybrief wget".split()
)
"""Names of formats, keys and projects."""
SCRIPTS_SAY = re.compile(r"\b(?:say|counted)\(\s*\"((?:[^\"\\]|\\.)*)\"")


@pytest.fixture(scope="module")
def russian() -> Build:
    opened = open_site(BOOKS / "ru")
    return build(opened.project, opened.site, unprinted)


def shown(html: str) -> str:
    """Return what a page says to those who see it and to those who hear it."""
    html = re.sub(r'<span class="Z3988"[^>]*>|<a href="[^"]*\.js">[^<]*', "", html)
    told = " ".join(re.findall(r'\s(?:aria-label|title|alt|placeholder)="([^"]*)"', html))
    seen = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", html, flags=re.DOTALL)
    return unescape(f"{told} {seen}")


def test_no_page_in_russian_has_english_words(russian: Build) -> None:
    sources = "".join(file.read_text("utf-8") for file in (BOOKS / "ru").rglob("*") if file.suffix in {".md", ".yml"})
    own = SAID_EVERYWHERE | set(re.findall(r"[A-Za-z]{2,}", sources))
    assert len(russian.pages) > 10
    found = {page.path: sorted(set(re.findall(r"\b[A-Za-z]{3,}\b", shown(page.html))) - own) for page in russian.pages}
    assert not {path: words for path, words in found.items() if words}


def test_permanent_addresses_and_scripts_speak_russian(russian: Build) -> None:
    files = {file.path: file.content.decode() for file in russian.artifacts if file.path.endswith((".js", ".html"))}
    pages = [shown(content) for path, content in files.items() if path.startswith("p/")]
    assert len(pages) > 3
    assert not [words for page in pages for words in re.findall(r"\b(?:[A-Z][a-z]+ [a-z]+|Paragraph)\b", page)]
    search = files["assets/policybrief-search.js"]
    said = set(SCRIPTS_SAY.findall(search))
    assert len(said) > 20
    assert not [message for message in said if f'"{message}":' not in search]


def test_every_message_of_a_script_is_in_the_catalogue() -> None:
    known = {message for _, message in all_messages()}
    scripts = (Path(__file__).parents[1] / "src" / "policybrief" / "assets").rglob("*.js")
    said = {message for script in scripts for message in SCRIPTS_SAY.findall(script.read_text("utf-8"))}
    assert said - known == set()
