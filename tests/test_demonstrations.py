"""The summary of the brief in Azerbaijani and Russian, as the small briefs in `demonstrations/`."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from test_other_languages import SAID_EVERYWHERE, shown

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
LANGUAGES = ("az", "ru")
MESSAGES = ROOT / "src" / "policybrief" / "wording" / "locale" / "messages.pot"
ENGLISH_WORDS = frozenset(re.findall(r"[a-z]{3,}", MESSAGES.read_text("utf-8").casefold())) - {"data", "format"}
"""The words of our messages, to tell English from Azerbaijani, which has the same letters."""
CASES = {
    "az": {"Azərbaycanın", "Bakını", "Ermənistandakı", "Əsrin müqaviləsində", "yumşaq gücü", "Moskvaya"},
    "ru": {"Азербайджаном", "907-ю поправку", "контракте века", "Европейскому союзу", "мягкая сила", "Вашингтоне"},
}
"""Forms that the text has, and no dictionary lists as a name."""


@pytest.fixture(scope="module", params=LANGUAGES)
def demonstration(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return a language and its demonstration, built."""
    language: str = request.param
    root = tmp_path_factory.mktemp("demonstrations") / language
    shutil.copytree(ROOT / "demonstrations" / language, root, ignore=shutil.ignore_patterns("site", ".*"))
    (root / "docs").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "policybrief_command", "build", "--strict"]
    run = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr
    return language, root


def test_names_are_found_in_their_cases(demonstration: tuple[str, Path]) -> None:
    language, root = demonstration
    mentions = json.loads((root / "site" / "data" / "mentions.json").read_text("utf-8"))
    assert CASES[language] <= {mention["form"] for mention in mentions}
    assert len({mention["entry"] for mention in mentions}) == 15


def test_the_line_of_the_theme_is_in_the_language(demonstration: tuple[str, Path]) -> None:
    language, root = demonstration
    said = re.sub(r"<[^>]+>", "", (root / "site" / "index.html").read_text("utf-8").partition('"md-copyright">')[2])
    assert {"az": "Material for MkDocs ilə hazırlanıb", "ru": "Сделано на Material for MkDocs"}[language] in said


def test_a_cited_paragraph_is_called_as_the_language_calls_it(demonstration: tuple[str, Path]) -> None:
    language, root = demonstration
    script = (root / "site" / "assets" / "policybrief-citing.js").read_text("utf-8")
    assert {"az": ", abzas 7777.", "ru": ", абз. 7777."}[language] in script
    assert "para. 7777" not in script


def test_pages_have_no_english_words_of_ours(demonstration: tuple[str, Path]) -> None:
    language, root = demonstration
    sources = "".join(path.read_text("utf-8") for path in root.glob("*/*.md")) + "".join(
        path.read_text("utf-8") for path in root.glob("*.yml")
    )
    own = {word.casefold() for word in {*SAID_EVERYWHERE, *re.findall(r"[A-Za-z]{2,}", sources)}}
    pages = list((root / "site").rglob("*.html"))
    assert len(pages) > 25
    for page in pages:
        said = re.sub(r"https?://\S+|\S+\.js\b|Material for MkDocs", " ", shown(page.read_text("utf-8")))
        found = {word.casefold() for word in re.findall(r"(?<![\w-])[A-Za-z]{3,}(?![\w-])", said)} - own
        assert not (found & ENGLISH_WORDS if language == "az" else found), page
