"""Sources taken over from a file, for the tests of importing."""

from pathlib import Path
from typing import Any

import yaml

from policybrief.importing.references import import_references


def imported(tmp_path: Path, name: str, content: str, **options: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the sources that a file becomes, which the check takes as they are, and what is said about them."""
    file = tmp_path / name
    file.write_text(content, "utf-8", newline="")
    found = import_references(file, "the output", **options)
    assert not found.faults
    return yaml.safe_load(found.yaml)["references"], [f"{p.place.line}: {p.message}" for p in found.problems]


def one(tmp_path: Path, fields: str, kind: str = "book", **options: Any) -> tuple[dict[str, Any], list[str]]:
    """Return the source made of an entry of BibTeX with these fields; it is in English, and came out in 2001."""
    given = f"title = {{A title}}, year = 2001, langid = {{english}}, {fields}"
    (item,), said = imported(tmp_path, "x.bib", f"@{kind}{{key, {given}}}\n", **options)
    return item, said
