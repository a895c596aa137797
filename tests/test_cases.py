"""The golden cases: one behaviour a file under `cases/`, small briefs with what must come of them.

A case names `files` (path -> text) and `bytes` (path -> hexadecimal digits, or a mapping with `hex` and `times`); what
it does not give comes from `DEFAULT`, and a file that is null is left out. Every other key is one of `EXPECTATIONS`.
`pytest --update-cases` writes them anew.
"""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from outcomes import (
    check_of,
    citations_of_data,
    cited_sentences,
    html_of,
    mentions_of,
    others_on_the_matter,
    report_of,
    report_without_pandoc,
    supports,
    words_of_page,
)
from policybrief.checks.glossary import check_glossary
from policybrief.model.problems import sorted_problems
from policybrief.reading.project import read_project

CASES = Path(__file__).parent / "cases"
DEFAULT = {
    "mkdocs.yml": "site_name: A brief\nplugins:\n  - policybrief\n",
    "glossary.yml": "eaeu:\n  name: Eurasian Economic Union\n  kind: organisation\n",
    "chapters/1-one.md": "# One\n\nSome text.\n",
}


def problems_of(root: Path) -> str:
    """Return the report on the brief in a folder, as it is printed."""
    project = read_project(root)
    return "\n".join(map(str, sorted_problems((*project.problems, *check_glossary(project)))))


EXPECTATIONS: Mapping[str, Callable[[Path], str]] = {
    "problems": problems_of,
    "html": html_of,
    "mentions": mentions_of,
    "page": words_of_page,
    "report": report_of,
    "check": check_of,
    "citations": citations_of_data,
    "cited_sentences": cited_sentences,
    "supports": supports,
    "others": others_on_the_matter,
    "report_without_pandoc": report_without_pandoc,
}
"""What a case may expect, and how it is found from the folder of its brief."""


@pytest.mark.parametrize("case", sorted(CASES.rglob("*.yml")), ids=lambda path: path.relative_to(CASES).as_posix())
def test_case(case: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    expected = yaml.safe_load(case.read_text("utf-8"))
    write_brief(tmp_path, expected.pop("files", {}), expected.pop("bytes", {}))
    found = {key: EXPECTATIONS[key](tmp_path) for key in expected}
    if pytestconfig.getoption("update_cases"):
        case.write_text(rewritten(case.read_text("utf-8"), found), "utf-8")
    else:
        assert found == {key: (text or "").rstrip("\n") for key, text in expected.items()}


def write_brief(root: Path, files: Mapping[str, str | None], raw: Mapping[str, object]) -> None:
    """Write the files of a case into an empty folder."""
    given = {**DEFAULT, **dict.fromkeys(raw), **files}
    for path, text in given.items():
        if text is not None:
            write(root / path, text.encode())
    for path, content in raw.items():
        digits, times = (content["hex"], content["times"]) if isinstance(content, dict) else (content, 1)
        write(root / path, bytes.fromhex(str(digits)) * times)


def write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def rewritten(case: str, found: Mapping[str, str]) -> str:
    """Return the text of a case with new expectations and all else as it stands."""
    blocks = re.split(r"^(?=[a-z_]+:)", case, flags=re.MULTILINE)
    for index, block in enumerate(blocks):
        key = block.partition(":")[0]
        if key in found:
            blocks[index] = as_block(key, found[key])
    return "".join(blocks)


def as_block(key: str, text: str) -> str:
    """Return a key of a case with text of many lines, or with nothing."""
    lines = "".join(f"  {line}\n" for line in text.split("\n"))
    return f"{key}: |\n{lines}" if text else f'{key}: ""\n'
