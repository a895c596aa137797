"""The files of a site in the programs that they are for: each reads all of them, and finds nothing to complain of."""

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string

from heads import KNOWLEDGE, PROJECT, URL
from policybrief.model.addresses import Addresses
from policybrief.model.brief import Reference
from policybrief.outputs.biblatex import biblatex
from policybrief.outputs.bibtex import bibtex
from policybrief.outputs.skos import skos_artifact
from sources import BOOKS, book


@pytest.mark.parametrize("write", [bibtex, biblatex])
@pytest.mark.parametrize("name", BOOKS)
def test_bibtexparser_reads_every_source(name: str, write: Callable[[Iterable[Reference]], bytes]) -> None:
    references = book(name)
    library = parse_string(write(references).decode())
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == [reference.id for reference in references]


def test_skosify_has_no_warning(tmp_path: Path) -> None:
    file = tmp_path / "glossary.ttl"
    file.write_bytes(skos_artifact(PROJECT, KNOWLEDGE, Addresses(), URL).content)
    command = [
        sys.executable,
        "-c",
        "import skosify.cli; skosify.cli.main()",
        str(file),
        "-o",
        str(tmp_path / "out.ttl"),
    ]
    outcome = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "WARNING" not in outcome.stderr
    assert "ERROR" not in outcome.stderr
