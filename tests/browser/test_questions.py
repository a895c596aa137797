"""Questions in the language of a brief, on the demonstrations, in a real browser."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.conftest import Serve

ROOT = Path(__file__).parents[2]
QUESTIONS = {
    "ru": (
        ("Когда подписан контракт века?", "контракт века", "20 сентября 1994 г. Соглашение"),
        ("когда парафировали мирный договор", "мирный договор", "8 августа 2025 г. Договор"),
        ("кто посредник мирного договора", "Соединённые Штаты", "Посредничает: мирный договор"),
        ("Где парафировали мирный договор?", "Вашингтон", "Столица"),
        ("что произошло 20 сентября 1994 года", "контракт века", "Соглашение"),
    ),
    "az": (
        ("Əsrin müqaviləsi nə vaxt imzalanıb?", "Əsrin müqaviləsi", "20 sentyabr 1994. Xəzərin"),
        ("Nə vaxt sülh müqaviləsi paraflanıb?", "sülh müqaviləsi", "8 avqust 2025. Azərbaycanla"),
        ("8 avqust 2025", "sülh müqaviləsi", "Azərbaycanla"),
    ),
}


@pytest.mark.parametrize("language", QUESTIONS)
def test_the_entry_that_answers_comes_first(language: str, page: Page, serve: Serve, tmp_path: Path) -> None:
    root = tmp_path / language
    shutil.copytree(ROOT / "demonstrations" / language, root, ignore=shutil.ignore_patterns("site", ".cache"))
    subprocess.run([sys.executable, "-m", "policybrief_command", "build"], cwd=root, capture_output=True, check=True)
    page.goto(serve(root / "site") + "chapters/0-summary/")
    hits = [
        page.evaluate("query => window.policybrief.search(query)", question) for question, *_ in QUESTIONS[language]
    ]
    for (question, title, text), found in zip(QUESTIONS[language], hits, strict=True):
        assert found[0]["title"] == title, question
        assert found[0]["text"].replace("\u00a0", " ").startswith(text), question
    if language == "ru":
        # A word that the text lacks is said as it was typed.
        assert hits[0][1]["why"] == "упоминает: контракт века; нет слов: подписан"
