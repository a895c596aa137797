"""Citations from the source of a chapter to its notes: what counts as one, where its number stands, what it says."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

import pypandoc
import pytest

from outcomes import text_of_first
from policybrief.build import Site, prepare
from policybrief.chapters.citation_syntax import read_citation
from policybrief.importing.pandoc.printed_cache import PrintedCache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.brief import Brief, Chapter, Project, Reference
from policybrief.model.citing import (
    STYLES,
    CitingFailedError,
    Cluster,
    Piece,
    Printed,
    PrintedCluster,
    PrintedReference,
    PrintRequest,
    Processor,
)
from policybrief.model.glossary import Glossary
from policybrief.model.knowledge import AnnotatedChapter
from policybrief.model.problems import Code, Place, Problem
from policybrief.reading.references import read_references

PATH = "chapters/1-one.md"
BOOKS, _ = read_references(
    """
references:
  - {id: a, type: book, title: Alpha, author: [{family: Ames, given: Ann}], issued: '2001', language: en}
  - {id: b, type: book, title: Beta, author: [{family: Bell, given: Bo}], issued: '2002', language: en}
  - {id: c, type: book, title: Gamma, author: [{family: Cole, given: Cy}], issued: '2003', language: en}
  - {id: key2020x, type: book, title: Delta, issued: '2004', language: en}
""",
    "references.yml",
)


def fake(request: PrintRequest) -> Printed:
    """Print every citation as it was written, in the places where its style prints."""

    def printed(cluster: Cluster) -> PrintedCluster:
        said = (Piece(f"<{cluster.written}>"),)
        if not request.style.notes or cluster.note:
            return PrintedCluster(said, ())
        return PrintedCluster((Piece(cluster.items[0].key),) if cluster.written.startswith("@") else (), said)

    texts = tuple(tuple(map(printed, text)) for text in request.texts)
    return Printed(texts, tuple(PrintedReference(item.id, (Piece(item.title),)) for item in request.references))


@dataclass(frozen=True, slots=True)
class Converted:
    """A chapter after its conversion."""

    html: str
    chapter: AnnotatedChapter
    problems: tuple[Problem, ...]

    @property
    def text(self) -> str:
        """The words of the text, each note's number behind `^`."""
        html = re.sub(r"<details.*?</details>|<section.*?</section>", "", self.html, flags=re.DOTALL)
        html = re.sub(r'<a class="pb-number".*?</a>', "", html)
        html = re.sub(r"<sup[^>]*><a[^>]*><span>\[</span>(\d+)<span>\]</span></a></sup>", r"^\1", html)
        return " ".join(re.sub(r"<[^>]+>", "", html).split()).replace("&lt;", "<").replace("&gt;", ">")

    @property
    def notes(self) -> list[str]:
        """The words of each note beside the text."""
        details = "".join(re.findall(r"<details.*?</details>", self.html, flags=re.DOTALL))
        boxes = re.findall(r'<pb-note class="pb-note".*?</pb-note>', details, flags=re.DOTALL)
        words = (re.sub(r"<[^>]+>", "", re.sub(r"</a>", " ", box, count=1)) for box in boxes)
        return [" ".join(box.split()).replace("&lt;", "<").replace("&gt;", ">") for box in words]

    @property
    def cited(self) -> list[tuple[str, str, int]]:
        return [(item.reference, item.locator, item.note) for item in self.chapter.citations]


def converted(
    body: str,
    style: str = "chicago-notes",
    processor: Processor = fake,
    first_line: int = 1,
    books: tuple[Reference, ...] = BOOKS,
) -> Converted:
    chapter = Chapter(PATH, "1", "One", "", None, body, first_line, Place(PATH))
    prepared = prepare(Project(Brief("Brief"), Glossary(), (chapter,), books, (), style), Site(), processor)
    problems = (*prepared.problems, *prepared.chapters[0].problems)
    return Converted(text_of_first(prepared), prepared.knowledge.chapters[0], problems)


# Where the numbers stand


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("A claim [@a].", "A claim.^1"),
        ("A claim [@a], and so on.", "A claim,^1 and so on."),
        ("A “claim” [@a].", "A “claim”.^1"),
        ("A “claim [@a].” Next.", "A “claim.”^1 Next."),
        ("(A claim [@a]).", "(A claim).^1"),
        ("A claim [@a]?!", "A claim?!^1"),
        ("A claim. [@a]", "A claim.^1"),
        ("A claim.[@a] Next.", "A claim.^1 Next."),
        ("A claim [@a] (so it is).", "A claim^1 (so it is)."),
        ("*A claim* [@a].", "A claim.^1"),
        ("**A claim [@a].** Next.", "A claim.^1 Next."),
        ("A claim\n[@a].", "A claim.^1"),
        ("As @a says.", "As a^1 says."),
        ("As @a [p. 3], he says.", "As a,^1 he says."),
        ("A claim [@a].[^n]\n\n[^n]: Note.", "A claim.^1^2"),
    ],
)
def test_punctuation_is_drawn_before_the_number(body: str, text: str) -> None:
    assert converted(body).text == text


@pytest.mark.parametrize(
    ("body", "text"),
    [("A claim [@a] [@b].", "A claim.^1 ^2"), ("A claim[^n] [@a], so.\n\n[^n]: Note.", "A claim,^1 ^2 so.")],
)
def test_punctuation_is_drawn_before_neighbouring_numbers(body: str, text: str) -> None:
    assert re.sub(r"(?<=\d)\^", " ^", converted(body).text) == text


def test_a_full_stop_is_not_doubled() -> None:
    assert converted("A claim. [@a].").text == "A claim.^1"


def test_notes_and_footnotes_are_numbered_as_one_sequence() -> None:
    found = converted("One [@a].[^n] Two [@b].\n\n[^n]: See [@c, p. 3] and @a.\n\nThree.[^m]\n\n[^m]: Last.\n")
    assert found.text == "One.^1^2 Two.^3 Three.^4"
    assert found.notes == ["1 <[@a]>", "2 See (<[@c, p. 3]>) and <@a>.", "3 <[@b]>", "4 Last."]
    assert found.cited == [("a", "", 1), ("c", "p. 3", 2), ("a", "", 2), ("b", "", 3)]


def test_a_footnote_called_twice_keeps_its_number() -> None:
    found = converted("One.[^n] Two [@a]. Three.[^n]\n\n[^n]: Note.\n")
    assert found.text == "One.^1 Two.^2 Three.^1"
    assert [note.partition(" ")[0] for note in found.notes] == ["1", "2"]
    assert "1, again (2)" in found.notes[0]
    assert len(set(re.findall(r'<sup[^>]* id="([^"]+)"', found.html))) == 3


def test_a_footnote_called_twice_in_a_paragraph_cites_once() -> None:
    assert converted("One.[^n] Two.[^n]\n\n[^n]: See [@a].\n").cited == [("a", "", 1)]


def test_a_footnote_called_in_two_paragraphs_cites_in_both() -> None:
    citations = converted("One.[^n]\n\nTwo.[^n]\n\n[^n]: See [@a].\n").chapter.citations
    assert len({citation.paragraph for citation in citations}) == len(citations) == 2


def test_author_date_styles_print_in_the_sentence() -> None:
    found = converted("As @a says [@b, p. 4].[^n]\n\n[^n]: See [@c].\n", "apa")
    assert found.text == "As <@a> says <[@b, p. 4]>.^1"
    assert found.notes == ["1 See <[@c]>."]
    assert found.cited == [("a", "", 0), ("b", "p. 4", 0), ("c", "", 1)]


@pytest.mark.parametrize(("style", "note"), [("chicago-notes", 1), ("apa", 0)])
def test_citations_in_tables_and_captions(style: str, note: int) -> None:
    body = "| x [@a] | y |\n|---|---|\n| z | @b |\n\n/// caption\nA table [@c, p. 1].\n///\n"
    found = converted(body, style)
    assert [(key, locator, bool(number)) for key, locator, number in found.cited] == [
        ("c", "p. 1", bool(note)), ("a", "", bool(note)), ("b", "", bool(note))
    ]  # fmt: skip
    assert len({citation.paragraph for citation in found.chapter.citations}) == 1
    assert len(found.notes) == 3 * note
    assert "pb-citation" not in found.html


def test_the_text_of_a_link_holds_no_citation() -> None:
    found = converted("See [text @a](https://example.org) and [@b](https://example.org). As @a and @b say.")
    assert found.text == "See text @a and @b. As a^1 and b^2 say."
    assert found.cited == [("a", "", 1), ("b", "", 2)]


def test_an_escaped_key_is_shown_as_it_is() -> None:
    assert converted(r"His name there is \@a.").text == "His name there is @a."


# Keys that nobody knows


@pytest.mark.parametrize(
    ("body", "line", "column", "message", "hint"),
    [
        ("One.\n\nAs @key2020 says.", 12, 4, "no source 'key2020'", "did you mean 'key2020x'?"),
        ("One [@a; @zzz].", 10, 10, "no source 'zzz'", "add the source to the references"),
        ("One [@a,\np. 3; @zzz].", 11, 7, "no source 'zzz'", "add the source to the references"),
        ("One.[^n]\n\n[^n]: See [@zzz].", 12, 12, "no source 'zzz'", "add the source to the references"),
        ("| x | [@zzz] |\n|---|---|\n| y | z |", 10, 8, "no source 'zzz'", "add the source to the references"),
    ],
)
def test_an_unknown_key(body: str, line: int, column: int, message: str, hint: str) -> None:
    found = converted(body, first_line=10)
    assert found.problems == (Problem(Code.UNKNOWN_SOURCE, Place(PATH, line, column), message, hint),)
    assert "zzz" not in [key for key, _, _ in found.cited]


def test_an_unknown_key_that_begins_a_known_one() -> None:
    (problem,) = converted("One [@key2020x;\n@key2020].").problems
    assert problem.place == Place(PATH, 2, 1)


def test_a_cluster_with_an_unknown_key_stays_as_it_was_written() -> None:
    assert converted("One [@a; @zzz] two.").text == "One [@a; @zzz] two."


# With pandoc itself


@pytest.fixture(scope="module")
def pandoc(tmp_path_factory: pytest.TempPathFactory) -> Pandoc:
    return Pandoc(PrintedCache(tmp_path_factory.mktemp("pandoc")))


def test_a_source_is_named_in_full_once(pandoc: Pandoc) -> None:
    found = converted("One [@a, p. 4].[^n] As @b says. Two [@a, p. 5].\n\n[^n]: See [@a, p. 1].", processor=pandoc)
    assert found.text == "One.^1^2 As Bo Bell^3 says. Two.^4"
    assert found.notes == [
        "1 Ann Ames, Alpha (2001), 4.",
        "2 See (Ames, Alpha, 1).",
        "3 Beta (2002).",
        "4 Ames, Alpha, 5.",
    ]


def test_author_date(pandoc: Pandoc) -> None:
    found = converted("As @a [p. 4] says [@b; see also @c, p. 5]. Again [-@a].", "chicago-author-date", pandoc)
    assert found.text == "As Ames (2001, 4) says (Bell 2002; see also Cole 2003, 5). Again (2001)."
    assert '<a class="pb-source" href="../../references/#ref-b">Bell 2002</a>' in found.html


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("Own.[^n] One [@a]. Two [@b]. Three [@a].\n\n[^n]: Note.", "4 Ames (n 2)."),
        ("One.[^n] Two [@c]. Three [@a].\n\n[^n]: See [@b] and [@a].", "3 Ames (n 1)."),
    ],
)
def test_a_later_note_points_to_the_number_of_the_first(body: str, note: str, pandoc: Pandoc) -> None:
    assert converted(body, "oscola", pandoc).notes[-1] == note


def test_ibid_means_the_note_before(pandoc: Pandoc) -> None:
    found = converted("One [@a]. Two.[^n] Three [@a].\n\n[^n]: Another matter.", "oscola", pandoc)
    assert found.notes == ["1 Ann Ames, Alpha (2001).", "2 Another matter.", "3 Ames (n 1)."]


def test_oscola_names_the_note_alone_where_the_sentence_names_the_author(pandoc: Pandoc) -> None:
    body = "One [@a]. Two [@c]. As @a [p. 9] says. Ames is wrong [-@a].[^n]\n\n[^n]: Cole again [-@c]; Bell [-@b]."
    found = converted(body, "oscola", pandoc)
    assert found.text == "One.^1 Two.^2 As Ames^3 says. Ames is wrong.^4^5"
    assert found.notes[2:] == ["3 (n 1) 9.", "4 (n 1).", "5 Cole again (n 2); Bell (Beta (2002))."]


# Without pandoc


def request_for(*references: Reference) -> PrintRequest:
    clusters = tuple(
        Cluster(text, read_citation(text).items, 0) for reference in references for text in [f"[@{reference.id}, p. 4]"]
    )
    return PrintRequest(STYLES["chicago-notes"], "en", references, (clusters,))


def no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise OSError

    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)


def test_what_was_printed_before_needs_no_pandoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = Pandoc(PrintedCache(tmp_path))(request_for(*BOOKS[:2]))
    no_pandoc(monkeypatch)
    assert Pandoc(PrintedCache(tmp_path))(request_for(*BOOKS[:2])) == first


UNKNOWN_PIECE = '{"texts": [[{"text": [{"bold": true}], "note": []}]], "references": []}'


@pytest.mark.parametrize("content", ["", "{", "[]", UNKNOWN_PIECE, "\x00"])
def test_a_kept_file_that_cannot_be_read_is_printed_anew(content: str, tmp_path: Path) -> None:
    first = Pandoc(PrintedCache(tmp_path))(request_for(*BOOKS[:2]))
    for file in tmp_path.iterdir():
        file.write_text(content)
    assert Pandoc(PrintedCache(tmp_path))(request_for(*BOOKS[:2])) == first


def test_what_is_kept_is_what_the_last_build_asked_for(tmp_path: Path) -> None:
    Pandoc(PrintedCache(tmp_path))(request_for(*BOOKS[:2]))
    before = set(tmp_path.iterdir())
    cache = PrintedCache(tmp_path)
    Pandoc(cache)(request_for(*BOOKS[:3]))
    after = set(tmp_path.iterdir()) - before
    cache.forget_the_rest()
    assert set(tmp_path.iterdir()) == after
    assert {file.suffix for file in after} == {".json"}


def test_texts_that_cite_the_same_are_printed_once(tmp_path: Path) -> None:
    request = request_for(BOOKS[0])
    printed = Pandoc(PrintedCache(tmp_path))(replace(request, texts=request.texts * 8))
    assert len(set(printed.texts)) == 1
    assert len(printed.texts) == 8
    assert len(list(tmp_path.iterdir())) == 2


def test_pandoc_is_stopped_when_it_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policybrief.importing.pandoc.processor._TIME_LIMIT", 0.001)
    found = converted("One [@a].", processor=Pandoc(PrintedCache(tmp_path)))
    assert [problem.code for problem in found.problems] == [Code.CITATIONS]
    assert "was stopped" in found.problems[0].message


@pytest.mark.parametrize("change", ["text", "reference", "style", "language"])
def test_what_has_changed_needs_pandoc(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = request_for(*BOOKS[:2])
    Pandoc(PrintedCache(tmp_path))(before)
    no_pandoc(monkeypatch)
    edited = replace(BOOKS[0], fields={**BOOKS[0].fields, "title": "Omega"})
    after = {
        "text": request_for(*BOOKS[:3]),
        "reference": replace(before, references=(edited, BOOKS[1])),
        "style": replace(before, style=STYLES["oscola"]),
        "language": replace(before, language="az"),
    }[change]
    with pytest.raises(CitingFailedError) as caught:
        Pandoc(PrintedCache(tmp_path))(after)
    assert "pandoc, which prints them, is not installed" in caught.value.message
    assert caught.value.hint == "install it: python -m pip install pypandoc-binary"


def test_a_chapter_without_pandoc_says_so_once_and_shows_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_pandoc(monkeypatch)
    found = converted("One [@a, p. 4]. Two @b.", processor=Pandoc(PrintedCache(tmp_path)))
    assert [problem.code for problem in found.problems] == [Code.CITATIONS]
    assert found.notes == ["1 [@a, p. 4]", "2 @b"]


def test_a_text_without_citations_needs_no_pandoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_pandoc(monkeypatch)
    assert converted("Nothing here.", processor=Pandoc(PrintedCache(tmp_path))).problems == ()


def test_two_styles_print_notes() -> None:
    assert [name for name, style in STYLES.items() if style.notes] == ["chicago-notes", "oscola"]
