"""`policybrief references import`, and what the brief exports taken back."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from policybrief.cli import main
from policybrief.importing.references import import_references
from policybrief.model.brief import Reference
from policybrief.outputs.biblatex import biblatex
from policybrief.outputs.bibtex import bibtex
from policybrief.outputs.csljson import csl_json
from policybrief.outputs.ris import ris
from policybrief.reading.references import read_references
from sources import book

# What the brief exports, it can take back.


def taken_back(tmp_path: Path, ending: str, content: bytes) -> tuple[Reference, ...]:
    file = tmp_path / f"x{ending}"
    file.write_bytes(content)
    imported = import_references(file, "x")
    assert not imported.faults
    return read_references(imported.yaml, "x")[0]


def test_our_own_ris_and_csl_json_come_back(tmp_path: Path) -> None:
    for ending, content in ((".ris", ris(book("styles"))), (".json", csl_json(book("styles")))):
        found = taken_back(tmp_path, ending, content)
        for before, after in zip(book("styles"), found, strict=True):
            assert after.fields == before.fields, ending


@pytest.mark.parametrize("write", [bibtex, biblatex])
def test_our_own_bibtex_comes_back(write: Callable[[Iterable[Reference]], bytes], tmp_path: Path) -> None:
    found = taken_back(tmp_path, ".bib", write(book("styles")))
    for before, after in zip(book("styles"), found, strict=True):
        assert (after.language, after.issued, after.title) == (before.language, before.issued, before.title)
        assert {name: after.fields.get(name) for name in before.fields} == {**before.fields, **again(after, before)}


def again(after: Reference, before: Reference) -> dict[str, object]:
    """Return the fields whose words come back under another name: one field of BibTeX stands for several of CSL."""
    words = str(dict(after.fields))
    moved = {name for name, value in before.fields.items() if name in _SHARED and str(value) in words}
    return {name: after.fields.get(name) for name in moved}


_SHARED = frozenset("publisher container-title authority number issue collection-number medium original-date".split())


@pytest.mark.slow
def test_the_same_record_comes_from_every_format(tmp_path: Path) -> None:
    formats = {".bib": bibtex, ".biblatex": biblatex, ".ris": ris, ".json": csl_json}
    found = {ending: taken_back(tmp_path, ending, write(book("own"))) for ending, write in formats.items()}
    same = ("id", "type", "title", "author", "editor", "issued", "language", "URL", "DOI", "accessed", "page", "volume")
    for versions in zip(*found.values(), strict=True):
        records = [{name: version.fields.get(name) for name in same} for version in versions]
        assert all(record == records[0] for record in records), records


# The command


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["references", "import", *arguments])


def test_the_command_prints_the_sources_and_says_the_rest_beside_them(tmp_path: Path) -> None:
    file = tmp_path / "x.bib"
    file.write_text("@book{key, title = {Çıxış}, year = 2001}\n", "utf-8")
    result = run(str(file))
    assert result.exit_code == 0
    assert result.stdout == ("references:\n- id: key\n  type: book\n  title: Çıxış\n  issued: '2001'\n  language: tr\n")
    assert f"{file}:1:1: note[read-as]: the language of 1 source was guessed as 'tr'" in result.stderr


def test_the_command_is_told_the_language(tmp_path: Path) -> None:
    file = tmp_path / "x.bib"
    file.write_text("@book{key, title = {Çıxış}, year = 2001}\n", "utf-8")
    result = run(str(file), "--language", "Azerbaijani")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "language: az\n" in result.stdout
    assert run(str(file), "--language", "?").exit_code == 2


def test_the_command_takes_only_what_the_brief_cites(tmp_path: Path) -> None:
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "1-one.md").write_text("# One\n\nText [@a; see @{c d}] and a@b.org, @b.\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A brief\nplugins: [policybrief]\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("x: {name: X, kind: place, sources: [e]}\n", "utf-8")
    entries = "".join(f"@book{{{key}, title={{T}}, year=2001, langid={{english}}}}\n" for key in "abcdef")
    (tmp_path / "x.bib").write_text(entries, "utf-8")
    result = run(str(tmp_path / "x.bib"), "--only-cited", "--brief", str(tmp_path))
    assert [item["id"] for item in yaml.safe_load(result.stdout)["references"]] == ["a", "b", "e"]


def test_the_command_writes_a_new_file_and_never_over_one(tmp_path: Path) -> None:
    file, output = tmp_path / "x.ris", tmp_path / "out.yml"
    file.write_text("TY  - BOOK\nID  - a\nTI  - A\nPY  - 2001\nLA  - az\nER  - \n", "utf-8")
    result = run(str(file), "--output", str(output))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert output.read_text("utf-8").startswith("references:\n- id: a\n")
    output.write_text("mine", "utf-8")
    again = run(str(file), "--output", str(output))
    assert (again.exit_code, output.read_text("utf-8")) == (2, "mine")
    assert "already exists" in again.stderr


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("x.txt", b"", 2, "cannot import 'x.txt': neither its name nor its content is one of .bib, .bibtex"),
        ("x.bib", b"@article{a, title = {x", 1, "line 1: an entry was left out: the '{' that opens here is not closed"),
        ("x.xml", b"<?xml version='1.0'?>", 2, "cannot import 'x.xml'"),
        ("x.ris", b"%0 Book\n%T A\n", 1, "it is EndNote's own format, which is not read; export it as BibTeX"),
        ("x.json", b'{"a": 1', 1, "this is not JSON"),
        ("x.yaml", b"references: [&a 1]", 1, "anchor '&a'"),
        ("x.bib", b"hello", 1, "it holds no sources"),
        ("x.ris", b"hello", 1, "it holds no sources"),
        ("x.ris", b"TY  - BOOK\nTI  - \xe9\nER  - \n", 1, "byte 17 (line 2) is not UTF-8 text"),
    ],
)
def test_what_cannot_be_imported(name: str, content: bytes, code: int, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    result = run(str(tmp_path / name))
    assert result.exit_code == code
    assert result.stdout == ""
    assert message in result.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.bib")).exit_code == 2


def test_utf_16_is_read(tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_bytes("@book{key, title = {Çıxış}, year = 2001}".encode("utf-16"))
    assert "Çıxış" in import_references(tmp_path / "x.bib", "x").yaml
