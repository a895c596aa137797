"""Where the words of one text are in another, a letter for each word; and which pairs of texts are compared at all."""

import pytest

from policybrief.alignment.likeness import heaviest_chain, likely_pairs
from policybrief.alignment.order import rising
from policybrief.alignment.runs import carried_over, likeness_outside, place_of, stretch
from policybrief.alignment.texts import BlockNo, LineNo


@pytest.mark.parametrize(
    ("shape", "words", "into", "found"),
    [
        ("abcdef", "abcdef", "abcdef", "abcdef"),
        ("abcdef", "abcdef", "XabcYdefZ", "abcYdef"),
        ("abcdefghi", "def", "abcdefghi", "def"),
        ("abcdefghi", "efg", "XabcdefghiY", "efg"),
        ("abcdefghi", "abc", "abcX", "abc"),
        ("abcDEFghi", "DEF", "abcYghi", "Y"),
        ("abcDEFghi", "DEF", "abcVWXYZVWXghi", "VWXYZVWX"),
        ("abcDEFghi", "DEF", "abcghi", ""),
        ("abcMMMMdefGHIjkl", "GHI", "abcdefYYjkl", "YY"),
        ("abcXde", "X", "abcYde", "Yde"),
        ("abXcde", "X", "abYcde", "abY"),
        ("abcdefghijkl", "cdefghij", "abcdXghijkl", "cdXghij"),
        ("ab", "ab", "XabY", "ab"),
        ("a", "a", "Xa", "a"),
        ("abc", "abc", "uvw", "uvw"),
    ],
)
def test_stretch(shape: str, words: str, into: str, found: str) -> None:
    start = shape.index(words)
    begin, end = stretch(shape, start, start + len(words), into)
    assert into[begin:end] == found


def test_words_that_were_taken_out_have_an_empty_place_between_the_others() -> None:
    assert stretch("abcDEFghi", 3, 6, "abcghi") == (3, 3)
    assert stretch("abcDEF", 3, 6, "Xabc") == (4, 4)


@pytest.mark.parametrize(
    ("shape", "marked", "into", "found"),
    [
        ("abcdef", "abc", "abcdef", "abc"),
        ("abcdef", "abc", "XabcdefY", "abc"),
        ("abcdef", "def", "defabc", "def"),
        ("abcDEFghi", "DEF", "abcUVWghi", "UVW"),
        ("abcDEFghi", "DEF", "abcUVghi", "UV"),
        ("abcDEFghi", "DEF", "abcUVWXYZghi", "UVW"),  # the rest was added
        ("abcDEFghi", "DEF", "abcghi", ""),
        ("abcdef", "", "abcdefX", ""),
        ("abcDEF", "DEF", "abcUVW", "UVW"),
    ],
)
def test_words_carried_over(shape: str, marked: str, into: str, found: str) -> None:
    bits = sum(1 << at for at, word in enumerate(shape) if word in marked)
    carried = carried_over(bits, shape, into)
    assert "".join(word for at, word in enumerate(into) if carried >> at & 1) == found


@pytest.mark.parametrize(
    ("part", "whole", "own", "found"),
    [
        ("defgh", "abcdefgh", "abc", "defgh"),
        ("abcXYZ", "abcdefabXYZ", "abcdef", "abXYZ"),  # its own text says abc as well
        ("abcd", "abcdefgh", "abcdefgh", "abcd"),  # it had all of it before
        ("uvw", "abcuvwdef", "", "uvw"),
    ],
)
def test_a_text_is_looked_for_among_what_another_has_gained(part: str, whole: str, own: str, found: str) -> None:
    begin, end = place_of(part, whole, own)
    assert whole[begin:end] == found


@pytest.mark.parametrize(
    ("whole", "own", "other", "likeness"),
    [
        ("abcdefgh", "abc", "defgh", 1.0),
        ("defghabc", "abc", "defgh", 1.0),
        ("defghabcXY", "abc", "XY", 1.0),
        ("abcXdefgh", "abcdef", "gh", 1.0),
        ("hgabcdXef", "abcdef", "hg", 1.0),
        ("abcdefgh", "abc", "defXY", 0.6),
        ("fedcbaabc", "abc", "fedc", 0.8),
        ("abcdefgh", "xyz", "abcdefgh", 0.0),
        ("abdefgh", "ab", "defgh", 0.0),
        ("abcdefgh", "abc", "", 0.0),
    ],
)
def test_likeness_to_what_another_text_left(whole: str, own: str, other: str, likeness: float) -> None:
    assert likeness_outside(whole, own, other) == pytest.approx(likeness)


def test_the_longest_rising_selection() -> None:
    assert rising("abcde", [1, 2, 3, 4, 5]) == list("abcde")
    assert rising("abcde", [5, 1, 2, 3, 4]) == list("bcde")
    assert rising("abcde", [2, 3, 1, 4, 5]) == list("abde")
    assert rising("abc", [3, 2, 1]) == ["c"]
    assert rising("abcdef", [1, 5, 2, 3, 9, 4]) == list("acdf")
    assert rising("", []) == []


def pairs(text: str) -> list[tuple[LineNo, BlockNo]]:
    return [(LineNo(int(pair[0])), BlockNo(int(pair[1]))) for pair in text.split()]


@pytest.mark.parametrize(
    ("alike", "chain"),
    [
        ({}, ""),
        ({"00": 0.4}, "00"),
        ({"00": 0.4, "11": 0.4, "22": 0.4}, "22 11 00"),
        ({"01": 0.4, "10": 0.5}, "10"),
        ({"01": 0.5, "10": 0.4}, "01"),
        ({"00": 0.4, "11": 0.4, "02": 0.6}, "02"),
        ({"00": 0.5, "11": 0.5, "02": 0.6}, "11 00"),
        ({"00": 0.42, "11": 0.42, "02": 0.56}, "11 00"),
        ({"01": 0.5, "10": 0.5}, "01"),
        ({"00": 0.6, "01": 0.4, "12": 0.4}, "12 00"),
        ({"00": 0.4, "10": 0.5, "20": 0.6, "11": 0.4}, "20"),
        ({"00": 0.4, "10": 0.5, "21": 0.5}, "21 10"),
        ({"05": 0.9, "14": 0.5, "23": 0.5, "36": 0.3}, "36 05"),
        ({"10": 0.5, "01": 0.5, "12": 0.5}, "12 01"),
    ],
)
def test_the_heaviest_chain(alike: dict[str, float], chain: str) -> None:
    likeness = {pair: alike[key] for key in alike for pair in pairs(key)}
    assert heaviest_chain(likeness, likeness) == pairs(chain)
    assert heaviest_chain(reversed(likeness), likeness) == pairs(chain)


def test_few_texts_are_all_compared() -> None:
    ones, others = dict.fromkeys(range(1000), "ab"), dict.fromkeys(range(100), "cd")
    assert list(likely_pairs(ones, others)) == [(one, other) for other in others for one in ones]
    assert not list(likely_pairs(dict.fromkeys(range(11), "ab"), dict.fromkeys(range(9091), "cd")))


LETTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 2_000)))


def many(count: int) -> dict[int, str]:
    """Return texts of three words, each of which shares a pair of words with the next."""
    return {number: LETTERS[2 * number : 2 * number + 3] for number in range(count)}


@pytest.mark.parametrize(("few", "more"), [(320, 330), (330, 320)])
def test_of_many_texts_those_are_compared_that_share_two_words_in_a_row(few: int, more: int) -> None:
    ones, others = many(few), many(more)
    assert set(likely_pairs(ones, others)) == {(number, number) for number in range(min(few, more))}


def test_texts_of_one_word_are_found_among_many() -> None:
    ones = {number: LETTERS[number] for number in range(400)}
    assert set(likely_pairs(ones, ones)) == {(number, number) for number in ones}


def test_two_words_in_a_row_are_compared_with_two() -> None:
    ones = {number: LETTERS[2 * number : 2 * number + 2] for number in range(400)}
    assert set(likely_pairs(ones, ones)) == {(number, number) for number in ones}


def test_the_ten_that_share_most_are_compared() -> None:
    whole = LETTERS[:30]
    sharing = {number: whole[: number + 2] for number in range(20)}
    ones = {**sharing, **{number: chr(0x7000 + number) for number in range(20, 420)}}
    others = {**dict.fromkeys(range(1, 420), "zz"), 0: whole}
    assert list(likely_pairs(ones, others)) == [(number, 0) for number in range(19, 9, -1)]


@pytest.mark.parametrize(("holders", "compared"), [(50, 10), (51, 0)])
def test_two_words_that_are_everywhere_tell_nothing(holders: int, compared: int) -> None:
    ones = {number: "ab" if number < holders else LETTERS[number] for number in range(400)}
    others = {number: "ab" if number == 7 else chr(0x7000 + number) for number in range(400)}
    assert list(likely_pairs(ones, others)) == [(number, 7) for number in range(compared)]


def test_a_word_is_counted_once_however_often_it_is_repeated() -> None:
    ones = {**dict.fromkeys(range(400), "x"), 0: "ababababab", 1: "abcd"}
    others = {**dict.fromkeys(range(400), "y"), 0: "abcd" + "ab" * 5}
    assert next(iter(likely_pairs(ones, others))) == (1, 0)
