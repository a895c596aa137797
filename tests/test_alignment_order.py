"""What kept its place and its order, and the gaps in between; the same words beside what is known."""

import pytest

from editions import happenings, ids, published, revised, words
from policybrief.alignment.align import Block, Happening
from policybrief.alignment.fingerprint import fingerprint_of, sha_of
from policybrief.alignment.matching import Match, Matching, nothing_settled
from policybrief.alignment.order import gaps_of, home_chapters, moved_blocks
from policybrief.alignment.same_words import match_beside, match_unique
from policybrief.alignment.texts import BlockNo, LineNo, texts_of
from policybrief.model.ledger import Ledger, LiveLine

KEPT, EDITED, MOVED, SPLIT, NEW, RESTORED = Happening


def sides(before: str, after: str) -> Matching:
    """Return the matching of chapters of one-letter paragraphs, parted by spaces and named by their place.

    A chapter of the second side may have a name of its own: `2=abc`.
    """
    lines = [
        LiveLine(f"p-{chapter}{at}", str(chapter), sha_of(word), fingerprint_of(word), word, "1", "1")
        for chapter, letters in enumerate(before.split(), 1)
        for at, word in enumerate(letters)
    ]
    blocks = [
        Block(name, word)
        for chapter, part in enumerate(after.split(), 1)
        for name, letters in [part.split("=") if "=" in part else (str(chapter), part)]
        for word in letters
    ]
    return nothing_settled(texts_of(Ledger("1", tuple(lines)), blocks))


def matched(before: str, after: str, pairs: str) -> Matching:
    """Return the same with lines and blocks matched by their numbers, `03` for the first line and the fourth block."""
    return sides(before, after).after(Match(LineNo(int(pair[0])), BlockNo(int(pair[1]))) for pair in pairs.split())


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("abc", "abc", "00 11 22"),
        ("abc", "cab", "01 12 20"),
        ("abc", "xbx", "11"),
        ("ab cd", "dc ba", "03 12 21 30"),
        ("aab", "aab", "22"),
        ("ab", "aab", "12"),
        ("aab", "ab", "21"),
        ("", "ab", ""),
        ("ab", "", ""),
    ],
)
def test_the_same_words_that_are_once_in_both_are_matched_anywhere(before: str, after: str, pairs: str) -> None:
    found = match_unique(sides(before, after))
    assert {f"{line}{block}" for line, block in found.matches()} == set(pairs.split())


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        ("axbxc", "axbxc", "00 11 22 33 44"),
        ("axbxc", "axbc", "00 11 22 43"),
        ("axbxc", "abxc", "00 21 32 43"),
        ("xx", "xx", "00 11"),
        ("xx", "x", "00"),
        ("x", "xx", "00"),
        ("xax", "xa", "00 11"),
        ("xax", "ax", "10 21"),
        ("axxxb", "axxxb", "00 11 22 33 44"),
        ("axxxb", "axxb", "00 11 22 43"),
        ("axxb", "axxxb", "00 11 22 34"),
        ("ax bx", "ax bx", "00 11 22 33"),
        ("ax xb", "xb ax", "02 13 20 31"),
        ("ax xb", "axxb", "00 11 22 33"),
        ("axx", "axy", "00 11"),
        ("xyxy", "xyxy", "00 11 22 33"),
        ("axbyx", "ayx", "00 31 42"),
        ("xbx", "yxbx", "01 12 23"),
        ("a xcx", "ax cx", "00 22 33"),
    ],
)
def test_the_same_words_in_several_places_are_matched_beside_what_is_known(before: str, after: str, pairs: str) -> None:
    found = match_beside(match_unique(sides(before, after)))
    assert {f"{line}{block}" for line, block in found.matches()} == set(pairs.split())


@pytest.mark.parametrize(
    ("before", "after", "pairs", "homes"),
    [
        ("ab cd", "ab cd", "00 11 22 33", {"1": "1", "2": "2"}),
        ("ab cd", "cd ab", "20 31 02 13", {"1": "2", "2": "1"}),
        ("abc de", "abd ce", "00 11 23 32 44", {"1": "1", "2": "2"}),
        ("ab cd", "ac db", "00 12 21 33", {"1": "1", "2": "2"}),
        ("ab", "xy", "", {"1": "1"}),
        ("ab cd", "3=ac", "00 21", {"3": "2"}),
        ("ab cd", "3=ab 4=x", "00 11", {"3": "1", "4": "4"}),
    ],
)
def test_home_of_a_chapter(before: str, after: str, pairs: str, homes: dict[str, str]) -> None:
    assert home_chapters(matched(before, after, pairs)) == homes


@pytest.mark.parametrize(
    ("before", "after", "pairs", "moved"),
    [
        ("abcd", "abcd", "00 11 22 33", set()),
        ("abcd", "dabc", "01 12 23 30", {0}),
        ("abcd", "bcda", "10 21 32 03", {3}),
        ("abc de", "ab dec", "00 11 32 43 24", {4}),
        ("ab cd", "cd ab", "20 31 02 13", set()),
        ("ab", "xy", "", set()),
    ],
)
def test_what_moved(before: str, after: str, pairs: str, moved: set[int]) -> None:
    assert moved_blocks(matched(before, after, pairs)) == moved


@pytest.mark.parametrize(
    ("before", "after", "pairs", "pair", "together"),
    [
        ("abc", "axc", "00 22", "11", True),
        ("abcd", "axyd", "00 33", "12", True),
        ("abcd", "xbyd", "11 33", "02", False),
        ("abcd", "xbyd", "11 33", "22", True),
        ("abcd", "xbyd", "11 33", "00", True),
        ("abcde", "axbye", "00 12 44", "23", True),
        ("abcde", "axbye", "00 12 44", "21", False),
        ("ab cd", "ax yd", "00 33", "11", True),
        ("ab cd", "ax yd", "00 33", "12", False),
        ("ab cd", "ax yd", "00 33", "22", True),
        ("ab cd", "xd ya", "30 02", "13", True),
        ("ab", "xy", "", "00", True),
        ("ab", "2=xy", "", "00", False),
        ("ab cd", "1=x 2=y", "", "01", False),
        ("abc", "cxb", "02 20", "11", False),
        ("abcd", "dxc", "30 22", "11", True),
    ],
)
def test_the_same_gap(before: str, after: str, pairs: str, pair: str, together: bool) -> None:
    gaps = gaps_of(matched(before, after, pairs))
    assert gaps.together(LineNo(int(pair[0])), BlockNo(int(pair[1]))) is together


def test_chapters_without_a_line_of_the_ledger_share_nothing_with_it() -> None:
    gaps = gaps_of(matched("ab", "3=xy 1=ab", "02 13"))
    assert gaps.of_block[0] == gaps.of_block[1]
    assert gaps.of_block[0][0] not in {border for gap in gaps.of_line for border in gap}


def test_edited_chapters_that_change_places_are_filled_in_order() -> None:
    """Only the first paragraph of each is unchanged: it says which chapter is which."""
    texts = [words(40 * number, 40 * number + 40) for number in range(6)]
    edits = [f"{text.rsplit(' ', 20)[0]} {words(400 + 20 * at, 420 + 20 * at)}" for at, text in enumerate(texts)]
    before = published(texts[:3], texts[3:])
    after = revised(before, [texts[3], *edits[4:]], [texts[0], *edits[1:3]])
    assert list(after.ids) == [*ids(before)[3:], *ids(before)[:3]]
    assert happenings(after) == [KEPT, EDITED, EDITED] * 2
