"""What does not part at the end of a line."""

import pytest

from policybrief.wording.unbroken import unbroken


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en-GB", "On 28 April 2016, not on 2 Mayor 3, or in May; the 1st May", ["28 April", "1st May"]),
        ("en-US", "On April 28, 2016", ["April 28"]),
        ("en", "1991–93, pp. 4–6, 1.5–2 per cent and 1-2", ["1991–93", "4–6", "1.5–2"]),
        ("ru", "28 апреля и 3 мая, а не 3 май-июнь", ["28 апреля", "3 мая", "3 май"]),
        ("az", "28 aprel 1920-ci il", ["28 aprel"]),
        ("de", "am 28. April", ["28. April"]),
        ("fr", "le 1er mai ; « bonjour » dit-il !", ["1er mai", "« bonjour »", "dit-il !"]),
        ("zh", "4月5日 1991–93", ["1991–93"]),
        ("xx", "28 April", ["28 April"]),
    ],
)
def test_dates_ranges_and_french_punctuation(language: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in unbroken(language).finditer(text)] == found
