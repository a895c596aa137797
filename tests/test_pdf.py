"""The PDF: what is in it, where it is, what it says to programs, and what cannot be printed."""

import io
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from policybrief.build import Site, build
from policybrief.hosts.mkdocs.open_site import open_site
from policybrief.hosts.mkdocs.settings import cache_folder, printed_cache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.blocks import Block
from policybrief.model.brief import Chapter
from policybrief.model.document import Document
from policybrief.model.inlines import Inline, Text
from policybrief.model.knowledge import Extent, Mention
from policybrief.model.output import Build
from policybrief.model.problems import Code, Place, Problem
from policybrief.outputs.markdown import MarkdownBlocks
from policybrief.outputs.plain_lines import MarkdownLines
from policybrief.outputs.press.blocks import PrintedBlocks
from policybrief.outputs.press.lines import BookAddresses, MentionCursor, PrintedLines
from policybrief.publishing.kept_files import KeptFolder
from policybrief.reading.project import read_project

ROOT = Path(__file__).parent.parent
MARK = "(mark)"

SETTINGS = """site_name: A brief
plugins:
  - policybrief:
      brief:
        title: The strait
        subtitle: Who may pass
        authors: [{name: A house}]
        date: 2026-11-01
        licence: CC BY 4.0
        language: en
"""
GLOSSARY = """baku:
  name: Baku
  kind: place
  aliases: [{form: Бакы, lang: az-Cyrl}]
  definition: A town by the sea, as [[eaeu]] knows.
eaeu:
  name: Eurasian Economic Union
  kind: organisation
  aliases: [EAEU]
  definition: A union.
  dates: {start: 2015-01-01}
treaty:
  name: Treaty of the Strait
  kind: treaty
  definition: A treaty.
  dates: {start: 1994-05-12}
"""
CHAPTER = """---
title: The first
summary: One.
---

Baku waits for the EAEU.[^one] *Бакы* and **EAEU** again, and the Treaty of the Strait.

[^one]: A note that names Baku.

## A section

- A point
- Another with `code`, HBREAK
  and a break

> Said by somebody else.

| Year | Things |
|---|---:|
| 2001 | 12 |
| 2002 | 30 |

/// table-caption
Numbers of things.
{: .chart }
///

A link to [the second](2-two.md) and to [a heading](2-two.md#far-away) and to [the web](https://example.org/).
"""
OUTLINE = [
    *("1 The first", "2 The second", "Timeline", "Glossary", "Index of names", "About this edition"),
]
CHAPTER = CHAPTER.replace("BREAK", "  ")
SECOND = "---\ntitle: The second\n---\n\n## Far away\n\nThe EAEU is far away, says Baku.\n"


def brief(folder: Path, **chapters: str) -> Path:
    """Write a small brief; return its folder."""
    (folder / "chapters").mkdir(exist_ok=True)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    (folder / "glossary.yml").write_text(GLOSSARY, "utf-8")
    for name, text in (chapters or {"1-one": CHAPTER, "2-two": SECOND}).items():
        (folder / "chapters" / f"{name}.md").write_text(text, "utf-8")
    return folder


def built(folder: Path, site: Site | None = None) -> Build:
    return build(read_project(folder), site or Site(url="https://example.org/brief/"))


def of_print(outcome: Build) -> list[Problem]:
    """Return what is wrong with the PDFs."""
    return [
        problem for problem in outcome.problems if problem.code in (Code.NO_PDF, Code.NOT_PRINTED, Code.NOTE_ASTRAY)
    ]


def file_of(outcome: Build, path: str) -> bytes:
    return next(artifact.content for artifact in outcome.artifacts if artifact.path == path)


def text_of(pdf: bytes) -> list[str]:
    """Return the text of each page, with one space for all white space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def destinations(document: pikepdf.Pdf) -> dict[str, int]:
    """Return the page, from 1, of each named destination."""
    numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
    found: dict[str, int] = {}
    for kid in document.Root.Names.Dests.Kids:
        parts = list(kid.Names)
        found |= {str(name): numbers[place[0].objgen] for name, place in zip(parts[::2], parts[1::2], strict=True)}
    return found


def structure(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every element of the structure tree."""
    waiting = [document.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        yield node
        inside = node.get("/K", pikepdf.Array())
        kids: list[pikepdf.Object] = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
        waiting += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def of_kind(document: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [node for node in structure(document) if node.get("/S") == f"/{kind}"]


def test_the_brief_and_each_chapter_are_files_of_the_site(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path))
    assert of_print(outcome) == []
    paths = {artifact.path for artifact in outcome.artifacts}
    assert {"brief.pdf", "pdf/1-one.pdf", "pdf/2-two.pdf", "data/pages.json"} <= paths
    whole = " ".join(text_of(file_of(outcome, "brief.pdf")))
    for words in ("The strait", "Who may pass", "A house", "1 November 2026", "Contents", "Timeline", "Glossary"):
        assert words in whole
    for words in ("Index of names", "About this edition", "CC BY 4.0", "12 May 1994", "A note that names Baku."):
        assert words in whole
    one = " ".join(text_of(file_of(outcome, "pdf/1-one.pdf")))
    assert "Baku waits for the EAEU" in one
    assert "Far away" not in one
    assert "Index of names" not in one


def test_programs_are_told_what_it_is(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(file_of(built(brief(tmp_path)), "brief.pdf"))) as document:
        assert document.Root.Lang == "en"
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert document.docinfo["/Title"] == "The strait: Who may pass"
        said = document.open_metadata()
        assert said["pdfuaid:part"] == "1"
        assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
        with document.open_outline() as outline:
            assert [" ".join(item.title.split()) for item in outline.root] == OUTLINE
        assert len(of_kind(document, "Note")) == 1
        assert len(of_kind(document, "TH")) >= 2
        assert all(node.get("/Alt") for node in of_kind(document, "Figure"))
        levels = [int(str(node.S)[2:]) for node in structure(document) if re.fullmatch("/H[1-6]", str(node.get("/S")))]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_paragraph_is_a_destination_on_its_page(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path))
    pdf = file_of(outcome, "brief.pdf")
    table = json.loads(file_of(outcome, "data/pages.json"))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found = destinations(document)
        assert table["pages"] == len(document.pages)
    pages = text_of(pdf)
    paragraphs = {p.id: p for p in outcome.knowledge.paragraphs().values() if not p.note}
    assert {each["id"] for each in table["paragraphs"]} == set(paragraphs) == set(found)
    for each in table["paragraphs"]:
        assert found[each["id"]] == each["page"]
        first_word = paragraphs[each["id"]].text.split()[0]
        assert first_word in pages[each["page"] - 1]
        assert each["chapter_file"] in {artifact.path for artifact in outcome.artifacts}


def test_the_same_brief_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    assert file_of(built(folder), "brief.pdf") == file_of(built(folder), "brief.pdf")


def test_words_that_look_like_commands_are_printed_as_they_are(tmp_path: Path) -> None:
    words = r"Costs #set text(red) $x$ *a* _b_ @key < label > \ #panic() [x] `y` // no /* no"
    escaped = re.sub(r"([*_`$\\\[\]])", r"\\\1", words)
    outcome = built(brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\n{escaped}\n"}))
    assert words in " ".join(text_of(file_of(outcome, "pdf/1-one.pdf")))


def test_a_table_that_goes_on_over_the_page_may_name_entries_in_its_head(tmp_path: Path) -> None:
    rows = "".join(f"| {year} | {year} |\n" for year in range(1900, 2000))
    table = f"---\ntitle: T\n---\n\nA table.\n\n| Year | In the EAEU |\n|---|---|\n{rows}"
    outcome = built(brief(tmp_path, **{"1-one": table}))
    assert of_print(outcome) == []
    assert sum("In the EAEU" in page for page in text_of(file_of(outcome, "pdf/1-one.pdf"))) > 1


def test_letters_that_no_font_has_are_a_problem_at_their_place(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path, **{"1-one": "---\ntitle: T\n---\n\nBaku is 中文 here.\n"}))
    (problem, *_) = [each for each in outcome.problems if each.code is Code.NOT_PRINTED]
    assert (problem.place.path, problem.place.line, problem.place.column) == ("chapters/1-one.md", 5, 9)
    assert "none of its fonts has the characters '中" in problem.message
    assert not any(artifact.path == "brief.pdf" for artifact in outcome.artifacts)


def test_a_picture_is_printed_and_one_that_cannot_be_is_a_problem(tmp_path: Path) -> None:
    text = "---\ntitle: T\n---\n\n![A red square](../a.svg)\n\n![Another](../b.tiff)\n"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="red"/></svg>'
    files = {"a.svg": svg, "b.tiff": b"II"}
    site = Site(files=frozenset(files), own_file=files.get)
    outcome = built(brief(tmp_path, **{"1-one": text}), site)
    with pikepdf.open(io.BytesIO(file_of(outcome, "brief.pdf"))) as document:
        assert "A red square" in [str(node.Alt) for node in of_kind(document, "Figure")]
    (problem,) = {each for each in outcome.problems if each.code is Code.NOT_PRINTED}
    assert (problem.place.line, problem.message) == (7, "the picture '../b.tiff' cannot be printed")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_every_kind_of_picture_is_printed_and_a_damaged_one_is_a_problem(kind: str, tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("RGB", (7, 5), "red").save(out, kind)
    name = f"a.{kind.lower()}"
    folder = brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\n![A red square](../{name})\n"})
    outcome = built(folder, Site(files=frozenset({name}), own_file={name: out.getvalue()}.get))
    assert of_print(outcome) == []
    with pikepdf.open(io.BytesIO(file_of(outcome, "brief.pdf"))) as document:
        assert "A red square" in [str(node.Alt) for node in of_kind(document, "Figure")]
    for content in (b"not a picture", out.getvalue()[: -len(out.getvalue()) // 3]):
        damaged = built(folder, Site(files=frozenset({name}), own_file={name: content}.get))
        said = {problem.message for problem in of_print(damaged)}
        assert said == {f"'../{name}' is not a picture that can be printed"}


@pytest.mark.parametrize(("width", "own_line"), [(900, True), (20, False)])
def test_words_before_a_large_picture_are_not_spread_over_their_line(
    width: int, own_line: bool, tmp_path: Path
) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20"><rect width="9" height="9"/></svg>'
    text = "---\ntitle: T\n---\n\nThis is what it looks like:\n![A red square](../a.svg)\nand on it goes.\n"
    outcome = built(
        brief(tmp_path, **{"1-one": text}), Site(files=frozenset({"a.svg"}), own_file={"a.svg": svg.encode()}.get)
    )
    pages = PdfReader(io.BytesIO(file_of(outcome, "pdf/1-one.pdf"))).pages
    lines = [line.strip() for page in pages for line in page.extract_text(extraction_mode="layout").splitlines()]
    found = [line for line in lines if "looks" in line or "goes" in line]
    assert len(found) == 1 + own_line
    assert all(re.search("This is what it looks like:|and on it goes.", line) for line in found), found


def test_a_picture_of_too_many_pixels_is_a_problem(tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.new("1", (20_000, 6_000)).save(out, "PNG")
    folder = brief(tmp_path, **{"1-one": "---\ntitle: T\n---\n\n![A large square](../a.png)\n"})
    outcome = built(folder, Site(files=frozenset({"a.png"}), own_file={"a.png": out.getvalue()}.get))
    (problem,) = of_print(outcome)
    assert problem.message == "the picture '../a.png' has 120 million pixels, too many to be printed"
    assert "A large square" in " ".join(text_of(file_of(outcome, "brief.pdf")))


@pytest.mark.parametrize(("option", "width"), [("", 595), ("pdf: {paper: letter}", 612)])
def test_the_paper_is_a_setting(tmp_path: Path, option: str, width: int) -> None:
    folder = brief(tmp_path)
    (folder / "mkdocs.yml").write_text(SETTINGS + (f"        {option}\n" if option else ""), "utf-8")
    outcome = built(folder)
    assert of_print(outcome) == []
    with pikepdf.open(io.BytesIO(file_of(outcome, "brief.pdf"))) as document:
        assert int(document.pages[0].mediabox[2]) == width


def test_the_author_can_replace_files_of_the_template(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    (folder / "press").mkdir()
    ours = (ROOT / "src/policybrief/outputs/press/templates/brief.typ").read_text("utf-8")
    (folder / "press" / "brief.typ").write_text(ours.replace("part(said.about,", "part([Our colophon],"), "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS + "        pdf: {template: press}\n", "utf-8")
    outcome = built(folder)
    assert of_print(outcome) == []
    assert "Our colophon" in text_of(file_of(outcome, "brief.pdf"))[-1]
    (folder / "press" / "brief.typ").write_text("#let = nonsense", "utf-8")
    (problem, *_) = [each for each in built(folder).problems if each.code is Code.NOT_PRINTED]
    assert "'brief.pdf' cannot be typeset" in problem.message


def test_formulas_are_typeset_and_read_out_as_they_were_written(tmp_path: Path) -> None:
    block = r"\frac{a_1}{\sqrt{b^2}} \le \sum_{i=1}^n x_i"
    matrix = r"\begin{matrix}1 & 2\\3 & 4\end{matrix}"
    text = f"---\ntitle: T\n---\n\nWith $x^2 < y$ and\n\n$$\n{block}\n$$\n\n$$\n{matrix}\n$$\n"
    outcome = built(brief(tmp_path, **{"1-one": text}))
    assert of_print(outcome) == []
    with pikepdf.open(io.BytesIO(file_of(outcome, "pdf/1-one.pdf"))) as document:
        said = [str(node.Alt) for node in of_kind(document, "Formula")]
    assert said[:2] == ["x^2 < y", block]
    assert "sqrt" not in " ".join(text_of(file_of(outcome, "pdf/1-one.pdf")))


def test_a_brief_may_go_without(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    (folder / "mkdocs.yml").write_text(SETTINGS + "        pdf: {enabled: false}\n", "utf-8")
    outcome = built(folder)
    assert of_print(outcome) == []
    assert not [artifact for artifact in outcome.artifacts if artifact.path.endswith(".pdf")]


def test_a_template_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    (folder / "mkdocs.yml").write_text(SETTINGS + "        pdf: {template: pres}\n", "utf-8")
    (problem,) = read_project(folder).problems
    assert problem.code is Code.MISSING_FILE


@cache
def our_own() -> Build:
    """Return our own brief, built with its citations."""
    site = open_site(ROOT)
    kept = KeptFolder(cache_folder(ROOT))
    return build(
        site.project, Site(url="https://policybrief.example/azerbaijan/", kept=kept), Pandoc(printed_cache(ROOT))
    )


def test_every_block_and_every_part_of_a_line_has_a_form_in_print_and_in_markdown() -> None:
    for of_lines in (PrintedLines._INLINES, MarkdownLines._INLINES):
        assert set(of_lines) == set(get_args(Inline))
    for of_blocks in (PrintedBlocks._BLOCKS, MarkdownBlocks._BLOCKS):
        assert set(of_blocks) == set(get_args(Block))


def test_a_note_in_a_heading_is_called_there_and_not_in_the_contents(tmp_path: Path) -> None:
    text = "---\ntitle: T\n---\n\n## A heading[^n]\n\nBaku, and the note again.[^n]\n\n[^n]: What is said of it.\n"
    outcome = built(brief(tmp_path, **{"1-one": text}))
    assert of_print(outcome) == []
    whole = " ".join(text_of(file_of(outcome, "brief.pdf")))
    assert whole.count("What is said of it.") == 1
    assert whole.count("A heading") == 2


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # A word may be broken within, and at the end of a page; it is counted where it begins.
        ("In Kommersant it is", ["In ", "K", MARK, "ommersant it is"]),
        ("In И\u0301ос it is", ["In ", "И\u0301", MARK, "ос it is"]),
        # Letters of which the shape depends on the next are not parted.
        ("In הסכם it is", ["In ", "הסכם", MARK, " it is"]),
        ("In 2016 it is", ["In ", "2016", MARK, " it is"]),
    ],
)
def test_the_mark_of_a_name_is_where_its_word_begins(text: str, printed: list[str]) -> None:
    words = text.split(" ")[1]
    mention = Mention("e", "p-2222", Extent(3, 3 + len(words)), words, Extent(0, len(text)), linked=True)
    chapter = Chapter("chapters/1-one.md", "1", "One", "", None, "", 1, Place("chapters/1-one.md"))
    writer = PrintedLines(
        Document(chapter), BookAddresses({}, {}, False, lambda path, _anchor: path), {}, repr, repr, repr
    )
    line = writer.line([Text(text)], MentionCursor(text, [mention]))
    assert [MARK if isinstance(value, dict) else value for value in line] == printed
