"""Taking sources over from a reference manager: BibTeX and RIS as Zotero, JabRef and library catalogues write them."""

from pathlib import Path
from typing import Any

import pypandoc
import pytest
import yaml
from click.testing import CliRunner, Result

from policybrief.cli import main
from policybrief.importing.references import ImportFailedError, import_references, safe_id
from policybrief.importing.ris import edtf, read_ris
from policybrief.outputs.bibtex import bibtex
from policybrief.outputs.ris import ris
from policybrief.reading.references import read_references
from sources import book

ZOTERO_BIB = r"""
@article{mammadova_xezerin_2018,
	title = {Xəzərin hüquqi statusu},
	volume = {3},
	url = {https://example.org/az/100%25?a=b_c},
	language = {az},
	number = {2},
	urldate = {2026-11-02},
	journal = {Bakı Universitetinin Xəbərləri},
	author = {Məmmədova, Aygün and {\"O}zt{\"u}rk, Ali},
	month = aug,
	year = {2018},
	pages = {41--67},
}

@book{Иванов2001,
  author    = {Иванов, Пётр Сергеевич},
  title     = {История {СССР}: \emph{очерки} \& факты},
  publisher = {Наука},
  address   = {Москва},
  year      = 2001,
  langid    = {russian},
}

@techreport{icg2016,
  author = {{International Crisis Group}},
  title = {The Foreign Policy of Azerbaijan},
  institution = {International Crisis Group},
  type = {Europe Report}, number = {239},
  date = {2016-07-04~}, langid = {english}
}
"""

CATALOGUE_RIS = (
    "\ufeffProvider: a catalogue\r\n\r\n"
    "TY  - RPRT\r\nAU  - International Crisis Group\r\nTI  - Azerbaijan:\r\nVulnerable Stability\r\n"
    "PY  - 2010\r\nDA  - 2010/09/03/\r\nM3  - Europe Report\r\nSN  - 207\r\nPB  - International Crisis Group\r\n"
    "UR  - https://example.org/a;b\r\nLA  - English\r\nKW  - gas\r\nKW  - Xəzər\r\nN1  - Read in Baku: twice.\r\n"
    "ER  - \r\n\r\n"
    "TY  - JOUR\r\nA1  - Иванов, Пётр, Jr.\r\nT1  - О границе\r\nJF  - Вестник\r\n"
    "Y1  - 2009/11//about November 2009\r\nSP  - 4\r\nEP  - 9\r\n"
    "SN  - 1234-5678\r\nDO  - https://doi.org/10.1000/182\r\nLA  - und\r\nER  - \r\n"
)


def imported(tmp_path: Path, name: str, content: str) -> tuple[list[dict[str, Any]], str]:
    """Return the sources that a file becomes, and all that is said about them."""
    file = tmp_path / name
    file.write_text(content, "utf-8", newline="")
    found = import_references(file, "the output")
    return yaml.safe_load(found.yaml)["references"], "\n".join((*found.remarks, *map(str, found.problems)))


def test_bibtex(tmp_path: Path) -> None:
    (article, book, report), said = imported(tmp_path, "x.bib", ZOTERO_BIB)
    assert article == {
        "id": "mammadova_xezerin_2018",
        "type": "article-journal",
        "title": "Xəzərin hüquqi statusu",
        "author": [{"family": "Məmmədova", "given": "Aygün"}, {"family": "Öztürk", "given": "Ali"}],
        "container-title": "Bakı Universitetinin Xəbərləri",
        "issue": "2",
        "page": "41-67",
        "volume": "3",
        "issued": "2018-08",
        "URL": "https://example.org/az/100%25?a=b_c",
        "accessed": "2026-11-02",
        "language": "az",
    }
    assert (book["title"], book["publisher-place"]) == ("История СССР: очерки & факты", "Москва")
    assert (book["issued"], book["language"]) == ("2001", "ru")
    # Pandoc alone would write `The foreign policy of azerbaijan`.
    assert report["title"] == "The Foreign Policy of Azerbaijan"
    assert report["author"] == [{"literal": "International Crisis Group"}]
    assert (report["issued"], report["language"], report["genre"]) == ("2016-07-04~", "en", "Europe Report")
    assert said == "source 'Иванов2001': its id is now 'source-2'"


def test_ris(tmp_path: Path) -> None:
    (report, article), said = imported(tmp_path, "x.RIS", CATALOGUE_RIS)
    assert report == {
        "id": "international2010",
        "type": "report",
        "title": "Azerbaijan: Vulnerable Stability",
        "author": [{"literal": "International Crisis Group"}],
        "genre": "Europe Report",
        "keyword": "gas, Xəzər",
        "number": "207",
        "publisher": "International Crisis Group",
        "issued": "2010-09-03",
        "URL": "https://example.org/a;b",
        "language": "en",
        "note": "Read in Baku: twice.",
    }
    assert article["author"] == [{"family": "Иванов", "given": "Пётр", "suffix": "Jr."}]
    assert (article["issued"], article["page"], article["DOI"]) == ("2009-11~", "4-9", "10.1000/182")
    assert (article["ISSN"], article["id"]) == ("1234-5678", "source-2")
    assert "language" not in article
    assert "source 'source-2': 'language' was left out: \"und\"" in said
    assert "error[missing-key]: source 'source-2' has no 'language'" in said


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("title = {A}, year = {2001}", "has no 'language'"),
        ("title = {A}, langid = {english}, year = {n.d.}", "has no 'issued'"),
        ("title = {A}, langid = {english}, year = 2001, url = {ftp://example.org}", "is no web address"),
    ],
)
def test_what_is_missing_is_said_with_its_line(line: str, problem: str, tmp_path: Path) -> None:
    _, said = imported(tmp_path, "x.bib", f"@book{{key, {line}}}\n")
    assert problem in said
    assert said.startswith("the output:")


def test_markup_and_invisible_signs_are_taken_out(tmp_path: Path) -> None:
    (item,), _ = imported(tmp_path, "x.ris", "TY  - BOOK\nTI  - A <i>B</i>\u200b<sub>2</sub> < C\nER  - \n")
    assert item["title"] == "A B 2 < C"


def test_an_entry_of_no_known_type_becomes_a_document(tmp_path: Path) -> None:
    (item,), said = imported(tmp_path, "x.bib", "@misc{key, title = {A}, year = 2001, langid = {turkish}}\n")
    assert item["type"] == "document"
    assert said == "source 'key': its type is not known and is now 'document'"
    lines = "TI  - A\nPY  - 2001\nLA  - tr\nID  - key\nER  - \n"
    (item,), again = imported(tmp_path, "x.ris", f"TY  - SCROLL\n{lines}")
    assert (item["type"], again) == ("document", said)
    (item,), again = imported(tmp_path, "x.ris", f"TY  - GEN\n{lines}")
    assert (item["type"], again) == ("document", "")


def test_ids_are_made_safe_and_distinct(tmp_path: Path) -> None:
    entries = "".join(f"TY  - BOOK\nID  - {key}\nTI  - A\nER  - \n" for key in ("a b", "a-b", "Ə!", "Ж"))
    items, said = imported(tmp_path, "x.ris", entries)
    assert [item["id"] for item in items] == ["a-b", "a-b-2", "A", "source-4"]
    assert "source 'a-b': its id is now 'a-b-2'" in said
    assert safe_id("Məmmədova 2018") == "Mammadova-2018"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2019/05/12/", "2019-05-12"),
        ("2019/5//", "2019-05"),
        ("2019", "2019"),
        ("2019///about 2019", "2019~"),
        ("May 2019", "2019"),
        ("2019/13//", "2019"),
        ("soon", ""),
        ("", ""),
    ],
)
def test_dates_of_ris(written: str, read: str) -> None:
    assert edtf(written) == read


def test_a_line_that_looks_like_a_tag_of_one_space_goes_on_with_the_value() -> None:
    (item,) = read_ris("TY  - BOOK\nTI  - Trade,\nEU - Azerbaijan\nER  - ")
    assert item["title"] == "Trade, EU - Azerbaijan"


# What the brief exports, it can take back.


def test_our_own_ris_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "x.ris"
    file.write_bytes(ris(book("styles")))
    found, _ = read_references(import_references(file, "x").yaml, "x")
    for before, after in zip(book("styles"), found, strict=True):
        assert after.fields == before.fields


def test_our_own_bibtex_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "x.bib"
    file.write_bytes(bibtex(book("styles")))
    found, _ = read_references(import_references(file, "x").yaml, "x")
    for before, after in zip(book("styles"), found, strict=True):
        assert after.language == before.language
        assert after.issued == before.issued
        # Pandoc appends the English title, and writes typographic apostrophes.
        assert after.title.replace("’", "'").startswith(before.title)


# The command


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["references", "import", *arguments])


def test_the_command_prints_the_sources_and_says_the_rest_beside_them(tmp_path: Path) -> None:
    file = tmp_path / "x.bib"
    file.write_text("@book{key, title = {Çıxış}, year = 2001}\n", "utf-8")
    result = run(str(file))
    assert result.exit_code == 0
    assert result.stdout == ("references:\n- id: key\n  type: book\n  title: Çıxış\n  issued: '2001'\n")
    assert "source 'key' has no 'language'" in result.stderr


def test_the_command_writes_a_new_file_and_never_over_one(tmp_path: Path) -> None:
    file, output = tmp_path / "x.ris", tmp_path / "out.yml"
    file.write_text("TY  - BOOK\nTI  - A\nPY  - 2001\nLA  - az\nER  - \n", "utf-8")
    result = run(str(file), "--output", str(output))
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert output.read_text("utf-8").startswith("references:\n- id: source-1\n")
    output.write_text("mine", "utf-8")
    again = run(str(file), "--output", str(output))
    assert (again.exit_code, output.read_text("utf-8")) == (2, "mine")
    assert "is there already" in again.stderr


@pytest.mark.parametrize(
    ("name", "content", "code", "message"),
    [
        ("x.txt", b"", 2, "its name must end in .bib or .ris"),
        ("x.bib", b"@article{a, title = {x", 1, "pandoc cannot read it: Error at (line "),
        ("x.bib", b"hello", 1, "it holds no sources"),
        ("x.ris", b"hello", 1, "it holds no sources"),
        ("x.ris", b"TY  - BOOK\nTI  - \xe9\nER  - \n", 1, "byte 17 is not UTF-8 text"),
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


def test_without_pandoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise OSError

    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    (tmp_path / "x.bib").write_text("@book{a, title = {A}}", "utf-8")
    with pytest.raises(ImportFailedError, match="pip install pypandoc-binary"):
        import_references(tmp_path / "x.bib", "x")
