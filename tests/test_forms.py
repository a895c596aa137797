"""Names as they are compared, and as they begin a line."""

import pytest

from policybrief.model.forms import acronym_of, form_key, is_acronym, lower, with_capital, with_plain_signs


@pytest.mark.parametrize(
    ("name", "language", "label"),
    [
        ("fall of Shusha", "en", "Fall of Shusha"),
        ("the West", "en", "The West"),
        ("Baku", "en", "Baku"),
        ("eGov", "en", "eGov"),
        ("al-Qaeda", "en", "al-Qaeda"),
        ("2016 war", "en", "2016 war"),
        ("idarə", "az", "İdarə"),
        ("изгнание", "ru", "Изгнание"),
        ("idarə", "az-Latn-AZ", "İdarə"),
        ("istanbul", "tr", "İstanbul"),
        ("istanbul", "en", "Istanbul"),
        ("ağdam", "az", "Ağdam"),
        ("öz İşi", "az", "Öz İşi"),
        ("", "en", ""),
    ],
)
def test_a_name_that_stands_alone_begins_with_a_capital(name: str, language: str, label: str) -> None:
    assert with_capital(name, language) == label


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Baku–Tbilisi", "Baku-Tbilisi"),
        ("EAEU’s", "EAEU's"),
        ("„Karabakh“", '"Karabakh"'),
        ("Section\u00a0907", "Section 907"),
        ("a\tb", "a b"),
        ("a  b   c", "a b c"),
        ("a \u00a0 b", "a b"),
        ("a\nb", "a\nb"),
        ("Ağdam", "Ağdam"),
        ("", ""),
    ],
)
def test_key_of_a_form(written: str, key: str) -> None:
    assert form_key(written) == key
    assert len(with_plain_signs(written)) == len(written)


def test_lower_case_is_of_the_same_length() -> None:
    assert lower("İSTANBUL") == "istanbul"
    assert len(lower("İİ")) == 2


@pytest.mark.parametrize("form", ["OSCE", "PfP", "ƏİB", "İQŞ", "ЕАЭС", "ՀԱՊԿ", "AT&T", "MI-6", "BoE", "NGOs", "RFE/RL"])
def test_acronyms_of_any_script(form: str) -> None:
    assert is_acronym(form)


@pytest.mark.parametrize(
    "form", ["Osce", "I", "S-400", "Baku", "AzerRos", "iOS", "WHO Europe", "მსოფლიო", "123", "C++"]
)
def test_no_acronyms(form: str) -> None:
    assert not is_acronym(form)


@pytest.mark.parametrize(
    ("form", "bare"),
    [("NGOs", "NGO"), ("МИДом", "МИД"), ("PfP", "PfP"), ("EU", "EU"), ("Baku", "Baku"), ("ƏİBdə", "ƏİB")],
)
def test_an_acronym_without_its_ending(form: str, bare: str) -> None:
    assert acronym_of(form) == bare
