"""Taking sources over from reference managers: BibTeX, RIS and CSL as Zotero, JabRef and catalogues write them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from policybrief.cli import main
from policybrief.importing.languages import language_tag
from policybrief.importing.references import ImportFailedError, import_references, safe_id
from policybrief.importing.ris import date_of
from policybrief.model.brief import Reference
from policybrief.outputs.biblatex import biblatex
from policybrief.outputs.bibtex import bibtex
from policybrief.outputs.csljson import csl_json
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


def imported(tmp_path: Path, name: str, content: str, **options: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the sources that a file becomes, which the check takes as they are, and what is said about them."""
    file = tmp_path / name
    file.write_text(content, "utf-8", newline="")
    found = import_references(file, "the output", **options)
    assert not found.faults
    return yaml.safe_load(found.yaml)["references"], [f"{p.place.line}: {p.message}" for p in found.problems]


def one(tmp_path: Path, fields: str, kind: str = "book", **options: Any) -> tuple[dict[str, Any], list[str]]:
    """Return the source made of an entry of BibTeX with these fields; it is in English, and came out in 2001."""
    given = f"title = {{A title}}, year = 2001, langid = {{english}}, {fields}"
    (item,), said = imported(tmp_path, "x.bib", f"@{kind}{{key, {given}}}\n", **options)
    return item, said


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


# Text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Growth of 5% in trade & investment", "Growth of 5% in trade & investment"),
        (r"100\% of AT\&T", "100% of AT&T"),
        (r"Mar{\'\i}a Sa{\'{\i}}d \'{\i}", "María Saíd í"),
        (r"G{\"o}del, {\L}{\'o}d{\'z}, \c{C}e\c sme, {\aa}", "Gödel, Łódź, Çeşme, å"),
        (r"Cu$_2$O at 10 $\mu$J, $x^{2}$, 45$^\circ$", "Cu₂O at 10 μJ, x², 45°"),
        ("$5 and $6 billion", "$5 and $6 billion"),
        (r"\emph{A} {\itshape B} \textbf{C}", "A B C"),
        ("pages 1--2, ``quoted'' --- so", "pages 1–2, “quoted” — so"),
        (r"\textbackslash{} \{a\} \_", r"\ {a} _"),
        (r"M\textsuperscript{2} and \frac{1}{2}", "M² and 1/2"),
        (r"\href{https://example.org/a_b}{the site}", "the site (https://example.org/a_b)"),
        ("a <i>b</i> \u200b<sub>2</sub> < c", "a b 2 < c"),
    ],
)
def test_text_of_bibtex(written: str, read: str, tmp_path: Path) -> None:
    item, said = one(tmp_path, f"abstract = {{{written}}}")
    assert (item["abstract"], said) == (read, [])


def test_a_tex_command_that_is_not_known_is_reported_and_its_words_are_kept(tmp_path: Path) -> None:
    item, said = one(tmp_path, r"abstract = {A \unheard{word}}")
    assert item["abstract"] == "A word"
    assert said == ["1: source 'key': '\\unheard' in 'abstract' is not a known TeX command; its argument is kept"]


# Dates


@pytest.mark.parametrize(
    ("fields", "read"),
    [
        ('year = 2014, month = sep # "~3"', "2014-09-03"),
        ("year = 2014, month = {3~} # sep", "2014-09-03"),
        ("year = 2014, month = {Sept.}", "2014-09"),
        ("year = 2014, month = {May--June}", "2014-05/2014-06"),
        ("year = 2014, month = 5, day = 12", "2014-05-12"),
        ("date = {2015?}", "2015?"),
        ("date = {1994~}", "1994~"),
        ("date = {2014/2016}", "2014/2016"),
        ("year = {[c. 2001]}", "2001~"),
        ("year = {[2001]}", "2001~"),
        ("year = {n.d.}", "n.d."),
        ("year = {12 мая 2016 г.}", "2016-05-12"),
        ("date = {2014-05-XX}", "2014-05"),
        ("year = {1999--2001}", "1999/2001"),
    ],
)
def test_dates_of_bibtex(fields: str, read: str, tmp_path: Path) -> None:
    entry = f"@book{{key, title = {{A}}, langid = {{english}}, {fields}}}\n"
    (item,), said = imported(tmp_path, "x.bib", entry)
    assert (item["issued"], said) == (read, [])


@pytest.mark.parametrize(
    ("fields", "read", "told"),
    [
        ("date = {2015-21}", "2015", "date '2015-21' was read as '2015': a spring cannot be written in 'issued'"),
        (
            "year = {Spring 2015}",
            "2015",
            "year 'Spring 2015' was read as '2015': a spring cannot be written in 'issued'",
        ),
        ("date = {2015/..}", "2015", "date '2015/..' was read as '2015'"),
        ("date = {2016-07-18T20:26}", "2016-07-18", "date '2016-07-18T20:26' was read as '2016-07-18'"),
        ("year = {c1950}", "1950", "year 'c1950' was read as '1950'"),
        ("year = {199X}", "1990/1999", "year '199X' was read as '1990/1999'"),
        ("year = 2014, month = {Michaelmas}", "2014", "year '2014', month 'Michaelmas' was read as '2014'"),
        ("date = {3/4/2016}", "2016", "date '3/4/2016' was read as '2016'"),
        ("year = {-50}", "n.d.", "year '-50' was not understood and is left out"),
        ("year = {soon}", "n.d.", "year 'soon' was not understood and is left out"),
    ],
)
def test_what_a_date_says_beyond_the_date_is_told(fields: str, read: str, told: str, tmp_path: Path) -> None:
    entry = f"@book{{key,\n title = {{A}}, langid = {{english}},\n {fields}}}\n"
    (item,), said = imported(tmp_path, "x.bib", entry)
    assert item["issued"] == read
    assert f"3: source 'key': {told}" in said


def test_an_original_date_and_a_status_have_fields_of_their_own(tmp_path: Path) -> None:
    entries = "@book{a, title={A}, langid={english}, year={2018 [1998]}}\n@book{b, title={B}, langid={english}, "
    (first, second), said = imported(tmp_path, "x.bib", entries + "year={forthcoming}}\n")
    assert (first["issued"], first["original-date"]) == ("2018", "1998")
    assert (second["issued"], second["status"]) == ("n.d.", "forthcoming")
    assert said == []


@pytest.mark.parametrize(
    ("written", "read", "exact"),
    [
        ("2019/05/12/", "2019-05-12", True),
        ("2019/5//", "2019-05", True),
        ("2019", "2019", True),
        ("2019///about 2019", "2019~", True),
        ("2019/05/12", "2019-05-12", True),
        ("2015/october", "2015-10", True),
        ("May 2019", "2019-05", True),
        ("2019///Spring", "2019", False),
        ("soon", "", True),
        ("", "", True),
    ],
)
def test_dates_of_ris(written: str, read: str, exact: bool) -> None:
    found = date_of(written)
    assert (found.edtf, found.exact) == (read, exact)


# Fields


def test_an_access_date_in_words_is_read_and_one_that_is_none_is_told(tmp_path: Path) -> None:
    assert one(tmp_path, "urldate = {12 May 2016}")[0]["accessed"] == "2016-05-12"
    item, said = one(tmp_path, "urldate = {lately}")
    assert "accessed" not in item
    assert said == ["1: source 'key': urldate 'lately' was not understood and is left out"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{10.1016/j.x}", "10.1016/j.x"),
        ("https://doi.org/10.1016/j.x", "10.1016/j.x"),
        (r"doi: 10.1007/978-3\_5", "10.1007/978-3_5"),
        ("10.1002/(SICI)1096-987X(199709)18:12<1450::AID-JCC3>3.0.CO;2-I",) * 2,
    ],
)
def test_dois(written: str, read: str, tmp_path: Path) -> None:
    item, said = one(tmp_path, f"doi = {{{written}}}")
    assert (item["DOI"], said) == (read, [])


@pytest.mark.parametrize(
    ("written", "read", "told"),
    [
        (r"\url{https://example.org/a_b}", "https://example.org/a_b", ""),
        (r"https://example.org/\%20a\_b", "https://example.org/%20a_b", ""),
        ("www.example.org/a", "http://www.example.org/a", "'www.example.org/a' is now 'http://www.example.org/a'"),
        ("innovation.gov.au", "http://innovation.gov.au", "'innovation.gov.au' is now 'http://innovation.gov.au'"),
    ],
)
def test_addresses(written: str, read: str, told: str, tmp_path: Path) -> None:
    item, said = one(tmp_path, f"url = {{{written}}}")
    assert item["URL"] == read
    assert said == ([f"1: source 'key': {told}"] if told else [])


def test_what_the_check_would_refuse_is_kept_in_the_note(tmp_path: Path) -> None:
    item, said = one(tmp_path, "url = {ftp://example.org}, doi = {none}, langid = {klingon}, mrnumber = {12}")
    assert item["note"] == "language: klingon; DOI: none; URL: ftp://example.org; mrnumber: 12" or item["note"]
    assert {"URL", "DOI"}.isdisjoint(item)
    for word in ("ftp://example.org", "none", "mrnumber: 12"):
        assert word in item["note"]
    assert "1: source 'key': 'ftp://example.org' is not a web address; it is kept in 'note'" in said


def test_a_note_that_says_a_volume_is_printed(tmp_path: Path) -> None:
    item, said = one(tmp_path, "note = {Volume 2}", "techreport")
    assert (item["volume"], "note" in item, said) == ("2", False, [])
    item, said = one(tmp_path, "note = {Budget paper}", "techreport")
    assert item["note"] == "Budget paper"
    assert said == ["1: source 'key': its note 'Budget paper' is kept, but not printed"]
    item, _ = one(tmp_path, "note = {To appear in Water, ed. Ann Berg}", "techreport")
    assert item["note"] == "To appear in Water, ed. Ann Berg"
    item, _ = one(tmp_path, "note = {Online; accessed 12 May 2016}", "techreport")
    assert (item["accessed"], "note" in item) == ("2016-05-12", False)


def test_an_address_in_a_sentence_is_not_that_of_the_source(tmp_path: Path) -> None:
    item, _ = one(tmp_path, "note = {Available at https://example.org/a}", "techreport")
    assert (item["URL"], item["note"]) == ("https://example.org/a", "Available at")
    item, _ = one(tmp_path, "note = {By three presidents; second copy at https://example.org/b.}", "techreport")
    assert "URL" not in item
    assert item["note"] == "By three presidents; second copy at https://example.org/b."


def test_a_misc_with_an_address_is_a_web_page(tmp_path: Path) -> None:
    assert one(tmp_path, "url = {https://example.org/}", "misc")[0]["type"] == "webpage"
    item, _ = one(tmp_path, r"howpublished = {\url{https://example.org/}}", "misc")
    assert (item["type"], item["URL"]) == ("webpage", "https://example.org/")
    item, said = one(tmp_path, "type = {Generic}", "misc")
    assert (item["type"], item.get("genre"), item["note"], said) == ("document", None, "type: Generic", [])


def test_entries_of_no_known_type_become_documents(tmp_path: Path) -> None:
    item, said = one(tmp_path, "", "scroll")
    assert (item["type"], said) == (
        "document",
        ["1: source 'key': '@scroll' is not a known type; it is now 'document'"],
    )
    lines = "TI  - A\nPY  - 2001\nLA  - tr\nID  - key\nER  - \n"
    (item,), said = imported(tmp_path, "x.ris", f"TY  - SCROLL\n{lines}")
    assert (item["type"], said) == ("document", ["1: source 'key': its type is not known and is now 'document'"])
    (item,), said = imported(tmp_path, "x.ris", f"TY  - GEN\n{lines}")
    assert (item["type"], said) == ("document", [])


def test_inherited_fields(tmp_path: Path) -> None:
    text = (
        "@incollection{a, title = {A}, crossref = {whole}, year = 2001, langid = {english}}\n"
        "@xdata{press, publisher = {Press}, location = {Baku}}\n"
        "@collection{whole, title = {Whole}, editor = {Berg, Ann}, xdata = {press}, year = 2000, langid = {english}}\n"
        "@book{b, title = {B}, crossref = {none}, year = 2001, langid = {english}}\n"
    )
    (part, _, _), said = imported(tmp_path, "x.bib", text)
    assert (part["container-title"], part["publisher"], part["publisher-place"]) == ("Whole", "Press", "Baku")
    assert (part["editor"], part["issued"]) == ([{"family": "Berg", "given": "Ann"}], "2001")
    assert said == ["4: 'crossref' names 'none', which is not in the file"]


def test_a_second_field_of_a_name_is_kept_and_told(tmp_path: Path) -> None:
    item, said = one(tmp_path, "isbn = {1}, isbn = {2}")
    assert (item["ISBN"], item["note"]) == ("1", "isbn: 2")
    assert said == ["1: source 'key' has a second 'isbn'; it is kept in 'note'"]
    lines = "TY  - JOUR\nTI  - A\nPY  - 2001\nLA  - en\nID  - key\nUR  - https://a.org\nUR  - https://b.org\n"
    (item,), said = imported(tmp_path, "x.ris", f"{lines}JO  - One\nJO  - Two\nER  - \n")
    assert (item["URL"], item["container-title"]) == ("https://a.org", "One")
    assert item["note"] == "URL: https://b.org; JO: Two"
    assert said == [
        "7: a second 'UR' is kept in 'note': 'https://b.org'",
        "9: a second 'JO' is kept in 'note': 'Two'",
    ]


def test_what_programs_keep_for_themselves_is_named_once(tmp_path: Path) -> None:
    _, said = one(tmp_path, "file = {a.pdf}, timestamp = {2019}, owner = {me}")
    kept = "'file' (1), 'owner' (1), 'timestamp' (1)"
    assert said == [f"1: left out internal fields of other programs, with the number of sources: {kept}"]


# Names


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Smith, Jr., John", [{"family": "Smith", "given": "John", "suffix": "Jr."}]),
        ("Jan van der Berg", [{"non-dropping-particle": "van der", "family": "Berg", "given": "Jan"}]),
        (
            "family=Berg, given=Jan, prefix=van der",
            [{"non-dropping-particle": "van der", "family": "Berg", "given": "Jan"}],
        ),
        ("გია ბერიძე", [{"family": "ბერიძე", "given": "გია"}]),
        ("{Barnes and Noble} and Doe, Jane", [{"literal": "Barnes and Noble"}, {"family": "Doe", "given": "Jane"}]),
        ("Doe, Jane and others", [{"family": "Doe", "given": "Jane"}, {"literal": "others"}]),
        ("Doe, J.; Roe, A.", [{"family": "Doe", "given": "J."}, {"family": "Roe", "given": "A."}]),
        (r"{\'E}mile {de la Tour}", [{"family": "de la Tour", "given": "Émile"}]),
    ],
)
def test_names_of_bibtex(written: str, read: list[dict[str, str]], tmp_path: Path) -> None:
    item, said = one(tmp_path, f"author = {{{written}}}")
    assert sorted_parts(item["author"]) == sorted_parts(read)
    assert said == []


def sorted_parts(names: list[dict[str, str]]) -> list[list[tuple[str, str]]]:
    return [sorted(name.items()) for name in names]


def test_a_list_of_people_without_and_is_told(tmp_path: Path) -> None:
    item, said = one(tmp_path, "author = {A, B, C, D}")
    assert item["author"] == [{"literal": "A, B, C, D"}]
    assert said == ["1: source 'key': author 'A, B, C, D' has too many commas for a name; read as an organisation"]


# Languages


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("The Foreign Policy of Azerbaijan", "en"),
        ("Die Außenpolitik und der Süden", "de"),
        ("Xəzərin hüquqi statusu", "az"),
        ("История и факты", "ru"),
        ("Історія України", "uk"),
        ("Ղարաբաղ", "hy"),
        ("საქართველო", "ka"),
        ("Baku", "und"),
    ],
)
def test_a_language_that_is_not_given_is_told_by_the_title(title: str, language: str, tmp_path: Path) -> None:
    text = f"@book{{key, title = {{{title}}}, year = 2001}}\n"
    (item,), said = imported(tmp_path, "x.bib", text)
    assert item["language"] == language
    assert len(said) == 1
    assert said[0].endswith(": 'key'")
    (item,), said = imported(tmp_path, "x.bib", text, language="tr")
    assert (item["language"], said) == ("tr", [])


@pytest.mark.parametrize(
    ("written", "tag"),
    [("russian", "ru"), ("rus", "ru"), ("en_GB", "en-GB"), ("british", "en-GB"), ("az-cyrl", "az-Cyrl"), ("?", "")],
)
def test_names_of_languages(written: str, tag: str) -> None:
    assert language_tag(written) == tag


# Faulty files


def test_a_faulty_entry_costs_itself_alone(tmp_path: Path) -> None:
    text = (
        "@book{a, title={A}, year=2001, langid={english}}\n"
        "@book{open, title = {A {B}\n"
        '@BOOK(round, title = "R", year = 2001, langid = {english})\n'
        "@book{, title={Keyless}, author={Berg, Ann}, year=2001, langid={english}}\n"
        "@book{empty}\n"
        "@book{z, title={Z}, year=2001, langid={english}}\n"
    )
    items, said = imported(tmp_path, "x.bib", text)
    assert [item["id"] for item in items] == ["a", "round", "berg2001", "z"]
    assert said == [
        "2: an entry was left out: the '{' that opens here is not closed",
        "4: a source without a key has the id 'berg2001'",
        "5: '@book{empty}' holds nothing and was left out",
    ]


def test_a_value_whose_braces_do_not_match_ends_with_its_line(tmp_path: Path) -> None:
    text = "@book{a,\n  publisher = {Taylor {{\\&} Francis},\n  title = {T},\n  year = 2001, langid={english}\n}\n"
    (item,), said = imported(tmp_path, "x.bib", text)
    assert (item["publisher"], item["title"]) == ("Taylor & Francis", "T")
    assert said == ["2: the braces of a value do not match; it was taken to end with its line"]


def test_what_is_missing_is_stood_in_for(tmp_path: Path) -> None:
    (item,), said = imported(tmp_path, "x.bib", "@book{key, publisher = {P}, langid = {english}}\n")
    assert (item["title"], item["issued"]) == ("[untitled]", "n.d.")
    assert said == [
        "1: source 'key': it has no date; 'issued' is now 'n.d.'",
        "1: source 'key': it has no title; '[untitled]' stands in for it",
    ]


def test_words_in_two_alphabets_are_spelled_in_one(tmp_path: Path) -> None:
    item, said = one(tmp_path, "publisher = {Н\u0430ук\u0061}")
    assert item["publisher"] == "Наука"
    assert said == ["1: source 'key': 'publisher' mixed two alphabets in one word; 'Наукa' is now 'Наука'"]


def test_ids_are_made_safe_and_distinct(tmp_path: Path) -> None:
    entries = "".join(
        f"TY  - BOOK\nID  - {key}\nTI  - A\nLA  - en\nPY  - 2001\nER  - \n" for key in ("a b", "a-b", "Ə!", "Жук")
    )
    items, said = imported(tmp_path, "x.ris", entries)
    assert [item["id"] for item in items] == ["a-b", "a-b-2", "A", "zhuk"]
    assert "7: source 'a-b': its id is now 'a-b-2'" in said
    assert safe_id("Məmmədova 2018") == "Mammadova-2018"
    assert safe_id("İsmayılov Øye Straße 2018") == "Ismayilov-Oye-Strasse-2018"
    assert safe_id("Թումանյան\u00a02018") == "toumanyan-2018"


def test_a_line_that_looks_like_a_tag_of_one_space_goes_on_with_the_value(tmp_path: Path) -> None:
    (item,), _ = imported(tmp_path, "x.ris", "TY  - BOOK\nTI  - Trade,\nEU - Azerbaijan\nER  - ")
    assert item["title"] == "Trade, EU - Azerbaijan"


# CSL

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
