"""Names as they begin a line."""

import pytest

from policybrief.model.forms import with_capital


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
        ("", "en", ""),
    ],
)
def test_a_name_that_stands_alone_begins_with_a_capital(name: str, language: str, label: str) -> None:
    assert with_capital(name, language) == label
