"""Where things are in the PDF: links, notes, and the pages that glossary and index name."""

import io
import json
import re
from collections import defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pikepdf
import pytest
from pypdf import PageObject, PdfReader

from policybrief.build import Site
from policybrief.chapters.dialect.formulas import mathml_of
from policybrief.model.knowledge import Mention
from policybrief.model.problems import Code
from policybrief.outputs.press import typesetting
from policybrief.outputs.press.book import Book
from policybrief.outputs.press.formulas import formula_value
from policybrief.outputs.press.labels import printed_words
from policybrief.outputs.press.typesetting import typeset
from policybrief.wording.words import ENGLISH
from test_pdf import brief, built, file_of, of_kind, our_own, text_of


def links(pdf: bytes) -> list[str]:
    """Return where the links of a PDF lead: an address, or a page from 1."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        numbers = {page.obj.objgen: str(number) for number, page in enumerate(document.pages, 1)}
        annotations = [each for page in document.pages for each in page.get("/Annots", pikepdf.Array())]
        assert all(each.get("/Contents") for each in annotations)
        return [str(each.A.URI) if "/A" in each else numbers[each.Dest[0].objgen] for each in annotations]


@pytest.mark.slow
def test_links_lead_into_the_whole_and_from_a_chapter_to_the_site(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    outcome = built(folder)
    away = {each for each in links(file_of(outcome, "brief.pdf")) if "://" in each}
    assert away == {
        "https://example.org/",
        "https://example.org/brief/",
        "https://creativecommons.org/licenses/by/4.0/",
    }
    chapter = set(links(file_of(outcome, "pdf/1-one.pdf")))
    assert {
        "https://example.org/brief/glossary/baku/",
        "https://example.org/brief/chapters/2-two/",
        "https://example.org/brief/chapters/2-two/#far-away",
    } <= chapter
    unknown = built(folder, Site())
    assert {each for each in links(file_of(unknown, "pdf/1-one.pdf")) if "://" in each} == {
        "https://example.org/",
        "https://creativecommons.org/licenses/by/4.0/",
    }


def long_text(paragraphs: int, most: int) -> Book:
    """Return a chapter with three notes to a paragraph, after one to `most` sentences each, so that some stray."""
    length = Random(18)

    def note(number: int) -> list[object]:
        words = (
            f"Note({number}) "
            + "A note with enough words to take two lines at the foot of the page. " * length.randint(1, 6)
        )
        return [{"t": "p", "tight": True, "c": [words]}]

    def paragraph(number: int) -> dict[str, object]:
        calls = [
            {"t": "note", "n": 3 * number + at, "id": f"n-{number}-{at}", "follows": False, "c": note(3 * number + at)}
            for at in (1, 2, 3)
        ]
        words = "Words that make a line or two of text before the call of a note comes. "
        line = [part for call in calls for part in (f"{words * length.randint(1, most)}Call({call['n']})", call)]
        return {
            "t": "citable", "id": f"p-{number}", "n": f"1.{number}", "merged": [],
            "c": [{"t": "p", "tight": False, "c": line}],
        }  # fmt: skip

    chapter = {
        "at": 0,
        "number": "1",
        "title": "T",
        "label": "c",
        "blocks": [paragraph(at) for at in range(paragraphs)],
    }
    value = {
        "meta": {
            **dict.fromkeys(("title", "subtitle", "whole_title", "description", "note", "publisher", "series"), "T"),
            **dict.fromkeys(("edition", "date", "licence", "licence_url", "doi", "url", "citation_style"), ""),
            "authors": [], "language": "en", "citation": [], "justified": True,
        },
        "words": printed_words(ENGLISH),
        "paper": {"size": "a4", "two_sided": False},
        "single": True,
        "chapters": [chapter],
        "timeline": [], "glossary": [], "index": [], "references": [],
    }  # fmt: skip
    return Book(value)  # type: ignore[arg-type]


def test_notes_stay_with_their_calls_in_a_long_text() -> None:
    made = typeset(long_text(60, most=3))
    pages = [set(re.findall(r"(Call|Note)\((\d+)\)", page)) for page in text_of(made.pdf)]
    assert sum(map(len, pages)) == 2 * 180
    assert all(("Call", number) in page for page in pages for what, number in page if what == "Note")
    assert made.nudges, "the text is of use only if notes stray before pages are shortened"
    assert made.astray == ()


class FakeReport:
    """What is told of a book in which a note is never on the page of its call, and others are with some lines less."""

    pages, paragraphs, places = 2, (), ()

    def __init__(self, shortened: float) -> None:
        self.shortened = shortened

    def mentions(self) -> dict[str, list[object]]:
        return {}

    def astray(self) -> list[str]:
        return ["hopeless"] if 40 < self.shortened < 100 else ["hopeless", "other"]

    def to_nudge(self) -> list[str]:
        return ["p-aaaa"]


def test_a_note_that_no_page_can_hold_costs_few_passes_and_spoils_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[float] = []

    def look(_files: object, found: typesetting._Earlier) -> FakeReport:
        seen.append(found.nudges.get("p-aaaa", 0.0))
        return FakeReport(seen[-1])

    monkeypatch.setattr(typesetting, "_look", look)
    monkeypatch.setattr(typesetting, "_pdf", lambda _files, _found: b"")
    made = typeset(long_text(1, most=1))
    assert made.astray == ("hopeless",), "the best of what was tried is kept"
    assert 40 < made.nudges["p-aaaa"] < 100
    trials = seen[:-1]
    assert len(trials) < 15
    assert trials[0] == trials[-1] == 0.0, "a page that nothing helps is left as it was at last"
    assert trials[1:-1] == sorted(trials[1:-1])
    assert max(trials) < 700


@pytest.mark.soak
def test_notes_stay_with_their_calls_in_a_text_of_three_hundred_pages() -> None:
    made = typeset(long_text(500, most=21))
    assert made.pages > 300
    assert made.nudges, "the text is of use only if notes stray before pages are shortened"
    assert made.astray == ()


def squeezed(words: str) -> str:
    """Return words without what the breaking of lines alters."""
    return re.sub(r"[\s\u00ad\u2010\u200b\u2060-]", "", words)


def printed_pages(pdf: bytes) -> list[str]:
    """Return the text of each page, squeezed, without running heads and without the small figures that call notes."""
    reader = PdfReader(io.BytesIO(pdf))
    pages = []
    for number, page in enumerate(reader.pages, 1):
        parts: list[str] = []

        def keep(text: str, _: object, __: object, ___: object, size: float, parts: list[str] = parts) -> None:
            if size > 7:
                parts.append(text)

        page.extract_text(visitor_text=keep)
        pages.append(squeezed("".join(parts)).replace(f"{number}of{len(reader.pages)}", ""))
    return pages


def page_of(text: str, mention: Mention, pages: list[str], within: range, head: int = 0) -> int:
    """Return on which page, from 1, the words of a text are printed with which a mention begins.

    The first `head` characters are printed again on each further page of a table.
    """
    start, end = mention.extent.start, mention.extent.start + len(mention.form)
    around = ((40, 40), (0, 40), (40, 0), (12, 12), (12, 0), (40, start + 4 - end), (0, 0))
    for begin, stop in ((start - before, end + after) for before, after in around):
        words = squeezed(text[max(0, begin) : stop])
        found = [page for page in within if words in pages[page - 1]]
        if len(found) == 1 or (found and end <= head):
            return found[0]
    raise AssertionError(f"{mention} is not on a single page of {within}")


def part_of(pages: list[str], title: str) -> str:
    """Return the text of the part of a book with a title: on its first page at the top, on others as running head."""
    head = squeezed("Azerbaijan between Russia and the West" + title)
    of_part = [page for page in pages if page.startswith((squeezed(title), head))]
    return "".join(page.removeprefix(head) for page in of_part)


def runs(pages: list[int]) -> str:
    """Return pages in order, neighbours as a range."""
    said: list[list[int]] = []
    for page in pages:
        if said and said[-1][-1] + 1 == page:
            said[-1].append(page)
        else:
            said.append([page])
    return ",".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in said)


def heights(page: PageObject) -> dict[str, float]:
    """Return how high above the lower edge each piece of text stands."""
    found: dict[str, float] = {}

    def keep(text: str, matrix: list[float], of_text: list[float], *_: object) -> None:
        found.setdefault(text.strip(), matrix[5] + matrix[3] * of_text[5])

    page.extract_text(visitor_text=keep)
    return found


def test_a_table_stands_clear_of_the_text_before_it_and_contents_keep_their_name(tmp_path: Path) -> None:
    table = "---\ntitle: T\n---\n\nBefore.\n\n| Year | Things |\n|---|---|\n| 2001 | 12 |\n"
    many = "---\ntitle: U\n---\n\n" + "".join(f"## Part {number}\n\nWords.\n\n" for number in range(60))
    outcome = built(brief(tmp_path, **{"1-one": table, "2-two": many}))
    reader = PdfReader(io.BytesIO(file_of(outcome, "brief.pdf")))
    assert "Contents" in reader.pages[2].extract_text().splitlines()[0]
    at = heights(reader.pages[3])
    assert at["Before."] - at["Year"] > 16


def test_equations_meet_where_their_columns_do() -> None:
    kinds = {
        r"\begin{aligned} a &= b \\ &= c \end{aligned}": "aligned",
        r"f = \begin{cases} 1 & x \\ 0 & y \end{cases}": "cases",
        r"\begin{matrix} 1 & 2 \\ 3 & 4 \end{matrix}": "mtable",
    }
    for source, kind in kinds.items():
        assert f"'m': '{kind}'" in repr(formula_value(mathml_of(source, display=True)))


PARTS = 5
"""What follows the chapters: timeline, glossary, index, references, colophon."""


def inside(node: pikepdf.Object) -> list[pikepdf.Object]:
    """Return the elements in an element of the structure."""
    kids = node.get("/K", pikepdf.Array())
    return [kid for kid in (kids if isinstance(kids, pikepdf.Array) else [kids]) if isinstance(kid, pikepdf.Dictionary)]


def scope_of(cell: pikepdf.Object) -> pikepdf.Object | None:
    """Return which cells a header cell is for."""
    said = cell.get("/A", pikepdf.Array())
    owners = list(said) if isinstance(said, pikepdf.Array) else [said]
    return next((each.Scope for each in owners if "/Scope" in each), None)


@cache
def own_pages() -> list[str]:
    """Return the pages of our own brief."""
    return printed_pages(file_of(our_own(), "brief.pdf"))


@pytest.mark.slow
def test_our_own_brief_in_print() -> None:
    outcome = our_own()
    assert not [each for each in outcome.problems if each.code in (Code.NOT_PRINTED, Code.NOTE_ASTRAY)]
    pdf = file_of(outcome, "brief.pdf")
    pages = own_pages()
    table = {each["id"]: each["page"] for each in json.loads(file_of(outcome, "data/pages.json"))["paragraphs"]}
    paragraphs = [p for p in outcome.knowledge.paragraphs().values() if not p.note]
    assert set(table) == {paragraph.id for paragraph in paragraphs}
    for paragraph in paragraphs:
        # A table begins with its caption and its chart, and its first row may be on the next page.
        opening = paragraph.number if paragraph.rows else squeezed(paragraph.text)[:12]
        assert opening in pages[table[paragraph.id] - 1]
    with pikepdf.open(io.BytesIO(pdf)) as document:
        notes = sum(len(chapter.document.notes) for chapter in outcome.knowledge.chapters)
        assert len(of_kind(document, "Note")) == notes
        assert all(node.get("/Alt") for node in of_kind(document, "Figure"))
    assert len(pdf) < 3_400_000


@pytest.mark.slow
def test_the_pages_of_glossary_and_index_are_those_where_the_names_are() -> None:
    """The pages that both name, against where the extracted text of the chapters has the words."""
    outcome = our_own()
    pages = own_pages()
    first = {each["id"]: each["page"] for each in json.loads(file_of(outcome, "data/pages.json"))["paragraphs"]}
    found: defaultdict[str, dict[int, list[str]]] = defaultdict(dict)
    for chapter in outcome.knowledge.chapters:
        numbered = [p.id for p in chapter.paragraphs if p.id in first]
        end = first[numbered[-1]] + 3
        until = {before: first[after] for before, after in pairwise(numbered)}
        texts = {p.id: p for p in chapter.paragraphs}
        for mention in chapter.mentions:
            p = texts[mention.paragraph]
            within = range(first[numbered[0]], end) if p.note else range(first[p.id], until.get(p.id, end) + 1)
            numbers = found[mention.entry].setdefault(
                page_of(p.text, mention, pages, within, sum(map(len, p.rows[0])) + len(p.rows[0]) if p.rows else 0), []
            )
            if not p.note and p.number not in numbers:
                numbers.append(p.number)
    in_glossary, in_index = part_of(pages, "Glossary"), part_of(pages, "Index of names")
    assert len(found) > 400
    for entry in outcome.publication.project.glossary.entries:
        said = sorted(found.get(entry.id, {}).items())
        line = ",".join(f"{page}({','.join(numbers)})" if numbers else str(page) for page, numbers in said)
        assert not said or squeezed(f"{entry.label},{line}") in in_index
        assert not said or f"→{runs([page for page, _ in said])}" in in_glossary


@pytest.mark.slow
def test_our_own_brief_in_print_passes_the_checks_of_its_structure() -> None:
    """Those of the machine checks of a printed book that no other test makes."""
    outcome = our_own()
    pages = own_pages()
    with pikepdf.open(io.BytesIO(file_of(outcome, "brief.pdf"))) as document:
        for note in of_kind(document, "Note"):
            assert any(kid.get("/S") == "/Lbl" for kid in inside(note))
        assert len(of_kind(document, "TOCI")) == len(outcome.knowledge.chapters) + len(of_kind(document, "H2")) + PARTS
        assert all(str(scope_of(cell)) in ("/Column", "/Row", "/Both") for cell in of_kind(document, "TH"))
        assert "/Nums" in document.Root.PageLabels
        fonts = [each for each in document.objects if isinstance(each, pikepdf.Dictionary)]
        described = [each for each in fonts if each.get("/Type") == "/FontDescriptor"]
        assert described
        assert all("/FontFile2" in each or "/FontFile3" in each for each in described)
    text = "".join(pages)
    assert all(letter in text for letter in "əğıİşщя")
    glossary = part_of(pages, "Glossary")
    assert all(squeezed(entry.label) in glossary for entry in outcome.publication.project.glossary.entries)


@pytest.mark.slow
def test_the_pages_of_our_own_brief_are_full_and_have_their_heads() -> None:
    outcome = our_own()
    pages = own_pages()
    table = json.loads(file_of(outcome, "data/pages.json"))["paragraphs"]
    in_order = [p for chapter in outcome.knowledge.chapters for p in chapter.paragraphs if not p.note]
    assert [each["id"] for each in table] == [p.id for p in in_order]
    assert [each["page"] for each in table] == sorted(each["page"] for each in table)
    first = {each["id"]: each["page"] for each in table}
    begins = [min(first[p.id] for p in chapter.paragraphs if p.id in first) for chapter in outcome.knowledge.chapters]
    end = next(number for number, page in enumerate(pages, 1) if page.startswith("Timeline"))
    for chapter, (begin, until) in zip(outcome.knowledge.chapters, pairwise([*begins, end]), strict=True):
        for number in range(begin + 1, until):
            assert squeezed(chapter.chapter.title) in pages[number - 1][:160]
            # A page that is not a chapter's last has more than two lines.
            assert number == until - 1 or len(pages[number - 1]) > 400


def test_a_paragraph_begins_with_its_words_though_its_map_is_on_the_page_before(tmp_path: Path) -> None:
    lines = "\n\n".join(f"Line {number} of many." for number in range(24))
    mapped = 'Baku is on the map above these words.\n{: .map places="baku tbilisi" }'
    folder = brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\n{lines}\n\n{mapped}\n"})
    places = {"baku": "[40.4, 49.9]", "tbilisi": "[41.7, 44.8]"}
    entries = (f"{id_}: {{name: {id_.title()}, kind: place, coordinates: {at}}}\n" for id_, at in places.items())
    (folder / "glossary.yml").write_text("".join(entries), "utf-8")
    outcome = built(folder)
    pages = printed_pages(file_of(outcome, "brief.pdf"))
    table = json.loads(file_of(outcome, "data/pages.json"))["paragraphs"]
    assert [page for page, text in enumerate(pages, 1) if "Bakuisonthemap" in text] == [table[-1]["page"]] == [4]
