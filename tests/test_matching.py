"""What is settled and what is open, and what each decision changes."""

import pytest

from policybrief.alignment.fingerprint import fingerprint_of, sha_of, unpacked, words_of
from policybrief.alignment.matching import Decision, Doubt, Match, Matching, Merge, NewId, Split, nothing_settled
from policybrief.alignment.texts import Block, BlockNo, LineNo, Overlap, Texts, texts_of
from policybrief.model.ledger import Ledger, LiveLine

WORDS = "one two three four five six seven eight nine ten".split()


def line(text: str, paragraph_id: str = "") -> LiveLine:
    words = words_of(text)
    return LiveLine(paragraph_id or f"p-{text}", "1.md", sha_of(words), fingerprint_of(words), text, "1", "1")


def texts(lines: int = 3, blocks: int = 3) -> Texts:
    ledger = Ledger("1", tuple(map(line, WORDS[:lines])))
    return texts_of(ledger, [Block("1.md", word) for word in WORDS[:blocks]])


def match(number: int, block: int, likeness: float = 1.0) -> Match:
    return Match(LineNo(number), BlockNo(block), likeness)


def matching(*decisions: Decision) -> Matching:
    return nothing_settled(texts()).after(decisions)


def test_nothing_is_settled_at_first() -> None:
    start = matching()
    assert start.open_lines() == [0, 1, 2] == start.open_blocks()
    assert start.matches() == []
    assert start.after([]) is start


def test_a_match() -> None:
    found = matching(match(0, 2), match(2, 1, 0.5))
    assert (found.line_of, found.block_of) == ((None, 2, 0), (2, None, 1))
    assert found.matches() == [(2, 1), (0, 2)]
    assert found.likeness == {1: 0.5}
    assert (found.open_lines(), found.open_blocks()) == ([1], [0])


def test_a_match_opens_what_either_was_matched_to() -> None:
    before = matching(match(0, 0, 0.5), match(1, 1, 0.6))
    found = before.after([match(0, 1, 0.7)])
    assert (found.line_of, found.block_of) == ((None, 0, None), (1, None, None))
    assert found.likeness == {1: 0.7}
    assert before.after([match(0, 1)]).likeness == {}
    assert matching(match(1, 1), match(0, 1)).block_of == (1, None, None)
    assert before.likeness == {0: 0.5, 1: 0.6}


def test_a_part_is_open_until_it_is_matched() -> None:
    found = matching(match(0, 0), Split(BlockNo(1), LineNo(0)))
    assert found.origins == {1: 0}
    assert found.open_blocks() == [1, 2]
    assert [found.line_or_origin(block) for block in found.texts.block_numbers] == [0, 0, None]
    assert found.after([match(1, 1)]).origins == {}


def test_a_merged_line_is_not_open_until_it_is_matched() -> None:
    found = matching(match(0, 0), Merge(LineNo(1), BlockNo(0)))
    assert found.merged == {1: 0}
    assert found.open_lines() == [2]
    assert found.after([match(1, 1)]).merged == {}


def test_a_name_settles_a_block() -> None:
    found = matching(NewId(BlockNo(1), "p-k3f9"))
    assert found.names == {1: "p-k3f9"}
    assert found.open_blocks() == [0, 2]


def test_doubts_are_collected() -> None:
    found = matching(Doubt(BlockNo(1), LineNo(0)), Doubt(BlockNo(1), LineNo(2)), Doubt(BlockNo(0), LineNo(0)))
    assert found.doubts == {1: {0, 2}, 0: {0}}
    assert found.after([Doubt(BlockNo(0), LineNo(1))]).doubts == {1: {0, 2}, 0: {0, 1}}


def test_decisions_leave_the_matching_before_them_as_it_was() -> None:
    before = matching(match(0, 0))
    before.after(
        [
            *(match(1, 1, 0.5), Split(BlockNo(2), LineNo(0)), Merge(LineNo(2), BlockNo(0))),
            *(NewId(BlockNo(2), "p"), Doubt(BlockNo(1), LineNo(0))),
        ]
    )
    assert before == matching(match(0, 0))


def test_texts_are_compared() -> None:
    text = "nine eight seven six five"
    found = texts_of(
        Ledger("1", (line(text), line("one"))), [Block("1.md", "Nine, eight: seven two"), Block("1.md", text)]
    )
    zero, one = LineNo(0), LineNo(1)
    first, second = BlockNo(0), BlockNo(1)
    assert found.words == ("nine eight seven two", text)
    assert found.line_shape(zero) == unpacked(fingerprint_of(text)) == found.block_shape(second)
    assert found.line_shape(one) == unpacked(fingerprint_of("one"))
    assert (found.same_words(zero, first), found.same_words(zero, second)) == (False, True)
    assert found.likeness(zero, first) == pytest.approx(6 / 9)
    assert (found.likeness(zero, second), found.likeness(one, first)) == (1, 0)
    assert found.overlap(zero, first) == Overlap(0b111, 0b111)
    assert found.overlap(one, first) == Overlap(0, 0)
    assert found.overlap(zero, second).size == 5
    for _ in range(2):  # what is kept is what was made
        assert (found.line_shape(zero), found.block_shape(first)) == (
            *map(unpacked, map(fingerprint_of, (text, "nine eight seven two"))),
        )
        assert found.overlap(zero, first) == Overlap(0b111, 0b111)
