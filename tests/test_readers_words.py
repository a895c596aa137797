"""The words of readers in other languages: every row is whole, and no word of a language is listed for two meanings."""

from collections import defaultdict

from policybrief.model.fold import fold
from policybrief.wording.readers_words import LANGUAGES, readers_words


def test_a_row_has_a_column_for_each_language() -> None:
    rows = [row.split("|") for row in readers_words("en-GB")]
    assert len(rows) > 200
    assert not [row for row in rows if len(row) != 1 + len(LANGUAGES) or not row[0]]
    english = [row[0] for row in rows]
    assert len(set(english)) == len(english)


def test_a_brief_in_another_language_has_none() -> None:
    assert readers_words("de") == ()


def test_a_word_has_one_meaning_in_its_language_as_search_compares_words() -> None:
    found = defaultdict(list)
    for row in readers_words("en"):
        english, *columns = row.split("|")
        for language, column in zip(LANGUAGES, columns, strict=True):
            for word in filter(None, map(fold, column.split(","))):
                found[language, word].append(english)
    twice = {key: meanings for key, meanings in found.items() if len(meanings) > 1}
    assert not twice
