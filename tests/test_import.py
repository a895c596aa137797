"""Taking sources over from reference managers, field by field: text, dates, names, languages."""

from pathlib import Path

import pytest

from imported import imported, one
from policybrief.importing.languages import language_tag
from policybrief.importing.ris import date_of

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
