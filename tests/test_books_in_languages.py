"""Small whole books in Russian, Azerbaijani, French and Hebrew: every name in every form is found, and nothing else.

They are read whole, as by `policybrief check` and by a build: no problem, no word changed, no link in a link.
"""

import json
import re
import shutil
from collections import Counter
from html import unescape
from pathlib import Path

import pytest
import yaml

from policybrief.build import build
from policybrief.chapters.citing import unprinted
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.model.output import Build
from policybrief.model.problems import Severity
from policybrief.reading.project import read_project

BOOKS = Path(__file__).parent / "books" / "languages"
LANGUAGES = ("ru", "az", "fr", "he")
COUNTS: dict[str, dict[str, int]] = yaml.safe_load((BOOKS / "mentions.yml").read_text("utf-8"))


def built(language: str) -> Build:
    opened = open_site(BOOKS / language)
    return build(opened.project, opened.site, unprinted)


def data(made: Build, name: str) -> list[dict[str, str]]:
    content = next(file.content for file in made.artifacts if file.path == f"data/{name}.json")
    found: list[dict[str, str]] = json.loads(content)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_has_every_mention_and_no_problem(language: str) -> None:
    made = built(language)
    problems = [str(problem) for problem in made.problems if problem.severity is not Severity.NOTE]
    assert not [problem for problem in problems if "stale-ledger" not in problem]
    assert Counter(mention["entry"] for mention in data(made, "mentions")) == COUNTS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_linked_and_the_words_stay(language: str) -> None:
    made = built(language)
    page = next(page for page in made.pages if page.path.startswith("chapters/1-"))
    links = re.findall(r'<a class="pb-term"[^>]*>(.*?)</a>', page.html, flags=re.DOTALL)
    assert len(links) > 5
    assert not [link for link in links if "<a" in link]
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", page.html)).split())
    source = read_project(BOOKS / language).chapters[0].body
    for paragraph in data(made, "paragraphs"):
        said = " ".join(str(paragraph["text"]).split())
        plain = re.sub(r"\[\[!?(?:[^\]|]*\|)?([^\]]*)\]\]", r"\1", " ".join(source.split()))
        assert "|" in plain
        if "\n" not in str(paragraph["text"]):
            assert said in plain, said
            assert said in text, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_knows_the_forms_that_the_text_has(language: str) -> None:
    made = built(language)
    script = next(file.content for file in made.artifacts if file.path == "assets/policybrief-search-data.js").decode()
    names = json.JSONDecoder().raw_decode(script.split(" = ", 2)[2])[0]["names"]
    searched = sum(len(forms.split(" ")) for forms in names.split("#"))
    written = sum(len(entry.names) for entry in read_project(BOOKS / language).glossary.entries)
    assert searched > written + 3


def test_marks_that_the_author_has_set_are_those_of_the_language(tmp_path: Path) -> None:
    book = tmp_path / "fr"
    shutil.copytree(BOOKS / "fr", book)
    with (book / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("markdown_extensions: [smarty]\n")
    with (book / "chapters" / "1-choix.md").open("a", encoding="utf-8") as chapter:
        chapter.write('\nIl a dit "bonjour", le 9 mai.\n')
    opened = open_site(book)
    made = build(opened.project, opened.site, unprinted)
    assert "Il a dit «\u202fbonjour\u202f», le 9 mai." in [paragraph["text"] for paragraph in data(made, "paragraphs")]
    page = next(page.html for page in made.pages if page.path.startswith("chapters/1-"))
    unbroken = '<span class="pb-unbroken">'
    assert f"Il a dit {unbroken}«\u202fbonjour\u202f»</span>, le {unbroken}9 mai</span>." in page
