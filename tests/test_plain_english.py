"""The words of the project, for readers, authors and developers: plain, current English."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
RULES: list[dict[str, str]] = yaml.safe_load((ROOT / "tests" / "plain_english.yml").read_text("utf-8"))
WRITTEN = {".py", ".js", ".css", ".html", ".typ", ".md"}


def texts() -> Iterator[tuple[str, str]]:
    """Yield what people read of the project, by path: code, styles, templates and pages, but not the brief's text."""
    own = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    for folder in ("src", "manual", "docs"):
        own += (path for path in (ROOT / folder).rglob("*") if path.suffix in WRITTEN and path.is_file())
    for path in sorted(own):
        yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["such_as"])
def test_a_rule_finds_its_example(rule: dict[str, str]) -> None:
    assert re.search(rule["pattern"], rule["such_as"], re.IGNORECASE)


def test_no_text_uses_a_word_to_avoid() -> None:
    patterns = [(re.compile(rule["pattern"], re.IGNORECASE), rule["instead"]) for rule in RULES]
    found = [
        f"{path}:{text.count(chr(10), 0, match.start()) + 1}: '{match.group()}', write: {instead}"
        for path, text in texts()
        for pattern, instead in patterns
        for match in pattern.finditer(text)
    ]
    assert not found, "\n".join(found)
