"""Files of reference managers with faults: what can be read is taken over, and the rest is told."""

from pathlib import Path

from imported import imported, one
from policybrief.importing.references import safe_id


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
