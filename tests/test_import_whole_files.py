"""Taking sources over from files as Zotero, JabRef and catalogues write them: BibTeX, RIS and CSL."""

from pathlib import Path

import pytest

from imported import imported
from policybrief.importing.references import ImportFailedError

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
    assert report["title"] == "The Foreign Policy of Azerbaijan"
    assert report["author"] == [{"literal": "International Crisis Group"}]
    assert (report["issued"], report["language"], report["genre"]) == ("2016-07-04~", "en", "Europe Report")
    assert said == ["16: source 'Иванов2001': its id is now 'ivanov2001'"]


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
    assert (article["ISSN"], article["id"]) == ("1234-5678", "ivanov2009")
    assert article["language"] == "ru"
    assert "1: the language of 1 source was guessed as 'ru' from the title: 'ivanov2009'" in said


ZOTERO_JSON = """[
  {"id": "http://zotero.org/users/1/items/ABC", "citation-key": "x", "type": "article-journal",
   "title": "On <i>gas</i>",
   "author": [{"family": "Berg", "given": "Ann"}, {"literal": "OSCE"}], "container-title": "Energy",
   "issued": {"date-parts": [[2019, 5, 12]]}, "accessed": {"date-parts": [["2026", 11, 2]]}, "language": "en-US",
   "volume": 3, "DOI": "10.1000/182", "note": "original-date: 1937\\nRead twice.",
   "custom": {"reliability": "press"}},
  {"id": "broken", "title": "B" "language": "en"},
  {"id": "c", "type": "book", "title": "C", "issued": {"date-parts": [[2014], [2016]], "circa": true},
   "language": "ru"},
  {"id": "d", "type": "report", "title": "D", "issued": {"date-parts": [[2015]], "season": "1"}, "language": "en"}
]
"""
ZOTERO_YAML = """---
references:
- id: berg2019
  type: article-journal
  title: On gas
  author:
  - family: Berg
    given: Ann
  issued:
  - year: 2019
    month: 5
    day: 12
  page: 4-9
  language: en-GB
- id: roe
  type: book
  title: Oil
  issued: 2014/2016
  language: en
...
"""


def test_csl_json(tmp_path: Path) -> None:
    (article, book, report), said = imported(tmp_path, "x.json", ZOTERO_JSON)
    assert article == {
        "id": "ABC",
        "type": "article-journal",
        "title": "On gas",
        "author": [{"family": "Berg", "given": "Ann"}, {"literal": "OSCE"}],
        "container-title": "Energy",
        "original-date": "1937",
        "reliability": "press",
        "volume": "3",
        "issued": "2019-05-12",
        "DOI": "10.1000/182",
        "accessed": "2026-11-02",
        "language": "en-US",
        "note": "Read twice.",
    }
    assert (book["issued"], report["issued"]) == ("2014~/2016~", "2015")
    assert said == [
        "8: an item was left out: this is not JSON: Expecting ',' delimiter",
        "11: source 'd': issued 'spring 2015' was read as '2015': a spring cannot be written in it",
    ]


def test_csl_yaml(tmp_path: Path) -> None:
    (article, book), said = imported(tmp_path, "x.yaml", ZOTERO_YAML)
    assert (article["issued"], article["page"], article["language"]) == ("2019-05-12", "4-9", "en-GB")
    assert (book["issued"], said) == ("2014/2016", [])


def test_the_content_counts_before_the_name(tmp_path: Path) -> None:
    for name, content in (("x.txt", ZOTERO_BIB), ("y", CATALOGUE_RIS), ("z.bib", ZOTERO_JSON), ("q.txt", ZOTERO_YAML)):
        assert imported(tmp_path, name, content)[0], name


def test_only_what_is_cited(tmp_path: Path) -> None:
    items, _ = imported(tmp_path, "x.bib", ZOTERO_BIB, only={"icg2016", "ivanov2001"})
    assert [item["id"] for item in items] == ["ivanov2001", "icg2016"]
    with pytest.raises(ImportFailedError, match="none of its sources is cited"):
        imported(tmp_path, "x.bib", ZOTERO_BIB, only=set())
