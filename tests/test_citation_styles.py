"""The four styles on one source of each kind, as golden files: read against the style's manual before they change.

`pytest --update-cases` writes them anew.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policybrief.chapters.citation_syntax import read_citation
from policybrief.importing.pandoc.items import csl_item, translations_apart
from policybrief.importing.pandoc.printed_cache import PrintedCache
from policybrief.importing.pandoc.processor import Pandoc
from policybrief.model.brief import Reference
from policybrief.model.citing import STYLES, Cluster, Piece, Printed, PrintRequest, Style
from policybrief.model.problems import Place
from sources import book, source

STYLES_BOOK = Path(__file__).parent / "books" / "styles"
LANGUAGES = {"oscola": "en-GB"}
"""The English of each manual; American where none is given."""


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pandoc")


def test_there_is_a_source_of_each_kind() -> None:
    assert len({reference.id for reference in book("styles")}) == 25
    assert {reference.language for reference in book("styles")} == {"en", "az", "ru"}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_style(style: Style, cache: Path, pytestconfig: pytest.Config) -> None:
    references = book("styles")
    # A later citation stands far behind the first, so that no style prints `ibid`.
    written = [f"[@{reference.id}, p. {page}]" for page in (4, 5) for reference in references]
    text = tuple(Cluster(cluster, read_citation(cluster).items, 0) for cluster in written)
    request = PrintRequest(style, LANGUAGES.get(style.name, "en-US"), references, (text,))
    found = "\n".join(report(Pandoc(PrintedCache(cache))(request), references, style))
    golden = STYLES_BOOK / f"{style.name}.txt"
    if pytestconfig.getoption("update_cases"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def report(printed: Printed, references: tuple[Reference, ...], style: Style) -> Iterator[str]:
    """Yield what a style prints: the first citation of each source, a later one, and its entry in the list."""
    entries = {entry.reference: words(entry.text) for entry in printed.references}
    (clusters,) = printed.texts
    cited = [words(cluster.note if style.notes else cluster.text) for cluster in clusters]
    for reference, first, later in zip(references, cited, cited[len(references) :], strict=False):
        yield reference.id
        yield f"  first  {first}"
        yield f"  later  {later}"
        yield f"  list   {entries.get(reference.id, '-')}"
        yield ""


def words(pieces: tuple[Piece, ...]) -> str:
    """Return printed pieces as one line, italics between asterisks."""
    return "".join(f"*{piece.text}*" if piece.italic else piece.text for piece in pieces)


# What is done to the items before, and to the printed words after


def item_of(type_: str = "book", style: str = "chicago-notes", **fields: object) -> dict[str, object]:
    given = {name.replace("_", "-"): value for name, value in fields.items()}
    return dict(
        csl_item(Reference("x", type_, str(given.get("title", "")), "en", None, given, Place("")), STYLES[style])
    )


def test_an_english_title_follows_the_original_one() -> None:
    item = item_of(title="Çıxış", title_en="Address")
    assert item == {"title": "Çıxış \ue000[Address]\ue001", "title-short": "Çıxış"}
    assert item_of(title="Çıxış", title_en="Address", title_short="Ç")["title-short"] == "Ç"
    assert item_of(title="[Address]", title_en="Address") == {"title": "[Address]"}


def test_names_of_periodicals_and_original_titles_keep_their_case() -> None:
    assert item_of("article-newspaper", container_title="oxu.az") == {
        "container-title": '<span class="nocase">oxu.az</span>'
    }
    assert item_of("chapter", container_title="A Book") == {"container-title": "A Book"}
    assert item_of(original_title="Ali und Nino") == {"original-title": '<span class="nocase">Ali und Nino</span>'}


def test_a_family_name_stays_in_one_piece() -> None:
    names = ({"family": "de Waal", "given": "Thomas"}, {"family": "Berg", "non-dropping-particle": "van der"})
    assert item_of(author=names) == {"author": [{"family": '"de Waal"', "given": "Thomas"}, names[1]]}
    assert item_of(author=({"literal": "de facto authorities"},)) == {"author": [{"literal": "de facto authorities"}]}


def test_oscola_is_given_what_it_prints_in_full() -> None:
    url, publisher = "https://example.org", "SIPRI"
    assert item_of("dataset", "oscola", URL=url, publisher=publisher) == {
        "type": "webpage", "container-title": publisher, "publisher": publisher, "URL": url
    }  # fmt: skip
    assert item_of("map", "oscola", publisher=publisher) == {"type": "book", "publisher": publisher}
    assert item_of("interview", "oscola", genre="interview") == {}
    assert item_of("interview", genre="interview") == {"genre": "interview"}


@pytest.mark.parametrize(
    ("given", "passed_on"),
    [
        ("W. Raymond", "W\ue002 Raymond"),
        ("W Raymond S.", "W\ue002 Raymond S."),
        ("J. R. R.", "J. R. R."),
        ("Zaur", "Zaur"),
    ],
)
def test_an_initial_before_a_name_is_kept_apart_for_oscola(given: str, passed_on: str) -> None:
    names = ({"family": "Duncan", "given": given},)
    assert item_of(style="oscola", author=names) == {"author": [{"family": "Duncan", "given": passed_on}]}
    assert item_of(author=names) == {"author": list(names)}


def test_our_own_fields_are_not_printed() -> None:
    assert item_of(title="T", reliability="press", copy_url="https://x.org", note="N", title_translit="T") == {
        "title": "T"
    }


@pytest.mark.parametrize(
    ("printed", "apart"),
    [
        ("A, “Çıxış \ue000[Address]\ue001,” Bakı", "A, “Çıxış” [Address], Bakı"),
        ("“Çıxış \ue000[Address]\ue001.” 2001", "“Çıxış” [Address]. 2001"),
        ("‘Çıxış \ue000[Address]\ue001’, 2001", "‘Çıxış’ [Address], 2001"),
        ("*Çıxış \ue000[Address]\ue001*, 2001", "*Çıxış* [Address], 2001"),
        ("*Çıxış \ue000[Address]\ue001*", "*Çıxış* [Address]"),
        ("‘A \ue000[B]\ue001’; ‘C \ue000[D]\ue001’", "‘A’ [B]; ‘C’ [D]"),
        ("“Çıxış \ue000[Ad", "“Çıxış [Ad"),
        ("Plain", "Plain"),
    ],
)
def test_a_translation_stands_outside_the_title(printed: str, apart: str) -> None:
    pieces = tuple(Piece(part, italic=bool(number % 2)) for number, part in enumerate(printed.split("*")) if part)
    assert words(translations_apart(pieces)) == apart


def test_no_stand_in_is_left_in_our_own_list(cache: Path) -> None:
    translated = tuple(reference for reference in book("own") if "title-en" in reference.fields)
    printed = Pandoc(PrintedCache(cache))(PrintRequest(STYLES["chicago-notes"], "en-GB", translated, ()))
    assert len(printed.references) == len(translated)
    assert not [entry for entry in printed.references if "\ue000" in words(entry.text) or "\ue001" in words(entry.text)]


@pytest.mark.parametrize(
    ("family", "given", "note", "listed"),
    [
        ("Սարգսյան", "Սերժ", "Սերժ Սարգսյան", "Սարգսյան, Սերժ"),
        ("ბერიძე", "გია", "გია ბერიძე", "ბერიძე, გია"),
        ("शर्मा", "राम", "राम शर्मा", "शर्मा, राम"),
        ("王", "小明", "王小明", "王小明"),
        ("김", "철수", "김철수", "김철수"),
        ("Иванов", "Пётр", "Пётр Иванов", "Иванов, Пётр"),
        ("נתניהו", "בנימין", "בנימין נתניהו", "נתניהו, בנימין"),
    ],
)
def test_names_stand_in_the_order_of_their_script(family: str, given: str, note: str, listed: str, cache: Path) -> None:
    (reference,) = (source(id="x", type="book", title="T", author=({"family": family, "given": given},)),)
    printed = printed_in("chicago-notes", reference, cache)
    assert words(printed.texts[0][0].note).startswith(f"{note}, ")
    assert words(printed.references[0].text).startswith(f"{listed}. ")


@pytest.mark.parametrize(
    ("style", "listed"),
    [
        ("apa", ("ბერიძე, გია ლუკა", "חזן, דוד משה", "शर्मा, राम कुमार", "Սարգսյան, Ս. Ա.", "Иванов, И. П.")),
        ("oscola", ("ბერიძე გია ლუკა", "חזן דוד משה", "शर्मा राम कुमार", "Սարգսյան ՍԱ", "Иванов ИП")),
        (
            "chicago-notes",
            ("ბერიძე, გია ლუკა", "חזן, דוד משה", "शर्मा, राम कुमार", "Սարգսյան, Սերժ Ազատ", "Иванов, Иван Петрович"),
        ),
        (
            "chicago-author-date",
            ("ბერიძე, გია ლუკა", "חזן, דוד משה", "शर्मा, राम कुमार", "Սարգսյան, Սերժ Ազատ", "Иванов, Иван Петрович"),
        ),
    ],
)
def test_initials_are_made_of_scripts_with_capitals_alone(style: str, listed: tuple[str, ...], cache: Path) -> None:
    names = (
        {"family": "ბერიძე", "given": "გია ლუკა"},
        {"family": "חזן", "given": "דוד משה"},
        {"family": "शर्मा", "given": "राम कुमार"},
        {"family": "Սարգսյան", "given": "Սերժ Ազատ"},
        {"family": "Иванов", "given": "Иван Петрович"},
    )
    for name, expected in zip(names, listed, strict=True):
        authors = (name, {"family": "Roe", "given": "Ann"})
        printed = printed_in(style, source(id="x", type="book", title="T", author=authors), cache)
        said = words(printed.references[0].text)
        assert said.startswith(expected)
        assert said.removeprefix(expected).lstrip(",").startswith((" & Roe", " and Roe", " and Ann Roe"))


@pytest.mark.parametrize("number", ["2016-13", "13-EN"])
@pytest.mark.parametrize("style", STYLES)
def test_a_number_with_a_hyphen_is_printed_as_written(style: str, number: str, cache: Path) -> None:
    printed = printed_in(style, source(id="x", title="T", number=number, edition="2026-11"), cache)
    listed = words(printed.references[0].text)
    assert number in listed
    assert "os. " not in listed
    assert "2026-11" in listed


def printed_in(style: str, reference: Reference, cache: Path) -> Printed:
    """Return what a style prints of one source that is cited once."""
    text = (Cluster("[@x]", read_citation("[@x]").items, 0),)
    return Pandoc(PrintedCache(cache))(PrintRequest(STYLES[style], "en-US", (reference,), (text,)))
