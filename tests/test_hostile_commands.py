"""Commands that are given what no file and no name should hold: each answers in words, and prints nothing obeyed."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from policybrief.cli import main
from policybrief.importing.bibtex.reader import read_bibtex

ESCAPE = "\x1b]0;x\x07\x1b[31m\u202e"
DIGEST = "0" * 64


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "chapters").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "chapters" / "1-one.md").write_text("# One\n\nThe EAEU.\n", "utf-8")
    (tmp_path / "glossary.yml").write_text("eaeu: {name: EAEU, kind: organisation}\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A brief\nplugins: [policybrief]\n", "utf-8")
    return tmp_path


def run(*words: str) -> Result:
    """Run the command; it must end by itself, with nothing that a terminal obeys."""
    result = CliRunner().invoke(main, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert all(line.isprintable() for line in result.output.split("\n"))
    return result


def complained(words: tuple[str, ...], code: int, said: str) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert said in result.output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((ESCAPE,), 2, "No such command"),
        ((f"--{ESCAPE}",), 2, "No such option"),
        (("check", ESCAPE), 2, "does not exist"),
        (("check", "--format", ESCAPE), 2, "is not one of"),
        (("build", ESCAPE), 2, "does not exist"),
        (("anchors", ESCAPE), 2, "No such command"),
        (("anchors", "resolve", ESCAPE), 1, "not of the form p-k3f9"),
        (("anchors", "resolve", ESCAPE, "--format", "json"), 1, "unknown"),
        (("anchors", "accept", ESCAPE), 2, "not of the form p-k3f9"),
        (("anchors", "drop", "x" * 100_000), 2, "…: not of the form p-k3f9"),
        (("anchors", "pin", "p-hn75", ESCAPE), 2, "there is no paragraph"),
        (("anchors", "update", ESCAPE), 2, "does not exist"),
        (("verify", ESCAPE), 2, "does not exist"),
        (("new", f"a{ESCAPE}b"), 2, "contains invisible characters"),
        (("new", "fresh", "--title", ESCAPE), 2, "the title holds a control character U+001B"),
        (("new", "fresh", "--title", "<script>x</script>"), 2, "the title: HTML in plain text"),
        (("new", "mkdocs.yml"), 2, "is a file"),
        (("new", "mkdocs.yml/below"), 2, "cannot write into 'mkdocs.yml/below': Not a directory"),
        (("new", "chapters"), 2, "is not empty"),
        (("new", "x" * 5_000), 2, "File name too long"),
        (("references", "import", ESCAPE), 2, "does not exist"),
    ],
)
@pytest.mark.usefixtures("brief")
def test_words_that_no_name_holds(words: tuple[str, ...], code: int, said: str) -> None:
    complained(words, code, said)
    assert not Path("fresh").exists()


def test_a_new_brief_is_not_written_through_links(brief: Path) -> None:
    (brief / "nowhere").symlink_to("not/there")
    (brief / "full").symlink_to("chapters")
    complained(("new", "nowhere"), 2, "cannot write into 'nowhere'")
    complained(("new", "full"), 2, "is not empty")


@pytest.mark.parametrize(
    "command", [("check",), ("anchors", "update"), ("anchors", "list"), ("anchors", "accept", "--all")]
)
def test_a_hostile_ledger(command: tuple[str, ...], brief: Path) -> None:
    (brief / "anchors.lock").write_text(f"policybrief-anchors\t1\t{ESCAPE}\n{ESCAPE}\tx\n", "utf-8")
    before = (brief / "anchors.lock").read_bytes()
    result = run(*command)
    assert result.exit_code == (0 if command[-1] == "list" else 1)
    assert (brief / "anchors.lock").read_bytes() == before


def test_messages_for_programs_hold_no_control_characters(brief: Path) -> None:
    (brief / "chapters" / f"2-{ESCAPE}\x9b.md").write_text("# Two\n", "utf-8")
    result = run("check", "--format", "json")
    assert "\\u001b]0;x\\u0007" in result.output
    assert "\\u009b" in result.output


BOOK = "@book{{{key},\n  title = {{T}},\n  author = {{Berg, Ann}},\n  {fields}\n}}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{" * 60, "it holds no sources"),
        (
            "\n@book{a, note = {" + "\\emph{" * 60,
            "line 2: an entry was left out: more than 50 braces are open at the same time",
        ),
        (BOOK.format(key="a", fields="") * 10_001, "it holds 10,001 sources; the limit is 10,000"),
    ],
)
def test_bibtex_that_holds_too_much(text: str, said: str, brief: Path) -> None:
    (brief / "x.bib").write_text(text, "utf-8")
    complained(("references", "import", "x.bib"), 1, said)


@pytest.mark.parametrize(
    "text",
    [
        BOOK.format(key="a", fields="crossref = {a}"),
        BOOK.format(key="a", fields="XData = {x, b}") + BOOK.format(key="b", fields='crossref = "a"'),
        "".join(BOOK.format(key=f"k{n}", fields=f"crossref = {{k{n + 1}}}") for n in range(300)),
    ],
    ids=["itself", "each other", "a long way"],
)
def test_entries_that_refer_one_to_the_other(text: str) -> None:
    assert len(read_bibtex(text, "x.bib").records) == text.count("@book")


def test_entries_that_are_never_closed_cost_no_more_than_their_length() -> None:
    started = "@book{a, title = {T\n" * 20_000
    reading = read_bibtex(started, "x.bib")
    assert (len(reading.records), len(reading.problems)) == (0, 20_000)


def test_ordinary_bibtex_is_read_whole() -> None:
    text = "@string{ceu = {Press}}\n@comment{x}\n" + "".join(
        BOOK.format(key=f"k{n}", fields="crossref = {whole}, note = {{A {Name} \\{ and}}") for n in range(50)
    )
    reading = read_bibtex(f"{text}{BOOK.format(key='whole', fields='')}", "x.bib")
    assert len(reading.records) == 51
    assert {problem.code.public for problem in reading.problems} == {"read-as"}


def test_what_is_too_much_of_a_source_is_left_out(brief: Path) -> None:
    (brief / "x.ris").write_text(
        "TY  - BOOK\nTI  - A title\nLA  - en\nPY  - 2019\n"
        + "AU  - Berg, Ann\n" * 1_001
        + "AB  - begins\n"
        + "more words\n" * 2_000
        + "ER  - \n",
        "utf-8",
    )
    result = run("references", "import", "x.ris", "-o", "new.yml")
    assert "'author' was left out: it has 1,001 names; the limit is 1,000" in result.output
    assert "'abstract' was left out: it has 22,006 characters; the limit is 20,000" in result.output
    assert "A title" in (brief / "new.yml").read_text("utf-8")


@pytest.mark.parametrize("name", ["pipe.bib", "zero.bib", "zero.ris"])
def test_only_files_are_imported(name: str, brief: Path) -> None:
    (brief / "zero.bib").symlink_to("/dev/zero")
    (brief / "zero.ris").symlink_to("/dev/zero")
    os.mkfifo(brief / "pipe.bib")
    complained(("references", "import", name), 1, "it is not a file")


def test_imports_of_any_size_and_remarks_of_any_number(brief: Path) -> None:
    (brief / "large.ris").write_bytes(b"x" * 4_000_001)
    complained(("references", "import", "large.ris"), 1, "it has 4,000,001 bytes; the limit is 4,000,000")
    (brief / "many.ris").write_text("TY  - BOOK\nID  - a\nTI  - A\nER  - \n" * 1_000 + "TY  - BOOK\n" * 300, "utf-8")
    result = run("references", "import", "many.ris", "-o", "new.yml")
    lines = result.output.split("\n")
    # 999 ids and 1,000 dates were changed, one language was guessed; of what was left out every piece is told.
    assert "... and 1,800 more note[read-as], in the same file" in lines
    assert sum("warning[left-out]" in line for line in lines) == 300


def test_an_import_writes_only_a_new_file(brief: Path) -> None:
    (brief / "x.ris").write_text("TY  - BOOK\nID  - a\nTI  - A\nER  - \n", "utf-8")
    (brief / "link.yml").symlink_to(brief / "elsewhere.yml")
    complained(("references", "import", "x.ris", "-o", "link.yml"), 2, "already exists")
    complained(("references", "import", "x.ris", "-o", "no/such/folder.yml"), 2, "cannot write")
    assert not (brief / "elsewhere.yml").exists()


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        (f"{DIGEST}  ../../etc/passwd\n", "manifest.sha256:1: '../../etc/passwd' is not a path inside the site"),
        (f"{DIGEST}  /etc/passwd\n", "manifest.sha256:1: '/etc/passwd' is not a path inside the site"),
        (f"{DIGEST}  {ESCAPE}/..\n", "is not a path inside the site"),
        (f"{DIGEST}  {'x' * 5_000}\n", "manifest.sha256:1: the path has 5,000 characters; the limit is 4,096"),
        (f"{DIGEST}  {'../' * 5_000}\n", "…' is not a path inside the site"),
        (f"\n\n{ESCAPE}\n", "manifest.sha256:3: not a line with a hash and a path"),
    ],
)
def test_a_hostile_manifest(manifest: str, said: str, brief: Path) -> None:
    (brief / "site" / "manifest.sha256").write_text(manifest, "utf-8")
    complained(("verify", "site"), 2, said)
