"""The EPUB: valid by the rules that a program can hold it to, with the numbers and ids of the website."""

import io
import posixpath
import re
import struct
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args
from urllib.parse import unquote, urldefrag
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image

from policybrief.build import Site
from policybrief.model.blocks import Block
from policybrief.model.inlines import Inline
from policybrief.model.output import Build
from policybrief.model.problems import Code
from policybrief.outputs.ebook.blocks import EbookBlocks
from policybrief.outputs.ebook.elements import reads_from_right
from policybrief.outputs.ebook.lines import EbookLines
from test_pdf import SETTINGS, brief, built, file_of, our_own, text_of

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"


class Ebook:
    """An EPUB, opened."""

    def __init__(self, content: bytes) -> None:
        self.zip = ZipFile(io.BytesIO(content))
        self.package = self.xml("EPUB/package.opf")
        self.items = {item.get("href", ""): item for item in self.package.iter(f"{OPF}item")}
        self.pages = {
            href: self.xml(f"EPUB/{href}")
            for href, item in self.items.items()
            if item.get("media-type") == "application/xhtml+xml"
        }

    def xml(self, path: str) -> Element:
        return fromstring(self.zip.read(path))

    def ids(self, page: str) -> list[str]:
        return [found for element in self.pages[page].iter() if (found := element.get("id"))]

    def meta(self, name: str) -> list[str]:
        return [meta.text or "" for meta in self.package.iter(f"{OPF}meta") if meta.get("property") == name]

    def of_type(self, kind: str) -> Iterator[Element]:
        for page in self.pages.values():
            yield from (element for element in page.iter() if element.get(f"{OPS}type") == kind)

    def navigation(self, kind: str) -> list[tuple[str, str]]:
        """Return the addresses and the words of one of the lists of the navigation."""
        (nav,) = (nav for nav in self.pages["nav.xhtml"].iter(f"{XHTML}nav") if nav.get(f"{OPS}type") == kind)
        return [(link.get("href", ""), words(link)) for link in nav.iter(f"{XHTML}a")]


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def ebook_of(outcome: Build) -> Ebook:
    return Ebook(file_of(outcome, "brief.epub"))


def check_structure(book: Ebook) -> None:
    """Hold an EPUB to those rules of https://www.w3.org/TR/epub-33/ that its files alone can break."""
    first = book.zip.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert book.zip.read("mimetype") == b"application/epub+zip"
    files = [name.removeprefix("EPUB/") for name in book.zip.namelist() if name.startswith("EPUB/")]
    assert sorted(files) == sorted([*book.items, "package.opf"])
    spine = [item.get("idref") for item in book.package.iter(f"{OPF}itemref")]
    by_id = {item.get("id"): href for href, item in book.items.items()}
    assert {by_id[id_] for id_ in spine} == set(book.pages)
    assert len(spine) == len(set(spine))
    (nav,) = [href for href, item in book.items.items() if "nav" in item.get("properties", "").split()]
    assert nav == "nav.xhtml"
    for name in ("identifier", "title", "language"):
        assert [part for part in book.package.iter(f"{DC}{name}") if part.text]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", book.meta("dcterms:modified")[0])
    ids = {page: book.ids(page) for page in book.pages}
    for page, root in book.pages.items():
        assert not [id_ for id_, count in Counter(ids[page]).items() if count > 1], page
        assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang")
        assert words(next(root.iter(f"{XHTML}title")))
        for element in root.iter():
            check_links(book, page, element, ids)
        found = {
            "mathml": any("MathML" in str(e.tag) for e in root.iter()),
            "svg": any("svg" in e.tag for e in root.iter()),
        }
        said = book.items[page].get("properties", "").split()
        assert {name for name, there in found.items() if there} == set(said) - {"nav"}
        levels = [
            int(element.tag[-1]) for element in root.iter() if re.fullmatch(re.escape(XHTML) + "h[1-6]", element.tag)
        ]
        assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False)), page


def check_links(book: Ebook, page: str, element: Element, ids: dict[str, list[str]]) -> None:
    if element.tag == f"{XHTML}img":
        assert element.get("alt") is not None
        assert element.get("src") in book.items
    href = element.get("href", "")
    if element.tag == f"{XHTML}link":
        assert href in book.items
    elif href and not href.startswith(("https://", "http://", "mailto:")):
        file, fragment = urldefrag(href)
        target = posixpath.normpath(unquote(file)) if file else page
        assert target in book.pages, href
        assert not fragment or unquote(fragment) in ids[target], href


def test_a_small_brief_is_a_valid_book(tmp_path: Path) -> None:
    book = ebook_of(built(brief(tmp_path)))
    check_structure(book)
    (title_page,) = (part for part in book.of_type("titlepage") if part.tag == f"{XHTML}section")
    assert [words(line) for line in title_page] == ["The strait", "Who may pass", "A house", "1 November 2026"]
    assert [said for _, said in book.navigation("toc")][:4] == ["1 The first", "A section", "2 The second", "Far away"]
    assert "A note that names Baku." in words(book.pages["chapter-1.xhtml"])
    assert "1994" in words(book.pages["timeline.xhtml"])
    assert book.zip.read("EPUB/cover.png")[:8] == b"\x89PNG\r\n\x1a\n"
    assert [item.get("href") for item in book.items.values() if item.get("properties") == "cover-image"] == [
        "cover.png"
    ]
    (cover,) = book.pages["cover.xhtml"].iter(f"{XHTML}img")
    assert cover.get("alt") == "Cover: The strait: Who may pass. A house"


def test_its_pages_are_our_paragraphs_with_the_ids_of_the_website(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path))
    book = ebook_of(outcome)
    paragraphs = [p for p in outcome.knowledge.paragraphs().values() if not p.note]
    assert [said for _, said in book.navigation("page-list")] == [p.number for p in paragraphs]
    assert [e.get("aria-label") for e in book.of_type("pagebreak")] == [p.number for p in paragraphs]
    in_book = {id_ for page in book.pages for id_ in book.ids(page)}
    assert {p.id for p in outcome.knowledge.paragraphs().values()} <= in_book
    assert book.meta("pageBreakSource") == ["none"]


def test_notes_open_where_they_are_called_and_lead_back(tmp_path: Path) -> None:
    book = ebook_of(built(brief(tmp_path)))
    (call,), (note,) = list(book.of_type("noteref")), list(book.of_type("footnote"))
    assert call.get("role") == "doc-noteref"
    assert (note.tag, note.get("role")) == (f"{XHTML}aside", "doc-footnote")
    assert call.get("href") == f"#{note.get('id')}"
    (back,) = (link for link in note.iter(f"{XHTML}a") if link.get("role") == "doc-backlink")
    assert back.get("href") == f"#{call.get('id')}"


def test_a_note_without_words_and_one_that_begins_with_a_list_are_notes(tmp_path: Path) -> None:
    text = "---\ntitle: T\n---\n\nOne.[^a] Two.[^b] Again.[^b]\n\n[^a]:\n\n[^b]:\n    - a point\n"
    book = ebook_of(built(brief(tmp_path, **{"1-one": text})))
    check_structure(book)
    assert [words(note) for note in book.of_type("footnote")] == ["1.", "2.a point2 (2)"]


def test_index_and_glossary_lead_to_one_another_and_into_the_text(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path))
    book = ebook_of(outcome)
    lines = {e.get("id"): e for e in book.pages["index.xhtml"].iter(f"{XHTML}li") if e.get("id")}
    baku = [link.get("href", "") for link in lines["index-baku"].iter(f"{XHTML}a")]
    mentions = {m.paragraph for c in outcome.knowledge.chapters for m in c.mentions if m.entry == "baku"}
    assert baku[0] == "glossary.xhtml#entry-baku"
    assert {urldefrag(href).fragment for href in baku[1:]} == mentions
    assert "index.xhtml#index-baku" in [link.get("href") for link in book.pages["glossary.xhtml"].iter(f"{XHTML}a")]
    assert {"glossary", "index", "toc", "bodymatter", "cover", "titlepage"} <= {
        link.get(f"{OPS}type") for link in book.pages["nav.xhtml"].iter(f"{XHTML}a")
    }


def test_it_says_what_readers_with_disabilities_can_expect(tmp_path: Path) -> None:
    book = ebook_of(built(brief(tmp_path)))
    assert book.meta("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert book.meta("schema:accessMode") == ["textual", "visual"]
    assert book.meta("schema:accessModeSufficient") == ["textual"]
    assert {"tableOfContents", "pageNavigation", "index", "alternativeText"} <= set(
        book.meta("schema:accessibilityFeature")
    )
    assert book.meta("schema:accessibilityHazard") == ["none"]
    assert book.meta("schema:accessibilitySummary")
    assert book.meta("a11y:certifiedBy") == ["A house"]


def test_a_chart_is_a_drawing_with_words_and_a_wide_table_can_become_a_list(tmp_path: Path) -> None:
    wide = "| A | B | C | D |\n|---|---|---|---|\n| one | 2 | 3 | 4 |\n"
    book = ebook_of(built(brief(tmp_path)))
    page = book.pages["chapter-1.xhtml"]
    (drawing,) = (element for element in page.iter() if element.get("role") == "img")
    assert drawing.get("aria-label", "").startswith("Chart: Things")
    assert not [table for table in page.iter(f"{XHTML}table") if table.get("class")]
    other = ebook_of(built(brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\n{wide}", "2-two": ""})))
    cells = list(other.pages["chapter-1.xhtml"].iter(f"{XHTML}td"))
    assert [cell.get("data-head") for cell in cells] == [None, "B", "C", "D"]
    assert {cell.get("role") for cell in cells} == {"cell"}


@pytest.mark.parametrize("of_table", [True, False])
def test_the_sources_of_a_caption_are_below_its_table(tmp_path: Path, *, of_table: bool) -> None:
    shown = "| A | B |\n|---|---|\n| one | 2 |\n" if of_table else "![A dot](../dot.png)\n"
    caption = "/// caption\nWhat it shows. Sources: [@doe2001; @roe2010].\n///\n"
    folder = brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\n{shown}\n{caption}", "2-two": ""})
    (folder / "references.yml").write_text(
        "references:\n"
        + "".join(
            f"  - {{id: {id_}, type: book, title: {title}, issued: '2001', language: en}}\n"
            for id_, title in (("doe2001", "First book"), ("roe2010", "Second book"))
        )
    )
    out = io.BytesIO()
    Image.new("RGB", (7, 5), "red").save(out, "PNG")
    outcome = built(folder, Site(files=frozenset({"dot.png"}), own_file={"dot.png": out.getvalue()}.get))
    (figure,) = ebook_of(outcome).pages["chapter-1.xhtml"].iter(f"{XHTML}figure")
    said = words(figure)
    assert said.index("What it shows.") < said.index("Sources: ")
    assert [words(caption).endswith("What it shows.") for caption in figure.iter(f"{XHTML}figcaption")] == [True]
    assert words(figure[-1]).startswith("Sources: ")
    printed = " ".join(text_of(file_of(outcome, "brief.pdf")))
    if of_table:
        assert printed.index("What it shows.") < printed.index("one") < printed.index("Sources: ")


def test_a_map_is_a_drawing_before_its_paragraph(tmp_path: Path) -> None:
    folder = brief(tmp_path, **{"1-one": "---\ntitle: T\n---\n\nFrom Here to There.\n{: .map }\n", "2-two": ""})
    (folder / "glossary.yml").write_text("here:\n  name: Here\n  kind: place\n  coordinates: [40.38, 49.89]\n")
    page = ebook_of(built(folder)).pages["chapter-1.xhtml"]
    (drawing,) = (element for element in page.iter() if element.get("role") == "img")
    assert drawing.get("aria-label") == "Map: Here"
    paragraph = next(element for element in page.iter(f"{XHTML}p") if element.get("class") == "paragraph")
    order = list(page.iter())
    assert order.index(drawing) < order.index(paragraph)


def test_the_same_brief_gives_the_same_book(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    assert file_of(built(folder), "brief.epub") == file_of(built(folder), "brief.epub")


def test_words_that_look_like_markup_are_shown_as_they_are(tmp_path: Path) -> None:
    text = '---\ntitle: T & co\n---\n\nIt costs 3 &lt; 4 &amp;amp; `<script>` "now".\n\n```\n<b>&amp;</b>\n```\n'
    book = ebook_of(built(brief(tmp_path, **{"1-one": text})))
    check_structure(book)
    page = words(book.pages["chapter-1.xhtml"])
    assert "T & co" in page
    assert 'It costs 3 < 4 &amp; <script> "now".' in page
    assert "<b>&amp;</b>" in page


def test_formulas_are_mathml_with_their_source_as_words(tmp_path: Path) -> None:
    text = "---\ntitle: T\n---\n\nWith $x^2 < y$ and\n\n$$\n\\frac{a}{b}\n$$\n"
    book = ebook_of(built(brief(tmp_path, **{"1-one": text})))
    check_structure(book)
    found = list(book.pages["chapter-1.xhtml"].iter("{http://www.w3.org/1998/Math/MathML}math"))
    assert [math.get("alttext") for math in found] == ["x^2 < y", "\\frac{a}{b}"]
    assert [math.get("display") for math in found] == ["inline", "block"]
    assert "MathML" in book.meta("schema:accessibilityFeature")


def test_a_formula_that_cannot_be_read_is_shown_as_it_was_written(tmp_path: Path) -> None:
    book = ebook_of(built(brief(tmp_path, **{"1-one": "---\ntitle: T\n---\n\nWith $\\unheard{x}$ here.\n"})))
    check_structure(book)
    assert "\\unheard{x}" in words(book.pages["chapter-1.xhtml"])


def test_a_matrix_in_brackets_is_raised_to_a_power_with_its_brackets(tmp_path: Path) -> None:
    matrix = "$$\n\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}^{-1}\n$$"
    book = ebook_of(built(brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\nA line.\n\n{matrix}\n"})))
    (power,) = book.pages["chapter-1.xhtml"].iter("{http://www.w3.org/1998/Math/MathML}msup")
    assert len(power) == 2
    assert words(power[0]).startswith("(a")
    assert words(power[0]).endswith("d)")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "SVG"])
def test_pictures_are_in_the_book(kind: str, tmp_path: Path) -> None:
    out = io.BytesIO(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>')
    if kind != "SVG":
        Image.new("RGB", (7, 5), "red").save(out, kind)
    name = f"a.{kind.lower()}"
    folder = brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\n![A red square](../{name})\n"})
    outcome = built(folder, Site(files=frozenset({name}), own_file={name: out.getvalue()}.get))
    book = ebook_of(outcome)
    check_structure(book)
    (image,) = book.pages["chapter-1.xhtml"].iter(f"{XHTML}img")
    assert image.get("alt") == "A red square"
    assert book.zip.read(f"EPUB/{image.get('src')}") == out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "seen"),
    [
        ("a.tiff", b"II", "the picture '../a.tiff' cannot be shown in the e-book"),
        ("a.png", b"no", "the picture '../a.png' is damaged, so it is not in the e-book"),
        (
            "a.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://x.example/a.png"/></svg>',
            "elsewhere",
        ),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "runs a script"),
    ],
)
def test_a_picture_that_cannot_be_in_it_is_a_problem(name: str, content: bytes, seen: str, tmp_path: Path) -> None:
    folder = brief(tmp_path, **{"1-one": f"---\ntitle: T\n---\n\nWords.\n\n![A thing](../{name})\n"})
    (folder / "mkdocs.yml").write_text(SETTINGS + "        pdf: {enabled: false}\n", "utf-8")
    outcome = built(folder, Site(files=frozenset({name}), own_file={name: content}.get))
    (problem,) = [each for each in outcome.problems if each.code is Code.NOT_PRINTED and seen in each.message]
    assert (problem.place.path, problem.place.line) == ("chapters/1-one.md", 7)
    book = ebook_of(outcome)
    check_structure(book)
    assert "[A thing]" in words(book.pages["chapter-1.xhtml"])


def test_a_language_from_the_right_is_said(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    (folder / "mkdocs.yml").write_text(SETTINGS.replace("language: en", "language: ar"), "utf-8")
    book = ebook_of(built(folder))
    check_structure(book)
    assert {page.get("dir") for page in book.pages.values()} == {"rtl"}
    (spine,) = book.package.iter(f"{OPF}spine")
    assert spine.get("page-progression-direction") == "rtl"
    assert [reads_from_right(name) for name in ("ar", "fa-IR", "az-Arab", "ar-Latn", "en")] == [True] * 3 + [False] * 2


def test_a_brief_may_go_without_it(tmp_path: Path) -> None:
    folder = brief(tmp_path)
    (folder / "mkdocs.yml").write_text(SETTINGS + "        epub: {enabled: false}\n", "utf-8")
    assert "brief.epub" not in {artifact.path for artifact in built(folder).artifacts}


def test_every_block_and_every_part_of_a_line_has_a_form_in_the_book() -> None:
    assert set(EbookLines._INLINES) == set(get_args(Inline))
    assert set(EbookBlocks._BLOCKS) == set(get_args(Block))


def test_previews_of_links_have_a_card_of_the_size_they_ask_for(tmp_path: Path) -> None:
    outcome = built(brief(tmp_path))
    card = file_of(outcome, "assets/title-card.png")
    assert struct.unpack(">II", card[16:24]) == (1200, 630)
    tags = {tag.property: tag.content for tag in outcome.heads["chapters/1-one.md"].tags if tag.property}
    assert tags["og:image"] == "https://example.org/brief/assets/title-card.png"
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:image:alt"] == "The strait: Who may pass"


@pytest.mark.slow
def test_our_own_brief_as_a_book() -> None:
    outcome = our_own()
    content = file_of(outcome, "brief.epub")
    book = Ebook(content)
    check_structure(book)
    notes = sum(len(chapter.document.notes) for chapter in outcome.knowledge.chapters)
    assert len(list(book.of_type("footnote"))) == notes
    assert len(content) < 1_000_000
