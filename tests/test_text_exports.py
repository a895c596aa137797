"""The brief as Markdown and plain text: pandoc reads the words of the chapter in it, and nothing else."""

import re
from pathlib import Path

import pypandoc
import pytest
from click.testing import CliRunner

from policybrief.build import Site
from policybrief.cli import main
from test_pdf import CHAPTER, SECOND, brief, built, file_of

ODD = """---
title: Odd
---

Stars * and _ and [brackets] and `code` and 2 < 3 ~ 4 ^ 5 | 6, a\\*b, # not a heading.

1. one
2. two

    with a second paragraph

> Said, with *emphasis* and a note.[^n]

[^n]: The note has [a link](https://example.org/) and **bold** words.

| A | B |
|---|---|
| a \\| b | c |

+ 1 begins with a plus.
"""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def plain(markdown: str) -> str:
    """Return what pandoc reads in Markdown, as text."""
    return str(pypandoc.convert_text(markdown, "plain", "markdown", extra_args=["--wrap=none"]))


@pytest.mark.parametrize("text", [CHAPTER, SECOND, ODD], ids=["chapter", "second", "odd"])
def test_pandoc_reads_every_word(text: str, tmp_path: Path) -> None:
    outcome = built(brief(tmp_path, **{"1-one": text, "2-two": SECOND}))
    written = file_of(outcome, "chapters/1-one/index.md").decode()
    (annotated, *_) = outcome.knowledge.chapters
    said = words(" ".join(paragraph.text for paragraph in annotated.paragraphs))
    read = words(plain(written))
    for word in said:
        assert said.count(word) <= read.count(word), word


def test_a_paragraph_has_its_number_and_its_id(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path))
    written = file_of(outcome, "chapters/1-one/index.md").decode()
    for paragraph in outcome.knowledge.chapters[0].paragraphs:
        if not paragraph.note:
            assert f"**{paragraph.number}**" in written
            assert f"{{#{paragraph.id}}}" in written
    assert "waits for the EAEU.^[1. A note that names Baku.]" in written
    assert "[the second](https://example.org/brief/chapters/2-two/)" in written
    assert "[a heading](https://example.org/brief/chapters/2-two/#far-away)" in written
    assert '\nurl: "https://example.org/brief/chapters/1-one/"\n' in written


def test_the_file_is_beside_the_page_whatever_its_address(tmp_path: Path) -> None:
    from policybrief.model.addresses import Addresses  # noqa: PLC0415

    outcome = built(brief(tmp_path), Site(Addresses(directory_urls=False)))
    assert file_of(outcome, "chapters/1-one.md")


def test_plain_text_has_the_sections_and_the_numbers(tmp_path: Path) -> None:
    text = file_of(built(brief(tmp_path)), "brief.txt").decode()
    assert text.startswith("The strait: Who may pass\n\nA house\n")
    assert "\n1  THE FIRST\n" in text
    assert re.search(r"\nA section\n\n1\.\d  A point", text)
    assert "[1.n1] A note that names Baku." in text


def test_programs_are_told_what_there_is(tmp_path: Path) -> None:
    text = file_of(built(brief(tmp_path)), "llms.txt").decode()
    assert text.startswith("# The strait: Who may pass\n")
    assert "- [The first](https://example.org/brief/chapters/1-one/index.md): One.\n" in text


def test_a_chapter_offers_its_files(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path))
    page = next(page for page in outcome.pages if page.path == "chapters/1-one.md")
    assert 'href="../../pdf/1-one.pdf" download>PDF</a>' in page.html
    assert 'href="../../chapters/1-one/index.md" download>Markdown</a>' in page.html
    links = {(link.rel, link.href, link.type) for link in outcome.heads["chapters/1-one.md"].links}
    assert ("alternate item", "https://example.org/brief/chapters/1-one/index.md", "text/markdown") in links


def test_a_preview_offers_none(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path), Site(publishes=False))
    page = next(page for page in outcome.pages if page.path == "chapters/1-one.md")
    assert "Download this chapter" not in page.html


def test_the_command_makes_one_form_without_the_site(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    outcome = CliRunner().invoke(main, ["export", "text", str(folder), "--out", str(tmp_path / "out")])
    assert outcome.exit_code == 1
    assert "stale-ledger" in outcome.stderr
    assert outcome.stderr.endswith("nothing was written\n")
    assert not (tmp_path / "out").exists()


def test_the_command_makes_what_it_is_asked_for(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    CliRunner().invoke(main, ["anchors", "update", str(folder)])
    for form, file in (("md", "brief.txt"), ("pdf", "brief.pdf"), ("epub", "brief.epub"), ("zip", "brief.zip")):
        outcome = CliRunner().invoke(main, ["export", form, str(folder), "--out", str(tmp_path / "out")])
        assert outcome.exit_code == 0, outcome.output
        assert (tmp_path / "out" / file).is_file()
        assert not (folder / "site").exists()
        assert str(tmp_path / "out" / file) in outcome.stdout
    (tmp_path / "file").write_text("")
    outcome = CliRunner().invoke(main, ["export", "md", str(folder), "--out", str(tmp_path / "file" / "out")])
    assert (outcome.exit_code, "cannot write" in outcome.stderr) == (2, True)
    outcome = CliRunner().invoke(main, ["build", str(folder), "--only", "text", "--site-dir", str(tmp_path / "other")])
    assert outcome.exit_code == 0, outcome.output
    assert (tmp_path / "other/brief.txt").read_bytes() == (tmp_path / "out/brief.txt").read_bytes()
    assert not (folder / "site").exists()
