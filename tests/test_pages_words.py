"""The words of derived pages, and the order of names."""

import pytest

from policybrief.model.sorting import by_letter, sort_key
from policybrief.pages.web_addresses import site_name, web_address


def test_only_web_addresses_become_links() -> None:
    assert web_address("https://x.example/a") == "https://x.example/a"
    assert web_address("javascript:alert(1)") == ""
    assert site_name("https://www.wikidata.org/wiki/Q1/") == "wikidata.org/wiki/Q1"


@pytest.mark.parametrize(
    "names",
    [
        ["Elchibey", "Əliyev", "Emin"],
        ["Xankəndi", "Xocalı", "Xruşçov"],
        ["Iran", "İsmayıl", "Istanbul"],
        ["The Hague", "The Times", "Thessaloniki"],
        ["9 May", "Baku", "Баку", "Երևան", "თბილისი"],
        ["Baku", "Baku–Tbilisi", "“Baku” treaty", "Bakuvian"],
        ["Елена", "Ёлкин", "Ермак"],
        ["Иванов", "Йодль", "Казань"],
        ["9 May", "19–20 September", "102nd base", "168.am", "1,960 peacekeepers", "1992 treaty", "12,000 men"],
        ["SMO 2", "SMO 10"],
    ],
)
def test_names_are_in_the_order_of_an_index(names: list[str]) -> None:
    assert sorted(names, key=sort_key) == names


def test_letters_of_every_script_have_plain_anchors() -> None:
    letters = by_letter(["Şuşa", "Шуша", "თბილისი", "3+3", "—"], lambda name: name)
    assert [letter.heading for letter in letters] == ["0–9", "S", "Ш", "თ", "#"]
    assert [letter.opens_script for letter in letters] == [False, False, True, True, True]
    assert len({letter.anchor for letter in letters}) == 5
    assert all(letter.anchor.isascii() for letter in letters)


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "az",
            ["Elman", "Əliyev", "Fuad", "Həsən", "Xocalı", "Irmaq", "İlham", "Kərim", "Qarabağ", "Washington"],
        ),
        ("az", ["Gəncə", "Sumqayıt", "Şuşa", "Tərtər"]),
        ("tr", ["Irak", "İran", "Jale", "Oltu", "Ölüdeniz", "Pınar", "Zafer"]),
        ("ru", ["Ёлкин", "Ельцин", "Ермак", "Иванов", "Йодль", "Яковлев"]),
        ("uk", ["Галич", "Ґалаґан", "Донецьк", "Євпаторія", "Жмеринка", "Ізюм", "Їжак", "Київ"]),
    ],
)
def test_names_are_in_the_order_of_the_language(language: str, names: list[str]) -> None:
    assert sorted(names, key=lambda name: sort_key(name, language)) == names


def test_the_letters_of_an_index_are_those_of_the_language() -> None:
    names = ["Elman", "Əliyev", "Irmaq", "İlham", "Étienne", "Баку", "9 May"]
    letters = by_letter(names, lambda name: name, "az")
    assert [letter.heading for letter in letters] == ["0–9", "E", "Ə", "I", "İ", "Б"]
    assert letters[1].items == ("Elman", "Étienne")
