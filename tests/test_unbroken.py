"""What does not part at the end of a line."""

import pytest

from policybrief.wording.marks import smart_marks
from policybrief.wording.unbroken import parted, unbroken


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en-GB", "On 28 April 2016, not on 2 Mayor 3, or in May; the 1st May", ["28 April", "1st May"]),
        ("en-US", "On April 28, 2016", ["April 28"]),
        ("en", "1991–93, pp. 4–6, 1.5–2 per cent and 1-2", ["1991–93", "pp. 4–6", "1.5–2", "1-2"]),
        ("ru", "28 апреля и 3 мая, а не 3 май-июнь", ["28 апреля", "и 3 мая", "а не", "3 май"]),
        ("az", "28 aprel 1920-ci il, səh. 5, 2013–2014-cü", ["28 aprel", "1920-ci", "səh. 5", "2013–2014-cü"]),
        ("de", "am 28. April", ["28. April"]),
        ("fr", "le 1er mai ; « bonjour » dit-il !", ["1er mai", "« bonjour »", "dit-il !"]),
        ("fr", "« ", ["« "]),
        ("fr", " », dit-elle", [" »"]),
        ("en", "at 2026-11-29 by G. W. Bush, not by e.g. a 19-year-old", ["2026-11-29", "G. W. Bush", "19-year"]),
        ("ru", "В 2019 г. с Россией, 5 % и к ", ["В 2019 г.", "с Россией", "5 %", "и к "]),
        ("zh", "4月5日 1991–93", ["1991–93"]),
        ("xx", "28 April", ["28 April"]),
    ],
)
def test_dates_ranges_and_french_punctuation(language: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in unbroken(language).finditer(text)] == found


def test_a_text_in_pieces_is_the_text() -> None:
    assert list(parted("On 28 April, G. W. Bush", "en")) == [
        ("On ", False),
        ("28 April", True),
        (", ", False),
        ("G. W. Bush", True),
    ]
    assert list(parted("", "en")) == []


@pytest.mark.parametrize(
    ("language", "marks"),
    [("fr", "«\u202f\u202f»"), ("de", "„“"), ("ru-RU", "«»"), ("en-GB", ""), ("az", ""), ("he", "””")],
)
def test_straight_quotation_marks_become_those_of_the_language(language: str, marks: str) -> None:
    assert "".join(smart_marks(language).values()) == marks
